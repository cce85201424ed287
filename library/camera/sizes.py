"""How tightly each shot type frames, and through which lens, unless a program says otherwise."""

from __future__ import annotations

from dataclasses import dataclass


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
    "close": Size("chin", 0.50, 0.14, 75, 28, 2.2),
    "shoulder": Size("chin", 1.5, 0.8, 50, 20, 2.8),
    "bust": Size("chest", 0.25, 0.28, 65, 30, 2.0),
    "medium": Size("waist", 0.10, 0.32, 50, 35, 2.0),
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


def usual_lens(shot_type: str) -> float | None:
    """Millimetres of the lens a shot type is filmed with when nothing else is asked for; None for an unknown one."""
    return SIZES[FRAMING[shot_type]].lens if shot_type in FRAMING else None
