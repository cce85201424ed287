"""Screenplay, scenes, names, drops from outside, and what a screen reader gets."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.document import Line
from ui.studio.films import dropped
from ui.studio.storyboard.screenplay import elements


def test_the_screenplay_holds_every_line_word_for_word(studio):
    film = studio.workspace.film
    said = [text for kind, text, _ in elements(film) if kind == "speech"]
    assert said == [b.text for s in film.shots(omitted=False) for b in s.beats if isinstance(b, Line)]


def test_the_screenplay_follows_a_rewritten_line_and_the_selection(studio):
    studio.window.set_view("screenplay")
    page = studio.window.screenplay
    assert "OUTSIDE THIS DOOR?" not in page.toPlainText()
    studio.workspace.select("shot-4")
    studio.window.inspector.show_page("dialogue")
    editor = studio.window.inspector.dialogue.editors["beat-3"]
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Here?")
    assert "Here?" in page.toPlainText()
    marked = {page.document().findBlockByNumber(n).userData().shot for n in page._marked}
    assert marked == {"shot-4"}


def test_a_line_cut_over_two_shots_is_written_once(studio):
    film = studio.workspace.film.model_copy(deep=True)
    line = film.shot("shot-2").beats[0]
    film.shot("shot-2").beats = [line.model_copy(update={"words": (0, 4), "line": "l"})]
    second = line.model_copy(update={"id": "b", "words": (4, 9), "line": "l"})
    film.shot("shot-3").beats = [second]
    assert [t for _, t, _ in elements(film)].count(line.text) == 1


def test_a_scene_gets_another_light_place_and_name(studio):
    outline = studio.window.outline
    menu = outline.scene_menu(outline.scenes.topLevelItem(1))
    light = next(a for a in menu.actions() if a.text() == "Light").menu()
    next(a for a in light.actions() if a.text() == "night").trigger()
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
