"""A film written by models, stage after stage."""

from __future__ import annotations

from collections import Counter

import pytest

from agents.catalogue import library_catalogue
from agents.crew_events import CrewEvent
from agents.rules import check
from app.document import Film
from tests.support.players import text_of
from tests.support.writers import CRITIQUE, MET, REWRITING, SHORTER, UNWORDED, Writers


@pytest.fixture(scope="module")
def made(make, tmp_path_factory) -> tuple[Film, list[CrewEvent], Writers]:
    with Writers() as server:
        film, told = make(server, tmp_path_factory.mktemp("film"))
    return film, told, server


def test_an_idea_becomes_a_film(made):
    film, _, _ = made
    assert film.title == "The Piano"
    assert {c.name for c in film.characters} == {"Ada", "Bea", "Carl", "Dov"}
    assert [s.place for s in film.scenes] == ["Apartment living room", "Storehouse", "Sofa Corner"]
    said = [line.text for shot in film.shots() for line in shot.lines]
    assert "I only carry things." in said
    assert any("your temper" in text for text in said)
    assert film.scenes[0].mood == "golden hour"


def test_no_rule_is_broken_and_what_was_is_recorded(made):
    film, told, _ = made
    assert check(film, library_catalogue()) == []
    (staged,) = [e for e in told if e.stage == "staging" and e.what == "made"]
    assert {"actions fit the posture", "sit only on a seat"} == {c.split(": ")[1] for c in staged.changed}


def test_calls_are_fewer_than_half_of_the_papers(made):
    _, _, server = made
    count = Counter(server.asked)
    assert count["Outline"] == count["Dialogue"] == count["Staging"] == count["Finishing"] == 1
    assert len(server.asked) - count["Finishing"] < 31 / 2 - 1


def test_critiques_and_the_debate_change_something(made):
    _, told, _ = made
    corrected = [c for e in told if e.what == "corrected" for c in e.changed]
    assert any("your chin.” → “By a lady with your chin and" in c for c in corrected)
    assert any(c.startswith("[3.4+1] added") for c in corrected)
    (judged,) = [e for e in told if e.what == "judged"]
    assert any(c.startswith("1.2: Medium Shot of Ada, then Close-up of Bea") for c in judged.changed)
    assert [e.what for e in told if e.role == "actor"] == ["asked", "noted"]
    assert all(e.player == "scripted" for e in told)
    assert told[-1].calls > told[0].calls


def test_the_director_reads_how_the_actor_would_say_it(made):
    _, _, server = made
    (asked,) = [text_of(r) for r, name in zip(server.requests, server.asked, strict=True) if name == "Adopted"]
    assert "He would not use a second sentence. They would say: “I only carry things.”" in asked


def test_a_note_without_words_goes_to_the_screenwriter(made, make, tmp_path):
    film, _, server = made
    with Writers(Adopted=UNWORDED, Rewriting=[REWRITING, SHORTER], Verification=[MET, MET]) as other:
        again, _ = make(other, tmp_path)
    assert [s.lines for s in again.shots()] == [s.lines for s in film.shots()]
    assert Counter(other.asked) - Counter(server.asked) == Counter(["Rewriting", "Verification"])


def test_what_the_director_finds_unmet_goes_back(make, tmp_path):
    unmet = {"points": [{"about": "3.5", "met": False, "why": "The joke still comes at once."}], "accepted": False}
    with Writers(Critique=[CRITIQUE, {"points": []}], Verification=[unmet, MET]) as server:
        _, told = make(server, tmp_path)
    (left,) = [e for e in told if e.what == "verified" and e.stage == "critique" and "left" in e.text]
    assert "1 point" in left.text
    asked = [r["messages"][1]["content"] for r in server.requests]
    _, again = [text for text in asked if text.startswith("Revise the script")]
    assert "- 3.5 (theme): The joke comes too soon." in again
    assert "- 2.5 (coherence)" not in again


def test_a_line_is_cut_to_who_listens(made):
    film, _, _ = made
    first, second = [s for s in film.scenes[0].shots if any("There was a piano" in line.text for line in s.lines)]
    assert first.lines[0].line == second.lines[0].line
    assert first.lines[0].words == (0, second.lines[0].words[0])
    assert film.character(second.subjects[0]).name == "Bea"
    assert film.character(second.lines[0].speaker).name == "Ada"


def test_a_beat_may_be_silent_and_listeners_act(made):
    film, _, _ = made
    silent = [s for s in film.shots() if not s.lines]
    assert len(silent) == 3
    quarrel = next(s for s in film.shots() if any("our table" in line.text for line in s.lines))
    assert "Dov" in {film.character(b.character).name for b in quarrel.beats if b.kind == "action"}


def test_finishing_is_in_the_document(made):
    film, _, _ = made
    one, two, three = film.scenes
    assert [c.feeling for c in one.music] == ["mystery"]
    assert one.music[0].first == one.shots[0].id
    assert (one.grade, two.grade, three.transition) == ("warm", "cool", "fade")
    held = next(s for s in three.shots if "1.0 s longer" in s.guidance.cinematography)
    assert not held.lines


def test_the_same_answers_make_the_same_film(made, make, tmp_path):
    with Writers() as server:
        film, _ = make(server, tmp_path)
    assert film == made[0]
