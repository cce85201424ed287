"""A camera that stays where it is, and what still and moving cameras share."""

from __future__ import annotations

import math

import numpy as np

from library.camera.framing import Frame, frame, lead_room
from library.camera.lens import CameraTrack, ease, smoothed
from library.camera.sight import Sight
from library.camera.sizes import Size
from library.camera.stand import NEAR, TRAVELS, Spot, aimed, right_of, standpoint
from library.camera.subjects import Subject
from library.stage import CameraPlan

SHARED_FSTOP = 4.0

OVERHEAD = 0.14
"""Metres a long shot leaves over the highest wrist or crown."""


def still(
    plan: CameraPlan,
    filmed: list[Subject],
    others: list[Subject],
    size: Size,
    spot: Spot,
    aspect: float,
    frames: int,
) -> CameraTrack:
    """A camera that stays; it turns with a subject that travels, as an operator would, and else keeps the heads of
    others that would be cut by the sides of the picture out of it."""
    right = right_of(spot.yaw)
    framed = frame(filmed, size, aspect, plan.fill, right)
    travels = moves_on(filmed, size, float(np.median(framed.height)))
    if size.low == "feet" and not travels:
        framed = _overhead(framed, filmed)
    height = float(np.max(framed.height)) if travels else float(np.median(framed.height))
    held = Frame(framed.centre, np.full(frames, height))
    crossed = travels and size.low == "feet" and plan.shot_type != "Tracking Shot"
    if crossed:
        # a long shot holds the whole way of everybody
        low, high = framed.centre.min(0), framed.centre.max(0)
        middle = np.tile((low + high) / 2, (frames, 1))
        way = abs(float((high[:2] - low[:2]) @ right))
        held = Frame(middle, np.full(frames, max(height, (way + 1.2) / aspect)))
        travels = False
    centre = held.centre if travels else np.tile(np.median(held.centre, 0), (frames, 1))
    middle = Frame(np.tile(np.median(held.centre, 0), (frames, 1)), held.height)
    location = np.tile(standpoint(plan, spot, filmed, middle, aspect, frames // 2), (frames, 1))
    if travels:
        aim = smoothed(centre, 8) + lead_room(plan, filmed, right, height, aspect)
    else:
        views = aimed(plan, spot, filmed, others, location[0], middle, aspect, [0, frames // 2, frames - 1])
        aim = np.tile(views[0].aim, (frames, 1))
    focus = smoothed(np.min([np.linalg.norm(s.points["eyes"] - location, axis=1) for s in filmed], 0), 4)
    # several stand at several distances: the lens closes until all are sharp
    fstop = size.fstop if len(filmed) == 1 else max(size.fstop, SHARED_FSTOP)
    track = CameraTrack(
        location, aim, np.full(frames, spot.lens), focus, np.full(frames, plan.roll), fstop, aspect, spot.crossed
    )
    shown = "feet" if size.low == "feet" else "waist" if size.low in ("knees", "waist") else None
    several = shown is not None and len(filmed) > 1 and not travels
    return _wide_enough(track, filmed, shown) if (several or crossed) and plan.lens is None else track


def moves_on(filmed: list[Subject], size: Size, height: float) -> bool:
    """Whether anybody walks, or (nearer than a long shot) sits down or rises out of a frame `height` metres high."""
    sway = max(float(np.ptp(s.points["eyes"][:, 2])) for s in filmed)
    return max(s.travel for s in filmed) > TRAVELS or (size.low != "feet" and sway > 0.16 * height)


def _overhead(framed: Frame, filmed: list[Subject]) -> Frame:
    """The frame high enough for who jumps or throws up the arms at some time of a long shot."""
    top = max(float(each.points[p][:, 2].max()) + OVERHEAD for each in filmed for p in ("crown", "hands"))
    more = max(top - float(np.median(framed.centre[:, 2] + framed.height / 2)), 0.0)
    return Frame(framed.centre + np.array([0.0, 0.0, more / 2]), framed.height + more)


def _wide_enough(track: CameraTrack, filmed: list[Subject], low: str) -> CameraTrack:
    """The track with a lens short enough for everybody, from the head to this part and elbow to elbow, all the time; at
    most to 45 % of it."""
    points = [s.points[p] for s in filmed for p in ("crown", low)]
    right = track.axes()[0]
    points += [s.points["chest"] + side * s.radius * right for s in filmed for side in (-1.0, 1.0)]
    points = np.stack(points, 1)
    sides = 0.45 if low == "feet" else 0.48  # air beside whole figures
    for share in np.linspace(1.0, 0.45, 12):
        wider = with_(track, lens=track.lens * share)
        seen = wider.project(points)
        inside = (seen[..., 2] > 0.2) & (np.abs(seen[..., :2] - 0.5) < (sides, 0.48)).all(-1)
        if inside.all():
            return wider
    return track


def with_(track: CameraTrack, **changes) -> CameraTrack:
    """The track with some fields replaced."""
    return CameraTrack(**{**track.__dict__, **changes})


def phase(track: CameraTrack, fps: float, hold: float = 0.35) -> np.ndarray:
    """(F,) eased 0..1 over the shot with a rest of `hold` seconds (at most a sixth) at both ends."""
    count = len(track.lens)
    rest = min(hold * fps, count / 6)
    return ease((np.arange(count) - rest) / max(count - 1 - 2 * rest, 1))


def focus_on_nearest(location: np.ndarray, filmed: list[Subject]) -> np.ndarray:
    """(F,) metres from the camera to the nearest of those filmed."""
    return np.min([np.linalg.norm(s.points["eyes"] - location, axis=1) for s in filmed], 0)


def free_arc(location: np.ndarray, centre: np.ndarray, filmed: list[Subject], sight: Sight) -> tuple[float, float]:
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


def turned(track: CameraTrack, centre: np.ndarray, angles: np.ndarray) -> np.ndarray:
    """(F, 3) camera locations turned about a centre by angles (F,) degrees."""
    a = np.radians(angles)
    d = track.location - centre
    x = d[:, 0] * np.cos(a) - d[:, 1] * np.sin(a)
    y = d[:, 0] * np.sin(a) + d[:, 1] * np.cos(a)
    return centre + np.column_stack([x, y, d[:, 2]])
