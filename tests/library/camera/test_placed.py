"""A camera that was put in its place by hand."""

from __future__ import annotations

import numpy as np
import pytest

from library.stage import CameraPlan
from tests.library.camera.test_solve import ALONE, FRAMES, PAIR, WALKER, film

SPOT = (1.5, -3.0, 1.6)


@pytest.mark.parametrize("shot_type", ["Close-up", "Medium Shot", "Long Shot", "Pan Shot", "Dolly Shot", "Truck Shot"])
def test_it_begins_exactly_there(shot_type):
    track = film(CameraPlan(shot_type, ["P0"], at=SPOT, lens=50), PAIR)
    assert track.location[0] == pytest.approx(SPOT)
    assert track.lens[0] == pytest.approx(50, rel=0.6)
    assert np.isfinite(track.focus).all()


def test_a_person_it_looks_at_has_the_eyes_on_the_upper_third():
    track = film(CameraPlan("Medium Shot", ["P0"], at=SPOT, look_at="P1", lens=35), PAIR)
    seen = track.project(PAIR["P1"].points["eyes"][:, None])[:, 0]
    assert seen[:, 0] == pytest.approx(0.5, abs=0.02)
    assert seen[:, 1] == pytest.approx(2 / 3, abs=0.02)


def test_it_turns_along_with_somebody_who_walks():
    track = film(CameraPlan("Long Shot", ["P0"], at=SPOT, look_at="P0", lens=35), WALKER)
    assert np.ptp(track.location, axis=0).max() < 1e-6
    assert track.aim[-1, 0] - track.aim[0, 0] > 0.5


def test_a_point_is_looked_at_and_a_circle_keeps_its_middle():
    track = film(CameraPlan("Long Shot", ["P0"], at=SPOT, look_at=(0.2, 0.1, 1.0)), ALONE)
    assert track.aim[0] == pytest.approx((0.2, 0.1, 1.0))
    round_ = film(CameraPlan("360-Degree Arc Shot", ["P0"], at=SPOT), ALONE)
    reach = np.linalg.norm((round_.location - round_.aim)[:, :2], axis=1)
    assert round_.location[0] == pytest.approx(SPOT)
    assert np.ptp(reach) < 0.02 * reach[0]
    assert len(reach) == FRAMES
