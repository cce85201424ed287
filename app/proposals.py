"""Accepting and declining what the crew proposes, each as one step; a note whose changes are decided on moves on."""

from __future__ import annotations

from collections.abc import Sequence

from app.document import Film, Proposal
from app.edits import AnyEdit, DropProposal, Group, SetField, SetRemark


def accepting(film: Film, proposals: Sequence[Proposal]) -> Group:
    """The edit that makes the proposed changes, which are the person's from then on."""
    edits: list[AnyEdit] = []
    for each in proposals:
        edits.append(SetField(target=each.target, field=each.field, value=each.new))
        edits.append(DropProposal(proposal=each.id))
    name = "accept a proposal" if len(proposals) == 1 else f"accept {len(proposals)} proposals"
    return Group(name=name, edits=[*edits, *_remarks(film, proposals, "accepted")])


def declining(film: Film, proposals: Sequence[Proposal]) -> Group:
    """The edit that leaves all as it is."""
    edits: list[AnyEdit] = [DropProposal(proposal=p.id) for p in proposals]
    name = "decline a proposal" if len(proposals) == 1 else f"decline {len(proposals)} proposals"
    return Group(name=name, edits=[*edits, *_remarks(film, proposals, "declined")])


def _remarks(film: Film, proposals: Sequence[Proposal], state: str) -> list[AnyEdit]:
    """The notes these proposals belong to in their new state. Declining one of several decides nothing yet."""
    decided = {p.id for p in proposals}
    edits: list[AnyEdit] = []
    for shot in film.shots():
        for remark in shot.remarks:
            mine = [p for p in proposals if p.remark == remark.id]
            left = [p for p in film.proposals if p.remark == remark.id and p.id not in decided]
            if mine and (state == "accepted" or (not left and remark.state == "proposed")):
                new = remark.model_copy(update={"state": state, "take": shot.active_take or remark.take})
                edits.append(SetRemark(shot=shot.id, id=remark.id, remark=new))
    return edits
