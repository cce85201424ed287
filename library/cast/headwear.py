"""Hats and glasses, in head units."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from library.cast.colour import shade
from library.cast.hair.scalp import CENTRE, Scalp
from library.cast.headform import Head
from library.cast.sewing import BRASS, COTTON, KNIT, PLASTIC, STEEL
from library.geometry.loft import ball, grid_faces, profile, spline, sweep, unit
from library.geometry.mesh import Material, MeshData, srgb
from library.geometry.sdf import cast, smoothstep

_COLUMNS = 48


def shell_of(
    scalp: Scalp,
    rows: list[tuple[float, float, float]],
    material: Material,
    colour,
    tilt: float = 6.0,
    squash: float = 0.0,
) -> MeshData:
    """A surface round the head through rows of (elevation, distance off the head, share of the head's
    own form 1 against a smooth dome 0), closed at the top by the last row.

    Elevations in degrees from the middle of the head; the whole is tipped back by `tilt`.
    """
    az = 2 * np.pi * np.arange(_COLUMNS) / _COLUMNS
    points = []
    for el, off, follow in rows:
        e = np.radians(el + tilt * np.cos(az))
        d = np.stack([np.sin(az) * np.cos(e), -np.cos(az) * np.cos(e), np.sin(e)], 1)
        near = cast(scalp.head, CENTRE, d, 0.9)
        dome = 1 / np.sqrt((d[:, 0] / 0.400) ** 2 + (d[:, 1] / 0.450) ** 2 + (d[:, 2] / 0.455) ** 2)
        points.append(CENTRE + (np.maximum(near * follow + dome * (1 - follow), near) + off)[:, None] * d)
    return _turned(points, material, colour)


def _turned(rings: list[np.ndarray], material: Material, colour) -> MeshData:
    """Rings from the edge to the crown, closed by a fan."""
    n = len(rings[0])
    top = rings[-1].mean(0)
    i = np.arange(n)
    last = (len(rings) - 1) * n
    fan = np.stack([last + i, last + (i + 1) % n, np.full(n, last + n), np.full(n, -1)], 1)
    faces = np.concatenate([grid_faces(len(rings), n), fan]).astype(np.int32)
    return MeshData.build(np.concatenate([*rings, top[None]]), faces, material, colour)


def lathe(
    scalp: Scalp,
    outline: list[tuple[float, float]],
    material: Material,
    colour,
    height: float,
    tilt: float = -7.0,
    oval: float = 1.13,
    dent: float = 0.0,
) -> MeshData:
    """A turned form over the head: (radius, height above the hat line) from the inner edge to the crown."""
    az = 2 * np.pi * np.arange(_COLUMNS) / _COLUMNS
    rings = []
    c, s = np.cos(np.radians(tilt)), np.sin(np.radians(tilt))
    for r, z in outline:
        curl = 0.0
        p = np.stack([r * np.sin(az), -r * oval * np.cos(az), np.full(_COLUMNS, z) + curl], 1)
        if dent:
            p[:, 2] -= dent * smoothstep(z, 0.22, 0.34) * np.exp(-((p[:, 0] / 0.10) ** 2))
        y, zz = p[:, 1] * c - p[:, 2] * s, p[:, 1] * s + p[:, 2] * c
        rings.append(np.stack([p[:, 0], y + 0.035, zz + height], 1))
    return _turned(rings, material, colour)


def cap(scalp: Scalp, colours) -> list[MeshData]:
    """A baseball cap."""
    main, accent = colours[0], colours[2]
    crown = shell_of(
        scalp,
        [
            (24, 0.010, 1),
            (24, 0.045, 0.8),
            (32, 0.050, 0.6),
            (44, 0.055, 0.4),
            (58, 0.055, 0.3),
            (72, 0.050, 0.3),
            (83, 0.045, 0.3),
        ],
        COTTON,
        main,
    )
    knob = shell_of(scalp, [(86, 0.045, 0.3), (86.5, 0.062, 0.3), (88, 0.066, 0.3)], COTTON, accent)
    return [crown, knob, _peak(scalp, accent, 25, 0.30, COTTON)]


def peaked_cap(scalp: Scalp, colours) -> list[MeshData]:
    """An officer's cap with badge."""
    main, accent = shade(colours[0], 0.85), colours[2]
    band = shell_of(scalp, [(24, 0.010, 1), (24, 0.045, 0.7), (38, 0.052, 0.5)], COTTON, shade(colours[0], 0.6))
    top = lathe(
        scalp,
        [(0.375, 0.06), (0.43, 0.11), (0.475, 0.16), (0.465, 0.19), (0.36, 0.215), (0.15, 0.225)],
        COTTON,
        main,
        0.22,
        -9.0,
        1.08,
    )
    badge = sweep(
        spline(scalp.at([0, 0, 0], [28, 35, 43], 0.062), 7),
        unit(np.array([0, -1.0, 0.35])),
        np.array([0.012, 0.040, 0.052, 0.056, 0.050, 0.036, 0.010]),
        0.014,
        8,
    )
    return [band, top, MeshData.build(*badge, BRASS, accent), _peak(scalp, "#1C1B1D", 25, 0.20, PLASTIC)]


