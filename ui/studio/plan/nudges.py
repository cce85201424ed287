"""Small changes of the floor plan by keys and the wheel: shown at once, handed on when no more follow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.spot import spot
from ui.studio.language import tr
from ui.studio.plan.drawing import CAMERA, Drawing, next_lens
from ui.studio.plan.gestures import aim_of

IDLE_MS = 450
"""After so long without another key or turn of the wheel a change is one step."""


class Nudges(QObject):
    """placed, turned, filmed, lens, reverted, said: as of the plan's sheet; changed(): the drawing looks different."""

    placed = Signal(str, str)
    turned = Signal(str, str)
    filmed = Signal(str, str)
    lens = Signal(float)
    reverted = Signal()
    said = Signal(str, bool)
    changed = Signal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._pending: tuple[str, Drawing, str] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self.settle)

    def shift(self, drawing: Drawing, what: str, dx: float, dy: float) -> None:
        """Moves a person (by id), the "camera" or its "target", in metres on the floor."""
        person, camera = drawing.person(what), drawing.camera
        if person is not None:
            person.at = (person.at[0] + dx, person.at[1] + dy)
            person.spot, person.way = spot(*person.at), []
            problem = drawing.obstacle(person.at, person.id)
            self.said.emit(problem or f"{person.name}: {person.at[0]:.2f}, {person.at[1]:.2f} m", bool(problem))
            self._wait("place", drawing, what)
        elif camera is not None and what == CAMERA:
            camera.at, camera.way = (camera.at[0] + dx, camera.at[1] + dy, camera.at[2]), []
            self._wait("film", drawing, what)
        elif camera is not None:
            camera.target = (camera.target[0] + dx, camera.target[1] + dy, camera.target[2])
            camera.aimed, camera.pointed = "", True
            self._wait("film", drawing, what)

    def turn(self, drawing: Drawing, what: str, degrees: float) -> None:
        """Turns a person."""
        person = drawing.person(what)
        if person is not None:
            person.yaw += degrees
            self.said.emit(f"{person.name}: {_turned(person.yaw)}°", False)
            self._wait("turn", drawing, what)

    def change_lens(self, drawing: Drawing, step: int) -> None:
        """step: 1 for the next longer lens, -1 for the next shorter one."""
        camera = drawing.camera
        if camera is not None:
            camera.lens = next_lens(camera.lens, step)
            self.said.emit(f"{camera.lens:.0f} mm", False)
            self._wait("lens", drawing, CAMERA)

    def _wait(self, kind: str, drawing: Drawing, what: str) -> None:
        if self._pending is not None and self._pending != (kind, drawing, what):
            self.settle()
        self._pending = (kind, drawing, what)
        self._timer.start()
        self.changed.emit()

    def forget(self) -> None:
        """Another drawing is shown: what was changed in the old one is of no account."""
        self._timer.stop()
        self._pending = None

    def settle(self) -> None:
        """Hands on what was changed."""
        self._timer.stop()
        if self._pending is None:
            return
        (kind, drawing, what), self._pending = self._pending, None
        person, camera = drawing.person(what), drawing.camera
        if kind == "place" and person is not None:
            problem = drawing.obstacle(person.at, person.id)
            if problem:
                self.said.emit(tr("Not there: {why}").format(why=problem), True)
                self.reverted.emit()
            else:
                self.placed.emit(person.id, spot(*person.at))
        elif kind == "turn" and person is not None:
            self.turned.emit(person.id, f"{_turned(person.yaw)} degrees")
        elif kind == "film" and camera is not None:
            self.filmed.emit(spot(*camera.at), aim_of(camera))
        elif kind == "lens" and camera is not None:
            self.lens.emit(camera.lens)


def _turned(yaw: float) -> int:
    """Whole degrees from -180 to 180."""
    return round((yaw + 180) % 360 - 180)
