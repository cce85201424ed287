"""Solids and sheets that props and sets are made of, as plain meshes with analytic shading normals.

Everything stands on its `at`: the middle of the underside, metres. `yaw` turns about z in degrees. Boxes,
planks, lathes and tubes carry the point attributes "grain_u" and "grain_v", metres along and across the
grain, read by the wood material.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from library.geometry.boxes import FACES, chamfered_box, rounded_box, sharp_box
from library.geometry.mesh import Material, MeshData, joined, vertex_normals

Vector = Sequence[float]


def rotation(yaw: float = 0.0, tilt: float = 0.0, roll: float = 0.0) -> np.ndarray:
    """(3, 3) matrix: first `roll` degrees about y, then `tilt` about x, then `yaw` about z."""
    a, b, c = np.radians((yaw, tilt, roll))
    z = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    x = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    y = np.array([[np.cos(c), 0, np.sin(c)], [0, 1, 0], [-np.sin(c), 0, np.cos(c)]])
    return z @ x @ y


def turned(mesh: MeshData, at: Vector = (0, 0, 0), yaw: float = 0.0, tilt: float = 0.0, roll: float = 0.0) -> MeshData:
    """A copy turned about its origin (see `rotation`) and moved to `at`."""
    matrix = np.eye(4)
    matrix[:3, :3] = rotation(yaw, tilt, roll)
    matrix[:3, 3] = at
    return mesh.moved(matrix=matrix)


def with_grain(mesh: MeshData, axis: int | None = None, at: Vector = (0.0, 0.0, 0.0)) -> MeshData:
    """Adds grain coordinates along `axis` (default: the longest); `at` shifts the pattern so that no two agree."""
    low, high = mesh.bounds()
    if axis is None:
        axis = int(np.argmax(high - low))
    others = [i for i in range(3) if i != axis]
    middle = (low + high) / 2 + at
    shift = float(np.sum(middle * (3.1, 5.3, 7.9)))
    mesh.attributes["grain_u"] = (mesh.vertices[:, axis] + shift).astype(np.float32)
    mesh.attributes["grain_v"] = (mesh.vertices[:, others].sum(1) + shift).astype(np.float32)
    return mesh


def box(
    size: Vector,
    at: Vector = (0.0, 0.0, 0.0),
    material: Material | None = None,
    colour="#808080",
    bevel: float = 0.006,
    yaw: float = 0.0,
    tilt: float = 0.0,
    roll: float = 0.0,
    segments: int = 1,
    grain: int | None = None,
) -> MeshData:
    """A box with rounded edges: size (x, y, z) metres; turned about the middle of its underside.

    bevel 0: sharp, 12 triangles; segments 1: one chamfer shaded round, 44 triangles; segments 2: 108.
    """
    half = np.asarray(size, float) / 2
    bevel = min(bevel, 0.45 * 2 * float(half.min()))
    if bevel < 1e-6:
        vertices, faces, normals = sharp_box(half)
    elif segments == 1:
        vertices, faces, normals = chamfered_box(half, bevel)
    else:
        vertices, faces, normals = rounded_box(half, bevel)
    vertices = vertices + (0, 0, half[2])
    mesh = with_grain(MeshData.build(vertices, faces, material, colour, True, normals), grain, at)
    return turned(mesh, at, yaw, tilt, roll)


def lathe(
    profile: Sequence[tuple[float, float]],
    material: Material,
    colour="#808080",
    at: Vector = (0.0, 0.0, 0.0),
    sides: int = 16,
    crease: float = 40.0,
) -> MeshData:
    """A profile of (radius, height) points turned about z, listed from below up along the outside.

    Joints of the profile sharper than `crease` degrees stay sharp. Start and end at radius 0 for a closed solid.
    """
    profile = np.asarray(profile, float)
    step = np.diff(profile, axis=0)
    keep = np.linalg.norm(step, axis=1) > 1e-9
    starts, ends, step = profile[:-1][keep], profile[1:][keep], step[keep]
    out = np.stack([step[:, 1], -step[:, 0]], 1)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    first, last = out.copy(), out.copy()
    for k in range(len(out) - 1):
        if out[k] @ out[k + 1] > np.cos(np.radians(crease)):
            mean = out[k] + out[k + 1]
            last[k] = first[k + 1] = mean / np.linalg.norm(mean)
    angle = 2 * np.pi * np.arange(sides) / sides
    circle = np.stack([np.cos(angle), np.sin(angle)], 1)
    vertices, normals, faces = [], [], []
    i, j = np.arange(sides), (np.arange(sides) + 1) % sides
    count = 0
    for a, b, na, nb in zip(starts, ends, first, last, strict=True):
        rings = []
        for (radius, height), normal in ((a, na), (b, nb)):
            ring_size = 1 if radius < 1e-6 else sides
            ring = circle[:ring_size] * radius
            vertices.append(np.column_stack([ring, np.full(ring_size, height)]))
            spread = np.zeros((1, 2)) if ring_size == 1 else circle
            normals.append(np.column_stack([spread * normal[0], np.full(ring_size, normal[1])]))
            rings.append((count, ring_size))
            count += ring_size
        (p, np_), (q, nq) = rings
        if np_ == 1 and nq == 1:
            continue
        if np_ == 1:
            faces += [(p, q + y, q + x) for x, y in zip(i, j, strict=True)]
        elif nq == 1:
            faces += [(p + x, p + y, q) for x, y in zip(i, j, strict=True)]
        else:
            faces += [(p + x, p + y, q + y, q + x) for x, y in zip(i, j, strict=True)]
    normals = np.concatenate(normals)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    normals = np.where(length > 1e-6, normals / np.maximum(length, 1e-6), (0, 0, 1))
    mesh = MeshData.build(np.concatenate(vertices), faces, material, colour, True, normals)
    return with_grain(mesh, 2).moved(at)


def cylinder(
    radius: float,
    height: float,
    material: Material,
    colour="#808080",
    at: Vector = (0.0, 0.0, 0.0),
    sides: int = 16,
    bevel: float = 0.003,
) -> MeshData:
    """An upright closed cylinder with a chamfered rim."""
    b = min(bevel, radius * 0.4, height * 0.4)
    profile = [(0, 0), (radius - b, 0), (radius, b), (radius, height - b), (radius - b, height), (0, height)]
    return lathe(profile, material, colour, at, sides)


def cup(
    radius: float,
    height: float,
    material: Material,
    colour="#808080",
    at: Vector = (0.0, 0.0, 0.0),
    foot: float = 0.7,
    wall: float = 0.004,
    sides: int = 16,
) -> MeshData:
    """An open vessel with a thick wall; `foot`: radius of the base as a share of the rim's."""
    low, floor = radius * foot, max(wall, height * 0.06)
    profile = [
        (0, 0), (low * 0.92, 0), (low, height * 0.03), (low + (radius - low) * 0.75, height * 0.5), (radius, height),
        (radius - wall, height), (low + (radius - low) * 0.75 - wall, height * 0.5), (low - wall, floor), (0, floor),
    ]  # fmt: skip
    return lathe(profile, material, colour, at, sides)


