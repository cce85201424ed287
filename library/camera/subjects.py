"""Where the parts of a person are in every frame, as the camera needs them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.cast.person import Person
from library.motion.track import Track


@dataclass(frozen=True)
class Subject:
    """A person over the shot.

    points: landmark -> (F, 3) world metres ("crown", "eyes", "chin", "neck", "chest", "waist", "hips",
    "knees", "feet", and "hands": the middle between them, or the raised one). facing: (F, 2) unit vector the
    body faces; gaze: (F, 3) unit vector the head faces. radius: half width, metres. skin: lightness 0..1.
    """

    name: str
    points: dict[str, np.ndarray]
    facing: np.ndarray
    gaze: np.ndarray
    radius: float
    skin: float

    @property
    def head(self) -> np.ndarray:
        """(F,) height of the head from chin to crown, metres; never under 12 cm (a head bent far forward)."""
        return np.maximum(np.linalg.norm(self.points["crown"] - self.points["chin"], axis=1), 0.12)

    @property
    def ground(self) -> np.ndarray:
        """(F, 2) where the body is on the floor."""
        return self.points["hips"][:, :2]

    @property
    def travel(self) -> float:
        """Metres between the farthest points the hips reach on the floor."""
        low, high = self.ground.min(0), self.ground.max(0)
        return float(np.linalg.norm(high - low))


def subject(name: str, person: Person, track: Track) -> Subject:
    """The subject a baked track makes of a person."""
    rig = person.rig
    axes, heads = track.world(rig)

    def of(bone: str, point: np.ndarray) -> np.ndarray:
        b = rig.index(bone)
        local = rig.axes[b].T @ (np.asarray(point, float) - rig.heads[b])
        return heads[:, b] + axes[:, b] @ local

    def front(bone: str) -> np.ndarray:
        b = rig.index(bone)
        return axes[:, b] @ (rig.axes[b].T @ np.array([0.0, -1.0, 0.0]))

    points = {landmark: of(bone, point) for landmark, (bone, point) in person.landmarks.items()}
    points["hands"] = _hands(heads[:, rig.index("LeftHand")], heads[:, rig.index("RightHand")])
    flat = front("Hips")[:, :2]
    flat = flat / np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-6)
    return Subject(name, points, flat, front("Head"), float(person.measures["radius"]), person.measures["skin"])


def _hands(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """(F, 3) what a camera looks at that films the hands: between them while they are near, else the higher."""
    apart = np.linalg.norm(left - right, axis=1, keepdims=True)
    share = np.clip((apart - 0.35) / 0.2, 0.0, 1.0)
    higher = np.where(left[:, 2:] >= right[:, 2:], left, right)
    return (left + right) / 2 * (1 - share) + higher * share
