"""Beards by name, grown on the face so that they move with the jaw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from library.cast.expressions import MOUTH_POSES, mouth_offsets
from library.cast.hair.scalp import Scalp
from library.cast.headform import CENTRE, Head, beard_area
from library.cast.headmesh import HeadMesh
from library.geometry.loft import sweep, unit
from library.geometry.mesh import MeshData, joined
from library.geometry.sdf import gradient, project, smoothstep

STUBBLE = "stubble"
"""The beard that is only a colour on the skin."""


def full(scalp: Scalp, mesh: HeadMesh) -> MeshData:
    """A full beard with a moustache."""
    return joined([_grown(scalp, mesh, 0.070, 0.085), moustache(scalp, mesh)])


def short(scalp: Scalp, mesh: HeadMesh) -> MeshData:
    """A trimmed beard with a moustache."""
    return joined([_grown(scalp, mesh, 0.022, 0.016), moustache(scalp, mesh, 0.7)])


def goatee(scalp: Scalp, mesh: HeadMesh) -> MeshData:
    """Chin and upper lip only."""
    return joined([_grown(scalp, mesh, 0.034, 0.050, narrow=0.115), moustache(scalp, mesh, 0.75)])


def moustache(scalp: Scalp, mesh: HeadMesh, size: float = 1.0) -> MeshData:
    """A moustache."""
    head, f = scalp.head, scalp.head.face
    out = []
    t = np.linspace(0, 1, 9)
    for side in (1, -1):
        x = 0.006 + 0.150 * t
        z = f.mouth_z + 0.052 - 0.004 * t - 0.062 * t**2.2
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
    """The skin of the beard area pushed out, with the rim let into the face."""
    head = scalp.head
    p = mesh.vertices
    area = beard_area(head, p) * (mesh.part == "skin") * (mesh.lip > 0.028)
    if narrow:
        area = area * smoothstep(np.abs(p[:, 0]), narrow, narrow * 0.7)
    wanted = (area > 0.02)[np.where(mesh.faces >= 0, mesh.faces, mesh.faces[:, :1])].all(1)
    faces = mesh.faces[wanted]
    used = np.unique(faces[faces >= 0])
    lookup = np.full(len(p) + 1, -1)
    lookup[used] = np.arange(len(used))
    base = p[used]
    outward = unit(0.75 * unit(gradient(head, base, 2e-3)) + 0.25 * unit(base - CENTRE))
    grow = area[used]
    low = smoothstep(base[:, 2], head.face.mouth_z, -0.48) * smoothstep(np.abs(base[:, 0]), 0.22, 0.04)
    side = 0.40 + 0.60 * smoothstep(np.abs(base[:, 0]), 0.33, 0.14)
    lift = (thick * side + chin * low + 0.014) * smoothstep(grow, 0.10, 0.85) - 0.014
    waves = 0.10 * thick * np.cos(95 * base[:, 0] + 18 * base[:, 2])
    v = (
        base
        + outward * (lift + waves * smoothstep(grow, 0.4, 0.9))[:, None]
        - [0, 0, 0.4] * (chin * low * grow)[:, None]
    )
    out = scalp.mesh(v, lookup[faces].astype(np.int32), np.clip(0.45 + 3.0 * waves, 0, 1))
    out.shape_keys = {k: o.astype(np.float32) for k, o in _key_offsets(head, base, mesh.above[used]).items()}
    return out


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
