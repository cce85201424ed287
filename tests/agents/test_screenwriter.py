"""Which story the house screenwriter tells for an idea."""

from __future__ import annotations

import pytest

from agents.catalogue import library_catalogue
from agents.house.idea import understand_idea
from agents.house.screenwriter import situation_of, write


@pytest.mark.parametrize(
    ("idea", "story"),
    [
        ("a shy baker confesses his love to the postwoman", "confession"),
        ("two colleagues confess their feelings on the roof", "confession"),
        ("a father confesses to his son that he sold the dog", "announcement"),
        ("a boy admits to his mother that he broke the window", "announcement"),
        ("two sisters argue about who broke their grandmother's vase, until the grandmother confesses", "quarrel"),
        ("two brothers confess", "generic"),
    ],
)
def test_love_is_confessed_by_no_family_and_not_where_something_else_is(idea, story):
    assert situation_of(idea, understand_idea(idea, 0, library_catalogue())) == story


@pytest.mark.parametrize(
    ("idea", "thing"),
    [
        ("A magician teaches a waitress one last trick, but the coin he needs has vanished", "coin"),
        ("Two sisters look for the letter they wrote", "letter"),
        ("A boy wants to give back the red bicycle his uncle stole", "red bicycle"),
    ],
)
def test_a_thing_ends_where_somebody_does_something_with_it(idea, thing):
    assert understand_idea(idea, 0, library_catalogue()).thing == thing


@pytest.mark.parametrize(
    ("idea", "question"),
    [
        ("Two sisters find out who sold the family piano", "who sold the family piano"),
        ("A boy asks his grandfather why the sea is salty", "why the sea is salty"),
        ("A pilot learns how to dance", ""),
        ("A nurse tells the story of a man who lost his hat", ""),
    ],
)
def test_what_is_found_out_is_asked_and_answered(idea, question):
    understood = understand_idea(idea, 0, library_catalogue())
    assert understood.question == question
    assert (situation_of(idea, understood) == "finding_out") is bool(question)
    spoken = [e.text for s in write(idea, 0, library_catalogue()).scenes for e in s.speeches]
    assert not question or any(question.split(" ", 1)[1] in text for text in spoken)
    assert not any("{" in text for text in spoken)


@pytest.mark.parametrize(
    ("idea", "place"),
    [
        ("A librarian suspects a guest", "Reception Room"),
        ("A scientist and a journalist quarrel about a robot", "Work room"),
        ("A nurse quarrels with her sister", ""),
    ],
)
def test_who_meets_at_work_is_filmed_at_work(idea, place):
    found = write(idea, 0, library_catalogue()).scenes[0].place
    assert found == place if place else found != "Reception Room"
