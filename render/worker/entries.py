"""Pictures of what the library holds: an entry's little scene, or a prop alone on a turntable."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path

import bpy
import numpy as np
from mathutils import Vector

from library.blender.realise import linear, mesh_object
from library.entries import RATE, Sample
from library.geometry.mesh import srgb
from library.props import PROPS
from render.protocol import StageSpec, TierSpec
from render.worker.frames import FrameRenderer, apply_tier, rendered
from render.worker.staging import stage_shot

BOUNCES = 3
GROUND = "#A9B8B4"
TURN, TILT, LENS = 28.0, 16.0, 70.0
"""How a prop is looked at: degrees round it and down on it, millimetres."""


def entry_pictures(sample: Sample, size: tuple[int, int], samples: int, people: str, threads: int) -> list[np.ndarray]:
    """The pictures that show an entry, (H, W, 3) uint8 BGR; one for each of its moments."""
    tier = TierSpec(name="entry", size=size, samples=samples, bounces=BOUNCES, still_parts=False)
    with tempfile.TemporaryDirectory() as scratch:
        if sample.prop is not None:
            return [_prop(sample.prop, tier, Path(scratch), threads)]
        spec = StageSpec(
            program=sample.program, frames=sample.frames, fps=(RATE, 1), size=size, seed=1, cast=sample.cast
        )
        renderer = FrameRenderer(stage_shot(spec, people), tier, Path(scratch), threads)
        return [renderer.picture(moment) for moment in sample.moments]


def _prop(name: str, tier: TierSpec, scratch: Path, threads: int) -> np.ndarray:
    """A prop on a seamless ground in soft light from three sides."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    prop = PROPS[name]
    made = mesh_object(name, prop.mesh())
    made["glow"] = 1.0 if prop.lights else 0.0
    low, high = (np.array(v) for v in prop.mesh().bounds())
    middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
    lift = 0.0 if prop.mount in ("floor", "surface") else -0.15 * radius
    _ground(lift, radius)
    aspect = tier.size[0] / tier.size[1]
    field = math.atan(18.0 / LENS / max(aspect, 1.0))
    away = radius * 1.03 / math.sin(field)
    a, b = math.radians(TURN), math.radians(TILT)
    to_lens = np.array([math.sin(a) * math.cos(b), -math.cos(a) * math.cos(b), math.sin(b)])
    camera = bpy.data.objects.new("Camera", bpy.data.cameras.new("Camera"))
    camera.data.lens, camera.data.clip_end = LENS, 40 * radius + 10
    scene.collection.objects.link(camera)
    scene.camera = camera
    _aim(camera, middle + to_lens * away, middle)
    # watts grow with the square of the distance, so that a mug and a house are lit alike (inverse square law)
    for side, up, watts, size in ((-50, 45, 95.0, 1.6), (65, 30, 34.0, 2.4), (170, 50, 70.0, 1.4)):
        lamp = bpy.data.objects.new(f"lamp {side}", bpy.data.lights.new("lamp", "AREA"))
        lamp.data.size, lamp.data.energy = size * radius, watts * radius**2
        scene.collection.objects.link(lamp)
        turn, rise = math.radians(TURN + side), math.radians(up)
        out = np.array([math.sin(turn) * math.cos(rise), -math.cos(turn) * math.cos(rise), math.sin(rise)])
        _aim(lamp, middle + out * 3.2 * radius, middle)
    world = scene.world = bpy.data.worlds.new("World")
    background = world.node_tree.nodes["Background"]
    background.inputs["Color"].default_value = (*linear(srgb(GROUND)).tolist(), 1)
    background.inputs["Strength"].default_value = 0.45
    apply_tier(tier, threads)
    camera.data.dof.use_dof = False
    return rendered(0, scratch)


def _ground(height: float, radius: float) -> None:
    """A seamless floor that rises behind the prop."""
    depth, width = 7 * radius, 30 * radius
    profile = [(-12 * radius, 0.0), (depth, 0.0)]
    turn = 4 * radius
    for step in range(1, 13):
        a = math.pi / 2 * step / 12
        profile.append((depth + turn * math.sin(a), turn * (1 - math.cos(a))))
    profile.append((depth + turn, 16 * radius))
    points = [(x, y, z + height) for y, z in profile for x in (-width, width)]
    faces = [(2 * k, 2 * k + 1, 2 * k + 3, 2 * k + 2) for k in range(len(profile) - 1)]
    mesh = bpy.data.meshes.new("ground")
    mesh.from_pydata(points, [], faces)
    mesh.shade_smooth()
    paint = bpy.data.materials.new("ground")
    shader = paint.node_tree.nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*linear(srgb(GROUND)).tolist(), 1)
    shader.inputs["Roughness"].default_value = 0.9
    mesh.materials.append(paint)
    made = bpy.data.objects.new("ground", mesh)
    made.rotation_euler = (0, 0, math.radians(TURN))
    bpy.context.scene.collection.objects.link(made)


def _aim(made: bpy.types.Object, at: np.ndarray, target: np.ndarray) -> None:
    made.location = at
    made.rotation_euler = Vector(target - at).to_track_quat("-Z", "Y").to_euler()
