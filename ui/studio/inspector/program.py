"""The editor of a snippet: colours, completion, the call under the caret, and errors in their lines."""

from __future__ import annotations

import sys
from html import escape

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QCompleter, QFrame, QLabel, QSizePolicy, QTextEdit, QWidget

from app.document import Shot
from ui.studio.inspector.assist import Assistant, Problem, ready, where
from ui.studio.inspector.highlight import ProgramColours
from ui.studio.language import tr
from ui.studio.theme import fonts
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Prose, column, label, row
from ui.studio.workspace import Workspace

LIBRARY = "library.functions"
PAUSE_MS = 250
"""After the last key before a snippet is checked."""


class Snippet(Prose):
    """Text of a program with completion. Ctrl+Space offers everything that can stand at the caret."""

    def __init__(self, assistant: Assistant, workspace: Workspace):
        super().__init__(lines=2, most=14)
        self._assistant, self._workspace = assistant, workspace
        kind(self, "code")
        self.setFont(fonts.code())
        self.colours = ProgramColours(self.document())
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.popup().setFont(fonts.code())
        self.completer.popup().setAccessibleName(tr("Completions"))
        self.completer.activated.connect(self.complete)

    def offer(self, everything: bool = False) -> list[str]:
        """Opens the list of what can stand at the caret, or closes it. everything: with nothing typed too.
        Returns the list."""
        at = where(self.toPlainText(), self.textCursor().position())
        film, shot = self._workspace.film, self._workspace.shot
        scene = film.scene_of(shot.id) if film is not None and shot is not None else None
        if not at.prefix and not everything and not at.quoted:
            names = []
        elif everything and not at.prefix and not at.quoted and not at.function:
            names = list(self._assistant.functions)
        else:
            names = self._assistant.choices(at, film, scene, shot)
        self._names.setStringList(names)
        popup = self.completer.popup()
        if not names or self.isReadOnly():
            popup.hide()
            return names
        box = self.cursorRect()
        box.setWidth(min(max(popup.sizeHintForColumn(0) + 40, 180), 320))
        self.completer.complete(box)
        popup.setCurrentIndex(self._names.index(0))
        return names

    def complete(self, text: str) -> None:
        """Puts one of the choices in for what was typed of it. A function gets its brackets and the stage."""
        cursor = self.textCursor()
        at = where(self.toPlainText(), cursor.position())
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(at.prefix))
        inserted = f"{text}(stage, )" if not at.quoted and text in self._assistant.functions else text
        cursor.insertText(inserted)
        if inserted.endswith(")"):
            cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self.completer.popup().hide()

    def keyPressEvent(self, event) -> None:
        popup = self.completer.popup()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if popup.isVisible() and event.key() in keys:
            self.complete(popup.currentIndex().data())
            return
        if popup.isVisible() and event.key() == Qt.Key.Key_Escape:
            popup.hide()
            return
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.offer(everything=True)
            return
        super().keyPressEvent(event)
        written = event.text().isprintable() and event.text().strip()
        if written or (popup.isVisible() and event.key() == Qt.Key.Key_Backspace):
            self.offer()
        elif event.text():
            popup.hide()

    def mark(self, problems: list[Problem]) -> None:
        """Underlines the lines that hold a problem."""
        marks = []
        for problem in problems:
            block = self.document().findBlockByNumber(problem.line - 1)
            if not block.isValid():
                continue
            mark = QTextEdit.ExtraSelection()
            mark.cursor = QTextCursor(block)
            mark.cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            mark.format.setUnderlineColor(theme.colour("bad"))
            background = QColor(theme.colour("bad"))
            background.setAlphaF(0.10)
            mark.format.setBackground(background)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            marks.append(mark)
        self.setExtraSelections(marks)


class ProgramEditor(QWidget):
    """A snippet with what is wrong with it below, and the function under the caret."""

    def __init__(self, workspace: Workspace, sub_process: str, title: str):
        super().__init__()
        self.assistant, self._workspace = Assistant(sub_process), workspace
        self.text = Snippet(self.assistant, workspace)
        self.text.setAccessibleName(tr("{part} program").format(part=title))
        self.text.setAccessibleDescription(
            tr("The library calls this part of the shot is made with. Ctrl+Space offers what can stand here.")
        )
        self.problems: list[Problem] = []
        self.errors = label(style="bad", wrap=True)
        self.sign = label()
        theme.dress(self.sign, "failed", "bad")
        self.help = QFrame()
        kind(self.help, "card")
        self.signature = QLabel()
        self.signature.setTextFormat(Qt.TextFormat.RichText)
        self.signature.setWordWrap(True)
        self.signature.setFont(fonts.code(11))
        self.signature.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.about = label(style="small", wrap=True)
        self.help.setLayout(column(self.signature, self.about, margins=(10, 8, 10, 8), gap=4))
        self.help.hide()
        wrong = row(self.sign, self.errors, gap=6)
        wrong.setStretch(1, 1)
        wrong.setAlignment(self.sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self.text, wrong, self.help, gap=6))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._due)
        self.text.typed.connect(lambda _: self._timer.start())
        self.text.cursorPositionChanged.connect(self._moved)
        self.text.left.connect(self.help.hide)
        theme.changed.connect(self._renew)
        self.text.entered.connect(self._timer.start)
        self._show_problems([])

    def show_shot(self, shot: Shot | None, text: str) -> None:
        """Shows a snippet; it is checked a moment later."""
        changed = text != self.text.toPlainText()
        self.text.show_text(text)
        if changed or shot is None:
            self._show_problems([])
            if LIBRARY in sys.modules:  # the first shot does not wait for it; it is read in the background
                self._timer.start()

    def _due(self) -> None:
        if ready():
            self.check()
        else:
            self._timer.start()

    def check(self) -> list[Problem]:
        """Looks for what is wrong now; marks it and says it below."""
        text = self.text.toPlainText()
        self._show_problems(self.assistant.problems(text, self._workspace.film) if text.strip() else [])
        return self.problems

    def _renew(self) -> None:
        self.text.mark(self.problems)

    def _show_problems(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.text.mark(problems)
        shown = tr("Line {line}: {message}")
        lines = [shown.format(line=p.line, message=p.message) + (f"\n{p.hint}" if p.hint else "") for p in problems[:3]]
        self.errors.setText("\n".join(lines))
        for widget in (self.sign, self.errors):
            widget.setVisible(bool(problems))

    def _moved(self) -> None:
        """The call under the caret, while a person is in the text."""
        if not self.text.hasFocus():
            return
        found = self.assistant.call(where(self.text.toPlainText(), self.text.textCursor().position()))
        self.help.setVisible(found is not None)
        if found is None:
            return
        parts, about = found
        name = where(self.text.toPlainText(), self.text.textCursor().position()).function
        tokens = theme.tokens
        styles = {True: f"color:{tokens.text};font-weight:600", False: f"color:{tokens.muted}"}
        shown = [f'<span style="{styles[now]}">{escape(t)}</span>' for t, now in parts]
        self.signature.setText(f'<span style="color:{tokens.call}">{name}</span>({", ".join(shown)})')
        self.about.setText(" ".join(about.split()))
