"""Walking, running and turning: the root's way, the steps it takes, and how the body goes with them.

The root moves first; feet are then planted where the body will pass over them, so the number of steps,
their length and their place follow from the way and nothing slides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from library.motion import quaternion as quat
from library.motion.body import Body
from library.motion.controls import Controls
from library.motion.curves import ease, keys, ramp, smooth
from library.motion.solver import Foot

GRAVITY = 9.81
GRID = 1.0 / 120.0
"""Seconds between samples of a root's way."""


LAST_TURN = 80.0
"""Degrees one turns with the last steps of a way; more than that takes a turn on the spot."""


@dataclass(frozen=True)
class Gait:
    """How someone goes. stance: share of a stride (two steps) a foot is on the ground; lift: height of the
    ball of the foot in mid swing, leg lengths; roll, strike: degrees the heel rises before the foot leaves
    and the toes are up when it lands; swing: degrees of the arms; lean, slump: degrees of hips and back;
    bounce: up and down in leg lengths; bent: 0 hanging arms .. 1 elbows at right angles."""

    speed: float
    step_time: float
    stance: float = 0.62
    lift: float = 0.045
    roll: float = 42.0
    strike: float = 17.0
    swing: float = 26.0
    lean: float = 3.0
    slump: float = 0.0
    bounce: float = 0.012
    bent: float = 0.0
    head: float = 0.0
    kick: float = 0.0


MOODS = {
    None: {},
    "neutral": {},
    "tired": {"speed": 0.72, "swing": 0.5, "slump": 9.0, "head": 10.0, "lift": 0.7, "bounce": 0.6},
    "sad": {"speed": 0.68, "swing": 0.45, "slump": 10.0, "head": 14.0, "lift": 0.7, "bounce": 0.6},
    "brisk": {"speed": 1.22, "swing": 1.2, "lean": 2.0},
    "angry": {"speed": 1.28, "swing": 1.25, "lean": 5.0, "head": 4.0, "bounce": 1.2},
    "happy": {"speed": 1.10, "swing": 1.35, "slump": -4.0, "head": -4.0, "bounce": 1.9, "lift": 1.3},
    "afraid": {"speed": 0.85, "swing": 0.6, "slump": 5.0, "bounce": 0.7},
}
"""What a mood does: factors on speed, swing, lift and bounce; degrees added to lean, slump and head."""


def walking(body: Body, speed: float | None = None, mood: str | None = None) -> Gait:
    """A walk. Without a speed it is the comfortable one, Froude number v^2 / (g L) = 0.2 (Alexander 1976),
    changed by the mood. Cadence from Inman, Ralston and Todd 1981: step length in metres is about
    0.004 x steps per minute x body height; the height is the one that
    people with such legs have, so that short-legged figures take short steps."""
    change = _mood(mood)
    leg = body.leg_length
    height = leg / 0.485
    pace = speed if speed is not None else np.sqrt(0.2 * GRAVITY * leg) * change.get("speed", 1.0)
    cadence = float(np.clip(np.sqrt(pace * 60 / (0.004 * height)), 70, 150))
    brisk = float(np.clip(pace / np.sqrt(0.2 * GRAVITY * leg), 0.3, 1.6))
    return Gait(
        float(pace),
        60 / cadence,
        lift=0.045 * change.get("lift", 1.0),
        roll=30 + 28 * min(brisk, 1.2),
        strike=17 * min(brisk, 1.2),
        swing=26 * brisk * change.get("swing", 1.0),
        lean=2.5 * brisk + change.get("lean", 0.0),
        slump=change.get("slump", 0.0),
        bounce=0.012 * brisk * change.get("bounce", 1.0),
        head=change.get("head", 0.0),
        bent=0.12 * max(brisk - 1, 0),
    )


