"""Inserts: a thing of the place, or somebody's hands, close."""

from __future__ import annotations

import itertools
import math

import numpy as np

from library.camera.lens import CameraTrack, distance_for
from library.camera.setting import Setting
from library.camera.sight import Sight
from library.camera.sizes import SIZES
from library.camera.stand import OVER, direction, in_the_way, line_of_action, yaw_of
from library.camera.subjects import Subject
from library.stage import CameraPlan

AT_REST, HANDS = 0.40, 0.62
"""Metres of frame height for hands that stay where they are, and at most for those that move about."""
LEAST = 0.22
"""Smallest frame height, metres."""
CLEAR = 0.14
"""Nearest a camera that films a thing may come to any surface, metres."""


def insert(
    plan: CameraPlan,
    filmed: list[Subject],
    everybody: list[Subject],
    sight: Sight,
    aspect: float,
    frames: int,
    setting: Setting,
) -> CameraTrack:
    """A still camera that looks down a little on a thing (plan.thing) or on the first subject's hands."""
    if plan.thing is not None:
        thing = setting.things[plan.thing]
        middle, radius = thing.middle, float(thing.size.max()) / 2
        height = max(float(thing.size[2]), float(max(thing.size[:2])) / aspect, 0.7 * LEAST) / (plan.fill or 0.6)
        base = yaw_of(np.array([0.0, -1.0]))
    else:
        middle, strays = _mostly(filmed[0].points["hands"])
        radius, wide = 0.12, float(np.clip(AT_REST + 2.0 * strays, AT_REST, HANDS))
        height = HANDS * 0.3 / plan.fill if plan.fill else wide
        base, side = line_of_action(filmed[:1])
        base += side * 25.0
    height = max(height, LEAST)
    base = base if plan.angle is None else base + plan.angle
    best, aim = (math.inf, None), middle
    for turn, rise, lens in itertools.product(
        (0, 25, -25, 50, -50, 80, -80, 120, -120, 180), (20, 35, 8, 55), (plan.lens or 60.0,) if plan.lens else (60, 40)
    ):
        a = math.radians(rise)
        view = np.array([*(direction(base + turn) * math.cos(a)), math.sin(a)])
        reach = max(distance_for(height, lens, aspect), radius + 0.35)
        location = middle + view * reach
        cost = abs(turn) / 25 + abs(rise - 20) / 12 + (0 if lens == (plan.lens or 60.0) else 2.0)
        clear, beyond = sight.clearance(location), sight.outside(location)
        cost += 40.0 if clear < CLEAR else 0.0
        cost += 0.8 * beyond + (60.0 if beyond > OVER else 0.0)
        cost += 25.0 if sight.blocked(location, middle + view * radius * 1.05) else 0.0
        for each in everybody:
            if plan.thing is not None or each is not filmed[0]:
                cost += 20.0 if in_the_way(location, middle, each, 0) else 0.0
            cost += 25.0 if np.linalg.norm(each.ground[0] - location[:2]) < each.radius + 0.16 else 0.0
        if cost < best[0]:
            best = (cost, (location, lens))
    location, lens = best[1]
    count = (frames, 1)
    return CameraTrack(
        np.tile(location, count), np.tile(aim, count), np.full(frames, float(lens)),
        np.full(frames, float(np.linalg.norm(aim - location))), np.full(frames, plan.roll), SIZES["insert"].fstop,
        aspect,
    )  # fmt: skip


def _mostly(points: np.ndarray) -> tuple[np.ndarray, float]:
    """The one of some points (F, 3) that is nearest to all others, where the mean of two hands that take turns would
    lie between them; and how far (metres) four fifths of them stray from it."""
    every = points[:: max(1, len(points) // 64)]
    away = np.linalg.norm(every[:, None] - every[None], axis=2)
    best = int(away.sum(1).argmin())
    return every[best], float(np.percentile(away[best], 80))
