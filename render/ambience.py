"""Beds of ambience made by code: what a place sounds like when nobody speaks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy  # its parts load when they are first used: scipy.signal takes a second

from render.loudness import loudness


def bed(kind: str, count: int, rate: int, seed: int = 0) -> np.ndarray:
    """(count, 2) float32 of a kind in `BEDS`, at that kind's loudness. Raises ValueError for an unknown kind."""
    if kind not in BEDS:
        raise ValueError(f"unknown ambience {kind!r}; one of {', '.join(BEDS)}")
    make, lufs = BEDS[kind]
    out = make(count, rate, np.random.default_rng(seed))
    return (out * 10 ** ((lufs - loudness(out, rate)) / 20)).astype(np.float32)


def _noise(count: int, rate: int, rng: np.random.Generator, low: float, high: float) -> np.ndarray:
    """Stereo noise of one band; the sides share half of it, which keeps it wide but not hollow."""
    warm_up = rate // 4
    raw = rng.standard_normal((count + warm_up, 3))
    raw = raw[:, :2] + raw[:, 2:]
    out = scipy.signal.sosfilt(
        scipy.signal.butter(1, [low, min(high, rate * 0.45)], "bandpass", fs=rate, output="sos"), raw, axis=0
    )
    return out[warm_up:] / max(1e-9, float(np.sqrt((out**2).mean())))


def _drift(count: int, rate: int, rng: np.random.Generator, period_s: float, depth: float) -> np.ndarray:
    """(count, 1) slow random swell about 1."""
    knots = int(count / rate / period_s) + 3
    values = rng.uniform(1 - depth, 1 + depth, knots)
    time = np.arange(count) / rate / period_s
    whole = time.astype(int)
    ease = (1 - np.cos(np.pi * (time - whole))) / 2
    return (values[whole] * (1 - ease) + values[whole + 1] * ease)[:, None]


def _hum(count: int, rate: int, *partials: tuple[float, float]) -> np.ndarray:
    time = np.arange(count)[:, None] / rate
    return sum(level * np.sin(2 * np.pi * hz * time) for hz, level in partials)


def _room(count: int, rate: int, rng: np.random.Generator) -> np.ndarray:
    air = _noise(count, rate, rng, 60, 500) + 0.15 * _noise(count, rate, rng, 500, 4000)
    return air * _drift(count, rate, rng, 3.0, 0.15)


def _office(count: int, rate: int, rng: np.random.Generator) -> np.ndarray:
    fan = _noise(count, rate, rng, 120, 900) * _drift(count, rate, rng, 2.0, 0.1)
    return fan + 0.2 * _noise(count, rate, rng, 900, 5000) + _hum(count, rate, (100, 0.15), (200, 0.08))


def _kitchen(count: int, rate: int, rng: np.random.Generator) -> np.ndarray:
    fridge = _hum(count, rate, (50, 0.25), (100, 0.4), (150, 0.15), (300, 0.05)) * _drift(count, rate, rng, 4.0, 0.2)
    return fridge + 0.8 * _room(count, rate, rng)


def _hall(count: int, rate: int, rng: np.random.Generator) -> np.ndarray:
    return _noise(count, rate, rng, 40, 300) * _drift(count, rate, rng, 5.0, 0.3) + 0.1 * _noise(
        count, rate, rng, 300, 2500
    )


def _street(count: int, rate: int, rng: np.random.Generator) -> np.ndarray:
    """A rumble of traffic far off, now and then a car that comes, passes and goes to the other side."""
    out = _noise(count, rate, rng, 50, 400) * _drift(count, rate, rng, 4.0, 0.4)
    out += 0.25 * _noise(count, rate, rng, 400, 3000) * _drift(count, rate, rng, 2.5, 0.5)
    time = np.arange(count) / rate
    at = rng.uniform(1.0, 5.0)
    while at < count / rate + 2:
        width, side = rng.uniform(1.0, 1.8), rng.choice([-1, 1])
        swell = 1.6 / (1 + ((time - at) / width) ** 2) ** 1.5
        across = np.clip((time - at) / (2 * width), -1, 1) * side
        left_right = np.stack([np.sqrt((1 - across) / 2), np.sqrt((1 + across) / 2)], 1)
        out += _noise(count, rate, rng, 150, 1800) * swell[:, None] * left_right
        at += rng.uniform(6.0, 13.0)
    return out


def _night(count: int, rate: int, rng: np.random.Generator) -> np.ndarray:
    """Air, and two crickets that chirp in their own time."""
    out = 0.8 * _noise(count, rate, rng, 60, 600) * _drift(count, rate, rng, 4.0, 0.3)
    for side, hz in ((0.25, 4150.0), (0.8, 4480.0)):
        starts = np.zeros(count)
        at = rng.uniform(0, 1)
        while at * rate < count:
            for pulse in range(3):
                index = int((at + pulse * 0.035) * rate)
                if index < count:
                    starts[index] = 1
            at += rng.uniform(0.55, 0.75) if rng.random() > 0.15 else rng.uniform(1.5, 3.0)
        shape = np.hanning(round(0.022 * rate))
        pulses = scipy.signal.fftconvolve(starts, shape)[:count] * np.sin(2 * np.pi * hz * np.arange(count) / rate)
        out += 0.5 * pulses[:, None] * np.array([1 - side, side])
    return out


BEDS: dict[str, tuple[Callable[[int, int, np.random.Generator], np.ndarray], float]] = {
    "room": (_room, -46.0),
    "office": (_office, -45.0),
    "kitchen": (_kitchen, -45.0),
    "hall": (_hall, -46.0),
    "street": (_street, -40.0),
    "night": (_night, -43.0),
}
"""Kind -> maker of (count, 2) samples, and how loud it lies under the voices (LUFS)."""
