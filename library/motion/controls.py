"""The controls a motion is written in: named channels over time, which the solver turns into a pose.

A motion says where a hand is relative to its shoulder, how far the back bends, how much weight a hand has
on a thigh; it never says bone rotations. Everything is a number that can be mixed, so motions blend by
mixing channels, and elbows, knees and wrists stay within what joints can do because one solver makes them.

Angles are degrees, lengths of hips and feet are in leg lengths, of wrists in arm lengths.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from library.cast.person import FACE_KEYS, MOUTHS

ANCHORS = (
    "thigh", "knee", "lap", "hip", "fold", "clasp", "back", "chest", "belly", "chin", "mouth", "cheek",
    "ear", "eye", "face", "brow", "crown", "nape", "sip",
)  # fmt: skip
"""Places on the own body a hand can rest on; see `library.motion.anchors`."""

FINGER_CHANNELS = ("thumb", "index", "middle", "ring", "pinky", "spread")

EMOTIONS = (
    "happy", "sad", "angry", "surprised", "afraid", "puzzled", "bored", "thinking", "crying", "laughing",
)  # fmt: skip
"""What a face can feel beside neutral; see `library.motion.faces`."""

_BODY = (
    "hips_side", "hips_front", "hips_up", "hips_pitch", "hips_roll", "hips_yaw",
    "spine_pitch", "spine_roll", "spine_yaw", "chest_pitch",
    "head_pitch", "head_roll", "head_yaw", "neck_forward",
)  # fmt: skip
_ARM = (
    "out", "front", "up", "swivel", "palm", "flex", "deviate", "shrug", "shoulder_front", "follow",
    *FINGER_CHANNELS, *(f"on_{a}" for a in ANCHORS),
)  # fmt: skip
_GAZE = ("gaze_yaw", "gaze_pitch", "gaze_hold")
_FACE = (*(f"feel_{e}" for e in EMOTIONS), *(f"face_{k}" for k in FACE_KEYS), *(f"face_mouth_{m}" for m in MOUTHS))
_LEG = ("foot_out", "foot_front", "foot_up", "foot_pitch", "foot_yaw", "knee_out", "foot_free")

CHANNELS = (
    *_BODY,
    *_GAZE,
    *_FACE,
    *(f"{side}_{name}" for side in ("left", "right") for name in _ARM),
    *(f"{side}_{name}" for side in ("left", "right") for name in _LEG),
)
"""All channels. Body: hips offset (side is the own left) and tilt, bend of the spine above the
hips, `chest_pitch` more bend high up, head against the chest, `neck_forward` pokes the head out.
Arm: wrist from the shoulder (out to the arm's side, front, up), `swivel` lifts the elbow outward, `palm`
0 thumb forward or up, 90 palm down or back, -90 palm up or front, `flex` bends the hand to the palm,
`deviate` to the thumb, `follow` 0 hangs in gravity .. 1 rides with the chest; fingers 0 straight .. 1 fist.
Leg: foot offset from where it is planted, `foot_pitch` heel up (+) or toes up (-), `knee_out` turns the
knee outward, `foot_free` 1 takes the foot off its planted place so that it rides with the hips.
Face: `feel_*` emotions 0..1, `face_*` shape keys added to them. Gaze: eyes and head drawn from what the
person looks at towards a direction before the chest (yaw to the own left, pitch down) by `gaze_hold`."""

INDEX = {name: i for i, name in enumerate(CHANNELS)}
SIDES = ("left", "right")

HANDS: dict[str, tuple[float, ...]] = {
    "relaxed": (0.18, 0.20, 0.27, 0.33, 0.38, 0.05),
    "open": (0.02, 0.05, 0.08, 0.10, 0.12, 0.35),
    "flat": (0.05, 0.02, 0.02, 0.03, 0.04, 0.05),
    "soft": (0.10, 0.12, 0.20, 0.27, 0.30, 0.18),
    "fist": (0.75, 0.98, 1.0, 1.0, 1.0, 0.0),
    "point": (0.55, 0.02, 0.90, 0.95, 0.98, 0.0),
    "hold": (0.45, 0.50, 0.52, 0.55, 0.58, 0.05),
    "pinch": (0.50, 0.45, 0.30, 0.25, 0.22, 0.15),
    "claw": (0.25, 0.38, 0.40, 0.42, 0.45, 0.45),
    "cup": (0.22, 0.25, 0.28, 0.30, 0.32, 0.0),
    "phone": (0.30, 0.45, 0.50, 0.52, 0.50, 0.05),
}
"""Hand shapes: curl of thumb, index, middle, ring, pinky (0 straight .. 1 fist) and spread."""

HANGING = {"out": 0.11, "front": 0.10, "up": -0.955, "swivel": 4.0, "palm": 22.0, "flex": 6.0, "follow": 0.25}
"""An arm at rest: just off the body, elbow a little bent, palm to the thigh and slightly back."""


SEATED_HIPS, SEATED_SPINE = -11.0, 7.0
"""Degrees the pelvis rolls back on a seat and the spine comes forward again above it."""


class Controls:
    """Channel values over frames: `data` is (F, C)."""

    def __init__(self, frames: int, data: np.ndarray | None = None):
        self.data = np.zeros((frames, len(CHANNELS))) if data is None else data

    @property
    def frames(self) -> int:
        return len(self.data)

    def copy(self) -> Controls:
        return Controls(self.frames, self.data.copy())

    def __getitem__(self, name: str) -> np.ndarray:
        """(F,) view of a channel; raises KeyError for an unknown name."""
        return self.data[:, INDEX[name]]

    def __setitem__(self, name: str, values) -> None:
        self.data[:, INDEX[name]] = values

    def add(self, **values) -> None:
        for name, value in values.items():
            self.data[:, INDEX[name]] += value

    def toward(self, values: Mapping[str, float | np.ndarray], weight: float | np.ndarray = 1.0) -> None:
        """Move the named channels towards values by weight 0..1."""
        for name, value in values.items():
            column = INDEX[name]
            self.data[:, column] += (value - self.data[:, column]) * weight

    def arm(self, side: str, weight: float | np.ndarray = 1.0, hand: str | None = None, **values) -> None:
        """Move an arm towards a pose (wrist place, palm, ...); anchors not named lose their hold."""
        goal = {f"{side}_on_{a}": 0.0 for a in ANCHORS}
        goal.update({f"{side}_{k}": v for k, v in values.items()})
        if hand:
            goal.update(hand_shape(side, hand))
        self.toward(goal, weight)

    def swing_arm(self, side: str, weight, angle, reach=0.93, out=0.14, hand: str | None = None, **values) -> None:
        """Move an arm towards a place on the arc it swings on: `angle` degrees forward from hanging (180 is
        overhead), `reach` arm lengths from the shoulder, `out` to the side."""
        a = np.radians(angle)
        self.arm(side, weight, hand, out=out, front=np.sin(a) * reach, up=-np.cos(a) * reach, **values)

    def rest_on(self, side: str, anchor: str, weight: float | np.ndarray = 1.0, hand: str = "soft", **values) -> None:
        """Lay a hand on a place of the own body (an entry of ANCHORS)."""
        self.arm(side, weight, hand, **{f"on_{anchor}": 1.0, **values})

    def hand(self, side: str, shape: str, weight: float | np.ndarray = 1.0) -> None:
        self.toward(hand_shape(side, shape), weight)


def hand_shape(side: str, shape: str) -> dict[str, float]:
    """Finger channels of a named hand shape."""
    return {f"{side}_{f}": v for f, v in zip(FINGER_CHANNELS, HANDS[shape], strict=True)}


def columns(names: Iterable[str]) -> np.ndarray:
    return np.array([INDEX[n] for n in names])


def channels_of(part: str) -> np.ndarray:
    """Columns of "left_arm", "right_arm", "left_leg", "right_leg", "head" (with face and gaze) or "body"."""
    if part.endswith("_arm"):
        return columns(f"{part[:-4]}_{n}" for n in _ARM)
    if part.endswith("_leg"):
        return columns(f"{part[:-4]}_{n}" for n in _LEG)
    head = tuple(n for n in _BODY if n.startswith(("head", "neck")))
    return columns((*head, *_GAZE, *_FACE) if part == "head" else (n for n in _BODY if n not in head))


def standing(frames: int) -> Controls:
    """Relaxed standing: arms hanging, a hint of an S-curve in the back."""
    out = Controls(frames)
    for side in SIDES:
        for name, value in HANGING.items():
            out[f"{side}_{name}"] = value
        out.hand(side, "relaxed")
    out["spine_pitch"] = -2.0
    out["chest_pitch"] = 3.0
    return out


def seated(frames: int) -> Controls:
    """Relaxed sitting: back upright near the backrest, hands on the thighs. Hips and feet are the
    performance's, because they depend on the seat."""
    out = standing(frames)
    out["hips_pitch"] = SEATED_HIPS
    out["spine_pitch"] = SEATED_SPINE
    out["chest_pitch"] = 5.0
    for side in SIDES:
        out.rest_on(side, "thigh", hand="soft", out=0.16, front=0.55, up=-0.5, swivel=14.0, palm=70.0)
    return out
