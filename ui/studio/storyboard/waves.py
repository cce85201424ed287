"""How loud each spoken line is over time, for the sound lane; read in the background from the voices of the film."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document import Film, Line, Shot
from app.files import digest
from ui.studio.language import tr
from ui.studio.tasks import Tasks
from ui.studio.workspace import Workspace

Peaks = dict[str, list[float]]
"""Beat id -> loudest sample of every frame, 0..1."""

MOST = 2000
"""Shots whose peaks are kept."""


class Waves(QObject):
    """arrived(shot): the peaks of a shot that was asked for are there."""

    arrived = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None):
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._kept: dict[str, Peaks] = {}
        self._asked: set[str] = set()
        workspace.opened.connect(self._clear)

    def _clear(self) -> None:
        self._kept.clear()
        self._asked.clear()

    def of(self, shot: Shot) -> Peaks:
        """The peaks of a shot's lines; empty while they are read, and for a shot that was never staged."""
        film, project = self._workspace.film, self._workspace.project
        if film is None or project is None or shot.take is None or not shot.lines:
            return {}
        key = _key(film, shot)
        if key not in self._kept and key not in self._asked and project.path("voices").is_dir():
            self._asked.add(key)
            people = film.model_copy(update={"scenes": []})
            lines = [line.model_copy() for line in shot.lines]
            work = self._read(key, shot.id, people, lines, project.path("voices"))
            self._tasks.start(work, tr("Reading voices"))
        return self._kept.get(key, {})

    async def _read(self, key: str, shot: str, film: Film, lines: list[Line], folder: Path) -> None:
        try:
            peaks = await asyncio.to_thread(peaks_of, film, lines, folder)
        finally:
            self._asked.discard(key)
        self._kept[key] = peaks
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        self.arrived.emit(shot)


def _key(film: Film, shot: Shot) -> str:
    speakers = {b.speaker for b in shot.lines}
    voices = {c.id: c.voice.model_dump_json() for c in film.characters if c.id in speakers}
    said = [f"{b.id} {b.text} {b.delivery} {b.words} {voices.get(b.speaker)}" for b in shot.lines]
    return digest(film.fps, *said)


def peaks_of(film: Film, lines: list[Line], folder: Path) -> Peaks:
    """Reads lines as they are heard in their shot; what was not spoken before is spoken."""
    import numpy as np

    from agents.production.speech import heard
    from render.voices import speak

    out: Peaks = {}
    for line in lines:
        whole = speak(line.text, film.character(line.speaker).voice, folder, line.delivery)
        part = heard(whole, line.words)
        step = max(1, round(part.rate / float(film.rate)))
        count = -(-len(part.samples) // step)
        padded = np.zeros(count * step, dtype=np.float32)
        padded[: len(part.samples)] = np.abs(part.samples)
        out[line.id] = [round(float(v), 3) for v in padded.reshape(count, step).max(axis=1)] if count else []
    return out
