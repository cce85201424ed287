"""From a camera plan to a camera: where it stands, what it looks at, how it moves.

A shot type gives a frame height, a lens and an angle off the subject's facing. The solver tries angles on the
scene's side of the line of action first, then wider ones, other heights and shorter lenses, and keeps the
cheapest place from which everybody who matters is seen, the camera is in nobody's way and no wall is in its
own. The line of action is the 180-degree rule's: it runs through the subject along its facing; the side of
the audience (-y) is kept.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from library.camera.framing import FRAMING, SIZES, Frame, Size, frame
from library.camera.lens import CameraTrack, distance_for, ease, sensor_height, smoothed
from library.camera.sight import Sight
from library.camera.subjects import Subject
from library.stage import CameraPlan

AUDIENCE = np.array([0.0, -1.0])
ANGLES = (0, -8, 8, -16, 16, 26, -26, 38, 52, 68, 90, 115, 140)
"""Degrees tried on top of the wanted angle, in order of preference."""

LENSES = (1.0, 0.8, 0.64, 0.5, 1.25)
NEAR = 0.30
"""Nearest a camera may come to any surface, metres."""

OVER = 4.0
"""Metres a camera may stand outside the place, behind a wall that is taken away."""


@dataclass(frozen=True)
class Spot:
    """A place to film from: direction from the subject (degrees of yaw), lens, camera height and its cost."""

    yaw: float
    lens: float
    lift: float
    cost: float
    crossed: bool


def solve(
    plan: CameraPlan, subjects: dict[str, Subject], sight: Sight, aspect: float, fps: float, frames: int, seed: int = 0
) -> CameraTrack:
    """The camera of a shot. `subjects` is everybody on the stage; the plan names those who are filmed."""
    filmed = [subjects[n] for n in plan.subjects] or list(subjects.values())
    if not filmed:
        return _empty(plan, sight, aspect, frames)
    others = [s for s in subjects.values() if s not in filmed]
    size = SIZES[FRAMING[plan.shot_type]]
    if plan.shot_type == "Pan Shot" and len(filmed) > 1:
        return _pan_between(plan, filmed, others, size, sight, aspect, fps, frames, subjects, seed)
    spot = _best(plan, filmed, others, size, sight, aspect)
    track = _still(plan, filmed, size, spot, aspect, frames)
    track = _MOVES.get(plan.shot_type, _keep)(track, plan, filmed, size, spot, sight, fps)
    for move in plan.moves:
        track = _changed(track, move, subjects, sight, fps, seed)
    return track


# ---- where to stand ------------------------------------------------------------------------------


def _line(filmed: list[Subject]) -> tuple[float, float]:
    """(yaw the angle counts from, side +1/-1 of it that faces the audience), degrees."""
    if len(filmed) > 1:
        a, b = filmed[0].ground.mean(0), filmed[1].ground.mean(0)
        d = b - a
        normal = np.array([-d[1], d[0]]) / max(np.linalg.norm(d), 1e-6)
        facing = np.mean([s.facing.mean(0) for s in filmed], 0)
        lean = normal @ AUDIENCE + 0.5 * normal @ facing
        normal = normal if lean >= 0 else -normal
        return _yaw(normal), 1.0
    facing = filmed[0].facing.mean(0)
    yaw = _yaw(facing)
    left = np.array([math.sin(math.radians(yaw + 90)), -math.cos(math.radians(yaw + 90))])
    return yaw, 1.0 if left @ AUDIENCE >= -0.05 else -1.0


def _yaw(direction: np.ndarray) -> float:
    return math.degrees(math.atan2(direction[0], -direction[1]))


def _direction(yaw: float) -> np.ndarray:
    return np.array([math.sin(math.radians(yaw)), -math.cos(math.radians(yaw))])


def _right(yaw: float) -> np.ndarray:
    """The picture's right for a camera that stands in direction `yaw` from its subject."""
    d = _direction(yaw)
    return np.array([-d[1], d[0]])


