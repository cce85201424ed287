"""A place as pieces: plain meshes with where they go, ready to become Blender objects."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.places.apron import apron, apron_walls
from library.places.floors import floor, ground
from library.places.model import Place, Placed
from library.places.outside import backdrop
from library.places.resting import Settled, settle
from library.places.room import ceiling, wall, wall_frame


@dataclass(frozen=True)
class Piece:
    """One object of a place. Equal props are the same `mesh` object.

    kind: "floor", "wall", "ceiling", "prop", "backdrop" (beyond the windows; casts no shadow) or "apron" (the
    room going on behind a wall that is taken away; casts no shadow). wall: index of the wall it is, hangs on or
    goes on behind. at, yaw: metres and degrees."""

    name: str
    kind: str
    mesh: MeshData
    wall: int | None = None
    at: tuple[float, float, float] = (0.0, 0.0, 0.0)
    yaw: float = 0.0


def build(place: Place, seed: int = 0, props: Sequence[Placed] | None = None) -> list[Piece]:
    """All pieces of a place; `props` replaces its own furniture. Raises KeyError for an unknown prop or carrier."""
    pieces = []
    if place.strips:
        pieces += [
            Piece(f"ground {n} {kind}", "floor", mesh)
            for n, (kind, mesh) in enumerate(ground(place, _rng(seed, "ground")))
        ]
    else:
        pieces.append(Piece("floor", "floor", floor(place, _rng(seed, "floor"))))
    for index, data in enumerate(place.walls):
        pieces.append(Piece(f"wall {index}", "wall", wall(place, index, _rng(seed, f"wall {index}")), index))
        for name, mesh in backdrop(place.view, data, seed):
            pieces.append(Piece(f"{name} {index}", "backdrop", mesh, index))
    if not place.exterior:
        pieces.append(Piece("ceiling", "ceiling", ceiling(place)))
    meshes: dict[str, MeshData] = {}
    for each in settle(place.furniture if props is None else props, place.height):
        pieces.append(_prop_piece(place, each, seed, meshes))
    return pieces


def beyond(place: Place, index: int, left: bool, right: bool) -> Piece:
    """The room going on behind wall `index`; left, right: with the walls at its ends, which a camera that crosses
    them cannot have."""
    wall_data = place.walls[index]
    mesh = joined([apron(place, wall_data, _rng(0, f"apron {index}")), apron_walls(place, wall_data, left, right)])
    return Piece(f"apron {index}", "apron", mesh, index)


def _prop_piece(place: Place, each: Settled, seed: int, meshes: dict[str, MeshData]) -> Piece:
    options = dict(each.placed.options)
    variant = options.pop("variant", 0)
    key = repr((each.prop.name, variant, sorted(options.items())))
    if key not in meshes:
        meshes[key] = each.prop.mesh(zlib.crc32(f"{seed} {key}".encode()), **options)
    hung = each.prop.mount == "wall" and each.placed.on is None
    wall_index = _nearest_wall(place, each.at[:2]) if hung else None
    return Piece(each.placed.name, "prop", meshes[key], wall_index, each.at, each.yaw)


def _nearest_wall(place: Place, point) -> int | None:
    """The wall a hung thing belongs to: the one it is nearest to, None in the open."""
    best, nearest = None, 0.6
    for index, data in enumerate(place.walls):
        matrix, length = wall_frame(data)
        x, y = matrix[:2, :2].T @ (np.asarray(point) - matrix[:2, 3])
        if -0.05 <= x <= length + 0.05 and abs(y) < nearest:
            best, nearest = index, abs(y)
    return best


def _rng(seed: int, part: str) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(f"{seed} {part}".encode()))
