"""What grows: leaves, and lumpy skins such as tree crowns, bushes and clouds."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import Material, MeshData, vertex_normals
from library.geometry.shapes import sheet


def leaf(
    length: float,
    width: float,
    material: Material,
    colour="#3E7443",
    bend: float = 0.6,
    fold: float = 0.2,
    rows: int = 4,
) -> MeshData:
    """A leaf growing from the origin along +y, bending down, folded along its middle; seen from above and below."""
    t = np.linspace(0, 1, rows + 1)
    half = width / 2 * np.sin(np.pi * np.clip(t, 0.04, 0.985) ** 0.8) ** 0.85
    angle = bend * t * 1.4
    reach = length * np.sin(angle) / max(bend * 1.4, 1e-3)
    drop = length * (np.cos(angle) - 1) / max(bend * 1.4, 1e-3)
    grid = np.stack([np.stack([u * half, reach, drop + fold * abs(u) * half], 1) for u in (-1.0, 0.0, 1.0)], 1)
    return sheet(grid[:, ::-1], material, colour)


def lumps(
    centres: np.ndarray,
    radii: np.ndarray,
    material: Material,
    colour="#5F9444",
    detail: int = 3,
    blend: float = 6.0,
) -> MeshData:
    """One closed skin round overlapping balls (a tree crown, a bush, a cloud), star-shaped from their middle.

    The skin is at the soft maximum of the distances at which a ray leaves each ball. centres (N, 3), radii (N,).
    """
    centres, radii = np.asarray(centres, float), np.asarray(radii, float)
    middle = centres.mean(0)
    unit, faces = icosphere(detail)
    offset = centres - middle
    along = unit @ offset.T
    reach = along + np.sqrt(np.maximum(along**2 - ((offset**2).sum(1) - radii**2), 0))
    reach = np.where(along**2 - ((offset**2).sum(1) - radii**2) >= 0, reach, 0)
    scale = reach.max()
    soft = scale / blend * np.log(np.exp(reach / scale * blend).sum(1) / len(radii) * 2.0)
    vertices = middle + unit * np.maximum(soft, 0.25 * scale)[:, None]
    return MeshData.build(vertices, faces, material, colour, True, vertex_normals(vertices, faces))


def icosphere(detail: int) -> tuple[np.ndarray, np.ndarray]:
    """(V, 3) unit vectors and (F, 4) triangles of an icosahedron split `detail` times (20 * 4^detail faces)."""
    g = (1 + 5**0.5) / 2
    v = [(-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g), (0, -1, -g), (0, 1, -g), (g, 0, -1),
         (g, 0, 1), (-g, 0, -1), (-g, 0, 1)]  # fmt: skip
    f = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4), (11, 10, 2), (10, 7, 6),
         (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9), (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7),
         (9, 8, 1)]  # fmt: skip
    points = [np.array(p, float) / np.linalg.norm(p) for p in v]
    for _ in range(detail):
        middles: dict[tuple[int, int], int] = {}

        def between(a, b, middles=middles):
            key = (min(a, b), max(a, b))
            if key not in middles:
                middles[key] = len(points)
                p = points[a] + points[b]
                points.append(p / np.linalg.norm(p))
            return middles[key]

        split = []
        for a, b, c in f:
            x, y, z = between(a, b), between(b, c), between(c, a)
            split += [(a, x, z), (x, b, y), (z, y, c), (x, y, z)]
        f = split
    return np.array(points), np.array([(*t, -1) for t in f], np.int32)
