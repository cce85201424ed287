"""What a person added to the knowledge, and the programs of their shots that passed review.

Kept as text in the person's data folder, so that it outlives the files and films it came from.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.document import SUB_PROCESSES, Film, Scene, Shot
from app.errors import ShotwrightError
from app.files import digest, disk_error, write_whole
from library.knowledge.passages import Passage
from library.knowledge.readers import read

MOST_SHOTS = 300
"""Shots that are remembered of one film, the last ones."""


class _Text(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    text: str
    where: str = ""


class _Kept(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    at: str
    passages: list[_Text] = Field(default_factory=list)


@dataclass(frozen=True)
class Item:
    """Something on the shelf. source: "tutorials" or "films"; at: when it was added (ISO 8601)."""

    name: str
    source: str
    at: str
    passages: int


class Shelf:
    """A folder with one JSON file for everything that was added. A damaged one is passed by."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder or Path(platformdirs.user_data_path("shotwright")) / "knowledge"

    def add(self, file: Path) -> Item:
        """Adds a tutorial; one of the same name is replaced. Raises ShotwrightError(input, disk)."""
        texts = [_Text(title=p.title, text=p.text, where=p.where) for p in read(file)]
        return self._keep("tutorials", file.name, file.name, texts)

    def remember(self, film: Film) -> None:
        """Keeps guidance and program of every shot whose active take passed; none of a film where none did.
        Raises ShotwrightError(disk)."""
        texts = [
            _example(film, scene, shot)
            for _, scene, shot in film.numbered()
            if not shot.omitted and shot.take and shot.take.review and shot.take.review.verdict == "pass"
        ]
        if texts:
            unique = {digest(t.title, t.text): t for t in texts}
            self._keep("films", film.id, film.title, list(unique.values())[-MOST_SHOTS:])

    def _keep(self, source: str, key: str, name: str, texts: list[_Text]) -> Item:
        path = self._path(source, key)
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        kept = _Kept(name=name, at=now, passages=texts)
        before = _load(path)
        if before is None or before.passages != texts or before.name != name:
            write_whole(path, kept.model_dump_json(indent=1))
        return Item(name, source, now, len(texts))

    def _path(self, source: str, key: str) -> Path:
        readable = re.sub(r"[^A-Za-z0-9]+", "-", key).strip("-")[:40]
        return self.folder / source / f"{readable}-{digest(key)[:8]}.json"

    def items(self) -> list[Item]:
        """Everything on the shelf, by name."""
        found = [
            Item(kept.name, source, kept.at, len(kept.passages))
            for source in ("tutorials", "films")
            for path in sorted((self.folder / source).glob("*.json"))
            if (kept := _load(path)) is not None
        ]
        return sorted(found, key=lambda item: (item.source != "tutorials", item.name.casefold()))

    def remove(self, name: str) -> list[Item]:
        """Takes away what has this name. Raises ShotwrightError(input) where nothing has, ShotwrightError(disk)."""
        gone = []
        for source in ("tutorials", "films"):
            for path in sorted((self.folder / source).glob("*.json")):
                kept = _load(path)
                if kept is not None and kept.name.casefold() == name.casefold():
                    try:
                        path.unlink()
                    except OSError as error:
                        raise disk_error(path, error) from error
                    gone.append(Item(kept.name, source, kept.at, len(kept.passages)))
        if not gone:
            known = ", ".join(repr(item.name) for item in self.items()) or "nothing"
            raise ShotwrightError("input", f"nothing called {name!r} was added", f"There is: {known}.")
        return gone

    def tutorials(self) -> list[Passage]:
        """The passages of all tutorials."""
        return self._passages("tutorials")

    def films(self) -> list[Passage]:
        """The shots that passed, as passages."""
        return self._passages("films")

    def _passages(self, source: str) -> list[Passage]:
        found = []
        for path in sorted((self.folder / source).glob("*.json")):
            kept = _load(path)
            if kept is not None:
                found += [Passage(source, t.title, t.text, t.where) for t in kept.passages]
        return found


def _load(path: Path) -> _Kept | None:
    try:
        return _Kept.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _example(film: Film, scene: Scene, shot: Shot) -> _Text:
    """A shot as an example to follow: what was wanted, and the program that passed."""
    take = shot.take
    lines = []
    for name in SUB_PROCESSES:
        guidance, program = getattr(take.guidance, name).strip(), getattr(take.program, name).strip()
        if guidance or program:
            lines += [f"{name}: {guidance}".strip(), program]
    title = f"{shot.shot_type}, {scene.place}, {scene.mood}"
    return _Text(title=title, text="\n".join(line for line in lines if line), where=film.title)
