"""A few people built once for all tests."""

import pytest

from library.cast.build import build
from tests.support.people import LOOKS


@pytest.fixture(scope="session")
def people():
    return {name: build(look) for name, look in LOOKS.items()}
