"""Write baked tracks onto Blender objects as actions, all keys of a curve in one call."""

from __future__ import annotations

from collections.abc import Iterable

import bpy
import numpy as np

from library.motion.holding import ThingTrack
from library.motion.track import Track

PREFIX = "mixamorig:"


def animate(track: Track, armature: bpy.types.Object, faces: Iterable[bpy.types.Object] = (), first: int = 1) -> None:
    """Give a person their motion: the armature object moves and turns, its bones rotate, the faces' shape
    keys act. The track's first frame lands on frame `first`. Motion given before is replaced.

    faces: mesh objects with shape keys named like the track's; keys an object lacks are left out.
    Raises KeyError when the armature lacks a bone of the track."""
    frames = np.arange(first, first + track.frames, dtype=np.float32)
    bag = channels(armature, f"{armature.name} motion", "OBJECT")
    armature.rotation_mode = "XYZ"
    for axis in range(3):
        curve(bag, "location", axis, frames, track.location[:, axis])
    curve(bag, "rotation_euler", 2, frames, np.radians(track.yaw))
    root = PREFIX + track.bones[0]
    for axis in range(3):
        curve(bag, f'pose.bones["{root}"].location', axis, frames, track.hips[:, axis])
    for b, name in enumerate(track.bones):
        bone = armature.pose.bones[PREFIX + name]
        bone.rotation_mode = "QUATERNION"
        path = f'pose.bones["{PREFIX}{name}"].rotation_quaternion'
        for axis in range(4):
            curve(bag, path, axis, frames, track.rotations[:, b, axis])
    for face in faces:
        shapes = face.data.shape_keys
        if shapes is None:
            continue
        bag = channels(shapes, f"{face.name} face", "KEY")
        for name, values in track.keys.items():
            if name in shapes.key_blocks:
                curve(bag, f'key_blocks["{name}"].value', 0, frames, values)


def move(made: bpy.types.Object, track: ThingTrack) -> None:
    """Lets an object follow a track from frame 0."""
    made.rotation_mode = "QUATERNION"
    made.location, made.rotation_quaternion = track.location[0], track.rotation[0]
    bag = channels(made, f"{made.name} motion", "OBJECT")
    frames = np.arange(len(track.location), dtype=np.float32)
    for path, rows in (("location", track.location), ("rotation_quaternion", track.rotation)):
        for axis in range(rows.shape[1]):
            curve(bag, path, axis, frames, rows[:, axis])


def channels(block: bpy.types.ID, name: str, kind: str):
    """A fresh action with one slot for a datablock, assigned to it; returns the slot's channels."""
    data = block.animation_data or block.animation_data_create()
    if data.action is not None and data.action.users == 1:
        bpy.data.actions.remove(data.action)
    action = bpy.data.actions.new(name)
    slot = action.slots.new(id_type=kind, name=block.name)
    strip = action.layers.new("motion").strips.new(type="KEYFRAME")
    data.action = action
    data.action_slot = slot
    return strip.channelbag(slot, ensure=True)


def curve(bag, path: str, axis: int, frames: np.ndarray, values: np.ndarray) -> None:
    """An F-curve through (frame, value) points, straight between frames. A value that never changes takes
    one key."""
    values = np.asarray(values, np.float32)
    if len(values) and np.ptp(values) < 1e-7:
        frames, values = frames[:1], values[:1]
    made = bag.fcurves.new(path, index=axis)
    points = made.keyframe_points
    points.add(len(frames))
    points.foreach_set("co", np.stack([frames, values], axis=1).ravel())
    points.foreach_set("interpolation", np.full(len(frames), 1, np.int32))
    made.update()
