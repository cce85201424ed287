"""Staging one shot: from its guidance to a take in the film, by way of the workers and the crew's reviewer."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agents.production.answers import answers
from agents.production.crew import Crew, Programmed, Staged, View
from agents.production.folders import people_folder
from agents.production.inputs import called, inputs, stage_spec
from agents.production.progress import JobReporter
from agents.production.speech import Heard, hear_shot, line_frames
from agents.production.taking import Taken, take_shot
from app.document import (
    SUB_PROCESSES,
    Film,
    Keyframe,
    LearnedFunction,
    Program,
    Proposal,
    Review,
    Scene,
    Shot,
    Sounding,
    Take,
    new_id,
)
from app.edits import AddProposal, AddTake, AnyEdit, Group, MeasureShot, SetField
from app.errors import ShotwrightError
from app.files import digest, write_whole
from app.session import Session
from library.learned.store import LearnedLibrary
from render.pool import WorkerPool
from render.protocol import Event, StageJob
from render.tiers import tier

ROUNDS = 3
"""How often a shot is staged at the most before its best take is kept."""


class ShotStager:
    """Makes takes of the shots of a session's film. rounds: see `ROUNDS`."""

    def __init__(self, session: Session, pool: WorkerPool, crew: Crew, learned: LearnedLibrary, rounds: int = ROUNDS):
        self.session, self.pool, self.crew, self.learned, self.rounds = session, pool, crew, learned, rounds

    def _path(self, *parts: str) -> Path:
        if self.session.project is None:
            raise ShotwrightError("project", "the film has no folder yet", "Save it under a name first.")
        return self.session.project.path(*parts)

    async def regenerate(self, job: JobReporter, shot_id: str) -> Take:
        """A new take of one shot from its guidance, refined while rejected; the best one becomes the active take,
        in one undo step. Raises ShotwrightError."""
        await self._measure_lines(shot_id)
        film = self.session.film
        scene, shot = film.scene_of(shot_id), film.shot(shot_id)
        lines = await hear_shot(film, shot, self._path("voices"))

        async def stage(made: Programmed, number: int) -> Take:
            return await self._take(job, scene, shot, made, lines, number)

        def tell(number: int, why: str) -> None:
            job.tell("progress", number - 1, self.rounds, f"round {number}: {why}")

        locked = {s for s in SUB_PROCESSES if shot.is_locked(s) or _by_person(shot, s)}
        taken = await take_shot(self.crew, film, scene, shot, stage, self._key, locked, self.rounds, tell)
        self.session.apply(self._adopt(shot, taken))
        return taken.take

    async def try_out(self, film: Film, shot: Shot, program: Program, functions: Sequence[LearnedFunction]) -> None:
        """Stages a program with functions nobody has tried yet in a worker of its own, which is thrown away
        afterwards. Raises ShotwrightError where it cannot be staged."""
        lines = await hear_shot(film, shot, self._path("voices"))
        with tempfile.TemporaryDirectory(prefix="shotwright-trial-") as folder:
            job = StageJob(
                id=f"{shot.id} trial", spec=stage_spec(film, shot, program, lines, functions),
                tier=tier("board", film.size), folder=folder, people=str(people_folder()), keyframes=[],
            )  # fmt: skip
            async with WorkerPool(1, threads=1, writable=[people_folder()]) as pool:
                await pool.submit(job)

    def _key(self, made: Programmed) -> str:
        functions = called(made.program, self.learned.active())
        return digest(made.program.model_dump_json(), str(made.length), *(f.model_dump_json() for f in functions))

    def _adopt(self, shot: Shot, taken: Taken) -> AnyEdit:
        """The edit that puts a take and its program into the film, and proposes what may not be changed."""
        crew, made = self.crew.origin, taken.made
        edits: list[AnyEdit] = [
            SetField(by=by, target=shot.id, field=f"guidance.{name}", value=text)
            for name, (text, by) in made.wished.items()
        ]
        for name in SUB_PROCESSES:
            new = getattr(made.program, name)
            if new != getattr(shot.program, name):
                by = made.by.get(name, crew)
                edits.append(SetField(by=by, target=shot.id, field=f"program.{name}", value=new))
        if taken.take.length != shot.length:
            edits.append(MeasureShot(by=crew, shot=shot.id, frames={}, length=taken.take.length))
        if made.not_understood != shot.not_understood:
            edits.append(SetField(by=crew, target=shot.id, field="not_understood", value=made.not_understood))
        for name, (text, why) in taken.proposals.items():
            old = getattr(shot.program, name)
            if text != old:
                proposal = Proposal(target=shot.id, field=f"program.{name}", old=old, new=text, by=crew, why=why)
                edits.append(AddProposal(by=crew, proposal=proposal))
        edits.append(AddTake(by=crew, shot=shot.id, take=taken.take))
        edits += answers(shot, taken.take, crew, self._numbers)
        return Group(by=crew, name="regenerate", edits=edits)

    def _numbers(self, take: Take) -> dict[str, Any] | None:
        """What was measured on a take; None when the file is gone."""
        try:
            return json.loads(self._path(take.measurements).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    async def _measure_lines(self, shot_id: str) -> None:
        film = self.session.film
        shot = film.shot(shot_id)
        lines = await hear_shot(film, shot, self._path("voices"))
        measured = line_frames(film, lines)
        timed = shot.model_copy(deep=True)
        for line in timed.lines:
            line.frames = measured[line.id]
        length = shot.length if _set_by_person(shot) else self.crew.length(film, film.scene_of(shot_id), timed)
        if length != shot.length or any(line.frames != measured[line.id] for line in shot.lines):
            self.session.apply(MeasureShot(by=self.crew.origin, shot=shot_id, frames=measured, length=length))

    async def _take(
        self, job: JobReporter, scene: Scene, shot: Shot, made: Programmed, lines: dict[str, Heard], number: int
    ) -> Take:
        film = self.session.film
        if made.length is not None and not _set_by_person(shot):
            shot = shot.model_copy(update={"length": made.length})
        if made.wished:
            guidance = shot.guidance.model_copy(update={name: text for name, (text, _) in made.wished.items()})
            shot = shot.model_copy(update={"guidance": guidance})
        take_id = new_id("take")
        folder = self._path("takes", take_id)
        made_from = inputs(film, scene, shot)
        functions = called(made.program, self.learned.active())

        def heard_from(event: Event) -> None:
            if event.kind == "artefact":
                job.tell("artefact", event.done, event.total, event.message, file=Path(event.file))

        done = await self.pool.submit(
            StageJob(
                id=f"{shot.id} take {len(shot.takes) + 1}",
                spec=stage_spec(film, shot, made.program, lines, functions),
                tier=tier("board", film.size),
                folder=str(folder),
                people=str(people_folder()),
                views=self.crew.wants_views,
            ),
            heard_from,
        )
        numbers = done.result["measurements"]
        write_whole(folder / "measurements.json", json.dumps(numbers, indent=1))
        views = tuple(
            View("shot", f"frame {k['frame']}", k["frame"], Path(k["file"])) for k in done.result["keyframes"]
        )
        views += tuple(
            View(v["purpose"], v["label"], v["frame"], Path(v["file"])) for v in done.result.get("views", [])
        )
        review = await self.crew.review(Staged(film, scene, shot, made.program, numbers, views))
        names = {c.name: c.id for c in film.characters}
        relative = self.session.project.relative
        return Take(
            id=take_id,
            number=max((t.number for t in shot.takes), default=0) + 1,
            made=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            by=self.crew.origin,
            program=made.program,
            functions=functions,
            guidance=shot.guidance.model_copy(),
            length=shot.length,
            seed=film.seed,
            inputs=made_from,
            speech=[Sounding(beat=b, speaker=names[n], start=t) for b, n, t in numbers["speech"]],
            keyframes=[Keyframe(frame=k["frame"], file=relative(Path(k["file"]))) for k in done.result["keyframes"]],
            measurements=relative(folder / "measurements.json"),
            review=(review or Review()).model_copy(update={"rounds": number}),
            note="\n".join(made.notes),
        )


def _set_by_person(shot: Shot) -> bool:
    """Whether a person gave the shot its length."""
    return shot.origins.get("length") is not None and shot.origins["length"].by == "person"


def _by_person(shot: Shot, sub_process: str) -> bool:
    origin = shot.origins.get(f"program.{sub_process}")
    return origin is not None and origin.by == "person"
