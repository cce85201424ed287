"""People who join the cast and leave it."""

from __future__ import annotations

from typing import Literal

from app.document import Character, Film, Shot
from app.edits.base import Edit
from app.errors import ShotwrightError


class AddCharacter(Edit):
    kind: Literal["add character"] = "add character"
    character: Character
    index: int | None = None

    @property
    def label(self) -> str:
        return f"add {self.character.name}"

    def apply(self, film: Film) -> Edit:
        if any(c.name.casefold() == self.character.name.casefold() for c in film.characters):
            raise ShotwrightError("project", f"there is a character called {self.character.name!r} already")
        at = len(film.characters) if self.index is None else self.index
        film.characters.insert(at, self.character.model_copy(deep=True))
        return RemoveCharacter(by=self.by, character=self.character.id)


class RemoveCharacter(Edit):
    kind: Literal["remove character"] = "remove character"
    character: str

    @property
    def label(self) -> str:
        return "remove a character"

    def apply(self, film: Film) -> Edit:
        character = film.character(self.character)
        used = [s.label or n for n, _, s in film.numbered() if character.id in _people(s)]
        if used:
            raise ShotwrightError(
                "project", f"{character.name} is in shot {used[0]}", "Take the character out of the shots first."
            )
        index = film.characters.index(character)
        film.characters.pop(index)
        return AddCharacter(by=self.by, character=character, index=index)


def _people(shot: Shot) -> set[str]:
    people = {s.character for s in shot.staging} | set(shot.subjects)
    for beat in shot.beats:
        people |= {getattr(beat, n) for n in ("speaker", "character", "with_") if getattr(beat, n, None)}
    return people
