"""What is seen through the windows: a sky card, ground and a few houses or trees a little way off."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from library.geometry.mesh import MeshData, joined, srgb
from library.geometry.shapes import panel, sheet
from library.places.model import Wall
from library.places.room import wall_frame
from library.props import PROPS
from library.props.materials import ASPHALT, GRASS, SKY

HORIZON, ZENITH = "#D6E9F2", "#86BCE6"


def sky_dome(radius: float, low: float, high: float) -> MeshData:
    """Half a cylinder round a window's outside, brighter at the horizon; in wall coordinates about its middle."""
    angle, heights = np.linspace(0, np.pi, 13), np.linspace(low, high, 6)
    grid = np.stack(
        [
            np.repeat(radius * np.cos(angle)[None], 6, 0),
            np.repeat(0.3 - radius * np.sin(angle)[None], 6, 0),
            np.repeat(heights[:, None], 13, 1),
        ],
        -1,
    )
    t = np.clip(heights / high, 0, 1)[:, None]
    colours = np.repeat((srgb(HORIZON) * (1 - t) + srgb(ZENITH) * t)[:, None], 13, 1)
    return sheet(grid, SKY, colours.reshape(-1, 3))


@lru_cache(maxsize=32)
def _prop(name: str, seed: int, options: tuple) -> MeshData:
    return PROPS[name].mesh(seed, **dict(options))


def _at(name: str, x: float, away: float, z: float = 0.0, seed: int = 1, **options) -> MeshData:
    """A prop `away` metres beyond the wall, its front towards the room."""
    return _prop(name, seed, tuple(options.items())).moved((x, -away, z), yaw=180)


def _ground(material, colour, z: float) -> MeshData:
    return panel([(-30, -26, z), (30, -26, z), (30, -0.3, z), (-30, -0.3, z)], material, colour)


def garden(seed: int) -> list[MeshData]:
    """A lawn with a hedge, trees and neighbours' houses, seen straight or along the wall from either side."""
    parts = [_ground(GRASS, "#86A957", -0.25)]
    for side in (-1, 1):
        parts += [
            _at("hedge", side * 4.4, 5.4, -0.25, seed, size=(8.8, 0.6, 1.0), colour="#6FA050"),
            _at("tree", side * 3.4, 4.0, -0.3, seed, size=(2.4, 2.4, 4.2), cards=40, detail=2),
            _at("tree", side * 8.4, 4.6, -0.3, seed + 1, colour="#8FA83F", cards=40, detail=2),
            _at("house", side * 14.5, 9.5, -0.3, seed, colour="#D9A98A", roof="#5F6670", rows=5, fine=False),
        ]
    return [*parts, _at("house", 0.6, 12.0, -0.3, seed, colour="#E8CFA6", roof="#94604E", rows=5, fine=False)]


def street(seed: int) -> list[MeshData]:
    """The other side of a street."""
    parts = [_ground(ASPHALT, "#77767A", -0.4)]
    tones = ("#C58D70", "#E8DCC8", "#9DB5AE", "#D9B98A", "#C9A08C")
    for k, x in enumerate((-13.0, -6.4, 0.2, 6.8, 13.4)):
        tall = k % 2 == 1
        parts.append(
            _at(
                "house", x, 9.5, -0.4, seed, colour=tones[k], roof="#8A5A4C" if tall else "#5F6670", entry=k,
                rows=5, fine=False, size=(5.6, 5.0, 7.4 if tall else 5.2), storeys=2 if tall else 1,
            )
        )  # fmt: skip
    for x in (-8.6, -2.6, 3.6, 9.4):
        parts.append(_at("tree", x, 4.8, -0.4, seed, size=(2.3, 2.3, 4.4), cards=40, detail=2))
    return [*parts, _at("lamp post", 0.6, 4.0, -0.4)]


def city(seed: int) -> list[MeshData]:
    """Roofs and blocks from an upper floor."""
    tones = ("#C9B79C", "#A98A74", "#8FA0A8", "#D8C7AE", "#9A8F86")
    parts = []
    for k in range(9):
        x, away, top = -20.0 + 5.0 * k, (17, 13, 19, 14, 20)[k % 5], (2.6, -0.4, 4.6, 1.2, 3.4, 0.2)[k % 6]
        parts.append(
            _at("block of flats", x, away - abs(x) * 0.35, top - 14.0, seed, colour=tones[k % 5], size=(4.8, 4.0, 14.0))
        )
    return parts


def yard(seed: int) -> list[MeshData]:
    """A paved yard with a wall of green."""
    parts = [_ground(ASPHALT, "#8A857C", -0.3)]
    for side in (-1, 1):
        parts += [
            _at("hedge", side * 4.5, 4.4, -0.3, seed, size=(9.0, 0.7, 1.7)),
            _at("poplar", side * 1.8, 6.2, -0.3, seed, cards=40, detail=2),
            _at("poplar", side * 6.4, 6.0, -0.3, seed + 1, cards=40, detail=2),
            _at("block of flats", side * 13.0, 12.0, -0.3, seed, colour="#C2AE93", size=(8.0, 5.0, 8.0)),
        ]
    return parts


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
    return out + [("sky", sky_dome(28.0, -14.0, 24.0).moved(matrix=place))]
