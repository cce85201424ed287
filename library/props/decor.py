"""Pictures, rugs, vases and other things rooms are dressed with."""

from __future__ import annotations

import itertools

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cushion, cylinder, lathe, panel, rod, sheet, tube
from library.props.materials import CERAMIC, CLOTH, METAL, MIRROR, PAPER, PLASTIC, RUG, WOOD
from library.props.model import prop

ART = ("#E7C27D", "#C8553D", "#2F5D62", "#8FA6B2", "#D98E5F", "#3A2E3F")


def _blob(x, z, rx, rz, y, colour, sides=22) -> MeshData:
    """A flat ellipse facing -y."""
    a = 2 * np.pi * np.arange(sides) / sides
    rim = np.stack([x + rx * np.cos(a), np.full(sides, y), z + rz * np.sin(a)], 1)
    vertices = np.concatenate([rim, [(x, y, z)]])
    faces = [(k, (k + 1) % sides, sides) for k in range(sides)]
    return MeshData.build(vertices, faces, PAPER, colour, False, np.tile((0, -1.0, 0), (sides + 1, 1)))


@prop("picture", (0.6, 0.04, 0.5), synonyms=("painting", "framed picture", "art"), mount="wall", solid=False)
def picture(rng, frame="#5E3A24", palette=ART, size=(0.6, 0.04, 0.5), style="shapes") -> MeshData:
    """A framed picture: style "shapes", "hills", "stripes" or "portrait"."""
    width, depth, height = size
    y = -depth / 2
    bar = 0.03
    parts = []
    for z in (0, height - bar):
        parts.append(box((width, depth, bar), (0, 0, z), WOOD, frame, 0.005))
    for x in (-1, 1):
        parts.append(box((bar, depth, height - 2 * bar), (x * (width - bar) / 2, 0, bar), WOOD, frame, 0.005))
    parts.append(box((width - bar, 0.012, height - bar), (0, 0, bar / 2), PAPER, "#F3EBDD", 0.0))
    w, h = width - 2 * bar - 0.06, height - 2 * bar - 0.06
    z0 = bar + 0.03
    face = y + depth / 2 - 0.008
    tones = [palette[int(k)] for k in rng.permutation(len(palette))]

    def band(low, high, colour, layer):
        corners = [
            (-w / 2, face - 0.001 * layer, low),
            (w / 2, face - 0.001 * layer, low),
            (w / 2, face - 0.001 * layer, high),
            (-w / 2, face - 0.001 * layer, high),
        ]
        return panel(corners, PAPER, colour, (0, -1, 0))

    if style == "stripes":
        edges = np.sort(np.concatenate([[0, 1], rng.uniform(0.1, 0.9, 4)]))
        parts += [
            band(z0 + h * a, z0 + h * b, tones[k % len(tones)], 0) for k, (a, b) in enumerate(itertools.pairwise(edges))
        ]
    elif style == "hills":
        parts.append(band(z0, z0 + h, "#E9D3A8", 0))
        parts.append(_blob(w * 0.18, z0 + h * 0.72, h * 0.13, h * 0.13, face - 0.001, "#E2694A"))
        for k in range(3):
            x = np.linspace(-w / 2, w / 2, 14)
            top = z0 + h * (0.55 - 0.16 * k) + h * 0.09 * np.sin(x / w * (4 + k) + 2 * k + rng.uniform(0, 3))
            depth_y = face - 0.0015 - 0.001 * k
            grid = np.stack(
                [np.stack([x, np.full(14, depth_y), np.full(14, z0)], 1), np.stack([x, np.full(14, depth_y), top], 1)],
                1,
            )
            parts.append(sheet(grid, PAPER, tones[k]))
    elif style == "portrait":
        parts.append(band(z0, z0 + h, tones[0], 0))
        parts.append(_blob(0, z0 + h * 0.08, w * 0.34, h * 0.3, face - 0.001, tones[1]))
        parts.append(_blob(0, z0 + h * 0.62, min(w, h) * 0.19, min(w, h) * 0.24, face - 0.002, "#E2B48C"))
        parts.append(_blob(0, z0 + h * 0.76, min(w, h) * 0.2, min(w, h) * 0.13, face - 0.003, tones[2]))
    else:
        for k in range(3):
            r = rng.uniform(0.18, 0.3) * min(w, h)
            x = rng.uniform(-0.5, 0.5) * max(w - 2 * r, 0)
            z = z0 + h / 2 + rng.uniform(-0.5, 0.5) * max(h - 2 * r, 0)
            parts.append(_blob(x, z, r, r * (1 if k % 2 else 0.7), face - 0.001 * (k + 1), tones[k]))
    return joined(parts)


