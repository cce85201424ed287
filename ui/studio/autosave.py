"""Saves the film by itself. Every change is in the journal at once; this keeps the file itself young."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.errors import ShotwrightError
from ui.studio.workspace import Workspace

QUIET_MS = 4000
"""It waits for a pause in the work, so that nobody ever feels it."""


class Autosave(QObject):
    def __init__(
        self, workspace: Workspace, minutes: int, failed: Callable[[ShotwrightError], object], parent: QObject
    ):
        """minutes: 0 for never. failed: told when a file cannot be written; once, until it works again."""
        super().__init__(parent)
        self._workspace, self._failed = workspace, failed
        self._told = False
        self._every = QTimer(self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._every.timeout.connect(self._quiet.start)
        self._quiet.timeout.connect(self.save)
        workspace.edited.connect(lambda _: self._quiet.start() if self._quiet.isActive() else None)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """How often; 0 for never."""
        if minutes:
            self._every.start(minutes * 60_000)
        else:
            self._every.stop()

    def save(self) -> None:
        """Saves what was changed."""
        if not self._workspace.dirty:
            return
        try:
            self._workspace.save()
            self._told = False
        except ShotwrightError as error:
            if not self._told:
                self._told = True
                self._failed(error)
