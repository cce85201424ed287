"""The crew panel shows who does what and what it costs; a person answers in a role's place."""

from __future__ import annotations

import asyncio
import json
from enum import StrEnum
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from agents.crew_events import CrewDiary, CrewEvent, DiaryEntry, What
from agents.model.client import Said
from agents.model.ledger import Budget, Ledger
from agents.model.messages import Picture, system, user
from app.document import Proposal
from app.edits import AddProposal
from tests.ui.studio.conftest import until
from ui.studio.crew.feed import SAYINGS, StepRow
from ui.studio.crew.form import form
from ui.studio.crew.panel import CrewPanel, cost_text
from ui.studio.crew.question import PictureButton
from ui.studio.crew.watch import Cost


class Kind(StrEnum):
    A = "a"
    B = "b"


class Point(BaseModel):
    about: str = Field(max_length=20)
    weight: float = Field(0.5, ge=0, le=1)


class Cut(BaseModel):
    kind: Literal["cut"] = "cut"
    frame: int = Field(ge=0)


class Fade(BaseModel):
    kind: Literal["fade"] = "fade"
    seconds: float = 1.0


class Everything(BaseModel):
    verdict: Literal["pass", "reject"]
    kind: Kind
    why: str = Field(min_length=1, description="in a sentence")
    count: int = Field(2, ge=1, le=4)
    sure: bool = False
    shot: str | None = None
    points: list[Point] = Field(max_length=2)
    notes: list[str] = []
    join: Cut | Fade = Field(discriminator="kind", default=Cut(frame=0))
    more: dict[str, int] = {}


class Verdict(BaseModel):
    verdict: Literal["pass", "reject"]
    reason: str = Field(min_length=3)


def texts(widget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


# ---- the form


def test_a_form_asks_for_everything_in_the_schema_and_gives_a_valid_answer(qapp):
    made = form(Everything.model_json_schema())
    assert made.value()["count"] == 2
    fields = made.fields
    fields["verdict"].box.setCurrentIndex(1)
    fields["why"].edit.setPlainText("She is cut at the knee.")
    fields["points"].add().fields["about"].edit.setText("knee")
    fields["notes"].edit.setPlainText("softer\n\n  and later \n")
    fields["join"].box.setCurrentIndex(1)
    fields["more"].edit.setPlainText('{"a": 1}')
    answer = Everything.model_validate_json(json.dumps(made.value()))
    assert answer.verdict == "reject"
    assert answer.points == [Point(about="knee")]
    assert (answer.notes, answer.join, answer.shot, answer.more) == (["softer", "  and later"], Fade(), None, {"a": 1})
    fields["shot"].given.setChecked(True)
    fields["shot"].inner.edit.setPlainText("shot-1")
    assert made.value()["shot"] == "shot-1"


def test_what_is_filled_in_comes_out_as_it_was_with_ids_in_words(qapp):
    draft = Everything(
        verdict="reject", kind=Kind.B, why="cut", count=4, sure=True, shot="s", points=[Point(about="q1", weight=0.25)],
        notes=["one", "two"], join=Fade(seconds=2), more={"x": 3},
    )  # fmt: skip
    made = form(Everything.model_json_schema())
    made.fill(draft.model_dump(mode="json"), {"q1": "Is she in the frame?"})
    assert Everything.model_validate_json(json.dumps(made.value())) == draft
    assert "Is she in the frame?" in texts(made)
    assert not made.fields["points"].fields[0].fields["about"].edit.isVisibleTo(made)


def test_a_list_has_its_bounds_and_items_are_taken_out(qapp):
    whole = form(Everything.model_json_schema())
    points = whole.fields["points"]
    points.add()
    points.add()
    assert not points.add_button.isEnabled()
    points.fields[0].fields["about"].edit.setText("first")
    points._take(points._rows[0], points.fields[0])
    assert [v["about"] for v in points.value()] == [""]
    assert points.add_button.isEnabled()


SCHEMAS = st.recursive(
    st.sampled_from(
        [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}, {"enum": ["a", "b"]}, {"const": 1}, {}]
    ),
    lambda inner: (
        st.builds(lambda items: {"type": "array", "items": items, "minItems": 1}, inner)
        | st.builds(
            lambda parts: {"type": "object", "properties": parts},
            st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
        )
        | st.builds(lambda inner: {"anyOf": [inner, {"type": "null"}]}, inner)
    ),
    max_leaves=6,
)


