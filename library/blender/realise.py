"""Blender objects from plain data: meshes, materials, armatures.

Everything is created with `bpy.data` and `foreach_set`, never with operators: a person of 20,000
polygons takes a fraction of a second.
"""

from __future__ import annotations

from dataclasses import replace

import bpy
import numpy as np

from library.cast.eyes import IRIS, PUPIL
from library.geometry.mesh import Material, MeshData, srgb

COLOUR = "Color"


def linear(colour: np.ndarray) -> np.ndarray:
    """sRGB 0..1 to linear light (IEC 61966-2-1)."""
    colour = np.asarray(colour, np.float32)
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4).astype(np.float32)


def mesh(name: str, data: MeshData) -> bpy.types.Mesh:
    """A mesh datablock with materials, colours, attributes and normals (no shape keys, no groups)."""
    out = bpy.data.meshes.new(name)
    count = (data.faces >= 0).sum(1).astype(np.int32)
    corners = data.faces[data.faces >= 0].astype(np.int32)
    out.vertices.add(len(data.vertices))
    out.vertices.foreach_set("co", data.vertices.astype(np.float32).ravel())
    out.loops.add(len(corners))
    out.loops.foreach_set("vertex_index", corners)
    out.polygons.add(len(data.faces))
    out.polygons.foreach_set("loop_start", np.concatenate([[0], np.cumsum(count)[:-1]]).astype(np.int32))
    out.polygons.foreach_set("material_index", data.material.astype(np.int32))
    out.polygons.foreach_set("use_smooth", data.smooth.astype(bool))
    out.update(calc_edges=True)
    if out.validate(verbose=False):
        raise ValueError(f"mesh {name!r} has faces that Blender refuses")
    for each in data.materials:
        out.materials.append(material(each))
    colour = out.color_attributes.new(COLOUR, "FLOAT_COLOR", "POINT")
    rgba = np.ones((len(data.vertices), 4), np.float32)
    rgba[:, :3] = linear(data.colors)
    colour.data.foreach_set("color", rgba.ravel())
    out.color_attributes.active_color = colour
    for key, values in data.attributes.items():
        out.attributes.new(key, "FLOAT", "POINT").data.foreach_set("value", values.astype(np.float32))
    if data.normals is not None:
        out.normals_split_custom_set_from_vertices(data.normals.tolist())
    return out


def mesh_object(name: str, data: MeshData, collection: bpy.types.Collection | None = None) -> bpy.types.Object:
    """An object of `data`, with shape keys at 0 and vertex groups, linked into `collection`."""
    out = bpy.data.objects.new(name, mesh(name, data))
    (collection or bpy.context.scene.collection).objects.link(out)
    add_shape_keys(out, data)
    add_groups(out, data)
    return out


def add_shape_keys(out: bpy.types.Object, data: MeshData) -> None:
    if not data.shape_keys:
        return
    out.shape_key_add(name="Basis")
    for name, offsets in data.shape_keys.items():
        key = out.shape_key_add(name=name)
        key.data.foreach_set("co", (data.vertices + offsets).astype(np.float32).ravel())
        key.value = 0.0


def add_groups(out: bpy.types.Object, data: MeshData) -> None:
    if data.weights is None:
        return
    for column, bone in enumerate(data.bones):
        group = out.vertex_groups.new(name=bone)
        values = np.round(data.weights[:, column] * 255).astype(int)
        for level in np.unique(values[values > 0]):
            group.add(np.nonzero(values == level)[0].tolist(), level / 255, "REPLACE")


def material(data: Material) -> bpy.types.Material:
    """The Blender material of `data`; the same data gives the same datablock."""
    name = f"{data.name}.{abs(hash_of(data)):x}"
    found = bpy.data.materials.get(name)
    if found is not None:
        return found
    out = bpy.data.materials.new(name)
    out.diffuse_color = (0.8, 0.8, 0.8, 1)
    out.roughness = data.roughness
    out.metallic = data.metallic
    _SHADERS[data.kind](out.node_tree, data)
    return out


def hash_of(data: Material) -> int:
    import zlib

    return zlib.crc32(repr(data).encode())


class _Tree:
    """A little language for node trees: `add` a node, `link` sockets, set inputs by name."""

    def __init__(self, tree: bpy.types.NodeTree):
        self.tree = tree
        self.principled = tree.nodes.get("Principled BSDF")
        self.output = tree.nodes.get("Material Output")

    def add(self, kind: str, **inputs):
        node = self.tree.nodes.new(kind)
        for key, value in inputs.items():
            key = key.replace("_", " ")
            node.inputs[key].default_value = value
        return node

    def link(self, source, target):
        self.tree.links.new(source, target)


