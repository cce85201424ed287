"""What the tests of the writing share."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.crew_events import CrewEvent
from agents.ensemble import Ensemble
from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.model.ledger import Budget
from agents.roles import Casting
from app.document import Film
from tests.support.asking import client
from tests.support.writers import IDEA, Writers

type Make = Callable[..., tuple[Film, list[CrewEvent]]]


@pytest.fixture(scope="session")
def house() -> HouseCrew:
    return HouseCrew()


@pytest.fixture(scope="session")
def make(house) -> Make:
    """Makes the film of a text; gives it with what the crew told."""

    def make(
        server: Writers,
        folder: Path,
        text: str | Path = IDEA,
        cast: Casting | None = None,
        budget: Budget | None = None,
        **options,
    ) -> tuple[Film, list[CrewEvent]]:
        crew = Ensemble(cast or Casting("model"), lambda: client(server, folder, budget=budget), house)
        told: list[CrewEvent] = []
        crew.events.connect(told.append)

        async def run() -> Film:
            try:
                return await crew.develop(read(text), Options(**options))
            finally:
                await crew.close()

        return asyncio.run(run()), told

    return make
