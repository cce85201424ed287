"""Floors and ground: boards, tiles, slabs, roads and lawns, with their pattern in vertex colours."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import Material, MeshData, joined, srgb
from library.geometry.shapes import panel
from library.places.model import Palette, Place, Point, Strip
from library.props.materials import ASPHALT, FLOORBOARD, GRASS, RUG, STONE, TILE

GROOVE = 0.004
"""Width and depth of the joint between boards, metres."""


def pavers(
    cells: np.ndarray, colours: np.ndarray, material: Material, z: float = 0.0, along_y: bool = False
) -> MeshData:
    """Flat stones or boards with bevelled joints: cells (N, 4) of x0, y0, x1, y1 and colours (N, 3) sRGB."""
    cells = np.asarray(cells, float)
    count = len(cells)
    x0, y0, x1, y1 = cells.T
    outer = np.stack([np.stack([x0, y0], 1), np.stack([x1, y0], 1), np.stack([x1, y1], 1), np.stack([x0, y1], 1)], 1)
    signs = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], float)
    inner = outer - signs * GROOVE
    vertices = np.concatenate(
        [
            np.concatenate([inner, np.full((count, 4, 1), z)], 2),
            np.concatenate([outer, np.full((count, 4, 1), z - GROOVE)], 2),
        ],
        1,
    )
    normal = np.zeros((8, 3))
    normal[:, 2] = 1
    normal[4:, :2] = signs * 0.6
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    pattern = [(0, 1, 2, 3)] + [(4 + k, 4 + (k + 1) % 4, (k + 1) % 4, k) for k in range(4)]
    faces = (np.array(pattern)[None] + 8 * np.arange(count)[:, None, None]).reshape(-1, 4).astype(np.int32)
    shade = np.repeat(np.asarray(colours)[:, None], 8, 1)
    shade[:, 4:] *= 0.72
    mesh = MeshData.build(
        vertices.reshape(-1, 3), faces, material, np.clip(shade.reshape(-1, 3), 0, 1), True, np.tile(normal, (count, 1))
    )
    flat = vertices.reshape(-1, 3)
    shift = np.repeat(np.arange(count) * 7.31 % 97, 8)
    along, across = (1, 0) if along_y else (0, 1)
    mesh.attributes["grain_u"] = (flat[:, along] + shift).astype(np.float32)
    mesh.attributes["grain_v"] = (flat[:, across] + shift).astype(np.float32)
    return mesh


def _spans(outline: tuple[Point, ...], y: float) -> list[tuple[float, float]]:
    """Where a line at height y runs inside the outline, as (x0, x1) pairs."""
    crossings = []
    for (ax, ay), (bx, by) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (ay > y) != (by > y):
            crossings.append(ax + (bx - ax) * (y - ay) / (by - ay))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _rows(outline, width: float) -> list[tuple[float, float, float, float]]:
    """(x0, x1, y0, y1) of each strip of the outline `width` deep."""
    low, high = min(p[1] for p in outline), max(p[1] for p in outline)
    count = max(1, int(np.ceil((high - low) / width)))
    out = []
    for k in range(count):
        y0, y1 = low + k * width, min(low + (k + 1) * width, high)
        out += [(x0, x1, y0, y1) for x0, x1 in _spans(outline, (y0 + y1) / 2)]
    return out


def _tone(rng, first, second, count: int, spread: float = 0.1) -> np.ndarray:
    """(count, 3) colours between two, each a little lighter or darker."""
    t = rng.uniform(0, 1, (count, 1))
    return (srgb(first) * (1 - t) + srgb(second) * t) * rng.uniform(1 - spread, 1 + spread, (count, 1))


def planks(rng, outline, palette: Palette) -> MeshData:
    """Boards of random length along x."""
    cells = []
    for x0, x1, y0, y1 in _rows(outline, 0.15):
        x = x0 - rng.uniform(0, 1.2)
        while x < x1:
            end = x + rng.uniform(1.1, 2.0)
            a, b = max(x, x0), min(end, x1)
            if b - a > 0.02:
                cells.append((a, y0, b, y1))
            x = end
    return pavers(np.array(cells), _tone(rng, palette.floor, palette.floor_alt, len(cells)), FLOORBOARD)


def _grid(outline, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Square cells inside the outline with their (column, row) numbers."""
    cells, index = [], []
    low = min(p[0] for p in outline)
    for row, (x0, x1, y0, y1) in enumerate(_rows(outline, size)):
        column = int(np.floor((x0 - low) / size))
        while low + column * size < x1 - 1e-6:
            a, b = max(low + column * size, x0), min(low + (column + 1) * size, x1)
            if b - a > 0.01:
                cells.append((a, y0, b, y1))
                index.append((column, row))
            column += 1
    return np.array(cells), np.array(index)


def checker(rng, outline, palette: Palette) -> MeshData:
    """Two colours of tiles in turn."""
    cells, index = _grid(outline, 0.45)
    first = (index.sum(1) % 2 == 0)[:, None]
    colours = np.where(first, srgb(palette.floor), srgb(palette.floor_alt)) * rng.uniform(0.95, 1.04, (len(cells), 1))
    return pavers(cells, colours, TILE)


