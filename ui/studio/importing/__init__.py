"""Bringing things in: a new draft of the screenplay, a packed project."""
