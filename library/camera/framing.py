"""What a shot type shows of its subjects: how high the frame is and what it is centred on.

Sizes follow common film grammar: a close-up from the shoulders, a medium shot from the waist, a long shot
head to foot. Everything is measured on the posed body, so a seated person is framed as tightly as a standing
one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.camera.subjects import Subject


@dataclass(frozen=True)
class Size:
    """low: landmark at the frame's lower edge, `under` head heights below it; `over`: head heights of room
    above the crown. lens: mm; angle: degrees off the subject's facing; fstop."""

    low: str
    under: float
    over: float
    lens: float
    angle: float
    fstop: float


SIZES = {
    "extreme": Size("chin", 0.02, -0.24, 90, 25, 2.8),
    "close": Size("chin", 0.75, 0.22, 75, 30, 2.8),
    "shoulder": Size("chin", 1.5, 0.8, 50, 20, 2.8),
    "bust": Size("chest", 0.25, 0.28, 65, 30, 2.8),
    "medium": Size("waist", 0.10, 0.32, 50, 35, 2.8),
    "view": Size("chest", 0.9, 0.8, 35, 0, 4.0),
    "canted": Size("waist", 0.25, 0.6, 40, 32, 4.0),
    "group": Size("knees", 0.10, 0.45, 40, 30, 4.0),
    "long": Size("feet", 0.45, 0.65, 35, 40, 5.6),
    "place": Size("feet", 0.45, 0.65, 24, 0, 8.0),
    "insert": Size("hands", 0.0, 0.0, 60, 20, 4.0),
}

FRAMING = {
    "Close-up": "close",
    "Extreme Close-up": "extreme",
    "Medium Close-up": "bust",
    "Medium Shot": "medium",
    "Two-Shot": "medium",
    "Group Shot": "group",
    "Over-the-Shoulder Shot": "shoulder",
    "Point-of-View Shot": "view",
    "Insert Shot": "insert",
    "Low-Angle Shot": "medium",
    "High-Angle Shot": "medium",
    "Dutch Angle": "canted",
    "Zoom Shot": "medium",
    "Dolly Zoom": "medium",
    "Dolly Shot": "group",
    "Pan Shot": "medium",
    "Whip Pan": "medium",
    "Tilt Shot": "medium",
    "Crane Shot": "long",
    "Tracking Shot": "long",
    "360-Degree Arc Shot": "medium",
    "Curve Surround Shot": "medium",
    "Truck Shot": "long",
    "Long Shot": "long",
    "Establishing Shot": "place",
}
"""Shot type -> the size it starts from."""

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
