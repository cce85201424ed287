"""The rounds of a take: what is kept, when it ends, and what happens to a program that cannot be staged."""

from __future__ import annotations

import asyncio

import pytest

from agents.production.crew import Programmed, Refined
from agents.production.taking import take_shot
from app.document import HOUSE, Film, Finding, Origin, Program, Review, Scene, Shot, Take
from app.errors import ShotwrightError

MODEL = Origin(by="model", name="scripted")
HOUSE_PROGRAM = Program(scene="house", motion="house")


def rejected(count: int) -> Review:
    findings = [Finding(check=f"c{n}", sub_process="motion", passed=False, message=f"m{n}") for n in range(count)]
    return Review(verdict="reject", findings=findings)


def key(made: Programmed) -> str:
    return made.program.model_dump_json()


class ScriptedCrew:
    """Refines by its script; None ends it."""

    origin, wants_views = MODEL, False

    def __init__(self, *programs: Program | None):
        self.first, *self.rest = programs
        self.told: list[Review] = []

    async def program(self, film, scene, shot):
        return Programmed(self.first)

    def by_rule(self, film, scene, shot):
        return Programmed(HOUSE_PROGRAM)

    async def refine(self, film, scene, shot, made, review, locked):
        self.told.append(review)
        program = self.rest.pop(0) if self.rest else None
        return None if program is None else Refined(Programmed(program), {"scene": ("x", "why")})


def taken(crew, problems: dict[str, int | str], shot: Shot | None = None, locked=frozenset(), rounds: int = 3):
    """problems: motion snippet -> how many problems its take has, or the words of the error it fails with."""
    staged: list[str] = []

    async def stage(made, number):
        staged.append(made.program.motion)
        what = problems[made.program.motion]
        if isinstance(what, str):
            raise ShotwrightError("program", what)
        review = rejected(what) if what else Review()
        return Take(program=made.program, review=review.model_copy(update={"rounds": number}))

    work = take_shot(crew, Film(), Scene(), shot or Shot(), stage, key, set(locked), rounds, lambda number, why: None)
    return asyncio.run(work), staged


def motion(text: str) -> Program:
    return Program(scene="s", motion=text)


def test_the_first_that_passes_ends_it():
    result, staged = taken(ScriptedCrew(motion("a"), motion("b")), {"a": 2, "b": 0})
    assert (result.ended, result.take.program.motion, staged) == ("passed", "b", ["a", "b"])
    assert result.proposals == {"scene": ("x", "why")}


def test_the_best_is_kept_when_the_rounds_are_used_up():
    result, staged = taken(ScriptedCrew(motion("a"), motion("b"), motion("c"), motion("d")), {"a": 3, "b": 1, "c": 2})
    assert (result.ended, result.take.program.motion, staged) == ("rounds", "b", ["a", "b", "c"])


def test_a_refinement_that_was_there_before_stalls():
    result, staged = taken(ScriptedCrew(motion("a"), motion("b"), motion("a")), {"a": 1, "b": 2})
    assert (result.ended, result.take.program.motion, staged) == ("stalled", "a", ["a", "b"])


def test_a_program_that_cannot_be_staged_is_told_to_whoever_refines():
    crew = ScriptedCrew(motion("bad"), motion("good"))
    result, staged = taken(crew, {"bad": "motion, line 1: no such function", "good": 0})
    assert (result.take.program.motion, staged) == ("good", ["bad", "good"])
    (finding,) = crew.told[0].problems
    assert (finding.sub_process, finding.check) == ("motion", "runs")
    assert "no such function" in finding.message


def test_where_refining_does_not_help_the_house_writes_the_failing_snippet():
    problems = {"bad": "motion, line 1: x", "worse": "motion, line 1: y", "house": 1}
    result, staged = taken(ScriptedCrew(motion("bad"), motion("worse")), problems)
    assert staged == ["bad", "worse", "house"]
    assert result.take.program == motion("house")
    assert result.made.by["motion"] == HOUSE
    assert "the house crew's snippet" in result.made.notes[0]


def test_an_error_that_names_no_snippet_gives_the_whole_program_to_the_house():
    result, _ = taken(ScriptedCrew(motion("bad")), {"bad": "the stage is empty", "house": 0})
    assert result.take.program == HOUSE_PROGRAM


def test_a_persons_failing_snippet_is_an_error_for_the_person():
    shot = Shot(program=motion("mine"), locks={"motion"})
    with pytest.raises(ShotwrightError, match="motion, line 3"):
        taken(ScriptedCrew(motion("a"), motion("b")), {"mine": "motion, line 3: no"}, shot, {"motion", "scene"})


def test_what_is_locked_stays_through_every_round():
    shot = Shot(program=motion("mine"), locks={"motion"})
    result, staged = taken(ScriptedCrew(motion("a"), Program(scene="t", motion="b")), {"mine": 1}, shot, {"motion"})
    assert set(staged) == {"mine"}
    assert result.take.program.motion == "mine"


def test_what_is_not_the_programs_fault_is_raised_at_once():
    async def stage(made, number):
        raise ShotwrightError("render", "Blender died twice")

    work = take_shot(ScriptedCrew(motion("a")), Film(), Scene(), Shot(), stage, key, set(), 3, lambda number, why: None)
    with pytest.raises(ShotwrightError, match="died"):
        asyncio.run(work)
