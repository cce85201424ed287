"""Following somebody from near, where a body hardly fits into the picture."""

import numpy as np
import pytest

from library.camera.lens import CameraTrack
from library.camera.moves import WIDEST, _upright
from library.camera.sizes import SIZES
from tests.library.camera.test_solve import ALONE


@pytest.mark.parametrize("away", [0.5, 0.8, 1.2, 2.5])
@pytest.mark.parametrize("aspect", [0.83, 16 / 9])
@pytest.mark.parametrize("sideways", [0.0, 0.4])
def test_lens_and_tilt_stay_sensible_however_near(away, aspect, sideways):
    who = next(iter(ALONE.values()))
    count = len(who.facing)
    one = np.ones(count)
    middle = np.column_stack([who.ground, 0.9 * one])
    location = middle + [sideways, -away, 0.3]
    track = _upright(CameraTrack(location, middle, 26 * one, away * one, 0 * one, 5.6, aspect), who, SIZES["long"])
    assert (track.lens >= WIDEST).all()
    assert np.abs(track.aim[:, 2] - 0.9).max() < 1.6
    if away > 2:
        seen = track.project(np.stack([who.points["crown"], who.points["feet"]], 1))[..., 1]
        assert seen.min() > 0.0
        assert seen.max() < 1.0
