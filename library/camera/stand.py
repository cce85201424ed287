"""Where a camera can stand: angles, lenses and heights tried, and what speaks against a spot."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from library.camera.edges import CUT, View, cut, kept_out
from library.camera.framing import Frame, frame, lead_room
from library.camera.heads import LOST, in_line
from library.camera.lens import SENSOR, distance_for
from library.camera.sight import Sight
from library.camera.sizes import Size
from library.camera.subjects import Subject
from library.stage import CameraPlan

AUDIENCE = np.array([0.0, -1.0])
ANGLES = (0, -8, 8, -16, 16, 26, -26, 38, 52, 68, 90, 115, 140)
"""Degrees tried on top of the wanted angle, in order of preference."""

SHOWN = {
    "waist": ("eyes", "chin", "chest", "hips"),
    "knees": ("eyes", "chest", "hips", "knees"),
    "feet": ("eyes", "chest", "hips", "knees"),
}
"""Landmark at a frame's lower edge -> what of the body has to be seen."""

STEADY = 0.8
"""Length of the mean of unit vectors on the floor from which somebody looks one way."""

BODY = ("chest", "hips")
"""What of somebody in a group is not to stand behind somebody shorter whose head leaves their eyes free."""

SHORT, SHORTER = 24.0, 8.0
"""Millimetres below which a camera that goes along draws a body out, and what a lens e times shorter costs."""

LENSES = (1.0, 0.8, 0.64, 0.5, 1.25)
TRAVELS = 0.35
"""Metres from which somebody is on the way."""

SQUARE = 9.0
"""Degrees off square a camera stands to a group: quite square is flat."""

NEAR = 0.30
"""Nearest a camera may come to any surface, metres."""

TOUCHING = 0.1
"""Metres from a surface at which no shot is worth it."""

FACES = ("chin", "chest", "waist")
"""Lower edges of the sizes that are about a face."""

PROFILE = 78.0
"""Degrees off the lens from which a face is seen from behind."""

THROUGH = 4.0
"""The cost of a dolly that begins or ends behind a wall and goes through it."""

BACKS, TURNED = 3.0, 105.0
"""The cost of a group of which all turn their backs, and degrees off the lens from which somebody does."""

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


def line_of_action(filmed: list[Subject]) -> tuple[float, float]:
    """(yaw the angle counts from, side +1/-1 of it that faces the audience), degrees."""
    if len(filmed) > 1:
        a, b = filmed[0].ground.mean(0), filmed[1].ground.mean(0)
        d = b - a
        normal = np.array([-d[1], d[0]]) / max(np.linalg.norm(d), 1e-6)
        facing = np.mean([s.facing.mean(0) for s in filmed], 0)
        lean = normal @ AUDIENCE + 0.5 * normal @ facing
        normal = normal if lean >= 0 else -normal
        return yaw_of(normal), 1.0
    yaw = yaw_of(_front(filmed[0]))
    left = np.array([math.sin(math.radians(yaw + 90)), -math.cos(math.radians(yaw + 90))])
    return yaw, 1.0 if left @ AUDIENCE >= -0.05 else -1.0


def _front(each: Subject) -> np.ndarray:
    """(2,) where somebody's face is turned most of the time; their body's front where they look up, down or round."""
    facing, gaze = each.facing.mean(0), each.gaze.mean(0)[:2]
    return gaze if np.linalg.norm(gaze) > STEADY else facing


def yaw_of(direction: np.ndarray) -> float:
    """Degrees of yaw of a floor direction (2,); 0 is -y."""
    return math.degrees(math.atan2(direction[0], -direction[1]))


def direction(yaw: float) -> np.ndarray:
    """(2,) unit floor vector of a yaw in degrees."""
    return np.array([math.sin(math.radians(yaw)), -math.cos(math.radians(yaw))])


def right_of(yaw: float) -> np.ndarray:
    """The picture's right for a camera that stands in direction `yaw` from its subject."""
    d = direction(yaw)
    return np.array([-d[1], d[0]])


def best(
    plan: CameraPlan, filmed: list[Subject], others: list[Subject], size: Size, sight: Sight, aspect: float
) -> Spot:
    """The cheapest spot of those tried."""
    base, side = line_of_action(filmed)
    several = len(filmed) > 1
    usual = raking(filmed, size, aspect) if several else size.angle
    wanted = plan.angle if plan.angle is not None else usual
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
                cost += SHORTER * max(math.log(SHORT / (lens0 * factor)), 0.0) if goes_along(plan, filmed) else 0.0
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
                            extra + trouble(plan, spot, filmed, others, size, sight, aspect),
                            crossed,
                        )
                    )
        if found and min(s.cost for s in found) < (1.2 if several else 3.0):
            break
    return min(found, key=lambda s: s.cost)


