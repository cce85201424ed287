"""The producer: runs a production from input to reviewed shots and a finished film.

The command line and the studio use it alike. It changes the film only by edits through the session, and tells
its progress by a signal.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from agents.production import assets, cut
from agents.production.crew import Compared, Crew, Kit, Retrieve, Staged, View
from agents.production.estimate import Speeds
from agents.production.folders import people_folder
from agents.production.inputs import stage_spec, stale
from agents.production.progress import JobReporter, Progress
from agents.production.speech import Heard, hear_shot
from agents.production.staging import ShotStager
from app.document import Film, Review, Scene, Shot, Source, Take
from app.edits import ReplaceFilm, SetReview
from app.errors import ShotwrightError
from app.events import Signal
from app.files import digest, write_whole
from app.project import Project
from app.session import Session
from library.learned.store import LearnedLibrary
from render.entries import pictures_folder
from render.pool import WorkerPool
from render.protocol import BlendJob, Event, FilmBlendJob, FramesJob, SceneOfFilm, TierSpec
from render.tiers import tier
from render.version import code_version


def worker_folders(project: Project) -> list[Path]:
    """What workers write for a project: frames, .blend files, keyframes of takes, built people, pictures of the
    library. Not the film itself."""
    made = project.folder / "cache"
    return [made / "frames", made / "blends", project.folder / "takes", people_folder(), pictures_folder()]


class Producer:
    """Works on the film of a session that has a project folder.

    progress: emitted for every step of every job (see `Progress`). learned: functions programs may call, by default
    those of this user; retrieve: what the crew looks things up with.
    """

    def __init__(
        self,
        session: Session,
        pool: WorkerPool,
        crew: Crew,
        learned: LearnedLibrary | None = None,
        retrieve: Retrieve | None = None,
    ):
        self.session, self.pool, self.crew = session, pool, crew
        self.learned = learned or LearnedLibrary()
        self.stager = ShotStager(session, pool, crew, self.learned)
        crew.equip(Kit(self.learned, self.stager.try_out, retrieve))
        self.progress: Signal[Progress] = Signal()
        self.speeds = Speeds()

    @property
    def film(self) -> Film:
        return self.session.film

    def _path(self, *parts: str) -> Path:
        if self.session.project is None:
            raise ShotwrightError("project", "the film has no folder yet", "Save it under a name first.")
        return self.session.project.path(*parts)

    # ---- planning

    async def develop(self, source: Source, options: Any) -> None:
        """Replaces the film by what the crew makes of the source. A name that a person gave it stays."""
        with JobReporter(self.progress, "Writing and directing") as job:
            self.pool.warm_up()
            film = await self.crew.develop(source, options)
            film.id = self.film.id
            named = self.film.origins.get("title")
            if named is not None and named.by == "person":
                film.title, film.origins["title"] = self.film.title, named
            self.session.apply(ReplaceFilm(by=self.crew.origin, film=film))
            count = sum(1 for _ in film.shots())
            job.tell("progress", 1, 1, f"{len(film.scenes)} scenes, {count} shots")

    async def plan(self, source: Source, options: Any) -> None:
        """Develops the film and stages all its shots: the storyboard."""
        await self.develop(source, options)
        await self.stage()
        self.session.save()

    async def keep_assets(self) -> None:
        """Copies imported things that the film uses into the project, so that it can be moved.
        Raises ShotwrightError(disk)."""
        await asyncio.to_thread(assets.keep, assets.snippets(self.film), self._path())

    def stale(self, shot_id: str) -> list[str]:
        """Why the active take of a shot is out of date, in words."""
        return stale(self.film, self.film.scene_of(shot_id), self.film.shot(shot_id), self.learned)

    async def stage(
        self, shot_ids: Iterable[str] | None = None, failures: dict[str, ShotwrightError] | None = None
    ) -> None:
        """Stages and reviews the named shots, or all that are stale and not locked. failures: where given, a shot
        that fails is noted there and the others go on."""
        if shot_ids is None:
            wanted = [s.id for s in self.film.shots() if not s.omitted and not s.locked and self.stale(s.id)]
        else:
            wanted = list(shot_ids)
        if not wanted:
            return
        with JobReporter(self.progress, f"Staging {len(wanted)} shots" if len(wanted) > 1 else "Staging a shot") as job:
            done = 0

            async def one(shot_id: str) -> None:
                nonlocal done
                with _noting(failures, shot_id):
                    await self.regenerate(shot_id)
                done += 1
                job.tell("progress", done, len(wanted))

            await _all(one(s) for s in wanted)
        await self.keep_assets()

    async def regenerate(self, shot_id: str) -> Take:
        """A new take of one shot from its guidance: program, keyframes, review, and refined while rejected. The
        best one becomes the active take, in one undo step."""
        number = next(n for n, _, s in self.film.numbered() if s.id == shot_id)
        with JobReporter(self.progress, f"Shot {number}", shot_id) as job:
            return await self.stager.regenerate(job, shot_id)

    # ---- reviewing again

    def measurements(self, take: Take) -> dict[str, Any]:
        """What was measured on a take. Raises ShotwrightError(project) when the file is gone."""
        path = self._path(take.measurements)
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ShotwrightError("project", f"{path} cannot be read: {error}", "Regenerate the shot.") from error

    async def review(self, shot_id: str) -> Review:
        """Judges the active take anew and keeps the review with it; a person's review stays. Raises
        ShotwrightError."""
        scene, shot = self.film.scene_of(shot_id), self.film.shot(shot_id)
        take = self._take_of(shot)
        if take.review is not None and take.review.by.by == "person":
            return take.review
        review = await self.crew.review(self._staged(scene, shot, take))
        if take.review is None or review.findings != take.review.findings:
            self.session.apply(SetReview(by=self.crew.origin, shot=shot.id, take=take.id, review=review))
        return review

    def _staged(self, scene: Scene, shot: Shot, take: Take) -> Staged:
        """A take as a reviewer gets it."""
        views = tuple(View("shot", f"frame {k.frame}", k.frame, self._path(k.file)) for k in take.keyframes)
        return Staged(self.film, scene, shot, take.program, self.measurements(take), views)

    async def compare(self, shot_id: str, first: str, second: str) -> Compared:
        """Which of two takes (ids) of a shot the crew finds better. Raises ShotwrightError."""
        scene, shot = self.film.scene_of(shot_id), self.film.shot(shot_id)
        takes = [next(t for t in shot.takes if t.id == each) for each in (first, second)]
        staged = [self._staged(scene, shot, take) for take in takes]
        reviews = [t.review or await self.crew.review(s) for t, s in zip(takes, staged, strict=True)]
        return await self.crew.compare(staged[0], staged[1], (reviews[0], reviews[1]))

    # ---- rendering

    def _take_of(self, shot: Shot) -> Take:
        if shot.take is None:
            raise ShotwrightError("render", f"shot {shot.label or shot.id} was never staged", "Regenerate it first.")
        return shot.take

    async def render(
        self,
        shot_ids: Iterable[str] | None = None,
        quality: str = "animatic",
        size: tuple[int, int] | None = None,
        failures: dict[str, ShotwrightError] | None = None,
    ) -> dict[str, list[Path]]:
        """Renders what is missing of the active takes. Returns shot id -> picture of every frame. failures: where
        given, a shot that fails is noted there, left out of the answer, and the others go on.
        Raises ShotwrightError; what was rendered stays."""
        chosen = tier(quality, self.film.size, size)
        ids = set(shot_ids) if shot_ids is not None else None
        shots = [s for s in self.film.shots(omitted=False) if ids is None or s.id in ids]
        total = sum(s.take.length for s in shots if s.take)
        out: dict[str, list[Path]] = {}
        with JobReporter(self.progress, f"Rendering ({quality})") as job:
            counts: dict[str, int] = {}

            def heard_from(shot_id: str, event: Event) -> None:
                if event.kind == "progress":
                    counts[shot_id] = event.done
                    job.tell("progress", sum(counts.values()), total)

            async def one(shot: Shot) -> None:
                with _noting(failures, shot.id):
                    out[shot.id] = await self._frames(shot, chosen, lambda e: heard_from(shot.id, e))
                counts[shot.id] = shot.take.length if shot.take else 0
                job.tell("progress", sum(counts.values()), total)

            await _all(one(s) for s in shots)
        return {s.id: out[s.id] for s in shots if s.id in out}

    async def _frames(self, shot: Shot, chosen: TierSpec, on_event: Any) -> list[Path]:
        take = self._take_of(shot)
        as_taken = shot.model_copy(update={"length": take.length})
        lines = await hear_shot(self.film, shot, self._path("voices"))
        spec = stage_spec(self.film, as_taken, take.program, lines, take.functions)
        cache = self._path("cache", "frames")
        listing = self._path(
            "cache", "lists", f"{digest(spec.model_dump_json(), chosen.model_dump_json(), code_version())}.json"
        )
        names = _read_list(listing)
        files = [cache / n[:2] / n for n in names]
        if names and all(f.exists() for f in files):
            return files
        job = FramesJob(id=f"{shot.id} frames", spec=spec, tier=chosen, cache=str(cache), people=str(people_folder()))
        with self.speeds.measure(chosen, take.length) as measure:
            done = await self.pool.submit(job, on_event)
            measure.rendered = done.result["rendered"]
        names = done.result["frames"]
        write_whole(listing, json.dumps(names))
        return [cache / n[:2] / n for n in names]

    def estimate(
        self, quality: str, size: tuple[int, int] | None = None, shot_ids: Iterable[str] | None = None
    ) -> float:
        """Seconds rendering the cut, or only these shots of it, would take here, from what was measured on this
        machine."""
        ids = set(shot_ids) if shot_ids is not None else None
        frames = sum(s.length for s in self.film.shots(omitted=False) if ids is None or s.id in ids)
        return self.speeds.estimate(tier(quality, self.film.size, size), frames, self.pool.size)

    # ---- the film

    async def animatic(self, quality: str = "animatic") -> Path:
        """The cut as a proxy MP4 with sound; the same cut is the same file."""
        return await self._cut("animatic", quality, None)

    async def export(self, path: Path, quality: str = "preview", size: tuple[int, int] | None = None) -> Path:
        """Renders what is missing and writes the film as MP4, with an .srt beside it. Raises ShotwrightError."""
        cut.check_target(path)
        await asyncio.to_thread(cut.hand_out, await self._cut(path.name, quality, size), path)
        return path

    @property
    def cuts(self) -> Path:
        """The folder the last few cuts are kept in."""
        return self._path("cache", "cuts")

    async def _cut(self, name: str, quality: str, size: tuple[int, int] | None) -> Path:
        pictures = await self.render(quality=quality, size=size)
        with JobReporter(self.progress, f"Writing {name}") as job:
            heard = {s.id: await self.heard(s) for s in self.film.shots(omitted=False)}

            def tell(done: int, total: int) -> None:
                loop.call_soon_threadsafe(lambda: job.tell("progress", done, total))

            loop = asyncio.get_running_loop()
            chosen = tier(quality, self.film.size, size)
            return await asyncio.to_thread(cut.made, self.film, pictures, heard, chosen, tell, self.cuts)

    async def heard(self, shot: Shot) -> dict[str, Heard]:
        """Beat id -> what is heard of each line of a shot. Raises ShotwrightError(voice)."""
        return await hear_shot(self.film, shot, self._path("voices"))

    async def blend(self, shot_id: str, path: Path) -> Path:
        """Saves the staged shot as a .blend file. Raises ShotwrightError."""
        shot = self.film.shot(shot_id)
        take = self._take_of(shot)
        lines = await self.heard(shot)
        as_taken = shot.model_copy(update={"length": take.length})
        spec = stage_spec(self.film, as_taken, take.program, lines, take.functions)
        saved = self._path("cache", "blends", f"{shot.id}.blend")
        await self.pool.submit(BlendJob(id=f"{shot.id} blend", spec=spec, file=str(saved), people=str(people_folder())))
        return _moved(saved, path)

    async def film_blend(self, shot_files: dict[str, Path], path: Path, sound: Path | None = None) -> Path:
        """Puts saved shots (shot id -> .blend) into one file: a scene each, and the cut with its mix (a WAV file).
        Raises ShotwrightError."""
        scenes, at = [], 0
        for number, _, shot in self.film.numbered():
            if shot.id in shot_files:
                length = self._take_of(shot).length
                name = f"Shot {shot.label or number}"
                scenes.append(SceneOfFilm(file=str(shot_files[shot.id]), name=name, start=at, length=length))
                at += length
        saved = self._path("cache", "blends", "film.blend")
        fps = self.film.rate.numerator, self.film.rate.denominator
        await self.pool.submit(
            FilmBlendJob(
                id="film blend",
                scenes=scenes,
                title=self.film.title,
                fps=fps,
                size=self.film.size,
                file=str(saved),
                sound=str(sound or ""),
            )
        )
        return _moved(saved, path)


def _moved(made: Path, path: Path) -> Path:
    """A file a worker made, put where it is wanted. Workers never write outside the project."""
    if made != path:
        write_whole(path, made.read_bytes())
        made.unlink(missing_ok=True)
    return path


@contextmanager
def _noting(failures: dict[str, ShotwrightError] | None, shot_id: str) -> Iterator[None]:
    """Notes the failure of a shot in `failures`, or lets it through where there is none to note it in."""
    try:
        yield
    except ShotwrightError as error:
        if failures is None:
            raise
        failures[shot_id] = error


async def _all(work: Iterable[Any]) -> None:
    """Runs coroutines side by side; the first failure stops the rest and is raised."""
    try:
        async with asyncio.TaskGroup() as group:
            for each in work:
                group.create_task(each)
    except* ShotwrightError as failures:
        raise failures.exceptions[0] from None


def _read_list(path: Path) -> list[str]:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
