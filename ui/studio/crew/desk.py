"""Joins the crew panel to the window: opens it, tells of questions, opens the sheet that answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.studio.crew.panel import CrewButton, CrewPanel
from ui.studio.crew.question import QuestionSheet
from ui.studio.crew.watch import CrewWatch
from ui.studio.language import tr
from ui.studio.notices import Notices, Toast
from ui.studio.panes import Panes
from ui.studio.production import Production
from ui.studio.sheets import Sheets
from ui.studio.widgets import Lazy
from ui.studio.workspace import Workspace

if TYPE_CHECKING:
    from agents.people import Question


class CrewDesk(QObject):
    def __init__(self, window: QWidget, workspace: Workspace, production: Production):
        super().__init__(window)
        self._window = window
        self.watch = CrewWatch(workspace, production, self)
        self.pane = Lazy(self._open_panel)
        self.button = CrewButton(self.watch)
        self._sheet: QuestionSheet | None = None
        self._toasts: dict[Question, Toast] = {}

    def join(self, notices: Notices, sheets: Sheets, panes: Panes) -> None:
        """Connects the panel to what else is in the window."""
        self._notices, self._panes, self._sheets = notices, panes, sheets
        self.button.clicked.connect(self.toggle)
        self.watch.asked.connect(self._asked)
        self.watch.settled.connect(self._settled)

    def _open_panel(self) -> CrewPanel:
        made = CrewPanel(self.watch)
        made.closed.connect(self.toggle)
        made.answer.connect(self.open_question)
        made.proposals.connect(self._sheets.reports)
        return made

    @property
    def panel(self) -> CrewPanel:
        return self.pane.widget

    @property
    def shown(self) -> bool:
        return not self.pane.isHidden()

    def toggle(self) -> None:
        """Opens or closes the panel."""
        self._panes.toggle(self.pane)

    def open_question(self, question: Question) -> None:
        """Opens the sheet that answers a question; what was filled in before is there still."""
        if question.settled:
            return
        if self._sheet is None or self._sheet.question is not question:
            self._drop()
            self._sheet = QuestionSheet(self._window, question)
        self._sheet.open()

    def _asked(self, question: Question) -> None:
        toast = self._notices.say(
            tr("The {role} waits for you").format(role=question.role),
            hint=tr("You play this role. The work goes on when you have answered."),
            action=(tr("Answer…"), lambda: self.open_question(question)),
            stays=True,
        )
        toast.closed.connect(lambda _: self._toasts.pop(question, None))
        self._toasts[question] = toast

    def _settled(self, question: Question) -> None:
        toast = self._toasts.pop(question, None)
        if toast is not None:
            toast.close_toast()
        if self._sheet is not None and self._sheet.question is question:
            self._drop()

    def _drop(self) -> None:
        if self._sheet is not None:
            if self._sheet.isVisible():
                self._sheet.close_sheet()
            self._sheet.deleteLater()
            self._sheet = None