@prop("mirror", (0.6, 0.04, 0.9), synonyms=("wall mirror",), mount="wall", solid=False)
def mirror(rng, frame="#B98B4B", size=(0.6, 0.04, 0.9)) -> MeshData:
    """An oval mirror in a frame."""
    width, _depth, height = size
    a = np.linspace(0, 2 * np.pi, 33)[:-1]
    ring = np.stack([(width / 2 - 0.02) * np.cos(a), np.zeros(32), height / 2 + (height / 2 - 0.02) * np.sin(a)], 1)
    glass = _blob(0, height / 2, width / 2 - 0.02, height / 2 - 0.02, 0.0, "#E6ECEE", 32)
    glass.materials = [MIRROR]
    return joined([tube(ring, 0.02, WOOD, frame, 8, closed=True), glass])


@prop("rug", (3.0, 2.0, 0.014), synonyms=("carpet", "mat"), solid=False)
def rug(rng, colour="#E7D8BC", accent="#B5573A", size=(3.0, 2.0, 0.014), style="stripes") -> MeshData:
    """A rug: style "stripes", "frame", "diamonds" or "plain"."""
    width, depth, height = size
    parts = [box((width, depth, height - 0.003), (0, 0, 0), RUG, accent, 0.006)]
    inset = 0.11
    parts.append(box((width - 2 * inset, depth - 2 * inset, 0.003), (0, 0, height - 0.0045), RUG, colour, 0.0))
    z = height - 0.0025
    if style == "stripes":
        for k in range(4):
            y = (k - 1.5) * (depth - 2 * inset) / 4
            parts.append(box((width - 2 * inset - 0.12, 0.045, 0.002), (0, y, z), RUG, accent, 0.0))
    elif style == "frame":
        for s in (-1, 1):
            parts.append(box((width - 4 * inset, 0.04, 0.002), (0, s * (depth / 2 - 2 * inset), z), RUG, accent, 0.0))
            parts.append(box((0.04, depth - 4 * inset, 0.002), (s * (width / 2 - 2 * inset), 0, z), RUG, accent, 0.0))
    elif style == "diamonds":
        across = max(2, int(width / 0.6))
        for k in range(across):
            x = (k + 0.5 - across / 2) * (width - 2 * inset) / across
            side = min((width - 2 * inset) / across, depth - 2 * inset) * 0.6
            parts.append(box((side, side, 0.002), (x, 0, z), RUG, accent, 0.0, yaw=45))
    return joined(parts)


@prop("round rug", (2.2, 2.2, 0.014), synonyms=("round carpet",), solid=False)
def round_rug(rng, colour="#E3C27A", accent="#C8553D", size=(2.2, 2.2, 0.014)) -> MeshData:
    """A round rug in rings."""
    parts = []
    for k, tone in enumerate((accent, colour, accent, colour)):
        radius = size[0] / 2 * (1, 0.9, 0.55, 0.48)[k]
        parts.append(cylinder(radius, 0.008 + 0.002 * k, RUG, tone, sides=40, bevel=0.002))
    return joined(parts)


@prop("door mat", (0.8, 0.5, 0.015), synonyms=("doormat",), solid=False)
def door_mat(rng, colour="#7A5A3A") -> MeshData:
    """A coarse mat."""
    return joined(
        [
            box((0.8, 0.5, 0.012), (0, 0, 0), RUG, colour, 0.005),
            box((0.68, 0.38, 0.004), (0, 0, 0.011), RUG, "#A98A5A", 0.0),
        ]
    )


@prop("vase", (0.18, 0.18, 0.34), synonyms=("tall vase",), mount="surface")
def vase(rng, colour="#2F5D62") -> MeshData:
    """A glazed vase."""
    profile = [
        (0, 0),
        (0.05, 0),
        (0.06, 0.02),
        (0.09, 0.14),
        (0.075, 0.22),
        (0.03, 0.28),
        (0.04, 0.34),
        (0.033, 0.34),
        (0.022, 0.28),
        (0, 0.2),
    ]
    return lathe(profile, CERAMIC, colour, sides=18, crease=60)


@prop("bowl", (0.26, 0.26, 0.09), synonyms=("fruit bowl", "dish"), mount="surface")
def bowl(rng, colour="#E9E2D2") -> MeshData:
    """A wide bowl."""
    profile = [(0, 0), (0.06, 0), (0.065, 0.01), (0.11, 0.04), (0.13, 0.09), (0.124, 0.09), (0.1, 0.042), (0, 0.02)]
    return lathe(profile, CERAMIC, colour, sides=20, crease=60)


