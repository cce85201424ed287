"""What is seen through the windows: a sky card, ground and a few houses or trees a little way off."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from library.geometry.mesh import MeshData, joined, srgb
from library.geometry.shapes import panel
from library.places.model import Wall
from library.places.room import wall_frame
from library.props import PROPS
from library.props.materials import ASPHALT, GRASS, SKY

HORIZON, ZENITH = "#D6E9F2", "#86BCE6"


def sky_card(width: float, low: float, high: float, distance: float) -> MeshData:
    """An upright card facing the room, brighter at the horizon; in wall coordinates about its middle."""
    heights = np.linspace(low, high, 6)
    half = width / 2
    vertices, colours = [], []
    for z in heights:
        t = np.clip((z - 0.0) / max(high, 1e-6), 0, 1)
        shade = srgb(HORIZON) * (1 - t) + srgb(ZENITH) * t
        vertices += [(-half, -distance, z), (half, -distance, z)]
        colours += [shade, shade]
    faces = [(2 * k + 1, 2 * k, 2 * k + 2, 2 * k + 3) for k in range(len(heights) - 1)]
    normals = np.tile((0, 1.0, 0), (len(vertices), 1))
    return MeshData.build(np.array(vertices), faces, SKY, np.array(colours), False, normals)


@lru_cache(maxsize=32)
def _prop(name: str, seed: int, options: tuple) -> MeshData:
    return PROPS[name].mesh(seed, **dict(options))


def _at(name: str, x: float, away: float, z: float = 0.0, seed: int = 1, **options) -> MeshData:
    """A prop `away` metres beyond the wall, its front towards the room."""
    return _prop(name, seed, tuple(options.items())).moved((x, -away, z), yaw=180)


def _ground(material, colour, z: float) -> MeshData:
    return panel([(-30, -26, z), (30, -26, z), (30, -0.3, z), (-30, -0.3, z)], material, colour)


def garden(seed: int) -> list[MeshData]:
    """A lawn with a hedge, trees and a neighbour's house."""
    return [
        _ground(GRASS, "#86A957", -0.25),
        _at("hedge", -3.2, 4.6, -0.25, seed, size=(5.0, 0.6, 1.2)),
        _at("hedge", 2.4, 4.6, -0.25, seed, size=(5.0, 0.6, 1.2)),
        _at("tree", -1.7, 3.6, -0.3, seed, size=(2.4, 2.4, 4.2), cards=120),
        _at("tree", 3.4, 7.0, -0.3, seed + 1, colour="#8FA83F", cards=60),
        _at("house", 1.2, 11.0, -0.3, seed, colour="#E8CFA6", roof="#9A5340"),
    ]


def street(seed: int) -> list[MeshData]:
    """The other side of a street."""
    return [
        _ground(ASPHALT, "#6B6B6C", -0.4),
        _at(
            "house",
            -3.4,
            9.0,
            -0.4,
            seed,
            colour="#C97B5A",
            roof="#4E5A66",
            door="#33506B",
            size=(5.6, 5.0, 7.4),
            storeys=2,
        ),
        _at("house", 2.6, 9.0, -0.4, seed, colour="#E8DCC8", roof="#8C4A38", door="#4F6B45", entry=1),
        _at("tree", 0.2, 4.6, -0.4, seed, size=(2.3, 2.3, 4.4), cards=120),
        _at("lamp post", -2.4, 4.0, -0.4),
    ]


def city(seed: int) -> list[MeshData]:
    """Roofs and blocks from an upper floor."""
    tones = ("#C9B79C", "#A98A74", "#8FA0A8", "#D8C7AE", "#9A8F86")
    parts = []
    for k, (x, away, top) in enumerate(
        ((-9, 17, 3.2), (-3.6, 13, 0.6), (2.2, 19, 5.4), (7.4, 14, 1.9), (13, 21, 4.2), (-15, 22, 5.5))
    ):
        parts.append(_at("block of flats", x, away, top - 14.0, seed, colour=tones[k % 5], size=(5.4, 5.0, 14.0)))
    return parts


def yard(seed: int) -> list[MeshData]:
    """A paved yard with a wall of green."""
    return [
        _ground(ASPHALT, "#8A857C", -0.3),
        _at("hedge", -2.2, 4.2, -0.3, seed, size=(5.0, 0.7, 1.9)),
        _at("hedge", 2.8, 4.2, -0.3, seed, size=(5.0, 0.7, 1.9)),
        _at("poplar", -1.2, 6.2, -0.3, seed, cards=60),
        _at("poplar", 1.6, 6.6, -0.3, seed + 1, cards=60),
    ]


VIEWS: dict[str, Callable[[int], list[MeshData]]] = {"garden": garden, "street": street, "city": city, "yard": yard}


def backdrop(view: str, wall: Wall, seed: int) -> list[tuple[str, MeshData]]:
    """("view", mesh) and ("sky", mesh) beyond the windows of a wall, in place coordinates; none without windows.

    Raises KeyError for an unknown view.
    """
    holes = [o for o in wall.openings if o.kind == "window"]
    if not holes:
        return []
    matrix, _ = wall_frame(wall)
    middle = np.eye(4)
    middle[0, 3] = np.mean([o.along for o in holes])
    place = matrix @ middle
    out = [("view", joined(VIEWS[view](seed)).moved(matrix=place))]
    return out + [("sky", sky_card(70.0, -14.0, 24.0, 25.0).moved(matrix=place))]
