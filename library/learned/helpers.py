"""Plain helpers that learned functions may call beside library functions: sums, and questions to the stage.

Each takes and gives numbers, texts, lists and tuples only, and none gives much of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from library.motion.actions import UnknownAction, find
from library.stage import Stage, StageError

MOST = 1_000
"""Numbers in a range, characters in a text that is made."""


@dataclass(frozen=True)
class Helper:
    """staged: its first argument is the stage."""

    call: Callable[..., Any]
    staged: bool
    meaning: str


HELPERS: dict[str, Helper] = {}


def _helper(meaning: str, name: str = "", staged: bool = False):
    def keep(function: Callable[..., Any]) -> Callable[..., Any]:
        HELPERS[name or function.__name__] = Helper(function, staged, meaning)
        return function

    return keep


def documentation() -> str:
    """What there is, a line each."""
    return "\n".join(f"{name}: {each.meaning}" for name, each in HELPERS.items())


# ---- sums and texts

_PLAIN = {
    "min": (min, "the least of several numbers"),
    "max": (max, "the largest of several numbers"),
    "abs": (abs, "a number without its sign"),
    "round": (round, "round(number, digits)"),
    "sqrt": (math.sqrt, "square root"),
    "hypot": (math.hypot, "length of (x, y)"),
    "sin": (lambda degrees: math.sin(math.radians(degrees)), "sine of degrees"),
    "cos": (lambda degrees: math.cos(math.radians(degrees)), "cosine of degrees"),
    "atan2": (lambda y, x: math.degrees(math.atan2(y, x)), "angle of (y, x) in degrees"),
}


def _numbers(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def call(*values: Any) -> Any:
        if len(values) == 1 and isinstance(values[0], (list, tuple)) and name in ("min", "max"):
            values = tuple(values[0])
        if not values or not all(isinstance(v, (int, float)) for v in values):
            raise StageError(f"{name} takes numbers")
        try:
            return function(*values)
        except (ValueError, TypeError, OverflowError) as error:
            raise StageError(f"{name}: {error}") from None

    return call


for _name, (_function, _meaning) in _PLAIN.items():
    HELPERS[_name] = Helper(_numbers(_name, _function), False, _meaning)


@_helper("how many items a list has, or characters a text", "len")
def _len(value: Any) -> int:
    if not isinstance(value, (str, list, tuple, dict)):
        raise StageError("len takes a text, a list or a dictionary")
    return len(value)


@_helper("range(end), range(start, end) or range(start, end, step): whole numbers, end left out", "range")
def _range(*values: Any) -> list[int]:
    if not 1 <= len(values) <= 3 or not all(type(v) is int for v in values):
        raise StageError("range takes one to three whole numbers")
    try:
        made = range(*values)
    except ValueError as error:
        raise StageError(f"range: {error}") from None
    if len(made) > MOST:
        raise StageError(f"a range has at most {MOST} numbers")
    return list(made)


@_helper("number(value): a text or number as a number", "number")
def _number(value: Any) -> float:
    if not isinstance(value, (int, float, str)):
        raise StageError("number takes a text or a number")
    try:
        made = float(value)
    except ValueError:
        raise StageError(f"{str(value)[:40]!r} is no number") from None
    if not math.isfinite(made):
        raise StageError("a number grows too large")
    return made


@_helper("text(value): a number or text as a text", "text")
def _text(value: Any) -> str:
    if not isinstance(value, (int, float, str, bool, type(None))):
        raise StageError("text takes a number or a text")
    return str(value)[:MOST]


@_helper("ends_with(text, ending): whether a text ends so, without regard to case", "ends_with")
def _ends_with(text: Any, ending: Any) -> bool:
    if not isinstance(text, str) or not isinstance(ending, str):
        raise StageError("ends_with takes two texts")
    return text.casefold().endswith(ending.casefold())


@_helper("is_text(value), is_list(value): what a value is", "is_text")
def _is_text(value: Any) -> bool:
    return isinstance(value, str)


@_helper("is_list(value): whether it is a list or tuple", "is_list")
def _is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple))


@_helper("fail(message, hint): ends the function with an error people can act on", "fail")
def _fail(message: Any, hint: Any = "") -> None:
    raise StageError(str(message)[:MOST], str(hint)[:MOST])


# ---- the stage


@_helper("shot_seconds(stage): length of the shot", "shot_seconds", staged=True)
def _shot_seconds(stage: Stage) -> float:
    return stage.length


@_helper("people(stage): names of those on the stage", "people", staged=True)
def _people(stage: Stage) -> list[str]:
    return list(stage.roles)


@_helper("positions(stage): names of the place's positions", "positions", staged=True)
def _positions(stage: Stage) -> list[str]:
    return [p.name for p in stage.place.positions] if stage.place else []


@_helper("point_of(stage, name): (x, y) metres of a person, position or thing", "point_of", staged=True)
def _point_of(stage: Stage, name: Any) -> tuple[float, float]:
    known = next((n for n in stage.roles if n.casefold() == str(name).casefold()), None)
    if known is not None and stage.roles[known].performance is not None:
        x, y, _ = stage.roles[known].performance.place
        return x, y
    return stage.point_of(name, "point_of")


@_helper("facing_of(stage, person): degrees they face after all planned so far", "facing_of", staged=True)
def _facing_of(stage: Stage, person: Any) -> float:
    return stage.acting(str(person), "facing_of").place[2]


@_helper("sits(stage, person): whether they sit after all planned so far", "sits", staged=True)
def _sits(stage: Stage, person: Any) -> bool:
    return stage.acting(str(person), "sits").sits


@_helper("seconds_of(action): how long an action of the catalogue lasts by itself", "seconds_of")
def _seconds_of(action: Any) -> float:
    try:
        return float(find(str(action))[0].seconds)
    except UnknownAction as error:
        raise StageError(f"seconds_of: {error}") from None
