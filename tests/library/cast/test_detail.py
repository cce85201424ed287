"""The far variant of a person."""

import numpy as np
import pytest

from library.cast.detail import far
from tests.support.people import LOOKS


@pytest.mark.parametrize("name", list(LOOKS))
def test_far_people_are_light_and_whole(people, name):
    near, away = people[name], far(people[name])
    assert away.triangle_count <= min(6_000, 0.35 * near.triangle_count)
    assert away.rig is near.rig
    for a, b in zip(near.parts, away.parts, strict=True):
        assert a.mesh.shape_keys.keys() == b.mesh.shape_keys.keys()
        low, high = a.mesh.bounds()
        low_far, high_far = b.mesh.bounds()
        assert np.abs(low - low_far).max() < 0.04
        assert np.abs(high - high_far).max() < 0.04
        if b.mesh.weights is not None:
            assert np.allclose(b.mesh.weights.sum(1), 1, atol=1e-4)
