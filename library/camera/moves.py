"""Shot types whose camera moves."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np

from library.camera.edges import View
from library.camera.framing import frame, lead_room
from library.camera.heads import in_line
from library.camera.lens import SENSOR, CameraTrack, ease, sensor_height, smoothed
from library.camera.sight import Sight
from library.camera.sizes import SIZES, Size
from library.camera.stand import NEAR, best, in_the_way, line_of_action, right_of, standpoint
from library.camera.still import focus_on_nearest, free_arc, moves_on, phase, still, turned, with_
from library.camera.subjects import Subject


def _zoom(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    right = right_of(spot.yaw)
    wide = frame(filmed, size, track.aspect, plan.fill, right)
    tight = frame(filmed, SIZES["close"], track.aspect, None, right)
    ratio = float(np.median(wide.height) / np.median(tight.height))
    p = phase(track, fps)
    height = float(np.median(tight.height))
    moving = moves_on(filmed, SIZES["close"], height)
    target = smoothed(tight.centre, 8) if moving else np.median(tight.centre, 0)
    target = target + lead_room(plan, filmed, right, height, track.aspect)
    return with_(
        track,
        lens=track.lens * ratio**p,
        aim=track.aim * (1 - p[:, None]) + target * p[:, None],
    )


def _whip_between(plan, filmed, others, size, sight, aspect, fps, frames) -> CameraTrack:
    """Turns from the first of several people to the last, from a spot as far from the one as from the other."""
    first, last = filmed[0], filmed[-1]
    single = max(
        float(np.median(frame([s], size, aspect, plan.fill, np.array([1.0, 0.0])).height)) for s in (first, last)
    )
    together = frame([first, last], size, aspect, None, right_of(line_of_action([first, last])[0]))
    fill = _fill_for([first, last], size, float(np.median(together.height)))
    spot = best(replace(plan, fill=fill), [first, last], others, size, sight, aspect)
    track = still(replace(plan, fill=fill), [first, last], others, size, spot, aspect, frames)
    where = track.location[0]
    ends = [np.median(frame([s], size, aspect, plan.fill, right_of(spot.yaw)).centre, 0) for s in (first, last)]
    reach = [float(np.linalg.norm(end - where)) for end in ends]
    lens = np.array([r * sensor_height(aspect) / single for r in reach])
    p = _whipped(track, fps)
    turn = ends[0] + (ends[1] - ends[0]) * p[:, None]
    return with_(track, aim=turn, lens=lens[0] * (lens[1] / lens[0]) ** p, focus=reach[0] + (reach[1] - reach[0]) * p)


def _fill_for(people: list[Subject], size: Size, height: float) -> float:
    """The fill at which people take so many metres of frame height."""
    tall = max(float(np.median(s.points["crown"][:, 2] - s.points[size.low][:, 2])) for s in people)
    return float(np.clip(tall / height, 0.05, 1.5))


PAN_WIDTH_S = 6.0
"""Seconds a pan takes for one width of the picture; faster ones strobe at 24 frames a second."""


def _pan(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """Arrives at the person filmed: from the side of the other one, else from where they look."""
    lead = filmed[0]
    if lead.travel > 0.35:
        return track
    p = phase(track, fps)[:, None]
    view = track.aim[0] - track.location[0]
    flat = math.hypot(view[0], view[1])
    right = right_of(spot.yaw)
    towards = filmed[1].ground.mean(0) - lead.ground.mean(0) if len(filmed) > 1 else lead.gaze.mean(0)[:2]
    if len(filmed) > 1 and np.linalg.norm(filmed[1].ground[0] - track.location[0, :2]) < 0.75 * flat:
        towards = -towards  # the other one stands before the lens: come from the open side
    width = flat * SENSOR / float(track.lens[0])
    side = 1 if towards @ right >= 0 else -1
    x, _, half, _ = View(track.location[0], track.aim[0], float(track.lens[0]), track.aspect).head(lead, 0)
    room = (x if side > 0 else 1.0 - x) - half - 0.03  # it does not begin with half a face
    reach = min(max(room, 0.15), len(track.lens) / fps / PAN_WIDTH_S) * width * side
    start = track.aim + np.array([*right, 0.0]) * reach
    return with_(track, aim=start * (1 - p) + track.aim * p)


NEARER = (1.0, 0.8, 0.64)
"""Shares of its distance at which a camera that travels looks for room, its lens shorter by a little
more: from near, a body looks longer."""


LIFTS = (0.0, 0.35, 0.7)
"""Metres by which it rises to look over what stands in between."""

SEEN = ("eyes", "chest", "hips")
"""What of the body is seen all the way."""


def _room_for(location: np.ndarray, ground: np.ndarray, offset: np.ndarray, sight: Sight) -> float:
    """Puts the camera where there is room for it, whatever stands in between; the share of its distance."""
    location[:, 2] = offset[2]
    for factor in NEARER:
        location[:, :2] = ground + offset[:2] * factor
        if all(sight.clearance(p) >= NEAR for p in location[:: max(1, len(location) // 8)]):
            break
    return factor


WIDEST = 16.0
"""Millimetres below which no lens is shortened to hold a body."""


def _follow(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """Travels with the first subject at a constant offset, smoothed, staying out of furniture."""
    lead = filmed[0]
    if lead.travel < 0.35:
        return track
    ground = smoothed(lead.ground, fps * 0.35)
    middle = len(ground) // 2
    framed = frame([lead], size, track.aspect, plan.fill, right_of(spot.yaw))
    where = standpoint(plan, spot, [lead], framed, track.aspect, middle)
    offset = where - np.array([*framed.centre[middle, :2], 0.0])
    location = np.column_stack([ground + offset[:2], np.full(len(ground), offset[2])])
    for factor, lift in itertools.product(NEARER, LIFTS):
        location[:, :2], location[:, 2] = ground + offset[:2] * factor, offset[2] + lift
        moments = range(0, len(location), max(1, len(location) // 8))
        clear = all(sight.clearance(location[at]) >= NEAR for at in moments)
        if clear and not any(sight.blocked(location[at], lead.points[p][at]) for at in moments for p in SEEN):
            break
    else:
        factor = _room_for(location, ground, offset, sight)
    rise = float(np.median(framed.centre[:, 2]))
    forward = smoothed(lead.facing, fps * 0.3) * 0.35
    aim = np.column_stack([ground + forward, np.full(len(ground), rise)])
    focus = np.linalg.norm(lead.points["eyes"] - location, axis=1)
    near = with_(track, location=location, aim=aim, lens=track.lens * factor**1.3, focus=smoothed(focus, 4))
    return _upright(near, lead, size)


def _upright(track: CameraTrack, lead: Subject, size: Size, low: float = 0.05, high: float = 0.93) -> CameraTrack:
    """The track tilted, and its lens shortened where that is not enough, until a body stays between these heights of
    the picture (0..1): from near and above it stands higher than its middle says, and the head looms."""
    points = np.stack([lead.points["crown"], lead.points[size.low]], 1)
    shortest = np.minimum(track.lens, WIDEST)
    for _ in range(6):
        crown, feet = track.project(points)[..., 1].T
        top, bottom = float(crown.max()), float(feet.min())
        # in small steps: far from the middle of the picture a tilt moves things much more than near it
        room = float(np.clip((high - low) / max(top - bottom, 1e-6), 0.75, 1.0))
        rise = float(np.clip((top + bottom - high - low) / 2, -0.2, 0.2))
        tilt = np.array([0.0, 0.0, rise * float(np.median(track.focus)) * sensor_height(track.aspect) / track.lens[0]])
        track = with_(track, aim=track.aim + tilt, lens=np.maximum(track.lens * room, shortest))
    return track


def _arc(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    centre = np.median(frame(filmed, size, track.aspect, plan.fill, right_of(spot.yaw)).centre, 0)
    best = None
    for factor in (1.0, 0.85, 0.7):
        location = centre + (track.location[0] - centre) * factor
        left, right = free_arc(location, centre, filmed, sight)
        if best is None or left + right > best[1] + best[2] + 30:
            best = (factor, left, right)
    factor, left, right = best
    sweep = min(360.0, left + right, 52.0 * len(track.lens) / fps)
    # the face, which is where the still camera is, is in the middle of it
    start = -sweep / 2
    start = min(max(start, -right), left - sweep) if left + right < 360 else start
    p = phase(track, fps, 0.2)
    near = with_(track, location=centre + (track.location - centre) * factor)
    location = turned(near, centre, start + sweep * p)
    aim = np.tile(centre, (len(p), 1))
    return with_(track, location=location, aim=aim, lens=track.lens * factor, focus=focus_on_nearest(location, filmed))


def _curve(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    subject = filmed[0]
    middle = len(track.lens) // 2
    feet, eyes = subject.points["feet"][middle].copy(), track.aim[middle]
    feet[2] += 0.12
    p = phase(track, fps, 0.2)
    left, right = free_arc(track.location[middle], eyes, filmed, sight)
    sweep = 70.0 if left >= right else -70.0
    reach = min(abs(sweep), left if sweep > 0 else right)
    swung = turned(track, eyes, math.copysign(reach, sweep) * (1 - p))
    location = swung.copy()
    start = 0.30
    while start < track.location[middle, 2] - 0.2:
        location[:, 2] = start + (track.location[middle, 2] - start) * p
        if all(sight.clearance(at) >= NEAR * 0.6 for at in location[:: max(1, len(location) // 8)]):
            break
        start += 0.15
    aim = feet + (eyes - feet) * p[:, None]
    return with_(track, location=location, aim=aim, focus=focus_on_nearest(location, filmed))


LINED = 0.2
"""Share of a head that may be lost behind another one where a camera that slides begins or ends."""


def _in_sight(location: np.ndarray, filmed: list[Subject], sight: Sight, at: int) -> bool:
    """Whether face and chest of everybody filmed are seen from there at a frame, past things and each other."""
    for each in filmed:
        for part in ("eyes", "chest"):
            point = each.points[part][at]
            if sight.blocked(location, point):
                return False
            if any(in_the_way(location, point, other, at) for other in filmed if other is not each):
                return False
        if any(in_line(location, each, other, at) > LINED for other in filmed if other is not each):
            return False
    return True


def _truck(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    right = np.array([*right_of(spot.yaw), 0.0])
    p = phase(track, fps, 0.2)[:, None]
    reach = 0.14 * float(np.linalg.norm(track.aim[0] - track.location[0]))
    reach = min(max(reach, 0.35), 1.2)
    seen = _in_sight(track.location[0], filmed, sight, len(track.lens) // 2)
    inside = _inside(track, filmed)
    for _ in range(5):
        slide = right * (2 * p - 1) * reach
        slid = with_(track, location=track.location + slide, aim=track.aim + slide * 0.55)
        ends = slid.location[[0, -1]]
        free = all(sight.clearance(e) >= NEAR and not sight.blocked(e, track.aim[0]) for e in ends)
        held = not (inside & ~_inside(slid, filmed)).any()
        if free and held and (not seen or all(_in_sight(ends[k], filmed, sight, -k) for k in (0, 1))):
            break
        reach *= 0.6
    return with_(slid, focus=focus_on_nearest(slid.location, filmed))


def _inside(track: CameraTrack, filmed: list[Subject]) -> np.ndarray:
    """Whether the body of each of those filmed is within the sides of the picture all the time."""
    right = track.axes()[0]
    sides = [each.points["chest"] + side * each.radius * right for each in filmed for side in (-1.0, 1.0)]
    seen = np.abs(track.project(np.stack(sides, 1))[..., 0] - 0.5) < 0.5
    return seen.all(0).reshape(-1, 2).all(1)


def _whipped(track: CameraTrack, fps: float) -> np.ndarray:
    """(F,) 0..1: a turn of under half a second in the first half of the shot."""
    seconds = np.arange(len(track.lens)) / fps
    length = seconds[-1] if len(seconds) > 1 else 1.0
    took = min(0.45, 0.5 * length)
    return ease((seconds - max(0.4 * length - took / 2, 0.0)) / max(took, 1e-3))


def _whip(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """For one person: the camera whips over from the place beside."""
    centre = track.location[0]
    away = -48.0 if float(filmed[0].gaze.mean(0)[:2] @ right_of(spot.yaw)) >= 0 else 48.0
    a = np.radians(away * (1 - _whipped(track, fps)))
    view = track.aim - centre
    x, y = view[:, 0] * np.cos(a) - view[:, 1] * np.sin(a), view[:, 0] * np.sin(a) + view[:, 1] * np.cos(a)
    return with_(track, aim=centre + np.column_stack([x, y, view[:, 2]]))


def _tilt(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """From the feet up to the face, on the spot."""
    feet = np.median(filmed[0].points["feet"], 0)
    p = phase(track, fps)[:, None]
    start = np.array([*track.aim[0, :2], feet[2] + 0.25 * float(np.median(filmed[0].head))])
    return with_(track, aim=start * (1 - p) + track.aim * p)


def _dolly(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """Towards the subject, away from it, or sideways past it."""
    if plan.direction in ("left", "right"):
        slid = _truck(track, plan, filmed, size, spot, sight, fps, setting)
        return slid if plan.direction == "right" else _backwards(slid)
    right = right_of(spot.yaw)
    wide = float(np.median(frame(filmed, size, track.aspect, plan.fill, right).height))
    tight = frame(filmed, SIZES["bust"], track.aspect, None, right)
    ratio = min(float(np.median(tight.height)) / wide, 0.9)
    height = ratio * wide
    goal = np.median(tight.centre, 0) + lead_room(plan, filmed, right, height, track.aspect)
    middle = len(track.lens) // 2
    end = goal + (track.location[middle] - track.aim[middle]) * ratio
    while sight.clearance(end) < NEAR and np.linalg.norm(end - track.location[middle]) > 0.1:
        end = (end + track.location[middle]) / 2
    p = phase(track, fps, 0.2)[:, None]
    p = 1 - p if plan.direction == "out" else p
    location = track.location * (1 - p) + end * p
    return with_(track, location=location, aim=track.aim * (1 - p) + goal * p, focus=focus_on_nearest(location, filmed))


def _backwards(track: CameraTrack) -> CameraTrack:
    return with_(track, location=track.location[::-1], aim=track.aim[::-1], focus=track.focus[::-1])


def _crane(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """Rises from the height of the hips to look down on the people."""
    low, high = track.location[0].copy(), track.location[0].copy()
    low[2] = min(low[2], 0.7)
    high[2] = min(low[2] + 2.4, setting.height - 0.35)
    while high[2] > low[2] + 0.4 and (sight.clearance(high) < NEAR or sight.blocked(high, track.aim[0])):
        high[2] -= 0.2
    while low[2] < high[2] - 0.4 and (sight.clearance(low) < NEAR or sight.blocked(low, track.aim[0])):
        low[2] += 0.15
    p = phase(track, fps, 0.2)[:, None]
    location = low * (1 - p) + high * p
    return with_(track, location=location, focus=focus_on_nearest(location, filmed))


def _dolly_zoom(track, plan, filmed, size, spot, sight, fps, setting) -> CameraTrack:
    """Comes closer while the lens widens: lens and distance keep their ratio, so the subject keeps its size."""
    view = track.location[0] - track.aim[0]

    def free(share: float) -> bool:
        at = track.aim[0] + view * share
        clear = sight.clearance(at) >= NEAR and not sight.blocked(at, filmed[0].points["eyes"][0])
        return clear and sight.outside(at) < 2.0

    far = next((k for k in (1.5, 1.25) if free(k)), 1.0)
    near = max(0.5, 0.75 / float(np.linalg.norm(view)))
    near = next((k for k in np.linspace(min(near, 0.9), 0.9, 5) if free(float(k))), 0.9)
    k = far + (near - far) * phase(track, fps, 0.2)
    location = track.aim + view * k[:, None]
    return with_(track, location=location, lens=track.lens * k, focus=focus_on_nearest(location, filmed))


MOVES = {
    "Zoom Shot": _zoom,
    "Pan Shot": _pan,
    "Whip Pan": _whip,
    "Tilt Shot": _tilt,
    "Dolly Shot": _dolly,
    "Dolly Zoom": _dolly_zoom,
    "Crane Shot": _crane,
    "Tracking Shot": _follow,
    "360-Degree Arc Shot": _arc,
    "Curve Surround Shot": _curve,
    "Truck Shot": _truck,
}
"""Shot type -> what turns the still camera into a moving one."""

BETWEEN = {"Whip Pan": _whip_between}
"""Shot types that turn from one person to another, when they film several."""
