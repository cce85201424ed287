"""Where one can sit in a place: at its positions, and on other things that are made for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from library.places.model import Footprint, Placed, Point, Position, Seat
from library.places.plan import sitting
from library.props import PROPS

SAME = 0.35
"""Metres between two seats that are one."""

STANDING_ROOM = 0.08
"""Metres left between a table and the feet of who sits at it: they can rise without moving the chair."""

AT_TABLE, TABLE = 1.3, (0.55, 1.0)
"""How far before a seat a table is looked for, and how high its top may be, metres."""


def seats(positions: Iterable[Position], things: Sequence[Placed]) -> list[Position]:
    """The positions that have a seat, then the free seats of things, each under the thing's name.

    things: what stands in the place; what rests on something else is left out.
    """
    found = [p for p in positions if p.seat is not None]
    for thing in things:
        if thing.on is not None or thing.z:
            continue
        for index in range(len(PROPS[thing.prop].seats)):
            own = sitting(thing.name or thing.prop, thing, "", index)
            if all(math.dist(own.seat.at, other.seat.at) > SAME for other in found):
                found.append(own)
    return found


def chair_of(seat: Seat, things: Sequence[Placed]) -> Placed | None:
    """The chair a seat belongs to: a thing on the floor with that one seat; None for sofas, benches and the like."""
    for thing in things:
        sits = PROPS[thing.prop].seats
        if len(sits) == 1 and sits[0].kind == "chair" and thing.on is None and math.dist(thing.at, seat.at) < SAME:
            return thing
    return None


def to_table(seat: Seat, feet: float, solid: Iterable[Footprint]) -> float:
    """Metres somebody who sits draws the chair up, so that they reach the table before them; 0 where there is none.

    feet: metres from their hips forward to their feet. solid: what stands in the place, without the chair.
    """
    tables = [f for f in solid if f.bottom < 0.1 and TABLE[0] <= f.top <= TABLE[1]]
    forward = math.sin(math.radians(seat.yaw)), -math.cos(math.radians(seat.yaw))
    for step in range(10, int(AT_TABLE * 50)):
        ahead = step / 50
        if any(f.distance(_along(seat.at, forward, ahead)) <= 0 for f in tables):
            return max(ahead - feet - STANDING_ROOM, 0.0)
    return 0.0


def drawn_up(seat: Seat, chair: Placed, by: float) -> tuple[Seat, Placed]:
    """Both moved forward, the way one faces on the seat, by so many metres."""
    forward = math.sin(math.radians(seat.yaw)), -math.cos(math.radians(seat.yaw))
    return (
        replace(seat, at=_along(seat.at, forward, by)),
        replace(chair, at=_along(chair.at, forward, by)),
    )


def _along(start: Point, forward: Point, by: float) -> Point:
    return start[0] + forward[0] * by, start[1] + forward[1] * by
