"""House plants, trees and other green."""

from __future__ import annotations

import numpy as np

from library.geometry.growth import leaf, lumps
from library.geometry.mesh import MeshData, joined, srgb
from library.geometry.shapes import box, cushion, lathe, rod, sheet, tube, turned
from library.props.materials import BARK, CERAMIC, FOLIAGE, GRASS, LEAF, STONE, TERRACOTTA, WOOD
from library.props.model import prop

GOLDEN_ANGLE = 137.508


def tone(colour, rng, spread: float = 0.12) -> np.ndarray:
    """The colour, a little lighter or darker and warmer or cooler, (3,) sRGB."""
    value = 1 + rng.uniform(-spread, spread)
    warm = rng.uniform(-0.03, 0.03)
    return np.clip(srgb(colour) * value + (warm, 0, -warm), 0, 1)


def _pot(radius: float, height: float, colour, material=CERAMIC) -> list[MeshData]:
    profile = [(0, 0), (0.72, 0), (0.97, 0.86), (1.0, 0.88), (1.0, 1.0), (0.9, 1.0), (0.88, 0.88), (0, 0.88)]
    pot = lathe([(r * radius, z * height) for r, z in profile], material, colour, sides=20)
    soil = lathe([(radius * 0.89, height * 0.86), (0, height * 0.91)], STONE, "#3A2A1E", sides=16)
    return [pot, soil]


@prop("plant", (0.9, 0.9, 1.25), synonyms=("house plant", "potted plant", "monstera"))
def plant(rng, colour="#4C8A46", pot="#E4DACA") -> MeshData:
    """A big leafy plant in a pot."""
    parts = _pot(0.19, 0.36, pot)
    for k in range(19):
        a = np.radians(GOLDEN_ANGLE * k)
        rise = 0.35 + 0.75 * (k / 18)
        reach = 0.30 - 0.17 * (k / 18)
        d = np.array([np.cos(a), np.sin(a)])
        tip = np.array([*(d * reach), 0.34 + rise * 0.62])
        parts.append(
            tube(
                [(0.02 * d[0], 0.02 * d[1], 0.3), (*(d * reach * 0.55), 0.34 + rise * 0.42), tip],
                (0.009, 0.007, 0.004),
                LEAF,
                "#5B8A4A",
                5,
            )
        )
        length = rng.uniform(0.22, 0.32) * (1.1 - 0.25 * k / 18)
        blade = leaf(length, length * 0.7, LEAF, tone(colour, rng), rng.uniform(0.5, 0.9), 0.22, 5)
        parts.append(turned(blade, tip, np.degrees(a) - 90, 40 * (k / 18) - 6 + rng.uniform(-10, 10)))
    return joined(parts)


@prop("snake plant", (0.4, 0.4, 0.95), synonyms=("sansevieria", "tall plant"))
def snake_plant(rng, colour="#4F7F52", pot="#C8783F") -> MeshData:
    """Upright sword leaves in a terracotta pot."""
    parts = _pot(0.16, 0.3, pot, TERRACOTTA)
    for k in range(11):
        a = np.radians(GOLDEN_ANGLE * k)
        height = rng.uniform(0.4, 0.66)
        t = np.linspace(0, 1, 6)
        half = 0.034 * (1 - t**3) * (0.7 + 0.6 * t * (1 - t) * 2)
        lean = rng.uniform(0.02, 0.11)
        out = np.stack([np.zeros(6), 0.05 + lean * t**1.5, 0.26 + height * t], 1)
        grid = np.stack(
            [out + np.stack([u * half, 0.015 * abs(u) * np.ones(6), np.zeros(6)], 1) for u in (-1, 0, 1)], 1
        )
        parts.append(sheet(grid, LEAF, tone(colour, rng, 0.2), True).moved(yaw=np.degrees(a)))
    return joined(parts)


@prop("fern", (0.5, 0.5, 0.42), synonyms=("small plant", "desk plant"), mount="surface")
def fern(rng, colour="#6A9A4A", pot="#E9E2D2") -> MeshData:
    """A small bushy plant for a table."""
    parts = _pot(0.09, 0.15, pot)
    for k in range(22):
        length = rng.uniform(0.16, 0.26)
        blade = leaf(length, 0.05, LEAF, tone(colour, rng, 0.18), rng.uniform(0.5, 1.2), 0.1, 4)
        parts.append(turned(blade, (0, 0, 0.13), GOLDEN_ANGLE * k, 20 + 55 * rng.uniform()))
    return joined(parts)


