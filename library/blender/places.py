"""A built place as Blender objects."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import bpy

from library.blender.realise import linear, mesh
from library.geometry.mesh import srgb
from library.places.build import Piece
from library.places.model import Place

SKY_NAME = "sky "
HOUSES = ("house", "block of flats")


def realise_place(
    place: Place, pieces: Sequence[Piece], collection: bpy.types.Collection
) -> dict[str, bpy.types.Object]:
    """Objects by piece name, linked into `collection`; pieces with one mesh share one mesh datablock.

    Every object has the custom properties "piece" (the kind) and "wall" (index, -1 for none). Lamps are off:
    object["glow"] = 1.0 lights the shade or bulb of a prop. Backdrops and aprons cast no shadow.
    """
    meshes: dict[int, bpy.types.Mesh] = {}
    out: dict[str, bpy.types.Object] = {}
    for piece in pieces:
        data = meshes.get(id(piece.mesh))
        if data is None:
            data = meshes[id(piece.mesh)] = mesh(f"{place.name}: {piece.name}", piece.mesh)
        made = bpy.data.objects.new(piece.name, data)
        made.location = piece.at
        made.rotation_euler = (0.0, 0.0, math.radians(piece.yaw))
        made["piece"], made["wall"], made["glow"] = piece.kind, -1 if piece.wall is None else piece.wall, 0.0
        made.visible_shadow = piece.kind not in ("backdrop", "apron")
        collection.objects.link(made)
        out[piece.name] = made
    return out


def paint_sky(objects: dict[str, bpy.types.Object], stops: Sequence[tuple[float, str]], strength: float) -> None:
    """Gives the sky behind the windows a gradient: stops are (0 horizon to 1 zenith, '#RRGGBB')."""
    for name, made in objects.items():
        if not name.startswith(SKY_NAME):
            continue
        top = max(v.co.z for v in made.data.vertices)
        colours = made.data.color_attributes.active_color.data
        for vertex, point in zip(made.data.vertices, colours, strict=True):
            point.color = (*_gradient(stops, max(0.0, vertex.co.z / top)), 1.0)
        for slot in made.data.materials:
            for node in slot.node_tree.nodes:
                if node.bl_idname == "ShaderNodeEmission":
                    node.inputs["Strength"].default_value = strength


def light_windows(place: Place, objects: dict[str, bpy.types.Object], share: float) -> None:
    """Lamplight behind the windows of houses in the open and of those seen from rooms; share 0 (day) to 1 (night)."""
    houses = {p.name for p in place.furniture if p.prop in HOUSES}
    for name, made in objects.items():
        if name in houses or name.startswith("view "):
            made["glow"] = min(share, 1.0)


def _gradient(stops: Sequence[tuple[float, str]], position: float):
    for (a, first), (b, second) in itertools.pairwise(stops):
        if position <= b:
            t = (position - a) / max(b - a, 1e-6)
            return linear(srgb(first) * (1 - t) + srgb(second) * t).tolist()
    return linear(srgb(stops[-1][1])).tolist()