def sphere(
    radius: float | Vector,
    material: Material,
    colour="#808080",
    at: Vector = (0.0, 0.0, 0.0),
    sides: int = 14,
    rings: int = 8,
) -> MeshData:
    """A ball or ellipsoid (three radii); `at` is its lowest point."""
    radii = np.broadcast_to(np.asarray(radius, float), 3)
    t = np.linspace(-np.pi / 2, np.pi / 2, rings + 1)
    a = 2 * np.pi * np.arange(sides) / sides
    middle = np.stack(
        [
            (np.cos(t[1:-1])[:, None] * np.cos(a)).ravel(),
            (np.cos(t[1:-1])[:, None] * np.sin(a)).ravel(),
            np.repeat(np.sin(t[1:-1]), sides),
        ],
        1,
    )
    unit = np.concatenate([[(0, 0, -1)], middle, [(0, 0, 1)]])
    i = np.arange(sides)
    j = (i + 1) % sides
    faces: list[tuple[int, ...]] = [(0, 1 + y, 1 + x) for x, y in zip(i, j, strict=True)]
    for r in range(rings - 2):
        p, q = 1 + r * sides, 1 + (r + 1) * sides
        faces += [(p + x, p + y, q + y, q + x) for x, y in zip(i, j, strict=True)]
    p = 1 + (rings - 2) * sides
    faces += [(p + x, p + y, len(unit) - 1) for x, y in zip(i, j, strict=True)]
    normals = unit / radii
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    mesh = MeshData.build(unit * radii + (0, 0, radii[2]), faces, material, colour, True, normals)
    return with_grain(mesh, 2).moved(at)


