"""Beards by name, grown on the face so that they move with the jaw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from library.cast.expressions import MOUTH_POSES, mouth_offsets
from library.cast.hair.scalp import Scalp
from library.cast.headform import CENTRE, Head, beard_edge
from library.cast.headmesh import HeadMesh
from library.geometry.loft import sweep, unit
from library.geometry.mesh import MeshData, joined
from library.geometry.sdf import gradient, project, smoothstep

RISE, LEAST = 0.075, 0.0025
"""Head units from the edge of a beard to its full thickness, and how far the edge itself stands off the skin."""

STUBBLE = "stubble"
"""The beard that is only a colour on the skin."""


def full(scalp: Scalp, mesh: HeadMesh) -> MeshData:
    """A full beard with a moustache."""
    return joined([_grown(scalp, mesh, 0.070, 0.085), moustache(scalp, mesh, 1.0)])


def short(scalp: Scalp, mesh: HeadMesh) -> MeshData:
    """A trimmed beard with a moustache."""
    return joined([_grown(scalp, mesh, 0.022, 0.016), moustache(scalp, mesh, 0.7)])


def goatee(scalp: Scalp, mesh: HeadMesh) -> MeshData:
    """Chin and upper lip only."""
    return joined([_grown(scalp, mesh, 0.034, 0.050, narrow=0.115), moustache(scalp, mesh, 0.75)])


def moustache(scalp: Scalp, mesh: HeadMesh, size: float = 1.35) -> MeshData:
    """A moustache."""
    head, f = scalp.head, scalp.head.face
    out = []
    t = np.linspace(0, 1, 9)
    for side in (1, -1):
        x = 0.006 + 0.150 * t
        z = f.mouth_z + 0.052 - 0.004 * t - 0.058 * t**2.2
        start = np.stack([x * side, np.full(9, -0.50), z], 1)
        path = project(head, start, 6, 0.05)
        outward = unit(gradient(head, path, 2e-3))
        swell = np.sin(np.pi * np.clip(0.22 + 0.74 * t, 0, 1)) ** 0.7
        v, faces = sweep(path + outward * 0.010, outward, 0.026 * size * swell, 0.019 * size * swell, 7, 0.25)
        piece = scalp.mesh(v, faces, 0.45)
        piece.shape_keys = _moved(head, v)
        out.append(piece)
    return joined(out)


def _grown(scalp: Scalp, mesh: HeadMesh, thick: float, chin: float, narrow: float | None = None) -> MeshData:
    """The skin of the beard's area pushed out, cut along the area's edge, where it lies close to the face."""
    head = scalp.head
    inside = np.where(mesh.part == "skin", beard_edge(head, mesh.vertices, mesh.lip, narrow), -0.1)
    base, values, faces = _cut(mesh.vertices, np.stack([inside, mesh.above], 1), mesh.faces)
    grow = smoothstep(values[:, 0], 0.0, RISE)
    outward = unit(0.75 * unit(gradient(head, base, 2e-3)) + 0.25 * unit(base - CENTRE))
    low = smoothstep(base[:, 2], head.face.mouth_z, -0.48) * smoothstep(np.abs(base[:, 0]), 0.22, 0.04)
    side = 0.40 + 0.60 * smoothstep(np.abs(base[:, 0]), 0.33, 0.14)
    waves = 0.10 * thick * np.cos(95 * base[:, 0] + 18 * base[:, 2]) * smoothstep(grow, 0.4, 0.9)
    lift = LEAST + (thick * side + chin * low) * grow + waves
    v = base + outward * lift[:, None] - [0, 0, 0.4] * (chin * low * grow)[:, None]
    out = scalp.mesh(v, faces, np.clip(0.45 + 3.0 * waves, 0, 1))
    out.shape_keys = {k: o.astype(np.float32) for k, o in _key_offsets(head, base, values[:, 1]).items()}
    return out


def _cut(points: np.ndarray, values: np.ndarray, faces: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The part of a mesh where the first of its values (V, 2) is positive, cut where it is 0 between two corners:
    points (n, 3), values (n, 2) and triangles (m, 4) with -1 in the last column."""
    quads = faces[faces[:, 3] >= 0]
    every = np.concatenate([faces[:, :3], quads[:, [0, 2, 3]]])
    every = every[(values[every, 0] > 0).any(1)]
    ends: list[tuple[int, int, float]] = []
    known: dict[tuple[int, int], int] = {}

    def corner(a: int, b: int) -> int:
        """The number of the point between two corners at which the value is 0, or of a corner (a == b)."""
        key = (min(a, b), max(a, b))
        if key not in known:
            known[key] = len(ends)
            share = 0.0 if a == b else values[key[0], 0] / (values[key[0], 0] - values[key[1], 0])
            ends.append((*key, float(share)))
        return known[key]

    triangles = []
    for triangle in every.tolist():
        ring = []
        for a, b in zip(triangle, triangle[1:] + triangle[:1], strict=True):
            if values[a, 0] > 0:
                ring.append(corner(a, a))
            if (values[a, 0] > 0) != (values[b, 0] > 0):
                ring.append(corner(a, b))
        triangles += [(ring[0], ring[k], ring[k + 1], -1) for k in range(1, len(ring) - 1)]
    first, last, share = (np.array(column) for column in zip(*ends, strict=True))

    def mixed(of: np.ndarray) -> np.ndarray:
        return of[first] * (1 - share[:, None]) + of[last] * share[:, None]

    return mixed(points), mixed(values), np.array(triangles, np.int32)


def _key_offsets(head: Head, p: np.ndarray, above: np.ndarray) -> dict[str, np.ndarray]:
    return {name: mouth_offsets(head.face, p, above, pose) for name, pose in MOUTH_POSES.items()}


def _moved(head: Head, p: np.ndarray) -> dict[str, np.ndarray]:
    return {k: o.astype(np.float32) for k, o in _key_offsets(head, p, np.full(len(p), 9.0)).items()}


BEARDS: dict[str, Callable[[Scalp, HeadMesh], MeshData]] = {
    "full": full,
    "short": short,
    "goatee": goatee,
    "moustache": moustache,
}
"""Name -> maker, in head units; STUBBLE is known besides."""
