"""The raw vertices, faces and normals of boxes about the origin: sharp, chamfered and rounded."""

from __future__ import annotations

import numpy as np

FACES = (
    ((0, 1, 2), 1.0),
    ((0, 1, 2), -1.0),
    ((1, 2, 0), 1.0),
    ((1, 2, 0), -1.0),
    ((2, 0, 1), 1.0),
    ((2, 0, 1), -1.0),
)
"""Axes (normal, first, second) of each face and the sign of its normal."""


def _corner_signs() -> tuple[np.ndarray, np.ndarray]:
    """(24, 3) corner signs of a box, four per face, and (24,) the axis each face looks along."""
    signs, axes = [], []
    for (n, u, v), sign in FACES:
        for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            corner = np.zeros(3)
            corner[n], corner[u], corner[v] = sign, a, b
            signs.append(corner)
            axes.append(n)
    return np.array(signs), np.array(axes)


def _box_faces() -> tuple[np.ndarray, np.ndarray]:
    """(6, 4) faces of the sharp box and (26, 4) faces of the chamfered one: sides, edges, corners."""
    big = np.arange(24).reshape(6, 4)
    big[1::2] = big[1::2, ::-1]
    owner = {(tuple(s), a): k for k, (s, a) in enumerate(zip(_SIGNS.tolist(), _AXES.tolist(), strict=True))}
    points = _SIGNS * 0.8
    points[np.arange(24), _AXES] = _SIGNS[np.arange(24), _AXES]

    def outward(face: list[int]) -> list[int]:
        a, b, c = points[face[:3]]
        return face if np.cross(b - a, c - a) @ (a + b + c) > 0 else face[::-1]

    small = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        for a in (-1.0, 1.0):
            for b in (-1.0, 1.0):
                ends = []
                for s in (-1.0, 1.0):
                    corner = [0.0] * 3
                    corner[axis], corner[u], corner[v] = s, a, b
                    ends.append(tuple(corner))
                small.append(outward([owner[ends[0], u], owner[ends[1], u], owner[ends[1], v], owner[ends[0], v]]))
    for corner in sorted({c for c, _ in owner}):
        small.append([*outward([owner[corner, n] for n in range(3)]), -1])
    return big.astype(np.int32), np.concatenate([big, np.array(small)]).astype(np.int32)


_SIGNS, _AXES = _corner_signs()
_NORMALS = np.eye(3)[_AXES] * _SIGNS
_SHARP, _CHAMFERED = _box_faces()


def sharp_box(half: np.ndarray):
    """12 triangles. Like all here: (V, 3) vertices, (F, 4) faces, (V, 3) normals of a box of half size `half`."""
    return _SIGNS * half, _SHARP, _NORMALS


def chamfered_box(half: np.ndarray, bevel: float):
    """24 vertices, each with the normal of its own big face; chamfers and corners blend between them."""
    return _SIGNS * half - (_SIGNS - _NORMALS) * bevel, _CHAMFERED, _NORMALS


def rounded_box(half: np.ndarray, bevel: float):
    """Each face a 3x3 grid whose border lies halfway round the bevel."""
    inner = half - bevel
    grids, faces = [], []
    for number, ((n, u, v), sign) in enumerate(FACES):
        grid = np.zeros((4, 4, 3))
        grid[..., n] = sign * half[n]
        grid[..., u] = np.array((-half[u], -inner[u], inner[u], half[u]))[None]
        grid[..., v] = np.array((-half[v], -inner[v], inner[v], half[v]))[:, None]
        grids.append(grid.reshape(16, 3))
        k = np.arange(16).reshape(4, 4) + 16 * number
        quads = np.stack([k[:-1, :-1], k[:-1, 1:], k[1:, 1:], k[1:, :-1]], -1).reshape(-1, 4)
        faces.append(quads if sign > 0 else quads[:, ::-1])
    points = np.concatenate(grids)
    core = np.clip(points, -inner, inner)
    away = points - core
    away /= np.linalg.norm(away, axis=1, keepdims=True)
    return core + away * bevel, np.concatenate(faces).astype(np.int32), away