def goes_along(plan: CameraPlan, filmed: list[Subject]) -> bool:
    """Whether the camera travels with who is filmed."""
    return plan.shot_type == "Tracking Shot" and filmed[0].travel > TRAVELS


def raking(filmed: list[Subject], size: Size, aspect: float) -> float:
    """Degrees off square for several people: the further apart they stand for the size of the shot, the more the
    camera looks along them, so that they come together in the picture."""
    if size.low == "feet":
        return SQUARE if len(filmed) == 2 else SQUARE / 2
    spots = np.stack([each.points["eyes"][:, :2].mean(0) for each in filmed])
    span = max(float(np.linalg.norm(a - b)) for a in spots for b in spots)
    height = max(float(np.mean(each.points["crown"][:, 2] - each.points[size.low][:, 2])) for each in filmed)
    room = height * (1 + size.over / 4) * aspect * 0.66
    return float(np.clip(math.degrees(math.acos(min(room / max(span, 1e-6), 1.0))), SQUARE, 30.0))


def camera_height(plan: CameraPlan, filmed: list[Subject], framed: Frame, at: int) -> float:
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


def standpoint(
    plan: CameraPlan, spot: Spot, filmed: list[Subject], framed: Frame, aspect: float, at: int
) -> np.ndarray:
    """(3,) where a camera at this spot is, metres."""
    distance = distance_for(float(framed.height[at]), spot.lens, aspect)
    z = camera_height(plan, filmed, framed, at) + spot.lift
    rise = z - framed.centre[at, 2]
    flat = math.sqrt(max(distance**2 - rise**2, (0.5 * distance) ** 2))
    return np.array([*(framed.centre[at, :2] + direction(spot.yaw) * flat), z])


