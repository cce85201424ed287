"""What the main window does about bringing things in."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.archive import unpack
from app.document import Source
from app.edits import Group
from app.errors import ShotwrightError
from ui.studio.films import Films
from ui.studio.language import counted, tr
from ui.studio.notices import Bar, Notices
from ui.studio.production import Production
from ui.studio.workspace import Workspace

SCRIPTS = ("*.fountain", "*.fdx", "*.txt", "*.json")


class Importing(QObject):
    """Nothing is changed before the person has seen what would be."""

    def __init__(self, window: QWidget, films: Films, production: Production, bar: Bar, notices: Notices):
        super().__init__(window)
        self._window, self.films, self.production, self._bar, self._notices = window, films, production, bar, notices
        self.workspace: Workspace = films.workspace

    # ---- screenplays

    def ask_script(self) -> None:
        """Asks for a new draft of the screenplay."""
        dialog = self._dialog(tr("Import a new draft of the screenplay"))
        dialog.setNameFilters([f"{tr('Screenplays')} ({' '.join(SCRIPTS)})", f"{tr('All files')} (*)"])
        dialog.fileSelected.connect(lambda file: self.script(Path(file)))
        dialog.open()

    def dropped_script(self, path: Path, begin: object) -> None:
        """A script was dropped on an open film: asks whether it is a draft of it, or `begin`s another film."""
        self._bar.ask(
            tr("What is “{name}” to be?").format(name=path.name),
            [
                (tr("A new draft of this film"), lambda: self.script(path)),
                (tr("Another film"), begin),
                (tr("Cancel"), lambda: None),
            ],
        )

    def script(self, path: Path) -> None:
        """Compares a script with the film in the background, then shows what would change."""
        self.production.tasks.start(self._compare(path), tr("Reading the new draft"))

    async def _compare(self, path: Path) -> None:
        from agents.input import read
        from agents.redraft.compare import compare_beside

        film = self.workspace.film
        if film is None:
            return
        source: Source = await asyncio.to_thread(read, path)
        found = await compare_beside(film, source)
        if self.workspace.film is not film:
            return
        if not found.changes:
            self._notices.say(tr("Nothing changes: the film reads as “{name}” does").format(name=path.name), "good")
            return
        self._show(found, path.name)

    def _show(self, found, name: str) -> None:
        from ui.studio.importing.redraft import RedraftDialog

        dialog = RedraftDialog(found, name, self._window)
        dialog.jump.connect(self.workspace.select)
        dialog.decided.connect(lambda ids: self._apply(found, ids))
        dialog.show()

    def _apply(self, found, accepted: set[int]) -> None:
        try:
            edit: Group = found.edit(accepted)
        except ShotwrightError as error:
            self._notices.error(error)
            return
        if self.workspace.apply(edit):
            said = counted(len(accepted), tr("One change made"), tr("{n} changes made"))
            self._notices.say(said, "good", action=(tr("Undo"), self.workspace.undo))

    # ---- packed projects

    def ask_archive(self) -> None:
        """Asks for a packed project and opens it."""
        dialog = self._dialog(tr("Open a packed project"))
        dialog.setNameFilters([f"{tr('Packed projects')} (*.zip)"])
        dialog.fileSelected.connect(lambda file: self.archive(Path(file)))
        dialog.open()

    def archive(self, path: Path) -> None:
        """Unpacks a project to the folder of films and opens it."""
        self.production.tasks.start(self._unpack(path), tr("Unpacking"))

    async def _unpack(self, path: Path) -> None:
        home = self.films.preferences.projects_folder
        folder, number = home / path.stem, 2
        while folder.exists():
            folder, number = home / f"{path.stem} {number}", number + 1
        await asyncio.to_thread(unpack, path, folder)
        self.films.open_folder(folder)

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog
