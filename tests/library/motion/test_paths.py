import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.motion.paths import BODY_RADIUS, NoPath, clearance, shortest
from library.places.model import Footprint


def table(at=(0.0, 0.0), size=(2.0, 0.8), yaw=0.0, bottom=0.0, top=0.75, name="table") -> Footprint:
    return Footprint(at, size, yaw, bottom, top, name)


def along(way) -> np.ndarray:
    way = np.array(way)
    return np.concatenate([np.linspace(a, b, 50) for a, b in itertools.pairwise(way)])


def test_free_way_is_straight():
    assert shortest((0, 0), (3, 1)) == [(0, 0), (3, 1)]


def test_goes_round_a_table_at_body_width():
    way = shortest((0, -2), (0, 2), [table()])
    assert clearance(along(way), [table()], np.empty((0, 2))).min() > BODY_RADIUS - 0.02
    length = np.linalg.norm(np.diff(np.array(way), axis=0), axis=1).sum()
    assert length < 5.4


def test_rugs_and_lamps_are_in_nobodys_way():
    things = [table(top=0.02, name="rug"), table(bottom=2.1, top=2.4, name="lamp")]
    assert len(shortest((0, -2), (0, 2), things)) == 2


def test_goes_round_people():
    way = shortest((0, -2), (0, 2), people=[(0, 0)])
    assert np.linalg.norm(along(way), axis=1).min() > 2 * BODY_RADIUS - 0.02


def test_closed_room_has_no_way():
    walls = [
        table((0, 1), (2.2, 0.1), top=2.5, name="north wall"),
        table((0, -1), (2.2, 0.1), top=2.5, name="south wall"),
        table((1, 0), (0.1, 2.2), top=2.5, name="east wall"),
        table((-1, 0), (0.1, 2.2), top=2.5, name="west wall"),
    ]
    with pytest.raises(NoPath, match="wall"):
        shortest((0, 0), (3, 0), walls)


def test_goal_inside_a_thing_names_it():
    with pytest.raises(NoPath, match="table"):
        shortest((0, -2), (0, 0), [table()])


def test_bounds_are_kept():
    with pytest.raises(NoPath):
        shortest((0, -2), (0, 2), [table(size=(4.0, 0.8))], bounds=(-2, -3, 2, 3))


@settings(max_examples=15, deadline=None)
@given(st.floats(-180, 180), st.floats(-1.0, 1.0), st.floats(0.3, 2.0))
def test_any_box_is_avoided(yaw, x, width):
    thing = table((x, 0.0), (width, 0.7), yaw)
    way = shortest((0, -2.5), (0, 2.5), [thing])
    assert way[0] == (0, -2.5)
    assert way[-1] == (0, 2.5)
    assert clearance(along(way), [thing], np.empty((0, 2))).min() > BODY_RADIUS - 0.03
