"""Kitchen fittings: cupboards, cookers, tables and racks."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, rod, tube
from library.props.materials import (
    BULB,
    CERAMIC,
    GLASS,
    IRON,
    MARBLE,
    METAL,
    PAINT,
    PANE,
    PLASTIC,
    RUBBER,
    WOOD,
)
from library.props.model import Lit, prop

STEEL = "#C4C8CA"
BRASS = "#C79A4B"


def _cabinet(width, depth, height, colour, doors, drawers, metal=BRASS, plinth=0.09) -> list[MeshData]:
    """A box with a front of doors and drawers facing -y, handles on them, without a top."""
    parts = [
        box((width, depth - 0.03, height - plinth), (0, 0.015, plinth), PAINT, colour, 0.0),
        box((width, depth - 0.1, plinth), (0, 0.03, 0), PAINT, "#3A3531", 0.0),
    ]
    front = -depth / 2 + 0.012
    top = height - 0.012
    if drawers:
        each = 0.17
        for k in range(drawers):
            x = -width / 2 + width / drawers * (k + 0.5)
            parts.append(box((width / drawers - 0.012, 0.024, each), (x, front, top - each), PAINT, colour, 0.007))
            parts.append(box((0.13, 0.022, 0.014), (x, front - 0.02, top - each / 2), METAL, metal, 0.006))
        top -= each + 0.012
    for k in range(doors):
        x = -width / 2 + width / doors * (k + 0.5)
        w, h = width / doors - 0.012, top - plinth - 0.012
        parts.append(box((w, 0.022, h), (x, front, plinth + 0.006), PAINT, colour, 0.007))
        rim = 0.065
        for dx in (-1, 1):
            parts.append(
                box(
                    (rim, 0.012, h - 0.01),
                    (x + dx * (w - rim) / 2, front - 0.014, plinth + 0.011),
                    PAINT,
                    colour,
                    0.005,
                )
            )
        for z in (plinth + 0.011, plinth + h - rim):
            parts.append(box((w - 2 * rim, 0.012, rim), (x, front - 0.014, z), PAINT, colour, 0.005))
        grip = x + (w / 2 - 0.035) * (1 if k % 2 == 0 and doors > 1 else -1)
        parts.append(box((0.014, 0.024, 0.13), (grip, front - 0.03, plinth + h * 0.66), METAL, metal, 0.006))
    return parts


@prop("kitchen counter", (1.8, 0.64, 0.9), synonyms=("kitchen unit", "worktop", "kitchen cupboard"), surface=0.9)
def kitchen_counter(rng, colour="#5E8C86", top="#D9B98A", size=(1.8, 0.64, 0.9), metal=BRASS) -> MeshData:
    """A row of base cabinets under a worktop."""
    width, depth, height = size
    doors = max(1, round(width / 0.6))
    parts = _cabinet(width, depth - 0.02, height - 0.04, colour, doors, doors, metal)
    parts.append(box((width, depth, 0.04), (0, 0, height - 0.04), WOOD, top, 0.008, segments=2))
    return joined(parts)


@prop("kitchen sink", (1.2, 0.64, 1.24), synonyms=("sink", "sink unit"), surface=0.9)
def kitchen_sink(rng, colour="#5E8C86", top="#D9B98A", metal=BRASS) -> MeshData:
    """A base cabinet with a sink and tap."""
    parts = _cabinet(1.2, 0.62, 0.86, colour, 2, 0, metal)
    for x, w in ((-0.52, 0.16), (0.46, 0.28)):
        parts.append(box((w, 0.64, 0.04), (x, 0, 0.86), WOOD, top, 0.006))
    for y, d in ((-0.27, 0.1), (0.26, 0.12)):
        parts.append(box((0.76, d, 0.04), (-0.06, y, 0.86), WOOD, top, 0.006))
    parts.append(box((0.78, 0.46, 0.02), (-0.06, -0.01, 0.845), CERAMIC, "#B9BFC2", 0.0))
    for x in (-0.43, 0.31):
        parts.append(box((0.025, 0.44, 0.05), (x, -0.01, 0.86), CERAMIC, "#EDEBE4", 0.01))
    for y in (-0.22, 0.2):
        parts.append(box((0.76, 0.025, 0.05), (-0.06, y, 0.86), CERAMIC, "#EDEBE4", 0.01))
    t = np.linspace(0, np.pi, 9)
    spout = [
        (-0.06, 0.26, 0.9),
        *np.stack([np.full(9, -0.06), 0.16 + 0.1 * np.cos(t), 1.13 + 0.1 * np.sin(t)], 1),
        (-0.06, 0.06, 1.08),
    ]
    parts.append(tube(spout, 0.013, METAL, STEEL, 8))
    parts.append(rod((0.03, 0.26, 0.9), (0.03, 0.26, 0.97), 0.014, METAL, STEEL, 8))
    return joined(parts)


@prop("stove", (0.62, 0.66, 0.93), synonyms=("cooker", "oven", "range"), surface=0.92)
def stove(rng, colour="#E9E4DA", accent="#2B2D30", size=(0.62, 0.66, 0.93)) -> MeshData:
    """A cooker with four burners and an oven."""
    width, depth, height = size
    parts = [
        box((width, depth - 0.04, height - 0.06), (0, 0.02, 0.03), PAINT, colour, 0.012),
        box((width - 0.02, depth - 0.06, 0.02), (0, 0.01, height - 0.045), IRON, accent, 0.004),
        box((width - 0.1, 0.03, 0.4), (0, -depth / 2 + 0.02, 0.22), PANE, "#3A4146", 0.014),
        rod(
            (-width / 2 + 0.08, -depth / 2 + 0.012, 0.67),
            (width / 2 - 0.08, -depth / 2 + 0.012, 0.67),
            0.012,
            METAL,
            STEEL,
            8,
        ),
        box((width, 0.03, 0.04), (0, depth / 2 - 0.03, height - 0.04), PAINT, colour, 0.006),
    ]
    count = max(2, round(width / 0.31))
    for k in range(count):
        x = -width / 2 + width * (k + 0.5) / count
        for y in (-0.14, 0.15):
            ring = [
                (x + 0.095 * np.cos(a), y + 0.095 * np.sin(a), height - 0.018)
                for a in np.linspace(0, 2 * np.pi, 17)[:-1]
            ]
            parts.append(tube(ring, 0.008, IRON, "#17181A", 5, closed=True))
            parts.append(cylinder(0.04, 0.014, IRON, "#17181A", (x, y, height - 0.026), 12))
    for k in range(5):
        x = -width / 2 + width * (k + 0.5) / 5
        parts.append(rod((x, -depth / 2 + 0.045, 0.78), (x, -depth / 2 + 0.005, 0.78), 0.022, PLASTIC, accent, 10))
    return joined(parts)


@prop("fridge", (0.78, 0.72, 1.85), synonyms=("refrigerator", "icebox"), surface=1.85)
def fridge(rng, colour="#D96B4A", metal=STEEL) -> MeshData:
    """A rounded retro fridge with magnets and a note."""
    parts = [
        box((0.78, 0.64, 1.8), (0, 0.04, 0.04), CERAMIC, colour, 0.07, segments=2),
        box((0.74, 0.07, 0.52), (0, -0.305, 1.28), CERAMIC, colour, 0.03, segments=2),
        box((0.74, 0.07, 1.16), (0, -0.305, 0.1), CERAMIC, colour, 0.03, segments=2),
        box((0.6, 0.5, 0.05), (0, 0, 0), RUBBER, "#2A2C2E", 0.01),
        box((0.4, 0.4, 0.012), (0, 0.05, 1.838), CERAMIC, colour, 0.004),
    ]
    for z, tall in ((1.36, 0.26), (0.86, 0.32)):
        parts.append(
            tube(
                [(-0.3, -0.33, z), (-0.3, -0.352, z + 0.02), (-0.3, -0.352, z + tall - 0.02), (-0.3, -0.33, z + tall)],
                0.012,
                METAL,
                metal,
                8,
            )
        )
    for x, z, w, h, tone in (
        (0.1, 1.42, 0.14, 0.18, "#F4ECDC"),
        (0.24, 1.5, 0.07, 0.07, "#F2C14E"),
        (-0.02, 0.98, 0.12, 0.09, "#8FB5B0"),
    ):
        parts.append(box((w, 0.004, h), (x, -0.3415, z), PLASTIC, tone, 0.0, roll=4))
    return joined(parts)


@prop(
    "cooker hood",
    (0.8, 0.5, 0.85),
    synonyms=("extractor", "range hood"),
    mount="wall",
    solid=False,
    lights=(Lit((0, -0.05, -0.02), 14.0, "#FFE0B0", 0.1),),
)
def cooker_hood(rng, colour="#C9A66A", size=(0.8, 0.5, 0.85)) -> MeshData:
    """A flared hood with a chimney."""
    width, depth, height = size
    flare = lathe([(0, 0.05), (0.7071, 0.05), (0.7071, 0.08), (0.24, 0.4), (0, 0.4)], PAINT, colour, sides=4)
    a = np.radians(45)
    turn = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    flare.vertices = (flare.vertices @ turn.T * (width, depth, 1)).astype(np.float32)
    flare.normals = None
    flare.smooth[:] = False
    return joined(
        [
            flare,
            box((width * 0.34, depth * 0.36, height - 0.38), (0, 0, 0.38), PAINT, colour, 0.006),
            box((width, depth, 0.055), (0, 0, 0), METAL, STEEL, 0.008),
            box((width * 0.5, 0.1, 0.006), (0, 0, -0.004), BULB, "#FFE9C4", 0.0),
        ]
    )


@prop("wall cupboard", (1.2, 0.36, 0.72), synonyms=("cupboard", "kitchen cabinet", "wall cabinet"), mount="wall")
def wall_cupboard(rng, colour="#5E8C86", size=(1.2, 0.36, 0.72), metal=BRASS) -> MeshData:
    """A hanging kitchen cupboard."""
    width, depth, height = size
    return joined(_cabinet(width, depth, height, colour, max(1, round(width / 0.55)), 0, metal, 0.0)).moved(
        (0, 0.017, 0)
    )


@prop("kitchen island", (2.0, 0.9, 0.92), synonyms=("island", "prep table"), surface=0.92)
def kitchen_island(rng, colour="#E4D3B4", top="#EDE8DF", size=(2.0, 0.9, 0.92)) -> MeshData:
    """A free-standing block with a stone top and drawers."""
    width, depth, height = size
    parts = _cabinet(width - 0.1, depth - 0.16, height - 0.04, colour, 3, 3)
    parts.append(box((width, depth, 0.045), (0, 0, height - 0.045), MARBLE, top, 0.01, segments=2))
    return joined(parts)


@prop("steel table", (1.8, 0.75, 0.9), synonyms=("prep counter", "stainless table"), surface=0.9)
def steel_table(rng, colour=STEEL, size=(1.8, 0.75, 0.9)) -> MeshData:
    """A professional kitchen's steel table with a shelf of pans below."""
    width, depth, height = size
    parts = [
        box((width, depth, 0.04), (0, 0, height - 0.04), METAL, colour, 0.008),
        box((width - 0.1, depth - 0.1, 0.025), (0, 0, 0.24), METAL, colour, 0.005),
    ]
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(
                rod(
                    (x * (width / 2 - 0.06), y * (depth / 2 - 0.06), 0),
                    (x * (width / 2 - 0.06), y * (depth / 2 - 0.06), height - 0.03),
                    0.02,
                    METAL,
                    colour,
                    8,
                )
            )
    for k in range(int(width / 0.45)):
        x = -width / 2 + 0.35 + 0.45 * k
        tone = ("#B8694A", "#C4C8CA", "#3A3D40")[k % 3]
        parts.append(cylinder(0.14, 0.15 + 0.04 * (k % 2), METAL, tone, (x, 0, 0.265), 16, 0.01))
    return joined(parts)


