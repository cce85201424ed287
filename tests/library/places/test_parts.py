"""Where one stands before a window or at a door."""

from __future__ import annotations

import math

import pytest

from library.places import PLACES
from library.places.parts import ROOM, stand_at


@pytest.mark.parametrize("place", list(PLACES), ids=lambda p: p.name)
@pytest.mark.parametrize("part", ["window", "door"])
def test_one_stands_at_a_part_of_a_place_with_room_round_one(place, part):
    point = stand_at(place, part)
    if point is None:
        return
    assert place.inside(point, ROOM)
    assert all(f.distance(point) >= ROOM for f in place.footprints() if f.bottom < 1.2 and f.top > 0.12)
    ways = [w.at[:2] for w in place.windows] if part == "window" else [e.at for e in place.entrances]
    assert min(math.dist(point, at) for at in ways) <= 1.7


def test_most_places_have_a_window_to_go_to():
    assert sum(stand_at(p, "window") is not None for p in PLACES) >= 13
    assert stand_at(PLACES["Roadside"], "window") is None
