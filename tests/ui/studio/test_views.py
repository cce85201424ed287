"""Scenes, names, drops from outside, and what a screen reader gets."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.edits import MoveShots
from ui.studio.films import dropped


def test_a_scene_gets_another_light_place_and_name(studio):
    outline = studio.window.outline
    menu = outline.scene_menu(outline.scenes.topLevelItem(1))
    light = next(a for a in menu.actions() if a.text() == "Light").menu()
    next(a for a in light.actions() if a.text() == "Night").trigger()
    scene = studio.workspace.film.scenes[1]
    assert scene.mood == "night"
    item = outline.scenes.topLevelItem(1)
    item.setText(0, "Scene 2 · By the sea")
    QTest.qWait(1)
    assert scene.heading == "By the sea"
    studio.workspace.undo()
    studio.workspace.undo()
    assert (scene.mood, scene.heading) == ("golden hour", "Roadside, dusk")


def test_scenes_move_and_a_scene_with_a_locked_shot_stays(studio):
    from ui.studio import commands

    commands.move_scene(studio.workspace, "scene-2", -1)
    assert [s.id for s in studio.workspace.film.scenes] == ["scene-2", "scene-1"]
    assert not commands.delete_scene(studio.workspace, "scene-1")
    assert commands.delete_scene(studio.workspace, "scene-2")
    assert len(studio.workspace.film.scenes) == 1
    studio.workspace.undo()
    assert len(studio.workspace.film.scenes) == 2


def test_the_outline_follows_a_shot_that_goes_to_the_next_scene_without_changing_its_number(studio):
    tree, film = studio.window.outline.scenes, studio.workspace.film
    before = [tree.topLevelItem(n).childCount() for n in range(2)]
    last = film.scenes[0].shots[-1].id
    studio.workspace.apply(MoveShots(shots=[last], scene=film.scenes[1].id, index=0))
    assert [tree.topLevelItem(n).childCount() for n in range(2)] == [before[0] - 1, before[1] + 1]
    studio.workspace.undo()
    tree.topLevelItem(0).setExpanded(False)
    studio.workspace.apply(MoveShots(shots=[last], scene=film.scenes[1].id, index=0))
    assert not tree.topLevelItem(0).isExpanded()
    tree.topLevelItem(0).setExpanded(True)
    assert tree.topLevelItem(0).childCount() == before[0] - 1


def test_the_film_is_renamed_in_the_toolbar(studio):
    title = studio.window.toolbar.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Wrong words")
    studio.window.board.setFocus()
    assert studio.workspace.film.title == "Wrong words"
    studio.workspace.undo()
    assert title.text() == "The right words"


def test_scripts_and_projects_can_be_dropped_on_the_window(studio, tmp_path, folder):
    def data(path):
        made = QMimeData()
        made.setUrls([QUrl.fromLocalFile(str(path))])
        return made

    script = tmp_path / "a.fountain"
    script.write_text("INT. ROOM - DAY")
    assert dropped(data(script)) == script
    assert dropped(data(folder)) == folder
    assert dropped(data(tmp_path / "picture.png")) is None


def test_a_screen_reader_meets_a_list_of_named_shots(studio):
    board = QAccessible.queryAccessibleInterface(studio.window.board)
    assert board.role() == QAccessible.Role.List
    assert board.text(QAccessible.Text.Name) == "Storyboard"
    third = board.child(2)
    assert third.text(QAccessible.Text.Name).startswith("Shot 3, Close-up")
    assert "The road was closed" in third.text(QAccessible.Text.Description)
