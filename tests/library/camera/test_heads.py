"""Heads in line: measured, and kept apart by the camera."""

from dataclasses import replace

import numpy as np
import pytest

from library.camera.edges import View, cut
from library.camera.heads import hidden, in_line
from library.camera.shoulder import over_the_shoulder
from library.camera.stand import in_the_way
from library.stage import CameraPlan
from tests.library.camera.test_solve import ASPECT, FRAMES, OPEN, film, people


def before(front, back, away: float) -> np.ndarray:
    """(3,) so many metres before one head, on the line through it and another one."""
    near, far = ((each.points["crown"][0] + each.points["chin"][0]) / 2 for each in (front, back))
    return near + (near - far) / np.linalg.norm(near - far) * away


@pytest.mark.parametrize(("aside", "least", "most"), [(0.0, 0.95, 1.0), (0.6, 0.2, 0.9), (2.0, 0.0, 0.0)])
def test_the_nearer_head_hides_as_much_as_it_covers(aside, least, most):
    who = people((0.0, 0.0), (0.0, 1.0))
    location = before(who["P0"], who["P1"], 3.0) + [aside, 0.0, 0.0]
    assert least <= hidden(location, who["P0"], who["P1"], 0) <= most


def test_who_is_not_filmed_may_be_lost_behind_a_head_but_not_stick_out():
    who = people((0.0, 0.0), (0.0, 0.5))
    location = before(who["P0"], who["P1"], 2.5)
    assert in_line(location, who["P0"], who["P1"], 0) == 0.0
    assert in_line(location, who["P1"], who["P0"], 0) > 0.9
    assert in_line(location + [0.6, 0.0, 0.0], who["P0"], who["P1"], 0) > 0.2


@pytest.mark.parametrize("shot_type", ["Two-Shot", "Medium Shot", "Long Shot", "Truck Shot"])
@pytest.mark.parametrize("other", [(0.0, 1.2), (0.25, 1.6), (-0.9, 2.2), (1.0, 0.4)])
def test_two_people_are_filmed_with_their_heads_apart(shot_type, other):
    who = people((0.0, 0.0), other)
    track = film(CameraPlan(shot_type, ["P0", "P1"]), who)
    for at in (0, FRAMES // 2, FRAMES - 1):
        assert in_line(track.location[at], who["P0"], who["P1"], at) <= 0.25
        assert in_line(track.location[at], who["P1"], who["P0"], at) <= 0.25


@pytest.mark.parametrize("third", [(0.55, 1.8), (0.3, 2.4), (-0.4, 2.0), (-0.7, 1.4)])
def test_nobody_sticks_out_behind_the_head_of_who_is_filmed(third):
    who = people((0.0, 0.0), (0.6, -1.6), third)
    for shot_type in ("Medium Shot", "Close-up", "Medium Close-up"):
        track = film(CameraPlan(shot_type, ["P0"]), who)
        assert in_line(track.location[0], who["P0"], who["P2"], FRAMES // 2) <= 0.3, shot_type


def test_over_a_shoulder_a_third_one_is_beside_the_speaker():
    who = people((0.0, 0.0), (0.0, 1.4), (0.1, 2.4))
    track = over_the_shoulder(
        CameraPlan("Over-the-Shoulder Shot", ["P1"]), who["P1"], who["P0"], [who["P2"]], OPEN, ASPECT, FRAMES
    )
    assert in_line(track.location[0], who["P1"], who["P2"], FRAMES // 2) <= 0.3
    assert in_line(track.location[0], who["P1"], who["P0"], FRAMES // 2) <= 0.1


@pytest.mark.parametrize("gap", [0.9, 1.1, 1.3, 1.6, 2.0])
@pytest.mark.parametrize("shot_type", ["Medium Shot", "Medium Close-up", "Close-up", "Zoom Shot"])
def test_no_face_is_cut_by_the_side_of_a_single(shot_type, gap):
    who = people((-gap / 2, 0.0), (gap / 2, 0.0))
    track = film(CameraPlan(shot_type, ["P0"]), who)
    view = View(track.location[0], track.aim[0], float(track.lens[0]), ASPECT)
    assert cut(view, who["P1"], 0) < 0.25
    assert 0.3 < view.head(who["P0"], 0)[0] < 0.62


def test_a_pan_does_not_begin_with_half_a_face():
    who = people((-0.6, 0.0), (0.6, 0.0))
    track = film(CameraPlan("Pan Shot", ["P0", "P1"]), who)
    view = View(track.location[0], track.aim[0], float(track.lens[0]), ASPECT)
    x, _, half, _ = view.head(who["P1"], 0)
    assert half < x < 1 - half


def test_a_truck_holds_everybody_from_its_beginning_to_its_end():
    who = people((-1.3, 0.0), (1.3, 0.0))
    track = film(CameraPlan("Truck Shot", ["P0", "P1"]), who)
    assert np.ptp(track.location[:, 0]) > 0.05
    chests = track.project(np.stack([each.points["chest"] for each in who.values()], 1))[..., 0]
    assert chests.min() > 0.04
    assert chests.max() < 0.96


def test_a_head_that_looks_over_a_shoulder_is_in_line_too():
    who = people((0.0, 0.0), (0.0, 1.2))
    eye = who["P0"].points["eyes"][0, 2]
    assert in_line(np.array([0.45, -1.6, eye - 0.5]), who["P0"], who["P1"], 0) > 0.25
    assert in_line(np.array([1.6, -1.0, eye - 0.5]), who["P0"], who["P1"], 0) == 0.0


def test_an_arc_stops_before_somebody_who_stands_in_its_way():
    who = people((0.0, 0.0), (1.3, 0.4))
    track = film(CameraPlan("360-Degree Arc Shot", ["P0"]), who)
    eyes = who["P0"].points["eyes"]
    for at in range(0, FRAMES, 6):
        assert not in_the_way(track.location[at], eyes[at], who["P1"], at)


def test_who_looks_aside_all_the_time_is_filmed_by_the_face():
    who = people((0.0, 0.0))
    one = who["P0"]
    for turned in (-75.0, 75.0):
        a = np.radians(turned)
        looks = replace(one, gaze=np.tile([np.sin(a), -np.cos(a), 0.0], (FRAMES, 1)))
        track = film(CameraPlan("Medium Close-up", ["P0"]), {"P0": looks})
        view = track.location[0] - one.points["eyes"][0]
        assert float(looks.gaze[0] @ view) / np.linalg.norm(view) > np.cos(np.radians(60))


def test_over_a_shoulder_the_near_head_does_not_loom():
    who = people((0.0, 0.0), (0.0, 1.4))
    track = over_the_shoulder(
        CameraPlan("Over-the-Shoulder Shot", ["P1"]), who["P1"], who["P0"], [], OPEN, ASPECT, FRAMES
    )
    view = View(track.location[0], track.aim[0], float(track.lens[0]), ASPECT)
    assert view.head(who["P0"], 0)[3] < 2.6 * view.head(who["P1"], 0)[3]
    assert track.lens[0] >= 45
