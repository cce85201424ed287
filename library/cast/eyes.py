"""Eyeballs with iris, pupil and glints, and what surrounds them: brows."""

from __future__ import annotations

import numpy as np

from library.cast.colour import mix, shade
from library.cast.expressions import BROW_POSES, brow_offsets
from library.cast.headform import CENTRE, Head, brow_line
from library.geometry.loft import grid_faces, sweep, unit
from library.geometry.mesh import Material, MeshData, flipped, joined

COLUMNS = 24
PUPIL, IRIS = 0.30, 0.66
"""Radii of pupil and iris, radians from the gaze: an iris wide enough that both lids touch it looks at ease, not
startled."""
_RINGS = np.array([0.12, 0.24, 0.28, 0.32, 0.42, 0.52, 0.58, 0.62, 0.66, 0.70, 0.80, 1.00, 1.30, 1.65, 2.0])
_EYE = Material("eye", "eye", roughness=0.10, specular=0.5, coat=0.6)
_GLINT = Material("glint", "emission", emission=0.95)
_WHITE = "#F1ECE6"


def eyeball(head: Head, side: int, colour: str) -> MeshData:
    """The left (+1) or right (-1) eye in head units, looking straight ahead.

    Point attribute "angle": radians from the gaze. Colours carry iris and pupil, so flat modes see them.
    """
    radius, centre = head.face.eye_radius, head.eye * [side, 1, 1]
    a = 2 * np.pi * np.arange(COLUMNS) / COLUMNS
    angle = np.concatenate([np.repeat(_RINGS, COLUMNS), [0.0]])
    turn = np.concatenate([np.tile(a, len(_RINGS)), [0.0]])
    hollow = 1 - 0.035 * np.clip((IRIS - angle) / 0.28, 0, 1) ** 2
    v = np.stack([np.sin(angle) * np.cos(turn), -np.cos(angle), np.sin(angle) * np.sin(turn)], 1) * hollow[:, None]
    n = len(_RINGS) * COLUMNS
    i = np.arange(COLUMNS)
    fan = np.stack([i, (i + 1) % COLUMNS, np.full(COLUMNS, n), np.full(COLUMNS, -1)], 1)
    faces = np.concatenate([flipped(grid_faces(len(_RINGS), COLUMNS)), fan]).astype(np.int32)
    mesh = MeshData.build(centre + radius * v, faces, _EYE, _eye_colours(angle, v, colour))
    mesh.attributes["angle"] = angle.astype(np.float32)
    glints = [_glint(centre, radius, 0.22, 0.26, 0.150), _glint(centre, radius, -0.24, -0.24, 0.065)]
    out = joined([mesh, *glints])
    return out


def _eye_colours(angle: np.ndarray, v: np.ndarray, colour: str) -> np.ndarray:
    up = np.where(angle > 1e-6, v[:, 2] / np.maximum(np.sin(angle), 1e-6), 0)
    iris = mix(shade(colour, 1.14, 1.0), shade(colour, 0.56, 1.1), 0.5 + 0.5 * up)
    rim = mix(iris, shade(colour, 0.30), np.clip((angle - IRIS + 0.14) / 0.10, 0, 1))
    out = mix(rim, _WHITE, np.clip((angle - IRIS) / 0.04, 0, 1))
    lid_shadow = np.clip((v[:, 2] - 0.28) / 0.4, 0, 1) * (angle > 0.3)
    out = mix(out, out * np.array([0.72, 0.70, 0.72], np.float32), lid_shadow)
    return mix(out, "#0B0808", np.clip((PUPIL + 0.02 - angle) / 0.04, 0, 1))


def _glint(centre: np.ndarray, radius: float, across: float, up: float, size: float) -> MeshData:
    """A small bright disc just over the eye."""
    a = 2 * np.pi * np.arange(14) / 14
    x = np.concatenate([across + size * np.cos(a), [across]])
    z = np.concatenate([up + size * np.sin(a), [up]])
    y = -np.sqrt(1 - x * x - z * z)
    i = np.arange(14)
    faces = np.stack([i, (i + 1) % 14, np.full(14, 14), np.full(14, -1)], 1).astype(np.int32)
    return MeshData.build(centre + 1.022 * radius * np.stack([x, y, z], 1), faces, _GLINT, "#FFFAF2")


def brows(head: Head, colour, material: Material, thick: float) -> MeshData:
    """Both eyebrows with their shape keys, head units."""
    out = []
    t = np.linspace(0, 1, 13)
    line = brow_line(head, t)
    outward = unit(line - CENTRE)
    shape = np.sin(np.pi * np.clip(0.13 + 0.87 * t, 0, 1)) ** 0.6 * (1.10 - 0.45 * t)
    width = 0.0235 * thick * shape
    for side in (1, -1):
        flip = np.array([side, 1, 1])
        v, faces = sweep(
            (line + outward * 0.004) * flip, outward * flip, width, 0.0155 * np.sqrt(np.maximum(shape, 0.05)), 6
        )
        mesh = MeshData.build(v, faces, material, colour)
        mesh.attributes["tint"] = np.full(len(v), 0.45, np.float32)
        mesh.shape_keys = {key: brow_offsets(head.face, v, key).astype(np.float32) for key in BROW_POSES}
        out.append(mesh)
    return joined(out)
