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
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil
from pydantic import ValidationError

from app.errors import ShotwrightError
from app.files import disk_error
from render.protocol import Event, Job
from render.sandbox import Layer, check_event, folders

log = logging.getLogger(__name__)

SILENCE_S = 180.0
"""A worker that says nothing for so long while it has a job is taken for hung: seconds of work on all its threads,
or PATIENCE times as many by the clock, as a busy machine may give it little."""

PATIENCE = 3.0

START_S = 180.0
MEMORY = 6 * 2**30
"""Bytes of resident memory after which a worker is replaced between jobs."""

MEMORY_OF_A_JOB = min(12 * 2**30, psutil.virtual_memory().total * 3 // 4)
"""Bytes of resident memory at which a worker is stopped in the middle of a job."""

WATCH_S = 1.0
LINE = 64 * 2**20


class WorkerDied(Exception):
    pass


class Distrusted(Exception):
    """A worker claimed something that is not its to claim; its argument is the ShotwrightError that says what."""


class Worker:
    """One worker process. Not for use by two jobs at once."""

    def __init__(self, scratch: Path, threads: int, writable: Iterable[Path] = ()):
        self.scratch, self.threads, self.writable = scratch, threads, tuple(writable)
        self.layers: list[Layer] = []
        self.process: asyncio.subprocess.Process | None = None
        self.log = scratch / "worker.log"

    async def start(self) -> None:
        self.scratch.mkdir(parents=True, exist_ok=True)
        folders = [option for folder in self.writable for option in ("--writable", str(folder))]
        errors = self.log.open("ab")
        try:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "render.worker", "--threads", str(self.threads), *folders,
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
        self.layers = [Layer(**each) for each in event.result.get("sandbox", [])]
        for layer in self.layers:
            if not layer.active:
                log.info("sandbox without %s: %s", layer.name, layer.detail)

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.returncode is None

    @property
    def memory(self) -> int:
        try:
            return psutil.Process(self.process.pid).memory_info().rss if self.alive else 0
        except psutil.Error:
            return 0

    @property
    def worked(self) -> float:
        """Seconds of processor time the process has taken."""
        try:
            times = psutil.Process(self.process.pid).cpu_times() if self.alive else None
        except psutil.Error:
            return 0.0
        return times.user + times.system if times else 0.0

    def tail(self) -> str:
        """The last lines the process left in its log."""
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-4:])
        except OSError:
            return ""

    async def _read(self) -> Event:
        try:
            line = await self.process.stdout.readline()
        except ValueError as error:
            raise WorkerDied("the worker sent an endless line") from error
        if not line:
            await self.process.wait()
            raise WorkerDied(f"the worker ended with code {self.process.returncode}")
        try:
            return Event.model_validate_json(line)
        except ValidationError as error:
            raise WorkerDied(f"the worker sent something unreadable: {line[:200]!r}") from error

    async def run(self, job: Job, on_event: Callable[[Event], None], silence: float) -> Event:
        """Runs a job to its end. Returns the "done" event. Raises ShotwrightError, Distrusted or WorkerDied."""
        self.process.stdin.write(job.model_dump_json().encode() + b"\n")
        await self.process.stdin.drain()
        while True:
            event = await self._next(silence)
            if event.kind == "failed":
                raise event.failure.error()
            try:
                check_event(job, event)
            except ShotwrightError as error:
                raise Distrusted(error) from error
            if event.kind == "done":
                return event
            on_event(event)

    async def _next(self, silence: float) -> Event:
        """The next event, while the process keeps within its memory. Raises WorkerDied."""
        reading = asyncio.ensure_future(self._read())
        begun, worked = time.monotonic(), self.worked
        try:
            while True:
                await asyncio.wait({reading}, timeout=min(silence, WATCH_S))
                if reading.done():
                    return reading.result()
                waited = time.monotonic() - begun
                if (self.worked - worked) / max(1, self.threads) > silence or waited > PATIENCE * silence:
                    raise WorkerDied(f"the worker said nothing for {waited:.0f} s")
                if self.memory > MEMORY_OF_A_JOB:
                    raise WorkerDied(f"the worker took more than {MEMORY_OF_A_JOB // 2**30} GiB of memory")
        finally:
            if not reading.done():
                reading.cancel()
                await asyncio.wait({reading})

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
    """Runs jobs on up to `size` workers. Use as an async context manager, or call `close`.

    writable: folders that workers may write to; see `serve`.
    """

    def __init__(
        self,
        size: int | None = None,
        threads: int | None = None,
        silence: float = SILENCE_S,
        writable: Iterable[Path | str] = (),
    ):
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self.size = size or max(1, min(cores, 4))
        self.threads = threads or cores  # each: a job that is alone has them all, and several share them well
        self.silence = silence
        self._scratch = Path(tempfile.mkdtemp(prefix="shotwright-"))
        self._slots = asyncio.Semaphore(self.size)
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._started = 0
        self._warming: set[asyncio.Task] = set()
        self._closed = False
        self._writable: tuple[Path, ...] = ()
        self.serve(writable)

    def serve(self, writable: Iterable[Path | str]) -> None:
        """Sets the folders that workers may write to; they are made where missing. Workers that were started with
        others are replaced when they are next needed. A job that writes elsewhere gets a worker of its own.
        Raises ShotwrightError(disk)."""
        found = []
        for each in writable:
            found.append(Path(each).resolve())
            _make(found[-1])
        self._writable = tuple(found)

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

    async def _new(self, needed: Iterable[Path] = ()) -> Worker:
        self._started += 1
        folder = self._scratch / f"worker-{self._started}"
        worker = Worker(folder, self.threads, dict.fromkeys([*self._writable, *needed]))
        self._all.add(worker)
        try:
            await worker.start()
        except BaseException:
            self._all.discard(worker)
            await worker.stop()
            raise
        return worker

    async def _take(self, job: Job) -> Worker:
        needed = [each for each in folders(job) if not any(each.is_relative_to(own) for own in self._writable)]
        for each in needed:
            _make(each)
        if needed:
            return await self._new(needed)
        while self._warming and not self._idle:
            await asyncio.wait(self._warming, return_when=asyncio.FIRST_COMPLETED)
        while self._idle:
            worker = self._idle.pop()
            if self._usable(worker):
                return worker
            await self._drop(worker)
        return await self._new()

    def _usable(self, worker: Worker) -> bool:
        return worker.alive and worker.memory < MEMORY and worker.writable == self._writable

    async def _give_back(self, worker: Worker) -> None:
        if worker.writable == self._writable:
            self._idle.append(worker)
        else:
            await self._drop(worker)

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
                worker = await self._take(job)
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
                except Distrusted as lie:
                    await self._drop(worker)
                    raise lie.args[0] from None
                except ShotwrightError:
                    await self._give_back(worker)
                    raise
                except BaseException:
                    await asyncio.shield(self._drop(worker))
                    raise
                else:
                    await self._give_back(worker)
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


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(folder, error) from error


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
