"""From an engine's raw speech to a clean take: one rate, trimmed, equally loud."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import scipy  # its parts load when they are first used: scipy.signal takes a second

from render.loudness import limit, loudness

RATE = 24000
"""Sampling rate of every utterance, in Hz."""

LUFS = -20.0
"""Loudness of an utterance spoken normally."""

PAD_S = 0.06
"""Silence before the first and after the last sound."""

_FLOOR_DB = -46.0


def resample(samples: np.ndarray, rate: int, to: int = RATE) -> np.ndarray:
    """(N,) samples at `rate` Hz brought to `to` Hz."""
    if rate == to or not len(samples):
        return np.asarray(samples, np.float32)
    ratio = Fraction(to, rate).limit_denominator(4000)
    return scipy.signal.resample_poly(samples.astype(np.float64), ratio.numerator, ratio.denominator).astype(np.float32)


def trim(samples: np.ndarray, rate: int) -> tuple[np.ndarray, float]:
    """Samples with exactly `PAD_S` of near-silence at either end (cut or added), and the seconds by which
    everything moved (added to a time in the old samples it gives the time in the new)."""
    level = scipy.ndimage.maximum_filter1d(np.abs(samples), max(1, rate // 200))
    loud = np.nonzero(level > level.max(initial=0) * 10 ** (_FLOOR_DB / 20))[0] if level.max(initial=0) > 0 else []
    if not len(loud):
        return samples[:0], 0.0
    pad = round(PAD_S * rate)
    first, last = int(loud[0]) - pad, int(loud[-1]) + 1 + pad
    body = samples[max(first, 0) : min(last, len(samples))]
    body = np.pad(body, (max(-first, 0), max(last - len(samples), 0)))
    ramp = np.linspace(0, 1, pad // 2, dtype=np.float32)
    body[: len(ramp)] *= ramp
    body[len(body) - len(ramp) :] *= ramp[::-1]
    return body, -first / rate


def level(samples: np.ndarray, rate: int, target: float = LUFS) -> np.ndarray:
    """The samples at `target` LUFS, no peak above -1.5 dBFS."""
    now = loudness(samples, rate)
    if now < -90:
        return samples
    return limit(samples * np.float32(10 ** ((target - now) / 20)), rate)
