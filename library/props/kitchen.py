"""Kitchen fittings, crockery and food."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cup, cylinder, lathe, rod, sphere, tube
from library.props.materials import CERAMIC, FOOD, GLASS, IRON, LEAF, MARBLE, METAL, PAINT, PLASTIC, RUBBER, TILE, WOOD
from library.props.model import Lit, prop

STEEL = "#C4C8CA"


@prop(
    "mug",
    (0.12, 0.085, 0.095),
    synonyms=("coffee mug", "cup", "coffee cup", "tea cup", "coffee", "tea"),
    mount="surface",
)
def mug(rng, colour="#C8553D", drink="#5A3522") -> MeshData:
    """A mug with a handle."""
    t = np.linspace(-1.25, 1.25, 9)
    handle = np.stack([0.036 + 0.028 * np.cos(t) - 0.006, np.zeros(9), 0.048 + 0.03 * np.sin(t)], 1)
    body = [cup(0.042, 0.095, CERAMIC, colour, (0, 0, 0), 0.86), tube(handle, 0.006, CERAMIC, colour, 6)]
    body.append(lathe([(0.036, 0.08), (0, 0.08)], FOOD, drink, sides=16))
    return joined(body).moved((-0.012, 0, 0))
