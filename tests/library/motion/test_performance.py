import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.motion import quaternion as quat
from library.motion.actions import ACTIONS
from library.motion.bake import bake
from library.motion.controls import EMOTIONS
from library.motion.locomotion import turn_between
from library.motion.performance import MotionError, Performance
from library.places.model import Seat
from tests.support.mannequin import mannequin

PERSON = mannequin(1.70)
FPS = 24.0


def slides(performance: Performance, track) -> list[float]:
    """Metres each planted foot moves on the ground in each stance: the ball once it is down, the heel at landing."""
    rig = PERSON.rig if performance.person is PERSON else performance.person.rig
    axes, heads = track.world(rig)
    t = np.arange(track.frames) / track.fps
    out = []
    for side, name in (("left", "Left"), ("right", "Right")):
        leg, steps = performance.body.legs[side], performance.footings()[side].steps
        foot = rig.index(f"{name}Foot")
        turn = axes[:, foot] @ rig.axes[foot].T
        ball = heads[:, foot] + turn @ (leg.ball - leg.ankle)
        heel = heads[:, foot] + turn @ (leg.heel - leg.ankle)
        for landed, lifted in zip(
            [-9.0] + [s.land_at for s in steps], [s.lift_at for s in steps] + [99.0], strict=True
        ):
            down = (t >= landed + 0.10) & (t <= lifted)
            touch = (t >= landed) & (t <= min(landed + 0.10, lifted))
            out += [
                float(np.linalg.norm(np.ptp(p[m], axis=0)[:2])) for p, m in ((ball, down), (heel, touch)) if m.sum() > 1
            ]
    return out


@pytest.mark.parametrize("height", [1.15, 1.60, 1.92])
@pytest.mark.parametrize("mood", [None, "tired", "brisk"])
def test_feet_do_not_slide_when_walking(height, mood):
    performance = Performance(mannequin(height), seed=2)
    end = performance.walk([(0.5, -1.5), (2.0, -2.0), (2.2, 0.2)], 0.3, mood=mood)
    track = bake({"a": performance}, int((end + 0.6) * FPS), FPS)["a"]
    assert max(slides(performance, track)) < 0.005
    assert track.location[-1, :2] == pytest.approx((2.2, 0.2), abs=1e-3)


def test_feet_do_not_slide_when_running_or_turning():
    runner = Performance(PERSON, seed=2)
    end = runner.run([(0, -6)], 0.2)
    assert max(slides(runner, bake({"a": runner}, int((end + 0.6) * FPS), FPS)["a"])) < 0.005
    turner = Performance(PERSON, seed=3)
    end = turner.turn(170, 0.2)
    track = bake({"a": turner}, int((end + 0.6) * FPS), FPS)["a"]
    assert max(slides(turner, track)) < 0.005
    assert abs(turn_between(track.yaw[-1], 170)) < 0.5


def test_feet_stay_when_standing_and_acting():
    performance = Performance(PERSON, seed=4)
    performance.perform("Standing Arguing", 0, 3)
    performance.perform("Standing Happy", 3, 6)
    track = bake({"a": performance}, 150, FPS)["a"]
    assert max(slides(performance, track)) < 0.002


@settings(max_examples=8, deadline=None)
@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-180, 180))
def test_walks_end_where_they_should(x, y, yaw):
    performance = Performance(PERSON, (0.3, -0.2), yaw, seed=5)
    end = performance.walk([(x, y)], 0.0, facing=30)
    track = bake({"a": performance}, int((end + 0.3) * FPS) + 1, FPS)["a"]
    if np.hypot(x - 0.3, y + 0.2) > 0.05:
        assert np.allclose(track.location[-1, :2], (x, y), atol=2e-3)
    assert abs(turn_between(track.yaw[-1], 30)) < 12.5
    step = np.linalg.norm(np.diff(track.location[:, :2], axis=0), axis=1) * FPS
    assert step.max() < 2.2


@pytest.mark.parametrize("height", [0.38, 0.46, 0.75])
def test_seated_hips_are_on_the_seat(height):
    seat = Seat((1.0, 2.0), 35.0, height)
    performance = Performance(PERSON, seat=seat, seed=1)
    performance.perform("Sitting Talking", 0, 2)
    track = bake({"a": performance}, 48, FPS)["a"]
    _, heads = track.world(PERSON.rig)
    hips = (heads[:, PERSON.rig.index("LeftUpLeg")] + heads[:, PERSON.rig.index("RightUpLeg")]) / 2
    assert hips[:, 2] == pytest.approx(height + PERSON.measures["seat"], abs=0.02)
    assert np.abs(hips[:, :2] - seat.at).max() < 0.06
    ankle = heads[:, PERSON.rig.index("LeftFoot"), 2]
    assert ankle.min() > PERSON.measures["sole"] - 0.01
    if height < 0.5:
        assert ankle.max() < PERSON.measures["sole"] + 0.01


