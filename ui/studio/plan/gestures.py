"""One object for each thing that is dragged on the floor plan."""

from __future__ import annotations

import math
from collections.abc import Callable

from app.spot import degrees, spot
from library.floorplan import yaw_to
from library.places.model import Point, Position
from ui.studio.plan.drawing import Camera, Drawing, Person
from ui.studio.plan.strokes import bends

SNAP_PX = 18.0
SNAP_M = 0.32
SNAP_DEGREES = 9.0


class Gesture:
    """words: what a drop here means, for people; wrong: that it cannot be, and `words` says why; moved: whether
    anything was dragged at all."""

    def __init__(self, drawing: Drawing, factor: float):
        self.drawing = drawing
        self.reach = max(SNAP_PX / max(factor, 1e-6), SNAP_M)
        self.words = ""
        self.wrong = False
        self.moved = False

    def move(self, point: Point, exact: bool = False) -> None:
        """The pointer is over a point (metres); exact: nothing is snapped to."""
        raise NotImplementedError

    def apply(self) -> None:
        """Hands on what was decided."""
        raise NotImplementedError

    def _position(self, point: Point) -> Position | None:
        near = min(self.drawing.place.positions, key=lambda p: math.dist(p.at, point), default=None)
        return near if near is not None and math.dist(near.at, point) <= self.reach else None

    def _stand(self, point: Point, person: Person, exact: bool) -> tuple[Point, str]:
        """(where, as the staging writes it); says what that is, and whether it cannot be."""
        near = None if exact else self._position(point)
        if near is not None:
            holder = self.drawing.taken(near, person.id)
            self.wrong, self.words = bool(holder), f"{near.name} is {holder}'s" if holder else near.name
            return near.at, near.name
        problem = self.drawing.obstacle(point, person.id)
        self.wrong, self.words = bool(problem), problem or f"{point[0]:.2f}, {point[1]:.2f} m"
        return point, spot(*point)


class MovePerson(Gesture):
    def __init__(self, drawing, factor, person: Person, start: Point, done: Callable[[str, str], None]):
        super().__init__(drawing, factor)
        self.person, self.done = person, done
        self._offset = (person.at[0] - start[0], person.at[1] - start[1])
        self._spot = person.spot

    def move(self, point: Point, exact: bool = False) -> None:
        self.moved = True
        wanted = (point[0] + self._offset[0], point[1] + self._offset[1])
        self.person.at, self._spot = self._stand(wanted, self.person, exact)
        self.person.seated, self.person.way = False, []

    def apply(self) -> None:
        self.done(self.person.id, self._spot)


class TurnPerson(Gesture):
    def __init__(self, drawing, factor, person: Person, done: Callable[[str, str], None]):
        super().__init__(drawing, factor)
        self.person, self.done = person, done
        self._facing = person.facing

    def move(self, point: Point, exact: bool = False) -> None:
        self.moved = True
        yaw = yaw_to(self.person.at, point)
        others = {p.name: p.at for p in self.drawing.people if p is not self.person}
        off = {n: abs((yaw_to(self.person.at, at) - yaw + 180) % 360 - 180) for n, at in others.items()}
        near = min(off, key=off.get, default=None)
        if near is not None and off[near] < SNAP_DEGREES and not exact:
            self.person.yaw, self._facing = yaw_to(self.person.at, others[near]), near
            self.words = f"facing {near}"
        else:
            self.person.yaw = yaw if exact else 5 * round(yaw / 5)
            self._facing = degrees(self.person.yaw)
            self.words = f"{round(self.person.yaw)}°"

    def apply(self) -> None:
        self.done(self.person.id, self._facing)


