"""Two sheets over the window: finding anything by its name, and the list of all keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.studio.actions import MENUS, Actions, keys_text
from ui.studio.finding import Entry, entries, rank
from ui.studio.language import tr
from ui.studio.theme import icons
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Roomy, button, column, icon_button, label, row
from ui.studio.workspace import Workspace

ENTRY = Qt.ItemDataRole.UserRole
TOP, LEAST = 64, 120
"""Where the panel of a sheet begins and how high it is at least; logical pixels."""


class Sheet(QWidget):
    """Covers the window, dims it, and shows a panel. Escape or a click beside it closes it. closed()."""

    closed = Signal()

    def __init__(self, window: QWidget, width: int):
        super().__init__(window)
        self._width = width
        self.panel = QFrame(self)
        kind(self.panel, "panel")
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Shows the sheet over the whole window."""
        self._fit()
        self.show()
        self.raise_()

    def close_sheet(self) -> None:
        self.hide()
        self.closed.emit()

    def _fit(self) -> None:
        host = self.parentWidget()
        self.setGeometry(host.rect())
        width = min(self._width, host.width() - 64)
        height = min(max(self.panel.sizeHint().height(), LEAST), host.height() - TOP - 32)
        self.panel.setGeometry((host.width() - width) // 2, TOP, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return False

    def mousePressEvent(self, event) -> None:
        self.close_sheet()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event) -> None:
        shade = QColor("#000000")
        shade.setAlphaF(0.45 if theme.tokens.name == "dark" else 0.25)
        QPainter(self).fillRect(self.rect(), shade)


class _Line(QStyledItemDelegate):
    """What was found: icon, name, and its keys or kind at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        if entry.icon:
            ratio = painter.device().devicePixelRatio()
            sign = icons.pixmap(entry.icon, theme.tokens.muted, 16, ratio)
            painter.drawPixmap(rect.topLeft() + QPointF(8, 7), sign)
        metrics = option.fontMetrics
        detail = metrics.horizontalAdvance(entry.detail)
        painter.setPen(theme.colour("text"))
        room = rect.adjusted(34, 0, -detail - 28, 0)
        text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle, text)
        painter.setPen(theme.colour("muted"))
        painter.drawText(rect.adjusted(8, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, entry.detail)
        painter.restore()


class CommandPalette(Sheet):
    """Type a few letters, press Enter."""

    def __init__(self, window: QWidget, actions: Actions, workspace: Workspace, more: Iterable[Entry] = ()):
        """more: what can be found beside commands and what is in the film."""
        super().__init__(window, 640)
        self._actions, self._workspace, self._more = actions, workspace, list(more)
        self._all: list[Entry] = []
        name = tr("Find a command, a shot, a person, something of the library, a setting, help")
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(360)
        self.list.setItemDelegate(_Line(self.list))
        self.empty = label(tr("Nothing like that is here."), "muted")
        self.panel.setLayout(column(self.field, self.empty, self.list, margins=(12, 12, 12, 12)))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.run())

    def open(self) -> None:
        self._all = [*entries(self._actions, self._workspace), *self._more]
        self.field.clear()
        self._filter("")
        super().open()
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        self.list.clear()
        for entry in rank(text, self._all):
            item = QListWidgetItem(f"{entry.text}   {entry.detail}" if entry.detail else entry.text)
            item.setData(ENTRY, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.empty.setVisible(self.list.count() == 0)

    def run(self) -> None:
        """Does what is marked."""
        item = self.list.currentItem()
        self.close_sheet()
        if item is not None:
            item.data(ENTRY).run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
            if step is not None:
                self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run()
                return True
        return super().eventFilter(watched, event)


class KeySheet(Sheet):
    """All keys, by menu."""

    def __init__(self, window: QWidget, actions: Actions, change: Callable[[], object], save: Callable[[], object]):
        """change: opens the settings of the keys; save: writes the sheet as a PDF."""
        super().__init__(window, 960)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(8, 0, 8, 8)
        grid.setHorizontalSpacing(40)
        columns = (("File", "Edit"), ("Shot", "Play"), ("View", "Help"))
        for at, menus in enumerate(columns):
            part = column(gap=2)
            for menu in menus:
                part.addWidget(label(tr(menu), "section"))
                for action in actions.by_id.values():
                    if action.data().menu == menu and keys_text(action):
                        keys = label(keys_text(action), "strong")
                        part.addLayout(row(label(tr(action.data().text).rstrip("…"), "muted"), None, keys))
                part.addSpacing(12)
            part.addStretch(1)
            grid.addLayout(part, 0, at)
            grid.setColumnStretch(at, 1)
        assert {m for part in columns for m in part} == set(MENUS)
        area = Roomy(body)
        head = row(
            label(tr("Keyboard"), "heading"),
            None,
            button(tr("Save as PDF…"), save, style="quiet"),
            button(tr("Change keys…"), lambda: (self.close_sheet(), change()), style="quiet"),
            icon_button("cross", tr("Close"), self.close_sheet),
        )
        self.panel.setLayout(column(head, area, margins=(16, 16, 16, 16)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Keyboard"))

    def open(self) -> None:
        super().open()
        self.setFocus()