@given(SCHEMAS)
def test_any_schema_gives_a_form_with_plain_data(qapp, schema):
    json.dumps(form(schema).value())


# ---- the panel


@pytest.fixture
def crew(studio):
    return studio.production.producer.crew


def test_steps_are_told_as_they_happen_and_after_opening_again(studio, crew, run):
    panel: CrewPanel = studio.window.crew.panel
    assert "Nothing yet" in texts(panel.feed)
    shot = next(studio.workspace.film.shots())
    crew.tell("director", "script", "criticised", "2.3: he explains too much", round=1)
    crew.tell("screenwriter", "script", "corrected", changed=("2.3 became a look",), round=1, shot=shot.id)
    shown = texts(panel.feed)
    assert "Director criticised script, round 1" in shown
    assert "2.3 became a look" in shown
    assert "Screenwriter corrected" in texts(panel.feed._list.itemAt(0).widget())
    studio.window.films.open_folder(studio.workspace.project.folder)
    studio.workspace.opened.emit()
    assert "Director criticised script, round 1" in texts(panel.feed)


@pytest.mark.parametrize("what", What.__args__)
def test_everything_that_happens_has_words_and_an_icon(studio, what):
    event = CrewEvent("editor", "m", "the cut", what, text="\n".join("abcdefghij"))
    assert what in SAYINGS
    row = StepRow(studio.window.crew.watch, DiaryEntry("2026-01-01T12:00:00+00:00", event))
    assert "the cut" in texts(row)
    assert "Editor" in row.accessibleName()


def test_who_is_busy_is_shown_live(studio, crew):
    desk = studio.window.crew
    for what, text, wanted in [
        ("asked", "", "Thinking"),
        ("text", "x" * 1500, "1,500 characters"),
        ("waiting", "too many requests", "Waiting: too many requests"),
        ("rejected", "- reason: missing", "Asked again: reason: missing"),
    ]:
        crew.said.emit(Said("director", what, text))
        assert wanted in texts(desk.panel.feed)
        assert wanted in texts(desk.panel.casting.rows["director"])
    assert desk.button.text() == "Director"
    crew.said.emit(Said("director", "answered"))
    assert desk.button.text() == "Crew"


def test_the_cost_is_told_against_the_budget_and_not_by_colour_alone(studio, crew):
    line = studio.window.crew.panel.cost
    assert "No model plays" in texts(line)
    ledger = Ledger(None, Budget(calls=2))
    ledger.changed.connect(lambda _: crew.spent.emit(ledger))
    ledger.settle(ledger.send("director", "text", "m", None, 100, 10), None, 100, 10, False)
    assert "1 of 2 calls, 110 tokens" in texts(line)
    ledger.settle(ledger.send("director", "text", "m", None, 100, 10), None, 100, 10, False)
    assert "The budget is used up" in texts(line)
    assert cost_text(Cost(1, 20, 0.5, 0, None, 100, 1.0)) == "1 call, 20 of 100 tokens, 0.50 of 1.00 USD"


def test_proposals_are_counted_and_opened(studio):
    window, shot = studio.window, next(studio.workspace.film.shots())
    panel = window.crew.panel
    assert not panel._proposals.isVisibleTo(panel)
    studio.workspace.apply(AddProposal(proposal=Proposal(target=shot.id, field="guidance.scene", new="Rain.", why="x")))
    assert panel._proposed.text() == "1 proposed change"


