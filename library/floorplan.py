"""A shot's program as a floor plan: who stands and walks where, without building anything.

Only calls with literal arguments are followed, through the library's own functions; nothing of a program is executed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.document import SUB_PROCESSES, Program
from app.errors import ShotwrightError
from app.look import Look
from library.functions import functions
from library.places.model import Point
from library.routes import route
from library.snippets import literal_calls
from library.stage import PERSON_RADIUS, Stage, StageError, yaw_towards

CLOSE = 0.16
"""Metres between a person's middle and a surface from which that person is in it."""


@dataclass
class Figure:
    """A person on the plan: where the shot begins, and the way from there; goal, via: what the last walk names."""

    name: str
    at: Point
    yaw: float
    seated: bool = False
    way: list[Point] = field(default_factory=list)
    goal: object = None
    via: tuple[object, ...] = ()


@dataclass
class FloorPlan:
    """stage: the place with its things; problems: what the program asks for and cannot be."""

    stage: Stage
    figures: dict[str, Figure] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def obstacle(self, point: Point, name: str = "", others: dict[str, Point] | None = None) -> str:
        """What stops somebody from standing there, in words ("" for nothing): "outside the place", "in the sofa"."""
        place = self.stage.place
        if place is None:
            return ""
        if not place.inside(point, CLOSE):
            return f"outside the {'place' if place.exterior else 'room'}"
        for foot in self.stage.footprints():
            if foot.bottom < 1.2 and foot.top > 0.12 and foot.distance(point) < CLOSE:
                return f"in the {foot.name}"
        standing = others if others is not None else {n: f.at for n, f in self.figures.items()}
        for other, at in standing.items():
            if other != name and math.dist(at, point) < 1.5 * PERSON_RADIUS:
                return f"in {other}'s place"
        return ""

    def inside_thing(self, point: tuple[float, float, float]) -> str:
        """The thing a camera would be in ("" for none)."""
        for foot in self.stage.footprints():
            if foot.bottom <= point[2] <= foot.top and foot.distance(point[:2]) < 0.05:
                return foot.name
        return ""


def floor_plan(program: Program, cast: Iterable[str]) -> FloorPlan:
    """The floor plan of a program for the characters named."""
    stage = Stage({name: Look() for name in cast}, lambda look: None)
    plan = FloorPlan(stage)
    for sub_process in SUB_PROCESSES:
        if sub_process == "lighting":
            continue
        if sub_process == "motion":
            _settle(plan)
            for each in literal_calls(program.motion):
                if each.function in ("walk_to", "run_to"):
                    _follow(plan, each.function, *each.arguments, **each.named)
            continue
        known = functions(sub_process)
        for each in literal_calls(getattr(program, sub_process)):
            if each.function in known:
                _try(plan, lambda f=known[each.function], c=each: f(stage, *c.arguments, **c.named))
    return plan


def _try(plan: FloorPlan, work) -> None:
    try:
        work()
    except ShotwrightError as error:
        plan.problems.append(error.what)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        plan.problems.append(f"{type(error).__name__}: {error}")


def _settle(plan: FloorPlan) -> None:
    stage = plan.stage
    for name, role in list(stage.roles.items()):
        before = len(plan.problems)
        _try(plan, lambda r=role: stage.find_spot(r))
        if len(plan.problems) > before:
            del stage.roles[name]
    for role in stage.roles.values():
        _try(plan, lambda r=role: setattr(r, "yaw", stage.facing_of(r)))
        yaw = role.seat.yaw if role.seat else role.yaw
        plan.figures[role.name] = Figure(role.name, role.at, yaw, role.seat is not None)


def _follow(plan: FloorPlan, call: str, person: str, destination, *rest, **named) -> None:
    figure = next((f for n, f in plan.figures.items() if n.casefold() == str(person).casefold()), None)
    if figure is None:
        return
    here = figure.way[-1] if figure.way else figure.at
    role = plan.stage.roles[figure.name]
    if role.seat is not None and not figure.way:  # they get up to the front of the seat first
        a = math.radians(role.seat.yaw)
        here = (here[0] + 0.45 * math.sin(a), here[1] - 0.45 * math.cos(a))

    def work() -> None:
        way = route(plan.stage, role, here, destination, named.get("via"), call)
        figure.way = [*(figure.way or [figure.at]), *way]
        figure.goal, figure.via = destination, tuple(named.get("via") or ())
        role.at = way[-1]

    _try(plan, work)


def yaw_to(start: Point, end: Point) -> float:
    """Degrees somebody turns to face a point (0 faces -y)."""
    return yaw_towards(start, end)


__all__ = ["CLOSE", "Figure", "FloorPlan", "StageError", "floor_plan", "yaw_to"]
