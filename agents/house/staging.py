"""Who is where and in which posture, carried from shot to shot."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from agents.catalogue import Catalogue
from agents.house.blocking import entrance
from app.document import Action, AnyBeat, Move, Standing
from app.spot import spot

SIT, RISE = "Sit Down", "Stand Up"
TOGETHER = 1.5
"""Metres within which two who stand are together."""
ABOUT = 0.6
"""Metres from where somebody would stop to a position that does as well."""


@dataclass
class State:
    """The people on the stage. away: ids of those of the scene who are not there yet, or have left."""

    catalogue: Catalogue
    place: str
    people: dict[str, Standing]
    away: set[str] = field(default_factory=set)

    def snapshot(self) -> list[Standing]:
        """Copies of where everybody present is now."""
        here = {p for p in self.people if p not in self.away}
        out = []
        for person in self.people:
            if person in here:
                stand = self.people[person].model_copy()
                if stand.facing in self.people and stand.facing not in here:
                    stand.facing = next((o for o in self.people if o in here and o != person), None)
                out.append(stand)
        return out

    @property
    def present(self) -> list[str]:
        return [p for p in self.people if p not in self.away]

    def posture(self, person: str) -> str:
        return self.people[person].posture if person in self.people else "standing"

    def taken(self, but: str = "") -> set[str]:
        return {s.position for p, s in self.people.items() if p != but and p not in self.away}

    def seat_at(self, person: str, target: str) -> str | None:
        """The free seat at what somebody is to sit down on; None where nothing is named or has one."""
        return self.catalogue.seat_at(self.place, target, self.taken(but=person)) if target else None

    def free_seat(self, person: str) -> str | None:
        """The nearest free position with a seat."""
        taken = self.taken(but=person)
        here = self.people[person].position
        seats = [p.name for p in self.catalogue.places[self.place].positions if p.seat and p.name not in taken]
        return min(seats, key=lambda s: self.catalogue.distance(self.place, here, s) or 99.0, default=None)

    def free_position(self, person: str, wanted: set[str] = frozenset()) -> str | None:
        """The farthest free position: somewhere to go. wanted: where others are about to go."""
        taken = self.taken(but=person) | {self.people[person].position} | wanted
        here = self.people[person].position
        free = [p.name for p in self.catalogue.places[self.place].positions if p.name not in taken]
        return max(free, key=lambda s: self.catalogue.distance(self.place, here, s) or 0.0, default=None)

    def way_in(self, person: str) -> str | None:
        """Where somebody stands who comes in and goes to the position that is theirs."""
        home = self.people[person].position
        return entrance(self.catalogue, self.place, self.taken(but=person) | {home}, home)

    def bring_in(self, person: str) -> None:
        """Puts somebody who was away at the way in; where there is none, they are at their position at once."""
        door = self.way_in(person)
        self.away.discard(person)
        if door is not None:
            self._set(person, position=door, posture="standing")

    def beside(self, person: str, other: str, here: str = "", there: str = "") -> str | None:
        """Where somebody stops who comes up to another: on the near side of them, at a position where one is about
        there. None if they are together already. here, there: where both are by then, where that is not where they
        are now."""
        here, there = here or self.people[person].position, there or self._spot(other)
        start, goal = self.catalogue.point(self.place, here), self.catalogue.point(self.place, there)
        if start is None or goal is None:
            return self._nearest(person, there)
        if math.dist(start, goal) <= TOGETHER:
            return None
        spots = [self._spot(p) for p in self.people if p not in {person, *self.away}]
        points = [point for each in spots if (point := self.catalogue.point(self.place, each)) is not None]
        ideal = self.catalogue.with_somebody(self.place, goal, start, points)
        if ideal is None:
            return self._nearest(person, there)
        taken = self.taken(but=person)
        near = [
            p for p in self.catalogue.places[self.place].positions
            if p.name not in taken and math.dist(p.at, ideal) <= ABOUT and math.dist(p.at, goal) <= TOGETHER
        ]  # fmt: skip
        return min(near, key=lambda p: math.dist(p.at, ideal)).name if near else spot(*ideal)

    def _spot(self, person: str) -> str:
        """Where somebody is: on the seat, if they sit."""
        stand = self.people[person]
        found = self.catalogue.position(self.place, stand.position)
        seated = stand.posture == "sitting" and found is not None and found.seat
        return spot(*found.seat.at) if seated else stand.position

    def _nearest(self, person: str, there: str) -> str | None:
        """The free position nearest to a spot; None if the person is there already."""
        taken = self.taken(but=person)
        free = [p.name for p in self.catalogue.places[self.place].positions if p.name not in taken]
        best = min(free, key=lambda p: self.catalogue.distance(self.place, p, there) or 99.0, default=None)
        return best if best != self.people[person].position else None

    def face(self, person: str, other: str) -> None:
        """Somebody looks at another from now on."""
        self._set(person, facing=other)

    def apply(self, beats: list[AnyBeat]) -> None:
        """Carries out what the beats of a shot change."""
        for beat in beats:
            if isinstance(beat, Move) and beat.character in self.people:
                found = self.catalogue.position(self.place, beat.destination)
                where = found.name if found else beat.destination
                self._set(beat.character, position=where, posture="standing")
            elif isinstance(beat, Action) and beat.character in self.people:
                if beat.action == SIT:
                    self._set(beat.character, posture="sitting")
                elif beat.action == RISE:
                    self._set(beat.character, posture="standing")

    def put(self, person: str, position: str, posture: str | None = None) -> None:
        """Moves somebody between two shots."""
        self._set(person, position=position, **({"posture": posture} if posture else {}))

    def _set(self, person: str, **changes: str) -> None:
        self.people[person] = self.people[person].model_copy(update=changes)
