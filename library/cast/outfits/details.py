"""Small things sewn on garments: panels, plates, belts, collars, buttons, ties, hoods and capes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from library.cast.body import Body
from library.cast.figure import Figure
from library.cast.sewing import COTTON, PLASTIC, follow, seated
from library.cast.shell import cast_round
from library.cast.skinning import BODY_BONES, hanging_weights, sharpened, trunk_weights
from library.geometry.loft import ball, grid_faces, sweep, unit
from library.geometry.mesh import Material, MeshData, flipped, joined
from library.geometry.sdf import smoothstep


def on_trunk(mesh: MeshData, fig: Figure, hanging: bool = False) -> MeshData:
    """`mesh` skinned by height alone, and by the thighs below the hips where it hangs."""
    p = mesh.vertices.astype(float)
    weights = trunk_weights(p, fig)
    if hanging:
        hip = fig.joints["LeftUpLeg"][2]
        blend = smoothstep(p[:, 2], hip + 0.13 * fig.scale, hip + 0.03 * fig.scale)[:, None]
        weights = weights * (1 - blend) + hanging_weights(p, fig) * blend
    mesh.bones, mesh.weights = list(BODY_BONES), sharpened(weights)
    return seated(mesh, fig) if hanging else mesh


def panel(
    body: Body,
    half_angle: float,
    low: float,
    neckline: Callable,
    material: Material,
    colour,
    columns: int = 14,
    rows: int = 16,
    middle: float = 0.0,
) -> MeshData:
    """A sheet on the front (or about the angle `middle`) from `low` up to the neckline, not closed behind."""
    phi = middle + np.linspace(-half_angle, half_angle, columns)
    top = neckline(np.mod(phi, 2 * np.pi))
    z = low + (top - low) * np.linspace(0, 1, rows)[:, None]
    points = cast_round(body, z, np.repeat(phi[None], rows, 0))
    return on_trunk(
        MeshData.build(points, grid_faces(rows, columns, False).astype(np.int32), material, colour), body.fig
    )


def plate(
    body: Body, phi: np.ndarray, z: np.ndarray, lift: float, material: Material, colour, rim: float = 0.006
) -> MeshData:
    """A raised piece over the grid of angles and heights phi, z (rows, columns), its rim let into the cloth."""
    s = body.fig.scale
    points = cast_round(body, z, phi).reshape(*z.shape, 3)
    axis = np.stack([np.zeros_like(z), np.broadcast_to(body.middle(z), z.shape), z], -1)
    out = unit(points - axis)
    points = points + out * lift * s
    rows, columns = z.shape
    ring = np.concatenate([points[0, :-1], points[:-1, -1], points[-1, :0:-1], points[:0:-1, 0]])
    outward = np.concatenate([out[0, :-1], out[:-1, -1], out[-1, :0:-1], out[:0:-1, 0]])
    away = unit(ring - points.mean((0, 1)))
    low = ring - outward * (lift + rim) * s + away * 0.0015 * s
    index = np.arange(rows * columns).reshape(rows, columns)
    edge = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    n = len(edge)
    below = rows * columns + np.arange(n)
    j = np.roll(np.arange(n), -1)
    faces = np.concatenate([grid_faces(rows, columns, False), np.stack([edge[j], edge, below, below[j]], 1)])
    faces = faces.astype(np.int32)
    if np.cross(points[0, 1] - points[0, 0], points[1, 0] - points[0, 0]) @ out[0, 0] < 0:
        faces = faces[:, ::-1]
    return MeshData.build(np.concatenate([points.reshape(-1, 3), low]), np.ascontiguousarray(faces), material, colour)


def box_plate(
    body: Body,
    phi: float,
    z: float,
    width: float,
    height: float,
    lift: float,
    material: Material,
    colour,
    columns: int = 4,
    rows: int = 4,
) -> MeshData:
    """A rectangular plate `width` by `height` metres (at 1.75 m) about an angle and height: pockets, badges."""
    s = body.fig.scale
    radius = np.linalg.norm(cast_round(body, np.array([z]), np.array([phi]))[0, :2])
    half = 0.5 * width * s / max(radius, 0.05)
    a, h = np.meshgrid(
        np.linspace(phi - half, phi + half, columns), np.linspace(z - 0.5 * height * s, z + 0.5 * height * s, rows)
    )
    return plate(body, a, h, lift, material, colour)


def band(body: Body, z, height: float, lift: float, material: Material, colour, columns: int = 36) -> MeshData:
    """A closed band round the trunk: belts and waistbands. z: height or function of the angle."""
    s = body.fig.scale
    phi = 2 * np.pi * np.arange(columns) / columns
    level = z(phi) if callable(z) else np.full(columns, float(z))
    rows = []
    for dz, out in (
        (-0.5, -0.006),
        (-0.5, lift),
        (-0.42, lift + 0.001),
        (0.42, lift + 0.001),
        (0.5, lift),
        (0.5, -0.006),
    ):
        h = level + dz * height * s
        p = cast_round(body, h, phi)
        rows.append(p + np.stack([np.sin(phi), -np.cos(phi), 0 * phi], 1) * out * s)
    return MeshData.build(np.concatenate(rows), grid_faces(len(rows), columns).astype(np.int32), material, colour)


def placket(body: Body, low: float, high: float, material: Material, colour, width: float = 0.030) -> MeshData:
    """The doubled strip down the front that buttons sit on; width: metres at 1.75 m."""
    z = np.linspace(low, high, 12)
    radius = np.linalg.norm(cast_round(body, z, 0 * z)[:, :2], axis=1)
    half = 0.5 * width * body.fig.scale / np.maximum(radius, 0.05)
    phi = half[:, None] * np.linspace(-1, 1, 4)
    return plate(body, phi, np.repeat(z[:, None], 4, 1), 0.0028, material, colour, rim=0.004)


def buttons(body: Body, heights, phi: float, radius: float, colour, material: Material = PLASTIC) -> MeshData:
    """A row of buttons."""
    s = body.fig.scale
    heights = np.atleast_1d(np.asarray(heights, float))
    points = cast_round(body, heights, np.full(len(heights), phi))
    out = []
    for p in points:
        v, faces = ball(p, np.array([radius, radius * 0.5, radius]) * s, 4, 8)
        out.append(MeshData.build(v, faces, material, colour))
    return joined(out)


def collar(
    fig: Figure,
    colour,
    material: Material = COTTON,
    gap: float = 0.30,
    height: float = 0.034,
    fall: float = 0.044,
    ease: float = 0.012,
) -> MeshData:
    """A turned-down collar, buttoned: the stand meets in front, the points of the fall part by half angle `gap`;
    height of the stand and length of the fall."""
    s = fig.scale
    neck = fig.joints["Neck"]
    body = Body(fig)
    n = 30
    round_ = np.pi - np.pi * np.cos(np.pi * np.linspace(0, 1, n))  # closer together in front
    front = np.clip(np.cos(round_), 0, 1)
    base = neck[2] + (0.010 - 0.030 * front) * s
    middle_y = neck[1] - 0.004 * s
    probe = np.stack([np.zeros(3), np.full(3, middle_y), neck[2] + np.array([0.02, 0.03, 0.04]) * s], 1)
    radius = float(-np.mean(body.neck(probe))) + ease * s
    tip = np.exp(-((np.minimum(round_, 2 * np.pi - round_) / 0.42) ** 2))
    rows = []
    for r, z, parted in (
        (0.0 * tip, base - 0.012 * s, 0.01),
        (0.001 + 0 * tip, base + height * s * (1 - 0.20 * front), 0.01),
        (0.006 + 0 * tip, base + height * s * (1 - 0.20 * front) + 0.002 * s, 0.02),
        (0.0115 + 0.001 * tip, base + height * s * (0.88 - 0.20 * front), 0.05),
        (0.016 + 0.012 * tip, base + (height - fall - 0.018 * tip) * s, gap),
        (0.012 + 0.009 * tip, base + (height - fall - 0.018 * tip) * s + 0.001 * s, gap),
        (0.0075 + 0 * tip, base + height * s * 0.7, 0.06),
    ):
        spread = radius + r * s
        phi = parted + (2 * np.pi - 2 * parted) * round_ / (2 * np.pi)
        rows.append(np.stack([np.sin(phi) * spread, middle_y - np.cos(phi) * spread * 1.02, z], 1))
    faces = grid_faces(len(rows), n, False)
    ends = [_ladder([r * n + k for r in range(len(rows))], k == 0) for k in (0, n - 1)]
    faces = flipped(np.concatenate([faces, *ends]))
    return on_trunk(MeshData.build(np.concatenate(rows), faces.astype(np.int32), material, colour), fig)


def _ladder(column: list[int], turn: bool) -> np.ndarray:
    """Quads that close the end of a folded strip of seven rows."""
    pairs = np.array(
        [
            [column[2], column[3], column[6], column[6]],
            [column[3], column[4], column[5], column[6]],
            [column[0], column[1], column[2], column[6]],
        ]
    )
    pairs[0, 3] = -1
    if turn:
        pairs = np.array([[p[2], p[1], p[0], -1] if p[3] < 0 else p[::-1] for p in pairs])
    return pairs


def rope(points: np.ndarray, radius: float, colour, material: Material, columns: int = 8) -> MeshData:
    """A round cord along points (n, 3), metres."""
    facing = np.tile([0.0, 0.3, 1.0], (len(points), 1))
    v, faces = sweep(points, facing, radius, radius, columns)
    return MeshData.build(v, faces, material, colour)


def ring_collar(
    fig: Figure, colour, material: Material, thick: float = 0.016, drop: float = 0.02, ease: float = 0.010
) -> MeshData:
    """A soft roll round the neck: roll necks, scarves, hood rims. `ease` from the neck, and nowhere under the skin."""
    s = fig.scale
    neck = fig.joints["Neck"]
    phi = np.linspace(0, 2 * np.pi, 33)[:-1]
    radius = (0.056 - 0.011 * fig.female - 0.008 * fig.child + 0.008 * max(fig.build, 0)) * 1.05 * s + ease * s

    def ring(radius) -> np.ndarray:
        height = neck[2] + 0.016 * s - drop * s * np.clip(np.cos(phi), 0, 1)
        return np.stack([np.sin(phi) * radius, neck[1] - 0.004 * s - np.cos(phi) * radius, height], 1)

    body, near = Body(fig), radius
    for _ in range(6):
        radius = radius + np.clip(0.3 * thick * s - body.trunk(ring(radius)), 0, None)
    centre = ring(np.minimum(radius, near + 0.03 * s))
    a = 2 * np.pi * np.arange(8) / 8
    out = np.stack([np.sin(phi), -np.cos(phi), 0 * phi], 1)
    rings = centre[None] + thick * s * (
        np.cos(a)[:, None, None] * out[None] + 1.15 * np.sin(a)[:, None, None] * np.array([0, 0, 1.0])
    )
    rings = np.concatenate([rings, rings[:1]])
    faces = grid_faces(8, 32)
    faces = np.concatenate(
        [
            faces,
            np.stack(
                [7 * 32 + np.arange(32), 7 * 32 + (np.arange(32) + 1) % 32, (np.arange(32) + 1) % 32, np.arange(32)], 1
            ),
        ]
    )
    return on_trunk(MeshData.build(rings[:8].reshape(-1, 3), faces.astype(np.int32), material, colour), fig)


def coat_collar(
    body: Body, gap: float, material: Material, colour, height: float = 0.026, columns: int = 28
) -> MeshData:
    """The collar of a coat of the field `body`: from its upper edge in to the neck and up along it, open in front by
    half angle `gap` and lower towards there; height: metres (at 1.75 m) it stands up behind."""
    fig, s = body.fig, body.fig.scale
    neck = fig.joints["Neck"]
    phi = gap + (2 * np.pi - 2 * gap) * np.linspace(0, 1, columns)
    level = np.full(columns, neck[2] + 0.016 * s)
    away = np.minimum(phi, 2 * np.pi - phi) - gap
    rise = height * s * (0.35 + 0.65 * smoothstep(away, 0.0, 1.5))
    out = np.stack([np.sin(phi), -np.cos(phi), 0 * phi], 1)
    edge, below = cast_round(body, level, phi), cast_round(body, level - 0.020 * s, phi)
    middle_y = neck[1] - 0.004 * s
    probe = np.stack([np.zeros(3), np.full(3, middle_y), neck[2] + np.array([0.02, 0.03, 0.04]) * s], 1)
    radius = float(-np.mean(Body(fig).neck(probe)))

    def ring(ease: float, up: np.ndarray) -> np.ndarray:
        across = (radius + ease * s) * out * [1.0, 1.02, 1.0]
        return across + np.stack([0 * phi, np.full(columns, middle_y), level + up], 1)

    top = ring(0.0165, rise)
    rows = [
        below + out * 0.001 * s,
        below + out * 0.006 * s + [0, 0, 0.003 * s],
        0.45 * below + 0.55 * edge + out * 0.008 * s + [0, 0, 0.004 * s],
        0.5 * (edge + top) + out * 0.004 * s,
        top,
        ring(0.0135, rise + 0.003 * s),
        ring(0.0095, rise - 0.001 * s),
        ring(0.0085, 0 * phi - 0.030 * s),
    ]
    faces = grid_faces(len(rows), columns, False)
    index = np.arange(len(rows) * columns).reshape(len(rows), columns)
    ends = []
    for column, turn in ((index[:, 0], 1), (index[:, -1], -1)):
        quads = [[column[k], column[k + 1], column[6 - k], column[7 - k]] for k in range(3)]
        ends.append(np.array(quads)[:, ::turn])
    faces = flipped(np.concatenate([faces, *ends]))
    return on_trunk(MeshData.build(np.concatenate(rows), faces.astype(np.int32), material, colour), fig)


def neck_trim(body: Body, neckline: Callable, half_angle: float, radius: float, material: Material, colour) -> MeshData:
    """The knitted rim of a neckline in front, as far round as `half_angle`; radius: metres at 1.75 m."""
    phi = np.linspace(-half_angle, half_angle, 20)
    points = cast_round(body, neckline(np.mod(phi, 2 * np.pi)), phi)
    return on_trunk(rope(points, radius * body.fig.scale, colour, material, 6), body.fig)


def hood(fig: Figure, host: MeshData, colour, material: Material) -> MeshData:
    """A hood lying on the back and shoulders."""
    s = fig.scale
    neck = fig.joints["Neck"]
    path = []
    for a in np.radians(np.linspace(-128, 128, 17)):
        back = np.cos(a) * 0.5 + 0.5
        path.append(
            [
                np.sin(a) * (0.086 + 0.012 * back) * s,
                neck[1] + (0.016 + 0.074 * np.cos(a)) * s,
                neck[2] + (0.020 - 0.032 * (1 - back) - 0.012 * back) * s,
            ]
        )
    t = np.linspace(0, 1, 17)
    swell = np.sin(np.pi * t) ** 0.6
    v, faces = sweep(
        np.array(path), np.array([0.0, 0.35, 1.0]), (0.014 + 0.026 * swell) * s, (0.012 + 0.018 * swell) * s, 10
    )
    return follow(MeshData.build(v, faces, material, colour), host)


def tie(body: Body, colour, low: float, width: float = 0.034) -> MeshData:
    """A necktie down the front of a shirt."""
    fig, s = body.fig, body.fig.scale
    top = fig.joints["Neck"][2] - 0.018 * s
    z = np.concatenate([[top + 0.014 * s, top, top - 0.022 * s, top - 0.030 * s], np.linspace(top - 0.05 * s, low, 8)])
    p = cast_round(body, z, np.zeros(len(z)))
    p[:, 1] -= 0.006 * s
    w = np.concatenate([[0.017, 0.019, 0.014, 0.012], np.linspace(0.016, width, 7), [0.004]]) * s
    thick = np.concatenate([[0.008, 0.010, 0.008, 0.005], np.full(8, 0.004)]) * s
    v, faces = sweep(p, np.array([0.0, -1.0, 0.1]), w, thick, 8)
    return on_trunk(MeshData.build(v, faces, COTTON, colour), fig)


def cape(fig: Figure, body: Body, colour, low: float, material: Material, wide: float = 0.30) -> MeshData:
    """A cape from the shoulders down the back to the height `low`."""
    s = fig.scale
    columns, rows = 17, 12
    u, v = np.linspace(-1, 1, columns), np.linspace(0, 1, rows)[:, None]
    shoulder = fig.joints["LeftArm"]
    top = np.stack(
        [
            u * shoulder[0] * 0.86,
            np.full(columns, shoulder[1]) + (0.070 - 0.085 * np.abs(u) ** 2.2) * s,
            fig.joints["Neck"][2] + (0.012 - 0.030 * np.abs(u) ** 1.5) * s,
        ],
        1,
    )
    flow = smoothstep(v, 0.0, 0.35)
    x = top[:, 0] * (1 + (wide * s / (shoulder[0] * 0.86) - 1) * v**0.8)
    fold = 0.016 * s * np.cos(5.5 * np.pi * u) * smoothstep(v, 0.10, 0.8)
    y = top[:, 1] + (0.085 * s + 0.02 * s * (1 - u**2)) * flow + 0.06 * s * v**1.5 + fold
    z = top[:, 2] + (low - top[:, 2]) * v
    outer = np.stack([np.broadcast_to(x, y.shape), y, np.broadcast_to(z, y.shape)], -1)
    inner = outer - [0, 0.007 * s, 0]
    faces = grid_faces(rows, columns, False)
    n = rows * columns
    index = np.arange(n).reshape(rows, columns)
    edge = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    j = np.roll(np.arange(len(edge)), -1)
    rim = np.stack([edge, edge[j], edge[j] + n, edge + n], 1)
    faces = np.concatenate([faces, faces[:, ::-1] + n, rim[:, ::-1]])
    mesh = MeshData.build(
        np.concatenate([outer.reshape(-1, 3), inner.reshape(-1, 3)]),
        np.ascontiguousarray(faces.astype(np.int32)),
        material,
        colour,
    )
    return on_trunk(mesh, fig, hanging=True)


def lapels(
    body: Body, opening: Callable, low: float, width: float, material: Material, colour, lift: float = 0.008
) -> MeshData:
    """Turned-back edges along both sides of an opening, from the height `low` up to the neck."""
    fig, s = body.fig, body.fig.scale
    top = fig.joints["Neck"][2] + 0.004 * s
    z = np.linspace(low, top, 9)
    gap = opening(z)
    share = (z - low) / (top - low)
    radius = np.maximum(np.linalg.norm(cast_round(body, z, gap)[:, :2], axis=1), 0.05)
    wide = width * s * np.sin(np.pi * np.clip(0.04 + 0.86 * share, 0, 1)) ** 0.7 / radius
    out = []
    for sign in (1, -1):
        phi = sign * (gap[:, None] - 0.02 + wide[:, None] * np.linspace(0, 1, 4))
        out.append(plate(body, phi, np.repeat(z[:, None], 4, 1), lift, material, colour))
    return on_trunk(joined(out), fig)
