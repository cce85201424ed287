"""Reading a new draft and comparing it with a film."""

from __future__ import annotations

import asyncio

from agents.house.crew import HouseCrew, Options
from agents.input import parse
from agents.redraft.changes import Redraft, redraft
from app.document import Film, Source
from app.errors import ShotwrightError


def compare(film: Film, source: Source) -> Redraft:
    """What a new draft would change in a film. New shots are directed by the house crew.
    Raises ShotwrightError: input for what is no screenplay, or one without scenes; json."""
    if source.kind not in ("fountain", "fdx", "filmagent"):
        raise ShotwrightError(
            "input",
            f"{source.name or 'this'} is no screenplay",
            "A new draft is a screenplay in Fountain or Final Draft, or a FilmAgent script.",
        )
    new = HouseCrew().develop_now(source, Options(seed=film.seed, fps=film.fps, size=film.size))
    return redraft(film, new, _earlier(film.source), source)


async def compare_beside(film: Film, source: Source) -> Redraft:
    """As `compare`, beside the event loop, with a copy of the film as it is now."""
    return await asyncio.to_thread(compare, film.model_copy(deep=True), source)


def _earlier(source: Source):
    """The draft the film was made from, None where it was no screenplay or cannot be read any more."""
    try:
        return parse(source)
    except ShotwrightError:
        return None
