"""Smooth profiles, curves, and surfaces swept along them, as vertices and quads."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def profile(at, values) -> Callable[[np.ndarray], np.ndarray]:
    """A smooth curve through (at, values) without overshoot, held constant outside.

    Monotone cubic interpolation after Fritsch and Carlson (1980), with harmonic mean slopes.
    """
    at, values = np.asarray(at, float), np.asarray(values, float)
    delta = np.diff(values) / np.diff(at)
    slope = np.zeros_like(values)
    same = delta[:-1] * delta[1:] > 0
    slope[1:-1][same] = 2 * (delta[:-1] * delta[1:])[same] / (delta[:-1] + delta[1:])[same]
    slope[0], slope[-1] = delta[0], delta[-1]

    def curve(x):
        x = np.clip(x, at[0], at[-1])
        i = np.clip(np.searchsorted(at, x) - 1, 0, len(at) - 2)
        h = at[i + 1] - at[i]
        t = (x - at[i]) / h
        return (
            (2 * t**3 - 3 * t**2 + 1) * values[i]
            + (t**3 - 2 * t**2 + t) * h * slope[i]
            + (-2 * t**3 + 3 * t**2) * values[i + 1]
            + (t**3 - t**2) * h * slope[i + 1]
        )

    return curve


def bezier(points, count: int) -> np.ndarray:
    """(count, 3) points on the Bezier curve of any order through the control polygon `points`."""
    level = np.repeat(np.asarray(points, float)[:, None], count, axis=1)
    t = np.linspace(0, 1, count)[:, None]
    while len(level) > 1:
        level = level[:-1] * (1 - t) + level[1:] * t
    return level[0]


def spline(points, count: int) -> np.ndarray:
    """(count, 3) points, evenly spread, on a smooth curve through all `points`."""
    points = np.asarray(points, float)
    length = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    at = np.linspace(0, length[-1], count)
    return np.stack([profile(length, points[:, i])(at) for i in range(3)], 1)


def unit(v: np.ndarray) -> np.ndarray:
    """The vectors at length 1."""
    v = np.asarray(v, float)
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-12)


def grid_faces(rows: int, columns: int, closed: bool = True) -> np.ndarray:
    """Quads of a grid of vertices stored row by row; `closed` joins the last column to the first."""
    i = np.arange(columns if closed else columns - 1)
    j = (i + 1) % columns
    return np.concatenate(
        [
            np.stack([r * columns + i, r * columns + j, (r + 1) * columns + j, (r + 1) * columns + i], 1)
            for r in range(rows - 1)
        ]
    )


def sweep(path: np.ndarray, facing: np.ndarray, half_width, half_thickness, columns: int = 8, ridge: float = 0.0):
    """A closed solid along `path` (n, 3) with an elliptic section: vertices, faces (F, 4; -1 for triangles).

    facing: (n, 3) or (3,) the direction the thickness is measured in. half_width, half_thickness: (n,)
    metres. ridge sharpens the outer side into a keel, which gives hair its highlights.
    """
    path = np.asarray(path, float)
    n = len(path)
    tangent = unit(np.gradient(path, axis=0))
    normal = np.broadcast_to(np.asarray(facing, float), path.shape)
    normal = unit(normal - (normal * tangent).sum(1)[:, None] * tangent)
    side = np.cross(normal, tangent)
    a = 2 * np.pi * np.arange(columns) / columns
    c, s = np.cos(a), np.sin(a)
    s = s * (1 + ridge * np.maximum(s, 0) * np.exp(-((c / 0.5) ** 2)))
    w, t = np.broadcast_to(half_width, n), np.broadcast_to(half_thickness, n)
    rings = (
        path[:, None]
        + w[:, None, None] * c[None, :, None] * side[:, None]
        + t[:, None, None] * s[None, :, None] * normal[:, None]
    )
    vertices = np.concatenate([rings.reshape(-1, 3), path[:1], path[-1:]])
    i = np.arange(columns)
    j = (i + 1) % columns
    last = (n - 1) * columns
    ends = [
        np.stack([j, i, np.full(columns, n * columns), np.full(columns, -1)], 1),
        np.stack([last + i, last + j, np.full(columns, n * columns + 1), np.full(columns, -1)], 1),
    ]
    return vertices, np.concatenate([grid_faces(n, columns), *ends]).astype(np.int32)


def ball(centre, radii, rows: int = 8, columns: int = 12):
    """An ellipsoid with poles on its z axis: vertices, faces (F, 4; -1 for triangles)."""
    polar = np.linspace(0, np.pi, rows + 1)[1:-1]
    a = 2 * np.pi * np.arange(columns) / columns
    ring = np.stack([np.cos(a), np.sin(a), np.zeros(columns)], 1)
    v = np.concatenate([np.sin(t) * ring + [0, 0, -np.cos(t)] for t in polar] + [[[0, 0, -1]], [[0, 0, 1]]])
    i = np.arange(columns)
    j = (i + 1) % columns
    n = len(polar)
    low = np.stack([j, i, np.full(columns, n * columns), np.full(columns, -1)], 1)
    top = (n - 1) * columns
    high = np.stack([top + i, top + j, np.full(columns, n * columns + 1), np.full(columns, -1)], 1)
    return v * np.asarray(radii, float) + np.asarray(centre, float), np.concatenate(
        [grid_faces(n, columns), low, high]
    ).astype(np.int32)