def test_a_person_answers_in_a_roles_place(studio, crew, run):
    desk, panel = studio.window.crew, studio.window.crew.panel
    panel.casting.rows["reviewer"].box.setCurrentIndex(2)
    panel.casting.rows["reviewer"].box.activated.emit(2)
    assert crew.player("reviewer") == "you"
    folder = studio.workspace.project.folder
    picture = Picture.read(folder / "takes" / "demo" / "key-0.jpg", "keyframe 1")
    talk = [system("You review."), user("Is Mia in the frame?", picture)]

    async def work():
        asking = asyncio.ensure_future(crew.client.reply("reviewer", talk, Verdict))
        await until(lambda: bool(desk.watch.questions))
        assert desk.button.text() == "Waits for you"
        assert "The reviewer waits for you" in texts(panel)
        panel.answer.emit(desk.watch.questions[0])
        sheet = desk._sheet
        asked = {e.accessibleName(): e.toPlainText() for e in sheet.findChildren(QPlainTextEdit)}
        assert (asked["What is asked"], asked["What the role is told"]) == ("Is Mia in the frame?", "You review.")
        assert [each.text() for each in sheet.findChildren(PictureButton)] == ["keyframe 1"]
        sheet.give()
        assert "reason" in sheet.problem.text()
        assert sheet.isVisible()
        sheet.form.fields["reason"].edit.setPlainText("yes, all of her")
        assert not sheet.complaint.isVisible()
        QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return await asking

    reply = run(work())
    assert reply.answer == Verdict(verdict="pass", reason="yes, all of her")
    assert reply.model == "you"
    assert desk.watch.questions == []
    assert desk.button.text() == "Crew"


def test_what_is_filled_in_waits_when_the_sheet_is_closed_and_the_house_crew_can_take_over(studio, crew, run):
    desk = studio.window.crew
    desk.watch.recast("reviewer", "person")

    async def work():
        asking = asyncio.ensure_future(crew.client.reply("reviewer", [user("Well?")], Verdict))
        await until(lambda: bool(desk.watch.questions))
        question = desk.watch.questions[0]
        desk.open_question(question)
        desk._sheet.form.fields["reason"].edit.setPlainText("half a thought")
        QTest.keyClick(desk._sheet, Qt.Key.Key_Escape)
        assert not desk._sheet.isVisible()
        desk.open_question(question)
        assert desk._sheet.form.value()["reason"] == "half a thought"
        desk._sheet._hand_over()
        await asyncio.wait([asking])
        return asking.exception()

    assert "left to the house crew" in str(run(work()))
    assert desk._sheet is None


def test_another_film_has_another_crew_and_no_old_questions(studio, crew, run):
    desk = studio.window.crew
    desk.watch.recast("reviewer", "person")

    async def work():
        asking = asyncio.ensure_future(crew.client.reply("reviewer", [user("Well?")], Verdict))
        await until(lambda: bool(desk.watch.questions))
        studio.workspace.close()
        assert desk.watch.questions == []
        assert desk.watch.crew is None
        asking.cancel()

    run(work())


def test_a_model_is_offered_only_where_one_is_set_up(studio):
    row = studio.window.crew.panel.casting.rows["director"]
    assert row.box.itemText(1) == "Model (none set up)"
    assert not row.box.model().item(1).isEnabled()
    assert [row.box.itemData(at) for at in range(3)] == ["house", "model", "person"]


def test_the_panel_is_opened_by_key_button_and_menu(studio):
    window = studio.window
    for act in (window.actions_["crew"].trigger, window.crew.button.click, window.crew.panel.closed.emit):
        before = window.crew.shown
        act()
        assert window.crew.shown is not before
        assert window.actions_["crew"].isChecked() is window.crew.shown
        assert window.crew.button.isChecked() is window.crew.shown


def test_the_diary_of_a_project_is_shown_when_it_is_opened(empty_studio, folder, run):
    CrewDiary(lambda: folder).write(CrewEvent("editor", "m", "the cut", "made", calls=3, tokens=900, money=0.02))
    empty_studio.window.films.open_folder(folder)
    run(until(lambda: empty_studio.production.producer is not None))
    panel = empty_studio.window.crew.panel
    assert "Editor made the cut" in texts(panel.feed)
    assert "3 calls, 900 tokens, 0.02 USD" in texts(panel.cost)
