"""The whole place in one picture, from the audience's side; also what is filmed where nobody is."""

from __future__ import annotations

import itertools
import math

import numpy as np

from library.camera.heads import LOST, in_line
from library.camera.lens import SENSOR, CameraTrack, ease
from library.camera.setting import Setting
from library.camera.sight import Sight
from library.camera.sizes import SIZES
from library.camera.stand import NEAR, OVER, direction
from library.camera.subjects import Subject
from library.stage import CameraPlan

AROUND = 0.9
"""Metres of floor shown around the outermost spots of a room."""

AROUND_OUTSIDE = 2.0
"""The same in the open, where roofs and sky belong to the picture."""


def whole_place(
    plan: CameraPlan, filmed: list[Subject], sight: Sight, aspect: float, frames: int, setting: Setting
) -> CameraTrack:
    """A wide lens above head height that has every spot of the place, and everybody, in the picture."""
    outside = math.isinf(setting.height)
    low, high = _extent(filmed, setting, AROUND_OUTSIDE if outside else AROUND)
    middle = np.array([*((low + high) / 2), 1.7 if outside else 1.0])
    corners = np.array([[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (0.1, 1.75)])
    roof = min(setting.height - 0.35, 3.2 if outside else 2.5)
    best: tuple[float, CameraTrack | None] = (math.inf, None)
    for turn, share, lens, z in itertools.product(
        (0, 16, -16, 30, -30), (1.0, 0.8, 0.62), (plan.lens,) if plan.lens else (24.0, 20.0, 28.0), (roof, 1.6)
    ):
        yaw = turn if plan.angle is None else plan.angle + turn
        reach = share * (float(max(high - low)) / 2 * 1.15 / math.tan(math.atan(SENSOR / 2 / lens)) + 1.2)
        z = float(plan.height) if isinstance(plan.height, (int, float)) else z
        location = np.array([*(middle[:2] + direction(yaw) * reach), z])
        track = _looking(plan, location, middle, lens, aspect, frames)
        seen = track.project(np.tile(corners, (frames, 1, 1)))[0]
        inside = ((seen[:, :2] > 0) & (seen[:, :2] < 1)).all(1) & (seen[:, 2] > 0.2)
        cost = 14.0 * float(1 - inside.mean()) + abs(turn) / 16 + abs(lens - 24.0) / 4 + (1.5 if z < roof else 0.0)
        cost += 30.0 if sight.clearance(location) < NEAR else 0.0
        beyond = sight.outside(location)
        cost += 0.2 * beyond + (60.0 if beyond > OVER else 0.0)
        for each in filmed:
            faces = track.project(each.points["eyes"][:, None])[:, 0]
            cost += 12.0 if not ((faces[:, :2] > 0.04) & (faces[:, :2] < 0.96)).all() else 0.0
            cost += sum(4.0 for p in ("eyes", "chest", "hips") if sight.blocked(location, each.points[p][0]))
            cost += LOST * sum(in_line(location, each, o, 0) for o in filmed if o is not each)
            cost += 25.0 if np.linalg.norm(each.ground[0] - location[:2]) < each.radius + 0.4 else 0.0
        if cost < best[0]:
            best = (cost, track)
    track = best[1]
    if plan.shot_type == "Truck Shot":
        slide = np.array([1.0, 0.0, 0.0]) * (2 * ease(np.linspace(0, 1, frames))[:, None] - 1)
        track = _looking(plan, track.location + slide, track.aim + slide * 0.5, float(track.lens[0]), aspect, frames)
    return track


def _extent(filmed: list[Subject], setting: Setting, around: float) -> tuple[np.ndarray, np.ndarray]:
    """The corners of the floor to show, `around` metres more than the spots, (2,) each."""
    spots = [setting.spots, *(s.ground for s in filmed)]
    spots = np.concatenate([s for s in spots if len(s)] or [np.zeros((1, 2))])
    low, high = spots.min(0) - around, spots.max(0) + around
    short = np.maximum(3.0 - (high - low), 0.0) / 2
    return low - short, high + short


def _looking(plan, location, aim, lens: float, aspect: float, frames: int) -> CameraTrack:
    location, aim = np.broadcast_to(location, (frames, 3)), np.broadcast_to(aim, (frames, 3))
    focus = np.linalg.norm(aim - location, axis=1)
    return CameraTrack(
        location.copy(), aim.copy(), np.full(frames, lens), focus, np.full(frames, plan.roll), SIZES["place"].fstop,
        aspect,
    )  # fmt: skip
