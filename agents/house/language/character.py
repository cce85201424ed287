"""Character guidance: who stands or sits where when the shot begins, and which way they face."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.house.language.context import EVERYBODY, Context
from agents.house.language.words import Words
from agents.lexicons import lexicon
from app.spot import degrees


@dataclass(frozen=True)
class Placement:
    """at "": stays where the scene has them; posture and facing likewise."""

    person: str
    at: str = ""
    posture: str = ""
    facing: str = ""


@dataclass(frozen=True)
class CharacterIntent:
    """looks: (person, words) for changes of looks, which belong to the character, not to a shot."""

    people: tuple[Placement, ...] = ()
    absent: tuple[str, ...] = ()
    looks: tuple[tuple[str, str], ...] = ()


def describe(intent: CharacterIntent, context: Context) -> str:
    """The placement in plain English, a sentence a person."""
    parts = []
    for each in intent.people:
        verb = {"sitting": " sits", "standing": " stands", "": " is" if each.at else ""}[each.posture]
        text = f"{each.person}{verb}"
        if each.at:
            text += f" at {_the(each.at)}"
        if each.facing:
            text += f"{', facing' if verb else ' faces'} {_the(each.facing)}"
        parts.append(text)
    parts += [f"Without {name}" for name in intent.absent]
    parts += [f"{name} wears {words}" for name, words in intent.looks]
    return ". ".join(parts) + "." if parts else ""


def _the(target: str) -> str:
    return f"the {target}" if target[:1].islower() else target


def read(words: Words, context: Context) -> CharacterIntent:
    """Claims what is about where people are and returns it."""
    looks = _looks(words, context)
    people: dict[str, Placement] = {}
    absent: list[str] = []
    subjects: tuple[str, ...] = context.people[:1] if len(context.people) == 1 else context.subjects
    i, expects = 0, ""
    fresh = True
    while i < len(words):
        token = words.tokens[i]
        if token.is_stop or token.text == ";":
            i, expects, fresh = i + 1, "", True
            continue
        if i in words.claimed:
            i += 1
            continue
        if token.word == "without":
            found = next((p for k in (i + 1, i + 2) if (p := context.person_at(words, k))), None)
            if found:
                words.claim(i, i + 1 + found[1])
                absent.append(found[0])
                i += 1 + found[1]
                continue
        person = context.person_at(words, i)
        if person is None and token.word in EVERYBODY:
            person = ("", 1)
        if person is not None:
            names = (person[0],) if person[0] else context.people
            words.claim(i, i + person[1])
            if expects and person[0]:
                _set(people, subjects, **{expects: person[0]})
                expects = ""
            elif not fresh and words.tokens[i - 1].word == "and":
                subjects = (*subjects, *names)
            else:
                subjects, fresh = names, False
            i += person[1]
            continue
        if token.lemmas & {"sit", "seated"} or token.word == "seated":
            words.claim(i)
            _set(people, subjects, posture="sitting")
            expects = "at"
        elif token.lemmas & {"stand"}:
            words.claim(i)
            _set(people, subjects, posture="standing")
            expects = "at"
        elif token.lemmas & {"face"}:
            words.claim(i)
            expects = "facing"
        elif token.word in ("at", "by", "near", "beside", "on", "next", "is", "behind"):
            if token.word != "is":
                expects = expects or "at"
            elif not subjects:
                expects = ""
        elif expects:
            found = ("camera", 1) if token.word == "camera" else context.thing_at(words, i)
            found = found or context.part_of_place(words, i)
            if found is None and expects == "facing" and token.is_number:
                found = _degrees(words, i)
            if found is not None:
                words.claim(i, i + found[1])
                _set(people, subjects, **{expects: found[0]})
                expects = "" if expects == "facing" else expects
                i += found[1]
                continue
        i += 1
    return CharacterIntent(tuple(people.values()), tuple(absent), looks)


def parse(text: str, context: Context) -> tuple[CharacterIntent, list[str]]:
    """(intent, what was not understood)."""
    words = context.words(text)
    intent = read(words, context)
    return intent, words.leftovers()


def _degrees(words: Words, i: int) -> tuple[str, int] | None:
    """ "45 degrees" at token i."""
    if i + 1 < len(words) and words.tokens[i + 1].word in ("degrees", "degree", "°"):
        return degrees(float(words.tokens[i].word)), 2
    return None


def _set(people: dict[str, Placement], subjects: tuple[str, ...], **changes: str) -> None:
    for name in subjects:
        people[name] = replace(people.get(name, Placement(name)), **changes)


def _looks(words: Words, context: Context) -> tuple[tuple[str, str], ...]:
    """ "Mia wears a red coat", "make Alex older", "Alex with a beard": a change of how somebody looks."""
    found: list[tuple[str, str]] = []
    for i in range(len(words)):
        token = words.tokens[i]
        if not token.lemmas & {"wear"} and token.word not in ("dressed", "has", "older", "younger"):
            continue
        if token.word == "has" and not _names_looks(words, i):
            continue
        start = words.clause_start(i)
        people = [p for k in range(start, i) if (p := context.person_at(words, k)) is not None]
        if not people:
            continue
        end = i
        while end < len(words) and not words.tokens[end].is_stop and words.tokens[end].text not in ";":
            end += 1
        first = i if token.word in ("older", "younger") else i + 1
        text = words.text[words.tokens[first].start : words.tokens[end - 1].end] if first < end else ""
        if text:
            words.claim(start, end)
            found.append((people[-1][0], text))
    return tuple(found)


def _names_looks(words: Words, i: int) -> bool:
    features = lexicon("describing")["features"]
    return any(t.lemmas & set(features) for t in words.tokens[i + 1 : i + 6])
