"""How a face moves: mouth, lids and brows as displacements of points, and the shape keys made of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from library.cast.headform import LID_WIDTH, Features, Head, eye_angles, eye_direction
from library.cast.headmesh import EYE_COLUMNS, HeadMesh
from library.geometry.sdf import project, smoothstep

HINGE = np.array([0.0, 0.03, -0.14])
"""The axis the jaw turns about, head units."""


@dataclass(frozen=True)
class Mouth:
    """A pose of the mouth; lengths in head units, `jaw` in radians, `wide` a factor. sides: the share of it on the
    left and on the right half of the face (a smirk is one-sided)."""

    jaw: float = 0.0
    wide: float = 1.0
    corner: float = 0.0
    pucker: float = 0.0
    up: float = 0.0
    down: float = 0.0
    press: float = 0.0
    tuck: float = 0.0
    cheeks: float = 0.0
    sneer: float = 0.0
    sides: tuple[float, float] = (1.0, 1.0)


MOUTH_POSES = {
    "mouth_aa": Mouth(jaw=0.235, up=0.020, down=0.006, wide=0.96),
    "mouth_ee": Mouth(jaw=0.070, wide=1.24, up=0.020, down=0.016, corner=0.014, cheeks=0.4),
    "mouth_ih": Mouth(jaw=0.085, wide=1.08, up=0.014, down=0.010),
    "mouth_oh": Mouth(jaw=0.185, wide=0.58, pucker=0.030, up=0.024),
    "mouth_oo": Mouth(jaw=0.070, wide=0.40, pucker=0.062, up=0.012, down=0.006),
    "mouth_mbp": Mouth(press=1.0, wide=0.97),
    "mouth_fv": Mouth(jaw=0.030, tuck=1.0, up=0.016, wide=1.03),
    "mouth_l": Mouth(jaw=0.105, up=0.008, wide=1.0),
    "mouth_s": Mouth(jaw=0.025, wide=1.12, up=0.012, down=0.012),
    "mouth_k": Mouth(jaw=0.090, up=0.010, wide=1.02),
    "smile": Mouth(wide=1.20, corner=0.036, cheeks=1.0),
    "grin": Mouth(wide=1.22, corner=0.034, up=0.012, down=0.010, jaw=0.120, cheeks=1.3),
    "smirk": Mouth(wide=1.12, corner=0.034, cheeks=0.8, sides=(1.0, -0.15)),
    "frown": Mouth(corner=-0.040, wide=0.96, press=0.2),
    "snarl": Mouth(up=0.026, down=0.016, jaw=0.050, corner=-0.016, wide=1.06, sneer=1.0),
    "pout": Mouth(pucker=0.026, wide=0.80, corner=-0.018, press=-0.2),
    "gasp": Mouth(jaw=0.215, wide=0.64, up=0.028, pucker=0.012),
    "press": Mouth(press=1.2, wide=1.05, corner=-0.006),
}
"""Shape key -> pose of the mouth."""

TONGUE = {"mouth_l": 0.045, "mouth_s": 0.020, "mouth_k": 0.012}
"""Shape key -> how far the tip of the tongue rises, head units."""

# Shape key -> change of elevation (upper lid, lower lid) in radians as functions of x (-1 inner corner to
# 1 outer corner); each is scaled by how round the lid is there.
LID_POSES = {
    "lids_angry": (lambda x: -0.36 + 0.26 * x, lambda x: 0.10 - 0.03 * x),
    "lids_sad": (lambda x: -0.18 - 0.20 * x, lambda x: 0.03 + 0.05 * x),
    "squint": (lambda x: -0.18 + 0 * x, lambda x: 0.24 + 0 * x),
    "widen": (lambda x: 0.22 + 0 * x, lambda x: -0.12 + 0 * x),
    "lids_up": (lambda x: 0.20 + 0 * x, lambda x: 0.05 + 0 * x),
    "lids_down": (lambda x: -0.42 + 0 * x, lambda x: -0.08 + 0 * x),
}
CHEEKS = (lambda x: 0 * x, lambda x: 0.22 + 0 * x)
"""What raised cheeks do to the lids: the lower ones rise, the upper ones stay, so that a smiling eye is bright."""

CHEEKY = {"smile": 0.28, "grin": 0.48}
"""Mouth key -> share of the raised cheeks it carries along."""

SNEER = 0.5
"""Share of "squint" that a snarl carries along."""

BROW_POSES = {
    "brows_up": (lambda t: 0.050 + 0.022 * np.sin(np.pi * t), lambda t: 0 * t, (1, 1)),
    "brows_angry": (lambda t: -0.070 * (1 - t) ** 1.1 + 0.012 * t, lambda t: -0.026 * (1 - t), (1, 1)),
    "brows_sad": (lambda t: 0.066 * (1 - t) ** 1.4 - 0.030 * t, lambda t: -0.012 * (1 - t), (1, 1)),
    "brow_l_up": (lambda t: 0.054 - 0.006 * t, lambda t: 0 * t, (1, 0)),
    "brow_r_up": (lambda t: 0.054 - 0.006 * t, lambda t: 0 * t, (0, 1)),
}
"""Shape key -> rise and inward pull by t (0 at the nose, 1 at the temple), head units; which sides move."""


def shape_keys(head: Head, mesh: HeadMesh) -> dict[str, np.ndarray]:
    """Offsets (V, 3) in head units of the head's skin for every mouth, lid and brow key."""
    keys = {}
    for name, pose in MOUTH_POSES.items():
        keys[name] = mouth_offsets(head.face, mesh.vertices, mesh.above, pose)
    lids = {name: lid_offsets(head, mesh, *pose) for name, pose in LID_POSES.items()}
    cheeks = lid_offsets(head, mesh, *CHEEKS)
    for name, share in CHEEKY.items():
        keys[name] = keys[name] + share * cheeks
    keys["snarl"] = keys["snarl"] + SNEER * lids["squint"]
    keys |= lids
    shut = lid_offsets(head, mesh, None, None)
    keys["blink_l"] = shut * (mesh.vertices[:, :1] > 0)
    keys["blink_r"] = shut * (mesh.vertices[:, :1] < 0)
    skin = 0.75 * _above_eyes(head.face, mesh.vertices)[:, None]
    for name in BROW_POSES:
        keys[name] = skin * brow_offsets(head.face, mesh.vertices, name, 0.085)
    return keys


