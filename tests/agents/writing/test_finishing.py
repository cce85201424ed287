"""The finishing meeting: who decides what, what they are told of the cut, and what is not there."""

from __future__ import annotations

import asyncio

import pytest

from agents.ensemble import Ensemble, cast_crew
from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.model.client import ModelClient
from agents.model.ledger import Budget
from agents.model.settings import ModelSettings
from agents.people import Question
from agents.roles import casting
from app.document import Film
from app.errors import ShotwrightError
from tests.support.asking import client
from tests.support.endpoint import Play, fails
from tests.support.writers import Writers

SCRIPT = """Title: The Key

INT. OFFICE - NIGHT

NORA
Tell me the last ferry has not gone.

IDRIS
It went at nine.

DISSOLVE TO:

EXT. ROADSIDE - DAY

NORA
You are early today.

INT. OFFICE - DAY

IDRIS
I learned from the ferry.
"""


def scene(number: int, **more: object) -> dict:
    usual = {"scene": number, "music": [], "grade": "cool", "transition": "fade", "why": "So it is."}
    return usual | more


ANSWER = {
    "scenes": [scene(1, music=[{"feeling": "tense", "first": "1.2", "last": "1.2"}]), scene(2), scene(3)],
    "trims": [{"entry": "1.2", "seconds": 1.0, "why": "Let it land."}],
}


def finished(tmp_path, crew: str, *answers: dict) -> tuple[Film, list[str]]:
    """(the film of the script, what was asked)."""
    with Writers(Finishing=list(answers)) as server:

        def asked() -> ModelClient:
            made = client(server, tmp_path)
            other = made.settings.endpoint("editor").model_copy(update={"model": "other"})
            roles = {"editor": other} if "editor=other" in crew else {}
            made.settings = made.settings.model_copy(update={"roles": roles})
            return made

        async def run() -> Film:
            made = Ensemble(casting(crew), asked, HouseCrew())
            try:
                return await made.develop(read(SCRIPT), Options())
            finally:
                await made.close()

        film = asyncio.run(run())
        prompts = ["\n".join(str(m["content"]) for m in r["messages"]) for r in server.requests]
        return film, [text for text in prompts if "The film is shot" in text]


def test_they_are_told_the_cut_and_keep_the_scripts_own_transitions(tmp_path):
    film, (asked,) = finished(tmp_path, "house,composer=model,colourist=model,editor=model", ANSWER)
    assert "- [1.2] " in asked
    assert " s, " in asked
    assert "begins with a dissolve, which the script says: DISSOLVE TO:" in asked
    assert [s.transition for s in film.scenes] == ["cut", "dissolve", "fade"]
    assert [s.grade for s in film.scenes] == ["cool"] * 3
    assert [c.feeling for c in film.scenes[0].music] == ["tense"]
    assert any("1.0 s longer" in s.guidance.cinematography for s in film.scenes[0].shots)


def test_each_player_is_asked_for_their_own_roles_alone(tmp_path):
    film, asked = finished(tmp_path, "house,composer=model,editor=other", ANSWER, ANSWER)
    music, cut = asked
    assert "You speak for: composer." in music
    assert "Colourist" not in music + cut
    assert "You speak for: editor." in cut
    assert "feelings" not in cut
    assert all(s.grade in ("", "natural") for s in film.scenes)
    assert (film.scenes[0].origins["music"].name, film.scenes[2].origins["transition"].name) != ("", "")


def test_an_entry_that_shares_a_shot_is_found_there(tmp_path, monkeypatch):
    """The silent beginning and the first words are one shot: a cue may begin with either."""
    script = SCRIPT.replace("NIGHT\n", "NIGHT\n\nNora sorts tickets.\n", 1)
    monkeypatch.setattr("tests.agents.writing.test_finishing.SCRIPT", script)
    music = [{"feeling": "tense", "first": "1.2", "last": "1.3"}]
    film, (asked,) = finished(tmp_path, "house,composer=model", {"scenes": [scene(1, music=music)]})
    assert "- [1.1] [1.2] " in asked
    (cue,) = film.scenes[0].music
    assert cue.first == film.scenes[0].shots[0].id


@pytest.mark.parametrize("mends", [True, False])
def test_what_is_not_there_is_sent_back_and_else_left_out(tmp_path, mends):
    wrong = {
        "scenes": [scene(1, music=[{"feeling": "sad", "first": "1.1", "last": "1.9"}]), scene(2), scene(9)],
        "trims": [{"entry": "7.7", "seconds": 1.0, "why": ""}],
    }
    film, asked = finished(tmp_path, "house,composer=model,editor=model", wrong, ANSWER if mends else wrong)
    assert all(p in asked[1] for p in ("there is no scene 9", "no entry '1.9'", "no entry '7.7' to trim"))
    assert [c.feeling for c in film.scenes[0].music] == (["tense"] if mends else [])
    assert any("no entry '7.7'" in n.problem for n in film.notices) is not mends


