"""How a room goes on behind a wall that is taken away."""

from __future__ import annotations

import numpy as np
import pytest

from library.places import PLACES
from library.places.apron import BESIDE, CLEAR, DEPTH
from library.places.build import beyond
from library.places.room import wall_frame


@pytest.mark.parametrize(("left", "right"), [(True, True), (True, False), (False, True), (False, False)])
def test_the_end_walls_stand_where_they_are_wanted(left, right):
    place = PLACES["Apartment living room"]
    matrix, length = wall_frame(place.walls[0])
    points = np.asarray(beyond(place, 0, left, right).mesh.vertices)
    local = (points[:, :2] - matrix[:2, 3]) @ matrix[:2, :2]
    upright = {round(float(x), 3) for (x, y), z in zip(local, points[:, 2], strict=True) if abs(y) < 1e-6 and z > 2.0}
    assert (CLEAR in upright) == left
    assert (round(length - CLEAR, 3) in upright) == right
    assert local[:, 1].min() == pytest.approx(-DEPTH)
    assert local[:, 0].min() == pytest.approx(-BESIDE), "floor and ceiling reach past the ends"
