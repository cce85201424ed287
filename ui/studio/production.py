"""Runs the producer's work in the background and keeps the list of jobs the window shows."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from agents.exports import Report, Wish
from app.document import Film, Source
from app.edits import AnyEdit, Group
from app.errors import ShotwrightError
from app.session import Session
from ui.studio.engine import Engine, Producer
from ui.studio.language import counted, tr
from ui.studio.tasks import Tasks
from ui.studio.workspace import Workspace

if TYPE_CHECKING:
    from agents.production.crew import Compared

log = logging.getLogger(__name__)
OPEN_STATES = ("queued", "running")
LOG_LINES = 500


@dataclass
class Work:
    """One job as people see it. state: "queued", "running", "done", "failed" or "cancelled"; where: who does it;
    log: (seconds since 1970, what happened); calls, money: of models, US dollars; again: starts it anew."""

    id: str
    title: str
    shots: set[str] = field(default_factory=set)
    state: str = "queued"
    done: int = 0
    total: int = 0
    eta_s: float | None = None
    message: str = ""
    error: ShotwrightError | None = None
    file: Path | None = None
    report: Report | None = None
    began: float = 0.0
    took_s: float = 0.0
    where: str = ""
    log: list[tuple[float, str]] = field(default_factory=list)
    calls: int = 0
    money: float = 0.0
    again: Callable[[], Work] | None = None

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES

    def note(self, text: str) -> None:
        """Adds to the log what was not the last to be said."""
        if text and (not self.log or self.log[-1][1] != text):
            self.log.append((time.time(), text))
            del self.log[:-LOG_LINES]


@dataclass(frozen=True)
class ShotWork:
    """What a job does for one shot: waiting, or `done` of `total` steps with so many seconds to go."""

    job: Work
    running: bool = False
    done: int = 0
    total: int = 0
    message: str = ""
    eta_s: float | None = None


class Production(QObject):
    """changed(work): a job began, moved on or ended. shots_changed(ids): shots whose state is another.
    finished(work): a job ended in any way. crewed(crew): the open film has this crew (an `Ensemble`), None for none."""

    changed = Signal(object)
    shots_changed = Signal(object)
    finished = Signal(object)
    crewed = Signal(object)

    def __init__(self, workspace: Workspace, tasks: Tasks, engine: Engine, parent: QObject | None = None):
        super().__init__(parent)
        self.workspace, self.tasks, self.engine = workspace, tasks, engine
        self.producer: Producer | None = None
        self.works: list[Work] = []
        self._handles: dict[str, asyncio.Task[Any]] = {}
        self._session: Session | None = None
        self._counter = 0
        self._last_failure: dict[str, ShotwrightError] = {}
        self._doing: dict[str, ShotWork] = {}
        self._spent: tuple[int, float] = (0, 0.0)
        workspace.opened.connect(self._reopened)
        workspace.edited.connect(self._edited)

    # ---- the producer of the film that is open

    def _reopened(self) -> None:
        if self.workspace.session is self._session:
            return
        self.producer = None
        self.crewed.emit(None)
        self._session = self.workspace.session
        self._last_failure.clear()
        self._doing.clear()
        for work in self.works:
            if work.open:
                self.cancel(work.id)

    async def prepare(self) -> None:
        """Starts the producer of the open film without holding up the window; from then on staleness is known."""
        session = self._session
        if session is not None and self.producer is None:
            await asyncio.to_thread(self.engine.load, session.project.folder if session.project else None)
            if session is self._session:
                self._need()
                self.shots_changed.emit({s.id for s in session.film.shots()})

    def _need(self) -> Producer:
        if self.producer is None:
            if self._session is None:
                raise ShotwrightError("project", "no film is open")
            self.producer = self.engine.producer(self._session)
            self.producer.progress.connect(self._progressed)
            self._spent = (0, 0.0)
            self.producer.crew.events.connect(self._crew_told)
            self.crewed.emit(self.producer.crew)
        return self.producer

    async def note(self, film: Film, shot: str, text: str) -> Group:
        """A note on a shot with the changes the crew proposes, as one edit. Raises ShotwrightError."""
        await self.prepare()
        return await self._need().crew.note(film, shot, text)

    # ---- starting work

    def plan(self, text: str, max_shots: int | None, seed: int = 0, mood: str = "", grade: str = "") -> Work:
        """Makes a film of a text or of the file it names, and stages all its shots. mood, grade: light and colours of
        all scenes, "" for those of the words."""

        async def run(producer: Producer, job: Work) -> None:
            film = self._session.film
            source: Source = await asyncio.to_thread(self.engine.read, text)
            await producer.develop(source, self.engine.options(max_shots, seed, film.fps, film.size, mood, grade))
            self._queue(job, [s.id for s in film.shots() if not s.omitted])
            await producer.stage(sorted(job.shots, key=[s.id for s in film.shots()].index))
            self.workspace.save()

        return self._start(tr("Making the storyboard"), run)

    def stage(self, shots: list[str] | None = None) -> Work:
        title = counted(len(shots), tr("Staging a shot"), tr("Staging {n} shots")) if shots else tr("Staging the shots")
        return self._start(title, lambda p, _: p.stage(shots), shots)

    def regenerate(self, shots: list[str]) -> Work:
        """New takes of these shots, one after the other; each is an undo step of its own."""

        async def run(producer: Producer, _: Work) -> None:
            for shot in shots:
                await producer.regenerate(shot)

        return self._start(counted(len(shots), tr("Regenerating a shot"), tr("Regenerating {n} shots")), run, shots)

    def compare(self, shot: str, first: str, second: str, done: Callable[[Compared], object]) -> Work:
        """Asks the crew which of two takes is better; `done` is told."""

        async def run(producer: Producer, job: Work) -> None:
            done(await producer.compare(shot, first, second))

        return self._start(tr("Comparing two takes"), run)

    def animatic(self, quality: str = "animatic") -> Work:
        """The cut as a film with sound to play; shots without a take are staged first."""

        async def run(producer: Producer, _: Work) -> Path:
            await self._stage_missing(producer)
            return await producer.animatic(quality)

        title = (
            tr("Making the animatic") if quality == "animatic" else tr("Rendering ({quality})").format(quality=quality)
        )
        return self._start(title, run)

    def render(self, shots: list[str] | None, quality: str) -> Work:
        return self._start(
            tr("Rendering ({quality})").format(quality=quality), lambda p, _: p.render(shots, quality), shots
        )

    def export(self, wish: Wish) -> Work:
        """The film as wished; shots without a take are staged first. The report stands in the job when it is done."""

        async def run(producer: Producer, job: Work) -> None:
            report = await self.engine.export(producer, wish)
            job.report, job.file = report, report.path
            job.message = "\n".join([report.said, *(f"{t.name}: {t.text}" for t in report.troubles)])

        return self._start(tr("Exporting {name}").format(name=wish.path.name), run)

    def import_asset(self, path: Path, done: Callable[[str, list[str]], object]) -> Work:
        """A 3D file becomes a prop; `done` is told its name and what was changed."""

        async def run(_: Producer, job: Work) -> None:
            done(*await self.engine.import_asset(path))

        return self._start(tr("Importing {name}").format(name=path.name), run)

    async def _stage_missing(self, producer: Producer) -> None:
        missing = [s.id for s in self._session.film.shots(omitted=False) if s.take is None]
        if missing:
            await producer.stage(missing)

    def _start(
        self, title: str, work: Callable[[Producer, Work], Coroutine[Any, Any, Any]], shots: list[str] | None = None
    ) -> Work:
        self._counter += 1
        job = Work(f"work-{self._counter}", title, where=tr("this machine"))
        job.again = lambda: self._start(title, work, shots)
        self.works.append(job)
        self._handles[job.id] = self.tasks.start(self._run(job, work), title)
        self.changed.emit(job)
        self._queue(job, shots or ())
        return job

    def _queue(self, job: Work, shots: Iterable[str]) -> None:
        job.shots = set(shots)
        for shot in job.shots:
            self._last_failure.pop(shot, None)
            self._doing[shot] = ShotWork(job)
        self.shots_changed.emit(set(job.shots))

    async def _run(self, job: Work, work: Callable[[Producer, Work], Coroutine[Any, Any, Any]]) -> None:
        job.state, job.began = "running", time.monotonic()
        job.note(tr("Begun"))
        self.changed.emit(job)
        try:
            await self.prepare()
            result = await work(self._need(), job)
            job.state = "done"
            if isinstance(result, Path):
                job.file = result
        except asyncio.CancelledError:
            job.state, job.message = "cancelled", tr("Cancelled")
            raise
        except ShotwrightError as error:
            job.state, job.error, job.message = "failed", error, error.what
            for shot in job.shots:
                self._last_failure[shot] = error
        except Exception as error:
            log.exception("%s failed", job.title)
            job.state, job.message = "failed", f"{type(error).__name__}: {error}".rstrip(": ")
            job.error = ShotwrightError("program", f"{job.title} stopped by a fault of its own ({job.message})")
        finally:
            job.took_s = time.monotonic() - job.began
            job.note(job.message or tr("Done"))
            if job.error is not None:
                job.note(job.error.hint)
            self._handles.pop(job.id, None)
            freed = {s for s, w in self._doing.items() if w.job is job}
            for shot in freed:
                del self._doing[shot]
            self.changed.emit(job)
            self.shots_changed.emit(freed | job.shots)
            self.finished.emit(job)

    def cancel(self, work_id: str) -> None:
        handle = self._handles.get(work_id)
        if handle is not None:
            handle.cancel()

    def retry(self, work_id: str) -> None:
        """Starts a job anew that failed or was cancelled."""
        work = next((w for w in self.works if w.id == work_id), None)
        if work is not None and not work.open and work.again is not None:
            work.again()

    def clear(self) -> None:
        """Forgets the jobs that have ended."""
        self.works = [w for w in self.works if w.open]

    # ---- what the producer tells

    def _progressed(self, progress: Any) -> None:
        job = next((w for w in self.works if w.state == "running" and progress.shot in w.shots), None)
        job = job or next((w for w in self.works if w.state == "running"), None)
        if job is None:
            return
        if progress.kind == "started" and progress.shot is None:
            job.done = job.total = 0
        if progress.total and (progress.shot is None or job.shots == {progress.shot}):
            job.done, job.total = progress.done, progress.total
        if progress.shot is None:
            job.eta_s = progress.eta_s
        job.message = ": ".join(t for t in (progress.title, progress.message) if t and t != job.title)
        job.note(job.message)
        if progress.shot:
            self._shot_progressed(progress, job)
        self.changed.emit(job)

    def _crew_told(self, event: Any) -> None:
        """Writes down what the crew does and what its models cost, in the job that runs."""
        calls, money = event.calls - self._spent[0], event.money - self._spent[1]
        self._spent = (event.calls, event.money)
        job = next((w for w in self.works if w.state == "running"), None)
        if job is not None:
            job.calls, job.money = job.calls + max(calls, 0), job.money + max(money, 0.0)
            job.note(f"{event.role} ({event.player}), {event.stage}: {event.what}. {event.text}".strip())
            self.changed.emit(job)

    def _shot_progressed(self, progress: Any, job: Work) -> None:
        shot = progress.shot
        if progress.kind == "failed" and progress.error is not None:
            self._last_failure[shot] = progress.error
        if progress.kind in ("started", "progress", "artefact"):
            now = (progress.done or 0, progress.total or 0, progress.message, progress.eta_s)
            self._doing[shot] = ShotWork(job, True, *now)
            self._last_failure.pop(shot, None)
        elif shot in self._doing and self._doing[shot].job is job:
            del self._doing[shot]
        self.shots_changed.emit({shot})

    # ---- asking

    def doing(self, shot: str) -> ShotWork | None:
        """What a job does for a shot, or that it waits in one."""
        return self._doing.get(shot)

    def _edited(self, edit: AnyEdit) -> None:
        """Why a shot failed says nothing about it any more once a person changed it."""
        for target in edit.targets() if edit.by.by == "person" else ():
            self._last_failure.pop(target, None)

    def failure(self, shot: str) -> ShotwrightError | None:
        """Why the last attempt at a shot failed."""
        return self._last_failure.get(shot)

    def stale(self, shot: str) -> list[str]:
        """Why the active take of a shot is out of date, in words; nothing before `prepare`."""
        return self.producer.stale(shot) if self.producer is not None else []

    def estimate(
        self, quality: str, size: tuple[int, int] | None = None, shots: Iterable[str] | None = None
    ) -> float | None:
        """Seconds the film, or these shots of it, would take on this machine, or None when that cannot be told."""
        try:
            return self._need().estimate(quality, size, shots)
        except ShotwrightError:
            return None

    @property
    def running(self) -> list[Work]:
        return [w for w in self.works if w.open]

    async def close(self) -> None:
        """Cancels all jobs and ends all workers."""
        for work in self.running:
            self.cancel(work.id)
        handles = list(self._handles.values())
        if handles:
            await asyncio.wait(handles, timeout=5)
        self.producer = None
        await self.engine.close()
