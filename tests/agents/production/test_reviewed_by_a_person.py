"""What a person asks for in a review of a shot, and what of it the film keeps."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from agents.catalogue import library_catalogue
from agents.house.crew import HouseCrew, Options
from agents.production.progress import JobReporter
from agents.production.staging import ShotStager
from app.document import PERSON, Finding, Origin, Review, Source, Suggestion
from app.events import Signal
from app.project import Project
from app.session import Session
from library.learned.store import LearnedLibrary
from render.protocol import StageJob

MODEL = Origin(by="model", name="scripted")


def asks(text: str, sub_process: str, by: Origin) -> Review:
    finding = Finding(
        check="Is it right", sub_process=sub_process, passed=False, message="no",
        suggestion=Suggestion(sub_process=sub_process, text=text),
    )  # fmt: skip
    return Review(by=by, verdict="reject", findings=[finding])


class Reviewed(HouseCrew):
    """The house crew with reviews that somebody gave before."""

    def __init__(self, *reviews: Review):
        super().__init__(library_catalogue())
        self.reviews = list(reviews)

    async def review(self, staged):
        return self.reviews.pop(0) if self.reviews else Review(by=PERSON)


class Workers:
    """Stages nothing and measures nothing."""

    def __init__(self) -> None:
        self.programs = []

    async def submit(self, job: StageJob, heard=None):
        self.programs.append(job.spec.program)
        return SimpleNamespace(result={"measurements": {"speech": []}, "keyframes": []})


@pytest.fixture
def regenerated(tmp_path):
    """The session, the first shot and its programs, after the shot was made with these reviews."""
    idea = Source(kind="description", text="A woman sits at the desk in the office by day and reads.")

    def make(*reviews: Review, rounds: int = 0):
        crew, workers = Reviewed(*reviews), Workers()
        film = crew.develop_now(idea, Options())
        session = Session(film, Project.create(tmp_path / "film", film))
        shot = next(session.film.shots())
        stager = ShotStager(
            session, workers, crew, LearnedLibrary(tmp_path / "learned"), rounds=rounds or len(reviews) + 1
        )
        with JobReporter(Signal(), "Shot 1", shot.id) as job:
            asyncio.run(stager.regenerate(job, shot.id))
        return session, session.film.shot(shot.id), workers.programs

    return make


def test_a_persons_words_become_the_guidance_and_undo_takes_both_back(regenerated):
    session, shot, programs = regenerated(
        asks("Make it night.", "lighting", PERSON), asks("From a low angle.", "cinematography", PERSON),
        asks("Closer.", "cinematography", PERSON),
    )  # fmt: skip
    assert "night" in programs[1].lighting
    assert "night" in shot.guidance.lighting.casefold()
    assert "low angle" in shot.guidance.cinematography.casefold()
    assert shot.origins["guidance.lighting"].by == "person"
    assert shot.take.guidance == shot.guidance, "the take is of this guidance, not of that before"
    assert HouseCrew(library_catalogue()).plan(session.film, session.film.scene_of(shot.id), shot).program.lighting == (
        shot.program.lighting
    )
    session.undo()
    assert "night" not in session.film.shot(shot.id).guidance.lighting.casefold()


def test_the_last_of_equals_is_kept_where_a_person_asked_for_it(regenerated):
    wishes = (
        asks("Make it night.", "lighting", PERSON), asks("From a low angle.", "cinematography", PERSON),
        asks("Something is missing still.", "motion", PERSON),
    )  # fmt: skip
    _, shot, programs = regenerated(*wishes, rounds=3)
    assert shot.program == programs[-1] != programs[0]
    assert "low angle" in shot.guidance.cinematography.casefold()


def test_a_models_words_change_the_program_alone(regenerated):
    _, shot, programs = regenerated(asks("Make it night.", "lighting", MODEL))
    assert "night" in programs[1].lighting
    assert "night" in shot.program.lighting
    assert "night" not in shot.guidance.lighting.casefold()
