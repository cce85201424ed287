"""Cut, paste, split, merge, give: by action, by drop, each one step that undo takes back."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.document import Character, Film, Line, Remark, Scene, Shot
from app.edits import SetField, SetRemark
from app.project import Project
from ui.studio import clipboard, commands
from ui.studio.storyboard.card import camera_text
from ui.studio.storyboard.model import ASSET


def order(studio) -> list[str]:
    return [s.id for s in studio.workspace.film.shots()]


def act(studio, name: str) -> None:
    studio.window.actions_[name].trigger()


def test_cut_and_paste_moves_shots_to_another_scene_in_two_steps(studio):
    before = order(studio)
    studio.workspace.select("shot-2", ["shot-2", "shot-4"])
    act(studio, "cut")
    assert order(studio) == [s for s in before if s not in ("shot-2", "shot-4")]
    studio.workspace.select("shot-9")
    act(studio, "paste")
    film = studio.workspace.film
    pasted = studio.workspace.selection
    assert [film.shot(s).lines[0].text for s in pasted] == [
        "You said you would be here at eight.",
        "Outside this door?",
    ]
    assert {film.scene_of(s).id for s in pasted} == {"scene-2"}
    assert film.shot(pasted[0]).take is not None, "takes come along"
    studio.workspace.undo()
    studio.workspace.undo()
    assert order(studio) == before


def test_locked_shots_are_copied_but_not_cut(studio):
    studio.workspace.select("shot-6")
    act(studio, "cut")
    assert "shot-6" in order(studio)
    assert len(clipboard.held().shots) == 1


def test_copied_shots_are_text_for_other_programs(studio):
    studio.workspace.select("shot-2")
    act(studio, "copy")
    assert QApplication.clipboard().text() == (
        "Shot 2, Medium Shot, 2 s 9 f. Mia: You said you would be here at eight."
    )


def test_pasting_into_another_film_brings_people_pictures_and_lengths(studio, tmp_path):
    studio.workspace.select("shot-3")
    act(studio, "copy")
    other = tmp_path / "other"
    tom = Character(id="mia", name="Somebody else")
    Project.create(other, Film(title="Other", fps="24", characters=[tom], scenes=[Scene(shots=[Shot()])])).close()
    studio.window.films.open_folder(other)
    act(studio, "paste")
    film = studio.workspace.film
    shot = film.shot(studio.workspace.current)
    assert [c.name for c in film.characters] == ["Somebody else", "Tom"]
    assert film.character(shot.lines[0].speaker).name == "Tom"
    assert shot.take is not None
    assert studio.workspace.file(shot.take.keyframes[0].file).exists()
    studio.workspace.undo()
    assert [c.name for c in film.characters] == ["Somebody else"]
    assert len(order(studio)) == 1


def test_a_film_of_another_rate_keeps_the_time_of_what_is_pasted(studio, tmp_path):
    studio.workspace.select("shot-1")
    act(studio, "copy")
    other = tmp_path / "other"
    Project.create(other, Film(title="Other", fps="48", scenes=[Scene(shots=[Shot()])])).close()
    studio.window.films.open_folder(other)
    act(studio, "paste")
    assert studio.workspace.shot.length == 80
    assert studio.workspace.shot.beats[0].frames == 80


def test_only_guidance_or_only_lines_can_be_pasted(studio):
    film = studio.workspace.film
    studio.workspace.select("shot-2")
    act(studio, "copy")
    studio.workspace.select("shot-4", ["shot-3", "shot-4", "shot-6"])
    light = film.shot("shot-3").guidance.lighting
    studio.workspace.apply(SetField(target="shot-2", field="guidance.lighting", value="changed since"))
    act(studio, "paste_guidance")
    assert film.shot("shot-4").guidance.character == film.shot("shot-2").guidance.character
    assert film.shot("shot-3").guidance.lighting == light, "lighting of shot 3 is locked"
    assert film.shot("shot-4").lines[0].text == "Outside this door?"
    act(studio, "paste_beats")
    assert film.shot("shot-4").lines[0].text == film.shot("shot-2").lines[0].text
    assert film.shot("shot-4").lines[0].id != film.shot("shot-2").lines[0].id
    assert film.shot("shot-6").lines[0].text == "Then use the wrong ones.", "a locked shot stays as it is"
    studio.workspace.undo()
    assert film.shot("shot-4").lines[0].text == "Outside this door?"


def test_damaged_shots_on_the_clipboard_count_as_nothing(studio):
    data = QMimeData()
    data.setData(clipboard.MIME, b'{"film": 3}')
    QApplication.clipboard().setMimeData(data)
    before = order(studio)
    act(studio, "paste")
    assert order(studio) == before


def test_a_shot_is_split_at_the_playhead_and_merged_again(studio):
    film = studio.workspace.film
    player = studio.window.player
    player.seek(player.running.of("shot-2").start + 20)
    studio.workspace.select("shot-2")
    player.seek(player.running.of("shot-2").start + 20)
    length = film.shot("shot-2").length
    act(studio, "split")
    assert film.shot("shot-2").length == 20
    second = order(studio)[2]
    assert film.shot(second).length == length - 20
    studio.workspace.select("shot-2", ["shot-2", second])
    act(studio, "merge")
    assert film.shot("shot-2").length == length
    assert film.shot("shot-2").lines[0].words is None
    studio.workspace.undo()
    studio.workspace.undo()
    assert order(studio) == [f"shot-{n}" for n in range(1, 13)]


def test_a_locked_shot_is_not_split_and_the_reason_is_told(studio):
    studio.workspace.select("shot-6")
    errors = []
    studio.workspace.failed.connect(errors.append)
    act(studio, "split")
    assert "locked" in errors[0].what


def test_a_scene_begins_at_the_current_shot_and_is_joined_again(studio):
    film = studio.workspace.film
    studio.workspace.select("shot-4")
    act(studio, "begin_scene")
    assert [scene.shots[0].id for scene in film.scenes] == ["shot-1", "shot-4", "shot-9"]
    assert film.scenes[1].place == film.scenes[0].place
    act(studio, "begin_scene")
    assert [s.id for s in film.scenes] == ["scene-1", "scene-2"]
    assert order(studio) == [f"shot-{n}" for n in range(1, 13)]


def test_keys_go_from_scene_to_scene(studio):
    studio.workspace.select("shot-5")
    act(studio, "scene_back")
    assert studio.workspace.current == "shot-1"
    act(studio, "scene_on")
    assert studio.workspace.current == "shot-9"


def test_a_scene_is_renamed_in_its_heading(studio):
    board = studio.window.board
    studio.workspace.select("shot-10")
    act(studio, "rename_scene")
    editor = board._naming
    editor.selectAll()
    QTest.keyClicks(editor, "By the sea")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert studio.workspace.film.scenes[1].heading == "By the sea"
    act(studio, "rename_scene")
    QTest.keyClicks(board._naming, "x")
    QTest.keyClick(board._naming, Qt.Key.Key_Escape)
    assert studio.workspace.film.scenes[1].heading == "By the sea"
    studio.workspace.undo()
    assert studio.workspace.film.scenes[1].heading == "Roadside, dusk"


def asset(kind: str, name: str) -> QMimeData:
    data = QMimeData()
    data.setData(ASSET, json.dumps({"kind": kind, "name": name}).encode())
    return data


def drop(board, point: QPoint, data: QMimeData) -> None:
    """A drag from outside onto a point of the storyboard."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    at = QPointF(point)
    board.dragEnterEvent(QDragEnterEvent(at, action, data, buttons, keys))
    board.dragMoveEvent(QDragMoveEvent(at, action, data, buttons, keys))
    board.dropEvent(QDropEvent(at, action, data, buttons, keys))


