"""Giving a person of the film another name, everywhere it is said."""

from __future__ import annotations

import re

from app.document import HOUSE, SUB_PROCESSES, Character, Film
from app.edits import AnyEdit, Group, SetField
from app.errors import ShotwrightError


def rename(film: Film, person: str, name: str) -> Group:
    """One edit: the name itself, and the whole word in guidance and programs of all shots. Spoken lines stay as they
    were written. Raises ShotwrightError(project) for an empty name or one that somebody has."""
    character = film.character(person)
    new = " ".join(name.split())
    if not new:
        raise ShotwrightError("project", "a person needs a name")
    if any(c is not character and c.name.casefold() == new.casefold() for c in film.characters):
        raise ShotwrightError("project", f"there is somebody called {new!r} already", "Choose another name.")
    edits: list[AnyEdit] = [SetField(target=character.id, field="name", value=new)]
    for shot in film.shots():
        for part in ("guidance", "program"):
            for each in SUB_PROCESSES:
                text = getattr(getattr(shot, part), each)
                edits += _replaced(shot.id, shot.origins, f"{part}.{each}", text, character, new)
    return Group(name=f"rename {character.name}", edits=edits)


def _replaced(shot: str, origins, field: str, text: str, character: Character, new: str) -> list[AnyEdit]:
    """The edit of one text, signed by whoever wrote it before, so that it stays theirs."""
    pattern = rf"(?<!\w){re.escape(character.name)}(?!\w)"
    changed = re.sub(pattern, lambda _: new, text)
    if changed == text:
        return []
    return [SetField(target=shot, field=field, value=changed, origin=origins.get(field, HOUSE))]
