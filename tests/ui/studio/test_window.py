"""Actions, keys, views, palette, player: the window as a whole."""

from __future__ import annotations

import asyncio
import importlib

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QToolButton,
)

from tests.ui.studio.conftest import until
from ui.studio.actions import ACTS
from ui.studio.elsewhere import LIBRARY
from ui.studio.finding import entries, rank
from ui.studio.help.window import HelpWindow
from ui.studio.palette import ENTRY, CommandPalette, KeySheet
from ui.studio.settings.dialog import SettingsDialog
from ui.studio.storyboard.model import Role


def order(studio) -> list[str]:
    return [s.id for s in studio.workspace.film.shots()]


def test_no_two_actions_share_keys():
    keys = [k for act in ACTS for k in act.keys]
    assert len(keys) == len(set(keys))


def test_delete_is_undone_by_one_step(studio):
    before = order(studio)
    studio.workspace.select("shot-2", ["shot-2", "shot-3", "shot-6"])
    studio.window.actions_["delete"].trigger()
    assert order(studio) == [s for s in before if s not in ("shot-2", "shot-3")], "the locked shot stays"
    assert studio.workspace.current == "shot-7" or studio.workspace.current in order(studio)
    studio.workspace.undo()
    assert order(studio) == before


def test_duplicates_stand_behind_and_have_ids_of_their_own(studio):
    studio.workspace.select("shot-5")
    studio.window.actions_["duplicate"].trigger()
    after = order(studio)
    copy = after[after.index("shot-5") + 1]
    film = studio.workspace.film
    assert film.shot(copy).lines[0].text == film.shot("shot-5").lines[0].text
    assert not {b.id for b in film.shot(copy).beats} & {b.id for b in film.shot("shot-5").beats}
    action = film.shot(copy).beats[1]
    assert action.during == film.shot(copy).beats[0].id
    assert film.shot(copy).take is not None


@pytest.mark.parametrize(("step", "key", "expected"), [(1, "move_on", "scene-2"), (-1, "move_back", "scene-1")])
def test_moving_over_the_end_of_a_scene_goes_into_the_next(studio, step, key, expected):
    shot = "shot-8" if step > 0 else "shot-9"
    studio.workspace.select(shot)
    studio.window.actions_[key].trigger()
    assert studio.workspace.film.scene_of(shot).id == expected
    assert order(studio) == [f"shot-{n}" for n in range(1, 13)]


def test_keys_move_and_select_on_the_board(studio):
    board = studio.window.board
    board.setFocus()
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert studio.workspace.current == "shot-2"
    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert studio.workspace.selection == ["shot-2", "shot-3"]
    QTest.keyClick(board, Qt.Key.Key_End)
    assert studio.workspace.current == "shot-12"


def test_a_click_selects_and_a_heading_collapses_its_scene(studio):
    board = studio.window.board
    rect = board.visualRect(board.model().index(4))
    QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert studio.workspace.current == "shot-5"
    heading = board._places.headings[0][1]
    QTest.mouseClick(
        board.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(heading.x) + 8, round(heading.y) + 16)
    )
    assert board.isIndexHidden(board.model().index(0))
    assert board.model().index(0).data(Role.SHOT) == "shot-1"


def test_choosing_a_scene_or_a_person_selects_their_shots(studio):
    outline = studio.window.outline
    outline.scenes.setFocus()
    outline.scenes.setCurrentItem(outline.scenes.topLevelItem(1))
    assert studio.workspace.selection == ["shot-9", "shot-10", "shot-11", "shot-12"]
    outline.cast.setFocus()
    outline.cast.setCurrentItem(outline.cast.topLevelItem(2))
    assert studio.workspace.selection == ["shot-10", "shot-12"]


@pytest.mark.parametrize("view", ["grid", "strip", "timeline"])
@pytest.mark.parametrize("name", ["dark", "light"])
def test_every_view_paints_in_both_themes(studio, view, name, run):
    studio.window.set_theme(name)
    studio.window.set_view(view)
    run(asyncio.sleep(0.05))
    image = studio.window.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert len(colours) > 40


def test_stretching_a_shot_in_the_timeline_is_one_step(studio):
    studio.window.set_view("timeline")
    body = studio.window.timeline.body
    y = 100
    x = round(body.x(40))
    QTest.mousePress(body, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    for more in (10, 20, 30):
        QTest.mouseMove(body, QPoint(x + more, y))
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, pos=QPoint(x + 30, y))
    assert studio.workspace.film.shot("shot-1").length == 40 + round(30 / body.scale)
    studio.workspace.undo()
    assert studio.workspace.film.shot("shot-1").length == 40


