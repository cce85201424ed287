"""Playing the keyframes of shots in time, without sound."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.studio.player.running import Running

TICK_MS = 40


class Stills(QObject):
    """A clock over the cut. moved(frame); stopped(): the end was reached or it was paused."""

    moved = Signal(int)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.running = Running(None)
        self.frame = 0
        self._from: tuple[float, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def play(self) -> None:
        """From the current frame; from the start when at the end."""
        if self.frame >= self.running.length - 1:
            self.frame = 0
        self._from = (time.monotonic(), self.frame)
        self._timer.start()

    def pause(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.stopped.emit()

    def seek(self, frame: int) -> None:
        self.frame = min(max(frame, 0), max(self.running.length - 1, 0))
        if self.playing:
            self._from = (time.monotonic(), self.frame)
        self.moved.emit(self.frame)

    def _tick(self) -> None:
        began, frame = self._from
        self.frame = frame + int((time.monotonic() - began) * float(self.running.fps))
        if self.frame >= self.running.length:
            self.frame = max(self.running.length - 1, 0)
            self.moved.emit(self.frame)
            self.pause()
            return
        self.moved.emit(self.frame)


def still_at(pictures: list[tuple[int, Path]], frame: int) -> Path | None:
    """The last keyframe at or before a frame of a shot, else its first. pictures: (frame, file) in order."""
    chosen = None
    for at, file in pictures:
        if chosen is None or at <= frame:
            chosen = file
    return chosen
