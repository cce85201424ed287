"""Mixing sRGB colours as arrays (3,) or (V, 3) of 0..1."""

from __future__ import annotations

import colorsys

import numpy as np

from library.geometry.mesh import srgb


def mix(a, b, share) -> np.ndarray:
    """a at share 0, b at 1; a share (V,) gives (V, 3)."""
    a, b, share = srgb_rows(a), srgb_rows(b), np.asarray(share, float)
    return (a + (b - a) * share[..., None]).astype(np.float32)


def srgb_rows(colour) -> np.ndarray:
    """A colour or rows of colours as an array."""
    if isinstance(colour, np.ndarray) and colour.ndim == 2:
        return colour
    return srgb(colour)


def shade(colour, value: float, saturation: float = 1.0) -> np.ndarray:
    """The colour with its value (HSV) and saturation multiplied."""
    h, s, v = colorsys.rgb_to_hsv(*np.clip(srgb(colour), 0, 1).tolist())
    return np.array(colorsys.hsv_to_rgb(h, min(1.0, s * saturation), min(1.0, v * value)), np.float32)


def luminance(colour) -> float:
    """Perceived lightness 0..1 (Rec. 601 weights on sRGB values)."""
    return float(srgb(colour) @ np.array([0.299, 0.587, 0.114]))


def hex_of(colour) -> str:
    """'#RRGGBB' of three values 0..1."""
    return "#" + "".join(f"{round(float(np.clip(v, 0, 1)) * 255):02X}" for v in srgb(colour))
