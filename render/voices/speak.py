"""A line of dialogue as sound, with mouth and word times, kept by content."""

from __future__ import annotations

import json
import threading
import wave
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

import numpy as np

from app.files import digest, write_whole
from app.voice import Voice
from render.voices import espeak_engine as _builtin  # noqa: F401  (registers the built-in engine)
from render.voices import polish
from render.voices.delivery import Delivery, delivery_of, variation
from render.voices.engine import Phone, Speech, engine
from render.voices.mouths import REST, MouthCue, mouth_cues
from render.voices.words import Script, reading_time, script

_turn = threading.Lock()
"""Lines are made one at a time: several at once would only wait for each other, and a window for all of them."""
_PIPELINE = "3"
"""Raised whenever the same engine output would give another utterance."""


@dataclass(frozen=True)
class WordTime:
    """A written word, heard from `start` to `end` (seconds)."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, eq=False)
class Utterance:
    """A spoken line. samples: (N,) float32 mono at `rate` Hz; `spoken` False: silence of a reading length, and
    `note` says why; path: the .wav it is kept in, its .json beside it."""

    text: str
    voice: Voice
    samples: np.ndarray
    rate: int
    cues: tuple[MouthCue, ...]
    words: tuple[WordTime, ...]
    spoken: bool
    note: str
    path: Path

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.samples) / self.rate


def speak(text: str, voice: Voice, folder: Path, delivery: str = "") -> Utterance:
    """The line spoken by the voice in the manner `delivery` says in plain words ("whispering", "angry").

    Kept in `folder` by content: the same words, voice, manner and engine version are spoken once. Raises
    ShotwrightError: "voice" where the engine fails, "disk" where the folder cannot be written.
    """
    speaker = engine(voice.engine)
    key = digest(text, voice.model_dump_json(), delivery, speaker.version, _PIPELINE)
    path = Path(folder) / f"{key}.wav"
    kept = _load(path, text, voice)
    if kept is not None:
        return kept
    with _turn:
        return _load(path, text, voice) or _made(text, voice, delivery, path)


def _made(text: str, voice: Voice, delivery: str, path: Path) -> Utterance:
    said = script(text)
    manner = delivery_of(delivery, said.shout) + variation(text)
    made = _spoken(said, voice, manner) if said.speakable else None
    samples, cues, words, note = made or _silent(text, said)
    pcm = np.round(np.clip(samples, -1, 1) * 32767).astype("<i2")
    write_whole(path, _wav(pcm))
    told = {
        "text": text,
        "cues": [asdict(c) for c in cues],
        "words": [asdict(w) for w in words],
        "note": note,
        "samples": len(pcm),
    }
    # The description is written last: a sound without one was never finished.
    write_whole(path.with_suffix(".json"), json.dumps(told, ensure_ascii=False, indent=1))
    return Utterance(text, voice, pcm.astype(np.float32) / 32767, polish.RATE, cues, words, not note, note, path)


def _spoken(said: Script, voice: Voice, manner: Delivery):
    """(samples, cues, words, "") or None where the engine made no sound."""
    speech = engine(voice.engine).synthesise(said, manner.applied(voice))
    timing = speech
    if speech.phones is None:
        timing = _borrowed_timing(said, speech)
    samples, shift = polish.trim(polish.resample(speech.samples, speech.rate), polish.RATE)
    if not len(samples):
        return None
    samples = polish.level(samples, polish.RATE, polish.LUFS + manner.gain_db)
    duration = len(samples) / polish.RATE
    phones = [Phone(p.start + shift, p.end + shift, p.ipa) for p in timing.phones]
    cues = mouth_cues(phones, duration)
    marks = [(time + shift, position) for time, position in timing.marks]
    return samples, cues, word_times(said, marks, phones, duration), ""


def _silent(text: str, said: Script):
    """As `_spoken`, for a line without sound."""
    length = reading_time(text)
    shown = tuple(WordTime(w.text, 0.0, length) for w in said.words)
    note = f"there is nothing to speak in {text!r}; it is silent for {length:.1f} s"
    return np.zeros(round(length * polish.RATE), np.float32), (MouthCue(0.0, REST, 0.0),), shown, note


def _borrowed_timing(said: Script, speech: Speech) -> Speech:
    """For an engine that tells no times: the built-in voice's, stretched to where the sound starts and ends."""
    model = engine("espeak").synthesise(said, Voice())
    _, here = polish.trim(speech.samples, speech.rate)
    _, there = polish.trim(model.samples, model.rate)
    sounding = [p for p in model.phones if p.ipa]
    start, length = polish.PAD_S - there, (sounding[-1].end - (polish.PAD_S - there)) if sounding else 1.0
    body = len(polish.trim(speech.samples, speech.rate)[0]) / speech.rate - 2 * polish.PAD_S
    scale = max(body, 0.05) / max(length, 0.05)

    def moved(time: float) -> float:
        return (time - start) * scale + polish.PAD_S - here

    phones = tuple(Phone(moved(p.start), moved(p.end), p.ipa) for p in model.phones)
    return Speech(speech.samples, speech.rate, phones, tuple((moved(t), c) for t, c in model.marks))


def word_times(
    said: Script, marks: list[tuple[float, int]], phones: list[Phone], duration: float
) -> tuple[WordTime, ...]:
    """When each written word is heard, from the engine's marks; words without one share the time between their
    neighbours by length. A word ends where the next begins or a pause of 120 ms or more sets in."""
    starts: list[float | None] = [None] * len(said.words)
    for time, position in sorted(marks):
        for index, word in enumerate(said.words):
            if word.start <= position < max(word.end, word.start + 1):
                starts[index] = time if starts[index] is None else starts[index]
                break
    known = [(said.words[i].start, t) for i, t in enumerate(starts) if t is not None]
    first = next((p.start for p in phones if p.ipa), 0.0)
    last = max((p.end for p in phones if p.ipa), default=duration)
    anchors = [(-1, first), *known, (len(said.text) + 1, last)]
    filled = [
        time if time is not None else float(np.interp(word.start, *zip(*anchors, strict=True)))
        for time, word in zip(starts, said.words, strict=True)
    ]
    filled = np.clip(np.maximum.accumulate(filled), 0.0, duration) if filled else []
    pauses = [p.start for p in phones if not p.ipa and p.end - p.start >= 0.12]
    out = []
    for index, word in enumerate(said.words):
        start = float(filled[index])
        end = float(filled[index + 1]) if index + 1 < len(filled) else min(last, duration)
        end = min([end, *(p for p in pauses if start < p < end)])
        out.append(WordTime(word.text, round(start, 4), round(max(start, end), 4)))
    return tuple(out)


def _wav(pcm: np.ndarray) -> bytes:
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(polish.RATE)
        file.writeframes(pcm.tobytes())
    return out.getvalue()


def _load(path: Path, text: str, voice: Voice) -> Utterance | None:
    """The kept utterance, or None where there is none or it is damaged."""
    try:
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        with wave.open(str(path), "rb") as file:
            pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2")
            if file.getframerate() != polish.RATE or len(pcm) != told["samples"]:
                return None
        cues = tuple(MouthCue(**c) for c in told["cues"])
        words = tuple(WordTime(**w) for w in told["words"])
        note = told["note"]
    except (OSError, ValueError, KeyError, TypeError, EOFError, wave.Error):
        return None
    return Utterance(text, voice, pcm.astype(np.float32) / 32767, polish.RATE, cues, words, not note, note, path)
