"""Paints a place from above the way an architect draws it: cut walls, openings, things, their names."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen

from library.places.model import THICK, Opening, Place, Point
from ui.studio.plan.drawing import Drawing, Thing
from ui.studio.plan.sheet import Ink, Scale
from ui.studio.theme import fonts


def paint_room(painter: QPainter, drawing: Drawing, scale: Scale, area: QRectF) -> None:
    """Floor, walls with doors and windows, and what stands in the place."""
    ink = Ink.of_theme()
    place = drawing.place
    floor = QPainterPath()
    if place.exterior:
        floor.addRect(area)
        painter.fillPath(floor, ink.paper)
        _strips(painter, place, scale, area, ink)
    else:
        floor.addPolygon(scale.polygon(place.outline))
        floor.closeSubpath()
        painter.fillPath(floor, ink.paper)
    painter.save()
    painter.setClipPath(floor)
    _grid(painter, scale, area, ink)
    painter.restore()
    for thing in drawing.things:
        _thing(painter, thing, scale, ink)
    if not place.exterior:
        _walls(painter, place, scale, ink)
    _labels(painter, drawing, scale, ink)


def _grid(painter: QPainter, scale: Scale, area: QRectF, ink: Ink) -> None:
    painter.setPen(QPen(ink.grid, 1))
    left, top = scale.back(area.topLeft())
    right, bottom = scale.back(area.bottomRight())
    for x in range(math.floor(left), math.ceil(right) + 1):
        a = scale.to((x, 0)).x()
        painter.drawLine(QPointF(a, area.top()), QPointF(a, area.bottom()))
    for y in range(math.floor(bottom), math.ceil(top) + 1):
        b = scale.to((0, y)).y()
        painter.drawLine(QPointF(area.left(), b), QPointF(area.right(), b))


def _strips(painter: QPainter, place: Place, scale: Scale, area: QRectF, ink: Ink) -> None:
    for strip in place.strips:
        high, low = scale.to((0, strip.high)).y(), scale.to((0, strip.low)).y()
        rect = QRectF(area.left(), high, area.width(), low - high)
        if strip.kind == "road":
            painter.fillRect(rect, ink.raised)
            painter.setPen(QPen(ink.fine, 1.4, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()))
        elif strip.kind in ("pavement", "kerb"):
            painter.fillRect(rect, ink.fill)
        painter.setPen(QPen(ink.fine, 1))
        painter.drawLine(rect.topLeft(), rect.topRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _thing(painter: QPainter, thing: Thing, scale: Scale, ink: Ink) -> None:
    pen = QPen(ink.line if thing.kind == "floor" else ink.fine, 1.3 if thing.kind == "floor" else 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if thing.kind in ("flat", "high"):
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setDashPattern([5, 3])
    painter.setPen(pen)
    painter.setBrush(QBrush(ink.fill) if thing.kind == "floor" else Qt.BrushStyle.NoBrush)
    if thing.kind == "wall":
        painter.setBrush(QBrush(ink.fine))
    for polygon in thing.outer:
        painter.drawPolygon(scale.polygon(polygon))
    if thing.kind == "floor":
        painter.setPen(QPen(ink.fine, 1))
        painter.setBrush(QBrush(ink.raised))
        for polygon in thing.inner:
            painter.drawPolygon(scale.polygon(polygon))


def _walls(painter: QPainter, place: Place, scale: Scale, ink: Ink) -> None:
    """Cut walls are solid; a window is three lines, a door its leaf and swing."""
    ends, starts = {w.end for w in place.walls}, {w.start for w in place.walls}
    openings = []
    for wall in place.walls:
        dx, dy = wall.end[0] - wall.start[0], wall.end[1] - wall.start[1]
        length = math.hypot(dx, dy)
        ux, uy = dx / length, dy / length

        def at(along: float, out: float, w=wall, ux=ux, uy=uy) -> Point:
            return w.start[0] + ux * along + uy * out, w.start[1] + uy * along - ux * out

        cuts = sorted((h.along - h.width / 2, h.along + h.width / 2) for h in wall.openings)
        edges = [-THICK if wall.start in ends else 0.0, *(e for cut in cuts for e in cut)]
        edges.append(length + (THICK if wall.end in starts else 0.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.wall)
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            painter.drawPolygon(scale.polygon([at(a, 0), at(b, 0), at(b, THICK), at(a, THICK)]))
        openings += [(h, at) for h in wall.openings]
    for hole, at in openings:
        _opening(painter, hole, at, scale, ink)


def _opening(painter: QPainter, hole: Opening, at: Callable[[float, float], Point], scale: Scale, ink: Ink) -> None:
    a, b = hole.along - hole.width / 2, hole.along + hole.width / 2
    painter.setPen(QPen(ink.wall, 1))
    painter.setBrush(QBrush(ink.paper))
    if hole.kind == "window":
        painter.drawPolygon(scale.polygon([at(a, 0), at(b, 0), at(b, THICK), at(a, THICK)]))
        painter.drawLine(scale.to(at(a, THICK / 2)), scale.to(at(b, THICK / 2)))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(scale.polygon([at(a, 0), at(b, 0), at(b, THICK), at(a, THICK)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if hole.kind == "door":
        hinge, width = scale.to(at(a, 0)), hole.width * scale.factor
        leaf, tip = scale.to(at(a, -hole.width)), scale.to(at(b, 0))
        start = math.degrees(math.atan2(hinge.y() - leaf.y(), leaf.x() - hinge.x()))
        end = math.degrees(math.atan2(hinge.y() - tip.y(), tip.x() - hinge.x()))
        painter.setPen(QPen(ink.wall, 1.6))
        painter.drawLine(hinge, leaf)
        painter.setPen(QPen(ink.line, 1))
        box = QRectF(hinge.x() - width, hinge.y() - width, 2 * width, 2 * width)
        painter.drawArc(box, round(start * 16), round(((end - start + 180) % 360 - 180) * 16))
    else:
        painter.setPen(QPen(ink.fine, 1, Qt.PenStyle.DashLine))
        for out in (0.0, THICK):
            painter.drawLine(scale.to(at(a, out)), scale.to(at(b, out)))


def _labels(painter: QPainter, drawing: Drawing, scale: Scale, ink: Ink) -> None:
    """Names of the things that are large enough to carry one."""
    font = fonts.ui(10)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    painter.setPen(ink.faint)
    for thing in drawing.things:
        if thing.kind != "floor" or not thing.outer:
            continue
        box = scale.polygon(thing.outer[0]).boundingRect()
        words = thing.name
        width = metrics.horizontalAdvance(words)
        if width + 6 <= box.width() and metrics.height() <= box.height():
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        elif width + 6 <= box.height() and metrics.height() <= box.width():
            painter.save()
            painter.translate(box.center())
            painter.rotate(-90)
            turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
            painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, words)
            painter.restore()
