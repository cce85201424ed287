"""Tables, desks and counters."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, rod
from library.props.materials import IRON, MARBLE, METAL, PAINT, PLASTIC, WOOD
from library.props.model import prop

OAK = "#C08F5A"
WALNUT = "#6A4128"


def _table(size, colour, legs, thickness=0.04, leg=0.03, inset=0.08, material=WOOD):
    width, depth, height = size
    parts = [box((width, depth, thickness), (0, 0, height - thickness), material, colour, 0.014, segments=2)]
    under = height - thickness
    for y in (-1, 1):
        parts.append(
            box((width - 2 * inset, 0.02, 0.07), (0, y * (depth / 2 - inset), under - 0.07), WOOD, legs, 0.004)
        )
    for x in (-1, 1):
        parts.append(
            box((0.02, depth - 2 * inset, 0.07), (x * (width / 2 - inset), 0, under - 0.07), WOOD, legs, 0.004)
        )
        for y in (-1, 1):
            foot = (x * (width / 2 - inset + 0.03), y * (depth / 2 - inset + 0.02), 0)
            top = (x * (width / 2 - inset), y * (depth / 2 - inset), under)
            parts.append(rod(foot, top, (leg * 0.6, leg), WOOD, legs, 10))
    return parts


@prop("coffee table", (1.1, 0.55, 0.4), synonyms=("low table", "sofa table"), surface=0.4)
def coffee_table(rng, colour=OAK, size=(1.1, 0.55, 0.4)) -> MeshData:
    """A low oak table with round legs."""
    return joined(_table(size, colour, colour, 0.042, 0.024, 0.07))


@prop("side table", (0.45, 0.45, 0.55), synonyms=("end table", "small table"), surface=0.55)
def side_table(rng, colour=WALNUT) -> MeshData:
    """A small round table."""
    parts = [cylinder(0.225, 0.03, WOOD, colour, (0, 0, 0.52), 24, 0.01)]
    for k in range(3):
        a = np.radians(30 + 120 * k)
        d = np.array([np.cos(a), np.sin(a)])
        parts.append(rod((*(d * 0.2), 0), (*(d * 0.12), 0.53), (0.011, 0.018), WOOD, colour))
    return joined(parts)


@prop("dining table", (1.8, 0.95, 0.75), synonyms=("table", "dinner table", "kitchen table"), surface=0.75)
def dining_table(rng, colour="#A8733F", size=(1.8, 0.95, 0.75)) -> MeshData:
    """A long wooden table."""
    return joined(_table(size, colour, colour, 0.045, 0.036, 0.1))


@prop("round table", (1.0, 1.0, 0.74), synonyms=("cafe table", "bistro table"), surface=0.74)
def round_table(rng, colour="#EFE6D6", accent="#2E2B2A", size=(1.0, 1.0, 0.74)) -> MeshData:
    """A round table on one foot."""
    radius, height = size[0] / 2, size[2]
    foot = [
        (0, 0),
        (0.24, 0),
        (0.24, 0.015),
        (0.06, 0.05),
        (0.035, 0.12),
        (0.03, height - 0.1),
        (0.09, height - 0.03),
        (0, height - 0.03),
    ]
    return joined(
        [cylinder(radius, 0.03, MARBLE, colour, (0, 0, height - 0.03), 28, 0.01), lathe(foot, IRON, accent, sides=16)]
    )


@prop("meeting table", (3.2, 1.2, 0.75), synonyms=("conference table", "boardroom table"), surface=0.75)
def meeting_table(rng, colour="#8A5A34", accent="#2B2D31", size=(3.2, 1.2, 0.75)) -> MeshData:
    """A long table on two blocks."""
    width, depth, height = size
    parts = [
        box((width, depth, 0.045), (0, 0, height - 0.045), WOOD, colour, 0.016, segments=2),
        box((width - 0.06, depth - 0.06, 0.02), (0, 0, height - 0.065), PLASTIC, accent, 0.0),
        box((0.5, 0.2, 0.012), (0, 0, height - 0.006), PLASTIC, accent, 0.004),
    ]
    for x in (-1, 1):
        parts.append(box((0.1, depth * 0.62, height - 0.06), (x * width * 0.32, 0, 0), WOOD, accent, 0.01))
        parts.append(box((0.4, depth * 0.7, 0.04), (x * width * 0.32, 0, 0), WOOD, accent, 0.01))
    return joined(parts)


@prop("writing desk", (1.5, 0.72, 0.75), synonyms=("desk", "work desk", "computer desk"), surface=0.75)
def writing_desk(rng, colour=OAK, accent="#F0E8DA", size=(1.5, 0.72, 0.75)) -> MeshData:
    """A desk with a drawer block; one sits at its back (+y) side."""
    width, depth, height = size
    parts = [box((width, depth, 0.035), (0, 0, height - 0.035), WOOD, colour, 0.01, segments=2)]
    block = width / 2 - 0.24
    parts.append(box((0.42, depth - 0.08, height - 0.09), (block, 0, 0.055), PAINT, accent, 0.008))
    for k in range(3):
        z = 0.08 + 0.2 * k
        parts.append(box((0.37, 0.02, 0.18), (block, depth / 2 - 0.035, z), PAINT, accent, 0.006))
        parts.append(box((0.12, 0.02, 0.015), (block, depth / 2 - 0.02, z + 0.12), METAL, "#B99A5A", 0.005))
    parts.append(box((0.42, depth - 0.1, 0.055), (block, 0, 0), PAINT, "#3A3531", 0.004))
    for y in (-1, 1):
        foot = (-width / 2 + 0.06, y * (depth / 2 - 0.07), 0)
        parts.append(rod(foot, (foot[0] + 0.02, foot[1], height - 0.03), (0.017, 0.025), WOOD, colour, 10))
    parts.append(box((width - 0.5, 0.018, 0.3), (-0.2, -depth / 2 + 0.07, height - 0.335), WOOD, colour, 0.004))
    return joined(parts)


@prop("executive desk", (1.9, 0.9, 0.77), synonyms=("main desk", "boss desk"), surface=0.77)
def executive_desk(rng, colour="#6B3F26", accent="#B99A5A") -> MeshData:
    """A heavy panelled desk; one sits at its back (+y) side, guests before it."""
    parts = [
        box((1.9, 0.9, 0.05), (0, 0, 0.72), WOOD, colour, 0.018, segments=2),
        box((1.82, 0.03, 0.6), (0, -0.36, 0.12), WOOD, colour, 0.004, grain=0),
        box((1.86, 0.82, 0.04), (0, 0, 0.68), WOOD, colour, 0.008),
    ]
    for x in (-1, 1):
        parts.append(box((0.46, 0.78, 0.68), (x * 0.68, 0, 0.02), WOOD, colour, 0.008, grain=2))
        parts.append(box((0.5, 0.82, 0.07), (x * 0.68, 0, 0), WOOD, colour, 0.01))
        for k in range(3):
            z = 0.1 + 0.19 * k
            parts.append(box((0.38, 0.02, 0.17), (x * 0.68, 0.395, z), WOOD, colour, 0.006))
            parts.append(box((0.1, 0.02, 0.014), (x * 0.68, 0.41, z + 0.08), METAL, accent, 0.005))
    for k in range(3):
        parts.append(box((0.5, 0.016, 0.44), (-0.6 + 0.6 * k, -0.396, 0.19), WOOD, colour, 0.01, grain=2))
    return joined(parts)


@prop("front desk", (2.6, 0.85, 1.08), synonyms=("reception desk", "counter"), surface=1.08)
def front_desk(rng, colour="#B98B58", accent="#EFE6D6") -> MeshData:
    """A tall reception counter with a lower work top behind."""
    parts = [
        box((2.6, 0.34, 0.05), (0, -0.255, 1.03), MARBLE, accent, 0.012, segments=2),
        box((2.5, 0.2, 0.95), (0, -0.27, 0.08), WOOD, colour, 0.008),
        box((2.46, 0.55, 0.035), (0, 0.1, 0.715), WOOD, colour, 0.008),
        box((2.4, 0.16, 0.08), (0, -0.25, 0), PAINT, "#3A3531", 0.004),
    ]
    for k in range(24):
        x = -1.2 + 2.4 * k / 23
        parts.append(box((0.05, 0.03, 0.93), (x, -0.375, 0.09), WOOD, colour, 0.008, grain=2))
    for x in (-1, 1):
        parts.append(box((0.05, 0.78, 0.74), (x * 1.22, 0.03, 0), WOOD, colour, 0.006))
    return joined(parts)


@prop("workbench", (1.8, 0.75, 0.9), synonyms=("work table", "sewing table", "craft table"), surface=0.9)
def workbench(rng, colour="#C49A66", accent="#7A4E2E", size=(1.8, 0.75, 0.9)) -> MeshData:
    """A sturdy bench with a shelf below."""
    width, depth, height = size
    parts = []
    for k in range(5):
        y = -depth / 2 + depth / 5 * (k + 0.5)
        parts.append(box((width, depth / 5 - 0.003, 0.05), (0, y, height - 0.05), WOOD, colour, 0.006))
    parts.append(box((width - 0.2, depth - 0.12, 0.03), (0, 0, 0.2), WOOD, accent, 0.006))
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(
                box(
                    (0.08, 0.08, height - 0.05), (x * (width / 2 - 0.09), y * (depth / 2 - 0.08), 0), WOOD, accent, 0.01
                )
            )
        parts.append(box((0.05, depth - 0.2, 0.08), (x * (width / 2 - 0.09), 0, height - 0.16), WOOD, accent, 0.006))
    return joined(parts)


@prop("console table", (1.2, 0.36, 0.8), synonyms=("hall table", "entry table"), surface=0.8)
def console_table(rng, colour=WALNUT, size=(1.2, 0.36, 0.8)) -> MeshData:
    """A narrow table for along a wall."""
    return joined(_table(size, colour, colour, 0.035, 0.022, 0.05))
