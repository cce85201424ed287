"""Things that stand in a street or a garden."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, extrude, lathe, panel, rod, sphere, tube
from library.props.materials import BULB, CERAMIC, IRON, PAINT, PANE, PLASTIC, RUBBER, SHADE, STONE, WOOD
from library.props.model import Lit, prop

DARK_IRON = "#2C3A3C"


@prop(
    "lamp post",
    (0.44, 0.44, 3.7),
    synonyms=("street lamp", "street light", "lantern"),
    lights=(Lit((0, 0, 3.0), 190.0, "#FFB765", 0.13),),
)
def lamp_post(rng, colour=DARK_IRON) -> MeshData:
    """An old iron street lamp; its light sits under the closed lantern, round the post."""
    post = [
        (0, 0),
        (0.14, 0),
        (0.14, 0.1),
        (0.1, 0.16),
        (0.085, 0.42),
        (0.055, 0.48),
        (0.04, 2.9),
        (0.065, 2.93),
        (0.035, 2.99),
        (0.04, 3.1),
        (0, 3.1),
    ]
    cap = [(0.22, 3.42), (0.19, 3.48), (0.07, 3.58), (0.03, 3.66), (0.012, 3.7), (0, 3.7)]
    parts = [lathe(post, IRON, colour, sides=14), lathe([(0, 3.42), *cap], IRON, colour, sides=14)]
    parts.append(lathe([(0, 3.1), (0.06, 3.1), (0.155, 3.42), (0, 3.42)], SHADE, "#FFF0D0", sides=14))
    for k in range(4):
        a = np.radians(45 + 90 * k)
        parts.append(
            rod(
                (0.065 * np.cos(a), 0.065 * np.sin(a), 3.09),
                (0.17 * np.cos(a), 0.17 * np.sin(a), 3.43),
                0.008,
                IRON,
                colour,
                5,
            )
        )
    return joined(parts)


@prop("letter box", (0.44, 0.44, 1.28), synonyms=("post box", "mailbox", "pillar box"))
def letter_box(rng, colour="#B23A2A", accent=DARK_IRON) -> MeshData:
    """A round red letter box."""
    body = [
        (0, 0),
        (0.2, 0),
        (0.2, 0.1),
        (0.175, 0.12),
        (0.175, 1.05),
        (0.215, 1.08),
        (0.215, 1.14),
        (0.17, 1.22),
        (0.09, 1.27),
        (0, 1.28),
    ]
    return joined(
        [
            lathe(body, CERAMIC, colour, sides=22),
            box((0.19, 0.03, 0.035), (0, -0.172, 0.93), IRON, accent, 0.006),
            box((0.14, 0.02, 0.16), (0, -0.172, 0.62), PAINT, "#F1E9DA", 0.006),
            lathe([(0, 0), (0.205, 0), (0.205, 0.09), (0, 0.09)], IRON, accent, (0, 0, 0), 22),
        ]
    )


@prop("litter bin", (0.46, 0.46, 0.9), synonyms=("bin", "trash can", "rubbish bin", "garbage can"))
def litter_bin(rng, colour="#3F6B57", accent=DARK_IRON) -> MeshData:
    """A slatted street bin."""
    parts = [
        cylinder(0.19, 0.8, PLASTIC, "#23282A", (0, 0, 0.03), 18),
        lathe(
            [(0, 0.84), (0.23, 0.84), (0.23, 0.87), (0.16, 0.9), (0.12, 0.9), (0.12, 0.86), (0, 0.86)],
            IRON,
            accent,
            sides=20,
        ),
    ]
    for k in range(14):
        a = 360 * k / 14
        parts.append(
            box(
                (0.072, 0.02, 0.74),
                (0.21 * np.cos(np.radians(a)), 0.21 * np.sin(np.radians(a)), 0.06),
                WOOD,
                colour,
                0.005,
                yaw=a + 90,
            )
        )
    return joined(parts)


@prop("hydrant", (0.36, 0.34, 0.8), synonyms=("fire hydrant",))
def hydrant(rng, colour="#D9A12E") -> MeshData:
    """A fire hydrant."""
    body = [
        (0, 0),
        (0.15, 0),
        (0.15, 0.05),
        (0.11, 0.07),
        (0.11, 0.52),
        (0.135, 0.54),
        (0.135, 0.58),
        (0.11, 0.66),
        (0.05, 0.72),
        (0.03, 0.73),
        (0.03, 0.8),
        (0, 0.8),
    ]
    parts = [lathe(body, IRON, colour, sides=18)]
    parts += [rod((s * 0.08, 0, 0.42), (s * 0.18, 0, 0.42), 0.05, IRON, colour, 12) for s in (-1, 1)]
    parts.append(rod((0, -0.08, 0.36), (0, -0.17, 0.36), 0.06, IRON, colour, 12))
    return joined(parts)


@prop("traffic light", (0.42, 0.36, 3.2), synonyms=("stop light", "signal"))
def traffic_light(rng, colour="#2E3436") -> MeshData:
    """A traffic light on a post; red is on."""
    parts = [
        cylinder(0.1, 0.12, IRON, colour, (0, 0.1, 0), 12),
        rod((0, 0.1, 0.1), (0, 0.1, 3.1), 0.05, IRON, colour, 10),
    ]
    parts.append(box((0.32, 0.18, 0.92), (0, 0, 2.28), IRON, colour, 0.04, segments=2))
    for k, tone in enumerate(("#3FA45B", "#D9A12E", "#E2503A")):
        lens = BULB if k == 2 else CERAMIC
        parts.append(rod((0, -0.085, 2.43 + 0.29 * k), (0, -0.1, 2.43 + 0.29 * k), 0.1, lens, tone, 16))
        t = np.linspace(0, np.pi, 9)
        parts.append(
            tube(
                np.stack([0.12 * np.cos(t), np.full(9, -0.15), 2.43 + 0.29 * k + 0.12 * np.sin(t)], 1),
                0.012,
                IRON,
                colour,
                5,
            )
        )
    parts.append(box((0.42, 0.02, 0.02), (0, 0.09, 3.18), IRON, colour, 0.004))
    return joined(parts)


@prop("picket fence", (3.0, 0.08, 0.95), synonyms=("fence", "garden fence"))
def picket_fence(rng, colour="#F4EDE0", size=(3.0, 0.08, 0.95)) -> MeshData:
    """White pickets on two rails."""
    width, _, height = size
    count = max(2, round(width / 0.165))
    parts = []
    for k in range(count):
        x = -width / 2 + width / count * (k + 0.5)
        tall = height * 0.99
        outline = [(-0.042, 0), (0.042, 0), (0.042, tall - 0.05), (0, tall), (-0.042, tall - 0.05)]
        flat = extrude(outline, 0.022, PAINT, colour, bevel=0.005)
        parts.append(
            flat.moved(matrix=np.array([[1, 0, 0, x], [0, 0, -1, -0.018], [0, 1, 0, 0.01 * height], [0, 0, 0, 1.0]]))
        )
    for z in (0.26, 0.7):
        parts.append(box((width, 0.03, 0.07), (0, 0.0, z * height), PAINT, colour, 0.006))
    for x in (-1, 1):
        parts.append(box((0.08, 0.08, height), (x * (width / 2 - 0.04), 0, 0), PAINT, colour, 0.01))
    return joined(parts)


@prop("bollard", (0.22, 0.22, 0.9), synonyms=("post",))
def bollard(rng, colour=DARK_IRON) -> MeshData:
    """An iron bollard."""
    return lathe(
        [
            (0, 0),
            (0.11, 0),
            (0.11, 0.06),
            (0.07, 0.1),
            (0.06, 0.72),
            (0.085, 0.76),
            (0.085, 0.82),
            (0.05, 0.88),
            (0, 0.9),
        ],
        IRON,
        colour,
        sides=16,
    )


@prop("street sign", (0.62, 0.1, 2.4), synonyms=("sign", "road sign"), solid=True)
def street_sign(rng, colour="#2F6FA3") -> MeshData:
    """A round traffic sign on a post."""
    disc = lathe([(0, 0), (0.3, 0), (0.31, 0.01), (0.3, 0.02), (0, 0.02)], PAINT, colour, sides=26)
    rim = lathe([(0.27, 0.02), (0.255, 0.024), (0, 0.024)], PAINT, "#F3EEE2", sides=26)
    up = np.array([[1, 0, 0, 0], [0, 0, -1, -0.01], [0, 1, 0, 2.09], [0, 0, 0, 1.0]])
    arrow = box((0.07, 0.01, 0.26), (0, -0.04, 1.94), PAINT, colour, 0.0)
    return joined(
        [rod((0, 0.02, 0), (0, 0.02, 2.3), 0.028, IRON, "#8C9294", 10), joined([disc, rim]).moved(matrix=up), arrow]
    )


@prop("news box", (0.5, 0.42, 1.1), synonyms=("newspaper box", "newspaper stand"))
def news_box(rng, colour="#2F6FA3") -> MeshData:
    """A box that sells newspapers."""
    return joined(
        [
            box((0.5, 0.4, 0.6), (0, 0.01, 0.5), PAINT, colour, 0.03, segments=2),
            box((0.38, 0.02, 0.32), (0, -0.195, 0.68), PANE, "#C9D6D8", 0.008),
            box((0.1, 0.1, 0.5), (0, 0.02, 0.02), IRON, DARK_IRON, 0.01),
            box((0.4, 0.34, 0.03), (0, 0.01, 0), IRON, DARK_IRON, 0.008),
        ]
    )


@prop("bicycle", (1.72, 0.5, 1.05), synonyms=("bike",))
def bicycle(rng, colour="#C8553D", accent="#2B2D30") -> MeshData:
    """A town bicycle on its stand, facing -x."""
    a = np.linspace(0, 2 * np.pi, 25)[:-1]
    parts = []
    for x in (-0.53, 0.53):
        ring = np.stack([x + 0.31 * np.cos(a), np.zeros(24), 0.33 + 0.31 * np.sin(a)], 1)
        parts.append(tube(ring, 0.02, RUBBER, accent, 6, closed=True))
        for k in range(0, 24, 3):
            parts.append(rod((x, 0, 0.33), ring[k], 0.003, IRON, "#B9BEC0", 4))
    head, crank, seat, rear, front = (-0.38, 0, 0.85), (0.08, 0, 0.3), (0.2, 0, 0.8), (0.53, 0, 0.33), (-0.53, 0, 0.33)
    for p, q in (
        (head, crank),
        (crank, seat),
        (seat, rear),
        (crank, rear),
        ((-0.4, 0, 0.76), (0.17, 0, 0.68)),
        (head, front),
    ):
        parts.append(rod(p, q, 0.02, IRON, colour, 8))
    parts.append(rod(head, (-0.36, 0, 1.0), 0.016, IRON, "#B9BEC0", 6))
    parts.append(
        tube(
            [(-0.14, -0.25, 1.0), (-0.3, -0.2, 1.03), (-0.38, 0, 1.02), (-0.3, 0.2, 1.03), (-0.14, 0.25, 1.0)],
            0.014,
            IRON,
            "#B9BEC0",
            6,
        )
    )
    parts.append(sphere((0.13, 0.08, 0.04), RUBBER, "#5A3A24", (0.23, 0, 0.8), 10, 6))
    parts.append(rod((0.18, 0.02, 0.3), (0.24, 0.16, 0.0), 0.01, IRON, accent, 5))
    return joined(parts)


@prop("stone", (0.7, 0.5, 0.4), synonyms=("rock", "boulder"), surface=None)
def stone(rng, colour="#A39B90", size=(0.7, 0.5, 0.4)) -> MeshData:
    """A boulder."""
    ball = sphere(0.5, STONE, colour, sides=14, rings=9)
    v = ball.vertices.astype(float)
    v *= (
        1
        + 0.12 * np.sin(v[:, [1]] * 9 + rng.uniform(0, 6))
        + 0.1 * np.sin(v[:, [2]] * 8 + v[:, [0]] * 7 + rng.uniform(0, 6))
    )
    ball.vertices = v.astype(np.float32)
    ball.normals = None
    return ball


@prop("awning", (2.4, 1.0, 0.7), synonyms=("sun blind",), mount="wall", solid=False)
def awning(rng, colour="#C8553D", accent="#F3EBDD", size=(2.4, 1.0, 0.7)) -> MeshData:
    """A striped awning."""
    width, depth, height = size
    count = max(3, int(width / 0.3))
    parts = []
    for k in range(count):
        x0, x1 = -width / 2 + width * k / count, -width / 2 + width * (k + 1) / count
        tone = colour if k % 2 else accent
        parts.append(
            panel(
                [(x0, -depth / 2, 0.18), (x1, -depth / 2, 0.18), (x1, depth / 2, height), (x0, depth / 2, height)],
                PAINT,
                tone,
            )
        )
        parts.append(
            panel(
                [(x0, -depth / 2, 0.0), (x1, -depth / 2, 0.0), (x1, -depth / 2, 0.18), (x0, -depth / 2, 0.18)],
                PAINT,
                tone,
            )
        )
    return joined(parts)
