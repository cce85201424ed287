"""Frames and seconds at rational rates."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ShotwrightError
from app.timebase import RATES, clock, frames, rate, seconds


@given(st.sampled_from(sorted(RATES.values())), st.integers(0, 10**6))
def test_frames_and_seconds_round_trip(fps, count):
    assert frames(seconds(count, fps), fps) == count


@pytest.mark.parametrize(
    ("text", "value"),
    [("24", 24), (25, 25), ("23.976", Fraction(24000, 1001)), ("30000/1001", Fraction(30000, 1001)), (23.98, None)],
)
def test_rates_people_write(text, value):
    if value is None:
        assert rate(text) == Fraction("23.98")
    else:
        assert rate(text) == value


@pytest.mark.parametrize("text", ["", "fast", "0", "-24", "1/0", "1000"])
def test_no_rates(text):
    with pytest.raises(ShotwrightError, match="not a frame rate"):
        rate(text)


def test_clock_counts_frames():
    assert clock(24 * 61 + 5, Fraction(24)) == "00:01:01:05"
