"""What a place is: a plan as data, known without Blender.

Coordinates are metres in the place's own space, z up, floor at z = 0; yaw is in degrees, counted
counter-clockwise from above; a thing or person at yaw 0 faces -y.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Point = tuple[float, float]


@dataclass(frozen=True)
class Seat:
    """Where a person sits. at: middle of the seat under the hips; height: top of the (pressed) cushion."""

    at: Point
    yaw: float
    height: float
    kind: str = "chair"
    arms: bool = False


@dataclass(frozen=True)
class Position:
    """A named spot. at, yaw: where a standing person stands and faces. `seat` where one can sit."""

    name: str
    at: Point
    yaw: float
    description: str
    seat: Seat | None = None


@dataclass(frozen=True)
class Placed:
    """A prop in the plan. `on` names another placed thing it rests on (then `at` is relative to that thing's
    middle, in its own axes); `z` lifts it otherwise (a picture on a wall). `name` is unique in the place."""

    prop: str
    at: Point = (0.0, 0.0)
    yaw: float = 0.0
    name: str = ""
    on: str | None = None
    z: float = 0.0
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Opening:
    """A hole in a wall: `kind` "window", "door" or "arch"; `along` metres from the wall's start to the
    opening's middle; sill and top above the floor."""

    kind: str
    along: float
    width: float
    sill: float
    top: float


@dataclass(frozen=True)
class Wall:
    """A straight wall from start to end; the room is on its left. Walls with `fixed` False may be taken
    away when the camera looks through them."""

    start: Point
    end: Point
    openings: tuple[Opening, ...] = ()
    colour: str | None = None
    fixed: bool = False


@dataclass(frozen=True)
class Practical:
    """A lamp in the picture: where it glows, how strong (watts of a point light at night), its colour."""

    at: tuple[float, float, float]
    watts: float
    colour: str = "#FFB060"
    radius: float = 0.08


@dataclass(frozen=True)
class Footprint:
    """An upright box something solid fills: middle, size (width along its own x, depth along y), yaw, and
    the heights between which it is solid."""

    at: Point
    size: Point
    yaw: float
    bottom: float
    top: float
    name: str
