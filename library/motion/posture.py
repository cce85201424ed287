"""Standing, sitting and what lies between: the layer under every action."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.motion import locomotion
from library.motion import quaternion as quat
from library.motion.controls import SEATED_HIPS, SEATED_SPINE, SIDES, Controls, seated, standing
from library.motion.curves import ease, pulse, ramp, smooth
from library.motion.performance import Performance, Seating
from library.motion.solver import Foot
from library.places.model import Seat


@dataclass(frozen=True)
class Manner:
    """A way of sitting down and standing up. bow: how far the trunk bows; lead, other: how much either hand leans on
    its knee; glance: degrees the head turns to the seat; drop: shares of the time when the hips begin to go down and
    how long they take; bounce: metres the seat gives way."""

    bow: float = 1.0
    lead: float = 1.0
    other: float = 1.0
    glance: float = 0.0
    drop: tuple[float, float] = (0.14, 0.74)
    bounce: float = 0.012


MANNERS = (
    Manner(),
    Manner(bow=0.85, other=0.0, glance=30.0, drop=(0.16, 0.76)),
    Manner(bow=0.68, lead=0.0, other=0.0, drop=(0.20, 0.60), bounce=0.024),
    Manner(bow=1.18, lead=0.6, glance=-18.0, drop=(0.10, 0.82), bounce=0.006),
)
"""With both hands, with one and a look back, light and quick, with care."""


@dataclass
class Base:
    """The body before actions, over frames. location: (F, 3) and yaw: (F,) of the person on the stage;
    hips: (F, 3) metres from rest and feet, in the person's space; bears: side -> (F,) 1 where the foot is
    on the ground; sits, moves: (F,) 0..1."""

    location: np.ndarray
    yaw: np.ndarray
    controls: Controls
    hips: np.ndarray
    feet: dict[str, Foot]
    bears: dict[str, np.ndarray]
    sits: np.ndarray
    moves: np.ndarray

    def to_space(self, points: np.ndarray) -> np.ndarray:
        """Stage points (F, 3) in the person's space."""
        return quat.rotate(quat.conjugate(quat.tilt(yaw=self.yaw)), points - self.location)

    def to_stage(self, points: np.ndarray) -> np.ndarray:
        """Points (F, 3) of the person's space on the stage."""
        return quat.rotate(quat.tilt(yaw=self.yaw), points) + self.location


def base(performance: Performance, t: np.ndarray, fps: float) -> Base:
    """Where the person is and how they stand, sit or go, at times t (F,)."""
    location, yaw, moves = _root(performance, t)
    controls = standing(len(t))
    for going in performance.goings:
        locomotion.carry(performance.body, going, t, controls)
    hips = np.zeros((len(t), 3))
    sits = np.zeros(len(t))
    rail = np.zeros(len(t))
    current: Seat | None = performance.seat
    if current is not None:
        before = performance.seatings[0].start if performance.seatings else np.inf
        _sit(performance, current, controls, hips, sits, rail, np.where(t < before, 1.0, 0.0), None, t)
    for i, seating in enumerate(performance.seatings):
        until = performance.seatings[i + 1].start if i + 1 < len(performance.seatings) else np.inf
        here = ((t >= seating.start) & (t < until)).astype(float)
        _sit(performance, seating.seat, controls, hips, sits, rail, here, seating, t)
    feet, bears = {}, {}
    out = Base(location, yaw, controls, hips, feet, bears, sits, moves)
    for side, footing in performance.footings().items():
        foot, bears[side] = footing.at(t)
        ball = out.to_space(foot.ball)
        ball[:, 2] += rail
        feet[side] = Foot(ball, foot.yaw - yaw, foot.pitch)
    _support(performance, out, fps)
    return out


