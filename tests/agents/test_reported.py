"""Reported speech in a description becomes lines."""

from __future__ import annotations

import pytest

from agents.house.crew import HouseCrew, Options
from agents.house.language.context import Context
from agents.house.reported import Said, parts
from agents.input import read


@pytest.fixture(scope="module")
def context() -> Context:
    genders = {"Ines": "female", "Tom": "male"}
    return Context(HouseCrew().catalogue, "Office", ("Ines", "Tom"), (), genders, subjects=("Ines",))


@pytest.mark.parametrize(
    ("sentence", "speaker", "text"),
    [
        ("He says that he is sorry", "Tom", "I'm sorry."),
        ("She whispers that she knows his secret", "Ines", "I know your secret."),
        ("He tells her he loves her", "Tom", "I love you."),
        ("He tells her that he needs her help", "Tom", "I need your help."),
        ("Tom asks whether she is coming", "Tom", "Are you coming?"),
        ("He asks if she wants coffee", "Tom", "Do you want coffee?"),
        ("He asks where she was", "Tom", "Where were you?"),
        ("Ines asks what is wrong", "Ines", "What is wrong?"),
        ("Ines asks if the train has left", "Ines", "Has the train left?"),
        ("Tom asks for the key", "Tom", "Can I have the key?"),
        ("Tom orders her to close her book", "Tom", "Close your book."),
        ("She says hello", "Ines", "Hello."),
    ],
)
def test_what_is_reported_is_said(context, sentence, speaker, text):
    (said,) = parts(sentence, context)
    assert (said.speaker, said.text) == (speaker, text)


def test_what_is_done_before_and_after_stays(context):
    assert parts("Tom comes in and tells her that it is over and walks out", context) == [
        "Tom comes in",
        Said("Tom", "It is over."),
        "Tom walks out",
    ]


@pytest.mark.parametrize("sentence", ["Ines tells him the truth", "She says nothing", "Ines asks Tom", "Tom waits"])
def test_what_cannot_be_said_is_left_as_it_is(context, sentence):
    assert parts(sentence, context) == [sentence]


def test_several_sentences_of_acts_are_filmed_as_they_are_told():
    source = read(
        "Late at night in the office Ines sits at the desk and types. Tom comes in and tells her that the project is "
        "cancelled. She stands up, walks to the window and looks out. He says that he is sorry."
    )
    assert source.kind == "description"
    film = HouseCrew().develop_now(source, Options())
    assert [line.text for s in film.shots() for line in s.lines] == ["The project is cancelled.", "I'm sorry."]
    ines = film.character("Ines").id
    first = next(film.shots())
    assert {(s.character, s.posture) for s in first.staging} == {(ines, "sitting")}
    walks = [b for s in film.shots() for b in s.beats if b.kind == "move" and b.character == ines]
    assert walks[0].destination.startswith("("), "to the window, which is no position of the office"


def test_a_story_stays_an_idea():
    assert read("A boss fires his best employee in the office and regrets it").kind == "idea"
    assert read("Mia tells her brother that she has sold the house. He cannot forgive her.").kind == "idea"
