"""What the floor plan of a shot shows, as data: measured where the take is up to date, else from the program."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.document import Film, Program, Shot
from app.spot import degrees_of, spot
from library.floorplan import FloorPlan, floor_plan
from library.places import PLACES
from library.places.model import Place, Placed, Point, Position
from library.places.outline import Polygon, drawn
from library.places.resting import settle

PRIMES = (14, 18, 21, 24, 28, 35, 40, 50, 65, 75, 85, 100, 135, 180)
"""Lenses the wheel steps through, millimetres."""

SENSOR = 36.0

CAMERA, TARGET = "camera", "target"
"""What is selected where it is not a person's id."""


@dataclass(frozen=True)
class Thing:
    """A thing from above. kind: "flat" (a rug), "floor", "on" (rests on another), "wall" or "high"; inner: its
    raised parts; at: its middle."""

    name: str
    kind: str
    outer: tuple[Polygon, ...]
    inner: tuple[Polygon, ...]
    at: Point
    size: Point


@dataclass
class Person:
    """at, yaw: where the shot begins; spot, facing: as the staging says it; way: the path, goal: where it leads as
    the program says it; measured: whether it was measured on the take."""

    id: str
    name: str
    at: Point
    yaw: float
    seated: bool = False
    spot: str = ""
    facing: str = ""
    way: list[Point] = field(default_factory=list)
    goal: str = ""
    via: tuple[str, ...] = ()
    measured: bool = False


@dataclass
class Camera:
    """at, target: (x, y, z) metres at the start; way: of the camera over the floor; placed: a person put it there;
    aimed: whom it is told to look at, pointed: that it is told a point (neither: whom the shot films); measured:
    on the take."""

    at: tuple[float, float, float]
    target: tuple[float, float, float]
    lens: float
    way: list[Point] = field(default_factory=list)
    placed: bool = False
    aimed: str = ""
    pointed: bool = False
    measured: bool = False

    @property
    def angle(self) -> float:
        """Degrees the picture is wide."""
        return math.degrees(2 * math.atan(SENSOR / 2 / self.lens))


@dataclass
class Drawing:
    """Everything that is on the sheet."""

    place: Place
    things: tuple[Thing, ...]
    people: list[Person]
    camera: Camera | None
    plan: FloorPlan
    problems: list[str] = field(default_factory=list)

    def person(self, identity: str) -> Person | None:
        return next((p for p in self.people if p.id == identity), None)

    def taken(self, position: Position, but: str = "") -> str:
        """Who begins at a position ("" for nobody)."""
        return next((p.name for p in self.people if p.spot == position.name and p.id != but), "")

    def obstacle(self, point: Point, identity: str) -> str:
        """What keeps somebody from standing there ("" for nothing)."""
        person = self.person(identity)
        return self.plan.obstacle(point, person.name if person else "", {p.name: p.at for p in self.people})


def draw(film: Film, shot: Shot, program: Program, numbers: dict[str, Any] | None) -> Drawing | None:
    """The plan of a shot for a program, with what was measured on its take; None where there is no place."""
    plan = floor_plan(program, [c.name for c in film.characters])
    place = plan.stage.place
    if place is None:
        return None
    take = shot.take
    measured = numbers.get("plan") if numbers and take is not None else None
    same = {n: take is not None and getattr(take.program, n) == getattr(program, n) for n in type(program).model_fields}
    staged = measured is not None and same["scene"] and same["character"]
    drawing = Drawing(place, _things(place, tuple(plan.stage.props())), [], None, plan, list(plan.problems))
    names = {c.id: c.name for c in film.characters}
    standing = {names.get(s.character, ""): s for s in shot.staging}
    for name, figure in plan.figures.items():
        identity = next(c.id for c in film.characters if c.name == name)
        stand = standing.get(name)
        person = Person(identity, name, figure.at, figure.yaw, figure.seated, way=list(figure.way))
        if stand is not None:
            person.spot, person.facing = stand.position, names.get(stand.facing or "", stand.facing or "")
        person.goal, person.via = _written(figure.goal), tuple(_written(v) for v in figure.via)
        if staged and name in measured["people"]:
            _take_over(person, measured["people"][name], same["motion"])
        drawing.people.append(person)
    drawing.camera = _camera(plan, measured, staged and same["motion"] and same["cinematography"], drawing)
    return drawing