@prop("wall clock", (0.36, 0.05, 0.36), synonyms=("clock",), mount="wall", solid=False)
def wall_clock(rng, colour="#F4ECDC", frame="#2E2B2A") -> MeshData:
    """A round clock."""
    rim = cylinder(0.18, 0.045, PLASTIC, frame, sides=28, bevel=0.012)
    dial = cylinder(0.155, 0.004, PAPER, colour, (0, 0, 0.044), 28, 0.0)
    marks = [
        box((0.012, 0.03, 0.003), (0.125 * np.sin(a), 0.125 * np.cos(a), 0.047), PAPER, frame, 0.0, yaw=-np.degrees(a))
        for a in np.linspace(0, 2 * np.pi, 13)[:-1]
    ]
    hands = [
        box((0.012, 0.08, 0.003), (0.034, 0.022, 0.048), PAPER, frame, 0.0, yaw=-58),
        box((0.009, 0.12, 0.003), (-0.02, 0.055, 0.048), PAPER, frame, 0.0, yaw=20),
    ]
    flat = joined([rim, dial, *marks, *hands])
    matrix = np.array([[1, 0, 0, 0], [0, 0, -1, 0.025], [0, 1, 0, 0.18], [0, 0, 0, 1.0]])
    return flat.moved(matrix=matrix)


@prop("throw pillow", (0.42, 0.42, 0.16), synonyms=("pillow", "cushion"), mount="surface")
def throw_pillow(rng, colour="#E3A93C") -> MeshData:
    """A pillow lying flat."""
    return cushion((0.42, 0.42, 0.16), (0, 0, 0), CLOTH, colour, 0.85, 7)


@prop("coat rack", (0.42, 0.37, 1.75), synonyms=("coat stand", "hat stand"))
def coat_rack(rng, colour="#5E3A24", coat="#5B6C8F") -> MeshData:
    """A stand with a coat on it."""
    parts = [rod((0, 0, 0.04), (0, 0, 1.74), 0.02, WOOD, colour, 10)]
    for k in range(4):
        a = np.radians(45 + 90 * k)
        d = np.array([np.cos(a), np.sin(a)])
        parts.append(rod((*(d * 0.24), 0), (0, 0, 0.2), 0.016, WOOD, colour, 8))
        parts.append(rod((0, 0, 1.6), (*(d * 0.18), 1.72), 0.012, WOOD, colour, 8))
    drape = lathe(
        [(0, 0.62), (0.19, 0.62), (0.17, 0.9), (0.14, 1.3), (0.1, 1.5), (0.03, 1.64), (0, 1.64)],
        CLOTH,
        coat,
        sides=18,
        crease=80,
    )
    angle = np.arctan2(drape.vertices[:, 1], drape.vertices[:, 0])
    drape.vertices[:, :2] *= (1 + 0.1 * np.sin(5 * angle))[:, None].astype(np.float32)
    parts.append(drape.moved((0.1, -0.06, 0), scale=(0.7, 0.55, 1)))
    return joined(parts)


@prop("toy car", (0.2, 0.1, 0.09), synonyms=("toy",), mount="surface")
def toy_car(rng, colour="#C8553D") -> MeshData:
    """A little wooden car."""
    parts = [
        box((0.2, 0.09, 0.035), (0, 0, 0.02), WOOD, colour, 0.012, segments=2),
        box((0.1, 0.08, 0.035), (-0.01, 0, 0.053), WOOD, "#F1E8D6", 0.012, segments=2),
    ]
    for x in (-1, 1):
        for y in (-1, 1):
            parts.append(rod((x * 0.06, y * 0.038, 0.02), (x * 0.06, y * 0.05, 0.02), 0.02, WOOD, "#3A3531", 12))
    return joined(parts)


@prop("trophy", (0.12, 0.12, 0.3), synonyms=("cup award",), mount="surface")
def trophy(rng, colour="#D9A94B") -> MeshData:
    """A golden cup on a block."""
    bowl_profile = [
        (0, 0.06),
        (0.035, 0.06),
        (0.012, 0.09),
        (0.012, 0.14),
        (0.05, 0.18),
        (0.06, 0.3),
        (0.054, 0.3),
        (0, 0.2),
    ]
    return joined(
        [
            box((0.1, 0.1, 0.06), (0, 0, 0), WOOD, "#4A2C1A", 0.006),
            lathe(bowl_profile, METAL, colour, sides=18, crease=50),
        ]
    )
