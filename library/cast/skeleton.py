"""The skeleton: rest joints and bone axes of a person."""

from __future__ import annotations

import numpy as np

from library.cast.figure import DORSAL, FRONT, Figure
from library.cast.person import BONES, FINGERS, SIDES, Rig
from library.geometry.loft import unit

_UP = np.array([0.0, 0.0, 1.0])


def rig(fig: Figure, eyes: dict[str, np.ndarray], eye_radius: float) -> Rig:
    """The rig of `fig`. `eyes`: "Left" and "Right" -> (3,) centre of the eyeball.

    Axes follow one rule: turning a bone about its +x moves the tail towards its z axis, and z is the
    front of the person for trunk, head, legs and arms, up for feet, toes and eyes, and the palm's side
    for hands and fingers. So +x bends forward, raises a thigh, bends an elbow, curls a finger, looks up;
    a knee bends by -x.
    """
    names = tuple(BONES)
    heads, tails, axes = [], [], []
    for name in names:
        head, tail, towards = _bone(fig, name, eyes, eye_radius)
        y = unit(tail - head)
        z = unit(towards - y * (towards @ y))
        heads.append(head)
        tails.append(tail)
        axes.append(np.stack([np.cross(y, z), y, z], 1))
    parents = np.array([names.index(p) if p else -1 for p in BONES.values()], np.int32)
    return Rig(names, parents, np.array(heads), np.array(tails), np.array(axes))


def _bone(fig: Figure, name: str, eyes: dict[str, np.ndarray], eye_radius: float):
    j = fig.joints
    side = next((s for s in SIDES if name.startswith(s)), "")
    mirror = np.array([-1.0 if side == "Right" else 1.0, 1, 1])
    base = name[len(side) :]
    if base == "Eye":
        return eyes[side], eyes[side] + FRONT * eye_radius, _UP
    ends = {
        "Hips": "Spine", "Spine": "Spine1", "Spine1": "Spine2", "Spine2": "Neck", "Neck": "Head", "Head": "HeadTop",
        "Shoulder": "Arm", "Arm": "ForeArm", "ForeArm": "Hand", "Hand": "HandEnd",
        "UpLeg": "Leg", "Leg": "Foot", "Foot": "ToeBase", "ToeBase": "ToeEnd",
    }  # fmt: skip
    if any(f in base for f in FINGERS):
        return j[name], j[f"{name[:-1]}{int(name[-1]) + 1}"], -DORSAL * mirror
    towards = {"Hand": -DORSAL * mirror, "Foot": _UP, "ToeBase": _UP}.get(base, FRONT)
    return j[name], j[side + ends[base]], towards
