"""Where one stands before a window or at a door."""

from __future__ import annotations

import itertools
import math

import pytest

from library.places import PLACES
from library.places.parts import APART, ROOM, stand_at, stand_with


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


@pytest.mark.parametrize("place", list(PLACES), ids=lambda p: p.name)
def test_who_comes_up_to_somebody_stops_on_the_near_side(place):
    for here, other in itertools.permutations([p.at for p in place.positions], 2):
        if math.dist(here, other) < 2.5:
            continue
        point = stand_with(place, other, here, [other])
        if point is None:
            continue
        assert APART <= math.dist(point, other) <= 1.35
        assert math.dist(point, here) < math.dist(other, here) + 0.2
        assert place.inside(point, ROOM)
