"""Whom a screenplay introduces, and what it tells of them before they are cast.

A name in capitals may come with a title that its cues leave out ("CHEF MARGOT (50s, silver hair)" speaks as MARGOT),
and what somebody is may be told by the pronouns alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from agents.house.casting import gender_of, years_of
from agents.input.screenplay import Direction, Profile, Screenplay, Speech
from agents.lexicons import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[.!?,;:]")
_SUBJECT = {"she": "female", "he": "male"}
_SELF = {"herself": "female", "himself": "male"}
_OWN = {"her": "female", "his": "male"}


def introduced(play: Screenplay) -> list[Profile]:
    """The profiles of a screenplay: those of one person as one, with the gender that pronouns tell. Who is introduced
    and never speaks is among them where a gender or an age says that it is a person."""
    if play.strict:
        return play.profiles
    spoken = {e.speaker.casefold() for s in play.scenes for e in s.elements if isinstance(e, Speech)}
    out = _as_one(play.profiles, spoken)
    votes = _pronouns(play, [p.name for p in out])
    for k, profile in enumerate(out):
        voted = votes.get(profile.name.casefold())
        if voted and not profile.gender and gender_of(profile.name, profile.words) is None:
            out[k] = replace(profile, gender=voted)
    parts = [set(re.findall(r"[^\W\d_]+", p.name.casefold())) for p in out]
    people = [p for p in out if p.name.casefold() in spoken or not p.words or _a_person(p)]
    return [p for p in people if p.name.casefold() in spoken or not _of_another(p, parts)]


def _a_person(profile: Profile) -> bool:
    told = f"{profile.name} {profile.words}"
    said = profile.years or profile.gender or gender_of(profile.name, profile.words) or years_of(told)
    return bool(said) or profile.words in lexicon("people")["roles"]


def _of_another(profile: Profile, parts: list[set[str]]) -> bool:
    """Whether somebody called by a role alone is one whose name holds it: "the OFFICER" is Officer Kowalski."""
    own = {profile.name.casefold()}
    return profile.words in lexicon("people")["roles"] and any(own < other for other in parts)


def _as_one(profiles: list[Profile], spoken: set[str]) -> list[Profile]:
    """A name with more words than its cue is that of the one who speaks, unless that one is introduced too."""
    out = {p.name.casefold(): p for p in profiles}
    for key, profile in list(out.items()):
        if key in spoken:
            continue
        parts = key.split()
        shorter = [
            " ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1) if j - i < len(parts)
        ]
        cue = next((s for s in shorter if s in spoken and s in out and not out[s].words), None)
        if cue is None:
            continue
        title = " ".join(w for w in parts if w not in cue.split())
        out[cue] = replace(
            out[cue], words=", ".join(t for t in (title, profile.words) if t), years=out[cue].years or profile.years,
            gender=out[cue].gender or gender_of(profile.name, profile.words) or "",
        )  # fmt: skip
        del out[key]
    return list(out.values())


def _pronouns(play: Screenplay, names: list[str]) -> dict[str, str]:
    """Name in lower case -> gender, by the pronouns that follow when nobody else is named."""
    votes: dict[str, Counter[str]] = {}
    forms = {part: n.casefold() for n in names for part in n.casefold().split() if len(part) > 2}
    for scene in play.scenes:
        for element in scene.elements:
            if not isinstance(element, Direction):
                continue
            before: list[str] = []
            for sentence in re.split(r"(?<=[.!?…])\s+", element.text):
                words = [w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(sentence)]
                named = list(dict.fromkeys(forms[w] for w in words if w in forms))
                if words[:1] and words[0] in _SUBJECT and len(before) == 1:
                    votes.setdefault(before[0], Counter())[_SUBJECT[words[0]]] += 3
                if len(named) == 1:
                    counted = votes.setdefault(named[0], Counter())
                    for word, follows in zip(words, [*words[1:], "."], strict=True):
                        if word in _SELF:
                            counted[_SELF[word]] += 3
                        elif word in _OWN and follows[:1].isalpha():
                            counted[_OWN[word]] += 1
                before = named or before
    return {name: counted.most_common(1)[0][0] for name, counted in votes.items() if counted}
