"""How much of a picture shows nothing where there should be a room."""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Vector

from library.camera.lens import SENSOR, sensor_height
from render.worker.staging import Staged

ACROSS, DOWN = 24, 14
"""Rays that are cast through the picture."""
LAYERS = 80
"""Surfaces a camera does not see that a ray goes through at most: walls taken away and what hangs on them, a shelf
full of books too."""
EPSILON = 1e-3


def void_share(staged: Staged, frame: int) -> float:
    """Share (0..1) of the picture in which a ray from the camera meets nothing that the camera sees; 0 outdoors and
    where there is no place."""
    place = staged.stage.place
    if place is None or place.exterior:
        return 0.0
    camera = staged.camera
    right, up, forward = (axis[frame] for axis in camera.axes())
    half = SENSOR / 2 / camera.lens[frame], sensor_height(camera.aspect) / 2 / camera.lens[frame]
    start = Vector(camera.location[frame])
    scene, graph = bpy.context.scene, bpy.context.evaluated_depsgraph_get()
    empty = 0
    for x in np.linspace(-1, 1, ACROSS):
        for y in np.linspace(-1, 1, DOWN):
            way = Vector(forward + x * half[0] * right + y * half[1] * up).normalized()
            empty += not _meets(scene, graph, start, way)
    return empty / (ACROSS * DOWN)


def _meets(scene: bpy.types.Scene, graph: bpy.types.Depsgraph, start: Vector, way: Vector) -> bool:
    """Whether there is something to see in a direction."""
    at = start.copy()
    for _ in range(LAYERS):
        hit, where, _, _, met, _ = scene.ray_cast(graph, at, way)
        if not hit:
            return False
        if met.visible_camera:
            return True
        at = where + way * EPSILON
    return False
