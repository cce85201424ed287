"""What a line drawn by hand means: the few points where it bends."""

from __future__ import annotations

import math

from library.places.model import Point

TOLERANCE = 0.3
"""Metres a drawn line may be off the straight one before it bends."""


def bends(line: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """The points between the ends of a drawn line (metres) that straight pieces must pass to stay within `tolerance`
    of it, in order. Ramer, 1972; Douglas and Peucker, 1973."""
    if len(line) < 3:
        return []
    first, last = line[0], line[-1]
    at, off = max(((n, _off(p, first, last)) for n, p in enumerate(line[1:-1], 1)), key=lambda each: each[1])
    if off <= tolerance:
        return []
    return [*bends(line[: at + 1], tolerance), line[at], *bends(line[at:], tolerance)]


def _off(point: Point, a: Point, b: Point) -> float:
    """How far a point is from the piece between a and b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square if square else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.hypot(point[0] - a[0] - along * dx, point[1] - a[1] - along * dy)
