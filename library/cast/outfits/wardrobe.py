"""What outfits are made of: tops, trousers, skirts and their measures, with good defaults."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from library.cast.body import Ease, trunk_stations
from library.cast.figure import Figure
from library.cast.sewing import COTTON, DENIM, garment
from library.geometry.mesh import Material, MeshData


@dataclass
class Outfit:
    """Skinned pieces in metres, and which skin they leave bare.

    sleeve: where bare arms begin (0 shoulder, 1 elbow, 2 wrist, 3 none). leg: where bare legs begin (2 or
    more: none). low_neck: height below which the trunk is covered in front. shoulders: bare shoulders.
    """

    pieces: list[MeshData] = field(default_factory=list)
    sleeve: float = 2.0
    leg: float = 3.0
    low_neck: float = 9.0
    shoulders: bool = False
    rigid: list[tuple[str, MeshData]] = field(default_factory=list)


def waist(fig: Figure) -> float:
    """Height of the waistband, metres."""
    return float(trunk_stations(fig)[2] + 0.030 * fig.scale)


def neck_height(fig: Figure) -> float:
    """Height of a round neckline at the sides."""
    return float(fig.joints["Neck"][2] + 0.016 * fig.scale)


def round_neck(fig: Figure, drop: float = 0.030, back: float = 0.0):
    """A neckline that falls `drop` metres at the front."""
    top = neck_height(fig)

    def edge(a):
        front = np.clip(np.cos(a), 0, 1) ** 1.5
        return top - fig.scale * (drop * front + back * np.clip(-np.cos(a), 0, 1) ** 1.5)

    return edge


def v_neck(fig: Figure, drop: float = 0.10):
    """A neckline that runs to a point `drop` metres down the front."""
    top = neck_height(fig)

    def edge(a):
        away = np.minimum(a, 2 * np.pi - a)
        return top - fig.scale * drop * np.clip(1 - away / 0.75, 0, 1) ** 1.15

    return edge


def hip(fig: Figure) -> float:
    return float(fig.joints["LeftUpLeg"][2])


def knee(fig: Figure) -> float:
    return float(fig.joints["LeftLeg"][2])


def top(
    fig: Figure,
    colour,
    material: Material = COTTON,
    sleeve: float = 1.9,
    neckline=None,
    low: float | None = None,
    trunk: float = 0.016,
    loose: float = 0.6,
    arm: float = 0.010,
    wrist: float = 0.010,
    opening=None,
    shoulder: float = 0.002,
    bust: float = 0.8,
    hanging: float = 0.0,
    flare=(),
    relief=None,
) -> MeshData:
    """A shirt, jumper or jacket down to `low` (the hips where not said)."""
    low = hip(fig) - 0.015 * fig.scale if low is None else low
    ease = Ease(
        trunk=trunk,
        waist=loose,
        bust=bust,
        shoulder=shoulder,
        arm=arm,
        wrist=wrist,
        thigh=trunk + 0.006,
        knee=trunk + 0.006,
        neck=0.007 + 0.4 * max(0, trunk - 0.016),
        flare=flare,
    )
    return garment(
        fig,
        ease,
        material,
        colour,
        low,
        neckline or round_neck(fig),
        sleeve,
        opening=opening,
        hanging=hanging,
        relief=relief,
    )


def trousers(
    fig: Figure,
    colour,
    material: Material = DENIM,
    leg: float = 1.98,
    thigh: float = 0.010,
    knee: float = 0.014,
    ankle: float = 0.024,
    trunk: float = 0.007,
    relief=None,
) -> MeshData:
    """Trousers from the waist to `leg` (1 knee, 2 ankle)."""
    ease = Ease(trunk=trunk, thigh=thigh, knee=knee, ankle=ankle)
    return garment(fig, ease, material, colour, None, waist(fig), leg=leg, relief=relief)


def skirt(
    fig: Figure,
    colour,
    material: Material = COTTON,
    low: float | None = None,
    flare: float = 0.07,
    pleats=(0, 0.0),
    trunk: float = 0.007,
) -> MeshData:
    """A skirt from the waist to `low`."""
    low = knee(fig) + 0.05 * fig.scale if low is None else low
    share = 1 - low / hip(fig)
    ease = Ease(
        trunk=trunk,
        flare=((0.05, 0.012 + 0.1 * flare), (share * 0.55, 0.55 * flare + 0.012), (share + 0.02, flare)),
        pleats=pleats,
    )
    return garment(fig, ease, material, colour, low, waist(fig), hanging=1.0)
