"""Outfits by name. A new outfit is one function in a module of this folder, entered in OUTFITS."""

from __future__ import annotations

from collections.abc import Callable

from library.cast.figure import Figure
from library.cast.outfits import everyday, fantasy, formal, work
from library.cast.outfits.wardrobe import Outfit

OUTFITS: dict[str, Callable[[Figure, tuple[str, ...]], Outfit]] = {
    "casual": everyday.casual,
    "tee": everyday.tee,
    "shirt": everyday.shirt,
    "blouse": everyday.blouse,
    "dress": everyday.dress,
    "hoodie": everyday.hoodie,
    "jacket": everyday.jacket,
    "suit": formal.suit,
    "coat": formal.coat,
    "uniform": formal.uniform,
    "sport": work.sport,
    "worker": work.worker,
    "cook": work.cook,
    "doctor": work.doctor,
    "knight": fantasy.knight,
    "superhero": fantasy.superhero,
}
"""Name -> maker of (figure, colours)."""
