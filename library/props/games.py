"""Pool, arcade and other games."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, rod, sphere
from library.props.materials import (
    BULB,
    CERAMIC,
    CLOTH,
    IRON,
    METAL,
    PAPER,
    PLASTIC,
    RUBBER,
    SCREEN,
    WOOD,
)
from library.props.model import Lit, Sit, prop
from library.props.seating import office_chair

BALLS = ("#F4EEDF", "#E0B02E", "#2F5FA3", "#B5322A", "#5B3A7A", "#D9782E", "#2F7A4F", "#7A2A2E", "#1C1C1E")


@prop("pool table", (2.5, 1.4, 0.86), synonyms=("billiard table", "snooker table"), surface=0.8)
def pool_table(rng, colour="#5E3320", cloth="#2F7A5A", size=(2.5, 1.4, 0.86)) -> MeshData:
    """A pool table with balls in play."""
    width, depth, height = size
    bed = height - 0.06
    parts = [
        box((width - 0.2, depth - 0.2, 0.04), (0, 0, bed - 0.04), CLOTH, cloth, 0.0),
        box((width - 0.16, depth - 0.16, 0.22), (0, 0, bed - 0.26), WOOD, colour, 0.02, grain=0),
    ]
    for s in (-1, 1):
        parts.append(
            box((width, 0.13, 0.09), (0, s * (depth / 2 - 0.065), height - 0.09), WOOD, colour, 0.03, segments=2)
        )
        parts.append(
            box((0.13, depth - 0.2, 0.09), (s * (width / 2 - 0.065), 0, height - 0.09), WOOD, colour, 0.03, segments=2)
        )
        for x in (-1, 1):
            parts.append(
                box(
                    (width / 2 - 0.24, 0.05, 0.05),
                    (x * (width / 4 - 0.02), s * (depth / 2 - 0.15), bed),
                    CLOTH,
                    cloth,
                    0.014,
                )
            )
        parts.append(box((0.05, depth - 0.42, 0.05), (s * (width / 2 - 0.15), 0, bed), CLOTH, cloth, 0.014))
    for x in (-1, 0, 1):
        for y in (-1, 1):
            parts.append(
                cylinder(
                    0.058,
                    0.012,
                    RUBBER,
                    "#141415",
                    (x * (width / 2 - 0.15), y * (depth / 2 - 0.14), bed + 0.012),
                    14,
                    0.002,
                )
            )
    for x in (-1, 1):
        for y in (-1, 1):
            leg = [(0, 0), (0.06, 0), (0.07, 0.06), (0.045, 0.12), (0.09, 0.3), (0.08, bed - 0.26), (0, bed - 0.26)]
            parts.append(lathe(leg, WOOD, colour, (x * (width / 2 - 0.24), y * (depth / 2 - 0.22), 0), 14, 60))
    spots = [
        (-0.62, 0.1),
        (0.3, 0.0),
        (0.42, 0.08),
        (0.42, -0.1),
        (0.56, 0.2),
        (0.1, -0.32),
        (-0.2, 0.36),
        (0.78, -0.22),
        (0.6, -0.05),
    ]
    for (x, y), tone in zip(spots, BALLS, strict=True):
        parts.append(sphere(0.029, CERAMIC, tone, (x, y, bed), 12, 8))
    parts.append(rod((-1.0, -0.18, bed + 0.06), (-0.7, 0.06, bed + 0.03), (0.011, 0.006), WOOD, "#D9B98A", 8))
    return joined(parts)


@prop("cue rack", (0.7, 0.12, 1.5), synonyms=("cues", "pool cues"), mount="wall", solid=False)
def cue_rack(rng, colour="#5E3320") -> MeshData:
    """Six cues in a rack on the wall."""
    parts = [box((0.7, 0.03, 1.42), (0, 0.045, 0), WOOD, colour, 0.008, grain=2)]
    parts += [box((0.66, 0.11, 0.03), (0, 0, z), WOOD, colour, 0.008) for z in (0.03, 1.1)]
    for k in range(6):
        x = -0.26 + 0.104 * k
        parts.append(rod((x, -0.01, 0.06), (x, -0.01, 0.6), (0.016, 0.013), WOOD, "#3A2418", 8))
        parts.append(rod((x, -0.01, 0.6), (x, -0.01, 1.49), (0.013, 0.006), WOOD, "#D9B98A", 8))
    return joined(parts)


@prop(
    "billiard lamp",
    (1.7, 0.42, 0.9),
    synonyms=("pool table lamp",),
    mount="ceiling",
    solid=False,
    lights=(Lit((-0.55, 0, 0.02), 38.0, "#FFCF8A", 0.12), Lit((0.55, 0, 0.02), 38.0, "#FFCF8A", 0.12)),
)
def billiard_lamp(rng, colour="#2F7A5A", metal="#C79A4B") -> MeshData:
    """Three shades on a brass bar."""
    shade = [
        (0.2, 0.0),
        (0.17, 0.1),
        (0.06, 0.2),
        (0, 0.21),
        (0, 0.19),
        (0.05, 0.185),
        (0.16, 0.095),
        (0.193, 0.0),
        (0.2, 0.0),
    ]
    parts = [rod((-0.62, 0, 0.3), (0.62, 0, 0.3), 0.014, METAL, metal, 8)]
    for x in (-0.6, 0, 0.6):
        parts.append(lathe(shade, IRON, colour, (x, 0, 0), 20))
        parts.append(rod((x, 0, 0.2), (x, 0, 0.3), 0.012, METAL, metal, 6))
        parts.append(sphere(0.05, BULB, "#FFE2B0", (x, 0, 0.03), 10, 6))
    parts += [rod((x, 0, 0.3), (x, 0, 0.9), 0.006, METAL, metal, 5) for x in (-0.4, 0.4)]
    return joined(parts)


@prop(
    "arcade machine",
    (0.74, 0.86, 1.78),
    synonyms=("arcade", "arcade cabinet", "video game"),
    lights=(Lit((0, -0.5, 1.3), 9.0, "#7AC8FF", 0.15),),
)
def arcade_machine(rng, colour="#5B3A8A", accent="#F2C14E", screen="#1E4E6E") -> MeshData:
    """A stand-up arcade cabinet with a lit marquee."""
    parts = []
    for s in (-1, 1):
        x = s * 0.35
        parts += [
            box((0.04, 0.56, 1.78), (x, 0.15, 0), PLASTIC, colour, 0.008),
            box((0.04, 0.3, 0.26), (x, -0.17, 1.52), PLASTIC, colour, 0.008),
            box((0.04, 0.32, 0.95), (x, -0.26, 0), PLASTIC, colour, 0.008),
            box((0.046, 0.5, 0.05), (x, 0.14, 0.3), PLASTIC, accent, 0.006),
        ]
    parts += [
        box((0.68, 0.5, 1.74), (0, 0.17, 0.02), PLASTIC, "#232126", 0.004),
        box((0.68, 0.3, 0.84), (0, -0.26, 0.02), PLASTIC, colour, 0.006),
        box((0.68, 0.34, 0.05), (0, -0.26, 0.86), PLASTIC, "#232126", 0.01, tilt=8),
        box((0.56, 0.02, 0.44), (0, -0.1, 1.03), SCREEN, screen, 0.0, tilt=-14),
        box((0.66, 0.24, 0.2), (0, -0.16, 1.55), SCREEN, accent, 0.0),
        box((0.5, 0.01, 0.09), (0, -0.285, 1.6), PLASTIC, "#B5322A", 0.0),
        box((0.22, 0.02, 0.3), (0, -0.415, 0.2), PLASTIC, "#232126", 0.008),
    ]
    for k, (x, z, tone) in enumerate(
        ((-0.16, 1.16, "#E2694A"), (0.02, 1.24, "#8FE07A"), (0.16, 1.32, "#F2C14E"), (-0.06, 1.36, "#E2694A"))
    ):
        parts.append(
            box((0.06, 0.012, 0.04), (x, -0.128 + 0.25 * (z - 1.03) - 0.005 * k, z), SCREEN, tone, 0.0, tilt=-14)
        )
    parts.append(rod((-0.18, -0.3, 0.9), (-0.18, -0.31, 0.99), 0.01, METAL, "#9A9EA2", 6))
    parts.append(sphere(0.03, PLASTIC, "#C8342A", (-0.18, -0.31, 0.97), 10, 6))
    for k in range(4):
        parts.append(
            cylinder(
                0.024,
                0.02,
                PLASTIC,
                ("#F2C14E", "#4FA3A5", "#F4EEDF", "#C8342A")[k],
                (0.04 + 0.075 * (k % 2) + 0.02, -0.33 + 0.07 * (k // 2), 0.91),
                10,
            )
        )
    return joined(parts)


@prop("game console", (0.34, 0.26, 0.08), synonyms=("console", "gamepad", "controller"), mount="surface")
def game_console(rng, colour="#E6E1D7", accent="#5B3A8A") -> MeshData:
    """A console with a controller before it."""
    pad = [box((0.14, 0.07, 0.03), (0.05, -0.09, 0), PLASTIC, accent, 0.014, segments=2)]
    pad += [sphere((0.035, 0.04, 0.02), PLASTIC, accent, (0.05 + s * 0.06, -0.1, 0), 10, 6) for s in (-1, 1)]
    pad += [cylinder(0.012, 0.014, RUBBER, "#232126", (0.05 + s * 0.03, -0.09, 0.03), 8) for s in (-1, 1)]
    return joined(
        [
            box((0.3, 0.15, 0.08), (-0.02, 0.055, 0), PLASTIC, colour, 0.014, segments=2),
            box((0.16, 0.004, 0.01), (-0.05, -0.021, 0.04), SCREEN, "#6FC8FF", 0.0),
            *pad,
        ]
    )


@prop("gaming desk", (1.5, 0.75, 0.76), synonyms=("gaming table", "pc desk"), surface=0.76)
def gaming_desk(rng, colour="#2B2A33", accent="#6F5BD0") -> MeshData:
    """A dark desk with a lit edge; one sits at its -y side."""
    parts = [
        box((1.5, 0.75, 0.035), (0, 0, 0.725), WOOD, colour, 0.01, segments=2),
        box((1.46, 0.012, 0.018), (0, -0.371, 0.7), SCREEN, accent, 0.0),
    ]
    for s in (-1, 1):
        parts.append(box((0.05, 0.62, 0.05), (s * 0.64, 0, 0), IRON, "#1C1B22", 0.01))
        parts.append(box((0.05, 0.12, 0.7), (s * 0.64, 0.1, 0.03), IRON, "#1C1B22", 0.01))
        parts.append(box((0.05, 0.6, 0.04), (s * 0.64, 0, 0.69), IRON, "#1C1B22", 0.008))
    parts.append(box((1.2, 0.02, 0.3), (0, 0.2, 0.4), IRON, "#1C1B22", 0.004))
    return joined(parts)


@prop("gaming chair", (0.7, 0.7, 1.28), synonyms=("racing chair",), seats=(Sit((0.0, -0.04), 0.49, arms=True),))
def gaming_chair(rng, colour="#C8342A", accent="#232126") -> MeshData:
    """A racing-style swivel chair."""
    base = office_chair(rng, accent, accent)
    back = [
        box((0.5, 0.09, 0.74), (0, 0.245, 0.5), PLASTIC, accent, 0.04, tilt=-7, segments=2),
        box((0.26, 0.03, 0.6), (0, 0.19, 0.55), CLOTH, colour, 0.012, tilt=-7),
    ]
    back += [box((0.08, 0.16, 0.5), (s * 0.24, 0.2, 0.56), PLASTIC, colour, 0.03, tilt=-7, segments=2) for s in (-1, 1)]
    back.append(box((0.28, 0.08, 0.13), (0, 0.25, 1.02), CLOTH, colour, 0.03, tilt=-7, segments=2))
    return joined([base, *back])


@prop("dartboard", (0.46, 0.06, 0.46), synonyms=("darts", "dart board"), mount="wall", solid=False)
def dartboard(rng) -> MeshData:
    """A dartboard with two darts."""
    a = 2 * np.pi * np.arange(40) / 40
    rings = [
        (0.0, "#C8342A"),
        (0.02, "#2F7A4F"),
        (0.12, "#F1E6CC"),
        (0.14, "#C8342A"),
        (0.19, "#1C1C1E"),
        (0.23, "#1C1C1E"),
    ]
    vertices, colours, faces = [], [], []
    for k in range(20):
        for (r0, _), (r1, _), band in zip(rings[:-1], rings[1:], range(5), strict=True):
            tone = (
                "#2F7A4F",
                "#F1E6CC" if k % 2 else "#1C1C1E",
                "#C8342A" if k % 2 else "#2F7A4F",
                "#F1E6CC" if k % 2 else "#1C1C1E",
                "#1C1C1E",
            )[band]
            start = len(vertices)
            for r, t in ((r0, 2 * k), (r1, 2 * k), (r1, 2 * k + 2), (r0, 2 * k + 2)):
                vertices.append((r * np.cos(a[t % 40]), -0.022, 0.23 + r * np.sin(a[t % 40])))
                colours.append([int(tone[i : i + 2], 16) / 255 for i in (1, 3, 5)])
            faces.append((start, start + 1, start + 2, start + 3) if r0 > 0 else (start, start + 1, start + 2))
    face = MeshData.build(
        np.array(vertices), faces, PAPER, np.array(colours), False, np.tile((0, -1.0, 0), (len(vertices), 1))
    )
    rim = cylinder(0.23, 0.05, RUBBER, "#1C1C1E", sides=28)
    rim = rim.moved(matrix=np.array([[1, 0, 0, 0], [0, 0, -1, 0.03], [0, 1, 0, 0.23], [0, 0, 0, 1.0]]))
    return joined([rim, face])


@prop("table football", (1.4, 0.75, 0.9), synonyms=("foosball", "foosball table"), surface=0.9)
def table_football(rng, colour="#8A5A34") -> MeshData:
    """A football table with rods and players."""
    parts = [
        box((1.2, 0.7, 0.04), (0, 0, 0.72), CLOTH, "#3E8A5A", 0.0),
        box((1.2, 0.7, 0.1), (0, 0, 0.62), WOOD, colour, 0.01),
    ]
    for s in (-1, 1):
        parts.append(box((1.24, 0.04, 0.28), (0, s * 0.355, 0.62), WOOD, colour, 0.012))
        parts.append(box((0.04, 0.72, 0.28), (s * 0.61, 0, 0.62), WOOD, colour, 0.012))
        for y in (-1, 1):
            parts.append(box((0.09, 0.09, 0.66), (s * 0.53, y * 0.28, 0), WOOD, "#4A2C1A", 0.012))
    for k in range(6):
        x = -0.45 + 0.18 * k
        parts.append(rod((x, -0.375, 0.84), (x, 0.375, 0.84), 0.009, METAL, "#B9BDC0", 6))
        for j in range(3):
            parts.append(
                box((0.025, 0.03, 0.1), (x, -0.2 + 0.2 * j, 0.77), PLASTIC, ("#C8342A", "#2F5FA3")[k % 2], 0.008)
            )
    return joined(parts)
