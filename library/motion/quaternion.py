"""Quaternions (w, x, y, z) in NumPy, vectorised over any leading axes. Angles are radians."""

from __future__ import annotations

import numpy as np

IDENTITY = np.array([1.0, 0.0, 0.0, 0.0])


def unit(v: np.ndarray) -> np.ndarray:
    """`v` scaled to length 1 along its last axis (zero vectors stay zero)."""
    v = np.asarray(v, float)
    return v / np.maximum(np.linalg.norm(v, axis=-1, keepdims=True), 1e-12)


def multiply(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The rotation that does b first, then a. (..., 4)"""
    a, b = np.asarray(a, float), np.asarray(b, float)
    aw, ax, ay, az = a[..., 0], a[..., 1], a[..., 2], a[..., 3]
    bw, bx, by, bz = b[..., 0], b[..., 1], b[..., 2], b[..., 3]
    return np.stack(
        [
            aw * bw - ax * bx - ay * by - az * bz,
            aw * bx + ax * bw + ay * bz - az * by,
            aw * by - ax * bz + ay * bw + az * bx,
            aw * bz + ax * by - ay * bx + az * bw,
        ],
        axis=-1,
    )


def chain(*rotations: np.ndarray) -> np.ndarray:
    """Product of several rotations, the last one done first."""
    out = rotations[0]
    for each in rotations[1:]:
        out = multiply(out, each)
    return out


def conjugate(q: np.ndarray) -> np.ndarray:
    """The inverse of a unit quaternion."""
    return np.asarray(q, float) * np.array([1.0, -1.0, -1.0, -1.0])


def cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Cross product along the last axis: `np.cross` without its checks, which cost more than the arithmetic."""
    ax, ay, az = a[..., 0], a[..., 1], a[..., 2]
    bx, by, bz = b[..., 0], b[..., 1], b[..., 2]
    return np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], axis=-1)


