"""The editor of programs: where the caret is, what it offers, what it calls wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from library.functions import functions
from tests.support import demo
from ui.studio.inspector.assist import Assistant, _learned, where

CAMERA = Assistant("cinematography")


def at_bar(text: str):
    """Where the caret is at the bar in a text."""
    return where(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    ("text", "prefix", "function", "position", "keyword", "quoted"),
    [
        ("med|", "med", "", 0, "", False),
        ("medium_shot(|", "", "medium_shot", 0, "", False),
        ('medium_shot(stage, "Mi|', "Mi", "medium_shot", 1, "", True),
        ('medium_shot(stage, "Mia", si|', "si", "medium_shot", 2, "", False),
        ('medium_shot(stage, "Mia", side="le|', "le", "medium_shot", 2, "side", True),
        ('medium_shot(stage, ["Mia", "Tom|"])', "Tom", "medium_shot", 1, "", True),
        ("push_in(stage)\norbit(stage, degrees=|)", "", "orbit", 1, "degrees", False),
        ('a(stage, "it\\"s, (|', 'it\\"s, (', "a", 1, "", True),
        ("push_in(stage) |", "", "", 0, "", False),
    ],
)
def test_the_place_of_the_caret_is_read(text, prefix, function, position, keyword, quoted):
    found = at_bar(text)
    assert (found.prefix, found.function, found.position, found.keyword, found.quoted) == (
        prefix, function, position, keyword, quoted
    )  # fmt: skip


@given(st.text(alphabet="ab_\"'\\()[],= \n#1", max_size=60), st.integers(0, 60))
def test_any_text_can_be_read_at_any_place(text, caret):
    where(text, min(caret, len(text)))


def choices(text: str) -> list[str]:
    film = demo.film()
    return CAMERA.choices(at_bar(text), film, film.scenes[0], film.shot("shot-1"))


def test_functions_arguments_and_names_are_offered():
    assert choices("medium|")[0] == "medium_shot"
    assert choices('medium_shot(stage, "Mia", le|') == ["lens=", "angle="]
    assert choices('medium_shot(stage, "|') == ["Mia", "Tom", "Ines"]
    assert choices('medium_shot(stage, "Mia", side="|') == ["left", "right"]
    assert "night" in Assistant("lighting").choices(at_bar('light_mood(stage, "ni|'), None, None, None)
    assert choices("|") == []


def test_the_call_under_the_caret_is_explained():
    parts, about = CAMERA.call(at_bar("push_in(stage, amount=|"))
    assert parts[1] == ("amount=0.3", True)
    assert "towards its subject" in " ".join(about.split())
    assert CAMERA.call(at_bar("nothing_known(|")) is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('medium_shot(stage, "Mia")\npush_in(stage', 2, "never closed"),
        ('medium_shot(stage, "Mia")\n\nfly_to(stage, "moon")', 3, "no function 'fly_to'"),
        ("import os", 1, "Import is not allowed"),
        ('medium_shot(stage, "Mia", lenz=50)', 1, "unexpected keyword argument 'lenz'"),
        ("medium_shot(stage)", 1, "missing a required argument: 'subject'"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, line, message):
    problem = CAMERA.problems(text)[0]
    assert problem.line == line
    assert message in problem.message


@pytest.mark.parametrize(
    ("part", "text", "message", "hint"),
    [
        ("cinematography", 'medium_shot(stage, "Mja")', "nobody is called “Mja”", "Is it “Mia”?"),
        ("cinematography", 'two_shot(stage, ["Tom", "Inez"])', "nobody is called “Inez”", "Is it “Ines”?"),
        ("motion", 'walk_to(stage, "Bob", "window")', "nobody is called “Bob”", "In this film: Mia, Tom, Ines."),
        ("motion", 'perform(stage, "Mia", "Standing Argueing")', "no action “Standing Argueing”", "“Standing Arguing”"),
        ("motion", 'express(stage, "tom", "hapy")', "no emotion “hapy”", "Is it “happy”?"),
        ("lighting", 'light_mood(stage, mood="nite")', "no mood “nite”", "Is it “night”?"),
        ("scene", 'use_place(stage, "Ofice")', "no place “Ofice”", "Is it “Office”?"),
    ],
)
def test_a_name_nothing_has_is_said_with_the_nearest(part, text, message, hint):
    problem = Assistant(part).problems(text, demo.film())[0]
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("cinematography", 'insert_shot(stage, "coffee table")'),
        ("cinematography", 'long_shot(stage, "window")'),
        ("motion", 'look_at(stage, "Mia", "door")'),
        ("motion", 'perform(stage, "MIA", "Waving", target="Tom")'),
        ("scene", 'add_prop(stage, "my own statue", near="sofa")'),
    ],
)
def test_things_and_names_in_any_case_are_right(part, text):
    assert Assistant(part).problems(text, demo.film()) == []


def test_every_function_of_the_library_can_be_called_as_it_is_offered():
    for name in ("scene", "character", "motion", "lighting", "cinematography"):
        assert list(Assistant(name).functions)[: len(functions(name))] == list(functions(name))


def test_a_learned_function_is_offered_as_its_source_says():
    known = _learned('def creep(stage, subject, amount=0.1):\n    """Very slowly closer."""\n    push_in(stage)\n')
    assert str(known) == "creep(stage, subject, amount=0.1)"
    assert known.about == "Very slowly closer."


def test_typing_offers_and_enter_completes(studio):
    program = studio.window.inspector.part("cinematography").program
    studio.window.inspector.show_part("cinematography")
    program.text.setFocus()
    program.text.selectAll()
    QTest.keyClicks(program.text, "orb")
    assert program.text.offer() == ["orbit"]
    program.text.complete("orbit")
    assert program.text.toPlainText() == "orbit(stage, )"
    QTest.keyClicks(program.text, "deg")
    program.text.complete(program.text.offer()[0])
    QTest.keyClicks(program.text, "40")
    assert studio.workspace.film.shot("shot-1").program.cinematography == "orbit(stage, degrees=40)"
    assert program.check() == []
    QTest.keyClick(program.text, Qt.Key.Key_Backspace)
    QTest.keyClicks(program.text, "x")
    assert program.check()[0].line == 1
    assert not program.errors.isHidden()
    studio.workspace.undo()
    assert "orbit" not in studio.workspace.film.shot("shot-1").program.cinematography
