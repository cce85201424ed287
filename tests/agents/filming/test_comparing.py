"""Two takes compared both ways round."""

from __future__ import annotations

import asyncio

import pytest

from agents.ensemble import Ensemble
from agents.filming.comparing import compare
from agents.filming.floor import Floor
from agents.production.crew import Kit, Staged
from agents.roles import casting
from app.document import Film, Finding, Program, Review, Scene, Shot
from library.learned.store import LearnedLibrary
from tests.support.asking import client
from tests.support.filmers import Filmers

NUMBERS = {"camera": {"moving": False, "lens": [50.0]}, "people": {}, "frames": [0]}
WORSE = Review(verdict="reject", findings=[Finding(check="c", sub_process="motion", passed=False, message="m")])


def take(motion: str) -> Staged:
    return Staged(Film(), Scene(), Shot(), Program(motion=motion), NUMBERS)


@pytest.mark.parametrize(
    ("answers", "better", "by"),
    [
        (("first", "second"), "first", "reviewer"),
        (("equal", "equal"), "equal", "reviewer"),
        (("first", "first"), "second", "measurement"),
    ],
)
def test_an_answer_that_turns_with_the_order_does_not_count(tmp_path, answers, better, by):
    async def run(server: Filmers):
        crew = Ensemble(casting("reviewer=model"), lambda: client(server, tmp_path))
        floor = Floor(crew, Kit(LearnedLibrary(tmp_path), None))
        one, two = take("a"), take("b")
        two = Staged(
            two.film,
            two.scene,
            two.shot,
            two.program,
            {**NUMBERS, "frames": [1], "camera": {"moving": False, "lens": [85.0]}},
        )
        try:
            return await compare(floor, one, two, (WORSE, Review()))
        finally:
            await crew.close()

    with Filmers(compare=[{"better": a, "why": "w"} for a in answers]) as server:
        made = asyncio.run(run(server))
    assert (made.better, made.by) == (better, by)
    assert server.asked == ["compare", "compare"]
