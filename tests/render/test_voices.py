import os
import signal
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import ShotwrightError
from app.voice import Voice
from library.cast.person import MOUTHS
from render.loudness import loudness
from render.voices import ENGINES, PALETTE, Speech, cast_voices, close_engines, speak
from render.voices.engine import engine

LINE = "She told me the whole story, and I never knew how much it meant to you."


@pytest.fixture(autouse=True, scope="module")
def _engines():
    yield
    close_engines()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("voices with spaces – ü")


def pitch(samples: np.ndarray, rate: int) -> float:
    """Median fundamental in Hz by autocorrelation of 85 ms windows."""
    found, size = [], round(0.085 * rate)
    low, high = rate // 450, rate // 60
    for start in range(0, len(samples) - size, size // 2):
        window = samples[start : start + size] * np.hanning(size)
        if (window**2).mean() < 1e-4:
            continue
        curve = np.fft.irfft(np.abs(np.fft.rfft(window, 2 * size)) ** 2)
        lag = low + int(curve[low:high].argmax())
        if curve[lag] > 0.4 * curve[0]:
            found.append(rate / lag)
    return float(np.median(found))


def test_a_line_is_heard_with_times(folder):
    said = speak(LINE, Voice(), folder)
    assert said.spoken
    assert said.note == ""
    assert said.path.exists()
    assert said.samples.dtype == np.float32
    assert said.samples.ndim == 1
    assert 3.0 < said.duration < 7.0
    assert -21 < loudness(said.samples, said.rate) < -19
    assert np.abs(said.samples[: round(0.03 * said.rate)]).max() < 0.01
    assert " ".join(w.text for w in said.words) == LINE
    times = [w.start for w in said.words]
    assert times == sorted(times)
    assert all(w.start <= w.end <= said.duration for w in said.words)
    assert len({round(t, 3) for t in times}) == len(times)
    shapes = {c.shape for c in said.cues}
    assert shapes <= {*MOUTHS, "rest"}
    assert len(shapes) > 7


def test_words_stand_where_they_sound(folder):
    """Two words with a long pause between them: the second starts where the sound comes back."""
    said = speak("Mama... Papa.", Voice(), folder)
    level = np.abs(said.samples)
    start = round(said.words[1].start * said.rate)
    assert level[start - round(0.1 * said.rate) : start - round(0.02 * said.rate)].max() < 0.02
    assert level[start : start + round(0.15 * said.rate)].max() > 0.05
    closed = [c.time for c in said.cues if c.shape == "mbp"]
    assert len(closed) == 4


def test_longer_text_takes_longer(folder):
    lengths = [speak(" ".join([LINE] * n), Voice(), folder).duration for n in (1, 2, 3)]
    assert lengths[1] > 1.8 * lengths[0]
    assert lengths[2] > 1.4 * lengths[1]


def test_second_call_is_the_same_from_the_cache(folder, monkeypatch):
    first = speak("Say it once.", Voice(), folder)

    def broken(*_):
        raise AssertionError("spoken twice")

    monkeypatch.setattr(engine("espeak"), "synthesise", broken)
    again = speak("Say it once.", Voice(), folder)
    assert np.array_equal(first.samples, again.samples)
    assert (first.cues, first.words, first.path) == (again.cues, again.words, again.path)


def test_same_line_same_bytes(tmp_path):
    first = speak(LINE, Voice(), tmp_path / "a")
    close_engines()
    again = speak(LINE, Voice(), tmp_path / "b")
    assert first.path.read_bytes() == again.path.read_bytes()
    assert first.path.name == again.path.name


def test_damaged_cache_is_spoken_anew(folder):
    first = speak("Broken record.", Voice(), folder)
    first.path.write_bytes(first.path.read_bytes()[:100])
    assert np.array_equal(speak("Broken record.", Voice(), folder).samples, first.samples)


@pytest.mark.parametrize("line", ["", "...", "?!", "(nods)", "😀", "\n\t"])
def test_nothing_to_say_is_silence_and_says_so(folder, line):
    said = speak(line, Voice(), folder)
    assert not said.spoken
    assert "nothing to speak" in said.note
    assert said.duration >= 0.6
    assert not said.samples.any()
    assert [c.shape for c in said.cues] == ["rest"]
    assert speak(line, Voice(), folder).note == said.note


def test_child_that_dies_is_started_again(tmp_path):
    speak("One.", Voice(), tmp_path)
    child = engine("espeak").pid
    os.kill(child, signal.SIGKILL)
    assert speak("Two.", Voice(), tmp_path).spoken
    assert engine("espeak").pid != child


def test_voice_that_does_not_exist(tmp_path):
    with pytest.raises(ShotwrightError, match="variant") as caught:
        speak("Hello.", Voice(name="en-us+nobody"), tmp_path)
    assert caught.value.layer == "voice"
    with pytest.raises(ShotwrightError, match="speech engine"):
        speak("Hello.", Voice(engine="gramophone"), tmp_path)


def test_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ShotwrightError) as caught:
        speak("Hello.", Voice(), tmp_path / "file" / "voices")
    assert caught.value.layer == "disk"


