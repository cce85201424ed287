"""The librarian: looks up for the roles of one production what the library knows.

What was looked up once in a project stays what it was, so that a production that goes on after an interruption asks
its models the same questions again and finds their answers kept.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from agents.citations import quoted
from agents.model.client import ModelClient
from agents.model.settings import Endpoint
from agents.production.progress import Progress
from app.errors import ShotwrightError
from app.files import digest, write_whole
from library.knowledge import SOURCES, Knowledge, Passage, Source
from render.pool import WorkerPool
from render.protocol import DocumentationJob

if TYPE_CHECKING:
    from agents.production.producer import Producer

__all__ = ["Librarian", "embed", "embedder", "prepare", "quoted"]

log = logging.getLogger(__name__)

FIRST_S = 30.0
"""How long a role waits for an index that is being made for the first time."""

FREE_SOURCES: tuple[Source, ...] = tuple(s for s in SOURCES if s != "blender")
"""What is embedded without asking, where an embedding model is set up: a thousand short passages."""

AT_ONCE = 256


class Librarian:
    """folder: the project's, which keeps in `knowledge/` what was looked up; client: the models' client of the
    production, to rank by meaning too where it has an embedding model; pool: has Blender's documentation written the
    first time. Used from one event loop; close it at the end."""

    def __init__(
        self,
        knowledge: Knowledge,
        folder: Callable[[], Path],
        client: Callable[[], ModelClient | None] = lambda: None,
        pool: WorkerPool | None = None,
    ):
        self.knowledge = knowledge
        self._folder, self._client, self._pool = folder, client, pool
        self._task: asyncio.Task[None] | None = None

    async def retrieve(self, role: str, query: str, k: int = 5) -> tuple[Passage, ...]:
        """The passages that help a role with a query, the best first: title, source, text, score. Empty where
        nothing fits. Never raises for want of knowledge; raises BudgetReached, ShotwrightError(disk, project)."""
        file = self._folder() / "knowledge" / f"{digest(role, query, str(k))}.json"
        kept = _kept(file)
        if kept is not None:
            return kept
        await self._first()
        vector, model = await self._embedded(role, query)
        found = await asyncio.to_thread(self.knowledge.retrieve, role, query, k, vector=vector, model=model)
        if found:
            made = {"role": role, "query": query, "passages": [asdict(p) for p in found]}
            await asyncio.to_thread(write_whole, file, json.dumps(made, indent=1))
        return tuple(found)

    def watch(self, producer: Producer) -> None:
        """Remembers the programs of the shots that pass, from now on."""

        def progressed(progress: Progress) -> None:
            if progress.kind == "done" and progress.shot:
                try:
                    self.knowledge.shelf.remember(producer.film)
                except ShotwrightError as error:
                    log.warning("what passed is not remembered: %s", error)

        producer.progress.connect(progressed)

    async def __aenter__(self) -> Librarian:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends what is done in the background; the next production goes on with it."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _first(self) -> None:
        """Begins to bring everything up to date, and waits for the very first index, for as long as that takes at
        most."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._prepare(), name="knowledge")
        if not self.knowledge.index.stamps:
            self.knowledge.start()
            await asyncio.to_thread(self.knowledge.wait, FIRST_S)

    async def _prepare(self) -> None:
        try:
            if self._pool is not None:
                await prepare(self.knowledge, self._pool)
            else:
                self.knowledge.start()
            endpoint = self._endpoint()
            # Elsewhere a call costs money, and whether to pay is asked first: `shotwright knowledge rebuild --vectors`.
            if endpoint is not None and endpoint.local:
                await asyncio.to_thread(self.knowledge.wait)
                async with self._client().apart(self.knowledge.shelf.folder) as own:
                    await embed(self.knowledge, own)
        except ShotwrightError as error:
            log.warning("the knowledge is not complete: %s", error)

    def _endpoint(self) -> Endpoint | None:
        client = self._client()
        return client.settings.kinds.get("embedding") if client is not None else None

    async def _embedded(self, role: str, query: str) -> tuple[np.ndarray | None, str]:
        """The query's vector and its model; none where there is no model, or no passage it could be compared with."""
        if self._endpoint() is None:
            return None, ""
        client = self._client()
        model = embedder(client)
        if not await asyncio.to_thread(self.knowledge.embedded, model):
            return None, ""
        try:
            return (await client.embed(role, [query]))[0], model
        except ShotwrightError as error:
            if error.layer == "rule":
                raise
            log.warning("looking up by words alone: %s", error)
            return None, ""


def embedder(client: ModelClient) -> str:
    """The name under which vectors of the client's embedding model are kept."""
    endpoint = client.settings.endpoint("librarian", "embedding")
    return f"{endpoint.base_url} {endpoint.model}"


async def prepare(knowledge: Knowledge, pool: WorkerPool) -> None:
    """Has the documentation of the installed Blender written if it is not there, and brings the index up to date in
    the background. Raises ShotwrightError(render, disk)."""
    file = knowledge.blender_file
    knowledge.start()
    if not file.exists():
        await pool.submit(DocumentationJob(id="documentation", file=str(file)))
        for old in file.parent.glob("blender-*.jsonl"):
            if old != file:
                old.unlink(missing_ok=True)
        await asyncio.to_thread(knowledge.wait)
        knowledge.start()


async def embed(knowledge: Knowledge, client: ModelClient, sources: Sequence[Source] = FREE_SOURCES) -> int:
    """Embeds the passages that have no vector yet; returns how many. Goes on where an earlier run stopped.
    Raises BudgetReached, Fault, ShotwrightError(disk)."""
    model = embedder(client)
    missing = await asyncio.to_thread(knowledge.without_vector, model, sources)
    for start in range(0, len(missing), AT_ONCE):
        batch = missing[start : start + AT_ONCE]
        vectors = await client.embed("librarian", [f"{p.title}\n{p.text}" for p in batch])
        await asyncio.to_thread(knowledge.add_vectors, model, batch, vectors)
    return len(missing)


def _kept(file: Path) -> tuple[Passage, ...] | None:
    try:
        return tuple(Passage(**each) for each in json.loads(file.read_text(encoding="utf-8"))["passages"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
