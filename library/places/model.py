"""What a place is: a plan as data, known without Blender.

Coordinates are metres in the place's own space, z up, floor at z = 0; yaw is in degrees, counted
counter-clockwise from above; a thing or person at yaw 0 faces -y.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Point = tuple[float, float]
THICK = 0.14
"""Thickness of walls, metres; they stand outside the line that describes them."""


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
    middle, in its own axes); `z` lifts it otherwise (a picture on a wall). `name` is unique in the place.
    A thing that hangs on a wall has its back middle at `at`. Two things of one kind with the same options look
    the same unless their option `variant` differs."""

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
    """A lamp in the picture: where it glows, how strong (watts of a point light at night), its colour; `name`
    of the placed thing it is in."""

    at: tuple[float, float, float]
    watts: float
    colour: str = "#FFB060"
    radius: float = 0.08
    name: str = ""


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

    def distance(self, point: Point) -> float:
        """Metres from a floor point to the box, negative inside."""
        a = math.radians(self.yaw)
        dx, dy = point[0] - self.at[0], point[1] - self.at[1]
        x, y = dx * math.cos(a) + dy * math.sin(a), -dx * math.sin(a) + dy * math.cos(a)
        qx, qy = abs(x) - self.size[0] / 2, abs(y) - self.size[1] / 2
        return math.hypot(max(qx, 0), max(qy, 0)) + min(max(qx, qy), 0)


@dataclass(frozen=True)
class Palette:
    """The colours a place is made of, '#RRGGBB'. wall_low: of a panelled lower wall, None for a plain wall."""

    wall: str
    trim: str
    floor: str
    floor_alt: str
    accent: str
    curtain: str = "#E9D9BD"
    ceiling: str = "#F4EEE2"
    wall_low: str | None = None
    door: str = "#8A5A34"
    light: str = "#FFE3BE"


@dataclass(frozen=True)
class Window:
    """A window as light comes through it: wall index, middle, width and height, unit vector into the room."""

    wall: int
    at: tuple[float, float, float]
    width: float
    height: float
    inward: Point


@dataclass(frozen=True)
class Strip:
    """Ground of an open place between y `low` and `high` at height `z`: kind "road", "pavement", "kerb" or "grass"."""

    kind: str
    low: float
    high: float
    z: float = 0.0


@dataclass(frozen=True)
class Place:
    """A set: its plan, what stands in it and where people can be.

    outline: the floor people can walk on, counter-clockwise, metres. height: of the room. floor: pattern of an
    indoor floor ("planks", "parquet", "checker", "tiles", "carpet", "concrete"). view: what lies outside the
    windows ("garden", "street", "city", "yard"). strips, length: the ground of an open place along x.
    opening: direction from the middle towards the side the main camera films from.
    entrances: where people come in. dress_windows: "curtains", "blinds" or "bare".
    """

    name: str
    synonyms: tuple[str, ...]
    description: str
    outline: tuple[Point, ...]
    positions: tuple[Position, ...]
    palette: Palette
    furniture: tuple[Placed, ...] = ()
    walls: tuple[Wall, ...] = ()
    height: float = 3.0
    exterior: bool = False
    entrances: tuple[Position, ...] = ()
    floor: str = "planks"
    view: str = "garden"
    strips: tuple[Strip, ...] = ()
    length: float = 60.0
    opening: Point = (0.0, -1.0)
    dress_windows: str = "curtains"

    @property
    def capacity(self) -> int:
        """How many people the positions hold."""
        return len(self.positions)

    def position(self, name: str) -> Position:
        """The position of that name. Raises KeyError naming those there are."""
        for each in self.positions:
            if each.name.casefold() == name.casefold():
                return each
        raise KeyError(f"{self.name} has no {name!r}; it has {', '.join(p.name for p in self.positions)}")

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The windows of all walls."""
        out = []
        for index, wall in enumerate(self.walls):
            dx, dy = wall.end[0] - wall.start[0], wall.end[1] - wall.start[1]
            length = math.hypot(dx, dy)
            for hole in wall.openings:
                if hole.kind == "window":
                    t = hole.along / length
                    middle = (wall.start[0] + dx * t, wall.start[1] + dy * t, (hole.sill + hole.top) / 2)
                    inward = (-dy / length, dx / length)
                    out.append(Window(index, middle, hole.width, hole.top - hole.sill, inward))
        return tuple(out)

    def footprints(self, props: Sequence[Placed] | None = None) -> list[Footprint]:
        """What is in the way and what rests on it, of `props` (default: the place's own furniture).

        Flat or high things that one walks over or under, such as rugs and pictures, are left out.
        """
        from library.places.resting import settle

        out = []
        for each in settle(self.furniture if props is None else props, self.height):
            if each.prop.solid or each.placed.on:
                size = each.base
                top = each.at[2] + each.size[2]
                out.append(Footprint(each.at[:2], size, each.yaw, each.at[2], top, each.placed.name))
        return out

    @cached_property
    def practicals(self) -> tuple[Practical, ...]:
        """The lamps of the place's own furniture."""
        return self.practicals_of(self.furniture)

    def practicals_of(self, props: Sequence[Placed]) -> tuple[Practical, ...]:
        """The lamps among `props`, in place coordinates."""
        from library.places.resting import settle

        out = []
        for each in settle(props, self.height):
            for lit in each.prop.lights:
                x, y = each.to_place(lit.at[:2])
                out.append(
                    Practical((x, y, each.at[2] + lit.at[2]), lit.watts, lit.colour, lit.radius, each.placed.name)
                )
        return tuple(out)

    def inside(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a floor point lies in the outline, at least `margin` metres from its border."""
        within, nearest = False, math.inf
        for (ax, ay), (bx, by) in zip(self.outline, self.outline[1:] + self.outline[:1], strict=True):
            if (ay > point[1]) != (by > point[1]) and point[0] < (bx - ax) * (point[1] - ay) / (by - ay) + ax:
                within = not within
            dx, dy = bx - ax, by - ay
            t = min(1.0, max(0.0, ((point[0] - ax) * dx + (point[1] - ay) * dy) / (dx * dx + dy * dy)))
            nearest = min(nearest, math.hypot(point[0] - ax - t * dx, point[1] - ay - t * dy))
        return within and nearest >= margin
