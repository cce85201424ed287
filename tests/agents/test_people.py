"""A person in a role's place is asked what a model would be, once, and may hand over."""

from __future__ import annotations

import asyncio
from typing import Literal

import pytest
from pydantic import BaseModel, Field

from agents.ensemble import cast_crew
from agents.filming.questions import questions
from agents.filming.reviewing import as_measured, missing
from agents.model.client import ModelClient
from agents.model.faults import RulesBroken
from agents.model.messages import system, user
from agents.model.settings import ModelSettings
from agents.people import People, Question
from agents.roles import casting, role_of
from app.document import HOUSE, Finding, Origin, Shot
from app.errors import ShotwrightError


class Verdict(BaseModel):
    verdict: Literal["pass", "reject"]
    reason: str = Field(min_length=3)


TALK = [system("You review shots."), user("Is Mia in the frame?")]


def ask(tmp_path, attend, check=lambda answer: (), times=1):
    async def work():
        people = People()
        people.roles = {"reviewer"}
        if attend is not None:
            people.attend(attend)
        async with ModelClient(ModelSettings(), tmp_path) as client:
            client.people = people
            for _ in range(times):
                reply = await client.reply("reviewer", TALK, Verdict, check=check)
            assert people.waiting == []
            return reply

    return asyncio.run(asyncio.wait_for(work(), 10))


def test_the_person_sees_the_question_and_their_answer_is_the_roles(tmp_path):
    seen: list[Question] = []

    def attend(question: Question) -> None:
        seen.append(question)
        question.give({"verdict": "reject", "reason": "she is cut at the knee"})

    reply = ask(tmp_path, attend, times=2)
    assert reply.answer == Verdict(verdict="reject", reason="she is cut at the knee")
    assert (reply.model, reply.remembered) == ("you", True)
    assert [m.text for m in seen[0].messages] == [m.text for m in TALK]
    assert len(seen) == 1
    (page,) = (tmp_path / "exchanges").glob("*.md")
    assert "she is cut at the knee" in page.read_text(encoding="utf-8")
    assert not (tmp_path / "ledger.jsonl").exists()


def test_a_wrong_answer_leaves_the_question_open(tmp_path):
    said = []

    def attend(question: Question) -> None:
        for data in ({}, {"verdict": "maybe", "reason": "so"}, "no", None):
            with pytest.raises(ShotwrightError) as caught:
                question.give(data)
            said.append(caught.value)
            assert not question.settled
        question.give({"verdict": "pass", "reason": "all well"})

    assert ask(tmp_path, attend).answer.verdict == "pass"
    assert all(error.layer == "json" for error in said)
    assert "verdict" in said[0].what


def test_an_answer_that_breaks_rules_is_corrected_or_given_to_be_mended(tmp_path):
    def rules(answer: Verdict) -> list[str]:
        return ["a rejection says where"] if answer.verdict == "reject" and "frame" not in answer.reason else []

    def attend(question: Question) -> None:
        data = {"verdict": "reject", "reason": "ugly"}
        with pytest.raises(ShotwrightError, match="says where") as caught:
            question.give(data)
        assert caught.value.layer == "rule"
        question.give(data, anyway=True)

    with pytest.raises(RulesBroken) as caught:
        ask(tmp_path, attend, rules)
    assert caught.value.answer.reason == "ugly"


def test_handing_over_and_nobody_there_are_errors_the_crew_can_go_on_from(tmp_path):
    with pytest.raises(ShotwrightError) as caught:
        ask(tmp_path, Question.hand_over)
    assert caught.value.layer == "model"
    with pytest.raises(ShotwrightError) as caught:
        ask(tmp_path, None)
    assert caught.value.layer == "input"


def test_cancelling_takes_the_question_back():
    async def work():
        people = People()
        taken: list[Question] = []
        people.attend(lambda question: None)
        people.settled.connect(taken.append)
        task = asyncio.ensure_future(people.ask("reviewer", TALK, Verdict, lambda answer: ()))
        await asyncio.sleep(0)
        (question,) = people.waiting
        late: list[Question] = []
        people.attend(late.append)
        assert late == [question]
        task.cancel()
        await asyncio.wait([task])
        assert taken == [question]
        assert question.settled
        question.give({"verdict": "pass", "reason": "too late"})

    asyncio.run(work())


def test_a_person_is_cast_for_a_role_without_any_model(tmp_path):
    crew = cast_crew(ModelSettings(), lambda: tmp_path, "house,reviewer=person")
    assert not crew.casting.any_model
    assert (crew.player("reviewer"), crew.signed("reviewer")) == ("you", Origin(by="house", name="you"))
    assert (crew.player("director"), crew.signed("director")) == ("house crew", HOUSE)
    assert crew.modelled("reviewer")
    crew.recast(crew.casting.with_player("reviewer", "house"))
    assert crew.player("reviewer") == "house crew"
    assert str(casting("model,reviewer=person")) == "model,reviewer=person"


@pytest.mark.parametrize(
    ("name", "role"),
    [("actor Mia", "actor"), ("Second Cinematographer", "cinematographer"), ("director", "director"), ("x", "x")],
)
def test_the_role_of_a_longer_name(name, role):
    assert role_of(name) == role


def test_a_review_is_prefilled_as_measured_with_the_questions_in_words():
    finding = Finding(
        check="headroom", sub_process="cinematography", passed=False, message="too much room", subject="Mia"
    )
    asked = questions(Shot(), [finding], {"people": {}})
    filled = as_measured(asked)
    part = next(p for p in filled.draft.parts if p.sub_process == "cinematography")
    assert (part.verdict, part.suggestions) == ("reject", ["too much room"])
    assert any(a.answer == "no" for a in part.answers)
    assert filled.words[part.answers[0].question].endswith("?")
    assert missing(asked, filled.draft) == []
