"""Where a hand lies when it rests on the own body: wrist, palm and finger direction for each anchor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from library.motion import quaternion as quat
from library.motion.body import Body


@dataclass
class State:
    """The body as solved so far: rotations from rest (F, B, 4) and bone heads (F, B, 3), person's space."""

    body: Body
    whole: np.ndarray
    heads: np.ndarray

    def turn(self, bone: str | int, vector) -> np.ndarray:
        """(F, 3): a rest direction carried by a bone."""
        return quat.rotate(self.whole[:, self._index(bone)], np.asarray(vector, float))

    def place(self, bone: str | int, point) -> np.ndarray:
        """(F, 3): a rest point carried by a bone."""
        b = self._index(bone)
        return self.heads[:, b] + quat.rotate(self.whole[:, b], np.asarray(point, float) - self.body.rig.heads[b])

    def landmark(self, name: str) -> np.ndarray:
        bone, point = self.body.landmark(name)
        return self.place(bone, point)

    def _index(self, bone: str | int) -> int:
        return bone if isinstance(bone, int) else self.body.bones[bone]


@dataclass
class Grip:
    """A hand's place: (F, 3) each, person's space."""

    wrist: np.ndarray
    palm: np.ndarray
    fingers: np.ndarray


_ANCHORS: dict[str, Callable[[State, float], Grip]] = {}


def grip(state: State, anchor: str, side: str) -> Grip:
    """The hand laid on an anchor; `side` is "left" or "right". Raises KeyError for an unknown anchor."""
    return _ANCHORS[anchor](state, state.body.arms[side].side)


def _anchor(name: str):
    def register(function):
        _ANCHORS[name] = function
        return function

    return register


def _lay(state: State, point: np.ndarray, palm, fingers, along: float = 0.45, off: float = 0.022) -> Grip:
    """A palm laid on `point`: the hand's length times `along` from the wrist touches, `off` metres above it."""
    palm = quat.unit(palm)
    fingers = quat.unit(fingers - (fingers * palm).sum(-1, keepdims=True) * palm)
    length = state.body.arms["left"].hand_length
    return Grip(point - palm * off - fingers * along * length, palm, fingers)


def _side_bone(side: float, name: str) -> str:
    return ("Left" if side > 0 else "Right") + name


