"""Who is of one blood, by the words that say how people are related: they look alike, and parents are older."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agents.lexicons import lexicon

SIBLING, NEAR, TWIN = 0.7, 0.5, 0.95
"""Share of the face that siblings, other relatives and twins have in common."""
GENERATION = 24
"""Years from parent to child where nobody says how old they are."""
SIBLINGS = 9
"""Years that brothers and sisters are apart at most where nobody says how old they are."""
OLDEST, YOUNGEST = 92, 5
_OWNED = r"\b(?:his|her|their|my|our)\s+(?:[a-z-]+\s+){0,2}?"


@dataclass(frozen=True)
class Bond:
    """A person's relation to the one whom their family looks like. share: of the face."""

    to: str
    share: float
    twin: bool = False


@dataclass(frozen=True)
class Family:
    """bonds: name -> whom they look like; levels: name -> generation, 0 of the youngest known or of those the others
    are named after, parents 1, their parents 2, children -1."""

    bonds: Mapping[str, Bond]
    levels: Mapping[str, int]


def family(people: Sequence[tuple[str, str]], told: str) -> Family:
    """The family among some people, given as (name, words on them); told: the text they are in, which says whose
    mother or brother somebody is."""
    kinds = lexicon("people")["blood"]
    words = {name: _words(f"{name} {about}") for name, about in people}
    kin = {n: next((k for k, own in kinds.items() if said & set(own)), "") for n, said in words.items()}
    blood = [n for n in words if kin[n]]
    strangers = [n for n in words if not kin[n]]
    every = "|".join([*(w for own in kinds.values() for w in own), *lexicon("people")["relatives"]])
    owned = re.search(rf"{_OWNED}(?:{every})\b", told.casefold()) is not None
    called = any(n.casefold() in own for n in blood for own in kinds.values())
    joined = strangers[0] if strangers and (owned or called) else ""
    if not blood or (len(blood) == 1 and not joined):
        return Family({}, {})
    levels = {n: lexicon("people")["generation"].get(kin[n], 0) for n in blood}
    if joined:
        levels[joined] = 0
    elif 0 not in levels.values():
        levels = {n: max(level, 0) for n, level in levels.items()}
    like = joined or min(blood, key=lambda n: levels[n])
    bonds: dict[str, Bond] = {}
    for name in blood:
        spouse = kin[name] == "parent" and any(kin[n] == "parent" for n in (like, *bonds))
        if name == like or spouse:
            continue
        twin = kin[name] == "twin"
        share = TWIN if twin else SIBLING if levels[name] == levels[like] else NEAR
        bonds[name] = Bond(like, share, twin)
    return Family(bonds, levels)


def _words(text: str) -> set[str]:
    """The words of a text but for "sister-in-law" and the like."""
    return set(re.findall(r"[a-z]+", re.sub(r"\b\w+-in-law\b", "", text.casefold())))


def aged(years: Mapping[str, int], said: set[str], who: Family) -> dict[str, int]:
    """Years that fit the generations: who is of an older one and whose age nobody says (`said`: those of whom somebody
    does) is old enough, else who is younger is young enough. Siblings are near in age, twins of one."""
    out = dict(years)
    rising = sorted(who.levels, key=lambda n: who.levels[n])
    for name in rising:
        below = [n for n in rising if who.levels[n] < who.levels[name]]
        least = max((out[n] + GENERATION * (who.levels[name] - who.levels[n]) for n in below), default=0)
        if out[name] < least and name not in said:
            out[name] = min(least, OLDEST)
        for n in below:
            most = out[name] - GENERATION * (who.levels[name] - who.levels[n])
            if out[n] > most and n not in said:
                out[n] = max(most, YOUNGEST)
    for name, bond in who.bonds.items():
        apart = out[name] - out[bond.to]
        if name in said or who.levels[name] != who.levels[bond.to]:
            continue
        if bond.twin:
            out[name] = out[bond.to]
        elif abs(apart) > SIBLINGS:
            out[name] = out[bond.to] + (SIBLINGS // 2 if apart > 0 else -SIBLINGS // 2)
    return out
