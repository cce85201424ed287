"""What the stage offers, as the crew sees it: registries of places, actions, shots, moods and props.

The crew never names these things itself; it looks them up here, so a new entry in the library is known to
every parser and checker at once.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from agents.lexicons import lexicon
from app.look import Look
from app.spot import point_of
from app.voice import Voice
from library.moods import MOODS, Mood
from library.motion.paths import NoPath, shortest
from library.places.model import Place, Point, Position
from library.places.parts import stand_at, stand_with
from library.places.seating import seats
from library.registry import Match, Registry, plain
from library.shots import SHOTS, ShotType

_NUMBERED = re.compile(r"^(.*\D)\s*(\d+)$")
AT_IT = 1.3
"""Metres from the middle of a thing within which a seat stands at it."""
NEAR = 72.0
"""Score (0..100) from which the nearest entry is close enough to be taken for a misspelling."""


class PlaceEntry(Protocol):
    """What the crew reads of a place (`library.places`)."""

    name: str
    synonyms: tuple[str, ...]
    exterior: bool
    positions: tuple[Position, ...]

    @property
    def furniture(self) -> Sequence[Any]: ...


class ActionEntry(Protocol):
    """What the crew reads of an action (`library.motion.actions`). posture: the one it starts in."""

    name: str
    synonyms: tuple[str, ...]
    posture: str
    description: str


class PropEntry(Protocol):
    name: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """Everything that can be asked for by name, and how people get their looks and voices.

    look_of(words, gender=, years=, seed=) -> Look. voices(profiles) -> name -> Voice, where a profile has
    name, gender and years.
    """

    places: Registry
    actions: Registry
    props: Registry
    emotions: tuple[str, ...]
    look_of: Callable[..., Look]
    voices: Callable[[Sequence[Any]], dict[str, Voice]]
    shots: Registry[ShotType] = SHOTS
    moods: Registry[Mood] = MOODS
    _ways: dict[tuple[str, Point, Point], float] = field(default_factory=dict, repr=False, compare=False)

    def place(self, words: str) -> Match | None:
        """The place meant by `words`: by name, by the lexicon of everyday words, else the nearest name."""
        found = self.places.find(words)
        if found is None or found.certain:
            return found
        spoken = f" {plain(words)} "
        best: tuple[int, str] | None = None
        for name, hints in lexicon("places").items():
            if name not in self.places:
                continue
            for hint in hints:
                at = spoken.rfind(f" {plain(hint)} ")
                if at >= 0 and (best is None or len(hint) > best[0]):
                    best = (len(hint), name)
        if best is not None:
            return Match(self.places[best[1]], "synonym")
        return found

    def action(self, words: str) -> tuple[Match | None, int | None]:
        """The action meant, and the variation where the words end in a number ("Standing Talking 3")."""
        found = self.actions.find(words)
        numbered = _NUMBERED.match(words.strip())
        if (found is None or not found.certain) and numbered:
            return self.actions.find(numbered[1]), int(numbered[2])
        return found, None

    def action_for(self, manner: str, posture: str) -> str | None:
        """The action that shows `manner` ("Talking", "Agree") in a posture ("standing" or "sitting")."""
        prefix = "Sitting" if posture == "sitting" else "Standing"
        for name in (f"{prefix} {manner}", manner):
            if name in self.actions and self.fits(name, posture):
                return name
        return None

    def fits(self, action: str, posture: str) -> bool:
        """Whether somebody in this posture can do the action ("any" fits both)."""
        needed = getattr(self.actions[action], "posture", "standing")
        return needed in ("any", posture)

    def shot(self, words: str) -> Match[ShotType] | None:
        """The shot type meant; numbers at the end ("Long Shot 2") name a camera and are left out."""
        found = self.shots.find(words)
        numbered = _NUMBERED.match(words.strip())
        if (found is None or not found.certain) and numbered:
            return self.shots.find(numbered[1])
        return found

    def mood(self, words: str) -> Match[Mood] | None:
        return self.moods.find(words)

    def position(self, place: str, words: str) -> Position | None:
        """The named position of a place; letters count as numbers ("Position B" is "Position 2")."""
        if place not in self.places:
            return None
        wanted = plain(words)
        lettered = re.match(r"^(?:position )?([a-h])$", wanted)
        if lettered:
            wanted = f"position {ord(lettered[1]) - 96}"
        elif wanted.isdigit():
            wanted = f"position {wanted}"
        return next((p for p in self.places[place].positions if plain(p.name) == wanted), None)

    def seats(self, place: str) -> list[Position]:
        """Where one can sit: positions, then things that are made for it, under their names."""
        if place not in self.places:
            return []
        return seats(self.places[place].positions, self.places[place].furniture)

    def seat(self, place: str, name: str) -> Position | None:
        """Where one sits at a position or a thing of the place; None where one cannot sit there."""
        spot = self.position(place, name)
        if spot is not None:
            return spot if spot.seat else None
        return next((p for p in self.seats(place) if p.name == name), None)

    def seat_at(self, place: str, name: str, taken: Iterable[str] = ()) -> str | None:
        """The free seat that is meant by "sits down at" a position or thing: its own, else one that stands at it."""
        free = [p for p in self.seats(place) if p.name not in taken]
        if any(p.name == name for p in free):
            return name
        there = self.point(place, name)
        if there is None or self.position(place, name) is not None:
            return None
        near = min(free, key=lambda p: math.dist(p.seat.at, there), default=None)
        return near.name if near is not None and math.dist(near.seat.at, there) <= AT_IT else None

    def things(self, place: str) -> list[str]:
        """Names of the furniture and things of a place, each once."""
        if place not in self.places:
            return []
        return list(dict.fromkeys(p.name or p.prop for p in self.places[place].furniture))

    def thing(self, place: str, words: str) -> str | None:
        """The thing of the place meant by `words`, by its name or a synonym of its kind."""
        wanted = plain(words)
        names = {plain(n): n for n in self.things(place)}
        if wanted in names:
            return names[wanted]
        kind = self.props.find(wanted)
        if kind is not None and kind.certain:
            for placed in self.places[place].furniture if place in self.places else ():
                if placed.prop == kind.entry.name:
                    return placed.name or placed.prop
        return next(
            (n for k, n in names.items() if wanted and (k.endswith(" " + wanted) or k.startswith(wanted + " "))), None
        )

    def part(self, place: str, part: str) -> Point | None:
        """Where one stands before a "window" or at a "door" of the place."""
        if place not in self.places or not isinstance(self.places[place], Place):
            return None
        return stand_at(self.places[place], part)

    def with_somebody(self, place: str, other: Point, here: Point, others: Sequence[Point]) -> Point | None:
        """Where one who comes from `here` stops to talk to somebody at `other`; see `library.places.parts`."""
        if place not in self.places or not isinstance(self.places[place], Place):
            return None
        return stand_with(self.places[place], other, here, others)

    def point(self, place: str, name: str) -> Point | None:
        """The floor point of a position, of a thing that stands on the floor, or of coordinates as text."""
        written = point_of(name)
        if written is not None:
            return written[:2]
        spot = self.position(place, name)
        if spot is not None:
            return spot.at
        for placed in self.places[place].furniture if place in self.places else ():
            if name and (placed.name or placed.prop) == name and placed.on is None:
                return placed.at
        return None

    def distance(self, place: str, start: str, end: str) -> float | None:
        """Metres between two positions or things of a place, None where one is neither."""
        a, b = self.point(place, start), self.point(place, end)
        return math.dist(a, b) if a and b else None

    def way(self, place: str, start: str, end: str) -> float | None:
        """Metres that somebody walks from one to the other, round the furniture; None where one is neither a position
        nor a thing of the place."""
        a, b = self.point(place, start), self.point(place, end)
        if a is None or b is None:
            return None
        if place not in self.places or not isinstance(self.places[place], Place):
            return math.dist(a, b)
        if (place, a, b) not in self._ways:
            self._ways[place, a, b] = walked(self.places[place], a, b)
        return self._ways[place, a, b]


def walked(place: Place, start: Point, end: Point) -> float:
    """Metres of the shortest way between two points of a place; as the crow flies where no way leads right there."""
    xs, ys = zip(*place.outline, strict=True)
    try:
        way = shortest(start, end, place.footprints(), bounds=(min(xs), min(ys), max(xs), max(ys)))
    except NoPath:
        return math.dist(start, end)
    return sum(math.dist(a, b) for a, b in itertools.pairwise(way))


@cache
def library_catalogue() -> Catalogue:
    """The catalogue of the library as installed, with what this person has imported."""
    from agents.production.folders import people_folder
    from library.assets import AssetLibrary
    from library.cast.looks import look_of
    from library.motion.actions import ACTIONS
    from library.motion.faces import EMOTIONS
    from library.places import PLACES
    from library.props import PROPS
    from render.voices import cast_voices

    AssetLibrary().register(people_folder())
    return Catalogue(PLACES, ACTIONS, PROPS, tuple(EMOTIONS), look_of, cast_voices)


def best(words: str, names: Iterable[str]) -> str | None:
    """The name among `names` that `words` equals without regard to case and punctuation."""
    wanted = plain(words)
    return next((n for n in names if plain(n) == wanted), None)
