"""What the storyboard shows while a film has no shots."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.studio.language import tr
from ui.studio.production import Production
from ui.studio.theme.style import kind
from ui.studio.widgets import Prose, button, column, label, row
from ui.studio.workspace import Workspace


class BlankBoard(QWidget):
    """Words to make the storyboard from, or how far that is. planned(text), added(): one empty shot."""

    planned = Signal(str)
    added = Signal()

    def __init__(self, workspace: Workspace, production: Production, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace, self.production = workspace, production
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "canvas")
        self.title = label(style="heading")
        self.detail = label(style="muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("Making the storyboard"))
        self.text = Prose(lines=3, most=8)
        self.text.setAccessibleName(tr("Idea or description"))
        self.text.setPlaceholderText(tr("What happens in this film? One sentence is enough."))
        self.text.setUndoRedoEnabled(True)
        self.start = button(tr("Make the storyboard"), self._plan, "idea", "primary")
        self.add = button(tr("Add an empty shot"), self.added.emit, "plus")
        body = QWidget()
        body.setMaximumWidth(560)
        self._buttons = row(self.add, None, self.start)
        body.setLayout(column(None, self.title, self.detail, self.bar, 4, self.text, self._buttons, None))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(body, 8)
        outer.addStretch(1)
        self.text.committed.connect(self._plan)
        production.changed.connect(self._worked)
        workspace.opened.connect(self.refresh)
        self.refresh()

    def propose(self, text: str) -> None:
        """Puts words into the field, for another try."""
        self.text.setPlainText(text)

    def refresh(self) -> None:
        """Shows the field, or how far the running job is."""
        running = self.production.running
        busy = bool(running)
        for widget in (self.text, self.start, self.add):
            widget.setVisible(not busy)
        self.bar.setVisible(busy)
        if busy:
            work = running[0]
            self.title.setText(work.title)
            self.detail.setText(work.message or tr("Reading the words"))
            self.bar.setRange(0, work.total)
            self.bar.setValue(work.done)
        else:
            self.title.setText(tr("No shots yet"))
            self.detail.setText(tr("Make a storyboard from words, or begin with an empty shot."))

    def _worked(self, work) -> None:
        self.refresh()

    def _plan(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self.planned.emit(text)