def tube(
    path: Sequence[Vector],
    radius: float | Sequence[float],
    material: Material,
    colour="#808080",
    sides: int = 8,
    closed: bool = False,
) -> MeshData:
    """A round bar along a path of (x, y, z) points; `radius` one or one per point. Ends are capped unless closed.

    The cross sections are carried along the path without twist (double reflection, Wang et al. 2008).
    """
    path = np.asarray(path, float)
    count = len(path)
    radii = np.broadcast_to(np.asarray(radius, float), count)
    tangent = np.roll(path, -1, 0) - np.roll(path, 1, 0) if closed else np.gradient(path, axis=0)
    tangent /= np.maximum(np.linalg.norm(tangent, axis=1, keepdims=True), 1e-12)
    frame = np.cross(tangent[0], (0, 0, 1) if abs(tangent[0, 2]) < 0.9 else (1, 0, 0))
    frame /= np.linalg.norm(frame)
    frames = [frame]
    for k in range(count - 1):
        v = path[k + 1] - path[k]
        c = max(v @ v, 1e-12)
        left = frames[-1] - 2 / c * (v @ frames[-1]) * v
        along = tangent[k] - 2 / c * (v @ tangent[k]) * v
        w = tangent[k + 1] - along
        d = w @ w
        frames.append(left - 2 / d * (w @ left) * w if d > 1e-12 else left)
    side = np.array(frames)
    up = np.cross(tangent, side)
    angle = 2 * np.pi * np.arange(sides) / sides
    ring = np.cos(angle)[None, :, None] * side[:, None] + np.sin(angle)[None, :, None] * up[:, None]
    vertices = (path[:, None] + ring * radii[:, None, None]).reshape(-1, 3)
    normals = ring.reshape(-1, 3)
    i, j = np.arange(sides), (np.arange(sides) + 1) % sides
    faces: list[tuple[int, ...]] = []
    for k in range(count if closed else count - 1):
        p, q = k * sides, ((k + 1) % count) * sides
        faces += [(p + x, p + y, q + y, q + x) for x, y in zip(i, j, strict=True)]
    if not closed:
        for k, sign in ((0, -1), (count - 1, 1)):
            start = len(vertices)
            rim = vertices[k * sides : (k + 1) * sides]
            vertices = np.concatenate([vertices, rim, path[k : k + 1]])
            normals = np.concatenate([normals, np.tile(tangent[k] * sign, (sides + 1, 1))])
            hub = start + sides
            for x, y in zip(i, j, strict=True):
                faces.append((start + x, start + y, hub) if sign > 0 else (start + y, start + x, hub))
    mesh = MeshData.build(vertices, faces, material, colour, True, normals)
    return with_grain(mesh)


def rod(
    start: Vector,
    end: Vector,
    radius: float | tuple[float, float],
    material: Material,
    colour="#808080",
    sides: int = 8,
) -> MeshData:
    """A straight round bar; `radius` may differ at the two ends."""
    ends = (radius, radius) if isinstance(radius, (int, float)) else radius
    return tube([start, end], ends, material, colour, sides)


def cushion(
    size: Vector,
    at: Vector = (0.0, 0.0, 0.0),
    material: Material | None = None,
    colour="#808080",
    puff: float = 0.25,
    cells: int = 6,
    yaw: float = 0.0,
    tilt: float = 0.0,
    roll: float = 0.0,
) -> MeshData:
    """A soft box: a superellipsoid whose faces bulge by `puff` (0 square to 1 round) and whose edges are soft."""
    t = np.linspace(-1, 1, cells + 1)
    t = np.sign(t) * np.abs(t) ** 0.75
    lookup: dict[tuple[int, int, int], int] = {}
    points: list[tuple[float, ...]] = []
    faces = []
    for (n, u, v), sign in FACES:
        index = np.empty((cells + 1, cells + 1), int)
        for j in range(cells + 1):
            for i in range(cells + 1):
                p = [0.0] * 3
                p[n], p[u], p[v] = sign, t[i], t[j]
                key = tuple(round(x * 1e6) for x in p)
                if key not in lookup:
                    lookup[key] = len(points)
                    points.append(tuple(p))
                index[j, i] = lookup[key]
        for j in range(cells):
            for i in range(cells):
                quad = [index[j, i], index[j, i + 1], index[j + 1, i + 1], index[j + 1, i]]
                faces.append(quad if sign > 0 else quad[::-1])
    cube = np.array(points)
    power = 9.0 - 6.0 * puff
    norm = (np.abs(cube) ** power).sum(1) ** (1 / power)
    half = np.asarray(size, float) / 2
    vertices = cube / norm[:, None] * half
    squash = 1 - 0.35 * puff * (np.abs(cube[:, :2]) ** 4).max(1)
    thin = int(np.argmin(half))
    vertices[:, thin] *= 1 - 0.35 * puff * (np.abs(np.delete(cube, thin, 1)) ** 4).max(1) if thin != 2 else squash
    vertices = vertices + (0, 0, half[2])
    quads = np.array(faces, np.int32)
    mesh = MeshData.build(vertices, quads, material, colour, True, vertex_normals(vertices, quads))
    return turned(mesh, at, yaw, tilt, roll)


