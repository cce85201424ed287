import numpy as np
import pytest

from render.ambience import BEDS, bed
from render.loudness import SILENCE, limit, loudness, true_peak
from render.sound import RATE, ROOMS, Bed, SoundCue, mix


def _tone(hz=997.0, seconds=3.0, rate=RATE, level=1.0):
    return (level * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


@pytest.mark.parametrize("rate", [24000, 44100, 48000])
def test_loudness_of_the_reference_tone(rate):
    """BS.1770: a full-scale 997 Hz sine in one channel reads -3.01 LUFS, at any sampling rate."""
    assert loudness(_tone(rate=rate), rate) == pytest.approx(-3.01, abs=0.05)
    assert loudness(np.stack([_tone(rate=rate, level=0.1)] * 2, 1), rate) == pytest.approx(-20.0, abs=0.05)


def test_silence_and_gate():
    assert loudness(np.zeros(RATE), RATE) == SILENCE
    half = np.concatenate([_tone(level=0.1), np.zeros(3 * RATE, np.float32)])
    assert loudness(half, RATE) == pytest.approx(loudness(_tone(level=0.1), RATE), abs=0.5)


def test_limiter_holds_the_ceiling_and_leaves_the_rest():
    loud = _tone(hz=200, level=0.3)
    loud[RATE : RATE + 200] *= 6
    held = limit(loud, RATE, 0.84)
    assert np.abs(held).max() <= 0.84 + 1e-6
    assert np.array_equal(held[: RATE - 1000], loud[: RATE - 1000])


def test_cues_land_on_their_sample():
    click = np.zeros(240, np.float32)
    click[0] = 0.5
    out = mix([SoundCue(click, RATE, 1.25), SoundCue(click, RATE, 2.5, pan=1.0)], 4.0)
    assert out.shape == (4 * RATE, 2)
    assert out.dtype == np.float32
    left, right = (set(np.nonzero(np.abs(out[:, i]) > 0.1 * np.abs(out).max())[0]) for i in (0, 1))
    assert left == {round(1.25 * RATE)}
    assert right == {round(1.25 * RATE), round(2.5 * RATE)}


def test_mix_is_as_loud_as_it_should_be_and_as_long():
    rng = np.random.default_rng(3)
    voice = (rng.standard_normal(24000 * 2) * 0.05).astype(np.float32)
    cues = [SoundCue(voice, 24000, t, pan, room=room) for t, pan, room in ((0.5, -0.3, "room"), (3.0, 0.3, "hall"))]
    out = mix(cues, 5.123, beds=[Bed("room", 0, 2.5), Bed("street", 2.5, 5.123, seed=4)])
    assert len(out) == round(5.123 * RATE)
    assert loudness(out, RATE) == pytest.approx(-16, abs=1.0)
    assert true_peak(out) < 0.95
    assert np.array_equal(out, mix(cues, 5.123, beds=[Bed("room", 0, 2.5), Bed("street", 2.5, 5.123, seed=4)]))


def test_sound_past_the_end_and_before_the_start_is_cut():
    out = mix([SoundCue(_tone(), RATE, -1.0), SoundCue(_tone(), RATE, 2.0), SoundCue(_tone(), RATE, 9.0)], 3.0)
    assert len(out) == 3 * RATE
    assert abs(out[-1]).max() < 0.01


def test_silent_film_has_its_bed():
    out = mix([], 2.0, beds=[Bed("room", 0.0, 2.0)])
    assert 0.003 < np.sqrt((out**2).mean()) < 0.05
    assert not mix([], 2.0).any()
    assert mix([], 0.0).shape == (0, 2)


@pytest.mark.parametrize("kind", sorted(BEDS))
def test_beds_are_quiet_and_the_same_for_a_seed(kind):
    first = bed(kind, RATE * 3, RATE, 5)
    assert first.shape == (RATE * 3, 2)
    assert np.isfinite(first).all()
    assert -50 < loudness(first, RATE) < -35
    assert np.array_equal(first, bed(kind, RATE * 3, RATE, 5))
    assert not np.array_equal(first, bed(kind, RATE * 3, RATE, 6))


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_rooms_ring_after_the_sound(room):
    click = np.zeros(480, np.float32)
    click[:48] = 0.5
    dry, wet = (mix([SoundCue(click, RATE, 0.1, room=r)], 1.5) for r in ("", room))
    after = slice(round(0.12 * RATE), round(0.3 * RATE))
    assert (wet[after] ** 2).sum() > (dry[after] ** 2).sum()


def test_unknown_names_are_refused():
    with pytest.raises(ValueError, match="unknown room"):
        mix([SoundCue(_tone(), RATE, 0.0, room="cave")], 1.0)
    with pytest.raises(ValueError, match="unknown ambience"):
        bed("cave", 100, RATE)
