"""People whom the edges of the picture cut: somebody's nose at its side is seen before whoever is filmed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.camera.heads import HALF
from library.camera.lens import SENSOR
from library.camera.subjects import Subject

CUT = 4.5
"""The cost of a large head that an edge of the picture cuts, face to the camera."""
BACK = 0.6
"""What a head seen from behind counts of that: it frames, as a shoulder does."""
LARGE = 0.25
"""Share of the picture's height from which a head is large."""
MARGIN = 0.012
"""Share of the picture's width left between its edge and a head that is kept out."""
CENTRED = 0.07
"""How far beyond the middle of the picture's width somebody filmed may come so that another one stays out of it."""


@dataclass(frozen=True)
class View:
    """A picture at one moment: location and aim (3,), metres; lens, mm; aspect."""

    location: np.ndarray
    aim: np.ndarray
    lens: float
    aspect: float

    def head(self, who: Subject, at: int) -> tuple[float, float, float, float]:
        """x, y of the middle of a head in the picture (0..1, y up), and half its width and height there; all of it is
        far outside where the head is behind the camera."""
        forward = self.aim - self.location
        forward = forward / max(float(np.linalg.norm(forward)), 1e-9)
        right = np.array([forward[1], -forward[0], 0.0]) / max(float(np.hypot(*forward[:2])), 1e-9)
        line = (who.points["crown"][at] + who.points["chin"][at]) / 2 - self.location
        depth = float(line @ forward)
        if depth < 0.2:
            return 9.0, 9.0, 0.0, 0.0
        scale = self.lens / SENSOR / depth
        x, y = float(line @ right) * scale, float(line @ np.cross(right, forward)) * scale * self.aspect
        wide, tall = HALF * float(who.head[at]) * scale, 0.5 * float(who.head[at]) * scale * self.aspect
        return 0.5 + x, 0.5 + y, wide, tall


def cut(view: View, other: Subject, at: int) -> float:
    """How much (0..1) a head disturbs that an edge of the picture cuts; 0 where it is wholly in the picture or out."""
    x, y, wide, tall = view.head(other, at)
    inside = _inside(x, wide) * _inside(y, tall)
    if not inside:
        return 0.0
    towards = float(other.gaze[at] @ (view.location - other.points["eyes"][at])) > 0
    size = min(max(2 * tall / LARGE, 0.6), 1.0)
    return min(inside / 0.04, 1.0) * min((1.0 - inside) / 0.3, 1.0) * size * (1.0 if towards else BACK)


def kept_out(views: dict[int, View], one: Subject, others: list[Subject]) -> float:
    """By how much (share of the picture's width, to its right) the picture moves so that no head is cut by its sides in
    any of the views (frame -> view), 0 where that would take the one filmed too far from where they belong."""
    left, right = 0.0, 0.0
    for at, view in views.items():
        for other in others:
            x, y, wide, tall = view.head(other, at)
            if _inside(y, tall) == 0.0:
                continue
            if x - wide < 1.0 < x + wide:
                right = max(right, 1.0 - x + wide + MARGIN)
            elif x - wide < 0.0 < x + wide:
                left = max(left, x + wide + MARGIN)
    if bool(left) == bool(right):
        return 0.0
    places = [view.head(one, at)[0] for at, view in views.items()]
    room = 0.5 + CENTRED - max(places) if right else min(places) - 0.5 + CENTRED
    need = right or left
    return (-need if right else need) if need <= room else 0.0


def _inside(middle: float, half: float) -> float:
    """Share of a span of the picture's width or height that is in the picture."""
    if half <= 0.0:
        return 0.0
    return max(min(middle + half, 1.0) - max(middle - half, 0.0), 0.0) / (2 * half)
