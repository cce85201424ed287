"""A film being worked on: the one place where it changes, with undo, journal and listeners."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from app.document import Film, Origin, Proposal
from app.edits import AddProposal, AnyEdit, Group, SetField, protected
from app.errors import ShotwrightError
from app.events import Signal
from app.project import Project


class Session:
    """Applies edits to a film.

    changed: emitted after every change with the edit that was applied (also for undo and redo).
    A change the crew may not make (see `app.edits.protected`) becomes a proposal instead.
    """

    def __init__(self, film: Film, project: Project | None = None):
        self.film = film
        self.project = project
        self.changed: Signal[AnyEdit] = Signal()
        self._done: list[tuple[AnyEdit, AnyEdit]] = []
        self._undone: list[tuple[AnyEdit, AnyEdit]] = []
        self._group: list[tuple[AnyEdit, AnyEdit]] | None = None
        self._saved: object = None
        self._merge: str | None = None

    # ---- changing

    def apply(self, edit: AnyEdit, merge: str | None = None) -> AnyEdit:
        """Makes a change. `merge`: successive edits with the same key are one undo step (typing).
        Returns the edit that was really applied. Raises ShotwrightError and changes nothing."""
        edit = self._allowed(edit)
        inverse = edit.apply(self.film)
        self._write_down(edit, inverse)
        if self._group is not None:
            self._group.append((edit, inverse))
        elif merge and merge == self._merge and self._done:
            self._done[-1] = (edit, self._done[-1][1])
        else:
            self._done.append((edit, inverse))
        self._merge = merge if self._group is None else None
        self._undone.clear()
        self.changed.emit(edit)
        return edit

    def _allowed(self, edit: AnyEdit) -> AnyEdit:
        if isinstance(edit, Group):
            return edit.model_copy(update={"edits": [self._allowed(e) for e in edit.edits]})
        if isinstance(edit, SetField):
            why = protected(self.film, edit)
            if why:
                old = self.film.find(edit.target)
                for name in edit.field.split("."):
                    old = getattr(old, name)
                return AddProposal(
                    by=edit.by,
                    proposal=Proposal(
                        target=edit.target, field=edit.field, old=old, new=edit.value, by=edit.by, why=why
                    ),
                )
        return edit

    @contextmanager
    def group(self, name: str, by: Origin) -> Iterator[None]:
        """Everything applied inside is one undo step; an error inside takes it all back."""
        if self._group is not None:
            yield
            return
        self._group = []
        try:
            yield
        except BaseException:
            for edit, inverse in reversed(self._group):
                inverse.apply(self.film)
                self._write_down(inverse, edit)
                self.changed.emit(inverse)
            self._group = None
            raise
        made, self._group = self._group, None
        if made:
            inverse = Group(by=by, name=name, edits=[i for _, i in reversed(made)])
            self._done.append((Group(by=by, name=name, edits=[e for e, _ in made]), inverse))
            self._merge = None

    def _write_down(self, edit: AnyEdit, inverse: AnyEdit) -> None:
        """Adds a change that was made to the journal; if the disk refuses, the change is taken back."""
        if self.project is None:
            return
        try:
            self.project.record(edit)
        except ShotwrightError:
            inverse.apply(self.film)
            raise

    # ---- undo

    @property
    def undo_label(self) -> str:
        return self._done[-1][0].label if self._done else ""

    @property
    def redo_label(self) -> str:
        return self._undone[-1][0].label if self._undone else ""

    def undo(self) -> None:
        if self._done:
            edit, inverse = self._done[-1]
            redo = inverse.apply(self.film)
            self._write_down(inverse, redo)
            self._done.pop()
            self._undone.append((edit, redo))
            self._merge = None
            self.changed.emit(inverse)

    def redo(self) -> None:
        if self._undone:
            edit, redo = self._undone[-1]
            inverse = redo.apply(self.film)
            self._write_down(redo, inverse)
            self._undone.pop()
            self._done.append((edit, inverse))
            self._merge = None
            self.changed.emit(redo)

    # ---- saving

    @property
    def dirty(self) -> bool:
        return self._top is not self._saved

    @property
    def _top(self) -> object:
        return self._done[-1][0] if self._done else None

    def save(self) -> None:
        """Raises ShotwrightError(project) when there is no project folder yet."""
        if self.project is None:
            raise ShotwrightError("project", "this film has no folder yet", "Save it under a name first.")
        self.project.save(self.film)
        self._saved = self._top
        self._merge = None
