"""The floor plan's sheet: scale, inks and what all of it shares."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from library.places.model import Point
from ui.studio.plan.drawing import Drawing
from ui.studio.theme import fonts
from ui.studio.theme.style import theme
from ui.studio.theme.tokens import SCENE_COLOURS


@dataclass(frozen=True)
class Scale:
    """From metres of the place (y up) to pixels of the widget (y down)."""

    factor: float
    origin: QPointF

    def to(self, point) -> QPointF:
        return QPointF(self.origin.x() + point[0] * self.factor, self.origin.y() - point[1] * self.factor)

    def back(self, pixel: QPointF) -> Point:
        return (pixel.x() - self.origin.x()) / self.factor, (self.origin.y() - pixel.y()) / self.factor

    def polygon(self, points) -> QPolygonF:
        return QPolygonF([self.to(p) for p in points])


def extent(drawing: Drawing) -> tuple[float, float, float, float]:
    """x0, y0, x1, y1 in metres of all that is on the sheet."""
    points = list(drawing.place.outline)
    if drawing.place.exterior:
        points = [p for person in drawing.people for p in (person.at, *person.way)] or points[:1]
        points += [p.at for p in drawing.place.positions]
        points += [(p[0] + s, p[1] + s) for p in list(points) for s in (-2.0, 2.0)]
    if drawing.camera is not None:
        points += [drawing.camera.at[:2], *drawing.camera.way]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def colour_of(index: int) -> QColor:
    """The colour a person has on the plan."""
    return QColor(SCENE_COLOURS[index % len(SCENE_COLOURS)])


@dataclass(frozen=True)
class Ink:
    """The colours of the sheet in one theme."""

    paper: QColor
    grid: QColor
    wall: QColor
    line: QColor
    fine: QColor
    fill: QColor
    raised: QColor
    text: QColor
    faint: QColor
    accent: QColor
    bad: QColor
    halo: QColor

    @classmethod
    def of_theme(cls) -> Ink:
        dark = theme.tokens.name == "dark"
        pick = lambda d, l: QColor(d if dark else l)  # noqa: E731, E741
        return cls(
            paper=pick("#1D2027", "#FFFFFF"),
            grid=pick("#272B34", "#EFF1F4"),
            wall=pick("#C4C9D4", "#2A2D34"),
            line=pick("#717A8A", "#6C7480"),
            fine=pick("#4A515E", "#A9B0BB"),
            fill=pick("#262B34", "#F5F6F8"),
            raised=pick("#2E343F", "#EBEDF1"),
            text=theme.colour("text"),
            faint=pick("#8E96A3", "#6C7480"),
            accent=theme.colour("accent"),
            bad=theme.colour("bad"),
            halo=pick("#1D2027", "#FFFFFF"),
        )


def paint_ruler(painter: QPainter, scale: Scale, at: QPointF) -> None:
    """A bar of one metre, or of what is readable."""
    ink = Ink.of_theme()
    metres = next((m for m in (1, 2, 5, 10, 20) if m * scale.factor >= 36), 20)
    width = metres * scale.factor
    painter.setPen(QPen(ink.faint, 1.4))
    painter.drawLine(at, QPointF(at.x() + width, at.y()))
    for x in (at.x(), at.x() + width):
        painter.drawLine(QPointF(x, at.y() - 3), QPointF(x, at.y() + 3))
    painter.setFont(fonts.digits(10))
    painter.drawText(QRectF(at.x() + width + 6, at.y() - 8, 60, 16), Qt.AlignmentFlag.AlignVCenter, f"{metres} m")
