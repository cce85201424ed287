"""From a written line to what a speech engine should say, word by word.

The written words stay what they are (captions show them); each carries the stretch of the spoken text
that stands for it, so that an engine's word positions lead back to it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_DIRECTION = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_DASH = re.compile(r"--+|[—–―]")
_DOTS = re.compile(r"\.{2,}|…")
_MONEY = re.compile(r"([$£€])(\d[\d,]*)(?:\.(\d\d))?(?!\d)")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_YEAR = re.compile(r"(?<![\d.,$£€])(1[1-9]|20)(\d\d)(s?)(?!\d|[,.]\d)")
_UNIT = re.compile(r"(?<=\d)(km/h|kph|mph|km|cm|mm|kg|ft|lbs|GB|MB)\b")
_STUTTER = re.compile(r"\b([bcdfghjklmnpqrstvwxyz])-(?=\1)", re.IGNORECASE)
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")

_MONEY_NAMES = {"$": ("dollar", "dollars"), "£": ("pound", "pounds"), "€": ("euro", "euros")}
_DECADES = {
    "10": "tens", "20": "twenties", "30": "thirties", "40": "forties", "50": "fifties",
    "60": "sixties", "70": "seventies", "80": "eighties", "90": "nineties",
}  # fmt: skip
_UNITS = {
    "km/h": "kilometres an hour", "kph": "kilometres an hour", "mph": "miles an hour", "km": "kilometres",
    "cm": "centimetres", "mm": "millimetres", "kg": "kilos", "ft": "feet", "lbs": "pounds",
    "GB": "gigabytes", "MB": "megabytes",
}  # fmt: skip
_SYMBOLS = {
    "&": " and ",
    "@": " at ",
    "+": " plus ",
    "=": " equals ",
    "/": " ",
    "\\": " ",
    "_": " ",
    "~": " ",
    "|": " ",
}
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": "", "”": "", "«": "", "»": "", '"': "", "*": "", "`": ""})
_INITIALS = frozenset({
    "AI", "AM", "ATM", "BBC", "CEO", "CIA", "CNN", "DIY", "DJ", "DNA", "ER", "EU", "FBI", "GPS", "HQ", "ICU",
    "ID", "IQ", "IT", "MD", "MIA", "MIT", "NYPD", "OK", "PC", "PE", "PM", "PR", "QA", "SOS", "SUV", "TV", "UFO",
    "UK", "UN", "US", "USA", "USB", "VIP", "VP", "VR",
})  # fmt: skip
_CAPS_WORDS = frozenset({"MIA", "IT", "US", "AM", "OK"})
"""Initials that are far more often a shouted word when the words around them are in capitals as well."""

_SOUNDS = {
    "mm": "hmm", "mmm": "hmm", "mhm": "mm hm", "shh": "shush", "sh": "shush", "psst": "pist", "pfft": "puff",
    "pff": "puff", "tsk": "tisk", "grr": "gurr", "brr": "burr", "hm": "hmm", "argh": "arg", "aargh": "arg",
}  # fmt: skip


@dataclass(frozen=True)
class Word:
    """A written word and the half-open range of characters of the spoken text that stands for it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Script:
    """What an engine says. `text` may be "" (nothing to say); `shout`: most of the line is in capitals."""

    text: str
    words: tuple[Word, ...]
    shout: bool = False

    @property
    def speakable(self) -> bool:
        return any(c.isalnum() for c in self.text)


def written_words(line: str) -> list[str]:
    """The words of a line as a person reads them: without stage directions and control characters; a lone
    dash or dots belong to the word before (to the first word where they open the line)."""
    words: list[str] = []
    opening = ""
    for token in _without_directions(_clean(line)).split():
        if any(c.isalnum() for c in token):
            words.append(f"{opening} {token}" if opening else token)
            opening = ""
        elif words:
            words[-1] += f" {token}"
        else:
            opening = f"{opening} {token}".strip()
    return words or ([opening] if opening else [])


