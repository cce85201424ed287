"""Hands: palm rings that go on from the arm, four fingers and a thumb of eight-sided rings."""

from __future__ import annotations

import itertools

import numpy as np

from library.cast.figure import ARM, DORSAL, FINGER_PLACES, FRONT, Figure, hand_scale
from library.cast.shell import ARM_COLUMNS, LEFT_ARM, LEFT_HAND, RIGHT_HAND, Shell
from library.geometry.loft import unit
from library.geometry.sdf import neighbour_mean, quad_edges, smoothstep

# Along the palm: distance from the wrist, half width, half thickness, shift to the thumb side (metres).
_PALM = np.array(
    [
        [0.010, 0.0290, 0.0205, 0.000],
        [0.024, 0.0325, 0.0205, 0.002],
        [0.040, 0.0375, 0.0195, 0.002],
        [0.057, 0.0395, 0.0175, 0.001],
        [0.070, 0.0405, 0.0150, 0.000],
    ]
)
_SHARES = np.array([0.12, 0.38, 0.46, 0.54, 0.69, 0.75, 0.82, 0.935, 0.985])
_GIRTH = np.array([1.02, 0.98, 1.01, 0.96, 0.92, 0.94, 0.90, 0.80, 0.46])
_RADIUS = {"Index": 0.0106, "Middle": 0.0109, "Ring": 0.0105, "Pinky": 0.0094}
_THUMB_ROWS = (0, 1, 2)


def add_hand(shell: Shell, fig: Figure, limb: int) -> None:
    """Goes on from the open wrist ring of an arm of `shell` to a whole hand."""
    sign = 1 if limb == LEFT_ARM else -1
    hand = LEFT_HAND if limb == LEFT_ARM else RIGHT_HAND
    side = "Left" if sign > 0 else "Right"
    size = hand_scale(fig.scale, fig.female, fig.child) * (1 + 0.05 * max(fig.build, 0))
    mirror = np.array([sign, 1, 1])
    wrist = fig.joints["LeftHand"]
    first = len(shell.vertices)
    free_faces = len(shell.faces)

    def place(a, f, d):
        a, f, d = np.broadcast_arrays(np.asarray(a, float), f, d)
        return (wrist + size * (a[..., None] * ARM + f[..., None] * FRONT + d[..., None] * DORSAL)) * mirror

    rings = [shell.wrists[limb]]
    for a, w, t, shift in _PALM:
        rings.append(shell.add(place(a, *_palm_ring(w, t, shift)), hand, 0.0, 0.0, 0.5, f"{side}Hand"))
    knuckles = shell.add(place(*_knuckle_ring()), hand, 0.0, 0.0, 0.3, f"{side}Hand")
    rings.append(knuckles)
    webs = shell.add(place(0.084, np.array([0.020, 0.0, -0.0198]), np.zeros(3)), hand, 0.0, 0.0, 0.3, f"{side}Hand")
    palm_faces = len(shell.faces)
    for a, b in itertools.pairwise(rings):
        shell.bridge(a, b)
    _open_thumb(shell, rings, palm_faces)
    tops = {"Index": (4, 3, 2), "Middle": (2, 1, 0), "Ring": (0, -1, -2), "Pinky": (-2, -3, -4)}
    palms = {"Index": (8, 7, 6), "Middle": (10, 9, 8), "Ring": (12, 11, 10), "Pinky": (14, 13, 12)}
    for i, finger in enumerate(FINGER_PLACES):
        near = knuckles[5] if i == 0 else webs[i - 1]
        far = knuckles[15] if i == 3 else webs[i]
        loop = np.concatenate([knuckles[list(tops[finger])], [far], knuckles[list(palms[finger])], [near]])
        _add_digit(shell, fig, hand, side, finger, loop, _RADIUS[finger] * size, mirror)
    loop = np.concatenate([rings[3][[4, 5, 6]], rings[2][[6]], rings[1][[6, 5, 4]], rings[2][[4]]])
    _add_digit(shell, fig, hand, side, "Thumb", loop, 0.0128 * size, mirror)
    _even(shell, first, free_faces)


def _palm_ring(width: float, thick: float, shift: float):
    """Offsets to the thumb side and to the back of twenty points: 9 on the back, side, 9 in the palm, side."""
    k = np.arange(ARM_COLUMNS)
    f, d = np.empty(ARM_COLUMNS), np.empty(ARM_COLUMNS)
    top = np.where(k <= 4, k, k - ARM_COLUMNS)
    back = np.abs(top) <= 4
    palm = (k >= 6) & (k <= 14)
    across = np.where(back, top, 10 - k) / 4
    f = np.sin(across * np.pi / 2 * 0.86) * width * 1.02 + shift
    bulge = 0.42 + 0.58 * np.cos(across * np.pi / 2 * 0.9)
    d = np.where(back, thick * bulge, -thick * bulge)
    for index, sign in ((5, 1), (15, -1)):
        f[index], d[index] = sign * width * 1.06 + shift, 0
    f[palm] *= 0.98
    return f, d


