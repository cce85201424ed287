"""A learned function: its versions, what changed between them, and going back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from app.document import PERSON
from app.errors import ShotwrightError
from library.learned.store import Entry, LearnedLibrary
from ui.studio.fields import Combo
from ui.studio.language import tr
from ui.studio.theme import fonts
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, column, label, row


class LearnedFields(QWidget):
    """Follows the function that is chosen. `changed` is called when another version has come into use."""

    def __init__(self, library: LearnedLibrary, changed: Callable[[], object], failed: Callable[[object], object]):
        super().__init__()
        self.library, self._changed, self._failed = library, changed, failed
        self._entry: Entry | None = None
        self.version = Combo()
        self.version.setAccessibleName(tr("Version"))
        self.version.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.why = label(style="small", wrap=True)
        self.diff = kind(QPlainTextEdit(), "code")
        self.diff.setReadOnly(True)
        self.diff.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.diff.setFont(fonts.code(11))
        self.diff.setMinimumHeight(150)
        self.diff.setAccessibleName(tr("What this version changed"))
        self.use = button(tr("Use this version"), self._use)
        self.retire = button(tr("Retire"), self._retire, tip=tr("Out of use; takes made with it can still be rendered"))
        self.setLayout(column(self.version, self.why, self.diff, row(self.use, self.retire, None, gap=6), gap=6))
        self.version.currentIndexChanged.connect(lambda _: self._show())

    def show_function(self, name: str) -> None:
        """Shows a function, its version in use first."""
        try:
            self._entry = entry = self.library.entry(name)
        except ShotwrightError as error:
            self._failed(error)
            return
        self.version.blockSignals(True)
        self.version.clear()
        for each in reversed(entry.versions):
            used = tr(", in use") if each.version == entry.active else ""
            self.version.addItem(f"{tr('Version')} {each.version}{used}", each.version)
        at = self.version.findData(entry.active)
        self.version.setCurrentIndex(max(at, 0))
        self.version.blockSignals(False)
        self._show()

    def _show(self) -> None:
        entry, number = self._entry, self.version.currentData()
        if entry is None or number is None:
            return
        chosen = next(v for v in entry.versions if v.version == number)
        by = chosen.by.name or {"person": tr("you"), "house": tr("the house crew")}.get(chosen.by.by, chosen.by.by)
        shot = tr("for {shot}").format(shot=chosen.shot) if chosen.shot else ""
        parts = [f"{chosen.made[:10]}, {by}", chosen.why, shot]
        self.why.setText(". ".join(p for p in parts if p))
        self.use.setEnabled(number != entry.active)
        self.retire.setEnabled(entry.active is not None)
        self._show_diff(self.library.diff(entry.name, number - 1, number))

    def _show_diff(self, text: str) -> None:
        self.diff.clear()
        cursor = QTextCursor(self.diff.document())
        for line in text.splitlines()[2:]:
            form = QTextCharFormat()
            tone = {"+": "good", "-": "bad", "@": "faint"}.get(line[:1], "text")
            form.setForeground(theme.colour(tone))
            cursor.insertText(line + "\n", form)
        self.diff.moveCursor(QTextCursor.MoveOperation.Start)

    def _use(self) -> None:
        number = self.version.currentData()
        self._do(lambda name: self.library.roll_back(name, PERSON, tr("chosen in the library"), number))

    def _retire(self) -> None:
        self._do(lambda name: self.library.retire(name, PERSON, tr("retired in the library")))

    def _do(self, work: Callable[[str], object]) -> None:
        try:
            work(self._entry.name)
        except ShotwrightError as error:
            self._failed(error)
            return
        self.show_function(self._entry.name)
        self._changed()
