"""Paints what is moved on the floor plan: positions, people with their ways, the camera."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF, QRadialGradient

from library.places.model import Point
from ui.studio.plan.drawing import Camera, Person
from ui.studio.plan.sheet import Ink, Scale
from ui.studio.theme import fonts
from ui.studio.theme.style import theme

SHOULDERS, DEPTH, HEAD = 0.54, 0.27, 0.23
"""Metres of a person from above."""
REACH = 0.78
"""Metres from a person's middle to the handle that turns it."""
LEAST = 44.0
"""Pixels of a metre below which people are not drawn smaller."""


def paint_position(painter: QPainter, at: QPointF, words: str, seat: bool, taken: bool, near: bool) -> None:
    """A named position: a ring with its number, dashed while free; a seat is a rounded square."""
    ink = Ink.of_theme()
    size = 9.0
    pen = QPen(ink.accent if near else ink.faint, 1.8 if near else 1.1)
    if not taken and not near:
        pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    fill = QColor(ink.accent if near else ink.halo)
    fill.setAlpha(70 if near else 200)
    painter.setBrush(fill)
    box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
    if seat:
        painter.drawRoundedRect(box, 5, 5)
    else:
        painter.drawEllipse(box)
    painter.setFont(fonts.ui(10, fonts.MEDIUM))
    painter.setPen(ink.accent if near else ink.faint)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def paint_way(
    painter: QPainter, way: list[Point], scale: Scale, colour: QColor, measured: bool, selected: bool
) -> None:
    """The path somebody takes: a line with an arrow at its end."""
    if len(way) < 2:
        return
    points = [scale.to(p) for p in way]
    pen = QPen(colour, 2.4 if selected else 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setDashPattern([1, 2.4] if not measured else [4, 2.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    end = points[-1]
    back = next((p for p in reversed(points) if math.hypot(p.x() - end.x(), p.y() - end.y()) > 8), points[0])
    angle = math.atan2(end.y() - back.y(), end.x() - back.x())
    wing = 9.0
    head = QPolygonF(
        [end]
        + [QPointF(end.x() - wing * math.cos(angle + s), end.y() - wing * math.sin(angle + s)) for s in (0.45, -0.45)]
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(head)


def paint_person(painter: QPainter, person: Person, scale: Scale, colour: QColor, state: str) -> None:
    """A person from above. state: "", "selected", "ghost" (where somebody ends) or "wrong" (cannot stand there)."""
    ink = Ink.of_theme()
    at = scale.to(person.at)
    metre = max(scale.factor, LEAST)
    painter.save()
    painter.translate(at)
    painter.rotate(-person.yaw)  # facing -y of the place is down the screen
    if state != "ghost":
        reach = 0.95 * metre
        glow = QRadialGradient(QPointF(0, 0), reach)
        strong, faint = QColor(colour), QColor(colour)
        strong.setAlpha(150)
        faint.setAlpha(0)
        glow.setColorAt(0.15, strong)
        glow.setColorAt(1.0, faint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawPie(QRectF(-reach, -reach, 2 * reach, 2 * reach), 240 * 16, 60 * 16)
    if state in ("selected", "wrong"):
        painter.setPen(QPen(ink.bad if state == "wrong" else ink.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = 0.36 * metre
        painter.drawEllipse(QRectF(-ring, -ring, 2 * ring, 2 * ring))
    body = QColor(colour)
    if state == "ghost":
        body.setAlpha(40)
    painter.setPen(QPen(ink.halo if state != "ghost" else colour, 1.2))
    painter.setBrush(body)
    wide, deep, head = SHOULDERS * metre, DEPTH * metre, HEAD * metre
    painter.drawRoundedRect(QRectF(-wide / 2, -deep / 2, wide, deep), deep / 2, deep / 2)
    if person.seated and state != "ghost":  # knees
        for side in (-1, 1):
            knee = QRectF(side * 0.11 * metre - 0.065 * metre, 0.02 * metre, 0.13 * metre, 0.36 * metre)
            painter.drawRoundedRect(knee, 0.06 * metre, 0.06 * metre)
        painter.drawRoundedRect(QRectF(-wide / 2, -deep / 2, wide, deep), deep / 2, deep / 2)
    painter.setBrush(body.lighter(128) if state != "ghost" else body)
    painter.drawEllipse(QRectF(-head / 2, -head / 2, head, head))
    if state != "ghost":  # the nose tells front from back without colour
        painter.setBrush(body.lighter(128))
        nose = 0.035 * metre
        painter.drawPolygon(
            QPolygonF([QPointF(-nose, head * 0.44), QPointF(nose, head * 0.44), QPointF(0, head * 0.44 + 1.6 * nose)])
        )
    painter.restore()


def paint_handle(painter: QPainter, at: QPointF, hot: bool) -> None:
    """A round handle to drag."""
    ink = Ink.of_theme()
    painter.setPen(QPen(ink.accent, 1.6))
    painter.setBrush(ink.accent if hot else ink.halo)
    painter.drawEllipse(at, 5.0, 5.0)


def paint_name(painter: QPainter, at: QPointF, words: str, colour: QColor | None, bad: bool = False) -> QRectF:
    """A name in a small pill centred below a point."""
    ink = Ink.of_theme()
    font = fonts.ui(11, fonts.STRONG)
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(words) + (20 if colour is not None else 12)
    box = QRectF(at.x() - width / 2, at.y(), width, metrics.height() + 4)
    back = QColor(ink.bad if bad else ink.halo)
    back.setAlpha(255 if bad else 225)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + 6
    if colour is not None:
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(left + 3, box.center().y()), 3.2, 3.2)
        left += 11
    painter.setFont(font)
    painter.setPen(QColor("#FFFFFF" if bad and theme.tokens.name == "light" else ink.paper) if bad else ink.text)
    painter.drawText(QRectF(left, box.top(), box.right() - left, box.height()), Qt.AlignmentFlag.AlignVCenter, words)
    return box


def paint_camera(painter: QPainter, camera: Camera, scale: Scale, selected: bool, wrong: bool) -> None:
    """The camera with its field of view, its way and what it is aimed at."""
    ink = Ink.of_theme()
    tone = ink.bad if wrong else ink.accent
    at, target = scale.to(camera.at), scale.to(camera.target)
    angle = math.atan2(target.y() - at.y(), target.x() - at.x())
    half = math.radians(camera.angle / 2)
    reach = max(math.hypot(target.x() - at.x(), target.y() - at.y()) * 1.35, 90.0)
    glow = QRadialGradient(at, reach)
    strong, faint = QColor(tone), QColor(tone)
    strong.setAlpha(58 if theme.tokens.name == "dark" else 46)
    faint.setAlpha(0)
    glow.setColorAt(0.0, strong)
    glow.setColorAt(1.0, faint)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    box = QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)
    painter.drawPie(box, round(-math.degrees(angle + half) * 16), round(math.degrees(2 * half) * 16))
    edge = QPen(tone, 1)
    edge.setDashPattern([6, 4])
    painter.setPen(edge)
    for side in (-half, half):
        end = QPointF(at.x() + reach * 0.92 * math.cos(angle + side), at.y() + reach * 0.92 * math.sin(angle + side))
        painter.drawLine(at, end)
    if len(camera.way) > 1:
        painter.setPen(QPen(tone, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(scale.polygon(camera.way))
        painter.setBrush(tone)
        painter.drawEllipse(scale.to(camera.way[-1]), 3, 3)
    _body(painter, at, angle, tone, ink, selected, camera.placed)
    painter.setPen(QPen(tone, 1.4 if selected else 1.1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(target, 5.5, 5.5)
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        along = QPointF(dx, dy)
        painter.drawLine(target + along * 5.5, target + along * 10.0)


def _body(painter: QPainter, at: QPointF, angle: float, tone: QColor, ink: Ink, selected: bool, placed: bool) -> None:
    painter.save()
    painter.translate(at)
    painter.rotate(math.degrees(angle))
    painter.setPen(QPen(ink.halo, 1.2))
    painter.setBrush(tone)
    painter.drawRoundedRect(QRectF(-15, -7.5, 19, 15), 3, 3)
    painter.drawPolygon(QPolygonF([QPointF(4, -3.5), QPointF(11, -6.5), QPointF(11, 6.5), QPointF(4, 3.5)]))
    painter.setBrush(ink.halo if placed else tone)
    painter.drawEllipse(QPointF(-5.5, 0), 2.6, 2.6)
    if selected:
        painter.setPen(QPen(ink.text, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(-19, -11.5, 34, 23), 6, 6)
    painter.restore()
