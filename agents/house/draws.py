"""Choices that are the same for the same words and seed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np


def draws(*parts: object) -> np.random.Generator:
    """A generator that depends on nothing but `parts`."""
    return np.random.default_rng([zlib.crc32(str(p).encode()) for p in parts])


def pick[T](rng: np.random.Generator, options: Sequence[T]) -> T:
    return options[int(rng.integers(len(options)))]


class Ids:
    """Ids that are the same whenever the same film is made from the same words."""

    def __init__(self, *parts: object):
        self._rng = draws("ids", *parts)

    def __call__(self, prefix: str) -> str:
        return f"{prefix}-{int(self._rng.integers(2**32)):08x}"
