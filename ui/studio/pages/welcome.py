"""The first page: begin a film, or go on with one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.studio.preferences import Preferences
from ui.studio.theme.style import kind
from ui.studio.widgets import button, clear, column, icon_button, label, row


class Welcome(QWidget):
    """new_film(kind), open_film(), chosen(folder)."""

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
        self.first = button("New film from an idea", lambda: self.new_film.emit("idea"), "idea", "primary")
        self.first.setMinimumHeight(40)
        starts = column(
            self.first,
            button("From a screenplay", lambda: self.new_film.emit("script"), "script"),
            button("Empty film", lambda: self.new_film.emit("empty"), "film"),
            button("Open a film…", self.open_film.emit, "open"),
            gap=8,
        )
        body = QWidget()
        body.setMaximumWidth(560)
        body.setLayout(
            column(
                None,
                label("Shotwright", "title"),
                label("Write what happens. Get a storyboard of staged 3D shots, and a film from it.", "muted", True),
                16,
                starts,
                24,
                self.recent_title,
                self._recent,
                None,
                gap=8,
            )
        )
        outer = QHBoxLayout(self)
        outer.setContentsMargins(48, 24, 48, 24)
        outer.addStretch(1)
        outer.addWidget(body, 3)
        outer.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Lists the recent films that are still there."""
        clear(self._recent)
        there = [r for r in self.preferences.recent if (Path(r) / "film.json").exists()][:5]
        self.recent_title.setVisible(bool(there))
        for folder in there:
            self._recent.addLayout(self._entry(Path(folder)))

    def _entry(self, folder: Path):
        made: QPushButton = kind(QPushButton(f"{folder.name}\n{_short(folder.parent)}"), "choice")
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
