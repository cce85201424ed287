"""House fronts for streets and views from windows."""

from __future__ import annotations

import itertools

import numpy as np

from library.geometry.mesh import MeshData, joined, srgb
from library.geometry.shapes import box, panel
from library.props.materials import METAL, PAINT, PANE, STONE, TRIM, WALL
from library.props.model import prop

GLASS = "#6E8FA3"


def _tiles(rng, p0, p1, width, colour, rows) -> MeshData:
    """One slope of a roof as lapped rows of tiles: from eaves p0 (y, z) to ridge p1, over x -width/2..width/2."""
    p0, p1 = np.asarray(p0, float), np.asarray(p1, float)
    along = p1 - p0
    normal = np.array([-along[1], along[0]]) / np.linalg.norm(along)
    if normal[1] < 0:
        normal = -normal
    count = max(4, int(width / 0.42))
    vertices, colours, faces, normals = [], [], [], []
    out = np.array([0, *normal])
    lip = np.array([0, *(-along / np.linalg.norm(along))])
    for r in range(rows):
        low = p0 + along * (r / rows) + normal * 0.07
        high = p0 + along * ((r + 1.12) / rows) + normal * 0.02
        edges = np.linspace(-width / 2, width / 2, count + 1)
        if r % 2:
            edges = np.concatenate([[edges[0]], (edges[:-1] + edges[1:]) / 2, [edges[-1]]])
        for x0, x1 in itertools.pairwise(edges):
            shade = srgb(colour) * rng.uniform(0.82, 1.14)
            a, b, gap = x0 + 0.008, x1 - 0.008, low - normal * 0.06
            for quad, n in (
                (((a, *low), (b, *low), (b, *high), (a, *high)), out),
                (((a, *gap), (b, *gap), (b, *low), (a, *low)), lip),
            ):
                start = len(vertices)
                quad = np.array(quad)
                turn = np.cross(quad[1] - quad[0], quad[3] - quad[0]) @ n
                vertices += list(quad)
                normals += [n] * 4
                colours += [shade if n is out else shade * 0.8] * 4
                faces.append(
                    (start, start + 1, start + 2, start + 3) if turn > 0 else (start + 3, start + 2, start + 1, start)
                )
    return MeshData.build(np.array(vertices), faces, PAINT, np.clip(np.array(colours), 0, 1), True, np.array(normals))


def _window(x, y, z, width, height, trim, shutters, glass, fine=True) -> list[MeshData]:
    """A window on a wall that faces -y at depth y; z is its underside."""
    parts = [
        box((width + 0.16, 0.1, height + 0.16), (x, y, z - 0.08), TRIM, trim, 0.012 if fine else 0.0),
        box((width, 0.1, height), (x, y - 0.012, z), PANE, glass, 0.0),
        box((0.045, 0.05, height), (x, y - 0.045, z), TRIM, trim, 0.006 if fine else 0.0),
        box((width, 0.05, 0.045), (x, y - 0.045, z + height * 0.56), TRIM, trim, 0.006 if fine else 0.0),
        box((width + 0.3, 0.2, 0.06), (x, y - 0.05, z - 0.13), TRIM, trim, 0.01 if fine else 0.0),
    ]
    if shutters:
        for side in (-1, 1):
            cx = x + side * (width / 2 + 0.24)
            parts.append(
                box((0.28, 0.05, height + 0.06), (cx, y - 0.03, z - 0.03), PAINT, shutters, 0.01 if fine else 0.0)
            )
            for k in range(4 if fine else 0):
                parts.append(
                    box((0.22, 0.03, 0.05), (cx, y - 0.055, z + 0.08 + k * (height - 0.1) / 4), PAINT, shutters, 0.008)
                )
    return parts


