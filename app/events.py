"""Telling whoever listens that something happened."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


class Signal[*Args]:
    """Callbacks in the order they were connected. One that fails is logged; the others still run."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[*Args], object]] = []

    def connect(self, callback: Callable[[*Args], object]) -> Callable[[], None]:
        """Adds a callback; the returned function takes it away again."""
        self._callbacks.append(callback)

        def disconnect() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return disconnect

    def emit(self, *args: *Args) -> None:
        for callback in tuple(self._callbacks):
            try:
                callback(*args)
            except Exception:
                log.exception("a listener failed")
