"""What stands in the way of an export, each with a way to the shot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from agents.exports.preflight import Problem
from ui.studio.language import counted, tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, clear, column, label, row

SIGNS = {
    "nothing": ("failed", "bad"), "failed": ("failed", "bad"), "voice": ("failed", "bad"), "empty": ("empty", "muted"),
    "stale": ("stale", "warning"), "rejected": ("warning", "warning"), "words": ("warning", "warning"),
    "review": ("info", "muted"), "omitted": ("omit", "muted"),
}  # fmt: skip


class Problems(QWidget):
    """asked(shot): look at this shot."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setAccessibleName(tr("Before you export"))
        self._head = label(style="section")
        body = kind(QWidget(), "page")
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        self.setLayout(column(self._head, area, gap=6))
        self.problems: list[Problem] = []

    def show_problems(self, found: list[Problem]) -> None:
        """Lists them; says so when there are none."""
        self.problems = found
        clear(self._list)
        grave = sum(1 for p in found if p.severity)
        self._head.setText(
            counted(grave, tr("One thing to look at first"), tr("{n} things to look at first"))
            if grave
            else tr("Ready to export")
        )
        if not grave:
            sign = label()
            sign.setFixedWidth(16)
            theme.dress(sign, "passed", "good")
            self._list.addLayout(row(sign, label(tr("All shots are staged and passed their review.")), None))
        for each in found:
            self._list.addWidget(self._row(each))
        self._list.addStretch(1)

    def _row(self, each: Problem) -> QWidget:
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, *SIGNS[each.kind])
        text = label(f"{each.name} {each.text}".strip(), wrap=True)
        if each.remedy:
            text.setToolTip(each.remedy)
        made = QWidget()
        parts = [sign, text]
        if each.shot:
            show = button(tr("Show"), lambda: self.asked.emit(each.shot), style="quiet")
            show.setAccessibleName(tr("Show {name}").format(name=each.name))
            parts.append(show)
        line = row(*parts, margins=(0, 0, 4, 0))
        line.setStretch(1, 1)
        made.setLayout(line)
        return made
