"""A look from a profile in words."""

from __future__ import annotations

import re
import zlib
from functools import cache
from importlib import resources
from pathlib import Path

import numpy as np

from app.look import Look
from library.cast import vocabulary as words_of
from library.cast.colour import hex_of, luminance, mix

_HAIR_NOUN = r"(?:hair|haired|locks|curls|bob|ponytail|bun|braids?|afro|pigtails|beard|moustache)"


def look_of(
    words: str, *, gender: str | None = None, years: int | None = None, seed: int = 0, skin: str | None = None
) -> Look:
    """The look that a profile in words describes: "a tired nurse in her fifties, short grey hair".

    What is said, or given as `gender` ("female", "male") and `years`, wins; the rest is drawn from the
    words and `seed`, so that two people who are described alike differ. skin: a colour in place of a drawn one.
    Any text gives a look.
    """
    text = _plain(words)
    random = np.random.default_rng([seed & 0xFFFFFFFF, zlib.crc32(text.encode())])
    said = _words(text)
    drawn = _Draw(random)
    sex = _gender(text, said, gender) or drawn.choice(("female", "male"))
    age = _years(text, said, years)
    outfit = _outfit(text, said, sex)
    if age is None:
        age = drawn.whole(24, 52)
    if outfit is None:
        outfit = drawn.choice(
            ("casual", "tee", "jacket", "shirt", "hoodie", "coat")
            if sex == "male"
            else ("casual", "tee", "jacket", "blouse", "dress", "hoodie", "coat")
        )
        if age < 13:
            outfit = drawn.choice(("tee", "hoodie", "casual", "dress" if sex == "female" else "sport"))
    skin = _skin(text, said) or skin or drawn.choice(words_of.SKIN_TONES, words_of.SKIN_CHANCES)
    hair = _hair(text, said, sex, age, skin, drawn)
    return Look(
        gender=sex,
        years=age,
        height=_height(said, text, sex, age, drawn),
        build=_build(said, drawn),
        skin=skin,
        eyes=_eyes(text, skin, drawn),
        hair=hair,
        hair_colour=_hair_colour(text, age, skin, drawn),
        beard=_beard(text, said, sex, age, drawn),
        glasses=_glasses(said, age, drawn),
        hat=_hat(text, said, outfit),
        outfit=outfit,
        colours=_colours(text, outfit, drawn),
        face=_face(said, age, drawn),
    )


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+(?:-[a-z]+)*", text)) | set(re.findall(r"[a-z]+", text))


@cache
def names() -> dict[str, str]:
    """First name, lower case -> "female" or "male"."""
    path = Path(__file__).resolve().parents[2] / "resources" / "lexicons" / "names.txt"
    text = (
        path.read_text("utf-8")
        if path.exists()
        else resources.files("resources").joinpath("lexicons/names.txt").read_text("utf-8")
    )
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {name: {"f": "female", "m": "male"}[sex] for name, sex in rows}


def says_look(word: str) -> bool:
    """Whether a word names something a look is made of: a garment, hair, a beard, a hat, glasses."""
    return word in words_of.GARMENTS or word in words_of.HATS or word in words_of.BEARDS or word in _PARTS


_PARTS = {
    "hair", "glasses", "spectacles", "locks", "curls", "bob", "ponytail", "bun", "braid", "braids", "pigtails", "afro",
    "skin", "eyes", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
}  # fmt: skip


class _Draw:
    """Choices from one generator, in a fixed order."""

    def __init__(self, random: np.random.Generator):
        self.random = random

    def choice(self, options, chances=None):
        p = None if chances is None else np.array(chances) / np.sum(chances)
        return options[int(self.random.choice(len(options), p=p))]

    def whole(self, low: int, high: int) -> int:
        return int(self.random.integers(low, high + 1))

    def spread(self, deviation: float) -> float:
        return float(np.clip(self.random.normal(0, deviation), -1, 1))

    def chance(self, share: float) -> bool:
        return bool(self.random.random() < share)


def _first(said: set[str], table: dict, text: str):
    """The value of the table's word that comes first in the text, or None."""
    found = [(text.find(word), value) for word, value in table.items() if word in said]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _gender(text: str, said: set[str], given: str | None) -> str | None:
    if given:
        return "female" if given.strip().lower().startswith(("f", "w")) else "male"
    counts = {"female": sum(w in said for w in words_of.FEMALE), "male": sum(w in said for w in words_of.MALE)}
    if counts["female"] != counts["male"]:
        return max(counts, key=counts.get)
    for word in re.findall(r"[a-z]+", text):
        if word in names():
            return names()[word]
    return None


