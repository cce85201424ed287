"""The way somebody takes over a stage's floor."""

from __future__ import annotations

from collections.abc import Sequence

from library.motion.paths import NoPath, shortest
from library.places.model import Point
from library.places.parts import with_somebody
from library.stage import PERSON_RADIUS, Role, Spot, Stage, StageError


def route(
    stage: Stage, role: Role, here: Point, destination: Spot, via: Sequence[Spot] | None, call: str
) -> list[Point]:
    """Points (x, y) of the way from `here` to a position, thing, person or point, by way of others; round furniture
    and people, without the start. Raises StageError when one cannot stand there or there is no way through."""
    spot = stage.position(destination) if isinstance(destination, str) else None
    met = _with(stage, role, here, destination)
    goal = spot.at if spot else met or stage.spot_near(_before(stage, destination, call), call, but=(role.name,))
    others = [r for r in stage.roles.values() if r is not role]
    if any((r.at[0] - goal[0]) ** 2 + (r.at[1] - goal[1]) ** 2 < (2 * PERSON_RADIUS) ** 2 for r in others):
        goal = stage.spot_near(goal, call, but=(role.name,))
    outline = stage.need_place(call).outline
    xs, ys = zip(*outline, strict=True)
    bounds = (min(xs), min(ys), max(xs), max(ys))
    passed = [stage.spot_near(stage.point_of(v, call), call, but=(role.name,)) for v in via or ()]
    way: list[Point] = []
    try:
        for stop in (*passed, goal):
            start = way[-1] if way else here
            way += shortest(start, stop, stage.footprints(), [r.at for r in others], bounds=bounds)[1:]
    except NoPath as error:
        raise StageError(f"{call}: {error}", "Choose another destination, or remove what is in the way.") from None
    return way


def _with(stage: Stage, role: Role, here: Point, destination: Spot) -> Point | None:
    """Where one stops who comes up to somebody: on the near side of them."""
    other = next((r for n, r in stage.roles.items() if n.casefold() == str(destination).casefold()), None)
    if other is None or other is role:
        return None
    return next((p for p in with_somebody(other.at, here) if stage.is_free(p, but=(role.name,))), None)


def _before(stage: Stage, destination: Spot, call: str) -> Point:
    """Where one goes to be at something: before a seat, else as near as there is room."""
    if isinstance(destination, str) and not any(n.casefold() == destination.casefold() for n in stage.roles):
        name = stage.prop(destination, call).name
        seat = next((p for p in stage.seats() if p.name == name), None)
        if seat is not None:
            return seat.at
    return stage.point_of(destination, call)
