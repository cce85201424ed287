"""Lamps: each has a bulb or shade of the lamp material, lit through the object's property "glow"."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, rod, sphere, tube
from library.props.materials import BULB, CERAMIC, IRON, METAL, PAPER, PLASTIC, SHADE
from library.props.model import Lit, prop

BRASS = "#C79A4B"


def _shade(low: float, high: float, height: float, z: float, colour: str) -> MeshData:
    """An open cone with a wall: radius `low` at z, `high` at z + height."""
    wall = 0.005
    profile = [(low, z), (high, z + height), (high - wall, z + height), (low - wall, z), (low, z)]
    return lathe(profile, SHADE, colour, sides=24, crease=30)


@prop(
    "floor lamp",
    (0.42, 0.42, 1.66),
    synonyms=("standing lamp", "lamp"),
    lights=(Lit((0, 0, 1.45), 60.0, "#FF9F4A", 0.1),),
)
def floor_lamp(rng, colour="#F1DDB4", metal=BRASS) -> MeshData:
    """A brass pole with a cloth shade."""
    stand = [(0, 0), (0.14, 0), (0.146, 0.012), (0.138, 0.024), (0.03, 0.032), (0.012, 0.06), (0.011, 1.42), (0, 1.42)]
    return joined(
        [
            lathe(stand, METAL, metal, sides=16),
            _shade(0.21, 0.14, 0.32, 1.33, colour),
            sphere(0.04, BULB, "#FFE2B0", (0, 0, 1.42), 10, 6),
        ]
    )


@prop("arc lamp", (1.25, 0.4, 2.05), synonyms=("arched lamp",), lights=(Lit((-0.42, 0, 1.62), 60.0, "#FFB060", 0.1),))
def arc_lamp(rng, colour="#E9D9BD", metal="#2C2A2A") -> MeshData:
    """A long bow that hangs a shade over a seat."""
    t = np.linspace(0, np.pi * 0.86, 16)
    bow = np.stack([0.42 - 0.42 * (1 - np.cos(t)), np.zeros(16), 1.25 + 0.78 * np.sin(t)], 1)
    path = np.concatenate([[(0.42, 0, 0.06)], bow])
    end = path[-1]
    return joined(
        [
            cylinder(0.2, 0.06, IRON, metal, (0.42, 0, 0), 20, 0.012),
            tube(path, 0.014, IRON, metal, 8),
            lathe(
                [(0.2, 1.53), (0.17, 1.68), (0.02, 1.74), (0.02, 1.73), (0.165, 1.67), (0.195, 1.53), (0.2, 1.53)],
                SHADE,
                colour,
                (end[0], 0, 0),
                22,
            ),
            sphere(0.05, BULB, "#FFE2B0", (end[0], 0, 1.57), 10, 6),
            rod((end[0], 0, 1.7), end, 0.008, IRON, metal, 6),
        ]
    )


@prop(
    "table lamp",
    (0.32, 0.32, 0.5),
    synonyms=("bedside lamp",),
    mount="surface",
    lights=(Lit((0, 0, 0.36), 28.0, "#FFA552", 0.07),),
)
def table_lamp(rng, colour="#F4E3C2", accent="#2F5D62") -> MeshData:
    """A ceramic foot with a cloth shade."""
    foot = [
        (0, 0),
        (0.07, 0),
        (0.075, 0.01),
        (0.09, 0.09),
        (0.075, 0.17),
        (0.03, 0.22),
        (0.012, 0.24),
        (0.012, 0.3),
        (0, 0.3),
    ]
    return joined(
        [
            lathe(foot, CERAMIC, accent, sides=18, crease=55),
            _shade(0.16, 0.11, 0.21, 0.29, colour),
            sphere(0.03, BULB, "#FFE2B0", (0, 0, 0.33), 8, 6),
        ]
    )


@prop(
    "desk lamp",
    (0.18, 0.43, 0.46),
    synonyms=("reading lamp", "work lamp"),
    mount="surface",
    lights=(Lit((0, -0.12, 0.36), 22.0, "#FFC98A", 0.05),),
)
def desk_lamp(rng, colour="#2F5D62") -> MeshData:
    """A jointed lamp that leans over the work."""
    elbow, head = (0, 0.16, 0.27), (0, -0.1, 0.44)
    cone = [
        (0.09, 0.0),
        (0.085, 0.03),
        (0.035, 0.09),
        (0, 0.1),
        (0, 0.09),
        (0.03, 0.08),
        (0.08, 0.03),
        (0.085, 0),
        (0.09, 0),
    ]
    return joined(
        [
            cylinder(0.085, 0.022, IRON, colour, (0, 0.12, 0), 16),
            rod((0, 0.12, 0.02), elbow, 0.009, METAL, "#A9A49A", 6),
            rod(elbow, head, 0.009, METAL, "#A9A49A", 6),
            sphere(0.017, IRON, colour, (elbow[0], elbow[1], elbow[2] - 0.017), 8, 6),
            lathe(cone, IRON, colour, (0, -0.13, 0.36), 16),
            sphere(0.032, BULB, "#FFE9C4", (0, -0.13, 0.37), 8, 6),
        ]
    )


@prop(
    "pendant lamp", (0.4, 0.4, 0.9), synonyms=("hanging lamp", "ceiling lamp"), mount="ceiling", solid=False,
    lights=(Lit((0, 0, 0.06), 50.0, "#FFB468", 0.1),),
)  # fmt: skip
def pendant_lamp(rng, colour="#2F5D62", metal=BRASS) -> MeshData:
    """A metal bell on a cord."""
    bell = [
        (0.2, 0),
        (0.185, 0.1),
        (0.12, 0.2),
        (0.04, 0.25),
        (0.03, 0.29),
        (0, 0.29),
        (0, 0.27),
        (0.03, 0.24),
        (0.11, 0.19),
        (0.175, 0.1),
        (0.192, 0),
        (0.2, 0),
    ]
    return joined(
        [
            lathe(bell, IRON, colour, sides=22),
            rod((0, 0, 0.28), (0, 0, 0.87), 0.005, PLASTIC, "#2B2A29", 6),
            cylinder(0.05, 0.03, METAL, metal, (0, 0, 0.87), 12),
            sphere(0.055, BULB, "#FFE2B0", (0, 0, 0.02), 10, 6),
        ]
    )


@prop(
    "paper lantern", (0.5, 0.5, 1.0), synonyms=("globe lamp",), mount="ceiling", solid=False,
    lights=(Lit((0, 0, 0.25), 55.0, "#FFC98A", 0.2),),
)  # fmt: skip
def paper_lantern(rng, colour="#FBEFD6") -> MeshData:
    """A round paper shade on a cord."""
    t = np.linspace(-np.pi / 2, np.pi / 2, 13)
    profile = [(0.25 * np.cos(a) * (0.985 if k % 2 else 1.0) + 1e-9, 0.25 + 0.25 * np.sin(a)) for k, a in enumerate(t)]
    return joined(
        [
            lathe(profile, SHADE, colour, sides=20, crease=50),
            rod((0, 0, 0.49), (0, 0, 1.0), 0.004, PLASTIC, "#E8E0D0", 6),
        ]
    )


@prop(
    "strip light",
    (1.3, 0.2, 0.1),
    synonyms=("fluorescent light", "tube light", "ceiling light"),
    mount="ceiling",
    solid=False,
    lights=(Lit((0, 0, -0.05), 70.0, "#EAF3FF", 0.3),),
)
def strip_light(rng, colour="#E9E9E6") -> MeshData:
    """A long flat ceiling light."""
    return joined(
        [
            box((1.3, 0.2, 0.05), (0, 0, 0.05), PLASTIC, colour, 0.01),
            box((1.2, 0.14, 0.052), (0, 0, 0), SHADE, "#F4F8FF", 0.02),
        ]
    )


@prop(
    "wall lamp",
    (0.2, 0.24, 0.34),
    synonyms=("sconce",),
    mount="wall",
    solid=False,
    lights=(Lit((0, -0.08, 0.2), 24.0, "#FFB060", 0.06),),
)
def wall_lamp(rng, colour="#F4E3C2", metal=BRASS) -> MeshData:
    """A small shade on a brass arm."""
    shade = lathe(
        [(0.1, 0.12), (0.065, 0.34), (0.06, 0.34), (0.095, 0.12), (0.1, 0.12)], SHADE, colour, (0, -0.02, 0), 18
    )
    arm = tube([(0, 0.11, 0.05), (0, 0.04, 0.03), (0, -0.02, 0.06), (0, -0.02, 0.2)], 0.01, METAL, metal, 8)
    plate = box((0.09, 0.02, 0.14), (0, 0.11, 0), METAL, metal, 0.008)
    return joined([shade, arm, plate])


@prop(
    "candle",
    (0.08, 0.08, 0.2),
    synonyms=("candlestick",),
    mount="surface",
    lights=(Lit((0, 0, 0.2), 4.0, "#FF9A40", 0.02),),
)
def candle(rng, colour="#F3E8D2", metal=BRASS) -> MeshData:
    """A candle in a low brass holder."""
    holder = [(0, 0), (0.04, 0), (0.038, 0.012), (0.016, 0.02), (0.016, 0.045), (0.02, 0.05), (0, 0.05)]
    flame = lathe([(0, 0.172), (0.006, 0.18), (0, 0.2)], BULB, "#FFD890", sides=8, crease=80)
    return joined(
        [lathe(holder, METAL, metal, sides=14), cylinder(0.012, 0.125, PAPER, colour, (0, 0, 0.045), 10), flame]
    )


@prop(
    "string lights",
    (2.4, 0.05, 0.33),
    synonyms=("fairy lights",),
    mount="wall",
    solid=False,
    lights=(Lit((0, -0.1, 0.25), 10.0, "#FFC070", 0.3),),
)
def string_lights(rng, colour="#FFD9A0") -> MeshData:
    """Little bulbs on a sagging cord."""
    x = np.linspace(-1.2, 1.2, 25)
    z = 0.48 - 0.38 * np.abs(np.sin(np.pi * (x + 1.2) / 0.8)) * 0.8
    parts = [tube(np.stack([x, np.full(25, 0.03), z], 1), 0.004, PLASTIC, "#3A342E", 5)]
    for k in range(1, 24, 2):
        parts.append(sphere(0.02, BULB, colour, (x[k], 0.02, z[k] - 0.045), 8, 5))
    return joined(parts)
