"""What can be chosen for each kind of file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from agents.exports.formats import FORMATS, PRESETS, Format, size_for
from app.document import Film
from render.interchange.layout import FIELDS, GRIDS, PAPERS, Layout
from ui.studio.language import mark, tr
from ui.studio.settings.page import field, form
from ui.studio.widgets import Flow, Segments, combo, label

OWN = "own"
NAMES = 88
"""Width of the column of names, the same in all forms of the dialog."""
QUALITIES = (
    ("animatic", mark("Animatic: one sample, on twos")),
    ("preview", mark("Preview: soft noise, every frame")),
    ("final", mark("Final: clean light, slow")),
    ("flat", mark("Flat: no light, quickest")),
)
HEIGHTS = (360, 480, 720, 1080, 1440, 2160)
FIELD_NAMES = {
    "type": mark("Shot type"), "lens": mark("Lens"), "move": mark("Move"), "length": mark("Length"),
    "scene": mark("Scene"), "description": mark("Action"), "dialogue": mark("Dialogue"), "notes": mark("Notes"),
    "plot": mark("Camera plot"),
}  # fmt: skip


class Options(QWidget):
    """The fields of the chosen format. changed(): something was chosen."""

    changed = Signal()

    def __init__(self, film: Film, parent: QWidget | None = None):
        super().__init__(parent)
        self.film = film
        self.preset = combo([(tr(p.title), p.key) for p in PRESETS.values()] + [(tr("Own choice"), OWN)], tr("Preset"))
        self.quality = combo([(tr(text), key) for key, text in QUALITIES], tr("Quality"))
        self.height = combo([(tr("As the quality has it"), None)] + [(f"{h} px", h) for h in HEIGHTS], tr("Height"))
        self.clips = QCheckBox(tr("Write a film of every shot and the mix beside it"))
        self.clips.setChecked(True)
        self.per_page = combo([], tr("Shots on a page"))
        self.paper = combo([(p.upper() if p == "a4" else p.title(), p) for p in PAPERS], tr("Paper"))
        self.turned = Segments((("landscape", tr("Landscape")), ("portrait", tr("Portrait"))), tr("Orientation"))
        self.fields = {key: QCheckBox(tr(FIELD_NAMES[key])) for key in FIELDS}
        boxes = QWidget()
        flow = Flow(boxes)
        for box in self.fields.values():
            box.setChecked(True)
            flow.addWidget(box)
        self._form: QFormLayout = form()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._rows = {}
        for key, name, part in (
            ("preset", tr("Preset"), self.preset), ("quality", tr("Quality"), self.quality),
            ("height", tr("Height"), self.height), ("clips", tr("Clips"), self.clips),
            ("per_page", tr("On a page"), self.per_page), ("paper", tr("Paper"), self.paper),
            ("turned", tr("Pages"), self.turned), ("fields", tr("Shows"), boxes),
        ):  # fmt: skip
            field(self._form, name, part).setMinimumWidth(NAMES)
            self._rows[key] = self._form.rowCount() - 1
        self.setLayout(self._form)
        self.preset.setCurrentIndex(1)
        self._fill_pages()
        self.per_page.setCurrentIndex(self.per_page.findData(6))
        for each in (self.quality, self.height, self.per_page, self.paper):
            each.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.preset.currentIndexChanged.connect(lambda _: self._preset_chosen())
        for each in (self.quality, self.height):
            each.activated.connect(lambda _: self._own_choice())
        self.turned.chosen.connect(lambda _: self._fill_pages())
        for box in (self.clips, *self.fields.values()):
            box.toggled.connect(lambda _: self._show_rows())
        self.format = FORMATS["mp4"]
        self._preset_chosen()
        self.show_format(self.format)

    def show_format(self, form_: Format) -> None:
        """Shows the fields of a format."""
        self.format = form_
        self._show_rows()

    def _show_rows(self) -> None:
        frames = self.renders
        shown = {"preset": self.format.key == "mp4", "quality": frames, "height": frames and self.format.key != "gif",
                 "clips": self.format.clips}  # fmt: skip
        for key, row in self._rows.items():
            self._form.setRowVisible(row, shown.get(key, self.format.key == "pdf"))
        self.changed.emit()

    def _fill_pages(self) -> None:
        chosen = self.per_page.currentData()
        self.per_page.clear()
        for count, (columns, rows) in GRIDS[self.turned.value].items():
            text = tr("1 shot") if count == 1 else tr("{count} shots, {columns} by {rows}")
            self.per_page.addItem(text.format(count=count, columns=columns, rows=rows), count)
        self.per_page.setCurrentIndex(max(self.per_page.findData(chosen), 0))

    def _preset_chosen(self) -> None:
        found = PRESETS.get(self.preset.currentData())
        if found is not None:
            self.quality.setCurrentIndex(self.quality.findData(found.quality))
            self.height.setCurrentIndex(max(self.height.findData(found.height), 0))

    def _own_choice(self) -> None:
        chosen = self.quality.currentData(), self.height.currentData()
        found = next((p.key for p in PRESETS.values() if (p.quality, p.height) == chosen), OWN)
        self.preset.setCurrentIndex(self.preset.findData(found))

    @property
    def renders(self) -> bool:
        """Whether frames have to be rendered for what is chosen."""
        return self.format.needs == "frames" or (self.format.clips and self.clips.isChecked())

    @property
    def size(self) -> tuple[int, int] | None:
        """Pixels, both even, in the film's shape; None for the quality's own."""
        return size_for(self.film, self.height.currentData()) if self.format.key != "gif" else None

    @property
    def layout_wanted(self) -> Layout:
        shown = tuple(key for key, box in self.fields.items() if box.isChecked())
        return Layout(self.per_page.currentData() or 6, self.paper.currentData(), self.turned.value, shown)


def about(form_: Format) -> QWidget:
    """What a format is for."""
    return label(tr(form_.about), "muted", wrap=True)
