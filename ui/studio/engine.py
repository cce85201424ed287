"""What makes films for the studio: the producer with its crew and Blender workers.

Imported and started when first needed, so that the window is there at once.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from agents.exports import Report, Wish
from app.document import Source, Take
from app.errors import ShotwrightError
from app.look import Look
from app.session import Session
from app.settings import Settings

if TYPE_CHECKING:
    from agents.production.crew import Compared


class Producer(Protocol):
    """What the studio needs of a producer (see `agents.production.producer`)."""

    progress: Any
    crew: Any

    async def develop(self, source: Source, options: Any) -> None: ...
    async def stage(self, shot_ids: list[str] | None = None) -> None: ...
    async def regenerate(self, shot_id: str) -> Take: ...
    async def render(self, shot_ids: list[str] | None = None, quality: str = "animatic") -> Any: ...
    async def animatic(self, quality: str = "animatic") -> Path: ...
    async def compare(self, shot_id: str, first: str, second: str) -> Compared: ...
    def stale(self, shot_id: str) -> list[str]: ...
    def estimate(
        self, quality: str, size: tuple[int, int] | None = None, shot_ids: Iterable[str] | None = None
    ) -> float: ...


class Engine(Protocol):
    """Gives each film its producer; they share what is dear to start."""

    def load(self, project: Path | None) -> None:
        """Imports what it needs and takes over what came with a project. Takes a second or two the first time: called
        in a thread before `producer`. Raises ShotwrightError(disk)."""

    def producer(self, session: Session) -> Producer: ...

    def read(self, text: str) -> Source:
        """The source in a text or in the file it names. Raises ShotwrightError(input)."""

    def options(
        self, max_shots: int | None, seed: int, fps: str, size: tuple[int, int], mood: str = "", grade: str = ""
    ) -> Any: ...

    async def entry(self, kind: str, name: str) -> list[Path]:
        """Pictures of an entry of the library, kept or rendered. Raises ShotwrightError."""

    async def turntable(self, look: Look, framing: str, count: int) -> list[Path]:
        """Pictures of somebody from all sides ("figure" or "face"), kept or rendered. Raises ShotwrightError."""

    async def export(self, producer: Producer, wish: Wish) -> Report:
        """Writes the film as wished and reads it back. Raises ShotwrightError."""

    async def import_asset(self, path: Path) -> tuple[str, list[str]]:
        """Makes a prop of a 3D file: its name, and what was changed. Raises ShotwrightError."""

    async def close(self) -> None:
        """Ends all workers."""


class HouseEngine:
    """The crew of the settings (the built-in one where no model is set up) on one pool of workers."""

    def __init__(self) -> None:
        self._pool: Any = None
        self._knowledge: Any = None
        self._closing: list[Any] = []

    def load(self, project: Path | None) -> None:
        library = ("library.functions", "library.learned.store", "library.snippets")
        crew = ("agents.ensemble", "agents.input", "agents.knowledge", "agents.model.client")
        for name in (*crew, "agents.production.producer", "render.pool", *library):
            importlib.import_module(name)
        importlib.import_module("render.version").code_version()
        if project is not None:
            importlib.import_module("agents.production.assets").adopt(project)

    def producer(self, session: Session) -> Producer:
        from agents.ensemble import cast_crew
        from agents.knowledge import Librarian
        from agents.model.ledger import Budget
        from agents.model.settings import ModelSettings
        from agents.production.producer import Producer as Real
        from agents.production.producer import worker_folders
        from library.knowledge import Knowledge
        from render.pool import WorkerPool

        settings = Settings.load()
        self._knowledge = self._knowledge or Knowledge()
        if self._pool is None:
            self._pool = WorkerPool(settings.workers)
        if session.project is not None:
            self._pool.serve(worker_folders(session.project))
        budget = Budget(money=settings.money, tokens=settings.tokens)
        crew = cast_crew(ModelSettings.load().within(os.environ), lambda: _folder(session), budget=budget)
        librarian = Librarian(self._knowledge, lambda: _folder(session), lambda: crew.models, self._pool)
        self._closing += [librarian, crew]
        made = Real(session, self._pool, crew, retrieve=librarian.retrieve)
        librarian.watch(made)
        return made

    def read(self, text: str) -> Source:
        from agents.input import read

        return read(text)

    def options(
        self, max_shots: int | None, seed: int, fps: str, size: tuple[int, int], mood: str = "", grade: str = ""
    ) -> Any:
        from agents.house.crew import Options

        return Options(max_shots=max_shots, seed=seed, fps=fps, size=size, mood=mood, grade=grade)

    async def entry(self, kind: str, name: str) -> list[Path]:
        from agents.production.folders import people_folder
        from library.entries import entries
        from render.entries import entry_pictures, pictures_folder

        return await entry_pictures(self._workers(), entries(kind)[name], pictures_folder(), people_folder())

    async def turntable(self, look: Look, framing: str, count: int) -> list[Path]:
        from agents.production.folders import people_folder
        from render.entries import pictures_folder
        from render.portraits import turntable

        return await turntable(self._workers(), look, pictures_folder(), people_folder(), framing, count)

    async def import_asset(self, path: Path) -> tuple[str, list[str]]:
        from agents.production.folders import people_folder
        from library.assets import AssetLibrary
        from render.imports import import_file

        return await import_file(self._workers(), path, AssetLibrary(), people_folder())

    def _workers(self) -> Any:
        if self._pool is None:
            raise ShotwrightError("render", "no film is open", "Open a film first.")
        return self._pool

    async def export(self, producer: Producer, wish: Wish) -> Report:
        from agents.exports.run import export

        return await export(producer, wish)

    async def close(self) -> None:
        pool, self._pool = self._pool, None
        closing, self._closing = self._closing, []
        for each in closing:
            await each.close()
        if pool is not None:
            await pool.close()


def _folder(session: Session) -> Path:
    """Where the film's project lies. Raises ShotwrightError(project)."""
    if session.project is None:
        raise ShotwrightError("project", "the film has no folder yet", "Save it under a name first.")
    return session.project.folder
