"""Floor plan changes as edits: guidance, staging and snippets say the same, and a re-run keeps them."""

from __future__ import annotations

import math
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.catalogue import library_catalogue
from agents.house import restaging
from agents.house.crew import HouseCrew, Options
from agents.house.guidance import context_of
from agents.house.language import character, cinematography, motion
from app.document import PERSON, Source
from app.edits import SetField
from app.errors import ShotwrightError
from app.session import Session
from app.spot import degrees, degrees_of, point_of, spot
from library.functions import functions
from library.snippets import check_snippet, literal_calls

IDEA = "Two old friends meet by chance in the living room and one of them is hiding something"


@pytest.fixture
def session() -> Session:
    crew = HouseCrew()
    film = crew.develop_now(Source(kind="idea", text=IDEA), Options(seed=3, max_shots=4))
    for _, scene, shot in film.numbered():
        shot.program = crew.plan(film, scene, shot).program
    return Session(film)


@cache
def _context():
    film = HouseCrew().develop_now(Source(kind="idea", text=IDEA), Options(max_shots=2))
    return context_of(film, film.scenes[0], next(film.shots()), library_catalogue())


def shot_of(session: Session, number: int = 1):
    return list(session.film.shots())[number]


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(-1000, 1000))
def test_points_and_directions_are_read_as_written(x: float, y: float, yaw: float):
    assert point_of(spot(x, y)) == pytest.approx((x, y), abs=0.0051)
    said = degrees_of(degrees(yaw))
    assert -180 <= said <= 180
    assert abs((said - yaw + 180) % 360 - 180) <= 0.51
    assert point_of("Position 2") is None
    assert degrees_of("the sofa") is None


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.3, 2.5))
def test_guidance_with_coordinates_means_what_it_says(x: float, y: float, z: float):
    context = _context()
    name = context.people[0]
    here, there = spot(x, y), spot(x, y, z)
    placed, missed = character.parse(f"{name} stands at {here}, facing 45 degrees.", context)
    assert placed.people[0].at == here
    assert placed.people[0].facing == "45 degrees"
    assert not missed
    walked, missed = motion.parse(f"{name} walks to {here} by way of (1, 2) and Position 2.", context)
    assert walked.acts[0].target == here
    assert walked.acts[0].via == ("(1, 2)", "Position 2")
    assert not missed
    filmed, missed = cinematography.parse(f"Close-up of {name}. Camera at {there}, looking at {name}.", context)
    assert (filmed.at, filmed.look_at, filmed.shot_type) == (there, name, "Close-up")
    assert not missed


def test_a_moved_person_stays_moved_when_the_crew_works_again(session: Session):
    shot = shot_of(session)
    stand = shot.staging[0]
    name = session.film.character(stand.character).name
    others = [s.model_copy() for s in shot.staging[1:]]
    session.apply(restaging.place(session.film, shot, stand.character, at="(1.25, -0.4)", facing="45 degrees"))
    assert f'add_person(stage, "{name}", at=(1.25, -0.4), facing=45.0)' in shot.program.character
    plan = HouseCrew().plan(session.film, session.film.scene_of(shot.id), shot)
    program, missed = plan.program, plan.not_understood
    assert program == shot.program
    assert not missed
    assert shot.staging[1:] == others
    session.undo()
    assert shot.staging[0].position == stand.position
    assert "(1.25" not in shot.guidance.character


def test_words_of_a_person_about_others_stay(session: Session):
    shot = shot_of(session)
    first, second = (session.film.character(s.character).name for s in shot.staging[:2])
    own = f"{second} stands at Position 3, dressed for a funeral; {first} is at Position 1."
    session.apply(SetField(target=shot.id, field="guidance.character", value=own))
    session.apply(restaging.place(session.film, shot, shot.staging[0].character, at="Position 5"))
    assert "dressed for a funeral" in shot.guidance.character
    assert f"{first} stands at Position 5" in shot.guidance.character
    assert "Position 1" not in shot.guidance.character


def test_a_snippet_a_person_wrote_is_changed_in_one_call(session: Session):
    shot = shot_of(session)
    name = session.film.character(shot.staging[0].character).name
    mine = shot.program.character + '\n# my own\nadd_person(stage, "Nobody", at=(0, -1))'
    session.apply(SetField(target=shot.id, field="program.character", value=mine, by=PERSON))
    session.apply(restaging.place(session.film, shot, shot.staging[0].character, at="(0.5, -1.5)"))
    calls = literal_calls(shot.program.character)
    assert next(c for c in calls if c.arguments[0] == name).named["at"] == (0.5, -1.5)
    assert calls[-1].arguments == ("Nobody",)
    assert "# my own" in shot.program.character
    assert shot.origins["program.character"].by == "person"


def test_a_walk_is_drawn_changed_and_taken_away(session: Session):
    shot = shot_of(session)
    who = shot.staging[0].character
    session.apply(restaging.walk(session.film, shot, who, "(0.5, 0.5)", ("(1, -1)",)))
    assert "via=[(1.0, -1.0)]" in shot.program.motion
    session.apply(restaging.walk(session.film, shot, who, "Position 5"))
    walks = [c for c in literal_calls(shot.program.motion) if c.function == "walk_to"]
    assert [c.arguments[1] for c in walks] == ["Position 5"]
    assert not walks[0].named.get("via")
    assert sum(b.kind == "move" for b in shot.beats) == 1
    session.apply(restaging.stay(session.film, shot, who))
    assert "walk_to" not in shot.program.motion
    assert not any(b.kind == "move" for b in shot.beats)


def test_the_camera_is_placed_keeps_its_lens_and_is_given_back(session: Session):
    shot = shot_of(session)
    before = shot.guidance.cinematography
    name = session.film.character(shot.staging[0].character).name
    session.apply(restaging.film_from(session.film, shot, "(1.2, -3, 1.55)", name, 35))
    session.apply(restaging.change_lens(session.film, shot, 85))
    assert shot.guidance.cinematography.count("mm") == 1
    assert shot.guidance.cinematography.count("Camera at") == 1
    calls = literal_calls(shot.program.cinematography)
    assert calls[0].named["lens"] == 85
    assert calls[-1].arguments == ((1.2, -3.0, 1.55),)
    session.apply(restaging.film_from(session.film, shot))
    assert "camera_at" not in shot.program.cinematography
    assert shot.guidance.cinematography == before.rstrip(".") + ", 85 mm lens."


def test_every_snippet_it_makes_may_run(session: Session):
    shot = shot_of(session)
    for edit in (
        restaging.place(session.film, shot, shot.staging[0].character, at="(-1.5, -1)", facing="-90 degrees"),
        restaging.walk(session.film, shot, shot.staging[1].character, "(0.5, -2)", ("(1, -1)", "Position 5")),
        restaging.film_from(session.film, shot, "(0, -3, 1.5)", "(0, 1, 1.2)", 28),
    ):
        session.apply(edit)
    for name in ("character", "motion", "cinematography"):
        check_snippet(getattr(shot.program, name), name, set(functions(name)))


def test_what_is_locked_is_refused(session: Session):
    shot = shot_of(session)
    session.apply(SetField(target=shot.id, field="locks", value=["motion"]))
    with pytest.raises(ShotwrightError, match="motion is locked"):
        restaging.walk(session.film, shot, shot.staging[0].character, "Position 5")
    moved = restaging.place(session.film, shot, shot.staging[0].character, at="Position 5")
    motion_before = shot.program.motion
    session.apply(moved)
    assert shot.program.motion == motion_before
    assert math.isfinite(shot.length)
