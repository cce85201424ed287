"""Fountain screenplays (fountain.io/syntax, version 1.1), word for word and with line numbers.

Our own reader, because a notice must name the line of the file and the readers on PyPI keep none; they also
take "INT." inside dialogue for a heading or leave comment marks in spoken words.
"""

from __future__ import annotations

import re

from agents.input.conventions import EXTENSION, Transitions, introduce, scene_of, speaker_of
from agents.input.screenplay import Direction, ParsedScene, Profile, Screenplay, Speech
from app.document import Notice
from app.errors import ShotwrightError
from app.script import HEADING, transition_of

_FORCED_HEADING = re.compile(r"^\.[^.\s]")
_TITLE_KEY = re.compile(r"^([^\s:][^:]*):\s*(.*)$")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)


def looks_like_fountain(text: str) -> bool:
    """Whether a text has a scene heading on a line of its own."""
    return any(HEADING.match(line.strip()) or (_FORCED_HEADING.match(line.strip())) for line in text.splitlines())


def parse_fountain(text: str, name: str = "the screenplay") -> Screenplay:
    """The screenplay in `text`. Raises ShotwrightError(input) if it has no scene."""
    lines = _without_comments(text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)).split("\n")
    play = Screenplay()
    start = _title_page(lines, play)
    before = ParsedScene()
    scene: ParsedScene | None = None
    profiles: dict[str, Profile] = {}
    transitions = Transitions()
    i = start
    while i < len(lines):
        raw = lines[i]
        line = raw.strip()
        if not line or (line.startswith("===") and not line.strip("=")):
            i += 1
            continue
        number = i + 1
        if _is_heading(lines, i):
            scene = scene_of(line[1:] if _FORCED_HEADING.match(line) else line, number)
            transitions.begin(scene)
            play.scenes.append(scene)
            i += 1
            continue
        if line.startswith("#"):
            i += 1
            continue
        if line.startswith("=") and not line.startswith("=="):
            if scene is not None:
                scene.synopsis = f"{scene.synopsis} {line[1:].strip()}".strip()
            i += 1
            continue
        if _is_transition(lines, i):
            transitions.add(_plain_text(line.removeprefix(">")), number)
            i += 1
            continue
        transitions.inside(play)
        if scene is None:
            scene = before
        if _is_cue(lines, i):
            i = _dialogue(lines, i, scene, profiles, play)
            continue
        i = _action(lines, i, scene, profiles)
    if not play.scenes:
        raise ShotwrightError(
            "input",
            f"{name} has no scene",
            'A scene starts with a heading on a line of its own, for example "INT. KITCHEN - NIGHT".',
        )
    for each in before.elements:
        problem = "this stands before the first scene"
        play.notices.append(Notice(line=each.at, text=each.text, problem=problem, used="left out"))
    transitions.end(play)
    play.profiles = list(profiles.values())
    return play


def _without_comments(text: str) -> str:
    """Boneyard (/* */) and notes ([[ ]]) taken out, line breaks kept so that line numbers hold."""

    def newlines(match: re.Match) -> str:
        return "\n" * match[0].count("\n")

    text = re.sub(r"/\*.*?\*/", newlines, text, flags=re.DOTALL)
    return re.sub(r"\[\[(?:(?!\n[ ]{0,1}\n).)*?\]\]", newlines, text, flags=re.DOTALL)


def _title_page(lines: list[str], play: Screenplay) -> int:
    """Reads "Key: value" lines at the top; the index of the first line after them."""
    i = 0
    while i < len(lines) and not lines[i].strip():
        i += 1
    first = _TITLE_KEY.match(lines[i]) if i < len(lines) else None
    if first is None or HEADING.match(lines[i]) or transition_of(lines[i].strip("> ")):
        return 0
    key, values = "", {}
    while i < len(lines) and lines[i].strip():
        entry = _TITLE_KEY.match(lines[i])
        if entry and not lines[i].startswith((" ", "\t")):
            key = entry[1].strip().capitalize()
            values[key] = entry[2].strip()
        else:
            values[key] = f"{values[key]}\n{lines[i].strip()}".strip()
        i += 1
    play.title = _plain_text(" ".join(values.pop("Title", "").split()))
    play.title_page = {k: "\n".join(map(_plain_text, v.splitlines())) for k, v in values.items() if v}
    return i