def test_the_palette_finds_and_runs_a_command(studio):
    window = studio.window
    studio.workspace.select("shot-2")
    window.sheets.palette(window.actions_)
    palette = window.findChild(CommandPalette)
    QTest.keyClicks(palette.field, "omit")
    assert palette.list.item(0).text().startswith("Omit from the film")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert studio.workspace.film.shot("shot-2").omitted


def test_the_palette_forgives_typing_errors(studio):
    found = entries(studio.window.actions_, studio.workspace)
    assert rank("duplcate", found)[0].text == "Duplicate"
    assert all(e.action is not None for e in rank("", found))
    assert rank("zzqqxx", found) == []


def test_the_palette_finds_the_library_settings_and_help(studio):
    importlib.import_module(LIBRARY)
    window = studio.window
    for typed, kind in (("waving", "Library: Acting"), ("render engine", "Settings"), ("floor plan", "Help")):
        window.actions_["palette"].trigger()
        palette = window.findChild(CommandPalette)
        QTest.keyClicks(palette.field, typed)
        found = [palette.list.item(n).data(ENTRY) for n in range(palette.list.count())]
        entry = next(each for each in found if each.detail == kind)
        palette.close_sheet()
        entry.run()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.library.widget.chosen.name == "Waving"
    assert window.findChild(SettingsDialog).list.currentItem().text() == "Rendering"
    assert window.findChild(HelpWindow) is not None


def test_the_palette_finds_shots_people_and_places(studio):
    found = entries(studio.window.actions_, studio.workspace)
    rank("sold the house", found)[0].run()
    assert studio.workspace.current == "shot-8"
    next(e for e in rank("ines", found) if e.icon == "character").run()
    assert studio.workspace.selection == ["shot-10", "shot-12"]
    next(e for e in rank("roadside", found) if e.icon == "scene").run()
    assert studio.workspace.selection == ["shot-9", "shot-10", "shot-11", "shot-12"]


def test_the_key_sheet_names_every_key(studio):
    studio.window.actions_["keys"].trigger()
    sheet = studio.window.findChild(KeySheet)
    from PySide6.QtWidgets import QLabel

    texts = {each.text() for each in sheet.findChildren(QLabel)}
    assert {"Regenerate", "Ctrl+R", "Lock or unlock", "L"} <= texts


def test_stills_play_in_time_and_select_the_shot_they_stop_at(studio, run):
    player = studio.window.player
    player.seek(60)
    assert studio.workspace.current == "shot-2"
    player.play()
    assert player.playing
    run(until(lambda: player.frame > 62))
    player.pause()
    assert not player.playing


def test_the_cut_leaves_out_omitted_shots(studio):
    running = studio.window.player.running
    assert running.of("shot-11") is None
    assert running.length == studio.workspace.film.length
    assert running.at(running.length + 100).shot == "shot-12"


def test_everything_a_person_can_use_has_a_name(studio):
    for kind in (QAbstractButton, QApplication, QComboBox, QPlainTextEdit, QSpinBox, QSlider, QLineEdit):
        for widget in studio.window.findChildren(kind):
            inner = widget.objectName().startswith("qt_")
            text = widget.text() if isinstance(widget, QAbstractButton) else ""
            named = widget.accessibleName() or text or inner
            assert named, f"{type(widget).__name__} in {type(widget.parent()).__name__} has no name"


def test_no_text_is_clipped_at_the_smallest_size_that_is_promised(studio, run):
    studio.window.resize(1280, 720)
    studio.workspace.select("shot-3")
    run(asyncio.sleep(0.05))
    for button in studio.window.findChildren(QAbstractButton):
        icon_only = (
            isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        if button.isVisible() and not icon_only:
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.text()
    tabs = studio.window.inspector.tabs
    for name in range(tabs.count()):
        assert tabs.tabRect(name).right() <= tabs.width()


def test_tips_of_tools_name_their_keys_as_they_are_now(studio):
    actions = studio.window.actions_
    assert actions["duplicate"].toolTip() == "Duplicate (D)"
    actions.use_keys({"duplicate": ["Ctrl+J"], "omit": []})
    assert actions["duplicate"].toolTip() == "Duplicate (Ctrl+J)"
    assert actions["omit"].toolTip() == "Omit from the film"