@prop("pot rack", (1.4, 0.43, 0.61), synonyms=("hanging pots", "pan rack"), mount="ceiling", solid=False)
def pot_rack(rng, colour="#3A3531") -> MeshData:
    """Copper pots and pans on a hanging rail."""
    parts = [rod((x * 0.6, 0, 0.5), (x * 0.6, 0, 0.75), 0.008, IRON, colour, 6) for x in (-1, 1)]
    parts += [rod((-0.7, y, 0.5), (0.7, y, 0.5), 0.012, IRON, colour, 6) for y in (-0.18, 0.18)]
    parts += [rod((x, -0.2, 0.5), (x, 0.2, 0.5), 0.012, IRON, colour, 6) for x in (-0.6, 0.6)]
    for k in range(6):
        x, r = -0.56 + 0.224 * k, (0.1, 0.075, 0.12, 0.085, 0.11, 0.07)[k]
        y = 0.18 if k % 2 else -0.18
        drop = 0.5 - r * 2 - 0.12
        pan = lathe(
            [(0, 0), (r * 0.9, 0), (r, 0.05), (r - 0.005, 0.05), (r * 0.86, 0.006), (0, 0.006)],
            METAL,
            "#C07850",
            sides=16,
        )
        parts.append(pan.moved(matrix=np.array([[1, 0, 0, x], [0, 0, -1, y], [0, 1, 0, drop + r], [0, 0, 0, 1.0]])))
        parts.append(rod((x, y, drop + 2 * r - 0.01), (x, y, 0.49), 0.008, IRON, colour, 6))
    return joined(parts)


