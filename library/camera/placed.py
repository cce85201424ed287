"""A camera somebody put in its place: the solved camera, moved so that it begins there."""

from __future__ import annotations

import numpy as np

from library.camera.lens import CameraTrack, sensor_height, smoothed
from library.camera.still import turned, with_
from library.camera.subjects import Subject
from library.stage import CameraPlan

ROUND = ("360-Degree Arc Shot", "Curve Surround Shot")
"""Shot types that travel round their subject: they keep to its middle."""

WALKING = 0.35
"""Metres somebody travels before the camera turns along."""


def placed(track: CameraTrack, plan: CameraPlan, subjects: dict[str, Subject]) -> CameraTrack:
    """The track from where the plan puts the camera. Other movement keeps its length and direction; a circle keeps
    its centre and takes the distance and angle of the new start. What the camera is aimed at moves along only when
    the plan names it."""
    start = np.array(plan.at)
    aim = track.aim
    if isinstance(plan.look_at, str):
        aim = _face(subjects[plan.look_at], start, track)
    elif plan.look_at is not None:
        aim = aim + (np.array(plan.look_at) - aim[0])
    if plan.shot_type in ROUND:
        location = _round(track, start)
    else:
        location = track.location + (start - track.location[0])
    focus = track.focus + np.linalg.norm(aim - location, axis=1) - np.linalg.norm(track.aim - track.location, axis=1)
    return with_(track, location=location, aim=aim, focus=np.maximum(focus, 0.2))


def _face(looked_at: Subject, start: np.ndarray, track: CameraTrack) -> np.ndarray:
    """(F, 3) an aim that has the eyes on the upper third; it goes with somebody who walks."""
    eyes = looked_at.points["eyes"]
    if looked_at.travel < WALKING:
        eyes = np.tile(np.median(eyes, 0), (len(eyes), 1))
    height = np.linalg.norm(eyes - start, axis=1) * sensor_height(track.aspect) / track.lens
    aim = smoothed(eyes, 8)
    return np.column_stack([aim[:, :2], aim[:, 2] - height / 6])


def _round(track: CameraTrack, start: np.ndarray) -> np.ndarray:
    """(F, 3) the same way round the aim, from another start."""
    centre = track.aim[-1]
    was, wanted = track.location[0] - centre, start - centre
    angle = np.degrees(np.arctan2(wanted[1], wanted[0]) - np.arctan2(was[1], was[0]))
    swung = turned(track, centre, np.full(len(track.lens), angle)) - centre
    scale = np.linalg.norm(wanted[:2]) / max(float(np.linalg.norm(was[:2])), 1e-6)
    return centre + np.column_stack([swung[:, :2] * scale, swung[:, 2] + wanted[2] - was[2]])
