"""Fixtures of the crew's tests."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("crew", deadline=None)
settings.load_profile("crew")
sys.path.insert(0, str(Path(__file__).parent))

from catalogue_double import catalogue as double  # noqa: E402

from agents.catalogue import Catalogue  # noqa: E402
from agents.house.crew import HouseCrew  # noqa: E402


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return double()


@pytest.fixture(scope="session")
def crew(catalogue) -> HouseCrew:
    return HouseCrew(catalogue)
