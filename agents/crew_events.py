"""What the crew tells whoever watches it: who does what, what was criticised, what changed because of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.events import Signal

What = Literal[
    "asked", "made", "criticised", "corrected", "verified", "noted", "adopted", "proposed", "argued", "judged",
    "repaired", "remembered", "handed over", "stopped",
]  # fmt: skip
"""handed over: the house crew does it in a model's place; repaired: mended by rule; stopped: by budget or error."""


@dataclass(frozen=True)
class CrewEvent:
    """One step of somebody of the crew.

    player: name of the model, or "house crew"; stage: the work it is part of ("outline", "shots"); round: from 1,
    0 where there are none; text: what was made, said or criticised, in a sentence or a few lines; changed: what
    changed because of it, one thing each; shot: its id where it is about one. calls, tokens and money (US dollars)
    are what the production has used so far.
    """

    role: str
    player: str
    stage: str
    what: What
    round: int = 0
    text: str = ""
    changed: tuple[str, ...] = ()
    shot: str | None = None
    calls: int = 0
    tokens: int = 0
    money: float = 0.0


type CrewEvents = Signal[CrewEvent]
