"""Places by name. Every module of this package that defines `PLACE` adds a place; a new one is found by itself."""

import pkgutil
from importlib import import_module

from library.places.model import Place
from library.registry import Match, Registry

PLACES: Registry[Place] = Registry("place")
for _module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
    _place = getattr(import_module(f"{__name__}.{_module}"), "PLACE", None)
    if isinstance(_place, Place):
        PLACES.add(_place)


def places() -> dict[str, Place]:
    """All places by name."""
    return {p.name: p for p in PLACES}


def find(name: str) -> Match[Place] | None:
    """The place people mean by `name`: exact, by synonym, or the nearest with its score."""
    return PLACES.find(name)


__all__ = ["PLACES", "find", "places"]
