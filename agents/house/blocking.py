"""Where people stand and sit: positions near each other, seats when the scene is calm, nobody on top of another."""

from __future__ import annotations

import itertools
import math

from agents.catalogue import Catalogue
from app.document import Notice, Standing
from app.spot import point_of, spot
from library.places.model import Position

AT_THE_DOOR = 1.2
"""Metres within which a position is at a door."""
A_FEW_STEPS = 6.5
"""Metres somebody walks in at most."""
AT_HAND = 2.2
"""Metres to a thing somebody may be busy with."""
TOO_NEAR = 0.85
"""Metres; closer than this two people would overlap."""


def entrance(catalogue: Catalogue, place: str, taken: set[str], home: str = "") -> str | None:
    """Where somebody who comes in stands first: the free position next to a way in by what its description says or by
    its distance, else at the door itself where that is a few steps away from `home` (where they are going), else the
    position nearest to it, else the one farthest from the others, else beside a thing that stands apart; None where
    there is none of them."""
    if place not in catalogue.places:
        return None
    entry = catalogue.places[place]
    free = [p for p in entry.positions if p.name not in taken]
    if not free:
        return apart(catalogue, place, taken, home)
    for word in ("entrance", "hallway", "door"):
        for position in free:
            if word in position.description.casefold():
                return position.name
    doors = [d.at for d in getattr(entry, "entrances", ())]
    if doors:
        nearest = min(free, key=lambda p: min(math.dist(p.at, d) for d in doors))
        gap, door = min((math.dist(nearest.at, d), d) for d in doors)
        goal = catalogue.point(place, home) or nearest.at
        if gap > AT_THE_DOOR and math.dist(goal, door) <= A_FEW_STEPS and spot(*door) not in taken:
            return spot(*door)
        return nearest.name
    others = [p.at for p in entry.positions if p.name in taken]
    if not others:
        return free[-1].name
    return max(free, key=lambda p: min(math.dist(p.at, o) for o in others)).name


def apart(catalogue: Catalogue, place: str, taken: set[str], home: str) -> str | None:
    """A thing on the floor two to six metres from everybody, the nearest of them."""
    entry = catalogue.places[place]
    inside = getattr(entry, "inside", None)
    people = [p for name in taken if (p := catalogue.point(place, name)) is not None]
    if inside is None or not people:
        return None
    names = [p.name or p.prop for p in entry.furniture]
    fitting = [
        p for p in entry.furniture
        if p.on is None and not p.z and inside(p.at, 0.4) and names.count(p.name or p.prop) == 1
        and 2.0 <= min(math.dist(p.at, o) for o in people) <= 6.0
    ]  # fmt: skip
    goal = catalogue.point(place, home)
    near = [goal] if goal is not None else people
    best = min(fitting, key=lambda p: min(math.dist(p.at, o) for o in near), default=None)
    return (best.name or best.prop) if best else None


