"""Where one stands that is no position of a place: before a window, inside a door, with somebody."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from library.places.model import Place, Point

ROOM = 0.4
"""Metres that one who stands needs from the middle to what is in the way."""
REACH = (0.5, 0.7, 0.9, 1.2, 1.5)
"""Metres from the part at which a free point is looked for, the nearest first."""
TALKING = (1.1, 1.3, 0.9)
"""Metres at which two who know each other talk standing (the far phase of personal distance: E. T. Hall, The Hidden
Dimension, 1966), the best first."""
ASIDE = (0, 20, 40, 60, 80)
"""Degrees off the straight way at which one stops, where there is no room on it."""
APART = 0.85
"""Metres between two who stand."""


def stand_at(place: Place, part: str) -> Point | None:
    """The free floor point nearest to a "window" or "door" of the place; None where there is none of them, or no room
    before any."""
    return next((p for p in _before(place, part) if _has_room(place, p)), None)


def stand_with(place: Place, other: Point, here: Point, others: Sequence[Point] = ()) -> Point | None:
    """Where one who comes from `here` stops to talk to somebody at `other`: on the near side of them, clear of
    furniture and of everybody at `others`; None where there is no room."""
    fits = (p for p in with_somebody(other, here) if _has_room(place, p))
    return next((p for p in fits if all(math.dist(p, o) >= APART for o in others)), None)


def with_somebody(other: Point, here: Point) -> Iterator[Point]:
    """Points at a talking distance from `other`, those straight on the way from `here` first."""
    straight = math.atan2(here[1] - other[1], here[0] - other[0])
    for off in ASIDE:
        for far in TALKING:
            for angle in dict.fromkeys((straight + math.radians(off), straight - math.radians(off))):
                yield round(other[0] + far * math.cos(angle), 2), round(other[1] + far * math.sin(angle), 2)


def _has_room(place: Place, point: Point) -> bool:
    things = (f for f in place.footprints() if f.bottom < 1.2 and f.top > 0.12)
    return place.inside(point, ROOM) and all(f.distance(point) >= ROOM for f in things)


def _before(place: Place, part: str) -> Iterator[Point]:
    if part == "door":
        yield from (e.at for e in place.entrances)
        return
    windows = sorted(place.windows, key=lambda w: -w.width)
    for far in REACH:
        for window in windows:
            for aside in (0.0, 0.3, -0.3, 0.6, -0.6):
                if abs(aside) <= window.width / 2:
                    (nx, ny), (x, y, _) = window.inward, window.at
                    yield round(x + nx * far - ny * aside, 2), round(y + ny * far + nx * aside, 2)
