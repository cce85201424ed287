"""Long hair that hangs and swings: shape keys that bend it forward, back and to the sides."""

from __future__ import annotations

import numpy as np

from library.cast.person import SWAYS
from library.geometry.mesh import MeshData
from library.geometry.sdf import smoothstep

REACH = 0.34
"""How far the lowest tip goes at key value 1, as a share of the length that hangs."""

INWARD = 0.22
"""Share of that where the way leads into the neck or the back."""

LEAST = 0.06
"""Metres that must hang below the ears before hair swings."""


def add_sway(mesh: MeshData, root: float, axis: np.ndarray) -> None:
    """Adds the keys of SWAYS to hair that hangs below height `root`; nothing to hair that does not.

    axis: (2,) x and y of the neck, metres. Offsets grow with the square of the depth: hair bends, it does not shear."""
    p = mesh.vertices.astype(float)
    length = root - float(p[:, 2].min())
    if length < LEAST:
        return
    down = np.clip((root - p[:, 2]) / length, 0, 1) ** 2
    out = p[:, :2] - axis
    out /= np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-6)
    for name, direction in SWAYS.items():
        way = np.asarray(direction, float)
        free = INWARD + (1 - INWARD) * smoothstep(out @ way, -0.45, 0.35)
        offset = np.zeros_like(p)
        offset[:, :2] = (REACH * length * down * free)[:, None] * way
        offset[:, 2] = 0.35 * REACH * length * down * free * np.clip(out @ way, 0, 1)
        mesh.shape_keys[name] = offset.astype(np.float32)
