"""What stands between a camera and what it films."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from library.places.model import Footprint, Point


class Sight(Protocol):
    """Rays through the furniture and fixed walls of a stage (people are looked at separately)."""

    def blocked(self, start: np.ndarray, end: np.ndarray) -> bool:
        """Whether something solid lies between two points (3,)."""

    def clearance(self, point: np.ndarray) -> float:
        """Metres from a point (3,) to the nearest surface; 0 inside a solid."""

    def outside(self, point: np.ndarray) -> float:
        """Metres a point (3,) lies outside the place's outline, 0 within it."""


class BoxSight:
    """Sight through upright boxes: exact for plans, used where no Blender is at hand."""

    def __init__(self, boxes: list[Footprint], outline: tuple[Point, ...] = ()):
        self.boxes, self.outline = boxes, np.asarray(outline, float)

    def blocked(self, start: np.ndarray, end: np.ndarray) -> bool:
        return any(_crosses(box, np.asarray(start, float), np.asarray(end, float)) for box in self.boxes)

    def clearance(self, point: np.ndarray) -> float:
        return min((_distance(box, np.asarray(point, float)) for box in self.boxes), default=np.inf)

    def outside(self, point: np.ndarray) -> float:
        return outside(self.outline, point)


def outside(outline: np.ndarray, point: np.ndarray) -> float:
    """Metres a point lies outside a polygon (N, 2), 0 within it or without an outline."""
    if len(outline) < 3:
        return 0.0
    a, b = outline, np.roll(outline, -1, 0)
    p = np.asarray(point, float)[:2]
    crossing = ((a[:, 1] > p[1]) != (b[:, 1] > p[1])) & (
        p[0] < (b[:, 0] - a[:, 0]) * (p[1] - a[:, 1]) / (b[:, 1] - a[:, 1] + 1e-12) + a[:, 0]
    )
    if crossing.sum() % 2:
        return 0.0
    t = np.clip(((p - a) * (b - a)).sum(1) / np.maximum(((b - a) ** 2).sum(1), 1e-12), 0, 1)
    return float(np.linalg.norm(a + t[:, None] * (b - a) - p, axis=1).min())


def _local(box: Footprint, point: np.ndarray) -> np.ndarray:
    a = np.radians(box.yaw)
    d = point[:2] - np.asarray(box.at)
    return np.array([d[0] * np.cos(a) + d[1] * np.sin(a), -d[0] * np.sin(a) + d[1] * np.cos(a), point[2]])


def _crosses(box: Footprint, start: np.ndarray, end: np.ndarray) -> bool:
    """Slab test of the segment against the box (Kay and Kajiya 1986)."""
    s, e = _local(box, start), _local(box, end)
    low = np.array([-box.size[0] / 2, -box.size[1] / 2, box.bottom])
    high = np.array([box.size[0] / 2, box.size[1] / 2, box.top])
    d = e - s
    with np.errstate(divide="ignore", invalid="ignore"):
        t0, t1 = (low - s) / d, (high - s) / d
    near, far = np.fmin(t0, t1), np.fmax(t0, t1)
    still = np.abs(d) < 1e-12
    if np.any(still & ((s < low) | (s > high))):
        return False
    near, far = np.where(still, -np.inf, near), np.where(still, np.inf, far)
    return bool(max(near.max(), 0.0) <= min(far.min(), 1.0))


def _distance(box: Footprint, point: np.ndarray) -> float:
    p = _local(box, point)
    low = np.array([-box.size[0] / 2, -box.size[1] / 2, box.bottom])
    high = np.array([box.size[0] / 2, box.size[1] / 2, box.top])
    return float(np.linalg.norm(np.maximum(np.maximum(low - p, p - high), 0.0)))
