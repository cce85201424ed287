"""What a shot is lit with: lamps, sky and exposure, as numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from library.geometry.mesh import srgb


@dataclass(frozen=True)
class Lamp:
    """kind: "AREA", "SUN" or "POINT". direction: unit vector the light travels along. size in metres (a
    sun's in radians); spread in degrees. follow: who it travels along with, `at` being its place when they
    are halfway. only: "people" for light that flags keep off the place, "view" for light on what is seen through the
    windows, "" for light on all."""

    name: str
    kind: str
    at: tuple[float, float, float]
    direction: tuple[float, float, float]
    watts: float
    colour: tuple[float, float, float]
    size: float = 0.1
    size_y: float | None = None
    spread: float = 180.0
    follow: str = ""
    only: Literal["", "people", "view"] = ""


@dataclass(frozen=True)
class Sky:
    """The world: one colour, or stops (0 horizon .. 1 zenith, sRGB colour) with a strength."""

    stops: tuple[tuple[float, tuple[float, float, float]], ...]
    strength: float


@dataclass(frozen=True)
class LightRig:
    """lit: names of the things whose lamps burn; outside: the sky seen through windows."""

    lamps: tuple[Lamp, ...]
    sky: Sky
    outside: Sky
    lit: tuple[str, ...]
    exposure: float


def rgb(colour: str) -> tuple[float, float, float]:
    """The parts 0..1 of '#RRGGBB'."""
    return tuple(float(v) for v in srgb(colour))


def unit(*v: float) -> tuple[float, float, float]:
    """The vector at length 1."""
    a = np.asarray(v, float)
    return tuple(float(x) for x in a / max(np.linalg.norm(a), 1e-9))