def jaw_offsets(p: np.ndarray, angle: float, weight) -> np.ndarray:
    """Points turned down with the jaw by `angle` times a weight (n,)."""
    a = angle * np.asarray(weight, float)
    y, z = p[:, 1] - HINGE[1], p[:, 2] - HINGE[2]
    c, s = np.cos(a), np.sin(a)
    return np.stack([np.zeros(len(p)), y * c - z * s - y, y * s + z * c - z], 1)


def mouth_offsets(face: Features, p: np.ndarray, above: np.ndarray, pose: Mouth) -> np.ndarray:
    """Offsets of skin points (n, 3). `above`: (n,) height over the slit where known, else 9."""
    half = face.mouth_width
    height = np.where(above < 8, above, p[:, 2] - face.mouth_z)
    x = np.abs(p[:, 0])
    side = np.sign(p[:, 0])
    across = x / half
    front = smoothstep(p[:, 1], 0.12, -0.10)
    line = height - 0.10 * smoothstep(p[:, 1], -0.34, 0.0)
    soft = 0.010 + 0.110 * smoothstep(across, 0.50, 1.40)
    low = smoothstep(line, soft, -soft)
    lens = np.clip(1 - across**2, 0, 1) ** 0.7
    reach = np.hypot(np.maximum(x - 0.9 * half, 0), height)

    def near(radius):
        return np.exp(-((reach / radius) ** 2)) * front

    # the lower lip hangs between its corners: an open mouth is round, not a box
    hang = 1 - near(0.060) * (1 - np.sqrt(np.clip(1 - across**2, 0.02, 1)))
    out = jaw_offsets(p, pose.jaw, low * hang * smoothstep(p[:, 1], 0.10, -0.08))
    inward = np.minimum(across, 1.25) * half
    out[:, 0] += side * (pose.wide - 1) * inward * near(0.11)
    out[:, 1] += (pose.wide - 1) * 0.16 * half * np.minimum(across, 1.3) ** 2 * near(0.11)
    out[:, 2] += pose.corner * (smoothstep(across, 0.15, 1.0) - 0.18) * near(0.12)
    out[:, 1] += np.abs(pose.corner) * 0.25 * smoothstep(across, 0.5, 1.0) * near(0.07)
    out[:, 1] -= pose.pucker * (1 - 0.4 * np.minimum(across, 1) ** 2) * near(0.062)
    out[:, 2] += pose.up * (1 - low) * lens * near(0.065) - pose.down * low * lens * near(0.070)
    out[:, 2] -= 0.55 * pose.press * np.clip(height, -0.03, 0.03) * near(0.036)
    out[:, 1] += 0.012 * pose.press * near(0.030)
    out[:, 1] += 0.034 * pose.tuck * low * lens * near(0.034)
    out[:, 2] += 0.022 * pose.tuck * low * lens * near(0.045)
    cheek = np.exp(-((np.hypot(x - 0.172, p[:, 2] + 0.135) / 0.085) ** 2)) * front
    out += pose.cheeks * cheek[:, None] * np.stack([0.006 * side, np.full(len(p), -0.014), np.full(len(p), 0.022)], 1)
    wing = np.exp(-((np.hypot(x - 0.055, p[:, 2] + 0.15) / 0.055) ** 2)) * front
    out[:, 2] += 0.018 * pose.sneer * wing
    if pose.sides[0] != pose.sides[1]:
        left, right = pose.sides
        out *= (right + (left - right) * smoothstep(p[:, 0], -0.8 * half, 0.8 * half))[:, None]
    return out


