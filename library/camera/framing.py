"""What a shot type shows of its subjects: how high the frame is and what it is centred on.

Sizes follow common film grammar: a close-up from the shoulders, a medium shot from the waist, a long shot
head to foot. Everything is measured on the posed body, so a seated person is framed as tightly as a standing
one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.camera.sizes import FRAMING, Size
from library.camera.subjects import Subject
from library.stage import CameraPlan

ENDS = {"Zoom Shot": "close", "Dolly Shot": "bust"}
"""Shot type -> the size it ends on, where that is another one."""


def size_at(shot_type: str, direction: str | None, share: float) -> str:
    """The size a shot type has after this share (0..1) of the shot."""
    first = FRAMING[shot_type]
    last = ENDS.get(shot_type, first) if direction not in ("left", "right") else first
    if direction == "out":
        first, last = last, first
    return last if share > 0.6 else first


@dataclass(frozen=True)
class Frame:
    """Per frame: centre (F, 3) of what is framed and the frame's height (F,) there, metres."""

    centre: np.ndarray
    height: np.ndarray


def frame(subjects: list[Subject], size: Size, aspect: float, fill: float | None, across: np.ndarray) -> Frame:
    """The frame that holds the subjects at this size.

    fill: share of the frame's height from the low landmark to the crown (None: the size's own room).
    across: (2,) unit floor vector to the picture's right, along which several people spread.
    """
    lows, highs, middles, spreads = [], [], [], []
    for each in subjects:
        head = each.head
        low, crown = each.points[size.low][:, 2], each.points["crown"][:, 2]
        if size.low == "feet":
            low = np.minimum(low, each.points["feet"][:, 2])
        if fill is None:
            lows.append(low - size.under * head)
            highs.append(crown + size.over * head)
        else:
            spare = (crown - low) * (1 / fill - 1)
            below = size.under / (size.under + size.over)
            lows.append(low - below * spare)
            highs.append(crown + (1 - below) * spare)
        # the head counts for more than the hips: a leaning person is framed by the face
        weight = 0.75 if size.low in ("chin", "waist") else 0.35
        middles.append(weight * each.points["eyes"][:, :2] + (1 - weight) * each.ground)
        side = each.points["eyes"][:, :2] @ across, each.ground @ across
        spreads += [s + r for s in side for r in (each.radius, -each.radius)] if len(subjects) > 1 else []
    low, high = np.min(lows, 0), np.max(highs, 0)
    height = high - low
    middle = np.mean(middles, 0)
    if spreads:
        left, right = np.min(spreads, 0), np.max(spreads, 0)
        height = np.maximum(height, (right - left) * 1.16 / aspect)
        middle = middle + ((left + right) / 2 - middle @ across)[:, None] * across
        centre_z = np.where(height > high - low, high - height * 0.5 + 0.12 * (height - (high - low)), (low + high) / 2)
    else:
        centre_z = (low + high) / 2
    return Frame(np.column_stack([middle, centre_z]), height)


def lead_room(plan: CameraPlan, filmed: list[Subject], right: np.ndarray, height: float, aspect: float) -> np.ndarray:
    """(3,) how far the aim moves so that a single subject looks into open frame (lead room), or is shifted."""
    width = height * aspect
    if plan.shift:
        return np.array([*(-right * plan.shift * width / 6), 0.0])
    if len(filmed) > 1:
        return np.zeros(3)
    looks = float(filmed[0].gaze.mean(0)[:2] @ right)
    return np.array([*(right * np.clip(looks, -1, 1) * 0.13 * width), 0.0])
