"""A producer without Blender: it makes takes from given pictures, as slowly as a test wants."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.ensemble import cast_crew
from agents.exports import Report, Trouble
from agents.exports import Wish as ExportWish
from agents.model.settings import ModelSettings
from agents.production.answers import answers
from agents.production.crew import Compared, by_problems
from agents.production.progress import Progress
from app.document import HOUSE, Film, Review, Source, Take
from app.edits import AddTake, Group, ReplaceFilm, SetField
from app.errors import ShotwrightError
from app.events import Signal
from app.session import Session
from tests.support import demo


@dataclass
class Wish:
    max_shots: int | None
    seed: int
    fps: str
    size: tuple[int, int]
    mood: str = ""
    grade: str = ""


class DemoEngine:
    """pause_s: length of one step. fail: shot ids whose staging fails. gate: jobs wait for it when set."""

    def __init__(self, pictures: list[str] | None = None, pause_s: float = 0.0):
        self.pictures = pictures or []
        self.pause_s = pause_s
        self.fail: set[str] = set()
        self.stale: dict[str, list[str]] = {}
        self.gate: asyncio.Event | None = None
        self.closed = False
        self.exported: list[ExportWish] = []
        self.troubles: list[Trouble] = []
        self.film_file: Path | None = None
        self.shown: list[Path] = []
        self.asked: list[tuple[str, Any]] = []

    def load(self, project: Path | None) -> None:
        pass

    def producer(self, session: Session) -> DemoProducer:
        return DemoProducer(self, session)

    def read(self, text: str) -> Source:
        if text == "bad":
            raise ShotwrightError("input", "the idea says nothing", "Write a sentence.")
        return Source(kind="idea", text=text)

    def options(
        self, max_shots: int | None, seed: int, fps: str, size: tuple[int, int], mood: str = "", grade: str = ""
    ) -> Any:
        return Wish(max_shots, seed, fps, size, mood, grade)

    async def entry(self, kind: str, name: str) -> list[Path]:
        self.asked.append((kind, name))
        return self.shown

    async def turntable(self, look: Any, framing: str, count: int) -> list[Path]:
        self.asked.append((framing, look))
        return (self.shown * count)[:count]

    async def export(self, producer: DemoProducer, wish: ExportWish) -> Report:
        """Stages what is missing and writes a few bytes."""
        await producer.stage(None)
        self.exported.append(wish)
        wish.path.write_bytes(b"film")
        return Report(wish.format, wish.path, [wish.path], "4 bytes", self.troubles)

    async def import_asset(self, path: Path) -> tuple[str, list[str]]:
        await self._wait()
        self.asked.append(("import", path))
        return "mug", ["it was 40 m large and is now 1 m"]

    async def _wait(self) -> None:
        await asyncio.sleep(self.pause_s)

    async def close(self) -> None:
        self.closed = True


class DemoProducer:
    def __init__(self, engine: DemoEngine, session: Session):
        self.engine, self.session = engine, session
        self.crew = cast_crew(ModelSettings(), lambda: session.project.folder)
        self.progress: Signal[Progress] = Signal()

    async def _step(self) -> None:
        if self.engine.gate is not None:
            await self.engine.gate.wait()
        await asyncio.sleep(self.engine.pause_s)

    def _tell(self, kind: str, title: str, shot: str | None = None, **more: Any) -> None:
        self.progress.emit(Progress(kind, f"job {shot or title}", title, shot, **more))

    async def develop(self, source: Source, options: Wish) -> None:
        film = demo.film()
        film.title, film.source = self.session.film.title, source
        if options.max_shots:
            film.scenes = [film.scenes[0].model_copy(update={"shots": film.scenes[0].shots[: options.max_shots]})]
        for scene in film.scenes:
            scene.mood, scene.grade = options.mood or scene.mood, options.grade
        await self._step()
        self.session.apply(ReplaceFilm(by=HOUSE, film=film))

    async def stage(self, shot_ids: list[str] | None = None) -> None:
        film: Film = self.session.film
        wanted = shot_ids if shot_ids is not None else [s.id for s in film.shots() if s.take is None]
        for done, shot in enumerate(wanted, 1):
            await self.regenerate(shot)
            self._tell("progress", "Staging", done=done, total=len(wanted), eta_s=float(len(wanted) - done))

    async def regenerate(self, shot_id: str) -> Take:
        shot = self.session.film.shot(shot_id)
        title = f"Shot {shot_id}"
        self._tell("started", title, shot_id)
        for done in (1, 2, 3):
            await self._step()
            self._tell("artefact", title, shot_id, done=done, total=3)
        if shot_id in self.engine.fail:
            error = ShotwrightError("render", f"{shot_id} could not be staged", "Look at its program.")
            self._tell("failed", title, shot_id, error=error)
            raise error
        take = demo.take(
            0, shot, self.engine.pictures or ["takes/none.jpg"], max((t.number for t in shot.takes), default=0) + 1
        )
        take.id = f"{shot_id}-take-{take.number}"
        program = SetField(by=HOUSE, target=shot_id, field="program.lighting", value='light_mood(stage, "night")')
        self.session.apply(
            Group(
                by=HOUSE,
                name="regenerate",
                edits=[
                    program,
                    AddTake(by=HOUSE, shot=shot_id, take=take),
                    *answers(shot, take, HOUSE, lambda _: None),
                ],
            )
        )
        self._tell("done", title, shot_id)
        return take

    async def render(self, shot_ids: list[str] | None = None, quality: str = "animatic") -> dict[str, list[Path]]:
        await self._step()
        return {}

    async def animatic(self, quality: str = "animatic") -> Path:
        await self._step()
        if self.engine.film_file is None:
            raise ShotwrightError("export", "there is nothing to show")
        return self.engine.film_file

    async def compare(self, shot_id: str, first: str, second: str) -> Compared:
        """By the problems of their reviews."""
        await self._step()
        takes = {t.id: t for t in self.session.film.shot(shot_id).takes}
        return by_problems(tuple(takes[t].review or Review() for t in (first, second)))

    def stale(self, shot_id: str) -> list[str]:
        return self.engine.stale.get(shot_id, [])

    def estimate(self, quality: str, size: tuple[int, int] | None = None, shot_ids: Any = None) -> float:
        """Seven seconds a shot."""
        ids = None if shot_ids is None else set(shot_ids)
        return 7.0 * sum(1 for s in self.session.film.shots(omitted=False) if ids is None or s.id in ids)
