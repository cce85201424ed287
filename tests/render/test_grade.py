"""Grades change colours as their numbers say."""

from __future__ import annotations

import numpy as np
import pytest

from render.grade import GRADES, graded

RAMP = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)


def test_natural_changes_nothing():
    assert graded(RAMP, "natural") is RAMP


@pytest.mark.parametrize("name", [n for n in GRADES if n != "natural"])
def test_a_grade_is_monotonous_and_keeps_contrast(name):
    out = graded(RAMP, name).astype(int)
    luma = out @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(luma) >= -1).all()
    assert luma[0, -1] - luma[0, 0] > 180


def test_warm_is_redder_and_cool_bluer():
    grey = np.full((4, 4, 3), 128, np.uint8)
    warm, cool = graded(grey, "warm")[0, 0].astype(int), graded(grey, "cool")[0, 0].astype(int)
    assert warm[0] > warm[2]
    assert cool[2] > cool[0]


def test_black_and_white_has_no_colour():
    red = np.zeros((2, 2, 3), np.uint8)
    red[..., 0] = 200
    out = graded(red, "black and white").astype(int)
    assert np.ptp(out, axis=2).max() <= 1


def test_an_unknown_grade_is_a_key_error():
    with pytest.raises(KeyError):
        graded(RAMP, "sepia")
