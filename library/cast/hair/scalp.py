"""Tools hair is made with: places on the scalp, caps with grooves, and tapered clumps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from library.cast.head import HAIR
from library.cast.headform import Head
from library.geometry.loft import bezier, grid_faces, profile, spline, sweep, unit
from library.geometry.mesh import Material, MeshData
from library.geometry.sdf import cast, gradient, smoothstep

CENTRE = np.array([0.0, 0.035, 0.06])
"""Directions on the scalp are seen from here, head units."""

SUNK = 0.030
"""How deep the root of a lock lies under what it grows out of, so that no blunt end shows; head units."""

HAIRLINE = {
    "female": profile([0, 22, 42, 58, 74, 92, 112, 140, 180], [43, 41, 31, 14, -4, -14, -28, -42, -46]),
    "male": profile([0, 16, 30, 46, 60, 74, 88, 100, 118, 145, 180], [43, 44, 41, 25, 6, -8, -12, -16, -32, -44, -48]),
    "receding": profile(
        [0, 14, 30, 46, 60, 76, 90, 102, 118, 145, 180], [52, 58, 62, 45, 12, -4, -10, -16, -32, -44, -48]
    ),
    "sides": profile([0, 55, 70, 84, 100, 120, 180], [88, 40, 16, 2, -14, -32, -48]),
}
"""Height of the hairline in degrees by the angle from the front in degrees."""


class Scalp:
    """The head hair grows on. Angles in degrees: azimuth 0 in front, 90 at the left ear, 180 behind;
    elevation 90 at the crown."""

    def __init__(self, head: Head, colour, seed: int):
        self.head, self.colour = head, colour
        self.random = np.random.default_rng(seed)

    def at(self, azimuth, elevation, lift=0.0) -> np.ndarray:
        """Points (n, 3) `lift` head units off the scalp."""
        az, el = np.radians(np.atleast_1d(azimuth).astype(float)), np.radians(np.atleast_1d(elevation).astype(float))
        az, el = np.broadcast_arrays(az, el)
        d = np.stack([np.sin(az) * np.cos(el), -np.cos(az) * np.cos(el), np.sin(el)], -1)
        return CENTRE + (cast(self.head, CENTRE, d, 0.9) + lift)[:, None] * d

    def clear(self, points: np.ndarray, lift) -> np.ndarray:
        """Points pushed out until they are at least `lift` off the skin."""
        for _ in range(3):
            need = np.maximum(lift - self.head(points), 0)
            points = points + need[:, None] * unit(gradient(self.head, points, 2e-3))
        return points

    def mesh(self, vertices, faces, tint, material: Material = HAIR, along=0.0, across=0.0) -> MeshData:
        """A piece of hair. tint: 0..1 about 0.5; along, across: head units from the root and over the strands."""
        out = MeshData.build(vertices, faces, material, self.colour)
        for name, value in (("tint", tint), ("along", along), ("across", across)):
            out.attributes[name] = np.broadcast_to(np.asarray(value, np.float32), len(out.vertices)).copy()
        return out

    def hem(self, azimuth: float, z: float, spread: float) -> np.ndarray:
        """Where hair that falls free ends: (3,) at height about `z`, `spread` head widths round the neck."""
        a = np.radians(azimuth)
        return np.array([0.345 * spread * np.sin(a), 0.045 - 0.365 * spread * np.cos(a), z + 0.05 * np.cos(a)])

    def cap(
        self,
        hairline: Callable,
        thickness: Callable[[np.ndarray, np.ndarray], np.ndarray],
        columns: int = 64,
        rows: int = 11,
        grooves: int = 0,
        depth: float = 0.006,
        parting: float = 0.0,
        crown: tuple[float, float] = (180.0, 76.0),
    ) -> MeshData:
        """Hair lying on the head down to `hairline` (angle from the front -> elevation, degrees).

        thickness: (azimuth, share from crown 0 to hairline 1) -> head units. grooves: number of strands
        combed from `crown` (azimuth, elevation) to the edge.
        """
        az = 360.0 * np.arange(columns) / columns
        away = np.minimum(az, 360 - az)
        edge = hairline(away)
        start = np.radians(crown)
        pole = np.array([np.sin(start[0]) * np.cos(start[1]), -np.cos(start[0]) * np.cos(start[1]), np.sin(start[1])])
        a, e = np.radians(az), np.radians(edge)
        rim = np.stack([np.sin(a) * np.cos(e), -np.cos(a) * np.cos(e), np.sin(e)], -1)
        share = np.linspace(0, 1, rows + 1)[1:]
        points, tints = [], []
        phase = 2 * np.pi * self.random.random(columns)
        for t in share:
            d = unit(pole * (1 - t) + rim * t)
            thick = np.asarray(thickness(az, np.full(columns, t)), float)
            wave = np.cos(np.radians(az) * grooves) if grooves else np.zeros(columns)
            lift = thick + depth * wave * smoothstep(t, 0.05, 0.3)
            reach = cast(self.head, CENTRE, d, 0.9)
            points.append(CENTRE + (reach + lift)[:, None] * d)
            tints.append(0.5 + 0.16 * wave + 0.06 * np.cos(phase))
        rim_points = CENTRE + (reach + 0.25 * lift)[:, None] * unit(rim - 0.03 * pole)
        root = CENTRE + (reach - 0.012)[:, None] * unit(rim + 0.02 * pole)
        points += [rim_points, root]
        tints += [np.full(columns, 0.35)] * 2
        top = (
            CENTRE
            + (cast(self.head, CENTRE, pole[None], 0.9) + thickness(np.array([0.0]), np.array([0.0])))[:, None] * pole
        )
        n = len(points) * columns
        i = np.arange(columns)
        fan = np.stack([i, (i + 1) % columns, np.full(columns, n), np.full(columns, -1)], 1)
        faces = np.concatenate([grid_faces(len(points), columns)[:, ::-1], fan])
        down = np.concatenate([np.repeat([*share, 1.02, 1.04], columns), [0]]) * 0.6
        # the strands meet again behind: their noise is laid out from there, so that its seam is not seen
        over = np.append(np.tile(0.38 * np.radians((az + 180) % 360), len(points)), 0)
        return self.mesh(
            np.concatenate([*points, top]),
            faces.astype(np.int32),
            np.concatenate([*tints, [0.5]]),
            along=down,
            across=over,
        )

    def clump(
        self,
        points,
        width: float,
        thick: float,
        lift: float = 0.01,
        rings: int = 8,
        columns: int = 6,
        tip: float = 0.85,
        root: float = 0.55,
        straight: bool = False,
        ridge: float = 0.35,
        tint: float | None = None,
    ) -> MeshData:
        """A tapered lock of hair along control points (n, 3) that stays `lift` off the skin.

        tip: how far it narrows at its end, 0..1; root: width at its start. straight: pass through the
        points instead of being drawn towards them.
        """
        path = spline(points, rings) if straight else bezier(points, rings)
        path = self.clear(path, lift)
        path[1:-1] = 0.25 * path[:-2] + 0.5 * path[1:-1] + 0.25 * path[2:]
        path[0] -= SUNK * unit(gradient(self.head, path[:1], 2e-3))[0]
        t = np.linspace(0, 1, rings)
        shape = (root + (1 - root) * smoothstep(t, 0, 0.35)) * (1 - tip * t**2.6)
        shape = np.maximum(shape, 0.06)
        facing = unit(unit(path - CENTRE) + 0.6 * unit(gradient(self.head, path, 2e-3)))
        v, faces = sweep(path, facing, width * shape, thick * shape**0.6, columns, ridge)
        value = 0.5 + 0.32 * self.random.uniform(-1, 1) if tint is None else tint
        down = np.concatenate([np.repeat(t, columns), [0, 1]])
        length = np.linalg.norm(np.diff(path, axis=0), axis=1).sum()
        over = np.append(np.tile(0.7 * width * np.cos(2 * np.pi * np.arange(columns) / columns), rings), [0, 0])
        tints = np.clip(value - 0.14 * (1 - down) + 0.05 * down, 0, 1)
        return self.mesh(v, faces, tints, along=down * length, across=over)

    def fan(
        self, starts, middles, ends, count: int, width: float, thick: float, jitter: float = 0.008, **kwargs
    ) -> list[MeshData]:
        """`count` clumps spread between the given rows of start, middle and end points."""

        def along(rows, u):
            rows = np.asarray(rows, float)
            if rows.ndim == 1:
                return rows
            return np.array([np.interp(u, np.linspace(0, 1, len(rows)), rows[:, c]) for c in range(3)])

        out = []
        for i in range(count):
            u = (i + 0.5) / count
            points = [
                along(r, u) + self.random.normal(0, jitter, 3) * k
                for r, k in ((starts, 0.3), (middles, 0.8), (ends, 1.0))
            ]
            out.append(self.clump(points, width * self.random.uniform(0.9, 1.12), thick, **kwargs))
        return out

    def band(
        self,
        span: tuple[float, float],
        low: Callable,
        high: Callable,
        lift: float,
        columns: int = 40,
        rows: int = 6,
        grooves: int = 14,
    ) -> MeshData:
        """Hair lying between two heights over azimuths `span`, bare above: the sides of a bald head.

        low, high: angle from the front -> elevation, degrees.
        """
        az = np.linspace(*span, columns)
        away = np.minimum(az % 360, 360 - az % 360)
        share = np.linspace(0, 1, rows)[:, None]
        el = low(away) + (high(away) - low(away)) * share
        swell = (
            np.sin(np.pi * np.linspace(0.06, 0.94, rows))[:, None] ** 0.5
            * np.sin(np.pi * np.linspace(0.04, 0.96, columns)) ** 0.3
        )
        wave = 0.005 * np.cos(np.linspace(0, 2 * np.pi * grooves, columns))
        top = self.at(np.broadcast_to(az, el.shape).ravel(), el.ravel(), (lift * swell + wave * swell).ravel())
        index = np.arange(rows * columns).reshape(rows, columns)
        edge = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
        centre = unit(top[edge] - CENTRE)
        root = top[edge] - centre * (lift * 0.6 + 0.03)
        n, j = len(edge), np.roll(np.arange(len(edge)), -1)
        below = rows * columns + np.arange(n)
        faces = np.concatenate([grid_faces(rows, columns, False), np.stack([edge[j], edge, below, below[j]], 1)])
        tint = np.concatenate([(0.5 + 24 * wave + np.zeros((rows, 1))).ravel(), np.full(n, 0.4)])
        down = np.broadcast_to(0.4 * share, el.shape).ravel()
        over = np.broadcast_to(0.38 * np.radians(az), el.shape).ravel()
        return self.mesh(
            np.concatenate([top, root]),
            faces.astype(np.int32),
            tint,
            along=np.concatenate([down, down[edge]]),
            across=np.concatenate([over, over[edge]]),
        )

    def hanging(
        self,
        ends: np.ndarray,
        z: float,
        parting: float,
        width: float,
        thick: float,
        out: float = 0.06,
        spread: float = 1.10,
        rings: int = 10,
        wave: float = 0.0,
        tip: float = 0.55,
        lift: float = 0.018,
        flip: float = 0.0,
        rise: float = 0.045,
    ) -> list[MeshData]:
        """Locks that fall from a parting to the height `z`, one for each azimuth in `ends` (degrees).

        parting: azimuth of the parting at the front; out: how far they stand off at the temple; spread:
        width of the fall against the head's; wave: amplitude of waves; flip: outward turn of the tips;
        rise: how high they stand over the crown.
        """
        made = []
        for i, az in enumerate(ends):
            side = 1.0 if az >= 0 else -1.0
            share = min(abs(az), 180) / 180
            root = self.at(
                parting + (180 - parting) * smoothstep(share, 0.5, 1.05),
                50 + 38 * np.sin(np.pi * min(1, share * 1.15)),
                0.012,
            )[0]
            temple = self.at(az, 38, out * 1.15)[0]
            ear = self.at(az, 2, out)[0]
            a = np.radians(az)
            end = self.hem(az, z + self.random.uniform(-0.02, 0.02), spread)
            mid = 0.5 * (ear + end) * [1.04, 1.04, 1]
            end = end * [1 + flip, 1 + flip, 1]
            points = spline(
                np.array(
                    [root, 0.5 * (root + temple) + unit(root + temple - 2 * CENTRE) * rise, temple, ear, mid, end]
                ),
                24,
            )
            if wave:
                t = np.linspace(0, 1, 24)
                sway = wave * np.sin(2 * np.pi * (2.1 * t + 0.09 * i)) * smoothstep(t, 0.25, 0.55)
                points = points + sway[:, None] * np.array([np.cos(a), side * 0.3, 0.0])
                points = points + 0.5 * (wave * np.cos(2 * np.pi * (2.1 * t + 0.09 * i)) * smoothstep(t, 0.25, 0.55))[
                    :, None
                ] * np.array([np.sin(a), -np.cos(a), 0.0])
            made.append(
                self.clump(points, width * self.random.uniform(0.92, 1.1), thick, lift, rings, tip=tip, straight=True)
            )
        return made


def both_sides(meshes: list[MeshData]) -> list[MeshData]:
    """The meshes and their mirror images."""
    return meshes + [m.moved(scale=(-1, 1, 1)) for m in meshes]