@prop("bar counter", (2.6, 0.7, 1.08), synonyms=("bar", "drinks counter", "coffee counter"), surface=1.08)
def bar_counter(rng, colour="#3F5F57", top="#B98B58", metal=BRASS, size=(2.6, 0.7, 1.08)) -> MeshData:
    """A panelled bar with a foot rail."""
    width, depth, height = size
    parts = [
        box((width, depth, 0.05), (0, 0, height - 0.05), WOOD, top, 0.016, segments=2),
        box((width - 0.1, depth - 0.24, height - 0.05), (0, 0.06, 0), PAINT, colour, 0.006),
        rod(
            (-width / 2 + 0.1, -depth / 2 + 0.08, 0.2), (width / 2 - 0.1, -depth / 2 + 0.08, 0.2), 0.02, METAL, metal, 8
        ),
    ]
    count = max(2, int(width / 0.55))
    for k in range(count):
        x = -width / 2 + 0.05 + (width - 0.1) * (k + 0.5) / count
        w, y = (width - 0.1) / count - 0.1, -depth / 2 + 0.175
        for z in (0.14, height - 0.24):
            parts.append(box((w, 0.03, 0.05), (x, y, z), PAINT, colour, 0.008))
        for s in (-1, 1):
            parts.append(box((0.05, 0.03, height - 0.33), (x + s * (w / 2 - 0.025), y, 0.14), PAINT, colour, 0.008))
    return joined(parts)


