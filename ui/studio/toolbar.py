"""The bar above the storyboard: tools, the film's name, notes, export, jobs."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QStylePainter, QToolButton, QWidget

from app.edits import SetField
from ui.studio.actions import Actions
from ui.studio.jobs import JobsButton
from ui.studio.language import counted, tr
from ui.studio.production import Production
from ui.studio.reports import count
from ui.studio.theme import fonts
from ui.studio.theme.style import kind
from ui.studio.widgets import label, row
from ui.studio.workspace import Workspace

TIGHT = 1120
"""Below this width tools are without words; logical pixels."""


class Title(QLineEdit):
    """As wide as the name where there is room, so that the mark of unsaved changes stands beside it; narrower where
    there is none, with an ellipsis at its end."""

    def __init__(self) -> None:
        super().__init__()
        kind(self, "title")
        self.setAccessibleName(tr("Name of the film"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.ui(fonts.LARGE, fonts.STRONG)).horizontalAdvance(self.text()) + 28
        return QSize(min(max(width, 80), 340), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -2, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(self.text()) <= room.width():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(self.palette().text().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)


class Toolbar(QWidget):
    """Buttons show actions; the name of the film can be typed over."""

    def __init__(
        self, workspace: Workspace, production: Production, actions: Actions, views: tuple[str, ...], crew: QWidget
    ):
        """crew: the button of the crew panel."""
        super().__init__()
        self.workspace, self._actions = workspace, actions
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "toolbar")
        self.title = Title()
        self.title.editingFinished.connect(self._rename)
        self.unsaved = label("•", "muted")
        self.unsaved.setToolTip(tr("There are changes that are not saved"))
        self.unsaved.setAccessibleName(tr("There are changes that are not saved"))
        kept = self.unsaved.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.unsaved.setSizePolicy(kept)
        self.notes, self._export = self._tool("reports", words=True), self._tool("export", words=True)
        self.jobs = JobsButton(production)
        line = row(margins=(8, 6, 12, 6), gap=2)
        for names in (("outline", "library"), ("undo", "redo"), ("add", "duplicate", "delete"), views):
            for name in names:
                line.addWidget(self._tool(name))
            line.addSpacing(10)
        line.addStretch(1)
        line.addWidget(self.title)
        line.addWidget(self.unsaved)
        line.addStretch(1)
        for widget in (self.notes, self._tool("palette"), self._export, crew, self.jobs):
            line.addWidget(widget)
        line.addSpacing(4)
        line.addWidget(self._tool("inspector"))
        self.setLayout(line)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for tool in (self.notes, self._export):
            tool.setToolButtonStyle(alone if self.width() < TIGHT else beside)

    def refresh(self) -> None:
        """Shows name, unsaved changes and the number of notes."""
        film = self.workspace.film
        if film is None:
            return
        if not self.title.hasFocus():
            self.title.setText(film.title)
            self.title.setToolTip(film.title)
        self.unsaved.setVisible(self.workspace.dirty)
        notes = count(film)
        self.notes.setVisible(notes > 0)
        self.notes.setText(counted(notes, tr("{n} note"), tr("{n} notes")))

    def _tool(self, name: str, words: bool = False) -> QToolButton:
        action = self._actions[name]
        made = QToolButton()
        made.setDefaultAction(action)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        made.setToolButtonStyle(style)
        made.setAccessibleName(action.text().rstrip("…"))
        return kind(made, "tool")

    def _rename(self) -> None:
        film = self.workspace.film
        text = self.title.text().strip()
        if film is None:
            return
        if text and text != film.title:
            self.workspace.apply(SetField(target="film", field="title", value=text))
        else:
            self.title.setText(film.title)