def _years(text: str, said: set[str], given: int | None) -> int | None:
    random = np.random.default_rng(zlib.crc32(text.encode()))
    if given is not None:
        return int(np.clip(given, 4, 100))
    decade = next((v for w, v in words_of.DECADES.items() if w in said), None)
    if decade is None:
        match = re.search(r"\b([1-9])0'?s\b", text)
        decade = int(match[1]) * 10 if match else None
    if decade is not None:
        if "early" in said:
            return decade + int(random.integers(1, 4))
        if "late" in said:
            return decade + int(random.integers(7, 10))
        return decade + int(random.integers(3, 8)) if decade != 13 else int(random.integers(14, 18))
    for pattern in (
        r"\b(\d{1,3})[ -]*(?:years?|yrs?|yo|y/o)\b",
        r"\b(?:man|woman|boy|girl|kid|child|lady|gentleman|student|widow|somebody) of (\d{1,3})\b",
        r"\b(?:age|aged)\D{0,3}(\d{1,3})\b",
        r"(?:^|[,;(]\s*)(\d{1,3})(?=\s*(?:[,;).]|$))",
    ):
        match = re.search(pattern, text)
        if match:
            return int(np.clip(int(match[1]), 4, 100))
    spelled = years_said(text)
    if spelled is not None:
        return spelled
    found = [span for word, span in words_of.AGES.items() if word in said]
    if not found:
        return None
    old = [span for span in found if span[0] >= 44 or 12 < span[0] < 24]
    low, high = (old or found)[0] if not {"young"} & said or not old else found[0]
    return int(random.integers(low, high + 1))


def years_said(text: str) -> int | None:
    """An age written out: "eight years old", "a girl of twelve"."""
    unit = "one|two|three|four|five|six|seven|eight|nine"
    ten = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    spelled = rf"(?:{ten})(?:[- ](?:{unit}))?|[a-z]+teen|ten|eleven|twelve|{unit}"
    match = re.search(rf"\b({spelled})[- ]years?[- ]old", text) or re.search(rf"\bof ({spelled})\b", text)
    parts = re.split(r"[- ]", match[1]) if match else []
    if not parts or any(p not in words_of.NUMBERS for p in parts):
        return None
    return max(4, sum(words_of.NUMBERS[p] for p in parts))


def _outfit(text: str, said: set[str], sex: str) -> str | None:
    worn = _first(said, words_of.GARMENTS, text)
    if worn in ("blouse", "dress") and sex == "male":
        worn = "shirt"
    jobs = {job: outfit for outfit, jobs in words_of.OCCUPATIONS.items() for job in jobs.split()}
    plural = {w.rstrip("s") for w in said} | said
    work = _first(plural, jobs, text)
    if work in ("blouse", "dress") and sex == "male":
        work = "suit"
    return worn or work


def _near(text: str, table: dict, noun: str):
    """The table's value for a word that stands shortly before `noun` (a pattern), or right after it with "is"."""
    best = None
    for word, value in table.items():
        match = re.search(
            rf"\b{re.escape(word)}\b(?:[ ,-]+(?!eyes|skin|coat|dress|shirt|hat)[a-z]+){{0,3}}?[ ,-]+{noun}\b", text
        ) or re.search(rf"\b{noun}\b (?:is|was|are|turning|gone) {re.escape(word)}\b", text)
        if match and (best is None or match.end() - match.start() < best[0]):
            best = (match.end() - match.start(), value)
    return best and best[1]


def _skin(text: str, said: set[str]) -> str | None:
    found = _near(text, words_of.SKINS, r"(?:skin|skinned|complexion)")
    if found:
        return found
    return next((words_of.SKINS[w] for w in ("pale", "tanned", "ebony") if w in said), None)


