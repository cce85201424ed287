"""Books, paper and shelves full of them."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, sphere, tube
from library.props.materials import CERAMIC, METAL, PAPER, PLASTIC, WOOD
from library.props.model import prop

SPINES = ("#B5473A", "#E0B04F", "#2F5D62", "#EADFC9", "#5B6C8F", "#7C8F5A", "#3A2E3F", "#C8783F", "#8A3B3B", "#D9C7A0")


def _book(width, depth, height, at, colour, yaw=0.0, roll=0.0) -> MeshData:
    return box((width, depth, height), at, PAPER, colour, 0.004, yaw=yaw, roll=roll)


def row_of_books(
    rng, width: float, depth: float, height: float, at, palette=SPINES, fill: float = 0.85
) -> list[MeshData]:
    """Upright and lying books with gaps and a few vases, from the left end of a shelf board at `at` (its middle)."""
    x, end = at[0] - width / 2, at[0] + width / 2
    out: list[MeshData] = []
    while x < end - 0.05:
        kind = rng.uniform()
        if kind > fill:
            room = min(rng.uniform(0.06, 0.16), end - x)
            if room > 0.1 and kind > 0.93:
                tone = palette[rng.integers(len(palette))]
                out.append(
                    vase_like(
                        rng, (x + room / 2, at[1], at[2]), min(0.045, room / 2 - 0.005), min(height * 0.7, 0.2), tone
                    )
                )
            x += room
            continue
        if kind < 0.1 and end - x > 0.24:
            z = at[2]
            for _ in range(rng.integers(2, 4)):
                thick = rng.uniform(0.025, 0.04)
                out.append(
                    _book(
                        0.2,
                        depth * 0.75,
                        thick,
                        (x + 0.11, at[1], z),
                        palette[rng.integers(len(palette))],
                        rng.uniform(-6, 6),
                    )
                )
                z += thick
            x += 0.23
            continue
        for _ in range(rng.integers(3, 8)):
            thick = rng.uniform(0.022, 0.05)
            if x + thick > end:
                return out
            tall = height * rng.uniform(0.62, 0.92)
            tone = palette[rng.integers(len(palette))]
            out.append(
                _book(
                    thick - 0.002,
                    depth * rng.uniform(0.65, 0.85),
                    tall,
                    (x + thick / 2, at[1] - depth * 0.06, at[2]),
                    tone,
                )
            )
            x += thick
        if rng.uniform() < 0.3 and x + 0.11 < end:
            tall = height * 0.78
            out.append(
                _book(0.03, depth * 0.7, tall, (x + 0.022, at[1], at[2]), palette[rng.integers(len(palette))], roll=-9)
            )
            x += 0.085
    return out


def vase_like(rng, at, radius, height, colour) -> MeshData:
    """A small vase for a shelf."""
    profile = [
        (0, 0),
        (0.6, 0),
        (1.0, 0.32),
        (0.85, 0.6),
        (0.36, 0.82),
        (0.46, 1.0),
        (0.36, 1.0),
        (0.25, 0.83),
        (0, 0.7),
    ]
    return lathe([(r * radius, z * height) for r, z in profile], CERAMIC, colour, at, 12, 70)


@prop("bookshelf", (0.95, 0.32, 1.95), synonyms=("bookcase", "book shelf", "shelves"), surface=1.95)
def bookshelf(rng, colour="#5E3A24", palette=SPINES, size=(0.95, 0.32, 1.95), fill=0.85) -> MeshData:
    """A tall wooden shelf full of books."""
    width, depth, height = size
    rows = max(1, round((height - 0.1) / 0.37))
    gap = (height - 0.06) / rows
    parts = [box((width - 0.02, 0.014, height - 0.03), (0, depth / 2 - 0.007, 0.02), WOOD, colour, 0.0, grain=2)]
    for side in (-1, 1):
        parts.append(box((0.034, depth, height), (side * (width / 2 - 0.017), 0, 0), WOOD, colour, 0.006))
    for k in range(rows + 1):
        z = 0.03 + k * gap if k < rows else height - 0.03
        parts.append(box((width - 0.066, depth - 0.012, 0.03), (0, -0.004, z), WOOD, colour, 0.005))
        if k < rows:
            parts += row_of_books(rng, width - 0.1, depth - 0.06, gap - 0.05, (0, -0.01, z + 0.03), palette, fill)
    parts.append(box((width - 0.066, 0.02, 0.03), (0, -depth / 2 + 0.04, 0), WOOD, colour, 0.0))
    return joined(parts)


@prop("wall shelf", (0.9, 0.24, 0.3), synonyms=("hanging shelf",), mount="wall", surface=0.03, solid=False)
def wall_shelf(rng, colour="#B98B58", palette=SPINES, size=(0.9, 0.24, 0.3)) -> MeshData:
    """A board on the wall with books and small things."""
    width, depth, height = size
    parts = [box((width, depth, 0.03), (0, 0, 0), WOOD, colour, 0.006)]
    parts += row_of_books(rng, width - 0.08, depth - 0.05, height - 0.03, (0, 0.01, 0.03), palette, 0.75)
    return joined(parts)


@prop("books", (0.26, 0.2, 0.09), synonyms=("stack of books", "book stack"), mount="surface", surface=0.09)
def books(rng, palette=SPINES) -> MeshData:
    """Three books lying on each other."""
    tones = [palette[int(k)] for k in rng.permutation(len(palette))[:3]]
    return joined(
        [
            _book(0.25, 0.18, 0.032, (0, 0, 0), tones[0], 3),
            _book(0.225, 0.165, 0.028, (0.004, 0.004, 0.032), tones[1], -7),
            _book(0.2, 0.14, 0.03, (-0.006, 0, 0.06), tones[2], 9),
        ]
    )


@prop("book", (0.15, 0.21, 0.03), synonyms=("novel",), mount="surface", surface=0.03)
def book(rng, colour="#B5473A") -> MeshData:
    """One closed book."""
    return joined(
        [box((0.145, 0.205, 0.024), (0.002, 0, 0.003), PAPER, "#F1E8D6", 0.0)]
        + [box((0.15, 0.21, 0.004), (0, 0, z), PAPER, colour, 0.001) for z in (0.0, 0.026)]
        + [box((0.005, 0.21, 0.03), (-0.0725, 0, 0), PAPER, colour, 0.002)]
    )


@prop("open book", (0.32, 0.22, 0.035), synonyms=("notebook", "script"), mount="surface")
def open_book(rng, colour="#2F5D62") -> MeshData:
    """A book lying open."""
    parts = [box((0.32, 0.22, 0.008), (0, 0, 0), PAPER, colour, 0.002)]
    for side in (-1, 1):
        parts.append(box((0.148, 0.205, 0.02), (side * 0.076, 0, 0.009), PAPER, "#F4ECDC", 0.008, roll=side * 3))
    return joined(parts)


@prop("papers", (0.26, 0.34, 0.012), synonyms=("documents", "sheets", "report", "paper"), mount="surface")
def papers(rng, colour="#F6F1E6") -> MeshData:
    """A few loose sheets."""
    parts = []
    for k in range(4):
        parts.append(
            box(
                (0.2, 0.285, 0.0025),
                (rng.uniform(-0.02, 0.02), rng.uniform(-0.02, 0.02), 0.003 * k),
                PAPER,
                colour,
                0.0,
                yaw=rng.uniform(-5, 5),
            )
        )
    return joined(parts)


@prop("magazine", (0.24, 0.3, 0.012), synonyms=("newspaper",), mount="surface", surface=0.012)
def magazine(rng, colour="#D9694A") -> MeshData:
    """A magazine with a bright cover."""
    return joined(
        [
            box((0.22, 0.28, 0.01), (0, 0, 0), PAPER, colour, 0.002, yaw=4),
            box((0.18, 0.07, 0.002), (0, 0.08, 0.0095), PAPER, "#F6F1E6", 0.0, yaw=4),
        ]
    )


@prop("folders", (0.32, 0.28, 0.3), synonyms=("binders", "files"), mount="surface")
def folders(rng, palette=("#C8553D", "#2F5D62", "#E0B04F", "#5B6C8F")) -> MeshData:
    """A row of ring binders."""
    parts = []
    for k in range(4):
        x = -0.12 + 0.08 * k
        parts.append(box((0.074, 0.27, 0.3), (x, 0, 0), PAPER, palette[k % len(palette)], 0.006))
        parts.append(box((0.05, 0.004, 0.1), (x, -0.136, 0.14), PAPER, "#F4ECDC", 0.0))
    return joined(parts)


@prop("globe", (0.3, 0.28, 0.42), synonyms=("world globe",), mount="surface")
def globe(rng, colour="#4E86A8", metal="#B98B4B") -> MeshData:
    """A desk globe."""
    ball = sphere(0.13, PAPER, colour, (0, 0, 0.12), 20, 12)
    wave = (
        np.sin(ball.vertices[:, 0] * 31 + 1) + np.sin(ball.vertices[:, 1] * 27 + 2) + np.sin(ball.vertices[:, 2] * 33)
    )
    ball.colors[wave > 0.7] = (0.80, 0.70, 0.45)
    t = np.linspace(-1.3, 1.3, 12)
    ring = np.stack([0.145 * np.cos(t), np.zeros(12), 0.25 + 0.145 * np.sin(t)], 1)
    stand = [(0, 0), (0.1, 0), (0.1, 0.015), (0.02, 0.03), (0.014, 0.11), (0, 0.115)]
    return joined([ball, tube(ring, 0.006, METAL, metal, 6), lathe(stand, WOOD, "#6A4128", sides=16)])


@prop("pencil cup", (0.09, 0.09, 0.2), synonyms=("pen holder", "pencils"), mount="surface")
def pencil_cup(rng, colour="#C8553D") -> MeshData:
    """A cup of pencils."""
    parts = [cylinder(0.042, 0.1, PLASTIC, colour, sides=14)]
    for k in range(5):
        a = 2.4 * k
        parts.append(
            box(
                (0.008, 0.008, 0.12),
                (0.02 * np.cos(a), 0.02 * np.sin(a), 0.085),
                PAPER,
                SPINES[(k * 3) % 10],
                0.0,
                tilt=6 * np.sin(a),
                roll=6 * np.cos(a),
            )
        )
    return joined(parts)
