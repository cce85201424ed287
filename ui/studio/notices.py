"""Messages inside the window: short ones that go by themselves, errors that stay, and questions as a bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.errors import ShotwrightError
from ui.studio.language import mark, tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, column, icon_button, label, row
from ui.studio.words import sentence

TITLES = {
    "input": mark("The input could not be read"),
    "project": mark("The project"),
    "disk": mark("The disk"),
    "render": mark("Rendering"),
    "program": mark("The program of a shot"),
    "voice": mark("Voices"),
    "export": mark("Export"),
    "rule": mark("A rule of the film"),
}
SHORT_MS = 6000
MOST = 4
SIGNS = {"info": ("info", "accent"), "good": ("passed", "good"), "bad": ("failed", "bad")}


class Toast(QFrame):
    """One message with an optional action and a way to dismiss it. closed(toast)."""

    closed = Signal(object)

    def __init__(self, text: str, hint: str, tone: str, action: tuple[str, Callable[[], object]] | None):
        super().__init__()
        kind(self, "toast")
        self.text = text
        self.setMaximumWidth(440)
        self.setMinimumWidth(280)
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, *SIGNS[tone])
        texts = column(label(text, wrap=True), gap=4)
        if hint:
            texts.addWidget(label(hint, "small", wrap=True))
        if action:
            name, work = action
            texts.addLayout(row(button(name, lambda: (work(), self.close_toast())), None))
        body = row(sign, texts, icon_button("cross", tr("Dismiss"), self.close_toast), margins=(12, 8, 8, 8), gap=8)
        body.setStretch(1, 1)
        body.setAlignment(sign, Qt.AlignmentFlag.AlignVCenter if not (hint or action) else Qt.AlignmentFlag.AlignTop)
        body.setAlignment(body.itemAt(2).widget(), Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        self.setAccessibleName(f"{text} {hint}".strip())

    def close_toast(self) -> None:
        """Takes the message away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit(self)
            self.deleteLater()


class Notices(QObject):
    """Stacks messages in a corner of `host`, the newest below."""

    def __init__(self, host: QWidget, bottom: Callable[[], int] | None = None, left: Callable[[], int] | None = None):
        """bottom, left: what is to be kept free at these edges; logical pixels."""
        super().__init__(host)
        self._host, self._bottom, self._left = host, bottom or (lambda: 16), left or (lambda: 16)
        self._toasts: list[Toast] = []
        host.installEventFilter(self)

    def say(self, text: str, tone: str = "info", hint: str = "", action=None, stays: bool = False) -> Toast:
        """Shows a message. tone: "info", "good" or "bad"; action: (text, callable)."""
        for old in list(self._toasts):
            if old.text == text:
                old.close_toast()
        toast = Toast(text, hint, tone, action)
        toast.setParent(self._host)
        toast.closed.connect(self._gone)
        self._toasts.append(toast)
        for old in self._toasts[:-MOST]:
            old.close_toast()
        toast.show()
        self._place()
        if not stays and tone != "bad":
            QTimer.singleShot(SHORT_MS, toast, toast.close_toast)
        return toast

    def clear(self) -> None:
        """Takes all messages away."""
        for toast in list(self._toasts):
            toast.close_toast()

    def error(self, error: ShotwrightError) -> Toast:
        """Shows what went wrong and what to do; it stays until dismissed."""
        title = TITLES.get(error.layer, "")
        text = sentence(error.what)
        return self.say(
            f"{tr(title)}: {error.what}" if title in ("Rendering", "Voices", "Export") else text, "bad", error.hint
        )

    @property
    def texts(self) -> list[str]:
        """What is shown now."""
        return [t.text for t in self._toasts if not t.isHidden()]

    def _gone(self, toast: Toast) -> None:
        self._toasts = [t for t in self._toasts if t is not toast]
        self._place()

    def _place(self) -> None:
        y = self._host.height() - self._bottom()
        for toast in reversed([t for t in self._toasts if not t.isHidden()]):
            toast.adjustSize()
            width = min(440, max(toast.sizeHint().width(), 320), self._host.width() - 32)
            x = min(self._left(), max(self._host.width() - width - 16, 16))
            height = toast.layout().totalHeightForWidth(width) if toast.layout().hasHeightForWidth() else 0
            toast.resize(width, max(height, toast.sizeHint().height()))
            y -= toast.height() + 8
            toast.move(x, y)
            toast.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False


class Bar(QFrame):
    """A question across the top of the window, answered by its buttons, never modal."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        kind(self, "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text: QLabel = label(wrap=True)
        self._buttons = row(gap=8)
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, "info", "accent")
        body = row(sign, self._text, self._buttons, margins=(16, 8, 16, 8), gap=12)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.hide()

    def ask(self, text: str, answers: list[tuple[str, Callable[[], object]]]) -> None:
        """Shows a question; the first answer is the suggested one."""
        self._text.setText(text)
        self.setAccessibleName(text)
        while self._buttons.count():
            self._buttons.takeAt(0).widget().deleteLater()
        for index, (name, work) in enumerate(answers):
            made = button(name, lambda w=work: self._answer(w), style="primary" if index == 0 else "")
            self._buttons.addWidget(made)
            if index == 0:
                made.setFocus()
        self.show()

    def _answer(self, work: Callable[[], object]) -> None:
        self.hide()
        work()

    def question(self) -> str:
        """The question that is open, or ""."""
        return "" if self.isHidden() else self._text.text()

    def answer(self, name: str) -> None:
        """Presses the button of that name."""
        layout: QVBoxLayout = self._buttons
        for at in range(layout.count()):
            if layout.itemAt(at).widget().text() == name:
                layout.itemAt(at).widget().click()
                return