def running(body: Body, speed: float | None = None, mood: str | None = None) -> Gait:
    """A run, by default at Froude number 1 (walk turns to run near 0.5); about 165 steps a minute for a
    1.75 m adult, quicker for shorter legs by the square root of leg length."""
    change = _mood(mood)
    leg = body.leg_length
    pace = speed if speed is not None else np.sqrt(1.0 * GRAVITY * leg) * change.get("speed", 1.0)
    step_time = 60 / 165 * np.sqrt(leg / 0.90)
    return Gait(
        float(pace),
        float(step_time),
        stance=0.36,
        lift=0.16,
        roll=50,
        strike=8,
        swing=38 * change.get("swing", 1.0),
        lean=9 + change.get("lean", 0.0),
        slump=change.get("slump", 0.0) * 0.5,
        bounce=0.035,
        bent=1.0,
        head=-6 + change.get("head", 0.0),
        kick=1.0,
    )


def own(gait: Gait, seed: int, variation: int = 1) -> Gait:
    """The gait as one person has it: as fast, with steps, arms and a bearing of their own, so that two who go
    together are never in step."""
    rng = np.random.default_rng([seed & 0xFFFFFFFF, 103, variation])
    step, swing, bounce, lift = 1 + rng.uniform(-1, 1, 4) * (0.05, 0.25, 0.3, 0.15)
    lean, slump, head = rng.uniform(-1, 1, 3) * (1.2, 2.5, 3.0)
    return replace(
        gait,
        step_time=gait.step_time * float(step),
        swing=gait.swing * float(swing),
        bounce=gait.bounce * float(bounce),
        lift=gait.lift * float(lift),
        lean=gait.lean + float(lean),
        slump=gait.slump + float(slump),
        head=gait.head + float(head),
    )


def _mood(mood: str | None) -> dict[str, float]:
    if mood not in MOODS:
        raise ValueError(f"no mood {mood!r} for walking; there are {', '.join(m for m in MOODS if m)}")
    return MOODS[mood]


def heading(direction: np.ndarray) -> np.ndarray:
    """Yaw in degrees of someone who faces along `direction` (..., 2); 0 faces -y."""
    return np.degrees(np.arctan2(direction[..., 0], -direction[..., 1]))


def toward(yaw: float | np.ndarray) -> np.ndarray:
    """Unit direction (..., 2) someone at `yaw` degrees faces."""
    a = np.radians(yaw)
    return np.stack([np.sin(a), -np.cos(a)], axis=-1)


def turn_between(a: float, b: float) -> float:
    """Degrees from yaw a to yaw b, -180..180."""
    return float((b - a + 180) % 360 - 180)


@dataclass(frozen=True)
class Going:
    """A stretch of moving: root samples on a fine grid of times, and the gait it is done in.

    times: (N,); location: (N, 2); yaw: (N,) degrees, unwrapped; first: the side that steps first."""

    gait: Gait
    times: np.ndarray
    location: np.ndarray
    yaw: np.ndarray
    steps: int
    first: str
    travels: bool = True

    @property
    def start(self) -> float:
        return float(self.times[0])

    @property
    def end(self) -> float:
        return float(self.times[-1])

    @property
    def step_time(self) -> float:
        return (self.end - self.start) / self.steps


@dataclass(frozen=True)
class Step:
    """A foot's flight from where it stood to `ball` (3,) at `yaw` degrees, between two times."""

    lift_at: float
    land_at: float
    ball: np.ndarray
    yaw: float
    height: float
    roll: float
    strike: float
    tuck: float = 0.0


@dataclass
class Footing:
    """One foot's whole story: where it first stands and every step it takes."""

    ball: np.ndarray
    yaw: float
    steps: list[Step] = field(default_factory=list)

    def at(self, t: np.ndarray) -> tuple[Foot, np.ndarray]:
        """The foot in the world over times (F,), and (F,) how firmly it bears (1 planted, 0 in the air)."""
        frames = len(t)
        ball, yaw = np.tile(self.ball, (frames, 1)).astype(float), np.full(frames, float(self.yaw))
        pitch, bears = np.zeros(frames), np.ones(frames)
        from_ball, from_yaw = self.ball, self.yaw
        for i, step in enumerate(self.steps):
            span = step.land_at - step.lift_at
            u = np.clip((t - step.lift_at) / span, 0, 1)
            on = t >= step.lift_at
            go = _swing_travel(u)
            lift = step.height * np.sin(np.pi * np.clip(u, 0, 1) ** 0.8) ** 2
            path = from_ball + (step.ball - from_ball) * go[:, None]
            path[:, 2] += lift
            ball[on] = path[on]
            turned = turn_between(from_yaw, step.yaw)
            yaw[on] = (from_yaw + turned * ease(u))[on]
            flight = (t > step.lift_at) & (t < step.land_at)
            bears[flight] = 0
            heel_off = span * 0.80
            earliest = self.steps[i - 1].land_at + 0.10 if i else -np.inf
            rise = min(max(step.lift_at - heel_off, earliest), step.lift_at - 0.03)
            roll = step.roll * float(np.clip((step.lift_at - rise) / 0.16, 0.25, 1.0))
            times = [rise, step.lift_at, step.lift_at + span * 0.28, step.lift_at + span * 0.78, step.land_at,
                     step.land_at + min(0.09, span * 0.3)]  # fmt: skip
            values = [0, roll, roll + step.tuck * 30, -step.strike * 0.9, -step.strike, 0]
            near = (t >= rise) & (t <= times[-1])
            pitch[near] = keys(t[near], times, values) if near.any() else 0
            from_ball, from_yaw = step.ball, from_yaw + turned
        return Foot(ball, yaw, pitch), bears


