"""From scores to tracks: all people of a shot together, so that eyes meet and hands find each other."""

from __future__ import annotations

import numpy as np

from library.motion import faces, gaze
from library.motion import quaternion as quat
from library.motion.actions import Act, rng_of
from library.motion.controls import ANCHORS, EMOTIONS, SIDES, Controls, channels_of, hand_shape
from library.motion.curves import lagged, pulse, ramp, smooth
from library.motion.idle import live
from library.motion.performance import Doing, MotionError, Performance
from library.motion.pose import Pose
from library.motion.posture import Base, base
from library.motion.solver import Reach, Stage, aim_eyes, eye_angles, solve
from library.motion.sway import sway
from library.motion.track import Track

ATTACK, RELEASE = 0.34, 0.42
"""Seconds an action takes to come in and go out."""
GET_UP = 1.3
"""Seconds to come back from an action that stays (lying on the ground)."""
WARM_UP = 1.0
"""Seconds baked before the shot so that everything that lags has settled at its first frame."""
_DELAYS = {"head": -0.05, "body": 0.0, "left_arm": 0.05, "right_arm": 0.08, "left_leg": 0.0, "right_leg": 0.0}
"""The head leads and the hands come last."""


class _Player:
    """One person on the way from score to track."""

    def __init__(self, performance: Performance, t: np.ndarray, fps: float):
        self.performance, self.t, self.fps = performance, t, fps
        self.body = performance.body
        self.base: Base = base(performance, t, fps)
        self.controls: Controls = self.base.controls
        self.reaches: list[Reach] = []
        self.pose: Pose | None = None
        self.target: np.ndarray | None = None
        self.bend = np.zeros((len(t), 2))

    def rng(self, purpose: int) -> np.random.Generator:
        return np.random.default_rng([self.performance.seed & 0xFFFFFFFF, purpose])

    # Actions -------------------------------------------------------------------------------------------

    def act(self, players: dict[int, _Player]) -> None:
        accents = faces.accents(self.performance.words)
        self._carry()
        for doing in self.performance.doings:
            self._overlay(doing, players, accents)
        self._speak(accents)
        self._listen(players)
        self._feel()
        live(self.t, self.controls, self.rng(202), self.base.sits, self.base.moves)
        self._drag()

    def _overlay(self, doing: Doing, players: dict[int, _Player], accents) -> None:
        shown = self.controls.copy()
        rng = rng_of(doing.action, self.performance.seed, doing.variation)
        side = self.performance.leading
        if rng.random() < 0.25:
            side = "left" if side == "right" else "right"
        side = doing.side or side
        act = Act(
            shown,
            self.t - doing.start,
            doing.end - doing.start,
            self.fps,
            rng,
            doing.strength,
            side,
            self.body,
            self.base.sits,
            doing.variation,
            self.performance.seed % 12,
            [(at - doing.start, size) for at, size in accents if doing.start <= at <= doing.end],
            self._aim(doing.target, players),
        )
        doing.action.act(act)
        for part, delay in _DELAYS.items():
            weight = self._weight(doing, delay)
            columns = channels_of(part)
            self.controls.data[:, columns] += (shown.data - self.controls.data)[:, columns] * weight[:, None]
        weight = self._weight(doing, 0.06)
        self.reaches += [Reach(r.side, r.grip, r.weight * weight) for r in act.reaches]

    def _carry(self) -> None:
        """Arms and fingers that hold something while nothing else is done with them."""
        for carry in self.performance.carries:
            weight = ramp(self.t, carry.start - 0.1, carry.start + 0.5)
            weight = weight * (1 - ramp(self.t, carry.end - 0.2, carry.end + 0.4))
            if carry.arm is not None:
                self.controls.arm(carry.side, weight, carry.hand, **carry.arm)
            else:
                self.controls.hand(carry.side, carry.hand, weight)

    def _weight(self, doing: Doing, delay: float) -> np.ndarray:
        start, end, release = doing.start + delay, doing.end + delay, RELEASE
        if doing.action.stays:
            end, release = self._next_after(doing) + delay, GET_UP
        return ramp(self.t, start - 0.06, start + ATTACK) * (1 - ramp(self.t, end - 0.10, end + release))

    def _next_after(self, doing: Doing) -> float:
        """When the next action or move begins; never, where there is none."""
        performance = self.performance
        begins = [each.start for each in (*performance.doings, *performance.goings, *performance.seatings)]
        return min((at for at in begins if at >= doing.end - 1e-6), default=1e6)

    def _aim(self, target, players: dict[int, _Player]) -> np.ndarray | None:
        if target is None:
            return None
        if isinstance(target, Performance):
            other = _playing(target, players)
            return self.base.to_space(other.base.to_stage(other.eyes_roughly()))
        if callable(target):
            return self.base.to_space(np.asarray(target(self.t), float))
        return self.base.to_space(np.broadcast_to(np.asarray(target, float), (len(self.t), 3)))

    def eyes_roughly(self) -> np.ndarray:
        """(F, 3) eyes in the own space before anything is solved."""
        rest = np.array([0.0, -0.05, self.body.person.measures["eye_height"]])
        return rest + self.base.hips

    def _speak(self, accents) -> None:
        """Small nods and brows on stressed sounds."""
        rng = self.rng(303)
        for at, size in accents:
            nod = pulse(self.t, at + 0.02, 0.20, 0.34) * size
            lift = pulse(self.t, at - 0.16, 0.16, 0.2) * size
            tilt = rng.normal(0, 1.6)
            self.controls.add(
                head_pitch=3.6 * nod - 1.8 * lift,
                head_roll=tilt * nod,
                head_yaw=rng.normal(0, 1.8) * nod,
                spine_pitch=0.9 * nod,
                face_brows_up=rng.uniform(0.1, 0.4) * pulse(self.t, at, 0.18, 0.3),
            )

    def _listen(self, players: dict[int, _Player]) -> None:
        """Small nods and brows while others speak and one does nothing else; a longer nod when they end."""
        rng = self.rng(606)
        busy = [(d.start, d.end) for d in self.performance.doings] + self.performance.spoken
        for other in players.values():
            if other is self:
                continue
            for start, end in other.performance.spoken:
                at = start + rng.uniform(0.8, 1.8)
                while at < end + 0.4:
                    size = rng.uniform(2.5, 5.5)
                    again, lift = size * float(rng.integers(0, 2)), rng.uniform(0, 0.3)
                    if not any(a - 0.3 < at < b + 0.2 for a, b in busy):
                        nod = size * pulse(self.t, at, 0.18, 0.24) + 0.75 * again * pulse(self.t, at + 0.36, 0.18, 0.24)
                        self.controls.add(head_pitch=nod, face_brows_up=lift * pulse(self.t, at, 0.3, 0.7))
                    at += rng.uniform(1.6, 3.6)

    def _feel(self) -> None:
        for feeling in self.performance.feelings:
            weight = faces.felt(self.t, feeling.start, min(feeling.end, 1e6))
            goal = {f"feel_{e}": feeling.strength if e == feeling.emotion else 0.0 for e in EMOTIONS}
            self.controls.toward(goal, weight)
            for channel, amount in faces.BEARING.get(feeling.emotion, {}).items():
                self.controls.add(**{channel: amount * feeling.strength * weight})
            if feeling.emotion in faces.ARMS:
                self._brace(*faces.ARMS[feeling.emotion], feeling.strength * weight)

    def _brace(self, shape: str, pose: dict[str, float], weight: np.ndarray) -> None:
        """Arms that hang free take part in a feeling; those that gesture, rest, carry or swing go on with that."""
        c = self.controls
        carrying = {carry.side for carry in self.performance.carries}
        for side in SIDES:
            rests = sum(c[f"{side}_on_{a}"] for a in ANCHORS)
            hangs = np.clip((-0.70 - c[f"{side}_up"]) / 0.15, 0, 1) * np.clip(1 - rests, 0, 1)
            free = hangs * (1 - self.base.moves) * (side not in carrying)
            goal = {f"{side}_{name}": value for name, value in pose.items()}
            c.toward(goal | hand_shape(side, shape), np.clip(weight, 0, 1) * free)

    def _drag(self) -> None:
        """Hands trail behind wrists: up, and they droop; down, and they float."""
        for side in ("left", "right"):
            c = self.controls
            speed = np.gradient(smooth(c[f"{side}_up"], self.fps, 0.12)) * self.fps
            hold = sum(c[f"{side}_on_{a}"] for a in ("thigh", "knee", "lap", "face", "chin")) > 0.3
            trail = lagged(np.clip(speed, -2.2, 2.2), self.fps, 0.07) * np.where(hold, 0.3, 1.0)
            flat = np.clip(c[f"{side}_palm"] / 80, -1, 1)
            c.add(**{f"{side}_flex": 13 * trail * flat, f"{side}_deviate": -8 * trail * (1 - np.abs(flat))})

    # Solving and gaze ----------------------------------------------------------------------------------

    def solve(self) -> None:
        stage = Stage(self.base.hips, self.base.feet, self.reaches, self.bend, self.fps)
        self.pose = solve(self.body, self.controls, stage)

    def eyes_on_stage(self) -> np.ndarray:
        """(F, 3) point between the eyes."""
        _, heads = self.pose.world()
        return self.base.to_stage((heads[:, self.body.bones["LeftEye"]] + heads[:, self.body.bones["RightEye"]]) / 2)

    def choose_target(self, players: dict[int, _Player]) -> None:
        """What is looked at over time: explicit looks, else whoever speaks, else the partner, else straight ahead."""
        ahead = self.eyes_on_stage()
        ahead = ahead + quat.rotate(quat.tilt(yaw=self.base.yaw), np.array([0.0, -3.0, -0.08]))
        out = ahead.copy()
        partner = self.performance.partner
        if partner is not None:
            eyes = _playing(partner, players).eyes_on_stage()
            on = self._has_before(eyes)
            out[on] = eyes[on]
        others = [p for p in players.values() if p is not self]
        for other in others:
            eyes = other.eyes_on_stage()
            for start, end in other.performance.spoken:
                heard = start + 0.25
                on = (self.t >= heard) & (self.t < end + 1.2)
                out[on] = eyes[on]
        for start, end in self.performance.spoken:
            near = self._nearest(others)
            if near is not None:
                on = (self.t >= start - 0.2) & (self.t < end + 0.6)
                out[on] = near.eyes_on_stage()[on]
        for look in self.performance.looks:
            on = (self.t >= look.start) & (self.t < look.end)
            if isinstance(look.target, Performance):
                point = _playing(look.target, players).eyes_on_stage()
            elif callable(look.target):
                point = np.asarray(look.target(self.t), float)
            else:
                point = np.broadcast_to(np.asarray(look.target, float), (len(self.t), 3))
            out[on] = point[on]
        self.target = out

    def _has_before(self, points: np.ndarray) -> np.ndarray:
        """(F,) whether points (F, 3) on the stage are before somebody who stays where they are."""
        line = (points - self.eyes_on_stage())[:, :2]
        front = quat.rotate(quat.tilt(yaw=self.base.yaw), np.array([0.0, -1.0, 0.0]))[:, :2]
        return ((line * front).sum(1) > -0.1 * np.linalg.norm(line, axis=1)) & (self.base.moves < 0.5)

    def _nearest(self, others: list[_Player]) -> _Player | None:
        """The person most before one and near."""
        best, score = None, 6.0
        for other in others:
            line = other.base.location.mean(0) - self.base.location.mean(0)
            distance = float(np.hypot(line[0], line[1]))
            facing = quat.rotate(quat.tilt(yaw=self.base.yaw.mean()), np.array([0.0, -1.0, 0.0]))
            behind = 1 - float(line @ facing) / max(distance, 1e-6)
            if distance + 1.5 * behind < score:
                best, score = other, distance + 1.5 * behind
        return best

    def wish(self) -> np.ndarray:
        """(F, 2) degrees from the chest's front to where the eyes want to go."""
        whole, heads = self.pose.world()
        eyes = (heads[:, self.body.bones["LeftEye"]] + heads[:, self.body.bones["RightEye"]]) / 2
        chest = whole[:, self.body.bones["Spine2"]]
        _, yaw = quat.swing_twist(chest, np.array([0.0, 0.0, 1.0]))
        line = quat.rotate(quat.about(np.array([0.0, 0.0, 1.0]), -yaw), self.base.to_space(self.target) - eyes)
        flat = np.hypot(line[:, 0], line[:, 1])
        angles = np.degrees(np.stack([np.arctan2(line[:, 0], -line[:, 1]), np.arctan2(-line[:, 2], flat)], axis=1))
        angles[:, 0] = (
            np.degrees(np.unwrap(np.radians(angles[:, 0]))) if np.abs(angles[:, 0]).max() > 170 else angles[:, 0]
        )
        hold = np.clip(self.controls["gaze_hold"], 0, 1)[:, None]
        away = np.stack([self.controls["gaze_yaw"], self.controls["gaze_pitch"]], axis=1)
        return angles * (1 - hold) + away * hold

    def turn_head(self) -> None:
        wish = self.wish()
        head, trunk = gaze.follow(wish, self.fps)
        held = 1 - 0.8 * np.clip(self.base.moves, 0, 1)
        self.controls.add(spine_yaw=trunk * held)
        self.bend = head
        self.jumps = [float(self.t[i]) for i in gaze.shifts(wish, self.fps)]

    def turn_eyes(self) -> np.ndarray:
        """Aim the eyes; (F, 2) degrees."""
        rng = self.rng(404)
        hold = np.clip(self.controls["gaze_hold"], 0, 1)[:, None]
        to_target = eye_angles(self.body, self.pose, self.base.to_space(self.target))
        away = np.stack([self.controls["gaze_yaw"], self.controls["gaze_pitch"]], axis=1) - self.bend
        angles = gaze.eyes(to_target * (1 - hold) + away * hold, self.fps, rng)
        room = (1 - faces.narrowed(self.controls)) ** 2
        angles[:, 1] = np.clip(angles[:, 1], -gaze.EYE_UP * room, gaze.EYE_DOWN * room)
        aim_eyes(self.body, self.pose, angles[:, 0], angles[:, 1])
        return angles

    def _hair(self) -> dict[str, np.ndarray]:
        whole, heads = self.pose.world()
        bone = self.body.bones["Head"]
        turn = quat.multiply(quat.tilt(yaw=self.base.yaw), whole[:, bone])
        return sway(quat.to_matrix(turn), self.base.to_stage(heads[:, bone]), self.fps)

    def track(self, skip: int) -> Track:
        angles = self.turn_eyes()
        rng = self.rng(505)
        blink = faces.blinks(self.t, faces.blink_times(0.0, self.t[-1], rng, self.jumps), self.fps)
        mouth = faces.mouth_shapes(self.t, self.performance.words, self.fps) if self.performance.words else {}
        keys = faces.face(self.controls, mouth, blink, angles[:, 1], self.t, rng) | self._hair()
        return Track(
            self.body.rig.names,
            self.base.location[skip:],
            self.base.yaw[skip:],
            self.pose.basis()[skip:],
            self.pose.root_location()[skip:],
            {k: v[skip:] for k, v in keys.items()},
            self.fps,
        )


def _playing(performance: Performance, players: dict[int, _Player]) -> _Player:
    if id(performance) not in players:
        raise MotionError("a look or an action is aimed at someone who is not in this shot")
    return players[id(performance)]


def bake(performances: dict[str, Performance], frames: int, fps: float) -> dict[str, Track]:
    """Play all performances of a shot together: name -> track of `frames` frames, the first at time 0.

    Raises MotionError where a look or an action is aimed at a performance that is not among them."""
    skip = round(WARM_UP * fps)
    t = (np.arange(frames + skip) - skip) / fps
    players = {id(p): _Player(p, t, fps) for p in performances.values()}
    for player in players.values():
        player.act(players)
        player.solve()
    for player in players.values():
        player.choose_target(players)
    for player in players.values():
        player.turn_head()
        player.solve()
    for player in players.values():
        player.choose_target(players)
    return {name: players[id(p)].track(skip) for name, p in performances.items()}
