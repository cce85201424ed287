"""Opening projects and crews for the commands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from agents.ensemble import Ensemble
from agents.knowledge import Librarian
from agents.production.assets import adopt
from agents.production.producer import Producer, worker_folders
from agents.roles import Casting
from app.document import Film, Shot
from app.errors import ShotwrightError
from app.project import FILM, Project
from app.session import Session
from app.settings import Settings
from library.knowledge import Knowledge
from render.pool import WorkerPool
from ui.commands.answering import attend
from ui.console import Console


@asynccontextmanager
async def producing(
    console: Console, folder: Path, new: bool = False, crew: Ensemble | None = None
) -> AsyncIterator[Producer]:
    """A producer on the project in `folder`; with `new`, a project that is made when there is none. crew: the house
    crew where none is given; its connections are closed at the end.
    Edits left over from a crash are recovered first. What was done is saved at the end, failures included."""
    if new and not (folder / FILM).exists():
        film = Film()
        project = Project.create(folder, film)
    else:
        project, film = Project.open(folder)
        left = project.recovery()
        if left is not None:
            count = project.recover(film)
            console.say(f"Recovered {count} changes from a session that ended early.", recovered=count)
    for name in adopt(project.folder):
        console.say(f"{name!r} came with the project and is in the library now.", adopted=name)
    session = Session(film, project)
    pool = WorkerPool(Settings.load().workers, writable=worker_folders(project))
    crew = crew or Ensemble(Casting())
    librarian = Librarian(Knowledge(), lambda: project.folder, lambda: crew.models, pool)
    producer = Producer(session, pool, crew, retrieve=librarian.retrieve)
    librarian.watch(producer)
    producer.progress.connect(console.progress)
    crew.events.connect(console.crew)
    leave = attend(console, crew, project.folder)
    try:
        yield producer
    finally:
        leave()
        try:
            session.save()
        finally:
            await librarian.close()
            await pool.close()
            await crew.close()
            project.close()


def chosen(film: Film, numbers: list[int] | None) -> list[str] | None:
    """Shot ids of shot numbers as people count them. Raises ShotwrightError(input)."""
    if numbers is None:
        return None
    known = {n: s for n, _, s in film.numbered()}
    missing = [n for n in numbers if n not in known]
    if missing:
        raise ShotwrightError("input", f"there is no shot {missing[0]}", f"The film has shots 1 to {len(known)}.")
    return [known[n].id for n in dict.fromkeys(numbers)]


def state(shot: Shot, reasons: list[str]) -> str:
    """The state of a shot in a word or two."""
    if shot.omitted:
        return "omitted"
    if shot.take is None:
        return "empty"
    if reasons:
        return "stale"
    if shot.take.review is None:
        return "staged"
    return "passed" if shot.take.review.verdict == "pass" else "rejected"


def tell_notices(console: Console, film: Film) -> None:
    """Lists what of the input could not be taken as it stands."""
    for notice in film.notices:
        where = f"line {notice.line}: " if notice.line else ""
        used = f" -> {notice.used}" if notice.used else ""
        console.say(f"note: {where}{notice.problem}: {notice.text!r}{used}", notice=notice.model_dump())
