"""Lighting guidance: mood, brightness, warmth, lamps, key lights."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.house.language.context import Context
from agents.house.language.words import Words, number, quantity, split

_COMMON = ("light", "lighting")


@dataclass(frozen=True)
class KeyLight:
    """side: of the picture; strength: 1 is the mood's own; warmth -1 cool to 1 warm."""

    person: str
    side: str | None = None
    strength: float = 1.0
    warmth: float = 0.0


@dataclass(frozen=True)
class LightingIntent:
    """stops: brighter or darker than the mood; warmth: of all faces; lamps: (name, on)."""

    mood: str = ""
    strength: float = 1.0
    stops: float = 0.0
    warmth: float = 0.0
    lamps: tuple[tuple[str, bool], ...] = ()
    keys: tuple[KeyLight, ...] = ()


def describe(intent: LightingIntent, context: Context) -> str:
    """The light in plain English."""
    parts = []
    if intent.mood:
        parts.append(f"{intent.mood.capitalize()} light")
    if intent.strength != 1.0:
        parts.append(f"Light strength {number(intent.strength)}")
    if intent.stops:
        unit = "stop" if abs(intent.stops) == 1 else "stops"
        parts.append(f"{number(abs(intent.stops))} {unit} {'brighter' if intent.stops > 0 else 'darker'}")
    if intent.warmth:
        parts.append(f"Faces {number(abs(intent.warmth))} {'warmer' if intent.warmth > 0 else 'cooler'}")
    parts += [f"The {name} is {'on' if on else 'off'}" for name, on in intent.lamps]
    for key in intent.keys:
        text = f"Key light on {key.person}"
        text += f" from the {key.side}" if key.side else ""
        text += f", strength {number(key.strength)}" if key.strength != 1.0 else ""
        text += f", {number(abs(key.warmth))} {'warmer' if key.warmth > 0 else 'cooler'}" if key.warmth else ""
        parts.append(text)
    return ". ".join(parts) + "." if parts else ""


def read(words: Words, context: Context) -> LightingIntent:
    """Claims what is about light and returns it."""
    keys = _keys(words, context)
    lamps = _lamps(words, context)
    intent = LightingIntent(mood=_mood(words, context), lamps=lamps, keys=keys)
    strength = words.find("light strength", "strength")
    if strength and strength[1] < len(words) and words.tokens[strength[1]].is_number:
        words.claim(strength[0], strength[1] + 1)
        intent = replace(intent, strength=min(3.0, max(0.1, float(words.tokens[strength[1]].word))))
    intent = replace(intent, stops=_stops(words), warmth=_warmth(words))
    if intent != LightingIntent():
        for word in _COMMON:
            words.take(word)
        # where light comes from is the mood's: it needs no call of its own
        words.take("from the window", "from the windows", "through the window", "through the windows")
    return intent


def parse(text: str, context: Context) -> tuple[LightingIntent, list[str]]:
    """(intent, what was not understood)."""
    words = context.words(text)
    intent = read(words, context)
    return intent, words.leftovers()


def _mood(words: Words, context: Context) -> str:
    """The mood named last (a correction comes after what it corrects), denied ones left out."""
    phrases = sorted(
        ((split(p), m.name) for m in context.catalogue.moods for p in (m.name, *m.synonyms)), key=lambda p: -len(p[0])
    )
    mood, i = "", 0
    while i < len(words):
        taken = 1
        for phrase, name in phrases:
            if words.match(i, phrase) and words.free(i, i + len(phrase)):
                if phrase in (("dark",), ("bright",)) and words.tokens[i].word not in ("dark", "bright"):
                    continue
                words.claim(i, i + len(phrase))
                denial = words.negated(i)
                if denial is not None:
                    words.claim(denial)
                else:
                    mood = name
                taken = len(phrase)
                break
        i += taken
    return mood


def _amount(words: Words, i: int, usual: float, little: float, much: float) -> float:
    """How much the comparative at token i means, from the words before it."""
    amount = usual
    for k in range(i - 1, max(-1, i - 4), -1):
        word = words.tokens[k].word
        found = quantity(words.tokens[k])
        if found is not None:
            words.claim(k)
            return abs(found)
        if word in ("little", "slightly", "bit", "somewhat"):
            words.claim(k)
            amount = little
        elif word in ("much", "far", "lot"):
            words.claim(k)
            amount = much
        elif word not in ("a", "stop", "stops", "of", "the", "more"):
            break
        elif word in ("stop", "stops"):
            words.claim(k)
    return amount


