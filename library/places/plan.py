"""Helpers for writing down places: rectangular rooms, positions before seats."""

from __future__ import annotations

import math

from library.places.model import THICK, Opening, Placed, Point, Position, Seat, Wall
from library.places.resting import settle, turn

BODY = 0.30
"""Metres a standing person keeps from the furniture before them."""


def rectangle(left: float, right: float, front: float, back: float) -> tuple[Point, ...]:
    """The outline of a rectangular room, counter-clockwise from the front left corner."""
    return (left, front), (right, front), (right, back), (left, back)


def room_walls(
    left: float,
    right: float,
    front: float,
    back: float,
    openings: dict[str, tuple[Opening, ...]] | None = None,
    colours: dict[str, str] | None = None,
) -> tuple[Wall, ...]:
    """The four walls of a rectangle: "front" (-y), "right", "back", "left", in this order.

    `along` of an opening runs counter-clockwise: on the front wall from left to right, on the right wall from
    front to back, on the back wall from right to left, on the left wall from back to front.
    """
    corners = rectangle(left, right, front, back)
    openings, colours = openings or {}, colours or {}
    return tuple(
        Wall(corners[k], corners[(k + 1) % 4], openings.get(side, ()), colours.get(side))
        for k, side in enumerate(("front", "right", "back", "left"))
    )


def window(along: float, width: float = 1.6, sill: float = 0.75, top: float = 2.3) -> Opening:
    return Opening("window", along, width, sill, top)


def door(along: float, width: float = 0.95, top: float = 2.1) -> Opening:
    return Opening("door", along, width, 0.0, top)


def arch(along: float, width: float = 1.3, top: float = 2.35) -> Opening:
    return Opening("arch", along, width, 0.0, top)


def seat(placed: Placed, index: int = 0) -> Seat:
    """The seat `index` of a placed thing in place coordinates."""
    settled = settle([placed])[0]
    sit = settled.prop.seats[index]
    return Seat(settled.to_place(sit.at), placed.yaw + sit.yaw, settled.at[2] + sit.height, sit.kind, sit.arms)


def sitting(name: str, placed: Placed, description: str, index: int = 0, aside: float = 0.0) -> Position:
    """A position before a seat: one stands clear of the thing's front edge, facing away from it.

    aside: metres to the sitter's left, where something stands right before the seat.
    """
    settled = settle([placed])[0]
    sit = settled.prop.seats[index]
    edge = -settled.size[1] / 2 - BODY
    offset = turn((aside, edge - sit.at[1]), sit.yaw)
    at = settled.to_place((sit.at[0] + offset[0], sit.at[1] + offset[1]))
    return Position(name, at, placed.yaw + sit.yaw, description, seat(placed, index))


def standing(name: str, at: Point, yaw: float, description: str) -> Position:
    """A position where one can only stand."""
    return Position(name, at, yaw, description)


def towards(start: Point, end: Point) -> float:
    """Yaw in degrees of something at `start` that faces `end`."""
    return math.degrees(math.atan2(end[0] - start[0], -(end[1] - start[1])))


__all__ = [
    "BODY",
    "THICK",
    "arch",
    "door",
    "rectangle",
    "room_walls",
    "seat",
    "sitting",
    "standing",
    "towards",
    "window",
]
