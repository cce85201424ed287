"""Trying again, later and later."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from agents.model.faults import Fault


@dataclass
class Backoff:
    """Exponential backoff with full jitter: before attempt n + 1 it waits a random part of base · 2ⁿ, or what the
    endpoint asks for with up to a tenth more. Times in seconds.

    patience_s: an endpoint that asks for more than this is given up at once.
    """

    attempts: int = 5
    base_s: float = 1.0
    ceiling_s: float = 60.0
    patience_s: float = 180.0
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    random: random.Random = field(default_factory=random.Random)

    def wait(self, attempt: int, asked_s: float | None) -> float:
        """Seconds to wait after failed attempt number `attempt` (from 0)."""
        if asked_s is not None:
            return max(0.0, asked_s) * (1 + 0.1 * self.random.random())
        return min(self.ceiling_s, self.base_s * 2**attempt) * self.random.random()

    async def run[T](
        self, call: Callable[[], Awaitable[T]], on_retry: Callable[[Fault, float], None], attempts: int | None = None
    ) -> T:
        """The result of `call`, made again after faults that may pass. attempts: other than usual.
        Raises the last Fault."""
        most = attempts or self.attempts
        for attempt in range(most):
            try:
                return await call()
            except Fault as fault:
                hopeless = fault.wait_s is not None and fault.wait_s > self.patience_s
                if not fault.retry or hopeless or attempt + 1 == most:
                    raise
                wait = self.wait(attempt, fault.wait_s)
                on_retry(fault, wait)
                await self.sleep(wait)
        raise AssertionError("a Backoff makes at least one attempt")