def test_a_person_finds_the_answer_filled_in_that_changes_nothing(tmp_path):
    crew = "house,composer=person,colourist=person,editor=person"
    drafts = []

    async def run(plays: str) -> Film:
        made = cast_crew(ModelSettings(), lambda: tmp_path, plays)

        def answer(question: Question) -> None:
            drafts.append(question.prefilled.draft.model_dump(mode="json"))
            question.give(drafts[-1])

        made.people.attend(answer)
        try:
            return await made.develop(read(SCRIPT), Options())
        finally:
            await made.close()

    asked, house = asyncio.run(run(crew)), asyncio.run(run("house"))
    (draft,) = drafts
    assert [s["scene"] for s in draft["scenes"]] == [1, 2, 3]
    assert [s.transition for s in asked.scenes] == [s.transition for s in house.scenes]
    assert [s.guidance for s in asked.shots()] == [s.guidance for s in house.shots()]
    assert not any(s.music for s in asked.scenes)


# ---- a description

STREET = "A woman waits at the roadside at dusk, wide shot. A man walks up to her and she hugs him, medium shot."
MEETING = {
    "scenes": [scene(1, music=[{"feeling": "sad", "first": "1.1", "last": "1.2"}], grade="warm")],
    "trims": [{"entry": "1.2", "seconds": 1.0, "why": "Let them hold each other."}],
}
ALL = "house,composer=model,colourist=model,editor=model"


def test_a_description_has_the_same_finishing(make, tmp_path):
    with Writers(Finishing=MEETING) as server:
        film, told = make(server, tmp_path, STREET, casting(ALL))
        plain, _ = make(server, tmp_path / "house", STREET, casting("house"))
    (asked,) = [str(r["messages"][1]["content"]) for r in server.requests]
    assert "[1.1]" in asked
    assert STREET in asked
    (one,) = film.scenes
    assert (one.grade, one.origins["grade"].by) == ("warm", "model")
    (cue,) = one.music
    assert (cue.feeling, cue.first, cue.last) == ("sad", one.shots[0].id, one.shots[-1].id)
    longer = [s for s in one.shots if "1.0 s longer" in s.guidance.cinematography]
    assert [s.origins["guidance.cinematography"].by for s in longer] == ["model"]
    before = next(s for s in plain.shots() if s.id == longer[0].id)
    assert longer[0].length == before.length + film.rate
    assert ("composer", "finishing", "made") in {(e.role, e.stage, e.what) for e in told}
    assert any(c.startswith(f"shot {longer[0].label}: 1.0 s longer") for e in told for c in e.changed)
    assert not film.notices


def test_a_description_is_not_asked_about_twice(make, tmp_path):
    with Writers(Finishing=MEETING) as server:
        first, _ = make(server, tmp_path, STREET, casting(ALL))
        again, told = make(server, tmp_path, STREET, casting(ALL))
    assert len(server.requests) == 1
    assert again == first
    assert any(e.what == "remembered" for e in told)


def test_a_wrong_answer_on_a_description_is_sent_back_and_else_left_out(make, tmp_path):
    wrong = {"scenes": [scene(4)], "trims": [{"entry": "3.1", "seconds": 1.0, "why": ""}]}
    with Writers(Finishing=wrong) as server:
        film, _ = make(server, tmp_path, STREET, casting(ALL))
    assert len(server.requests) == 2
    assert [n.problem for n in film.notices] == ["there is no scene 4", "there is no entry '3.1' to trim"]


@pytest.mark.parametrize("said", [fails(503), "I would rather not.", Play(refusal="No.")])
def test_a_description_stands_without_its_finishing(make, tmp_path, said):
    with Writers(Finishing=said) as server:
        film, told = make(server, tmp_path, STREET, casting(ALL))
        plain, _ = make(server, tmp_path / "house", STREET, casting("house"))
    assert [s.guidance for s in film.shots()] == [s.guidance for s in plain.shots()]
    assert any(e.what == "handed over" for e in told)
    assert any(n.used == "the house crew stood in" for n in film.notices)


def test_a_budget_stops_before_the_finishing_of_a_description(make, tmp_path):
    with Writers(Finishing=MEETING) as server:
        with pytest.raises(ShotwrightError, match="budget"):
            make(server, tmp_path, STREET, casting(ALL), Budget(tokens=200))
        assert not server.requests
        film, _ = make(server, tmp_path, STREET, casting(ALL), Budget(tokens=20_000))
    assert film.scenes[0].music


def test_a_person_finishes_a_description(tmp_path):
    made = cast_crew(ModelSettings(), lambda: tmp_path, "house,composer=person")
    drafts = []

    def answer(question: Question) -> None:
        drafts.append(question.prefilled.draft.model_dump(mode="json"))
        question.give({"scenes": [{"scene": 1, "music": [{"feeling": "sad", "first": "1.1", "last": "1.1"}]}]})

    made.people.attend(answer)
    film = asyncio.run(made.develop(read("a woman waves at the roadside, medium shot"), Options()))
    assert [s["music"] for s in drafts[0]["scenes"]] == [[]]
    assert [c.feeling for c in film.scenes[0].music] == ["sad"]
    assert not film.notices
