"""Shoes and boots: a lofted upper on a sole, with a collar round the ankle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.cast.body import Body, limb_point
from library.cast.figure import Figure
from library.cast.sewing import LEATHER, RUBBER
from library.geometry.loft import grid_faces, profile
from library.geometry.mesh import Material, MeshData, flipped, joined
from library.geometry.sdf import smoothstep


@dataclass(frozen=True)
class Shoe:
    """top: height of the shaft above the floor in metres at an adult of 1.75 m. heel: raise of the heel.
    pointed: 0 round to 1 slim toe."""

    top: float = 0.105
    sole: float = 0.020
    heel: float = 0.0
    pointed: float = 0.0
    bulk: float = 0.0
    upper: Material = LEATHER
    under: Material = RUBBER


SNEAKER = Shoe(top=0.100, sole=0.028, bulk=0.004)
OXFORD = Shoe(top=0.098, sole=0.016, pointed=0.4)
BOOT = Shoe(top=0.185, sole=0.028, bulk=0.006)
TALL_BOOT = Shoe(top=0.380, sole=0.024, pointed=0.2, bulk=0.003)
FLAT = Shoe(top=0.088, sole=0.012, pointed=0.3)

# Share from heel to toe, half width, height of the upper (metres).
_AT = np.array([0, 0.04, 0.14, 0.28, 0.42, 0.58, 0.72, 0.86, 0.95, 1.0])
_HALF = np.array([0.014, 0.026, 0.036, 0.037, 0.037, 0.043, 0.047, 0.043, 0.030, 0.012])
_HIGH = np.array([0.050, 0.075, 0.084, 0.088, 0.080, 0.066, 0.056, 0.048, 0.038, 0.020])
_COLUMNS = 12


def shoes(
    fig: Figure, shoe: Shoe, colour, sole_colour, host_bones: tuple[str, ...] = ("Leg", "Foot", "ToeBase")
) -> MeshData:
    """Both shoes, skinned, in metres."""
    left = _left(fig, shoe, colour, sole_colour)
    pieces = []
    for side, sign in (("Left", 1), ("Right", -1)):
        mesh = left if sign > 0 else left.moved(scale=(-1, 1, 1))
        out = MeshData(**{**mesh.__dict__})
        out.bones = [f"{side}{b}" for b in host_bones]
        out.weights = _weights(fig, shoe, left.vertices)
        pieces.append(out)
    return joined(pieces)


def _left(fig: Figure, shoe: Shoe, colour, sole_colour) -> MeshData:
    s = fig.scale * (1.03 - 0.05 * fig.female + 0.06 * fig.child)
    ankle, ball = fig.joints["LeftFoot"], fig.joints["LeftToeBase"]
    forward = (ball - ankle)[:2] / np.linalg.norm((ball - ankle)[:2])
    across = np.array([-forward[1], forward[0]])
    length = 0.262 * s
    heel = ankle[:2] - forward * 0.060 * s
    sharp = 1 - 0.22 * shoe.pointed * smoothstep(_AT, 0.6, 1.0)
    half = profile(_AT, (_HALF + shoe.bulk) * sharp * s)
    high = profile(_AT, (_HIGH + shoe.bulk) * s)
    t = np.concatenate([[0, 0.02], _AT[1:-1], [0.985, 1.0]])

    def at(share, sideways, z):
        xy = heel + forward * (share * length)[..., None] + across * sideways[..., None]
        return np.concatenate([xy, z[..., None]], -1)

    sole = shoe.sole * s
    a = np.linspace(0, np.pi, _COLUMNS)
    bend = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.75
    rise = np.sin(a) ** 0.80
    inward = 0.004 * s * np.sin(np.pi * t)
    w = half(t)
    rows_t = np.repeat(t[:, None], _COLUMNS, 1)
    upper = at(
        rows_t,
        w[:, None] * bend * (1 - 0.10 * rise) + inward[:, None],
        sole * 0.7 + (high(t) - sole * 0.7)[:, None] * rise,
    )
    mesh_upper = MeshData.build(
        upper.reshape(-1, 3), _outward(upper, grid_faces(len(t), _COLUMNS, False)), shoe.upper, colour
    )
    section = np.array(
        [[1.0, 0.0], [1.06, 0.35], [1.05, 0.9], [0.98, 1.0], [-0.98, 1.0], [-1.05, 0.9], [-1.06, 0.35], [-1.0, 0.0]]
    )
    wide = w[:, None] * section[:, 0] + inward[:, None] + 0.002 * s * np.sign(section[:, 0])
    low = at(np.repeat(t[:, None], 8, 1), wide, np.repeat(sole * section[None, :, 1], len(t), 0))
    low[0, :, :2] -= forward * 0.003 * s
    low[-1, :, :2] += forward * 0.003 * s
    faces = grid_faces(len(t), 8)
    ends = [[0, 1, 2, 7], [7, 2, 5, 6], [2, 3, 4, 5]]
    last = (len(t) - 1) * 8
    faces = np.concatenate([faces, np.array(ends)[:, ::-1], np.array(ends) + last])
    mesh_low = MeshData.build(low.reshape(-1, 3), _outward(low, faces), shoe.under, sole_colour)
    return joined([mesh_upper, mesh_low, _shaft(fig, shoe, colour, s)])


def _shaft(fig: Figure, shoe: Shoe, colour, s: float) -> MeshData:
    """The tube round the ankle with its edge turned in."""
    body = Body(fig)
    joints = fig.joints
    knee, ankle = joints["LeftLeg"], joints["LeftFoot"]
    heights = np.linspace(0.050 * s, shoe.top * s, max(3, round(shoe.top / 0.05)))
    t = 1 + np.clip((knee[2] - heights) / (knee[2] - ankle[2]), 0, 1)
    centre = limb_point(joints, ("LeftLeg", "LeftLeg", "LeftFoot"), t)
    centre[:, 2] = heights
    radius = body.leg_radius(t) + (0.010 + shoe.bulk) * s
    rings = [(c, r) for c, r in zip(centre, radius, strict=True)]
    top_c, top_r = rings[-1]
    rings += [(top_c + [0, 0, 0.003 * s], top_r - 0.005 * s), (top_c - [0, 0, 0.02 * s], top_r - 0.012 * s)]
    a = 2 * np.pi * np.arange(16) / 16
    circle = np.stack([np.cos(a), np.sin(a), 0 * a], 1)
    v = np.concatenate([c + r * circle for c, r in rings])
    return MeshData.build(v, grid_faces(len(rings), 16).astype(np.int32), shoe.upper, colour)


def _outward(grid: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Faces turned so that most look away from the grid's middle."""
    v = grid.reshape(-1, 3)
    corner = v[faces]
    normal = np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1])
    outward = corner.mean(1) - v.mean(0)
    faces = faces.astype(np.int32)
    return faces if (normal * outward).sum() > 0 else flipped(faces)


def _weights(fig: Figure, shoe: Shoe, p: np.ndarray) -> np.ndarray:
    """(V, 3) of shin, foot and toes for the left shoe's points."""
    ankle, ball = fig.joints["LeftFoot"], fig.joints["LeftToeBase"]
    forward = (ball - ankle) * [1, 1, 0]
    reach = (p - ankle) @ forward / (forward @ forward)
    toes = smoothstep(reach, 0.82, 1.18)
    shin = smoothstep(p[:, 2], ankle[2] + 0.005 * fig.scale, ankle[2] + 0.050 * fig.scale) * (1 - toes)
    return np.stack([shin, (1 - shin) * (1 - toes), toes], 1).astype(np.float32)
