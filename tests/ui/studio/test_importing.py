"""A new draft of the screenplay and packed projects, brought in through the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from agents.exports.checks import size_of
from app.archive import pack
from render.interchange.fountain import fountain
from tests.ui.studio.conftest import until
from ui.studio.arriving import arrive, film_of_script
from ui.studio.films import dropped
from ui.studio.importing.redraft import RedraftDialog, compared


@pytest.fixture
def draft(studio, tmp_path) -> Path:
    """The film as a screenplay with one line rewritten and one added."""
    text = fountain(studio.workspace.film)
    text = text.replace("Outside this door?", "Outside this very door?")
    text = text.replace("Then use the wrong ones.", "Then use the wrong ones.\n\nTOM\nWhich ones are wrong?")
    path = tmp_path / "draft.fountain"
    path.write_text(text)
    return path


def dialog_of(studio, run) -> RedraftDialog:
    run(until(lambda: studio.window.findChild(RedraftDialog) is not None))
    return studio.window.findChild(RedraftDialog)


def test_a_new_draft_is_shown_before_it_changes_anything(studio, run, draft):
    before = studio.workspace.film.model_copy(deep=True)
    studio.window.importing.script(draft)
    dialog = dialog_of(studio, run)
    kinds = [c.kind for c in dialog.found.changes]
    assert "added" in kinds
    assert "changed" in kinds
    assert studio.workspace.film == before
    dialog.reject()
    assert studio.workspace.film == before


def test_what_is_accepted_is_one_step(studio, run, draft):
    before = studio.workspace.film.model_copy(deep=True)
    studio.window.importing.script(draft)
    dialog = dialog_of(studio, run)
    dialog.none.click()
    assert not dialog.accept_button.isEnabled()
    line = next(c for c in dialog.found.changes if "very door" in c.after)
    dialog.boxes[line.id].setChecked(True)
    assert dialog.accept_button.text() == "Accept one change"
    dialog.accept_button.click()
    film = studio.workspace.film
    assert film.shot("shot-4").lines[0].text == "Outside this very door?"
    assert film.shot("shot-4").takes == before.shot("shot-4").takes
    studio.workspace.undo()
    assert studio.workspace.film == before


def test_the_same_words_change_nothing(studio, run, tmp_path):
    path = tmp_path / "same.fountain"
    path.write_text(fountain(studio.workspace.film))
    studio.window.importing.script(path)
    run(until(lambda: studio.tasks.running == 0))
    assert studio.window.findChild(RedraftDialog) is None or not [
        c for c in studio.window.findChild(RedraftDialog).found.changes if c.kind in ("changed", "added")
    ]


def test_a_script_dropped_on_a_film_is_asked_about(studio, run, draft):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(draft))])
    assert dropped(data) == draft
    studio.window.importing.dropped_script(draft, lambda: film_of_script(studio.window, draft))
    assert "draft.fountain" in studio.window.bar.question()
    studio.window.bar.answer("Another film")
    assert studio.window.new_page.file.text() == str(draft)


def test_what_is_no_script_is_told(studio, run, tmp_path):
    path = tmp_path / "bad.fdx"
    path.write_text("<html/>")
    studio.window.importing.script(path)
    run(until(lambda: studio.tasks.running == 0))
    assert any("not a Final Draft document" in t for t in studio.window.notices.texts)


def test_a_packed_project_opens_in_the_folder_of_films(studio, run, tmp_path):
    film, folder = studio.workspace.film, studio.workspace.project.folder
    pack(folder, film, tmp_path / "Handed on.zip")
    assert size_of(tmp_path / "Handed on.zip")
    studio.window.importing.archive(tmp_path / "Handed on.zip")
    run(until(lambda: studio.workspace.project.folder.name == "Handed on"))
    assert studio.workspace.film.title == film.title


def test_words_that_differ_are_marked_by_more_than_colour(qapp):
    text = compared("NORA: It went <early>.", "NORA: It went late.")
    assert "line-through" in text
    assert "underline" in text
    assert "&lt;early&gt;." in text


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["strange.xyz"], "strange.xyz cannot be opened here"),
        (["a.png", "b.png"], "These files cannot be opened together"),
    ],
)
def test_what_cannot_be_dropped_is_refused_with_the_reason(studio, tmp_path, names, told):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    arrive(studio.window, data)
    assert told in studio.window.notices.texts[-1]


def test_models_dropped_anywhere_join_the_library(studio, tmp_path, monkeypatch):
    brought = []
    monkeypatch.setattr(studio.window.library.widget, "bring", brought.extend)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "chair.glb"))])
    arrive(studio.window, data)
    assert brought == [tmp_path / "chair.glb"]
    assert studio.window.panes.is_open(studio.window.library)