def extrude(
    outline: Sequence[tuple[float, float]],
    height: float,
    material: Material,
    colour="#808080",
    at: Vector = (0.0, 0.0, 0.0),
    bevel: float = 0.0,
) -> MeshData:
    """A convex outline of (x, y) points, counter-clockwise, drawn up by `height`, with a chamfered top rim."""
    outline = np.asarray(outline, float)
    count = len(outline)
    middle = outline.mean(0)
    reach = np.linalg.norm(outline - middle, axis=1, keepdims=True)
    inner = middle + (outline - middle) * np.maximum(0, 1 - bevel / np.maximum(reach, 1e-9))
    levels = [(outline, 0.0), (outline, height - bevel)] + ([(inner, height)] if bevel > 0 else [])
    vertices, normals, faces = [], [], []
    for (a, za), (b, zb) in itertools.pairwise(levels):
        for k in range(count):
            n = (k + 1) % count
            quad = np.array([(*a[k], za), (*a[n], za), (*b[n], zb), (*b[k], zb)])
            normal = np.cross(quad[1] - quad[0], quad[3] - quad[0])
            start = len(vertices)
            vertices += list(quad)
            normals += [normal / max(np.linalg.norm(normal), 1e-12)] * 4
            faces.append((start, start + 1, start + 2, start + 3))
    for points, z, sign in ((levels[-1][0], height, 1), (outline, 0.0, -1)):
        start = len(vertices)
        vertices += [(*p, z) for p in points] + [(*middle, z)]
        normals += [(0, 0, sign)] * (count + 1)
        for k in range(count):
            n = (k + 1) % count
            faces.append((start + k, start + n, start + count) if sign > 0 else (start + n, start + k, start + count))
    mesh = MeshData.build(np.array(vertices), faces, material, colour, True, np.array(normals))
    return with_grain(mesh).moved(at)


def sheet(points: np.ndarray, material: Material, colour="#808080", double: bool = False) -> MeshData:
    """A surface through a (rows, columns, 3) grid of points; seen from the side where rows x columns points.

    double: a second layer 2 mm behind, so that it is closed enough to be seen from both sides.
    """
    points = np.asarray(points, float)
    rows, columns = points.shape[:2]
    k = np.arange(rows * columns).reshape(rows, columns)
    quads = np.stack([k[:-1, :-1], k[1:, :-1], k[1:, 1:], k[:-1, 1:]], -1).reshape(-1, 4).astype(np.int32)
    flat = points.reshape(-1, 3)
    normals = vertex_normals(flat, quads)
    front = MeshData.build(flat, quads, material, colour, True, normals)
    if not double:
        return front
    shade = front.colors if isinstance(colour, np.ndarray) else colour
    back = MeshData.build(flat - normals * 0.002, quads[:, ::-1].copy(), material, shade, True, -normals)
    return joined([front, back])


def panel(corners: Sequence[Vector], material: Material, colour="#808080", normal: Vector | None = None) -> MeshData:
    """A flat quad through four corners, counter-clockwise seen from its front."""
    corners = np.asarray(corners, float)
    if normal is None:
        normal = np.cross(corners[1] - corners[0], corners[3] - corners[0])
    normal = np.asarray(normal, float) / np.linalg.norm(normal)
    return MeshData.build(corners, [(0, 1, 2, 3)], material, colour, False, np.tile(normal, (4, 1)))
