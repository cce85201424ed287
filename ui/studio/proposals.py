"""Accepting and declining what the crew proposes, from the window."""

from __future__ import annotations

from app.document import Proposal
from app.proposals import accepting, declining
from ui.studio.workspace import Workspace


def accept(workspace: Workspace, proposals: list[Proposal]) -> bool:
    """Makes the proposed changes. True when they were made."""
    film = workspace.film
    return film is not None and bool(proposals) and workspace.apply(accepting(film, proposals))


def decline(workspace: Workspace, proposals: list[Proposal]) -> bool:
    """Leaves all as it is."""
    film = workspace.film
    return film is not None and bool(proposals) and workspace.apply(declining(film, proposals))
