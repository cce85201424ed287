"""Over the shoulder: past a listener at the picture's side onto the speaker, who is big and unobstructed.

Candidates lie behind the listener, to one side of the line between the two heads. As in the toric space of
Lino and Christie (2015) they are judged by where both heads fall in the picture.
"""

from __future__ import annotations

import itertools

import numpy as np

from library.camera.heads import LOST, in_line
from library.camera.lens import SENSOR, CameraTrack, sensor_height
from library.camera.sight import Sight
from library.camera.sizes import SIZES
from library.camera.stand import AUDIENCE, NEAR, OVER, in_the_way
from library.camera.subjects import Subject
from library.stage import CameraPlan

BACK = (0.55, 0.75, 1.0, 1.35, 1.8, 2.4)
"""Metres behind the listener; from near, their head looms."""
ASIDE = (0.22, 0.32, 0.44, 0.6, 0.8, 1.05)
LIFT = (0.06, 0.18, -0.06)
ABOVE = 0.25
"""Metres the listener's eyes are above the speaker's from which the camera looks down past them too."""
DOWN = (*LIFT, 0.32, 0.5)
HEAD = 0.27
"""Share of the frame's height the speaker's head takes."""
SPEAKER, LISTENER = 0.13, 0.36
"""How far from the middle of the picture's width the two heads are wanted, on opposite sides."""
BODY = 0.38
"""Share of the picture's width that the listener's body may take."""
SHORT, SHORTER = 45.0, 4.0
"""Millimetres below which the near head looms, and what a lens e times shorter costs."""
HALF_BODY = 0.2
"""Half the width of shoulders seen at a slant, metres."""
HALF_LISTENER, LOOMS = 0.125, 25.0
"""Half the width (share of the picture's) from which the listener's head is large, and the cost of all of it."""
HALF_HEAD = 0.105
"""Half the width of a head with hair, metres."""


def over_the_shoulder(
    plan: CameraPlan,
    speaker: Subject,
    listener: Subject,
    others: list[Subject],
    sight: Sight,
    aspect: float,
    frames: int,
) -> CameraTrack:
    """A still camera behind the listener. plan.side "left" or "right": the shoulder looked past."""
    found: list[tuple[float, CameraTrack]] = []
    own = _scene_side(speaker, listener)
    above = float(np.median(listener.points["eyes"][:, 2] - speaker.points["eyes"][:, 2])) > ABOVE
    lifts = DOWN if above else LIFT
    for side in (own, -own) if plan.side is None else ({"left": -1.0, "right": 1.0}[plan.side],):
        crossed = side != own and plan.side is None
        for back, aside, lift in itertools.product(BACK, ASIDE, lifts):
            track = _candidate(plan, speaker, listener, side, back, aside, lift, aspect, frames, crossed)
            cost = _look(track, speaker, listener, side) + (8.0 if crossed else 0.0) + abs(lift)
            if above:
                cost += 30.0 * max(0.0, _body(track, listener, side) - BODY)
            found.append((cost, track))
    found.sort(key=lambda f: f[0])
    best = (np.inf, found[0][1])
    for cost, track in found:
        if cost >= best[0]:
            break
        total = cost + _trouble(track, speaker, listener, others, sight)
        best = min(best, (total, track), key=lambda b: b[0])
    return best[1]


def _line(speaker: Subject, listener: Subject) -> tuple[np.ndarray, np.ndarray]:
    """Floor unit vectors: from the listener to the speaker, and to the right of somebody who looks along it."""
    d = np.median(speaker.points["eyes"][:, :2] - listener.points["eyes"][:, :2], 0)
    d = d / max(float(np.linalg.norm(d)), 1e-6)
    return d, np.array([d[1], -d[0]])


def _scene_side(speaker: Subject, listener: Subject) -> float:
    """+1 when the audience is to the right of the look from listener to speaker, else -1."""
    _, right = _line(speaker, listener)
    return 1.0 if right @ AUDIENCE >= 0.05 else -1.0