def _peak(scalp: Scalp, colour, elevation: float, reach: float, material: Material) -> MeshData:
    """The shade of a cap."""
    u = np.linspace(-1, 1, 15)
    az = np.degrees(u * 1.12)
    root = scalp.at(az, elevation + 5.5, 0.030)
    away = np.cos(u * 1.35) ** 0.8
    tip = root + np.stack([0.22 * np.sin(u * 1.12), -reach * away, -0.030 - 0.075 * (1 - away) + 0.02 * away], 1) * [
        reach / 0.3,
        1,
        1,
    ]
    rows = [root + (tip - root) * t + np.array([0, 0, 0.030 * np.sin(np.pi * t)]) for t in np.linspace(0, 1, 5)]
    under = [r - [0, 0, 0.016] for r in rows[::-1]]
    faces = grid_faces(10, 15, False)
    v = np.concatenate([*rows, *under])
    ends = np.concatenate(
        [
            np.array([[r * 15 + k, (r + 1) * 15 + k, (8 - r) * 15 + k, (9 - r) * 15 + k] for r in range(4)])[
                :, :: (1 if k else -1)
            ]
            for k in (0, 14)
        ]
    )
    return MeshData.build(v, np.concatenate([faces, ends])[:, ::-1].astype(np.int32), material, colour)


def beanie(scalp: Scalp, colours) -> list[MeshData]:
    """A knitted cap with a turned-up edge."""
    main = colours[2] if colours[2].upper() > "#B0" else colours[0]
    crown = shell_of(
        scalp,
        [(20, 0.006, 1), (30, 0.060, 0.8), (46, 0.070, 0.5), (62, 0.070, 0.35), (76, 0.065, 0.3), (84, 0.060, 0.3)],
        KNIT,
        main,
    )
    edge = shell_of(
        scalp,
        [(16, 0.006, 1), (15, 0.048, 0.9), (17, 0.070, 0.85), (28, 0.082, 0.7), (33, 0.074, 0.65), (33, 0.04, 0.65)],
        KNIT,
        shade(main, 0.85),
    )
    return [crown, edge]


def fedora(scalp: Scalp, colours) -> list[MeshData]:
    """A felt hat with a band."""
    main = shade(colours[0], 0.8)
    brim = [(0.36, 0.0), (0.52, -0.020), (0.60, 0.002), (0.615, 0.014), (0.60, 0.022), (0.50, 0.004), (0.405, 0.028)]
    felt = lathe(
        scalp,
        [*brim, (0.400, 0.10), (0.375, 0.20), (0.345, 0.30), (0.30, 0.345), (0.18, 0.35), (0.06, 0.34)],
        KNIT,
        main,
        0.235,
        -7.0,
        1.13,
        dent=0.09,
    )
    band = lathe(
        scalp,
        [(0.395, 0.022), (0.412, 0.024), (0.410, 0.095), (0.395, 0.10), (0.30, 0.10)],
        COTTON,
        shade(colours[0], 0.4),
        0.235,
        -7.0,
        1.13,
    )
    return [felt, band]


