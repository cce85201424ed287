"""Office machines, screens and cabinets."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, rod, tube
from library.props.materials import CERAMIC, IRON, METAL, PAPER, PLASTIC, SCREEN, WOOD
from library.props.model import prop

DARK = "#2B2D30"
STEEL = "#C4C8CA"


def screen_picture(width, height, at, style, colour) -> list[MeshData]:
    """A lit screen facing -y with a simple picture: "text", "chart", "game" or "film"."""
    x, y, z = at
    parts = [box((width, 0.004, height), (x, y, z), SCREEN, colour, 0.0)]

    def mark(dx, dz, w, h, tone):
        parts.append(
            box((w * width, 0.002, h * height), (x + dx * width, y - 0.003, z + dz * height), SCREEN, tone, 0.0)
        )

    if style == "text":
        for k in range(7):
            mark(-0.1 - 0.05 * (k % 3), 0.82 - 0.11 * k, 0.6 - 0.1 * (k % 3), 0.035, "#E8EDF2")
        mark(0.36, 0.1, 0.16, 0.78, "#3E6C8F")
    elif style == "chart":
        for k in range(6):
            mark(-0.35 + 0.14 * k, 0.12, 0.09, 0.15 + 0.1 * ((k * 3) % 5), ("#E3A93C", "#4FA3A5", "#D9694A")[k % 3])
        mark(0.0, 0.86, 0.7, 0.05, "#F1EBDD")
    elif style == "game":
        mark(0.0, 0.0, 1.0, 0.3, "#3E7A4F")
        mark(-0.2, 0.3, 0.16, 0.22, "#D9694A")
        mark(0.22, 0.3, 0.22, 0.3, "#5B4A8A")
        mark(-0.3, 0.85, 0.3, 0.06, "#E8C23A")
    else:
        mark(0.0, 0.0, 1.0, 0.42, "#2F4A66")
        mark(0.2, 0.5, 0.16, 0.28, "#F0C27A")
    return parts


@prop("monitor", (0.58, 0.2, 0.5), synonyms=("computer", "screen", "computer screen", "pc"), mount="surface")
def monitor(rng, colour=DARK, screen="#274B66", style="text") -> MeshData:
    """A computer screen on a foot."""
    parts = [
        box((0.58, 0.03, 0.36), (0, -0.02, 0.14), PLASTIC, colour, 0.01),
        box((0.24, 0.18, 0.014), (0, 0.0, 0), PLASTIC, colour, 0.006),
        box((0.05, 0.03, 0.22), (0, 0.02, 0.01), PLASTIC, colour, 0.006),
        *screen_picture(0.54, 0.32, (0, -0.037, 0.16), style, screen),
    ]
    return joined(parts)


@prop("laptop", (0.34, 0.32, 0.23), synonyms=("notebook computer",), mount="surface")
def laptop(rng, colour="#B9BDC0", screen="#2F5D7A", style="chart") -> MeshData:
    """An open laptop; its user sits at the -y side."""
    base = [
        box((0.34, 0.24, 0.016), (0, -0.04, 0), METAL, colour, 0.005),
        box((0.28, 0.1, 0.002), (0, -0.01, 0.0155), PLASTIC, DARK, 0.0),
    ]
    lid = joined(
        [
            box((0.34, 0.01, 0.22), (0, 0, 0), METAL, colour, 0.004),
            *screen_picture(0.31, 0.19, (0, -0.007, 0.015), style, screen),
        ]
    )
    tilt = np.radians(-18)
    matrix = np.array(
        [[1, 0, 0, 0], [0, np.cos(tilt), -np.sin(tilt), 0.083], [0, np.sin(tilt), np.cos(tilt), 0.014], [0, 0, 0, 1.0]]
    )
    return joined([*base, lid.moved(matrix=matrix)]).moved((0, -0.002, 0))


@prop("keyboard", (0.46, 0.16, 0.03), synonyms=("computer keyboard",), mount="surface")
def keyboard(rng, colour="#3A3D42", keys="#E6E1D7") -> MeshData:
    """A keyboard with a mouse to its right."""
    parts = [box((0.36, 0.14, 0.014), (-0.05, 0, 0), PLASTIC, colour, 0.005)]
    for row in range(4):
        parts.append(box((0.33, 0.024, 0.008), (-0.05, 0.045 - 0.031 * row, 0.013), PLASTIC, keys, 0.003))
    parts.append(box((0.055, 0.1, 0.028), (0.2, -0.01, 0), PLASTIC, keys, 0.012, segments=2))
    return joined(parts)


@prop("telephone", (0.22, 0.2, 0.13), synonyms=("phone", "desk phone", "landline"), mount="surface")
def telephone(rng, colour="#B5473A") -> MeshData:
    """An old desk telephone."""
    body = lathe([(0, 0), (0.105, 0), (0.1, 0.02), (0.06, 0.075), (0, 0.08)], CERAMIC, colour, sides=4, crease=20)
    a = np.radians(45)
    turn = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    body.vertices = (body.vertices @ turn.T * (1.3, 1.25, 1)).astype(np.float32)
    body.normals = None
    body.smooth[:] = False
    t = np.linspace(-1, 1, 9)
    handle = np.stack([0.095 * t, np.full(9, 0.02), 0.112 - 0.02 * t**2], 1)
    return joined(
        [body, cylinder(0.04, 0.012, PLASTIC, "#F1EBDD", (0, -0.03, 0.07), 16), tube(handle, 0.016, CERAMIC, colour, 8)]
        + [box((0.045, 0.05, 0.04), (s * 0.085, 0.02, 0.072), CERAMIC, colour, 0.014) for s in (-1, 1)]
    )


@prop("printer", (0.48, 0.42, 0.34), synonyms=("copier", "photocopier"), mount="surface", surface=0.3)
def printer(rng, colour="#E6E3DB") -> MeshData:
    """A desktop printer with paper."""
    return joined(
        [
            box((0.48, 0.38, 0.28), (0, 0.02, 0), PLASTIC, colour, 0.02, segments=2),
            box((0.4, 0.03, 0.05), (0, -0.17, 0.12), PLASTIC, DARK, 0.006),
            box((0.28, 0.14, 0.006), (0, -0.14, 0.115), PAPER, "#F6F1E6", 0.0),
            box((0.3, 0.012, 0.12), (0, 0.15, 0.22), PAPER, "#F6F1E6", 0.0, tilt=-14),
            box((0.14, 0.06, 0.012), (0.14, -0.12, 0.276), PLASTIC, DARK, 0.004),
        ]
    )


@prop("filing cabinet", (0.48, 0.6, 1.32), synonyms=("file cabinet", "drawers", "cabinet"), surface=1.32)
def filing_cabinet(rng, colour="#6F8A86", metal=STEEL) -> MeshData:
    """A steel cabinet of four drawers."""
    parts = [box((0.48, 0.58, 1.32), (0, 0.01, 0), IRON, colour, 0.012)]
    for k in range(4):
        z = 0.05 + 0.315 * k
        parts.append(box((0.43, 0.02, 0.295), (0, -0.282, z), IRON, colour, 0.008))
        parts.append(box((0.12, 0.02, 0.016), (0, -0.296, z + 0.19), METAL, metal, 0.005))
        parts.append(box((0.1, 0.006, 0.04), (0, -0.294, z + 0.23), PAPER, "#F4ECDC", 0.0))
    return joined(parts)


@prop("television", (1.25, 0.24, 0.8), synonyms=("tv", "tv set", "flat screen"), mount="surface")
def television(rng, colour="#1F2124", screen="#E0B07A", style="film") -> MeshData:
    """A flat television on feet."""
    parts = [
        box((1.25, 0.05, 0.72), (0, 0, 0.08), PLASTIC, colour, 0.012),
        *screen_picture(1.2, 0.66, (0, -0.028, 0.11), style, screen),
    ]
    parts += [box((0.05, 0.24, 0.09), (s * 0.42, 0, 0), PLASTIC, colour, 0.012) for s in (-1, 1)]
    return joined(parts)


@prop("waste basket", (0.3, 0.3, 0.34), synonyms=("wastepaper basket", "paper bin", "trash basket"))
def waste_basket(rng, colour="#5B6C78") -> MeshData:
    """A basket with crumpled paper."""
    basket = [(0, 0), (0.11, 0), (0.15, 0.31), (0.143, 0.31), (0.105, 0.01), (0, 0.01)]
    parts = [lathe(basket, PLASTIC, colour, sides=18)]
    for k in range(5):
        a = 2.4 * k
        s = 0.1
        parts.append(
            box(
                (s, s, s * 0.9),
                (0.06 * np.cos(a), 0.06 * np.sin(a), 0.22 + 0.006 * k),
                PAPER,
                "#F1EBDD",
                0.03,
                yaw=50 * k,
                tilt=25,
            )
        )
    return joined(parts)


@prop("cabinet", (1.0, 0.45, 1.8), synonyms=("cupboard", "wardrobe", "locker", "storage cabinet"), surface=1.8)
def cabinet(rng, colour="#7A5A3A", metal="#B99A5A", size=(1.0, 0.45, 1.8)) -> MeshData:
    """A two-door cabinet on feet."""
    width, depth, height = size
    parts = [
        box((width, depth - 0.03, height - 0.1), (0, 0.015, 0.08), WOOD, colour, 0.01, grain=2),
        box((width - 0.04, depth - 0.02, 0.05), (0, 0, height - 0.05), WOOD, colour, 0.012, grain=0),
    ]
    for s in (-1, 1):
        x, w, h = s * width / 4, width / 2 - 0.03, height - 0.2
        parts.append(box((w, 0.024, h), (x, -depth / 2 + 0.02, 0.11), WOOD, colour, 0.008, grain=2))
        parts.append(
            box((w - 0.16, 0.016, h * 0.42), (x, -depth / 2 + 0.008, 0.11 + h * 0.52), WOOD, colour, 0.014, grain=2)
        )
        parts.append(
            box((w - 0.16, 0.016, h * 0.38), (x, -depth / 2 + 0.008, 0.11 + h * 0.07), WOOD, colour, 0.014, grain=2)
        )
        parts.append(
            rod(
                (s * 0.04, -depth / 2 + 0.01, height * 0.52),
                (s * 0.04, -depth / 2, height * 0.52),
                0.018,
                METAL,
                metal,
                10,
            )
        )
        for y in (-1, 1):
            parts.append(
                rod(
                    (s * (width / 2 - 0.06), y * (depth / 2 - 0.07), 0),
                    (s * (width / 2 - 0.06), y * (depth / 2 - 0.07), 0.09),
                    0.022,
                    WOOD,
                    colour,
                    8,
                )
            )
    return joined(parts)


@prop("sideboard", (1.6, 0.45, 0.78), synonyms=("credenza", "buffet", "chest of drawers", "tv stand"), surface=0.78)
def sideboard(rng, colour="#8A5A34", accent="#C79A4B", size=(1.6, 0.45, 0.78)) -> MeshData:
    """A long low cupboard on tapered legs."""
    width, depth, height = size
    leg = 0.16
    parts = [box((width, depth - 0.02, height - leg), (0, 0.01, leg), WOOD, colour, 0.012, grain=0, segments=2)]
    count = max(2, round(width / 0.52))
    for k in range(count):
        x, w = -width / 2 + 0.03 + (width - 0.06) * (k + 0.5) / count, (width - 0.06) / count - 0.014
        if k == count // 2:
            for j in range(3):
                h = (height - leg - 0.07) / 3
                parts.append(
                    box((w, 0.02, h - 0.012), (x, -depth / 2 + 0.01, leg + 0.035 + j * h), WOOD, colour, 0.007, grain=0)
                )
                parts.append(
                    box((0.1, 0.022, 0.014), (x, -depth / 2, leg + 0.035 + j * h + h * 0.5), METAL, accent, 0.005)
                )
        else:
            parts.append(
                box((w, 0.02, height - leg - 0.08), (x, -depth / 2 + 0.01, leg + 0.04), WOOD, colour, 0.007, grain=0)
            )
            parts.append(
                box(
                    (0.014, 0.022, 0.12),
                    (x + w / 2 - 0.04, -depth / 2, leg + (height - leg) * 0.5),
                    METAL,
                    accent,
                    0.005,
                )
            )
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(
                rod(
                    (x * (width / 2 - 0.08), y * (depth / 2 - 0.07), 0),
                    (x * (width / 2 - 0.12), y * (depth / 2 - 0.09), leg + 0.01),
                    (0.012, 0.022),
                    WOOD,
                    colour,
                    8,
                )
            )
    return joined(parts)


@prop("bell", (0.11, 0.11, 0.08), synonyms=("desk bell", "reception bell"), mount="surface")
def bell(rng, colour="#D9A94B") -> MeshData:
    """A brass desk bell."""
    return lathe(
        [
            (0, 0),
            (0.055, 0),
            (0.055, 0.012),
            (0.048, 0.014),
            (0.044, 0.04),
            (0.028, 0.058),
            (0.006, 0.064),
            (0.006, 0.072),
            (0.01, 0.08),
            (0, 0.08),
        ],
        METAL,
        colour,
        sides=18,
        crease=50,
    )


@prop("name plate", (0.3, 0.08, 0.08), synonyms=("desk sign",), mount="surface")
def name_plate(rng, colour="#C79A4B") -> MeshData:
    """A brass name plate on a wedge."""
    return joined(
        [
            box((0.3, 0.07, 0.02), (0, 0, 0), WOOD, "#4A2C1A", 0.005),
            box((0.28, 0.012, 0.06), (0, 0, 0.018), METAL, colour, 0.004, tilt=-12),
        ]
    )


@prop("room divider", (1.7, 0.29, 1.66), synonyms=("screen wall", "folding screen"))
def room_divider(rng, colour="#C9A66A", accent="#F1E6D0") -> MeshData:
    """A folding screen of three leaves."""
    parts = []
    for k in range(3):
        leaf_ = [
            box((0.6, 0.03, 1.66), (0, 0, 0.03), WOOD, colour, 0.008, grain=2),
            box((0.5, 0.036, 1.5), (0, 0, 0.1), PAPER, accent, 0.004),
        ]
        leaf_ += [box((0.5, 0.042, 0.02), (0, 0, 0.1 + 1.5 * j / 4), WOOD, colour, 0.003) for j in range(1, 4)]
        parts.append(joined(leaf_).moved((-0.58 + 0.58 * k, 0.02, 0.01), yaw=(26, -26, 26)[k]))
    return joined(parts)
