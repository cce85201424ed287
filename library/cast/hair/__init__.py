"""Hair styles by name. A new style is one function in a module of this folder, entered in STYLES."""

from __future__ import annotations

from collections.abc import Callable

from library.cast.hair.scalp import Scalp
from library.cast.hair.short import buzz, crop
from library.geometry.mesh import MeshData

STYLES: dict[str, Callable[[Scalp], list[MeshData]]] = {"crop": crop, "buzz": buzz}
"""Name -> maker of the pieces, in head units."""
