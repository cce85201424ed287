"""Where one stands at a part of a place that is no position of it: before a window, inside a door."""

from __future__ import annotations

from collections.abc import Iterator

from library.places.model import Place, Point

ROOM = 0.4
"""Metres that one who stands needs from the middle to what is in the way."""
REACH = (0.5, 0.7, 0.9, 1.2, 1.5)
"""Metres from the part at which a free point is looked for, the nearest first."""


def stand_at(place: Place, part: str) -> Point | None:
    """The free floor point nearest to a "window" or "door" of the place; None where there is none of them, or no room
    before any."""
    things = [f for f in place.footprints() if f.bottom < 1.2 and f.top > 0.12]
    fits = [p for p in _before(place, part) if place.inside(p, ROOM) and all(f.distance(p) >= ROOM for f in things)]
    return next(iter(fits), None)


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