def _swing_travel(u: np.ndarray) -> np.ndarray:
    """How far along a swinging foot is: still at both ends, quickest just before the middle."""
    return ease(np.clip(u, 0, 1)) * 0.55 + 0.45 * np.sin(np.clip(u, 0, 1) * np.pi / 2) ** 2


def rounded(points: np.ndarray, radius: float = 0.45) -> np.ndarray:
    """A polyline (N, 2) with its corners cut to curves, sampled every 2 cm (quadratic Bezier corners)."""
    points = np.asarray(points, float)
    keep = [0]
    for i in range(1, len(points)):
        if np.linalg.norm(points[i] - points[keep[-1]]) > 1e-4:
            keep.append(i)
    points = points[keep]
    pieces = [points[:1]]
    for i in range(1, len(points) - 1):
        before, after = points[i - 1] - points[i], points[i + 1] - points[i]
        cut = min(radius, np.linalg.norm(before) / 2, np.linalg.norm(after) / 2)
        a, b = points[i] + quat.unit(before) * cut, points[i] + quat.unit(after) * cut
        u = np.linspace(0, 1, 17)[:, None]
        pieces.append((1 - u) ** 2 * a + 2 * u * (1 - u) * points[i] + u**2 * b)
    pieces.append(points[-1:])
    line = np.concatenate(pieces)
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    unique = np.concatenate([[True], np.diff(along) > 1e-9])
    line, along = line[unique], along[unique]
    samples = np.linspace(0, along[-1], max(3, int(along[-1] / 0.02) + 1))
    return np.stack([np.interp(samples, along, line[:, i]) for i in (0, 1)], axis=1)


def go_along(
    body: Body,
    gait: Gait,
    points: Sequence[Sequence[float]],
    yaw: float,
    start: float,
    first: str = "left",
    facing: float | None = None,
) -> Going:
    """Go along a polyline, facing `yaw` at first: turn into the way, gather speed, slow down and stop, turning
    towards `facing` with the last steps (not further than LAST_TURN degrees).

    Raises ValueError when the way is shorter than 5 cm."""
    line = rounded(np.asarray(points, float))
    length = float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())
    if length < 0.05:
        raise ValueError(f"a way of {length * 100:.0f} cm is too short to walk")
    speed = min(gait.speed, np.sqrt(length * gait.speed / (2.2 * gait.step_time)) if length < 1.2 else gait.speed)
    tangent = np.gradient(line, axis=0)
    headings = np.degrees(np.unwrap(np.radians(heading(tangent))))
    first_turn = turn_between(yaw, headings[0])
    headings = headings - headings[0] + yaw + first_turn
    delay = 0.35 * abs(first_turn) / 90 if abs(first_turn) > 35 else 0.0
    speeding = min(1.25 * gait.step_time + 0.15 * speed, length / speed)
    cruise = max(0.0, length / speed - speeding)
    total = delay + 2 * speeding + cruise
    steps = max(2, round(total / gait.step_time))
    total = max(total, steps * gait.step_time * 0.9)
    times = np.arange(int(np.ceil(total / GRID)) + 1) * GRID
    times = times / times[-1] * total
    velocity = ramp(times, delay, delay + speeding) * (1 - ramp(times, total - speeding, total))
    run = np.concatenate([[0], np.cumsum((velocity[1:] + velocity[:-1]) / 2 * np.diff(times))])
    run = run / run[-1] * length
    along = np.linspace(0, length, len(line))
    location = np.stack([np.interp(run, along, line[:, i]) for i in (0, 1)], axis=1)
    location[0], location[-1] = line[0], line[-1]
    ahead = np.interp(np.minimum(run + 0.12, length), along, headings)
    turning = 0.3 + 0.5 * abs(first_turn) / 90
    ahead = yaw + (ahead - yaw) * ramp(times, 0, min(turning, total * 0.7))
    if facing is not None and total > 4 * gait.step_time:
        last = turn_between(float(headings[-1]), facing)
        last = last if abs(last) < LAST_TURN + 15 else float(np.clip(last, -LAST_TURN, LAST_TURN))
        ahead = ahead + last * ramp(times, total - 2.4 * gait.step_time, total - 0.05)
    ahead = smooth(ahead, 1 / GRID, 0.3)
    ahead += (yaw - ahead[0]) * (1 - ramp(times, 0, 0.3))
    return Going(
        gait,
        times + start,
        location,
        ahead,
        steps,
        "left" if first_turn > 35 else "right" if first_turn < -35 else first,
    )


