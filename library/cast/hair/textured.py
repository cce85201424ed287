"""Curls."""

from __future__ import annotations

from dataclasses import replace

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
    out = [scalp.cap(line, lambda az, t: 0.022 + 0.05 * smoothstep(t, 1, 0.6), columns=48, rows=8)]
    d = _spread(160)
    az = np.degrees(np.arctan2(d[:, 0], -d[:, 1]))
    el = np.degrees(np.arcsin(d[:, 2]))
    keep = el > line(np.abs(az)) + 9
    # a row of its own along the hairline: no bare band over the forehead
    edge = np.linspace(-112, 112, 27)
    az = np.concatenate([az[keep], edge])
    el = np.concatenate([el[keep], line(np.abs(edge)) + scalp.random.uniform(-1, 6, len(edge))])
    for a, e in zip(az, el, strict=True):
        rim = float(smoothstep(e - line(abs(a)), 24, 0))
        lift = 0.056 + 0.050 * float(smoothstep(e, -20, 60)) - 0.034 * rim + scalp.random.uniform(-0.014, 0.018)
        point = scalp.at(a, e, lift)[0]
        size = scalp.random.uniform(0.046, 0.060) * (1 - 0.25 * rim)
        v, faces = ball((0, 0, 0), np.array([1.0, 1.0, 0.86]) * size, 4, 7)
        out.append(scalp.mesh(v + point, faces, scalp.random.uniform(0.25, 0.8)))
    return out


def afro(scalp: Scalp) -> list[MeshData]:
    """A full round afro of tight curls."""
    line = HAIRLINE["female"]
    curls = _spread(130)

    def thickness(az, t):
        return 0.130 + 0.072 * smoothstep(t, 1.0, 0.25) - 0.07 * smoothstep(t, 0.88, 1.0)

    mesh = scalp.cap(line, thickness, columns=84, rows=20)
    v = mesh.vertices.astype(float)
    d = unit(v - CENTRE)
    # each curl is a round knob between sharp valleys: the angle to the nearest middle, half the gap at most
    apart = np.arccos(np.clip((d @ curls.T).max(1), -1, 1)) / 0.178
    knob = np.sqrt(np.clip(1 - apart**2, 0, 1))
    mesh.vertices = (v + d * (0.066 * knob - 0.036)[:, None]).astype(np.float32)
    mesh.attributes["tint"] = (0.18 + 0.50 * knob).astype(np.float32)
    mesh.materials = [replace(HAIR, name="afro", roughness=0.75, bump=0.8, bump_scale=90)]
    return [mesh]
