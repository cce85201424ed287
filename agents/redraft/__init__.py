"""A new draft of the screenplay for a film that was worked on: what would change, and the edit that changes it."""

from agents.redraft.changes import Change, Redraft, redraft

__all__ = ["Change", "Redraft", "redraft"]
