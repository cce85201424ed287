"""Grades: the colours of a whole scene, put on when a film is written.

A grade is lift, gamma and gain per channel after the ASC CDL (slope, offset, power) with a saturation, on display
values. Frames are kept ungraded, so another grade renders nothing again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)


@dataclass(frozen=True)
class Grade:
    """slope, offset, power per channel (red, green, blue) and saturation, applied in this order: out = (in * slope +
    offset) ** power, then away from its luma by `saturation` (1 keeps it)."""

    slope: tuple[float, float, float] = (1.0, 1.0, 1.0)
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    power: tuple[float, float, float] = (1.0, 1.0, 1.0)
    saturation: float = 1.0


GRADES: dict[str, Grade] = {
    "natural": Grade(),
    "warm": Grade((1.05, 1.0, 0.93), (0.008, 0.002, -0.004), saturation=1.06),
    "cool": Grade((0.94, 1.0, 1.06), (-0.004, 0.0, 0.008), saturation=0.95),
    "teal and orange": Grade((1.08, 0.99, 0.9), (-0.045, 0.012, 0.045), saturation=1.05),
    "faded": Grade((0.92, 0.92, 0.91), (0.045, 0.042, 0.048), saturation=0.78),
    "stark": Grade((1.12, 1.12, 1.12), (-0.055, -0.055, -0.05), saturation=0.72),
    "nostalgic": Grade((1.02, 0.97, 0.86), (0.035, 0.02, 0.012), saturation=0.86),
    "black and white": Grade((1.05, 1.05, 1.05), (-0.02, -0.02, -0.02), saturation=0.0),
}
"""Name -> grade."""


@cache
def _curves(name: str) -> np.ndarray:
    """(1, 256, 3) uint8 of a grade without its saturation."""
    grade = GRADES[name]
    values = np.linspace(0.0, 1.0, 256, dtype=np.float32)[:, None]
    out = np.clip(values * np.float32(grade.slope) + np.float32(grade.offset), 0.0, 1.0) ** np.float32(grade.power)
    return np.round(out * 255.0).astype(np.uint8)[None]


def graded(picture: np.ndarray, name: str) -> np.ndarray:
    """The picture, (H, W, 3) uint8 RGB, in a grade. Raises KeyError for one that is not there."""
    if GRADES[name] == Grade():
        return picture
    out = cv2.LUT(picture, _curves(name))
    saturation = GRADES[name].saturation
    if saturation != 1.0:
        # One matrix: luma on the diagonal complement, so that grey stays grey.
        matrix = saturation * np.eye(3, dtype=np.float32) + (1.0 - saturation) * _LUMA[None, :]
        out = cv2.transform(out, matrix)
    return out