def _candidate(plan, speaker, listener, side, back, aside, lift, aspect, frames, crossed) -> CameraTrack:
    to, right = _line(speaker, listener)
    eyes, near = np.median(speaker.points["eyes"], 0), np.median(listener.points["eyes"], 0)
    location = np.array([*(near[:2] - to * back + right * side * aside), 0.0])
    location[2] = 0.75 * near[2] + 0.25 * eyes[2] + lift
    if isinstance(plan.height, (int, float)):
        location[2] = float(plan.height)
    elif plan.height != "eye":
        location[2] += 0.35 if plan.height == "high" else -0.3
    reach = float(np.linalg.norm(eyes - location))
    head = float(np.median(speaker.head))
    height = head / (plan.fill or HEAD)
    lens = plan.lens or float(np.clip(reach * sensor_height(aspect) / height, 32.0, 135.0))
    view = (eyes - location) / reach
    picture_right = np.cross(view, [0.0, 0.0, 1.0])
    picture_right /= max(float(np.linalg.norm(picture_right)), 1e-6)
    width = reach * SENSOR / lens
    # past the left shoulder the listener is at the picture's right, so the speaker goes left
    aim = eyes - picture_right * side * SPEAKER * width - np.array([0, 0, 0.10 * width / aspect])
    count = (frames, 1)
    return CameraTrack(
        np.tile(location, count), np.tile(aim, count), np.full(frames, lens), np.full(frames, reach),
        np.full(frames, plan.roll), SIZES["shoulder"].fstop, aspect, crossed,
    )  # fmt: skip


def _look(track: CameraTrack, speaker: Subject, listener: Subject, side: float) -> float:
    """How far the two heads are from where they belong in the picture, as cost."""
    at = len(track.lens) // 2
    heads = np.array([s.points["eyes"][at] for s in (speaker, listener)])
    seen = track.project(np.tile(heads, (len(track.lens), 1, 1)))[at]
    half = HALF_HEAD * track.lens[at] / np.maximum(seen[:, 2], 0.05) / SENSOR
    wanted = 0.5 - side * LISTENER
    # from the listener's inner edge to the speaker's nearer cheek, positive while the face is free
    gap = side * (seen[0, 0] - seen[1, 0]) - half[0] - half[1]
    head = float(np.median(speaker.head)) * track.lens[at] / seen[0, 2] / sensor_height(track.aspect)
    short = max(float(np.log(SHORT / track.lens[at])), 0.0)
    cost = SHORTER * short + 12.0 * abs(seen[1, 0] - wanted) + 30.0 * max(0.0, 0.04 - gap) + 14.0 * abs(head - HEAD)
    outer = side * (seen[1, 0] - 0.5) + half[1]
    return float(cost + 20.0 * max(0.0, -0.5 - outer + 0.08) + LOOMS * max(0.0, half[1] - HALF_LISTENER))


def _body(track: CameraTrack, listener: Subject, side: float) -> float:
    """Share of the picture's width the listener's trunk takes, from its own edge of the picture."""
    at = len(track.lens) // 2
    parts = np.array([listener.points[p][at] for p in ("neck", "chest", "waist")])
    seen = track.project(np.tile(parts, (len(track.lens), 1, 1)))[at]
    seen = seen[(seen[:, 2] > 0.15) & (seen[:, 1] > -0.1) & (seen[:, 1] < 1.1)]
    if not len(seen):
        return 0.0
    inner = seen[:, 0] + side * HALF_BODY * track.lens[at] / seen[:, 2] / SENSOR
    return float(np.max(inner if side > 0 else 1.0 - inner))


def _trouble(track: CameraTrack, speaker: Subject, listener: Subject, others: list[Subject], sight: Sight) -> float:
    location = track.location[0]
    clear = sight.clearance(location)
    cost = 20.0 + 40.0 * (1 - clear / NEAR) if clear < NEAR else 0.0
    beyond = sight.outside(location)
    cost += 0.6 * beyond + (60.0 if beyond > OVER else 0.0)
    at = len(track.lens) // 2
    cost += sum(12.0 for part in ("eyes", "chin", "neck") if sight.blocked(location, speaker.points[part][at]))
    cost += 2.0 if sight.blocked(location, listener.points["eyes"][at]) else 0.0
    cost += sum(12.0 for o in others if in_the_way(location, speaker.points["eyes"][at], o, at))
    cost += LOST * sum(in_line(location, speaker, o, at) for o in (listener, *others))
    cost += sum(25.0 for o in others if np.linalg.norm(o.ground[at] - location[:2]) < o.radius + 0.25)
    room = float(np.linalg.norm(listener.ground[at] - location[:2])) - listener.radius
    return cost + (20.0 if room < 0.17 else 0.0)
