"""Sewing, making and mending."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cushion, cylinder, extrude, lathe, rod, sphere, tube
from library.props.materials import CERAMIC, CLOTH, IRON, METAL, PAPER, PLASTIC, RUBBER, WOOD
from library.props.model import prop

STEEL = "#C4C8CA"


@prop("tool box", (0.46, 0.22, 0.26), synonyms=("toolbox", "tool kit"), mount="surface")
def tool_box(rng, colour="#B5473A") -> MeshData:
    """A steel toolbox."""
    t = np.linspace(0, np.pi, 7)
    return joined(
        [
            box((0.46, 0.22, 0.15), (0, 0, 0), IRON, colour, 0.01),
            box((0.46, 0.22, 0.05), (0, 0, 0.15), IRON, colour, 0.018, segments=2),
            tube(np.stack([0.11 * np.cos(t), np.zeros(7), 0.195 + 0.055 * np.sin(t)], 1), 0.01, RUBBER, "#2B2D30", 6),
            *(box((0.04, 0.012, 0.05), (x, -0.112, 0.13), METAL, STEEL, 0.003) for x in (-0.13, 0.13)),
        ]
    )


@prop("tool board", (1.4, 0.06, 0.9), synonyms=("tools", "pegboard", "tool wall"), mount="wall", solid=False)
def tool_board(rng, colour="#D9C09A", size=(1.4, 0.06, 0.9)) -> MeshData:
    """Hammers, saws, pliers and brushes on a board."""
    width, depth, height = size
    parts = [box((width, 0.02, height), (0, depth / 2 - 0.01, 0), WOOD, colour, 0.004)]
    y = 0.0
    for k in range(3):
        x = -0.56 + 0.17 * k
        parts.append(rod((x, y, 0.42), (x, y, 0.7), 0.013, WOOD, "#A8703F", 8))
        parts.append(box((0.12, 0.03, 0.04), (x, y, 0.69), METAL, "#7A7E82", 0.006))
    for k in range(4):
        x = -0.6 + 0.1 * k
        parts.append(
            rod((x, y, 0.12), (x, y, 0.22), 0.014, PLASTIC, ("#C8553D", "#E0B04F", "#2F6FA3", "#4F8A5A")[k], 8)
        )
        parts.append(rod((x, y, 0.22), (x, y, 0.36), 0.005, METAL, STEEL, 6))
    parts.append(box((0.42, 0.008, 0.12), (0.16, y, 0.66), METAL, STEEL, 0.002, roll=6))
    parts.append(box((0.13, 0.026, 0.13), (0.42, y, 0.62), WOOD, "#8A5A34", 0.02, roll=6))
    for k in range(3):
        x = 0.0 + 0.16 * k
        parts += [rod((x, y, 0.46), (x + s * 0.03, y, 0.32), 0.01, RUBBER, "#B5473A", 6) for s in (-1, 1)]
        parts.append(rod((x, y, 0.45), (x, y, 0.53), (0.016, 0.006), METAL, "#7A7E82", 6))
    ring = [(0.52 + 0.1 * np.cos(a), y, 0.26 + 0.1 * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 17)[:-1]]
    parts.append(tube(ring, 0.018, RUBBER, "#D9782E", 6, closed=True))
    return joined(parts)


@prop("paint tins", (0.5, 0.3, 0.4), synonyms=("paint", "paint cans", "cans"), mount="surface")
def paint_tins(rng, palette=("#C8553D", "#2F6FA3", "#E0B04F")) -> MeshData:
    """Three paint tins, one on top."""
    parts = []
    for (x, y, z), tone in zip(((-0.13, 0, 0), (0.13, 0.02, 0), (0.0, 0.0, 0.2)), palette, strict=True):
        parts.append(cylinder(0.11, 0.19, METAL, STEEL, (x, y, z), 18, 0.006))
        parts.append(lathe([(0.112, 0.03), (0.112, 0.15)], PAPER, tone, (x, y, z), 18))
        parts.append(cylinder(0.1, 0.01, METAL, STEEL, (x, y, z + 0.185), 18, 0.003))
    return joined(parts)


@prop("sewing machine", (0.42, 0.2, 0.32), synonyms=("sewing",), mount="surface")
def sewing_machine(rng, colour="#2F5D62", accent="#E3C27A") -> MeshData:
    """A sewing machine."""
    return joined(
        [
            box((0.42, 0.18, 0.05), (0, 0, 0), WOOD, "#8A5A34", 0.01),
            box((0.09, 0.11, 0.2), (0.14, 0, 0.05), CERAMIC, colour, 0.03, segments=2),
            box((0.33, 0.09, 0.085), (0.015, 0, 0.2), CERAMIC, colour, 0.03, segments=2),
            box((0.07, 0.085, 0.12), (-0.125, 0, 0.13), CERAMIC, colour, 0.024, segments=2),
            rod((-0.125, 0, 0.13), (-0.125, 0, 0.06), 0.004, METAL, STEEL, 6),
            rod((0.18, 0, 0.21), (0.21, 0, 0.21), 0.06, METAL, STEEL, 16),
            box((0.16, 0.004, 0.014), (0.02, -0.046, 0.236), PAPER, accent, 0.0),
            cylinder(0.016, 0.035, PAPER, "#C8553D", (0.05, 0, 0.285), 10),
        ]
    )


@prop("dress form", (0.5, 0.5, 1.55), synonyms=("mannequin", "tailor's dummy", "dressmaker's dummy"))
def dress_form(rng, colour="#D9694A") -> MeshData:
    """A tailor's dummy in a dress."""
    bust = lathe(
        [
            (0, 0.7),
            (0.17, 0.7),
            (0.185, 0.82),
            (0.125, 1.02),
            (0.165, 1.2),
            (0.16, 1.32),
            (0.07, 1.42),
            (0.05, 1.5),
            (0, 1.52),
        ],
        CLOTH,
        "#E6D3B0",
        sides=20,
        crease=70,
    )
    bust.vertices[:, 1] *= 0.72
    bust.normals = None
    skirt = lathe(
        [(0.13, 1.03), (0.132, 1.02), (0.2, 0.84), (0.25, 0.46), (0.242, 0.46), (0.19, 0.84), (0.13, 1.03)][::-1],
        CLOTH,
        colour,
        sides=28,
        crease=70,
    )
    angle = np.arctan2(skirt.vertices[:, 1], skirt.vertices[:, 0])
    skirt.vertices[:, :2] *= (1 + 0.07 * np.sin(9 * angle) * np.clip(1.1 - skirt.vertices[:, 2], 0, 1))[:, None].astype(
        np.float32
    ) * 0.96
    skirt.normals = None
    parts = [
        bust,
        skirt,
        rod((0, 0, 0.1), (0, 0, 0.72), 0.018, WOOD, "#6A4128", 8),
        sphere(0.03, WOOD, "#6A4128", (0, 0, 1.5), 10, 6),
    ]
    for k in range(3):
        a = np.radians(90 + 120 * k)
        parts.append(rod((0.24 * np.cos(a), 0.24 * np.sin(a), 0.0), (0, 0, 0.16), 0.014, WOOD, "#6A4128", 8))
    return joined(parts)