def block(
    catalogue: Catalogue,
    place: str,
    people: list[str],
    given: dict[str, str],
    postures: dict[str, str],
    calm: bool,
) -> tuple[dict[str, Standing], list[Notice]]:
    """A place for each of `people` (character ids, in order of importance).

    given: positions the writer asked for; they are kept where they exist and are free. postures likewise. Who
    finds no free position stands beside a piece of furniture, and a notice says so.
    """
    notices: list[Notice] = []
    positions = list(catalogue.places[place].positions) if place in catalogue.places else []
    chosen: dict[str, str] = {}
    for person, words in given.items():
        if person not in people or not words:
            continue
        found = catalogue.position(place, words)
        thing = catalogue.thing(place, words) if found is None else None
        if found is not None and found.name not in chosen.values():
            chosen[person] = found.name
        elif thing is not None:
            chosen[person] = thing
        elif point_of(words) is not None:
            chosen[person] = words
        else:
            problem = f"{place} has no such position" if found is None else "somebody is at this position already"
            notices.append(Notice(text=words, problem=problem))
    left = [p for p in people if p not in chosen]
    free = [p for p in positions if p.name not in chosen.values()]
    for person, position in zip(left, _together(free, positions, chosen, len(left), calm), strict=False):
        chosen[person] = position.name
    crowd = [p for p in people if p not in chosen]
    things = [t for t in catalogue.things(place) if t not in chosen.values()]
    for index, person in enumerate(crowd):
        chosen[person] = things[index % len(things)] if things else (positions[0].name if positions else "")
    for notice, person in zip(notices, [p for p in given if p in left], strict=False):
        notice.used = chosen[person]
    if crowd:
        notices.append(
            Notice(
                text=f"{len(people)} people in {place}",
                problem=f"the place has {len(positions)} positions",
                used=", ".join(f"beside the {chosen[p]}" for p in crowd),
            )
        )
    standing = {}
    for person in people:
        spot = catalogue.position(place, chosen[person])
        posture = postures.get(person) or ("sitting" if calm and spot and spot.seat else "standing")
        if posture == "sitting" and catalogue.seat(place, chosen[person]) is None:
            if postures.get(person):
                asked = f"sitting at {chosen[person]}"
                notices.append(Notice(text=asked, problem="there is no seat at this position", used="standing"))
            posture = "standing"
        standing[person] = Standing(character=person, position=chosen[person], posture=posture)
    _face(standing, catalogue, place)
    return standing, notices


def _together(
    free: list[Position], positions: list[Position], chosen: dict[str, str], count: int, calm: bool
) -> list[Position]:
    """The `count` free positions that make the closest group with those taken, seats first when calm."""
    count = min(count, len(free))
    if count == 0:
        return []
    taken = [p.at for p in positions if p.name in chosen.values()]
    middle = (
        sum(p.at[0] for p in positions) / len(positions),
        sum(p.at[1] for p in positions) / len(positions),
    )

    def cost(group: tuple[Position, ...]) -> tuple[float, ...]:
        points = [_point(p, calm) for p in group] + taken
        pairs = list(itertools.combinations(points, 2))
        crowded = sum(1 for a, b in pairs if math.dist(a, b) < TOO_NEAR)
        apart = sum(abs(math.dist(a, b) - 1.5) for a, b in pairs)
        seats = sum(1 for p in group if p.seat) if calm else 0
        off = sum(math.dist(p.at, middle) for p in group) * 0.25
        odd = 0.6 * sum(1 for p in group if any(w in p.description.casefold() for w in ("hallway", "entrance")))
        return (crowded, -seats if calm else 0, round(apart + off + odd, 6))

    return list(min(itertools.combinations(free, count), key=cost))


def _point(position: Position, calm: bool) -> tuple[float, float]:
    return position.seat.at if calm and position.seat else position.at


def busy_with(catalogue: Catalogue, place: str, here: str, away_from: str) -> str | None:
    """The nearest thing somebody at a spot can face with their back to another; None where there is none."""
    at, other = catalogue.point(place, here), catalogue.point(place, away_from)
    if at is None or other is None:
        return None
    near: list[tuple[float, str]] = []
    for name in catalogue.things(place):
        there = catalogue.point(place, name)
        if there is None or not 0.3 <= math.dist(at, there) <= AT_HAND:
            continue
        ahead = (there[0] - at[0]) * (other[0] - at[0]) + (there[1] - at[1]) * (other[1] - at[1])
        if ahead <= 0.0:
            near.append((math.dist(at, there), name))
    return min(near)[1] if near else None


def _face(standing: dict[str, Standing], catalogue: Catalogue, place: str) -> None:
    """Everybody faces the nearest other."""
    points = {p: catalogue.point(place, s.position) for p, s in standing.items()}
    for person, stand in standing.items():
        others = [o for o in standing if o != person]
        if not others:
            continue
        here = points[person]
        if here is None:
            stand.facing = others[0]
            continue
        stand.facing = min(others, key=lambda o: math.dist(points[o], here) if points[o] else math.inf)
