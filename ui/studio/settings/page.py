"""What all pages of the settings have in common."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QVBoxLayout, QWidget

from app.errors import ShotwrightError
from ui.studio.tasks import Tasks
from ui.studio.theme.style import kind
from ui.studio.widgets import label


class Page(QWidget):
    """A heading, what the page is for, its fields, and a line for what is wrong."""

    def __init__(self, tasks: Tasks, title: str, intro: str):
        super().__init__()
        self._tasks = tasks
        self._own: set[asyncio.Task[Any]] = set()
        own = self._own
        self.destroyed.connect(lambda: [task.cancel() for task in own])
        kind(self, "page")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(label(title, "heading"))
        self.body.addWidget(label(intro, "muted", wrap=True))
        self.problem: QLabel = label(style="bad", wrap=True)
        self.problem.hide()

    def add(self, *parts: QWidget | QLayout | None) -> None:
        """Puts parts below each other; None takes the room that is left."""
        for part in parts:
            if part is None:
                self.body.addStretch(1)
            elif isinstance(part, QLayout):
                self.body.addLayout(part)
            else:
                self.body.addWidget(part)

    def tell(self, error: ShotwrightError | str = "") -> None:
        """Shows what is wrong and what to do, or nothing."""
        text = f"{error.what}. {error.hint}" if isinstance(error, ShotwrightError) else error
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Runs something in the background; it ends with the page."""
        task = self._tasks.start(work, name)
        self._own.add(task)
        task.add_done_callback(self._own.discard)

    def shown(self) -> None:
        """Called when the page comes to the front."""


def form() -> QFormLayout:
    """Names at the left, fields at the right."""
    made = QFormLayout()
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setHorizontalSpacing(24)
    made.setVerticalSpacing(8)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return made


def field(made: QFormLayout, name: str, part: QWidget | QLayout, buddy: QWidget | None = None) -> QLabel:
    """Adds a named field; the name is what a screen reader says."""
    text = label(name, "muted")
    target = buddy or (part if isinstance(part, QWidget) else None)
    if target is not None:
        text.setBuddy(target)
        if not target.accessibleName():
            target.setAccessibleName(name)
    made.addRow(text, part)
    return text