def lid_offsets(head: Head, mesh: HeadMesh, upper, lower) -> np.ndarray:
    """Offsets of both eyes' lids; both None shuts the eye."""
    out = np.zeros_like(mesh.vertices)
    for sign in (1, -1):
        rows = np.nonzero((mesh.lid <= 1) & (mesh.vertices[:, 0] * sign > 0))[0]
        flip = np.array([sign, 1, 1])
        p = mesh.vertices[rows] * flip
        az, el, r = eye_angles(p - head.eye)
        lift = np.tile(_edge_shift(head, upper, lower), len(rows) // EYE_COLUMNS)
        weight = np.where(mesh.lid[rows] <= 0, 1, np.clip(1 - mesh.lid[rows], 0, 1) ** 1.25)
        moved = head.eye + r[:, None] * eye_direction(az, el + lift * weight)
        skin = mesh.lid[rows] >= 0
        moved[skin] = project(head, moved[skin], 3, 0.01)
        still = weight < 1e-6
        moved[still] = p[still]
        out[rows] = (moved - p) * flip
    return out


def _edge_shift(head: Head, upper, lower) -> np.ndarray:
    """Change of elevation of the lid's edge for each column of the eye's loops."""
    a = 2 * np.pi * np.arange(EYE_COLUMNS) / EYE_COLUMNS
    x, top = np.cos(a), np.sin(a) >= 0
    high, low = head.opening(LID_WIDTH * x)
    if upper is None:
        meet = low + 0.20 * (high - low)
        return np.where(top, meet - 0.012 - high, meet + 0.012 - low) * (np.abs(x) < 0.999)
    round_ = np.clip(1 - x * x, 0, 1) ** 0.6
    return np.where(top, upper(x), lower(x)) * round_


def brow_offsets(face: Features, p: np.ndarray, key: str, radius: float | None = None) -> np.ndarray:
    """Offsets of points at an eyebrow; `radius` fades the motion away from it (None moves all alike)."""
    rise, pull, sides = BROW_POSES[key]
    x = np.abs(p[:, 0])
    t = np.clip((x - 0.062) / 0.205, 0, 1)
    side = np.where(p[:, 0] > 0, sides[0], sides[1]).astype(float)
    if sides[0] == sides[1]:
        side[:] = 1
    else:
        side = side * smoothstep(x, 0.0, 0.05)
    out = np.stack([np.sign(p[:, 0]) * pull(t), 0 * t, rise(t)], 1) * side[:, None]
    if radius is not None:
        line = face.eye_z + 0.165
        gap = np.hypot(p[:, 2] - line, np.maximum(x - 0.26, 0))
        out *= (np.exp(-((gap / radius) ** 2)) * smoothstep(p[:, 1], -0.05, -0.2))[:, None]
    return out


def _above_eyes(face: Features, p: np.ndarray) -> np.ndarray:
    return smoothstep(p[:, 2], face.eye_z + 0.055, face.eye_z + 0.125)


def closed(pose: Mouth) -> Mouth:
    """The pose with the jaw shut, for what hangs on the skull."""
    return replace(pose, jaw=0.0)