def _thigh_point(state: State, side: float, share: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A point on the front of the thigh, the outward direction there and the direction to the knee."""
    body = state.body
    bone = _side_bone(side, "UpLeg")
    rig, index = body.rig, body.bones
    hip, knee = rig.heads[index[bone]], rig.heads[index[_side_bone(side, "Leg")]]
    radius = body.girth.thigh + (body.girth.knee - body.girth.thigh) * share
    front = quat.unit(np.array([0.0, -1.0, 0.0]) - quat.unit(knee - hip) * (quat.unit(knee - hip) @ [0.0, -1.0, 0.0]))
    point = hip + (knee - hip) * share + front * radius
    return state.place(bone, point), state.turn(bone, front), state.turn(bone, quat.unit(knee - hip))


@_anchor("thigh")
def _thigh(state: State, side: float) -> Grip:
    point, out, along = _thigh_point(state, side, 0.60)
    inward = state.turn("Hips", (-side, 0, 0))
    return _lay(state, point, -out, along + 0.35 * inward, 0.5)


@_anchor("knee")
def _knee(state: State, side: float) -> Grip:
    point, out, along = _thigh_point(state, side, 0.88)
    inward = state.turn("Hips", (-side, 0, 0))
    return _lay(state, point, -out, along + 0.2 * inward, 0.55)


@_anchor("lap")
def _lap(state: State, side: float) -> Grip:
    left, out_left, along_left = _thigh_point(state, 1.0, 0.40)
    right, out_right, along_right = _thigh_point(state, -1.0, 0.40)
    point = (left + right) / 2 + (out_left + out_right) / 2 * (0.02 if side > 0 else 0.045)
    along = along_left + along_right
    fingers = state.turn("Hips", (-side, 0, 0)) + 0.35 * quat.unit(along)
    return _lay(state, point, -(out_left + out_right), fingers, 0.55)


def _trunk_point(
    state: State, height: float, across: float, off: float = 0.0, back: bool = False
) -> tuple[str, np.ndarray]:
    """Bone and rest point on the trunk's surface at a height 0 (hips) .. 1 (shoulders), `across` metres left."""
    girth, rig, bones = state.body.girth, state.body.rig, state.body.bones
    low, high = rig.heads[bones["Hips"]][2], rig.heads[bones["LeftArm"]][2]
    z = low + (high - low) * height
    deep = np.interp(z, girth.heights, girth.back if back else girth.front)
    wide = np.interp(z, girth.heights, girth.half_width)
    deep = deep * np.sqrt(max(0.1, 1 - (across / max(wide, 1e-3)) ** 2)) + off
    bone = ("Hips", "Spine", "Spine1", "Spine2")[min(3, int(height * 4))]
    return bone, np.array([across, deep if back else -deep, z])


@_anchor("hip")
def _hip(state: State, side: float) -> Grip:
    girth, rig, bones = state.body.girth, state.body.rig, state.body.bones
    z = rig.heads[bones["Hips"]][2] + 0.045
    wide = np.interp(z, girth.heights, girth.half_width)
    point = state.place("Hips", (side * wide, -0.02, z))
    return _lay(
        state, point, state.turn("Hips", (-side, 0.1, 0)), state.turn("Hips", (-side * 0.15, -0.85, -0.45)), 0.5
    )


@_anchor("fold")
def _fold(state: State, side: float) -> Grip:
    over = 0.050 if side > 0 else 0.028
    bone, point = _trunk_point(state, 0.70 if side > 0 else 0.64, 0.0, over)
    point[0] = -side * state.body.person.measures["shoulder_width"] * 0.24
    wrist = state.place(bone, point)
    fingers = state.turn(bone, (-side, 0.25, 0.28 if side > 0 else -0.05))
    return Grip(wrist, quat.unit(state.turn(bone, (0, 1, 0))), quat.unit(fingers))


@_anchor("clasp")
def _clasp(state: State, side: float) -> Grip:
    bone, point = _trunk_point(state, 0.0, 0.0, 0.035 if side > 0 else 0.065)
    point[2] -= 0.05
    at = state.place(bone, point)
    return _lay(state, at, state.turn(bone, (-side * 0.2, 0.95, 0)), state.turn(bone, (-side * 0.8, -0.1, -0.6)), 0.6)


@_anchor("back")
def _back(state: State, side: float) -> Grip:
    bone, point = _trunk_point(state, 0.14, 0.0, 0.05 if side > 0 else 0.08, back=True)
    at = state.place(bone, point)
    return _lay(state, at, state.turn(bone, (0, 1, 0)), state.turn(bone, (-side * 0.8, 0.0, -0.6)), 0.5, -0.02)


@_anchor("chest")
def _chest(state: State, side: float) -> Grip:
    bone, point = _trunk_point(state, 0.80, side * 0.02, 0.004)
    return _lay(
        state, state.place(bone, point), state.turn(bone, (0, 1, 0.1)), state.turn(bone, (-side * 0.85, 0, 0.5)), 0.55
    )


@_anchor("belly")
def _belly(state: State, side: float) -> Grip:
    bone, point = _trunk_point(state, 0.30, side * 0.05, 0.004)
    return _lay(
        state, state.place(bone, point), state.turn(bone, (0, 1, 0)), state.turn(bone, (-side * 0.95, 0, -0.1)), 0.55
    )


def _on_head(side_offset: float, front: float, between: float) -> Callable[[State, float], np.ndarray]:
    """A point on the head: `side_offset`, `front` in head half-depths, `between` 0 chin .. 1 eyes .. up."""

    def at(state: State, side: float) -> np.ndarray:
        bone, eyes = state.body.landmark("eyes")
        chin = state.body.landmark("chin")[1]
        crown = state.body.landmark("crown")[1]
        half = (crown[2] - chin[2]) * 0.5
        middle = state.body.rig.heads[state.body.bones["Head"]]
        z = chin[2] + (eyes[2] - chin[2]) * between
        point = np.array([side * side_offset * half, middle[1] - front * half, z])
        return state.place(bone, point)

    return at


def _head_anchor(name, side_offset, front, between, palm, fingers, along=0.5, off=0.02):
    """Register an anchor on the head. palm, fingers: directions for the left hand."""
    at = _on_head(side_offset, front, between)

    def laid(state: State, side: float) -> Grip:
        mirror = np.array([side, 1.0, 1.0])
        return _lay(
            state,
            at(state, side),
            state.turn("Head", np.asarray(palm) * mirror),
            state.turn("Head", np.asarray(fingers) * mirror),
            along,
            off,
        )

    _ANCHORS[name] = laid


_head_anchor("chin", 0.10, 0.86, -0.16, (-0.15, 0.55, 0.85), (-0.75, -0.15, 0.62), 0.62, 0.03)
_head_anchor("mouth", 0.06, 1.0, 0.42, (-0.1, 1.0, 0.1), (-0.6, 0.1, 0.75), 0.55)
_head_anchor("cheek", 0.62, 0.55, 0.45, (-0.9, 0.45, 0.1), (0.0, -0.1, 1.0), 0.55)
_head_anchor("ear", 0.86, 0.10, 0.62, (-1.0, 0.1, 0.0), (-0.05, 0.15, 1.0), 0.5, 0.035)
_head_anchor("eye", 0.30, 0.98, 0.95, (-0.25, 1.0, 0.0), (-0.45, 0.2, 0.8), 0.75)
_head_anchor("face", 0.24, 1.0, 0.72, (-0.25, 1.0, -0.05), (-0.12, 0.05, 1.0), 0.50, 0.015)
_head_anchor("brow", 0.18, 0.92, 1.45, (-0.2, 1.0, -0.25), (-0.6, 0.15, 0.75), 0.6)
_head_anchor("crown", 0.45, 0.05, 1.95, (-0.5, 0.2, -0.85), (-0.7, 0.35, 0.5), 0.75)
_head_anchor("nape", 0.30, -0.75, 0.25, (-0.25, -1.0, 0.1), (-0.85, 0.25, 0.35), 0.6)
_head_anchor("sip", 0.16, 1.42, 0.22, (-0.55, 0.80, 0.05), (-0.75, -0.50, 0.25), 0.55)
