"""Music, warmth and other comforts."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, extrude, lathe, rod, sphere, tube
from library.props.materials import (
    BULB,
    CERAMIC,
    IRON,
    LEAF,
    METAL,
    PAPER,
    PLASTIC,
    RUBBER,
    SCREEN,
    STONE,
    WATER,
    WOOD,
)
from library.props.model import Lit, prop


@prop("speaker", (0.28, 0.3, 0.95), synonyms=("loudspeaker", "floor speaker"), surface=0.95)
def speaker(rng, colour="#5E3320") -> MeshData:
    """A floor-standing loudspeaker."""
    parts = [
        box((0.28, 0.28, 0.95), (0, 0.01, 0), WOOD, colour, 0.01, grain=2),
        box((0.24, 0.012, 0.88), (0, -0.135, 0.035), RUBBER, "#232126", 0.0),
    ]
    for z, r in ((0.28, 0.09), (0.55, 0.09), (0.78, 0.045)):
        parts.append(rod((0, -0.137, z), (0, -0.15, z), (r, r * 0.8), RUBBER, "#3A3840", 16))
    return joined(parts)


@prop("guitar", (0.4, 0.32, 1.02), synonyms=("acoustic guitar",))
def guitar(rng, colour="#B9743A", accent="#3A2418") -> MeshData:
    """A guitar leaning on a small stand."""
    t = np.linspace(0, 2 * np.pi, 33)[:-1]
    r = 0.17 + 0.03 * np.cos(2 * t) - 0.02 * np.cos(t)
    outline = np.stack([r * np.sin(t) * 1.02, -0.24 * np.cos(t)], 1)
    body = extrude(outline, 0.09, WOOD, colour, bevel=0.006)
    hole = cylinder(0.045, 0.003, RUBBER, accent, (0, 0.06, 0.09), 16, 0.0)
    neck = [
        box((0.05, 0.5, 0.03), (0, 0.46, 0.075), WOOD, accent, 0.006),
        box((0.075, 0.13, 0.025), (0, 0.74, 0.07), WOOD, accent, 0.006),
        box((0.12, 0.03, 0.014), (0, -0.1, 0.09), WOOD, accent, 0.004),
    ]
    flat = joined([body, hole, *neck])
    lean = np.radians(78)
    matrix = np.array(
        [[1, 0, 0, 0], [0, np.cos(lean), -np.sin(lean), 0.0], [0, np.sin(lean), np.cos(lean), 0.28], [0, 0, 0, 1.0]]
    )
    stand = [rod((s * 0.16, -0.14, 0), (0, 0.06, 0.3), 0.012, IRON, "#2B2D30", 6) for s in (-1, 1)] + [
        rod((0, 0.18, 0), (0, 0.06, 0.3), 0.012, IRON, "#2B2D30", 6)
    ]
    return joined([flat.moved(matrix=matrix), *stand])


@prop("record player", (0.44, 0.36, 0.14), synonyms=("turntable", "gramophone"), mount="surface")
def record_player(rng, colour="#8A5A34") -> MeshData:
    """A turntable with a record on it."""
    return joined(
        [
            box((0.44, 0.36, 0.09), (0, 0, 0), WOOD, colour, 0.01),
            cylinder(0.15, 0.012, RUBBER, "#18181A", (-0.05, 0, 0.09), 28, 0.002),
            cylinder(0.05, 0.003, PAPER, "#D9694A", (-0.05, 0, 0.102), 18, 0.0),
            cylinder(0.025, 0.035, METAL, "#B9BDC0", (0.16, 0.12, 0.09), 12),
            tube([(0.16, 0.12, 0.125), (0.15, 0.0, 0.128), (0.07, -0.06, 0.112)], 0.007, METAL, "#B9BDC0", 6),
            cylinder(0.014, 0.018, METAL, "#B9BDC0", (0.17, -0.13, 0.09), 10),
        ]
    )


@prop("piano", (1.45, 0.62, 1.2), synonyms=("upright piano",), surface=1.2)
def piano(rng, colour="#3A2418") -> MeshData:
    """An upright piano."""
    parts = [
        box((1.45, 0.32, 1.16), (0, 0.14, 0), WOOD, colour, 0.014, segments=2),
        box((1.45, 0.36, 0.04), (0, 0.13, 1.16), WOOD, colour, 0.012),
        box((1.45, 0.32, 0.12), (0, -0.15, 0.6), WOOD, colour, 0.014),
        box((1.24, 0.15, 0.02), (0, -0.215, 0.72), PLASTIC, "#F6F1E6", 0.004),
        box((1.3, 0.02, 0.2), (0, -0.03, 0.86), WOOD, colour, 0.006, tilt=-14),
        box((0.5, 0.01, 0.22), (0, -0.07, 0.86), PAPER, "#F6F1E6", 0.0, tilt=-14),
    ]
    for k in range(25):
        if k % 7 not in (2, 6):
            parts.append(box((0.022, 0.09, 0.016), (-0.575 + 0.048 * k, -0.185, 0.738), PLASTIC, "#17171A", 0.003))
    for s in (-1, 1):
        parts.append(box((0.07, 0.28, 0.74), (s * 0.68, -0.16, 0), WOOD, colour, 0.014))
        parts.append(
            lathe(
                [(0, 0), (0.035, 0), (0.022, 0.1), (0.035, 0.3), (0.025, 0.6), (0, 0.6)],
                WOOD,
                colour,
                (s * 0.66, -0.27, 0),
                12,
                60,
            )
        )
    return joined(parts)


@prop(
    "fireplace",
    (1.5, 0.42, 1.25),
    synonyms=("hearth", "chimney"),
    surface=1.25,
    lights=(Lit((0, -0.12, 0.3), 45.0, "#FF8A3A", 0.15),),
)
def fireplace(rng, colour="#E4D9C6", brick="#8A4F3E") -> MeshData:
    """A hearth with logs and a mantelpiece."""
    parts = [
        box((1.5, 0.42, 0.06), (0, 0, 1.19), STONE, colour, 0.014, segments=2),
        box((1.36, 0.34, 0.22), (0, 0.03, 0.97), STONE, colour, 0.012),
        box((0.86, 0.04, 0.92), (0, 0.18, 0.05), STONE, "#2A2220", 0.0),
        box((1.5, 0.42, 0.05), (0, 0, 0), STONE, "#6A625A", 0.01),
    ]
    for s in (-1, 1):
        parts.append(box((0.26, 0.34, 0.93), (s * 0.55, 0.03, 0.05), STONE, colour, 0.012))
        for row in range(9):
            parts.append(box((0.03, 0.3, 0.09), (s * 0.41, 0.03, 0.06 + 0.1 * row), STONE, brick, 0.006))
    for k in range(3):
        parts.append(
            rod(
                (-0.26 + 0.04 * k, -0.02 + 0.07 * k, 0.1 + 0.05 * (k == 1)),
                (0.26 - 0.05 * k, 0.03 + 0.05 * k, 0.1 + 0.06 * (k == 1)),
                0.045,
                WOOD,
                "#5A3A24",
                8,
            )
        )
    for k in range(7):
        x = -0.2 + 0.066 * k
        flame = lathe(
            [(0, 0), (0.045, 0.05), (0.03, 0.14), (0, 0.24 + 0.08 * (k % 3))],
            BULB,
            ("#FFB040", "#FF7A2A", "#FFD060")[k % 3],
            (x, 0.05 + 0.03 * (k % 2), 0.12),
            8,
            80,
        )
        parts.append(flame)
    return joined(parts)


@prop(
    "aquarium",
    (0.9, 0.38, 0.5),
    synonyms=("fish tank",),
    mount="surface",
    lights=(Lit((0, 0, 0.4), 8.0, "#8FE0FF", 0.15),),
)
def aquarium(rng, colour="#6FB7C8") -> MeshData:
    """A lit fish tank."""
    parts = [
        box((0.9, 0.38, 0.04), (0, 0, 0), PLASTIC, "#232126", 0.006),
        box((0.9, 0.38, 0.06), (0, 0, 0.44), PLASTIC, "#232126", 0.006),
        box((0.88, 0.36, 0.4), (0, 0, 0.04), WATER, colour, 0.004),
    ]
    for k in range(4):
        x, z = -0.3 + 0.2 * k, 0.16 + 0.07 * (k % 3)
        parts.append(sphere((0.045, 0.012, 0.025), CERAMIC, ("#E2694A", "#F2C14E")[k % 2], (x, -0.182, z), 10, 6))
    for k in range(5):
        parts.append(
            box(
                (0.02, 0.006, 0.14 + 0.04 * (k % 2)),
                (-0.36 + 0.17 * k, -0.182, 0.05),
                LEAF,
                "#3E7A4F",
                0.002,
                roll=8 * (-1) ** k,
            )
        )
    return joined(parts)


@prop("jukebox", (0.85, 0.62, 1.5), synonyms=("music box",), lights=(Lit((0, -0.5, 0.9), 16.0, "#FFB050", 0.2),))
def jukebox(rng, colour="#8A3B2A", accent="#F2B04E") -> MeshData:
    """A round-topped jukebox with lit arches."""
    a = np.linspace(0, np.pi, 15)
    outline = [
        (-0.4, 0),
        (0.4, 0),
        (0.4, 1.1),
        *[(0.4 * np.cos(t), 1.1 + 0.4 * np.sin(t)) for t in a[1:-1]],
        (-0.4, 1.1),
    ]
    body = extrude(outline, 0.5, WOOD, colour, bevel=0.02)
    up = np.array([[1, 0, 0, 0], [0, 0, -1, 0.3], [0, 1, 0, 0], [0, 0, 0, 1.0]])
    parts = [body.moved(matrix=up)]
    for r, tone, lit in ((0.36, accent, True), (0.28, "#D9694A", True)):
        path = [
            (-r, -0.215, 0.35),
            *[(r * np.cos(np.pi - t), -0.215, 1.08 + r * np.sin(t)) for t in a],
            (r, -0.215, 0.35),
        ]
        parts.append(tube(path, 0.026, BULB if lit else PLASTIC, tone, 6))
    parts.append(box((0.46, 0.03, 0.3), (0, -0.205, 0.86), SCREEN, "#F6E3B8", 0.0))
    parts.append(box((0.5, 0.03, 0.4), (0, -0.205, 0.28), METAL, "#C4C8CA", 0.01))
    for k in range(6):
        parts.append(box((0.03, 0.03, 0.36), (-0.19 + 0.076 * k, -0.22, 0.3), RUBBER, "#3A2A24", 0.006))
    parts.append(box((0.85, 0.6, 0.06), (0, 0.01, 0), WOOD, colour, 0.014))
    return joined(parts)


@prop("poster", (0.6, 0.02, 0.85), synonyms=("wall poster",), mount="wall", solid=False)
def poster(rng, colour="#2F4A66", accent="#E2694A", size=(0.6, 0.02, 0.85)) -> MeshData:
    """A poster with a bold figure."""
    width, depth, height = size
    y = -depth / 2
    parts = [box((width, depth, height), (0, 0, 0), PAPER, colour, 0.0)]
    for k, r in enumerate((0.3, 0.2, 0.1)):
        disc = cylinder(r * width, 0.002, PAPER, (accent, "#F2C14E", "#F4ECDC")[k], sides=24, bevel=0.0)
        parts.append(
            disc.moved(
                matrix=np.array(
                    [[1, 0, 0, 0], [0, 0, -1, y - 0.0005 - 0.002 * k], [0, 1, 0, height * 0.6], [0, 0, 0, 1.0]]
                )
            )
        )
    for k in range(2):
        parts.append(
            box(
                (width * (0.7 - 0.2 * k), 0.003, height * 0.05),
                (0, y - 0.0015, height * (0.16 - 0.08 * k)),
                PAPER,
                "#F4ECDC",
                0.0,
            )
        )
    return joined(parts)
