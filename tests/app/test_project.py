"""Projects on disk: whole files, one writer, recovery that is offered and never poisonous."""

from __future__ import annotations

import itertools
import json

import pytest

from app.document import FORMAT, Film, Scene, Shot
from app.edits import SetField
from app.errors import ShotwrightError
from app.project import FILM, Project, kept_backups
from app.session import Session


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "a film ü"


def started(folder) -> Session:
    film = Film(title="T", scenes=[Scene(id="a", shots=[Shot(id="s0"), Shot(id="s1")])])
    return Session(film, Project.create(folder, film))


def note(session: Session, text: str) -> None:
    session.apply(SetField(target="s0", field="notes", value=text))


def test_saved_and_opened_again_is_the_same(folder):
    session = started(folder)
    note(session, "héllo")
    assert session.dirty
    session.save()
    assert not session.dirty
    session.project.close()
    project, film = Project.open(folder)
    assert film == session.film
    assert project.recovery() is None
    project.close()


def test_edits_after_the_last_save_are_offered_and_come_back(folder):
    session = started(folder)
    session.save()
    note(session, "one")
    note(session, "two")
    session.undo()
    session.project.close()  # died without saving
    project, film = Project.open(folder)
    assert film.shot("s0").notes == ""
    assert project.recovery().edits == 3
    project.recover(film)
    assert film == session.film
    project.close()


def test_a_half_written_last_line_is_left_out(folder):
    session = started(folder)
    note(session, "whole")
    note(session, "torn")
    session.project.close()
    journal = folder / "journal.jsonl"
    journal.write_text(journal.read_text()[:-20])
    project, film = Project.open(folder)
    assert project.recover(film) == 1
    assert film.shot("s0").notes == "whole"
    project.close()


def test_a_recovery_that_fails_twice_is_set_aside(folder):
    session = started(folder)
    note(session, "x")
    note(session, "y")
    session.project.close()
    journal = folder / "journal.jsonl"
    lines = journal.read_text().splitlines()
    journal.write_text("\n".join([lines[0], "not an edit", lines[2]]) + "\n")
    for _ in range(2):
        project, film = Project.open(folder)
        assert project.recovery() is not None
        with pytest.raises(ShotwrightError, match="line 2"):
            project.recover(film)
        project.close()
    project, film = Project.open(folder)
    assert project.recovery() is None
    assert list((folder / "backups").glob("journal-*.jsonl"))
    note(Session(film, project), "works again")
    project.close()


def test_a_journal_of_another_film_is_not_applied(folder):
    session = started(folder)
    note(session, "x")
    session.project.close()
    data = json.loads((folder / FILM).read_text())
    data["title"] = "edited outside"
    (folder / FILM).write_text(json.dumps(data))
    project, _ = Project.open(folder)
    assert project.recovery() is None
    project.close()


def test_only_one_writer(folder):
    session = started(folder)
    with pytest.raises(ShotwrightError, match="open in another"):
        Project.open(folder)
    session.project.close()
    Project.open(folder)[0].close()


def test_a_newer_project_is_refused_and_left_alone(folder):
    started(folder).project.close()
    data = json.loads((folder / FILM).read_text())
    data["format"] = FORMAT + 1
    text = json.dumps(data)
    (folder / FILM).write_text(text)
    with pytest.raises(ShotwrightError, match="newer"):
        Project.open(folder)
    assert (folder / FILM).read_text() == text


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 1, "fps": 3, "nonsense": 1}'])
def test_a_damaged_project_names_the_file(folder, text):
    started(folder).project.close()
    (folder / FILM).write_text(text)
    with pytest.raises(ShotwrightError, match=r"film\.json"):
        Project.open(folder)


def test_backups_keep_the_ten_newest(folder):
    session = started(folder)
    for index in range(14):
        note(session, str(index))
        session.save()
    session.project.close()
    kept = sorted((folder / "backups").glob("film-*.json"))
    assert len(kept) == 10
    assert json.loads(kept[-1].read_text())["scenes"][0]["shots"][0]["notes"] == "12"


def test_a_full_disk_leaves_the_old_film_whole(folder, monkeypatch):
    session = started(folder)
    session.save()
    before = (folder / FILM).read_text()
    note(session, "x")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.files.os.fsync", full)
    with pytest.raises(ShotwrightError, match="disk is full"):
        session.save()
    monkeypatch.undo()
    assert (folder / FILM).read_text() == before
    assert not list(folder.glob(".film.json.*"))
    session.project.close()


def test_a_change_the_journal_cannot_take_is_taken_back(folder, monkeypatch):
    session = started(folder)
    note(session, "kept")
    seen = []
    session.changed.connect(seen.append)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.open", full)
    for change in (lambda: note(session, "lost"), session.undo):
        with pytest.raises(ShotwrightError, match="disk is full"):
            change()
    monkeypatch.undo()
    assert session.film.shot("s0").notes == "kept"
    assert seen == []
    session.undo()
    assert session.film.shot("s0").notes == ""
    session.project.close()


def test_there_is_no_project(tmp_path):
    with pytest.raises(ShotwrightError, match="no project"):
        Project.open(tmp_path)


def test_backups_thin_out_with_their_age():
    now = 1_000_000_000.0
    written = [now - 180 * n for n in range(2000)]  # every three minutes, for four days
    kept = kept_backups(written, now)
    assert set(range(10)) <= kept
    assert len(kept) < 10 + 25 + 6
    ages = sorted(now - written[n] for n in kept)
    assert ages[-1] > 3 * 86_400
    assert all(b - a <= 86_400 for a, b in itertools.pairwise(ages)), "no hole longer than a day"


def test_what_is_set_aside_is_told(folder):
    session = started(folder)
    note(session, "x")
    session.project.close()
    data = json.loads((folder / FILM).read_text())
    data["title"] = "edited outside"
    (folder / FILM).write_text(json.dumps(data))
    project, _ = Project.open(folder)
    assert project.recovery() is None
    assert project.set_aside.exists()
    project.close()