def test_a_mood_dropped_on_a_selected_card_goes_to_all_selected_ones(studio):
    film, board = studio.workspace.film, studio.window.board
    studio.workspace.select("shot-1", ["shot-1", "shot-2", "shot-3"])
    drop(board, board.visualRect(board.model().index(0)).center(), asset("mood", "night"))
    assert "Night light" in film.shot("shot-1").guidance.lighting
    assert "Night light" in film.shot("shot-2").guidance.lighting
    assert "Night light" not in film.shot("shot-3").guidance.lighting, "its lighting is locked"
    studio.workspace.undo()
    assert "Night" not in film.shot("shot-1").guidance.lighting + film.shot("shot-2").guidance.lighting


def test_a_drop_on_another_card_goes_to_that_one_alone(studio):
    film, board = studio.workspace.film, studio.window.board
    studio.workspace.select("shot-1")
    drop(board, board.visualRect(board.model().index(1)).center(), asset("shot", "Close-up"))
    assert film.shot("shot-2").shot_type == "Close-up"
    assert film.shot("shot-1").shot_type == "Long Shot"


def test_a_mood_dropped_on_a_heading_is_the_scenes(studio):
    board = studio.window.board
    box = board._places.headings[0][1]
    drop(board, QPoint(round(box.x) + 80, round(box.y) + 16), asset("mood", "night"))
    assert studio.workspace.film.scenes[0].mood == "night"


