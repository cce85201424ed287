"""Two sheets over the window: finding a command by its name, and the list of all keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from rapidfuzz import fuzz

from ui.studio.actions import MENUS, Actions, keys_text
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import column, label, row

ACTION = Qt.ItemDataRole.UserRole
LEAST_LIKE = 55


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
        height = min(max(self.panel.sizeHint().height(), 200), host.height() - 96)
        self.panel.setGeometry((host.width() - width) // 2, 64, width, height)

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


def rank(query: str, actions: list[QAction]) -> list[QAction]:
    """Actions that fit what was typed, the best first; all in their order when nothing was typed."""
    wanted = query.strip().casefold()
    if not wanted:
        return actions
    scored: list[tuple[float, int, QAction]] = []
    for at, action in enumerate(actions):
        name = f"{action.data().text} {action.data().menu}".casefold()
        score = fuzz.partial_ratio(wanted, name) + (40 if any(w.startswith(wanted) for w in name.split()) else 0)
        if score >= LEAST_LIKE + 20:
            scored.append((-score, at, action))
    return [a for _, _, a in sorted(scored, key=lambda s: s[:2])]


class _Line(QStyledItemDelegate):
    """A command: icon, name, and its keys at the right edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(0, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        action: QAction = index.data(ACTION)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        action.icon().paint(painter, QRectF(rect.x() + 8, rect.y() + 7, 16, 16).toRect())
        painter.setPen(theme.colour("text"))
        painter.drawText(rect.adjusted(34, 0, -8, 0), middle, action.text().rstrip("…"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(rect.adjusted(8, 0, -12, 0), middle | Qt.AlignmentFlag.AlignRight, keys_text(action))
        painter.restore()


class CommandPalette(Sheet):
    """Type a few letters, press Enter."""

    def __init__(self, window: QWidget, actions: Actions):
        super().__init__(window, 560)
        self._actions = [a for name, a in actions.by_id.items() if name != "palette"]
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find a command")
        self.field.setAccessibleName("Find a command")
        self.list = QListWidget()
        self.list.setAccessibleName("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(360)
        self.list.setItemDelegate(_Line(self.list))
        self.panel.setLayout(column(self.field, self.list, margins=(12, 12, 12, 12)))
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.run())

    def open(self) -> None:
        self.field.clear()
        self._filter("")
        super().open()
        self.field.setFocus()

    def _filter(self, text: str) -> None:
        self.list.clear()
        for action in rank(text, [a for a in self._actions if a.isEnabled()]):
            keys = keys_text(action)
            name = action.text().rstrip("…")
            item = QListWidgetItem(f"{name}   {keys}" if keys else name)
            item.setData(ACTION, action)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def run(self) -> None:
        """Does the command that is marked."""
        item = self.list.currentItem()
        self.close_sheet()
        if item is not None:
            item.data(ACTION).trigger()

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

    def __init__(self, window: QWidget, actions: Actions):
        super().__init__(window, 880)
        body = kind(QWidget(), "page")
        grid = QGridLayout(body)
        grid.setContentsMargins(8, 0, 8, 8)
        grid.setHorizontalSpacing(40)
        columns = (("File", "Edit", "Help"), ("Shot",), ("Play", "View"))
        for at, menus in enumerate(columns):
            part = column(gap=4)
            for menu in menus:
                part.addWidget(label(menu, "section"))
                for action in actions.by_id.values():
                    if action.data().menu == menu and keys_text(action):
                        keys = label(keys_text(action), "strong")
                        part.addLayout(row(label(action.data().text.rstrip("…"), "muted"), None, keys))
                part.addSpacing(12)
            part.addStretch(1)
            grid.addLayout(part, 0, at)
            grid.setColumnStretch(at, 1)
        assert {m for part in columns for m in part} == set(MENUS)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setMinimumHeight(440)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panel.setLayout(column(label("Keyboard", "heading"), area, margins=(16, 16, 16, 16)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Keyboard")

    def open(self) -> None:
        super().open()
        self.setFocus()
