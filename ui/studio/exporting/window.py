"""What the main window does about exporting: the dialog, and the word when something is written."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.studio.language import counted, tr
from ui.studio.notices import Notices
from ui.studio.production import Production, Work
from ui.studio.reveal import reveal
from ui.studio.workspace import Workspace


class Exporting(QObject):
    def __init__(self, window: QWidget, workspace: Workspace, production: Production, notices: Notices):
        super().__init__(window)
        self._window, self.workspace, self.production, self._notices = window, workspace, production, notices
        production.finished.connect(self._ended)

    def ask(self, format: str = "") -> QWidget | None:
        """Opens the dialog, at a format if one is named; None where no film is open."""
        from ui.studio.exporting.dialog import ExportDialog

        film, project = self.workspace.film, self.workspace.project
        if film is None or project is None:
            return None
        target = project.folder.parent / project.folder.name.removesuffix(".shotwright")
        selection = self.workspace.selection if len(self.workspace.selection) > 1 else []
        dialog = ExportDialog(self.production, film, target, selection, self._window)
        dialog.wanted.connect(self.production.export)
        dialog.jump.connect(self.workspace.select)
        if format:
            dialog.choose_format(format)
        dialog.open()
        return dialog

    def _ended(self, work: Work) -> None:
        report = work.report
        if work.state != "done" or report is None:
            return
        show = (tr("Show in folder"), lambda: reveal(report.path))
        name = tr("{name} is ready").format(name=report.path.name)
        if not report.troubles:
            self._notices.say(name, "good", f"{report.said}\n{report.path.parent}", show)
            return
        first = report.troubles[0]
        told = counted(
            len(report.troubles), tr("One shot is not as it should be"), tr("{n} shots are not as they should be")
        )
        self._notices.say(
            f"{name}. {told}", "info", "\n".join(f"{t.name}: {t.text}" for t in report.troubles[:4]),
            (tr("Show {name}").format(name=first.name), lambda: self.workspace.select(first.shot)), stays=True,
        )  # fmt: skip
