"""Camera plots: a staged shot seen from above, drawn into a page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from fpdf import FPDF

SENSOR_MM = 36.0
"""Width of the film gate the focal lengths are meant for."""

_FLOOR, _WALL, _THING, _EDGE = (246, 247, 248), (120, 126, 136), (226, 229, 233), (168, 174, 182)
_CAMERA, _VIEW = (32, 36, 42), (214, 226, 244)
_PEOPLE = ((196, 78, 60), (46, 110, 168), (88, 132, 58), (146, 92, 160), (190, 138, 40), (60, 140, 140))
_MARGIN_M = 0.5
_BODY_M = 0.24

Point = tuple[float, float]


def draw_plot(pdf: FPDF, plan: dict[str, Any], x: float, y: float, width: float, height: float) -> None:
    """Draws the plan of a shot (`measurements["plan"]`, metres, y up the page) at the upper right of a box (mm):
    room, furniture, people with facing and way, camera with its way and what it sees at the start."""
    points = _extent(plan)
    if not points:
        return
    low = min(p[0] for p in points) - _MARGIN_M, min(p[1] for p in points) - _MARGIN_M
    high = max(p[0] for p in points) + _MARGIN_M, max(p[1] for p in points) + _MARGIN_M
    scale = min(width / (high[0] - low[0]), height / (high[1] - low[1]))
    left = x + width - scale * (high[0] - low[0])
    bottom = y + scale * (high[1] - low[1])

    def at(point: Iterable[float]) -> Point:
        px, py = list(point)[:2]
        return left + (px - low[0]) * scale, bottom - (py - low[1]) * scale

    drawing = _Drawing(pdf, plan, at, scale)
    with pdf.rect_clip(x, y, width, height):
        drawing.room()
        drawing.view()
        drawing.people()
        drawing.camera()


class _Drawing:
    def __init__(self, pdf: FPDF, plan: dict[str, Any], at, scale: float):
        self.pdf, self.plan, self.at, self.scale = pdf, plan, at, scale

    def room(self) -> None:
        pdf = self.pdf
        outline = [self.at(p) for p in self.plan.get("outline", [])]
        if len(outline) > 2:
            self._style(_WALL, _FLOOR, 0.5)
            pdf.polygon(outline, style="DF")
        self._style(_EDGE, _THING, 0.12)
        for thing in self.plan.get("furniture", []):
            pdf.polygon([self.at(p) for p in _corners(thing)], style="DF")

    def view(self) -> None:
        """What the lens takes in at the start, as a wedge out to what it is aimed at and a little further."""
        camera, target, lens = (self.plan.get(k) or [] for k in ("camera", "target", "lens"))
        if not (camera and target and lens):
            return
        eye, aim = camera[0][:2], target[0][:2]
        angle = math.atan2(aim[1] - eye[1], aim[0] - eye[0])
        half = math.atan(SENSOR_MM / 2 / max(float(lens[0]), 1.0))
        reach = max(math.dist(eye, aim), 0.8) * 1.25
        edge = [
            (eye[0] + reach * math.cos(angle + half * k / 6), eye[1] + reach * math.sin(angle + half * k / 6))
            for k in range(-6, 7)
        ]
        with self.pdf.local_context(fill_opacity=0.6):
            self._style(_VIEW, _VIEW, 0.1)
            self.pdf.polygon([self.at(eye), *map(self.at, edge)], style="F")

    def people(self) -> None:
        pdf = self.pdf
        for index, (name, person) in enumerate(self.plan.get("people", {}).items()):
            colour = _PEOPLE[index % len(_PEOPLE)]
            path = [self.at(p) for p in person.get("path", [])]
            if not path:
                continue
            radius = max(_BODY_M * self.scale, 1.1)
            self._style(colour, colour, 0.35)
            if math.dist(path[0], path[-1]) > radius:
                with pdf.local_context(dash_pattern=dict(dash=0.9, gap=0.6)):
                    pdf.polyline(path)
                self._arrow(path, radius)
            facing = person.get("facing") or (0.0, -1.0)
            size = math.hypot(*facing) or 1.0
            nose = path[0][0] + facing[0] / size * radius * 1.7, path[0][1] - facing[1] / size * radius * 1.7
            pdf.line(*path[0], *nose)
            pdf.set_draw_color(255, 255, 255)
            pdf.set_line_width(0.2)
            pdf.circle(path[0][0], path[0][1], radius, style="DF")
            pdf.set_font("text", "B", max(4.0, min(6.5, radius * 3.2)))
            pdf.set_text_color(255, 255, 255)
            pdf.set_xy(path[0][0] - radius, path[0][1] - radius)
            pdf.cell(radius * 2, radius * 2, name[:1].upper(), align="C")

    def camera(self) -> None:
        camera, target = self.plan.get("camera") or [], self.plan.get("target") or []
        if not camera or not target:
            return
        path = [self.at(p) for p in camera]
        self._style(_CAMERA, _CAMERA, 0.3)
        if math.dist(path[0], path[-1]) > 1.2:
            pdf = self.pdf
            with pdf.local_context(dash_pattern=dict(dash=0.5, gap=0.5)):
                pdf.polyline(path)
            self._body(path[-1], self.at(target[-1]), "D")
        self._body(path[0], self.at(target[0]), "F")

    def _body(self, eye: Point, aim: Point, style: str) -> None:
        """A camera from above: a box with a lens that opens to the front."""
        angle = math.atan2(aim[1] - eye[1], aim[0] - eye[0])
        unit = max(1.15, min(2.0, 0.2 * self.scale))

        def turned(points: list[Point]) -> list[Point]:
            c, s = math.cos(angle), math.sin(angle)
            return [(eye[0] + (px * c - py * s) * unit, eye[1] + (px * s + py * c) * unit) for px, py in points]

        self.pdf.polygon(turned([(-1.5, -0.75), (0.0, -0.75), (0.0, 0.75), (-1.5, 0.75)]), style=style)
        self.pdf.polygon(turned([(0.0, -0.3), (0.8, -0.7), (0.8, 0.7), (0.0, 0.3)]), style=style)

    def _arrow(self, path: list[Point], radius: float) -> None:
        """The head of a way, at its end."""
        end = path[-1]
        before = next((p for p in reversed(path) if math.dist(p, end) > radius * 0.5), path[0])
        angle = math.atan2(end[1] - before[1], end[0] - before[0])
        wings = [
            (end[0] - radius * 1.1 * math.cos(angle + a), end[1] - radius * 1.1 * math.sin(angle + a))
            for a in (0.5, -0.5)
        ]
        self.pdf.polygon([end, *wings], style="F")

    def _style(self, line: tuple, fill: tuple, width: float) -> None:
        self.pdf.set_draw_color(*line)
        self.pdf.set_fill_color(*fill)
        self.pdf.set_line_width(width)


def _extent(plan: dict[str, Any]) -> list[Point]:
    """Everything that has to be on the plot."""
    points = [tuple(p[:2]) for p in (*plan.get("outline", []), *(plan.get("camera") or []))]
    for person in plan.get("people", {}).values():
        points += [tuple(p[:2]) for p in person.get("path", [])]
    return points


def _corners(thing: dict[str, Any]) -> list[Point]:
    (x, y), (w, d) = thing["at"][:2], thing["size"][:2]
    c, s = math.cos(math.radians(thing.get("yaw", 0.0))), math.sin(math.radians(thing.get("yaw", 0.0)))
    return [
        (x + dx * w / 2 * c - dy * d / 2 * s, y + dx * w / 2 * s + dy * d / 2 * c)
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
