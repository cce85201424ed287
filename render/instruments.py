"""Instruments made of sine waves: each a function of pitch, length and strength."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Instrument = Callable[[float, float, float, int], np.ndarray]
"""(frequency in Hz, seconds until it is let go, strength 0..1, sampling rate) -> (N,) samples, N longer than the
note by its release."""


def piano(hz: float, length: float, strength: float, rate: int) -> np.ndarray:
    """Felt piano: partials a little sharp of harmonic, the higher the sooner gone; softer notes are darker."""
    time = np.arange(round((length + 0.5) * rate)) / rate
    out = np.zeros(len(time))
    for n in range(1, 10):
        partial = n * hz * np.sqrt(1 + 0.0003 * n * n)
        if partial > 0.45 * rate:
            break
        level = n ** -(2.1 - 0.7 * strength)
        out += level * np.exp(-time * (0.55 + 0.35 * n) * (hz / 220) ** 0.4) * np.sin(2 * np.pi * partial * time)
    return strength * out * _envelope(time, 0.006, length, 0.35)


def pad(hz: float, length: float, strength: float, rate: int) -> np.ndarray:
    """Strings far away: three voices a few cents apart, slow to come and to go."""
    time = np.arange(round((length + 1.6) * rate)) / rate
    out = np.zeros(len(time))
    for cents, turn in ((-5.0, 0.0), (0.0, 2.1), (6.0, 4.2)):
        voice = hz * 2 ** (cents / 1200)
        for n in range(1, 6):
            if n * voice < 0.45 * rate:
                out += n**-2.0 * np.sin(2 * np.pi * n * voice * time + turn * n)
    slow = 1 + 0.12 * np.sin(2 * np.pi * 0.19 * time + hz)
    return strength * out / 3 * slow * _envelope(time, min(1.1, length / 2), length, 1.4)


def bass(hz: float, length: float, strength: float, rate: int) -> np.ndarray:
    """A round plucked bass."""
    time = np.arange(round((length + 0.3) * rate)) / rate
    out = np.sin(2 * np.pi * hz * time) + 0.35 * np.exp(-time * 3) * np.sin(4 * np.pi * hz * time)
    return strength * out * np.exp(-time * 0.9) * _envelope(time, 0.012, length, 0.25)


def bell(hz: float, length: float, strength: float, rate: int) -> np.ndarray:
    """A small glass bell: few partials, none of them harmonic."""
    time = np.arange(round((length + 1.5) * rate)) / rate
    out = np.zeros(len(time))
    for ratio, level, decay in ((1.0, 1.0, 1.1), (2.76, 0.35, 2.4), (5.4, 0.12, 4.0)):
        if ratio * hz < 0.45 * rate:
            out += level * np.exp(-time * decay) * np.sin(2 * np.pi * ratio * hz * time)
    return strength * out * _envelope(time, 0.003, length + 1.0, 0.5)


def pluck(hz: float, length: float, strength: float, rate: int) -> np.ndarray:
    """Pizzicato: short and dry."""
    time = np.arange(round(0.7 * rate)) / rate
    out = np.zeros(len(time))
    for n in range(1, 7):
        if n * hz < 0.45 * rate:
            out += n**-1.5 * np.exp(-time * (7 + 3 * n)) * np.sin(2 * np.pi * n * hz * time)
    return strength * out * _envelope(time, 0.004, 0.6, 0.1)


def _envelope(time: np.ndarray, attack: float, length: float, release: float) -> np.ndarray:
    rise = np.sin(np.pi / 2 * np.clip(time / attack, 0, 1)) ** 2
    fall = np.cos(np.pi / 2 * np.clip((time - length) / release, 0, 1)) ** 2
    return rise * fall
