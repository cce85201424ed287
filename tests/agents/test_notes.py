"""Notes of a reviewer in plain words, suggestions, and things given to a shot become guidance."""

from __future__ import annotations

import asyncio

import pytest

from agents.catalogue import library_catalogue
from agents.house.crew import HouseCrew, Options
from agents.house.giving import give
from agents.house.notes import remark, revise, suggested
from agents.production.crew import Programmed
from app.document import PERSON, Finding, Review, Source, Suggestion, Take
from app.edits import SetField
from app.errors import ShotwrightError
from app.session import Session

CREW = HouseCrew(library_catalogue())
IDEA = Source(kind="idea", text="Two old friends meet by chance at the roadside and one of them is hiding something")


def _film():
    """A film that ends on a medium shot of both, whatever the crew would choose for it."""
    film = CREW.develop_now(IDEA, Options(max_shots=8))
    shot = list(film.shots())[-1]
    shot.shot_type, shot.guidance.cinematography = "Medium Shot", "Medium Shot of Lucy and Sam."
    shot.program = CREW.plan(film, film.scene_of(shot.id), shot).program
    return film


FILM = _film()


@pytest.fixture
def film():
    return FILM.model_copy(deep=True)


def medium(film):
    return next(s for s in film.shots() if s.shot_type == "Medium Shot")


@pytest.mark.parametrize(
    ("note", "part", "word", "expects"),
    [
        ("closer", "cinematography", "Medium Close-up", {"fill": 1}),
        ("Please go much closer.", "cinematography", "Close-up", {"fill": 1}),
        ("too close", "cinematography", "Long Shot", {"fill": -1}),
        ("make it night", "lighting", "Night light", {}),
        ("too dark", "lighting", "0.5 stops brighter", {"brightness": 1}),
        ("a bit warmer", "lighting", "0.2 warmer", {}),
        ("slow push in", "cinematography", "push in by 20 %", {}),
        ("from below, 85 mm", "cinematography", "low angle, 85 mm", {}),
        ("two seconds longer", "cinematography", "2 s longer", {}),
    ],
)
def test_a_note_changes_the_part_it_is_about(film, note, part, word, expects):
    shot = medium(film)
    made = revise(film, shot.id, note, CREW.catalogue)
    assert list(made.guidance) == [part]
    assert word in made.guidance[part]
    assert made.expects == expects
    assert not made.not_understood


def test_a_note_about_people_changes_what_they_do_not_the_camera(film):
    shot = medium(film)
    name = film.character(shot.subjects[0]).name
    made = revise(film, shot.id, f"{name} should sit down", CREW.catalogue)
    assert list(made.guidance) == ["motion"]
    assert f"{name} sits down" in made.guidance["motion"]


def test_two_wishes_in_one_note_change_two_parts(film):
    made = revise(film, medium(film).id, "Closer. And make it night.", CREW.catalogue)
    assert set(made.guidance) == {"lighting", "cinematography"}


def test_words_of_a_person_stay_and_the_wish_comes_behind_them(film):
    shot = medium(film)
    Session(film).apply(SetField(target=shot.id, field="guidance.lighting", value="Golden hour, as in her dream."))
    made = revise(film, shot.id, "brighter", CREW.catalogue)
    assert made.guidance["lighting"] == "Golden hour, as in her dream. 0.5 stops brighter."


def test_the_program_of_the_new_guidance_does_what_the_note_says(film):
    shot = medium(film)
    session = Session(film)
    for field, text in revise(film, shot.id, "closer, make it night", CREW.catalogue).guidance.items():
        session.apply(SetField(target=shot.id, field=f"guidance.{field}", value=text))
    plan = CREW.plan(film, film.scene_of(shot.id), shot)
    program, missed = plan.program, plan.not_understood
    assert "medium_close_up(" in program.cinematography
    assert '"night"' in program.lighting
    assert not missed


def test_a_locked_part_is_left_and_said(film):
    shot = medium(film)
    shot.locks = {"lighting"}
    made = revise(film, shot.id, "closer and make it night", CREW.catalogue)
    assert list(made.guidance) == ["cinematography"]
    assert made.locked == ["lighting"]
    noted = remark(film, shot.id, "make it night", CREW.catalogue)
    Session(film).apply(noted)
    assert shot.remarks[0].state == "open"
    assert "locked" in shot.remarks[0].verdict


def test_a_remark_and_its_proposals_are_one_step(film):
    shot = medium(film)
    session = Session(film)
    before = film.model_copy(deep=True)
    session.apply(remark(film, shot.id, "closer", CREW.catalogue))
    assert shot.remarks[0].state == "proposed"
    assert [(p.target, p.field, p.remark) for p in film.proposals] == [
        (shot.id, "guidance.cinematography", shot.remarks[0].id)
    ]
    session.undo()
    assert film == before


def test_what_nobody_understands_stays_as_an_open_note(film):
    shot = medium(film)
    Session(film).apply(remark(film, shot.id, "Frobnicate the gizmo", CREW.catalogue))
    assert shot.remarks[0].state == "open"
    assert "gizmo" in shot.remarks[0].verdict.casefold()
    assert not film.proposals