def trouble(
    plan: CameraPlan, spot: Spot, filmed: list[Subject], others: list[Subject], size: Size, sight: Sight, aspect: float
) -> float:
    """What is wrong with a spot, as cost: blocked sight, tight places, people in the way, walls to take away."""
    framed = frame(filmed, size, aspect, plan.fill, right_of(spot.yaw))
    count = len(framed.height)
    cost = 0.0
    follows = goes_along(plan, filmed)
    moments = sorted({0, count // 2, count - 1, *(range(0, count, max(1, count // 8)) if follows else ())})
    held = Frame(np.tile(np.median(framed.centre, 0), (count, 1)), np.full(count, np.median(framed.height)))
    stays = standpoint(plan, spot, filmed, held, aspect, count // 2)
    places = {at: standpoint(plan, spot, filmed, framed, aspect, at) if follows else stays for at in moments}
    cost += max(_tight(location, sight) for location in places.values())
    cost += THROUGH * (plan.shot_type == "Dolly Shot" and sight.outside(stays) > 0)
    if not follows:
        views = aimed(plan, spot, filmed, others, stays, held, aspect, moments)
        cost += CUT * sum(cut(view, other, at) for at, view in views.items() for other in others) / len(moments)
    for at, location in places.items():
        for each in filmed:
            parts = SHOWN.get(size.low, ("eyes", "chin", "chest"))
            for part in parts:
                if sight.blocked(location, each.points[part][at]):
                    cost += (14.0 if part == "eyes" else 5.0) / len(moments)
            for other in [*others, *(f for f in filmed if f is not each)]:
                if in_the_way(location, each.points["eyes"][at], other, at):
                    cost += 10.0 / len(moments)
                cost += LOST * in_line(location, each, other, at) / len(moments)
            if len(filmed) > 2:
                cost += 4.0 * sum(_behind(location, each.points[p][at], each, filmed, at) for p in BODY) / len(moments)
        if len(filmed) == 1 and size.low in FACES and plan.angle is None:
            cost += 12.0 * (_off_face(location, filmed[0], at) > PROFILE) / len(moments)
        for other in others:
            if np.linalg.norm(other.ground[at] - location[:2]) < other.radius + 0.25:
                cost += 25.0 / len(moments)
            elif _headless(location, framed.centre[at], spot, other, at, aspect):
                cost += 12.0 / len(moments)
        if len(filmed) > 1:
            backs = sum(_off_face(location, each, at) > TURNED for each in filmed)
            cost += BACKS * backs / len(filmed) / len(moments)
            rest = all(each.travel < TRAVELS for each in filmed)
            aim = framed.centre[at]
            away = [e for e in filmed if _out_of_picture(location, aim, spot, e, at, size if rest else None, aspect)]
            cost += 15.0 * len(away) / len(moments)
    return cost


def aimed(
    plan: CameraPlan,
    spot: Spot,
    filmed: list[Subject],
    others: list[Subject],
    location: np.ndarray,
    held: Frame,
    aspect: float,
    moments: list[int],
) -> dict[int, View]:
    """What a camera that stays sees at some frames: with lead room for one person, and so that no head of others is cut
    by the sides of the picture where a little less of it keeps them out."""
    right, height = right_of(spot.yaw), float(held.height[0])
    aim = held.centre[0] + lead_room(plan, filmed, right, height, aspect)
    views = {at: View(location, aim, spot.lens, aspect) for at in moments}
    if len(filmed) > 1 or plan.shift:
        return views
    moved = kept_out(views, filmed[0], others) * float(np.linalg.norm(aim - location)) * SENSOR / spot.lens
    return {at: View(location, aim + moved * np.array([*right, 0.0]), spot.lens, aspect) for at in moments}


def _behind(location: np.ndarray, point: np.ndarray, each: Subject, filmed: list[Subject], at: int) -> bool:
    """Whether somebody else who is filmed, as a child may be, hides a point of somebody's body below the eyes."""
    return any(in_the_way(location, point, other, at) for other in filmed if other is not each)


def _off_face(location: np.ndarray, each: Subject, at: int) -> float:
    """Degrees between where somebody looks and the camera."""
    view = location - each.points["eyes"][at]
    cosine = float(each.gaze[at] @ view) / max(float(np.linalg.norm(view)), 1e-6)
    return math.degrees(math.acos(np.clip(cosine, -1.0, 1.0)))


def _out_of_picture(
    location: np.ndarray, aim: np.ndarray, spot: Spot, each: Subject, at: int, size: Size | None, aspect: float
) -> bool:
    """Whether somebody of a group stands beside the picture, or so near that they are higher than it. size None:
    somebody travels, and the frame that is held in the end is wider than this moment's."""
    view = aim[:2] - location[:2]
    far = max(float(np.linalg.norm(view)), 1e-6)
    line = each.points["eyes"][at, :2] - location[:2]
    depth = float(line @ view) / far
    half = SENSOR / aspect / spot.lens / 2
    over = (each.points["crown"][at, 2] - location[2]) / max(depth, 1e-6) - (aim[2] - location[2]) / far
    if depth < max(0.8, 0.4 * far):
        return True
    if size is not None:
        tall = float(each.points["crown"][at, 2] - each.points[size.low][at, 2])
        if tall > 1.92 * depth * half or over > 0.97 * half:
            return True
    return abs(float(line @ right_of(spot.yaw))) / depth > 0.47 * SENSOR / spot.lens


def _tight(location: np.ndarray, sight: Sight) -> float:
    """The cost of too little room for a camera, of standing outside the place or on the floor."""
    cost = 0.0
    clear = sight.clearance(location)
    if clear < NEAR:
        cost += 40.0 * (1 - clear / NEAR) + 10 + (100.0 if clear < TOUCHING else 0.0)
    beyond = sight.outside(location)
    if beyond > 0:
        cost += 0.6 + 0.5 * beyond + (60.0 if beyond > OVER else 0.0)
    return cost + (30.0 if location[2] < 0.12 else 0.0)


def _headless(location: np.ndarray, aim: np.ndarray, spot: Spot, each: Subject, at: int, aspect: float) -> bool:
    """Whether the picture's upper edge cuts off the head of somebody whose body is in the picture."""
    view = aim[:2] - location[:2]
    far = max(float(np.linalg.norm(view)), 1e-6)

    def placed(part: str) -> tuple[float, float, float]:
        line = each.points[part][at] - location
        depth = float(line[:2] @ view) / far
        across = float(line[:2] @ right_of(spot.yaw)) / max(depth, 1e-6) * spot.lens / SENSOR
        up = (line[2] / max(depth, 1e-6) - (aim[2] - location[2]) / far) * spot.lens * aspect / SENSOR
        return depth, across, up

    if placed("eyes")[2] <= 0.48:
        return False
    body = [placed(part) for part in ("chest", "waist", "hips")]
    return any(depth > 0.3 and abs(across) < 0.5 and abs(up) < 0.5 for depth, across, up in body)


def passes(start: np.ndarray, end: np.ndarray, other: Subject, at: int) -> float:
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


def in_the_way(start: np.ndarray, end: np.ndarray, other: Subject, at: int) -> bool:
    """Whether a person hides `end` from `start` at a frame."""
    return passes(start, end, other, at) < other.radius + 0.06
