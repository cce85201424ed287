"""Makes a new take of a shot a moment after the floor plan changed it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.edits import AnyEdit, Group
from ui.studio.production import Production
from ui.studio.workspace import Workspace

WAIT_MS = 1200
NAMES = frozenset(
    {
        "move a person",
        "turn a person",
        "sit or stand",
        "draw a path",
        "take a path away",
        "move the camera",
        "give the camera back to the shot type",
        "change the lens",
    }
)
"""What edits of the floor plan are called; undoing and redoing them renews the picture too."""


class Renewal(QObject):
    """changed: what `waiting` answers is another."""

    changed = Signal()

    def __init__(self, workspace: Workspace, production: Production, parent: QObject | None = None):
        super().__init__(parent)
        self.workspace, self.production = workspace, production
        self.on = True
        self._shots: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._renew)
        workspace.edited.connect(self._edited)
        workspace.opened.connect(self._shots.clear)
        production.finished.connect(lambda _: self._timer.start() if self._shots else None)

    def waiting(self, shot: str) -> bool:
        """Whether a shot will be renewed in a moment."""
        return shot in self._shots

    def switch(self, on: bool) -> None:
        """Off: pictures wait until they are asked for."""
        self.on = on
        if not on:
            self._shots.clear()
            self.changed.emit()

    def _edited(self, edit: AnyEdit) -> None:
        if not self.on or not isinstance(edit, Group) or edit.name not in NAMES:
            return
        for shot in set(edit.targets()):
            if shot not in self._shots:
                self._shots.append(shot)
        self._timer.start()
        self.changed.emit()

    def _renew(self) -> None:
        film = self.workspace.film
        known = {s.id for s in film.shots() if not s.locked} if film else set()
        free = [s for s in self._shots if s in known and self.production.doing(s) is None]
        self._shots = [s for s in self._shots if s in known and s not in free]  # busy ones: when their job has ended
        if free:
            self.production.regenerate(free)
        self.changed.emit()
