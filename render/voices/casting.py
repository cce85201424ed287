"""Who speaks with which voice: by gender and age, as unlike each other as the palette allows, and for good."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from app.voice import Voice

AgeGroup = Literal["child", "adult", "old"]

CHILD_UP_TO = 13
OLD_FROM = 63


class Profile(Protocol):
    """What casting reads of a character."""

    name: str
    gender: Literal["female", "male"]
    years: int


@dataclass(frozen=True)
class Timbre:
    """An entry of the palette. pitch_hz: the median pitch measured on it; colour: a rough place from dark (-1)
    to bright (1)."""

    voice: Voice
    gender: Literal["female", "male"]
    age: AgeGroup
    pitch_hz: float
    colour: float


def _espeak(variant: str, pitch: int, range_: int, rate: int, tract: float) -> Voice:
    return Voice(name=f"en-us+{variant}", pitch=pitch, range=range_, rate=rate, tract=tract)


PALETTE: tuple[Timbre, ...] = (
    Timbre(_espeak("f3", 48, 55, 165, 1.00), "female", "adult", 211, 0.2),
    Timbre(_espeak("f2", 40, 45, 158, 0.96), "female", "adult", 174, -0.0),
    Timbre(_espeak("f1", 52, 60, 172, 1.00), "female", "adult", 188, 0.2),
    Timbre(_espeak("f4", 40, 40, 150, 0.95), "female", "adult", 157, 0.0),
    Timbre(_espeak("f5", 52, 62, 178, 1.06), "female", "adult", 218, 0.5),
    Timbre(_espeak("belinda", 50, 60, 166, 1.00), "female", "adult", 233, 0.4),
    Timbre(_espeak("linda", 55, 58, 170, 1.02), "female", "adult", 247, 1.0),
    Timbre(_espeak("Annie", 44, 40, 168, 0.98), "female", "adult", 216, 1.0),
    Timbre(_espeak("Andrea", 26, 50, 155, 0.93), "female", "adult", 183, 0.0),
    Timbre(_espeak("aunty", 42, 60, 152, 0.97), "female", "adult", 151, 0.1),
    Timbre(_espeak("m3", 50, 55, 165, 1.00), "male", "adult", 108, 0.3),
    Timbre(_espeak("m1", 36, 50, 155, 0.95), "male", "adult", 83, -0.0),
    Timbre(_espeak("m2", 68, 60, 168, 1.03), "male", "adult", 126, 0.3),
    Timbre(_espeak("m4", 70, 60, 172, 1.04), "male", "adult", 117, 0.6),
    Timbre(_espeak("m7", 56, 50, 162, 1.00), "male", "adult", 114, -0.7),
    Timbre(_espeak("m8", 46, 50, 150, 0.96), "male", "adult", 83, -1.0),
    Timbre(_espeak("max", 80, 60, 178, 1.03), "male", "adult", 143, 0.0),
    Timbre(_espeak("michel", 46, 55, 170, 0.97), "male", "adult", 102, -0.9),
    Timbre(_espeak("Mike", 48, 55, 160, 0.93), "male", "adult", 90, 0.1),
    Timbre(_espeak("travis", 76, 50, 158, 0.98), "male", "adult", 132, -0.8),
    Timbre(_espeak("f1", 85, 65, 172, 1.17), "female", "child", 279, 0.7),
    Timbre(_espeak("f5", 78, 65, 178, 1.13), "female", "child", 293, 0.8),
    Timbre(_espeak("f3", 74, 70, 165, 1.20), "female", "child", 293, 0.7),
    Timbre(_espeak("f4", 78, 60, 165, 1.14), "male", "child", 255, 0.5),
    Timbre(_espeak("f2", 72, 65, 174, 1.12), "male", "child", 261, 0.4),
    Timbre(_espeak("f1", 70, 60, 168, 1.10), "male", "child", 233, 0.5),
    Timbre(_espeak("grandma", 40, 45, 138, 0.98), "female", "old", 180, 0.2),
    Timbre(_espeak("aunty", 34, 55, 132, 0.93), "female", "old", 134, -0.0),
    Timbre(_espeak("f4", 30, 55, 140, 0.92), "female", "old", 145, -0.0),
    Timbre(_espeak("m4", 44, 65, 135, 0.95), "male", "old", 93, 0.3),
    Timbre(_espeak("m6", 36, 60, 142, 0.92), "male", "old", 90, -0.4),
    Timbre(_espeak("m1", 56, 65, 130, 1.00), "male", "old", 104, 0.0),
)


def age_group(years: int) -> AgeGroup:
    return "child" if years <= CHILD_UP_TO else "old" if years >= OLD_FROM else "adult"


def cast_voices(profiles: Iterable[Profile], taken: Mapping[str, Voice] | None = None) -> dict[str, Voice]:
    """A voice for every profile by name. Names in `taken` keep theirs; the others get, in the order of their
    names, a voice of their gender and age that nobody has and that is farthest from those given so far to the
    same gender, the first choice falling by the name. When the palette is used up, voices are varied in pitch
    and pace, still different from all others."""
    profiles = sorted(profiles, key=lambda p: p.name)
    out = {name: voice for name, voice in (taken or {}).items()}
    for profile in profiles:
        if profile.name not in out:
            out[profile.name] = _choose(profile, list(out.values()))
    return {p.name: out[p.name] for p in profiles}


def _choose(profile: Profile, given: list[Voice]) -> Voice:
    group = age_group(profile.years)
    fitting = [t for t in PALETTE if t.gender == profile.gender and t.age == group]
    start = zlib.crc32(profile.name.encode()) % len(fitting)
    fitting = fitting[start:] + fitting[:start]
    free = [t for t in fitting if t.voice not in given]
    if not free:
        return _variation(fitting, given)
    others = [t for t in PALETTE if t.voice in given and t.gender == profile.gender]
    if not others:
        return free[0].voice
    return max(free, key=lambda t: min(_distance(t, other) for other in others)).voice


def _distance(a: Timbre, b: Timbre) -> float:
    """Octaves of pitch, colour and pace put on about one scale."""
    return float(
        np.hypot(
            np.hypot(2.0 * np.log2(a.pitch_hz / b.pitch_hz), 0.6 * (a.colour - b.colour)),
            1.5 * np.log2(a.voice.rate / b.voice.rate),
        )
    )


def _variation(fitting: list[Timbre], given: list[Voice]) -> Voice:
    for step in range(1, 400):
        base = fitting[step % len(fitting)].voice
        turn = 1 + step // (2 * len(fitting))
        sign = 1 if step // len(fitting) % 2 else -1
        varied = base.model_copy(
            update={
                "pitch": int(np.clip(base.pitch + sign * 6 * turn, 0, 99)),
                "rate": int(np.clip(base.rate - sign * 9 * turn, 120, 230)),
            }
        )
        if varied not in given:
            return varied
    return fitting[0].voice
