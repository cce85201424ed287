"""Edits and their inverses: whatever is done can be undone, and nobody's work is overwritten."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import HOUSE, Character, Film, Line, Review, Scene, Shot, Standing, Take
from app.edits import (
    EDIT,
    AddCharacter,
    AddTake,
    DropTake,
    Group,
    InsertScene,
    InsertShot,
    MeasureShot,
    MoveScene,
    MoveShots,
    RemoveCharacter,
    RemoveScene,
    RemoveShot,
    ReplaceFilm,
    SetField,
    SetReview,
)
from app.errors import ShotwrightError
from app.session import Session


def film() -> Film:
    mia = Character(id="mia", name="Mia")
    shots = [Shot(id=f"s{i}", beats=[Line(id=f"l{i}", speaker="mia", text=f"Line {i}.")]) for i in range(5)]
    return Film(
        characters=[mia],
        scenes=[
            Scene(id="a", heading="INT. A", shots=shots[:3]),
            Scene(id="b", heading="EXT. B", shots=shots[3:]),
        ],
    )


def snapshot(of: Film) -> str:
    return of.model_dump_json()


SHOT_IDS = [f"s{i}" for i in range(5)]
EDITS = st.one_of(
    st.builds(
        SetField,
        target=st.sampled_from(SHOT_IDS),
        field=st.sampled_from(["guidance.lighting", "guidance.scene", "notes", "label"]),
        value=st.text(max_size=30),
    ),
    st.builds(SetField, target=st.sampled_from(SHOT_IDS), field=st.just("omitted"), value=st.booleans()),
    st.builds(SetField, target=st.sampled_from(SHOT_IDS), field=st.just("locks"), value=st.just(["shot", "motion"])),
    st.builds(
        MoveShots,
        shots=st.lists(st.sampled_from(SHOT_IDS), min_size=1, max_size=3, unique=True),
        scene=st.sampled_from(["a", "b"]),
        index=st.integers(0, 6),
    ),
    st.builds(RemoveShot, shot=st.sampled_from(SHOT_IDS)),
    st.builds(InsertShot, scene=st.sampled_from(["a", "b"]), index=st.integers(0, 6), shot=st.builds(Shot)),
    st.builds(RemoveScene, scene=st.sampled_from(["a", "b"])),
    st.builds(MoveScene, scene=st.sampled_from(["a", "b"]), index=st.integers(0, 2)),
    st.builds(InsertScene, index=st.integers(0, 3), scene=st.builds(Scene, heading=st.text(max_size=10))),
    st.builds(AddCharacter, character=st.builds(Character, name=st.text(min_size=1, max_size=8))),
    st.builds(RemoveCharacter, character=st.just("mia")),
    st.builds(AddTake, shot=st.sampled_from(SHOT_IDS), take=st.builds(Take)),
    st.builds(MeasureShot, shot=st.sampled_from(SHOT_IDS), frames=st.just({"l0": 12}), length=st.integers(1, 99)),
    st.builds(ReplaceFilm, film=st.builds(Film, title=st.text(max_size=5))),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(EDITS, max_size=12))
def test_any_edits_can_be_undone_and_redone(edits):
    session = Session(film())
    states = [snapshot(session.film)]
    for edit in edits:
        before = snapshot(session.film)
        try:
            session.apply(EDIT.validate_json(edit.model_dump_json()))
        except ShotwrightError:
            assert snapshot(session.film) == before
            continue
        states.append(snapshot(session.film))
    for state in reversed(states[:-1]):
        session.undo()
        assert snapshot(session.film) == state
    for state in states[1:]:
        session.redo()
        assert snapshot(session.film) == state


def test_moving_shots_keeps_film_order_and_lands_before_the_index():
    each = film()
    MoveShots(shots=["s4", "s0"], scene="a", index=2).apply(each)
    assert [s.id for s in each.scenes[0].shots] == ["s1", "s0", "s4", "s2"]
    assert [s.id for s in each.scenes[1].shots] == ["s3"]


def test_the_crew_cannot_replace_what_a_person_wrote_but_proposes_it():
    session = Session(film())
    session.apply(SetField(target="s0", field="guidance.lighting", value="a single candle"))
    session.apply(SetField(by=HOUSE, target="s0", field="guidance.lighting", value="daylight"))
    assert session.film.shot("s0").guidance.lighting == "a single candle"
    (proposal,) = session.film.proposals
    assert (proposal.old, proposal.new) == ("a single candle", "daylight")
    assert "person" in proposal.why


def test_the_crew_cannot_touch_a_locked_part_but_a_person_can():
    session = Session(film())
    session.apply(SetField(target="s1", field="locks", value=["motion"]))
    session.apply(SetField(by=HOUSE, target="s1", field="program.motion", value="x"))
    session.apply(SetField(by=HOUSE, target="s1", field="program.lighting", value="y"))
    assert session.film.shot("s1").program.motion == ""
    assert session.film.shot("s1").program.lighting == "y"
    session.apply(SetField(target="s1", field="program.motion", value="z"))
    assert session.film.shot("s1").program.motion == "z"


def test_undoing_a_persons_change_gives_the_field_back_to_the_crew():
    session = Session(film())
    session.apply(SetField(target="s0", field="notes", value="mine"))
    session.undo()
    session.apply(SetField(by=HOUSE, target="s0", field="notes", value="theirs"))
    assert session.film.shot("s0").notes == "theirs"


def test_typing_is_one_undo_step_per_field():
    session = Session(film())
    for text in ("d", "da", "dark"):
        session.apply(SetField(target="s0", field="guidance.lighting", value=text), merge="s0 guidance.lighting")
    session.undo()
    assert session.film.shot("s0").guidance.lighting == ""
    session.redo()
    assert session.film.shot("s0").guidance.lighting == "dark"


def test_a_group_that_fails_takes_everything_back():
    each = film()
    before = snapshot(each)
    edits = [SetField(target="s0", field="notes", value="x"), RemoveShot(shot="nowhere")]
    with pytest.raises(ShotwrightError):
        Group(name="two", edits=edits).apply(each)
    assert snapshot(each) == before


def test_a_group_in_a_session_is_one_step():
    session = Session(film())
    before = snapshot(session.film)
    with session.group("regenerate", HOUSE):
        session.apply(SetField(by=HOUSE, target="s0", field="notes", value="x"))
        session.apply(AddTake(by=HOUSE, shot="s0", take=Take()))
    assert session.undo_label == "regenerate"
    session.undo()
    assert snapshot(session.film) == before


def test_a_take_dropped_falls_back_to_the_one_before():
    session = Session(film())
    first, second = Take(), Take()
    session.apply(AddTake(shot="s0", take=first))
    session.apply(AddTake(shot="s0", take=second))
    session.apply(SetReview(shot="s0", take=second.id, review=Review(verdict="reject")))
    session.apply(DropTake(shot="s0", take=second.id))
    assert session.film.shot("s0").active_take == first.id
    session.undo()
    assert session.film.shot("s0").take.review.verdict == "reject"


def test_bad_values_are_refused_with_the_field_named():
    session = Session(film())
    with pytest.raises(ShotwrightError, match="length"):
        session.apply(SetField(target="s0", field="length", value="long"))
    with pytest.raises(ShotwrightError, match="no field"):
        session.apply(SetField(target="s0", field="guidance.smell", value="roses"))
    with pytest.raises(ShotwrightError, match="nothing in"):
        session.apply(SetField(target="s99", field="notes", value=""))


def test_somebody_who_plays_cannot_be_removed():
    session = Session(film())
    session.apply(SetField(target="s0", field="staging", value=[Standing(character="mia", position="Position 1")]))
    with pytest.raises(ShotwrightError, match="shot 1"):
        session.apply(RemoveCharacter(character="mia"))


@given(st.permutations(["shot", "scene", "motion", "lighting"]))
def test_a_film_is_saved_the_same_whatever_order_its_locks_were_set_in(locks):
    assert Shot(id="s", locks=locks).model_dump_json() == Shot(id="s", locks=sorted(locks)).model_dump_json()
