"""A long shot of people who go about the place: a camera that has them in the picture on their whole way.

Spots all round the way are tried. From each the camera rests and takes the whole way in, or, where that would need a
very short lens, turns along as an operator would. A spot is good where the lens can stay long, nobody passes close by,
and nothing hides them.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace

import numpy as np

from library.camera.framing import frame
from library.camera.heads import LOST, in_line
from library.camera.lens import CameraTrack, smoothed
from library.camera.sight import Sight
from library.camera.sizes import Size
from library.camera.stand import NEAR, OVER, TRAVELS, Spot, camera_height, direction, in_the_way, right_of, yaw_of
from library.camera.subjects import Subject
from library.stage import CameraPlan

TURNS = (0, 20, -20, 40, -40, 60, -60, 80, -80, 105, -105, 130, -130, 155, -155, 180)
"""Degrees from the spot a shot of somebody who stays would be filmed from, in order of preference."""
REACHES = (2.2, 2.8, 3.5, 4.3, 5.2, 6.4, 8.0)
"""Metres from the middle of the way."""
INSIDE = 0.46
"""Share of the picture from its middle in which everybody stays."""
SHORTEST, USUAL = 17.0, 28.0
"""Millimetres below which faces near the edge are drawn out, and from which a room looks as it does to the eye."""
CLOSE = 2.0
"""Metres from the camera nearer than which somebody who passes fills the picture."""
STAYS, GOES = 8.0, 3.0
"""The cost of the back of those who stay where they are, in the end, and of those who go, on their way."""
ASIDE = 0.55
"""Cosine of how far who goes may look past the camera at no cost: strides are read from the side."""
MOMENTS = 13
"""Times of the shot that are looked at."""


@dataclass(frozen=True)
class _Way:
    """What is seen of everybody at some moments: at (M,) frames, points (M, N, 3), eyes and chests (M, P, 3)."""

    at: np.ndarray
    points: np.ndarray
    eyes: np.ndarray
    chest: np.ndarray


def crossing(
    plan: CameraPlan, filmed: list[Subject], size: Size, spot: Spot, sight: Sight, aspect: float, frames: int
) -> CameraTrack | None:
    """The track; None where no spot has room for everybody's way."""
    way = _way(filmed, frames)
    flat = way.points.reshape(-1, 3)
    middle = (flat.min(0) + flat.max(0)) / 2
    framed = frame(filmed, size, aspect, None, right_of(spot.yaw))
    height = camera_height(plan, filmed, framed, frames // 2)
    towards = smoothed(framed.centre, 10)
    best: tuple[float, CameraTrack] | None = None
    turns = TURNS if plan.angle is None and plan.side is None else TURNS[:3]
    for (rank, turn), reach, rise in itertools.product(enumerate(turns), REACHES, (0.0, 0.35)):
        location = np.array([*(middle[:2] + direction(spot.yaw + turn) * reach), height + rise])
        if sight.outside(location) > OVER or sight.clearance(location) < NEAR:
            continue
        cost = 0.3 * rank + rise + 0.4 * sight.outside(location) + _hidden(location, way, filmed, sight)
        if best is not None and cost >= best[0]:
            continue
        for turning, extra in ((False, 0.0), (True, 1.5)):
            aim = towards if turning else np.tile(_centre(location, flat), (frames, 1))
            track = _track(plan, location, aim, size, filmed, aspect)
            lens = min(_longest(track, way), size.lens)
            if lens < SHORTEST:
                continue
            total = cost + extra + 8.0 * max(math.log(USUAL / lens), 0.0)
            # somebody who is small in the end is not seen doing anything
            total += 3.0 * max(math.log(float(np.linalg.norm(way.chest[-1].mean(0) - location)) / 4.0), 0.0)
            if best is None or total < best[0]:
                best = (total, _track(plan, location, aim, size, filmed, aspect, lens))
    return _filled(best[1], plan, filmed) if best else None


def _filled(track: CameraTrack, plan: CameraPlan, filmed: list[Subject]) -> CameraTrack:
    """The track with a lens as short as the fill that was asked for at its beginning wants it."""
    if plan.fill is None:
        return track
    ends = track.project(np.stack([filmed[0].points["feet"], filmed[0].points["crown"]], 1))[0, :, 1]
    share = plan.fill / max(float(ends[1] - ends[0]), 1e-6)
    return replace(track, lens=track.lens * min(share, 1.0))


def _way(filmed: list[Subject], frames: int) -> _Way:
    at = np.unique(np.linspace(0, frames - 1, MOMENTS).round().astype(int))
    right = {s.name: np.column_stack([-s.facing[:, 1], s.facing[:, 0], np.zeros(frames)]) for s in filmed}
    body = [s.points[p] for s in filmed for p in ("crown", "feet")]
    body += [s.points["chest"] + side * s.radius * right[s.name] for s in filmed for side in (-1.0, 1.0)]
    crown = [s.points["crown"] + (0.0, 0.0, 0.08) for s in filmed]
    eyes, chest = (np.stack([s.points[p][at] for s in filmed], 1) for p in ("eyes", "chest"))
    return _Way(at, np.stack([p[at] for p in (*body, *crown)], 1), eyes, chest)


def _centre(location: np.ndarray, points: np.ndarray) -> np.ndarray:
    """(3,) what a resting camera looks at: the middle of the angles under which it sees all points (N, 3)."""
    view = points - location
    far = np.linalg.norm(view[:, :2], axis=1)
    ahead = yaw_of(view[:, :2].mean(0))
    turned = [(yaw_of(v) - ahead + 180) % 360 - 180 for v in view[:, :2]]
    yaw = ahead + (min(turned) + max(turned)) / 2
    slope = view[:, 2] / np.maximum(far, 0.2)
    reach = float(np.median(far))
    return location + np.array([*(direction(yaw) * reach), reach * float(slope.min() + slope.max()) / 2])


def _longest(track: CameraTrack, way: _Way) -> float:
    """The longest lens, millimetres, that keeps every point in the picture; 0 where one is beside or behind it."""
    seen = np.stack([track.project_at(int(at), points) for at, points in zip(way.at, way.points, strict=True)])
    if (seen[..., 2] < 0.4).any():
        return 0.0
    off = float(np.abs(seen[..., :2] - 0.5).max())
    return float(track.lens[0]) * INSIDE / max(off, 1e-6)


def _hidden(location: np.ndarray, way: _Way, filmed: list[Subject], sight: Sight) -> float:
    """What speaks against a spot: faces and chests behind things or each other, people who pass close by, and backs."""
    cost, count = 0.0, way.eyes.shape[0] * way.eyes.shape[1]
    for row, at in enumerate(way.at):
        for each, eyes, chest in zip(filmed, way.eyes[row], way.chest[row], strict=True):
            others = [o for o in filmed if o is not each]
            hidden = sight.blocked(location, eyes) or any(in_the_way(location, eyes, o, int(at)) for o in others)
            cost += (14.0 * hidden + 5.0 * sight.blocked(location, chest)) / count
            cost += LOST * sum(in_line(location, each, o, int(at)) for o in others) / count
            near = float(np.linalg.norm(chest[:2] - location[:2]))
            cost += 12.0 * max(1.0 - near / CLOSE, 0.0) / count**0.5
    for each in filmed:
        # who goes is seen on the way; who stays has only one face to show
        if each.travel < TRAVELS:
            cost += STAYS * (1.0 - _turned(each, -1, location)) / 2 / len(filmed)
        else:
            away = [max(ASIDE - _turned(each, int(at), location), 0.0) for at in way.at]
            cost += GOES * float(np.mean(away)) / len(filmed)
    return cost


def _turned(each: Subject, at: int, location: np.ndarray) -> float:
    """Cosine of the angle, on the floor plan, between where somebody looks and the camera."""
    view = location[:2] - each.ground[at]
    return float(each.gaze[at, :2] @ view) / max(float(np.linalg.norm(view)), 1e-6)


def _track(plan, location, aim, size: Size, filmed, aspect: float, lens: float = 24.0) -> CameraTrack:
    frames = len(aim)
    focus = smoothed(np.min([np.linalg.norm(s.points["eyes"] - location, axis=1) for s in filmed], 0), 4)
    where = np.tile(location, (frames, 1))
    return CameraTrack(where, aim, np.full(frames, lens), focus, np.full(frames, plan.roll), size.fstop, aspect)
