"""Point of view: the camera is where a person's eyes are and looks at what they look at."""

from __future__ import annotations

import numpy as np

from library.camera.framing import frame
from library.camera.lens import CameraTrack, sensor_height, smoothed
from library.camera.sizes import SIZES
from library.camera.stand import right_of, yaw_of
from library.camera.subjects import Subject
from library.stage import OPEN, CameraPlan

LENSES = (24.0, 70.0)
"""Focal lengths a look may take, mm: wider distorts, longer no longer feels like looking."""

LOOKED_AT = 28.0 + OPEN
"""Degrees from the gaze within which somebody is what is looked at: who stands with another is opened up from them."""


def looked_at(viewer: Subject, others: list[Subject]) -> list[Subject]:
    """Whom the viewer looks at, of the others: the one nearest the gaze, or nobody."""
    gaze, eyes = viewer.gaze.mean(0), viewer.points["eyes"].mean(0)

    def off(each: Subject) -> float:
        line = each.points["eyes"].mean(0) - eyes
        cosine = gaze @ line / max(float(np.linalg.norm(gaze) * np.linalg.norm(line)), 1e-6)
        return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))

    near = [each for each in others if off(each) < LOOKED_AT]
    return [min(near, key=off)] if near else []


def point_of_view(
    plan: CameraPlan, viewer: Subject, seen: list[Subject], aspect: float, fps: float, frames: int
) -> CameraTrack:
    """From the viewer's eyes to the people seen, or along the gaze when there are none."""
    eyes = viewer.points["eyes"] + viewer.gaze * 0.06
    location = smoothed(eyes, fps * 0.25) if viewer.travel > 0.35 else np.tile(np.median(eyes, 0), (frames, 1))
    size = SIZES["view"]
    if not seen:
        aim = smoothed(eyes + viewer.gaze * 3.0, fps * 0.4)
        aim = aim if viewer.travel > 0.35 else np.tile(np.median(aim, 0), (frames, 1))
        lens = np.full(frames, plan.lens or size.lens)
        return CameraTrack(location, aim, lens, np.full(frames, 3.0), np.full(frames, plan.roll), size.fstop, aspect)
    middle = np.mean([np.median(s.points["eyes"], 0) for s in seen], 0)
    back = location[frames // 2] - middle
    framed = frame(seen, size, aspect, plan.fill, right_of(yaw_of(back[:2])))
    moves = max(s.travel for s in seen) > 0.35
    aim = smoothed(framed.centre, 8) if moves else np.tile(np.median(framed.centre, 0), (frames, 1))
    reach = float(np.linalg.norm(location[frames // 2] - aim[frames // 2]))
    lens = plan.lens or float(np.clip(reach * sensor_height(aspect) / np.median(framed.height), *LENSES))
    focus = np.min([np.linalg.norm(s.points["eyes"] - location, axis=1) for s in seen], 0)
    return CameraTrack(
        location, aim, np.full(frames, lens), smoothed(focus, 4), np.full(frames, plan.roll), size.fstop, aspect
    )
