"""The camera solver: shot types frame bodies as film grammar says, sight stays clear, moves are smooth."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.camera.changes import changed
from library.camera.lens import CameraTrack, distance_for, ease, smoothed
from library.camera.sight import BoxSight, outside
from library.camera.solve import solve
from library.camera.stand import in_the_way
from library.camera.subjects import Subject, subject
from library.motion.bake import bake
from library.motion.performance import Performance
from library.places.model import Footprint
from library.shots import SHOTS
from library.stage import CameraMove, CameraPlan, yaw_towards
from tests.support.mannequin import mannequin

FPS, FRAMES, ASPECT = 24.0, 48, 16 / 9
OPEN = BoxSight([])


def people(*spots: tuple[float, float], walk: bool = False) -> dict[str, Subject]:
    """Mannequins at spots on the plan, each facing the next (the last the first); one alone faces the audience."""
    made = {}
    for index, at in enumerate(spots):
        other = spots[(index + 1) % len(spots)]
        yaw = yaw_towards(at, other) if len(spots) > 1 else 0.0
        made[f"P{index}"] = Performance(mannequin(1.6 + 0.1 * index), at=at, yaw=yaw, seed=index)
    if walk:
        made["P0"].walk([(spots[0][0] + 2.5, spots[0][1])], 0.0)
    tracks = bake(made, FRAMES, FPS)
    return {n: subject(n, p.person, tracks[n]) for n, p in made.items()}


def film(plan: CameraPlan, who: dict[str, Subject], sight=OPEN) -> CameraTrack:
    return solve(plan, who, sight, ASPECT, FPS, FRAMES)


PAIR = people((-0.6, 0.0), (0.6, 0.0))
ALONE = people((0.0, 0.0))
WALKER = people((-1.2, 0.0), walk=True)


def heights(track: CameraTrack, who: Subject, low: str) -> float:
    """Share of the frame's height from a landmark to the crown, in the middle of the shot."""
    seen = track.project(np.stack([who.points[low], who.points["crown"]], 1))[FRAMES // 2]
    return float(seen[1, 1] - seen[0, 1])


@pytest.mark.parametrize(
    ("shot_type", "low", "least", "most"),
    [("Close-up", "chin", 0.35, 0.65), ("Medium Shot", "waist", 0.55, 0.95), ("Long Shot", "feet", 0.5, 0.95)],
)
def test_static_shot_types_show_their_part_of_the_body(shot_type, low, least, most):
    track = film(CameraPlan(shot_type, ["P0"]), PAIR)
    assert least <= heights(track, PAIR["P0"], low) <= most
    assert not track.moving
    crown = track.project(PAIR["P0"].points["crown"][:, None])[:, 0]
    assert (crown[:, 1] < 1.0).all()
    assert (crown[:, 2] > 0).all()


def test_the_framing_does_not_depend_on_the_lens():
    shares = [
        heights(film(CameraPlan("Medium Shot", ["P0"], lens=f), ALONE), ALONE["P0"], "waist") for f in (35, 50, 85)
    ]
    assert max(shares) - min(shares) < 0.08


def test_fill_is_the_share_of_the_frame():
    track = film(CameraPlan("Long Shot", ["P0"], fill=0.5), ALONE)
    assert heights(track, ALONE["P0"], "feet") == pytest.approx(0.5, abs=0.06)


def test_both_people_are_in_a_two_shot():
    track = film(CameraPlan("Medium Shot", ["P0", "P1"]), PAIR)
    for who in PAIR.values():
        eyes = track.project(who.points["eyes"][:, None])[:, 0]
        assert ((eyes[:, 0] > 0.05) & (eyes[:, 0] < 0.95)).all()


def test_shots_of_two_people_keep_to_one_side_of_the_line():
    sides = []
    for name in ("P0", "P1"):
        for shot_type in ("Close-up", "Medium Shot"):
            sides.append(film(CameraPlan(shot_type, [name]), PAIR).location[0, 1])
    assert len({math.copysign(1, s) for s in sides}) == 1


def test_speakers_in_turn_look_to_opposite_sides_of_the_picture():
    looks = []
    for name in ("P0", "P1"):
        track = film(CameraPlan("Close-up", [name]), PAIR)
        right, _, _ = track.axes()
        looks.append(float(PAIR[name].gaze[0] @ right[0]))
    assert looks[0] * looks[1] < 0


def test_the_face_is_seen_in_a_close_up():
    track = film(CameraPlan("Close-up", ["P1"]), PAIR)
    to_camera = track.location[0] - PAIR["P1"].points["eyes"][0]
    cosine = PAIR["P1"].gaze[0] @ to_camera / np.linalg.norm(to_camera)
    assert cosine > math.cos(math.radians(60))


@settings(max_examples=25, deadline=None)
@given(x=st.floats(-2.5, 2.5), y=st.floats(-2.5, -0.8), w=st.floats(0.3, 1.2))
def test_what_stands_in_the_way_is_filmed_round(x, y, w):
    sight = BoxSight([Footprint((x, y), (w, w), 0.0, 0.0, 2.0, "cupboard")])
    track = film(CameraPlan("Medium Shot", ["P0"]), PAIR, sight)
    assert sight.clearance(track.location[0]) > 0.1
    assert not sight.blocked(track.location[0], PAIR["P0"].points["eyes"][0])


@pytest.mark.parametrize("shot_type", SHOTS.names)
def test_every_shot_type_moves_smoothly_and_ends_on_its_subject(shot_type):
    who = WALKER if shot_type == "Tracking Shot" else ALONE
    track = film(CameraPlan(shot_type, ["P0"]), who)
    assert np.isfinite(track.location).all()
    if track.moving:
        step = np.linalg.norm(np.diff(track.location, axis=0), axis=1)
        turn = np.diff(track.axes()[2], axis=0)
        assert np.abs(np.diff(step)).max() * FPS**2 < 12.0
        assert np.linalg.norm(turn, axis=1).max() * FPS < (8.0 if shot_type == "Whip Pan" else 2.5)
    if shot_type == "Insert Shot":
        return
    eyes = track.project(who["P0"].points["eyes"][:, None])[-1, 0]
    assert 0.0 < eyes[0] < 1.0
    assert 0.0 < eyes[1] < 1.0


def test_moving_types_move_and_static_ones_do_not():
    for entry in SHOTS:
        who = WALKER if entry.name == "Tracking Shot" else ALONE
        assert film(CameraPlan(entry.name, ["P0"]), who).moving == entry.moving, entry.name


@pytest.mark.parametrize("gap", [0.9, 1.2, 1.6, 9.0])
def test_tracking_in_a_narrow_place_keeps_head_and_feet(gap):
    wall = Footprint((0.0, -gap - 0.2), (9.0, 0.2), 0.0, 0.0, 2.6, "wall")
    lead = WALKER["P0"]
    track = film(CameraPlan("Tracking Shot", ["P0"]), WALKER, BoxSight([wall]))
    heights_seen = track.project(np.stack([lead.points["crown"], lead.points["feet"]], 1))[..., 1]
    assert heights_seen.max() <= 0.97
    assert heights_seen.min() >= 0.01


@pytest.mark.parametrize("other", [(0.6, 0.0), (0.6, 2.5), (-0.4, -2.0), (4.0, 1.0)])
def test_a_long_shot_holds_everybody_head_to_foot_whoever_walks(other):
    who = people((-1.2, 0.0), other, walk=True)
    track = film(CameraPlan("Long Shot", ["P0", "P1"]), who)
    for each in who.values():
        seen = track.project(np.stack([each.points["crown"], each.points["feet"]], 1))
        assert (np.abs(seen[..., :2] - 0.5) < 0.5).all()
        assert (seen[..., 2] > 0).all()


def test_a_long_lens_that_was_asked_for_is_kept():
    who = people((-1.2, 0.0), (4.0, 1.0), walk=True)
    assert film(CameraPlan("Long Shot", ["P0", "P1"], lens=50.0), who).lens[0] == 50.0


def test_an_arc_goes_all_the_way_round_in_the_open():
    track = solve(CameraPlan("360-Degree Arc Shot", ["P0"]), ALONE, OPEN, ASPECT, FPS / 8, FRAMES)
    offset = track.location - track.aim
    angles = np.unwrap(np.arctan2(offset[:, 1], offset[:, 0]))
    assert abs(angles[-1] - angles[0]) > math.radians(340)


def test_a_zoom_changes_the_lens_and_not_the_place():
    track = film(CameraPlan("Zoom Shot", ["P0"]), ALONE)
    assert np.ptp(track.location, axis=0).max() == 0
    assert track.lens[-1] > 1.4 * track.lens[0]


def test_a_push_comes_closer_and_a_pull_goes_away():
    near = film(CameraPlan("Medium Shot", ["P0"], moves=[CameraMove("push", 0.3)]), ALONE)
    far = film(CameraPlan("Medium Shot", ["P0"], moves=[CameraMove("push", -0.3)]), ALONE)

    def distance(track, at):
        return float(np.linalg.norm(track.aim[at] - track.location[at]))

    assert distance(near, -1) == pytest.approx(0.7 * distance(near, 0), rel=0.02)
    assert distance(far, -1) == pytest.approx(1.3 * distance(far, 0), rel=0.02)


def test_handheld_breathes_a_little():
    track = film(CameraPlan("Medium Shot", ["P0"], moves=[CameraMove("handheld", 0.5)]), ALONE)
    assert 0.001 < np.ptp(track.location, axis=0).max() < 0.08


def test_the_same_plan_is_the_same_camera():
    plan = CameraPlan("Medium Shot", ["P0"], moves=[CameraMove("handheld", 1.0)])
    one, two = film(plan, PAIR), film(plan, PAIR)
    assert (one.location == two.location).all()


def test_nobody_on_the_stage_still_gives_a_picture():
    assert film(CameraPlan("Truck Shot"), {}).moving


@given(st.floats(0.2, 6), st.floats(18, 135))
def test_distance_fills_the_frame(height, lens):
    d = distance_for(height, lens, ASPECT)
    still = np.zeros((1, 3))
    aim = np.array([[0.0, d, 0.0]])
    track = CameraTrack(still, aim, np.array([lens]), np.array([d]), np.zeros(1), 4.0, ASPECT)
    edge = track.project(np.array([[[0.0, d, height / 2]]]))
    assert edge[0, 0, 1] == pytest.approx(1.0, abs=1e-6)


def test_ease_starts_and_ends_at_rest():
    t = ease(np.linspace(0, 1, 101))
    assert t[0] == 0
    assert t[-1] == 1
    assert (np.diff(t) >= 0).all()
    assert t[1] < 1e-4


@given(st.integers(1, 40), st.floats(0, 10))
def test_smoothing_keeps_what_is_constant(count, width):
    assert np.allclose(smoothed(np.full((count, 3), 2.5), width), 2.5)


def test_outside_an_outline():
    square = np.array([(0, 0), (2, 0), (2, 2), (0, 2)], float)
    assert outside(square, np.array([1.0, 1.0])) == 0
    assert outside(square, np.array([3.0, 1.0])) == pytest.approx(1.0)


def test_a_camera_that_travels_keeps_its_distance_and_holds_the_whole_body_where_there_is_little_room():
    wall = BoxSight([Footprint((0.0, -2.6), (9.0, 0.2), 0.0, 0.0, 2.6, "wall")])
    for sight in (OPEN, wall):
        track = film(CameraPlan("Tracking Shot", ["P0"]), WALKER, sight)
        seen = track.project(np.stack([WALKER["P0"].points[p] for p in ("crown", "feet")], 1))
        assert (seen[..., 1] > 0).all()
        assert (seen[..., 1] < 1).all()
        away = np.linalg.norm(track.location[:, :2] - WALKER["P0"].ground, axis=1)
        assert np.ptp(away) < 0.5
        assert min(sight.clearance(at) for at in track.location) > 0.1


def test_nobody_beside_the_one_filmed_loses_their_head():
    who = people((0.0, 0.0), (-0.8, -1.5))
    track = film(CameraPlan("Long Shot", ["P0"]), who)
    other = track.project(np.stack([who["P1"].points[p] for p in ("chest", "eyes")], 1))[FRAMES // 2]
    inside = abs(other[0, 0] - 0.5) < 0.5 and 0 < other[0, 1] < 1
    assert not inside or other[1, 1] < 1


def test_a_reveal_begins_on_one_and_ends_with_everybody():
    who = people((0.0, 0.0), (1.4, 0.6), (-1.6, 0.8))
    track = film(CameraPlan("Medium Shot", ["P0"], moves=[CameraMove("reveal", 1.0)]), who)
    points = np.stack([s.points[p] for s in who.values() for p in ("crown", "waist")], 1)
    seen = track.project(points)
    inside = ((np.abs(seen[..., :2] - 0.5) < 0.5) & (seen[..., 2:] > 0)).all(-1)
    assert not inside[0].all()
    assert inside[-1].all()
    assert np.array_equal(track.location[0], film(CameraPlan("Medium Shot", ["P0"]), who).location[0])


def test_a_push_towards_a_walking_person_keeps_the_head_in_the_picture():
    plan = CameraPlan("Tracking Shot", ["P0"])
    plan.moves.append(CameraMove("push", 0.4))
    track = film(plan, WALKER)
    crown = track.project(WALKER["P0"].points["crown"][:, None])[:, 0, 1]
    assert crown.max() < 0.97


@pytest.mark.parametrize("aside", [(2.3, -1.2), (-2.3, -1.2), (2.4, 0.4)])
def test_a_reveal_in_a_small_room_goes_to_the_side_until_everybody_is_seen(aside):
    room = BoxSight([], ((-2.6, -1.8), (2.6, -1.8), (2.6, 1.4), (-2.6, 1.4)))
    who = people((0.0, 0.6), aside, (-1.6, 0.8))
    track = film(CameraPlan("Medium Shot", ["P0"], moves=[CameraMove("reveal", 1.0)]), who, room)
    points = np.stack([s.points[p] for s in who.values() for p in ("crown", "waist")], 1)
    seen = track.project(points)[-1]
    assert ((np.abs(seen[:, :2] - 0.5) < 0.5) & (seen[:, 2:] > 0)).all()


def test_a_long_shot_of_one_who_comes_near_holds_head_and_feet():
    who = {"P0": Performance(mannequin(1.75), at=(0.0, 1.5), yaw=0.0, seed=1)}
    who["P0"].walk([(0.0, -1.5)], 0.0)
    made = {"P0": subject("P0", who["P0"].person, bake(who, FRAMES, FPS)["P0"])}
    track = film(CameraPlan("Long Shot", ["P0"]), made)
    seen = track.project(np.stack([made["P0"].points[p] for p in ("crown", "feet")], 1))
    assert (np.abs(seen[..., :2] - 0.5) < 0.5).all()


def pacing(frames: int) -> dict[str, Subject]:
    """Somebody who walks up to the audience, aside and back, and stays there for the last two seconds."""
    who = Performance(mannequin(1.75), at=(0.0, 1.6), yaw=0.0, seed=1)
    who.walk([(1.4, -1.2)], 0.0)
    who.walk([(-1.2, 1.4)], 4.0)
    return {"P0": subject("P0", who.person, bake({"P0": who}, frames, FPS)["P0"])}


ROOM = BoxSight([], ((-2.4, -2.2), (2.4, -2.2), (2.4, 2.2), (-2.4, 2.2)))


def test_a_long_shot_in_a_small_room_holds_who_paces_all_the_way_with_an_honest_lens():
    who = pacing(240)
    track = solve(CameraPlan("Long Shot", ["P0"]), who, ROOM, ASPECT, FPS, 240)
    seen = track.project(np.stack([who["P0"].points[p] for p in ("crown", "feet")], 1))
    assert (np.abs(seen[..., :2] - 0.5) < 0.5).all()
    assert (seen[..., 2] > 1.0).all()
    assert track.lens.min() >= 17.0
    assert not track.moving or np.ptp(track.location, axis=0).max() == 0.0


def test_a_push_in_waits_for_who_paces_and_ends_on_them():
    who = pacing(240)
    plan = CameraPlan("Long Shot", ["P0"], moves=[CameraMove("push", 0.5)])
    track = solve(plan, who, ROOM, ASPECT, FPS, 240)
    assert np.allclose(track.location[: int(2 * FPS)], track.location[0])
    crown, chest, waist = (track.project(who["P0"].points[p][:, None])[:, 0] for p in ("crown", "chest", "waist"))
    assert abs(chest[-1, 0] - 0.5) < 0.2
    assert 0.8 < crown[-1, 1] < 1.0
    assert crown[-1, 1] - waist[-1, 1] > 0.55  # of the frame's height: from the thighs up


def test_a_push_looks_where_it_looked_while_the_person_is_behind_the_camera():
    who = people((0.0, -6.0))
    far = CameraTrack(
        np.tile([0.0, -2.0, 1.5], (FRAMES, 1)), np.tile([0.0, 2.0, 1.0], (FRAMES, 1)), np.full(FRAMES, 35.0),
        np.full(FRAMES, 4.0), np.zeros(FRAMES), 4.0, ASPECT,
    )  # fmt: skip
    near = changed(far, CameraMove("push", 0.3), who, OPEN, FPS, 0)
    assert np.allclose(near.aim, far.aim)


def test_an_orbit_in_a_corner_comes_nearer_to_have_room():
    shelf = [Footprint((s * 2.6, -1.6), (0.5, 3.0), 0.0, 0.0, 2.2, "shelf") for s in (-1, 1)]
    room = BoxSight(shelf, ((-2.9, -3.2), (2.9, -3.2), (2.9, 2.2), (-2.9, 2.2)))
    still = film(CameraPlan("Long Shot", ["P0", "P1"], angle=40), PAIR, room)
    track = film(CameraPlan("Long Shot", ["P0", "P1"], angle=40, moves=[CameraMove("orbit", 90.0)]), PAIR, room)
    ways = [np.degrees(np.arctan2(*(t.location - t.aim)[[0, -1], :2].T)) for t in (still, track)]
    assert abs(np.ptp(ways[1])) > 50


def test_a_long_shot_leaves_room_for_raised_hands_and_jumps():
    who = people((0.0, 0.0), (1.0, 0.0))
    calm = film(CameraPlan("Long Shot"), who)
    hands = who["P0"].points["hands"].copy()
    hands[len(hands) // 2, 2] = 2.5
    jumper = replace(who["P0"], points={**who["P0"].points, "hands": hands})
    track = film(CameraPlan("Long Shot"), {**who, "P0": jumper})
    assert calm.project(hands[:, None])[len(hands) // 2, 0, 1] > 1
    assert track.project(hands[:, None])[len(hands) // 2, 0, 1] < 0.99
    feet = who["P1"].points["feet"]
    assert track.project(feet[:, None])[:, 0, 1].min() > 0.01


def test_a_child_in_front_hides_nobody_of_a_group():
    stands = {
        "Eva": ((-0.4, 0.9), 1.6),
        "Liam": ((0.6, 0.95), 1.7),
        "Jake": ((1.2, 0.1), 1.15),
        "Rosa": ((2.4, 1.8), 1.6),
    }
    acting = {
        name: Performance(mannequin(tall), at=at, yaw=yaw_towards(at, (0.6, 0.95)) if name != "Liam" else 0.0, seed=1)
        for name, (at, tall) in stands.items()
    }
    tracks = bake(acting, FRAMES, FPS)
    group = {n: subject(n, p.person, tracks[n]) for n, p in acting.items()}
    for shot_type in ("Group Shot", "Long Shot"):
        track = film(CameraPlan(shot_type), group)
        for at, each, other in itertools.product((0, FRAMES // 2, FRAMES - 1), group.values(), group.values()):
            if each is not other:
                lines = [each.points[part][at] for part in ("eyes", "chest", "hips")]
                assert not any(in_the_way(track.location[at], point, other, at) for point in lines), shot_type