def _hair(text: str, said: set[str], sex: str, age: int, skin: str, drawn: _Draw) -> str:
    young = (
        ("bob", "long", "ponytail", "bun", "curly", "wavy", "pixie", "braids", "side_part")
        if sex == "female"
        else ("crop", "side_part", "buzz", "curly", "slick", "spiky", "wavy")
    )
    chances = (
        (0.16, 0.16, 0.15, 0.11, 0.11, 0.14, 0.09, 0.04, 0.04)
        if sex == "female"
        else (0.24, 0.28, 0.12, 0.10, 0.12, 0.10, 0.04)
    )
    if age < 13:
        young, chances = (
            (("bob", "ponytail", "braids", "long", "curly"), (0.25, 0.25, 0.2, 0.15, 0.15))
            if sex == "female"
            else (("crop", "side_part", "curly", "spiky"), (0.35, 0.25, 0.2, 0.2))
        )
    if age >= 60:
        young, chances = (
            (("bob", "bun", "curly", "pixie"), (0.25, 0.35, 0.25, 0.15))
            if sex == "female"
            else (("bald_sides", "side_part", "crop", "slick"), (0.45, 0.3, 0.15, 0.1))
        )
    if luminance(skin) < 0.40:
        young, chances = (
            (("afro", "curly", "braids", "bun", "pixie"), (0.3, 0.2, 0.2, 0.2, 0.1))
            if sex == "female"
            else (("buzz", "crop", "afro", "bald"), (0.4, 0.25, 0.25, 0.1))
        )
    usual = drawn.choice(young, chances)
    style = _first(said, words_of.HAIR_STYLES, text)
    if style == "bald" and re.search(r"\bbald(?:ing)? (?:patch|spot|on top)", text):
        style = "bald_sides"
    if style in ("wavy", "curly") and re.search(r"\bshort\b[^.;]{0,20}" + _HAIR_NOUN, text) and sex == "male":
        style = "curly"
    if style:
        return style
    if re.search(r"\bshort\b(?:[ ,-]+[a-z]+){0,3}?[ ,-]+(?:hair|haired)", text):
        return ("pixie" if drawn.chance(0.5) else "bob") if sex == "female" else "crop"
    if re.search(r"\blong\b(?:[ ,-]+[a-z]+){0,3}?[ ,-]+(?:hair|haired)", text):
        return "long"
    return usual


def _hair_colour(text: str, age: int, skin: str, drawn: _Draw) -> str:
    tones = ("#1B1513", "#2E1D15", "#4A2C1C", "#6A3D22", "#8A5428", "#C28B45", "#DDB068", "#A8431F", "#7A3520")
    chances = (
        (0.14, 0.20, 0.22, 0.13, 0.07, 0.08, 0.07, 0.05, 0.04)
        if luminance(skin) > 0.55
        else (0.6, 0.3, 0.1, 0, 0, 0, 0, 0, 0)
    )
    natural = drawn.choice(tones, chances)
    grey = float(np.clip((age - 42) / 24 + drawn.spread(0.18), 0, 1)) if age > 40 else 0.0
    usual = hex_of(mix(natural, drawn.choice(("#8E8B88", "#B4B1AD", "#DAD6D0")), np.array(0.92 * grey)))
    return hair_colour_said(text) or usual


def hair_colour_said(words: str) -> str | None:
    """The hair colour that words name ("grey hair", "a brunette")."""
    text = _plain(words)
    said = _words(text)
    alone = (words_of.HAIR_COLOURS[w] for w in ("blonde", "blond", "brunette", "redhead", "ginger") if w in said)
    return _near(text, words_of.HAIR_COLOURS, _HAIR_NOUN) or next(alone, None)


def _eyes(text: str, skin: str, drawn: _Draw) -> str:
    options = ("#5A3722", "#3B2315", "#7A5A2C", "#4F7F52", "#3F6E9A", "#6C7C86")
    chances = (0.30, 0.16, 0.14, 0.14, 0.18, 0.08) if luminance(skin) > 0.55 else (0.5, 0.4, 0.1, 0, 0, 0)
    usual = drawn.choice(options, chances)
    return eyes_said(text) or usual


def eyes_said(words: str) -> str | None:
    """The colour of the eyes that words name."""
    return _near(_plain(words), words_of.EYE_COLOURS, r"(?:eyes?|eyed)")


def _height(said: set[str], text: str, sex: str, age: int, drawn: _Draw) -> float:
    grown = (1.665 if sex == "female" else 1.785) + 0.06 * drawn.spread(0.6)
    stature = np.interp(age, [4, 8, 12, 15, 18, 60, 90], [0.60, 0.74, 0.87, 0.96, 1.0, 1.0, 0.955])
    height = grown * float(stature)
    for word, change in words_of.HEIGHTS.items():
        if word in said and not (
            word in ("short", "long")
            and re.search(rf"\b{word}\b(?:[ ,-]+[a-z]+){{0,3}}?[ ,-]+(?:{_HAIR_NOUN}|skirt|dress|sleeves?)", text)
        ):
            height += change * float(stature)
            break
    match = re.search(r"\b(1|2)[.,](\d{2})\s*m\b", text) or re.search(r"\b(1|2)(\d{2})\s*cm\b", text)
    if match:
        height = int(match[1]) + int(match[2]) / 100
    return round(float(np.clip(height, 0.95, 2.05)), 3)


