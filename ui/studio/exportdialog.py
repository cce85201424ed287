"""Writing the film to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.document import Film
from ui.studio import words
from ui.studio.production import Production
from ui.studio.storyboard.card import state_of
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, clear, column, label, row, rule

QUALITIES = (
    ("animatic", "Animatic: small, on twos, quick"),
    ("preview", "Preview: 960 pixels wide"),
    ("final", "Final: full size, slow"),
    ("flat", "Flat: no light, quickest"),
)
HEIGHTS = ("Quality's own", "360", "480", "720", "1080", "1440", "2160")


class ExportDialog(QDialog):
    """wanted(path, quality, size or None); jump(shot id): look at a shot with a problem."""

    wanted = Signal(object, str, object)
    jump = Signal(str)

    def __init__(self, production: Production, film: Film, target: Path, parent: QWidget | None = None):
        super().__init__(parent)
        self.production, self.film = production, film
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.format = QComboBox()
        self.format.addItem("Film: MP4 (H.264, AAC, subtitles)", "mp4")
        self.format.setAccessibleName("Format")
        self.quality = QComboBox()
        for key, text in QUALITIES:
            self.quality.addItem(text, key)
        self.quality.setCurrentIndex(1)
        self.quality.setAccessibleName("Quality")
        self.height = QComboBox()
        self.height.addItems(HEIGHTS)
        self.height.setAccessibleName("Picture height")
        self.path = QLineEdit(str(target))
        self.path.setAccessibleName("File")
        self.estimate = label(style="muted")
        self._checks = QVBoxLayout()
        self._checks.setSpacing(4)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label("Format", "muted"), self.format)
        form.addRow(label("Quality", "muted"), self.quality)
        form.addRow(label("Height", "muted"), self.height)
        form.addRow(label("File", "muted"), row(self.path, button("Choose…", self._choose)))
        form.addRow(label("Takes about", "muted"), self.estimate)
        self.start = button("Export", self._start, "export", "primary")
        self.start.setDefault(True)
        self.setLayout(
            column(
                label("Export", "title"),
                form,
                rule(),
                self._checks,
                row(label("Runs in the background; you can go on working.", "small"), None,
                    button("Cancel", self.reject), self.start),
                margins=(24, 20, 24, 20), gap=16,
            )
        )  # fmt: skip
        self.quality.currentIndexChanged.connect(lambda _: self._guess())
        self._guess()
        self.preflight()

    def _guess(self) -> None:
        seconds = self.production.estimate(self.quality.currentData())
        length = words.running_time(self.film.length, self.film.rate)
        self.estimate.setText(
            f"{words.duration(seconds)} on this machine, for {length} min of film" if seconds else "not known yet"
        )

    def preflight(self) -> list[str]:
        """Lists what stands in the way or should be looked at. Returns the words."""
        clear(self._checks)
        said: list[str] = []
        for number, _, shot in self.film.numbered():
            if shot.omitted:
                continue
            state = state_of(shot, failure=self.production.failure(shot.id), stale=self.production.stale)
            if state.name in ("empty", "failed", "stale", "rejected"):
                said.append(f"{words.shot_name(number, shot)}: {state.word.lower()}, {state.why}")
                if len(said) <= 4:
                    self._checks.addLayout(self._problem(state, said[-1], shot.id))
        if not any(not s.omitted for s in self.film.shots()):
            said.append("The film has no shots")
            self._checks.addWidget(label(said[-1], "bad"))
            self.start.setEnabled(False)
        elif not said:
            sign = label()
            theme.dress(sign, "passed", "good")
            self._checks.addLayout(row(sign, label("All shots are staged and passed their review."), None))
        elif len(said) > 4:
            self._checks.addWidget(label(f"and {len(said) - 4} more", "small"))
        missing = sum(1 for s in self.film.shots(omitted=False) if s.take is None)
        if missing:
            counted = "One shot has no take; it is" if missing == 1 else f"{missing} shots have no take; they are"
            self._checks.addWidget(kind(label(f"{counted} staged first.", wrap=True), "small"))
        return said

    def _problem(self, state, text: str, shot: str):
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, state.icon, state.tone)
        line = row(sign, label(text, wrap=True), button("Show", lambda: self._jump(shot), style="quiet"))
        line.setStretch(1, 1)
        return line

    def _jump(self, shot: str) -> None:
        self.jump.emit(shot)
        self.reject()

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Export to", self.path.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Film (*.mp4)")
        dialog.setDefaultSuffix("mp4")
        dialog.fileSelected.connect(self.path.setText)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def size_wanted(self) -> tuple[int, int] | None:
        """Pixels, both even, in the film's shape; None for the quality's own."""
        if self.height.currentIndex() == 0:
            return None
        height = int(self.height.currentText())
        width = round(height * self.film.size[0] / self.film.size[1] / 2) * 2
        return width, height

    def _start(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        if path.suffix.lower() != ".mp4":
            path = path.with_suffix(".mp4")
        self.wanted.emit(path, self.quality.currentData(), self.size_wanted())
        self.accept()
