"""Opening, saving, recovering, closing: nothing is lost and nothing is modal."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QApplication, QPushButton

from app.edits import SetField
from app.errors import ShotwrightError
from app.project import Project, load_film
from app.session import Session
from ui.studio.application import Studio
from ui.studio.backups import BackupSheet
from ui.studio.preferences import Preferences


def rename(studio, text="Another title"):
    studio.workspace.apply(SetField(target="film", field="title", value=text))


def test_a_change_marks_the_window_and_saving_clears_it(studio, folder):
    assert not studio.window.isWindowModified()
    rename(studio)
    assert studio.window.isWindowModified()
    studio.window.films.save()
    assert not studio.window.isWindowModified()
    assert load_film(folder / "film.json").title == "Another title"


def test_undoing_all_changes_is_as_good_as_saved(studio):
    rename(studio)
    studio.workspace.undo()
    assert not studio.window.isWindowModified()


def test_a_project_of_a_newer_version_is_refused_in_words(empty_studio, folder):
    file = folder / "film.json"
    data = json.loads(file.read_text())
    data["format"] = 99
    file.write_text(json.dumps(data))
    empty_studio.window.films.open_folder(folder)
    assert empty_studio.workspace.film is None
    assert any("newer" in t for t in empty_studio.window.notices.texts)


def test_a_missing_project_is_told_and_the_open_one_stays(studio, tmp_path):
    studio.window.films.open_folder(tmp_path / "nothing")
    assert studio.workspace.film is not None
    assert any("no project" in t for t in studio.window.notices.texts)


def test_saving_as_copies_the_pictures_and_goes_on_there(studio, folder, tmp_path):
    rename(studio)
    studio.window.films.save_to(tmp_path / "copy")
    assert studio.workspace.project.folder == tmp_path / "copy"
    assert (tmp_path / "copy" / "takes" / "demo" / "key-0.jpg").exists()
    assert load_film(tmp_path / "copy" / "film.json").title == "Another title"
    assert load_film(folder / "film.json").title == "The right words"
    rename(studio, "Third")
    studio.window.films.save()
    assert load_film(tmp_path / "copy" / "film.json").title == "Third"


def test_closing_with_changes_asks_in_the_window(studio, folder):
    rename(studio)
    left = []
    studio.window.leaving.connect(lambda: left.append(True))
    studio.window.close()
    assert not left
    assert "Another title" in studio.window.bar.question()
    studio.window.bar.answer("Cancel")
    assert not left
    studio.window.close()
    studio.window.bar.answer("Save")
    assert left
    assert load_film(folder / "film.json").title == "Another title"


def test_discarded_changes_are_not_offered_again(studio, folder):
    rename(studio)
    studio.window.close()
    studio.window.bar.answer("Discard changes")
    project, film = Project.open(folder)
    assert film.title == "The right words"
    assert project.recovery() is None
    project.close()


def test_changes_of_a_session_that_died_are_offered_and_brought_back(empty_studio, folder, run):
    project, film = Project.open(folder)
    project.save(film)
    edit = SetField(target="film", field="title", value="From the journal")
    edit.apply(film)
    project.record(edit)
    project.close()
    empty_studio.window.films.open_folder(folder)
    assert empty_studio.workspace.film.title == "The right words"
    assert "one change" in empty_studio.window.bar.question()
    empty_studio.window.bar.answer("Bring back")
    assert empty_studio.workspace.film.title == "From the journal"
    rename(empty_studio, "And on")
    assert empty_studio.workspace.film.title == "And on"


def test_changes_that_are_declined_go_to_the_backups(empty_studio, folder):
    project, film = Project.open(folder)
    project.save(film)
    project.record(SetField(target="film", field="title", value="x"))
    project.close()
    empty_studio.window.films.open_folder(folder)
    empty_studio.window.bar.answer("Leave as saved")
    assert empty_studio.workspace.film.title == "The right words"
    assert list((folder / "backups").glob("journal-*.jsonl"))


def test_an_empty_film_can_be_made_and_filled(empty_studio, tmp_path):
    window = empty_studio.window
    window.new_film("empty")
    window.new_page.name.setText("Blank")
    window.new_page.begin()
    assert empty_studio.workspace.film.title == "Blank"
    window.actions_["add"].trigger()
    window.actions_["add"].trigger()
    assert len(list(empty_studio.workspace.film.shots())) == 2


def test_what_is_missing_on_the_new_film_page_is_said_there(empty_studio):
    window = empty_studio.window
    window.new_film("idea")
    window.new_page.begin()
    assert "idea" in window.new_page.problem.text()
    window.new_page.choose("script")
    window.new_page.file.setText("/nowhere/a.fountain")
    window.new_page.begin()
    assert "/nowhere/a.fountain" in window.new_page.problem.text()


def test_recent_films_are_remembered(studio, folder):
    again = Preferences.load(studio.preferences.file)
    assert again.recent == [str(folder)]


def test_damaged_preferences_give_the_defaults(tmp_path):
    file = tmp_path / "p.json"
    file.write_text("{not json")
    assert Preferences.load(file).theme == "dark"


def test_no_modal_window_was_ever_opened(studio):
    rename(studio)
    studio.window.close()
    assert QApplication.activeModalWidget() is None


def test_going_back_to_an_earlier_version_is_one_step(studio, folder):
    rename(studio)
    studio.window.films.save()
    studio.window.actions_["backups"].trigger()
    sheet = studio.window.findChild(BackupSheet)
    next(b for b in sheet.findChildren(QPushButton) if b.text() == "Go back to this").click()
    assert studio.workspace.film.title == "The right words"
    studio.workspace.undo()
    assert studio.workspace.film.title == "Another title"


def test_the_film_saves_itself_and_says_once_when_it_cannot(studio, folder, monkeypatch):
    rename(studio)
    studio.window.autosave.save()
    assert load_film(folder / "film.json").title == "Another title"
    rename(studio, "Third")

    def full(film):
        raise ShotwrightError("disk", "the disk is full")

    monkeypatch.setattr(studio.workspace.project, "save", full)
    studio.window.autosave.save()
    studio.window.autosave.save()
    assert [t for t in studio.window.notices.texts if "full" in t] == ["The disk is full"]


def test_the_end_of_the_system_saves_without_asking(studio, folder):
    left = []
    studio.window.leaving.connect(lambda: left.append(True))
    rename(studio)
    studio.window.end()
    assert left
    assert load_film(folder / "film.json").title == "Another title"


def test_safe_mode_brings_nothing_back_and_leaves_own_settings_alone(loop, run, engine, folder, tmp_path):
    project, film = Project.open(folder)
    Session(film, project).apply(SetField(target="film", field="title", value="Lost?"))
    project.close()
    studio = Studio(engine, Preferences(file=tmp_path / "preferences.json", safe=True))
    studio.window.films.open_folder(folder)
    assert studio.workspace.film.title == "The right words"
    assert studio.window.bar.question() == ""
    assert list((folder / "backups").glob("journal-*.jsonl"))
    studio.window.remember()
    assert not (tmp_path / "preferences.json").exists()
    run(studio.shut_down())
