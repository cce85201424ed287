"""The first page: samples, recent films, and who makes the film."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from agents.model.settings import Endpoint, ModelSettings, settings_file
from agents.production.inputs import stale
from app.project import load_film
from tests.ui.studio.conftest import until
from ui.studio.pages.filmcard import FilmCard
from ui.studio.samples import copy, samples

ALL = samples()


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.folder.name)
def test_a_sample_is_whole(sample):
    film = load_film(sample.folder / "film.json")
    assert film.characters
    for shot in film.shots():
        assert shot.take is not None
        assert all((sample.folder / k.file).is_file() for k in shot.take.keyframes)
        assert shot.take.review.verdict == "pass"


def test_samples_are_there_and_small():
    assert ALL
    files = [f for s in ALL for f in s.folder.rglob("*") if f.is_file()]
    assert sum(f.stat().st_size for f in files) < 1_500_000


def test_a_sample_opens_as_a_copy_of_ones_own(empty_studio, run):
    window = empty_studio.window
    card = next(c for c in window.welcome.findChildren(FilmCard) if c.text() == ALL[0].title)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Space)
    run(until(lambda: empty_studio.production.producer is not None))
    folder = empty_studio.workspace.project.folder
    assert folder.parent == empty_studio.preferences.projects_folder
    assert window.model.rowCount() == ALL[0].shots
    window.films.close()
    assert next(c.text() for c in window.welcome.findChildren(FilmCard) if c.isVisible()) == ALL[0].title
    assert folder.exists()


def test_recent_films_are_shown_by_their_names(empty_studio, tmp_path):
    for name, text in (("one", '{"title": "The Long Name", "scenes": []}'), ("damaged", "{")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "film.json").write_text(text)
        empty_studio.preferences.remember(tmp_path / name)
    empty_studio.window.welcome.refresh()
    shown = {c.text() for c in empty_studio.window.welcome.findChildren(FilmCard)}
    assert {"The Long Name", "damaged"} <= shown


@pytest.mark.parametrize("sample", ALL, ids=lambda s: s.folder.name)
def test_a_sample_is_up_to_date_when_it_is_opened(sample, tmp_path):
    film = load_film(copy(sample, tmp_path) / "film.json")
    assert [stale(film, scene, shot, {}) for _, scene, shot in film.numbered()] == [[]] * sample.shots


def test_a_script_that_cannot_be_read_is_told_before_there_is_a_project(empty_studio, tmp_path):
    window = empty_studio.window
    script = tmp_path / "script.json"
    script.write_text('{"scenes": [\n')
    window.new_film("script")
    window.new_page.file.setText(str(script))
    window.new_page.start.click()
    assert window.new_page.problem.text().startswith(f"{tmp_path.name}/script.json, line 2, column 1: ")
    assert window.workspace.film is None
    assert not list((tmp_path / "films").glob("*/film.json"))


def test_a_model_that_is_set_up_can_be_chosen_and_bounded(empty_studio):
    page = empty_studio.window.new_page
    page.choose("idea")
    assert page.crew.who.count() == 1
    endpoint = Endpoint(base_url="https://models.example/v1", model="able", key="K")
    ModelSettings(kinds={"text": endpoint}).save()
    try:
        page.crew.refresh()
        assert page.crew.who.currentText() == "able"
        assert not page.crew.money.isHidden()
        page.crew.who.setCurrentIndex(0)
        assert page.crew.money.isHidden()
        page.crew.keep()
        assert ModelSettings.load().crew == "house"
        page.crew.refresh()
        assert page.crew.who.currentIndex() == 0
    finally:
        settings_file().unlink()