def _best(
    plan: CameraPlan, filmed: list[Subject], others: list[Subject], size: Size, sight: Sight, aspect: float
) -> Spot:
    base, side = _line(filmed)
    several = len(filmed) > 1
    wanted = plan.angle if plan.angle is not None else (16.0 if several else size.angle)
    if plan.side is not None:
        side = 1.0 if plan.side == "left" else -1.0
    lens0 = plan.lens or size.lens
    found: list[Spot] = []
    for factor in (1.0,) if plan.lens else LENSES:
        for offset in ANGLES:
            for flip in (1, -1) if several else (1,):
                angle = wanted + offset
                yaw = base + side * angle * flip
                crossed = not several and (angle < -12 or angle > 168)
                cost = abs(offset) / 12 + abs(math.log(factor)) * 3.0 + (6.0 if crossed else 0.0)
                for lift in (0.0, 0.35, -0.3):
                    extra = cost + abs(lift) * 2
                    if found and extra >= min(s.cost for s in found):
                        continue
                    spot = Spot(yaw, lens0 * factor, lift, extra, crossed)
                    found.append(
                        Spot(
                            yaw,
                            spot.lens,
                            lift,
                            extra + _trouble(plan, spot, filmed, others, size, sight, aspect),
                            crossed,
                        )
                    )
        if found and min(s.cost for s in found) < 3.0:
            break
    return min(found, key=lambda s: s.cost)


def _height(plan: CameraPlan, filmed: list[Subject], framed: Frame, at: int) -> float:
    """Camera height in metres at a frame: the eyes, pulled a little to the middle of the frame."""
    eyes = float(np.mean([s.points["eyes"][at, 2] for s in filmed]))
    middle = float(framed.centre[at, 2])
    tall = float(framed.height[at])
    if isinstance(plan.height, (int, float)):
        return float(plan.height)
    if plan.height == "low":
        return max(0.25, middle - 0.45 * tall - 0.15)
    if plan.height == "high":
        return eyes + 0.35 + 0.45 * tall
    return 0.55 * eyes + 0.45 * middle if tall < 1.4 else 0.35 * eyes + 0.65 * middle + 0.1


def _place(plan: CameraPlan, spot: Spot, filmed: list[Subject], framed: Frame, aspect: float, at: int) -> np.ndarray:
    distance = distance_for(float(framed.height[at]), spot.lens, aspect)
    z = _height(plan, filmed, framed, at) + spot.lift
    rise = z - framed.centre[at, 2]
    flat = math.sqrt(max(distance**2 - rise**2, (0.5 * distance) ** 2))
    return np.array([*(framed.centre[at, :2] + _direction(spot.yaw) * flat), z])


