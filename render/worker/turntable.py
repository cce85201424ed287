"""A person on a turntable: one picture for each angle."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import bpy
import numpy as np

from app.document import Program
from app.look import Look
from library.entries import RATE, STUDIO
from render.protocol import StageSpec, TierSpec
from render.worker.frames import apply_tier, rendered
from render.worker.staging import stage_shot

NAME = "Somebody"
BOUNCES = 2
CAMERAS = {
    "figure": 'long_shot(stage, "Somebody", angle=0, fill=0.9)',
    "face": 'close_up(stage, "Somebody", angle=0, fill=0.6)',
}
PORTRAIT = 25.0
"""Degrees a single picture is turned to, so that a face has depth."""


def turntable(
    look: Look, framing: str, count: int, size: tuple[int, int], samples: int, people: str, threads: int
) -> list[np.ndarray]:
    """(H, W, 3) uint8 BGR pictures of somebody turned all the way round counter-clockwise from the front; a single
    one is turned a little."""
    program = Program(
        scene=f'use_place(stage, "{STUDIO}")',
        character=f'add_person(stage, "{NAME}", at="Position 1", facing=0)',
        motion=f'express(stage, "{NAME}", "happy", strength=0.25)',
        lighting='light_mood(stage, "day")',
        cinematography=CAMERAS[framing],
    )
    spec = StageSpec(program=program, frames=24, fps=(RATE, 1), size=size, seed=1, cast={NAME: look})
    staged = stage_shot(spec, people)
    scene = bpy.context.scene
    scene.frame_set(12)
    turning = bpy.data.objects.new("turntable", None)
    scene.collection.objects.link(turning)
    points = staged.subjects[NAME].points
    x, y = (points["crown"][12, :2] + points["feet"][12, :2]) / 2
    turning.location = (float(x), float(y), 0.0)
    bpy.context.view_layer.update()
    armature = staged.people[NAME].armature
    armature.parent = turning
    armature.matrix_parent_inverse = turning.matrix_world.inverted()
    apply_tier(TierSpec(name="turntable", size=size, samples=samples, bounces=BOUNCES, still_parts=False), threads)
    scene.camera.data.dof.use_dof = False
    out = []
    try:
        with tempfile.TemporaryDirectory() as scratch:
            for k in range(count):
                turning.rotation_euler[2] = math.radians(360.0 * k / count if count > 1 else PORTRAIT)
                out.append(rendered(12, Path(scratch)))
    finally:
        armature.parent = None  # the stage is kept for the next job as it was
        bpy.data.objects.remove(turning)
    return out
