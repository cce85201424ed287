"""What people and the crew tell each other: remarks on a shot, proposals to a field."""

from __future__ import annotations

from typing import Literal

from app.document import Film, Proposal, Remark
from app.edits.base import Edit
from app.errors import ShotwrightError


class SetRemark(Edit):
    """Adds a remark to a shot, puts another in place of the one with its id, or (None) removes it. What came of
    a remark is nobody's guidance: no lock holds it back."""

    kind: Literal["remark"] = "remark"
    shot: str
    id: str
    remark: Remark | None
    index: int | None = None

    @property
    def label(self) -> str:
        return "remove a note" if self.remark is None else "note"

    def targets(self) -> list[str]:
        return [self.shot]

    def apply(self, film: Film) -> Edit:
        shot = film.shot(self.shot)
        at = next((n for n, r in enumerate(shot.remarks) if r.id == self.id), None)
        if at is None and self.remark is None:
            raise ShotwrightError("project", f"there is no note {self.id!r} on shot {shot.label or shot.id}")
        old = shot.remarks[at] if at is not None else None
        rest = [r for r in shot.remarks if r.id != self.id]
        place = at if at is not None else (len(rest) if self.index is None else self.index)
        new = [self.remark.model_copy(deep=True)] if self.remark is not None else []
        shot.remarks = [*rest[:place], *new, *rest[place:]]
        return SetRemark(by=self.by, shot=self.shot, id=self.id, remark=old, index=at)


class AddProposal(Edit):
    kind: Literal["add proposal"] = "add proposal"
    proposal: Proposal

    @property
    def label(self) -> str:
        return "proposal"

    def apply(self, film: Film) -> Edit:
        film.proposals = [
            p for p in film.proposals if (p.target, p.field) != (self.proposal.target, self.proposal.field)
        ] + [self.proposal]
        return DropProposal(by=self.by, proposal=self.proposal.id)


class DropProposal(Edit):
    kind: Literal["drop proposal"] = "drop proposal"
    proposal: str

    @property
    def label(self) -> str:
        return "decline a proposal"

    def apply(self, film: Film) -> Edit:
        found = next((p for p in film.proposals if p.id == self.proposal), None)
        if found is None:
            raise ShotwrightError("project", f"there is no proposal {self.proposal!r}")
        film.proposals = [p for p in film.proposals if p.id != self.proposal]
        return AddProposal(by=self.by, proposal=found)
