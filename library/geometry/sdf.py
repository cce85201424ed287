"""Signed distance fields: primitives, smooth blends, and quads over their surface.

A field is a function from points (..., 3) in metres to distances (...), negative inside. The primitives
follow Inigo Quilez, "Distance functions" (bounds for ellipsoids, exact otherwise); blends are his
polynomial smooth minimum. The mesher is surface nets (Gibson 1998) on a coarse-to-fine grid, followed by
relaxing along the surface and projecting back onto it.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Field = Callable[[np.ndarray], np.ndarray]

CLOSE = 3e-5
"""Distance to a surface at which a ray has reached it; finer than any mesh shows."""

_TETRAHEDRON = np.array([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]], float)


def smoothstep(x, low: float, high: float) -> np.ndarray:
    """0 below `low`, 1 above `high`, a cubic ease between; `low` may be above `high`."""
    t = np.clip((np.asarray(x, float) - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def smooth_min(a, b, k: float) -> np.ndarray:
    """Union of two fields with a fillet of about `k` metres."""
    h = np.clip(0.5 + 0.5 * (b - a) / k, 0, 1)
    return b * (1 - h) + a * h - k * h * (1 - h)


def smooth_max(a, b, k: float) -> np.ndarray:
    """Intersection of two fields with a fillet of about `k` metres; `smooth_max(a, -b, k)` carves b out."""
    return -smooth_min(-np.asarray(a), -np.asarray(b), k)


def sphere(p: np.ndarray, centre, radius: float) -> np.ndarray:
    return np.linalg.norm(p - np.asarray(centre, float), axis=-1) - radius


def ellipsoid(p: np.ndarray, centre, radii) -> np.ndarray:
    """Distance bound of an ellipsoid, exact on its surface."""
    radii = np.asarray(radii, float)
    q = (p - np.asarray(centre, float)) / radii
    k0 = np.linalg.norm(q, axis=-1)
    k1 = np.linalg.norm(q / radii, axis=-1)
    return k0 * (k0 - 1) / np.maximum(k1, 1e-9)


def along(p: np.ndarray, a, b) -> np.ndarray:
    """Where the foot of `p` lies on the segment a-b, 0 at a to 1 at b."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    ab = b - a
    return np.clip((p - a) @ ab / max(ab @ ab, 1e-12), 0, 1)


def capsule(p: np.ndarray, a, b, radius_a, radius_b=None) -> np.ndarray:
    """A round cone from a to b. `radius_a` may be a function of 0..1 along it."""
    t = along(p, a, b)
    axis = np.asarray(a, float) + t[..., None] * (np.asarray(b, float) - np.asarray(a, float))
    if callable(radius_a):
        radius = radius_a(t)
    else:
        radius = radius_a + ((radius_a if radius_b is None else radius_b) - radius_a) * t
    return np.linalg.norm(p - axis, axis=-1) - radius


def rounded_box(p: np.ndarray, centre, half, radius: float) -> np.ndarray:
    """A box of half sizes `half` (rounding included) with edges of `radius`."""
    q = np.abs(p - np.asarray(centre, float)) - (np.asarray(half, float) - radius)
    outside = np.linalg.norm(np.maximum(q, 0), axis=-1)
    return outside + np.minimum(q.max(-1), 0) - radius


def mirrored(p: np.ndarray) -> np.ndarray:
    """The points folded onto the side of positive x."""
    return np.concatenate([np.abs(p[..., :1]), p[..., 1:]], -1)


def gradient(field: Field, p: np.ndarray, step: float = 5e-4) -> np.ndarray:
    """Gradient by tetrahedral differences, same shape as `p`."""
    return sum(field(p + step * q)[..., None] * q for q in _TETRAHEDRON) / (4 * step)


def project(field: Field, p: np.ndarray, passes: int = 3, limit: float = 0.02, offset=0.0) -> np.ndarray:
    """The points moved along the gradient until the field reads `offset`."""
    for _ in range(passes):
        g = gradient(field, p)
        step = (field(p) - offset) / np.maximum((g * g).sum(-1), 0.05)
        p = p - np.clip(step, -limit, limit)[..., None] * g
    return p


def cast(field: Field, origin, directions: np.ndarray, far: float = 1.0, steps: int = 40) -> np.ndarray:
    """Distance (n,) from `origin`, inside the field, to where each unit direction first leaves it.

    Sphere tracing (Hart 1996) that stops once all rays are within `CLOSE` of the surface.
    """
    t = np.full(len(directions), 1e-3)
    for _ in range(steps):
        d = field(origin + t[:, None] * directions)
        if np.abs(d).max(initial=0.0) < CLOSE:
            break
        t = np.minimum(t + np.where(d < 0, np.maximum(-0.8 * d, 2e-5), -0.5 * d), far)
    return t


def mesh(field: Field, low, high, cell: float, relax: int = 2, coarse: int = 4) -> tuple[np.ndarray, np.ndarray]:
    """Vertices (V, 3) and quads (F, 4) of the surface inside the box, about `cell` metres apart.

    The field is sampled on a grid `coarse` times wider first and refined only near the surface, so thin
    shells need `coarse * cell` of room between two surfaces of opposite sign.

    Raises ValueError when the box holds no surface.
    """
    low, high = np.asarray(low, float), np.asarray(high, float)
    count = np.ceil((high - low) / cell / coarse).astype(int) * coarse + 1
    values = _sampled(field, low, count, cell, coarse)
    vertices, quads = surface_nets(values, low, cell)
    if not len(quads):
        raise ValueError(f"no surface between {low} and {high}")
    edges = quad_edges(quads)
    for _ in range(relax):
        vertices = vertices + 0.6 * (neighbour_mean(vertices, edges) - vertices)
        vertices = project(field, vertices, 2, cell)
    return vertices, quads