def _stops(words: Words) -> float:
    total = 0.0
    for phrases, sign in ((("brighter", "lighter", "more light"), 1), (("darker", "dimmer", "less light", "dim"), -1)):
        while found := words.find(*phrases):
            words.claim(*found)
            denial = words.negated(found[0])
            amount = _amount(words, found[0], 0.5, 0.25, 1.0)
            if denial is not None and not (words.tokens[denial].word == "stop" and words.tokens[denial - 1].is_number):
                words.claim(denial)
                continue
            total += sign * amount
    for phrase in ("stops", "stop"):
        found = words.find(phrase)
        if found and found[0] > 0 and words.tokens[found[0] - 1].is_number:
            words.claim(found[0] - 1, found[1])
            total += float(words.tokens[found[0] - 1].word)
    return max(-4.0, min(4.0, round(total, 3)))


def _warmth(words: Words) -> float:
    total = 0.0
    for phrases, sign in ((("warmer", "warm", "more orange"), 1), (("cooler", "colder", "cool", "cold", "bluer"), -1)):
        while found := words.find(*phrases):
            words.claim(*found)
            denial = words.negated(found[0])
            amount = _amount(words, found[0], 0.4, 0.2, 0.8)
            if denial is not None:
                words.claim(denial)
                continue
            total += sign * amount
    if total:
        words.take("faces", "face", "light")
    return max(-1.0, min(1.0, round(total, 3)))


def _lamps(words: Words, context: Context) -> tuple[tuple[str, bool], ...]:
    """ "the floor lamp is off", "switch on the desk lamp", "turn off the lamps"."""
    lamps: dict[str, bool] = {}
    names = [t for t in context.catalogue.things(context.place) if "lamp" in t.casefold() or "light" in t.casefold()]
    for i in range(len(words)):
        if i in words.claimed:
            continue
        named = [(n, len(split(n))) for n in names if words.match(i, split(n))]
        if not named and words.tokens[i].word in ("lamps", "lamp"):
            named = [(n, 1) for n in names]
            if words.tokens[i].word == "lamp":
                named = named[:1]
        if not named or not words.free(i, i + named[0][1]):
            continue
        start, end = words.clause_start(i), words.sentence_end(i)
        near = [k for k in range(start, min(end, i + 6)) if words.tokens[k].word in ("on", "off")]
        near = [k for k in near if words.tokens[k].word == "off" or not _places_on(words, k)]
        if not near:
            continue
        on = words.tokens[near[-1]].word == "on"
        words.claim(i, i + named[0][1])
        words.claim(near[-1])
        for k in range(start, end):
            if words.tokens[k].lemmas & {"switch", "turn"}:
                words.claim(k)
        for name, _ in named:
            lamps[name] = on
    return tuple(lamps.items())


def _places_on(words: Words, k: int) -> bool:
    """ "on" before a noun that is no lamp ("a mug on the table") puts something somewhere."""
    after = [t.word for t in words.tokens[k + 1 : k + 3]]
    return bool(after) and after[0] in ("the", "a") and not any("lamp" in w or "light" in w for w in after)


def _keys(words: Words, context: Context) -> tuple[KeyLight, ...]:
    """ "key light on Mia from the left, strength 1.2, 0.3 warmer"."""
    keys = []
    while found := words.find("key light", "key"):
        end = words.sentence_end(found[0])
        start = found[0]
        person = next(((i, p) for i in range(found[1], end) if (p := context.person_at(words, i)) is not None), None)
        words.claim(*found)
        if person is None:
            continue
        words.claim(person[0], person[0] + person[1][1])
        key = KeyLight(person[1][0])
        for i in range(start, end):
            word = words.tokens[i].word
            if word in ("left", "right"):
                words.claim(i)
                key = replace(key, side=word)
            elif word == "strength" and i + 1 < end and words.tokens[i + 1].is_number:
                words.claim(i, i + 2)
                key = replace(key, strength=float(words.tokens[i + 1].word))
            elif word in ("stronger", "weaker", "softer"):
                words.claim(i)
                key = replace(key, strength=1.4 if word == "stronger" else 0.7)
            elif word in ("warmer", "cooler", "warm", "cool"):
                words.claim(i)
                amount = _amount(words, i, 0.4, 0.2, 0.8)
                key = replace(key, warmth=amount if word.startswith("warm") else -amount)
        keys.append(key)
    return tuple(keys)