def _build(said: set[str], drawn: _Draw) -> float:
    usual = drawn.spread(0.38)
    found = [v for w, v in words_of.BUILDS.items() if w in said]
    return round(float(found[0] if found else usual), 3)


def _beard(text: str, said: set[str], sex: str, age: int, drawn: _Draw) -> str | None:
    usual = drawn.choice(
        (None, "stubble", "short", "full", "moustache", "goatee"), (0.56, 0.13, 0.13, 0.06, 0.06, 0.06)
    )
    if re.search(r"\b(?:clean[- ]shaven|beardless|no beard|without a beard)\b", text):
        return None
    found = _first(said, words_of.BEARDS, text)
    if found == "full" and re.search(r"\b(?:short|trimmed|neat)\b[^.;]{0,12}\bbeard", text):
        found = "short"
    if found:
        return found
    return usual if sex == "male" and age >= 22 else None


def _glasses(said: set[str], age: int, drawn: _Draw) -> bool:
    usual = drawn.chance(0.12 + 0.25 * (age > 55))
    if {"glasses", "spectacles", "bespectacled", "eyeglasses", "nerdy", "nerd"} & said:
        return True
    return usual


def _hat(text: str, said: set[str], outfit: str) -> str | None:
    if re.search(r"\b(?:no|without an?) (?:hat|cap|helmet)\b", text):
        return None
    found = _first(said, words_of.HATS, text)
    if found:
        return "knight_helmet" if found == "hard_hat" and outfit == "knight" else found
    return {
        "cook": "toque" if {"chef", "cook", "baker"} & said else None,
        "worker": "hard_hat" if {"builder", "miner", "construction"} & said else None,
    }.get(outfit) or (
        "peaked_cap" if {"police", "policeman", "policewoman", "cop", "pilot", "captain"} & said else None
    )


def _colours(text: str, outfit: str, drawn: _Draw) -> tuple[str, ...]:
    palettes = words_of.PALETTES.get(outfit, words_of.PALETTES["casual"])
    main, second, accent = drawn.choice(palettes)
    for garment, slot in (
        (
            r"(?:coat|dress|gown|suit|tuxedo|blazer|hoodie|sweatshirt|jacket|shirt|t-shirt|tshirt|tee|sweater|jumper|pullover|blouse|cardigan|uniform|jersey|tracksuit|armou?r|overalls|dungarees|raincoat|overcoat|costume|apron|scrubs|clothes|outfit)",
            0,
        ),
        (r"(?:trousers|pants|jeans|skirt|shorts|leggings)", 1),
        (r"(?:tie|scarf|cape|shoes|boots|belt)", 2),
    ):
        colour = _near(text, words_of.COLOURS, garment) or (_after_in(text) if slot == 0 else None)
        if colour:
            main, second, accent = (colour if slot == i else c for i, c in enumerate((main, second, accent)))
    return main, second, accent


def _after_in(text: str) -> str | None:
    """The colour of "dressed in red", "wearing black", "in white"."""
    match = re.search(r"\b(?:dressed in|wearing|all in|clad in|in) (?:all )?([a-z]+)(?=\s*(?:[,.;]|$|and\b))", text)
    return words_of.COLOURS.get(match[1]) if match else None


def _face(said: set[str], age: int, drawn: _Draw) -> dict[str, float]:
    features = (
        "jaw_width",
        "jaw_length",
        "chin",
        "cheeks",
        "nose_length",
        "nose_width",
        "nose_tip",
        "eye_size",
        "eye_spacing",
        "eye_tilt",
        "brows",
        "brow",
        "lips",
        "mouth_width",
        "mouth_height",
        "face_width",
        "ears",
        "shoulders",
        "legs",
        "belly",
    )
    face = {name: round(drawn.spread(0.50), 3) for name in features}
    if {"tired", "weary", "exhausted", "sleepy"} & said:
        face["tired"] = 1.0
    if {"muscular", "burly", "strong", "broad", "athletic"} & said:
        face["shoulders"] = 0.9
    if {"square-jawed", "chiselled", "chiseled", "rugged", "tough"} & said:
        face |= {"jaw_width": 0.8, "chin": 0.8, "brow": 0.6}
    return face
