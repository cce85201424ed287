"""Hostile learned functions in a real worker: each is stopped, and the pool is healthy after each."""

from __future__ import annotations

import asyncio

import pytest

from app.document import LearnedFunction, Program
from app.errors import ShotwrightError
from app.look import Look
from render.pool import WorkerPool
from render.protocol import StageJob, StageSpec, TierSpec
from tests.library.learned.escapes import CHECKER, STOPPED


@pytest.mark.blender
def test_a_worker_takes_hostile_functions_and_goes_on_working(tmp_path):
    def job(name: str, motion: str, *functions: LearnedFunction) -> StageJob:
        program = Program(
            scene='use_place(stage, "Office")', character='add_person(stage, "Mia", at="Position 1")', motion=motion,
            cinematography="long_shot(stage)",
        )  # fmt: skip
        return StageJob(
            id=name, spec=StageSpec(program=program, cast={"Mia": Look()}, frames=2, functions=list(functions)),
            tier=TierSpec(name="tiny", engine="WORKBENCH", size=(32, 18)), folder=str(tmp_path / name),
            people=str(tmp_path / "people"), keyframes=[0],
        )  # fmt: skip

    async def work() -> None:
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            workers = set()
            for name, source in {**CHECKER, **STOPPED}.items():
                thing = LearnedFunction(name="thing", sub_process="motion", version=1, source=source)
                with pytest.raises(ShotwrightError) as caught:
                    await pool.submit(job("hostile", "thing(stage)", thing))
                assert caught.value.layer == "program", name
                assert "thing" in caught.value.what, name
                (worker,) = pool._all
                workers.add(worker)
                assert all(layer.active or layer.detail for layer in worker.layers)
            good = LearnedFunction(name="look_up", sub_process="motion", version=1, source=GOOD)
            done = await pool.submit(job("good", 'look_up(stage, "Mia")', good))
            assert done.result["keyframes"]
            assert workers == set(pool._all), "none of them cost a worker"

    asyncio.run(asyncio.wait_for(work(), 300))


GOOD = (
    'def look_up(stage, person):\n    """Somebody looks up over their own head. person: their name."""\n'
    "    x, y = point_of(stage, person)\n    look_at(stage, person, (x, y + 1, 3))"
)
