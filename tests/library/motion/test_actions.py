import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.motion import actions
from library.motion import quaternion as quat
from library.motion.actions import ACTIONS, UnknownAction, find
from library.motion.bake import bake
from library.motion.performance import MotionError, Performance
from library.places.model import Seat
from tests.support.mannequin import mannequin

PERSON = mannequin(1.72)
SEAT = Seat((0.0, 0.45), 0.0, 0.45)
FPS = 24.0

FILMAGENT = (
    "Joyful Jump", "Sit Down", "Sitting Clapping", "Sitting Laughing", "Sitting Talking", "Stand Up", "Standing Agree",
    "Standing Angry", "Standing Arguing", "Standing Bored", "Standing Crying", "Standing Deny", "Standing Depressed",
    "Standing Greeting", "Standing Happy", "Standing Normal", "Standing Puzzled", "Standing Surprise",
    "Standing Talking", "Standing Thinking", "Walking",
)  # fmt: skip
MORE = (
    "Standing Listening", "Sitting Normal", "Sitting Listening", "Sitting Thinking", "Sitting Agree", "Sitting Deny",
    "Sitting Happy", "Sitting Sad", "Sitting Angry", "Sitting Surprised", "Sitting Crying", "Sitting Arguing", "Waving",
    "Pointing", "Phone Call", "Drinking", "Typing", "Reading", "Hug", "Handshake", "Giving", "Picking Up",
    "Putting Down",
    "Running", "Dancing", "Falling", "Kneeling", "Burying Face in Hands", "Pacing", "Turning Around",
    "Bowing", "Playing Billiards", "Playing Board Game", "Playing Piano",
)  # fmt: skip


def played(name: str, variation: int = 1, seed: int = 3):
    entry, _ = find(name)
    seat = SEAT if entry.posture == "sitting" else None
    performance = Performance(PERSON, seat=seat, near_seat=SEAT, seed=seed)
    end = performance.perform(name, 0.25, variation=variation)
    frames = int((min(max(end, entry.seconds), 7.0) + 0.7) * FPS)
    return performance, bake({"it": performance}, frames, FPS)["it"]


def speeds(track) -> np.ndarray:
    """(F - 1, B) degrees a second of every bone."""
    return np.degrees(quat.angle_between(track.rotations[1:], track.rotations[:-1])) * track.fps


@pytest.mark.parametrize("name", [*FILMAGENT, *MORE])
def test_every_action_is_there_and_plays_without_pops(name):
    assert find(name)[0].name == name
    _, track = played(name)
    assert np.isfinite(track.rotations).all()
    assert np.isfinite(track.hips).all()
    assert np.allclose(np.linalg.norm(track.rotations, axis=-1), 1, atol=1e-6)
    fast = speeds(track)
    fast[:, [track.bones.index(b) for b in ("LeftEye", "RightEye")]] = 0
    assert fast.max() < 1500, track.bones[fast.max(0).argmax()]
    for key, values in track.keys.items():
        assert np.clip(values, 0, 1) == pytest.approx(values), key


@pytest.mark.parametrize(
    "name",
    [
        "Standing Talking", "Standing Agree", "Sitting Clapping", "Standing Surprise", "Sit Down", "Stand Up",
        "Walking", "Running",
    ],
)  # fmt: skip
def test_variations_and_people_differ(name):
    first = played(name, 1)[1].rotations
    for other in (played(name, 2), played(name, 1, seed=4)):
        rotations = other[1].rotations
        shared = min(len(first), len(rotations))
        assert np.abs(first[:shared] - rotations[:shared]).max() > 0.05


def test_same_arguments_same_bytes():
    one, two = played("Standing Arguing", 2)[1], played("Standing Arguing", 2)[1]
    assert one.rotations.tobytes() == two.rotations.tobytes()
    assert all(one.keys[k].tobytes() == two.keys[k].tobytes() for k in one.keys)


@pytest.mark.parametrize("name", ["Standing Talking", "Standing Angry", "Standing Thinking", "Phone Call", "Drinking"])
def test_elbows_never_bend_backwards_and_wrists_stay_whole(name):
    _performance, track = played(name, 2)
    axes, heads = track.world(PERSON.rig)
    index = PERSON.rig.index
    for side in ("Left", "Right"):
        upper = heads[:, index(f"{side}ForeArm")] - heads[:, index(f"{side}Arm")]
        fore = heads[:, index(f"{side}Hand")] - heads[:, index(f"{side}ForeArm")]
        hinge = axes[:, index(f"{side}Arm")] @ PERSON.rig.axes[index(f"{side}Arm")].T @ np.array([0.0, -1.0, 0.0])
        bent = (quat.unit(fore) * hinge).sum(1) - (quat.unit(upper) * hinge).sum(1)
        assert bent.min() > -0.05
        hand = heads[:, index(f"{side}HandMiddle1")] - heads[:, index(f"{side}Hand")]
        cosine = (quat.unit(hand) * quat.unit(fore)).sum(1)
        assert np.degrees(np.arccos(np.clip(cosine, -1, 1))).max() < 85


