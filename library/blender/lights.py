"""Lamps, sky and picture settings in Blender."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import bpy
import numpy as np
from mathutils import Vector

from library.blender.animation import channels, curve
from library.blender.realise import linear
from library.camera.lens import smoothed
from library.camera.subjects import Subject
from library.light.lamps import Lamp, LightRig, Sky
from library.places.model import Place, Wall

LOOK = "AgX - High Contrast"


def realise_lights(
    rig: LightRig,
    collection: bpy.types.Collection,
    subjects: dict[str, Subject],
    fps: float,
    receivers: Mapping[str, bpy.types.Collection] | None = None,
) -> list[bpy.types.Object]:
    """Makes the lamps, sets the sky and the exposure. Lamps themselves are not seen by the camera; those that
    follow somebody travel over the floor with them, smoothly, from frame 0. receivers: what those lamps light that
    light something only, by its name ("people", "view")."""
    out = [_lamp(lamp, collection) for lamp in rig.lamps]
    for lamp, made in zip(rig.lamps, out, strict=True):
        if receivers and lamp.only in receivers:
            made.light_linking.receiver_collection = receivers[lamp.only]
        if lamp.follow in subjects:
            ground = smoothed(subjects[lamp.follow].ground, fps * 0.3)
            bag = channels(made, f"{lamp.name} travel", "OBJECT")
            frames = np.arange(len(ground), dtype=np.float32)
            for axis in (0, 1):
                curve(bag, "location", axis, frames, lamp.at[axis] + ground[:, axis] - np.median(ground[:, axis]))
            curve(bag, "location", 2, frames, np.full(len(ground), lamp.at[2]))
    _sky(rig.sky, rig.outside)
    view = bpy.context.scene.view_settings
    view.view_transform, view.look, view.exposure = "AgX", LOOK, rig.exposure
    return out


def shine_through(place: Place, objects: dict[str, bpy.types.Object], lamps: Sequence[bpy.types.Object]) -> None:
    """Lets the lamps of a room light what is seen of it behind walls that are taken away. Where the sun would come in
    through them they shade it as before, which costs a tenth of a frame's time; sun and windows are outside."""
    gone = [made for made in objects.values() if not made.visible_camera]
    walls = [place.walls[made["wall"]] for made in gone if made["piece"] == "wall"]
    suns = [lamp for lamp in lamps if lamp.data.type == "SUN"]
    if not any(_comes_in(sun, wall) for sun in suns for wall in walls):
        for made in gone:
            made.visible_shadow = False
        return
    let = bpy.data.collections.new("Walls taken away")
    for made in gone:
        let.objects.link(made)
    for each in let.collection_objects:
        each.light_linking.link_state = "EXCLUDE"
    for lamp in lamps:
        if lamp.data.type != "SUN" and not lamp.name.startswith("window"):
            lamp.light_linking.blocker_collection = let


def _comes_in(sun: bpy.types.Object, wall: Wall) -> bool:
    """Whether the sun falls on the outside of a wall."""
    travels = sun.rotation_euler.to_matrix() @ Vector((0.0, 0.0, -1.0))
    (x0, y0), (x1, y1) = wall.start, wall.end
    return (x1 - x0) * travels.y - (y1 - y0) * travels.x > 0.0


def _lamp(lamp: Lamp, collection: bpy.types.Collection) -> bpy.types.Object:
    data = bpy.data.lights.new(lamp.name, lamp.kind)
    data.energy = lamp.watts
    data.color = tuple(linear(lamp.colour))
    if lamp.kind == "AREA":
        data.size = lamp.size
        if lamp.size_y is not None:
            data.shape, data.size_y = "RECTANGLE", lamp.size_y
        data.spread = lamp.spread * 3.14159265 / 180
    elif lamp.kind == "SUN":
        data.angle = lamp.size
    else:
        data.shadow_soft_size = lamp.size
    out = bpy.data.objects.new(lamp.name, data)
    out.location = lamp.at
    out.rotation_euler = Vector(lamp.direction).to_track_quat("-Z", "Y").to_euler()
    out.visible_camera = False
    collection.objects.link(out)
    return out


def _sky(sky: Sky, outside: Sky) -> None:
    """The world lights with one sky; what the camera sees of it beyond the windows is the other."""
    world = bpy.data.worlds.new("Sky")
    bpy.context.scene.world = world
    nodes, links = world.node_tree.nodes, world.node_tree.links
    light = nodes["Background"]
    _paint(nodes, links, light, sky)
    if outside == sky:
        return
    seen = nodes.new("ShaderNodeBackground")
    _paint(nodes, links, seen, outside)
    path = nodes.new("ShaderNodeLightPath")
    mix = nodes.new("ShaderNodeMixShader")
    links.new(path.outputs["Is Camera Ray"], mix.inputs[0])
    links.new(light.outputs[0], mix.inputs[1])
    links.new(seen.outputs[0], mix.inputs[2])
    links.new(mix.outputs[0], nodes["World Output"].inputs["Surface"])


def _paint(nodes, links, background, sky: Sky) -> None:
    background.inputs["Strength"].default_value = sky.strength
    if len(sky.stops) == 1:
        background.inputs["Color"].default_value = (*linear(sky.stops[0][1]), 1)
        return
    place = nodes.new("ShaderNodeTexCoord")
    split = nodes.new("ShaderNodeSeparateXYZ")
    ramp = nodes.new("ShaderNodeValToRGB")
    links.new(place.outputs["Generated"], split.inputs[0])
    links.new(split.outputs["Z"], ramp.inputs[0])
    links.new(ramp.outputs[0], background.inputs["Color"])
    elements = ramp.color_ramp.elements
    while len(elements) < len(sky.stops):
        elements.new(0.5)
    for element, (at, colour) in zip(elements, sky.stops, strict=True):
        element.position, element.color = at, (*linear(colour), 1)
