"""Short hair and little hair."""

from __future__ import annotations

import numpy as np

from library.cast.hair.scalp import HAIRLINE, Scalp, both_sides
from library.geometry.loft import profile
from library.geometry.mesh import MeshData
from library.geometry.sdf import smoothstep


def crop(scalp: Scalp) -> list[MeshData]:
    """Short all round with a textured top brushed forward and up."""
    out = [
        scalp.cap(
            HAIRLINE["male"],
            lambda az, t: 0.020 + 0.034 * smoothstep(t, 0.85, 0.2),
            columns=56,
            rows=9,
            grooves=14,
            depth=0.004,
        )
    ]
    for row, (el, rise, count) in enumerate(((44, 0.045, 8), (58, 0.050, 7), (72, 0.045, 5))):
        for a in np.linspace(-44, 44, count) * (1 + 0.35 * row) + (row % 2) * 5:
            start = scalp.at(a, el - 4, 0.010)[0]
            middle = scalp.at(a + 4, el + 6, rise + 0.035)[0]
            end = scalp.at(a + scalp.random.uniform(2, 16), el + 20, rise * 0.7)[0]
            out.append(scalp.clump([start, middle, end], 0.046, 0.026, 0.012, rings=5, columns=6, root=0.7))
    return out + shingles(scalp, ((87, 50, 310, 7), (64, 72, 288, 9), (38, 112, 248, 7)), 34, 0.044)


def shingles(scalp: Scalp, rows, length: float, lift: float, width: float = 0.075) -> list[MeshData]:
    """Short locks that lie over each other down the crown and the back of the head, so that no smooth cap shows.

    rows: (elevation, first azimuth, last azimuth, count) in degrees; length: degrees a lock falls.
    """
    out = []
    for el, first, last, count in rows:
        for az in np.linspace(first, last, count) + scalp.random.uniform(-3, 3, count):
            turn = scalp.random.uniform(-6, 6)
            start = scalp.at(az, el, lift * 0.55)[0]
            middle = scalp.at(az + 0.4 * turn, el - 0.45 * length, lift * 1.55)[0]
            end = scalp.at(az + turn, el - length, lift * 0.8)[0]
            out.append(scalp.clump([start, middle, end], width, 0.022, 0.012, rings=4, columns=5, root=0.75))
    return out


def buzz(scalp: Scalp) -> list[MeshData]:
    """Shorn close to the head."""
    return [scalp.cap(HAIRLINE["male"], lambda az, t: 0.009 + 0.003 * smoothstep(t, 1, 0.5), columns=64, rows=10)]


def bald(scalp: Scalp) -> list[MeshData]:
    """No hair."""
    return []


def bald_sides(scalp: Scalp) -> list[MeshData]:
    """Bald on top, hair round the sides and back."""
    low = profile([60, 76, 88, 100, 120, 180], [8, -2, -10, -16, -32, -46])
    high = profile([60, 76, 90, 120, 180], [16, 30, 34, 32, 24])
    out = [scalp.band((66, 294), low, high, 0.022)]
    locks = []
    for az, el in ((80, 14), (94, 4), (108, -6), (124, -14), (142, -22)):
        locks.append(
            scalp.clump(
                [scalp.at(az - 6, el + 18, 0.02)[0], scalp.at(az, el, 0.036)[0], scalp.at(az + 8, el - 18, 0.016)[0]],
                0.050,
                0.014,
                0.008,
                rings=6,
                columns=6,
            )
        )
    return out + both_sides(locks)


def side_part(scalp: Scalp) -> list[MeshData]:
    """Parted on the left and combed over, with some height in front."""
    out = [
        scalp.cap(
            HAIRLINE["male"],
            lambda az, t: 0.018 + 0.030 * smoothstep(t, 0.9, 0.3),
            columns=56,
            rows=9,
            grooves=12,
            depth=0.003,
        )
    ]
    for u in np.linspace(0, 1, 7):
        root = scalp.at(34 + 40 * u, 47 + 30 * u, 0.016)[0]
        high = scalp.at(8 - 10 * u, 62 + 16 * u, 0.075 - 0.012 * u)[0]
        over = scalp.at(-46 - 36 * u, 50 + 4 * u, 0.055)[0]
        end = scalp.at(-66 - 42 * u, 22, 0.024)[0]
        out.append(scalp.clump([root, high, over, end], 0.075, 0.034, 0.018, rings=8, root=0.75, tip=0.7))
    for u in np.linspace(0, 1, 5):
        root = scalp.at(32 - 58 * u, 43, 0.012)[0]
        high = scalp.at(26 - 62 * u, 53, 0.125 - 0.03 * u)[0]
        over = scalp.at(2 - 62 * u, 66, 0.085)[0]
        end = scalp.at(-26 - 58 * u, 66 - 8 * u, 0.045)[0]
        out.append(scalp.clump([root, high, over, end], 0.060, 0.034, 0.016, rings=7, root=0.8, tip=0.75))
    out += shingles(scalp, ((86, 60, 250, 7), (64, 46, 276, 11), (38, 92, 266, 9)), 34, 0.046)
    sides = []
    for az in (66, 80, 94, 110, 130, 154):
        sides.append(
            scalp.clump(
                [
                    scalp.at(az - 6, 40, 0.03)[0],
                    scalp.at(az - 2, 14, 0.045)[0],
                    scalp.at(az + 6, -8 - 0.22 * (az - 66), 0.016)[0],
                ],
                0.058,
                0.022,
                0.012,
                rings=7,
                columns=6,
            )
        )
    return out + both_sides(sides)