@pytest.mark.parametrize(
    ("words", "name", "variation"),
    [
        ("Standing Talking 3", "Standing Talking", 3),
        ("Sitting Claping", "Sitting Clapping", None),
        ("standing  agree 2", "Standing Agree", 2),
        ("buries his face in his hands", "Burying Face in Hands", None),
        ("waves", "Waving", None),
        ("Standing Suprise", "Standing Surprise", None),
        ("sits down", "Sit Down", None),
        ("jumps for joy", "Joyful Jump", None),
    ],
)
def test_find_by_name_synonym_number_and_nearest(words, name, variation):
    entry, number = find(words)
    assert (entry.name, number) == (name, variation)


def test_find_says_what_is_near():
    with pytest.raises(UnknownAction, match="nearest"):
        find("xqzv")


@given(st.text(max_size=40))
def test_find_takes_any_text(text):
    try:
        found = find(text)[0].name
    except UnknownAction:
        return
    assert found in ACTIONS


def test_catalogue_is_complete_and_unique():
    assert set(FILMAGENT) | set(MORE) <= set(ACTIONS.names)
    for entry in ACTIONS:
        assert entry.posture in ("standing", "sitting", "any")
        assert entry.after in ("standing", "sitting", "any")
        assert entry.description
        assert (entry.act is None) != (entry.move is None)
        for synonym in entry.synonyms:
            assert find(synonym)[0].name == entry.name


def test_sitting_without_a_seat_is_refused():
    with pytest.raises(MotionError, match="seat"):
        Performance(PERSON).perform("Sit Down", 0)


def test_the_fallen_stay_down():
    performance = Performance(PERSON, seed=1)
    performance.perform("Falling", 0, 3)
    track = bake({"it": performance}, 150, FPS)["it"]
    assert track.world(PERSON.rig)[1][-1, PERSON.rig.index("Head"), 2] < 0.45


def test_actions_import_without_bpy():
    import subprocess
    import sys

    code = "import sys; import library.motion.actions, library.motion.bake; sys.exit('bpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_registry_refuses_doubles():
    with pytest.raises(ValueError, match="there already"):
        actions.action("Waving", "again")(lambda act: None)


def test_clapping_hands_meet_and_part():
    _, track = played("Sitting Clapping", 1)
    heads = track.world(PERSON.rig)[1][24:60]
    palms = [heads[:, PERSON.rig.index(f"{side}HandMiddle1")] for side in ("Left", "Right")]
    apart = np.linalg.norm(palms[0] - palms[1], axis=1)
    assert apart.min() < 0.09
    assert apart.max() > apart.min() + 0.06


def test_hands_meet_in_a_handshake():
    one = Performance(PERSON, (-0.4, 0.0), 90.0, seed=1)
    other = Performance(mannequin(1.58), (0.4, 0.0), -90.0, seed=2)
    one.perform("Handshake", 0, 3, target=other)
    other.perform("Handshake", 0, 3, target=one)
    tracks = bake({"one": one, "other": other}, 48, FPS)
    palms = []
    for name, performance in (("one", one), ("other", other)):
        rig = performance.person.rig
        palms.append(tracks[name].world(rig)[1][30, rig.index("RightHandMiddle1")])
    assert np.linalg.norm(palms[0] - palms[1]) < 0.09


def test_a_hand_points_at_its_target():
    performance = Performance(PERSON, seed=3)
    target = np.array([1.2, -2.0, 1.1])
    performance.perform("Pointing", 0, 3, target=tuple(target))
    track = bake({"it": performance}, 48, FPS)["it"]
    heads = track.world(PERSON.rig)[1][30]
    lines = []
    for side in ("Left", "Right"):
        shoulder, wrist = (heads[PERSON.rig.index(f"{side}{b}")] for b in ("Arm", "Hand"))
        lines.append(float(quat.unit(wrist - shoulder) @ quat.unit(target - shoulder)))
    assert np.degrees(np.arccos(max(lines))) < 14
