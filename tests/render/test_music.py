import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from render.loudness import loudness
from render.music import FEELINGS, music, music_for
from render.sound import RATE, Music, SoundCue, mix


@pytest.mark.parametrize("kind", sorted(FEELINGS))
def test_music_is_in_its_key_and_ends(kind):
    sound = music(kind, 14.0, 24000, 2)
    assert sound.shape == (14 * 24000, 2)
    assert np.abs(sound).max() < 0.7
    assert np.abs(sound[-100:]).max() < 0.01
    line = sound.mean(1)
    spectrum = np.abs(np.fft.rfft(line * np.hanning(len(line)))) ** 2
    hz = np.fft.rfftfreq(len(line), 1 / 24000)
    heard = (hz > 80) & (hz < 1500)
    tones = np.round(12 * np.log2(hz[heard] / 440) + 69).astype(int) % 12
    chroma = np.bincount(tones, spectrum[heard], 12)
    key = [(FEELINGS[kind].root + s) % 12 for s in FEELINGS[kind].scale]
    assert chroma[key].sum() > 0.94 * chroma.sum()


def test_same_seed_same_music():
    first = music("warm", 8.0, 24000, 1)
    assert np.array_equal(first, music("warm", 8.0, 24000, 1))
    assert not np.array_equal(first, music("warm", 8.0, 24000, 2))


@given(st.floats(0.0, 6.0), st.integers(0, 2**31))
@settings(max_examples=8, deadline=None)
def test_any_length(length, seed):
    sound = music("night", length, RATE, seed)
    assert sound.shape == (round(length * RATE), 2)
    assert np.isfinite(sound).all()


def test_music_steps_back_under_voices():
    rng = np.random.default_rng(1)
    voice = (0.1 * rng.standard_normal(24000 * 3)).astype(np.float32)
    cues = [SoundCue(voice, 24000, 4.0)]
    with_music, without = mix(cues, 12.0, score=[Music("warm", 0.0, 12.0, 5)]), mix(cues, 12.0)
    alone = mix([], 12.0, score=[Music("warm", 0.0, 12.0, 5)])
    assert loudness(alone, RATE) == pytest.approx(-27.0, abs=1.0)
    during = slice(round(4.5 * RATE), round(6.5 * RATE))
    left = np.abs(with_music[during] - without[during]).mean()
    assert 0.3 < left / np.abs(alone[during]).mean() < 0.55
    before = slice(0, round(2.5 * RATE))
    assert np.allclose(with_music[before], alone[before], atol=2e-3)


def test_unknown_music():
    with pytest.raises(ValueError, match="unknown music"):
        music("polka", 3.0, RATE)


def test_words_choose_the_music():
    assert music_for("Two old friends meet by chance and one of them is hiding a secret") == "mystery"
    assert music_for("They quarrel; the argument turns into a fight") == "tense"
    assert music_for("") == "warm"
    assert music_for("A table.", default="night") == "night"
    assert {music_for(kind) for kind in FEELINGS} == set(FEELINGS)
