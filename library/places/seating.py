"""Where one can sit in a place: at its positions, and on other things that are made for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from library.places.model import Placed, Position
from library.places.plan import sitting
from library.props import PROPS

SAME = 0.35
"""Metres between two seats that are one."""


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
