"""What a speech engine gives, and the register of engines."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from app.errors import ShotwrightError
from app.voice import Voice
from render.voices.words import Script


@dataclass(frozen=True)
class Phone:
    """A speech sound in IPA from `start` to `end` (seconds); ipa "" is a pause."""

    start: float
    end: float
    ipa: str


@dataclass(frozen=True)
class Speech:
    """Raw speech. samples: (N,) float32 mono at `rate`; phones None where the engine cannot tell them;
    marks: (seconds, character of the spoken text) of the words the engine told of."""

    samples: np.ndarray
    rate: int
    phones: tuple[Phone, ...] | None = None
    marks: tuple[tuple[float, int], ...] = ()


class Engine(Protocol):
    """Something that speaks. One instance per process, called from one thread at a time."""

    version: str
    """Changes whenever the same words would sound different; part of the cache key."""

    def synthesise(self, script: Script, voice: Voice) -> Speech:
        """Speaks `script.text`. Raises ShotwrightError(voice)."""
        ...

    def close(self) -> None:
        """Lets go of processes and connections; the next call starts anew."""
        ...


ENGINES: dict[str, Callable[[], Engine]] = {}
"""Engine name -> maker. A new engine registers itself here."""

_made: dict[str, Engine] = {}
_lock = threading.Lock()


def engine(name: str) -> Engine:
    """The engine of that name, made on first use. Raises ShotwrightError(voice) for an unknown name."""
    with _lock:
        if name not in _made:
            if name not in ENGINES:
                known = ", ".join(sorted(ENGINES))
                raise ShotwrightError("voice", f"there is no speech engine {name!r}", f"Known engines: {known}.")
            _made[name] = ENGINES[name]()
        return _made[name]


def close_engines() -> None:
    """Closes every engine made so far."""
    with _lock:
        while _made:
            _made.popitem()[1].close()


atexit.register(close_engines)
