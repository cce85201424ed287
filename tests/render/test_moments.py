"""The frames of a shot that are shown: start, a middle that reads, end."""

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from render.worker.moments import moments


def person(frames: int, shut=(), stride=None):
    """A track, subject and rig of somebody whose eyes are shut at frames, with metres between the ankles by frame."""
    keys = {"blink_l": np.isin(np.arange(frames), list(shut)).astype(float)}
    heads = np.zeros((frames, 2, 3))
    if stride is not None:
        heads[:, 1, 0] = stride
    track = SimpleNamespace(fps=24.0, frames=frames, keys=keys, world=lambda _: (None, heads))
    subject = SimpleNamespace(travel=0.0 if stride is None else 3.0)
    return track, subject, SimpleNamespace(index=["LeftFoot", "RightFoot"].index)


def chosen(*people, frames: int) -> list[int]:
    tracks, subjects, rigs = ({str(i): p[k] for i, p in enumerate(people)} for k in range(3))
    return moments(tracks, subjects, rigs, frames)


def test_the_half_when_nothing_speaks_against_it():
    assert chosen(person(49), frames=49) == [0, 24, 48]
    assert chosen(frames=49) == [0, 24, 48]


def test_nobody_blinks_in_the_middle():
    assert chosen(person(49, shut=range(22, 27)), person(49), frames=49)[1] in (21, 27)


def test_a_stride_is_shown_where_it_is_widest():
    stride = 0.6 * np.abs(np.sin(np.pi * (np.arange(49) - 20) / 12))
    assert chosen(person(49, stride=stride), frames=49)[1] in (25, 26, 27)


@given(st.integers(1, 200), st.sets(st.integers(0, 199)))
def test_always_frames_of_the_shot_from_first_to_last(frames, shut):
    found = chosen(person(frames, shut=shut), frames=frames)
    assert (found[0], found[-1]) == (0, frames - 1)
    assert found == sorted(set(found))
    assert len(found) <= 3
