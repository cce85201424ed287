import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.cast.person import FACE_KEYS, MOUTHS
from library.motion import faces
from library.motion.bake import bake
from library.motion.controls import EMOTIONS, Controls
from library.motion.performance import Performance
from tests.support.mannequin import mannequin

FPS = 24.0
T = np.arange(72) / FPS


def test_every_emotion_uses_known_keys():
    assert set(faces.MIXES) == set(EMOTIONS)
    for mix in faces.MIXES.values():
        assert set(mix) <= set(FACE_KEYS)


def test_lips_close_fully_between_open_vowels():
    cues = [(0.3, "aa", 1.0), (0.6, "mbp", 1.0), (0.66, "aa", 1.0), (1.0, "rest", 0.0)]
    shapes = faces.mouth_shapes(T, cues, FPS)
    shut = shapes["mbp"] > 0.98
    assert shut.sum() >= 2
    assert all(shapes[m][shut].max() < 0.05 for m in MOUTHS if m != "mbp")
    assert shapes["aa"].max() > 0.9


def test_shapes_lead_their_sound_and_end():
    shapes = faces.mouth_shapes(T, [(1.0, "oo", 1.0), (1.3, "rest", 0.0)], FPS)
    first = T[np.argmax(shapes["oo"] > 0.5)]
    assert 0.85 < first < 1.0
    assert shapes["oo"][T > 1.45].max() < 0.01


def test_unknown_shape_is_named():
    with pytest.raises(ValueError, match="zz"):
        faces.mouth_shapes(T, [(0, "zz", 1)], FPS)


@given(st.lists(st.tuples(st.floats(0, 3), st.sampled_from([*MOUTHS, "rest"]), st.floats(0, 1)), max_size=30))
def test_any_cues_stay_in_range(cues):
    shapes = faces.mouth_shapes(T, cues, FPS)
    total = sum(shapes.values())
    assert np.isfinite(total).all()
    assert total.max() <= 1 + 1e-6
    assert min(v.min() for v in shapes.values()) >= 0


def test_blinks_are_irregular_and_two_to_six_seconds_apart():
    times = faces.blink_times(0, 120, np.random.default_rng(1))
    gaps = np.diff(times)
    long = gaps[gaps > 0.5]
    assert 1.8 < np.median(long) < 5
    assert long.max() < 6.5
    assert np.std(long) > 0.4


def test_eyes_are_open_at_both_cuts():
    t = np.arange(73) / 24
    for seed in range(40):
        times = faces.blink_times(0, t[-1], np.random.default_rng(seed), (0.0, 0.1, 2.9))
        shut = faces.blinks(t, times, 24)
        assert max(shut[:4].max(), shut[-4:].max()) < 0.5, seed


def test_blink_shuts_both_lids_over_any_emotion():
    controls = Controls(len(T))
    controls["feel_surprised"] = 1.0
    blink = faces.blinks(T, [1.0], FPS)
    keys = faces.face(controls, {}, blink, np.zeros(len(T)), T, np.random.default_rng(0))
    at = int(1.0 * FPS)
    assert keys["blink_l"][at] == keys["blink_r"][at] == 1.0
    assert keys["widen"][at] < 0.05
    assert keys["widen"][10] > 0.7


def test_speech_wins_over_a_gasp_but_brows_stay():
    controls = Controls(len(T))
    controls["feel_surprised"] = 1.0
    mouth = faces.mouth_shapes(T, [(0.5, "mbp", 1.0), (1.5, "rest", 0.0)], FPS)
    keys = faces.face(controls, mouth, np.zeros(len(T)), np.zeros(len(T)), T, np.random.default_rng(0))
    speaking = keys["mouth_mbp"] > 0.95
    assert keys["gasp"][speaking].max() < 0.2
    assert keys["brows_up"][speaking].min() > 0.8


def test_lids_follow_the_eyes():
    controls = Controls(len(T))
    down = faces.face(controls, {}, np.zeros(len(T)), np.full(len(T), 20.0), T, np.random.default_rng(0))
    up = faces.face(controls, {}, np.zeros(len(T)), np.full(len(T), -18.0), T, np.random.default_rng(0))
    assert down["lids_down"].min() > 0.4
    assert down["lids_up"].max() == 0
    assert up["lids_up"].min() > 0.4
    assert up["lids_down"].max() == 0


def test_accents_are_the_strong_vowels_apart():
    cues = [(0.1, "s", 1.0), (0.3, "aa", 1.0), (0.5, "ih", 0.5), (1.4, "oh", 1.0)]
    assert [at for at, _ in faces.accents(cues)] == [0.3, 1.4]


def test_who_laughs_does_not_roll_the_eyes_away():
    """A spot on the floor before the feet: eyes go down to it, hardly so under laughing lids, or no iris is seen."""

    def lowered(feeling: str | None) -> float:
        acting = Performance(mannequin(1.7), seed=1)
        acting.look((0.0, -1.2, 0.0), 0.0, 3.0)
        if feeling:
            acting.express(feeling, 0.0, 3.0, 1.0)
        return float(np.median(bake({"Mia": acting}, 72, FPS)["Mia"].keys["lids_down"]))

    assert lowered(None) > 0.2
    assert lowered("laughing") < 0.3 * lowered(None)
