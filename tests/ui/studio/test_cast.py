"""The cast: looks, voices and names are edits; shots that show them say why they are out of date."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.studio.conftest import until


@pytest.fixture
def page(studio, folder):
    picture = next((folder / "takes").rglob("*.jpg"))
    studio.production.engine.shown = [picture]
    studio.window.set_view("cast")
    return studio.window.cast.widget


def person(studio, name="mia"):
    return studio.workspace.film.character(name)


def test_everybody_is_listed_with_a_picture_that_is_rendered(page, studio, run):
    assert page.list.count() == 3
    assert "Mia" in page.list.item(0).text()
    run(until(lambda: page.gallery.turntable(person(studio).look, "figure", 12) is not None))
    framings = {what for what, _ in studio.production.engine.asked}
    assert framings == {"figure", "face"}


def test_words_make_a_look_in_one_step(page, studio):
    page.look.words.setText("a tired nurse in her fifties, short grey hair, glasses")
    page.look.apply.click()
    mia = person(studio)
    assert mia.look.outfit == "doctor" or mia.look.glasses
    assert 50 <= mia.look.years <= 59
    assert mia.years == mia.look.years
    assert mia.description.startswith("a tired nurse")
    studio.workspace.undo()
    assert person(studio).years == 34


def test_a_field_changes_the_look_and_a_drag_is_one_step(page, studio):
    page.look.hair.setCurrentIndex(page.look.hair.findData("ponytail"))
    page.look.hair.activated.emit(page.look.hair.currentIndex())
    assert person(studio).look.hair == "ponytail"
    steps = len(studio.workspace.session._done)
    for value in (10, 30, 60):
        page.look.build.setValue(value)
    page.look.build.sliderReleased.emit()
    assert person(studio).look.build == pytest.approx(0.6)
    assert len(studio.workspace.session._done) == steps + 1
    page.look.build.setValue(-40)
    assert len(studio.workspace.session._done) == steps + 2


def test_shots_that_became_stale_are_counted_with_the_reason(page, studio):
    studio.production.engine.stale = {"shot-2": ["Mia's look changed"], "shot-3": ["its length changed"]}
    page.refresh()
    assert "1 is out of date: Mia's look changed" in page.used.text()
    assert not page.renew.isHidden()


def test_the_mouse_turns_the_turntable_and_so_do_keys(page):
    table = page.turntable
    QTest.mouseMove(table, QPoint(table.width() - 2, 40))
    QTest.mouseMove(table, QPoint(table.width() - 3, 40))
    table.setFocus()
    before = table.angle
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.angle == (before + 1) % 12
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.angle == 0


def test_a_name_changes_wherever_it_is_said(page, studio):
    page.name.setText("Maria")
    page.name.editingFinished.emit()
    film = studio.workspace.film
    assert person(studio, "Maria").id == "mia"
    shot = film.shot("shot-2")
    assert "Maria stands" in shot.guidance.character
    assert 'add_person(stage, "Maria"' in shot.program.character
    assert film.shot("shot-2").origins["guidance.cinematography"].by == "house"
    page.name.setText("Tom")
    page.name.editingFinished.emit()
    assert person(studio, "Maria").id == "mia"


def test_the_voice_is_chosen_changed_and_heard(page, studio, loop):
    page.tabs.chosen.emit("voice")
    voice = page.voice
    other = voice.name.itemData(5)
    voice.name.setCurrentIndex(5)
    voice.name.activated.emit(5)
    assert person(studio).voice == other
    voice.rate.setValue(120)
    assert person(studio).voice.rate == 120
    voice.sentence.setText("Yes.")
    voice.listen.click()
    wait = until(lambda: voice.note.text() not in ("", "Speaking…"))
    loop.run_until_complete(asyncio.wait_for(wait, 60))  # the voice's own process is started
    assert " s" in voice.note.text() or ".wav" in voice.note.text()
    assert list((studio.workspace.project.folder / "voices").glob("*.wav"))


def test_people_are_added_and_those_in_use_stay(page, studio):
    page._add()
    assert len(studio.workspace.film.characters) == 4
    assert page.person.name == "Person 1"
    page._remove()
    assert len(studio.workspace.film.characters) == 3
    page.list.setCurrentRow(0)
    page._remove()
    assert person(studio).name == "Mia"
