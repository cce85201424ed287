"""Going back to an earlier version of the film."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QWidget

from app.document import Film
from app.errors import ShotwrightError
from app.project import Backup, load_film
from ui.studio import words
from ui.studio.language import counted, tr
from ui.studio.listsheet import ListSheet
from ui.studio.theme.style import kind
from ui.studio.widgets import button, column, label, row
from ui.studio.workspace import Workspace


class BackupSheet(ListSheet):
    """Lists the versions that were saved before, the newest first; going back is one step that can be undone."""

    def __init__(self, window: QWidget, workspace: Workspace):
        intro = tr(
            "Each was kept when the film was saved over it: the newest ten, then one an hour and one a day. Going back "
            "is a step you can undo."
        )
        super().__init__(window, 640, tr("Earlier versions"), intro)
        self.workspace = workspace
        backups = workspace.project.backups() if workspace.project else []
        none = label(tr("There are none yet: the film was saved only once."), "muted", wrap=True)
        self.fill(*[self._row(b) for b in backups] or [none])

    def _row(self, backup: Backup) -> QFrame:
        frame = kind(QFrame(), "card")
        when = QLocale().toString(datetime.fromtimestamp(backup.written), QLocale.FormatType.LongFormat)
        try:
            film = load_film(backup.path)
        except ShotwrightError as error:
            frame.setLayout(column(label(when, "strong"), label(error.what, "bad", wrap=True), margins=(12, 8, 12, 8)))
            return frame
        back = button(tr("Go back to this"), lambda: self._restore(film))
        back.setAccessibleName(tr("Go back to the version of {when}").format(when=when))
        texts = column(label(when, "strong"), label(_size(film), "small", wrap=True), gap=2)
        line = row(texts, back, margins=(12, 8, 12, 8))
        line.setStretch(0, 1)
        frame.setLayout(line)
        return frame

    def _restore(self, film: Film) -> None:
        self.close_sheet()
        self.workspace.restore(film)


def _size(film: Film) -> str:
    """ "The right words, 12 shots, 0:38"."""
    shots = list(film.shots())
    count = counted(len(shots), tr("{n} shot"), tr("{n} shots"))
    return f"{film.title}, {count}, {words.running_time(film.length, film.rate)}"