class DrawWay(Gesture):
    """A path point by point: `add` keeps the point under the pointer, the last one is where it leads. Dragged in one
    go, it is the line that was drawn, where it bends."""

    def __init__(self, drawing, factor, person: Person, done: Callable[[str, str, tuple[str, ...]], None]):
        super().__init__(drawing, factor)
        self.person, self.done = person, done
        self.points: list[tuple[Point, str]] = []
        self.under: tuple[Point, str] | None = None
        self._drawn: list[Point] = [person.at]

    def move(self, point: Point, exact: bool = False) -> None:
        self.moved = True
        if self._drawn:
            self._drawn.append(point)
        self.under = self._stand(point, self.person, exact)
        self.person.way = [self.person.at, *(p for p, _ in self.points or self._bends()), self.under[0]]

    def point_by_point(self) -> None:
        """The button is up: what lies between the clicks is no line that was drawn."""
        self._drawn = []

    def _bends(self) -> list[tuple[Point, str]]:
        """Where a line drawn in one go bends; what stands in the way of it is walked round anyway."""
        free = [p for p in bends(self._drawn) if not self.drawing.obstacle(p, self.person.id)]
        return [(p, spot(*p)) for p in free]

    def add(self) -> None:
        if self.under is not None and not self.wrong and (not self.points or self.points[-1][0] != self.under[0]):
            self.points.append(self.under)

    def apply(self) -> None:
        if not self.points:  # dragged in one go; else the last click is the end, wherever the pointer is by now
            self.points = self._bends()
            self.add()
        if self.points:
            self.done(self.person.id, self.points[-1][1], tuple(s for _, s in self.points[:-1]))


class MoveEnd(Gesture):
    """The end of a path; what it passes stays."""

    def __init__(self, drawing, factor, person: Person, done: Callable[[str, str, tuple[str, ...]], None]):
        super().__init__(drawing, factor)
        self.person, self.done = person, done
        self._goal = person.goal

    def move(self, point: Point, exact: bool = False) -> None:
        self.moved = True
        at, self._goal = self._stand(point, self.person, exact)
        self.person.way = [*self.person.way[:-1], at] if len(self.person.way) > 2 else [self.person.at, at]

    def apply(self) -> None:
        self.done(self.person.id, self._goal, self.person.via)


class MoveCamera(Gesture):
    def __init__(self, drawing, factor, camera: Camera, start: Point, done: Callable[[str, str], None]):
        super().__init__(drawing, factor)
        self.camera, self.done = camera, done
        self._offset = (camera.at[0] - start[0], camera.at[1] - start[1])

    def move(self, point: Point, exact: bool = False) -> None:
        self.moved = True
        at = (point[0] + self._offset[0], point[1] + self._offset[1], self.camera.at[2])
        self.camera.at, self.camera.way, self.camera.placed = at, [], True
        inside = self.drawing.plan.inside_thing(at)
        self.wrong = bool(inside)
        self.words = f"in the {inside}" if inside else f"{at[0]:.2f}, {at[1]:.2f} m, {at[2]:.2f} m high"

    def apply(self) -> None:
        self.done(spot(*self.camera.at), aim_of(self.camera))


class MoveTarget(Gesture):
    def __init__(self, drawing, factor, camera: Camera, done: Callable[[str, str], None]):
        super().__init__(drawing, factor)
        self.camera, self.done = camera, done

    def move(self, point: Point, exact: bool = False) -> None:
        self.moved = True
        near = min(self.drawing.people, key=lambda p: math.dist(p.at, point), default=None)
        if near is not None and math.dist(near.at, point) <= self.reach and not exact:
            self.camera.target, self.camera.aimed = (*near.at, self.camera.target[2]), near.name
            self.words = f"on {near.name}"
        else:
            self.camera.target, self.camera.aimed = (*point, self.camera.target[2]), ""
            self.words = f"on {point[0]:.2f}, {point[1]:.2f} m"

    def apply(self) -> None:
        self.done(spot(*self.camera.at), self.camera.aimed or spot(*self.camera.target))


def aim_of(camera: Camera) -> str:
    """What a camera that is moved stays aimed at: whom it was told, the point it was told, or whom the shot films."""
    if camera.aimed:
        return camera.aimed
    return spot(*camera.target) if camera.pointed else ""
