"""The film that is open in the studio, what is selected in it, and the one way to change it."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document import PERSON, Film, Shot
from app.edits import AnyEdit, Group, ReplaceFilm
from app.errors import ShotwrightError
from app.project import Project, Recovery
from app.session import Session

NOT_COPIED = ("film.json", "journal.jsonl", ".lock", "backups")


class Workspace(QObject):
    """opened: another film is shown (or none). edited(edit): the film changed. saved: it was written.
    selected: the current shot or the selection is another. failed(error): something could not be done.
    recoverable(recovery): the project holds edits of a session that ended badly; unrecoverable(path): it held some
    that could not be brought back and were set aside there."""

    opened = Signal()
    edited = Signal(object)
    saved = Signal()
    selected = Signal()
    failed = Signal(object)
    recoverable = Signal(object)
    unrecoverable = Signal(object)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.session: Session | None = None
        self.current: str | None = None
        self.selection: list[str] = []
        self._disconnect: Callable[[], None] | None = None
        self._tokens = itertools.count()

    # ---- opening and closing

    @property
    def film(self) -> Film | None:
        return self.session.film if self.session else None

    @property
    def project(self) -> Project | None:
        return self.session.project if self.session else None

    @property
    def dirty(self) -> bool:
        return self.session is not None and self.session.dirty

    def open(self, folder: Path) -> None:
        """Opens a project in place of the one that is open. Raises ShotwrightError; the old one then stays."""
        if self.project and self.project.folder.resolve() == folder.resolve():
            return
        project, film = Project.open(folder)
        recovery = project.recovery()
        self._take(Session(film, project))
        if recovery is not None:
            self.recoverable.emit(recovery)
        elif project.set_aside is not None:
            self.unrecoverable.emit(project.set_aside)

    def create(self, folder: Path, film: Film) -> None:
        """Makes a new project and opens it. Raises ShotwrightError; what was open then stays open."""
        self._take(Session(film, Project.create(folder, film)))

    def recover(self, recovery: Recovery) -> int:
        """Brings back the edits found in the journal. Returns how many.
        Raises ShotwrightError; the film is then as last saved."""
        project = self.project
        if project is None:
            return 0
        film = self.session.film.model_copy(deep=True)
        count = project.recover(film)
        session = Session(film, project)
        session.save()
        self._take(session)
        return count

    def decline_recovery(self) -> Path | None:
        """Keeps the film as last saved; the journal goes to the backups. Returns where it is."""
        return self.project.set_recovery_aside() if self.project is not None else None

    def restore(self, backup: Film) -> bool:
        """Makes the film what it was in a backup; one step that can be undone."""
        return self.apply(Group(name="go back to an earlier version", edits=[ReplaceFilm(film=backup)]))

    def save(self) -> None:
        """Raises ShotwrightError."""
        if self.session is not None:
            self.session.save()
            self.saved.emit()

    def save_as(self, folder: Path) -> None:
        """Copies the project with its takes and voices to a new folder and goes on there.
        Raises ShotwrightError; the film then stays where it was."""
        session = self.session
        if session is None or session.project is None:
            return
        old = session.project
        if (folder / "film.json").exists():
            raise ShotwrightError("project", f"{folder} holds a project already", "Choose another folder.")
        try:
            shutil.copytree(old.folder, folder, ignore=shutil.ignore_patterns(*NOT_COPIED), dirs_exist_ok=True)
        except OSError as error:
            raise ShotwrightError("disk", f"the project was not copied to {folder}: {error}") from error
        session.project = Project.create(folder, session.film)
        old.set_recovery_aside()
        old.close()
        session.save()
        self.saved.emit()

    def close(self, keep: bool = True) -> None:
        """Closes the film. `keep` false: edits since the last save are set aside, not offered next time."""
        if self.project is not None and not keep:
            self.project.set_recovery_aside()
        self._take(None)

    def _take(self, session: Session | None) -> None:
        if self._disconnect:
            self._disconnect()
        same = session is not None and self.session is not None and session.project is self.session.project
        if self.project is not None and not same:
            self.project.close()
        self.session = session
        self._disconnect = session.changed.connect(self._changed) if session else None
        first = next(session.film.shots(), None) if session else None
        self.current = first.id if first else None
        self.selection = [first.id] if first else []
        self.opened.emit()
        self.selected.emit()

    # ---- changing

    def apply(self, edit: AnyEdit, merge: str | None = None) -> bool:
        """Makes a change; what is wrong with it is told by `failed`. True when it was made."""
        if self.session is None:
            return False
        try:
            self.session.apply(edit, merge)
        except ShotwrightError as error:
            self.failed.emit(error)
            return False
        return True

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """Everything applied inside is one undo step."""
        if self.session is None:
            yield
            return
        with self.session.group(name, PERSON):
            yield

    def undo(self) -> None:
        self._step(lambda s: s.undo())

    def redo(self) -> None:
        self._step(lambda s: s.redo())

    def _step(self, work: Callable[[Session], None]) -> None:
        if self.session is None:
            return
        try:
            work(self.session)
        except ShotwrightError as error:
            self.failed.emit(error)

    def typing_key(self, target: str, field: str) -> str:
        """A fresh merge key: edits applied with it become one undo step."""
        return f"{target}:{field}:{next(self._tokens)}"

    def _changed(self, edit: AnyEdit) -> None:
        known = {s.id: None for s in self.session.film.shots()}
        self.edited.emit(edit)
        kept = [s for s in self.selection if s in known]
        if kept != self.selection or self.current not in known:
            current = self.current if self.current in known else (kept[0] if kept else next(iter(known), None))
            self.select(current, kept)

    # ---- selecting

    @property
    def shot(self) -> Shot | None:
        """The current shot."""
        if self.film is None or self.current is None:
            return None
        return next((s for s in self.film.shots() if s.id == self.current), None)

    @property
    def shots(self) -> list[Shot]:
        """The selected shots in film order."""
        wanted = set(self.selection)
        return [s for s in self.film.shots() if s.id in wanted] if self.film else []

    def select(self, current: str | None, selection: list[str] | None = None) -> None:
        """Makes a shot the current one; `selection` is it alone unless given."""
        chosen = selection if selection else ([current] if current else [])
        if (current, chosen) != (self.current, self.selection):
            self.current, self.selection = current, chosen
            self.selected.emit()

    def file(self, name: str) -> Path | None:
        """Where a file the document names is on disk."""
        return self.project.path(*name.split("/")) if self.project and name else None
