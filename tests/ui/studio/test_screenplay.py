"""Writing on the screenplay page, which keeps step with the storyboard both ways."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agents.redraft.typed import Retyping
from app.document import Line
from app.edits import SetField
from tests.ui.studio.conftest import until
from ui.studio.screenplay.page import guessed, kind_of, shown


@pytest.fixture
def page(studio):
    studio.window.set_view("screenplay")
    made = studio.window.screenplay
    made.setFocus()
    return made


def block_of(page, text):
    return next(b for b in page.blocks() if b.text().startswith(text))


def put_caret(page, text, end=True):
    cursor = QTextCursor(block_of(page, text))
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    page.setTextCursor(cursor)


def test_every_line_stands_on_the_page_word_for_word(studio, page):
    film = studio.workspace.film
    said = [w.text for w in shown(film) if w.kind == "speech"]
    assert said == [b.text for s in film.shots(omitted=False) for b in s.beats if isinstance(b, Line)]
    assert all(t in page.toPlainText() for t in said)


def test_a_line_cut_over_two_shots_is_written_once(studio):
    film = studio.workspace.film.model_copy(deep=True)
    line = film.shot("shot-2").beats[0]
    film.shot("shot-2").beats = [line.model_copy(update={"words": (0, 4), "line": "l"})]
    film.shot("shot-3").beats = [line.model_copy(update={"id": "b", "words": (4, 9), "line": "l"})]
    assert [w.text for w in shown(film)].count(line.text) == 1


def test_typing_in_a_line_changes_it_in_one_step(studio, page):
    before = studio.workspace.film.model_copy(deep=True)
    put_caret(page, "Outside this door?")
    QTest.keyClicks(page, " Really?")
    page.take_over()
    line = studio.workspace.film.shot("shot-4").lines[0]
    assert line.text == "Outside this door? Really?"
    assert studio.workspace.film.shot("shot-4").takes == before.shot("shot-4").takes
    assert not page.dirty
    studio.workspace.undo()
    assert studio.workspace.film == before
    assert "Really?" not in page.toPlainText()


def test_what_is_typed_is_taken_over_after_a_while(studio, page, run):
    from tests.ui.studio.conftest import until

    put_caret(page, "Outside this door?")
    QTest.keyClicks(page, "!")
    run(until(lambda: studio.workspace.film.shot("shot-4").lines[0].text.endswith("?!")))


def test_letters_are_no_shortcuts_on_the_page(studio, page):
    count = len(list(studio.workspace.film.shots()))
    put_caret(page, "Outside this door?")
    QTest.keyClicks(page, " n1d")
    assert studio.preferences.view == "screenplay"
    assert len(list(studio.workspace.film.shots())) == count
    assert "door? n1d" in page.toPlainText()


def test_a_new_line_makes_a_shot_of_who_speaks(studio, page):
    put_caret(page, "Then use the wrong ones.")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "TOM")
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert kind_of(page.textCursor().block()) == "speech"
    assert kind_of(page.textCursor().block().previous()) == "cue"
    QTest.keyClicks(page, "Which ones are wrong?")
    page.take_over()
    film = studio.workspace.film
    made = next(s for s in film.shots() if any("Which ones" in b.text for b in s.beats))
    assert made.lines[0].speaker == "tom"
    assert made.guidance.cinematography
    order = [s.id for s in film.shots()]
    assert order.index(made.id) == order.index("shot-6") + 1
    assert not page.dirty
    studio.workspace.undo()
    assert "Which ones" not in page.toPlainText()


def test_a_line_typed_with_pauses_is_one_step(studio, page):
    before = studio.workspace.film.model_copy(deep=True)
    put_caret(page, "Outside this door?")
    for text in (" Re", "al", "ly?"):
        QTest.keyClicks(page, text)
        page.take_over()
    assert studio.workspace.film.shot("shot-4").lines[0].text == "Outside this door? Really?"
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "TOM")
    QTest.keyClick(page, Qt.Key.Key_Return)
    for text in ("Beh", "ind ", "it."):
        QTest.keyClicks(page, text)
        page.take_over()
    assert studio.workspace.shot.lines[0].text == "Behind it."
    written = studio.workspace.film.model_copy(deep=True)
    studio.workspace.undo()
    assert studio.workspace.film.shot("shot-4").lines[0].text == "Outside this door? Really?"
    assert len(list(studio.workspace.film.shots())) == len(list(before.shots()))
    studio.workspace.undo()
    assert studio.workspace.film == before
    studio.workspace.redo()
    studio.workspace.redo()
    assert studio.workspace.film == written


def test_deleting_a_line_takes_its_shot_out_and_undo_brings_it_back(studio, page):
    cue = block_of(page, "Outside").previous().previous()
    cursor = QTextCursor(cue)
    cursor.setPosition(
        block_of(page, "Outside").position() + len("Outside this door?"), QTextCursor.MoveMode.KeepAnchor
    )
    page.setTextCursor(cursor)
    QTest.keyClick(page, Qt.Key.Key_Delete)
    page.take_over()
    assert "shot-4" not in {s.id for s in studio.workspace.film.shots()}
    studio.workspace.undo()
    assert "Outside this door?" in page.toPlainText()


def test_a_locked_shot_keeps_its_words_and_it_is_said(studio, page):
    studio.workspace.apply(SetField(target="shot-4", field="locks", value=["shot"]))
    put_caret(page, "Outside this door?")
    QTest.keyClicks(page, " No")
    page.take_over()
    assert studio.workspace.film.shot("shot-4").lines[0].text == "Outside this door?"
    assert "Outside this door? No" not in page.toPlainText()
    assert any("locked" in t for t in studio.window.notices.texts)


def test_the_caret_selects_the_shot_and_the_shot_marks_its_paragraphs(studio, page):
    put_caret(page, "You said you would be here")
    assert studio.workspace.current == "shot-2"
    studio.workspace.select("shot-4")
    marked = {page.document().findBlockByNumber(n).userData().shown.shot for n in page._marked}
    assert marked == {"shot-4"}


def test_the_page_follows_a_change_made_elsewhere(studio, page):
    beats = [b.model_dump(mode="json") for b in studio.workspace.film.shot("shot-4").beats]
    beats[0]["text"] = "Here?"
    studio.workspace.apply(SetField(target="shot-4", field="beats", value=beats))
    assert "Here?" in page.toPlainText()


def test_tab_turns_a_paragraph_into_another_kind(studio, page):
    put_caret(page, "Tom walks to the sofa")
    QTest.keyClick(page, Qt.Key.Key_Return)
    kinds = []
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_Tab)
        kinds.append(kind_of(page.textCursor().block()))
    assert kinds == ["cue", "heading", "action"]


def test_pasted_screenplay_keeps_its_paragraphs(studio, page):
    put_caret(page, "Then use the wrong ones.")
    QTest.keyClick(page, Qt.Key.Key_Return)
    data = QMimeData()
    data.setText("TOM\n(low)\nI am late.\n\nMIA\nYou are.\n")
    page.insertFromMimeData(data)
    page.take_over()
    film = studio.workspace.film
    assert [line.text for s in film.shots() for line in s.lines if line.text in ("I am late.", "You are.")] == [
        "I am late.", "You are."
    ]  # fmt: skip


def test_a_new_heading_is_a_new_scene(studio, page):
    put_caret(page, "Then you had better sit down")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "int. office - night")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "Mia waits.")
    page.take_over()
    studio.window.board.setFocus()
    film = studio.workspace.film
    assert len(film.scenes) == 3
    assert film.scenes[2].mood == "night"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("INT. HOUSE - DAY", "heading"), ("MIA", "cue"), ("OLD BEN (V.O.)", "cue"), ("BANG!", "action"), ("I", "action"),
     ("Mia runs.", "action"), ("ext. street?", "action")],
)  # fmt: skip
def test_what_is_meant_is_seen_from_how_it_is_written(qapp, text, kind):
    assert guessed(text, "action") == kind


def test_another_theme_colours_the_page_anew(studio, page):
    def colour():
        return block_of(page, "Outside").begin().fragment().charFormat().foreground().color().name()

    studio.window.set_theme("dark")
    before = colour()
    studio.window.set_theme("light")
    assert colour() != before
    studio.window.set_theme("dark")


def test_an_empty_film_is_written_on_the_page(studio, tmp_path):
    from app.document import Film

    studio.workspace.create(tmp_path / "blank", Film())
    studio.window.set_view("screenplay")
    made = studio.window.screenplay
    assert studio.window.views.currentWidget() is made
    made.setFocus()
    QTest.keyClicks(made, "int. office - day")
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClicks(made, "NORA")
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClicks(made, "We are closed.")
    made.take_over()
    film = studio.workspace.film
    assert [line.text for s in film.shots() for line in s.lines] == ["We are closed."]
    assert film.characters[0].name == "Nora"


def test_a_new_line_is_directed_beside_the_typing(studio, page, run, monkeypatch):
    """What is typed meanwhile is not lost: the result that it overtook is left and made anew."""
    begun, go_on = threading.Event(), threading.Event()
    direct = Retyping.direct

    def slowly(work: Retyping) -> None:
        begun.set()
        go_on.wait(5)
        direct(work)

    monkeypatch.setattr(Retyping, "direct", slowly)
    count = sum(1 for _ in studio.workspace.film.shots())
    put_caret(page, "Outside this door?")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "TOM")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClicks(page, "Behind")
    page.take_over(beside=True)
    run(until(begun.is_set))
    assert sum(1 for _ in studio.workspace.film.shots()) == count
    QTest.keyClicks(page, " it.")
    go_on.set()
    run(until(lambda: any(line.text == "Behind it." for s in studio.workspace.film.shots() for line in s.lines)))
    assert sum(1 for _ in studio.workspace.film.shots()) == count + 1
    assert not page.dirty


def test_looking_at_the_page_writes_nothing_until_it_is_chosen_again(studio):
    def press(text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    window = studio.window
    window.activateWindow()
    window.set_view("screenplay")
    before = window.screenplay.toPlainText()
    press("3")
    assert studio.preferences.view == "timeline"
    press("4")
    assert window.screenplay.toPlainText() == before
    press("4")
    press("x")
    assert window.screenplay.toPlainText() == f"x{before}"
    QTest.keyClick(window.screenplay, Qt.Key.Key_Escape)
    press("1")
    assert studio.preferences.view == "grid"
