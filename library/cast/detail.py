"""A person seen from far away: the same rig and parts with a fraction of the triangles."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from library.cast.person import Part, Person
from library.geometry.mesh import MeshData, vertex_normals

_CELLS = {"body": 0.092, "head": 0.038, "hair": 0.095, "LeftEye": 0.028, "RightEye": 0.028}
"""Part -> least size of the cells whose vertices become one, metres at a person of 1.75 m."""


TRIANGLES = 6_000
"""The most a person in the distance has; cells grow until that is met."""


def far(person: Person) -> Person:
    """`person` with about a quarter of its triangles; shape keys and weights stay."""
    size = person.measures["height"] / 1.75
    while True:
        out = replace(person, parts=tuple(_coarse(part, size) for part in person.parts))
        if out.triangle_count <= TRIANGLES:
            return out
        size *= 1.1


def _coarse(part: Part, size: float) -> Part:
    return replace(part, mesh=clustered(part.mesh, _CELLS.get(part.name, 0.03) * size))


def clustered(mesh: MeshData, cell: float) -> MeshData:
    """The vertices of each cubic cell of one material, colour and side merged into their mean (vertex clustering,
    Rossignac and Borrel 1993); faces that collapse are dropped."""
    owner = np.zeros(len(mesh.vertices), int)
    for corner in range(4):
        used = mesh.faces[:, corner] >= 0
        owner[mesh.faces[used, corner]] = mesh.material[used]
    cells = np.floor((mesh.vertices - mesh.vertices.min(0)) / cell).astype(np.int64)
    hue = np.round(mesh.colors * 4).astype(np.int64)
    facing = np.sign(np.round(vertex_normals(mesh.vertices, mesh.faces))).astype(np.int64)
    _, group = np.unique(np.column_stack([cells, owner, hue, facing]), axis=0, return_inverse=True)
    group = group.ravel()
    count = np.bincount(group)

    def mean(values: np.ndarray) -> np.ndarray:
        columns = values.reshape(len(values), -1)
        out = np.stack([np.bincount(group, columns[:, c], len(count)) for c in range(columns.shape[1])], 1)
        return (out / count[:, None]).astype(np.float32).reshape(len(count), *values.shape[1:])

    faces, keep = _collapsed(mesh.faces, group)
    return MeshData(
        mean(mesh.vertices),
        faces,
        np.clip(mean(mesh.colors), 0, 1),
        list(mesh.materials),
        mesh.material[keep],
        mesh.smooth[keep],
        None,
        {k: mean(v) for k, v in mesh.attributes.items()},
        {k: mean(v) for k, v in mesh.shape_keys.items()},
        list(mesh.bones),
        None if mesh.weights is None else mean(mesh.weights),
    )


def _collapsed(faces: np.ndarray, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Faces over the groups without repeated corners or repeated faces, and which faces they were."""
    out = np.full_like(faces, -1)
    kept = []
    seen: set[frozenset[int]] = set()
    for i, face in enumerate(faces):
        corners = list(dict.fromkeys(int(group[c]) for c in face if c >= 0))
        key = frozenset(corners)
        if len(corners) < 3 or key in seen:
            continue
        seen.add(key)
        out[len(kept), : len(corners)] = corners
        kept.append(i)
    return out[: len(kept)], np.array(kept, int)
