"""What people do in a shot, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from agents.catalogue import Catalogue
from agents.lexicons import lexicon

Kind = Literal["perform", "walk", "run", "enter", "leave", "sit", "stand", "turn", "look", "express"]
SLIGHT, STRONG = 0.6, 1.4


@dataclass(frozen=True)
class Act:
    """One thing one person does. what: action, emotion; target: a person, thing, position or point; via: what a
    walk passes on its way; thing: the kind of prop it is done with, "" for the action's usual one."""

    person: str
    kind: Kind
    what: str = ""
    target: str = ""
    manner: str = ""
    strength: float = 1.0
    variation: int | None = None
    via: tuple[str, ...] = ()
    thing: str = ""

    @property
    def along(self) -> bool:
        """Goes along with other acts of the same person instead of taking its turn."""
        return self.kind in ("look", "express")


@dataclass(frozen=True)
class Step:
    """line: number of the spoken line in the shot the acts go with (1 for the first), None for a turn of its own."""

    acts: tuple[Act, ...]
    line: int | None = None


@dataclass(frozen=True)
class MotionIntent:
    """unstageable: what was understood but cannot be done, said for people; refused: acts that must not happen."""

    steps: tuple[Step, ...] = ()
    refused: tuple[Act, ...] = ()
    unstageable: tuple[str, ...] = field(default=(), compare=False)

    @property
    def acts(self) -> list[Act]:
        return [a for s in self.steps for a in s.acts]


def manner_of(action: str) -> str:
    for prefix in ("Standing ", "Sitting "):
        if action.startswith(prefix):
            return action.removeprefix(prefix)
    return action


def resolve(catalogue: Catalogue, manner: str, posture: str) -> str | None:
    """The action for a manner of acting in a posture, or the nearest in kind; None if there is none."""
    for each in (manner, *lexicon("acting").get(manner, {}).get("else", ())):
        found = catalogue.action_for(each, posture)
        if found is not None:
            return found
    return None


def after(act: Act, postures: dict[str, str]) -> dict[str, str]:
    if act.kind == "sit":
        return postures | {act.person: "sitting"}
    if act.kind in ("stand", "walk", "run", "leave", "enter"):
        return postures | {act.person: "standing"}
    return postures
