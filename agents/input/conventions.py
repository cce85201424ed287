"""What all screenplay formats share: headings, names with extensions, people introduced in capitals."""

from __future__ import annotations

import re

from agents.input.screenplay import ParsedScene, Profile, Screenplay
from agents.lexicons import lexicon
from app.document import Notice
from app.script import HEADING, meant_by, spelled

EXTENSION = re.compile(r"\s*\(([^)]*)\)")
_SCENE_NUMBER = re.compile(r"\s*#[\w.\-)]+#\s*$")
_INTRODUCED = re.compile(r"\b([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\- ]*[A-ZÀ-ÖØ-Þ])\s*\(([^)]*)\)(?:, ([^.;:!?()]*))?")
_APPOSED = re.compile(r"\b([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\- ]*[A-ZÀ-ÖØ-Þ]), ([^.;:!?()]*)")
_BRACKETS = re.compile(r"\b([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\- ]*[A-ZÀ-ÖØ-Þ])\s*\([^)]*\)")
_DESCRIBES = re.compile(r"(?:an?|with|wearing|in (?:an?|his|her|their)|dressed|early|mid|late|\d{1,2}s?|aged)\b", re.I)
_LOOKS = re.compile(r"\b(?:haired|hair|beard|bearded|moustache|mustache|glasses|bald|curls|braids|ponytail)\b", re.I)
_ADJECTIVES = re.compile(r"(?:\w+ )?[a-z-]+(?<!s)", re.I)
_EXTRA = re.compile(r"\b(?:(an?|the|[a-z]+) )?([A-Z]{3,}(?: [A-Z]{3,})?)\b(?!['’(]|\s*\(|\s+[A-Z]{2,})", re.ASCII)
MOST_EXTRAS = 4
"""People whom one word in the plural brings into a scene."""
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ]{2,}\b")
_UNSEEN = {"V.O.", "VO", "V.O", "O.S.", "OS", "O.S", "O.C.", "OC", "O.C", "OFF"}


def scene_of(heading: str, at: int | None) -> ParsedScene:
    """A scene from its heading (without marks of the format): place and time taken out of it."""
    heading = _SCENE_NUMBER.sub("", heading).strip()
    place = HEADING.sub("", heading).strip(" .")
    place, dash, time = _last_dash(place)
    return ParsedScene(heading=heading, place=place.strip(), time=time.strip() if dash else "", at=at)


class Transitions:
    """Collects the transitions of a screenplay while it is read, each for the heading that follows it."""

    def __init__(self) -> None:
        self._read: list[tuple[str, int]] = []

    def add(self, words: str, at: int) -> None:
        self._read.append((words, at))

    def begin(self, scene: ParsedScene) -> None:
        """The scene whose heading was read begins with them."""
        scene.transition_words = [words for words, _ in self._read]
        scene.transition = meant_by(scene.transition_words)
        self._read = []

    def inside(self, play: Screenplay) -> None:
        """Something else follows than a heading: inside a scene the camera cuts."""
        for words, at in self._read:
            if meant_by([words]) != "cut" and play.scenes:
                play.notices.append(Notice(line=at, text=words, problem="this stands inside a scene", used="a cut"))
        self._read = self._read if not play.scenes else []

    def end(self, play: Screenplay) -> None:
        """The screenplay ends with them."""
        play.ending_words = [words for words, _ in self._read]
        play.ending = "cut" if meant_by(play.ending_words) == "cut" else "fade"


def _last_dash(text: str) -> tuple[str, str, str]:
    for dash in (" - ", " – ", " — ", " -- "):
        if dash in text:
            return text.rpartition(dash)
    return text, "", ""


def speaker_of(cue: str, profiles: dict[str, Profile], as_written: bool = False) -> tuple[str, bool]:
    """(name, whether the person is only heard) of a cue like "MIA (V.O.)". One spelling for all of one person:
    the first, which is noted in `profiles`. as_written: capitals are meant."""
    extensions = {e.strip().upper() for e in EXTENSION.findall(cue)}
    bare = " ".join(EXTENSION.sub("", cue).split())
    name = bare if as_written else spelled(bare)
    profiles.setdefault(name.casefold(), Profile(name))
    return profiles[name.casefold()].name, bool(extensions & _UNSEEN)


def introduce(text: str, profiles: dict[str, Profile]) -> None:
    """Notes who is introduced in a stage direction: "NORA (34, a nurse)" or "NORA, a nurse in a long coat, waits", and
    those who are no more than what they are: "A WAITER comes in", "Two CHILDREN run past"."""
    for name, about in introductions(text):
        name = re.sub(r"^(?:AN?|THE) (?=\w)", "", name)
        profile = profiles.setdefault(spelled(name).casefold(), Profile(spelled(name)))
        profile.words = profile.words or about
        age = re.search(r"\b(\d{1,2})(?:s|\b)", about)
        if age and profile.years is None:
            profile.years = min(100, max(4, int(age[1])))

    for role, count in _extras(text):
        for name in (spelled(role) if k == 1 else f"{spelled(role)} {k}" for k in range(1, count + 1)):
            profiles.setdefault(name.casefold(), Profile(name, words=role.casefold()))


def _extras(text: str) -> list[tuple[str, int]]:
    """(role in capitals, how many) of everybody a stage direction only calls by a role."""
    people, numbers = lexicon("people"), lexicon("english")["numbers"]
    single = {many: one for one, many in people["plurals"].items()}
    out = []
    for before, role in _EXTRA.findall(text):
        word = role.casefold()
        one = single.get(word) or (word[:-1] if word.endswith("s") and word[:-1] in people["roles"] else word)
        if one in people["roles"]:
            count = int(numbers.get(before.casefold(), 2)) if one != word else 1
            out.append((one.upper(), min(count, MOST_EXTRAS)))
    return out


def introductions(text: str) -> list[tuple[str, str]]:
    """(name in capitals, what is said of their looks) of everybody a stage direction introduces."""
    said = []
    for name, inside, behind in _INTRODUCED.findall(text):
        said.append((name, ", ".join(part for part in (inside.strip(), _apposition(behind)) if part)))
    said += [(name, _apposition(rest).strip()) for name, rest in _APPOSED.findall(text)]
    return [(name, about) for name, about in said if about]


def acted(text: str) -> str:
    """A stage direction without what stands in brackets behind a name in capitals: it says who somebody is, and nothing
    that is done ("OSKAR (60s, limping) comes in")."""
    return _BRACKETS.sub(r"\1", text)


def _apposition(text: str) -> str:
    """What is said of somebody right behind their name, up to the verb or the next name. Bare adjectives ("tired")
    may stand before it."""
    out, waiting = [], []
    for part in text[: found.start() if (found := _NAME.search(text)) else len(text)].split(","):
        part = part.strip()
        if _DESCRIBES.match(part) or _LOOKS.search(part):
            out += [*waiting, part]
            waiting = []
        elif _ADJECTIVES.fullmatch(part):
            waiting.append(part)
        else:
            break
    about = ", ".join(out)
    return re.sub(r"\s+(?:and|with|beside|to|at|while|as)$", "", about)
