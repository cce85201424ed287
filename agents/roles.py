"""The roles of the crew, and who plays them."""

from __future__ import annotations

from dataclasses import dataclass, field

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

HOUSE_PLAYER, MODEL_PLAYER = "house", "model"


@dataclass(frozen=True)
class Casting:
    """Who plays what: "house", "model" (that of the settings) or the name of another model at the same address.
    everybody: who plays the roles not in `roles`."""

    everybody: str = HOUSE_PLAYER
    roles: dict[str, str] = field(default_factory=dict)

    def player(self, role: str) -> str:
        return self.roles.get(role, self.everybody)

    def modelled(self, role: str) -> bool:
        """Whether a model plays the role."""
        return self.player(role) != HOUSE_PLAYER

    @property
    def any_model(self) -> bool:
        return any(self.modelled(role) for role in ROLES)

    def __str__(self) -> str:
        return ",".join([self.everybody, *(f"{role}={who}" for role, who in self.roles.items())])


def casting(words: str) -> Casting:
    """A casting in words: "house", "model", "model,reviewer=house", "house,director=gpt-4o".
    Raises ShotwrightError(input)."""
    everybody, roles = HOUSE_PLAYER, {}
    for part in filter(None, (p.strip() for p in words.split(","))):
        role, given, who = (p.strip() for p in part.partition("="))
        if not given and role in (HOUSE_PLAYER, MODEL_PLAYER):
            everybody = role
        elif given and role in ROLES and who:
            roles[role] = who
        else:
            raise ShotwrightError(
                "input", f"{part!r} does not say who plays what",
                f'Say "house", "model", or ROLE=house, ROLE=model, ROLE=a model\'s name; roles: {", ".join(ROLES)}.',
            )  # fmt: skip
    return Casting(everybody, roles)
