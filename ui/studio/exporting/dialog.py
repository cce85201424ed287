"""Writing the film as a file, a folder or a project to hand on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from agents.exports.formats import FORMATS, Format, Wish
from agents.exports.preflight import preflight
from app.document import Film
from ui.studio import words
from ui.studio.exporting.options import NAMES, Options
from ui.studio.exporting.problems import Problems
from ui.studio.language import mark, tr
from ui.studio.production import Production
from ui.studio.settings.page import field, form
from ui.studio.theme.style import kind
from ui.studio.widgets import Segments, button, column, label, row, rule

GROUPS = (
    (mark("Film"), ("mp4", "gif", "png")),
    (mark("Paper"), ("pdf", "csv")),
    (mark("Words"), ("fountain", "fdx", "srt", "vtt")),
    (mark("Editing"), ("otio", "fcpxml", "edl")),
    (mark("Blender and project"), ("blend", "blends", "zip")),
)
_ROLE = Qt.ItemDataRole.UserRole


class ExportDialog(QDialog):
    """wanted(Wish); jump(shot id): look at a shot with a problem."""

    wanted = Signal(object)
    jump = Signal(str)

    def __init__(
        self, production: Production, film: Film, target: Path, chosen: list[str] = (), parent: QWidget | None = None
    ):
        """target: where a film would go, without a suffix; chosen: ids of the selected shots."""
        super().__init__(parent)
        self.production, self.film, self.target = production, film, target
        self._chosen = [s.id for s in film.shots(omitted=False) if s.id in set(chosen)]
        self._own_path = False
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 640)
        self.formats = QListWidget()
        self.formats.setAccessibleName(tr("Formats"))
        self.formats.setFixedWidth(216)
        kind(self.formats, "side")
        self._fill_formats()
        self.title, self.about = label(style="heading"), label(style="muted", wrap=True)
        self.options = Options(film)
        self.which = Segments((("all", tr("Whole film")), ("chosen", "")), tr("Which shots"))
        count = len(self._chosen)
        self.which.set_text("chosen", tr("Selected shot") if count == 1 else tr("{n} selected").format(n=count))
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("File"))
        self.estimate = label(style="muted")
        self._fields = form()
        for name, part, buddy in (
            (tr("Shots"), row(self.which, None), self.which),
            (tr("Where"), row(self.path, button(tr("Choose…"), self._choose)), self.path),
            (tr("Takes about"), self.estimate, None),
        ):
            field(self._fields, name, part, buddy).setMinimumWidth(NAMES)
        self.problems = Problems()
        self.renew = QCheckBox(tr("Make new takes of what is out of date first"))
        self.renew.setToolTip(tr("Otherwise the takes that are there are used. Locked shots stay as they are"))
        self.start = button(tr("Export"), self._start, "export", "primary")
        self.start.setDefault(True)
        page = column(
            self.title, self.about, 4, self.options, self._fields, rule(), self.problems, self.renew,
            margins=(24, 20, 24, 12), gap=10,
        )  # fmt: skip
        page.setStretch(page.indexOf(self.problems), 1)
        note = label(tr("Runs in the background; you can go on working."), "small")
        foot = row(note, None, button(tr("Cancel"), self.reject), self.start, margins=(24, 10, 24, 16))
        body = row(self.formats, column(page, rule(), foot, gap=0), gap=0)
        body.setStretch(1, 1)
        self.setLayout(body)
        self.formats.currentItemChanged.connect(lambda *_: self._format_chosen())
        self.options.changed.connect(self._guess)
        self.which.chosen.connect(lambda _: self._look())
        self.path.textEdited.connect(lambda _: setattr(self, "_own_path", True))
        self.problems.asked.connect(self._jump)
        self.choose_format("mp4")
        self._look()

    def _fill_formats(self) -> None:
        for name, keys in GROUPS:
            head = QListWidgetItem(tr(name))
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setSizeHint(QSize(0, 32))
            head.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
            self.formats.addItem(head)
            for key in keys:
                item = QListWidgetItem(tr(FORMATS[key].title))
                item.setData(_ROLE, key)
                item.setSizeHint(QSize(0, 28))
                item.setToolTip(tr(FORMATS[key].about))
                self.formats.addItem(item)

    def choose_format(self, key: str) -> None:
        """Shows the options of a format."""
        for at in range(self.formats.count()):
            if self.formats.item(at).data(_ROLE) == key:
                self.formats.setCurrentRow(at)

    @property
    def format(self) -> Format:
        item = self.formats.currentItem()
        return FORMATS[item.data(_ROLE) if item and item.data(_ROLE) else "mp4"]

    def _format_chosen(self) -> None:
        chosen = self.format
        self.title.setText(tr(chosen.title))
        self.about.setText(tr(chosen.about))
        self.options.show_format(chosen)
        self._fields.setRowVisible(0, bool(self._chosen) and chosen.needs in ("frames", "takes"))
        if not self._own_path:
            self.path.setText(f"{self.target}{chosen.suffix}" if chosen.suffix else f"{self.target} {chosen.key}")
        self._look()

    def _guess(self) -> None:
        self._fields.setRowVisible(2, self.options.renders)
        if not self.options.renders:
            return
        chosen = self.shots
        seconds = self.production.estimate(self.options.quality.currentData(), self.options.size, chosen)
        frames = sum(s.length for s in self.film.shots(omitted=False) if chosen is None or s.id in chosen)
        length = words.running_time(frames, self.film.rate)
        told = tr("{time} on this machine, for {length} min of film; less for what is rendered already")
        self.estimate.setText(
            told.format(time=words.duration(seconds), length=length) if seconds else tr("not known yet")
        )

    def _look(self) -> None:
        """Lists what stands in the way of what is chosen, and how long it takes."""
        self._guess()
        found = preflight(self.film, self.production.stale, self.production.failure)
        ids = self.shots
        shown = [p for p in found if ids is None or not p.shot or p.shot in ids]
        self.problems.show_problems(shown)
        free = {s.id for s in self.film.shots() if not s.locked}
        self.renew.setVisible(self.format.needs != "words" and any(p.kind == "stale" and p.shot in free for p in shown))
        self.start.setEnabled(not any(p.kind == "nothing" for p in found))

    @property
    def shots(self) -> tuple[str, ...] | None:
        """Only these shots, or None for all."""
        return tuple(self._chosen) if self.which.value == "chosen" and self._chosen else None

    def wish(self) -> Wish:
        """What is asked for. A missing suffix is added."""
        path = Path(self.path.text().strip() or str(self.target)).expanduser()
        suffix = self.format.suffix
        if suffix and path.suffix.lower() != suffix:
            path = path.with_name(path.name + suffix) if path.suffix not in _SUFFIXES else path.with_suffix(suffix)
        shots = self.shots if self.format.needs in ("frames", "takes") else None
        quality = self.options.quality.currentData()
        clips, renew = self.options.clips.isChecked(), self.renew.isChecked() and not self.renew.isHidden()
        return Wish(self.format.key, path, quality, self.options.size, self.options.layout_wanted, clips, shots, renew)

    def _jump(self, shot: str) -> None:
        self.jump.emit(shot)
        self.reject()

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Export to"), self.path.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if self.format.suffix:
            dialog.setNameFilter(f"{tr(self.format.title)} (*{self.format.suffix})")
            dialog.setDefaultSuffix(self.format.suffix[1:])
        dialog.fileSelected.connect(self._path_chosen)
        dialog.open()

    def _path_chosen(self, path: str) -> None:
        self._own_path = True
        self.path.setText(path)

    def _start(self) -> None:
        self.wanted.emit(self.wish())
        self.accept()


_SUFFIXES = {f.suffix for f in FORMATS.values() if f.suffix}
