"""The form of a head as a distance field, in head units: chin at z = -0.5, crown at +0.5, facing -y."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.cast.figure import Figure
from library.geometry.sdf import capsule, cast, ellipsoid, mirrored, smooth_max, smooth_min, smoothstep, sphere

CENTRE = np.array([0.0, 0.0, -0.05])
"""Rays from here meet the skin of the head once."""


@dataclass(frozen=True)
class Features:
    """Sizes of a face in head units (times head height gives metres) and shares 0..1."""

    jaw: float
    jaw_length: float
    chin: float
    cheek: float
    nose_length: float
    nose_width: float
    nose_tip: float
    brow: float
    eye_radius: float
    eye_x: float
    eye_z: float
    eye_tilt: float
    lips: float
    mouth_z: float
    mouth_width: float
    skull: float
    old: float
    child: float
    female: float
    heavy: float


def features(fig: Figure) -> Features:
    """The face of `fig`: age, sex and build give the base, the look's features vary it."""
    f, c, o, n = fig.female, fig.child, fig.old, fig.feature
    return Features(
        jaw=1.03 - 0.12 * f - 0.08 * c + 0.13 * n("jaw_width") + 0.07 * max(fig.build, 0) - 0.03 * max(-fig.build, 0),
        jaw_length=1.0 - 0.02 * f - 0.10 * c + 0.08 * n("jaw_length"),
        chin=1.12 - 0.20 * f - 0.22 * c + 0.30 * n("chin"),
        cheek=0.98 + 0.05 * f + 0.12 * c - 0.10 * o + 0.16 * n("cheeks") + 0.11 * fig.build + 0.03 * abs(fig.build),
        nose_length=1.04 - 0.16 * f - 0.34 * c + 0.12 * o + 0.34 * n("nose_length"),
        nose_width=1.04 - 0.14 * f - 0.06 * c + 0.14 * o + 0.26 * n("nose_width"),
        nose_tip=0.15 * f + 0.25 * c - 0.25 * o + 0.5 * n("nose_tip"),
        brow=1.1 - 0.55 * f - 0.6 * c + 0.3 * n("brow"),
        eye_radius=(0.117 + 0.007 * f + 0.013 * c - 0.007 * o) * (1 + 0.09 * n("eye_size")),
        eye_x=0.170 + 0.004 * c + 0.012 * n("eye_spacing"),
        eye_z=-0.015 - 0.075 * c,
        eye_tilt=0.05 + 0.05 * f - 0.08 * o + 0.09 * n("eye_tilt"),
        lips=0.92 + 0.22 * f - 0.10 * c - 0.34 * o * (1 - 0.4 * f) + 0.35 * n("lips"),
        mouth_z=-0.292 + 0.010 * n("mouth_height") - 0.012 * c,
        mouth_width=0.127 - 0.010 * f - 0.014 * c + 0.016 * n("mouth_width"),
        skull=1.0 + 0.03 * c + 0.04 * n("face_width"),
        old=o, child=c, female=f, heavy=max(fig.build, 0),
    )  # fmt: skip