@pytest.mark.parametrize(
    ("change", "part", "words"),
    [
        ({"argument": "fill", "set": 0.5}, "cinematography", "filling 50 %"),
        ({"argument": "angle", "add": 24}, "cinematography", "56 degrees off the face"),
        ({"call": "exposure", "stops": 0.6}, "lighting", "0.6 stops brighter"),
        ({}, "motion", "Give her more time."),
    ],
)
def test_a_suggestion_becomes_guidance_the_crew_understands(film, change, part, words):
    shot = medium(film)
    suggestion = Suggestion(sub_process=part, text="Give her more time.", change=change)
    assert words in suggested(film, shot.id, suggestion, CREW.catalogue).guidance[part]


def test_a_bit_closer_goes_by_what_was_measured(film):
    shot = medium(film)
    found = Finding(check="fills the frame", sub_process="cinematography", passed=True, message="", value=0.6)
    shot.takes = [Take(id="t", review=Review(findings=[found]))]
    shot.active_take = "t"
    assert "filling 75 %" in revise(film, shot.id, "a bit closer", CREW.catalogue).guidance["cinematography"]


def test_closer_than_two_people_is_closer_to_the_one_who_speaks(film):
    shot = medium(film)
    first, second = shot.staging[0].character, shot.staging[1].character
    shot.shot_type, shot.subjects = "Two-Shot", [first, second]
    shot.guidance.cinematography = ""
    speaker = film.character(shot.lines[0].speaker).name
    text = revise(film, shot.id, "closer", CREW.catalogue).guidance["cinematography"]
    assert text == f"Medium Shot of {speaker}."


@pytest.mark.parametrize(
    ("kind", "name", "field", "words"),
    [
        ("mood", "candle", "guidance.lighting", "Candle light"),
        ("shot", "Close-up", "guidance.cinematography", "Close-up of"),
        ("move", "orbit", "guidance.cinematography", "orbit by 180 degrees"),
        ("prop", "mug", "guidance.scene", "Add a mug"),
        ("place", "Office", "guidance.scene", "Office"),
        ("action", "Waving", "guidance.motion", "wav"),
    ],
)
def test_what_is_dropped_on_a_card_becomes_guidance(film, kind, name, field, words):
    shot = medium(film)
    session = Session(film)
    session.apply(give(film, shot.id, kind, name, CREW.catalogue))
    holder, part = field.split(".")
    assert words.casefold() in getattr(getattr(shot, holder), part).casefold()
    assert shot.origins[field] == PERSON
    if kind == "action":
        assert shot.beats[-1].action == "Waving"


def test_an_action_of_another_posture_is_done_in_the_posture_they_have(film):
    shot = medium(film)
    Session(film).apply(give(film, shot.id, "action", "Sitting Arguing", CREW.catalogue))
    assert shot.beats[-1].action == "Standing Arguing"


def test_a_character_given_to_a_shot_stands_there_on_a_free_position(film):
    shot = medium(film)
    gone = shot.staging[-1].character
    shot.staging, shot.subjects = shot.staging[:-1], [p for p in shot.subjects if p != gone]
    Session(film).apply(give(film, shot.id, "character", film.character(gone).name, CREW.catalogue))
    assert gone in shot.subjects
    positions = [s.position for s in shot.staging]
    assert shot.staging[-1].character == gone
    assert len(set(positions)) == len(positions)
    assert (
        f'add_person(stage, "{film.character(gone).name}"'
        in CREW.plan(film, film.scene_of(shot.id), shot).program.character
    )


def test_what_does_not_fit_or_is_locked_is_refused_with_a_reason(film):
    shot = medium(film)
    with pytest.raises(ShotwrightError, match="no mood 'purple rain'"):
        give(film, shot.id, "mood", "purple rain", CREW.catalogue)
    with pytest.raises(ShotwrightError, match="cannot do"):
        give(film, shot.id, "action", "Stand Up", CREW.catalogue)
    shot.locks = {"lighting"}
    with pytest.raises(ShotwrightError, match="its lighting is locked"):
        give(film, shot.id, "mood", "candle", CREW.catalogue)


def refined(film, shot, review, locked=frozenset()):
    made = Programmed(shot.program)
    return asyncio.run(CREW.refine(film, film.scene_of(shot.id), shot, made, review, set(locked)))


def test_what_a_person_asks_for_in_a_review_is_done_by_the_house_crew(film):
    shot = medium(film)
    wish = Suggestion(sub_process="lighting", text="Make it night.")
    problem = Finding(check="Is the light right", sub_process="lighting", passed=False, message="no", suggestion=wish)
    review = Review(by=PERSON, verdict="reject", findings=[problem])
    program = refined(film, shot, review).made.program
    assert 'light_mood(stage, "night")' in program.lighting
    others = {"lighting": ""}
    assert program.model_copy(update=others) == shot.program.model_copy(update=others), "and nothing else"
    assert refined(film, shot, review, {"lighting"}) is None, "a locked part stays"
    unclear = problem.model_copy(update={"suggestion": Suggestion(sub_process="lighting", text="Do it nicer, please.")})
    assert refined(film, shot, Review(by=PERSON, verdict="reject", findings=[unclear])) is None


def test_what_a_review_asks_to_be_added_is_given_its_time(film):
    shot = medium(film)
    name = film.character(shot.subjects[0]).name
    wish = Suggestion(sub_process="motion", text=f"{name} should laugh, then wave, then laugh at the end.")
    problem = Finding(check="Is all of it there", sub_process="motion", passed=False, message="no", suggestion=wish)
    made = refined(film, shot, Review(by=PERSON, verdict="reject", findings=[problem])).made
    assert "Laughing" in made.program.motion
    assert made.length is None or made.length > shot.length
