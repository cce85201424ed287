"""Small widgets used all over the studio."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.studio.fields import Combo, Spin
from ui.studio.theme.style import kind, theme


def label(text: str = "", style: str = "", wrap: bool = False) -> QLabel:
    """A label of a style of the style sheet ("muted", "small", "heading" ...)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return kind(made, style) if style else made


def button(
    text: str, clicked: Callable[[], object] | None = None, icon: str = "", style: str = "", tip: str = ""
) -> QPushButton:
    """A push button; `style`: "primary", "quiet" or "" for the plain one."""
    made = QPushButton(text)
    if icon:
        theme.dress(made, icon, "on_fill" if style == "primary" else "muted")
    if style:
        kind(made, style)
    if tip:
        made.setToolTip(tip)
    if clicked:
        made.clicked.connect(lambda _=False: clicked())
    return made


def icon_button(icon: str, name: str, clicked: Callable[[], object] | None = None, check: bool = False) -> QToolButton:
    """A button that shows only an icon; its name is the tool tip and what a screen reader says."""
    made = QToolButton()
    made.setIconSize(QSize(16, 16))
    made.setCheckable(check)
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    kind(made, "quiet")
    theme.dress(made, icon)
    if clicked:
        made.clicked.connect(lambda _=False: clicked())
    return made


def number_field(least: int, most: int, name: str, suffix: str = "") -> QSpinBox:
    """A whole number to type."""
    made = Spin()
    made.setRange(least, most)
    made.setSuffix(suffix)
    made.setKeyboardTracking(False)
    made.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    made.setAccessibleName(name)
    made.lineEdit().setTextMargins(6, 0, 6, 0)
    made.setFixedHeight(28)
    return made


def combo(items: Sequence[tuple[str, object]], name: str) -> QComboBox:
    """A list to choose from: (text, value) each."""
    made = Combo()
    for text, value in items:
        made.addItem(text, value)
    made.setAccessibleName(name)
    return made


def rule() -> QFrame:
    """A hairline."""
    line = QFrame()
    return kind(line, "line")


def column(*items: QWidget | QLayout | int | None, margins: Sequence[int] = (0, 0, 0, 0), gap: int = 8) -> QVBoxLayout:
    """Widgets below each other. A number is a gap, None takes the room that is left."""
    return _fill(QVBoxLayout(), items, margins, gap)


def row(*items: QWidget | QLayout | int | None, margins: Sequence[int] = (0, 0, 0, 0), gap: int = 8) -> QHBoxLayout:
    """Widgets beside each other. A number is a gap, None takes the room that is left."""
    return _fill(QHBoxLayout(), items, margins, gap)


def _fill(layout, items, margins, gap):
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
    return layout


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and deletes it."""
    while layout.count():
        item = layout.takeAt(0)
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            clear(item.layout())


class Segments(QWidget):
    """A few choices of which one is on. chosen(key)."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None):
        """choices: (key, text) each."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys: dict[str, QAbstractButton] = {}
        layout = row(margins=(2, 2, 2, 2), gap=2)
        self.setLayout(layout)
        for key, text in choices:
            made = kind(QPushButton(text), "segment")
            made.setCheckable(True)
            made.clicked.connect(lambda _=False, k=key: self.chosen.emit(k))
            self._group.addButton(made)
            self._keys[key] = made
            layout.addWidget(made, 1)
        self.choose(choices[0][0])

    def choose(self, key: str) -> None:
        """Shows a choice without telling anybody."""
        self._keys[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        self._keys[key].setText(text)

    @property
    def value(self) -> str:
        return next(k for k, b in self._keys.items() if b.isChecked())


class Prose(QPlainTextEdit):
    """Text that grows with what is written. Undo is the film's, not its own.

    typed(text): the person changed it. left(): the focus went elsewhere. committed(): Ctrl+Enter.
    """

    typed = Signal(str)
    left = Signal()
    entered = Signal()
    committed = Signal()

    def __init__(self, lines: int = 3, most: int = 16, parent: QWidget | None = None):
        super().__init__(parent)
        self._lines, self._most = lines, most
        self._known = ""
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Puts other text in, keeping the caret where it was as far as that can be."""
        if text == self.toPlainText():
            self._known = text
            return
        self._known = text
        position = self.textCursor().position()
        grown = len(text) - len(self.toPlainText())
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(max(position + min(grown, 0), 0), len(text)))
        self.setTextCursor(cursor)
        self._fit()

    def _changed(self) -> None:
        text = self.toPlainText()
        if text != self._known:  # Qt says so for new colours too
            self._known = text
            self.typed.emit(text)

    def _fit(self) -> None:
        spacing = self.fontMetrics().lineSpacing()
        rows = self.document().documentLayout().documentSize().height()
        rows = min(max(round(rows), self._lines), self._most)
        height = rows * spacing + 20
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and (
            event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.committed.emit()
            return
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered.emit()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class Lazy(QWidget):
    """Stands in for a widget that is dear to make until it is shown for the first time."""

    def __init__(self, make: Callable[[], QWidget], parent: QWidget | None = None):
        super().__init__(parent)
        self._make = make
        self._made: QWidget | None = None
        self.setLayout(row(gap=0))

    @property
    def widget(self) -> QWidget:
        """The real one, made if need be."""
        if self._made is None:
            self._made = self._make()
            self.layout().addWidget(self._made)
            self.setFocusProxy(self._made)
        return self._made

    def showEvent(self, event) -> None:
        self.widget.show()
        super().showEvent(event)


class Roomy(QScrollArea):
    """A scroll area that asks for the room its content needs; Qt's own asks for 24 lines at most."""

    def __init__(self, body: QWidget):
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(kind(body, "page"))

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()


class Flow(QLayout):
    """Widgets beside each other, going on below where the room ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8):
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x + hint.width() > rect.right() + 1 and line:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            line = max(line, hint.height())
        return y + line - rect.y()
