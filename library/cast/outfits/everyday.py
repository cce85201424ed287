"""Clothes of every day."""

from __future__ import annotations

from library.cast.body import Ease
from library.cast.figure import Figure
from library.cast.outfits.wardrobe import Outfit, hip, knee, neck_height, round_neck, top, trousers
from library.cast.sewing import COTTON, garment
from library.cast.shoes import FLAT, SNEAKER, shoes


def casual(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A jumper, trousers and sneakers."""
    main, second, accent = colours
    return Outfit([top(fig, main), trousers(fig, second), shoes(fig, SNEAKER, accent, "#EDE8DF")], sleeve=1.9)


def dress(fig: Figure, colours: tuple[str, ...]) -> Outfit:
    """A dress with short sleeves and a wide skirt to the knee."""
    main, second, accent = colours
    low = knee(fig) + 0.03 * fig.scale
    share = 1 - low / hip(fig)
    ease = Ease(trunk=0.009, arm=0.012, shoulder=0.004, flare=((0.06, 0.02), (share * 0.5, 0.055), (share + 0.02, 0.115)), pleats=(9, 0.007), neck=0.012)
    body = garment(fig, ease, COTTON, main, low, round_neck(fig, 0.055), 0.42, hanging=1.0)
    shape = shoes(fig, FLAT, accent, "#3A302A")
    return Outfit([body, shape], sleeve=0.42, leg=0.85, low_neck=neck_height(fig) - 0.055 * fig.scale)