@prop("hanging plant", (0.5, 0.5, 0.95), synonyms=("trailing plant",), mount="ceiling", solid=False)
def hanging_plant(rng, colour="#5E9450", pot="#D9694A") -> MeshData:
    """A trailing plant in a hanging pot."""
    parts = [m.moved((0, 0, 0.42)) for m in _pot(0.12, 0.16, pot)]
    for k in range(3):
        a = 2 * np.pi * k / 3
        parts.append(rod((0.11 * np.cos(a), 0.11 * np.sin(a), 0.57), (0, 0, 0.95), 0.003, CERAMIC, "#E8DCC0", 4))
    for k in range(11):
        a = np.radians(GOLDEN_ANGLE * k)
        drop = rng.uniform(0.15, 0.5)
        for j in range(4):
            t = j / 3
            at = (np.cos(a) * (0.1 + 0.09 * t), np.sin(a) * (0.1 + 0.09 * t), 0.56 - drop * t + 0.03)
            parts.append(
                turned(
                    leaf(0.085, 0.06, LEAF, tone(colour, rng, 0.2), 0.6, 0.2, 2),
                    at,
                    np.degrees(a) - 90 + 50 * (-1) ** j,
                    -35,
                )
            )
    return joined(parts)


@prop("flowers", (0.26, 0.26, 0.4), synonyms=("bouquet", "vase of flowers", "flower vase"), mount="surface")
def flowers(rng, colour="#E2694A", accent="#F2C14E", vase="#7FA3B0") -> MeshData:
    """A vase of flowers."""
    profile = [
        (0, 0),
        (0.045, 0),
        (0.065, 0.06),
        (0.05, 0.13),
        (0.032, 0.17),
        (0.042, 0.2),
        (0.036, 0.2),
        (0.02, 0.16),
        (0, 0.12),
    ]
    parts = [lathe(profile, CERAMIC, vase, sides=16, crease=60)]
    for k in range(9):
        a = np.radians(GOLDEN_ANGLE * k)
        tip = np.array([0.085 * np.cos(a) * (0.3 + k / 9), 0.085 * np.sin(a) * (0.3 + k / 9), 0.37 - 0.008 * k])
        parts.append(rod((0, 0, 0.17), tip, 0.003, LEAF, "#5B8A4A", 4))
        hue = tone(colour if k % 3 else accent, rng, 0.1)
        for j in range(6):
            parts.append(turned(leaf(0.038, 0.03, LEAF, hue, 0.4, 0.1, 2), tip, 60 * j, 25))
        parts.append(
            turned(leaf(0.07, 0.03, LEAF, tone("#5B8A4A", rng), 0.7, 0.2, 2), tip * (0.6, 0.6, 0.8), np.degrees(a))
        )
    return joined(parts)


def _crown(rng, middle, spread, count, colour, detail, cards) -> list[MeshData]:
    """A lumpy crown, lighter towards the light from above, with leaves standing out of it."""
    centres = rng.normal(size=(count, 3))
    centres *= rng.uniform(0.6, 0.8, (count, 1)) / np.linalg.norm(centres, axis=1, keepdims=True)
    radii = np.append(rng.uniform(0.48, 0.64, count), 0.95)
    skin = lumps(np.vstack([centres, (0, 0, 0)]), radii, FOLIAGE, colour, detail, 9.0)
    skin = skin.moved(middle, scale=spread)
    rough = 1 + 0.035 * (
        np.sin(skin.vertices[:, 0] * 9) * np.sin(skin.vertices[:, 1] * 9 + 1) + np.sin(skin.vertices[:, 2] * 11 + 2)
    )
    skin.vertices = (np.asarray(middle) + (skin.vertices - middle) * rough[:, None]).astype(np.float32)
    height = (skin.vertices[:, 2] - skin.vertices[:, 2].min()) / np.ptp(skin.vertices[:, 2])
    base = srgb(colour)
    skin.colors = np.clip(base * (0.66 + 0.42 * height[:, None]) + (0.03, 0.02, 0) * height[:, None], 0, 1).astype(
        np.float32
    )
    normals = skin.normals
    pick = rng.choice(len(skin.vertices), min(cards, len(skin.vertices)), replace=False)
    parts = [skin]
    size = 0.17 * float(np.mean(spread))
    for index in pick:
        n = normals[index]
        blade = leaf(size, size * 0.62, LEAF, tone(skin.colors[index] * 1.08, rng, 0.16), 0.4, 0.15, 2)
        yaw = np.degrees(np.arctan2(n[1], n[0])) - 90 + rng.uniform(-70, 70)
        parts.append(turned(blade, skin.vertices[index] - n * 0.02, yaw, rng.uniform(-50, 15) + 50 * n[2]))
    return parts


