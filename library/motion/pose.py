"""A pose of a rig over many frames: forward kinematics, aiming, two-bone limbs, mirroring.

Rotations are kept per bone relative to its parent but expressed in the *person's* axes at rest (x to the
own left, -y forward, z up), so no part of the motion code needs to know how bones are rolled. `basis`
turns them into what Blender wants: rotations in each bone's own rest axes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.cast.person import Rig
from library.motion import quaternion as quat


@dataclass
class Pose:
    """turns: (F, B, 4) rotation of each bone against its parent, in the person's axes.
    root: (F, 3) metres, how far the hips have moved from rest, in the person's axes."""

    rig: Rig
    turns: np.ndarray
    root: np.ndarray

    @classmethod
    def rest(cls, rig: Rig, frames: int) -> Pose:
        return cls(rig, np.tile(quat.IDENTITY, (frames, len(rig.names), 1)), np.zeros((frames, 3)))

    @property
    def frames(self) -> int:
        return len(self.root)

    def world(self) -> tuple[np.ndarray, np.ndarray]:
        """Forward kinematics: (F, B, 4) rotation of each bone from its rest orientation and (F, B, 3) bone
        heads, both in the person's space."""
        whole = np.empty_like(self.turns)
        heads = np.empty((self.frames, len(self.rig.names), 3))
        for b, parent in enumerate(self.rig.parents):
            if parent < 0:
                whole[:, b] = self.turns[:, b]
                heads[:, b] = self.rig.heads[b] + self.root
            else:
                whole[:, b] = quat.multiply(whole[:, parent], self.turns[:, b])
                arm = self.rig.heads[b] - self.rig.heads[parent]
                heads[:, b] = heads[:, parent] + quat.rotate(whole[:, parent], arm)
        return whole, heads

    def matrices(self) -> np.ndarray:
        """(F, B, 4, 4) bone matrices in the person's space, columns the bone's axes and head."""
        whole, heads = self.world()
        out = np.zeros((self.frames, len(self.rig.names), 4, 4))
        out[..., :3, :3] = quat.to_matrix(whole) @ self.rig.axes
        out[..., :3, 3] = heads
        out[..., 3, 3] = 1
        return out

    def tails(self) -> np.ndarray:
        """(F, B, 3) bone tails in the person's space."""
        whole, heads = self.world()
        return heads + quat.rotate(whole, self.rig.tails - self.rig.heads)

    def basis(self) -> np.ndarray:
        """(F, B, 4) rotations in each bone's rest axes: Blender's pose bone rotation_quaternion."""
        axes = quat.from_matrix(self.rig.axes)
        local = quat.chain(quat.conjugate(axes)[None], self.turns, np.broadcast_to(axes, self.turns.shape))
        return quat.continuous(local)

    def root_location(self) -> np.ndarray:
        """(F, 3) hips offset in the hips bone's rest axes: Blender's pose bone location."""
        return self.root @ self.rig.axes[0]

    def aim(self, bone: str, direction: np.ndarray) -> None:
        """Turn a bone the shortest way so that it points along `direction` (F, 3) in the person's space.
        Bones above it keep their pose."""
        b = self.rig.index(bone)
        whole, _ = self.world()
        pointing = quat.rotate(whole[:, b], quat.unit(self.rig.tails[b] - self.rig.heads[b]))
        self.set_world(bone, quat.multiply(quat.arc(pointing, direction), whole[:, b]), whole)

    def set_world(self, bone: str, rotation: np.ndarray, whole: np.ndarray | None = None) -> None:
        """Give a bone the rotation (F, 4) from rest in the person's space."""
        b = self.rig.index(bone)
        if whole is None:
            whole, _ = self.world()
        parent = self.rig.parents[b]
        above = whole[:, parent] if parent >= 0 else quat.IDENTITY
        self.turns[:, b] = quat.multiply(quat.conjugate(above), rotation)

    def mirrored(self) -> Pose:
        """The same pose with left and right swapped."""
        names = self.rig.names
        swap = [names.index(_other_side(n)) for n in names]
        turns = self.turns[:, swap] * np.array([1.0, 1.0, -1.0, -1.0])
        return Pose(self.rig, turns, self.root * np.array([-1.0, 1.0, 1.0]))


def _other_side(name: str) -> str:
    if name.startswith("Left"):
        return "Right" + name[4:]
    if name.startswith("Right"):
        return "Left" + name[5:]
    return name


def soft_reach(distance: np.ndarray, longest: float, softness: float = 0.06) -> np.ndarray:
    """A distance that nears `longest` without reaching it, so that limbs straighten without a snap.

    Below (1 - softness) * longest it is unchanged, above it follows an exponential (Maestri's soft IK)."""
    knee = longest * (1 - softness)
    span = longest - knee
    over = np.maximum(distance - knee, 0)
    return np.where(distance < knee, distance, knee + span * (1 - np.exp(-over / span)) * 0.98)


def two_bone(
    start: np.ndarray, target: np.ndarray, pole: np.ndarray, upper: float, lower: float, softness: float = 0.06
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Solve a two-bone limb by the law of cosines.

    start, target: (F, 3) where the limb begins and where its end should be; pole: (F, 3) direction in
    which the joint bends out; upper, lower: bone lengths in metres.
    Returns unit directions (F, 3) of the upper and lower bone and, for each, the direction square to it in
    the limb's plane on the pole's side (for the roll). Targets out of reach are reached towards; a pole along
    the limb itself says nothing, then the joint bends to any side.
    """
    line = target - start
    distance = np.linalg.norm(line, axis=-1, keepdims=True)
    along = np.where(distance > 1e-6, line / np.maximum(distance, 1e-9), np.array([0.0, 0.0, -1.0]))
    reach = soft_reach(distance, (upper + lower) * 0.9995, softness)
    reach = np.maximum(reach, abs(upper - lower) + 0.25 * min(upper, lower))
    out = pole - (pole * along).sum(-1, keepdims=True) * along
    spare = np.roll(along, 1, axis=-1) * np.array([1.0, -1.0, 1.0])
    spare = spare - (spare * along).sum(-1, keepdims=True) * along
    out = quat.unit(np.where(np.linalg.norm(out, axis=-1, keepdims=True) > 1e-7, out, spare))
    cos_start = np.clip((upper**2 + reach**2 - lower**2) / (2 * upper * reach), -1, 1)
    sin_start = np.sqrt(1 - cos_start**2)
    joint = along * cos_start * upper + out * sin_start * upper
    first = quat.unit(joint)
    second = quat.unit(along * reach - joint)
    cos_end, sin_end = (second * along).sum(-1, keepdims=True), -(second * out).sum(-1, keepdims=True)
    return first, second, out * cos_start - along * sin_start, out * cos_end + along * sin_end
