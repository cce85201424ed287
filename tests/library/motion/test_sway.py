"""Hair hangs with gravity and swings behind the head."""

from __future__ import annotations

import numpy as np
import pytest

from library.cast.hair.sway import add_sway
from library.cast.person import SWAYS
from library.geometry.mesh import Material, MeshData
from library.motion import quaternion as quat
from library.motion.sway import sway

FPS = 24.0


def head(frames: int = 48, pitch=0.0, x=None):
    turn = quat.to_matrix(quat.tilt(pitch=np.broadcast_to(np.asarray(pitch, float), frames)))
    place = np.zeros((frames, 3))
    if x is not None:
        place[:, 0] = x
    return turn, place


def test_a_still_upright_head_moves_no_hair():
    assert all(np.abs(v).max() < 1e-6 for v in sway(*head(), FPS).values())


def test_a_bowed_head_lets_the_hair_hang_forward():
    values = sway(*head(pitch=30.0), FPS)
    assert values["sway_front"][-1] == pytest.approx(1.15 * np.tan(np.radians(30)), abs=0.05)
    assert values["sway_back"][-1] == 0


def test_hair_lags_behind_a_head_that_starts_and_swings_on_when_it_stops():
    t = np.arange(72) / FPS
    x = np.clip(t - 0.5, 0, 0.5) * 1.2
    values = sway(*head(72, x=x), FPS)
    assert values["sway_right"][12:16].max() > 0.05
    assert values["sway_left"][24:30].max() > 0.05
    assert max(values[n][-1] for n in SWAYS) < 0.05
    for each in values.values():
        assert 0 <= each.min() <= each.max() <= 1


def test_long_hair_gets_keys_that_leave_its_roots_and_the_neck_alone():
    z = np.linspace(1.7, 1.3, 9)
    points = np.concatenate([np.stack([0 * z, 0 * z + y, z], 1) for y in (-0.1, 0.1)])
    faces = np.array([[i, i + 1, i + 10, i + 9] for i in range(8)])
    mesh = MeshData.build(points, faces, Material("hair"), "#402010")
    add_sway(mesh, 1.6, np.zeros(2))
    assert set(mesh.shape_keys) == set(SWAYS)
    back = mesh.shape_keys["sway_back"]
    assert np.abs(back[points[:, 2] > 1.6]).max() == 0
    behind, before = back[17], back[8]
    assert behind[1] > 3 * before[1] > 0
    short = MeshData.build(points[:, :] * [1, 1, 0.05] + [0, 0, 1.55], faces, Material("hair"), "#402010")
    add_sway(short, 1.6, np.zeros(2))
    assert not short.shape_keys
