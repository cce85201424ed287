"""Reading 3D files: whatever is in them becomes one plain mesh with colours. Scripts in them are never run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import addon_utils
import bpy
import numpy as np

from app.errors import ShotwrightError
from library.assets import MATERIAL
from library.geometry.mesh import MeshData

MOST = 60_000
"""Triangles kept; larger meshes are simplified."""

LEAST_M, LARGEST_M = 0.02, 15.0
"""Sizes outside of this are taken for other units and brought to one metre."""


def read_mesh(path: Path) -> tuple[MeshData, list[str]]:
    """(the file's meshes as one, standing on z = 0 about its origin, what was changed, in words).
    Raises ShotwrightError(input)."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.context.preferences.filepaths.use_scripts_auto_execute = False
    try:
        READERS[path.suffix.lower()](path)
    except KeyError:
        raise ShotwrightError("input", f"{path.name}: no format that is read") from None
    except (RuntimeError, OSError, ValueError, TypeError) as error:
        what = str(error).strip().splitlines()
        raise ShotwrightError("input", f"{path.name} cannot be read: {what[-1] if what else error}") from error
    bpy.context.view_layer.update()
    graph = bpy.context.evaluated_depsgraph_get()
    parts = [p for o in bpy.context.scene.objects if o.type == "MESH" and (p := _corners(o, graph)) is not None]
    if not parts:
        raise ShotwrightError("input", f"{path.name} holds no mesh")
    places, normals, colours = (np.concatenate(each) for each in zip(*parts, strict=True))
    notes: list[str] = []
    low, high = places.min(0), places.max(0)
    largest = float((high - low).max())
    scale = 1.0
    if not LEAST_M <= largest <= LARGEST_M:
        scale = 1.0 / max(largest, 1e-9)
        notes.append(f"it was {largest:.3g} m large and is now 1 m")
    middle = np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]])
    places = (places - middle) * scale
    if len(places) > 3 * MOST:
        notes.append(f"{len(places) // 3} triangles were simplified to about {MOST}")
    rows = np.column_stack([places.round(5), normals.round(3), colours.round(3)])
    unique, back = np.unique(rows, axis=0, return_inverse=True)
    triangles = back.reshape(-1, 3)
    faces = np.column_stack([triangles, np.full(len(triangles), -1)]).astype(np.int32)
    mesh = MeshData.build(unique[:, :3], faces, MATERIAL, unique[:, 6:9].astype(np.float32), True, unique[:, 3:6])
    return mesh, notes


def _gltf(path: Path) -> None:
    addon_utils.enable("io_scene_gltf2")
    bpy.ops.import_scene.gltf(filepath=str(path))


def _blend(path: Path) -> None:
    with bpy.data.libraries.load(str(path), link=False) as (there, here):
        here.objects = list(there.objects)
    for each in here.objects:
        if each is not None:
            bpy.context.scene.collection.objects.link(each)


READERS: dict[str, Callable[[Path], object]] = {
    ".glb": _gltf,
    ".gltf": _gltf,
    ".fbx": lambda p: bpy.ops.wm.fbx_import(filepath=str(p)),
    ".obj": lambda p: bpy.ops.wm.obj_import(filepath=str(p)),
    ".ply": lambda p: bpy.ops.wm.ply_import(filepath=str(p), forward_axis="Y", up_axis="Z"),
    ".stl": lambda p: bpy.ops.wm.stl_import(filepath=str(p), forward_axis="Y", up_axis="Z"),
    **dict.fromkeys((".usd", ".usda", ".usdc", ".usdz"), lambda p: bpy.ops.wm.usd_import(filepath=str(p))),
    ".blend": _blend,
}


