"""Things to sit on."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cushion, cylinder, lathe, rod, tube, turned
from library.props.materials import CLOTH, IRON, LEATHER, METAL, PLASTIC, RUBBER, STONE, WOOD
from library.props.model import Sit, prop

WALNUT = "#6A4128"
OAK = "#B98B58"


def _legs(width: float, depth: float, height: float, colour: str, radius: float = 0.02, splay: float = 0.03):
    """Four tapered legs inside a rectangle, leaning outwards by `splay` metres."""
    out = []
    for x in (-1, 1):
        for y in (-1, 1):
            top = (x * (width / 2 - splay), y * (depth / 2 - splay), height)
            out.append(rod((x * width / 2, y * depth / 2, 0), top, (radius * 0.65, radius), WOOD, colour, 8))
    return out


def _pillow(rng, x, y, z, colour, yaw, size=0.42):
    return cushion((size, 0.15, size), (x, y, z), CLOTH, colour, 0.85, 6, yaw=yaw, tilt=-20 + rng.uniform(-3, 3))


def _sofa(rng, width, depth, places, colour, legs, pillows) -> MeshData:
    arm = 0.2
    inner = width - 2 * arm
    back = depth / 2
    parts = [
        box((width - 0.06, depth - 0.1, 0.2), (0, 0.02, 0.12), CLOTH, colour, 0.04, segments=2),
        box((width - 0.1, 0.2, 0.62), (0, back - 0.12, 0.14), CLOTH, colour, 0.06, segments=2),
        *_legs(width - 0.2, depth - 0.2, 0.13, legs, 0.024, 0.01),
    ]
    for side in (-1, 1):
        parts.append(
            cushion((arm + 0.02, depth - 0.04, 0.5), (side * (width - arm) / 2, 0, 0.13), CLOTH, colour, 0.42, 6)
        )
    share = inner / places
    for k in range(places):
        x = -inner / 2 + (k + 0.5) * share
        parts.append(cushion((share - 0.008, depth - 0.26, 0.19), (x, -0.09, 0.28), CLOTH, colour, 0.3, 7))
        parts.append(cushion((share - 0.012, 0.23, 0.46), (x, back - 0.335, 0.4), CLOTH, colour, 0.48, 7, tilt=-11))
    if pillows:
        tones = list(pillows)
        parts.append(_pillow(rng, -inner / 2 + 0.2, -0.0, 0.455, tones[0], 16))
        if len(tones) > 1:
            parts.append(_pillow(rng, inner / 2 - 0.2, -0.0, 0.455, tones[1], -14, 0.4))
    return joined(parts)


@prop(
    "sofa", (2.2, 0.95, 0.86), synonyms=("long sofa", "couch", "settee"),
    seats=(Sit((-0.5, -0.14), 0.44, kind="sofa", arms=True), Sit((0.5, -0.14), 0.44, kind="sofa", arms=True)),
)  # fmt: skip
def sofa(rng, colour="#B8552F", legs=WALNUT, pillows=("#E6D3A8", "#2F5560")) -> MeshData:
    """A soft sofa for two to three people, with pillows."""
    return _sofa(rng, 2.2, 0.95, 2, colour, legs, pillows)


@prop(
    "short sofa", (1.5, 0.92, 0.86), synonyms=("loveseat", "small sofa", "two-seater"),
    seats=(Sit((0.0, -0.14), 0.44, kind="sofa", arms=True),),
)  # fmt: skip
def short_sofa(rng, colour="#2F5560", legs=WALNUT, pillows=("#E3A93C",)) -> MeshData:
    """A small sofa."""
    return _sofa(rng, 1.5, 0.92, 1, colour, legs, pillows)


@prop(
    "armchair", (0.95, 0.9, 0.9), synonyms=("easy chair", "lounge chair"),
    seats=(Sit((0.0, -0.12), 0.44, kind="sofa", arms=True),),
)  # fmt: skip
def armchair(rng, colour="#E3A93C", legs=WALNUT) -> MeshData:
    """A round-armed easy chair."""
    parts = [
        box((0.8, 0.78, 0.18), (0, 0, 0.14), CLOTH, colour, 0.05, segments=2),
        cushion((0.58, 0.66, 0.2), (0, -0.1, 0.28), CLOTH, colour, 0.35, 7),
        cushion((0.72, 0.24, 0.62), (0, 0.26, 0.28), CLOTH, colour, 0.5, 7, tilt=-10),
        *_legs(0.66, 0.66, 0.15, legs, 0.024, 0.0),
    ]
    for side in (-1, 1):
        parts.append(cushion((0.19, 0.84, 0.44), (side * 0.38, 0.0, 0.16), CLOTH, colour, 0.5, 6))
    return joined(parts)


@prop(
    "dining chair", (0.46, 0.52, 0.92), synonyms=("chair", "wooden chair", "kitchen chair"),
    seats=(Sit((0.0, -0.03), 0.46),),
)  # fmt: skip
def dining_chair(rng, colour=OAK, accent="#C8553D") -> MeshData:
    """A wooden chair with a seat pad and slats."""
    parts = [
        box((0.44, 0.44, 0.035), (0, -0.03, 0.41), WOOD, colour, 0.014),
        cushion((0.4, 0.4, 0.05), (0, -0.03, 0.435), CLOTH, accent, 0.45, 5),
        box((0.44, 0.025, 0.13), (0, 0.205, 0.76), WOOD, colour, 0.012, tilt=-8),
        box((0.4, 0.02, 0.05), (0, 0.19, 0.6), WOOD, colour, 0.008, tilt=-8),
    ]
    for side in (-1, 1):
        parts.append(rod((side * 0.205, -0.235, 0), (side * 0.19, -0.21, 0.42), (0.014, 0.02), WOOD, colour))
        parts.append(rod((side * 0.2, 0.24, 0), (side * 0.2, 0.165, 0.44), (0.014, 0.019), WOOD, colour))
        parts.append(rod((side * 0.2, 0.165, 0.43), (side * 0.2, 0.235, 0.91), (0.019, 0.014), WOOD, colour))
        parts.append(rod((side * 0.2, -0.225, 0.2), (side * 0.2, 0.205, 0.2), 0.01, WOOD, colour, 6))
    return joined(parts)


@prop(
    "office chair", (0.66, 0.66, 1.06), synonyms=("desk chair", "swivel chair", "computer chair"),
    seats=(Sit((0.0, -0.04), 0.48, arms=True),),
)  # fmt: skip
def office_chair(rng, colour="#3B4A5A", accent="#2A2C30") -> MeshData:
    """A swivel chair on castors."""
    parts = [
        cylinder(0.028, 0.3, METAL, "#9AA0A6", (0, 0, 0.1), 10),
        cushion((0.52, 0.5, 0.1), (0, -0.02, 0.4), CLOTH, colour, 0.4, 7),
        cushion((0.48, 0.1, 0.56), (0, 0.22, 0.5), CLOTH, colour, 0.45, 7, tilt=-7),
        box((0.07, 0.03, 0.3), (0, 0.27, 0.36), PLASTIC, accent, 0.01, tilt=-8),
        box((0.3, 0.3, 0.03), (0, 0, 0.38), PLASTIC, accent, 0.01),
    ]
    for k in range(5):
        a = np.radians(90 + 72 * k)
        tip = (0.29 * np.cos(a), 0.29 * np.sin(a), 0.075)
        parts.append(rod((0, 0, 0.11), tip, (0.03, 0.018), PLASTIC, accent, 8))
        parts.append(cylinder(0.03, 0.055, RUBBER, "#1C1D20", (tip[0], tip[1], 0.0), 8, 0.01))
    for side in (-1, 1):
        parts.append(box((0.05, 0.3, 0.03), (side * 0.29, -0.02, 0.66), RUBBER, accent, 0.014, segments=2))
        parts.append(box((0.03, 0.05, 0.26), (side * 0.285, 0.02, 0.41), PLASTIC, accent, 0.01))
    return joined(parts)


@prop(
    "executive chair", (0.72, 0.74, 1.24), synonyms=("main chair", "boss chair", "leather chair"),
    seats=(Sit((0.0, -0.06), 0.49, arms=True),),
)  # fmt: skip
def executive_chair(rng, colour="#5B2F22", accent="#2A2320") -> MeshData:
    """A high-backed leather chair."""
    parts = [
        cylinder(0.03, 0.28, METAL, "#9A8A6A", (0, 0, 0.1), 10),
        cushion((0.56, 0.58, 0.13), (0, -0.03, 0.37), LEATHER, colour, 0.4, 7),
        box((0.5, 0.07, 0.78), (0, 0.285, 0.42), LEATHER, colour, 0.03, tilt=-6, segments=2),
    ]
    for k in range(4):
        parts.append(
            cushion((0.54, 0.12, 0.215), (0, 0.225 + 0.022 * k, 0.45 + 0.19 * k), LEATHER, colour, 0.6, 5, tilt=-6)
        )
    for k in range(5):
        a = np.radians(90 + 72 * k)
        tip = (0.32 * np.cos(a), 0.32 * np.sin(a), 0.08)
        parts.append(rod((0, 0, 0.12), tip, (0.034, 0.02), METAL, "#9A8A6A", 8))
        parts.append(cylinder(0.032, 0.06, RUBBER, "#1C1D20", (tip[0], tip[1], 0.0), 8, 0.01))
    for side in (-1, 1):
        path = [(side * 0.3, 0.2, 0.66), (side * 0.32, 0.0, 0.69), (side * 0.32, -0.2, 0.68), (side * 0.3, -0.24, 0.58),
                (side * 0.27, -0.18, 0.45)]  # fmt: skip
        parts.append(tube(path, 0.027, LEATHER, accent, 8))
    return joined(parts)


@prop("stool", (0.38, 0.38, 0.48), synonyms=("low stool",), surface=0.48, seats=(Sit((0.0, 0.0), 0.47),))
def stool(rng, colour=OAK) -> MeshData:
    """A round wooden stool."""
    parts = [cylinder(0.18, 0.045, WOOD, colour, (0, 0, 0.435), 18, 0.012)]
    for k in range(3):
        a = np.radians(90 + 120 * k)
        parts.append(
            rod(
                (0.18 * np.cos(a), 0.18 * np.sin(a), 0),
                (0.11 * np.cos(a), 0.11 * np.sin(a), 0.44),
                (0.014, 0.02),
                WOOD,
                colour,
            )
        )
    return joined(parts)


@prop("bar stool", (0.42, 0.42, 0.78), synonyms=("counter stool", "high stool"), seats=(Sit((0.0, 0.0), 0.74),))
def bar_stool(rng, colour="#C8553D", legs="#2E2B2A") -> MeshData:
    """A high padded stool."""
    parts = [
        cushion((0.4, 0.4, 0.09), (0, 0, 0.69), LEATHER, colour, 0.7, 6),
        cylinder(0.17, 0.02, IRON, legs, (0, 0, 0.675), 16),
    ]
    ring = [(0.18 * np.cos(a), 0.18 * np.sin(a), 0.26) for a in np.linspace(0, 2 * np.pi, 17)[:-1]]
    parts.append(tube(ring, 0.01, IRON, legs, 6, closed=True))
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(rod((x * 0.165, y * 0.165, 0), (x * 0.1, y * 0.1, 0.68), 0.012, IRON, legs, 6))
    return joined(parts)


@prop(
    "bench", (1.5, 0.58, 0.84), synonyms=("park bench", "street bench"),
    seats=(Sit((0.0, -0.06), 0.45, kind="bench", arms=True), Sit((-0.42, -0.06), 0.45, kind="bench", arms=True)),
)  # fmt: skip
def bench(rng, colour="#9A7250", accent="#2C3A3C") -> MeshData:
    """A wooden park bench with iron sides."""
    parts = []
    for k in range(4):
        parts.append(box((1.5, 0.092, 0.034), (0, -0.235 + 0.108 * k, 0.415 - 0.004 * k), WOOD, colour, 0.01))
    for k in range(3):
        parts.append(box((1.5, 0.032, 0.095), (0, 0.185 + 0.026 * k, 0.5 + 0.115 * k), WOOD, colour, 0.01, tilt=-12))
    for side in (-1, 1):
        x = side * 0.66
        foot = [(x, -0.25, 0.0), (x, -0.24, 0.22), (x, -0.2, 0.395), (x, 0.0, 0.395), (x, 0.15, 0.39)]
        rear = [(x, 0.28, 0.0), (x, 0.2, 0.22), (x, 0.175, 0.4), (x, 0.215, 0.6), (x, 0.275, 0.82)]
        arm = [(x, -0.2, 0.4), (x, -0.25, 0.52), (x, -0.23, 0.63), (x, 0.0, 0.66), (x, 0.215, 0.62)]
        parts += [tube(p, 0.02, IRON, accent, 8) for p in (foot, rear, arm)]
    return joined(parts)


@prop("wooden crate seat", (0.5, 0.4, 0.42), synonyms=("crate",), surface=0.42, seats=(Sit((0.0, 0.0), 0.42),))
def crate(rng, colour="#B08A5A") -> MeshData:
    """A slatted wooden crate."""
    parts = [box((0.46, 0.36, 0.39), (0, 0, 0.01), WOOD, "#4A3626", 0.0)]
    for k in range(3):
        z = 0.01 + 0.14 * k
        for y in (-1, 1):
            parts.append(box((0.5, 0.018, 0.118), (0, y * 0.19, z), WOOD, colour, 0.004))
        for x in (-1, 1):
            parts.append(box((0.018, 0.36, 0.118), (x * 0.24, 0, z), WOOD, colour, 0.004))
    for k in range(4):
        parts.append(box((0.5, 0.094, 0.018), (0, -0.15 + 0.1 * k, 0.402), WOOD, colour, 0.004))
    return joined(parts)


@prop("bean bag", (0.9, 0.9, 0.7), synonyms=("beanbag", "sitting bag"), seats=(Sit((0.0, -0.06), 0.34, kind="sofa"),))
def bean_bag(rng, colour="#5E6FA3") -> MeshData:
    """A sagging bag to sink into."""
    profile = [
        (0, 0),
        (0.36, 0.0),
        (0.44, 0.08),
        (0.45, 0.2),
        (0.4, 0.34),
        (0.3, 0.46),
        (0.16, 0.58),
        (0.07, 0.66),
        (0, 0.68),
    ]
    bag = lathe(profile, CLOTH, colour, sides=20, crease=80)
    bulge = 1 + 0.04 * np.sin(3 * np.arctan2(bag.vertices[:, 1], bag.vertices[:, 0]))
    bag.vertices[:, :2] *= bulge[:, None].astype(np.float32) / 1.03
    bag.vertices[:, 1] += (0.22 * np.clip(bag.vertices[:, 2] - 0.3, 0, 1) ** 1.5).astype(np.float32)
    return bag


@prop(
    "pouf",
    (0.55, 0.55, 0.4),
    synonyms=("ottoman", "footstool"),
    surface=0.4,
    seats=(Sit((0.0, 0.0), 0.37, kind="sofa"),),
)
def pouf(rng, colour="#C98A5A") -> MeshData:
    """A round upholstered footstool."""
    profile = [(0, 0), (0.22, 0), (0.265, 0.06), (0.275, 0.2), (0.26, 0.33), (0.2, 0.385), (0, 0.4)]
    return joined([lathe(profile, CLOTH, colour, sides=20, crease=80)])


@prop(
    "stone bench", (1.5, 0.45, 0.45), synonyms=("low wall",), surface=0.45, seats=(Sit((0.0, 0.0), 0.45, kind="bench"),)
)
def stone_bench(rng, colour="#B9AE9E") -> MeshData:
    """A slab of stone on two blocks."""
    slab = box((1.5, 0.45, 0.1), (0, 0, 0.35), STONE, colour, 0.02, segments=2)
    return joined([slab, *(box((0.25, 0.36, 0.35), (s * 0.5, 0, 0), STONE, colour, 0.02) for s in (-1, 1))])


@prop("folding chair", (0.46, 0.5, 0.82), synonyms=("metal chair",), seats=(Sit((0.0, -0.04), 0.45),))
def folding_chair(rng, colour="#5B6C6A", accent="#8A8F92") -> MeshData:
    """A plain steel folding chair."""
    parts = [
        turned(box((0.4, 0.38, 0.025), (0, -0.04, 0.43), IRON, colour, 0.01)),
        box((0.4, 0.02, 0.2), (0, 0.2, 0.6), IRON, colour, 0.008, tilt=-8),
    ]
    for side in (-1, 1):
        parts.append(rod((side * 0.21, -0.23, 0), (side * 0.21, 0.23, 0.82), 0.012, METAL, accent, 6))
        parts.append(rod((side * 0.185, 0.24, 0), (side * 0.185, -0.14, 0.44), 0.012, METAL, accent, 6))
    return joined(parts)
