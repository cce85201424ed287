"""Hair that falls, or is tied up."""

from __future__ import annotations

import numpy as np

from library.cast.hair.scalp import HAIRLINE, Scalp, both_sides
from library.geometry.loft import ball, spline, sweep, unit
from library.geometry.mesh import MeshData
from library.geometry.sdf import smoothstep


def _spread(first: float, last: float, count: int) -> np.ndarray:
    """Azimuths of `count` locks on each side, from `first` to `last` degrees."""
    side = np.linspace(first, last - (last - first) / count / 2, count)
    return np.concatenate([side, -side])


def _lining(scalp: Scalp, parting: float, z: float) -> list[MeshData]:
    """Flat broad locks beneath the others, so that no light comes through between those."""
    return scalp.hanging(_spread(74, 180, 4), z, parting, 0.15, 0.012, out=0.035, spread=1.02, rings=8, tip=0.1)


def _crown(scalp: Scalp) -> MeshData:
    return scalp.cap(HAIRLINE["female"], lambda az, t: 0.034 + 0.026 * smoothstep(t, 0.9, 0.3), columns=56, rows=9)


def _fringe(
    scalp: Scalp, parting: float, z: float, spread: float, count: int = 5, flip: float = 0.0, wave: float = 0.0
) -> list[MeshData]:
    """Locks from a parting across the forehead and the temples down to the height `z`, framing the face; wave:
    amplitude of waves from the temples on."""
    out = []
    for sign, number in ((-1, count), (1, max(2, count - 2))):
        for u in np.linspace(0, 1, number):
            root = scalp.at(parting, 47 + 22 * u, 0.02)[0]
            high = scalp.at(parting + sign * (11 + 12 * u), 51 + 9 * u, 0.084)[0]
            edge = scalp.at(sign * (47 + 9 * u), 30 - 2 * u, 0.070)[0]
            side = scalp.at(sign * (64 + 8 * u), 0, 0.056)[0]
            end = scalp.hem(sign * (66 + 10 * u), z + 0.02 * u, spread) * [1 + flip, 1 + flip, 1]
            path = spline(np.array([root, high, edge, side, end]), 24)
            t = np.linspace(0, 1, 24)
            sway = wave * np.sin(2 * np.pi * (2.1 * t + 0.15 * u)) * smoothstep(t, 0.35, 0.65)
            path = path + sway[:, None] * np.array([0.9 * sign, -0.5, 0.0])
            out.append(scalp.clump(path, 0.062, 0.027, 0.018, rings=11, root=0.6, tip=0.5, straight=True))
    return out


def bob(scalp: Scalp) -> list[MeshData]:
    """To the jaw, parted, tips turned in."""
    part = 20.0
    out = [_crown(scalp), *_lining(scalp, part, -0.33)]
    out += scalp.hanging(
        _spread(74, 180, 8), -0.365, part, 0.104, 0.030, out=0.072, spread=1.16, tip=0.42, flip=-0.10, rise=0.060
    )
    return out + _fringe(scalp, part, -0.35, 1.10, flip=-0.10)


def long(scalp: Scalp) -> list[MeshData]:
    """Straight, to below the shoulders."""
    part = 12.0
    back = np.array([96, 114, 132, 150, 168, 180])
    out = [
        _crown(scalp),
        *_lining(scalp, part, -0.72),
        *scalp.hanging(np.concatenate([back, -back[:-1]]), -0.80, part, 0.106, 0.031, spread=0.98, tip=0.5, rings=12),
    ]
    out += scalp.hanging(np.array([78, -78]), -0.54, part, 0.080, 0.034, spread=1.06, tip=0.7, rings=11)
    return out + _fringe(scalp, part, -0.52, 1.04)


def wavy(scalp: Scalp) -> list[MeshData]:
    """Waves to the shoulders."""
    part = -24.0
    out = [
        _crown(scalp),
        *_lining(scalp, part, -0.42),
        *scalp.hanging(
            _spread(74, 180, 8),
            -0.50,
            part,
            0.104,
            0.036,
            out=0.075,
            spread=1.14,
            wave=0.036,
            rings=12,
            tip=0.6,
            flip=0.05,
        ),
    ]
    return out + _fringe(scalp, part, -0.42, 1.10, flip=0.06, wave=0.034)


