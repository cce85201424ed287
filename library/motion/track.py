"""A baked performance: everything that moves of one person, frame by frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.cast.person import Rig


@dataclass(frozen=True)
class Track:
    """location: (F, 3) metres and yaw: (F,) degrees of the whole person. rotations: (F, B, 4) quaternions
    (w, x, y, z) in each bone's rest axes, in the order of `bones`. hips: (F, 3) metres, offset of the hips
    bone in its rest axes. keys: shape key -> (F,) 0..1. fps: frames a second."""

    bones: tuple[str, ...]
    location: np.ndarray
    yaw: np.ndarray
    rotations: np.ndarray
    hips: np.ndarray
    keys: dict[str, np.ndarray]
    fps: float

    @property
    def frames(self) -> int:
        return len(self.yaw)

    def world(self, rig: Rig) -> tuple[np.ndarray, np.ndarray]:
        """(F, B, 3, 3) axes and (F, B, 3) heads of the bones on the stage, for measuring."""
        from library.motion import quaternion as quat
        from library.motion.pose import Pose

        axes = quat.from_matrix(rig.axes)
        turns = quat.chain(np.broadcast_to(axes, self.rotations.shape), self.rotations, quat.conjugate(axes)[None])
        matrices = Pose(rig, turns, self.hips @ rig.axes[0].T).matrices()
        whole = quat.to_matrix(quat.tilt(yaw=self.yaw))
        heads = np.einsum("fij,fbj->fbi", whole, matrices[..., :3, 3]) + self.location[:, None]
        return np.einsum("fij,fbjk->fbik", whole, matrices[..., :3, :3]), heads
