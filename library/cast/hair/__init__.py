"""Hair styles by name. A new style is one function in a module of this folder, entered in STYLES."""

from __future__ import annotations

from collections.abc import Callable

from library.cast.hair import long, short, textured
from library.cast.hair.scalp import Scalp
from library.geometry.mesh import MeshData

STYLES: dict[str, Callable[[Scalp], list[MeshData]]] = {
    "bob": long.bob,
    "long": long.long,
    "wavy": long.wavy,
    "ponytail": long.ponytail,
    "bun": long.bun,
    "braids": long.braids,
    "curly": textured.curly,
    "afro": textured.afro,
    "crop": short.crop,
    "side_part": short.side_part,
    "slick": short.slick,
    "spiky": short.spiky,
    "buzz": short.buzz,
    "pixie": short.pixie,
    "mohawk": short.mohawk,
    "bald_sides": short.bald_sides,
    "bald": short.bald,
}
"""Name -> maker of the pieces, in head units."""

UNDER_HATS: dict[str, Callable[[Scalp], list[MeshData]]] = {
    **dict.fromkeys(("afro", "curly", "spiky", "side_part", "crop", "slick", "pixie", "bun"), short.under_hat),
    "mohawk": short.buzz,
    **dict.fromkeys(("bob", "wavy"), long.bob_under_hat),
    "long": long.long_under_hat,
    "ponytail": long.low_tail,
}
"""What shows of a style under a hat; styles not named here stay as they are."""
