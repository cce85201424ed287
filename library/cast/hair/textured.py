"""Curls."""

from __future__ import annotations

import numpy as np

from library.cast.hair.scalp import CENTRE, HAIRLINE, Scalp
from library.cast.head import HAIR
from library.geometry.loft import ball, unit
from library.geometry.mesh import MeshData
from library.geometry.sdf import smoothstep


def _spread(count: int) -> np.ndarray:
    """(count, 3) unit directions spread evenly over the sphere (golden spiral)."""
    k = np.arange(count) + 0.5
    polar, turn = np.arccos(1 - 2 * k / count), np.pi * (1 + 5**0.5) * k
    return np.stack([np.cos(turn) * np.sin(polar), np.sin(turn) * np.sin(polar), np.cos(polar)], 1)


def curly(scalp: Scalp) -> list[MeshData]:
    """A head of round curls."""
    line = HAIRLINE["female"]
    out = [scalp.cap(line, lambda az, t: 0.050 + 0.02 * smoothstep(t, 1, 0.4), columns=48, rows=8)]
    d = _spread(150)
    az = np.degrees(np.arctan2(d[:, 0], -d[:, 1]))
    el = np.degrees(np.arcsin(d[:, 2]))
    keep = el > line(np.abs(az)) + 3
    for a, e in zip(az[keep], el[keep], strict=True):
        lift = 0.052 + 0.045 * float(smoothstep(e, -20, 60)) + scalp.random.uniform(-0.012, 0.016)
        point = scalp.at(a, e, lift)[0]
        size = scalp.random.uniform(0.052, 0.070)
        v, faces = ball((0, 0, 0), np.array([1.0, 1.0, 0.86]) * size, 5, 7)
        out.append(scalp.mesh(v + point, faces, scalp.random.uniform(0.25, 0.8)))
    return out


def afro(scalp: Scalp) -> list[MeshData]:
    """A full round afro."""
    line = HAIRLINE["female"]
    bumps = _spread(260)

    def thickness(az, t):
        return 0.105 + 0.060 * smoothstep(t, 1.0, 0.25) - 0.05 * smoothstep(t, 0.82, 1.0)

    mesh = scalp.cap(line, thickness, columns=64, rows=16)
    v = mesh.vertices.astype(float)
    d = unit(v - CENTRE)
    near = (d @ bumps.T).max(1)
    mesh.vertices = (v + d * (0.016 * smoothstep(near, 0.975, 1.0) - 0.006)[:, None]).astype(np.float32)
    mesh.attributes["tint"] = (0.30 + 0.45 * smoothstep(near, 0.97, 1.0)).astype(np.float32)
    mesh.materials = [
        HAIR.__class__(**{**HAIR.__dict__, "name": "afro", "roughness": 0.75, "bump": 0.8, "bump_scale": 90})
    ]
    return [mesh]
