from __future__ import annotations

import asyncio

import pytest

from library.knowledge import Knowledge, Shelf
from render.pool import WorkerPool
from render.protocol import DocumentationJob


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory):
    """The whole knowledge, with the documentation of the Blender that is installed."""
    folder = tmp_path_factory.mktemp("knowledge")
    made = Knowledge(folder, Shelf(folder / "shelf"))

    async def document():
        async with WorkerPool(1) as pool:
            return await pool.submit(DocumentationJob(id="documentation", file=str(made.blender_file)))

    done = asyncio.run(document())
    assert done.result["entries"] > 5000
    made.refresh()
    return made


@pytest.fixture
def small(tmp_path):
    """Knowledge without Blender's documentation, in folders of the test's own."""
    return Knowledge(tmp_path / "index", Shelf(tmp_path / "shelf"))
