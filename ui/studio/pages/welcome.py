"""The first page: write an idea and begin, or go on with a film."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.studio.preferences import Preferences
from ui.studio.theme.style import kind
from ui.studio.widgets import Prose, button, clear, column, icon_button, label, row


class Welcome(QWidget):
    """idea(text): make a film of it; new_film(kind), open_film(), chosen(folder)."""

    idea = Signal(str)
    new_film = Signal(str)
    open_film = Signal()
    chosen = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None):
        super().__init__(parent)
        self.preferences = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "canvas")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(4)
        self.recent_title: QLabel = label("Recent films", "section")
        self.text = Prose(lines=3, most=8)
        self.text.setUndoRedoEnabled(True)
        self.text.setAccessibleName("Idea or description")
        self.text.setPlaceholderText(
            "Two old friends meet by chance at the roadside and one of them is hiding something"
        )
        self.start = button("Make the storyboard", self._begin, "idea", "primary")
        self.start.setEnabled(False)
        others = row(
            button("Screenplay…", lambda: self.new_film.emit("script"), "script"),
            button("Empty film", lambda: self.new_film.emit("empty"), "film"),
            button("Open…", self.open_film.emit, "open"),
            None,
            self.start,
        )
        body = QWidget()
        body.setMaximumWidth(640)
        body.setLayout(
            column(
                None,
                label("What happens in your film?", "title"),
                label(
                    "One sentence is enough. You get a storyboard of staged 3D shots, and a film from it.",
                    "muted",
                    True,
                ),
                8,
                self.text,
                others,
                32,
                self.recent_title,
                self._recent,
                None,
                gap=8,
            )
        )
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 24, 48, 24)
        outer.addStretch(1)
        outer.addWidget(body, 6)
        outer.addStretch(1)
        self.text.typed.connect(lambda text: self.start.setEnabled(bool(text.strip())))
        self.text.committed.connect(self._begin)
        self.refresh()

    def _begin(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self.idea.emit(text)

    def refresh(self) -> None:
        """Lists the recent films that are still there."""
        clear(self._recent)
        there = [r for r in self.preferences.recent if (Path(r) / "film.json").exists()][:4]
        self.recent_title.setVisible(bool(there))
        for folder in there:
            self._recent.addLayout(self._entry(Path(folder)))

    def _entry(self, folder: Path) -> QHBoxLayout:
        made: QPushButton = kind(QPushButton(f"{folder.name}   {_short(folder.parent)}"), "choice")
        made.setAccessibleName(f"Open {folder.name}")
        made.setToolTip(str(folder))
        made.clicked.connect(lambda _=False: self.chosen.emit(str(folder)))
        forget = icon_button("cross", f"Take {folder.name} off this list", lambda: self._forget(str(folder)))
        line = row(made, forget, gap=4)
        line.setStretch(0, 1)
        return line

    def _forget(self, folder: str) -> None:
        self.preferences.forget(folder)
        self.refresh()


def _short(folder: Path) -> str:
    try:
        return f"~/{folder.relative_to(Path.home())}"
    except ValueError:
        return str(folder)