def _corners(each: bpy.types.Object, graph: bpy.types.Depsgraph) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    """Place, normal and colour of every triangle's corner, (3 T, 3) each; None for an empty mesh."""
    total = sum(len(o.data.polygons) for o in bpy.context.scene.objects if o.type == "MESH")
    if total > MOST and not any(m.type == "DECIMATE" for m in each.modifiers):
        each.modifiers.new("fewer", "DECIMATE").ratio = MOST / total
        graph.update()
    evaluated = each.evaluated_get(graph)
    mesh = evaluated.to_mesh()
    mesh.calc_loop_triangles()
    count = len(mesh.loop_triangles)
    if not count:
        return None
    loops, vertices = np.empty(count * 3, np.int32), np.empty(count * 3, np.int32)
    mesh.loop_triangles.foreach_get("loops", loops)
    mesh.loop_triangles.foreach_get("vertices", vertices)
    places = np.empty(len(mesh.vertices) * 3, np.float32)
    mesh.vertices.foreach_get("co", places)
    normals = np.empty(len(mesh.loops) * 3, np.float32)
    mesh.corner_normals.foreach_get("vector", normals)
    materials = np.empty(count, np.int32)
    mesh.loop_triangles.foreach_get("material_index", materials)
    matrix = np.array(each.matrix_world)
    at = places.reshape(-1, 3)[vertices] @ matrix[:3, :3].T + matrix[:3, 3]
    turned = normals.reshape(-1, 3)[loops] @ np.linalg.inv(matrix[:3, :3])
    turned /= np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-9)
    if np.linalg.det(matrix[:3, :3]) < 0:  # mirrored: keep the outside outside
        order = np.arange(count * 3).reshape(-1, 3)[:, ::-1].ravel()
        at, turned, loops = at[order], turned[order], loops[order]
    colours = np.full((count * 3, 3), 0.6, np.float32)
    uv = _uv(mesh)
    for index, material in enumerate(mesh.materials):
        here = np.repeat(materials == index, 3)
        if material is not None and here.any():
            colours[here] = _colour(material, uv[loops[here]] if uv is not None else None)
    evaluated.to_mesh_clear()
    return at, turned, colours


def _uv(mesh: bpy.types.Mesh) -> np.ndarray | None:
    layer = mesh.uv_layers.active
    if layer is None:
        return None
    out = np.empty(len(mesh.loops) * 2, np.float32)
    layer.uv.foreach_get("vector", out)
    return out.reshape(-1, 2)


def _colour(material: bpy.types.Material, uv: np.ndarray | None) -> np.ndarray:
    """(3,) or (N, 3) sRGB colours of a material, from its picture where it has one."""
    nodes = material.node_tree.nodes if material.node_tree else []
    shader = next((n for n in nodes if n.type == "BSDF_PRINCIPLED"), None)
    if shader is None:
        return _srgb(np.array(material.diffuse_color[:3]))
    socket = shader.inputs["Base Color"]
    source = socket.links[0].from_node if socket.is_linked else None
    while source is not None and source.type != "TEX_IMAGE":
        links = [i.links[0] for i in source.inputs if i.is_linked]
        source = links[0].from_node if links else None
    image = source.image if source is not None else None
    if image is None or uv is None or not image.size[0] or (not image.has_data and not image.pixels):
        return _srgb(np.array(socket.default_value[:3]))
    width, height = image.size
    pixels = np.empty(width * height * image.channels, np.float32)
    image.pixels.foreach_get(pixels)
    grid = pixels.reshape(height, width, image.channels)
    x = np.clip((uv[:, 0] % 1.0 * width).astype(int), 0, width - 1)
    y = np.clip((uv[:, 1] % 1.0 * height).astype(int), 0, height - 1)
    found = grid[y, x, :3] if image.channels >= 3 else np.repeat(grid[y, x, :1], 3, 1)
    return found if image.colorspace_settings.name == "sRGB" else _srgb(found)


def _srgb(linear: np.ndarray) -> np.ndarray:
    """sRGB of linear values (IEC 61966-2-1)."""
    v = np.clip(linear, 0.0, 1.0)
    return np.where(v <= 0.0031308, 12.92 * v, 1.055 * v ** (1 / 2.4) - 0.055).astype(np.float32)
