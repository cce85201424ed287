"""The first page: write an idea and begin, look at a sample, or go on with a film."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QScrollArea, QVBoxLayout, QWidget

from app.project import FILM
from ui.studio.language import counted, tr
from ui.studio.pages.filmcard import FilmCard
from ui.studio.preferences import Preferences
from ui.studio.samples import Sample, samples
from ui.studio.theme.style import kind
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import Flow, Prose, button, clear, column, label, row

RECENT = 8


class Welcome(QWidget):
    """idea(text): make a film of it; new_film(kind), open_film(), chosen(folder), sample(Sample), help()."""

    idea = Signal(str)
    new_film = Signal(str)
    open_film = Signal()
    chosen = Signal(str)
    sample = Signal(object)
    help = Signal()

    def __init__(self, preferences: Preferences, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self.preferences, self.thumbnails = preferences, thumbnails
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "canvas")
        self._recent, self._samples = Flow(gap=12), Flow(gap=12)
        self.recent_title: QLabel = label(tr("Recent films"), "section")
        self.samples_title: QLabel = label(tr("Samples to look around in"), "section")
        self.text = Prose(lines=3, most=8)
        self.text.setUndoRedoEnabled(True)
        self.text.setAccessibleName(tr("Idea or description"))
        self.text.setPlaceholderText(
            tr("Two old friends meet by chance at the roadside and one of them is hiding something")
        )
        self.start = button(tr("Make the storyboard"), self._begin, "idea", "primary")
        self.start.setEnabled(False)
        others = row(
            button(tr("Screenplay…"), lambda: self.new_film.emit("script"), "script"),
            button(tr("Empty film"), lambda: self.new_film.emit("empty"), "film"),
            button(tr("Open…"), self.open_film.emit, "open"),
            button(tr("How it works"), self.help.emit, "help", "quiet"),
            None,
            self.start,
        )
        body = QWidget()
        body.setMaximumWidth(2 * 424)
        body.setLayout(
            column(
                None,
                label(tr("What happens in your film?"), "title"),
                label(
                    tr("One sentence is enough. You get a storyboard of staged 3D shots, and a film from it."),
                    "muted",
                    True,
                ),
                8,
                self.text,
                others,
                28,
                self.recent_title,
                self._recent,
                12,
                self.samples_title,
                self._samples,
                None,
                gap=8,
            )
        )
        inner = kind(QWidget(), "page")
        line = QHBoxLayout(inner)
        line.setContentsMargins(48, 24, 48, 24)
        line.addStretch(1)
        line.addWidget(body, 12)
        line.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.text.typed.connect(lambda text: self.start.setEnabled(bool(text.strip())))
        self.text.committed.connect(self._begin)
        for each in samples():
            self._samples.addWidget(self._sample(each))
        self.samples_title.setVisible(self._samples.count() > 0)
        self.refresh()

    def _begin(self) -> None:
        text = self.text.toPlainText().strip()
        if text:
            self.idea.emit(text)

    def refresh(self) -> None:
        """Lists the recent films that are still there."""
        clear(self._recent)
        there = [Path(r) for r in self.preferences.recent if (Path(r) / FILM).exists()][:RECENT]
        self.recent_title.setVisible(bool(there))
        for folder in there:
            self._recent.addWidget(self._entry(folder))

    def _entry(self, folder: Path) -> FilmCard:
        title, picture = _known(folder)
        place = folder.parent if title == folder.name else folder
        made = FilmCard(self.thumbnails, title, _short(place), picture)
        made.clicked.connect(lambda _=False: self.chosen.emit(str(folder)))
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(lambda point: self._menu(made, folder, point))
        return made

    def _sample(self, sample: Sample) -> FilmCard:
        shots = counted(sample.shots, tr("{n} shot"), tr("{n} shots"))
        made = FilmCard(self.thumbnails, sample.title, f"{tr(sample.source)}, {shots}", sample.picture)
        made.clicked.connect(lambda _=False: self.sample.emit(sample))
        return made

    def _menu(self, card: FilmCard, folder: Path, point) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Open"), lambda: self.chosen.emit(str(folder)))
        menu.addAction(tr("Take off this list"), lambda: self._forget(str(folder)))
        menu.popup(card.mapToGlobal(point))

    def _forget(self, folder: str) -> None:
        self.preferences.forget(folder)
        self.refresh()


def _short(folder: Path) -> str:
    try:
        return f"~/{folder.relative_to(Path.home())}"
    except ValueError:
        return str(folder)


def _known(folder: Path) -> tuple[str, Path | None]:
    """The name of a project's film (the folder's where it cannot be read), and a keyframe to know it by."""
    name = folder.name
    try:
        film = json.loads((folder / FILM).read_text(encoding="utf-8"))
        name = film.get("title") or name
        for scene in film["scenes"]:
            for shot in scene["shots"]:
                for take in shot.get("takes", ()):
                    if take["id"] == shot.get("active_take") and take["keyframes"]:
                        return name, folder / take["keyframes"][0]["file"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return name, None