def turn_round(body: Body, at: np.ndarray, yaw: float, goal: float, start: float) -> Going | None:
    """Turn on the spot to face `goal` degrees, in small steps; None when it is no turn worth a step (< 12)."""
    change = turn_between(yaw, goal)
    if abs(change) < 12:
        return None
    steps = max(2, int(np.ceil(abs(change) / 62)) + 1)
    step_time = 0.34 * np.sqrt(body.leg_length / 0.85)
    total = steps * step_time
    times = np.linspace(0, total, int(total / GRID) + 2)
    facing = yaw + change * ramp(times, 0.05, total - 0.1)
    gait = Gait(0.0, step_time, stance=0.6, lift=0.04, roll=16, strike=0, swing=0, lean=0, bounce=0.004)
    location = np.tile(np.asarray(at, float), (len(times), 1))
    return Going(gait, times + start, location, facing, steps, "left" if change > 0 else "right", travels=False)


def step_over(body: Body, at: np.ndarray, goal: np.ndarray, yaw: float, start: float) -> Going | None:
    """Shift to `goal` (2,) near by without turning, forwards, back or aside in small steps; None under 3 cm."""
    at, goal = np.asarray(at, float), np.asarray(goal, float)
    length = float(np.linalg.norm(goal - at))
    if length < 0.03:
        return None
    steps = max(2, int(np.ceil(length / (0.40 * body.leg_length))) + 1)
    step_time = 0.40 * np.sqrt(body.leg_length / 0.85)
    total = steps * step_time
    times = np.linspace(0, total, int(total / GRID) + 2)
    share = ramp(times, 0.05, total - 0.1)
    gait = Gait(0.0, step_time, stance=0.6, lift=0.04, roll=14, strike=4, swing=0, lean=0, bounce=0.004)
    side = "left" if (goal - at) @ toward(yaw + 90) >= 0 else "right"
    return Going(gait, times + start, at + (goal - at) * share[:, None], np.full(len(times), yaw), steps, side, False)


def stance_place(body: Body, side: str, at: np.ndarray, yaw: float, stance: dict[str, tuple[float, float, float]]):
    """Ball of the foot (2,) in the world and foot yaw for someone who stands at a place.

    stance: side -> (out, front in metres beyond the rest position, toe-out in degrees)."""
    leg = body.legs[side]
    out, front, toe = stance[side]
    local = leg.ball + np.array([leg.side * out, -front, 0])
    turned = quat.rotate(quat.tilt(yaw=yaw), local)
    return np.asarray(at, float) + turned[:2], yaw + leg.side * toe