def slick(scalp: Scalp) -> list[MeshData]:
    """Combed straight back."""
    out = [
        scalp.cap(
            HAIRLINE["receding"],
            lambda az, t: 0.030 + 0.030 * smoothstep(np.minimum(az, 360 - az), 120, 20) * smoothstep(t, 0.25, 0.7),
            columns=72,
            rows=12,
            grooves=22,
            depth=0.006,
            crown=(180.0, -8.0),
        )
    ]
    for a in np.linspace(-40, 40, 9):
        points = [
            scalp.at(a * 0.95, 46 + 0.2 * abs(a), 0.012)[0],
            scalp.at(a, 60, 0.098 - 0.0008 * abs(a))[0],
            scalp.at(a * 1.8, 84, 0.070)[0],
            scalp.at(180 - a, 56, 0.040)[0],
        ]
        out.append(scalp.clump(points, 0.050, 0.030, 0.02, rings=8, root=0.6, tip=0.8))
    return out


def spiky(scalp: Scalp) -> list[MeshData]:
    """Tousled tips standing off the head."""
    out = [scalp.cap(HAIRLINE["male"], lambda az, t: 0.030 + 0.015 * smoothstep(t, 0.9, 0.3), columns=56, rows=9)]
    for el, count, turn in ((46, 9, 0), (62, 9, 12), (78, 7, 4)):
        for a in np.linspace(-100, 100, count) + turn:
            lean = scalp.random.uniform(-8, 8)
            points = [
                scalp.at(a, el - 6, 0.01)[0],
                scalp.at(a + lean, el + 4, 0.075)[0],
                scalp.at(a + 2 * lean + 6, el + 14, 0.135 + scalp.random.uniform(-0.02, 0.03))[0],
            ]
            out.append(scalp.clump(points, 0.050, 0.036, 0.01, rings=6, columns=6, root=0.9, tip=0.95))
    out += shingles(scalp, ((48, 64, 296, 11), (28, 80, 280, 11)), 28, 0.036)
    back = []
    for az in (112, 136, 160):
        back.append(
            scalp.clump(
                [scalp.at(az, 40, 0.03)[0], scalp.at(az, 10, 0.06)[0], scalp.at(az + 4, -24, 0.03)[0]],
                0.070,
                0.028,
                0.012,
                rings=6,
                columns=6,
            )
        )
    return out + both_sides(back)


def mohawk(scalp: Scalp) -> list[MeshData]:
    """Shorn sides and a crest."""
    out = buzz(scalp)
    for i in range(11):
        u = i / 10
        az, el = (0, 46 + 88 * u) if u < 0.5 else (180, 134 - 88 * u)
        for lean in (-5, 5):
            start = scalp.at(az + lean, el, 0.0)[0]
            tip = scalp.at(az, el + (6 if az else -6), 0.20 - 0.10 * u)[0]
            out.append(
                scalp.clump(
                    [start, 0.5 * (start + tip), tip], 0.052, 0.034, 0.0, rings=6, columns=6, root=0.95, tip=0.9
                )
            )
    return out


def pixie(scalp: Scalp) -> list[MeshData]:
    """Short and soft, with a fringe swept to the side."""
    out = [
        scalp.cap(
            HAIRLINE["female"],
            lambda az, t: 0.030 + 0.026 * smoothstep(t, 0.9, 0.3),
            columns=56,
            rows=9,
            grooves=14,
            depth=0.004,
        )
    ]
    for u in np.linspace(0, 1, 6):
        root = scalp.at(40 - 12 * u, 62 + 8 * u, 0.02)[0]
        high = scalp.at(16 - 30 * u, 52, 0.080)[0]
        end = scalp.at(4 - 66 * u, 27 - 9 * u, 0.034)[0]
        out.append(scalp.clump([root, high, end], 0.064, 0.030, 0.018, rings=8, root=0.7, tip=0.85))
    for u in np.linspace(0, 1, 7):
        root = scalp.at(60 + 100 * u, 76, 0.03)[0]
        out.append(
            scalp.clump(
                [root, scalp.at(-20 - 120 * u, 74, 0.075)[0], scalp.at(-60 - 90 * u, 34, 0.04)[0]],
                0.075,
                0.032,
                0.02,
                rings=7,
                columns=6,
            )
        )
    sides = []
    for az, low in ((62, -4), (74, -16), (100, -24), (122, -36), (146, -46), (170, -50)):
        sides.append(
            scalp.clump(
                [scalp.at(az - 6, 44, 0.035)[0], scalp.at(az - 2, 12, 0.055)[0], scalp.at(az - 5, low, 0.022)[0]],
                0.062,
                0.026,
                0.014,
                rings=7,
                columns=6,
                tip=0.9,
            )
        )
    return out + both_sides(sides)


def under_hat(scalp: Scalp) -> list[MeshData]:
    """What shows of short hair under a hat: temples and nape."""
    out = [
        scalp.cap(
            HAIRLINE["female" if scalp.head.face.female > 0.5 else "male"],
            lambda az, t: 0.012 + 0.012 * smoothstep(t, 0.75, 1.0),
            columns=56,
            rows=9,
        )
    ]
    sides = []
    for az, low in ((70, -8), (88, -16), (106, -26), (124, -36), (144, -46), (166, -50)):
        sides.append(
            scalp.clump(
                [scalp.at(az - 4, 20, 0.010)[0], scalp.at(az - 2, 2, 0.045)[0], scalp.at(az, low, 0.020)[0]],
                0.062,
                0.024,
                0.012,
                rings=6,
                columns=6,
            )
        )
    return out + both_sides(sides)
