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

CLEAR = 0.012
"""Metres the walls at the ends keep from the end of the one taken away, which would shade them."""
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


def apron_walls(place: Place, wall: Wall, left: bool, right: bool) -> MeshData:
    """The walls at the left and right end going on behind a wall, and the one the room ends with there; in place
    coordinates."""
    matrix, length = wall_frame(wall)
    colour, top = wall.colour or place.palette.wall, place.height
    ends = CLEAR, length - CLEAR
    x, y = (ends[0] if left else -BESIDE), (ends[1] if right else length + BESIDE)
    walls = [panel([(x, -DEPTH, 0), (y, -DEPTH, 0), (y, -DEPTH, top), (x, -DEPTH, top)][::-1], WALL, colour)]
    if left:
        walls.append(panel([(x, -DEPTH, 0), (x, 0, 0), (x, 0, top), (x, -DEPTH, top)][::-1], WALL, colour))
    if right:
        walls.append(panel([(y, -DEPTH, 0), (y, 0, 0), (y, 0, top), (y, -DEPTH, top)], WALL, colour))
    return joined(walls).moved(matrix=matrix)
