"""Beginning, opening, saving and closing films, with the questions that go with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.document import PERSON, Film
from app.errors import ShotwrightError
from app.project import FILM, Recovery
from ui.studio.language import counted, tr
from ui.studio.notices import Bar, Notices
from ui.studio.pages.newfilm import Request
from ui.studio.preferences import Preferences
from ui.studio.production import Production
from ui.studio.samples import Sample, copy
from ui.studio.workspace import Workspace

PACKED = ".zip"
SCRIPTS = (".fountain", ".fdx", ".txt", ".json")


class Films(QObject):
    """Errors are told in the window; questions are asked in its bar. Nothing here is modal."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        production: Production,
        preferences: Preferences,
        bar: Bar,
        notices: Notices,
    ):
        super().__init__(window)
        self._window, self._bar, self._notices = window, bar, notices
        self.workspace, self.production, self.preferences = workspace, production, preferences
        workspace.recoverable.connect(self._offer_recovery)
        workspace.unrecoverable.connect(self._tell_set_aside)

    def make(self, request: Request, failed: Callable[[str], object]) -> None:
        """A new project as asked for, and its storyboard. `failed` is told what stands in the way."""

        def work() -> None:
            film = Film(title=request.title, fps=request.fps, size=request.size, seed=request.seed)
            if request.named:
                film.origins["title"] = PERSON
            try:
                self.workspace.create(request.folder, film)
            except ShotwrightError as error:
                failed(f"{error.what} {error.hint}".strip())
                return
            if request.text:
                self.production.plan(request.text, request.max_shots, request.seed, request.mood, request.grade)

        self.unless_unsaved(tr("starting another film"), work)

    def ask_open(self) -> None:
        """Asks for a project folder and opens it."""
        dialog = self._dialog(tr("Open a film (its project folder)"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.open_folder(Path(folder)))
        dialog.open()

    def open_folder(self, folder: Path) -> None:
        """Opens a project, named by its folder or its film.json."""
        if folder.name == FILM:
            folder = folder.parent

        def work() -> None:
            try:
                self.workspace.open(folder)
            except ShotwrightError as error:
                self._notices.error(error)

        self.unless_unsaved(tr("opening another film"), work)

    def open_sample(self, sample: Sample) -> None:
        """Opens a copy of a sample, which is the person's own from then on."""
        try:
            folder = copy(sample, self.preferences.projects_folder)
        except ShotwrightError as error:
            self._notices.error(error)
            return
        self.open_folder(folder)
        self._notices.say(tr("This is your own copy: change what you like."), hint=str(folder))

    def save(self) -> None:
        """Saves the film."""
        try:
            self.workspace.save()
        except ShotwrightError as error:
            self._notices.error(error)

    def ask_save_as(self) -> None:
        """Asks for a folder and goes on there."""
        dialog = self._dialog(tr("Save the film in a new folder"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(lambda folder: self.save_to(Path(folder)))
        dialog.open()

    def save_to(self, folder: Path) -> None:
        """Copies the film to a folder and goes on there."""
        try:
            self.workspace.save_as(folder)
        except ShotwrightError as error:
            self._notices.error(error)
            return
        self.preferences.remember(folder)
        self._notices.say(tr("Saved in {folder}").format(folder=folder), "good")

    def close(self) -> None:
        """Closes the film, after asking about changes."""
        self.unless_unsaved(tr("closing the film"), self.workspace.close)

    def unless_unsaved(self, before: str, work: Callable[[], object]) -> None:
        """Does `work`, after asking about changes that are not saved. before: "closing the film"."""
        if not self.workspace.dirty:
            work()
            return

        def save() -> None:
            self.save()
            if not self.workspace.dirty:
                work()

        def discard() -> None:
            self.workspace.close(keep=False)
            work()

        title = self.workspace.film.title
        self._bar.ask(
            tr("Save the changes to “{name}” before {before}?").format(name=title, before=before),
            [(tr("Save"), save), (tr("Discard changes"), discard), (tr("Cancel"), lambda: None)],
        )

    def _tell_set_aside(self, journal: Path) -> None:
        self._notices.say(
            tr("Changes of a session that ended early could not be brought back; the film is as last saved."),
            hint=tr("They are kept in {file}.").format(file=journal),
            stays=True,
        )

    def _offer_recovery(self, recovery: Recovery) -> None:
        if self.preferences.safe:
            aside = self.workspace.decline_recovery()
            self._notices.say(
                tr("Safe mode: the film is as last saved."),
                hint=tr("Later changes are kept in {file}.").format(file=aside),
                stays=True,
            )
            return
        changes = counted(recovery.edits, tr("one change"), tr("{n} changes"))

        def bring_back() -> None:
            try:
                count = self.workspace.recover(recovery)
            except ShotwrightError as error:
                self._notices.error(error)
                return
            self._notices.say(counted(count, tr("{n} change brought back"), tr("{n} changes brought back")), "good")

        self._bar.ask(
            tr("The last session ended early, with {changes} that had not been saved.").format(changes=changes),
            [(tr("Bring back"), bring_back), (tr("Leave as saved"), self.workspace.decline_recovery)],
        )

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setDirectory(str(self.preferences.projects_folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog


def dropped(data: QMimeData) -> Path | None:
    """The script or project that is dragged here from outside."""
    paths = [Path(u.toLocalFile()) for u in data.urls() if u.isLocalFile()]
    if len(paths) != 1:
        return None
    path = paths[0]
    known = (path / FILM).exists() or path.name == FILM or path.suffix.lower() in (*SCRIPTS, PACKED)
    return path if known else None
