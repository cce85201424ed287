"""Walls with their openings, skirting, windows, doors and curtains; ceilings.

Walls are built in wall coordinates: x along from start to end, y into the room, z up.
"""

from __future__ import annotations

import itertools

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, rod, sheet
from library.places.model import THICK, Opening, Palette, Place, Wall
from library.props.materials import CURTAIN, METAL, PAINT, TRIM, WALL

SKIRTING = 0.12
PANELLING = 0.95


def wall_frame(wall: Wall) -> tuple[np.ndarray, float]:
    """(4, 4) matrix from wall coordinates to the place, and the wall's length in metres."""
    start, end = np.asarray(wall.start, float), np.asarray(wall.end, float)
    length = float(np.linalg.norm(end - start))
    along = (end - start) / length
    matrix = np.eye(4)
    matrix[:2, 0], matrix[:2, 1], matrix[:2, 3] = along, (-along[1], along[0]), start
    return matrix, length


def wall(place: Place, index: int, rng: np.random.Generator) -> MeshData:
    """Wall `index` of the place with everything fixed to it, in place coordinates."""
    data = place.walls[index]
    matrix, length = wall_frame(data)
    palette = place.palette
    parts = _body(data, length, place.height, data.colour or palette.wall, _corners(place, data))
    parts += _mouldings(data, length, place.height, palette)
    for hole in data.openings:
        if hole.kind == "window":
            parts += _window(hole, palette)
            if place.dress_windows == "curtains":
                parts += _curtains(hole, palette, place.height)
            elif place.dress_windows == "blinds":
                parts += _blinds(hole, palette)
        else:
            parts += _frame(hole, palette.trim)
            if hole.kind == "door":
                parts += _door(hole, palette)
    return joined(parts).moved(matrix=matrix)


def _gaps(openings: tuple[Opening, ...], length: float, low: float, high: float) -> list[tuple[float, float]]:
    """The stretches of a wall that no opening cuts between the heights low and high."""
    cuts = sorted(
        (o.along - o.width / 2, o.along + o.width / 2) for o in openings if o.sill < high - 1e-6 and o.top > low + 1e-6
    )
    out, x = [], 0.0
    for a, b in cuts:
        if a - x > 0.01:
            out.append((x, a))
        x = max(x, b)
    if length - x > 0.01:
        out.append((x, length))
    return out


def _corners(place: Place, data: Wall) -> tuple[bool, bool]:
    """Whether the wall's start and end are outer corners, where it has to reach round the next wall's thickness."""
    starts, ends = {w.start for w in place.walls}, {w.end for w in place.walls}
    return data.start in ends, data.end in starts


def _body(data: Wall, length: float, height: float, colour: str, corners: tuple[bool, bool]) -> list[MeshData]:
    """The wall as boxes between its openings."""
    levels = sorted({0.0, height, *(o.sill for o in data.openings), *(o.top for o in data.openings)})
    parts = []
    for low, high in itertools.pairwise(levels):
        for a, b in _gaps(data.openings, length, low, high):
            a = a - THICK if a == 0.0 and corners[0] else a
            b = b + THICK if b == length and corners[1] else b
            parts.append(box((b - a, THICK, high - low), ((a + b) / 2, -THICK / 2, low), WALL, colour, 0.0))
    return parts


def _mouldings(data: Wall, length: float, height: float, palette: Palette) -> list[MeshData]:
    parts = []

    def run(low: float, tall: float, depth: float, material, colour, bevel: float) -> None:
        for a, b in _gaps(data.openings, length, low, low + tall):
            parts.append(box((b - a, depth, tall), ((a + b) / 2, depth / 2, low), material, colour, bevel))

    run(0.0, SKIRTING, 0.022, TRIM, palette.trim, 0.008)
    run(height - 0.09, 0.09, 0.05, TRIM, palette.trim, 0.02)
    if palette.wall_low:
        run(SKIRTING, PANELLING - SKIRTING, 0.008, WALL, palette.wall_low, 0.0)
        run(PANELLING, 0.055, 0.03, TRIM, palette.trim, 0.012)
        for a, b in _gaps(data.openings, length, SKIRTING, PANELLING):
            count = max(1, round((b - a) / 0.75))
            for k in range(count):
                x0, x1 = a + (b - a) * k / count + 0.08, a + (b - a) * (k + 1) / count - 0.08
                if x1 - x0 > 0.15:
                    parts += _panel_frame(x0, x1, SKIRTING + 0.1, PANELLING - 0.1, palette.wall_low)
    return parts


def _panel_frame(x0, x1, z0, z1, colour) -> list[MeshData]:
    """A raised moulding round a wall panel."""
    w, d = 0.03, 0.022
    return [
        box((x1 - x0, d, w), ((x0 + x1) / 2, d / 2, z0), WALL, colour, 0.008),
        box((x1 - x0, d, w), ((x0 + x1) / 2, d / 2, z1 - w), WALL, colour, 0.008),
        box((w, d, z1 - z0), (x0 + w / 2, d / 2, z0), WALL, colour, 0.008),
        box((w, d, z1 - z0), (x1 - w / 2, d / 2, z0), WALL, colour, 0.008),
    ]


