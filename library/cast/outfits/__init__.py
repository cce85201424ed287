"""Outfits by name. A new outfit is one function here or in a module of this folder, entered in OUTFITS."""

from __future__ import annotations

from collections.abc import Callable

from library.cast.figure import Figure
from library.cast.outfits.everyday import casual, dress
from library.cast.outfits.wardrobe import Outfit

OUTFITS: dict[str, Callable[[Figure, tuple[str, ...]], Outfit]] = {
    "casual": casual,
    "dress": dress,
}
"""Name -> maker of (figure, colours)."""