def test_sit_and_stand_keep_the_feet_and_go_there_and_back():
    seat = Seat((0.0, 0.5), 0.0, 0.45)
    performance = Performance(PERSON, near_seat=seat, seed=1)
    performance.at = performance.spot(seat)
    performance = Performance(PERSON, performance.at, near_seat=seat, seed=1)
    down = performance.perform("Sit Down", 0.5)
    up = performance.perform("Stand Up", down + 1.0)
    track = bake({"a": performance}, int((up + 1) * FPS), FPS)["a"]
    assert max(slides(performance, track)) < 0.004
    _, heads = track.world(PERSON.rig)
    z = heads[:, PERSON.rig.index("LeftUpLeg"), 2]
    assert z[int((down + 0.5) * FPS)] == pytest.approx(0.45 + PERSON.measures["seat"], abs=0.02)
    assert z[-1] == pytest.approx(z[0], abs=0.03)
    assert np.abs(np.diff(z)).max() * FPS < 1.6


def test_a_far_seat_is_walked_to():
    performance = Performance(PERSON, (2.0, -2.0), 90.0, seed=1)
    end = performance.sit(Seat((0.0, 0.5), 0.0, 0.45), 0.0)
    track = bake({"a": performance}, int(end * FPS) + 12, FPS)["a"]
    assert np.linalg.norm(track.location[-1, :2] - performance.spot(Seat((0.0, 0.5), 0.0, 0.45))) < 0.01
    assert max(slides(performance, track)) < 0.005


def test_hands_of_the_seated_stay_out_of_thighs():
    performance = Performance(PERSON, seat=Seat((0, 0), 0, 0.45), seed=2)
    performance.perform("Sitting Talking", 0, 3)
    performance.perform("Sitting Arguing", 3, 6)
    track = bake({"a": performance}, 150, FPS)["a"]
    _, heads = track.world(PERSON.rig)
    index = PERSON.rig.index
    for hand in ("LeftHand", "RightHand"):
        for side in ("Left", "Right"):
            a, b = heads[:, index(f"{side}UpLeg")], heads[:, index(f"{side}Leg")]
            line, p = b - a, heads[:, index(hand)]
            share = np.clip(((p - a) * line).sum(1) / (line**2).sum(1), 0, 1)
            assert np.linalg.norm(p - a - share[:, None] * line, axis=1).min() > performance.body.girth.knee


def test_eyes_meet():
    a = Performance(PERSON, (0, 0), 0.0, seed=1)
    b = Performance(mannequin(1.55), (0.7, -1.4), 160.0, seed=2)
    a.look(b, -1.0)
    b.look(a, -1.0)
    tracks = bake({"a": a, "b": b}, 48, FPS)
    eyes = {}
    for name, performance in (("a", a), ("b", b)):
        axes, heads = tracks[name].world(performance.person.rig)
        left, right = (performance.person.rig.index(e) for e in ("LeftEye", "RightEye"))
        turn = axes[:, left] @ performance.person.rig.axes[left].T
        eyes[name] = ((heads[:, left] + heads[:, right]) / 2, turn @ np.array([0.0, -1.0, 0.0]))
    for one, other in (("a", "b"), ("b", "a")):
        line = quat.unit(eyes[other][0] - eyes[one][0])
        off = np.degrees(np.arccos(np.clip((line * eyes[one][1]).sum(1), -1, 1)))
        assert np.median(off[24:]) < 4.0


def test_eyes_move_before_the_head():
    performance = Performance(PERSON, seed=3)
    performance.look((0.0, -3.0, 1.5), -2.0, 1.0)
    performance.look((3.0, -2.0, 1.5), 1.0)
    track = bake({"a": performance}, 72, FPS)["a"]
    axes, _ = track.world(PERSON.rig)

    def reached(bone: str) -> int:
        b = PERSON.rig.index(bone)
        front = axes[:, b] @ PERSON.rig.axes[b].T @ np.array([0.0, -1.0, 0.0])
        yaw = np.degrees(np.arctan2(front[:, 0], -front[:, 1]))
        turned = (yaw - yaw[20]) / (yaw[-1] - yaw[20])
        return int(np.argmax(turned > 0.5))

    assert reached("LeftEye") < reached("Head") <= reached("Spine2")


def test_the_listener_looks_at_the_speaker():
    a = Performance(PERSON, (0, 0), 0.0, seed=1)
    b = Performance(PERSON, (1.2, -0.9), 230.0, seed=2)
    b.speak([(0.1 * i, "aa", 0.8) for i in range(20)], 0.5)
    track = bake({"a": a, "b": b}, 60, FPS)["a"]
    axes, _ = track.world(PERSON.rig)
    eye = PERSON.rig.index("LeftEye")
    front = (axes[:, eye] @ PERSON.rig.axes[eye].T @ np.array([0.0, -1.0, 0.0]))[50]
    assert np.degrees(np.arctan2(front[0], -front[1])) == pytest.approx(53, abs=10)


def test_actions_may_begin_before_the_cut():
    late, early = Performance(PERSON, seed=1), Performance(PERSON, seed=1)
    late.perform("Standing Greeting", 1.0, 3.4, variation=1)
    early.perform("Standing Greeting", 0.0, 2.4, variation=1)
    one = bake({"a": late}, 72, FPS)["a"].rotations[24:]
    other = bake({"a": early}, 48, FPS)["a"].rotations
    arm = PERSON.rig.index("RightForeArm")
    assert np.degrees(quat.angle_between(one[:, arm], other[:, arm])).max() < 14


