"""Workers that lie, hoard or hang: what they claim is not believed, and the pool goes on without them."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import psutil
import pytest

from app.document import Program
from app.errors import ShotwrightError
from render import pool as pools
from render.pool import WorkerPool
from render.protocol import BlendJob, Event, FramesJob, StageJob, StageSpec, TierSpec
from render.sandbox import check_event, folders

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts and links as Unix has them")

LIAR = """#!{python}
import json, sys, time
send = lambda **event: print(json.dumps(event), flush=True)
send(kind="ready")
for line in sys.stdin:
    job = json.loads(line)
    wish = job["spec"]["program"]["scene"]
    if wish == "spin":
        while True:
            pass
    if wish == "hoard":
        held = bytearray(300 * 2**20)
        for at in range(0, len(held), 4096):
            held[at] = 1
        time.sleep(60)
    if wish == "flood":
        while True:
            sys.stdout.write("x" * 2**20)
    if wish == "babble":
        print("no event", flush=True)
    if wish == "honest":
        send(kind="done", job=job["id"], result={{"keyframes": []}})
    else:
        send(kind="artefact", job=job["id"], file=wish)
        send(kind="done", job=job["id"], result={{"keyframes": []}})
"""


def stage_job(folder: Path, wish: str = "honest") -> StageJob:
    return StageJob(
        id="job",
        spec=StageSpec(program=Program(scene=wish), frames=2),
        tier=TierSpec(name="tiny", size=(32, 18)),
        folder=str(folder / "job"),
        people=str(folder / "people"),
    )


@pytest.fixture
def liars(tmp_path, monkeypatch):
    """Makes the pool start liars in the place of Blender."""
    script = tmp_path / "liar"
    script.write_text(LIAR.format(python=sys.executable))
    script.chmod(0o755)
    monkeypatch.setattr(pools.sys, "executable", str(script))


def outcome(folder: Path, wish: str, **settings) -> str:
    """What a job of a liar came to, after an honest one was served by the same pool."""

    async def work() -> str:
        async with WorkerPool(1, writable=[folder], **settings) as pool:
            with pytest.raises(ShotwrightError) as caught:
                await pool.submit(stage_job(folder, wish))
            assert (await pool.submit(stage_job(folder))).kind == "done"
            assert len(pool._all) == 1
            return str(caught.value)

    return asyncio.run(asyncio.wait_for(work(), 60))


@pytest.mark.parametrize("wish", ["/etc/passwd", "job/../../x", "relative.jpg", "/proc/self/environ"])
def test_a_file_elsewhere_is_not_taken(tmp_path, liars, wish):
    assert "refused" in outcome(tmp_path, wish)


def test_a_link_in_the_folder_that_leads_elsewhere_is_not_taken(tmp_path, liars):
    (tmp_path / "job").mkdir()
    (tmp_path / "job" / "frame.jpg").symlink_to("/etc/passwd")
    assert "refused" in outcome(tmp_path, str(tmp_path / "job" / "frame.jpg"))


def test_a_pipe_is_not_taken(tmp_path, liars):
    (tmp_path / "job").mkdir()
    os.mkfifo(tmp_path / "job" / "frame.jpg")
    assert "refused" in outcome(tmp_path, str(tmp_path / "job" / "frame.jpg"))


def test_a_worker_that_spins_is_stopped(tmp_path, liars):
    assert "said nothing" in outcome(tmp_path, "spin", silence=1.0)


def test_a_worker_that_takes_too_much_memory_is_stopped(tmp_path, liars, monkeypatch):
    monkeypatch.setattr(pools, "MEMORY_OF_A_JOB", 200 * 2**20)
    monkeypatch.setattr(pools, "WATCH_S", 0.2)
    assert "memory" in outcome(tmp_path, "hoard")


def test_a_worker_that_talks_without_end_is_stopped(tmp_path, liars, monkeypatch):
    monkeypatch.setattr(pools, "LINE", 2**20)
    assert "endless" in outcome(tmp_path, "flood")


def test_a_worker_that_babbles_is_stopped(tmp_path, liars):
    assert "unreadable" in outcome(tmp_path, "babble")


def test_a_job_elsewhere_gets_a_worker_that_is_not_kept(tmp_path, liars):
    inside, elsewhere = tmp_path / "inside", tmp_path / "elsewhere"

    async def work() -> None:
        async with WorkerPool(1, writable=[inside]) as pool:
            await pool.submit(stage_job(inside))
            (kept,) = pool._all
            await pool.submit(stage_job(elsewhere))
            assert tuple(pool._all) == (kept,)
            pool.serve([elsewhere])
            await pool.submit(stage_job(elsewhere))
            (new,) = pool._all
            assert new is not kept
            assert not psutil.pid_exists(kept.process.pid)
            assert new.writable == (elsewhere.resolve(),)

    asyncio.run(asyncio.wait_for(work(), 60))


def frames_job(folder: Path) -> FramesJob:
    tier = TierSpec(name="tiny", size=(32, 18))
    spec = StageSpec(program=Program(), frames=2)
    return FramesJob(id="f", spec=spec, tier=tier, cache=str(folder / "cache"), people=str(folder / "people"))


@pytest.mark.parametrize("name", ["../../x.png", "/etc/passwd", "ab/cd.png", "", "AB.png", "ab.png\n", 5, None])
def test_a_frame_has_a_frame_name(tmp_path, name):
    with pytest.raises(ShotwrightError, match="refused"):
        check_event(frames_job(tmp_path), Event(kind="done", job="f", result={"frames": [name]}))


def test_frames_that_are_there_are_taken(tmp_path):
    file = tmp_path / "cache" / "ab" / "abcd.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"png")
    done = Event(kind="done", job="f", result={"frames": ["abcd.png"], "rendered": 1})
    check_event(frames_job(tmp_path), done)
    with pytest.raises(ShotwrightError, match="spoke of job"):
        check_event(frames_job(tmp_path), done.model_copy(update={"job": "other"}))
    file.unlink()
    with pytest.raises(ShotwrightError, match="not there"):
        check_event(frames_job(tmp_path), done)


@pytest.mark.parametrize(
    "result", [{"keyframes": 5}, {"keyframes": [5]}, {"keyframes": [{"frame": 0}]}, {"keyframes": [{"file": "x"}]}]
)
def test_a_malformed_result_is_refused(tmp_path, result):
    with pytest.raises(ShotwrightError, match="refused"):
        check_event(stage_job(tmp_path), Event(kind="done", job="job", result=result))


def test_a_blend_file_is_the_one_asked_for(tmp_path):
    job = BlendJob(
        id="b", spec=StageSpec(program=Program(), frames=2), file=str(tmp_path / "a" / "x.blend"), people=str(tmp_path)
    )
    assert folders(job) == [(tmp_path / "a").resolve(), tmp_path.resolve()]
    with pytest.raises(ShotwrightError, match="another file"):
        check_event(job, Event(kind="done", job="b", result={"file": str(tmp_path / "y.blend")}))
