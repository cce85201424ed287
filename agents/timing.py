"""When each beat of a shot happens, and how long the shot is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from app.document import Action, AnyBeat, Line, Move, Pause, Shot
from app.timebase import frames, seconds
from render.voices.words import script

HEAD, TAIL = 0.35, 0.45
"""Seconds before the first word and after the last: room for the cut."""
GAP = 0.22
"""Seconds between two turns."""
WALK_SPEED, RUN_SPEED = 1.2, 3.0
"""Metres a second of an unhurried walk and a run; starting and stopping take half a second more."""
USUAL_WALK = 2.6
USUAL_ACTION = 2.2
SITTING, RISING, TURNING = 2.4, 1.5, 0.9
LEAST = 1.5
"""No shot is shorter than this, in seconds."""
CUT_LEAST = 0.8
"""A part of a line may be shorter."""
_PAUSES = re.compile(r"[,;:]|--|—|–|\.\.\.|…|[.!?]+")


@dataclass(frozen=True)
class Slot:
    """Seconds from the shot's start."""

    start: float
    end: float


@dataclass(frozen=True)
class Schedule:
    """slots: beat id -> when. length: of the shot in frames."""

    slots: dict[str, Slot] = field(default_factory=dict)
    length: int = 48


def spoken_seconds(text: str, words_a_minute: float = 165.0) -> float:
    """How long a line lasts before a voice has been measured: words at a pace, and a breath at each stop."""
    count = len(text.split())
    breaths = sum(0.12 if m[0] in ",;:" else 0.3 for m in _PAUSES.finditer(text.rstrip(".!? ")))
    return max(0.5, count * 60.0 / words_a_minute + breaths)


def walk_seconds(distance: float | None, manner: str = "", run: bool = False) -> float:
    """How long a way takes."""
    pace = {"slowly": 0.7, "tired": 0.75, "briskly": 1.3, "angry": 1.2}.get(manner, 1.0)
    speed = RUN_SPEED if run else WALK_SPEED * pace
    return (USUAL_WALK if distance is None else distance) / speed + 0.5


def heard_seconds(line: Line, fps: Fraction) -> float:
    """The measured length of what is heard of a line, or an estimate."""
    if line.frames is not None:
        return seconds(line.frames, fps)
    if line.words is None:
        return spoken_seconds(line.text)
    return spoken_seconds(" ".join(line.text.split()[line.words[0] : line.words[1]]))


def beat_seconds(beat: AnyBeat, fps: Fraction, distance: Callable[[str, str], float | None] | None = None) -> float:
    """How long a beat takes when it has its own turn; distance(character, destination) in metres."""
    if isinstance(beat, Line):
        return heard_seconds(beat, fps)
    if isinstance(beat, Pause) or beat.frames is not None:
        return seconds(beat.frames, fps)
    if isinstance(beat, Move):
        run = beat.manner == "running"
        return walk_seconds(distance(beat.character, beat.destination) if distance else None, beat.manner, run)
    if isinstance(beat, Action):
        return {"Sit Down": SITTING, "Stand Up": RISING}.get(beat.action, USUAL_ACTION)
    raise TypeError(type(beat).__name__)


def head(line: Line) -> float:
    """Seconds before a line that begins a shot: none where it goes on from the shot before."""
    return 0.0 if line.words is not None and line.words[0] > 0 else HEAD


def tail(line: Line) -> float:
    """Seconds after a line that ends a shot: none where it goes on in the next."""
    return 0.0 if line.words is not None and line.words[1] < len(script(line.text).words) else TAIL


def lay_out(
    turns: list[tuple[str, float, bool]], fps: Fraction, least: float = LEAST, ends: tuple[float, float] = (HEAD, TAIL)
) -> Schedule:
    """Turns (id, seconds, spoken) one after the other, with room for the cuts (`ends`) before and after words."""
    slots: dict[str, Slot] = {}
    time = ends[0] if turns and turns[0][2] else 0.0
    for index, (name, length, spoken) in enumerate(turns):
        if index and (spoken or turns[index - 1][2]):
            time += GAP
        slots[name] = Slot(time, time + length)
        time += length
    time += ends[1] if turns and turns[-1][2] else 0.2
    return Schedule(slots, frames(max(least, time), fps))


def schedule(shot: Shot, fps: Fraction, distance: Callable[[str, str], float | None] | None = None) -> Schedule:
    """Start and end of every beat and the shot's length, from the beats as they stand."""
    own = [b for b in shot.beats if not getattr(b, "during", None)]
    turns = [(b.id, beat_seconds(b, fps, distance), isinstance(b, Line)) for b in own]
    first, last = (own[0], own[-1]) if own else (None, None)
    ends = (head(first) if isinstance(first, Line) else HEAD, tail(last) if isinstance(last, Line) else TAIL)
    timed = lay_out(turns, fps, LEAST if ends == (HEAD, TAIL) else CUT_LEAST, ends)
    slots = dict(timed.slots)
    for beat in shot.beats:
        during = getattr(beat, "during", None)
        if during in slots:
            slots[beat.id] = slots[during]
    return Schedule(slots, timed.length)