def test_people_at_rest_are_alive_but_calm():
    track = bake({"a": Performance(PERSON, seed=1)}, 96, FPS)["a"]
    speed = np.degrees(quat.angle_between(track.rotations[1:], track.rotations[:-1])) * FPS
    chest, head = PERSON.rig.index("Spine2"), PERSON.rig.index("Head")
    assert speed[:, chest].mean() > 0.2
    assert speed[:, head].mean() > 0.3
    eyes = [PERSON.rig.index(e) for e in ("LeftEye", "RightEye")]
    assert np.delete(speed, eyes, axis=1).max() < 60
    assert track.keys["blink_l"].max() > 0.9


def test_nobody_blinks_on_a_cut():
    for seed in range(8):
        track = bake({"a": Performance(PERSON, seed=seed)}, 60, FPS)["a"]
        assert max(track.keys["blink_l"][0], track.keys["blink_l"][-1]) < 0.5, seed


def test_ground_lifts_everything():
    low, high = Performance(PERSON, seed=1), Performance(PERSON, ground=0.15, seed=1)
    low.walk([(0, -2)], 0)
    high.walk([(0, -2)], 0)
    a, b = bake({"a": low}, 48, FPS)["a"], bake({"a": high}, 48, FPS)["a"]
    assert np.allclose(b.location[:, 2] - a.location[:, 2], 0.15)
    assert np.allclose(a.rotations, b.rotations, atol=1e-6)


def test_looking_at_someone_not_there_is_refused():
    performance = Performance(PERSON)
    performance.look(Performance(PERSON, (1, 1)), 0)
    with pytest.raises(MotionError, match="not in this shot"):
        bake({"a": performance}, 10, FPS)


moment = st.floats(-2, 4)
spot = st.tuples(st.floats(-2, 2), st.floats(-2, 2))
event = st.one_of(
    st.tuples(st.just("perform"), st.sampled_from(sorted(a.name for a in ACTIONS if a.act)), moment),
    st.tuples(st.just("walk"), spot, moment),
    st.tuples(st.just("run"), spot, moment),
    st.tuples(st.just("turn"), st.floats(-400, 400), moment),
    st.tuples(st.just("sit"), st.just(None), moment),
    st.tuples(st.just("stand"), st.just(None), moment),
    st.tuples(st.just("look"), spot, moment),
    st.tuples(st.just("express"), st.sampled_from(EMOTIONS), moment),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(event, max_size=7), st.integers(0, 2**40))
def test_any_score_bakes_to_whole_tracks(score, seed):
    performance = Performance(PERSON, seed=seed)
    for kind, what, start in score:
        if kind == "perform":
            performance.perform(what, start)
        elif kind in ("walk", "run"):
            getattr(performance, kind)([what], start)
        elif kind == "turn":
            performance.turn(what, start)
        elif kind == "sit":
            performance.sit(Seat((0.5, 1.0), 200.0, 0.45), start)
        elif kind == "stand":
            performance.stand(start)
        elif kind == "look":
            performance.look((*what, 1.2), start)
        else:
            performance.express(what, start)
    track = bake({"a": performance}, 96, FPS)["a"]
    assert np.isfinite(track.rotations).all()
    assert np.isfinite(track.hips).all()
    _, heads = track.world(PERSON.rig)
    assert heads[..., 2].min() > -0.25
    assert all(np.isfinite(v).all() for v in track.keys.values())


def test_one_steps_back_onto_a_seat_behind_without_turning_away():
    seat = Seat((0.0, 0.45), 0.0, 0.46)
    one = Performance(PERSON, at=(0.0, -0.35), yaw=40.0)
    end = one.sit(seat, 0.5)
    assert end < 4.5
    track = bake({"one": one}, round((end + 0.5) * 24), 24.0)["one"]
    assert np.abs((track.yaw + 180) % 360 - 180).max() < 60
    assert max(slides(one, track), default=0.0) < 0.005


def wrist_heights(performance: Performance, feeling: str | None) -> np.ndarray:
    """(2,) metres of both wrists above the ground, a second and a half into a feeling."""
    if feeling:
        performance.express(feeling, 0.0)
    _, heads = bake({"it": performance}, 48, FPS)["it"].world(PERSON.rig)
    return np.array([heads[36, PERSON.rig.index(f"{side}Hand"), 2] for side in ("Left", "Right")])


def test_free_hands_come_up_in_fear_and_those_that_rest_stay():
    calm, afraid = (wrist_heights(Performance(PERSON, seed=4), feeling) for feeling in (None, "afraid"))
    assert (afraid > calm + 0.15).all()
    seat = Seat((0.0, 0.4), 0.0, 0.45)
    calm, afraid = (wrist_heights(Performance(PERSON, seat=seat, seed=4), feeling) for feeling in (None, "afraid"))
    assert np.abs(afraid - calm).max() < 0.10
