"""What all shot types share: the common arguments, said once, and the camera plan made of them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from library.stage import CameraPlan, Stage, StageError


def _common(
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The arguments every shot type takes after its own; `library.functions.cinematography` says what they mean."""


COMMON = inspect.signature(_common).parameters

People = Callable[[Stage, Any, str], list[str]]


def people(stage: Stage, subject: str | list[str] | None, call: str) -> list[str]:
    """Names on the stage of who is filmed. Raises StageError for somebody who is not there."""
    names = [subject] if isinstance(subject, str) else list(subject or [])
    return [stage.role(n, call).name for n in names]


def shot(shot_type: str, films: People = people) -> Callable[[Callable], Callable]:
    """Makes a shot type of a function `(stage, subject, ...)`.

    The function is given the common arguments too, in its signature as well. When it is called the camera plan is
    made first, filming whom `films` names; its body adds what is special about the type. Errors: nobody of that
    name, side, height, lens or fill out of range."""

    def make(function: Callable) -> Callable:
        own = inspect.signature(function)
        signature = own.replace(parameters=[*own.parameters.values(), *COMMON.values()])

        @functools.wraps(function)
        def call(*arguments: Any, **named: Any) -> None:
            bound = signature.bind(*arguments, **named)
            bound.apply_defaults()
            given = bound.arguments
            stage, subject = given["stage"], given["subject"]
            plan = _plan(shot_type, **{name: given.pop(name) for name in COMMON})
            plan.subjects = films(stage, subject, shot_type)
            stage.camera = plan
            function(**given)

        call.__signature__ = signature
        return call

    return make


def _plan(call: str, side, angle, height, lens, fill) -> CameraPlan:
    if side not in (None, "left", "right"):
        raise StageError(f"{call}: side {side!r}", 'Use "left" or "right".')
    if isinstance(height, str) and height not in ("eye", "low", "high"):
        raise StageError(f"{call}: height {height!r}", 'Use "eye", "low", "high" or metres.')
    if lens is not None and not 12 <= lens <= 300:
        raise StageError(f"{call}: lens {lens} mm", "Use 12 to 300 mm.")
    if fill is not None and not 0.05 <= fill <= 1.6:
        raise StageError(f"{call}: fill {fill}", "Use 0.05 to 1.6 of the frame's height.")
    return CameraPlan(
        shot_type=call, side=side, angle=None if angle is None else float(angle), height=height, lens=lens, fill=fill
    )
