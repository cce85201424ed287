"""Takes of a shot, their reviews, and what was measured."""

from __future__ import annotations

from typing import Literal

from app.document import Film, Review, Take
from app.edits.base import Edit
from app.errors import ShotwrightError


class AddTake(Edit):
    """Keeps a new take and makes it the active one, with the program it was made from."""

    kind: Literal["add take"] = "add take"
    shot: str
    take: Take
    activate: bool = True
    index: int | None = None

    @property
    def label(self) -> str:
        return "new take"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        shot = film.shot(self.shot)
        inverse = DropTake(by=self.by, shot=self.shot, take=self.take.id, active=shot.active_take)
        at = len(shot.takes) if self.index is None else self.index
        shot.takes = [*shot.takes[:at], self.take.model_copy(deep=True), *shot.takes[at:]]
        if self.activate:
            shot.active_take = self.take.id
        return inverse


class DropTake(Edit):
    kind: Literal["drop take"] = "drop take"
    shot: str
    take: str
    active: str | None = None

    @property
    def label(self) -> str:
        return "discard a take"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        shot = film.shot(self.shot)
        take = next((t for t in shot.takes if t.id == self.take), None)
        if take is None:
            raise ShotwrightError("project", f"shot {shot.label or shot.id} has no take {self.take!r}")
        was_active, at = shot.active_take == self.take, shot.takes.index(take)
        shot.takes = [t for t in shot.takes if t.id != self.take]
        if was_active:
            kept = [t.id for t in shot.takes]
            shot.active_take = self.active if self.active in kept else (kept[-1] if kept else None)
        return AddTake(by=self.by, shot=self.shot, take=take, activate=was_active, index=at)


class SetReview(Edit):
    """Adds a review to a take (a person's, the house's or a model's)."""

    kind: Literal["review"] = "review"
    shot: str
    take: str
    review: Review | None

    @property
    def label(self) -> str:
        return "review"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        take = next((t for t in film.shot(self.shot).takes if t.id == self.take), None)
        if take is None:
            raise ShotwrightError("project", f"there is no take {self.take!r} to review")
        old, take.review = take.review, self.review
        return SetReview(by=self.by, shot=self.shot, take=self.take, review=old)


class KeepTake(Edit):
    """Marks a take to stay when takes are cleaned up, or takes the mark away."""

    kind: Literal["keep take"] = "keep take"
    shot: str
    take: str
    kept: bool = True

    @property
    def label(self) -> str:
        return "keep a take" if self.kept else "keep a take no longer"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        take = next((t for t in film.shot(self.shot).takes if t.id == self.take), None)
        if take is None:
            raise ShotwrightError("project", f"there is no take {self.take!r} to keep")
        old, take.kept = take.kept, self.kept
        return KeepTake(by=self.by, shot=self.shot, take=self.take, kept=old)


class MeasureShot(Edit):
    """Notes how long the lines of a shot really are, and how long that makes the shot. Measurements are not
    somebody's words: no lock holds them back, but a length a person set stays."""

    kind: Literal["measure"] = "measure"
    shot: str
    frames: dict[str, int | None]
    length: int

    @property
    def label(self) -> str:
        return "measure the lines"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        shot = film.shot(self.shot)
        inverse = MeasureShot(
            by=self.by,
            shot=self.shot,
            length=shot.length,
            frames={b.id: b.frames for b in shot.lines if b.id in self.frames},
        )
        for line in shot.lines:
            if line.id in self.frames:
                line.frames = self.frames[line.id]
        shot.length = self.length
        return inverse
