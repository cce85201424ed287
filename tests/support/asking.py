"""A model client of the tests: no keyring, no waiting, files in a folder of the test's own."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from agents.model.capabilities import CapabilityStore
from agents.model.client import ModelClient
from agents.model.keys import Keys
from agents.model.ledger import Budget
from agents.model.prices import Price, PriceTable
from agents.model.retry import Backoff
from agents.model.settings import Endpoint, Limits, ModelSettings
from tests.support.endpoint import ScriptedEndpoint

KEY = "sk-secret-of-the-tests"


class NoRing:
    """A keyring with nothing in it."""

    def get_password(self, service: str, username: str) -> None:
        return None


def client(
    server: ScriptedEndpoint,
    folder: Path,
    *,
    budget: Budget | None = None,
    waits: list[float] | None = None,
    attempts: int = 5,
    endpoint: dict[str, Any] | None = None,
    **limits: Any,
) -> ModelClient:
    """A client for which `server` plays all kinds of models. waits: takes the seconds it would have waited."""
    waits = [] if waits is None else waits

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    one = Endpoint(base_url=server.url, model="scripted", key="TEST_KEY", **(endpoint or {}))
    return ModelClient(
        ModelSettings(kinds=dict.fromkeys(("text", "vision", "embedding", "speech"), one), limits=Limits(**limits)),
        folder,
        budget,
        keys=Keys({"TEST_KEY": KEY}, NoRing()),
        prices=PriceTable(models={"scripted": Price(input=1.0, output=2.0)}),
        capabilities=CapabilityStore(folder / "capabilities.json"),
        backoff=Backoff(attempts=attempts, sleep=sleep, random=random.Random(1)),
    )
