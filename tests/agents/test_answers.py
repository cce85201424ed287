"""A new take is judged against the notes it was made for, by numbers and by its review."""

from __future__ import annotations

import pytest

from agents.house.retelling import with_beats
from agents.production.answers import answers, judge
from app.document import HOUSE, PERSON, Action, Finding, Remark, Review, Shot, Take
from app.errors import ShotwrightError
from app.session import Session
from tests.support import demo


def numbers(head: float, mean: float = 0.4) -> dict:
    frames = {"0": {"head": head}, "20": {"head": head}}
    return {"filmed": ["Mia"], "people": {"Mia": {"frames": frames}}, "exposure": {"0": {"mean": mean}}}


PASSED = Take(id="new", review=Review(verdict="pass"))


@pytest.mark.parametrize(("after", "met"), [(0.3, True), (0.2, False), (0.1, False)])
def test_closer_is_met_when_the_head_grows(after, met):
    remark = Remark(text="closer", expects={"fill": 1})
    assert judge(remark, PASSED, numbers(0.2), numbers(after)) == (
        met,
        f"Mia's head takes {after:.0%} of the frame's height, before 20%; review passed",
    )


def test_darker_is_met_when_the_picture_darkens():
    remark = Remark(text="darker", expects={"brightness": -1})
    assert judge(remark, PASSED, numbers(0.2, 0.5), numbers(0.2, 0.3))[0]


def test_a_rejected_take_meets_no_note_and_says_why():
    found = Finding(check="x", sub_process="lighting", passed=False, message="Mia's face is dark")
    take = Take(id="new", review=Review(verdict="reject", findings=[found]))
    assert judge(Remark(text="make it night"), take, None, None) == (False, "Rejected: Mia's face is dark")


def test_only_accepted_notes_are_answered():
    remarks = [Remark(id=s, text=s, state=s, take="old") for s in ("open", "proposed", "accepted", "declined")]
    shot = Shot(id="s", remarks=remarks, takes=[Take(id="old")])
    edits = answers(shot, PASSED, HOUSE, lambda take: numbers(0.2))
    assert [(e.id, e.remark.state, e.remark.answer, e.remark.met) for e in edits] == [
        ("accepted", "answered", "new", True)
    ]


def test_measurements_that_are_gone_leave_the_review_to_judge():
    shot = Shot(id="s", remarks=[Remark(text="closer", state="accepted", expects={"fill": 1})])
    assert answers(shot, PASSED, HOUSE, lambda take: None)[0].remark.verdict == "Review passed"


def test_other_beats_are_told_anew_in_motion_the_crew_wrote(catalogue):
    film = demo.film()
    shot = film.shot("shot-2")
    shot.staging = [{"character": "mia", "position": "Position 1"}]
    beats = [b.model_dump(mode="json") for b in (*shot.beats, Action(character="mia", action="Waving"))]
    Session(film).apply(with_beats(film, "shot-2", beats, catalogue, "add an action"))
    assert "waves" in shot.guidance.motion
    assert shot.origins["beats"] == PERSON
    assert shot.origins["guidance.motion"] == HOUSE
    shot.origins["guidance.motion"] = PERSON
    told = shot.guidance.motion
    Session(film).apply(with_beats(film, "shot-2", beats[:1], catalogue, "remove an action"))
    assert shot.guidance.motion == told


def test_beats_that_are_none_are_refused_and_nothing_changes(catalogue):
    film = demo.film()
    before = film.model_dump()
    with pytest.raises(ShotwrightError):
        with_beats(film, "shot-2", [{"kind": "dance"}], catalogue, "x")
    assert film.model_dump() == before