@prop("fabric rolls", (0.9, 0.5, 1.15), synonyms=("cloth rolls", "fabric", "rolls of cloth"))
def fabric_rolls(rng, palette=("#C8553D", "#2F5D62", "#E3A93C", "#8A3B5C", "#5E8C86", "#EADFC9")) -> MeshData:
    """Rolls of cloth standing in a crate."""
    parts = [box((0.9, 0.03, 0.4), (0, s * 0.235, 0), WOOD, "#B98B58", 0.006) for s in (-1, 1)]
    parts += [box((0.03, 0.46, 0.4), (s * 0.435, 0, 0), WOOD, "#B98B58", 0.006) for s in (-1, 1)]
    parts.append(box((0.86, 0.46, 0.03), (0, 0, 0), WOOD, "#B98B58", 0.0))
    for k in range(8):
        x, y = -0.33 + 0.22 * (k % 4), -0.1 + 0.2 * (k // 4)
        top = 0.85 + 0.3 * rng.uniform() if k else 1.15
        parts.append(
            rod((x, y, 0.03), (x + rng.uniform(-0.03, 0.03), y, top), 0.075, CLOTH, palette[k % len(palette)], 14)
        )
    return joined(parts)


@prop("thread rack", (0.8, 0.1, 0.6), synonyms=("spools", "thread", "yarn"), mount="wall", solid=False)
def thread_rack(rng, colour="#B98B58") -> MeshData:
    """Spools of thread on a wall board."""
    parts = [box((0.8, 0.02, 0.6), (0, 0.04, 0), WOOD, colour, 0.006)]
    tones = ("#C8553D", "#E3A93C", "#4F8A5A", "#2F6FA3", "#8A3B5C", "#EADFC9", "#2B2D30", "#D98EA0")
    for row in range(4):
        for k in range(8):
            x, z = -0.33 + 0.094 * k, 0.09 + 0.14 * row
            parts.append(rod((x, 0.03, z), (x, -0.05, z), 0.03, CLOTH, tones[(k + 3 * row) % 8], 8))
    return joined(parts)


@prop("ironing board", (1.3, 0.42, 0.92), synonyms=("iron",), surface=0.88)
def ironing_board(rng, colour="#8FB5D0") -> MeshData:
    """An ironing board with an iron on it."""
    t = np.linspace(-np.pi / 2, np.pi / 2, 9)
    outline = [
        (-0.62, -0.18),
        (0.3, -0.2),
        *[(0.34 + 0.3 * np.cos(a), 0.2 * np.sin(a)) for a in t[1:-1]],
        (0.3, 0.2),
        (-0.62, 0.18),
    ]
    parts = [extrude(outline, 0.04, CLOTH, colour, (0, 0, 0.83), 0.012)]
    for s in (-1, 1):
        parts.append(rod((-0.45, s * 0.16, 0), (0.35, s * 0.08, 0.84), 0.012, METAL, STEEL, 6))
        parts.append(rod((0.45, s * 0.16, 0), (-0.35, s * 0.08, 0.84), 0.012, METAL, STEEL, 6))
    parts.append(box((0.22, 0.11, 0.03), (-0.36, 0, 0.87), METAL, STEEL, 0.01))
    return joined(parts)


@prop("workshop stool", (0.4, 0.4, 0.6), synonyms=("work stool",), surface=0.6)
def workshop_stool(rng, colour="#C8553D") -> MeshData:
    """A round stool on steel legs."""
    parts = [cushion((0.36, 0.36, 0.07), (0, 0, 0.53), CLOTH, colour, 0.6, 5)]
    for k in range(4):
        a = np.radians(45 + 90 * k)
        parts.append(
            rod(
                (0.27 * np.cos(a), 0.27 * np.sin(a), 0),
                (0.13 * np.cos(a), 0.13 * np.sin(a), 0.54),
                0.012,
                IRON,
                "#2B2D30",
                6,
            )
        )
    return joined(parts)
