"""Sight through the real meshes of a place, and walls that get out of the camera's way."""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from library.camera.lens import CameraTrack
from library.camera.sight import outside
from library.geometry.mesh import MeshData, joined
from library.places.build import Piece
from library.places.model import Place

BESIDE_WALL = 0.75
"""Metres from a wall that is taken away within which things go with it."""


class MeshSight:
    """Rays against what is solid: furniture and fixed walls; loose walls can be looked through."""

    def __init__(self, place: Place | None, pieces: list[Piece]):
        self.place = place
        self.pieces = pieces
        self._outline = np.asarray(place.outline, float) if place else np.zeros((0, 2))
        solid = [p.placed_mesh() for p in pieces if p.kind == "prop" or (p.kind == "wall" and self._fixed(p))]
        self._solid = _tree(solid)
        self._all = _tree([p.placed_mesh() for p in pieces if p.kind in ("prop", "wall", "floor")])

    def _fixed(self, piece: Piece) -> bool:
        return piece.wall is not None and self.place.walls[piece.wall].fixed

    def blocked(self, start: np.ndarray, end: np.ndarray) -> bool:
        if self._solid is None:
            return False
        d = Vector(end) - Vector(start)
        length = d.length
        if length < 1e-6:
            return False
        hit = self._solid.ray_cast(Vector(start), d.normalized(), length - 0.02)
        return hit[0] is not None

    def clearance(self, point: np.ndarray) -> float:
        """Metres to the nearest surface, walls and floor too."""
        if self._all is None:
            return np.inf
        return float(self._all.find_nearest(Vector(point))[3] or 0.0)

    def outside(self, point: np.ndarray) -> float:
        return outside(self._outline, point) if self.place is not None and not self.place.exterior else 0.0

    def open_walls(self, objects: dict[str, bpy.types.Object], camera: CameraTrack) -> list[int]:
        """Hides from the camera the loose walls it films through, with what hangs on or stands at them; they
        go on shading and reflecting. Returns the indices of the walls."""
        if self.place is None or self.place.exterior:
            return []
        away = []
        for index, wall in enumerate(self.place.walls):
            a, b = np.asarray(wall.start), np.asarray(wall.end)
            d = b - a
            inward = np.array([-d[1], d[0]]) / max(np.linalg.norm(d), 1e-9)
            behind = ((camera.location[:, :2] - a) @ inward).min()
            if behind < 0.12 and not wall.fixed:
                away.append(index)
                for piece in self.pieces:
                    if piece.name in objects and self._goes_with(piece, index, a, d, inward, camera):
                        objects[piece.name].visible_camera = False
        return away

    def _goes_with(self, piece: Piece, index: int, a, d, inward, camera: CameraTrack) -> bool:
        if piece.wall == index or piece.kind == "ceiling":
            return True
        if piece.kind not in ("prop", "backdrop"):
            return False
        mesh = piece.placed_mesh()
        low, high = mesh.bounds()
        corners = np.array([[x, y] for x in (low[0], high[0]) for y in (low[1], high[1])])
        depth = (corners - a) @ inward
        along = (corners - a) @ d / max(d @ d, 1e-9)
        if along.max() < -0.05 or along.min() > 1.05:
            return False
        return bool(depth.max() < BESIDE_WALL) if piece.kind == "prop" else bool(depth.max() < 0.1)


def _tree(meshes: list[MeshData]) -> BVHTree | None:
    if not meshes:
        return None
    whole = joined([MeshData(m.vertices, m.faces, m.colors, m.materials, m.material, m.smooth) for m in meshes])
    faces = [tuple(int(i) for i in f if i >= 0) for f in whole.faces]
    return BVHTree.FromPolygons(whole.vertices.tolist(), faces)