def _base(tree: _Tree, data: Material):
    """Principled with the mesh colour, noise in value and roughness, and bump. Returns the colour socket."""
    shader = tree.principled
    for key, value in {
        "Roughness": data.roughness,
        "Metallic": data.metallic,
        "Specular IOR Level": data.specular,
        "Sheen Weight": data.sheen,
        "Sheen Roughness": 0.4,
        "Coat Weight": data.coat,
        "Coat Roughness": 0.08,
        "Transmission Weight": data.transmission,
    }.items():
        shader.inputs[key].default_value = value
    colour = tree.add("ShaderNodeVertexColor")
    colour.layer_name = COLOUR
    out = colour.outputs["Color"]
    if data.bump or data.variation:
        place = tree.add("ShaderNodeTexCoord").outputs["Object"]
    if data.variation:
        noise = tree.add("ShaderNodeTexNoise", Scale=data.variation_scale, Detail=3.0)
        tree.link(place, noise.inputs["Vector"])
        value = tree.add(
            "ShaderNodeMapRange", From_Min=0.3, From_Max=0.7, To_Min=1 - data.variation, To_Max=1 + data.variation
        )
        tree.link(noise.outputs[0], value.inputs["Value"])
        shade = tree.add("ShaderNodeHueSaturation")
        tree.link(value.outputs[0], shade.inputs["Value"])
        tree.link(out, shade.inputs["Color"])
        out = shade.outputs["Color"]
    normal = None
    if data.folds:
        normal = _folds(tree, data.folds)
    if data.bump:
        noise = tree.add("ShaderNodeTexNoise", Scale=data.bump_scale, Detail=2.0)
        tree.link(place, noise.inputs["Vector"])
        bump = tree.add("ShaderNodeBump", Strength=data.bump, Distance=0.002)
        tree.link(noise.outputs[0], bump.inputs["Height"])
        if normal is not None:
            tree.link(normal, bump.inputs["Normal"])
        normal = bump.outputs[0]
    if normal is not None:
        tree.link(normal, shader.inputs["Normal"])
    return out


def _folds(tree: _Tree, strength: float):
    """The normal of soft drapes that hang and bend round; laid out on the person at rest (generated coordinates),
    so that they stay on the cloth while it moves."""
    place = tree.add("ShaderNodeMapping", Scale=(15.0, 6.0, 11.0), Rotation=(0.0, 0.45, 0.0))
    tree.link(tree.add("ShaderNodeTexCoord").outputs["Generated"], place.inputs["Vector"])
    drape = tree.add("ShaderNodeTexNoise", Scale=1.0, Detail=1.0, Distortion=0.9)
    tree.link(place.outputs[0], drape.inputs["Vector"])
    bump = tree.add("ShaderNodeBump", Strength=strength, Distance=0.05)
    tree.link(drape.outputs[0], bump.inputs["Height"])
    return bump.outputs[0]


def _mix(tree: _Tree, factor, a, b, blend: str = "MIX"):
    """The colour socket of a mixed with b by factor; each may be a socket or a value."""
    node = tree.add("ShaderNodeMix")
    node.data_type, node.blend_type = "RGBA", blend
    for index, value in ((0, factor), (6, a), (7, b)):
        if hasattr(value, "node"):
            tree.link(value, node.inputs[index])
        else:
            node.inputs[index].default_value = value
    return node.outputs[2]


def _attribute(tree: _Tree, name: str):
    node = tree.add("ShaderNodeAttribute")
    node.attribute_name = name
    return node.outputs["Fac"]


def _surface(nodes, data: Material) -> None:
    tree = _Tree(nodes)
    colour = _base(tree, data)
    tree.link(colour, tree.principled.inputs["Base Color"])
    if data.emission:
        tree.link(colour, tree.principled.inputs["Emission Color"])
        tree.principled.inputs["Emission Strength"].default_value = data.emission