def _blank(lines: list[str], i: int) -> bool:
    return not 0 <= i < len(lines) or not lines[i].strip()


def _is_heading(lines: list[str], i: int) -> bool:
    line = lines[i].strip()
    if _FORCED_HEADING.match(line):
        return True
    return bool(HEADING.match(line)) and _blank(lines, i - 1) and not line.endswith("?")


def _is_transition(lines: list[str], i: int) -> bool:
    line = lines[i].strip()
    if line.startswith("!"):
        return False
    if line.startswith(">") and not line.endswith("<"):
        return True
    return transition_of(line) is not None and _blank(lines, i - 1) and _blank(lines, i + 1)


def _is_cue(lines: list[str], i: int) -> bool:
    line = lines[i].strip()
    if line.startswith("@") and len(line) > 1:
        return not _blank(lines, i + 1)
    if line.startswith(("!", "~", ">", "(")) or _blank(lines, i + 1) or not _blank(lines, i - 1):
        return False
    name = EXTENSION.sub("", line.rstrip("^ ")).strip()
    return (name == name.upper() and any(c.isalpha() for c in name) and name[-1:] not in ".,:;!?") or _initials(name)


def _initials(name: str) -> bool:
    return bool(re.match(r"^[A-Z][A-Z.'’, ]*(?:JR|SR|ESQ)\.$", name))


def _dialogue(lines: list[str], i: int, scene: ParsedScene, profiles: dict[str, Profile], play: Screenplay) -> int:
    """Reads a cue and the words under it; a parenthetical splits the speech. The index after it."""
    marked = lines[i].strip().rstrip("^ ").strip()
    cue = marked.removeprefix("@").strip()
    speaker, unseen = speaker_of(cue, profiles, as_written=marked.startswith("@"))
    at, delivery, words = i + 1, "", []
    spoken = False
    i += 1

    def close() -> None:
        nonlocal words, spoken
        text = _plain_text(" ".join(words))
        if text:
            scene.elements.append(Speech(at=at, speaker=speaker, text=text, delivery=delivery, unseen=unseen))
            spoken = True
        words = []

    while i < len(lines):
        line = lines[i]
        if not line.strip():
            if len(line) >= 2:
                i += 1
                continue
            break
        text = line.strip()
        if text.startswith("(") and text.endswith(")"):
            close()
            delivery, at = text[1:-1].strip(), i + 1
        else:
            words.append(text.removeprefix("~").strip())
        i += 1
    close()
    if not spoken:
        play.notices.append(Notice(line=at, text=cue, problem="no words follow this name", used="left out"))
    return i


def _action(lines: list[str], i: int, scene: ParsedScene, profiles: dict[str, Profile]) -> int:
    at, words = i + 1, []
    while i < len(lines) and lines[i].strip():
        if words and (_is_heading(lines, i) or lines[i].strip().startswith("@")):
            break
        text = lines[i].strip()
        if text.startswith(">") and text.endswith("<"):
            text = text[1:-1].strip()
        words.append(text[1:].strip() if text.startswith(("!", "~")) else text)
        i += 1
    text = _plain_text(" ".join(words))
    introduce(text, profiles)
    if text:
        scene.elements.append(Direction(at=at, text=text))
    return i


def _plain_text(text: str) -> str:
    """Emphasis marks taken off, words untouched; a backslash before a mark keeps the mark."""
    previous = None
    while previous != text:
        previous, text = text, _EMPHASIS.sub(r"\2", text)
    return " ".join(re.sub(r"\\([*_\\\[(~])", r"\1", text).split())