@prop(
    "bottle shelf", (1.8, 0.3, 1.5), synonyms=("drinks shelf", "wine shelf", "liquor shelf"), mount="wall", solid=False
)
def bottle_shelf(rng, colour="#6A4128", size=(1.8, 0.3, 1.5)) -> MeshData:
    """Wall boards with bottles, jars and glasses."""
    width, depth, height = size
    parts = [box((width, 0.02, height), (0, depth / 2 - 0.01, 0), WOOD, colour, 0.0)]
    tones = ("#4F6B45", "#7A3B2E", "#2F5D62", "#C79A4B", "#E6DCC4", "#8A3B5C", "#D9A12E")
    rows = 3
    for row in range(rows):
        z = row * height / rows
        parts.append(box((width, depth - 0.02, 0.03), (0, -0.01, z), WOOD, colour, 0.006))
        x = -width / 2 + 0.07
        while x < width / 2 - 0.06:
            tone = tones[rng.integers(len(tones))]
            kind = rng.integers(3)
            at = (x, 0.0, z + 0.03)
            if kind == 0:
                bottle = [(0, 0), (0.036, 0), (0.038, 0.17), (0.014, 0.23), (0.014, 0.29), (0, 0.29)]
                parts.append(lathe(bottle, CERAMIC, tone, at, 10, 50))
            elif kind == 1:
                parts.append(cylinder(0.05, 0.14, CERAMIC, tone, at, 12, 0.008))
                parts.append(cylinder(0.04, 0.03, WOOD, "#B98B58", (x, 0, z + 0.17), 12, 0.004))
            else:
                glass = [(0, 0), (0.03, 0), (0.04, 0.11), (0.036, 0.11), (0.027, 0.006), (0, 0.006)]
                parts.append(lathe(glass, GLASS, "#F4F8F8", at, 10, 50))
            x += rng.uniform(0.09, 0.14)
    return joined(parts)
