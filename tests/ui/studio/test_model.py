"""The shots as a Qt model: what cards say, and how rows follow the film."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from app.edits import InsertShot, MoveShots, RemoveShot, SetField
from tests.support import demo
from ui.studio.storyboard.model import Role


def order(studio) -> list[str]:
    model = studio.window.model
    return [model.index(r).data(Role.SHOT) for r in range(model.rowCount())]


def card(studio, shot: str):
    return studio.window.model.card(shot)


def test_a_row_per_shot_in_film_order(studio):
    assert order(studio) == [s.id for s in studio.workspace.film.shots()]


def test_a_card_says_what_the_shot_is(studio):
    second = card(studio, "shot-2")
    assert (second.number, second.shot_type, second.speaker) == (2, "Medium Shot", "Mia")
    assert second.words == "You said you would be here at eight."
    assert second.length == "2 s 9 f"
    assert second.state.word == "Passed"
    assert second.takes == 2


def test_states_are_told_apart_by_word_and_icon(studio, engine):
    engine.stale["shot-1"] = ["the lighting guidance changed"]
    studio.workspace.apply(SetField(target="shot-1", field="notes", value="x"))
    states = {s: card(studio, s).state for s in ("shot-1", "shot-2", "shot-3", "shot-8", "shot-11")}
    assert [s.name for s in states.values()] == ["stale", "passed", "rejected", "empty", "omitted"]
    assert len({(s.word, s.icon) for s in states.values()}) == len(states)
    assert "lighting guidance changed" in states["shot-1"].why


def test_a_screen_reader_hears_number_locks_and_state(studio):
    model = studio.window.model
    text = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Shot 3, Close-up")
    assert "locked: lighting, camera" in text
    assert "rejected" in text


def test_only_cards_that_changed_are_told(studio):
    model = studio.window.model
    for row in range(model.rowCount()):
        model.index(row).data(Role.CARD)
    spy = QSignalSpy(model.dataChanged)
    studio.workspace.apply(SetField(target="shot-4", field="shot_type", value="Close-up"))
    assert [spy.at(n)[0].row() for n in range(spy.count())] == [3]


def test_rows_follow_moves_inserts_removals_and_undo(studio):
    model = studio.window.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = order(studio)
    studio.workspace.apply(MoveShots(shots=["shot-1", "shot-3"], scene="scene-2", index=1))
    assert order(studio) == [s.id for s in studio.workspace.film.shots()]
    assert card(studio, "shot-2").number == 1
    shot = demo.film().shot("shot-2").model_copy(update={"id": "new"})
    studio.workspace.apply(InsertShot(scene="scene-1", index=0, shot=shot))
    studio.workspace.apply(RemoveShot(shot="shot-5"))
    assert order(studio) == [s.id for s in studio.workspace.film.shots()]
    for _ in range(3):
        studio.workspace.undo()
    assert order(studio) == before
    assert tester is not None


def test_the_selection_goes_along_when_a_shot_moves(studio):
    studio.workspace.select("shot-2")
    studio.workspace.apply(MoveShots(shots=["shot-2"], scene="scene-2", index=0))
    board = studio.window.board
    assert [i.data(Role.SHOT) for i in board.selectionModel().selectedIndexes()] == ["shot-2"]


def test_dropping_several_shots_is_one_undo_step(studio):
    model = studio.window.model
    before = order(studio)
    data = model.mimeData([model.index(4), model.index(1)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 9, 0, QModelIndex())
    assert order(studio)[5:10] == ["shot-8", "shot-2", "shot-5", "shot-9", "shot-10"] or "shot-2" in order(studio)[6:9]
    assert studio.workspace.film.scene_of("shot-2").id == "scene-2"
    studio.workspace.undo()
    assert order(studio) == before


def test_a_drop_where_the_shot_stands_changes_nothing(studio):
    model = studio.window.model
    assert not model.move(["shot-2"], "scene-1", 1)
    assert not model.move(["shot-2"], "scene-1", 2)
    assert not studio.workspace.dirty


def test_a_new_film_resets_the_rows(studio, tmp_path):
    studio.workspace.create(tmp_path / "other", demo.film())
    assert len(order(studio)) == 12
    studio.workspace.close()
    assert order(studio) == []
