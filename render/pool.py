"""The pool of Blender worker processes, from the application's side.

Workers are started ahead of need, restarted after a crash, a hang or too much memory, and never outlive
the application. A job that kills a worker twice is failed, not retried for ever.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import psutil
from pydantic import ValidationError

from app.errors import ShotwrightError
from render.protocol import Event, Job

log = logging.getLogger(__name__)

SILENCE_S = 180.0
"""A worker that says nothing for so long while it has a job is taken for hung."""

START_S = 60.0
MEMORY = 6 * 2**30
"""Bytes of resident memory after which a worker is replaced between jobs."""

LINE = 64 * 2**20


class WorkerDied(Exception):
    pass


class Worker:
    """One worker process. Not for use by two jobs at once."""

    def __init__(self, scratch: Path, threads: int):
        self.scratch, self.threads = scratch, threads
        self.process: asyncio.subprocess.Process | None = None
        self.log = scratch / "worker.log"

    async def start(self) -> None:
        self.scratch.mkdir(parents=True, exist_ok=True)
        errors = self.log.open("ab")
        try:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "render.worker", "--threads", str(self.threads),
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=errors,
                env=environment(self.scratch), limit=LINE, cwd=Path(__file__).resolve().parent.parent,
                start_new_session=os.name == "posix",
            )  # fmt: skip
        finally:
            errors.close()
        try:
            event = await asyncio.wait_for(self._read(), START_S)
        except (TimeoutError, WorkerDied) as error:
            tail = self.tail()
            await self.stop()
            raise ShotwrightError(
                "render", f"Blender did not start: {tail or error}", "Run `shotwright doctor` to see what is missing."
            ) from None
        if event.kind != "ready":
            raise ShotwrightError("render", f"the worker began with {event.kind!r} instead of ready")

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.returncode is None

    @property
    def memory(self) -> int:
        try:
            return psutil.Process(self.process.pid).memory_info().rss if self.alive else 0
        except psutil.Error:
            return 0

    def tail(self) -> str:
        """The last lines the process left in its log."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-4:])
        except OSError:
            return ""

    async def _read(self) -> Event:
        line = await self.process.stdout.readline()
        if not line:
            await self.process.wait()
            raise WorkerDied(f"the worker ended with code {self.process.returncode}")
        try:
            return Event.model_validate_json(line)
        except ValidationError as error:
            raise WorkerDied(f"the worker sent something unreadable: {line[:200]!r}") from error

    async def run(self, job: Job, on_event: Callable[[Event], None], silence: float) -> Event:
        """Runs a job to its end. Returns the "done" event. Raises ShotwrightError or WorkerDied."""
        self.process.stdin.write(job.model_dump_json().encode() + b"\n")
        await self.process.stdin.drain()
        while True:
            try:
                event = await asyncio.wait_for(self._read(), silence)
            except TimeoutError:
                raise WorkerDied(f"the worker said nothing for {silence:.0f} s") from None
            if event.kind == "done":
                return event
            if event.kind == "failed":
                raise event.failure.error()
            on_event(event)

    async def stop(self) -> None:
        """Ends the process at once; nothing of value lives in it."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError, psutil.Error):
            for child in psutil.Process(self.process.pid).children(recursive=True):
                child.kill()
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()


def environment(scratch: Path) -> dict[str, str]:
    """All a worker gets to see: no keys, no home, its own scratch folder."""
    kept = {
        k: os.environ[k]
        for k in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "WINDIR", "LANG", "VIRTUAL_ENV")
        if k in os.environ
    }
    folders = (
        "HOME",
        "TMPDIR",
        "TEMP",
        "TMP",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "APPDATA",
        "BLENDER_USER_RESOURCES",
    )
    return {**kept, **{name: str(scratch) for name in folders}, "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}


class WorkerPool:
    """Runs jobs on up to `size` workers. Use as an async context manager, or call `close`."""

    def __init__(self, size: int | None = None, threads: int | None = None, silence: float = SILENCE_S):
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self.size = size or max(1, min(cores, 4))
        self.threads = threads or max(1, cores // self.size)
        self.silence = silence
        self._scratch = Path(tempfile.mkdtemp(prefix="shotwright-"))
        self._slots = asyncio.Semaphore(self.size)
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._started = 0
        self._warming: set[asyncio.Task] = set()
        self._closed = False

    async def __aenter__(self) -> WorkerPool:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def warm_up(self) -> None:
        """Starts all workers in the background."""
        for _ in range(self.size - len(self._all) - len(self._warming)):
            task = asyncio.ensure_future(self._new_idle())
            self._warming.add(task)
            task.add_done_callback(self._warming.discard)

    async def _new_idle(self) -> None:
        with contextlib.suppress(ShotwrightError):
            self._idle.append(await self._new())

    async def _new(self) -> Worker:
        self._started += 1
        worker = Worker(self._scratch / f"worker-{self._started}", self.threads)
        self._all.add(worker)
        try:
            await worker.start()
        except BaseException:
            self._all.discard(worker)
            await worker.stop()
            raise
        return worker

    async def _take(self) -> Worker:
        while self._warming and not self._idle:
            await asyncio.wait(self._warming, return_when=asyncio.FIRST_COMPLETED)
        while self._idle:
            worker = self._idle.pop()
            if worker.alive and worker.memory < MEMORY:
                return worker
            await self._drop(worker)
        return await self._new()

    async def _drop(self, worker: Worker) -> None:
        self._all.discard(worker)
        await worker.stop()

    async def submit(self, job: Job, on_event: Callable[[Event], None] = lambda event: None) -> Event:
        """Runs a job, waiting for a free worker. Cancelling the caller stops the job at once.
        Raises ShotwrightError; after two dead workers its layer is "render"."""
        if self._closed:
            raise ShotwrightError("render", "the workers are shut down")
        async with self._slots:
            for attempt in (1, 2):
                worker = await self._take()
                try:
                    done = await worker.run(job, on_event, self.silence)
                except (WorkerDied, ConnectionError, BrokenPipeError) as death:
                    log.warning("job %s: %s\n%s", job.id, death, worker.tail())
                    tail = worker.tail()
                    await self._drop(worker)
                    if attempt == 2:
                        raise ShotwrightError(
                            "render",
                            f"Blender died twice on {job.id}: {death}",
                            f"Last words: {tail}" if tail else "The shot's program may ask for too much.",
                        ) from death
                except ShotwrightError:
                    self._idle.append(worker)
                    raise
                except BaseException:
                    await asyncio.shield(self._drop(worker))
                    raise
                else:
                    self._idle.append(worker)
                    return done
        raise AssertionError("not reached")

    async def close(self) -> None:
        """Stops every worker and removes their scratch folders."""
        self._closed = True
        for task in tuple(self._warming):
            task.cancel()
        await asyncio.gather(*self._warming, return_exceptions=True)
        await asyncio.gather(*(w.stop() for w in self._all), return_exceptions=True)
        self._all.clear()
        await asyncio.to_thread(_remove, self._scratch)


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
