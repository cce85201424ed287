"""Sight through the real meshes of a place, and walls that get out of the camera's way."""

from __future__ import annotations

import bpy
import numpy as np
from mathutils import Vector
from mathutils.bvhtree import BVHTree

from library.camera.lens import SENSOR, CameraTrack
from library.camera.sight import outside
from library.geometry.mesh import MeshData, joined
from library.places.build import Piece, beyond
from library.places.model import Place

BEHIND = 0.05
"""Metres in front of a wall from which on a camera is in the room."""
BESIDE_WALL = 0.75
"""Metres from a wall that is taken away within which things go with it."""


class MeshSight:
    """Rays against what is solid: furniture and fixed walls; loose walls can be looked through."""

    def __init__(self, place: Place | None, pieces: list[Piece]):
        self.place = place
        self.pieces = pieces
        self._outline = np.asarray(place.outline, float) if place else np.zeros((0, 2))
        solid = [_placed(p) for p in pieces if p.kind == "prop" or (p.kind == "wall" and self._fixed(p))]
        self._solid = _tree(solid)
        self._all = _tree([_placed(p) for p in pieces if p.kind in ("prop", "wall", "floor")])

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
        """Metres to the nearest surface: walls and floor too, and, behind a wall that is taken away, the walls at its
        ends as they go on there."""
        if self._all is None:
            return np.inf
        return min(float(self._all.find_nearest(Vector(point))[3] or 0.0), self._beside(point))

    def _beside(self, point: np.ndarray) -> float:
        """Metres, behind a loose wall, to the nearer of the walls at its ends."""
        out = np.inf
        if self.place is None or self.place.exterior or self.outside(point) == 0.0:
            return out
        for wall in self.place.walls:
            a, b = np.asarray(wall.start), np.asarray(wall.end)
            d = (b - a) / max(np.linalg.norm(b - a), 1e-9)
            along = float((point[:2] - a) @ d), float((b - point[:2]) @ d)
            behind = float((point[:2] - a) @ np.array([-d[1], d[0]])) < 0.0
            if not wall.fixed and behind and min(along) > 0.0:
                out = min(out, *along)
        return out

    def outside(self, point: np.ndarray) -> float:
        return outside(self._outline, point) if self.place is not None and not self.place.exterior else 0.0

    def open_walls(self, objects: dict[str, bpy.types.Object], camera: CameraTrack) -> list[Piece]:
        """Hides from the camera the loose walls it films through, with what hangs on or stands at them; they
        go on shading and reflecting. Returns how the room goes on behind them, for a camera below its ceiling."""
        if self.place is None or self.place.exterior:
            return []
        walls = [
            (index, np.asarray(wall.start), np.asarray(wall.end))
            for index, wall in enumerate(self.place.walls)
            if not wall.fixed and _films_through(camera, np.asarray(wall.start), np.asarray(wall.end))
        ]
        above = camera.location[:, 2].max() > self.place.height - 0.05
        for index, a, b in walls:
            d = b - a
            inward = np.array([-d[1], d[0]]) / max(np.linalg.norm(d), 1e-9)
            for piece in self.pieces:
                made = objects.get(piece.name)
                if made is None:
                    continue
                if piece.kind == "ceiling":
                    made.visible_camera = not above
                elif self._goes_with(piece, index, a, d, inward):
                    made.visible_camera = False
        if above:
            return []
        gone = [end.tolist() for _, a, b in walls for end in (a, b)]
        out = []
        for index, a, b in walls:
            left, right = _within(camera, a, b)
            left, right = left and gone.count(a.tolist()) == 1, right and gone.count(b.tolist()) == 1
            out.append(beyond(self.place, index, left, right))
        return out

    def _goes_with(self, piece: Piece, index: int, a, d, inward) -> bool:
        if piece.wall == index:
            return True
        if piece.kind not in ("prop", "backdrop"):
            return False
        mesh = _placed(piece)
        low, high = mesh.bounds()
        corners = np.array([[x, y] for x in (low[0], high[0]) for y in (low[1], high[1])])
        depth = (corners - a) @ inward
        along = (corners - a) @ d / max(d @ d, 1e-9)
        if along.max() < -0.05 or along.min() > 1.05:
            return False
        return bool(depth.max() < BESIDE_WALL) if piece.kind == "prop" else bool(depth.max() < 0.1)


def _within(camera: CameraTrack, a: np.ndarray, b: np.ndarray) -> tuple[bool, bool]:
    """Whether the camera, where it is behind a wall from a to b (on the plan), stays on its side of each end."""
    d = b - a
    inward = np.array([-d[1], d[0]]) / max(np.linalg.norm(d), 1e-9)
    spots = camera.location[:, :2] - a
    along = (spots @ d / max(d @ d, 1e-9))[spots @ inward < BEHIND]
    return bool(not len(along) or along.min() > 0.02), bool(not len(along) or along.max() < 0.98)


def _films_through(camera: CameraTrack, a: np.ndarray, b: np.ndarray) -> bool:
    """Whether the camera is behind a wall from a to b (on the plan) and has it in the picture."""
    d = b - a
    inward = np.array([-d[1], d[0]]) / max(np.linalg.norm(d), 1e-9)
    if ((camera.location[:, :2] - a) @ inward).min() > BEHIND:
        return False
    right, _, _ = camera.axes()
    depth = np.linalg.norm(camera.aim - camera.location, axis=1)
    half = (depth * SENSOR / camera.lens / 2)[:, None] * right
    step = max(1, len(depth) // 24)
    for start, aim, edge in zip(camera.location[::step], camera.aim[::step], half[::step], strict=True):
        if any(_cross(start[:2], end[:2], a, b) for end in (aim, aim - edge, aim + edge)):
            return True
    return False


def _cross(p: np.ndarray, q: np.ndarray, a: np.ndarray, b: np.ndarray) -> bool:
    """Whether segments pq and ab on the plan cross."""

    def side(u, v, w) -> float:
        return float((v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0]))

    return side(p, q, a) * side(p, q, b) < 0 and side(a, b, p) * side(a, b, q) < 0


def _placed(piece: Piece) -> MeshData:
    return piece.mesh.moved(piece.at, piece.yaw)


def _tree(meshes: list[MeshData]) -> BVHTree | None:
    if not meshes:
        return None
    whole = joined([MeshData(m.vertices, m.faces, m.colors, m.materials, m.material, m.smooth) for m in meshes])
    faces = [tuple(int(i) for i in f if i >= 0) for f in whole.faces]
    return BVHTree.FromPolygons(whole.vertices.tolist(), faces)
