"""Fountain screenplays (fountain.io/syntax, version 1.1) of a film, which read back word for word."""

from __future__ import annotations

import re
from pathlib import Path

from app.document import Film
from app.errors import ShotwrightError
from app.files import write_whole
from app.script import HEADING, Paragraph, paragraphs, spelled

_MARKS = re.compile(r"([\\*_\[])")


def write_fountain(film: Film, path: Path) -> None:
    """Writes the screenplay. Raises ShotwrightError: export for a film without scenes, disk."""
    write_whole(Path(path), fountain(film))


def fountain(film: Film) -> str:
    """The screenplay as text. What could be taken for something else (a line of capitals, a bracket, a star) is
    marked the way the format provides, so that it comes back as it was. Raises ShotwrightError(export)."""
    if not film.scenes:
        raise ShotwrightError("export", f"{film.title!r} has no scenes to write", "Add a shot first.")
    out = [f"Title: {' '.join(film.title.split()) or 'Untitled'}", *_below_title(film.title_page), ""]
    for each in paragraphs(film):
        out += _paragraph(each)
    return "\n".join(out).rstrip("\n") + "\n"


def _below_title(page: dict[str, str]) -> list[str]:
    """The title page's other entries; one of several lines is indented below its key."""
    out = []
    for key, text in page.items():
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        out += [f"{key}: {lines[0]}"] if len(lines) == 1 else [f"{key}:", *(f"    {line}" for line in lines)]
    return out


def _paragraph(each: Paragraph) -> list[str]:
    match each.kind:
        case "heading":
            return ["", heading(each.text)]
        case "synopsis":
            return ["", f"= {each.text}"]
        case "action":
            return ["", action(each.text)]
        case "cue":
            return ["", cue(each.text) + (" (V.O.)" if each.unseen else "")]
        case "aside":
            return [f"({each.text})"]
        case "transition":
            return ["", transition(each.text)]
        case _:
            return [speech(each.text)]


def heading(text: str) -> str:
    """A scene heading; one that does not begin as usual gets the full stop that makes it one."""
    plain = bool(HEADING.match(text)) and not text.endswith("?")
    return text if plain else f".{text.lstrip('. ') or 'Scene'}"


def transition(text: str) -> str:
    """A transition; one that no reader knows for one by itself gets the mark that makes it one."""
    plain = text == text.upper() and text.endswith(" TO:") and not _MARKS.search(text)
    return text if plain else f"> {_MARKS.sub(r'\\\1', text)}"


def cue(name: str) -> str:
    """Who speaks, in capitals where that can be undone, else as written after an @."""
    upper = name.upper()
    usual = upper[-1:].isalnum() and not re.search(r"[(^@!~>*_\[\\.:,;?]", upper) and any(c.isalpha() for c in upper)
    return upper if usual and spelled(upper) == name else f"@{name}"


def action(text: str) -> str:
    """A stage direction; what reads like another element is forced to be one."""
    marked = _MARKS.sub(r"\\\1", text)
    other = text[:1] in tuple("!.#=>@~(") or HEADING.match(text) or text == text.upper() or text.endswith("TO:")
    return f"!{marked}" if other else marked


def speech(text: str) -> str:
    """Spoken words; brackets and wavy lines at the front are escaped."""
    marked = _MARKS.sub(r"\\\1", text)
    return f"\\{marked}" if marked[:1] in ("(", "~") else marked
