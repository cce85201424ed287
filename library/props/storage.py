"""Boxes, shelves and the other things of storerooms."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cup, cushion, cylinder, lathe, rod, tube
from library.props.materials import CLOTH, IRON, METAL, PAINT, PAPER, PLASTIC, RUBBER, WOOD
from library.props.model import prop

CARDBOARD = "#B98F5E"
STEEL = "#C4C8CA"


@prop("cardboard box", (0.5, 0.4, 0.36), synonyms=("box", "carton", "package", "parcel"), surface=0.36)
def cardboard_box(rng, colour=CARDBOARD, size=(0.5, 0.4, 0.36)) -> MeshData:
    """A taped carton."""
    width, depth, height = size
    return joined(
        [
            box((width, depth, height - 0.003), (0, 0, 0), PAPER, colour, 0.006),
            box((width + 0.001, 0.06, height - 0.0005), (0, 0, 0.0005), PAPER, "#D9B98A", 0.006),
            box((0.12, 0.003, 0.08), (width * 0.22, -depth / 2 - 0.0005, height * 0.5), PAPER, "#F1EBDD", 0.0),
        ]
    )


@prop("box stack", (1.1, 0.75, 1.25), synonyms=("boxes", "pile of boxes", "stack of boxes"))
def box_stack(rng, colour=CARDBOARD) -> MeshData:
    """Cartons piled up."""
    parts = []
    for x, y, z, w, d, h, yaw in (
        (-0.27, 0.02, 0, 0.54, 0.6, 0.42, 2),
        (0.3, 0.03, 0, 0.48, 0.56, 0.38, -5),
        (-0.24, 0.05, 0.42, 0.46, 0.5, 0.4, -6),
        (0.27, 0.0, 0.38, 0.4, 0.42, 0.32, 9),
        (-0.22, 0.04, 0.82, 0.36, 0.36, 0.3, 14),
        (0.25, 0.02, 0.7, 0.3, 0.32, 0.26, -12),
    ):
        tone = np.clip(np.array([0.72, 0.56, 0.37]) * rng.uniform(0.88, 1.1), 0, 1)
        parts.append(cardboard_box(rng, tone, (w, d, h)).moved((x, y, z), yaw=yaw))
    return joined(parts)


@prop("storage rack", (1.6, 0.55, 2.1), synonyms=("metal shelf", "shelving", "warehouse shelf", "shelf"), surface=2.1)
def storage_rack(rng, colour="#3E5A78", size=(1.6, 0.55, 2.1)) -> MeshData:
    """Steel shelving with cartons, tins and crates."""
    width, depth, height = size
    parts = []
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(
                box((0.045, 0.045, height), (x * (width / 2 - 0.022), y * (depth / 2 - 0.022), 0), IRON, colour, 0.005)
            )
    rows = 4
    for row in range(rows):
        z = 0.12 + row * (height - 0.16) / (rows - 0.98) if row < rows - 1 else height - 0.04
        parts.append(box((width - 0.02, depth - 0.02, 0.035), (0, 0, z), WOOD, "#C49A66", 0.004))
        if row == rows - 1:
            continue
        gap = (height - 0.16) / (rows - 0.98) - 0.06
        x = -width / 2 + 0.08
        while x < width / 2 - 0.2:
            kind = rng.integers(4)
            room = width / 2 - 0.06 - x
            if kind == 0:
                w = min(rng.uniform(0.3, 0.46), room)
                parts.append(
                    cardboard_box(
                        rng,
                        np.clip(np.array([0.72, 0.56, 0.37]) * rng.uniform(0.88, 1.1), 0, 1),
                        (w, 0.4, gap * rng.uniform(0.5, 0.85)),
                    ).moved((x + w / 2, 0, z + 0.035))
                )
            elif kind == 1:
                w = min(0.34, room)
                tone = ("#5E8C86", "#C8553D", "#E0B04F")[rng.integers(3)]
                parts.append(box((w, 0.42, gap * 0.42), (x + w / 2, 0, z + 0.035), PLASTIC, tone, 0.02, segments=2))
                parts.append(
                    box((w - 0.06, 0.006, 0.05), (x + w / 2, -0.211, z + 0.035 + gap * 0.16), PAPER, "#F1EBDD", 0.0)
                )
            elif kind == 2:
                w = 0.18
                for k in range(2):
                    tone = ("#B5473A", "#2F6FA3", "#D9A12E", "#E6E1D7")[rng.integers(4)]
                    parts.append(cylinder(0.075, 0.19, METAL, tone, (x + 0.09, -0.1 + 0.2 * k, z + 0.035), 14, 0.006))
            else:
                w = rng.uniform(0.08, 0.2)
            x += w + 0.03
    return joined(parts)


@prop("ladder", (0.55, 1.0, 1.9), synonyms=("step ladder", "stepladder"))
def ladder(rng, colour="#D9A12E") -> MeshData:
    """An open stepladder."""
    parts = []
    for s in (-1, 1):
        parts.append(rod((s * 0.26, -0.48, 0), (s * 0.2, 0, 1.88), 0.02, IRON, colour, 8))
        parts.append(rod((s * 0.24, 0.48, 0), (s * 0.2, 0.02, 1.86), 0.018, IRON, "#9A9EA2", 8))
    for k in range(6):
        t = (k + 1) / 7
        parts.append(box((0.5 - 0.11 * t, 0.09, 0.022), (0, -0.48 * (1 - t), 1.88 * t - 0.02), METAL, "#B9BDC0", 0.005))
    parts.append(rod((-0.23, 0.3, 0.72), (0.23, 0.3, 0.72), 0.012, IRON, "#9A9EA2", 6))
    parts.append(box((0.42, 0.2, 0.03), (0, 0, 1.87), PLASTIC, "#2B2D30", 0.008))
    return joined(parts)


@prop("barrel", (0.6, 0.6, 0.9), synonyms=("wooden barrel", "cask", "keg"), surface=0.9)
def barrel(rng, colour="#9A6B3E") -> MeshData:
    """A wooden barrel with iron hoops."""
    profile = [
        (0, 0),
        (0.24, 0),
        (0.275, 0.2),
        (0.295, 0.45),
        (0.275, 0.7),
        (0.24, 0.9),
        (0.22, 0.9),
        (0.22, 0.87),
        (0, 0.87),
    ]
    body = lathe(profile, WOOD, colour, sides=20, crease=30)
    angle = np.floor((np.arctan2(body.vertices[:, 1], body.vertices[:, 0]) / np.pi + 1) * 10)
    body.colors *= (1 + 0.1 * np.sin(angle * 12.9))[:, None].astype(np.float32)
    body.colors = np.clip(body.colors, 0, 1)
    hoops = [
        lathe([(r, z), (r + 0.006, z + 0.005), (r + 0.006, z + 0.045), (r, z + 0.05)], IRON, "#3A3B3D", sides=20)
        for r, z in ((0.252, 0.06), (0.286, 0.26), (0.288, 0.6), (0.254, 0.79))
    ]
    return joined([body, *hoops])


@prop("bucket", (0.32, 0.32, 0.3), synonyms=("pail",), mount="floor")
def bucket(rng, colour="#4E86A8") -> MeshData:
    """A bucket with its handle up."""
    t = np.linspace(0, np.pi, 11)
    return joined(
        [
            cup(0.155, 0.26, PLASTIC, colour, (0, 0, 0), 0.72, 0.005, 18),
            tube(np.stack([0.15 * np.cos(t), 0.05 * np.sin(t), 0.24 + 0.055 * np.sin(t)], 1), 0.005, METAL, STEEL, 6),
        ]
    )


@prop("broom", (0.4, 0.3, 1.42), synonyms=("mop", "brush"))
def broom(rng, colour="#D9B060") -> MeshData:
    """A broom leaning back a little."""
    return joined(
        [
            rod((0, -0.1, 0.2), (0, 0.14, 1.42), 0.013, WOOD, "#B98B58", 8),
            box((0.36, 0.06, 0.06), (0, -0.11, 0.16), WOOD, "#8A5A34", 0.014),
            box((0.38, 0.07, 0.17), (0, -0.112, 0), CLOTH, colour, 0.02, segments=2),
        ]
    )


@prop("sack", (0.55, 0.42, 0.75), synonyms=("bag", "flour sack", "grain sack"))
def sack(rng, colour="#CBB48A") -> MeshData:
    """A full sack tied at the top."""
    profile = [
        (0, 0),
        (0.9, 0.0),
        (1.0, 0.12),
        (0.96, 0.4),
        (0.84, 0.62),
        (0.42, 0.82),
        (0.28, 0.86),
        (0.42, 1.0),
        (0.3, 0.98),
        (0, 0.94),
    ]
    body = lathe([(r * 0.5, z) for r, z in profile], CLOTH, colour, sides=18, crease=70)
    angle = np.arctan2(body.vertices[:, 1], body.vertices[:, 0])
    body.vertices[:, :2] *= (1 + 0.05 * np.sin(4 * angle + 3 * body.vertices[:, 2]))[:, None].astype(np.float32)
    body.normals = None
    return body


@prop("tyres", (0.66, 0.66, 0.62), synonyms=("tires", "tyre stack", "wheels"), surface=0.62)
def tyres(rng, colour="#232427") -> MeshData:
    """Three stacked tyres."""
    profile = [
        (0.2, 0.02),
        (0.26, 0.0),
        (0.32, 0.03),
        (0.33, 0.1),
        (0.32, 0.17),
        (0.26, 0.2),
        (0.2, 0.18),
        (0.19, 0.1),
        (0.2, 0.02),
    ]
    return joined([lathe(profile, RUBBER, colour, (0, 0, 0.208 * k), 20, 50) for k in range(3)])


@prop("pallet", (1.2, 0.8, 0.15), synonyms=("wooden pallet",), surface=0.15)
def pallet(rng, colour="#B98F5E") -> MeshData:
    """A wooden pallet."""
    parts = [box((1.2, 0.1, 0.022), (0, y, z), WOOD, colour, 0.003) for y in (-0.35, 0, 0.35) for z in (0.0, 0.106)]
    parts += [box((0.12, 0.8, 0.022), (-0.54 + 0.18 * k, 0, 0.128), WOOD, colour, 0.003) for k in range(7)]
    parts += [
        box((0.12, 0.1, 0.086), (x, y, 0.021), WOOD, colour, 0.003) for x in (-0.54, 0, 0.54) for y in (-0.35, 0, 0.35)
    ]
    return joined(parts)


@prop("hand truck", (0.5, 0.48, 1.2), synonyms=("trolley", "dolly", "cart"))
def hand_truck(rng, colour="#C8553D") -> MeshData:
    """A two-wheeled sack truck."""
    parts = [
        tube(
            [(s * 0.17, -0.02, 0.06), (s * 0.17, 0.1, 0.7), (s * 0.17, 0.18, 1.1), (s * 0.12, 0.22, 1.18)],
            0.016,
            IRON,
            colour,
            8,
        )
        for s in (-1, 1)
    ]
    parts.append(rod((-0.13, 0.22, 1.185), (0.13, 0.22, 1.185), 0.016, RUBBER, "#2B2D30", 8))
    parts += [
        rod((-0.17, y, z), (0.17, y, z), 0.012, IRON, colour, 6) for y, z in ((0.03, 0.34), (0.075, 0.58), (0.12, 0.82))
    ]
    parts.append(box((0.4, 0.22, 0.015), (0, -0.13, 0.02), METAL, STEEL, 0.004))
    parts += [rod((s * 0.19, 0.07, 0.12), (s * 0.25, 0.07, 0.12), 0.12, RUBBER, "#232427", 16) for s in (-1, 1)]
    return joined(parts)


@prop("wall hooks", (0.9, 0.1, 0.5), synonyms=("aprons", "coat hooks"), mount="wall", solid=False)
def wall_hooks(rng, colour="#8A5A34", palette=("#E6E1D7", "#C8553D", "#5E8C86")) -> MeshData:
    """A board of hooks with aprons."""
    parts = [box((0.9, 0.03, 0.1), (0, 0.035, 0.4), PAINT, colour, 0.008)]
    for k, tone in enumerate(palette):
        x = -0.28 + 0.28 * k
        parts.append(rod((x, 0.02, 0.45), (x, -0.045, 0.46), 0.008, METAL, STEEL, 6))
        parts.append(cushion((0.2, 0.07, 0.42), (x, -0.01, 0.0), CLOTH, tone, 0.5, 5))
    return joined(parts)