def _skin(nodes, data: Material) -> None:
    """Skin without the price of subsurface: lips and blush by attribute, warm red towards grazing angles."""
    tree = _Tree(nodes)
    colour = _base(tree, data)
    blush = tree.add("ShaderNodeMath")
    blush.operation = "MULTIPLY"
    tree.link(_attribute(tree, "blush"), blush.inputs[0])
    blush.inputs[1].default_value = 0.42
    rosy = _mix(tree, 1.0, colour, (0.95, 0.42, 0.36, 1), "MULTIPLY")
    colour = _mix(tree, blush.outputs[0], colour, rosy)
    red = _mix(tree, 1.0, colour, (0.78, 0.36, 0.36, 1), "MULTIPLY")
    colour = _mix(tree, _attribute(tree, "lips"), colour, red)
    facing = tree.add("ShaderNodeLayerWeight", Blend=0.35)
    warm = tree.add("ShaderNodeMath")
    warm.operation = "MULTIPLY"
    tree.link(facing.outputs["Facing"], warm.inputs[0])
    warm.inputs[1].default_value = 0.30
    edge = _mix(tree, 1.0, colour, (1.0, 0.50, 0.38, 1), "MULTIPLY")
    tree.link(_mix(tree, warm.outputs[0], colour, edge), tree.principled.inputs["Base Color"])


def _hair(nodes, data: Material) -> None:
    """Hair: value per clump from the attribute "tint" (0..1 about 0.5), and streaks that run along it, by the
    attributes "along" and "across" in head units."""
    tree = _Tree(nodes)
    colour = _base(tree, data)
    place = tree.add("ShaderNodeCombineXYZ")
    for socket, name, scale in (("X", "along", 1.6), ("Y", "across", 62.0), ("Z", "tint", 23.0)):
        stretched = tree.add("ShaderNodeMath")
        stretched.operation = "MULTIPLY"
        stretched.inputs[1].default_value = scale
        tree.link(_attribute(tree, name), stretched.inputs[0])
        tree.link(stretched.outputs[0], place.inputs[socket])
    noise = tree.add("ShaderNodeTexNoise", Scale=1.0, Detail=1.5)
    tree.link(place.outputs[0], noise.inputs["Vector"])
    streak = tree.add("ShaderNodeMapRange", From_Min=0.32, From_Max=0.68, To_Min=0.74, To_Max=1.26)
    tree.link(noise.outputs[0], streak.inputs["Value"])
    value = tree.add("ShaderNodeMapRange", To_Min=0.62, To_Max=1.42)
    tree.link(_attribute(tree, "tint"), value.inputs["Value"])
    both = tree.add("ShaderNodeMath")
    both.operation = "MULTIPLY"
    tree.link(streak.outputs[0], both.inputs[0])
    tree.link(value.outputs[0], both.inputs[1])
    shade = tree.add("ShaderNodeHueSaturation")
    tree.link(both.outputs[0], shade.inputs["Value"])
    tree.link(colour, shade.inputs["Color"])
    tree.link(shade.outputs["Color"], tree.principled.inputs["Base Color"])
    relief = tree.add("ShaderNodeBump", Strength=0.5, Distance=0.004)
    tree.link(noise.outputs[0], relief.inputs["Height"])
    tree.link(relief.outputs[0], tree.principled.inputs["Normal"])


def _eye(nodes, data: Material) -> None:
    """Eye from the polar angle (attribute "angle", radians from the gaze axis); the mesh colour is the iris."""
    tree = _Tree(nodes)
    iris = _base(tree, data)
    angle = _attribute(tree, "angle")

    def step(low, high):
        node = tree.add("ShaderNodeMapRange", From_Min=low, From_Max=high)
        node.interpolation_type = "SMOOTHSTEP"
        tree.link(angle, node.inputs["Value"])
        return node.outputs[0]

    dark = _mix(tree, 1.0, iris, (0.30, 0.30, 0.32, 1), "MULTIPLY")
    colour = _mix(tree, step(PUPIL - 0.03, PUPIL), (0.004, 0.004, 0.005, 1), iris)
    colour = _mix(tree, step(IRIS - 0.13, IRIS - 0.05), colour, dark)
    colour = _mix(tree, step(IRIS - 0.03, IRIS + 0.015), colour, (0.80, 0.79, 0.77, 1))
    tree.link(colour, tree.principled.inputs["Base Color"])


