"""Places and directions as text, so that a field holds either a name or what was measured out.

A point is "(1.25, -0.4)" or "(1.25, -0.4, 1.6)" in metres of the place, a direction "45 degrees" of yaw
(counter-clockwise from above, 0 faces -y).
"""

from __future__ import annotations

import re

_NUMBER = r"([+-]?\d+(?:\.\d+)?)"
_POINT = re.compile(rf"^\(\s*{_NUMBER}\s*,\s*{_NUMBER}(?:\s*,\s*{_NUMBER})?\s*\)$")
_DEGREES = re.compile(rf"^{_NUMBER}\s*(?:°|degrees?)$")


def spot(*values: float) -> str:
    """Coordinates as text, to the centimetre: "(1.25, -0.4)"."""
    return f"({', '.join(_short(v) for v in values)})"


def degrees(yaw: float) -> str:
    """A direction as text, to the degree, between -180 and 180: "45 degrees"."""
    return f"{round((yaw + 180) % 360 - 180)} degrees"


def point_of(text: str) -> tuple[float, ...] | None:
    """The two or three coordinates a text says, None for a name."""
    found = _POINT.match(text.strip())
    return tuple(float(v) for v in found.groups() if v is not None) if found else None


def degrees_of(text: str) -> float | None:
    """The yaw a text says, None for a name."""
    found = _DEGREES.match(text.strip())
    return float(found[1]) if found else None


def value_of(text: str) -> str | float | tuple[float, ...]:
    """What a program is given for a text: coordinates, degrees, or the name itself."""
    point = point_of(text)
    if point is not None:
        return point
    yaw = degrees_of(text)
    return text if yaw is None else yaw


def _short(value: float) -> str:
    rounded = round(value, 2) + 0.0  # no "-0"
    return f"{rounded:.2f}".rstrip("0").rstrip(".")
