"""The mesh of a head: quad loops round eyes and mouth, even triangles between, all on one field.

Points are spread in a flat map of directions (azimuthal equidistant about the face), triangulated there
on one half, mirrored, and put on the skin. The mouth is held open in the map so that the lips stay apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import scipy  # its parts load when they are first used

from library.cast.headform import CENTRE, LID_WIDTH, Head, eye_direction
from library.geometry.mesh import flipped
from library.geometry.sdf import CLOSE, neighbour_mean, project, quad_edges, smoothstep

EYE_COLUMNS = 36
MOUTH_COLUMNS = 37  # points of half a loop, upper and lower middle included: odd
_EYE_RINGS = np.array([0.0, 0.05, 0.12, 0.22, 0.36, 0.54, 0.76, 1.0])
_EYE_OUTER = (0.40, 0.38, 0.35)  # outermost loop from the eye's middle: outwards, up, down; radians of the map
_NOSE_GAP = 0.125  # and how near it comes to the middle of the face
_MOUTH_RINGS = np.array([0.0, 0.006, 0.013, 0.021, 0.030, 0.041, 0.056, 0.076, 0.100])
_BAG = (
    (0.010, 1.0, 0.2),
    (0.030, 0.98, 1.0),
    (0.075, 0.90, 1.6),
    (0.120, 0.6, 1.2),
)  # depth, width, height of the mouth's inside
_SLIT = 0.0022


@dataclass
class HeadMesh:
    """vertices (V, 3) in head units, faces (F, 4) with -1 in the last column of a triangle.

    part: (V,) "skin", "lid" (inner rim of the eyelids) or "mouth" (inside). lip: (V,) distance from the
    mouth's slit in head units, large elsewhere. above: (V,) signed height over the slit, kept apart at it.
    lid: (V,) 0 at a lid's edge to 1, large elsewhere; upper: (V,) whether that lid is the upper one.
    """

    vertices: np.ndarray
    faces: np.ndarray
    part: np.ndarray
    lip: np.ndarray
    above: np.ndarray
    lid: np.ndarray
    upper: np.ndarray


class _Half:
    """Points of the left half with their place in the map."""

    def __init__(self):
        self.rows: list[dict[str, np.ndarray]] = []

    def add(self, points, flat, fixed=1.0, lip=9.0, above=9.0, lid=9.0, upper=0.0, part=0) -> np.ndarray:
        n = len(points)
        values = dict(fixed=fixed, lip=lip, above=above, lid=lid, upper=upper, part=part)
        start = sum(len(r["points"]) for r in self.rows)
        self.rows.append(
            {"points": points, "flat": flat, **{k: np.broadcast_to(np.asarray(v, float), n) for k, v in values.items()}}
        )
        return np.arange(start, start + n)

    def get(self, name: str) -> np.ndarray:
        return np.concatenate([r[name] for r in self.rows])


def flat_map(p: np.ndarray) -> np.ndarray:
    """(n, 2) angles right and up of directions from CENTRE, in radians from straight ahead."""
    v = p - CENTRE
    v = v / np.linalg.norm(v, axis=-1, keepdims=True)
    angle = np.arccos(np.clip(-v[..., 1], -1, 1))
    across = np.hypot(v[..., 0], v[..., 2])
    return np.stack([v[..., 0], v[..., 2]], -1) * (angle / np.maximum(across, 1e-9))[..., None]


def direction(flat: np.ndarray) -> np.ndarray:
    """Unit directions of points of the map."""
    angle = np.linalg.norm(flat, axis=-1)
    k = np.sin(angle) / np.maximum(angle, 1e-9)
    return np.stack([flat[..., 0] * k, -np.cos(angle), flat[..., 1] * k], -1)


def head_mesh(head: Head) -> HeadMesh:
    half = _Half()
    eye_loops, eye_rim = _add_eye(half, head)
    mouth_loops, bag = _add_mouth(half, head)
    rest = len(half.get("flat"))
    _add_rest(half, head, eye_loops[-1], mouth_loops[-1])
    flat = half.get("flat")
    order = np.concatenate([eye_loops[-1], mouth_loops[-1], np.arange(rest, len(flat))])
    triangles = order[scipy.spatial.Delaunay(flat[order]).simplices]
    triangles = _facing(_without_holes(triangles, flat, eye_loops[-1], mouth_loops[-1]), flat)
    eye, mouth = [*eye_rim[::-1], *eye_loops[1:]], [*bag[::-1], *mouth_loops[1:]]
    quads = [_strip(a, b, True) for a, b in pairwise(eye)]
    quads += [_strip(a, b, False) for a, b in pairwise(mouth)]
    return _whole(half, head, np.concatenate([*quads, np.pad(triangles, ((0, 0), (0, 1)), constant_values=-1)]))


def _add_eye(half: _Half, head: Head):
    a = 2 * np.pi * np.arange(EYE_COLUMNS) / EYE_COLUMNS
    c, s = np.cos(a), np.sin(a)
    az = LID_WIDTH * c
    upper, lower = head.opening(az)
    el = np.where(s >= 0, upper, lower)
    edge = flat_map(head.eye + head.lid * eye_direction(az, el))
    middle = flat_map(head.eye[None])[0]
    wide, high, low = _EYE_OUTER
    outer = middle + np.stack([np.where(c >= 0, wide, middle[0] - _NOSE_GAP) * c, np.where(s >= 0, high, low) * s], 1)
    loops = []
    for t in _EYE_RINGS:
        flat = edge + (outer - edge) * t
        loops.append(half.add(head.surface(direction(flat)), flat, 1 - 0.8 * (t > 0.6), lid=t, upper=(s >= -0.01)))
    rim = [loops[0]]
    for radius, grow in ((1.035, 0.0), (0.975, 0.05)):
        d = eye_direction(az * (1 + 0.5 * grow), el * (1 + grow) + grow * np.sign(s) * 0.4)
        points = head.eye + radius * head.face.eye_radius * d
        rim.append(half.add(points, flat_map(points), 1.0, lid=-0.01, upper=(s >= -0.01), part=1))
    return loops, rim


def _add_mouth(half: _Half, head: Head):
    f = head.face
    a = np.linspace(np.pi / 2, -np.pi / 2, MOUTH_COLUMNS // 2 + 1)
    c, s = np.cos(a), np.sin(a)
    c[[0, -1]] = 0
    middle = len(a) // 2
    loops, slit = [], None
    for rho in _MOUTH_RINGS:
        x = np.hypot(f.mouth_width, rho) * c
        z = np.hypot(_SLIT, rho) * s
        rest = (-0.009 + 0.024 * c**2.4) * np.exp(-((rho / 0.055) ** 2))
        points = _on_front(head, x, f.mouth_z + z + rest)
        above = np.where(np.arange(len(a)) == middle, 0, z)
        shut = np.exp(-((rho / 0.02) ** 2))
        points[:, 1] += _lip_relief(f, rho, c, s)
        loops.append(
            half.add(
                points, flat_map(points), 1.0 - 0.7 * (rho > 0.09), lip=rho, above=above * (1 - shut) + shut * 0.02 * s
            )
        )
        slit = points if slit is None else slit
    rows = [loops[0]]
    for depth, width, height in _BAG:
        inside = slit * [width, 1, 1] + [0, depth, 0]
        inside[:, 2] += 0.036 * height * s
        inside[:, 1] += 0.25 * depth * c
        rows.append(half.add(inside, flat_map(inside), 1.0, lip=-depth, above=0.02 * s, part=2))
    return loops, rows


def _lip_relief(f, rho: float, c: np.ndarray, s: np.ndarray) -> np.ndarray:
    """How far the lips stand off the face (negative y is outwards)."""
    full = np.clip(1 - np.abs(c) ** 3, 0, 1) ** 0.8
    upper = 0.0185 * np.exp(-(((rho - 0.017) / 0.0135) ** 2)) * (1 - 0.25 * np.exp(-((c / 0.12) ** 2)))
    lower = 0.0240 * np.exp(-(((rho - 0.021) / 0.0160) ** 2))
    bulge = np.where(s > 0, upper, lower) * (0.10 + 0.90 * full) * f.lips
    seam = 0.010 * np.exp(-((rho / 0.006) ** 2))
    under = np.where(s < 0, 0.011, 0.003) * np.exp(-(((rho - 0.058) / 0.020) ** 2)) * full
    corner = 0.010 * np.abs(c) ** 6 * np.exp(-((rho / 0.035) ** 2))
    return -bulge + seam + under + corner


def _on_front(head: Head, x: np.ndarray, z: np.ndarray) -> np.ndarray:
    """Points of the skin straight ahead of (x, z)."""
    start = np.stack([x, np.full_like(x, -0.05), z], 1)
    t = np.full(len(x), 0.0)
    for _ in range(40):
        d = head(start - np.stack([0 * t, t, 0 * t], 1))
        if np.abs(d).max(initial=0.0) < CLOSE:
            break
        t = np.clip(t - 0.8 * d, 0, 0.6)
    return start - np.stack([0 * t, t, 0 * t], 1)


def _spacing(flat: np.ndarray, head: Head) -> np.ndarray:
    """Wished distance between points of the map, radians."""
    nose = flat_map(np.array([[0, -0.44, -0.14]]))[0]
    near = np.linalg.norm((flat - nose) * [1.0, 0.75], axis=-1)
    angle = np.linalg.norm(flat, axis=-1)
    face = 0.118 + 0.150 * smoothstep(angle, 0.95, 1.7)
    fine = 0.050 + 0.07 * smoothstep(near, 0.16, 0.36)
    return np.minimum(face, fine)


def _add_rest(half: _Half, head: Head, eye_loop: np.ndarray, mouth_loop: np.ndarray) -> None:
    flat = half.get("flat")
    eye, mouth = flat[eye_loop], flat[mouth_loop]
    mouth_ring = np.concatenate([mouth, (mouth * [-1, 1])[::-1]])
    taken = flat[half.get("part") == 0]
    chosen: list[np.ndarray] = []

    v = mouth[:, 1].max()
    up = v
    while up < 2.75:
        gap = float(_spacing(np.array([0.0, up]), head))
        up += gap
        chosen.append(np.array([0.0, up]))
    down = mouth[:, 1].min()
    while down > -2.75:
        down -= float(_spacing(np.array([0.0, down]), head))
        chosen.append(np.array([0.0, down]))
    taken = np.concatenate([taken, chosen])
    radius = max(up, -down)
    chosen[:] = [p if abs(p[1]) < 2.7 else np.array([0.0, np.sign(p[1]) * radius]) for p in chosen]
    for a in np.linspace(-np.pi / 2, np.pi / 2, 15)[1:-1]:
        chosen.append(radius * np.array([np.cos(a), np.sin(a)]))
    taken = np.concatenate([taken, chosen[-13:]])
    for step in (0.05, 0.115, 0.16, 0.23):
        for i, y in enumerate(np.arange(-2.75, 2.75, step * 0.866)):
            x = np.arange(step * (0.75 + 0.5 * (i % 2)), 2.75, step)
            row = np.stack([x, np.full_like(x, y)], 1)
            want = _spacing(row, head)
            fits = (want <= 0.085) if step == 0.05 else (np.abs(want - step) <= 0.4 * want)
            fits &= (np.hypot(x, y) <= radius - 0.12) & (x >= 0.55 * want)
            for p, gap in zip(row[fits], 0.80 * want[fits], strict=True):
                far = np.hypot(*(taken - p).T).min() > gap
                if far and not _inside(p, eye) and not _inside(p, mouth_ring):
                    taken = np.concatenate([taken, [p]])
                    chosen.append(p)
    flat = np.array(chosen)
    points = head.surface(direction(flat))
    half.add(points, flat, 0.0)


def _inside(p: np.ndarray, ring: np.ndarray) -> bool:
    a, b = ring, np.roll(ring, -1, 0)
    cross = ((a[:, 1] > p[1]) != (b[:, 1] > p[1])) & (
        p[0] < (b[:, 0] - a[:, 0]) * (p[1] - a[:, 1]) / (b[:, 1] - a[:, 1] + 1e-12) + a[:, 0]
    )
    return bool(cross.sum() % 2)


def _without_holes(triangles: np.ndarray, flat: np.ndarray, eye: np.ndarray, mouth: np.ndarray) -> np.ndarray:
    middle = flat[triangles].mean(1)
    lips = np.concatenate([flat[mouth], (flat[mouth] * [-1, 1])[::-1]])
    hole = np.array([_inside(m, flat[eye]) or _inside(m, lips) for m in middle])
    e = flat[triangles]
    area = np.abs(
        (e[:, 1, 0] - e[:, 0, 0]) * (e[:, 2, 1] - e[:, 0, 1]) - (e[:, 2, 0] - e[:, 0, 0]) * (e[:, 1, 1] - e[:, 0, 1])
    )
    return triangles[~hole & (area > 1e-9)]


def _facing(triangles: np.ndarray, flat: np.ndarray) -> np.ndarray:
    """Counter-clockwise as seen from in front."""
    e = flat[triangles]
    turn = (e[:, 1, 0] - e[:, 0, 0]) * (e[:, 2, 1] - e[:, 0, 1]) - (e[:, 2, 0] - e[:, 0, 0]) * (e[:, 1, 1] - e[:, 0, 1])
    return np.where((turn > 0)[:, None], triangles, triangles[:, ::-1])


def _strip(a: np.ndarray, b: np.ndarray, closed: bool) -> np.ndarray:
    """Quads between two loops, `a` inside `b`; closed loops run counter-clockwise, open ones clockwise."""
    i = np.arange(len(a) if closed else len(a) - 1)
    j = (i + 1) % len(a)
    return np.stack([a[j], a[i], b[i], b[j]] if closed else [a[i], a[j], b[j], b[i]], 1)


def _whole(half: _Half, head: Head, faces: np.ndarray) -> HeadMesh:
    """Both halves joined along the middle, with the back of the head closed, evened out on the skin."""
    points = half.get("points")
    n = len(points)
    middle = np.abs(points[:, 0]) < 1e-7
    points = points.copy()
    points[middle, 0] = 0
    other = np.where(middle, np.arange(n), n + np.cumsum(~middle) - 1)
    vertices = np.concatenate([points, points[~middle] * [-1, 1, 1]])
    faces = np.concatenate([faces, flipped(np.where(faces >= 0, other[faces], -1))])

    def both(name):
        v = half.get(name)
        return np.concatenate([v, v[~middle]])

    faces, vertices, extra = _close_back(faces, vertices, head)
    values = {
        k: np.concatenate([both(k), np.full(extra, d)])
        for k, d in (("fixed", 0.0), ("lip", 9.0), ("above", 9.0), ("lid", 9.0), ("upper", 0.0), ("part", 0.0))
    }
    free = (1 - values["fixed"])[:, None]
    edges = quad_edges(faces)
    skin = values["part"] == 0
    for _ in range(5):
        vertices = vertices + 0.5 * free * (neighbour_mean(vertices, edges) - vertices)
        on = skin & (free[:, 0] > 0.5)
        vertices[on] = project(head, vertices[on], 1)
    return HeadMesh(
        vertices,
        faces,
        np.array(["skin", "lid", "mouth"], object)[values["part"].astype(int)],
        values["lip"],
        values["above"],
        values["lid"],
        values["upper"] > 0.5,
    )


def _close_back(faces: np.ndarray, vertices: np.ndarray, head: Head):
    """A fan over the opening at the back of the head."""
    triangles = faces[faces[:, 3] < 0]
    pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    n = len(vertices)
    key, back = pairs[:, 0] * n + pairs[:, 1], pairs[:, 1] * n + pairs[:, 0]
    rim = pairs[~np.isin(key, back)]
    rim = rim[(vertices[rim][:, :, 1] > 0.15).all(1)]
    pole = head.surface(np.array([[0.0, 1.0, 0.0]]))
    fan = np.stack([rim[:, 1], rim[:, 0], np.full(len(rim), n), np.full(len(rim), -1)], 1)
    return np.concatenate([faces, fan]).astype(np.int32), np.concatenate([vertices, pole]), 1