def _root(performance: Performance, t: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    location = np.tile([*performance.at, performance.ground], (len(t), 1)).astype(float)
    yaw, moves = np.full(len(t), float(performance.yaw)), np.zeros(len(t))
    for going in performance.goings:
        on = t >= going.start
        for axis in (0, 1):
            location[on, axis] = np.interp(t[on], going.times, going.location[:, axis])
        yaw[on] = np.interp(t[on], going.times, going.yaw)
        moves = np.maximum(
            moves, ramp(t, going.start - 0.2, going.start + 0.3) * (1 - ramp(t, going.end - 0.3, going.end + 0.4))
        )
    return location, yaw, moves


def _sit(
    performance: Performance,
    seat: Seat,
    controls: Controls,
    hips: np.ndarray,
    sits: np.ndarray,
    rail: np.ndarray,
    here: np.ndarray,
    change: Seating | None,
    t: np.ndarray,
) -> None:
    """Write sitting on a seat (or the way down or up) into controls and hips where `here` is 1."""
    body = performance.body
    if change is None:
        u = np.ones(len(t))
    elif change.down:
        u = (t - change.start) / (change.end - change.start)
    else:
        u = 1 - (t - change.start) / (change.end - change.start)
    manner = MANNERS[change.manner % len(MANNERS)] if change is not None else MANNERS[0]
    back = ease(u / 0.80)
    down = ease((u - manner.drop[0]) / manner.drop[1])
    settled = ease((u - 0.45) / 0.55)
    pose = seated(len(t))
    if change is not None:
        effort = 1.0 if change.down else 1.12
        bow = pulse(u, 0.50, 0.46, 0.46) if change.down else pulse(u, 0.60, 0.50, 0.40)
        bow = bow * manner.bow
        pose.add(hips_pitch=26 * bow * effort, spine_pitch=16 * bow * effort, head_pitch=-16 * bow)
        for side in SIDES:
            onto = pulse(u, 0.62, 0.4, 0.38)
            leans = manner.lead if side == performance.leading else manner.other
            pose.rest_on(side, "knee", 0.75 * onto * leans, "soft", swivel=20.0)
    goal = _seated_hips(performance, seat, pose)
    mixed = controls.data + (pose.data - controls.data) * settled[:, None]
    bowed = pose["hips_pitch"] - SEATED_HIPS
    partial = here * (1 - settled)
    controls.data[:] = controls.data + (mixed - controls.data) * here[:, None]
    if change is not None:
        glance = manner.glance * pulse(u, 0.24, 0.24, 0.26) * (1 if performance.leading == "left" else -1)
        controls.add(
            head_yaw=glance * partial,
            spine_yaw=0.4 * glance * partial,
            hips_pitch=bowed * partial,
            spine_pitch=(pose["spine_pitch"] - SEATED_SPINE) * partial,
            head_pitch=pose["head_pitch"] * partial,
        )
    path = np.stack([goal[:, 0] * back, goal[:, 1] * back, goal[:, 2] * down], axis=1)
    if change is not None and change.down:
        after = np.maximum(t - change.start - 0.88 * (change.end - change.start), 0)
        path[:, 2] += -manner.bounce * np.exp(-after / 0.10) * np.sin(2 * np.pi * after / 0.45) * (after > 0)
    hips += path * here[:, None]
    sits += here * ease((u - 0.2) / 0.6)
    knee = seat.height - performance.ground + performance.person.measures["seat"]
    reach = 0.60 * body.legs["left"].lengths[0]
    hang = knee - reach - body.legs["left"].lengths[1] - performance.person.measures["sole"]
    rail += max(0.0, hang) * here * ease((u - 0.3) / 0.6)


def _seated_hips(performance: Performance, seat: Seat, pose: Controls) -> np.ndarray:
    """Hips (F, 3) metres from rest, person's space, that put the hip joints on the seat."""
    body = performance.body
    rig = body.rig
    joints = (rig.heads[body.legs["left"].upper] + rig.heads[body.legs["right"].upper]) / 2
    hips = rig.heads[body.bones["Hips"]]
    turned = quat.rotate(quat.tilt(pitch=np.full(len(pose.data), SEATED_HIPS)), joints - hips)
    feet = np.array([*performance.spot(seat), 0.0])
    middle = quat.rotate(quat.conjugate(quat.tilt(yaw=seat.yaw)), np.array([*seat.at, 0.0]) - feet)
    at = np.array([middle[0], middle[1], seat.height - performance.ground + performance.person.measures["seat"]])
    return at - turned - hips


def _support(performance: Performance, out: Base, fps: float) -> None:
    """Move the hips towards the foot that bears the weight while the other is in the air."""
    left, right = out.bears["left"], out.bears["right"]
    middle = (out.feet["left"].ball + out.feet["right"].ball) / 2
    only_left, only_right = left * (1 - right), right * (1 - left)
    toward = (out.feet["left"].ball - middle) * only_left[:, None] + (out.feet["right"].ball - middle) * only_right[
        :, None
    ]
    shift = smooth(toward, fps, 0.34) * (1 - out.sits)[:, None]
    out.hips[:, 0] += np.clip(shift[:, 0] * 0.42, -0.06, 0.06)