def plan_steps(body: Body, going: Going, footings: dict[str, Footing], ground: float, stance) -> None:
    """Append the steps of a stretch to the feet. A foot lands where the hips pass over it in mid stance;
    the last step of each foot lands in the standing stance."""
    gait, tau = going.gait, going.step_time
    swing = 2 * tau * (1 - gait.stance)
    scale = body.leg_length
    order = [going.first, "right" if going.first == "left" else "left"]
    narrow = {s: (-0.42 * body.legs[s].ball[0] * body.legs[s].side, 0.0, 5.0) for s in footings}
    for k in range(going.steps):
        side = order[k % 2]
        land = going.start + (k + 1) * tau
        lift = max(land - swing, going.start + 0.02 + 0.12 * tau * (k == 0))
        if footings[side].steps:
            lift = max(lift, footings[side].steps[-1].land_at + 0.04)
        last = k >= going.steps - 2
        over = going.end if last else land + (gait.stance - 0.07) * tau
        at = np.array([np.interp(over, going.times, going.location[:, i]) for i in (0, 1)])
        yaw = float(np.interp(over, going.times, going.yaw))
        posture = stance if last or not going.travels else narrow
        ball, foot_yaw = stance_place(body, side, at, yaw, posture)
        before = footings[side].steps[-1].ball if footings[side].steps else footings[side].ball
        stride = np.linalg.norm(ball - before[:2])
        size = float(np.clip(stride / (0.75 * scale), 0.25, 1.0))
        footings[side].steps.append(
            Step(
                lift,
                land,
                np.array([*ball, ground]),
                foot_yaw,
                max(gait.lift * scale * size, 0.028),
                gait.roll * size,
                gait.strike * (0 if last else size),
                gait.kick * size,
            )
        )


def carry(body: Body, going: Going, t: np.ndarray, controls: Controls) -> None:
    """Add what hips, back, head and arms do while going, eased in and out at the ends of the stretch."""
    gait, tau = going.gait, going.step_time
    w = ramp(t, going.start, going.start + 1.2 * tau) * (1 - ramp(t, going.end - 1.1 * tau, going.end + 0.15))
    if not w.any():
        return
    p = (t - going.start) / tau
    lands = 1.0 if going.first == "left" else 2.0
    left = np.cos(np.pi * (p - lands))
    runs = gait.bent > 0.5
    low = gait.stance if runs else 0.12
    bob = -np.cos(2 * np.pi * (p - (0.35 if runs else low)))
    controls.add(
        hips_up=w * (gait.bounce * bob - (0.035 if runs else 0.010)),
        hips_yaw=w * -6.0 * left * min(1.0, gait.swing / 20),
        spine_yaw=w * 11.0 * left * min(1.2, gait.swing / 20),
        head_yaw=w * -4.0 * left * min(1.2, gait.swing / 20),
        hips_roll=w * 2.2 * np.cos(np.pi * (p - lands - 1.45)),
        spine_roll=w * -2.0 * np.cos(np.pi * (p - lands - 1.45)),
        hips_pitch=w * gait.lean * 0.5,
        spine_pitch=w * (gait.lean * 0.6 + gait.slump * 0.5 + 1.2 * bob * (gait.bounce / 0.012)),
        chest_pitch=w * gait.slump * 0.6,
        head_pitch=w * (gait.head - 1.0 * bob),
    )
    if not going.travels:
        return
    for side in ("left", "right"):
        same = left if side == "left" else -left
        lag = np.cos(np.pi * (p - lands - (0.0 if side == "left" else 1.0) - 0.10))
        angle = np.radians(5.0 + gait.slump * 0.5 - gait.swing * same)
        straight = {
            "out": 0.10,
            "front": np.sin(angle) * 0.95,
            "up": -np.cos(angle) * (0.955 - 0.09 * np.clip(-same, 0, 1)),
            "flex": 6 + 7 * lag,
        }
        forward = (1 - same) / 2
        bent = {
            "out": 0.12 - 0.10 * forward,
            "front": -0.12 + 0.60 * forward,
            "up": -0.60 + 0.32 * forward,
            "flex": 6 + 6 * lag,
            "palm": 5.0,
            "swivel": 12.0,
        }
        controls.toward({f"{side}_{k}": v for k, v in straight.items()}, w * (1 - min(1.0, gait.bent)))
        if gait.bent > 0:
            controls.toward({f"{side}_{k}": v for k, v in bent.items()}, w * min(1.0, gait.bent))
            if runs:
                controls.hand(side, "hold", w * 0.8)