def _trouble(
    plan: CameraPlan, spot: Spot, filmed: list[Subject], others: list[Subject], size: Size, sight: Sight, aspect: float
) -> float:
    """What is wrong with a spot, as cost: blocked sight, tight places, people in the way, walls to take away."""
    framed = frame(filmed, size, aspect, plan.fill, _right(spot.yaw))
    count = len(framed.height)
    cost = 0.0
    moments = sorted({0, count // 2, count - 1})
    location = _place(plan, spot, filmed, framed, aspect, count // 2)
    clear = sight.clearance(location)
    if clear < NEAR:
        cost += 40.0 * (1 - clear / NEAR) + 10
    beyond = sight.outside(location)
    if beyond > 0:
        cost += 0.6 + 0.5 * beyond + (60.0 if beyond > OVER else 0.0)
    if location[2] < 0.12:
        cost += 30
    for at in moments:
        for each in filmed:
            parts = ("eyes", "chin", "chest") if size.low != "feet" else ("eyes", "chest", "hips", "knees")
            for part in parts:
                if sight.blocked(location, each.points[part][at]):
                    cost += (14.0 if part == "eyes" else 5.0) / len(moments)
            for other in [*others, *(f for f in filmed if f is not each)]:
                gap = _passes(location, each.points["eyes"][at], other, at)
                if gap < other.radius + 0.06:
                    cost += 10.0 / len(moments)
        for other in others:
            if np.linalg.norm(other.ground[at] - location[:2]) < other.radius + 0.25:
                cost += 25.0 / len(moments)
    return cost


def _passes(start: np.ndarray, end: np.ndarray, other: Subject, at: int) -> float:
    """Metres between a line of sight and a person's upright axis, on the floor plan, before the target."""
    p, d = start[:2], end[:2] - start[:2]
    length = max(np.linalg.norm(d), 1e-6)
    t = float((other.ground[at] - p) @ d / length**2)
    if not 0.0 < t < 1.0 - other.radius / length:
        return np.inf
    height = start[2] + t * (end[2] - start[2])
    if height > other.points["crown"][at, 2]:
        return np.inf
    return float(np.linalg.norm(p + t * d - other.ground[at]))


# ---- still and moving cameras ----------------------------------------------------------------------


def _still(plan: CameraPlan, filmed: list[Subject], size: Size, spot: Spot, aspect: float, frames: int) -> CameraTrack:
    """A camera that stays; it turns with a subject that travels, as an operator would."""
    right = _right(spot.yaw)
    framed = frame(filmed, size, aspect, plan.fill, right)
    middle = float(np.median(framed.height))
    sway = max(float(np.ptp(s.points["eyes"][:, 2])) for s in filmed)
    travels = max(s.travel for s in filmed) > 0.35 or (size.low != "feet" and sway > 0.16 * middle)
    height = float(np.max(framed.height)) if travels else float(np.median(framed.height))
    held = Frame(framed.centre, np.full(frames, height))
    if travels and size.low == "feet":
        # a long shot holds the whole way of everybody
        low, high = framed.centre.min(0), framed.centre.max(0)
        middle = np.tile((low + high) / 2, (frames, 1))
        way = abs(float((high[:2] - low[:2]) @ right))
        held = Frame(middle, np.full(frames, max(height, (way + 1.2) / aspect)))
        travels = False
    centre = held.centre if travels else np.tile(np.median(held.centre, 0), (frames, 1))
    middle = Frame(np.tile(np.median(held.centre, 0), (frames, 1)), held.height)
    location = np.tile(_place(plan, spot, filmed, middle, aspect, frames // 2), (frames, 1))
    aim = smoothed(centre, 8) if travels else centre
    aim = aim + _lead(plan, filmed, right, height, aspect)
    focus = smoothed(np.min([np.linalg.norm(s.points["eyes"] - location, axis=1) for s in filmed], 0), 4)
    return CameraTrack(
        location, aim, np.full(frames, spot.lens), focus, np.zeros(frames), size.fstop, aspect, spot.crossed
    )


def _lead(plan: CameraPlan, filmed: list[Subject], right: np.ndarray, height: float, aspect: float) -> np.ndarray:
    """(3,) how far the aim moves so that a single subject looks into open frame (lead room), or is shifted."""
    width = height * aspect
    if plan.shift:
        return np.array([*(-right * plan.shift * width / 6), 0.0])
    if len(filmed) > 1:
        return np.zeros(3)
    looks = float(filmed[0].gaze.mean(0)[:2] @ right)
    return np.array([*(right * np.clip(looks, -1, 1) * 0.13 * width), 0.0])


def _keep(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    return track


def _with(track: CameraTrack, **changes) -> CameraTrack:
    return CameraTrack(**{**track.__dict__, **changes})


def _phase(track: CameraTrack, fps: float, hold: float = 0.35) -> np.ndarray:
    """(F,) eased 0..1 over the shot with a rest of `hold` seconds (at most a sixth) at both ends."""
    count = len(track.lens)
    rest = min(hold * fps, count / 6)
    return ease((np.arange(count) - rest) / max(count - 1 - 2 * rest, 1))


def _zoom(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    right = _right(spot.yaw)
    wide = frame(filmed, size, track.aspect, plan.fill, right)
    tight = frame(filmed, SIZES["close"], track.aspect, None, right)
    ratio = float(np.median(wide.height) / np.median(tight.height))
    p = _phase(track, fps)
    target = np.median(tight.centre, 0) + _lead(plan, filmed, right, float(np.median(tight.height)), track.aspect)
    return _with(
        track,
        lens=track.lens * ratio**p,
        aim=track.aim * (1 - p[:, None]) + target * p[:, None],
    )


def _pan_between(plan, filmed, others, size, sight, aspect, fps, frames, subjects, seed) -> CameraTrack:
    """Turns from the first of several people to the last, from a spot as far from the one as from the other."""
    first, last = filmed[0], filmed[-1]
    single = max(float(np.median(frame([s], size, aspect, plan.fill, np.array([1.0, 0.0])).height)) for s in (first, last))
    together = frame([first, last], size, aspect, None, _right(_line([first, last])[0]))
    fill = _fill_for([first, last], size, float(np.median(together.height)))
    spot = _best(replace(plan, fill=fill), [first, last], others, size, sight, aspect)
    track = _still(replace(plan, fill=fill), [first, last], size, spot, aspect, frames)
    where = track.location[0]
    ends = [np.median(frame([s], size, aspect, plan.fill, _right(spot.yaw)).centre, 0) for s in (first, last)]
    reach = [float(np.linalg.norm(end - where)) for end in ends]
    lens = np.array([r * sensor_height(aspect) / single for r in reach])
    p = _phase(track, fps)
    turn = ends[0] + (ends[1] - ends[0]) * p[:, None]
    track = _with(track, aim=turn, lens=lens[0] * (lens[1] / lens[0]) ** p, focus=reach[0] + (reach[1] - reach[0]) * p)
    for move in plan.moves:
        track = _changed(track, move, subjects, sight, fps, seed)
    return track


def _fill_for(people: list[Subject], size: Size, height: float) -> float:
    """The fill at which people take so many metres of frame height."""
    tall = max(float(np.median(s.points["crown"][:, 2] - s.points[size.low][:, 2])) for s in people)
    return float(np.clip(tall / height, 0.05, 1.5))


def _pan(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    if filmed[0].travel > 0.35:
        return track
    p = _phase(track, fps)[:, None]
    view = track.aim[0] - track.location[0]
    flat = math.hypot(view[0], view[1])
    looks = float(filmed[0].gaze.mean(0)[:2] @ _right(spot.yaw))
    away = math.radians(11.0) * (1 if looks >= 0 else -1)
    right = np.array([*_right(spot.yaw), 0.0])
    start = track.aim + right * math.tan(away) * flat
    return _with(track, aim=start * (1 - p) + track.aim * p)


def _follow(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    """Travels with the first subject at a constant offset, smoothed, staying out of furniture."""
    lead = filmed[0]
    if lead.travel < 0.35:
        return track
    ground = smoothed(lead.ground, fps * 0.35)
    middle = len(ground) // 2
    offset = track.location[middle] - np.array([*ground[middle], 0.0])
    location = np.column_stack([ground + offset[:2], np.full(len(ground), offset[2])])
    factor = 1.0
    for _ in range(4):
        if all(sight.clearance(p) >= NEAR for p in location[:: max(1, len(location) // 8)]):
            break
        factor *= 0.8
        location[:, :2] = ground + offset[:2] * factor
    rise = float(np.median(frame([lead], size, track.aspect, plan.fill, _right(spot.yaw)).centre[:, 2]))
    forward = smoothed(lead.facing, fps * 0.3) * 0.35
    aim = np.column_stack([ground + forward, np.full(len(ground), rise)])
    focus = np.linalg.norm(lead.points["eyes"] - location, axis=1)
    return _with(track, location=location, aim=aim, lens=track.lens * max(factor, 0.6), focus=smoothed(focus, 4))


def _free_arc(location: np.ndarray, centre: np.ndarray, filmed: list[Subject], sight: Sight) -> tuple[float, float]:
    """How far (degrees, to both sides) the camera may travel round `centre` with a clear view."""
    offset = location - centre
    eyes = filmed[0].points["eyes"][len(filmed[0].facing) // 2]

    def free(angle: float) -> bool:
        a = math.radians(angle)
        x, y = offset[0] * math.cos(a) - offset[1] * math.sin(a), offset[0] * math.sin(a) + offset[1] * math.cos(a)
        p = centre + np.array([x, y, offset[2]])
        return sight.clearance(p) >= NEAR and sight.outside(p) <= 1.5 and not sight.blocked(p, eyes)

    reach = []
    for sign in (1, -1):
        angle = 0.0
        while angle < 360 and free(sign * (angle + 10)):
            angle += 10
        reach.append(angle)
    return reach[0], reach[1]


def _turned(track: CameraTrack, centre: np.ndarray, angles: np.ndarray) -> np.ndarray:
    """(F, 3) camera locations turned about a centre by angles (F,) degrees."""
    a = np.radians(angles)
    d = track.location - centre
    x = d[:, 0] * np.cos(a) - d[:, 1] * np.sin(a)
    y = d[:, 0] * np.sin(a) + d[:, 1] * np.cos(a)
    return centre + np.column_stack([x, y, d[:, 2]])


def _arc(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    centre = np.median(frame(filmed, size, track.aspect, plan.fill, _right(spot.yaw)).centre, 0)
    best = None
    for factor in (1.0, 0.85, 0.7):
        location = centre + (track.location[0] - centre) * factor
        left, right = _free_arc(location, centre, filmed, sight)
        if best is None or left + right > best[1] + best[2] + 30:
            best = (factor, left, right)
    factor, left, right = best
    sweep = min(360.0, left + right, 55.0 * len(track.lens) / fps)
    start = -right if left + right < 360 else -sweep / 2
    start = min(max(start, -right), left - sweep) if left + right < 360 else start
    p = _phase(track, fps, 0.2)
    near = _with(track, location=centre + (track.location - centre) * factor)
    location = _turned(near, centre, start + sweep * p)
    aim = np.tile(centre, (len(p), 1))
    return _with(track, location=location, aim=aim, lens=track.lens * factor, focus=_focus(location, filmed))


def _curve(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    subject = filmed[0]
    middle = len(track.lens) // 2
    feet, eyes = subject.points["feet"][middle].copy(), track.aim[middle]
    feet[2] += 0.12
    p = _phase(track, fps, 0.2)
    left, right = _free_arc(track.location[middle], eyes, filmed, sight)
    sweep = 70.0 if left >= right else -70.0
    reach = min(abs(sweep), left if sweep > 0 else right)
    turned = _turned(track, eyes, math.copysign(reach, sweep) * (1 - p))
    location = turned.copy()
    location[:, 2] = 0.30 + (track.location[middle, 2] - 0.30) * p
    aim = feet + (eyes - feet) * p[:, None]
    return _with(track, location=location, aim=aim, focus=_focus(location, filmed))


def _truck(track, plan, filmed, size, spot, sight, fps) -> CameraTrack:
    right = np.array([*_right(spot.yaw), 0.0])
    p = _phase(track, fps, 0.2)[:, None]
    reach = 0.14 * float(np.linalg.norm(track.aim[0] - track.location[0]))
    reach = min(max(reach, 0.35), 1.2)
    for _ in range(4):
        ends = [track.location[0] + right * s * reach for s in (-1, 1)]
        if all(sight.clearance(e) >= NEAR and not sight.blocked(e, track.aim[0]) for e in ends):
            break
        reach *= 0.6
    slide = right * (2 * p - 1) * reach
    location = track.location + slide
    return _with(track, location=location, aim=track.aim + slide * 0.55, focus=_focus(location, filmed))


def _focus(location: np.ndarray, filmed: list[Subject]) -> np.ndarray:
    return np.min([np.linalg.norm(s.points["eyes"] - location, axis=1) for s in filmed], 0)


_MOVES = {
    "Zoom Shot": _zoom,
    "Pan Shot": _pan,
    "Tracking Shot": _follow,
    "360-Degree Arc Shot": _arc,
    "Curve Surround Shot": _curve,
    "Truck Shot": _truck,
}


# ---- changes on top ----------------------------------------------------------------------------------


def _changed(
    track: CameraTrack, move, subjects: dict[str, Subject], sight: Sight, fps: float, seed: int
) -> CameraTrack:
    count = len(track.lens)
    seconds = np.arange(count) / fps
    end = move.end if move.end is not None else (count - 1) / fps
    p = ease((seconds - move.start) / max(end - move.start, 1e-3))
    if move.kind == "push":
        amount = float(np.clip(move.amount, -1.5, 0.8))
        location = track.location + (track.aim - track.location) * (amount * p)[:, None]
        while sight.clearance(location[-1]) < NEAR and abs(amount) > 0.05:
            amount *= 0.75
            location = track.location + (track.aim - track.location) * (amount * p)[:, None]
        shorter = np.linalg.norm(location - track.location, axis=1) * np.sign(amount)
        return _with(track, location=location, focus=np.maximum(track.focus - shorter, 0.2))
    if move.kind == "orbit":
        centre = track.aim.mean(0)
        left, right = _free_arc(track.location[0], centre, list(subjects.values()), sight) if subjects else (360, 360)
        angle = float(np.clip(move.amount, -right, left))
        location = _turned(track, centre, angle * p)
        return _with(track, location=location)
    if move.kind == "handheld":
        rng = np.random.default_rng(seed + 7)
        shake = lambda scale: scale * move.amount * _sway(seconds, rng)  # noqa: E731
        return _with(
            track,
            location=track.location + shake(0.012),
            aim=track.aim + shake(0.018),
            roll=track.roll + shake(0.35)[:, 0],
        )
    if move.kind == "focus":
        target = np.linalg.norm(subjects[move.subject].points["eyes"] - track.location, axis=1)
        return _with(track, focus=track.focus * (1 - p) + target * p, fstop=min(track.fstop, 2.0))
    raise ValueError(f"unknown camera move {move.kind!r}")


def _sway(seconds: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(F, 3) smooth wander of about unit size: four sines between 0.3 and 2.2 Hz a coordinate."""
    out = np.zeros((len(seconds), 3))
    for axis in range(3):
        for low, high, weight in ((0.25, 0.5, 0.55), (0.5, 0.9, 0.3), (0.9, 1.5, 0.2), (1.5, 2.2, 0.08)):
            out[:, axis] += weight * np.sin(2 * math.pi * rng.uniform(low, high) * seconds + rng.uniform(0, 6.28))
    return out


def _empty(plan: CameraPlan, sight: Sight, aspect: float, frames: int) -> CameraTrack:
    """Nobody is there: the place itself, from the audience's side."""
    aim = np.tile(np.array([0.0, 0.5, 1.1]), (frames, 1))
    location = np.tile(np.array([0.6, -4.6, 1.5]), (frames, 1))
    lens = np.full(frames, plan.lens or 28.0)
    track = CameraTrack(location, aim, lens, np.full(frames, 5.0), np.zeros(frames), 8.0, aspect)
    if plan.shot_type == "Truck Shot":
        p = ease(np.linspace(0, 1, frames))[:, None]
        slide = np.array([1.0, 0, 0]) * (2 * p - 1)
        track = _with(track, location=location + slide, aim=aim + slide * 0.5)
    return track
