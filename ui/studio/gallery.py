"""Pictures of people and of the library, made by the engine when they are first looked at."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import ShotwrightError
from app.files import digest
from app.look import Look
from ui.studio.language import tr
from ui.studio.production import Production
from ui.studio.tasks import Tasks

WAITING = 48
"""Pictures that may wait; older wishes are dropped, and wished again when they are looked at again."""

PATIENCE_S = 0.5
"""How often it is seen whether the workers are free."""

Make = Callable[[], Awaitable[list[Path]]]


class Gallery(QObject):
    """arrived(key): pictures that were asked for are there, or it is known why not (see `failure`)."""

    arrived = Signal(str)

    def __init__(self, production: Production, tasks: Tasks, parent: QObject | None = None):
        super().__init__(parent)
        self._production, self._tasks = production, tasks
        self._kept: dict[str, list[Path]] = {}
        self._failed: dict[str, ShotwrightError] = {}
        self._wanted: dict[str, tuple[int, Make]] = {}
        self._turn, self._asked = 0, False
        self._running: asyncio.Task | None = None
        self._now = ""
        production.workspace.opened.connect(self._reopened)

    def entry(self, kind: str, name: str) -> list[Path] | None:
        """The pictures of an entry of the library; None while they are made."""
        return self._get(self.entry_key(kind, name), lambda: self._production.engine.entry(kind, name))

    def turntable(self, look: Look, framing: str = "figure", count: int = 12) -> list[Path] | None:
        """Pictures of somebody from all sides (one: a portrait); None while they are made."""
        key = self.look_key(look, framing, count)
        return self._get(key, lambda: self._production.engine.turntable(look, framing, count))

    def entry_key(self, kind: str, name: str) -> str:
        return f"{kind}/{name}"

    def look_key(self, look: Look, framing: str, count: int) -> str:
        return f"look/{digest(look.model_dump_json())[:16]}/{framing}/{count}"

    def failure(self, key: str) -> ShotwrightError | None:
        """Why there are no pictures."""
        return self._failed.get(key)

    def busy(self, key: str) -> bool:
        """Whether pictures are being made or wait for it."""
        return key == self._now or key in self._wanted

    @property
    def idle(self) -> bool:
        """Whether nothing is being made."""
        return self._running is None

    def _get(self, key: str, make: Make) -> list[Path] | None:
        if key in self._kept:
            return self._kept[key]
        if key not in self._failed and key != self._now:
            if not self._asked:
                self._asked = True
                QTimer.singleShot(0, self, self._next_turn)
            self._wanted.pop(key, None)
            self._wanted[key] = self._turn, make
            while len(self._wanted) > WAITING:
                self._wanted.pop(next(iter(self._wanted)))
            self._go()
        return None

    def _next_turn(self) -> None:
        self._turn, self._asked = self._turn + 1, False

    def _take(self) -> tuple[str, Make]:
        """What was asked for last is what is on screen now; of what was asked for together, the first."""
        newest = max(turn for turn, _ in self._wanted.values())
        key = next(k for k, (turn, _) in self._wanted.items() if turn == newest)
        return key, self._wanted.pop(key)[1]

    def _go(self) -> None:
        if self._running is None and self._wanted and self._production.workspace.session is not None:
            self._running = self._tasks.start(self._work(), tr("Drawing pictures of the library"))
            self._running.add_done_callback(self._ended)

    def _ended(self, _: asyncio.Task) -> None:
        self._running, self._now = None, ""

    async def _work(self) -> None:
        await self._production.prepare()
        while self._wanted:
            while self._production.running:  # shots come first
                await asyncio.sleep(PATIENCE_S)
            key, make = self._take()
            self._now = key
            try:
                self._kept[key] = await make()
            except ShotwrightError as error:
                self._failed[key] = error
            self._now = ""
            self.arrived.emit(key)

    def _reopened(self) -> None:
        self._failed.clear()
        self._go()