def _glass(nodes, data: Material) -> None:
    """Thin glass: mostly see-through, a clear reflection; light and shadow rays pass."""
    tree = _Tree(nodes)
    clear = tree.add("ShaderNodeBsdfTransparent")
    gloss = tree.add("ShaderNodeBsdfGlossy", Roughness=data.roughness)
    weight = tree.add("ShaderNodeFresnel", IOR=1.35)
    mix = tree.add("ShaderNodeMixShader")
    tree.link(weight.outputs[0], mix.inputs[0])
    tree.link(clear.outputs[0], mix.inputs[1])
    tree.link(gloss.outputs[0], mix.inputs[2])
    colour = tree.add("ShaderNodeVertexColor")
    colour.layer_name = COLOUR
    tree.link(colour.outputs["Color"], clear.inputs["Color"])
    tree.link(mix.outputs[0], tree.output.inputs["Surface"])


def _emission(nodes, data: Material) -> None:
    tree = _Tree(nodes)
    light = tree.add("ShaderNodeEmission", Strength=data.emission)
    colour = tree.add("ShaderNodeVertexColor")
    colour.layer_name = COLOUR
    tree.link(colour.outputs["Color"], light.inputs["Color"])
    tree.link(light.outputs[0], tree.output.inputs["Surface"])


def _wood(nodes, data: Material) -> None:
    """Wood: noise stretched along the grain; `variation` is the contrast of the streaks."""
    tree = _Tree(nodes)
    colour = _base(tree, replace(data, variation=0.0))
    grain = tree.add("ShaderNodeCombineXYZ")
    for socket, name, scale in (("X", "grain_u", 1.4), ("Y", "grain_v", 22.0)):
        stretched = tree.add("ShaderNodeMath")
        stretched.operation = "MULTIPLY"
        stretched.inputs[1].default_value = scale
        tree.link(_attribute(tree, name), stretched.inputs[0])
        tree.link(stretched.outputs[0], grain.inputs[socket])
    noise = tree.add("ShaderNodeTexNoise", Scale=1.0, Detail=3.0, Distortion=0.6)
    tree.link(grain.outputs[0], noise.inputs["Vector"])
    value = tree.add(
        "ShaderNodeMapRange", From_Min=0.32, From_Max=0.68, To_Min=1 - 1.3 * data.variation, To_Max=1 + data.variation
    )
    tree.link(noise.outputs[0], value.inputs["Value"])
    shade = tree.add("ShaderNodeHueSaturation")
    tree.link(value.outputs[0], shade.inputs["Value"])
    tree.link(colour, shade.inputs["Color"])
    tree.link(shade.outputs["Color"], tree.principled.inputs["Base Color"])


LAMPLIGHT = "#FFB038"
"""What shines through the panes of a lit house."""


def _lamp(nodes, data: Material) -> None:
    """A shade or bulb: its own colour when off, light of that colour by the object's property "glow"."""
    tree = _Tree(nodes)
    colour = _base(tree, data)
    tree.link(colour, tree.principled.inputs["Base Color"])
    tree.link(colour, tree.principled.inputs["Emission Color"])
    _glow(tree, data.emission)


def _pane(nodes, data: Material) -> None:
    """A window pane seen from outside: dark and shiny, lamplight behind it by the object's property "glow"."""
    tree = _Tree(nodes)
    tree.link(_base(tree, data), tree.principled.inputs["Base Color"])
    tree.principled.inputs["Emission Color"].default_value = (*linear(srgb(LAMPLIGHT)).tolist(), 1.0)
    _glow(tree, data.emission)


def _glow(tree: _Tree, strength: float) -> None:
    """Emission strength times the object's property "glow"."""
    glow = tree.add("ShaderNodeAttribute")
    glow.attribute_type, glow.attribute_name = "OBJECT", "glow"
    product = tree.add("ShaderNodeMath")
    product.operation = "MULTIPLY"
    product.inputs[1].default_value = strength
    tree.link(glow.outputs["Fac"], product.inputs[0])
    tree.link(product.outputs[0], tree.principled.inputs["Emission Strength"])


_SHADERS = {
    "surface": _surface,
    "skin": _skin,
    "hair": _hair,
    "eye": _eye,
    "glass": _glass,
    "emission": _emission,
    "wood": _wood,
    "lamp": _lamp,
    "pane": _pane,
}


def world_vertices(each: bpy.types.Object) -> np.ndarray:
    """(N, 3) vertices of a mesh object as it is deformed at the scene's frame, metres."""
    made = each.evaluated_get(bpy.context.evaluated_depsgraph_get())
    mesh = made.data
    points = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", points)
    matrix = np.array(made.matrix_world)
    return points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]
