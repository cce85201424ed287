"""The solved camera in Blender, keyed on every frame it changes."""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Matrix

from library.blender.animation import channels, curve
from library.camera.lens import SENSOR, CameraTrack


def realise_camera(track: CameraTrack, collection: bpy.types.Collection) -> bpy.types.Object:
    """A camera object that follows the track from frame 0; a still one has no animation at all."""
    data = bpy.data.cameras.new("Camera")
    data.sensor_fit, data.sensor_width, data.clip_start, data.clip_end = "HORIZONTAL", SENSOR, 0.05, 400
    data.dof.use_dof = True
    data.dof.aperture_fstop = track.fstop
    out = bpy.data.objects.new("Camera", data)
    collection.objects.link(out)
    bpy.context.scene.camera = out
    out.rotation_mode = "QUATERNION"
    turns = _quaternions(track)
    out.location, out.rotation_quaternion = track.location[0], turns[0]
    data.lens, data.dof.focus_distance = float(track.lens[0]), float(track.focus[0])
    if track.moving:
        _write(out, "OBJECT", {"location": track.location, "rotation_quaternion": turns})
    optics = {"lens": track.lens[:, None], "dof.focus_distance": track.focus[:, None]}
    _write(data, "CAMERA", {path: values for path, values in optics.items() if float(np.ptp(values)) > 1e-3})
    return out


def _quaternions(track: CameraTrack) -> np.ndarray:
    """(F, 4) w, x, y, z; a camera looks along its own -z with +y up. Signs are kept continuous."""
    right, up, forward = track.axes()
    out = np.empty((len(right), 4))
    for i, columns in enumerate(zip(right, up, -forward, strict=True)):
        out[i] = Matrix([list(c) for c in columns]).transposed().to_quaternion()
        if i and out[i] @ out[i - 1] < 0:
            out[i] = -out[i]
    return out


def _write(block: bpy.types.ID, kind: str, values: dict[str, np.ndarray]) -> None:
    """Keys (F, n) values on every frame from 0."""
    if not values:
        return
    bag = channels(block, f"{block.name} {kind.lower()}", kind)
    for path, rows in values.items():
        frames = np.arange(len(rows), dtype=np.float32)
        for axis in range(rows.shape[1]):
            curve(bag, path, axis, frames, rows[:, axis])
