"""Crockery and food: small things that rest on tables."""

from __future__ import annotations

import numpy as np

from library.geometry.growth import leaf
from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cup, cylinder, lathe, rod, sphere, tube, turned
from library.props.materials import CERAMIC, FOOD, GLASS, LEAF, METAL, PAPER, PLASTIC, WOOD
from library.props.model import prop

STEEL = "#C4C8CA"


@prop(
    "mug",
    (0.12, 0.085, 0.095),
    synonyms=("coffee mug", "cup", "coffee cup", "tea cup", "coffee", "tea"),
    mount="surface",
)
def mug(rng, colour="#C8553D", drink="#5A3522") -> MeshData:
    """A mug with a handle, full."""
    t = np.linspace(-1.4, 1.4, 9)
    handle = np.stack([0.034 + 0.028 * np.cos(t), np.zeros(9), 0.048 + 0.028 * np.sin(t)], 1)
    body = [cup(0.042, 0.095, CERAMIC, colour, (0, 0, 0), 0.86), tube(handle, 0.006, CERAMIC, colour, 6)]
    body.append(lathe([(0.037, 0.08), (0, 0.08)], FOOD, drink, sides=16))
    return joined(body).moved((-0.013, 0, 0))


@prop("glass", (0.075, 0.075, 0.13), synonyms=("water glass", "tumbler", "drink", "glass of water"), mount="surface")
def glass(rng, colour="#F1F6F6", drink="#CFE6EC") -> MeshData:
    """A tumbler with something in it."""
    return joined(
        [
            cup(0.0375, 0.13, GLASS, colour, (0, 0, 0), 0.8, 0.003, 14),
            cylinder(0.029, 0.075, GLASS, drink, (0, 0, 0.008), 12, 0.0),
        ]
    )


@prop("wine glass", (0.08, 0.08, 0.2), synonyms=("goblet",), mount="surface")
def wine_glass(rng, colour="#F1F6F6", drink="#7A2334") -> MeshData:
    """A wine glass, half full."""
    profile = [
        (0, 0),
        (0.035, 0),
        (0.033, 0.004),
        (0.005, 0.01),
        (0.005, 0.09),
        (0.03, 0.12),
        (0.04, 0.15),
        (0.033, 0.2),
        (0.031, 0.2),
        (0.037, 0.15),
        (0.028, 0.122),
        (0, 0.1),
    ]
    wine = lathe([(0, 0.104), (0.027, 0.123), (0.035, 0.148), (0, 0.148)], FOOD, drink, sides=14)
    return joined([lathe(profile, GLASS, colour, sides=14, crease=60), wine])


@prop("bottle", (0.08, 0.08, 0.31), synonyms=("wine bottle", "wine"), mount="surface")
def bottle(rng, colour="#3F5F45", label="#F0E4C8") -> MeshData:
    """A bottle with a label."""
    profile = [
        (0, 0),
        (0.038, 0),
        (0.04, 0.008),
        (0.04, 0.18),
        (0.014, 0.24),
        (0.013, 0.29),
        (0.016, 0.295),
        (0.016, 0.31),
        (0, 0.31),
    ]
    return joined(
        [
            lathe(profile, CERAMIC, colour, sides=16, crease=50),
            lathe([(0.0405, 0.05), (0.0405, 0.14)], PAPER, label, sides=16),
        ]
    )


@prop("plate", (0.26, 0.26, 0.022), synonyms=("dish plate", "dinner plate"), mount="surface", surface=0.012)
def plate(rng, colour="#F1EBDD") -> MeshData:
    """A dinner plate."""
    return lathe(
        [(0, 0), (0.07, 0), (0.075, 0.004), (0.13, 0.02), (0.128, 0.022), (0.08, 0.012), (0, 0.01)],
        CERAMIC,
        colour,
        sides=24,
        crease=30,
    )


@prop("place setting", (0.42, 0.32, 0.03), synonyms=("table setting", "cutlery"), mount="surface")
def place_setting(rng, colour="#F1EBDD", mat="#8FB5B0") -> MeshData:
    """A plate with knife and fork on a mat."""
    parts = [
        box((0.42, 0.32, 0.005), (0, 0, 0), PAPER, mat, 0.002),
        lathe(
            [(0, 0.005), (0.07, 0.005), (0.12, 0.022), (0.118, 0.024), (0.075, 0.013), (0, 0.012)],
            CERAMIC,
            colour,
            sides=22,
            crease=30,
        ),
        lathe([(0.065, 0.0135), (0.03, 0.03), (0, 0.03)], FOOD, "#C98A3A", sides=12, crease=60),
    ]
    for x, w in ((-0.165, 0.022), (0.16, 0.018)):
        parts.append(box((w, 0.06, 0.004), (x, 0.05, 0.005), METAL, STEEL, 0.001))
        parts.append(box((0.01, 0.13, 0.004), (x, -0.04, 0.005), METAL, STEEL, 0.001))
    return joined(parts)


