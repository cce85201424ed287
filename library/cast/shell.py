"""One clean quad mesh over the trunk and limbs of a field: the cut of skin and of every garment.

Trunk rows run round the body, arms leave through a rectangular hole in the rows, legs split off the
lowest row over a strip in the crotch. Rows and rings follow the limbs, so cuffs and hems are exact and
joints bend along edge loops.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from library.cast.body import Body, crotch, limb_point
from library.cast.figure import DORSAL, FRONT, Figure
from library.geometry.loft import grid_faces, unit
from library.geometry.sdf import gradient, neighbour_mean, project, quad_edges, smoothstep

COLUMNS = 40
ARM_COLUMNS = 20
LEG_COLUMNS = 24
_HOLE = 4  # trunk columns an arm takes
_HOLE_ROWS = 6
_STRIP = 3  # vertices across the crotch

TRUNK, LEFT_ARM, RIGHT_ARM, LEFT_LEG, RIGHT_LEG, LEFT_HAND, RIGHT_HAND = range(7)


@dataclass
class Shell:
    """A growing mesh: vertices (V, 3) with the limb each belongs to and how far along it lies.

    limb: (V,) one of TRUNK ... RIGHT_HAND. along: (V,) height in metres on the trunk, 0..2 on arms and
    legs (joints at 0, 1, 2). free: (V,) 0..1, how much a vertex may slide along the surface.
    angle: (V,) radians round the trunk from the front to the left, round a limb otherwise.
    """

    vertices: np.ndarray = field(default_factory=lambda: np.zeros((0, 3)))
    limb: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    along: np.ndarray = field(default_factory=lambda: np.zeros(0))
    angle: np.ndarray = field(default_factory=lambda: np.zeros(0))
    free: np.ndarray = field(default_factory=lambda: np.zeros(0))
    bone: np.ndarray = field(default_factory=lambda: np.zeros(0, object))
    faces: np.ndarray = field(default_factory=lambda: np.zeros((0, 4), np.int32))
    wrists: dict[int, np.ndarray] = field(default_factory=dict)

    def add(self, points, limb: int, along, angle=0.0, free=0.0, bone="") -> np.ndarray:
        """Adds points (n, 3); returns their indices."""
        points = np.asarray(points, float).reshape(-1, 3)
        start, n = len(self.vertices), len(points)
        self.vertices = np.concatenate([self.vertices, points])
        self.limb = np.concatenate([self.limb, np.full(n, limb)])
        for name, value in (("along", along), ("angle", angle), ("free", free)):
            setattr(self, name, np.concatenate([getattr(self, name), np.broadcast_to(np.asarray(value, float), n)]))
        self.bone = np.concatenate([self.bone, np.full(n, bone, object)])
        return np.arange(start, start + n)

    def add_faces(self, faces) -> None:
        faces = np.asarray(faces, np.int32)
        if faces.shape[1] == 3:
            faces = np.concatenate([faces, np.full((len(faces), 1), -1, np.int32)], 1)
        self.faces = np.concatenate([self.faces, faces])

    def bridge(self, a: np.ndarray, b: np.ndarray) -> None:
        """Quads between two closed rings of the same length, facing away from the ring's middle."""
        j = np.roll(np.arange(len(a)), -1)
        quads = np.stack([a, a[j], b[j], b], 1)
        corner = self.vertices[quads]
        normal = np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1])
        outward = corner.mean(1) - corner.mean((0, 1))
        self.add_faces(quads if (normal * outward).sum() > 0 else quads[:, ::-1])

    def cap(self, ring: np.ndarray, tip: int) -> None:
        """Triangles from a ring to one vertex."""
        j = np.roll(ring, -1)
        tri = np.stack([ring, j, np.full(len(ring), tip)], 1)
        corner = self.vertices[tri]
        normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        outward = self.vertices[tip] - self.vertices[ring].mean(0)
        self.add_faces(tri if (normal @ outward).sum() > 0 else tri[:, ::-1])

    def keep(self, faces: np.ndarray) -> Shell:
        """A copy with only the faces of mask (F,) and the vertices they use."""
        chosen = self.faces[faces]
        used = np.unique(chosen[chosen >= 0])
        lookup = np.full(len(self.vertices) + 1, -1)
        lookup[used] = np.arange(len(used))
        return Shell(
            self.vertices[used],
            self.limb[used],
            self.along[used],
            self.angle[used],
            self.free[used],
            self.bone[used],
            lookup[chosen].astype(np.int32),
        )

    def boundary(self) -> list[np.ndarray]:
        """Open edges as closed loops of vertex indices, in the direction of their faces."""
        f = self.faces
        corners = [(f[:, i], np.where(f[:, (i + 1) % 4] >= 0, f[:, (i + 1) % 4], f[:, 0])) for i in range(4)]
        pairs = np.concatenate([np.stack(c, 1)[(c[0] >= 0) & (c[0] != c[1])] for c in corners])
        key = pairs[:, 0].astype(np.int64) * len(self.vertices) + pairs[:, 1]
        back = pairs[:, 1].astype(np.int64) * len(self.vertices) + pairs[:, 0]
        after = dict(pairs[~np.isin(key, back)].tolist())
        loops = []
        while after:
            first, nxt = next(iter(after.items()))
            loop = [first]
            while nxt != first and nxt in after:
                loop.append(nxt)
                nxt = after.pop(nxt)
            after.pop(first, None)
            loops.append(np.array(loop))
        return loops

    def settle(self, surface: Callable, passes: int = 6) -> None:
        """Slides free vertices to even spacing and puts every vertex on the surface."""
        edges = quad_edges(self.faces)
        for _ in range(passes):
            pull = neighbour_mean(self.vertices, edges) - self.vertices
            self.vertices = self.vertices + 0.55 * self.free[:, None] * pull
            self.vertices = project(surface, self.vertices, 1)
        self.vertices = project(surface, self.vertices, 1)


