"""What a built person is: a rig, the parts that hang on it, and measures other modules rely on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.geometry.mesh import MeshData

FINGERS = ("Thumb", "Index", "Middle", "Ring", "Pinky")
SIDES = ("Left", "Right")

BONES: dict[str, str | None] = {
    "Hips": None, "Spine": "Hips", "Spine1": "Spine", "Spine2": "Spine1", "Neck": "Spine2", "Head": "Neck",
    "LeftEye": "Head", "RightEye": "Head",
    **{f"{s}Shoulder": "Spine2" for s in SIDES},
    **{f"{s}Arm": f"{s}Shoulder" for s in SIDES},
    **{f"{s}ForeArm": f"{s}Arm" for s in SIDES},
    **{f"{s}Hand": f"{s}ForeArm" for s in SIDES},
    **{f"{s}Hand{f}{i}": (f"{s}Hand{f}{i - 1}" if i > 1 else f"{s}Hand")
       for s in SIDES for f in FINGERS for i in (1, 2, 3)},
    **{f"{s}UpLeg": "Hips" for s in SIDES},
    **{f"{s}Leg": f"{s}UpLeg" for s in SIDES},
    **{f"{s}Foot": f"{s}Leg" for s in SIDES},
    **{f"{s}ToeBase": f"{s}Foot" for s in SIDES},
}  # fmt: skip
"""Bone -> parent, parents first. In Blender every name carries the prefix "mixamorig:"."""

MOUTHS = ("aa", "ee", "ih", "oh", "oo", "mbp", "fv", "l", "s", "k")
"""Mouth shapes for speech; the head has a shape key "mouth_<name>" for each, rest is none of them."""

FACE_KEYS = (
    "smile", "grin", "smirk", "frown", "snarl", "pout", "gasp", "press",
    "blink_l", "blink_r", "lids_angry", "lids_sad", "squint", "widen", "lids_up", "lids_down",
    "brows_up", "brows_angry", "brows_sad", "brow_l_up", "brow_r_up",
)  # fmt: skip
"""The other shape keys of a head, each 0..1 and made to be added up."""


SWAYS = {
    "sway_front": (0.0, -1.0), "sway_back": (0.0, 1.0), "sway_left": (1.0, 0.0), "sway_right": (-1.0, 0.0),
}  # fmt: skip
"""Shape keys of long hair, and where each swings it (x, y)."""


@dataclass(frozen=True)
class Rig:
    """A skeleton at rest (arms hanging about 45 degrees, palms to the body), in the person's own space.

    names: bone names without prefix, parents before children.
    parents: (B,) int, -1 for the root.
    heads, tails: (B, 3) metres. A person stands on z = 0 and faces -y; their left hand is at +x.
    axes: (B, 3, 3); columns are the bone's x, y, z axes, y from head to tail (Blender's convention).
    """

    names: tuple[str, ...]
    parents: np.ndarray
    heads: np.ndarray
    tails: np.ndarray
    axes: np.ndarray

    def index(self, name: str) -> int:
        return self.names.index(name)


@dataclass(frozen=True)
class Part:
    """A piece of a person. `bone` None: skinned by `mesh.weights`; else it rides rigidly on that bone.
    Vertices are in the person's rest space either way."""

    name: str
    mesh: MeshData
    bone: str | None = None


@dataclass(frozen=True)
class Person:
    """A person ready to be put on a stage.

    measures (metres): "height", "eye_height", "hip_height" (hip joints above the sole), "shoulder_width",
    "leg" (hip joint to sole), "arm" (shoulder to wrist), "foot_length", "sole" (ankle joint above the
    sole), "seat" (hip joint above the surface one sits on), "radius" (half width of body and arms at rest),
    "chest_depth" (front of the chest before the spine); and "skin", its lightness 0..1.
    landmarks: name -> (bone, (3,) point in rest space) for "crown", "eyes", "chin", "neck", "chest",
    "waist", "hips", "knees", "feet": framing and gaze read these.
    """

    rig: Rig
    parts: tuple[Part, ...]
    measures: dict[str, float]
    landmarks: dict[str, tuple[str, np.ndarray]]

    @property
    def triangle_count(self) -> int:
        return sum(p.mesh.triangle_count for p in self.parts)
