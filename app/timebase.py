"""Frames and seconds at a rational frame rate."""

from __future__ import annotations

import math
from fractions import Fraction

from app.errors import ShotwrightError

RATES = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "30": Fraction(30),
    "48": Fraction(48),
    "50": Fraction(50),
    "59.94": Fraction(60000, 1001),
    "60": Fraction(60),
}


def rate(text: str | int | float | Fraction) -> Fraction:
    """A frame rate from what people write: 24, "23.976", "30000/1001". Raises ShotwrightError(input)."""
    name = str(text).strip()
    if name in RATES:
        return RATES[name]
    try:
        value = Fraction(name)
    except (ValueError, ZeroDivisionError):
        value = Fraction(0)
    for known in RATES.values():
        if abs(float(value) - float(known)) < 0.002:
            return known
    if not 1 <= value <= 120:
        raise ShotwrightError("input", f"{name!r} is not a frame rate", f"Use one of {', '.join(RATES)}.")
    return value


def seconds(frames: int, fps: Fraction) -> float:
    """How long that many frames last."""
    return float(Fraction(frames) / fps)


def frames(length_s: float, fps: Fraction) -> int:
    """The fewest whole frames that last at least `length_s` seconds (a rounding error of 1e-6 is forgiven)."""
    return max(0, math.ceil(length_s * float(fps) - 1e-6))


def clock(frame: int, fps: Fraction) -> str:
    """HH:MM:SS:FF, non-drop, counted at the rounded rate."""
    base = round(float(fps))
    whole, rest = divmod(frame, base)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}:{rest:02d}"
