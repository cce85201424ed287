"""The worker pool with real Blender processes: crashes, hangs, cancelling, no orphans."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from app.document import Program
from app.errors import ShotwrightError
from app.look import Look
from render.pool import WorkerPool, environment
from render.protocol import BlendJob, StageJob, StageSpec, TierSpec

TINY = TierSpec(name="tiny", engine="WORKBENCH", size=(64, 36))


def spec(**snippets: str) -> StageSpec:
    texts = {
        "scene": 'use_place(stage, "Apartment living room")',
        "cinematography": "long_shot(stage)",
        **snippets,
    }
    return StageSpec(program=Program(**texts), frames=4, cast={"Mia": Look()})


def job(tmp_path: Path, name: str = "job", **snippets: str) -> StageJob:
    people = str(tmp_path / "people")
    return StageJob(id=name, spec=spec(**snippets), tier=TINY, folder=str(tmp_path / name), people=people, keyframes=[])


def run(work):
    return asyncio.run(asyncio.wait_for(work, 120))


def test_one_worker_does_many_jobs_and_says_what_was_wrong_with_a_bad_one(tmp_path):
    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            first = await pool.submit(job(tmp_path, "a"))
            pid = next(iter(pool._all)).process.pid
            with pytest.raises(ShotwrightError, match="lighting, line 1"):
                await pool.submit(job(tmp_path, "b", lighting='light_mood(stage, "disco")'))
            await pool.submit(job(tmp_path, "c"))
            assert next(iter(pool._all)).process.pid == pid
            return first

    done = run(work())
    assert done.result["measurements"]["place"] == "Apartment living room"


def test_a_worker_that_dies_is_replaced_and_the_job_done_again(tmp_path):
    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            await pool.submit(job(tmp_path, "a"))
            worker = next(iter(pool._all))
            killed = []

            def kill_once(event):
                if event.kind == "started" and not killed:
                    killed.append(worker.process.pid)
                    os.kill(worker.process.pid, signal.SIGKILL)

            done = await pool.submit(job(tmp_path, "b"), kill_once)
            assert killed
            return done

    assert run(work()).kind == "done"


def test_a_job_that_kills_its_worker_twice_fails_and_the_pool_lives_on(tmp_path):
    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:

            def kill(event):
                if event.kind == "started":
                    for worker in pool._all:
                        os.kill(worker.process.pid, signal.SIGKILL)

            with pytest.raises(ShotwrightError, match="died twice"):
                await pool.submit(job(tmp_path, "a"), kill)
            return await pool.submit(job(tmp_path, "b"))

    assert run(work()).kind == "done"


def test_a_worker_that_hangs_is_taken_for_dead(tmp_path):
    async def work():
        async with WorkerPool(1, silence=3.0, writable=[tmp_path]) as pool:
            await pool.submit(job(tmp_path, "a"))
            stopped = []

            def stop_once(event):
                if event.kind == "started" and not stopped:
                    stopped.append(next(iter(pool._all)).process.pid)
                    os.kill(stopped[0], signal.SIGSTOP)

            done = await pool.submit(job(tmp_path, "b"), stop_once)
            assert not psutil.pid_exists(stopped[0])
            return done

    assert run(work()).kind == "done"


def test_cancelling_stops_the_work_at_once(tmp_path):
    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            await pool.submit(job(tmp_path, "a"))
            begun = asyncio.Event()
            big = job(tmp_path, "b").model_copy(
                update={"tier": TierSpec(name="big", size=(1920, 1080), samples=512), "keyframes": [0]}
            )
            task = asyncio.create_task(pool.submit(big, lambda event: begun.set()))
            await begun.wait()
            pid = next(iter(pool._all)).process.pid
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            assert not psutil.pid_exists(pid)
            return await pool.submit(job(tmp_path, "c"))

    assert run(work()).kind == "done"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_no_worker_outlives_an_application_that_is_killed(tmp_path):
    script = (
        "import asyncio, os\n"
        "from render.pool import WorkerPool\n"
        "async def main():\n"
        "    pool = WorkerPool(1)\n"
        "    worker = await pool._new()\n"
        "    print(worker.process.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    worker = int(parent.stdout.readline())
    assert psutil.pid_exists(worker)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 20
    while time.monotonic() < end and psutil.pid_exists(worker) and psutil.Process(worker).status() != "zombie":
        time.sleep(0.1)
    assert not psutil.pid_exists(worker) or psutil.Process(worker).status() == "zombie"


def test_a_worker_sees_no_keys_and_no_home(tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    seen = environment(tmp_path)
    assert "secret" not in seen.values()
    assert seen["HOME"] == str(tmp_path)


def test_a_shot_is_kept_as_an_editable_blend(tmp_path):
    async def work():
        async with WorkerPool(1, writable=[tmp_path]) as pool:
            each = spec(character='add_person(stage, "Mia", at="Position 3")')
            file = tmp_path / "shot.blend"
            await pool.submit(BlendJob(id="b", spec=each, file=str(file), people=str(tmp_path / "people")))
            return file.read_bytes()[:12]

    head = run(work())
    assert head.startswith(b"\x28\xb5\x2f\xfd") or head.startswith(b"BLENDER")