@prop("fruit bowl", (0.32, 0.32, 0.19), synonyms=("fruit", "bowl of fruit", "apples"), mount="surface")
def fruit_bowl(rng, colour="#2F5D62") -> MeshData:
    """A bowl of apples, oranges and lemons."""
    profile = [(0, 0), (0.07, 0), (0.075, 0.01), (0.13, 0.05), (0.16, 0.1), (0.153, 0.1), (0.12, 0.052), (0, 0.025)]
    parts = [lathe(profile, CERAMIC, colour, sides=22, crease=60)]
    tones = ("#C8452F", "#E0892E", "#E8C23A", "#8FA83F")
    for k in range(7):
        ring, z = (0.078, 0.05) if k < 5 else (0.035, 0.105)
        a = 2 * np.pi * k / 5
        parts.append(sphere(0.042, FOOD, tones[k % 4], (ring * np.cos(a), ring * np.sin(a), z), 12, 7))
        parts.append(
            rod(
                (ring * np.cos(a), ring * np.sin(a), z + 0.08),
                (ring * np.cos(a) + 0.006, ring * np.sin(a), z + 0.098),
                0.003,
                WOOD,
                "#5A3A24",
                4,
            )
        )
    return joined(parts)


@prop("apple", (0.08, 0.08, 0.09), synonyms=(), mount="surface")
def apple(rng, colour="#C8452F") -> MeshData:
    """An apple."""
    profile = [
        (0, 0.006),
        (0.012, 0),
        (0.024, 0.008),
        (0.034, 0.022),
        (0.039, 0.036),
        (0.04, 0.05),
        (0.036, 0.064),
        (0.026, 0.075),
        (0.014, 0.078),
        (0.006, 0.074),
        (0, 0.068),
    ]
    return joined(
        [
            lathe(profile, FOOD, colour, sides=14, crease=70),
            rod((0, 0, 0.066), (0.008, 0, 0.09), 0.003, WOOD, "#5A3A24", 4),
        ]
    )


@prop("pot", (0.34, 0.25, 0.2), synonyms=("cooking pot", "saucepan", "stockpot"), mount="surface", surface=0.2)
def pot(rng, colour="#B5473A") -> MeshData:
    """A pot with a lid."""
    parts = [cylinder(0.12, 0.14, CERAMIC, colour, sides=20, bevel=0.012)]
    parts.append(lathe([(0, 0.14), (0.124, 0.14), (0.12, 0.152), (0.05, 0.172), (0, 0.176)], CERAMIC, colour, sides=20))
    parts.append(sphere(0.016, METAL, STEEL, (0, 0, 0.17), 8, 6))
    for s in (-1, 1):
        parts.append(
            tube(
                [(s * 0.115, -0.035, 0.1), (s * 0.16, -0.03, 0.105), (s * 0.16, 0.03, 0.105), (s * 0.115, 0.035, 0.1)],
                0.01,
                CERAMIC,
                colour,
                6,
            )
        )
    return joined(parts)


@prop("frying pan", (0.26, 0.5, 0.07), synonyms=("pan", "skillet"), mount="surface")
def frying_pan(rng, colour="#2B2D30") -> MeshData:
    """A pan with a wooden handle."""
    bowl = lathe(
        [(0, 0), (0.1, 0), (0.13, 0.045), (0.126, 0.045), (0.097, 0.006), (0, 0.006)], METAL, colour, (0, 0.12, 0), 20
    )
    return joined([bowl, rod((0, 0.0, 0.04), (0, -0.25, 0.062), (0.013, 0.009), WOOD, "#8A5A34", 8)])


@prop("chopping board", (0.42, 0.28, 0.09), synonyms=("cutting board",), mount="surface")
def chopping_board(rng, colour="#C49A66") -> MeshData:
    """A board with a loaf, a tomato and a knife."""
    loaf = sphere((0.12, 0.055, 0.037), FOOD, "#C48A4A", (-0.07, 0.03, 0.018), 16, 8)
    return joined(
        [
            box((0.42, 0.28, 0.02), (0, 0, 0), WOOD, colour, 0.006),
            loaf,
            sphere(0.03, FOOD, "#C8452F", (0.13, 0.06, 0.018), 12, 7),
            sphere(0.026, FOOD, "#8FA83F", (0.16, -0.01, 0.018), 12, 7),
            box((0.2, 0.028, 0.003), (0.0, -0.09, 0.02), METAL, STEEL, 0.0, yaw=8),
            box((0.11, 0.022, 0.014), (-0.15, -0.11, 0.02), WOOD, "#4A2C1A", 0.004, yaw=8),
        ]
    )


