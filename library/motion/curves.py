"""Curves over time that motion is made of: easing, keys, smooth noise, lag."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy  # its parts load when they are first used: scipy.interpolate takes most of a second


def ease(x: np.ndarray) -> np.ndarray:
    """0 to 1 with zero speed and acceleration at both ends (quintic smoothstep, Perlin 2002)."""
    x = np.clip(np.asarray(x, float), 0, 1)
    return x**3 * (x * (6 * x - 15) + 10)


def ramp(t: np.ndarray, start: float, end: float) -> np.ndarray:
    """Eased 0 before `start` to 1 after `end` (a step where they are equal)."""
    return ease((np.asarray(t, float) - start) / max(end - start, 1e-6))


def envelope(t: np.ndarray, start: float, end: float, attack: float = 0.3, release: float = 0.35) -> np.ndarray:
    """1 between start and end, eased in over `attack` after start and out over `release` before end."""
    span = max(end - start, 1e-6)
    scale = min(1.0, span / max(attack + release, 1e-6))
    return ramp(t, start, start + attack * scale) * (1 - ramp(t, end - release * scale, end))


def pulse(t: np.ndarray, at: float, rise: float, fall: float, hold: float = 0.0) -> np.ndarray:
    """A bump: up to 1 at `at` in `rise` seconds, held, down again in `fall` seconds."""
    return ramp(t, at - rise, at) * (1 - ramp(t, at + hold, at + hold + fall))


def keys(t: np.ndarray, times: Sequence[float], values) -> np.ndarray:
    """A smooth curve through keys that never overshoots them (monotone cubic, Fritsch and Carlson 1980).

    values: (K,) or (K, N). Held before the first and after the last key."""
    times = np.asarray(times, float)
    values = np.asarray(values, float)
    if len(times) == 1:
        return np.broadcast_to(values[0], (len(t), *values.shape[1:])).copy()
    times = np.maximum.accumulate(times) + np.arange(len(times)) * 1e-6
    flat = np.concatenate([[times[0] - 1.0], times, [times[-1] + 1.0]])
    held = np.concatenate([values[:1], values, values[-1:]])
    return scipy.interpolate.PchipInterpolator(flat, held, axis=0)(np.clip(t, flat[0], flat[-1]))


def noise(t: np.ndarray, rng: np.random.Generator, rate: float = 0.3, octaves: int = 4) -> np.ndarray:
    """Smooth noise about -1..1 whose slowest wave has `rate` Hz: sines of unrelated frequencies."""
    out = np.zeros(np.shape(t))
    total = 0.0
    for octave in range(octaves):
        size = 0.62**octave
        frequency = rate * 1.73**octave * rng.uniform(0.85, 1.15)
        out = out + size * np.sin(2 * np.pi * (frequency * np.asarray(t) + rng.random()))
        total += size
    return out / total * 1.4


def lagged(values: np.ndarray, fps: float, seconds: float) -> np.ndarray:
    """Values (F, ...) that follow with a delay: two one-pole filters in a row, settled at the first frame."""
    if seconds <= 0:
        return values.copy()
    keep = float(np.exp(-1.0 / (fps * seconds / 2)))
    out = np.array(values, float)
    for _ in range(2):
        last = out[0].copy()
        for i in range(len(out)):
            last = keep * last + (1 - keep) * out[i]
            out[i] = last
    return out


def spring(values: np.ndarray, fps: float, frequency: float = 3.0, damping: float = 0.6) -> np.ndarray:
    """Values (F, ...) that follow like a damped spring: they lag, overshoot a little and settle.

    frequency in Hz, damping 1 is critical; semi-implicit Euler with four steps a frame."""
    steps = 4
    dt = 1.0 / (fps * steps)
    stiffness = (2 * np.pi * frequency) ** 2
    friction = 2 * damping * 2 * np.pi * frequency
    place, speed = np.array(values[0], float), np.zeros(np.shape(values[0]))
    out = np.empty(np.shape(values))
    for i in range(len(values)):
        for _ in range(steps):
            speed = speed + dt * (stiffness * (values[i] - place) - friction * speed)
            place = place + dt * speed
        out[i] = place
    return out


def smooth(values: np.ndarray, fps: float, seconds: float) -> np.ndarray:
    """Values (F, ...) averaged with a raised-cosine window of about `seconds`, with no delay."""
    half = max(1, round(fps * seconds / 2))
    window = 1 + np.cos(np.linspace(-np.pi, np.pi, 2 * half + 3)[1:-1])
    window /= window.sum()
    padded = np.concatenate([np.repeat(values[:1], half, 0), values, np.repeat(values[-1:], half, 0)])
    shape = np.shape(values)
    flat = padded.reshape(len(padded), -1)
    out = np.stack([np.convolve(flat[:, i], window, mode="valid") for i in range(flat.shape[1])], axis=1)
    return out.reshape(shape)
