"""Shot types beyond the nine: who is where in the picture, what keeps its size, what leans."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.camera.setting import Setting, Thing
from library.camera.sight import BoxSight
from library.camera.solve import solve
from library.places.model import Footprint
from library.shots import SHOTS
from library.stage import CameraPlan
from tests.library.camera.test_solve import ALONE, ASPECT, FPS, FRAMES, OPEN, PAIR, film, heights, people

TRIO = people((-0.9, 0.2), (0.0, 0.6), (0.9, 0.2))


def seen(track, who, part, at=FRAMES // 2):
    """x, y (0..1, y up) and depth of a landmark in the picture."""
    return track.project(who.points[part][:, None])[at, 0]


@pytest.mark.parametrize(
    ("shot_type", "least", "most"), [("Extreme Close-up", 0.8, 1.9), ("Medium Close-up", 0.2, 0.5)]
)
def test_the_head_takes_its_share(shot_type, least, most):
    track = film(CameraPlan(shot_type, ["P0"]), PAIR)
    assert least <= heights(track, PAIR["P0"], "chin") <= most
    assert 0.1 < seen(track, PAIR["P0"], "eyes")[1] < 0.95


def test_sizes_grow_with_their_number():
    tight = [
        s for s in SHOTS if s.name in ("Long Shot", "Medium Shot", "Medium Close-up", "Close-up", "Extreme Close-up")
    ]
    heads = [
        heights(film(CameraPlan(s.name, ["P0"]), ALONE), ALONE["P0"], "chin")
        for s in sorted(tight, key=lambda s: s.size)
    ]
    assert heads == sorted(heads)


@settings(max_examples=20, deadline=None)
@given(gap=st.floats(0.9, 3.2), turn=st.floats(0, 360), speaker=st.sampled_from(["P0", "P1"]))
def test_over_the_shoulder_shows_a_free_face_and_a_shoulder(gap, turn, speaker):
    a = math.radians(turn)
    pair = people((0.0, 0.0), (gap * math.cos(a), gap * math.sin(a)))
    listener = "P1" if speaker == "P0" else "P0"
    track = film(CameraPlan("Over-the-Shoulder Shot", [speaker], over=listener), pair)
    face, back = seen(track, pair[speaker], "eyes"), seen(track, pair[listener], "eyes")
    assert face[2] > back[2] > 0.2
    assert 0.15 < face[0] < 0.85
    assert abs(back[0] - 0.5) > 0.18
    assert -0.2 < back[0] < 1.2
    assert abs(face[0] - back[0]) > 0.2
    assert 0.12 < heights(track, pair[speaker], "chin") < 0.45


def test_over_the_shoulder_and_its_answer_keep_the_line():
    sides = [
        film(CameraPlan("Over-the-Shoulder Shot", [a], over=b), PAIR).location[0, 1]
        for a, b in (("P0", "P1"), ("P1", "P0"))
    ]
    assert sides[0] * sides[1] > 0


def test_a_point_of_view_is_where_the_eyes_are():
    track = film(CameraPlan("Point-of-View Shot", ["P1"], viewer="P0"), PAIR)
    assert np.linalg.norm(track.location[0] - np.median(PAIR["P0"].points["eyes"], 0)) < 0.1
    eyes = seen(track, PAIR["P1"], "eyes")
    assert 0.2 < eyes[0] < 0.8
    assert 0.3 < eyes[1] < 0.95


@pytest.mark.parametrize("opened", [-40.0, 40.0])
def test_a_point_of_view_finds_the_partner_of_who_stands_open_to_the_audience(opened):
    a = math.radians(opened)
    turn = np.array([[math.cos(a), -math.sin(a), 0.0], [math.sin(a), math.cos(a), 0.0], [0.0, 0.0, 1.0]])
    one = replace(PAIR["P0"], gaze=PAIR["P0"].gaze @ turn.T)
    track = film(CameraPlan("Point-of-View Shot", [], viewer="P0"), {**PAIR, "P0": one})
    assert 0.2 < seen(track, PAIR["P1"], "eyes")[0] < 0.8


def test_a_point_of_view_of_nobody_looks_along_the_gaze():
    track = film(CameraPlan("Point-of-View Shot", [], viewer="P0"), ALONE)
    assert track.axes()[2][0] @ ALONE["P0"].gaze[0] > 0.95


def test_an_insert_shows_the_thing_and_looks_past_what_hides_it():
    thing = Thing(np.array([0.4, 1.0, 0.8]), np.array([0.1, 0.1, 0.12]))
    setting = Setting(things={"mug": thing})
    sight = BoxSight([Footprint((0.4, 0.6), (1.0, 0.1), 0.0, 0.0, 1.4, "screen")])
    track = solve(CameraPlan("Insert Shot", thing="mug"), {}, sight, ASPECT, FPS, FRAMES, 0, setting)
    at = track.project(np.tile(thing.middle, (FRAMES, 1, 1)))[0, 0]
    assert abs(at[0] - 0.5) < 0.05
    assert not sight.blocked(track.location[0], thing.middle)


def test_an_insert_of_a_person_is_of_the_hands():
    hands = seen(film(CameraPlan("Insert Shot", ["P0"]), ALONE), ALONE["P0"], "hands")
    assert np.abs(hands[:2] - 0.5).max() < 0.25


def test_an_insert_of_hands_that_take_turns_is_of_one_of_them():
    who = ALONE["P0"]
    middle = who.points["hands"].mean(0)
    turns = np.where(np.arange(FRAMES)[:, None] % 5 < 3, middle + [0.3, 0, 0], middle - [0.3, 0, 0])
    busy = replace(who, points={**who.points, "hands": turns})
    track = film(CameraPlan("Insert Shot", ["P0"]), {"P0": busy})
    at = track.project(np.tile(middle + [0.3, 0, 0], (FRAMES, 1, 1)))[0, 0]
    assert np.abs(at[:2] - 0.5).max() < 0.1


def test_everybody_is_in_a_group_shot():
    track = film(CameraPlan("Group Shot"), TRIO)
    for who in TRIO.values():
        assert 0.04 < seen(track, who, "eyes")[0] < 0.96
        assert seen(track, who, "crown")[1] < 1.0


def test_an_establishing_shot_holds_every_spot():
    setting = Setting(np.array([[-2.5, -1.5], [2.5, -1.5], [2.5, 2.0], [-2.5, 2.0]]), 3.0)
    track = solve(CameraPlan("Establishing Shot"), PAIR, OPEN, ASPECT, FPS, FRAMES, 0, setting)
    spots = np.column_stack([setting.spots, np.full(4, 1.0)])
    at = track.project(np.tile(spots, (FRAMES, 1, 1)))[0]
    assert ((at[:, :2] > 0) & (at[:, :2] < 1)).all()
    assert track.location[0, 2] < 3.0


def test_low_and_high_angles_look_up_and_down():
    low, high = (film(CameraPlan(t, ["P0"]), ALONE).axes()[2][0, 2] for t in ("Low-Angle Shot", "High-Angle Shot"))
    assert low > 0.15
    assert high < -0.15


def test_a_dutch_angle_leans():
    track = film(CameraPlan("Dutch Angle", ["P0"]), ALONE)
    assert abs(track.axes()[0][0, 2]) == pytest.approx(math.sin(math.radians(12)), abs=0.02)
    assert film(CameraPlan("Dutch Angle", ["P0"], roll=-20), ALONE).roll[0] == -20


def test_a_dolly_zoom_keeps_the_size_of_the_subject():
    track = film(CameraPlan("Dolly Zoom", ["P0"]), ALONE)
    heads = [np.ptp([seen(track, ALONE["P0"], p, at)[1] for p in ("waist", "crown")]) for at in (0, FRAMES // 2, -1)]
    assert max(heads) / min(heads) < 1.12
    assert track.lens[0] / track.lens[-1] > 1.6


def test_dollies_come_and_go():
    into, out = (film(CameraPlan("Dolly Shot", ["P0"], direction=d), ALONE) for d in ("in", "out"))
    reach = [np.linalg.norm(t.location - t.aim, axis=1) for t in (into, out)]
    assert reach[0][-1] < 0.8 * reach[0][0]
    assert reach[1][-1] > 1.2 * reach[1][0]
    side = film(CameraPlan("Dolly Shot", ["P0"], direction="left"), ALONE)
    assert (side.location[-1] - side.location[0]) @ side.axes()[0][0] < -0.3


def test_a_crane_rises_and_a_tilt_looks_up():
    crane = film(CameraPlan("Crane Shot", ["P0"]), ALONE)
    assert crane.location[-1, 2] > crane.location[0, 2] + 1.2
    tilt = film(CameraPlan("Tilt Shot", ["P0"]), ALONE)
    assert tilt.axes()[2][-1, 2] > tilt.axes()[2][0, 2] + 0.2
    assert np.ptp(tilt.location, axis=0).max() == 0


def test_a_whip_pan_is_over_in_half_a_second():
    track = film(CameraPlan("Whip Pan", ["P0", "P1"]), PAIR)
    turn = np.linalg.norm(np.diff(track.axes()[2], axis=0), axis=1)
    assert (turn > 1e-4).sum() / FPS < 0.55
    assert 0.2 < seen(track, PAIR["P0"], "eyes", 0)[0] < 0.8
    assert 0.2 < seen(track, PAIR["P1"], "eyes", -1)[0] < 0.8
