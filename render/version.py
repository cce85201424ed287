"""Which version of our own code makes pictures: a new one never reuses what an older one drew."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import library
from app.files import digest


@lru_cache(maxsize=1)
def code_version() -> str:
    """A hash of the source that turns a program into pictures."""
    roots = [Path(library.__file__).parent, Path(__file__).parent / "worker"]
    return _hash(f for root in roots for f in root.rglob("*.py"))


@lru_cache(maxsize=1)
def film_version() -> str:
    """A hash of the source that turns pictures and spoken lines into a film."""
    return _hash(Path(__file__).parent.glob("*.py"))


def _hash(files: Iterable[Path]) -> str:
    return digest(*(f.read_bytes() for f in sorted(files)))
