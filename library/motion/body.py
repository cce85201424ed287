"""What the solver needs to know of a person's body: bone lengths, rest directions and girths."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from library.cast.person import FINGERS, SIDES, Person, Rig
from library.motion import quaternion as quat

UP = np.array([0.0, 0.0, 1.0])
FRONT = np.array([0.0, -1.0, 0.0])
LEFT = np.array([1.0, 0.0, 0.0])


@dataclass(frozen=True)
class Arm:
    """One arm at rest. side: +1 left, -1 right. palm: the way the palm looks; length: shoulder to wrist."""

    side: float
    shoulder: int
    upper: int
    fore: int
    hand: int
    lengths: tuple[float, float]
    upper_axis: np.ndarray
    fore_axis: np.ndarray
    hand_axis: np.ndarray
    palm: np.ndarray
    hand_length: float
    fingers: tuple[tuple[int, ...], ...]
    curl_axes: tuple[np.ndarray, ...]

    @property
    def length(self) -> float:
        return sum(self.lengths)


@dataclass(frozen=True)
class Leg:
    """One leg at rest. ball, heel: ground points (z = 0) under the ball of the foot and the heel."""

    side: float
    upper: int
    lower: int
    foot: int
    toe: int
    lengths: tuple[float, float]
    upper_axis: np.ndarray
    lower_axis: np.ndarray
    ankle: np.ndarray
    ball: np.ndarray
    heel: np.ndarray

    @property
    def length(self) -> float:
        return sum(self.lengths)


@dataclass(frozen=True)
class Girth:
    """Half widths and depths of the trunk by height, and thickness of thighs, in metres.

    heights: (N,) above the ground at rest, rising; half_width, front, back: (N,)."""

    heights: np.ndarray
    half_width: np.ndarray
    front: np.ndarray
    back: np.ndarray
    thigh: float
    knee: float


@dataclass(frozen=True)
class Body:
    """A person's rig measured for posing; build it once with `Body.of`."""

    person: Person
    arms: dict[str, Arm]
    legs: dict[str, Leg]
    girth: Girth
    bones: dict[str, int] = field(repr=False)

    @property
    def rig(self) -> Rig:
        return self.person.rig

    @property
    def leg_length(self) -> float:
        return self.legs["left"].length

    @classmethod
    def of(cls, person: Person) -> Body:
        rig = person.rig
        bones = {n: i for i, n in enumerate(rig.names)}
        arms = {s.lower(): _arm(rig, bones, s) for s in SIDES}
        legs = {s.lower(): _leg(person, bones, s) for s in SIDES}
        return cls(person, arms, legs, _girth(person, bones), bones)

    def landmark(self, name: str) -> tuple[int, np.ndarray]:
        """Bone index and rest point of a landmark."""
        bone, point = self.person.landmarks[name]
        return self.bones[bone], np.asarray(point, float)


def _arm(rig: Rig, bones: dict[str, int], side: str) -> Arm:
    sign = 1.0 if side == "Left" else -1.0
    upper, fore, hand = (bones[f"{side}{n}"] for n in ("Arm", "ForeArm", "Hand"))
    shoulder, elbow, wrist = rig.heads[upper], rig.heads[fore], rig.heads[hand]
    index, pinky, middle = (rig.heads[bones[f"{side}Hand{f}1"]] for f in ("Index", "Pinky", "Middle"))
    hand_axis = quat.unit(middle - wrist)
    palm = quat.unit(np.cross(hand_axis, index - pinky)) * sign
    curls = []
    for finger in FINGERS:
        first, last = bones[f"{side}Hand{finger}1"], bones[f"{side}Hand{finger}3"]
        axis = quat.unit(rig.tails[last] - rig.heads[first])
        toward = palm if finger != "Thumb" else quat.unit(0.55 * palm + quat.unit(pinky - index))
        curls.append(quat.unit(np.cross(axis, toward)))
    return Arm(
        sign,
        bones[f"{side}Shoulder"],
        upper,
        fore,
        hand,
        (float(np.linalg.norm(elbow - shoulder)), float(np.linalg.norm(wrist - elbow))),
        quat.unit(elbow - shoulder),
        quat.unit(wrist - elbow),
        hand_axis,
        palm,
        float(np.linalg.norm(rig.tails[bones[f"{side}HandMiddle3"]] - wrist)),
        tuple(tuple(bones[f"{side}Hand{f}{i}"] for i in (1, 2, 3)) for f in FINGERS),
        tuple(curls),
    )


