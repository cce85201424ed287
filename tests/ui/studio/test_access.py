"""Everything has a name, can be reached by the keyboard, and is read in full at the smallest size promised."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.studio.palette import Sheet

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QKeySequenceEdit, QLineEdit,
    QPlainTextEdit, QTextEdit,
)  # fmt: skip

Surface = Callable[[object], QWidget]


def view(name: str) -> Surface:
    def show(studio):
        studio.window.set_view(name)
        return studio.window

    return show


def page(name: str) -> Surface:
    def show(studio):
        studio.window.inspector.show_page(name)
        return studio.window

    return show


def action(name: str) -> Surface:
    def show(studio):
        studio.window.actions_[name].trigger()
        return studio.window

    return show


def settings(name: str) -> Surface:
    return lambda studio: studio.window.dialogs.settings(studio.window.actions_, name)


def new_film(name: str) -> Surface:
    def show(studio):
        studio.window.new_film(name)
        return studio.window

    return show


def closed(studio):
    studio.window.films.close()
    return studio.window


def jobs(studio):
    studio.production.regenerate(["shot-8"])
    studio.window.toggle_jobs()
    return studio.window


def library(kind: str) -> Surface:
    def show(studio):
        studio.window.show_library(True)
        studio.window.library.widget.show_kind(kind)
        return studio.window

    return show


def cast(tab: str) -> Surface:
    def show(studio):
        studio.window.set_view("cast")
        studio.window.cast.widget.tabs.chosen.emit(tab)
        return studio.window

    return show


def crew(page: str) -> Surface:
    def show(studio):
        studio.window.panes.set_open(studio.window.crew.pane, True)
        studio.window.crew.panel.show_page(page)
        return studio.window

    return show


def export(format: str) -> Surface:
    def show(studio):
        studio.workspace.select("shot-2", ["shot-2", "shot-3"])
        return studio.window.exporting.ask(format)

    return show


SURFACES: dict[str, Surface] = {
    **{f"view {name}": view(name) for name in ("grid", "strip", "timeline", "screenplay", "plan")},
    **{f"cast {name}": cast(name) for name in ("look", "voice", "profile")},
    **{f"export {name}": export(name) for name in ("mp4", "pdf", "otio", "zip")},
    **{f"inspector {name}": page(name) for name in ("guidance", "dialogue", "review", "takes")},
    **{f"settings {name}": settings(name) for name in ("models", "budget", "voices", "machine", "keys", "appearance")},
    **{f"sheet {name}": action(name) for name in ("keys", "palette", "backups", "reports")},
    **{f"library {name}": library(name) for name in ("place", "character", "learned")},
    "jobs": jobs,
    **{f"crew {name}": crew(name) for name in ("feed", "casting")},
    "help": lambda studio: studio.window.dialogs.help(studio.window.actions_),
    "about": lambda studio: studio.window.dialogs.about(),
    **{f"new film from {name}": new_film(name) for name in ("idea", "script", "empty")},
    "first page": closed,
}


def within(widget: QWidget, kinds: type | tuple[type, ...]) -> list[QWidget]:
    return [w for w in widget.findChildren(QWidget) if isinstance(w, kinds) and w.isVisibleTo(widget)]


def where(widget: QWidget) -> str:
    names = []
    while widget is not None:
        names.append(type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(names[:5])


def nameless(surface: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    found = []
    for widget in within(surface, CONTROLS):
        own = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        part = isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox, QKeySequenceEdit, QAbstractItemView))
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (own or part or text or widget.accessibleName()):
            found.append(where(widget))
    return found


def clipped(surface: QWidget) -> list[str]:
    """Texts that do not fit into their place."""
    found = []
    for widget in within(surface, (QAbstractButton, QLabel)):
        text = widget.text()
        if not text or (isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.RichText):
            continue
        icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() == icon_only:
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.height() + 1 < widget.heightForWidth(widget.width()):
                found.append(f"{text!r} needs {widget.heightForWidth(widget.width())} of {widget.height()} px height")
        elif widget.width() < widget.fontMetrics().horizontalAdvance(text.replace("&", "")):
            found.append(f"{text!r} in {where(widget)}")
        elif widget.height() < widget.fontMetrics().height():
            found.append(f"{text!r} is lower than its letters in {where(widget)}")
    return found


def taken_by_the_wheel(surface: QWidget) -> list[str]:
    """Fields that a wheel meant for the page around them would change."""
    found = []
    for area in within(surface, QScrollArea):
        for field in within(area, (QComboBox, QAbstractSpinBox, QAbstractSlider)):
            if isinstance(field, QScrollBar) or field.hasFocus():
                continue
            before = value_of(field)
            for way in (-120, 120):
                middle = QPointF(field.rect().center())
                turn = QWheelEvent(
                    middle, field.mapToGlobal(middle), QPoint(), QPoint(0, way), Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
                )  # fmt: skip
                QApplication.sendEvent(field, turn)
                if value_of(field) != before or field.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    found.append(f"{field.accessibleName()} in {where(field)}")
    return found


def value_of(field: QWidget) -> object:
    return field.currentIndex() if isinstance(field, QComboBox) else field.value()


def test_everything_has_a_name_and_is_read_in_full_at_the_smallest_size(studio, run):
    studio.window.resize(1280, 720)
    for name, show in SURFACES.items():
        surface = show(studio)
        run(asyncio.sleep(0.02))
        assert not nameless(surface), name
        assert not clipped(surface), name
        assert not taken_by_the_wheel(surface), name
        if surface is not studio.window:
            surface.close()
        for sheet in studio.window.findChildren(Sheet):
            sheet.close_sheet()


def test_every_panel_is_reached_by_going_from_field_to_field(studio, run):
    """Backwards, since Tab on the storyboard goes to its next view."""
    window = studio.window
    window.activateWindow()
    window.board.setFocus()
    run(asyncio.sleep(0.02))
    visited: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        visited.append(QApplication.focusWidget())
        if visited[-1] is window.board:
            break
    assert visited[-1] is window.board, "it goes round"
    for panel in (window.outline, window.inspector, window.player, window.toolbar):
        assert any(panel.isAncestorOf(w) for w in visited), type(panel).__name__


@pytest.mark.parametrize(
    ("name", "panel"), [("go_outline", "outline"), ("go_inspector", "inspector"), ("go_player", "player")]
)
def test_panels_are_gone_to_by_key(studio, run, name, panel):
    studio.window.activateWindow()
    studio.window.actions_[name].trigger()
    run(asyncio.sleep(0.02))
    assert getattr(studio.window, panel).isAncestorOf(QApplication.focusWidget())


def test_a_screen_reader_is_told_all_there_is_on_a_card(studio):
    model = studio.window.model
    text = " ".join(
        str(model.data(model.index(5), role))
        for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    )
    for part in ("6", "Zoom Shot", "locked", "wrong ones"):
        assert part in text, text


@pytest.mark.parametrize(
    ("show", "panel"),
    [
        (view("plan"), lambda window: window.plan.widget), (cast("look"), lambda window: window.cast.widget),
        (library("place"), lambda window: window.library.widget),
    ],
    ids=["plan", "cast", "library"],
)  # fmt: skip
def test_all_controls_of_a_panel_are_reached_by_tab_from_above(studio, run, show, panel):
    show(studio)
    window = studio.window
    window.activateWindow()
    run(asyncio.sleep(0.02))
    controls = [
        w for w in within(panel(window), CONTROLS)
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None
    ]  # fmt: skip
    assert controls
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited = [QApplication.focusWidget()]
    for _ in range(200):
        window.focusNextChild()
        visited.append(QApplication.focusWidget())
        if visited[-1] is visited[0]:
            break
    missed = [where(c) for c in controls if c.isVisible() and c not in visited and not exclusive(c)]
    assert not missed


def exclusive(widget: QWidget) -> bool:
    """One of several buttons of which one is on: the arrow keys go between them."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()