@prop("cake", (0.3, 0.3, 0.24), synonyms=("birthday cake", "pie"), mount="surface")
def cake(rng, colour="#F3DCC0", accent="#C8557A") -> MeshData:
    """A cake on a stand."""
    stand = [(0, 0), (0.08, 0), (0.075, 0.01), (0.02, 0.03), (0.02, 0.08), (0.15, 0.09), (0.15, 0.1), (0, 0.1)]
    parts = [
        lathe(stand, CERAMIC, "#F1EBDD", sides=22, crease=30),
        cylinder(0.12, 0.09, FOOD, colour, (0, 0, 0.1), 22, 0.012),
        cylinder(0.122, 0.025, FOOD, accent, (0, 0, 0.168), 22, 0.01),
    ]
    for k in range(8):
        a = 2 * np.pi * k / 8
        parts.append(sphere(0.022, FOOD, "#C8452F", (0.09 * np.cos(a), 0.09 * np.sin(a), 0.19), 8, 6))
    return joined(parts)


@prop("teapot", (0.28, 0.18, 0.2), synonyms=("tea pot",), mount="surface")
def teapot(rng, colour="#E3A93C") -> MeshData:
    """A round teapot."""
    body = [
        (0, 0),
        (0.05, 0),
        (0.085, 0.05),
        (0.09, 0.08),
        (0.065, 0.135),
        (0.035, 0.15),
        (0.03, 0.165),
        (0.012, 0.17),
        (0.016, 0.19),
        (0, 0.2),
    ]
    t = np.linspace(-1.3, 1.3, 9)
    return joined(
        [
            lathe(body, CERAMIC, colour, sides=18, crease=60),
            tube(
                [(0.07, 0, 0.06), (0.11, 0, 0.08), (0.13, 0, 0.13), (0.15, 0, 0.14)],
                (0.02, 0.016, 0.012, 0.01),
                CERAMIC,
                colour,
                8,
            ),
            tube(
                np.stack([-0.075 - 0.045 * np.cos(t), np.zeros(9), 0.09 + 0.045 * np.sin(t)], 1),
                0.008,
                CERAMIC,
                colour,
                6,
            ),
        ]
    ).moved((-0.012, 0, 0))


@prop("jar", (0.11, 0.11, 0.18), synonyms=("storage jar", "cookie jar"), mount="surface")
def jar(rng, colour="#E6D3A8", lid="#B98B58") -> MeshData:
    """A storage jar with a wooden lid."""
    return joined(
        [
            cylinder(0.054, 0.15, CERAMIC, colour, sides=16, bevel=0.01),
            cylinder(0.05, 0.03, WOOD, lid, (0, 0, 0.15), 16, 0.006),
        ]
    )


@prop("herbs", (0.18, 0.18, 0.26), synonyms=("basil", "herb pot"), mount="surface")
def herbs(rng, colour="#5E9A45", pot="#C8783F") -> MeshData:
    """A pot of kitchen herbs."""
    parts = [lathe([(0, 0), (0.05, 0), (0.065, 0.1), (0.07, 0.1), (0.07, 0.12), (0, 0.115)], CERAMIC, pot, sides=16)]
    for k in range(26):
        a, z = 137.5 * k, 0.12 + 0.12 * (k / 25)
        reach = 0.05 * (1 - 0.5 * k / 25)
        at = (reach * np.cos(np.radians(a)), reach * np.sin(np.radians(a)), z)
        parts.append(rod((0, 0, 0.1), at, 0.002, LEAF, colour, 4))
        parts.append(turned(leaf(0.06, 0.045, LEAF, colour, 0.6, 0.2, 2), at, a - 90, rng.uniform(-10, 40)))
    return joined(parts)


@prop("newspaper roll", (0.34, 0.08, 0.07), synonyms=("rolled newspaper",), mount="surface")
def newspaper_roll(rng, colour="#E6E0D0") -> MeshData:
    """A rolled newspaper in a band."""
    return joined(
        [
            rod((-0.17, 0, 0.035), (0.17, 0, 0.035), 0.035, PAPER, colour, 14),
            rod((-0.02, 0, 0.035), (0.02, 0, 0.035), 0.0365, PLASTIC, "#C8553D", 14),
        ]
    )
