"""Imported things that a job speaks of, from the folder they are lent to workers in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from library.assets import register

_known: set[str] = set()


def use_assets(names: Iterable[str], folder: str) -> bool:
    """Makes props of assets, by the names of their files. True when there was one that was not known yet.
    Raises ShotwrightError(disk, input)."""
    fresh = [n for n in names if n not in _known]
    for name in fresh:
        register(Path(folder) / Path(name).name)
        _known.add(name)
    return bool(fresh)