@prop("house", (5.6, 5.0, 5.2), synonyms=("cottage", "home", "building"))
def house(
    rng,
    colour="#E4C9A0",
    roof="#8C4A38",
    door="#2F5D62",
    trim="#F1E9DA",
    size=(5.6, 5.0, 5.2),
    storeys=1,
    entry=0,
    glass=GLASS,
    rows=8,
    fine=True,
) -> MeshData:
    """A house with a gable roof whose front (-y) has a door and windows with shutters."""
    width, depth, height = size
    eaves = 0.32
    roof_height = min(1.9, height * 0.36)
    wall = height - roof_height
    w, d = width - 0.4, depth - 2 * eaves
    front = -d / 2
    parts = [
        box((w, d, wall), (0, 0, 0), WALL, colour, 0.015),
        box((w + 0.06, d + 0.06, 0.3), (0, 0, 0), STONE, "#B7AB9B", 0.015),
        box((w + 0.08, d + 0.08, 0.09), (0, 0, wall - 0.1), TRIM, trim, 0.01),
    ]
    for s in (-1, 1):
        x = s * w / 2
        corners = [(x, -d / 2, wall), (x, d / 2, wall), (x, 0, wall + roof_height - 0.06)]
        corners = corners if s > 0 else corners[::-1]
        parts.append(MeshData.build(corners, [(0, 1, 2)], WALL, colour, False, np.tile((float(s), 0, 0), (3, 1))))
        ridge = (0.0, height - 0.08)
        parts.append(_tiles(rng, (s * depth / 2, wall - eaves * 0.75), ridge, width, roof, rows))
        parts.append(_underside(s * depth / 2, wall - eaves * 0.75, ridge[1], width, roof))
    parts.append(box((width, 0.2, 0.1), (0, 0, height - 0.1), PAINT, roof, 0.02))
    parts.append(box((0.46, 0.46, 1.0), (w * 0.27, d * 0.14, height - 1.08), STONE, roof, 0.015))
    parts.append(box((0.56, 0.56, 0.08), (w * 0.27, d * 0.14, height - 0.12), TRIM, trim, 0.01))
    bays = max(2, int(w / 1.75))
    for floor in range(storeys):
        for k in range(bays):
            x = -w / 2 + (k + 0.5) * w / bays
            if floor == 0 and k == entry % bays:
                parts += _door(x, front, door, trim, roof, glass)
            else:
                parts += _window(x, front, 0.95 + 2.5 * floor, 0.86, 1.2, trim, door, glass, fine)
    return joined(parts)


def _underside(y: float, low: float, high: float, width: float, roof: str) -> MeshData:
    """Boards under the tiles of one slope."""
    x = width / 2 - 0.01
    corners = [(-x, y, low), (x, y, low), (x, 0, high), (-x, 0, high)]
    boards = panel(corners if y < 0 else corners[::-1], PAINT, srgb(roof) * 0.7)
    return boards


def _door(x, y, door, trim, roof, glass) -> list[MeshData]:
    return [
        box((1.2, 0.12, 2.3), (x, y, 0.12), TRIM, trim, 0.015),
        box((0.94, 0.12, 2.1), (x, y - 0.03, 0.14), PAINT, door, 0.015),
        box((0.56, 0.1, 0.62), (x, y - 0.05, 1.38), PANE, glass, 0.006),
        box((0.62, 0.08, 0.5), (x, y - 0.06, 0.42), PAINT, door, 0.02),
        box((0.05, 0.1, 0.05), (x + 0.36, y - 0.09, 1.1), METAL, "#C79A4B", 0.02),
        box((1.5, 0.6, 0.14), (x, y - 0.28, 0), STONE, "#CFC4B2", 0.015),
        box((1.6, 0.6, 0.07), (x, y - 0.22, 2.5), PAINT, roof, 0.015, tilt=8),
    ]


@prop("block of flats", (8.0, 5.0, 11.0), synonyms=("apartment building", "tower", "office building"))
def block_of_flats(rng, colour="#B9A48C", trim="#E8DFD0", size=(8.0, 5.0, 11.0), glass=GLASS) -> MeshData:
    """A plain city block with rows of windows on its front."""
    width, depth, height = size
    parts = [
        box((width - 0.3, depth - 0.3, height - 0.2), (0, 0, 0), WALL, colour, 0.0),
        box((width, depth, 0.35), (0, 0, height - 0.35), TRIM, trim, 0.0),
    ]
    y = -(depth - 0.3) / 2
    for z in np.arange(1.0, height - 1.9, 2.6):
        for x in np.arange(-width / 2 + 1.1, width / 2 - 0.9, 1.6):
            parts.append(
                panel(
                    [
                        (x - 0.5, y - 0.02, z),
                        (x + 0.5, y - 0.02, z),
                        (x + 0.5, y - 0.02, z + 1.4),
                        (x - 0.5, y - 0.02, z + 1.4),
                    ],
                    PANE,
                    glass,
                    (0, -1, 0),
                )
            )
            parts.append(box((1.16, 0.12, 0.08), (x, y - 0.03, z - 0.08), TRIM, trim, 0.0))
    return joined(parts)