def test_delivery_is_heard(folder):
    plain, loud, soft = (speak(LINE, Voice(), folder, d) for d in ("", "shouting", "whispering"))
    assert loudness(loud.samples, loud.rate) > loudness(plain.samples, plain.rate) + 2
    assert loudness(soft.samples, soft.rate) < loudness(plain.samples, plain.rate) - 3
    assert pitch(loud.samples, loud.rate) > 1.05 * pitch(plain.samples, plain.rate)


def test_other_alphabets_speak(folder):
    said = speak("Привет, как дела?", Voice(), folder)
    assert said.spoken
    assert said.duration < 3.0
    assert len(said.words) == 3


def test_engine_without_times_borrows_them(folder, monkeypatch):
    class Tone:
        version = "tone 1"

        def synthesise(self, script, voice):
            time = np.arange(16000 * 3) / 16000
            return Speech((0.3 * np.sin(2 * np.pi * 220 * time) * (time > 1)).astype(np.float32), 16000)

        def close(self):
            pass

    monkeypatch.setitem(ENGINES, "tone", Tone)
    said = speak("Open your mouth wide.", Voice(engine="tone", name="a"), folder)
    assert said.duration == pytest.approx(2.12, abs=0.05)
    assert said.words[0].start < 0.2
    assert 1.8 < said.words[-1].end <= said.duration
    assert said.cues[-1].time > 1.7


@given(st.text(max_size=60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_becomes_sound_or_silence(folder, line):
    said = speak(line, Voice(), folder)
    assert said.duration > 0.1
    assert np.isfinite(said.samples).all()
    times = [c.time for c in said.cues]
    assert times == sorted(times)
    assert times[-1] <= said.duration
    assert all(0 <= w.start <= w.end <= said.duration + 1e-3 for w in said.words)


@dataclass
class Profile:
    name: str
    gender: str
    years: int


def test_palette_is_wide_and_true(folder):
    for gender in ("female", "male"):
        assert sum(t.gender == gender and t.age == "adult" for t in PALETTE) >= 8
        assert sum(t.gender == gender and t.age == "child" for t in PALETTE) >= 3
        assert sum(t.gender == gender and t.age == "old" for t in PALETTE) >= 3
    assert len({t.voice for t in PALETTE}) == len(PALETTE)
    for timbre in PALETTE:
        said = speak(LINE, timbre.voice, folder)
        assert pitch(said.samples, said.rate) == pytest.approx(timbre.pitch_hz, rel=0.12), timbre.voice


def test_casting_by_gender_and_age_and_for_good():
    people = [Profile("Mia", "female", 30), Profile("Alex", "male", 32), Profile("Tim", "male", 8)]
    cast = cast_voices(people)
    assert cast == cast_voices(people[::-1])
    by_voice = {t.voice: t for t in PALETTE}
    for person, group in zip(people, ("adult", "adult", "child"), strict=True):
        assert (by_voice[cast[person.name]].gender, by_voice[cast[person.name]].age) == (person.gender, group)
    more = cast_voices([*people, Profile("Ada", "female", 25)], taken=cast)
    assert {n: more[n] for n in cast} == cast
    assert more["Ada"] not in cast.values()


def test_two_of_a_kind_are_heard_apart():
    by_voice = {t.voice: t.pitch_hz for t in PALETTE}
    for gender in ("female", "male"):
        for name in ("Ann", "Bea", "Cy", "Dot", "Eve", "Flo"):
            cast = cast_voices([Profile(name, gender, 30), Profile("Zoe", gender, 33)])
            low, high = sorted(by_voice[v] for v in cast.values())
            assert high > 1.2 * low


def test_a_crowd_gets_as_many_voices():
    cast = cast_voices([Profile(f"Person {i}", "female", 30) for i in range(40)])
    assert len(set(cast.values())) == 40


def test_cached_files_are_named_by_content_only(folder):
    names = {Path(p).suffix for p in os.listdir(folder)}
    assert names == {".wav", ".json"}
