"""Every asyncio task of the studio in one place, so that no error is lost and all can be ended."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from app.errors import ShotwrightError

log = logging.getLogger(__name__)


class Tasks:
    """Starts tasks and reports what goes wrong in them to `failed`."""

    def __init__(self, failed: Callable[[ShotwrightError], None]):
        self._failed = failed
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Runs a coroutine in the background under a name for people ("Export")."""
        task = asyncio.get_event_loop().create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    @property
    def running(self) -> int:
        return len(self._running)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled() or task.exception() is None:
            return
        error = task.exception()
        if isinstance(error, ShotwrightError):
            log.warning("%s failed: %s", task.get_name(), error)
            self._failed(error)
        else:
            log.error("%s failed", task.get_name(), exc_info=error)
            self._failed(ShotwrightError("program", f"{task.get_name()} stopped: {error or type(error).__name__}"))

    async def cancel(self, deadline_s: float = 5.0) -> None:
        """Cancels all tasks but the caller's and waits for them, at most `deadline_s` seconds."""
        others = [t for t in self._running if t is not asyncio.current_task()]
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others, timeout=deadline_s)
