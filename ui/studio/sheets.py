"""Opens the sheets that lie over the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QApplication, QWidget

from ui.studio.actions import Actions
from ui.studio.backups import BackupSheet
from ui.studio.compare import CompareSheet
from ui.studio.finding import Entry
from ui.studio.palette import CommandPalette, KeySheet, Sheet
from ui.studio.reports import ReportSheet
from ui.studio.thumbnails import Thumbnails
from ui.studio.workspace import Workspace


class Sheets:
    """Each sheet is made when asked for, goes away when closed, and gives the focus back."""

    def __init__(self, window: QWidget, workspace: Workspace, thumbnails: Thumbnails):
        self._window, self.workspace, self.thumbnails = window, workspace, thumbnails

    def palette(self, actions: Actions, more: Iterable[Entry] = ()) -> None:
        """Finding commands, shots, people and places by their names; `more`: what else can be found."""
        self._ready(CommandPalette(self._window, actions, self.workspace, more)).open()

    def keys(self, actions: Actions, change: Callable[[], object], save: Callable[[], object]) -> None:
        """The list of all keys; `change` opens their settings, `save` writes them down."""
        self._ready(KeySheet(self._window, actions, change, save)).open()

    def backups(self) -> None:
        """Earlier versions of the film."""
        self._ready(BackupSheet(self._window, self.workspace)).open()

    def reports(self) -> None:
        """What the crew could not take as written, and what it proposes."""
        self._ready(ReportSheet(self._window, self.workspace)).open()

    def compare(self, used: str, other: str) -> None:
        """Two takes of the current shot against each other."""
        shot = self.workspace.shot
        takes = {t.id: t for t in shot.takes} if shot else {}
        if used in takes and other in takes:
            sheet = CompareSheet(self._window, self.workspace, self.thumbnails)
            self._ready(sheet)
            sheet.show_takes(shot, takes[used], takes[other])

    def _ready(self, sheet: Sheet) -> Sheet:
        before = QApplication.focusWidget()
        sheet.closed.connect(sheet.deleteLater)
        if before is not None:
            sheet.closed.connect(before.setFocus)
        return sheet
