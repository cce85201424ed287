"""What two people do with each other: they come together, face each other, and both act at the same time."""

from __future__ import annotations

import numpy as np

from library.motion.actions import Action
from library.motion.locomotion import heading
from library.motion.performance import Performance

FAR = 0.45
"""Metres beyond the right distance from which one walks; nearer, small steps do."""

CLOSE_ENOUGH = 0.06
"""Metres off the right distance that nobody takes a step for."""


def together(
    first: Performance,
    second: Performance,
    action: Action,
    start: float,
    end: float | None = None,
    strength: float = 1.0,
    variation: int | None = None,
    sides: tuple[str | None, str | None] = (None, None),
) -> tuple[float, float]:
    """Both do `action`; `first` walks up to `second` if that is needed. sides: the hand each of
    them does it with. Returns when it begins and ends.

    Does nothing where the two are doing it already, so that it can be asked for on behalf of either.
    """
    length = action.seconds if end is None else end - start
    for doing in first.doings:
        if doing.action is action and doing.target is second and abs(doing.start - start) < length + 3.0:
            return doing.start, doing.end
    begin = _meet(first, second, action, start)
    first.perform(action.name, begin, begin + length, strength, variation, second, sides[0])
    second.perform(action.name, begin, begin + length, strength, variation, first, sides[1])
    return begin, begin + length


def _meet(first: Performance, second: Performance, action: Action, start: float) -> float:
    """The two come `action.apart` metres before each other, face to face; whoever sits stays seated. Returns when
    they are ready."""
    mover, waiting = (second, first) if first.sits else (first, second)
    if mover.sits:
        return start
    here, there = np.array(mover.place[:2]), np.array(waiting.place[:2])
    line = there - here
    distance = float(np.hypot(*line))
    if distance < 1e-3:
        return start
    toward = float(heading(line))
    way = distance - action.apart
    ready = start
    if way > FAR:
        ready = mover.turn(toward, mover.walk([tuple(there - line / distance * action.apart)], start))
    else:
        ready = mover.turn(toward, start)
        if abs(way) > CLOSE_ENOUGH:
            ready = mover.step_over(there - line / distance * action.apart, ready)
    if not waiting.sits:
        ready = max(ready, waiting.turn(toward + 180.0, max(start, ready - 1.2)))
    return ready