def _leg(person: Person, bones: dict[str, int], side: str) -> Leg:
    rig = person.rig
    upper, lower, foot, toe = (bones[f"{side}{n}"] for n in ("UpLeg", "Leg", "Foot", "ToeBase"))
    hip, knee, ankle, ball = (rig.heads[b] for b in (upper, lower, foot, toe))
    flat = np.array([1.0, 1.0, 0.0])
    heel = ankle * flat
    heel[1] = min(ankle[1] + 0.34 * person.measures["foot_length"], rig.tails[toe][1] + person.measures["foot_length"])
    return Leg(
        1.0 if side == "Left" else -1.0,
        upper,
        lower,
        foot,
        toe,
        (float(np.linalg.norm(knee - hip)), float(np.linalg.norm(ankle - knee))),
        quat.unit(knee - hip),
        quat.unit(ankle - knee),
        ankle.copy(),
        ball * flat,
        heel,
    )


def _girth(person: Person, bones: dict[str, int]) -> Girth:
    """Measured on the meshes: vertices by the bone that moves them most."""
    points, owners = [], []
    for part in person.parts:
        if part.bone is not None:
            owner = np.full(len(part.mesh.vertices), bones.get(part.bone, -1))
        elif part.mesh.weights is not None:
            lookup = np.array([bones.get(b.removeprefix("mixamorig:"), -1) for b in part.mesh.bones])
            owner = lookup[part.mesh.weights.argmax(1)]
        else:
            continue
        points.append(part.mesh.vertices)
        owners.append(owner)
    rig, measures = person.rig, person.measures
    hips = rig.heads[bones["Hips"]]
    low, high = hips[2] - 0.06, rig.heads[bones["LeftArm"]][2]
    heights = np.linspace(low, high, 7)
    half_width = np.full(7, measures["shoulder_width"] * 0.36)
    front = np.full(7, measures["chest_depth"])
    back = np.full(7, measures["chest_depth"] * 0.9)
    thigh, knee = measures["seat"] * 0.9, measures["seat"] * 0.65
    if points:
        point, owner = np.concatenate(points), np.concatenate(owners)
        trunk = point[np.isin(owner, [bones[b] for b in ("Hips", "Spine", "Spine1", "Spine2")])]
        for i, height in enumerate(heights):
            band = trunk[np.abs(trunk[:, 2] - height) < (high - low) / 9]
            if len(band) > 8:
                half_width[i] = np.percentile(np.abs(band[:, 0]), 98)
                front[i], back[i] = -np.percentile(band[:, 1], 2), np.percentile(band[:, 1], 98)
        half_width = np.minimum(half_width, measures["shoulder_width"] * 0.62)
        leg = point[owner == bones["LeftUpLeg"]]
        if len(leg) > 20:
            a, b = rig.heads[bones["LeftUpLeg"]], rig.heads[bones["LeftLeg"]]
            along = (leg - a) @ (b - a) / ((b - a) @ (b - a))
            away = np.linalg.norm(leg - a - along[:, None] * (b - a), axis=1)
            thigh = _percentile(away[(along > 0.15) & (along < 0.5)], 85, thigh)
            knee = _percentile(away[along > 0.8], 85, knee)
    return Girth(heights, half_width, front, back, min(thigh, measures["seat"] * 1.3), min(knee, measures["seat"]))


def _percentile(values: np.ndarray, percent: float, otherwise: float) -> float:
    return float(np.percentile(values, percent)) if len(values) > 5 else otherwise