@prop("tree", (2.6, 2.6, 4.6), synonyms=("street tree", "leaf tree"), base=(0.5, 0.5))
def tree(rng, colour="#6E9A42", bark="#6B5646", size=(2.6, 2.6, 4.6), cards=260, detail=3) -> MeshData:
    """A round-crowned tree."""
    width, _, height = size
    parts = _crown(rng, (0, 0, height * 0.68), (width * 0.36, width * 0.36, height * 0.21), 11, colour, detail, cards)
    bend = rng.uniform(-0.06, 0.06, 2)
    trunk = [
        (0, 0, 0),
        (0.01, 0, 0.15),
        (bend[0], bend[1], height * 0.25),
        (-bend[0], 0, height * 0.45),
        (0, 0, height * 0.62),
    ]
    parts.append(tube(trunk, (0.18, 0.125, 0.1, 0.085, 0.06), BARK, bark, 10))
    for k in range(3):
        a = 2.1 * k + rng.uniform(0, 1)
        parts.append(
            rod((0, 0, height * 0.42), (0.5 * np.cos(a), 0.5 * np.sin(a), height * 0.58), (0.06, 0.03), BARK, bark, 6)
        )
    return joined(parts)


@prop("poplar", (1.5, 1.5, 5.6), synonyms=("cypress", "slim tree"), base=(0.6, 0.6))
def poplar(rng, colour="#6F9E4E", bark="#6B5646", size=(1.5, 1.5, 5.6), cards=120, detail=3) -> MeshData:
    """A tall slim tree."""
    width, _, height = size
    parts = _crown(rng, (0, 0, height * 0.54), (width * 0.34, width * 0.34, height * 0.38), 12, colour, detail, cards)
    parts.append(rod((0, 0, 0), (0, 0, height * 0.3), (0.13, 0.08), BARK, bark, 8))
    return joined(parts)


@prop("bush", (1.6, 0.9, 0.95), synonyms=("shrub", "hedge plant"))
def bush(rng, colour="#5F9444", size=(1.6, 0.9, 0.95), cards=120) -> MeshData:
    """A round garden bush."""
    width, depth, height = size
    mesh = joined(_crown(rng, (0, 0, height * 0.42), (width * 0.36, depth * 0.36, height * 0.36), 9, colour, 3, cards))
    return mesh


@prop("hedge", (3.0, 0.6, 0.9), synonyms=("green fence",))
def hedge(rng, colour="#4F8040", size=(3.0, 0.6, 0.9)) -> MeshData:
    """A clipped hedge."""
    width, depth, height = size
    block = cushion(size, (0, 0, 0), FOLIAGE, colour, 0.12, 10)
    v = block.vertices
    block.vertices = (v + 0.02 * np.sin(v[:, [1, 2, 0]] * 17 + v * 9)).astype(np.float32)
    block.vertices[:, 2] = np.maximum(block.vertices[:, 2], 0)
    parts = [block]
    for _ in range(int(90 * width / 3)):
        at = (rng.uniform(-0.48, 0.48) * width, rng.choice((-0.49, 0.49)) * depth, rng.uniform(0.1, 0.95) * height)
        parts.append(
            turned(
                leaf(0.09, 0.06, LEAF, tone(colour, rng, 0.25), 0.4, 0.1, 2),
                at,
                0 if at[1] > 0 else 180,
                rng.uniform(-40, 40),
            )
        )
    return joined(parts)