def _drawn_back(scalp: Scalp, knot: tuple[float, float], grooves: int = 20) -> MeshData:
    """Hair combed tight from the hairline to a knot at (azimuth, elevation)."""
    return scalp.cap(
        HAIRLINE["female"],
        lambda az, t: 0.034 + 0.024 * np.sin(np.pi * np.clip(t, 0, 1)),
        columns=80,
        rows=12,
        grooves=grooves,
        depth=0.0085,
        crown=knot,
    )


def _temple_locks(scalp: Scalp) -> list[MeshData]:
    lock = scalp.clump(
        [
            scalp.at(50, 36, 0.02)[0],
            scalp.at(62, 22, 0.060)[0],
            scalp.at(68, -2, 0.040)[0],
            scalp.at(64, -20, 0.030)[0],
        ],
        0.026,
        0.016,
        0.014,
        rings=8,
        columns=6,
        tip=0.9,
    )
    return both_sides([lock])


def _swept(scalp: Scalp) -> list[MeshData]:
    """Loose strands over the forehead, swept to one side and tucked behind the temple."""
    out = []
    for u in np.linspace(0, 1, 4):
        root = scalp.at(24 - 6 * u, 46 + 10 * u, 0.02)[0]
        high = scalp.at(4 - 8 * u, 52 + 5 * u, 0.078)[0]
        edge = scalp.at(-38 - 10 * u, 37 + 3 * u, 0.066)[0]
        end = scalp.at(-76 - 14 * u, 14 + 14 * u, 0.040)[0]
        path = spline(np.array([root, high, edge, end]), 16)
        out.append(scalp.clump(path, 0.058, 0.028, 0.018, rings=8, root=0.6, tip=0.75, straight=True))
    return out


def ponytail(scalp: Scalp) -> list[MeshData]:
    """Drawn back and up into a swinging tail."""
    out = [_drawn_back(scalp, (180.0, 54.0)), *_swept(scalp), *_temple_locks(scalp)]
    knot = scalp.at(180, 54, 0.045)[0]
    v, faces = ball(knot + [0, 0.012, 0.010], (0.062, 0.050, 0.060), 6, 12)
    out.append(scalp.mesh(v, faces, 0.1))
    for i in range(7):
        a = 2 * np.pi * i / 7
        o = np.array([np.cos(a) * 0.050, 0.03 * np.sin(a), np.sin(a) * 0.045])
        points = spline(
            np.array(
                [
                    knot + 0.4 * o,
                    knot + [0.03, 0.07, 0.18] + 1.2 * o,
                    knot + [0.12, 0.24, 0.14] + 1.7 * o,
                    knot + [0.24, 0.28, -0.20] + 1.7 * o,
                    knot + [0.30, 0.20, -0.62 + 0.05 * np.cos(a)] + 0.4 * o,
                ]
            ),
            16,
        )
        out.append(scalp.clump(points, 0.058, 0.042, 0.03, rings=12, columns=6, tip=0.9, straight=True))
    return out


def bun(scalp: Scalp) -> list[MeshData]:
    """Drawn up into a bun."""
    out = [_drawn_back(scalp, (180.0, 68.0)), *_swept(scalp), *_temple_locks(scalp)]
    axis = unit(np.array([0, 0.40, 0.92]))
    knot = scalp.at(180, 68, 0.070)[0]
    v, faces = ball(knot, (0.105, 0.105, 0.098), 7, 12)
    out.append(scalp.mesh(v, faces, 0.4))
    e1, e2 = np.array([1.0, 0, 0]), np.cross(axis, [1.0, 0, 0])
    for i in range(6):
        turn = np.linspace(0, 2.6, 9) + 2 * np.pi * i / 6
        r = 0.118 * np.cos(np.linspace(-0.5, 1.25, 9))
        rise = np.linspace(-0.04, 0.105, 9)
        path = knot + r[:, None] * (np.cos(turn)[:, None] * e1 + np.sin(turn)[:, None] * e2) + rise[:, None] * axis
        swell = np.sin(np.pi * np.linspace(0.12, 0.93, 9)) ** 0.5
        v, faces = sweep(path, path - knot, 0.048 * swell, 0.026 * swell, 6, 0.3)
        out.append(scalp.mesh(v, faces, scalp.random.uniform(0.3, 0.8)))
    return out


