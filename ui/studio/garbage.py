"""Has Python collect its garbage in the window's own thread, a little at a time.

Left alone, Python collects in whichever thread allocates next: a thread that imports a library would take Qt's
objects apart while the window uses them, which crashes.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
OLD = 20
"""Collections of the middle generation before one of the oldest."""


class Garbage(QObject):
    """Works from when it is made until `close`."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._limits = gc.get_threshold()
        self._modules = 0
        gc.disable()
        self.collect()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def collect(self) -> None:
        """Collects the generations that are due; the oldest rarely, since that takes long. What modules that were
        imported meanwhile brought along stays for good and is never looked at: that alone would take a tenth of a
        second."""
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            gc.freeze()
            return
        young, middle, old = gc.get_count()
        if young > self._limits[0]:
            due = 2 if old > OLD and middle > self._limits[1] else 1 if middle > self._limits[1] else 0
            gc.collect(due)

    def close(self) -> None:
        """Ends it. Python collects again only after `gc.enable()`, which is for when all threads have ended."""
        self._timer.stop()