def script(line: str) -> Script:
    """What to say for a written line: directions and symbols left out, numbers, money, times, capitals,
    stutters and drawn-out words put the way they are spoken."""
    written = written_words(line)
    shout = _is_shout(written)
    spoken, words, length = [], [], 0
    for each in written:
        said = _say(each, shout, follows_number=bool(words) and words[-1].text[-1:].isdigit())
        words.append(Word(each, length, length + len(said)))
        spoken.append(said)
        length += len(said) + 1
    text = " ".join(spoken)
    return Script(text if any(c.isalnum() for c in text) else "", tuple(words), shout)


def reading_time(line: str) -> float:
    """Seconds a silent line stays up: 0.6 s, and 0.06 s for each letter or sign, at most 6 s (about the
    reading speed of subtitles, 15 to 17 characters a second)."""
    return min(6.0, 0.6 + 0.06 * sum(not c.isspace() for c in _clean(line)))


def _clean(line: str) -> str:
    line = unicodedata.normalize("NFC", line)
    return "".join(" " if c.isspace() else c for c in line if c.isspace() or unicodedata.category(c)[0] != "C")


def _without_directions(text: str) -> str:
    while True:
        shorter = _DIRECTION.sub(" ", text)
        if shorter == text:
            return text
        text = shorter


def _is_shout(words: list[str]) -> bool:
    letters = [w for w in ("".join(c for c in word if c.isalpha()) for word in words) if len(w) > 1]
    loud = [w for w in letters if w.isupper()]
    return len(loud) > len(letters) / 2 and any(w not in _INITIALS for w in loud)


def _say(word: str, shout: bool, follows_number: bool) -> str:
    said = word.translate(_QUOTES)
    said = _DOTS.sub("... ", said)
    said = _DASH.sub(", ", said)
    said = _MONEY.sub(_money, said)
    said = re.sub(r"#(?=\d)", "number ", said)
    said = _CLOCK.sub(_clock, said)
    said = _YEAR.sub(_year, said)
    said = _UNIT.sub(lambda m: " " + _UNITS[m[1]], said)
    bare = said.strip(".,!?;: ")
    if follows_number and bare in _UNITS:
        said = said.replace(bare, _UNITS[bare])
    for symbol, name in _SYMBOLS.items():
        said = said.replace(symbol, name)
    said = "".join(c for c in said if c.isalnum() or c in " .,!?;:'-%" or unicodedata.category(c)[0] in "MP")
    said = _STUTTER.sub(lambda m: f"{m[1]}uh-", said)
    said = re.sub(r"[^\W\d_]+", lambda m: _spoken_letters(m[0], shout), said)
    return re.sub(r" +(?=[,.!?;:])|(?<= ) +", "", said).strip()


def _spoken_letters(letters: str, shout: bool) -> str:
    sound = _SOUNDS.get(letters.lower()) or _SOUNDS.get(_DRAWN.sub(r"\1\1", letters).lower())
    if sound:
        return sound
    if len(letters) > 1 and letters.isupper():
        spelled = letters in _INITIALS and not (shout and letters in _CAPS_WORDS)
        letters = letters if spelled else letters.lower()
    return _DRAWN.sub(r"\1", letters)


def _money(found: re.Match) -> str:
    one, many = _MONEY_NAMES[found[1]]
    name = one if found[2] == "1" else many
    return f"{found[2]} {name}" + (f" {int(found[3])}" if found[3] and int(found[3]) else "")


def _clock(found: re.Match) -> str:
    hour, minute = int(found[1]), int(found[2])
    if minute == 0:
        return f"{hour} o'clock" if 0 < hour <= 12 else f"{hour} hundred"
    return f"{hour} oh {minute}" if minute < 10 else f"{hour} {minute}"


def _year(found: re.Match) -> str:
    century, rest, decade = found[1], found[2], found[3]
    if century == "20" and rest[0] == "0":
        return found[0]
    if decade:
        return (
            f"{century} {_DECADES[rest]}" if rest in _DECADES else f"{century} hundreds" if rest == "00" else found[0]
        )
    if rest == "00":
        return f"{century} hundred"
    return f"{century} oh {rest[1]}" if rest[0] == "0" else f"{century} {rest}"
