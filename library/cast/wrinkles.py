"""Lines of age: thin strips on the skin of forehead, eyes and cheeks that move with the face."""

from __future__ import annotations

import numpy as np

from library.cast.colour import mix, shade
from library.cast.expressions import BROW_POSES, MOUTH_POSES, brow_offsets, mouth_offsets
from library.cast.headform import CENTRE, Head
from library.geometry.loft import spline, sweep, unit
from library.geometry.mesh import Material, MeshData, joined
from library.geometry.sdf import smoothstep


def wrinkles(head: Head, skin: np.ndarray, material: Material) -> list[MeshData]:
    """The lines of a face past its forties, head units; none before."""
    f = head.face
    if f.old < 0.08:
        return []
    colour = mix(skin, shade(skin, 0.66, 1.18), np.array(0.22 + 0.34 * f.old))
    lines = []
    for rise, half in ((0.255, 0.150), (0.300, 0.175), (0.345, 0.140)):
        x = np.linspace(-1, 1, 7)
        aim = np.stack([half * x, np.full(7, -0.37), f.eye_z + rise + 0.016 * np.cos(np.pi * x)], 1)
        lines.append((aim, 0.0050))
    for side in (1, -1):
        corner = np.array([f.eye_x + 0.118, -0.28, f.eye_z + 0.006])
        for fall in (0.030, -0.008, -0.046):
            end = corner + [0.058, 0.06, fall * 1.3]
            lines.append((spline(np.array([corner + [0, 0, 0.3 * fall], end]), 4) * [side, 1, 1], 0.0042))
        under = [
            [f.eye_x - 0.085, -0.38, f.eye_z - 0.105],
            [f.eye_x, -0.37, f.eye_z - 0.142],
            [f.eye_x + 0.085, -0.33, f.eye_z - 0.118],
        ]
        lines.append((spline(np.array(under), 7) * [side, 1, 1], 0.0046))
        fold = [
            [0.064 * f.nose_width + 0.012, -0.40, -0.158],
            [f.mouth_width * 0.98, -0.36, -0.235],
            [f.mouth_width + 0.046, -0.34, f.mouth_z - 0.022],
        ]
        lines.append((spline(np.array(fold), 8) * [side, 1, 1], 0.0062))
    return [joined([_line(head, aim, width * (0.7 + 0.5 * f.old), colour, material) for aim, width in lines])]


def _line(head: Head, aim: np.ndarray, width: float, colour: np.ndarray, material: Material) -> MeshData:
    """One strip over the skin along the directions of `aim` (n, 3)."""
    path = head.surface(unit(aim - CENTRE))
    outward = unit(path - CENTRE)
    t = np.linspace(0, 1, len(path))
    taper = np.sqrt(np.clip(np.sin(np.pi * (0.04 + 0.92 * t)), 0, 1))
    v, faces = sweep(path + outward * 0.0006, outward, width * taper, 0.0022 * taper, 4)
    out = MeshData.build(v, faces, material, colour)
    for key, pose in MOUTH_POSES.items():
        out.shape_keys[key] = mouth_offsets(head.face, v, np.full(len(v), 9.0), pose).astype(np.float32)
    over = 0.75 * smoothstep(v[:, 2], head.face.eye_z + 0.055, head.face.eye_z + 0.125)[:, None]
    for key in BROW_POSES:
        out.shape_keys[key] = (over * brow_offsets(head.face, v, key, 0.085)).astype(np.float32)
    return out