class Head:
    """The skin of a head as a field, with eyes placed in it."""

    def __init__(self, face: Features):
        self.face = face
        probe = np.array([face.eye_x, 0.0, face.eye_z])
        depth = cast(self._face, probe, np.array([[0.0, -1.0, 0.0]]))[0]
        self.eye = np.array([face.eye_x, -depth + 0.80 * face.eye_radius, face.eye_z])
        self.lid = 1.085 * face.eye_radius

    def __call__(self, p: np.ndarray) -> np.ndarray:
        """Distance to the skin, eyelids shut."""
        return smooth_min(self._face(p), sphere(mirrored(p), self.eye, self.lid), 0.030)

    def _face(self, p: np.ndarray) -> np.ndarray:
        f = self.face
        p = mirrored(p)
        j = f.jaw_length
        low = -0.5 + 0.075 * j
        d = ellipsoid(p, (0, 0.045, 0.125), (0.358 * f.skull, 0.405, 0.375))
        d = smooth_min(d, ellipsoid(p, (0, -0.085, -0.14), (0.278 * (0.35 + 0.65 * f.jaw), 0.275, 0.315 * j)), 0.16)
        d = smooth_min(d, ellipsoid(p, (0.158 * f.jaw, -0.050, -0.265 * j), (0.108 * f.jaw, 0.155, 0.135)), 0.15)
        d = smooth_min(d, sphere(p, (0.168, -0.232, -0.135), 0.108 * f.cheek), 0.11)
        d = smooth_min(d, ellipsoid(p, (0, -0.275, -0.426 * j + 0.006), (0.098 * f.chin, 0.078, 0.070)), 0.12)
        d = smooth_min(d, ellipsoid(p, (0, -0.285, f.mouth_z), (0.135, 0.088, 0.105)), 0.10)
        if f.heavy > 0.05:
            d = smooth_min(d, ellipsoid(p, (0, -0.130, low - 0.005), (0.150, 0.135, 0.062 * f.heavy + 0.02)), 0.09)
        if f.old > 0.05:
            d = smooth_min(d, sphere(p, (0.152 * f.jaw, -0.205, -0.350), 0.074 * f.old + 0.01), 0.07)
        d = smooth_min(
            d,
            capsule(p, (0.060, -0.330, 0.098), (0.205, -0.270, 0.112), 0.034 * f.brow + 0.004, 0.028 * f.brow + 0.004),
            0.09,
        )
        d = smooth_max(d, -ellipsoid(p, (f.eye_x * 1.02, -0.405, f.eye_z + 0.012), (0.110, 0.088, 0.080)), 0.075)
        d = self._nose(p, d)
        if f.old > 0.05:
            fold = capsule(
                p, (0.070 * f.nose_width, -0.400, -0.165), (f.mouth_width + 0.050, -0.330, f.mouth_z - 0.03), 0.017
            )
            d = smooth_max(d, -(fold + 0.014 - 0.014 * f.old), 0.026)
            bag = ellipsoid(p, (f.eye_x, -0.338, f.eye_z - 0.105), (0.072, 0.034, 0.024))
            d = smooth_min(d, bag + 0.016 * (1 - f.old), 0.035)
        return d

    def _nose(self, p: np.ndarray, d: np.ndarray) -> np.ndarray:
        f = self.face
        w, reach = f.nose_width, 0.062 + 0.052 * f.nose_length
        root_z, tip_z = f.eye_z + 0.055, -0.135 - 0.026 * f.nose_length + 0.022 * f.nose_tip
        tip = np.array([0, -0.345 - reach, tip_z])
        bridge = capsule(p, (0, -0.345, root_z), tip + [0, 0.030, 0.030], 0.022 * w + 0.004, 0.036 * w)
        d = smooth_min(d, bridge, 0.055)
        ball = ellipsoid(p, tip + [0, 0.012, 0], np.array([0.050 * w, 0.046, 0.044]))
        d = smooth_min(d, ball, 0.030)
        wing = ellipsoid(p, tip + [0.046 * w, 0.050, -0.010], np.array([0.032 * w, 0.042, 0.031]))
        return smooth_min(d, wing, 0.022)

    def surface(self, directions: np.ndarray) -> np.ndarray:
        """(n, 3) points of the skin along unit directions from CENTRE."""
        return CENTRE + cast(self, CENTRE, directions)[:, None] * directions

    def opening(self, az: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Elevation of the upper and lower lid edge at azimuth `az` from the eye's middle, radians; az
        grows outwards. The eye is open between the corners at +-LID_WIDTH."""
        f = self.face
        x = np.clip(az / LID_WIDTH, -1, 1)
        round_ = np.clip(1 - x * x, 0, 1)
        skew = 0.16 * x
        upper = (0.64 + 0.04 * f.female + 0.04 * f.child - 0.17 * f.old) * round_**0.58 * (1 - skew)
        lower = -(0.53 + 0.04 * f.child) * round_**0.72 * (1 + skew)
        return upper + f.eye_tilt * x, lower + f.eye_tilt * x


LID_WIDTH = 0.98
"""Half width of the open eye, radians of the eyeball."""
EYE_TURN = 0.14
"""The eye's opening looks this far outwards, radians; the gaze itself is straight."""


def eye_direction(az: np.ndarray, el: np.ndarray) -> np.ndarray:
    """(n, 3) unit directions from the left eye's middle."""
    az = np.asarray(az, float) + EYE_TURN
    return np.stack([np.sin(az) * np.cos(el), -np.cos(az) * np.cos(el), np.sin(el)], -1)


def eye_angles(v: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Azimuth, elevation and length of vectors from the left eye's middle."""
    r = np.linalg.norm(v, axis=-1)
    return np.arctan2(v[..., 0], -v[..., 1]) - EYE_TURN, np.arcsin(np.clip(v[..., 2] / np.maximum(r, 1e-9), -1, 1)), r


def brow_line(head: Head, t: np.ndarray) -> np.ndarray:
    """(n, 3) points on the skin under the left eyebrow, t from 0 at the nose to 1 at the temple."""
    f = head.face
    x = 0.062 + 0.205 * t
    z = (
        f.eye_z
        + 0.160
        - 0.012 * f.child
        - 0.022 * t
        + (0.020 + 0.010 * f.female) * np.sin(np.pi * np.clip(t, 0, 1) ** 0.85)
        + 0.006 * t * (1 - f.old)
        - 0.010 * (1 - f.female)
    )
    aim = np.stack([x, np.full_like(x, -0.37) + 0.16 * t**2, z], 1) - CENTRE
    return head.surface(aim / np.linalg.norm(aim, axis=1, keepdims=True))


def fade(distance, radius: float) -> np.ndarray:
    """1 at distance 0, smoothly to 0 at `radius`."""
    return smoothstep(distance, radius, 0)


def beard_edge(head: Head, p: np.ndarray, lip: np.ndarray, narrow: float | None = None) -> np.ndarray:
    """(n,) head units from the edge of where a beard grows (jaw, chin, upper lip and cheeks below the ears), positive
    inside. lip: (n,) from the mouth's slit. narrow: half the width of one on the chin alone."""
    f = head.face
    x = np.abs(p[:, 0])
    line = f.mouth_z + 0.055 + 0.15 * smoothstep(x, 0.11, 0.33) ** 1.3
    red = np.hypot(np.maximum(x - f.mouth_width * 0.9, 0), (p[:, 2] - f.mouth_z) * 1.15)
    limits = [line - p[:, 2], 0.045 - p[:, 1], red - 0.034, np.minimum(lip, 0.2) - 0.030]
    if narrow:
        limits += [0.85 * narrow - x, -0.2 - p[:, 1]]
    return np.min(limits, axis=0)