def rotate(q: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Vectors (..., 3) turned by q (..., 4)."""
    q, v = np.asarray(q, float), np.asarray(v, float)
    t = 2.0 * cross(q[..., 1:], v)
    return v + q[..., :1] * t + cross(q[..., 1:], t)


def about(axis, angle) -> np.ndarray:
    """Rotation by `angle` (...,) radians about a unit `axis` (..., 3)."""
    half = np.asarray(angle, float)[..., None] / 2
    axis = np.asarray(axis, float)
    shape = np.broadcast_shapes(half.shape[:-1], axis.shape[:-1])
    vector = np.broadcast_to(np.sin(half) * axis, (*shape, 3))
    return np.concatenate([np.broadcast_to(np.cos(half), (*shape, 1)), vector], axis=-1)


def tilt(pitch=0.0, roll=0.0, yaw=0.0) -> np.ndarray:
    """Rotation in a person's axes from degrees: pitch bows forward (about +x), roll leans to the own left
    (about +y), yaw turns to the own left (about +z, done last)."""
    pitch, roll, yaw = np.broadcast_arrays(*(np.radians(np.asarray(a, float)) for a in (pitch, roll, yaw)))
    return chain(about((0, 0, 1), yaw), about((1, 0, 0), pitch), about((0, 1, 0), roll))


def from_matrix(m: np.ndarray) -> np.ndarray:
    """Unit quaternions of rotation matrices (..., 3, 3), stable everywhere (Shepperd 1978)."""
    m = np.asarray(m, float)
    a, b, c = m[..., 0, 0], m[..., 1, 1], m[..., 2, 2]
    squares = np.stack([1 + a + b + c, 1 + a - b - c, 1 - a + b - c, 1 - a - b + c], axis=-1)
    d0, d1, d2 = m[..., 2, 1] - m[..., 1, 2], m[..., 0, 2] - m[..., 2, 0], m[..., 1, 0] - m[..., 0, 1]
    s0, s1, s2 = m[..., 1, 0] + m[..., 0, 1], m[..., 0, 2] + m[..., 2, 0], m[..., 2, 1] + m[..., 1, 2]
    candidates = np.stack(
        [
            np.stack([squares[..., 0], d0, d1, d2], axis=-1),
            np.stack([d0, squares[..., 1], s0, s1], axis=-1),
            np.stack([d1, s0, squares[..., 2], s2], axis=-1),
            np.stack([d2, s1, s2, squares[..., 3]], axis=-1),
        ],
        axis=-2,
    )
    best = squares.argmax(-1)
    return unit(np.take_along_axis(candidates, best[..., None, None], axis=-2)[..., 0, :])


def to_matrix(q: np.ndarray) -> np.ndarray:
    """Rotation matrices (..., 3, 3) of unit quaternions."""
    w, x, y, z = np.moveaxis(np.asarray(q, float), -1, 0)
    rows = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
        [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
        [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
    ]
    return np.stack([np.stack(r, axis=-1) for r in rows], axis=-2)


def frame(forward: np.ndarray, side: np.ndarray) -> np.ndarray:
    """Matrix (..., 3, 3) with columns: `forward`, `side` made square to it, and their cross product."""
    x = unit(forward)
    y = unit(side - (side * x).sum(-1, keepdims=True) * x)
    return np.stack([x, y, np.cross(x, y)], axis=-1)


def between_frames(rest_forward, rest_side, forward, side) -> np.ndarray:
    """Rotation that carries one pair of directions onto another (second direction as near as it goes)."""
    rest = frame(np.asarray(rest_forward, float), np.asarray(rest_side, float))
    posed = frame(np.asarray(forward, float), np.asarray(side, float))
    return from_matrix(posed @ np.swapaxes(np.broadcast_to(rest, posed.shape), -1, -2))


def arc(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Shortest rotation from direction a to direction b."""
    a, b = unit(a), unit(b)
    cross = np.cross(a, b)
    w = 1 + (a * b).sum(-1)
    return unit(np.concatenate([np.broadcast_to(w[..., None], (*cross.shape[:-1], 1)), cross], axis=-1))


def nearest(q: np.ndarray, to: np.ndarray) -> np.ndarray:
    """q or -q, whichever lies nearer to `to` (the same rotation)."""
    sign = np.where((q * to).sum(-1, keepdims=True) < 0, -1.0, 1.0)
    return q * sign


def slerp(a: np.ndarray, b: np.ndarray, t) -> np.ndarray:
    """Along the great arc from a (t = 0) to b (t = 1), the short way (Shoemake 1985)."""
    a, b = np.broadcast_arrays(np.asarray(a, float), np.asarray(b, float))
    b = nearest(b, a)
    t = np.asarray(t, float)[..., None]
    angle = np.arccos(np.clip((a * b).sum(-1, keepdims=True), -1, 1))
    s = np.sin(angle)
    straight = s < 1e-5
    s = np.where(straight, 1.0, s)
    wa = np.where(straight, 1 - t, np.sin((1 - t) * angle) / s)
    wb = np.where(straight, t, np.sin(t * angle) / s)
    return unit(wa * a + wb * b)


def rotation_vector(q: np.ndarray) -> np.ndarray:
    """Axis times angle (..., 3), angle 0..pi."""
    q = nearest(np.asarray(q, float), IDENTITY)
    sine = np.linalg.norm(q[..., 1:], axis=-1, keepdims=True)
    angle = 2 * np.arctan2(sine, q[..., :1])
    return np.where(sine > 1e-9, q[..., 1:] / np.maximum(sine, 1e-12) * angle, 2 * q[..., 1:])


def from_rotation_vector(v: np.ndarray) -> np.ndarray:
    angle = np.linalg.norm(v, axis=-1)
    return about(unit(v), angle)


def angle_between(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Angle (...,) between two rotations, 0..pi."""
    return 2 * np.arccos(np.clip(np.abs((a * b).sum(-1)), 0, 1))


def swing_twist(q: np.ndarray, axis: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(swing, twist angle) with q = swing * twist and the twist about the unit `axis`, angle -pi..pi."""
    along = (q[..., 1:] * axis).sum(-1)
    angle = 2 * np.arctan2(along, q[..., 0])
    angle = (angle + np.pi) % (2 * np.pi) - np.pi
    twist = about(axis, angle)
    return multiply(q, conjugate(twist)), angle


def continuous(q: np.ndarray) -> np.ndarray:
    """The same rotations over time (first axis) with signs chosen so that neighbours never jump."""
    flips = np.sign((q[1:] * q[:-1]).sum(-1))
    flips[flips == 0] = 1
    signs = np.concatenate([np.ones((1, *flips.shape[1:])), np.cumprod(flips, axis=0)])
    return q * signs[..., None]