def _frame(hole: Opening, trim: str) -> list[MeshData]:
    """A casing round a door or arch, lining the reveal."""
    half, depth = hole.width / 2, THICK + 0.05
    y = -THICK / 2
    return [
        box((0.09, depth, hole.top + 0.09), (hole.along - half - 0.025, y, 0), TRIM, trim, 0.012),
        box((0.09, depth, hole.top + 0.09), (hole.along + half + 0.025, y, 0), TRIM, trim, 0.012),
        box((hole.width + 0.2, depth + 0.02, 0.1), (hole.along, y, hole.top), TRIM, trim, 0.012),
    ]


def _door(hole: Opening, palette: Palette) -> list[MeshData]:
    """A closed panelled door leaf with a handle."""
    width, height, y = hole.width - 0.05, hole.top - 0.01, -0.06
    parts = [box((width, 0.045, height), (hole.along, y, 0.005), PAINT, palette.door, 0.006)]
    for low, tall in ((0.14, 0.62), (0.9, height - 1.05)):
        for side in (-1, 1):
            x = hole.along + side * width * 0.235
            parts.append(box((width * 0.36, 0.03, tall), (x, y + 0.022, low), PAINT, palette.door, 0.014))
    knob = hole.along + width / 2 - 0.07
    parts.append(rod((knob, y, 1.02), (knob, y + 0.07, 1.02), 0.012, METAL, "#C79A4B", 8))
    parts.append(rod((knob, y + 0.07, 1.02), (knob - 0.11, y + 0.07, 1.02), 0.011, METAL, "#C79A4B", 8))
    return parts


def _window(hole: Opening, palette: Palette) -> list[MeshData]:
    """Casing, sash bars and a deep sill; open to the light (a pane would only cost noise)."""
    x, half, tall, trim = hole.along, hole.width / 2, hole.top - hole.sill, palette.trim
    y, depth = -THICK / 2 + 0.01, THICK + 0.04
    parts = [
        box((0.085, depth, tall + 0.17), (x - half - 0.02, y, hole.sill - 0.085), TRIM, trim, 0.01),
        box((0.085, depth, tall + 0.17), (x + half + 0.02, y, hole.sill - 0.085), TRIM, trim, 0.01),
        box((hole.width + 0.125, depth, 0.085), (x, y, hole.top), TRIM, trim, 0.01),
        box((hole.width + 0.3, 0.26, 0.05), (x, 0.02, hole.sill - 0.05), TRIM, trim, 0.014),
        box((hole.width, 0.04, 0.05), (x, -0.09, hole.sill + tall * 0.62), TRIM, trim, 0.008),
    ]
    leaves = max(2, round(hole.width / 0.7))
    for k in range(1, leaves):
        parts.append(box((0.05, 0.05, tall), (x - half + hole.width * k / leaves, -0.09, hole.sill), TRIM, trim, 0.008))
    return parts


def _curtains(hole: Opening, palette: Palette, height: float) -> list[MeshData]:
    """A pair of drawn-back curtains on a rod, down to the floor or, over a high sill, just below it."""
    foot = 0.04 if hole.sill < 0.9 else hole.sill - 0.12
    tie = foot + 0.42 * (hole.top - foot)
    rail = min(hole.top + 0.18, height - 0.16)
    half = hole.width / 2
    parts = [
        rod((hole.along - half - 0.5, 0.11, rail), (hole.along + half + 0.5, 0.11, rail), 0.014, METAL, "#B98B4B", 8)
    ]
    u, z = np.linspace(0, 1, 41), np.linspace(foot, rail - 0.01, 6)
    for side in (-1, 1):
        outer, inner = hole.along + side * (half + 0.42), hole.along + side * (half - 0.04)
        across = outer + (inner - outer) * u
        fold = 0.11 + 0.035 * np.cos(2 * np.pi * 5.5 * u)
        pinch = 1 - 0.10 * np.exp(-(((z - tie) / 0.35) ** 2))
        middle = (outer + inner) / 2
        grid = np.empty((len(u), len(z), 3))
        grid[..., 0] = middle + (across - middle)[:, None] * pinch[None]
        grid[..., 1] = fold[:, None] * (1 + 0.15 * np.sin(3 * z)[None])
        grid[..., 2] = z[None]
        grid = grid if side > 0 else grid[::-1]
        parts.append(sheet(grid, CURTAIN, palette.curtain, True))
    return parts


def _blinds(hole: Opening, palette: Palette) -> list[MeshData]:
    """Slats in the upper part of a window."""
    parts = [box((hole.width, 0.05, 0.05), (hole.along, 0.0, hole.top - 0.05), PAINT, palette.trim, 0.006)]
    for k in range(8):
        z = hole.top - 0.09 - 0.055 * k
        parts.append(
            box((hole.width - 0.02, 0.045, 0.004), (hole.along, 0.0, z), PAINT, palette.curtain, 0.0, tilt=-28)
        )
    return parts


def ceiling(place: Place) -> MeshData:
    """A slab over the room's outline box, wide enough to keep the sun off the wall tops."""
    xs, ys = zip(*place.outline, strict=True)
    low, high = (min(xs) - THICK, min(ys) - THICK), (max(xs) + THICK, max(ys) + THICK)
    size = (high[0] - low[0], high[1] - low[1], 0.1)
    middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, place.height)
    return joined([box(size, middle, WALL, place.palette.ceiling, 0.0)])
