"""The describer: a description of what is seen becomes one to a few shots, without invented words.

The sentences are read with the guidance language: who, what they do in which order, where, when, how the camera
moves. What nobody understands is noted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agents.catalogue import Catalogue
from agents.house.idea import Someone, occupation, understand_idea
from agents.house.language import cinematography, lighting, motion, scene
from agents.house.language.context import Context
from agents.house.language.words import Words
from agents.input.screenplay import Direction, Element, ParsedScene, Profile, Screenplay, Speech
from agents.lexicons import lexicon
from app.document import Notice

_QUOTE = re.compile(r"[“\"]([^”\"]+)[”\"]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+|;\s+")
_PART = re.compile(r"[,:;]\s+|\s+(?:while|as|and) (?=(?:the )?camera\b)")
_CAMERA = re.compile(
    r"(?<!at the )(?<!to the )(?<!into the )(?<!at )\bcamera\b|\b(?:lens|handheld|hand-held)\b", re.IGNORECASE
)
_AFTER_LOOKS = (
    r"[,.;!?]|$|\s(?:and|who|walks|runs|sits|stands|is|at|on|in|while|dances|waves|looks|waits|enters|juggles|plays)\b"
)
"""What ends the words that say how somebody looks."""


@dataclass
class _Reading:
    people: list[Profile]
    place: str = ""
    mood: str = ""
    elements: list[Element] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def describe_scene(text: str, catalogue: Catalogue) -> Screenplay:
    """A screenplay of one scene that shows what the description says, spoken words only where it quotes some."""
    idea = understand_idea(_QUOTE.sub("", text), 0, catalogue)
    people, names, looks = _people(idea.people, text)
    place = idea.place or catalogue.places.names[0]
    profiles = [Profile(p.name, p.gender, p.years, occupation(p.role), words=p.words) for p in people]
    reading = _Reading(profiles, place, idea.mood)
    context = Context(
        catalogue, place, tuple(p.name for p in people), (), {p.name: p.gender for p in people},
        subjects=tuple(p.name for p in people[:1]),
    )  # fmt: skip
    for sentence in _SENTENCE.split(text.strip()):
        if sentence.strip():
            for phrase in looks:
                sentence = re.sub(rf"\s*\b{re.escape(phrase)}", "", sentence, flags=re.IGNORECASE)
            _sentence(_named(sentence, names), context, reading)
    if not reading.elements:
        reading.elements.append(Direction(text=text))
    parsed = ParsedScene(
        heading=place, place=place, time=reading.mood, synopsis=text, who=[p.name for p in people],
        elements=reading.elements, calm=False,
    )  # fmt: skip
    return Screenplay(logline=text, profiles=reading.people, scenes=[parsed], notices=reading.notices)


def _people(found: list[Someone], text: str) -> tuple[list[Someone], dict[str, str], list[str]]:
    """Those the description really mentions, called by what it calls them ("Knight"); role -> name; the phrases
    that only say how somebody looks."""
    looks: list[str] = []
    people: list[Someone] = []
    names: dict[str, str] = {}
    taken: set[str] = set()
    spoken = text.casefold()
    for person in found:
        if person.named:
            name = person.name
        elif person.words:
            name = person.role.split()[-1].capitalize()
            if name in taken:
                number = 2
                while f"{name} {number}" in taken:
                    number += 1
                name = f"{name} {number}"
            names.setdefault(person.role, name)
        else:
            continue
        taken.add(name)
        before, after = _looks(spoken, person.role or name.casefold())
        if after:
            looks.append(after)
        words = " ".join(t for t in (before if person.role else "", person.role, after) if t)
        people.append(Someone(name, person.gender, person.role, words, person.years, person.named))
    if not people:
        someone = next((w for w in ("woman", "man", "girl", "boy", "person") if w in spoken), "person")
        gender = "male" if someone in ("man", "boy") or re.search(r"\b(he|his|him)\b", spoken) else "female"
        people = [Someone(someone.capitalize(), gender, someone, someone)]
        names[someone] = someone.capitalize()
    return people, names, looks


def _looks(spoken: str, role: str) -> tuple[str, str]:
    """The words before and after a role that tell how somebody looks: "tall" man "in a red coat"."""
    match = re.search(
        rf"(?:\b(?:a|an|the|one|two|three)\s+)?((?:[a-z-]+\s+){{0,3}}){re.escape(role)}(?:s|es)?"
        rf"(\s+(?:in|with|wearing)\s+(?:a |an |her |his )?(?:[a-z-]+\s*){{1,3}}?(?={_AFTER_LOOKS}))?",
        spoken,
    )
    if match is None:
        return "", ""
    camera = {"close-up", "shot", "wide", "close", "long", "medium", "of"}
    numbers = lexicon("english")["numbers"]
    before = " ".join(
        w for w in match[1].split() if w not in lexicon("english")["stop"] and w not in camera and w not in numbers
    )
    after = (match[2] or "").strip()
    features = set(lexicon("describing")["features"]) | set(lexicon("colours"))
    if after and not set(after.split()) & features:
        after = ""
    return before, after


def _named(sentence: str, names: dict[str, str]) -> str:
    """Roles replaced by the names they were given: "The knight walks" -> "Knight walks"."""
    numbers = "|".join(n for n, v in lexicon("english")["numbers"].items() if v == int(v) and v > 1)
    plurals = lexicon("people")["plurals"]
    for role, name in names.items():
        many = plurals.get(role, f"{role}s")
        crowd = re.compile(rf"\b(?:(?:the|{numbers})\s+)(?:[a-z-]+\s+){{0,2}}{re.escape(many)}\b", re.IGNORECASE)
        sentence = crowd.sub("they", sentence)
        article = r"(?:\b(?:a|an|the|another)\s+(?:[a-z-]+\s+){0,2}?)?"
        one = re.compile(rf"{article}\b{re.escape(role)}\b(?!')", re.IGNORECASE)
        sentence = one.sub(name, sentence)
    return sentence


def _sentence(sentence: str, context: Context, reading: _Reading) -> None:
    """One sentence: its camera words, what is said in quotes, and what is done."""
    said = _QUOTE.findall(sentence)
    camera, done = [], []
    for part in _PART.split(_QUOTE.sub("", sentence)):
        part = part.strip(" .!?")
        if part:
            (camera if _about_camera(part, context) else done).append(part)
    acts, shot = ", ".join(done), "; ".join(camera)
    words = context.words(acts)
    intent = motion.read(words, context)
    _rest(words, context, reading, "these words cannot be shown")
    if shot:
        view_words = context.words(shot)
        cinematography.read(view_words, context)
        _rest(view_words, context, reading, "these camera words are not known")
    talks = [a for a in intent.acts if a.kind == "perform" and a.what.endswith("Talking")]
    if said and len(talks) == len(intent.acts):
        acts = ""
    if not acts and not said and reading.elements and shot:
        reading.elements[-1].shot = _and(reading.elements[-1].shot, shot)
        return
    if acts or not said:
        reading.elements.append(Direction(text=acts, shot=shot))
    speaker = intent.acts[-1].person if intent.acts else reading.people[0].name
    for quote in said:
        text = " ".join(quote.split())
        text = f"{text[:-1]}." if text.endswith(",") else text
        reading.elements.append(Speech(speaker=speaker, text=text, shot="" if acts else shot))


def _rest(words: Words, context: Context, reading: _Reading, problem: str) -> None:
    """Notes what is left of a text when place, time and names are taken out."""
    scene.read(words, context)
    lighting.read(words, context)
    for i in range(len(words)):
        person = context.person_at(words, i)
        if person is not None:
            words.claim(i, i + person[1])
    unknown = words.leftovers()
    if unknown:
        reading.notices.append(Notice(text="; ".join(unknown), problem=problem, used="left out"))


def _and(first: str, second: str) -> str:
    return f"{first}; {second}" if first else second


def _about_camera(part: str, context: Context) -> bool:
    """Whether a part of a sentence speaks of the camera or names a shot."""
    if _CAMERA.search(part):
        return True
    intent = cinematography.read(context.words(part), context)
    names_view = bool(intent.shot_type or intent.height or intent.lens or intent.moves or intent.still)
    return names_view and not motion.parse(part, context)[0].acts
