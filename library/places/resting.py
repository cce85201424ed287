"""Where placed things end up: on the floor, on each other, on walls and under ceilings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from library.places.model import Placed, Point
from library.props import PROPS, Prop

GAP = 0.02
"""Metres kept between things that are spread over a surface."""


@dataclass(frozen=True)
class Settled:
    """A placed thing in place coordinates: at (x, y, z) of its origin, yaw degrees, its size."""

    placed: Placed
    prop: Prop
    at: tuple[float, float, float]
    yaw: float
    size: tuple[float, float, float]

    @property
    def base(self) -> Point:
        """Width and depth of what stands on the ground."""
        return self.prop.base or self.size[:2]

    def to_place(self, point: Point) -> Point:
        """A point in the thing's own axes in place coordinates."""
        dx, dy = turn(point, self.yaw)
        return self.at[0] + dx, self.at[1] + dy


def turn(point: Point, yaw: float) -> Point:
    """The point turned by yaw degrees counter-clockwise about the origin."""
    a = math.radians(yaw)
    return point[0] * math.cos(a) - point[1] * math.sin(a), point[0] * math.sin(a) + point[1] * math.cos(a)


def settle(placed: Sequence[Placed], height: float = 3.0) -> list[Settled]:
    """Every placed thing where it comes to rest, in the given order; carriers may come after what they carry.

    A thing put on another without saying where goes to the free spot nearest the middle. Raises KeyError for an
    unknown prop or carrier and ValueError when things rest on each other in a circle.
    """
    named = {p.name: p for p in placed}
    done: dict[str, Settled] = {}
    pending: list[str] = []

    def place(each: Placed) -> Settled:
        if each.name in done:
            return done[each.name]
        if each.name in pending:
            raise ValueError(f"{each.name!r} rests on itself through {', '.join(pending)}")
        pending.append(each.name)
        prop = PROPS[each.prop]
        size = prop.size_of(each.options)
        if each.on is None:
            at = (*_floor_point(each, prop, size), _floor_height(each, prop, size, height))
            out = Settled(each, prop, at, each.yaw, size)
        else:
            carrier = place(named[each.on])
            taken = [s for s in done.values() if s.placed.on == each.on]
            x, y = each.at if each.at != (0.0, 0.0) else _free_spot(carrier, size, taken)
            dx, dy = turn((x, y), carrier.yaw)
            top = carrier.prop.surface if carrier.prop.surface is not None else carrier.size[2]
            if "size" in carrier.placed.options and carrier.prop.surface == carrier.prop.size[2]:
                top = carrier.size[2]
            at = (carrier.at[0] + dx, carrier.at[1] + dy, carrier.at[2] + top + each.z)
            out = Settled(each, prop, at, carrier.yaw + each.yaw, size)
        pending.pop()
        done[each.name] = out
        return out

    return [place(each) for each in placed]


def _floor_point(each: Placed, prop: Prop, size) -> Point:
    if prop.mount != "wall":
        return each.at
    dx, dy = turn((0.0, -size[1] / 2), each.yaw)
    return each.at[0] + dx, each.at[1] + dy


def _floor_height(each: Placed, prop: Prop, size, height: float) -> float:
    return height - size[2] + each.z if prop.mount == "ceiling" else each.z


def _free_spot(carrier: Settled, size, taken: list[Settled]) -> Point:
    """The spot nearest the middle of the carrier's top that nothing covers; the middle if all is full."""
    room_x = max(0.0, (carrier.size[0] - size[0]) / 2 - GAP)
    room_y = max(0.0, (carrier.size[1] - size[1]) / 2 - GAP)
    steps = 12
    spots = [
        (room_x * i / steps, room_y * j / steps) for i in range(-steps, steps + 1) for j in range(-steps, steps + 1)
    ]
    reach = math.hypot(*size[:2]) / 2
    others = []
    for other in taken:
        x, y = turn((other.at[0] - carrier.at[0], other.at[1] - carrier.at[1]), -carrier.yaw)
        others.append((x, y, max(other.size[:2]) / 2))
    for spot in sorted(spots, key=lambda s: (round(math.hypot(*s), 6), s)):
        if all(math.hypot(spot[0] - x, spot[1] - y) >= reach + r for x, y, r in others):
            return spot
    return 0.0, 0.0
