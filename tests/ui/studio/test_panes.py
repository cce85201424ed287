"""Panels beside the storyboard: where there is little room one a side is open."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ui.studio.application import Studio
from ui.studio.panes import NARROW, TIGHT
from ui.studio.preferences import Preferences


def open_panels(window) -> set[str]:
    panels = {"outline": window.outline, "library": window.library, "inspector": window.inspector,
              "crew": window.crew.pane, "jobs": window.jobs}  # fmt: skip
    return {name for name, panel in panels.items() if panel.isVisible()}


def test_a_panel_takes_the_place_of_its_neighbour_and_gives_it_back(studio):
    window = studio.window
    window.toggle_jobs()
    assert open_panels(window) == {"outline", "jobs"}
    window.crew.toggle()
    assert open_panels(window) == {"outline", "crew"}
    window.crew.toggle()
    window.toggle_jobs()
    assert open_panels(window) == {"outline", "inspector"}


def test_where_there_is_room_all_stand_beside_each_other(studio):
    window = studio.window
    window.toggle_jobs()
    window.resize(NARROW + 200, 800)
    assert open_panels(window) == {"outline", "inspector", "jobs"}
    window.resize(NARROW - 200, 800)
    assert open_panels(window) == {"outline", "jobs"}


def test_in_a_small_window_one_panel_is_open_and_tools_are_without_words(studio):
    window = studio.window
    window.resize(TIGHT - 60, 640)
    assert [p for p in (window.outline, window.inspector) if window.panes.is_open(p)] == [window.inspector]
    window.panes.set_open(window.outline, True)
    assert not window.panes.is_open(window.inspector)
    assert window.toolbar.notes.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    window.resize(1280, 720)
    assert window.panes.is_open(window.outline)
    assert window.panes.is_open(window.inspector)
    assert window.toolbar.notes.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_the_keys_go_back_to_the_view_when_their_panel_is_closed(studio):
    window = studio.window
    window.activateWindow()
    window.toggle_jobs()
    next(b for b in window.jobs.findChildren(QPushButton) if b.isVisible()).setFocus()
    window.toggle_jobs()
    assert window.board.hasFocus()


def test_every_view_remembers_its_picture(studio):
    window = studio.window
    window.set_view("strip")
    assert window.panes.picture.isVisible()
    window.set_view("cast")
    assert not window.panes.picture.isVisible()
    window.actions_["picture"].trigger()
    assert window.panes.picture.height() > window.panes.centre.height() / 3, "and has room when it is opened"
    window.set_view("grid")
    assert not window.panes.picture.isVisible()
    window.set_view("cast")
    assert window.panes.picture.isVisible()


def test_a_picture_drawn_to_another_height_keeps_it(studio):
    panes = studio.window.panes
    panes.show_picture(True)
    handle = panes.centre.handle(1)
    start = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, 60))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    drawn = panes.centre.sizes()
    panes.show_picture(False)
    panes.show_picture(True)
    assert panes.centre.sizes() == drawn


def test_the_screenplay_follows_a_theme_chosen_while_it_was_hidden(studio):
    window = studio.window
    window.set_view("screenplay")
    window.set_view("grid")
    before = window.screenplay.document().firstBlock().next().charFormat().foreground().color()
    window.set_theme("light")
    window.set_view("screenplay")
    after = window.screenplay.document().firstBlock().next().charFormat().foreground().color()
    window.set_theme("dark")
    assert before != after


def test_the_strip_that_is_there_at_the_start_gives_the_picture_its_room(loop, run, engine, folder, tmp_path):
    preferences = Preferences(file=tmp_path / "p.json", folder=str(tmp_path / "films"), view="strip")
    studio = Studio(engine, preferences)
    studio.window.resize(1280, 720)
    studio.window.show()
    studio.window.films.open_folder(folder)
    before = studio.window.panes.centre.sizes()
    studio.window.set_view("grid")
    studio.window.set_view("strip")
    assert studio.window.panes.centre.sizes() == before
    run(studio.shut_down())
    studio.window.hide()
