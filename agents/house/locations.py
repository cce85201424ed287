"""Where an idea or a description is set: the place it names, or the one that its things, its weather or the work of its
people mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from agents.catalogue import Catalogue
from agents.house.language.words import lemmas_of
from agents.lexicons import lexicon
from app.document import Notice

_ANYWHERE = {"light", "lights", "corner", "middle", "wall", "door", "floor", "box", "house", "table", "chair"}
"""Things that say nothing of where they are."""
INDOORS = "Apartment living room"
"""Where something happens of which nobody says where."""


def named(plain: Sequence[str], catalogue: Catalogue) -> tuple[str, set[int]]:
    """The place that words say, by name or everyday word, the longest word winning; with its tokens."""
    best: tuple[int, str, set[int]] | None = None
    options = [(tuple(h.split()), n) for n, hints in lexicon("places").items() if n in catalogue.places for h in hints]
    options += [(tuple(s.casefold().split()), e.name) for e in catalogue.places for s in (e.name, *e.synonyms)]
    for phrase, name in options:
        for i in range(len(plain) - len(phrase) + 1):
            here = tuple(plain[i : i + len(phrase)])
            if here == phrase or (len(phrase) == 1 and phrase[0] in lemmas_of(plain[i]) and len(phrase[0]) > 3):
                led = bool({"in", "at", "on", "inside", "near", "by", "outside"} & set(plain[max(0, i - 3) : i]))
                weight = len(" ".join(phrase)) + (20 if led else 0)
                if best is None or weight > best[0]:
                    best = (weight, name, set(range(i, i + len(phrase))))
    return (best[1], best[2]) if best else ("", set())


def workplace(roles: Sequence[str], catalogue: Catalogue) -> str:
    """The place where the first of some roles that has one works; "" where none has."""
    words = (lexicon("people")["workplaces"].get(role) for role in roles)
    found = (next((n for n, hints in lexicon("places").items() if word in hints), "") for word in words if word)
    return next((name for name in found if name in catalogue.places), "")


def described(said: str, text: str, roles: Sequence[str], catalogue: Catalogue) -> tuple[str, list[Notice]]:
    """The place a description is set in: the one it names, else one that has the things it names, else one outside by
    what it says of sky and weather, or where somebody of these roles works, or a home; with a notice where none is
    named."""
    if said and _sure(said, text, catalogue):
        return said, []
    plain = set(re.findall(r"[a-z]+", text.casefold()))
    parts = set(lexicon("guidance")["parts of a place"]) & plain - _ANYWHERE

    sits = plain & {"sit", "sits", "sitting", "seated"}

    def has(place: Any) -> int:
        """How much of what is named the place has; none where somebody sits and cannot."""
        if sits and not any(p.seat for p in place.positions):
            return 0
        things = {t.rstrip(" 0123456789").split()[-1] for t in catalogue.things(place.name)} - _ANYWHERE
        told = {w for p in place.positions for w in re.findall(r"[a-z]+", p.description.casefold())}
        return len(things & plain) + len(parts & told)

    best = max(catalogue.places, key=has)
    found, best = has(best), best.name
    if said:
        return (best if found and best != said and not has(catalogue.places[said]) else said), []
    if not found:
        outside = any(re.search(rf"\b{w}\b", text.casefold()) for w in lexicon("describing")["outside"])
        exteriors = [p.name for p in catalogue.places if p.exterior]
        best = exteriors[0] if outside and exteriors else workplace(roles, catalogue) or INDOORS
        best = best if best in catalogue.places else catalogue.places.names[0]
    return best, [Notice(text="where it is", problem="no place is named that the library has", used=best)]


def _sure(place: str, text: str, catalogue: Catalogue) -> bool:
    """Whether the words that mean a place stand as one ("in the kitchen"), and not for what somebody does."""
    names = (place, *catalogue.places[place].synonyms, *lexicon("places").get(place, ()))
    lead = r"\b(?:in|into|at|on|inside|outside|along|across|through|of|the|an?|his|her|their)\s+(?:[\w-]+\s+)?"
    return any(re.search(rf"{lead}{re.escape(name.casefold())}\b", text.casefold()) for name in names)
