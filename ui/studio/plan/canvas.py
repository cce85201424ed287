"""The sheet of the floor plan: looked at, dragged on, worked by keys."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from library.places.model import Point
from ui.studio.language import tr
from ui.studio.plan.drawing import CAMERA, TARGET, Drawing
from ui.studio.plan.gestures import (
    DrawWay,
    Gesture,
    MoveCamera,
    MoveEnd,
    MovePerson,
    MoveTarget,
    TurnPerson,
)
from ui.studio.plan.nudges import Nudges
from ui.studio.plan.painting import PlanPainter, State, handle
from ui.studio.plan.sheet import Scale, extent
from ui.studio.theme.style import theme


class PlanCanvas(QWidget):
    """placed(person, spot), turned(person, facing), walked(person, to, via), stays(person): what was dragged;
    filmed(at, look_at): camera or its target; lens(mm); chosen(id): what is selected; reverted(): a drag came to
    nothing, the plan is to be shown again as it was; said(text, bad): what is going on."""

    placed = Signal(str, str)
    turned = Signal(str, str)
    walked = Signal(str, str, object)
    stays = Signal(str)
    filmed = Signal(str, str)
    lens = Signal(float)
    chosen = Signal(str)
    reverted = Signal()
    said = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.drawing: Drawing | None = None
        self.selected = ""
        self.walking = False
        self.locked: set[str] = set()
        self._order: list[str] = []
        self._hover: tuple[str, str] = ("", "")
        self._gesture: Gesture | None = None
        self._late = False
        self._frame: tuple[float, float, float, float] | None = None
        self._zoom, self._pan, self._grab = 1.0, QPointF(), QPointF()
        self._nudges = Nudges(self)
        self._nudges.changed.connect(self.update)
        for name in ("placed", "turned", "filmed", "lens", "reverted", "said"):
            getattr(self._nudges, name).connect(getattr(self, name))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Floor plan"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    # ---- what is shown

    def show_drawing(self, drawing: Drawing | None, order: list[str], fresh: bool) -> None:
        """order: ids of the film's people, for their colours; fresh: another shot, so the view fits itself. While
        something is dragged nothing is changed under the pointer: the new drawing waits."""
        if self._gesture is not None and not fresh:
            self._late = True
            return
        self._late = False
        self._gesture = None
        self._nudges.forget()
        self.drawing, self._order = drawing, order
        if fresh:
            self._zoom, self._pan = 1.0, QPointF()
        if drawing is not None and (fresh or self._frame is None):
            self._frame = extent(drawing)
        if self.selected not in (CAMERA, TARGET) and (drawing is None or drawing.person(self.selected) is None):
            self.selected = ""
        self.setAccessibleDescription(self._described())
        self.update()

    def select(self, what: str) -> None:
        """A person's id, "camera", "target" or "" for nothing."""
        if what != self.selected:
            self.selected = what
            self.chosen.emit(what)
            self.update()

    def fit(self) -> None:
        """Shows the whole place."""
        self._zoom, self._pan = 1.0, QPointF()
        self._frame = extent(self.drawing) if self.drawing else None
        self.update()

    def start_walking(self, on: bool) -> None:
        """From now on a press on a person draws a path."""
        self.walking = on
        if not on and isinstance(self._gesture, DrawWay):
            self._give_up()
        self.said.emit(tr("Drag from a person, or click from point to point; Enter ends the path") if on else "", False)

    def scale(self) -> Scale:
        """How metres are drawn now."""
        x0, y0, x1, y1 = self._frame or (-3.0, -3.0, 3.0, 3.0)
        room = 34.0
        width, height = max(self.width() - 2 * room, 50.0), max(self.height() - 2 * room - 18, 50.0)
        factor = min(width / max(x1 - x0, 1.0), height / max(y1 - y0, 1.0), 150.0) * self._zoom
        middle = QPointF(self.width() / 2, (self.height() - 18) / 2) + self._pan
        return Scale(factor, QPointF(middle.x() - (x0 + x1) / 2 * factor, middle.y() + (y0 + y1) / 2 * factor))

    def _described(self) -> str:
        if self.drawing is None:
            return tr("No place")
        parts = [self.drawing.place.name]
        for each in self.drawing.people:
            words = f"{each.name} at {each.spot or 'a free position'}"
            words += f", facing {each.facing}" if each.facing else ""
            parts.append(words + (f", walks to {each.goal}" if each.goal else ""))
        camera = self.drawing.camera
        if camera is not None:
            parts.append(f"camera with {camera.lens:.0f} mm" + (f" on {camera.aimed}" if camera.aimed else ""))
        return "; ".join(parts)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        if self.drawing is None:
            painter.setPen(theme.colour("muted"))
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, tr("This shot has no place yet"))
            return
        state = State(self.drawing, self._order, self.selected, self._hover, self._gesture)
        PlanPainter(painter, state, self.scale(), QRectF(self.rect())).paint()

    # ---- what is under the pointer

    def under(self, pixel: QPointF) -> tuple[str, str]:
        """("person" | "turn" | "end", id), ("camera" | "target", "") or ("", "")."""
        drawing = self.drawing
        if drawing is None:
            return "", ""
        scale = self.scale()

        def near(point: Point, pixels: float) -> bool:
            at = scale.to(point)
            return math.hypot(at.x() - pixel.x(), at.y() - pixel.y()) <= pixels

        chosen = drawing.person(self.selected)
        if chosen is not None:
            if near(handle(chosen, scale), 10):
                return "turn", chosen.id
            if chosen.way and near(chosen.way[-1], 10):
                return "end", chosen.id
        camera = drawing.camera
        if camera is not None and near(camera.at[:2], 17):
            return CAMERA, ""
        if camera is not None and self.selected in (CAMERA, TARGET) and near(camera.target[:2], 11):
            return TARGET, ""  # it often lies on a person, who comes first otherwise
        for person in reversed(drawing.people):
            if near(person.at, max(0.30 * scale.factor, 15)):
                return "person", person.id
        for person in drawing.people:
            if person.way and near(person.way[-1], 10):
                return "end", person.id
        if camera is not None and near(camera.target[:2], 11):
            return TARGET, ""
        return "", ""

    # ---- mouse

    def mousePressEvent(self, event) -> None:
        if self.drawing is None:
            return
        if event.button() in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            if isinstance(self._gesture, DrawWay):
                self._finish()
            self._grab = event.position()
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._nudges.settle()
        if isinstance(self._gesture, DrawWay):  # the next point of a path
            self._gesture.move(self.scale().back(event.position()))
            self._gesture.add()
            return
        what, which = self.under(event.position())
        self.select(which if which else what)
        point, factor = self.scale().back(event.position()), self.scale().factor
        drawing, camera = self.drawing, self.drawing.camera
        person = drawing.person(which)
        part = {"person": "motion" if self.walking else "character", "turn": "character", "end": "motion"}.get(
            what, "cinematography"
        )
        if what and part in self.locked:
            self.said.emit(f"{part.capitalize()} is locked in this shot: unlock it in the inspector", True)
            return
        if what == "person" and self.walking:
            self._gesture = DrawWay(drawing, factor, person, self.walked.emit)
        elif what == "person":
            self._gesture = MovePerson(drawing, factor, person, point, self.placed.emit)
        elif what == "turn":
            self._gesture = TurnPerson(drawing, factor, person, self.turned.emit)
        elif what == "end":
            self._gesture = MoveEnd(drawing, factor, person, self.walked.emit)
        elif what == CAMERA:
            self._gesture = MoveCamera(drawing, factor, camera, point, self.filmed.emit)
        elif what == TARGET:
            self._gesture = MoveTarget(drawing, factor, camera, self.filmed.emit)
        self._pressed = event.position()
        self.update()

    def mouseMoveEvent(self, event) -> None:
        if event.buttons() & (Qt.MouseButton.MiddleButton | Qt.MouseButton.RightButton):
            self._pan += event.position() - self._grab
            self._grab = event.position()
            self.update()
            return
        gesture = self._gesture
        if gesture is not None:
            start = getattr(self, "_pressed", event.position())
            far = (event.position() - start).manhattanLength() > 4
            if gesture.moved or far:
                exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
                gesture.move(self.scale().back(event.position()), exact)
                self.said.emit(gesture.words, gesture.wrong)
                self.update()
            return
        hover = self.under(event.position())
        if hover != self._hover:
            self._hover = hover
            shape = Qt.CursorShape.ArrowCursor if not hover[0] else Qt.CursorShape.OpenHandCursor
            if hover[0] in ("turn", "end"):
                shape = Qt.CursorShape.PointingHandCursor
            self.setCursor(Qt.CursorShape.CrossCursor if self.walking and hover[0] == "person" else shape)
            self.setToolTip(self._tip(hover))
            self.update()

    def mouseReleaseEvent(self, event) -> None:
        gesture = self._gesture
        if gesture is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(gesture, DrawWay):
            far = (event.position() - self._pressed).manhattanLength() > 12
            if not gesture.points and far:  # dragged in one go
                gesture.move(self.scale().back(event.position()))
                self._finish()
            else:
                gesture.point_by_point()
            return
        if gesture.moved:
            gesture.move(self.scale().back(event.position()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        self._finish()

    def mouseDoubleClickEvent(self, event) -> None:
        if isinstance(self._gesture, DrawWay):
            self._finish()
        elif not self.under(event.position())[0]:
            self.fit()

    def wheelEvent(self, event) -> None:
        step = 1 if event.angleDelta().y() > 0 else -1
        over_camera = self._hover[0] in (CAMERA, TARGET) or self.selected in (CAMERA, TARGET)
        if over_camera and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._change_lens(step)
        else:
            scale, at = self.scale(), event.position()
            held = scale.back(at)
            self._zoom = min(max(self._zoom * 1.12**step, 0.5), 6.0)
            self._pan += at - self.scale().to(held)
            self.update()
        event.accept()

    def leaveEvent(self, event) -> None:
        self._hover = ("", "")
        self.update()

    def _tip(self, hover: tuple[str, str]) -> str:
        what, which = hover
        person = self.drawing.person(which) if self.drawing else None
        if what == "person":
            words = tr("{name}: drag to another position or anywhere (Alt: without snapping)")
            return words.format(name=person.name)
        return {
            "turn": tr("Drag to turn"),
            "end": tr("Drag to where the path leads"),
            CAMERA: tr("Drag the camera; the wheel changes the lens"),
            TARGET: tr("Drag to what the camera looks at"),
        }.get(what, "")

    def _finish(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return
        clicked = isinstance(gesture, DrawWay) and bool(gesture.points)
        if clicked or (gesture.moved and not gesture.wrong):
            gesture.apply()
        elif gesture.moved:
            self.said.emit(tr("Not there: {why}").format(why=gesture.words), True)
            self.reverted.emit()
        elif self._late:
            self.reverted.emit()
        self.update()

    def _give_up(self) -> None:
        self._gesture = None
        self.said.emit("", False)
        self.reverted.emit()
        self.update()

    # ---- keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _KEYS
            and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through people, camera and target before it leaves the plan."""
        items = self._items()
        at = items.index(self.selected) if self.selected in items else (-1 if forward else len(items))
        at += 1 if forward else -1
        if self.hasFocus() and 0 <= at < len(items):
            self.select(items[at])
            return True
        return super().focusNextPrevChild(forward)

    def _items(self) -> list[str]:
        if self.drawing is None:
            return []
        return [p.id for p in self.drawing.people] + ([CAMERA, TARGET] if self.drawing.camera else [])

    def keyPressEvent(self, event) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and self._gesture is not None:
            self._give_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self._gesture, DrawWay):
            self._finish()
        elif key in _ARROWS and self.selected:
            step = 0.5 if held & Qt.KeyboardModifier.ShiftModifier else 0.1
            part = "character" if self.drawing and self.drawing.person(self.selected) else "cinematography"
            if part in self.locked:
                return
            if held & Qt.KeyboardModifier.ControlModifier:
                self._nudges.turn(self.drawing, self.selected, 15 if key in _LEFTWARD else -15)
            else:
                self._nudges.shift(self.drawing, self.selected, _ARROWS[key][0] * step, _ARROWS[key][1] * step)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and self.selected in (CAMERA, TARGET):
            self._change_lens(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_Delete and self.drawing and self.drawing.person(self.selected):
            self.stays.emit(self.selected)
        else:
            super().keyPressEvent(event)

    def _change_lens(self, step: int) -> None:
        if self.drawing is not None and "cinematography" not in self.locked:
            self._nudges.change_lens(self.drawing, step)


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_LEFTWARD = (Qt.Key.Key_Left, Qt.Key.Key_Down)
_KEYS = (
    *_ARROWS, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Plus,
    Qt.Key.Key_Minus, Qt.Key.Key_Equal, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
)  # fmt: skip