def quad_edges(faces: np.ndarray) -> np.ndarray:
    """Unique undirected edges (E, 2) of faces (F, 3 or 4); -1 marks a missing corner."""
    pairs = []
    for f in (faces[faces[:, -1] >= 0], faces[faces[:, -1] < 0][:, :3] if faces.shape[1] == 4 else faces[:0]):
        pairs += [f[:, [i, (i + 1) % f.shape[1]]] for i in range(f.shape[1])]
    return np.unique(np.sort(np.concatenate(pairs), axis=1), axis=0)


def neighbour_mean(values: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Mean of each vertex's neighbours for values (V, C); a vertex without any keeps its own."""
    count = np.bincount(edges.ravel(), minlength=len(values))[:, None]
    columns = [
        np.bincount(edges[:, 0], values[edges[:, 1], c], len(values))
        + np.bincount(edges[:, 1], values[edges[:, 0], c], len(values))
        for c in range(values.shape[1])
    ]
    return np.where(count > 0, np.stack(columns, 1) / np.maximum(count, 1), values)


def _sampled(field: Field, low: np.ndarray, count: np.ndarray, cell: float, coarse: int) -> np.ndarray:
    """The field on a grid of `count` points: exact near the surface, only signed elsewhere."""
    wide = (count - 1) // coarse + 1
    axes = [low[i] + cell * coarse * np.arange(wide[i]) for i in range(3)]
    rough = field(np.stack(np.meshgrid(*axes, indexing="ij"), -1))
    inside = rough < 0
    near, every, some = np.zeros(wide - 1, bool), np.ones(wide - 1, bool), np.zeros(wide - 1, bool)
    corners = [
        np.s_[i : wide[0] - 1 + i, j : wide[1] - 1 + j, k : wide[2] - 1 + k]
        for i in (0, 1)
        for j in (0, 1)
        for k in (0, 1)
    ]
    for corner in corners:
        near |= np.abs(rough[corner]) < 1.9 * cell * coarse
        every &= inside[corner]
        some |= inside[corner]
    values = np.where(inside, -1.0, 1.0)
    for axis in range(3):
        values = values.repeat(coarse, axis)
    values = np.ascontiguousarray(values[: count[0], : count[1], : count[2]])
    need = np.zeros(tuple(count), bool)
    cells = np.argwhere(near | (some & ~every)) * coarse
    for offset in np.ndindex(*(coarse + 1,) * 3):
        need[tuple((cells + offset).T)] = True
    points = np.argwhere(need)
    values[need] = np.concatenate(
        [field(low + cell * chunk) for chunk in np.array_split(points, len(points) // 200_000 + 1)]
    )
    return values


def surface_nets(values: np.ndarray, low: np.ndarray, cell: float) -> tuple[np.ndarray, np.ndarray]:
    """One vertex per grid cell that the surface crosses, one quad per grid edge it cuts."""
    size, inside = values.shape, values < 0
    offsets = np.array(list(np.ndindex(2, 2, 2)))
    count = sum(
        inside[tuple(slice(o, s - 1 + o) for o, s in zip(offset, size, strict=True))].astype(np.int8)
        for offset in offsets
    )
    cells = np.argwhere((count > 0) & (count < 8))
    index = np.full(count.shape, -1)
    index[tuple(cells.T)] = np.arange(len(cells))
    corner = np.stack([values[tuple((cells + o).T)] for o in offsets], 1)
    total, hits = np.zeros((len(cells), 3)), np.zeros(len(cells))
    for a in range(8):
        for b in range(a + 1, 8):
            if np.abs(offsets[a] - offsets[b]).sum() != 1:
                continue
            cut = (corner[:, a] < 0) != (corner[:, b] < 0)
            t = corner[cut, a] / (corner[cut, a] - corner[cut, b])
            total[cut] += offsets[a] + t[:, None] * (offsets[b] - offsets[a])
            hits[cut] += 1
    vertices = low + cell * (cells + total / np.maximum(hits, 1)[:, None])
    quads = []
    for axis in range(3):
        u, w = (axis + 1) % 3, (axis + 2) % 3
        first = inside[tuple(slice(0, -1) if i == axis else slice(None) for i in range(3))]
        last = inside[tuple(slice(1, None) if i == axis else slice(None) for i in range(3))]
        edge = np.argwhere(first != last)
        edge = edge[(edge[:, u] > 0) & (edge[:, w] > 0) & (edge[:, u] < size[u] - 1) & (edge[:, w] < size[w] - 1)]
        leaving = first[tuple(edge.T)]
        around = []
        for du, dw in ((1, 1), (0, 1), (0, 0), (1, 0)):
            each = edge.copy()
            each[:, u] -= du
            each[:, w] -= dw
            around.append(index[tuple(each.T)])
        quad = np.stack(around, 1)
        quad[~leaving] = quad[~leaving][:, ::-1]
        quads.append(quad)
    quads = np.concatenate(quads)
    return vertices, quads[(quads >= 0).all(1)].astype(np.int32)