def tiles(rng, outline, palette: Palette) -> MeshData:
    """Large tiles of one colour family."""
    cells, _ = _grid(outline, 0.6)
    return pavers(cells, _tone(rng, palette.floor, palette.floor_alt, len(cells), 0.03), TILE)


def concrete(rng, outline, palette: Palette) -> MeshData:
    """Big slabs of concrete."""
    cells, _ = _grid(outline, 1.8)
    return pavers(cells, _tone(rng, palette.floor, palette.floor_alt, len(cells), 0.03), STONE)


def carpet(rng, outline, palette: Palette) -> MeshData:
    """Carpet tiles laid in two tones."""
    cells, index = _grid(outline, 0.9)
    first = (index.sum(1) % 2 == 0)[:, None]
    return pavers(cells, np.where(first, srgb(palette.floor), srgb(palette.floor_alt)), RUG)


def parquet(rng, outline, palette: Palette) -> MeshData:
    """Basket-weave parquet: squares of boards in turned pairs."""
    squares, index = _grid(outline, 0.54)
    lying, upright = [], []
    for (x0, y0, x1, y1), (column, row) in zip(squares, index, strict=True):
        for k in range(4):
            a, b = k / 4, (k + 1) / 4
            if (column + row) % 2:
                lying.append((x0, y0 + (y1 - y0) * a, x1, y0 + (y1 - y0) * b))
            else:
                upright.append((x0 + (x1 - x0) * a, y0, x0 + (x1 - x0) * b, y1))
    parts = []
    for cells, turned in ((lying, False), (upright, True)):
        if cells:
            colours = _tone(rng, palette.floor, palette.floor_alt, len(cells), 0.08)
            parts.append(pavers(np.array(cells), colours, FLOORBOARD, 0.0, turned))
    return joined(parts)


PATTERNS = {
    "planks": planks,
    "checker": checker,
    "tiles": tiles,
    "concrete": concrete,
    "carpet": carpet,
    "parquet": parquet,
}


def floor(place: Place, rng: np.random.Generator) -> MeshData:
    """The floor of a room with a dark bed under its joints. Raises KeyError for an unknown pattern."""
    top = PATTERNS[place.floor](rng, place.outline, place.palette)
    xs, ys = zip(*place.outline, strict=True)
    under = -GROOVE - 0.001
    bed = panel(
        [(min(xs), min(ys), under), (max(xs), min(ys), under), (max(xs), max(ys), under), (min(xs), max(ys), under)],
        STONE,
        srgb(place.palette.floor) * 0.35,
    )
    return joined([top, bed])


def ground(place: Place, rng: np.random.Generator) -> list[tuple[str, MeshData]]:
    """The strips of an open place along x, each with its name."""
    return [(strip.kind, _STRIPS[strip.kind](rng, strip, place.length)) for strip in place.strips]


def _flat(strip: Strip, length: float, material: Material, colour, z: float | None = None) -> MeshData:
    z = strip.z if z is None else z
    x = length / 2
    return panel([(-x, strip.low, z), (x, strip.low, z), (x, strip.high, z), (-x, strip.high, z)], material, colour)


def _road(rng, strip: Strip, length: float) -> MeshData:
    middle = (strip.low + strip.high) / 2
    dashes = [(x, middle - 0.07, x + 1.1, middle + 0.07) for x in np.arange(-length / 2, length / 2, 2.2)]
    lines = pavers(np.array(dashes), np.tile(srgb("#E9E2CC"), (len(dashes), 1)), STONE, strip.z + GROOVE)
    return joined([_flat(strip, length, ASPHALT, "#6E7074"), lines])


def _pavement(rng, strip: Strip, length: float) -> MeshData:
    near = 14.0
    cells, rows = [], max(1, round((strip.high - strip.low) / 0.62))
    depth = (strip.high - strip.low) / rows
    for row in range(rows):
        y = strip.low + row * depth
        for x in np.arange(-near - (0.42 if row % 2 else 0.0), near, 0.84):
            cells.append((x, y, x + 0.84, y + depth))
    slabs = pavers(np.array(cells), _tone(rng, "#ACA499", "#9C958B", len(cells), 0.06), STONE, strip.z)
    return joined([slabs, _flat(strip, length, STONE, "#8E877D", strip.z - GROOVE - 0.001)])


def _kerb(rng, strip: Strip, length: float) -> MeshData:
    cells = [(x, strip.low, x + 1.0, strip.high) for x in np.arange(-length / 2, length / 2, 1.0)]
    top = pavers(np.array(cells), _tone(rng, "#B0A89C", "#9E968B", len(cells), 0.05), STONE, strip.z)
    x = length / 2
    sides = [
        panel(
            [(-x, strip.low, -0.2), (x, strip.low, -0.2), (x, strip.low, strip.z), (-x, strip.low, strip.z)],
            STONE,
            "#948C82",
        ),
        panel(
            [(x, strip.high, -0.2), (-x, strip.high, -0.2), (-x, strip.high, strip.z), (x, strip.high, strip.z)],
            STONE,
            "#948C82",
        ),
    ]
    return joined([top, *sides])


def _grass(rng, strip: Strip, length: float) -> MeshData:
    return _flat(strip, length, GRASS, "#6C9E3A")


_STRIPS = {"road": _road, "pavement": _pavement, "kerb": _kerb, "grass": _grass}
