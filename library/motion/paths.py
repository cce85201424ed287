"""Ways round furniture and people: the shortest walkable polyline between two points on the floor."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np

from library.places.model import Footprint

CELL = 0.08
"""Metres between grid points of the search."""
BODY_RADIUS = 0.26
STEP_OVER, HEAD_ROOM = 0.05, 1.95
"""Things lower than the first (rugs) or beginning above the second (lamps) are in nobody's way."""


class NoPath(ValueError):
    """There is no way; the message says between what and what stands in it."""


def clearance(points: np.ndarray, footprints: Sequence[Footprint], people: np.ndarray) -> np.ndarray:
    """(N,) metres from points (N, 2) to the nearest solid thing, negative inside it.

    people: (M, 2) where others stand; each counts as a disc of BODY_RADIUS."""
    points = np.asarray(points, float).reshape(-1, 2)
    out = np.full(len(points), 1e3)
    for print_ in footprints:
        if print_.top <= STEP_OVER or print_.bottom >= HEAD_ROOM:
            continue
        a = np.radians(print_.yaw)
        local = (points - np.asarray(print_.at)) @ np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
        away = np.abs(local) - np.asarray(print_.size) / 2
        outside = np.linalg.norm(np.maximum(away, 0), axis=1)
        out = np.minimum(out, outside + np.minimum(away.max(1), 0))
    for other in np.asarray(people, float).reshape(-1, 2):
        out = np.minimum(out, np.linalg.norm(points - other, axis=1) - BODY_RADIUS)
    return out


def shortest(
    start: Sequence[float],
    goal: Sequence[float],
    footprints: Sequence[Footprint] = (),
    people: Sequence[Sequence[float]] = (),
    radius: float = BODY_RADIUS,
    bounds: tuple[float, float, float, float] | None = None,
) -> list[tuple[float, float]]:
    """Points (x, y) of the shortest way from start to goal, both included.

    footprints: solid boxes; people: where others stand. radius: half the width of the walker; near start
    and goal it may be as tight as it is there (one stands close to a table). bounds: (x0, y0, x1, y1) not
    to be left. A* on a grid (Hart, Nilsson and Raphael 1968), then the string is pulled tight.
    Raises NoPath when there is none or an end lies inside something.
    """
    start, goal = np.asarray(start, float)[:2], np.asarray(goal, float)[:2]
    others = np.asarray(people, float).reshape(-1, 2)
    solid = [f for f in footprints if f.top > STEP_OVER and f.bottom < HEAD_ROOM]
    ends = np.stack([start, goal])
    room = clearance(ends, solid, others)
    for end, free, name in zip(ends, room, ("start", "goal"), strict=True):
        if free < 0.0:
            raise NoPath(f"the {name} ({end[0]:.2f}, {end[1]:.2f}) is inside {_nearest(end, solid, others)}")

    def slack(points: np.ndarray) -> np.ndarray:
        """Metres to spare at each point beyond what is needed there."""
        need = np.full(len(points), radius)
        for end, free in zip(ends, room, strict=True):
            near = np.linalg.norm(points - end, axis=1)
            need = np.minimum(need, np.maximum(min(free, radius) - 0.01, 0) + np.maximum(near - 0.30, 0) * 0.8)
        out = clearance(points, solid, others) - need
        if bounds is not None:
            x0, y0, x1, y1 = bounds
            inside = (points[:, 0] >= x0) & (points[:, 0] <= x1) & (points[:, 1] >= y0) & (points[:, 1] <= y1)
            out = np.where(inside, out, -1.0)
        return out

    def straight(a: np.ndarray, b: np.ndarray) -> bool:
        steps = max(2, int(np.linalg.norm(b - a) / 0.03) + 1)
        line = a + (b - a) * np.linspace(0, 1, steps)[:, None]
        return bool((slack(line) >= -1e-6).all())

    if straight(start, goal):
        return [tuple(map(float, start)), tuple(map(float, goal))]
    cells = _search(start, goal, slack, solid, others, bounds)
    if cells is None:
        raise NoPath(
            f"no way from ({start[0]:.2f}, {start[1]:.2f}) to ({goal[0]:.2f}, {goal[1]:.2f}) "
            f"{2 * radius:.2f} m wide; {_nearest(goal, solid, others)} is nearest to the goal"
        )
    way = [start, *cells, goal]
    pulled = [way[0]]
    at = 0
    while at < len(way) - 1:
        ahead = len(way) - 1
        while ahead > at + 1 and not straight(way[at], way[ahead]):
            ahead -= 1
        pulled.append(way[ahead])
        at = ahead
    return [(float(p[0]), float(p[1])) for p in pulled]


def _search(start, goal, slack, solid, others, bounds) -> list[np.ndarray] | None:
    """Grid points of the cheapest way, or None."""
    corners = [start, goal, *others] + [np.asarray(f.at) + s * max(f.size) for f in solid for s in (-1, 1)]
    low, high = np.min(corners, axis=0) - 1.0, np.max(corners, axis=0) + 1.0
    if bounds is not None:
        low, high = np.maximum(low, bounds[:2]), np.minimum(high, bounds[2:])
    shape = np.maximum(((high - low) / CELL).astype(int) + 2, 2)
    grid = np.stack(np.meshgrid(*(np.arange(n) for n in shape), indexing="ij"), axis=-1)
    points = low + grid * CELL
    spare = slack(points.reshape(-1, 2)).reshape(shape)
    free = spare >= 0
    cost = 1 + 0.6 * np.clip(0.18 - spare, 0, 0.18) / 0.18

    def nearest_free(point: np.ndarray) -> tuple[int, int] | None:
        distance = np.where(free, np.linalg.norm(points - point, axis=-1), np.inf)
        index = np.unravel_index(int(distance.argmin()), shape)
        return (int(index[0]), int(index[1])) if distance[index] < 3 * CELL else None

    first, last = nearest_free(start), nearest_free(goal)
    if first is None or last is None:
        return None
    best = {first: 0.0}
    came: dict[tuple[int, int], tuple[int, int]] = {}
    queue = [(0.0, first)]
    neighbours = [(i, j, float(np.hypot(i, j))) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    while queue:
        _, here = heapq.heappop(queue)
        if here == last:
            way = [here]
            while here in came:
                here = came[here]
                way.append(here)
            return [points[c] for c in reversed(way)]
        for i, j, length in neighbours:
            there = (here[0] + i, here[1] + j)
            if not (0 <= there[0] < shape[0] and 0 <= there[1] < shape[1]) or not free[there]:
                continue
            so_far = best[here] + length * float(cost[there])
            if so_far < best.get(there, np.inf) - 1e-12:
                best[there] = so_far
                came[there] = here
                heapq.heappush(queue, (so_far + float(np.hypot(there[0] - last[0], there[1] - last[1])), there))
    return None


def _nearest(point: np.ndarray, solid: Sequence[Footprint], others: np.ndarray) -> str:
    named = [(float(clearance(point, [f], np.empty((0, 2)))[0]), f.name) for f in solid]
    named += [(float(np.linalg.norm(point - o)) - BODY_RADIUS, "a person") for o in others]
    return min(named)[1] if named else "nothing"
