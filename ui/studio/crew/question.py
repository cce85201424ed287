"""Answering in a role's place: what the role is told, its pictures, and a form for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QSplitter, QToolButton, QWidget

from app.errors import ShotwrightError
from ui.studio.crew.form import form
from ui.studio.language import tr
from ui.studio.palette import Sheet
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Flow, button, column, icon_button, label, row

if TYPE_CHECKING:
    from agents.people import Question

SMALL, LARGE = 244, 508
"""Widths of a picture in logical pixels."""


class QuestionSheet(Sheet):
    """Shows one question. Closing it leaves the question open; it can be come back to from the crew panel."""

    def __init__(self, window: QWidget, question: Question):
        super().__init__(window, 1120)
        self.question = question
        self.form = form(question.form.model_json_schema())
        if question.prefilled is not None:
            self.form.fill(question.prefilled.draft.model_dump(mode="json"), question.prefilled.words)
        title = tr("You answer as {role}").format(role=question.role)
        close = icon_button("cross", tr("Answer later"), self.close_sheet)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self._asked())
        halves.addWidget(self._answering())
        halves.setSizes([560, 520])
        halves.setChildrenCollapsible(False)
        self.problem = label(style="bad", wrap=True)
        self.problem_sign = label()
        self.problem_sign.setFixedWidth(16)
        theme.dress(self.problem_sign, "failed", "bad")
        self.give_button = button(tr("Give this answer"), self.give, style="primary", tip=tr("Ctrl+Enter"))
        self.anyway = button(tr("Give it anyway, mended by rule"), lambda: self.give(anyway=True))
        leave = button(
            tr("Leave it to the house crew"), self._hand_over, style="quiet",
            tip=tr("The house crew answers this one question"),
        )  # fmt: skip
        self.complaint = QWidget()
        complaint = row(self.problem_sign, self.problem, gap=8)
        complaint.setStretch(1, 1)
        complaint.setAlignment(self.problem_sign, Qt.AlignmentFlag.AlignTop)
        self.complaint.setLayout(complaint)
        self.panel.setLayout(
            column(
                row(label(title, "heading"), None, close), halves, self.complaint,
                row(leave, None, self.anyway, self.give_button),
                margins=(16, 16, 16, 16), gap=12,
            )
        )  # fmt: skip
        self.panel.layout().setStretch(1, 1)
        self.form.changed.connect(self._calm)
        self.setAccessibleName(title)
        self._calm()

    def open(self) -> None:
        before = QApplication.focusWidget()
        if before is not None:
            self.closed.connect(before.setFocus, Qt.ConnectionType.SingleShotConnection)
        super().open()
        self.form.setFocus()
        first = self.form.nextInFocusChain()
        if first is not None and self.form.isAncestorOf(first):
            first.setFocus()

    def _fit(self) -> None:
        host = self.parentWidget()
        self.setGeometry(host.rect())
        width, height = min(self._width, host.width() - 48), host.height() - 80
        self.panel.setGeometry((host.width() - width) // 2, 40, width, height)

    def _asked(self) -> QWidget:
        """What the role is told, and what it is shown."""
        body = column(gap=12, margins=(0, 0, 12, 0))
        told = [m for m in self.question.messages if m.role != "system"]
        pictures = [picture for message in told for picture in message.pictures]
        for message in told:
            body.addWidget(_words(message.text, tr("What is asked"), 10 if pictures else 24))
        if pictures:
            shown = QWidget()
            flow = Flow(shown)
            for picture in pictures:
                flow.addWidget(PictureButton(picture.data, picture.label))
            body.addWidget(shown)
        system = [m for m in self.question.messages if m.role == "system"]
        if system:
            whole = _words("\n\n".join(m.text for m in system), tr("What the role is told"))
            whole.hide()

            def toggle() -> None:
                whole.setVisible(whole.isHidden())
                opener.setText(
                    tr("Hide what the role is told") if whole.isVisible() else tr("Show what the role is told")
                )

            opener = button(tr("Show what the role is told"), toggle, style="quiet")
            body.addLayout(row(opener, None))
            body.addWidget(whole)
        body.addStretch(1)
        return _scrolled(body, tr("Question"))

    def _answering(self) -> QWidget:
        body = column(self.form, None, margins=(12, 0, 12, 0))
        return _scrolled(body, tr("Your answer"))

    def _calm(self) -> None:
        self.complaint.hide()
        self.anyway.hide()

    def give(self, anyway: bool = False) -> None:
        """Gives what is filled in; what is wrong with it is told and stays open."""
        try:
            self.question.give(self.form.value(), anyway)
        except ShotwrightError as error:
            self.problem.setText(f"{error.what}\n{error.hint}".strip())
            self.complaint.show()
            self.anyway.setVisible(error.layer == "rule")
            self.give_button.setFocus()
            return
        self.close_sheet()

    def _hand_over(self) -> None:
        self.question.hand_over()
        self.close_sheet()

    def mousePressEvent(self, event) -> None:
        # What is filled in is not lost by a click beside it.
        event.accept()

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.give()
        else:
            super().keyPressEvent(event)


class PictureButton(QToolButton):
    """A picture with its name; pressing it makes it larger or small again."""

    def __init__(self, data: bytes, name: str):
        super().__init__()
        self._pixels = QPixmap()
        self._pixels.loadFromData(data)
        self._large = False
        kind(self, "picture")
        self.setText(name)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setAccessibleName(name or tr("Picture"))
        self.setToolTip(tr("Larger or smaller"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self._toggle)
        self._show()

    def _toggle(self) -> None:
        self._large = not self._large
        self._show()

    def _show(self) -> None:
        width = LARGE if self._large else SMALL
        height = round(width * self._pixels.height() / max(self._pixels.width(), 1))
        ratio = self.devicePixelRatio()
        scaled = self._pixels.scaled(
            QSize(width, height) * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        scaled.setDevicePixelRatio(ratio)
        self.setIcon(QIcon(scaled))
        self.setIconSize(QSize(width, height))


def _words(text: str, name: str, most: int = 24) -> QPlainTextEdit:
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setAccessibleName(name)
    shown.setTabChangesFocus(True)
    lines = min(max(sum(1 + len(line) // 64 for line in text.split("\n")), 3), most)
    shown.setFixedHeight(lines * shown.fontMetrics().lineSpacing() + 20)
    return shown


def _scrolled(layout, name: str) -> QScrollArea:
    body = kind(QWidget(), "page")
    body.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    area.setWidget(body)
    return area
