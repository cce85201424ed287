"""Time for what a description shows: it has no words that would give its shots a length."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from agents.catalogue import Catalogue
from agents.house.staging import RISE, SIT
from agents.timing import schedule
from app.document import Action, Pause, Shot, new_id
from app.timebase import frames

SEEN, MOVING = 4.0, 6.5
"""Seconds a silent shot lasts at least, and one in which the camera moves."""
ONCE = ("Joyful Jump", "Falling", "Kneeling", "Turning Around", SIT, RISE)
"""What is done once and then over, however long it is looked at."""


def linger(
    shot: Shot,
    catalogue: Catalogue,
    rate: Fraction,
    moving: bool,
    way: Callable[[str, str], float | None],
    pause: str = "",
) -> None:
    """Gives what is done in a silent shot the time it takes, and the last of it what is left until the shot has been
    seen. moving: the camera moves. pause: id of the pause that is put in where nothing goes on that long."""
    for beat in shot.beats:
        if isinstance(beat, Action) and not beat.during and beat.frames is None and beat.action not in (SIT, RISE):
            entry = catalogue.actions[beat.action]
            if getattr(entry, "apart", None) is None:
                beat.frames = frames(getattr(entry, "seconds", SEEN / 2), rate)
    left = frames(MOVING if moving else SEEN, rate) - schedule(shot, rate, way).length
    if left > 0:
        lasts = [b for b in shot.beats if isinstance(b, Action) and b.frames is not None and _lasts(b, catalogue)]
        if lasts and lasts[-1] is [b for b in shot.beats if not getattr(b, "during", None)][-1]:
            lasts[-1].frames += left
        else:
            shot.beats.append(Pause(id=pause or new_id("beat"), frames=left))
    shot.length = schedule(shot, rate, way).length


def _lasts(beat: Action, catalogue: Catalogue) -> bool:
    """Whether somebody can go on with it."""
    handling = getattr(catalogue.actions[beat.action], "handling", "")
    return beat.action not in ONCE and handling not in ("take", "leave", "give")