def straw_hat(scalp: Scalp, colours) -> list[MeshData]:
    """A wide hat of straw."""
    brim = [(0.36, 0.0), (0.60, -0.03), (0.74, 0.0), (0.755, 0.014), (0.735, 0.022), (0.55, -0.004), (0.405, 0.028)]
    hat = lathe(
        scalp,
        [*brim, (0.400, 0.12), (0.385, 0.24), (0.33, 0.32), (0.18, 0.345), (0.06, 0.345)],
        KNIT,
        "#D9B566",
        0.235,
        -8.0,
    )
    band = lathe(
        scalp,
        [(0.395, 0.022), (0.412, 0.024), (0.410, 0.085), (0.395, 0.09), (0.30, 0.09)],
        COTTON,
        colours[0],
        0.235,
        -8.0,
    )
    return [hat, band]


def toque(scalp: Scalp, colours) -> list[MeshData]:
    """A cook's tall hat."""
    band = lathe(scalp, [(0.36, 0.0), (0.405, 0.0), (0.405, 0.15), (0.36, 0.16)], COTTON, "#F2EFE8", 0.23, -6.0)
    az = 2 * np.pi * np.arange(_COLUMNS) / _COLUMNS
    puff = lathe(
        scalp,
        [(0.39, 0.14), (0.43, 0.22), (0.50, 0.34), (0.52, 0.43), (0.48, 0.50), (0.34, 0.545), (0.12, 0.55)],
        COTTON,
        "#F2EFE8",
        0.23,
        -6.0,
    )
    wave = 1 + 0.055 * np.cos(9 * az)
    v = puff.vertices[:-1].reshape(-1, _COLUMNS, 3).astype(float)
    v[1:6, :, 0] *= wave
    v[1:6, :, 1] *= wave
    puff.vertices[:-1] = v.reshape(-1, 3)
    return [band, puff]


def hard_hat(scalp: Scalp, colours) -> list[MeshData]:
    """A builder's helmet."""
    dome = lathe(
        scalp,
        [
            (0.36, 0.0),
            (0.455, -0.012),
            (0.465, 0.008),
            (0.425, 0.022),
            (0.415, 0.10),
            (0.375, 0.22),
            (0.29, 0.305),
            (0.16, 0.35),
            (0.05, 0.36),
        ],
        PLASTIC,
        "#E8B72E",
        0.22,
        -6.0,
    )
    ridge, faces = sweep(
        spline(np.array([[0, -0.40, 0.34], [0, -0.30, 0.52], [0, 0.03, 0.615], [0, 0.36, 0.47], [0, 0.47, 0.30]]), 12),
        np.array([0.0, 0.0, 1.0]),
        0.045,
        0.020,
        6,
    )
    return [dome, MeshData.build(ridge, faces, PLASTIC, "#E8B72E"), _peak(scalp, "#E8B72E", 25, 0.14, PLASTIC)]


def crown(scalp: Scalp, colours) -> list[MeshData]:
    """A golden crown."""
    az = 2 * np.pi * np.arange(_COLUMNS) / _COLUMNS
    ring = np.stack([0.39 * np.sin(az), 0.035 - 0.44 * np.cos(az), np.zeros(_COLUMNS)], 1)
    points = 0.13 + 0.11 * np.abs(np.cos(4 * az)) ** 1.5
    outer, inner = ring * [1.03, 1.03, 1], ring
    rows = [
        outer + [0, 0, 0.30],
        outer * [1.02, 1.02, 1] + np.stack([0 * az, 0 * az, 0.30 + points], 1),
        inner * [1.02, 1.02, 1] + np.stack([0 * az, 0 * az, 0.30 + points], 1),
        inner + [0, 0, 0.30],
    ]
    gems = [
        MeshData.build(*ball(outer[i] + [0, 0, 0.38], (0.024, 0.024, 0.030), 4, 8), PLASTIC, colours[1])
        for i in range(0, _COLUMNS, 6)
    ]
    faces = grid_faces(4, _COLUMNS)
    return [MeshData.build(np.concatenate(rows), faces.astype(np.int32), BRASS, "#D9A93A"), *gems]