def braids(scalp: Scalp) -> list[MeshData]:
    """Parted in the middle, two braids over the shoulders."""
    out = []
    for sign in (1, -1):
        for u in np.linspace(0, 1, 8):
            az = 6 + 168 * u
            root = scalp.at(sign * az, 46 + 42 * np.sin(np.pi * min(1, 0.1 + 0.9 * u)), 0.018)[0] * [0.15, 1, 1]
            root = scalp.clear(root[None], 0.016)[0]
            mid = scalp.at(sign * (52 + 66 * u), 40, 0.058)[0]
            end = scalp.at(sign * (96 + 26 * u), -16 - 8 * u, 0.040)[0]
            out.append(scalp.clump([root, mid, end], 0.070, 0.026, 0.016, rings=8, columns=6, root=0.8, tip=0.5))
        start = scalp.at(sign * 102, -22, 0.035)[0]
        path = spline(
            np.array(
                [
                    start,
                    start + [0.03 * sign, -0.02, -0.14],
                    start + [0.02 * sign, -0.12, -0.32],
                    start + [-0.02 * sign, -0.17, -0.56],
                ]
            ),
            9,
        )
        for i, p in enumerate(path):
            size = 0.052 * (1 - 0.045 * i)
            v, faces = ball((0, 0, 0), (size * 1.12, size * 0.92, size * 1.12), 5, 8)
            shift = np.array([0.016 * (-1) ** i, 0, 0])
            out.append(scalp.mesh(v + p + shift, faces, 0.62 if i % 2 else 0.42))
        v, faces = ball(path[-1] - [0, 0, 0.055], (0.022, 0.022, 0.062), 5, 8)
        out.append(scalp.mesh(v, faces, 0.5))
    return [scalp.cap(HAIRLINE["female"], lambda az, t: 0.016 + 0 * t, columns=48, rows=8), *out]


def bob_under_hat(scalp: Scalp) -> list[MeshData]:
    """What shows of a bob under a hat."""
    return _below(scalp, -0.355, 1.08)


def long_under_hat(scalp: Scalp) -> list[MeshData]:
    """What shows of long hair under a hat."""
    return _below(scalp, -0.76, 1.00)


def low_tail(scalp: Scalp) -> list[MeshData]:
    """A ponytail low enough for a hat."""
    out = [
        scalp.cap(
            HAIRLINE["female"],
            lambda az, t: 0.014 + 0.010 * smoothstep(t, 0.7, 1.0),
            columns=64,
            rows=10,
            grooves=18,
            depth=0.003,
        )
    ]
    knot = scalp.at(180, -8, 0.02)[0]
    for i in range(6):
        a = 2 * np.pi * i / 6
        o = np.array([np.cos(a) * 0.042, 0.02 * np.sin(a), np.sin(a) * 0.035])
        points = spline(
            np.array(
                [
                    knot + 0.4 * o,
                    knot + [0, 0.09, -0.02] + 1.2 * o,
                    knot + [0, 0.12, -0.22] + 1.4 * o,
                    knot + [0, 0.07, -0.46] + 0.5 * o,
                ]
            ),
            12,
        )
        out.append(scalp.clump(points, 0.048, 0.034, 0.02, rings=9, columns=6, tip=0.9, straight=True))
    return out


def _below(scalp: Scalp, z: float, spread: float) -> list[MeshData]:
    out = [scalp.cap(HAIRLINE["female"], lambda az, t: 0.012 + 0 * t, columns=48, rows=8)]
    sides = []
    for az in (66, 84, 102, 120, 138, 156, 174):
        a = np.radians(az)
        end = np.array([0.345 * spread * np.sin(a), 0.045 - 0.365 * spread * np.cos(a), z + 0.05 * np.cos(a)])
        ear = scalp.at(az, 0, 0.050)[0]
        points = spline(np.array([scalp.at(az, 22, 0.008)[0], ear, 0.5 * (ear + end) * [1.05, 1.05, 1], end]), 14)
        sides.append(scalp.clump(points, 0.088, 0.032, 0.014, rings=9, tip=0.4, straight=True))
    return out + both_sides(sides)
