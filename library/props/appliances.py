"""Machines of kitchens and break rooms."""

from __future__ import annotations

import numpy as np

from library.geometry.mesh import MeshData, joined
from library.geometry.shapes import box, cylinder, lathe, rod, tube
from library.props.materials import (
    CERAMIC,
    METAL,
    PAINT,
    PANE,
    PLASTIC,
    RUBBER,
    SCREEN,
)
from library.props.model import Lit, prop

STEEL = "#C4C8CA"


@prop(
    "coffee machine", (0.36, 0.42, 0.42), synonyms=("espresso machine", "coffee maker"), mount="surface", surface=0.42
)
def coffee_machine(rng, colour="#B5473A") -> MeshData:
    """An espresso machine."""
    return joined(
        [
            box((0.36, 0.4, 0.08), (0, 0.01, 0), PLASTIC, "#2B2D30", 0.012),
            box((0.34, 0.2, 0.32), (0, 0.11, 0.08), CERAMIC, colour, 0.03, segments=2),
            box((0.36, 0.42, 0.1), (0, 0, 0.32), CERAMIC, colour, 0.03, segments=2),
            cylinder(0.045, 0.06, METAL, STEEL, (0, -0.1, 0.26), 12),
            rod((0, -0.1, 0.28), (0, -0.2, 0.27), 0.014, PLASTIC, "#2B2D30", 8),
            box((0.26, 0.16, 0.012), (0, -0.1, 0.08), METAL, STEEL, 0.003),
            *(rod((x, -0.2, 0.37), (x, -0.215, 0.37), 0.018, METAL, STEEL, 10) for x in (-0.1, 0.1)),
        ]
    )


@prop("kettle", (0.26, 0.2, 0.25), synonyms=("tea kettle",), mount="surface")
def kettle(rng, colour="#E9E2D2") -> MeshData:
    """A round kettle."""
    body = [(0, 0), (0.085, 0), (0.1, 0.03), (0.095, 0.1), (0.06, 0.16), (0.02, 0.175), (0.02, 0.19), (0, 0.195)]
    t = np.linspace(0, np.pi, 9)
    return joined(
        [
            lathe(body, CERAMIC, colour, sides=18, crease=60),
            tube(np.stack([0.07 * np.cos(t), np.zeros(9), 0.15 + 0.09 * np.sin(t)], 1), 0.009, PLASTIC, "#2B2D30", 6),
            rod((0.08, 0, 0.07), (0.155, 0, 0.15), (0.022, 0.012), CERAMIC, colour, 8),
        ]
    ).moved((-0.028, 0, 0))


@prop("toaster", (0.32, 0.2, 0.2), synonyms=(), mount="surface")
def toaster(rng, colour="#8FB5B0") -> MeshData:
    """A two-slice toaster."""
    return joined(
        [
            box((0.3, 0.18, 0.18), (0, 0, 0.02), CERAMIC, colour, 0.04, segments=2),
            box((0.26, 0.14, 0.02), (0, 0, 0), PLASTIC, "#2B2D30", 0.004),
            *(box((0.22, 0.03, 0.006), (0, y, 0.196), PLASTIC, "#1C1D1F", 0.0) for y in (-0.035, 0.035)),
            box((0.02, 0.04, 0.03), (0.155, 0, 0.12), PLASTIC, "#2B2D30", 0.004),
        ]
    )


@prop("microwave", (0.5, 0.38, 0.29), synonyms=("microwave oven",), mount="surface", surface=0.29)
def microwave(rng, colour="#E6E1D7") -> MeshData:
    """A microwave oven."""
    return joined(
        [
            box((0.5, 0.36, 0.28), (0, 0.01, 0.01), PLASTIC, colour, 0.016, segments=2),
            box((0.34, 0.02, 0.22), (-0.06, -0.172, 0.04), PANE, "#3A4146", 0.01),
            box((0.09, 0.012, 0.04), (0.18, -0.172, 0.2), SCREEN, "#7FE0C0", 0.0),
            *(
                box((0.03, 0.014, 0.02), (0.165 + 0.035 * i, -0.172, 0.06 + 0.035 * j), PLASTIC, "#9A968C", 0.003)
                for i in range(2)
                for j in range(3)
            ),
            box((0.4, 0.3, 0.01), (0, 0, 0), RUBBER, "#2A2C2E", 0.0),
        ]
    )


@prop(
    "vending machine",
    (0.95, 0.8, 1.9),
    synonyms=("drinks machine", "snack machine"),
    lights=(Lit((0, -0.6, 1.2), 22.0, "#DDF0FF", 0.3),),
)
def vending_machine(rng, colour="#B5473A") -> MeshData:
    """A lit machine full of cans and snacks."""
    parts = [
        box((0.95, 0.5, 1.9), (0, 0.15, 0), PAINT, colour, 0.02, segments=2),
        box((0.95, 0.32, 0.42), (0, -0.24, 0), PAINT, colour, 0.02),
        box((0.95, 0.32, 0.22), (0, -0.24, 1.68), PAINT, colour, 0.02),
        box((0.26, 0.32, 1.26), (0.345, -0.24, 0.42), PAINT, colour, 0.01),
        box((0.06, 0.32, 1.26), (-0.445, -0.24, 0.42), PAINT, colour, 0.01),
        box((0.62, 0.02, 1.26), (-0.1, -0.09, 0.42), SCREEN, "#DDEBF0", 0.0),
        box((0.16, 0.012, 0.1), (0.345, -0.4, 1.34), SCREEN, "#8FE0D0", 0.0),
        box((0.5, 0.03, 0.16), (-0.1, -0.395, 0.18), RUBBER, "#1C1D1F", 0.01),
        box((0.62, 0.012, 0.12), (-0.1, -0.4, 1.73), PLASTIC, "#F6E7C6", 0.004),
    ]
    tones = ("#E0B04F", "#2F6FA3", "#C8553D", "#4F8A5A", "#EADFC9", "#8A3B5C")
    for row in range(5):
        z = 0.46 + 0.245 * row
        parts.append(box((0.62, 0.26, 0.015), (-0.1, -0.22, z - 0.015), METAL, STEEL, 0.0))
        for k in range(6):
            tone = tones[(row * 2 + k // 2) % 6]
            if row % 2:
                parts.append(box((0.07, 0.05, 0.14), (-0.36 + 0.104 * k, -0.28, z), PLASTIC, tone, 0.008))
            else:
                parts.append(cylinder(0.033, 0.13, METAL, tone, (-0.36 + 0.104 * k, -0.28, z), 10, 0.006))
    return joined(parts)


@prop("water cooler", (0.36, 0.36, 1.32), synonyms=("water dispenser",))
def water_cooler(rng, colour="#E8E6E0") -> MeshData:
    """A water dispenser with a bottle on top."""
    bottle = [(0, 0.93), (0.05, 0.93), (0.06, 0.98), (0.14, 1.02), (0.14, 1.28), (0.11, 1.32), (0, 1.32)]
    return joined(
        [
            box((0.34, 0.34, 0.95), (0, 0.01, 0), PLASTIC, colour, 0.02, segments=2),
            box((0.24, 0.02, 0.24), (0, -0.165, 0.62), PLASTIC, "#5B6C78", 0.008),
            *(
                box((0.035, 0.035, 0.05), (x, -0.165, 0.77), PLASTIC, tone, 0.006)
                for x, tone in ((-0.06, "#2F6FA3"), (0.06, "#C8553D"))
            ),
            lathe(bottle, CERAMIC, "#8FC0DC", sides=18, crease=50),
        ]
    )
