"""The proportions of one person: every length the body, clothes and rig are built from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.look import Look
from library.cast.person import SIDES
from library.geometry.loft import unit

ARM = np.array([0.669, 0.0, -0.743])
"""Direction of the left arm at rest."""
FRONT = np.array([0.0, -1.0, 0.0])
DORSAL = np.cross(FRONT, ARM)
"""Out of the back of the left hand at rest; the palm faces the other way, to the body."""


@dataclass(frozen=True)
class Figure:
    """Sizes in metres and shares 0..1.

    child: 1 at four years to 0 at eighteen. old: 0 up to fifty to 1 at eighty. female: 0..1, how far the
    body is a grown woman's. scale: body size against an adult of 1.75 m.
    joints: name -> (3,) rest position; mirrored joints exist for both sides.
    """

    look: Look
    child: float
    old: float
    female: float
    build: float
    height: float
    head: float
    scale: float
    joints: dict[str, np.ndarray]

    def feature(self, name: str) -> float:
        """A face or body feature of the look, -1..1, 0 where nothing is said."""
        return float(np.clip(self.look.face.get(name, 0.0), -1, 1))

    @property
    def chin(self) -> float:
        return self.height - self.head


def figure(look: Look) -> Figure:
    """The proportions of `look`."""
    child = float(np.clip((18 - look.years) / 14, 0, 1))
    old = float(np.clip((look.years - 50) / 30, 0, 1))
    female = (1.0 if look.gender == "female" else 0.0) * (1 - 0.85 * child)
    heads = 5.18 - 1.04 * child**0.85 - 0.05 * female + np.clip(look.height - 1.72, -0.2, 0.3) * 1.6 * (1 - child)
    height = look.height
    head = height / heads
    scale = height / 1.75
    values = dict(
        look=look, child=child, old=old, female=female, build=look.build, height=height, head=head, scale=scale
    )
    return Figure(**values, joints=_joints(**values))


def _joints(look: Look, child, old, female, build, height, head, scale) -> dict[str, np.ndarray]:
    s = scale
    chin = height - head
    neck = chin - (0.052 - 0.020 * child) * s
    shoulder_z = neck - (0.064 + 0.006 * old) * s
    hip_z = (
        0.505 - 0.045 * child - 0.01 * float(look.face.get("legs", 0) < 0) + 0.012 * look.face.get("legs", 0)
    ) * height
    wide = (0.165 - 0.026 * female - 0.020 * child) * (1 + 0.14 * look.face.get("shoulders", 0)) + 0.014 * max(build, 0)
    hip_x = (0.088 + 0.002 * female + 0.012 * max(build, 0) - 0.008 * child) * s
    sole = 0.078 * s
    trunk = neck - hip_z
    joints = {
        "Hips": [0, 0.004 * s, hip_z + 0.02 * s],
        "Spine": [0, 0.004 * s, hip_z + 0.02 * s + 0.16 * trunk],
        "Spine1": [0, 0.008 * s, hip_z + 0.02 * s + 0.37 * trunk],
        "Spine2": [0, 0.012 * s, hip_z + 0.02 * s + 0.60 * trunk],
        "Neck": [0, 0.020 * s, neck - 0.002 * s],
        "Head": [0, 0.012 * s, chin + 0.16 * head],
        "HeadTop": [0, 0.012 * s, height],
    }
    joints = {k: np.array(v, float) for k, v in joints.items()}
    shoulder = np.array([wide * s, 0.016 * s, shoulder_z])
    upper, lower = 0.158 * height, 0.142 * height
    elbow = shoulder + ARM * upper + [0, 0.006 * s, 0]
    wrist = elbow + ARM * lower + [0, -0.020 * s, 0]
    left = {
        "Shoulder": np.array([0.030 * s, 0.016 * s, shoulder_z + 0.006 * s]),
        "Arm": shoulder,
        "ForeArm": elbow,
        "Hand": wrist,
        "UpLeg": np.array([hip_x, 0.006 * s, hip_z]),
        "Leg": np.array([hip_x + 0.004 * s, -0.004 * s, sole + (hip_z - sole) * 0.50]),
        "Foot": np.array([hip_x + 0.007 * s, 0.022 * s, sole]),
        "ToeBase": np.array([hip_x + 0.018 * s, -0.105 * s, 0.024 * s]),
        "ToeEnd": np.array([hip_x + 0.024 * s, -0.180 * s, 0.022 * s]),
    }
    left.update(_hand_joints(wrist, hand_scale(s, female, child)))
    for side, sign in zip(SIDES, (1, -1), strict=True):
        for name, point in left.items():
            joints[side + name] = point * [sign, 1, 1]
    return joints


def hand_scale(scale: float, female: float, child: float) -> float:
    """Size of the hand against one of 0.19 m."""
    return scale * (1.05 - 0.09 * female + 0.02 * child)


FINGER_PLACES = {
    "Index": (0.030, 0.084, 0.074),
    "Middle": (0.0100, 0.088, 0.081),
    "Ring": (-0.0100, 0.084, 0.075),
    "Pinky": (-0.0295, 0.076, 0.060),
}
"""Finger -> offset to the thumb side, distance of the knuckle from the wrist, length; metres at hand scale 1."""


def _hand_joints(wrist: np.ndarray, size: float) -> dict[str, np.ndarray]:
    out = {"HandEnd": wrist + ARM * 0.085 * size}
    for finger, (offset, knuckle, length) in FINGER_PLACES.items():
        start = wrist + (ARM * knuckle + FRONT * offset) * size
        spread = unit(ARM + FRONT * offset * 2.4 - DORSAL * 0.05)
        for i, share in enumerate((0, 0.46, 0.75, 1.0)):
            curl = unit(spread - DORSAL * 0.10 * i)
            out[f"Hand{finger}{i + 1}"] = (
                start if i == 0 else out[f"Hand{finger}{i}"] + curl * length * size * (share - (0, 0.46, 0.75)[i - 1])
            )
    start = wrist + (ARM * 0.026 + FRONT * 0.026 - DORSAL * 0.006) * size
    first = unit(ARM * 0.70 + FRONT * 0.68 - DORSAL * 0.26)
    second = unit(ARM * 0.86 + FRONT * 0.48 - DORSAL * 0.20)
    out["HandThumb1"] = start
    out["HandThumb2"] = start + first * 0.038 * size
    out["HandThumb3"] = out["HandThumb2"] + second * 0.031 * size
    out["HandThumb4"] = out["HandThumb3"] + unit(second + ARM * 0.15) * 0.027 * size
    return out
