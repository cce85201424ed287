"""A sheet with a heading and a list of cards, as high as what is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.studio.language import tr
from ui.studio.palette import Sheet
from ui.studio.widgets import Roomy, clear, column, icon_button, label, row


class ListSheet(Sheet):
    def __init__(self, window: QWidget, width: int, title: str, intro: str = ""):
        super().__init__(window, width)
        body = QWidget()
        self._list = QVBoxLayout(body)
        self._list.setContentsMargins(0, 0, 12, 0)
        self._list.setSpacing(8)
        area = Roomy(body)
        head = row(label(title, "heading"), None, icon_button("cross", tr("Close"), self.close_sheet))
        parts = [head, label(intro, "muted", wrap=True), area] if intro else [head, area]
        self.panel.setLayout(column(*parts, margins=(16, 16, 16, 16), gap=12))
        self.panel.layout().setStretch(len(parts) - 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)

    def fill(self, *items: QWidget) -> None:
        """Puts these one below the other in place of what was there."""
        clear(self._list)
        for item in items:
            self._list.addWidget(item)
        self._list.addStretch(1)
        if self.isVisible():
            self._fit()

    def open(self) -> None:
        super().open()
        self.setFocus()
