"""How the floor plan looks: the room, the camera, positions, people and their ways, what is being dragged."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from library.places.model import Point
from ui.studio.language import tr
from ui.studio.plan import figures
from ui.studio.plan.drawing import CAMERA, TARGET, Drawing, Person
from ui.studio.plan.gestures import DrawWay, Gesture, MoveCamera, MoveEnd, MovePerson, MoveTarget
from ui.studio.plan.room import paint_room
from ui.studio.plan.sheet import Scale, colour_of, paint_ruler
from ui.studio.theme import fonts
from ui.studio.theme.style import theme


@dataclass(frozen=True)
class State:
    """What there is to paint. order: ids of the film's people, for their colours; hover: what is under the pointer;
    gesture: what is being dragged."""

    drawing: Drawing
    order: list[str]
    selected: str
    hover: tuple[str, str]
    gesture: Gesture | None


class PlanPainter:
    """Paints a plan once."""

    def __init__(self, painter: QPainter, state: State, scale: Scale, area: QRectF):
        self._painter, self._state, self._scale, self._area = painter, state, scale, area

    def paint(self) -> None:
        """All of it."""
        painter, scale, state = self._painter, self._scale, self._state
        drawing, gesture = state.drawing, state.gesture
        paint_room(painter, drawing, scale, self._area)
        if drawing.camera is not None:
            wrong = isinstance(gesture, (MoveCamera, MoveTarget)) and gesture.wrong
            figures.paint_camera(painter, drawing.camera, scale, state.selected in (CAMERA, TARGET), wrong)
        self._positions()
        for person in drawing.people:
            colour = self._colour(person)
            figures.paint_way(painter, person.way, scale, colour, person.measured, person.id == state.selected)
            if person.way:
                ghost = Person(person.id, person.name, person.way[-1], _heading(person.way, person.yaw))
                figures.paint_person(painter, ghost, scale, colour, "ghost")
        for person in drawing.people:
            self._person(person)
        if gesture is not None and gesture.words:
            self._words(gesture)
        self._foot()

    def _positions(self) -> None:
        drawing, gesture, scale = self._state.drawing, self._state.gesture, self._scale
        for position in drawing.place.positions:
            near = gesture is not None and gesture.words == position.name and not gesture.wrong
            taken = bool(drawing.taken(position))
            if taken and not near:
                continue
            number, seat = position.name.removeprefix("Position ")[:2], position.seat is not None
            figures.paint_position(self._painter, scale.to(position.at), number, seat, taken, near)

    def _person(self, person: Person) -> None:
        painter, scale, gesture = self._painter, self._scale, self._state.gesture
        selected = person.id == self._state.selected
        moved = isinstance(gesture, MovePerson) and gesture.person is person
        wrong = moved and gesture.wrong
        state = "wrong" if wrong else "selected" if selected else ""
        figures.paint_person(painter, person, scale, self._colour(person), state)
        if selected and not wrong:
            hover = self._state.hover
            figures.paint_handle(painter, scale.to(handle(person, scale)), hover == ("turn", person.id))
            if person.way:
                figures.paint_handle(painter, scale.to(person.way[-1]), hover == ("end", person.id))
        at = scale.to(person.at)
        low = QPointF(at.x(), at.y() + 0.40 * max(scale.factor, figures.LEAST))
        figures.paint_name(painter, low, person.name, self._colour(person))

    def _words(self, gesture: Gesture) -> None:
        """What is being dragged says where it is, or why it cannot be there."""
        if isinstance(gesture, (MoveCamera, MoveTarget)):
            at = gesture.camera.at if isinstance(gesture, MoveCamera) else gesture.camera.target
        elif isinstance(gesture, (DrawWay, MoveEnd)) and gesture.person.way:
            at = gesture.person.way[-1]
        else:
            at = gesture.person.at
        pixel = self._scale.to(at)
        lift = 0.46 * max(self._scale.factor, figures.LEAST) + 24
        figures.paint_name(
            self._painter, QPointF(pixel.x(), max(pixel.y() - lift, 4)), gesture.words, None, gesture.wrong
        )

    def _foot(self) -> None:
        painter, area, camera = self._painter, self._area, self._state.drawing.camera
        paint_ruler(painter, self._scale, QPointF(16, area.height() - 14))
        painter.setFont(fonts.digits(11))
        painter.setPen(theme.colour("muted"))
        foot = QRectF(120, area.height() - 24, area.width() - 136, 20)
        text = tr("The camera finds its place when the shot is staged")
        if camera is not None:
            distance = math.dist(camera.at, camera.target)
            text = f"{camera.lens:.0f} mm · {camera.angle:.0f}° · {camera.at[2]:.2f} m high · {distance:.1f} m away"
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _colour(self, person: Person) -> QColor:
        order = self._state.order
        return colour_of(order.index(person.id) if person.id in order else 0)


def handle(person: Person, scale: Scale) -> Point:
    """Where a person is turned by, in metres: before them, further away the smaller the plan is."""
    reach = figures.REACH * max(1.0, figures.LEAST / scale.factor)
    a = math.radians(person.yaw)
    return person.at[0] + reach * math.sin(a), person.at[1] - reach * math.cos(a)


def _heading(way: list[Point], yaw: float) -> float:
    """Degrees of the last stretch of a way."""
    end = way[-1]
    back = next((p for p in reversed(way) if math.dist(p, end) > 0.15), None)
    return math.degrees(math.atan2(end[0] - back[0], -(end[1] - back[1]))) if back else yaw
