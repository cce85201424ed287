"""Short hair."""

from __future__ import annotations

import numpy as np

from library.cast.hair.scalp import HAIRLINE, Scalp
from library.geometry.mesh import MeshData
from library.geometry.sdf import smoothstep


def crop(scalp: Scalp) -> list[MeshData]:
    """Short all round with a textured top."""
    out = [scalp.cap(HAIRLINE["male"], lambda az, t: 0.022 + 0.028 * smoothstep(t, 0.8, 0.2), grooves=16, depth=0.004)]
    az = np.linspace(-42, 42, 9)
    for row, (el, rise) in enumerate(((42, 0.05), (56, 0.06), (68, 0.055))):
        for a in az + (row % 2) * 4:
            a = a * (1 + 0.25 * row)
            start = scalp.at(a, el - 3, 0.015)[0]
            middle = scalp.at(a, el + 5, rise + 0.025)[0]
            end = scalp.at(a + scalp.random.uniform(-6, 6), el + 20, rise * 0.8)[0]
            out.append(scalp.clump([start, middle, end], 0.034, 0.024, 0.012, rings=6, columns=6))
    return out


def buzz(scalp: Scalp) -> list[MeshData]:
    """Shorn close to the head."""
    return [scalp.cap(HAIRLINE["male"], lambda az, t: 0.013 + 0.0 * t, columns=56, rows=9)]
