"""A push in on somebody who goes about: it waits for them, and ends on what they do where they have come to."""

from __future__ import annotations

import numpy as np

from library.camera.framing import frame
from library.camera.lens import CameraTrack, distance_for, ease
from library.camera.sight import Sight
from library.camera.sizes import Size
from library.camera.stand import NEAR, TRAVELS, right_of, yaw_of
from library.camera.still import with_
from library.camera.subjects import Subject
from library.stage import CameraMove

THERE = 0.3
"""Metres from where somebody ends within which they have arrived."""
BEFORE, LEAST = 1.0, 2.0
"""Seconds before the arrival that the camera sets off, and that it has at least."""
HEADROOM = 0.1
"""Share of the picture above the head in the end."""
MOST = 0.88
"""Share of its distance a camera comes nearer at most."""


def waits(track: CameraTrack, one: Subject, fps: float) -> bool:
    """Whether a push in has somebody to wait for: they walk, stay in the end, and the camera does not go along."""
    rests = float(np.ptp(track.location, axis=0).max()) < 1e-4
    return rests and one.travel > TRAVELS and _arrival(one, fps) < (len(track.lens) - 1) / fps - LEAST / 2


def arriving(track: CameraTrack, move: CameraMove, one: Subject, size: Size, sight: Sight, fps: float) -> CameraTrack:
    """The track that comes nearer by the move's share of the distance from which its shot type would film the person
    where they end. Times that were asked for are kept."""
    seconds = np.arange(len(track.lens)) / fps
    start, end = move.start, move.end if move.end is not None else float(seconds[-1])
    if not start and move.end is None:
        start = min(max(_arrival(one, fps) - BEFORE, 0.0), max(end - LEAST, 0.0))
    p = ease((seconds - start) / max(end - start, 1e-3))[:, None]
    view = track.location[-1] - one.points["chest"][-1]
    framed = frame([one], size, track.aspect, None, right_of(yaw_of(view[:2])))
    high = float(framed.height[-1]) * (1.0 - move.amount)
    goal = framed.centre[-1].copy()
    # the feet may go, the head stays in the picture
    goal[2] = max(goal[2], float(one.points["crown"][-1, 2]) + (HEADROOM - 0.5) * high)
    off = track.location[-1] - goal
    distance = float(np.linalg.norm(off))
    usual = distance_for(float(framed.height[-1]), float(track.lens[-1]), track.aspect)
    share = min(max(1.0 - usual * (1.0 - move.amount) / distance, move.amount), MOST)
    while share > 0.05 and not _free(goal + off * (1.0 - share), one, sight):
        share *= 0.85
    location = track.location * (1 - p) + (goal + off * (1.0 - share)) * p
    nearer = np.linalg.norm(location - one.points["eyes"], axis=1)
    return with_(track, location=location, aim=track.aim * (1 - p) + goal * p, focus=np.maximum(nearer, 0.2))


def _arrival(one: Subject, fps: float) -> float:
    """Seconds at which somebody has come to where they stay."""
    away = np.linalg.norm(one.ground - one.ground[-1], axis=1) > THERE
    return float(np.flatnonzero(away)[-1] + 1) / fps if away.any() else 0.0


def _free(at: np.ndarray, one: Subject, sight: Sight) -> bool:
    return sight.clearance(at) >= NEAR and not sight.blocked(at, one.points["eyes"][-1])