def knight_helmet(scalp: Scalp, colours) -> list[MeshData]:
    """An open helmet with a plume."""
    line = profile([0, 40, 58, 70, 110, 180], [30, 28, 2, -34, -52, -56])
    steel = scalp.cap(line, lambda az, t: 0.070 + 0 * t, columns=56, rows=12, crown=(180.0, 84.0))
    steel.materials, steel.colors[:] = [STEEL], srgb(colours[0])
    steel.attributes = {}
    ridge, faces = sweep(
        spline(scalp.at([0, 0, 0, 180, 180], [32, 50, 80, 50, -10], 0.085), 16),
        unit(np.array([0, 0.15, 1.0])),
        0.030,
        0.035,
        6,
    )
    plume, plume_faces = sweep(
        spline(np.array([[0, -0.20, 0.58], [0, 0.02, 0.76], [0, 0.30, 0.72], [0, 0.52, 0.40], [0, 0.56, 0.10]]), 14),
        np.array([1.0, 0, 0]),
        0.09 * np.sin(np.pi * np.linspace(0.12, 0.94, 14)) ** 0.6,
        0.05,
        8,
    )
    return [
        steel,
        MeshData.build(ridge, faces, STEEL, colours[2]),
        MeshData.build(plume, plume_faces, KNIT, colours[1]),
    ]


COVERING = ("knight_helmet",)
"""Hats that hide all hair."""

HATS: dict[str, Callable] = {
    "cap": cap, "peaked_cap": peaked_cap, "beanie": beanie, "fedora": fedora, "straw_hat": straw_hat, "toque": toque,
    "hard_hat": hard_hat, "crown": crown, "knight_helmet": knight_helmet,
}  # fmt: skip
"""Name -> maker of (scalp, colours)."""


def glasses(head: Head, colour="#2A2320") -> list[MeshData]:
    """Spectacles: frames alone, so that the eyes stay clear in every light."""
    f = head.face
    out = []
    a = np.linspace(0, 2 * np.pi, 25)
    w, h = 0.118, 0.096
    y = head.eye[1] - 1.30 * f.eye_radius
    z = f.eye_z - 0.012
    ear = np.array(
        [cast(head, np.array([0.0, 0.02, z + 0.03]), np.array([[1.0, 0.0, 0.0]]))[0] + 0.012, 0.06, z + 0.035]
    )
    for side in (1, -1):
        x = f.eye_x * 1.0 * side
        shape = np.stack(
            [
                x + side * w * np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.8,
                y + 0.050 * (np.cos(a) * 0.5 + 0.5) ** 2,
                z + h * np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.85,
            ],
            1,
        )
        v, faces = _loop(shape[:-1], 0.0095)
        out.append(MeshData.build(v, faces, PLASTIC, colour))
        hinge = np.array([x + side * w, y + 0.055, z + 0.035])
        arm = spline(
            np.array(
                [hinge, [ear[0] * side, -0.05, ear[2]], ear * [side, 1, 1], ear * [side, 1, 1] + [0, 0.055, -0.05]]
            ),
            9,
        )
        v, faces = sweep(arm, np.array([float(side), 0, 0.0]), 0.013, 0.008, 6)
        out.append(MeshData.build(v, faces, PLASTIC, colour))
    bridge = spline(
        np.array(
            [[f.eye_x - w + 0.004, y, z + 0.022], [0, y - 0.022, z + 0.038], [-f.eye_x + w - 0.004, y, z + 0.022]]
        ),
        7,
    )
    v, faces = sweep(bridge, np.array([0.0, -1.0, 0.2]), 0.010, 0.010, 6)
    out.append(MeshData.build(v, faces, PLASTIC, colour))
    return out


def _loop(path: np.ndarray, radius: float):
    """A closed tube along a ring of points."""
    n = len(path)
    tangent = unit(np.roll(path, -1, 0) - np.roll(path, 1, 0))
    outward = unit(path - path.mean(0))
    normal = np.cross(tangent, outward)
    a = 2 * np.pi * np.arange(6) / 6
    v = path[:, None] + radius * (
        np.cos(a)[None, :, None] * outward[:, None] + np.sin(a)[None, :, None] * normal[:, None]
    )
    faces = grid_faces(n, 6)
    last = np.stack(
        [(n - 1) * 6 + np.arange(6), (n - 1) * 6 + (np.arange(6) + 1) % 6, (np.arange(6) + 1) % 6, np.arange(6)], 1
    )
    return v.reshape(-1, 3), np.concatenate([faces, last])[:, ::-1].astype(np.int32)
