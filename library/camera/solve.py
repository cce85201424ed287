"""From a camera plan to a camera: where it stands, what it looks at, how it moves.

A shot type gives a frame height, a lens and an angle off the subject's facing. The solver tries angles on the
scene's side of the line of action first, then wider ones, other heights and shorter lenses, and keeps the
cheapest place from which everybody who matters is seen, the camera is in nobody's way and no wall is in its
own. The line of action is the 180-degree rule's: it runs through the subject along its facing; the side of
the audience (-y) is kept.
"""

from __future__ import annotations

from dataclasses import replace

from library.camera.among import Among
from library.camera.arriving import arriving, waits
from library.camera.changes import changed
from library.camera.crossing import crossing
from library.camera.eyes import looked_at, point_of_view
from library.camera.insert import insert
from library.camera.lens import CameraTrack
from library.camera.moves import BETWEEN, MOVES
from library.camera.placed import placed
from library.camera.setting import Setting
from library.camera.shoulder import over_the_shoulder
from library.camera.sight import Sight
from library.camera.sizes import FRAMING, SIZES
from library.camera.stand import TRAVELS, best
from library.camera.still import still
from library.camera.subjects import Subject
from library.camera.whole import whole_place
from library.stage import CameraPlan

HEIGHTS = {"Low-Angle Shot": "low", "High-Angle Shot": "high"}
TIGHT = ("bust", "close", "extreme")
"""Sizes that leave no room to come nearer."""

CANT = 12.0
"""Degrees a Dutch angle leans."""


def solve(
    plan: CameraPlan,
    subjects: dict[str, Subject],
    sight: Sight,
    aspect: float,
    fps: float,
    frames: int,
    seed: int = 0,
    setting: Setting | None = None,
) -> CameraTrack:
    """The camera of a shot. `subjects` is everybody on the stage; the plan names those who are filmed."""
    track = _framed(_completed(plan), subjects, sight, aspect, fps, frames, setting or Setting())
    if plan.at is not None:
        track = placed(track, plan, subjects)
    tight = FRAMING[plan.shot_type] in TIGHT
    only = subjects[plan.subjects[0]] if len(plan.subjects) == 1 else None
    only = next(iter(subjects.values())) if not plan.subjects and len(subjects) == 1 else only
    for move in plan.moves:
        if move.kind == "push" and move.amount > 0 and only is not None and waits(track, only, fps):
            track = arriving(track, move, only, SIZES[FRAMING[plan.shot_type]], sight, fps)
        else:
            track = changed(track, move, subjects, sight, fps, seed, tight)
    return track


def _completed(plan: CameraPlan) -> CameraPlan:
    """The plan with what its shot type means by itself."""
    height = HEIGHTS.get(plan.shot_type, plan.height) if plan.height == "eye" else plan.height
    roll = plan.roll or (CANT if plan.shot_type == "Dutch Angle" else 0.0)
    return replace(plan, height=height, roll=roll)


def _framed(
    plan: CameraPlan,
    subjects: dict[str, Subject],
    sight: Sight,
    aspect: float,
    fps: float,
    frames: int,
    setting: Setting,
) -> CameraTrack:
    shown = {n: s for n, s in subjects.items() if n != plan.viewer}
    filmed = [subjects[n] for n in plan.subjects] or list(shown.values())
    if plan.viewer is not None:
        viewer = subjects[plan.viewer]
        seen = [subjects[n] for n in plan.subjects] or looked_at(viewer, list(shown.values()))
        return point_of_view(plan, viewer, seen, aspect, fps, frames)
    if plan.shot_type == "Insert Shot" and (plan.thing is not None or filmed):
        return insert(plan, filmed, list(subjects.values()), sight, aspect, frames, setting)
    if not filmed or plan.shot_type == "Establishing Shot":
        return whole_place(plan, filmed, sight, aspect, frames, setting)
    others = [s for s in subjects.values() if s not in filmed]
    if plan.over is not None:
        listener = subjects[plan.over]
        others = [s for s in others if s is not listener]
        return over_the_shoulder(plan, filmed[0], listener, others, sight, aspect, frames)
    size = SIZES[FRAMING[plan.shot_type]]
    if plan.shot_type in BETWEEN and len(filmed) > 1:
        return BETWEEN[plan.shot_type](plan, filmed, others, size, sight, aspect, fps, frames)
    # a pan arrives at the last person it names
    lead = filmed[-1:] if plan.shot_type == "Pan Shot" else filmed
    away = [*others, *(s for s in filmed if s not in lead)]
    spot = best(plan, lead, away, size, sight, aspect)
    track = None
    if plan.shot_type == "Long Shot" and plan.lens is None and max(s.travel for s in lead) > TRAVELS:
        track = crossing(plan, lead, size, spot, sight, aspect, frames)
    track = track or still(plan, lead, away, size, spot, aspect, frames)
    filmed = filmed[::-1] if plan.shot_type == "Pan Shot" else filmed
    move = MOVES.get(plan.shot_type)
    if move is None:
        return track
    people = Among(sight, [s for s in away if s.travel < TRAVELS], frames // 2)
    return move(track, plan, filmed, size, spot, people, fps, setting)