def test_what_is_not_known_is_refused_and_nothing_changes(studio):
    board = studio.window.board
    before = studio.workspace.film.model_dump()
    drop(board, board.visualRect(board.model().index(1)).center(), asset("mood", "purple rain"))
    assert studio.workspace.film.model_dump() == before


def test_the_menu_of_a_card_gives_a_mood(studio):
    studio.workspace.select("shot-1", ["shot-1", "shot-2"])
    menu = studio.window.editing.menu(studio.window, studio.window.actions_)
    light = next(a for a in menu.actions() if a.text() == "Light").menu()
    next(a for a in light.actions() if a.text() == "Golden hour").trigger()
    assert all("Golden hour" in studio.workspace.film.shot(s).guidance.lighting for s in ("shot-1", "shot-2"))


def test_one_key_goes_round_the_three_views(studio):
    window = studio.window
    window.board.setFocus()
    seen = []
    for _ in range(3):
        act(studio, "next_view")
        seen.append(window.preferences.view)
    assert seen == ["strip", "timeline", "grid"]


def test_words_on_the_cards_can_be_switched_off(studio):
    board = studio.window.board
    tall = board.visualRect(board.model().index(0)).height()
    act(studio, "captions")
    assert board.visualRect(board.model().index(0)).height() < tall - 30
    assert not studio.window.preferences.words


@pytest.mark.parametrize(
    ("program", "shot_type", "text"),
    [
        ('medium_shot(stage, "Mia", lens=35)\npush_in(stage, amount=0.2)', "Medium Shot", "35 mm, push in"),
        ("", "Close-up", "75 mm"),
        ("broken(", "Long Shot", "35 mm"),
        ("", "Something of its own", ""),
    ],
)
def test_a_card_says_lens_and_moves(program, shot_type, text):
    assert camera_text(program, shot_type) == text


def test_a_card_shows_the_note_that_waits_and_then_its_answer(studio):
    def feedback():
        return studio.window.model.card("shot-2").feedback

    remark = Remark(id="r", text="closer", state="proposed")
    assert feedback() is None
    studio.workspace.apply(SetRemark(shot="shot-2", id="r", remark=remark))
    assert feedback().text == "“closer”"
    take = studio.workspace.film.shot("shot-2").active_take
    answer = remark.model_copy(update={"state": "answered", "answer": take, "met": True, "verdict": "Fills 60 %"})
    studio.workspace.apply(SetRemark(shot="shot-2", id="r", remark=answer))
    assert (feedback().text, feedback().tone) == ("Fills 60 %", "good")


def test_lines_of_a_pasted_shot_belong_to_people_of_the_film(studio):
    studio.workspace.select("shot-5")
    act(studio, "copy")
    act(studio, "paste")
    shot = studio.workspace.shot
    assert isinstance(shot.beats[0], Line)
    assert shot.beats[1].during == shot.beats[0].id
    assert shot.take.speech[0].beat == shot.beats[0].id


def test_new_shots_are_named_after_the_one_before_them(studio):
    workspace = studio.workspace
    for n, shot in enumerate(list(workspace.film.shots())):
        shot.label = f"1.{n + 1}"
    workspace.select("shot-2")
    commands.add_shot(workspace)
    assert workspace.shot.label == "1.2A"
    commands.add_shot(workspace, after=False)
    assert workspace.shot.label == "1.2B"
    workspace.select("shot-1")
    commands.add_shot(workspace, after=False)
    assert workspace.shot.label == "", "nothing is before the first shot"
