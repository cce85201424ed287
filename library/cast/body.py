"""The body as distance fields, bare or with the ease of a garment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from library.cast.figure import Figure
from library.geometry.loft import profile
from library.geometry.sdf import along, capsule, ellipsoid, mirrored, smooth_max, smooth_min, smoothstep

# Trunk stations: share of the way from crotch to neck, then half widths and half depths in metres for an
# adult of 1.75 m, then how far the middle lies behind the hip joints.
_SHARES = np.array([0, 0.10, 0.22, 0.38, 0.55, 0.72, 0.84, 0.92, 1.0])
_WIDTH = {
    "male": [0.150, 0.166, 0.161, 0.148, 0.160, 0.176, 0.174, 0.138, 0.062],
    "female": [0.156, 0.176, 0.160, 0.124, 0.137, 0.152, 0.147, 0.118, 0.053],
}
_DEPTH = {
    "male": [0.098, 0.114, 0.110, 0.102, 0.112, 0.120, 0.104, 0.082, 0.060],
    "female": [0.100, 0.120, 0.108, 0.088, 0.097, 0.102, 0.092, 0.074, 0.054],
}
_BACK = np.array([0.008, 0.014, 0.010, 0.000, 0.004, 0.012, 0.018, 0.022, 0.022])
_CHILD_WIDTH = [0.138, 0.150, 0.150, 0.150, 0.150, 0.152, 0.146, 0.116, 0.056]
_CHILD_DEPTH = [0.098, 0.112, 0.116, 0.120, 0.116, 0.110, 0.098, 0.078, 0.056]
_BELLY = np.array([0.3, 0.6, 0.95, 1.1, 0.9, 0.5, 0.3, 0.15, 0.05])


@dataclass(frozen=True)
class Ease:
    """How far a garment stands off the body, in metres at an adult of 1.75 m.

    waist: 0 follows the waist, 1 hangs straight from chest to hips. bust: share of the bust that shows.
    flare: (height share below the hip joint 0..1 to the sole, extra half width) pairs of a skirt or coat
    skirt; a flare closes the space between the legs. pleats: number and depth of folds at the hem.
    """

    trunk: float = 0.0
    waist: float = 0.0
    bust: float = 1.0
    shoulder: float = 0.0
    arm: float = 0.0
    wrist: float = 0.0
    thigh: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    neck: float = 0.0
    flare: tuple[tuple[float, float], ...] = ()
    pleats: tuple[int, float] = (0, 0.0)


def crotch(fig: Figure) -> float:
    """Height of the crotch, metres."""
    return fig.joints["LeftUpLeg"][2] - 0.050 * fig.scale


def trunk_stations(fig: Figure) -> np.ndarray:
    """Heights of the trunk stations, metres."""
    low, high = crotch(fig), fig.joints["Neck"][2]
    return low + _SHARES * (high - low)


class Body:
    """Fields of a dressed or bare body; all methods take points (..., 3) and return metres."""

    def __init__(self, fig: Figure, ease: Ease | None = None):
        self.fig, self.ease = fig, ease or Ease()
        self._width, self._depth, self._middle, self._low = self._trunk_profiles()
        self._arm = self._arm_profiles()
        self._leg = self._leg_profiles()

    def middle(self, z) -> np.ndarray:
        """y of the trunk's middle at heights z."""
        return self._middle(np.asarray(z, float))

    def trunk(self, p: np.ndarray) -> np.ndarray:
        """Trunk, shoulder slope and neck, without limbs."""
        fig, s, e = self.fig, self.fig.scale, self.ease
        d = self._loft(p)
        m = mirrored(p)
        if fig.female * e.bust > 0.05:
            z = self._chest_z()
            size = (0.052 + 0.006 * max(fig.build, 0)) * s * (fig.female * e.bust) ** 0.4
            d = smooth_min(
                d,
                ellipsoid(
                    m,
                    (0.066 * s, self.middle(z) - 0.060 * s, z),
                    np.array([size, size * 0.92, size * 1.05]) + 0.8 * e.trunk * s,
                ),
                0.045 * s,
            )
        elif fig.child < 0.5:
            z = self._chest_z() + 0.012 * s
            d = smooth_min(
                d,
                ellipsoid(
                    m,
                    (0.072 * s, self.middle(z) - 0.052 * s, z),
                    np.array([0.082, 0.060, 0.062]) * s + 0.8 * e.trunk * s,
                ),
                0.05 * s,
            )
        back = ellipsoid(
            m,
            (0.070 * s, self.middle(self._seat_z()) + 0.050 * s, self._seat_z()),
            (np.array([0.082, 0.080, 0.090]) + e.trunk + 0.02 * max(fig.build, 0)) * s,
        )
        d = smooth_min(d, back, 0.04 * s)
        neck, shoulder = fig.joints["Neck"], fig.joints["LeftArm"]
        slope = capsule(
            m,
            neck + [0.030 * s, 0.006 * s, 0.002 * s],
            shoulder + [-0.020 * s, 0, 0.004 * s],
            (0.034 + 0.7 * e.trunk) * s,
            (0.042 + 0.7 * e.trunk + e.shoulder) * s,
        )
        d = smooth_min(d, slope, 0.035 * s)
        return smooth_min(d, self.neck(p), 0.035 * s)

    def neck(self, p: np.ndarray) -> np.ndarray:
        fig, s = self.fig, self.fig.scale
        radius = (0.056 - 0.011 * fig.female - 0.008 * fig.child + 0.008 * max(fig.build, 0) + self.ease.neck) * s
        top = fig.joints["Head"]
        return capsule(
            p, fig.joints["Neck"] - [0, 0, 0.04 * s], top + [0, 0.006 * s, 0.02 * s], radius * 1.08, radius * 0.98
        )

    def pleat(self, p: np.ndarray) -> np.ndarray:
        """How deep in a pleat of the skirt points lie: 1 in a valley, -1 on a ridge, 0 from the hips up."""
        z = np.clip(p[..., 2], self._low, None)
        angle = np.arctan2(p[..., 0], self._middle(z) - p[..., 1])
        hang = smoothstep(z, self.fig.joints["LeftUpLeg"][2] + 0.05 * self.fig.scale, self._low)
        return hang**0.8 * np.cos(self.ease.pleats[0] * angle)

    def arm(self, p: np.ndarray) -> np.ndarray:
        m, j = mirrored(p), self.fig.joints
        upper, lower = self._arm
        return smooth_min(
            capsule(m, j["LeftArm"], j["LeftForeArm"], upper), capsule(m, j["LeftForeArm"], j["LeftHand"], lower), 0.010
        )

    def leg(self, p: np.ndarray) -> np.ndarray:
        m, j = mirrored(p), self.fig.joints
        upper, lower = self._leg
        return smooth_min(
            capsule(m, j["LeftUpLeg"], j["LeftLeg"], upper), capsule(m, j["LeftLeg"], j["LeftFoot"], lower), 0.012
        )

    def upper(self, p: np.ndarray) -> np.ndarray:
        """Trunk with arms."""
        return smooth_min(self.trunk(p), self.arm(p), 0.040 * self.fig.scale)

    def lower(self, p: np.ndarray) -> np.ndarray:
        """Trunk with legs."""
        return smooth_min(self.trunk(p), self.leg(p), 0.035 * self.fig.scale)

    def whole(self, p: np.ndarray) -> np.ndarray:
        s = self.fig.scale
        return smooth_min(smooth_min(self.trunk(p), self.leg(p), 0.035 * s), self.arm(p), 0.040 * s)

    def arm_radius(self, t: np.ndarray) -> np.ndarray:
        """Radius at t along the arm: 0 shoulder, 1 elbow, 2 wrist."""
        return np.where(t < 1, self._arm[0](np.clip(t, 0, 1)), self._arm[1](np.clip(t - 1, 0, 1)))

    def leg_radius(self, t: np.ndarray) -> np.ndarray:
        """Radius at t along the leg: 0 hip, 1 knee, 2 ankle."""
        return np.where(t < 1, self._leg[0](np.clip(t, 0, 1)), self._leg[1](np.clip(t - 1, 0, 1)))

    def _chest_z(self) -> float:
        stations = trunk_stations(self.fig)
        return float(stations[5] - (0.010 + 0.016 * self.fig.old * self.fig.female) * self.fig.scale)

    def _seat_z(self) -> float:
        return float(self.fig.joints["LeftUpLeg"][2] + 0.012 * self.fig.scale)

    def _trunk_profiles(self) -> tuple[Callable, Callable, Callable, float]:
        fig, e, s = self.fig, self.ease, self.fig.scale
        f, c = fig.female, fig.child
        width = np.array(_WIDTH["male"]) * (1 - f) + np.array(_WIDTH["female"]) * f
        depth = np.array(_DEPTH["male"]) * (1 - f) + np.array(_DEPTH["female"]) * f
        width = width * (1 - c) + np.array(_CHILD_WIDTH) * c
        depth = depth * (1 - c) + np.array(_CHILD_DEPTH) * c
        heavy, slim = max(fig.build, 0), max(-fig.build, 0)
        belly = np.clip(heavy + 0.25 * fig.old + 0.6 * fig.feature("belly"), 0, 1.3)
        width = width + (0.036 * heavy - 0.012 * slim) * _BELLY
        depth = depth + (0.026 * heavy - 0.012 * slim) * _BELLY + 0.034 * belly * np.clip(_BELLY - 0.3, 0, 1)
        middle = _BACK - 0.024 * belly * np.clip(_BELLY - 0.3, 0, 1)
        broad = fig.feature("shoulders") * np.array([0, 0, 0, 0.1, 0.5, 1, 1, 0.7, 0])
        width = width * (1 + 0.12 * broad)
        if e.waist:
            width, depth = (_straightened(v, e.waist) for v in (width, depth))
        z = trunk_stations(fig)
        width, depth = (width + e.trunk) * s, (depth + e.trunk) * s
        if e.flare:
            hip = fig.joints["LeftUpLeg"][2]
            below = np.array([[hip * (1 - share), extra] for share, extra in sorted(e.flare, reverse=True)])
            z = np.concatenate([below[:, 0], z[1:]])
            width = np.concatenate([width[1] + below[:, 1] * s, width[1:]])
            depth = np.concatenate([depth[1] + 0.95 * below[:, 1] * s, depth[1:]])
            middle = np.concatenate([np.full(len(below), middle[1]), middle[1:]])
        return profile(z, width), profile(z, depth), profile(z, middle * s), float(z[0])

    def _loft(self, p: np.ndarray) -> np.ndarray:
        top = self.fig.joints["Neck"][2]
        z = np.clip(p[..., 2], self._low, top)
        w, d = self._width(z), self._depth(z)
        count, fold = self.ease.pleats
        x, y = p[..., 0], p[..., 1] - self._middle(z)
        n = 2.3
        k = (np.abs(x / w) ** n + np.abs(y / d) ** n + 1e-12) ** (1 / n)
        out = (k - 1) * np.minimum(w, d)
        if count:
            out = out + fold * self.fig.scale * self.pleat(p)
        return smooth_max(out, np.maximum(self._low - p[..., 2], p[..., 2] - top), 0.03 * self.fig.scale)

    def _arm_profiles(self) -> tuple[Callable, Callable]:
        fig, e = self.fig, self.ease
        thick = (
            (1 - 0.17 * fig.female - 0.10 * fig.child)
            * (1 + 0.17 * max(fig.build, 0) - 0.14 * max(-fig.build, 0))
            * (1 + 0.08 * fig.feature("shoulders"))
        )
        ease = np.interp(np.linspace(0, 2, 9), [0, 1.5, 2], [e.arm, e.arm, e.wrist])
        upper = (np.array([0.055, 0.053, 0.050, 0.045, 0.041]) * thick + ease[:5]) * fig.scale
        upper[0] += e.shoulder * fig.scale
        lower = (np.array([0.041, 0.044, 0.041, 0.034, 0.0285]) * thick + ease[4:]) * fig.scale
        at = np.linspace(0, 1, 5)
        return profile(at, upper), profile(at, lower)

    def _leg_profiles(self) -> tuple[Callable, Callable]:
        fig, e = self.fig, self.ease
        thick = (1 + 0.02 * fig.female - 0.08 * fig.child) * (1 + 0.17 * max(fig.build, 0) - 0.12 * max(-fig.build, 0))
        ease = np.interp(np.linspace(0, 2, 9), [0, 1, 2], [e.thigh, e.knee, e.ankle])
        upper = (np.array([0.088, 0.089, 0.082, 0.070, 0.060]) * thick + ease[:5]) * fig.scale
        lower = (np.array([0.060, 0.061, 0.056, 0.045, 0.040]) * thick + ease[4:]) * fig.scale
        at = np.linspace(0, 1, 5)
        return profile(at, upper), profile(at, lower)


def limb_point(joints: dict[str, np.ndarray], chain: tuple[str, str, str], t: np.ndarray) -> np.ndarray:
    """Points on the chain of three joints at t in 0..2."""
    a, b, c = (joints[n] for n in chain)
    t = np.asarray(t, float)[:, None]
    return np.where(t < 1, a + (b - a) * t, b + (c - b) * (t - 1))


def share_along(p: np.ndarray, a, b) -> np.ndarray:
    """As `sdf.along`, for the left side's joints and points of either side."""
    return along(mirrored(p), a, b)


def _straightened(values: np.ndarray, amount: float) -> np.ndarray:
    """The waist let out towards a straight hang from chest to hips."""
    straight = np.interp(_SHARES, [0, _SHARES[1], _SHARES[5], 1], [values[0], values[1], values[5], values[-1]])
    return values + (np.maximum(values, straight) - values) * amount
