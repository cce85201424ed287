"""The roles of the crew, and who plays them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from app.errors import ShotwrightError

ROLES: dict[str, str] = {
    "director": "profiles, outline, critique, judgment, and the guidance of each shot",
    "screenwriter": "dialogue, positions, actions and moves",
    "actor": "notes on their own lines",
    "cinematographer": "a shot type and subjects for every shot",
    "composer": "the music of each scene",
    "colourist": "the light and grade of each scene",
    "editor": "pacing, trims and transitions",
    "programmer": "the program of a shot, and new functions",
    "reviewer": "the judgment of a staged shot",
}
"""Role -> what it does."""

HOUSE_PLAYER, MODEL_PLAYER, PERSON_PLAYER = "house", "model", "person"
HOUSE_NAME = "house crew"


def role_of(name: str) -> str:
    """The role of a name that says more: "second cinematographer", "actor Mia", "Director"."""
    words = re.findall(r"[a-z]+", name.casefold())
    return next((word for word in words if word in ROLES), name)


@dataclass(frozen=True)
class Casting:
    """Who plays what: "house", "model" (that of the settings), "person" or the name of another model at the same
    address.
    everybody: who plays the roles not in `roles`."""

    everybody: str = HOUSE_PLAYER
    roles: dict[str, str] = field(default_factory=dict)

    def player(self, role: str) -> str:
        return self.roles.get(role_of(role), self.everybody)

    def modelled(self, role: str) -> bool:
        """Whether a model plays the role, or a person who is asked what the model would be."""
        return self.player(role) != HOUSE_PLAYER

    def personal(self, role: str) -> bool:
        """Whether a person plays the role."""
        return self.player(role) == PERSON_PLAYER

    def with_player(self, role: str, who: str) -> Casting:
        """The casting with one role played by somebody else."""
        return replace(self, roles={**self.roles, role: who})

    @property
    def any_model(self) -> bool:
        return any(self.modelled(role) and not self.personal(role) for role in ROLES)

    def __str__(self) -> str:
        return ",".join([self.everybody, *(f"{role}={who}" for role, who in self.roles.items())])


def casting(words: str) -> Casting:
    """A casting in words: "house", "model", "model,reviewer=house", "house,director=gpt-4o,reviewer=person".
    Raises ShotwrightError(input)."""
    everybody, roles = HOUSE_PLAYER, {}
    for part in filter(None, (p.strip() for p in words.split(","))):
        role, given, who = (p.strip() for p in part.partition("="))
        if not given and role in (HOUSE_PLAYER, MODEL_PLAYER, PERSON_PLAYER):
            everybody = role
        elif given and role in ROLES and who:
            roles[role] = who
        else:
            raise ShotwrightError(
                "input", f"{part!r} does not say who plays what",
                f'Say "house", "model", "person", or ROLE=one of these or a model\'s name; roles: {", ".join(ROLES)}.',
            )  # fmt: skip
    return Casting(everybody, roles)
