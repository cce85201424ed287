"""What a camera sees of a room beyond a wall that is taken away: the room simply goes on behind it."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import panel
from library.places.floors import GROOVE, PATTERNS
from library.places.model import Place, Wall
from library.places.room import wall_frame
from library.props.materials import WALL

DEPTH = 7.0
"""Metres a room goes on."""

BESIDE = 3.5
"""Metres floor and ceiling reach past the ends of the wall, for cameras that look across a corner."""


def apron(place: Place, wall: Wall, rng: np.random.Generator) -> MeshData:
    """Floor and ceiling behind a wall, in place coordinates."""
    matrix, length = wall_frame(wall)
    plan = [(-BESIDE, -DEPTH), (length + BESIDE, -DEPTH), (length + BESIDE, 0.0), (-BESIDE, 0.0)]
    outline = tuple(tuple(float(v) for v in matrix[:2, :2] @ p + matrix[:2, 3]) for p in plan)
    # under the bed of the room's own floor, below which it may reach in rooms with bays
    floor = PATTERNS[place.floor](rng, outline, place.palette).moved((0.0, 0.0, -2 * GROOVE))
    top = place.height + 0.002
    ceiling = panel([(*p, top) for p in reversed(outline)], WALL, place.palette.ceiling)
    return joined([floor, ceiling])


def apron_sides(place: Place, wall: Wall) -> MeshData:
    """The walls to the left and right going on behind a wall, in place coordinates."""
    matrix, length = wall_frame(wall)
    colour, top = wall.colour or place.palette.wall, place.height
    left = panel([(0, -DEPTH, 0), (0, 0, 0), (0, 0, top), (0, -DEPTH, top)][::-1], WALL, colour)
    right = panel([(length, -DEPTH, 0), (length, 0, 0), (length, 0, top), (length, -DEPTH, top)], WALL, colour)
    return joined([left, right]).moved(matrix=matrix)
