"""The catalogue of actions: what they are called, what they need, and the functions that make them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from library.motion.anchors import Grip
from library.motion.body import Body
from library.motion.controls import SIDES, Controls
from library.motion.solver import Reach
from library.registry import Registry

if TYPE_CHECKING:
    from library.motion.performance import Performance

VARIATIONS = 4
"""How many variations are gone through one after the other when nobody asks for one."""


@dataclass(frozen=True)
class Action:
    """An entry of the catalogue.

    posture: "standing", "sitting" or "any", what one must be in to do it; after: the posture it ends in.
    seconds: how long it lasts when nobody says. travels: the place changes. stays: what it ends in is kept until
    something else is done. apart: metres between two who do it with each other, None for one alone. things:
    props it is done with, the first where nobody names one and none is at hand; way: how it is held
    (`library.motion.holding`); handling: "hold" (all the while), "at" (it stays where it lies), "take", "leave" or
    "give" (at the share `handover` of the action), "" for bare hands. full: only a full figure shows it.
    """

    name: str
    description: str
    posture: str
    after: str
    synonyms: tuple[str, ...]
    seconds: float
    travels: bool
    stays: bool
    apart: float | None
    things: tuple[str, ...]
    way: str
    handling: str
    handover: float
    act: Callable[[Act], None] | None
    move: Callable[[Performance, float, float, np.random.Generator, int], float] | None
    full: bool = False

    @property
    def partner(self) -> bool:
        """Whether it is done with somebody."""
        return self.apart is not None


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


ACTIONS: Registry[Action] = Registry("action")
"""Everything people can do."""


def action(
    name: str,
    description: str,
    *,
    posture: str = "standing",
    after: str | None = None,
    synonyms: tuple[str, ...] = (),
    seconds: float = 3.0,
    travels: bool = False,
    stays: bool = False,
    apart: float | None = None,
    things: tuple[str, ...] = (),
    way: str = "",
    handling: str = "",
    handover: float = 0.46,
    moves: bool = False,
    full: bool = False,
):
    """Enter a function into the catalogue. With `moves` the function plans moves of a performance and
    returns when they end; else it changes the controls of an `Act`."""

    def register(function):
        ACTIONS.add(
            Action(
                name,
                description,
                posture,
                after or posture,
                synonyms,
                seconds,
                travels,
                stays,
                apart,
                things,
                way,
                handling or ("hold" if things else ""),
                handover,
                None if moves else function,
                function if moves else None,
                full,
            )
        )
        return function

    return register


class UnknownAction(LookupError):
    """No action is called that, and none sounds like it."""


NEAR = 70.0
"""Score (0..100) from which a misspelt name is taken for the nearest action."""

_NUMBERED = re.compile(r"\s*(.*?)\s*#?(\d+)?\s*", re.DOTALL)


def find(name: str) -> tuple[Action, int | None]:
    """The action called `name` and the variation its number asks for ("Standing Talking 3").

    Raises UnknownAction with the nearest names where nothing sounds like it.
    """
    words, number = _NUMBERED.fullmatch(name).groups()
    found = ACTIONS.find(words, NEAR)
    if found is None:
        near = ", ".join(ACTIONS.nearest(words, 3))
        raise UnknownAction(f"no action is called {name!r}; the nearest are {near or 'none'}")
    return found.entry, int(number[:4]) if number else None


def rng_of(entry: Action, seed: int, variation: int) -> np.random.Generator:
    """The generator an action draws from: the same for the same person, action and variation."""
    return np.random.default_rng([seed & 0xFFFFFFFF, variation, zlib.crc32(entry.name.encode())])
