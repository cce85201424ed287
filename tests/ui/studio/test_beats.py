"""The beats of a shot as a list to edit: each change is a step, nothing of a locked shot changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document import Action, Line, Move, Pause


@pytest.fixture
def page(studio):
    studio.workspace.select("shot-5")
    studio.window.inspector.show_page("dialogue")
    return studio.window.inspector.dialogue


def beats(studio) -> list:
    return studio.workspace.film.shot("shot-5").beats


def row(page, n: int):
    return page._rows[page.workspace.shot.beats[n].id]


def test_a_beat_of_each_kind_is_added_behind_the_others_and_taken_back(studio, page):
    for what, kind in (("line", Line), ("action", Action), ("move", Move), ("pause", Pause)):
        page.adders[what].click()
        assert isinstance(beats(studio)[-1], kind)
        assert studio.workspace.session.undo_label == f"add a{'n' if what == 'action' else ''} {what}"
    assert len(beats(studio)) == 6
    assert beats(studio)[2].speaker == "mia", "the other one answers"
    for _ in range(4):
        studio.workspace.undo()
    assert [b.id for b in beats(studio)] == ["beat-4", "beat-4b"]
    assert list(page._rows) == ["beat-4", "beat-4b"]


def test_who_does_what_and_when_is_chosen(studio, page):
    action = row(page, 1)
    action._combos["action"].setCurrentText("Waving")
    action._finished("action")
    assert beats(studio)[1].action == "Waving"
    combo = row(page, 1)._combos["character"]
    combo.setCurrentIndex(combo.findText("Ines"))
    row(page, 1)._chosen("character")
    assert beats(studio)[1].character == "ines"
    combo = row(page, 1)._combos["during"]
    combo.setCurrentIndex(0)
    row(page, 1)._chosen("during")
    assert beats(studio)[1].during is None
    for _ in range(3):
        studio.workspace.undo()
    assert (beats(studio)[1].action, beats(studio)[1].during) == ("Standing Crossing Arms", "beat-4")


def test_rows_serve_one_shot_after_the_other_and_type_into_the_one_shown(studio, page):
    from ui.studio.inspector.beatrow import BeatRow

    shots = [s for s in studio.workspace.film.shots() if not s.locked]
    for _ in range(2):
        for each in shots:
            studio.workspace.select(each.id)
            shown = sorted((r for r in page.findChildren(BeatRow) if r.isVisibleTo(page)), key=lambda r: r.y())
            assert [r.beat for r in shown] == [b.id for b in each.beats]
    most = {k: max(sum(b.kind == k for b in s.beats) for s in shots) for k in ("line", "action", "move", "pause")}
    assert len(page.findChildren(BeatRow)) <= 2 * sum(most.values()), "rows are used again"
    first, second = [s for s in shots if s.lines][:2]
    studio.workspace.select(first.id)
    studio.workspace.select(second.id)
    before = [b.text for b in first.lines]
    page.editors[second.lines[0].id].setPlainText("Something else.")
    assert studio.workspace.film.shot(second.id).lines[0].text == "Something else."
    assert [b.text for b in studio.workspace.film.shot(first.id).lines] == before


def test_what_is_no_action_is_not_taken(studio, page):
    combo = row(page, 1)._combos["action"]
    combo.lineEdit().setText("Flying")
    row(page, 1)._finished("action")
    assert beats(studio)[1].action == "Standing Crossing Arms"
    assert combo.currentText() == "Standing Crossing Arms"


def test_words_and_delivery_are_typed_in_place(studio, page):
    line = row(page, 0)
    line.text.setFocus()
    line.text.selectAll()
    QTest.keyClicks(line.text, "No.")
    assert (beats(studio)[0].text, beats(studio)[0].frames) == ("No.", None)
    line.delivery.setFocus()
    line.delivery.selectAll()
    QTest.keyClicks(line.delivery, "angry")
    QTest.keyClick(line.delivery, Qt.Key.Key_Return)
    assert beats(studio)[0].delivery == "angry"
    studio.workspace.undo()
    studio.workspace.undo()
    assert beats(studio)[0].text.startswith("I needed")


def test_beats_change_places_and_are_removed(studio, page):
    page.adders["pause"].click()
    pause = beats(studio)[2].id
    page.move(pause, -1)
    page.move(pause, -1)
    assert [b.kind for b in beats(studio)] == ["pause", "line", "action"]
    QTest.keyClick(page._rows[pause], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert beats(studio)[1].id == pause
    page.remove("beat-4")
    assert [b.kind for b in beats(studio)] == ["pause", "action"]
    assert beats(studio)[1].during is None, "what went along with the line takes its own turn"
    studio.workspace.undo()
    assert beats(studio)[2].during == "beat-4"


def test_the_shot_is_split_before_a_beat(studio, page):
    page.adders["line"].click()
    line = beats(studio)[2].id
    row(page, 2).split.emit(line)
    order = [s.id for s in studio.workspace.film.shots()]
    after = studio.workspace.film.shot(order[order.index("shot-5") + 1])
    assert [b.kind for b in after.beats] == ["line"]
    assert [b.id for b in beats(studio)] == ["beat-4", "beat-4b"]


def test_beats_of_a_locked_shot_can_only_be_read(studio):
    studio.workspace.select("shot-6")
    studio.window.inspector.show_page("dialogue")
    page = studio.window.inspector.dialogue
    assert not page.adding.isEnabled()
    assert all(r.text.isReadOnly() for r in page._rows.values() if r.text)
    assert all(not c.isEnabled() for r in page._rows.values() for c in r._combos.values())


def test_a_film_without_people_offers_pauses_only(studio):
    studio.workspace.film.characters = []
    page = studio.window.inspector.dialogue
    studio.window.inspector.show_page("dialogue")
    page.show_shot(studio.workspace.shot)
    assert [n for n, b in page.adders.items() if b.isEnabled()] == ["pause"]
