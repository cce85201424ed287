"""Heads in line: how much of one head another one, with its shoulders, hides as seen from somewhere."""

from __future__ import annotations

import numpy as np

from library.camera.subjects import Subject

HALF = 0.44
"""Half the width of a head with its hair, in heights of the head."""
SHOULDERS = 0.75
"""Half the width of shoulders, in half widths of the body."""
LOST = 9.0
"""What a spot from which one head is wholly lost costs."""
PEEKS = (0.25, 0.9)
"""Shares of a head behind somebody's between which it sticks out like a growth of theirs; more, and it is not seen."""
SMALL = 0.4
"""How large a head behind somebody's looks beside it from which it counts."""


def hidden(location: np.ndarray, near: Subject, far: Subject, at: int) -> float:
    """Share (0..1) of the farther head that the nearer person's head (along the line between the two) or shoulders hide
    from `location` (3,) at a frame."""
    (a, b), (ra, rb) = _seen(location, near, far, at)
    apart = float(np.arccos(np.clip(a @ b, -1.0, 1.0)))
    return max(float(np.clip((ra + rb - apart) / (2 * rb), 0.0, 1.0)), _behind_shoulders(location, near, b, rb, at))


def _behind_shoulders(location: np.ndarray, near: Subject, way: np.ndarray, half: float, at: int) -> float:
    """Share of a head, seen in direction `way` (3,) and so many radians to all sides, that is below somebody's neck and
    between their shoulders."""
    neck = near.points["neck"][at] - location
    flat = max(float(np.hypot(neck[0], neck[1])), 0.05)
    aside = float(np.arctan2(way[0] * neck[1] - way[1] * neck[0], way[:2] @ neck[:2]))
    wide = float(np.arctan(SHOULDERS * near.radius / flat))
    low = float(np.arcsin(np.clip(way[2], -1.0, 1.0))) - half
    across = min(aside + half, wide) - max(aside - half, -wide)
    up = float(np.arctan2(neck[2], flat)) - low
    return float(np.clip(across / (2 * half), 0.0, 1.0) * np.clip(up / (2 * half), 0.0, 1.0))


def nearer(location: np.ndarray, one: Subject, other: Subject, at: int) -> bool:
    """Whether one head is nearer to `location` than the other."""
    gaps = [np.linalg.norm(each.points["eyes"][at] - location) for each in (one, other)]
    return bool(gaps[0] < gaps[1])


def in_line(location: np.ndarray, filmed: Subject, other: Subject, at: int) -> float:
    """Share (0..1) of a head that is lost where somebody who is filmed and another one stand in line: what the other
    hides of theirs, or what theirs hides of the other's while the rest of that sticks out behind them."""
    if nearer(location, other, filmed, at):
        return hidden(location, other, filmed, at)
    share = hidden(location, filmed, other, at)
    _, (near, far) = _seen(location, filmed, other, at)
    return share if PEEKS[0] <= share <= PEEKS[1] and far >= SMALL * near else 0.0


def _seen(location: np.ndarray, one: Subject, other: Subject, at: int) -> tuple[list[np.ndarray], list[float]]:
    """Unit directions to the middles of two heads, and the angles (radians) of half their widths."""
    ways, halves = [], []
    for each in (one, other):
        way = (each.points["crown"][at] + each.points["chin"][at]) / 2 - location
        far = max(float(np.linalg.norm(way)), 0.05)
        ways.append(way / far)
        halves.append(float(np.arctan(HALF * each.head[at] / far)))
    return ways, halves