def cut(
    body: Body,
    low: float | None,
    neckline: Callable[[np.ndarray], np.ndarray],
    sleeve: float | None = None,
    leg: float | None = None,
    opening: Callable[[np.ndarray], np.ndarray] | None = None,
    neck_rows: int = 4,
    spacing: float = 0.028,
) -> Shell:
    """A shell over `body`.

    low: height of the hem; None where legs go on below. neckline: angle -> height of the upper edge.
    sleeve, leg: how far along the limb it reaches (1 elbow or knee, 2 wrist or ankle); sleeve None leaves
    the arm holes open. opening: height -> half angle of a gap down the front.
    """
    fig = body.fig
    shell = Shell()
    s = fig.scale
    base = crotch(fig) if low is None else low
    shoulder = fig.joints["LeftArm"][2]
    under, over = shoulder - 0.072 * s, shoulder + 0.038 * s
    angles = 2 * np.pi * np.arange(COLUMNS + (opening is not None)) / COLUMNS
    edge = neckline(angles)
    armed = edge.max() > over
    if (not armed and edge.max() > under - 0.01) or (armed and base > under - 0.02):
        raise ValueError("the upper edge of a shell must lie below or above the arms, its hem below them")
    rows = max(2, round(((under if armed else edge.max()) - base) / (spacing * s)))
    heights = np.linspace(base, under if armed else edge.max(), rows + 1)
    first_hole = rows
    if armed:
        heights = np.concatenate([heights, np.linspace(under, over, _HOLE_ROWS + 1)[1:]])
        heights = np.concatenate([heights, np.linspace(over, edge.max(), neck_rows + 1)[1:]])
    z = np.repeat(heights[:, None], len(angles), 1)
    side = edge.max()
    waist = min(base + 0.3 * (side - base), trunk_middle(fig))
    z = z - (side - edge) * smoothstep(z, waist, side)
    phi = np.repeat(angles[None], len(heights), 0)
    if opening is not None:
        gap = opening(z)
        phi = gap + (2 * np.pi - 2 * gap) * phi / (2 * np.pi)
    points = cast_round(body, z, phi)
    grid = shell.add(points, TRUNK, z.ravel(), phi.ravel()).reshape(z.shape)
    faces = grid_faces(len(heights), len(angles), opening is None)
    row, column = np.divmod(np.arange(len(faces)), COLUMNS)
    hole = np.zeros(len(faces), bool)
    quarter = COLUMNS // 4
    for middle in (quarter, 3 * quarter) if armed else ():
        hole |= (
            (row >= first_hole)
            & (row < first_hole + _HOLE_ROWS)
            & (column >= middle - _HOLE // 2)
            & (column < middle + _HOLE // 2)
        )
    shell.add_faces(grid[0, 0] + faces[~hole])
    if armed:
        shell.free[grid[first_hole - 2 : -1].ravel()] = 1
        shell.free[grid[first_hole - 2]] = 0.5
    if opening is not None:
        shell.free[grid[:, [0, -1]].ravel()] = 0
    loops = [_hole_loop(grid, first_hole, quarter, -1), _hole_loop(grid, first_hole, 3 * quarter, 1)] if armed else []
    if sleeve is None or not armed:
        for loop in loops:
            shell.free[loop] = 0
    else:
        for limb, sign, loop in ((LEFT_ARM, 1, loops[0]), (RIGHT_ARM, -1, loops[1])):
            _add_arm(shell, body, limb, sign, loop, sleeve, spacing)
    if low is None:
        _add_legs(shell, body, grid, leg if leg is not None else 2.0, spacing)
    shell.settle(_surface(body, low is None or low < joint_top(fig), armed and sleeve is not None), 7)
    return shell


def joint_top(fig: Figure) -> float:
    """Height under which a hem has to clear the thighs."""
    return float(fig.joints["LeftUpLeg"][2] + 0.06 * fig.scale)


def _surface(body: Body, legs: bool, arms: bool) -> Callable:
    if legs and not body.ease.flare:
        return body.whole if arms else body.lower
    return body.upper if arms else body.trunk


def trunk_middle(fig: Figure) -> float:
    """Height half way between the hip joints and the neck."""
    return 0.5 * (fig.joints["LeftUpLeg"][2] + fig.joints["Neck"][2])


def fold_in(shell: Shell, loop: np.ndarray, thickness: float = 0.006, depth: float = 0.03) -> None:
    """Turns an open edge inwards: a rim of `thickness` and a lining `depth` deep, so it never looks hollow."""
    v = shell.vertices
    edges = quad_edges(shell.faces)
    inner = np.zeros((len(v), 3))
    on_loop = np.isin(np.arange(len(v)), loop)
    for a, b in ((0, 1), (1, 0)):
        from_loop = on_loop[edges[:, a]] & ~on_loop[edges[:, b]]
        np.add.at(inner, edges[from_loop, a], v[edges[from_loop, b]] - v[edges[from_loop, a]])
    inner = unit(_smoothed_round(inner[loop]))
    forward = unit(np.roll(v[loop], -1, 0) - np.roll(v[loop], 1, 0))
    normal = unit(np.cross(forward, inner))
    rim = v[loop] - normal * thickness - inner * thickness * 0.15
    lining = v[loop] - normal * thickness * 1.5 + inner * depth
    rings = [loop]
    for points in (rim, lining):
        new = shell.add(points, TRUNK, 0)
        for name in ("limb", "along", "angle", "bone"):
            getattr(shell, name)[new] = getattr(shell, name)[loop]
        rings.append(new)
    for a, b in itertools.pairwise(rings):
        j = np.roll(np.arange(len(a)), -1)
        shell.add_faces(np.stack([a[j], a, b, b[j]], 1))


def _smoothed_round(values: np.ndarray) -> np.ndarray:
    return values + 0.5 * (np.roll(values, 1, 0) + np.roll(values, -1, 0))


def cast_round(body: Body, z: np.ndarray, phi: np.ndarray) -> np.ndarray:
    """Where level rays from the trunk's middle leave it, (z.size, 3)."""
    z, phi = z.ravel(), phi.ravel()
    fig = body.fig
    neck, head = fig.joints["Neck"], fig.joints["Head"]
    y = np.where(z > neck[2], np.interp(z, [neck[2], head[2]], [neck[1], head[1] + 0.006]), body.middle(z))
    origin = np.stack([np.zeros_like(z), y, z], 1)
    direction = np.stack([np.sin(phi), -np.cos(phi), np.zeros_like(z)], 1)
    t = np.full(len(z), 0.01)
    for _ in range(45):
        d = body.trunk(origin + t[:, None] * direction)
        t = np.clip(t - 0.8 * d, 0.005, 0.8)
    return origin + t[:, None] * direction


def _hole_loop(grid: np.ndarray, row: int, column: int, step: int) -> np.ndarray:
    """The arm hole's rim from its top middle, first towards the front (`step` -1 on the left)."""
    half, last = _HOLE // 2, row + _HOLE_ROWS
    front, back = column + step * half, column - step * half
    top = [grid[last, column + step * i] for i in range(half)]
    down = [grid[r, front] for r in range(last, row, -1)]
    bottom = [grid[row, front - step * i] for i in range(_HOLE)]
    up = [grid[r, back] for r in range(row, last)]
    rest = [grid[last, back + step * i] for i in range(half)]
    return np.array(top + down + bottom + up + rest)


def _add_arm(shell: Shell, body: Body, limb: int, sign: int, loop: np.ndarray, reach: float, spacing: float) -> None:
    fig = body.fig
    joints = fig.joints
    length = np.linalg.norm(joints["LeftForeArm"] - joints["LeftArm"])
    start = 0.050 * fig.scale / length
    count = max(2, round((reach - start) * length / (spacing * 1.05 * fig.scale)))
    stations = np.linspace(start, reach, count + 1)
    centres = limb_point(joints, ("LeftArm", "LeftForeArm", "LeftHand"), stations)
    angle = 2 * np.pi * np.arange(ARM_COLUMNS) / ARM_COLUMNS
    ring = np.cos(angle)[:, None] * DORSAL + np.sin(angle)[:, None] * FRONT
    mirror = np.array([sign, 1, 1])
    previous = loop
    for i, (t, centre, radius) in enumerate(zip(stations, centres, body.arm_radius(stations), strict=True)):
        free = max(0.0, 1 - i / 3) if i < count else 0
        points = (centre + radius * ring) * mirror
        new = shell.add(points, limb, t, angle, free)
        shell.bridge(previous, new)
        previous = new
    shell.wrists[limb] = previous


def _add_legs(shell: Shell, body: Body, grid: np.ndarray, reach: float, spacing: float) -> None:
    fig = body.fig
    joints = fig.joints
    half = COLUMNS // 2
    front, back = grid[0, 0], grid[0, half]
    share = (np.arange(_STRIP) + 1) / (_STRIP + 1)
    a, b = shell.vertices[back], shell.vertices[front]
    strip_points = a + (b - a) * share[:, None] - np.array([0, 0, 0.012 * fig.scale]) * np.sin(np.pi * share)[:, None]
    strip = shell.add(strip_points, TRUNK, strip_points[:, 2], 0, 0.6)
    shell.free[grid[:2].ravel()] = 0.6
    hip, knee = joints["LeftUpLeg"], joints["LeftLeg"]
    start = (hip[2] - crotch(fig) + 0.030 * fig.scale) / (hip[2] - knee[2])
    count = max(2, round((reach - start) * np.linalg.norm(knee - hip) / (spacing * 1.25 * fig.scale)))
    stations = np.linspace(start, reach, count + 1)
    centres = limb_point(joints, ("LeftUpLeg", "LeftLeg", "LeftFoot"), stations)
    angle = np.pi / 2 + (np.arange(LEG_COLUMNS) - half // 2) * 2 * np.pi / LEG_COLUMNS
    ring = np.stack([np.sin(angle), -np.cos(angle), np.zeros(LEG_COLUMNS)], 1)
    for limb, sign in ((LEFT_LEG, 1), (RIGHT_LEG, -1)):
        outline = grid[0, np.arange(half + 1) * sign % COLUMNS]
        previous = np.concatenate([outline, strip])
        for i, (t, centre, radius) in enumerate(zip(stations, centres, body.leg_radius(stations), strict=True)):
            free = max(0.0, 1 - i / 4) if i < count else 0
            new = shell.add((centre + radius * ring) * [sign, 1, 1], limb, t, angle, free)
            shell.bridge(previous, new)
            previous = new


def lifted(shell: Shell, surface: Callable, distance) -> np.ndarray:
    """The shell's vertices moved off `surface` along its gradient."""
    return shell.vertices + unit(gradient(surface, shell.vertices)) * np.asarray(distance)[..., None]
