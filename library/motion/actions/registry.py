"""The catalogue of actions: what they are called, what they need, and the functions that make them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from library.motion.anchors import Grip
from library.motion.body import Body
from library.motion.controls import SIDES, Controls
from library.motion.solver import Reach

if TYPE_CHECKING:
    from library.motion.performance import Performance

VARIATIONS = 4
"""How many variations are gone through one after the other when nobody asks for one."""


@dataclass(frozen=True)
class Action:
    """An entry of the catalogue.

    posture: "standing", "sitting" or "any", what one must be in to do it; after: the posture it ends in.
    seconds: how long it lasts when nobody says. partner: done with somebody. travels: the place changes.
    stays: what it ends in is kept until something else is done.
    """

    name: str
    description: str
    posture: str
    after: str
    synonyms: tuple[str, ...]
    seconds: float
    partner: bool
    travels: bool
    stays: bool
    act: Callable[[Act], None] | None
    move: Callable[[Performance, float, float, np.random.Generator], float] | None


@dataclass
class Act:
    """What an action's function works on.

    controls: what the body would do without it, to be changed in place. t: (F,) seconds since the action's
    start (negative before, beyond `duration` after: it must be defined there too). side, other: the hand
    that leads and the other. variation, offset: what `style` counts from. accents: (time, size) of stressed
    sounds the person says meanwhile. seated: (F,) 0..1. target: (F, 3) point in the person's space the
    action is aimed at, or None. reaches: hands held at places of the stage, see `reach`.
    """

    controls: Controls
    t: np.ndarray
    duration: float
    fps: float
    rng: np.random.Generator
    strength: float
    side: str
    body: Body
    seated: np.ndarray
    variation: int = 1
    offset: int = 0
    accents: list[tuple[float, float]] = field(default_factory=list)
    target: np.ndarray | None = None
    reaches: list[Reach] = field(default_factory=list)

    @property
    def other(self) -> str:
        return "right" if self.side == "left" else "left"

    @property
    def sides(self) -> tuple[str, str]:
        return SIDES

    @property
    def midline(self) -> float:
        """`out` of a wrist right before the breastbone: minus the shoulder's distance from the middle."""
        arm = self.body.arms["left"]
        return -abs(float(self.body.rig.heads[arm.upper][0])) / arm.length

    @property
    def sits(self) -> bool:
        """Whether the person sits for most of it."""
        return bool(np.median(self.seated) > 0.5)

    def style(self, count: int) -> int:
        """Which of `count` ways of doing it: neighbouring variations of one person are never the same."""
        return (self.variation - 1 + self.offset) % count

    def feel(self, emotion: str, strength: float | np.ndarray = 1.0) -> None:
        self.controls.toward({f"feel_{emotion}": strength * min(1.0, 0.35 + 0.65 * self.strength)})

    def look(self, yaw: float | np.ndarray, pitch: float | np.ndarray, hold: float | np.ndarray = 1.0) -> None:
        """Draw the gaze off to a direction before the chest: yaw to the own left, pitch down, degrees."""
        self.controls["gaze_yaw"] = yaw
        self.controls["gaze_pitch"] = pitch
        self.controls["gaze_hold"] = hold

    def reach(self, side: str, grip: Grip, weight: np.ndarray) -> None:
        self.reaches.append(Reach(side, grip, weight))

    def sign(self, side: str | None = None) -> float:
        """+1 for the left side, -1 for the right."""
        return 1.0 if (side or self.side) == "left" else -1.0

    def vary(self, value: float, share: float = 0.2) -> float:
        """A number drawn from value +- share of it."""
        return float(value * (1 + self.rng.uniform(-share, share)))


CATALOGUE: dict[str, Action] = {}
"""Every action by its name."""


def action(
    name: str,
    description: str,
    *,
    posture: str = "standing",
    after: str | None = None,
    synonyms: tuple[str, ...] = (),
    seconds: float = 3.0,
    partner: bool = False,
    travels: bool = False,
    stays: bool = False,
    moves: bool = False,
):
    """Enter a function into the catalogue. With `moves` the function plans moves of a performance and
    returns when they end; else it changes the controls of an `Act`."""

    def register(function):
        if name in CATALOGUE:
            raise ValueError(f"there are two actions {name!r}")
        CATALOGUE[name] = Action(
            name,
            description,
            posture,
            after or posture,
            synonyms,
            seconds,
            partner,
            travels,
            stays,
            None if moves else function,
            function if moves else None,
        )
        return function

    return register


class UnknownAction(LookupError):
    """No action is called that, and none sounds like it."""


def find(name: str, least: float = 70.0) -> tuple[Action, int | None]:
    """The action called `name` and the variation its number asks for ("Standing Talking 3").

    Exact names come first, then synonyms, then the nearest by spelling with a score of at least `least`
    of 100. Raises UnknownAction with the nearest names otherwise.
    """
    plain, number = _split(name)
    table = {}
    for entry in CATALOGUE.values():
        for synonym in entry.synonyms:
            table.setdefault(_key(synonym), entry)
    for entry in CATALOGUE.values():
        table[_key(entry.name)] = entry
    found = table.get(_key(plain))
    if found is None:
        ranked = process.extract(_key(plain), table.keys(), scorer=fuzz.WRatio, limit=3)
        if not ranked or ranked[0][1] < least or not _key(plain):
            near = ", ".join(dict.fromkeys(table[key].name for key, _, _ in ranked))
            raise UnknownAction(f"no action is called {name!r}; the nearest are {near or 'none'}")
        found = table[ranked[0][0]]
    return found, number


def _split(name: str) -> tuple[str, int | None]:
    match = re.fullmatch(r"\s*(.*?)\s*#?(\d+)?\s*", name, re.DOTALL)
    return match[1], int(match[2][:4]) if match[2] else None


def _key(name: str) -> str:
    return " ".join(re.findall(r"[a-z']+", name.lower()))


def rng_of(entry: Action, seed: int, variation: int) -> np.random.Generator:
    """The generator an action draws from: the same for the same person, action and variation."""
    return np.random.default_rng([seed & 0xFFFFFFFF, variation, zlib.crc32(entry.name.encode())])