@prop("grass tufts", (4.0, 0.6, 0.16), synonyms=("grass", "tufts"), solid=False)
def grass_tufts(rng, colour="#79A24C", size=(4.0, 0.6, 0.16), count=260) -> MeshData:
    """A strip of grass blades."""
    width, depth, height = size
    x, y = rng.uniform(-0.5, 0.5, (2, count)) * [[width - 0.1], [depth - 0.1]]
    tall = height * rng.uniform(0.5, 1.0, count)
    a = rng.uniform(0, 2 * np.pi, count)
    lean = rng.uniform(0.01, 0.05, count)
    root, side = np.stack([x, y, np.zeros(count)], 1), np.stack([np.cos(a), np.sin(a), 0 * a], 1) * 0.009
    tip = root + np.stack([-np.sin(a) * lean, np.cos(a) * lean, tall], 1)
    vertices = np.stack([root - side, root + side, tip], 1).reshape(-1, 3)
    faces = np.column_stack([np.arange(3 * count).reshape(-1, 3), np.full(count, -1)]).astype(np.int32)
    shade = srgb(colour) * rng.uniform(0.8, 1.15, (count, 1))
    colours = np.clip(np.stack([shade * 0.8, shade * 0.8, shade * 1.1], 1).reshape(-1, 3), 0, 1)
    normals = np.tile((0, -0.35, 0.94), (len(vertices), 1))
    return MeshData.build(vertices, faces, GRASS, colours, True, normals)


@prop("flower box", (1.0, 0.26, 0.36), synonyms=("planter", "window box"), mount="surface")
def flower_box(rng, colour="#8A5A34", accent="#E2694A") -> MeshData:
    """A wooden box of flowers."""
    parts = [
        box((1.0, 0.24, 0.18), (0, 0, 0), WOOD, colour, 0.008),
        box((0.96, 0.2, 0.02), (0, 0, 0.165), STONE, "#3A2A1E", 0.0),
    ]
    for k in range(40):
        at = np.array([rng.uniform(-0.45, 0.45), rng.uniform(-0.08, 0.08), 0.17])
        parts.append(
            turned(
                leaf(rng.uniform(0.12, 0.2), 0.05, LEAF, tone("#5F9444", rng, 0.2), 0.8, 0.1, 2),
                at,
                rng.uniform(0, 360),
                rng.uniform(30, 75),
            )
        )
        if k % 2:
            tip = at + (0, rng.uniform(-0.04, 0.02), rng.uniform(0.08, 0.16))
            for j in range(5):
                parts.append(turned(leaf(0.045, 0.036, LEAF, tone(accent, rng, 0.12), 0.3, 0.1, 2), tip, 72 * j, 20))
    return joined(parts)


@prop("hills", (60.0, 8.0, 7.0), synonyms=("hill", "distant hills", "horizon"), base=(60.0, 6.0))
def hills(rng, colour="#7FA06A", far="#9DB7A6", size=(60.0, 8.0, 7.0)) -> MeshData:
    """Two soft ridges with woods on them, for the end of a view; seen from -y."""
    width, depth, height = size
    x = np.linspace(-width / 2, width / 2, 61)
    parts = []
    for layer, (share, tint) in enumerate(((1.0, far), (0.62, colour))):
        crest = np.zeros(61)
        for wave in range(1, 5):
            crest += np.sin(2 * np.pi * wave * x / width * 1.3 + rng.uniform(0, 6.28)) / wave
        crest = height * share * (0.72 + 0.28 * (crest - crest.min()) / np.ptp(crest))
        crest += 0.05 * height * np.abs(np.sin(x * 2.3 + layer)) * share
        t = np.array([1.0, 0.75, 0.4, 0.0])
        rows = []
        for rise in t:
            y = depth * (0.5 - 0.5 * layer) - depth * 0.5 * (1 - rise)
            rows.append(np.stack([x, np.full(61, y), crest * rise**0.7], 1))
        shade = srgb(tint) * (0.88 + 0.16 * np.repeat(t, 61)[:, None])
        parts.append(sheet(np.stack(rows), FOLIAGE, np.clip(shade, 0, 1)))
    return joined(parts)