def _written(goal: object) -> str:
    """A goal of a program as text: a name, or a point as `app.spot` writes it."""
    return spot(*goal) if isinstance(goal, (tuple, list)) else str(goal or "")


def _take_over(person: Person, numbers: dict[str, Any], walked: bool) -> None:
    path = [(p[0], p[1]) for p in numbers["path"]]
    if not path:
        return
    person.at = path[0]
    person.yaw = math.degrees(math.atan2(numbers["facing"][0], -numbers["facing"][1]))
    person.measured = True
    if walked:
        moved = max(math.dist(path[0], p) for p in path)
        person.way = path if moved > 0.3 else []


def _camera(plan: FloorPlan, measured: dict[str, Any] | None, same: bool, drawing: Drawing) -> Camera | None:
    wanted = plan.stage.camera
    aimed = wanted.look_at if isinstance(wanted.look_at, str) else ""
    if measured and measured["camera"]:
        at, target = tuple(measured["camera"][0]), tuple(measured["target"][0])
        way = [(p[0], p[1]) for p in measured["camera"]] if same else []
        camera = Camera(at, target, measured["lens"][0], way if _moves(way) else [], measured=same)
    elif wanted.at is not None:
        camera = Camera(wanted.at, (*_middle(drawing), 1.4), wanted.lens or 35.0)
    else:
        return None
    camera.placed = wanted.at is not None
    camera.aimed, camera.pointed = aimed, wanted.look_at is not None and not aimed
    if wanted.lens is not None and not same:
        camera.lens = wanted.lens
    if wanted.at is not None and not same:
        camera.at = wanted.at
    if not same and wanted.look_at is not None:
        named = next((p for p in drawing.people if p.name == aimed), None)
        camera.target = (*named.at, 1.5) if named else wanted.look_at if not aimed else camera.target
    return camera


def _moves(way: list[Point]) -> bool:
    return bool(way) and max(math.dist(way[0], p) for p in way) > 0.08


def _middle(drawing: Drawing) -> Point:
    if drawing.people:
        count = len(drawing.people)
        return sum(p.at[0] for p in drawing.people) / count, sum(p.at[1] for p in drawing.people) / count
    xs, ys = zip(*drawing.place.outline, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def prepare(film: Film) -> None:
    """Traces the things of a film's places, which takes a second or two each the first time. For any thread."""
    for name in dict.fromkeys(scene.place for scene in film.scenes):
        if name in PLACES:
            _things(PLACES[name], tuple(PLACES[name].furniture))


def _things(place: Place, props: tuple[Placed, ...]) -> tuple[Thing, ...]:
    return _drawn(place.name, repr(props), _Carried(place, props))


class _Carried:
    """Takes a place and its things past the cache, which goes by their names."""

    def __init__(self, place: Place, props: tuple[Placed, ...]):
        self.place, self.props = place, props

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Carried)


@lru_cache(maxsize=16)
def _drawn(name: str, props: str, carried: _Carried) -> tuple[Thing, ...]:
    out = []
    for each in settle(carried.props, carried.place.height):
        outer, inner = drawn(each)
        if each.placed.on:
            kind = "on"
        elif each.prop.mount == "wall":
            kind = "wall"
        elif each.prop.mount == "ceiling":
            kind = "high"
        else:
            kind = "flat" if each.size[2] < 0.06 else "floor"
        out.append(Thing(each.placed.name, kind, tuple(outer), tuple(inner), each.at[:2], each.size[:2]))
    order = {"flat": 0, "floor": 1, "on": 2, "wall": 3, "high": 4}
    return tuple(sorted(out, key=lambda t: order[t.kind]))


def yaw_words(person: Person) -> str:
    """Which way somebody faces, in words: "Tom", "45°"."""
    yaw = degrees_of(person.facing) if person.facing else None
    return f"{yaw:g}°" if yaw is not None else person.facing or f"{round(person.yaw)}°"


def next_lens(lens: float, step: int) -> float:
    """The next longer (1) or shorter (-1) prime lens."""
    if step > 0:
        return float(next((p for p in PRIMES if p > lens + 0.5), PRIMES[-1]))
    return float(next((p for p in reversed(PRIMES) if p < lens - 0.5), PRIMES[0]))
