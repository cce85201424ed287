"""The sound of a film: voices in their rooms at exact samples, a quiet bed under them, one loudness."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import scipy  # its parts load when they are first used: scipy.signal takes a second

from app.files import write_whole
from render.ambience import bed
from render.loudness import limit, loudness
from render.music import music
from render.voices.polish import resample

RATE = 48000
LUFS = -16.0
"""Loudness of the mixed film, as web players expect it."""

_MOST_GAIN_DB = 14.0
_DUCK_DB = -8.0
_CROSSFADE_S = 0.25


@dataclass(frozen=True, eq=False)
class SoundCue:
    """A sound to place. samples: (N,) mono or (N, 2) stereo at `rate` Hz, heard from `start` seconds on;
    pan -1 left to 1 right (mono only); room: a name in `ROOMS` or "" for none."""

    samples: np.ndarray
    rate: int
    start: float
    pan: float = 0.0
    gain_db: float = 0.0
    room: str = ""


@dataclass(frozen=True)
class Bed:
    """Ambience of a kind (a name in `render.ambience.BEDS`) from `start` to `end` seconds."""

    kind: str
    start: float
    end: float
    seed: int = 0


@dataclass(frozen=True)
class Music:
    """Music of a kind (a name in `render.music.FEELINGS`) from `start` to `end` seconds, at `lufs` where nobody
    speaks; under voices it steps back."""

    kind: str
    start: float
    end: float
    seed: int = 0
    lufs: float = -27.0


@dataclass(frozen=True)
class Room:
    """An echo: seconds until it has fallen by 60 dB, its level under the voice in dB, what treble it keeps in Hz."""

    decay_s: float
    level_db: float
    treble_hz: float


ROOMS: dict[str, Room] = {
    "room": Room(0.35, -17.0, 5500),
    "office": Room(0.45, -16.0, 5000),
    "kitchen": Room(0.5, -15.0, 6500),
    "hall": Room(1.2, -15.0, 4500),
    "street": Room(0.25, -24.0, 4000),
}


def mix(
    cues: Iterable[SoundCue],
    length_s: float,
    rate: int = RATE,
    beds: Sequence[Bed] = (),
    score: Sequence[Music] = (),
) -> np.ndarray:
    """(round(length_s * rate), 2) float32. A cue's first sample lands on round(start * rate); what would ring past
    the end is cut with a short fade. Voices are brought to -16 LUFS together, beds lie at their own quiet
    level, music steps back 8 dB under voices, peaks stay under -1.5 dBFS. Raises ValueError for an unknown room,
    bed or kind of music."""
    count = max(0, round(length_s * rate))
    dry: dict[str, np.ndarray] = {}
    for cue in cues:
        if cue.room and cue.room not in ROOMS:
            raise ValueError(f"unknown room {cue.room!r}; one of {', '.join(ROOMS)}")
        _add(dry.setdefault(cue.room, np.zeros((count, 2), np.float32)), cue, rate)
    out = np.zeros((count, 2), np.float32)
    for room, sound in dry.items():
        out += sound
        if room:
            out += _echo(sound, room, rate)
    now = loudness(out, rate)
    if now > -70:
        out *= np.float32(10 ** (min(LUFS - now, _MOST_GAIN_DB) / 20))
    room_for_music = _ducking(out, rate) if score else None
    for each in beds:
        _lay(out, each, rate)
    for each in score:
        _play(out, each, room_for_music, rate)
    return limit(out, rate)


def _add(out: np.ndarray, cue: SoundCue, rate: int) -> None:
    samples = np.asarray(cue.samples, np.float32)
    if samples.ndim == 1:
        samples = _panned(resample(samples, cue.rate, rate), cue.pan)
    else:
        samples = np.stack([resample(samples[:, i], cue.rate, rate) for i in (0, 1)], 1)
    at = round(cue.start * rate)
    samples = samples[max(0, -at) :] * np.float32(10 ** (cue.gain_db / 20))
    at = max(0, at)
    room = len(out) - at
    if room <= 0:
        return
    if len(samples) > room:
        samples = samples[:room]
        fade = min(room, round(0.01 * rate))
        samples[room - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)[:, None]
    out[at : at + len(samples)] += samples


def _panned(samples: np.ndarray, pan: float) -> np.ndarray:
    """(N, 2) by constant power; in the middle both sides are the samples themselves."""
    angle = (np.clip(pan, -1, 1) + 1) * np.pi / 4
    return samples[:, None] * (np.sqrt(2) * np.array([np.cos(angle), np.sin(angle)])).astype(np.float32)


@lru_cache(maxsize=16)
def _impulse(room: str, rate: int) -> np.ndarray:
    """(N, 2) echo of a room: a few early reflections, then noise that decays; unit energy, no direct sound."""
    told = ROOMS[room]
    rng = np.random.default_rng(7)
    count = round(told.decay_s * rate)
    time = np.arange(count) / rate
    out = rng.standard_normal((count, 2)) * np.exp(-6.9 * time / told.decay_s)[:, None]
    out[: round(0.006 * rate)] = 0
    for delay, gain in ((0.0071, 5.0), (0.0113, 4.0), (0.0167, 3.5), (0.0231, 2.5)):
        for side in (0, 1):
            out[round((delay + 0.0013 * side) * rate), side] += gain * (-1 if side else 1)
    out = scipy.signal.sosfilt(
        scipy.signal.butter(2, [160, told.treble_hz], "bandpass", fs=rate, output="sos"), out, axis=0
    )
    return (out / np.sqrt((out**2).sum(0))).astype(np.float32)


def _echo(sound: np.ndarray, room: str, rate: int) -> np.ndarray:
    wet = scipy.signal.fftconvolve(sound, _impulse(room, rate), axes=0)[: len(sound)]
    return (wet * 10 ** (ROOMS[room].level_db / 20)).astype(np.float32)


def _lay(out: np.ndarray, each: Bed, rate: int) -> None:
    """Adds a bed, faded in and out round its ends so that two that meet cross over."""
    half = _CROSSFADE_S / 2
    first, last = max(0.0, each.start - half), min(len(out) / rate, each.end + half)
    count = round((last - first) * rate)
    if count <= 0:
        return
    sound = bed(each.kind, count, rate, each.seed)
    fade = min(count // 2, round(_CROSSFADE_S * rate))
    ramp = np.sqrt(np.linspace(0, 1, fade, dtype=np.float32))[:, None]
    sound[:fade] *= ramp
    sound[count - fade :] *= ramp[::-1]
    at = round(first * rate)
    out[at : at + count] += sound[: len(out) - at]


def _ducking(voices: np.ndarray, rate: int) -> np.ndarray:
    """(N, 1) gain for music: down a little before somebody speaks, up again slowly after."""
    step = rate // 50
    blocks = -(-len(voices) // step)
    power = np.pad((voices**2).sum(1), (0, blocks * step - len(voices))).reshape(blocks, step).mean(1)
    speaking = scipy.ndimage.maximum_filter1d((power > 10**-4.5).astype(float), 35)
    smooth = scipy.ndimage.gaussian_filter1d(speaking, 12, mode="nearest")
    gain = 10 ** (_DUCK_DB * smooth / 20)
    places = (np.arange(blocks) + 0.5) * step
    return np.interp(np.arange(len(voices)), places, gain)[:, None].astype(np.float32)


def _play(out: np.ndarray, each: Music, gain: np.ndarray, rate: int) -> None:
    at = max(0, round(each.start * rate))
    count = min(round(each.end * rate), len(out)) - at
    if count <= 0:
        return
    sound = music(each.kind, count / rate, rate, each.seed)[:count]
    now = loudness(sound, rate)
    if now > -100:
        out[at : at + len(sound)] += sound * gain[at : at + len(sound)] * np.float32(10 ** ((each.lufs - now) / 20))


def write_wav(path: Path, sound: np.ndarray, rate: int = RATE) -> Path:
    """Writes (N, 2) float32 as 16-bit PCM. Returns the path. Raises ShotwrightError(disk)."""
    data = io.BytesIO()
    with wave.open(data, "wb") as out:
        out.setnchannels(sound.shape[1])
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((np.clip(sound, -1.0, 1.0) * 32767).round().astype("<i2").tobytes())
    write_whole(path, data.getvalue())
    return path
