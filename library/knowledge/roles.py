"""Where each role of the crew looks: how much a source counts for it, 0 where it does not look at all."""

from __future__ import annotations

from library.knowledge.passages import SOURCES, Source

EVERYBODY: dict[Source, float] = dict.fromkeys(SOURCES, 1.0)

ROLES: dict[str, dict[Source, float]] = {
    "director": {"craft": 1.3, "catalogue": 1.0, "tutorials": 1.1, "films": 0.8},
    "screenwriter": {"craft": 1.3, "catalogue": 1.1, "tutorials": 1.0},
    "actor": {"craft": 1.2, "catalogue": 1.2, "tutorials": 0.9},
    "cinematographer": {"craft": 1.3, "catalogue": 1.1, "functions": 0.9, "tutorials": 1.1, "films": 0.8},
    "editor": {"craft": 1.3, "catalogue": 0.9, "tutorials": 1.1},
    "composer": {"craft": 1.3, "catalogue": 0.8, "tutorials": 1.1},
    "colourist": {"craft": 1.3, "catalogue": 1.0, "functions": 0.8, "tutorials": 1.1},
    "programmer": {
        "functions": 1.5, "learned": 1.5, "films": 1.1, "tutorials": 1.0, "blender": 1.0, "catalogue": 0.8,
        "craft": 0.4,
    },
    "reviewer": {"craft": 1.3, "functions": 1.0, "learned": 1.0, "catalogue": 0.9, "tutorials": 1.0, "films": 0.7},
}  # fmt: skip
"""A role that is not named here looks everywhere."""


def leanings(role: str) -> dict[Source, float]:
    """Source -> weight for a role; a "second cinematographer" looks where a cinematographer does."""
    words = [word.strip("0123456789-_.") for word in role.casefold().replace("_", " ").replace("-", " ").split()]
    return next((ROLES[word] for word in reversed(words) if word in ROLES), EVERYBODY)
