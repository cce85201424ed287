"""How long the knowledge takes to be there the first time, to come up to date again, and to answer.

Run: python tests/benchmarks/knowledge_index.py [runs]
"""

from __future__ import annotations

import asyncio
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from agents.knowledge import prepare
from library.knowledge import Knowledge, Shelf
from library.learned.store import LearnedLibrary
from render.pool import WorkerPool

QUERIES = (
    ("programmer", "make the camera follow a walking person"),
    ("programmer", "keyframe an object's location"),
    ("cinematographer", "soft shadows at night"),
    ("director", "two people who quarrel, how close should they stand"),
    ("reviewer", "feet slide on the floor while walking"),
)


def made(folder: Path) -> Knowledge:
    return Knowledge(folder, Shelf(folder / "shelf"), LearnedLibrary(folder / "learned"))


async def first(folder: Path) -> tuple[float, float, dict[str, int]]:
    """Seconds until something is found, until all is there, and passages per source."""
    knowledge = made(folder)
    begun, found = time.monotonic(), 0.0
    async with WorkerPool(1) as pool:
        preparing = asyncio.ensure_future(prepare(knowledge, pool))
        while not found:
            if await asyncio.to_thread(knowledge.retrieve, "director", "headroom"):
                found = time.monotonic() - begun
            await asyncio.sleep(0.02)
        await preparing
        await asyncio.to_thread(knowledge.wait)
    return found, time.monotonic() - begun, knowledge.counts()


def main(runs: int) -> None:
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, {runs} runs")
    firsts, wholes, agains, answers = [], [], [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            found, whole, counts = asyncio.run(first(Path(folder)))
            firsts.append(found)
            wholes.append(whole)
            knowledge = made(Path(folder))
            begun = time.monotonic()
            knowledge.refresh()
            agains.append(time.monotonic() - begun)
            for role, query in QUERIES:
                begun = time.monotonic()
                knowledge.retrieve(role, query)
                answers.append(time.monotonic() - begun)
    print(f"passages: {counts}")
    for name, values, unit in (
        ("first passage found", firsts, 1), ("everything there", wholes, 1), ("up to date again", agains, 1),
        ("an answer", answers, 1000),
    ):  # fmt: skip
        median, worst = statistics.median(values) * unit, max(values) * unit
        print(f"{name:22}{median:8.1f} {'s' if unit == 1 else 'ms'} (worst {worst:.1f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
