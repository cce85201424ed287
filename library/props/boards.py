"""Boards, maps and screens on walls."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, rod
from library.props.materials import CERAMIC, METAL, PAPER, PLASTIC, RUBBER, WOOD
from library.props.model import prop
from library.props.office import screen_picture

DARK = "#2B2D30"


@prop("whiteboard", (1.8, 0.08, 1.15), synonyms=("white board", "board", "flip board"), mount="wall", solid=False)
def whiteboard(rng, colour="#F6F5F0", size=(1.8, 0.08, 1.15)) -> MeshData:
    """A whiteboard with a drawing and notes."""
    width, depth, height = size
    y = depth / 2 - 0.02
    parts = [
        box((width, 0.025, height), (0, y, 0), METAL, "#B9BDC0", 0.006),
        box((width - 0.06, 0.01, height - 0.06), (0, y - 0.014, 0.03), CERAMIC, colour, 0.0),
        box((width * 0.6, depth - 0.02, 0.02), (0, 0.0, 0.0), METAL, "#B9BDC0", 0.005),
    ]
    face = y - 0.021
    for k in range(5):
        parts.append(
            box(
                (0.3 - 0.05 * (k % 3), 0.002, 0.014),
                (-width * 0.3, face, height * (0.78 - 0.1 * k)),
                PAPER,
                "#2F6FA3",
                0.0,
            )
        )
    for k in range(4):
        parts.append(
            box(
                (0.09, 0.002, 0.1 + 0.12 * k),
                (-0.02 + 0.13 * k, face, height * 0.25),
                PAPER,
                ("#D9694A", "#E3A93C", "#4FA3A5", "#5B6C8F")[k],
                0.0,
            )
        )
    parts.append(box((0.62, 0.002, 0.012), (0.18, face, height * 0.23), PAPER, DARK, 0.0))
    for k, tone in enumerate(("#F2D65E", "#F0A7A0", "#A8D0B0")):
        parts.append(
            box(
                (0.1, 0.003, 0.1),
                (width * 0.36, face, height * (0.68 - 0.17 * k)),
                PAPER,
                tone,
                0.0,
                roll=(-4, 3, 5)[k],
            )
        )
    for k in range(3):
        parts.append(
            rod(
                (-0.2 + 0.16 * k, -0.01, 0.028),
                (-0.08 + 0.16 * k, -0.01, 0.028),
                0.008,
                PLASTIC,
                ("#D9694A", "#2F6FA3", "#3A3D42")[k],
                6,
            )
        )
    return joined(parts)


@prop(
    "wall screen",
    (1.7, 0.06, 1.0),
    synonyms=("projector screen", "presentation screen", "big screen"),
    mount="wall",
    solid=False,
)
def wall_screen(rng, colour="#1F2124", screen="#2B4258", style="chart", size=(1.7, 0.06, 1.0)) -> MeshData:
    """A large screen on the wall."""
    width, depth, height = size
    return joined(
        [
            box((width, depth, height), (0, 0, 0), PLASTIC, colour, 0.012),
            *screen_picture(width - 0.06, height - 0.06, (0, -depth / 2 - 0.002, 0.03), style, screen),
        ]
    )


@prop("flip chart", (0.8, 0.7, 1.75), synonyms=("easel", "presentation easel"))
def flip_chart(rng, colour="#F6F1E6", frame="#8A5A34") -> MeshData:
    """Paper on an easel."""
    parts = [rod((s * 0.38, -0.33, 0), (s * 0.28, 0.0, 1.74), 0.016, WOOD, frame, 8) for s in (-1, 1)]
    parts.append(rod((0, 0.34, 0), (0, 0.02, 1.7), 0.016, WOOD, frame, 8))
    parts.append(box((0.7, 0.02, 0.9), (0, -0.13, 0.82), PAPER, colour, 0.003, tilt=-10))
    parts.append(box((0.74, 0.05, 0.03), (0, -0.17, 0.8), WOOD, frame, 0.006))
    for k in range(3):
        parts.append(
            box(
                (0.4 - 0.08 * k, 0.004, 0.03),
                (-0.05, -0.105 + 0.028 * (2 - k) - 0.016 * (2 - k), 1.12 + 0.14 * k),
                PAPER,
                ("#D9694A", "#2F6FA3", "#3A3D42")[k],
                0.0,
                tilt=-10,
            )
        )
    return joined(parts)


@prop("wall map", (1.3, 0.03, 0.85), synonyms=("map", "world map"), mount="wall", solid=False)
def wall_map(rng, colour="#A9C4C8", land="#D9C08A", size=(1.3, 0.03, 0.85)) -> MeshData:
    """A framed map."""
    width, depth, height = size
    parts = [
        box(size, (0, 0, 0), WOOD, "#6A4128", 0.008),
        box((width - 0.06, 0.004, height - 0.06), (0, -depth / 2 - 0.001, 0.03), PAPER, colour, 0.0),
    ]
    for x, z, w, h in (
        (-0.3, 0.66, 0.2, 0.2),
        (-0.24, 0.32, 0.1, 0.26),
        (0.06, 0.4, 0.12, 0.3),
        (0.05, 0.72, 0.12, 0.12),
        (0.26, 0.66, 0.26, 0.24),
        (0.36, 0.28, 0.11, 0.1),
    ):
        a = 2 * np.pi * np.arange(10) / 10
        r = 0.5 * rng.uniform(0.75, 1.15, 10)
        rim = np.stack(
            [
                x * width + w * width * r * np.cos(a),
                np.full(10, -depth / 2 - 0.005),
                z * height + h * height * r * np.sin(a),
            ],
            1,
        )
        points = np.concatenate([rim, [(x * width, -depth / 2 - 0.005, z * height)]])
        parts.append(
            MeshData.build(
                points, [(k, (k + 1) % 10, 10) for k in range(10)], PAPER, land, False, np.tile((0, -1.0, 0), (11, 1))
            )
        )
    return joined(parts)


@prop(
    "notice board", (1.2, 0.04, 0.8), synonyms=("pin board", "cork board", "bulletin board"), mount="wall", solid=False
)
def notice_board(rng, colour="#C49A66", size=(1.2, 0.04, 0.8)) -> MeshData:
    """A cork board full of notes."""
    width, depth, height = size
    parts = [
        box(size, (0, 0, 0), WOOD, "#8A5A34", 0.008),
        box((width - 0.08, 0.008, height - 0.08), (0, -depth / 2 - 0.001, 0.04), RUBBER, colour, 0.0),
    ]
    tones = ("#F2D65E", "#F0A7A0", "#A8D0B0", "#F4ECDC", "#8FB5D0", "#F4ECDC")
    for k in range(11):
        x, z = (
            (k % 4 - 1.5) * width * 0.22 + rng.uniform(-0.03, 0.03),
            height * (0.12 + 0.27 * (k // 4)) + rng.uniform(-0.02, 0.02),
        )
        parts.append(
            box(
                (rng.uniform(0.1, 0.18), 0.004, rng.uniform(0.1, 0.17)),
                (x, -depth / 2 - 0.006, z),
                PAPER,
                tones[k % 6],
                0.0,
                roll=rng.uniform(-6, 6),
            )
        )
    return joined(parts)
