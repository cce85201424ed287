"""A person at the terminal answers in a role's place: the question lies in a folder, the answer is a file."""

from __future__ import annotations

import asyncio
import json

import pytest

from agents.filming.answers import FiveTexts, Judged, PartReview, Refinement, ReviewAnswer
from agents.model.messages import Picture, system, user
from agents.people import Prefilled, Question
from ui.commands import answering

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
DRAFT = ReviewAnswer(parts=[PartReview(sub_process="scene", answers=[Judged(question="S1", answer="yes")],
                                       verdict="pass", suggestions=[])])  # fmt: skip


class Terminal:
    """A console at which these lines are typed."""

    def __init__(self, *typed, before=lambda: None):
        self.typed, self.before, self.said = list(typed), before, []

    async def line(self, question):
        self.before()
        return self.typed.pop(0)

    def say(self, text, **data):
        self.said.append(text)


def asked(check=lambda answer: ()) -> Question:
    messages = (system("You review."), user("Review the shot.", Picture(PNG, "frame 0")))
    return Question("reviewer", messages, ReviewAnswer, check, Prefilled(DRAFT, {"S1": "Is it whole?"}))


def answered(tmp_path, terminal, **how):
    async def run():
        question = asked(**how)
        await answering._one(terminal, question, tmp_path)
        return await question._answer

    return asyncio.run(run())


@pytest.fixture(autouse=True)
def no_editor(monkeypatch):
    for name in ("EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)


def test_the_draft_is_given_as_it_was_edited(tmp_path):
    def edit():
        file = tmp_path / "001 reviewer" / "answer.json"
        data = json.loads(file.read_text())
        data["parts"][0]["answers"][0]["note"] = "so it is"
        file.write_text(json.dumps(data))

    assert answered(tmp_path, Terminal("", before=edit)).parts[0].answers[0].note == "so it is"
    page = (tmp_path / "001 reviewer" / "question.md").read_text()
    assert "Review the shot." in page
    assert "S1: Is it whole?" in page
    assert "You review." not in page
    assert (tmp_path / "001 reviewer" / "picture-01.png").read_bytes() == PNG


def test_what_is_wrong_is_said_and_asked_again_until_it_is_mended_by_rule(tmp_path):
    terminal = Terminal("", "anyway")
    with pytest.raises(Exception, match="too long"):
        answered(tmp_path, terminal, check=lambda answer: ["the note is too long"])
    assert any("too long" in text for text in terminal.said)


def test_it_can_be_left_to_the_house_crew(tmp_path):
    for typed in ("house", None):
        with pytest.raises(Exception, match="house crew"):
            answered(tmp_path, Terminal(typed))


@pytest.mark.parametrize("form", [FiveTexts, Refinement, ReviewAnswer])
def test_a_blank_answer_has_every_field(form):
    schema = form.model_json_schema()
    assert set(answering.blank(schema, schema.get("$defs", {}))) == set(form.model_fields)