def _knuckle_ring():
    """Distance from the wrist and offsets of the ring that the fingers share."""
    k = np.arange(ARM_COLUMNS)
    at = np.array([0.0405, 0.030, 0.020, 0.010, 0.0, -0.010, -0.0198, -0.0295, -0.0385])
    reach = np.array([0.080, 0.083, 0.086, 0.087, 0.087, 0.085, 0.081, 0.077, 0.073])
    high = np.array([0.0065, 0.0125, 0.0095, 0.0135, 0.0100, 0.0130, 0.0090, 0.0115, 0.0060])
    index = np.where(k <= 4, 4 - k, np.where(k >= 16, 24 - k, np.where(k <= 14, k - 6, 0)))
    f, a, d = at[index], reach[index] - 0.004, high[index] - 0.001
    palm = (k >= 6) & (k <= 14)
    d = np.where(palm, -0.85 * d, d)
    for i, (edge, far) in ((5, (0.0430, 0.079)), (15, (-0.0405, 0.071))):
        f[i], a[i], d[i] = edge, far, 0
    return a, f, d


def _open_thumb(shell: Shell, rings: list[np.ndarray], start: int) -> None:
    """Takes the four faces out that the thumb grows from."""
    centre = rings[2][5]
    drop = (shell.faces == centre).any(1)
    drop[:start] = False
    shell.faces = shell.faces[~drop]


def _add_digit(
    shell: Shell, fig: Figure, hand: int, side: str, finger: str, loop: np.ndarray, radius: float, mirror
) -> None:
    joints = np.array([fig.joints[f"{side}Hand{finger}{i}"] for i in (1, 2, 3, 4)])
    axis = unit(joints[3] - joints[0])
    knots = np.array([0, 0.40, 0.72, 1.0]) if finger == "Thumb" else np.array([0, 0.46, 0.75, 1.0])
    shares = _SHARES if finger != "Thumb" else np.array([0.22, 0.38, 0.46, 0.62, 0.72, 0.82, 0.93, 0.985])
    girth = _GIRTH if finger != "Thumb" else np.array([1.16, 1.04, 1.02, 1.0, 0.98, 0.96, 0.80, 0.44])
    middle = shell.vertices[loop].mean(0)
    u = unit(shell.vertices[loop[0]] - middle)
    u = unit(u - axis * (u @ axis))
    v = np.cross(axis, u)
    rel = shell.vertices[loop] - middle
    angles = np.unwrap(np.arctan2(rel @ v, rel @ u))
    turn = np.sign(angles[-1] - angles[0])
    even = turn * 2 * np.pi * np.arange(len(loop)) / len(loop)
    even = even + (angles - even).mean()
    previous = loop
    dorsal = DORSAL * mirror
    for share, g in zip(shares, girth, strict=True):
        centre = np.array([np.interp(share, knots, joints[:, c]) for c in range(3)])
        if finger == "Thumb":
            centre = centre + 0.0 * dorsal
        r = radius * g
        ring = np.cos(even)[:, None] * u + np.sin(even)[:, None] * v
        flat = ring - 0.06 * (ring @ dorsal)[:, None] * dorsal
        new = shell.add(centre + r * flat, hand, share, 0.0, 0.0, f"{side}Hand{finger}")
        shell.bridge(previous, new)
        previous = new
    tip = shell.add(joints[3] - axis * radius * 0.02, hand, 1.0, 0.0, 0.0, f"{side}Hand{finger}")
    shell.cap(previous, int(tip[0]))


def _even(shell: Shell, first: int, face: int) -> None:
    """Softens the palm and the roots of the digits."""
    edges = quad_edges(shell.faces[face:])
    free = shell.free.copy()
    free[:first] = 0
    for _ in range(2):
        shell.vertices = shell.vertices + 0.5 * free[:, None] * (neighbour_mean(shell.vertices, edges) - shell.vertices)


def finger_weights(share: np.ndarray) -> np.ndarray:
    """(n, 4) weights of hand and three finger bones at shares 0..1 along a digit."""
    a = smoothstep(share, -0.06, 0.16)
    b = smoothstep(share, 0.38, 0.54)
    c = smoothstep(share, 0.68, 0.82)
    return np.stack([1 - a, a * (1 - b), a * b * (1 - c), a * b * c], 1)
