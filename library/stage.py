"""The stage of one shot as data: where, who, what they do, how it is lit and filmed.

A shot's program fills a `Stage` through the functions of `library.scene`, `library.character`,
`library.motion_calls`, `library.lighting` and `library.cinematography`. Nothing here needs Blender:
`library.blender.build` turns a filled stage into a Blender scene.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import takewhile
from typing import Any

import numpy as np

from app.errors import ShotwrightError
from app.look import Look
from library.cast.person import Person
from library.motion.holding import Lying, Thing
from library.motion.performance import Performance
from library.places.model import Footprint, Place, Placed, Position, Seat
from library.places.resting import settle
from library.places.seating import chair_of, drawn_up, seats, to_table
from library.registry import plain

Spot = str | tuple[float, float]
PERSON_RADIUS = 0.28
"""Half of the room a standing person needs, metres."""

PUSH, PULL, SLIDE = 0.35, 0.30, 0.75
"""Seconds after somebody begins to rise at which their chair goes back, after they begin to sit down at which it comes
forward under them, and how long it slides."""

OPEN, QUARTER = 38.0, 45.0
"""Degrees by which somebody who stands talking opens up towards the audience, and the yaw at which they are open
enough: actors share a scene in quarter position, so that a camera there sees faces and not two profiles. Eyes and
head stay with the partner."""


class StageError(ShotwrightError):
    """A program asked for something the stage cannot do. Names the call and what would work."""

    def __init__(self, what: str, hint: str = ""):
        super().__init__("program", what, hint)


@dataclass(frozen=True)
class Spoken:
    """A line as heard: seconds, and mouth cues (seconds, shape or "rest", strength)."""

    duration: float
    cues: tuple[tuple[float, str, float], ...] = ()


@dataclass
class Role:
    """A person on the stage. chairs: those they use, by name, as each stands drawn up to a table, and its seat."""

    name: str
    person: Person
    request: dict[str, Any]
    at: tuple[float, float] = (0.0, 0.0)
    yaw: float = 0.0
    seat: Seat | None = None
    chairs: dict[str, tuple[Placed, Seat]] = field(default_factory=dict)
    performance: Performance | None = None


@dataclass
class LightPlan:
    """mood: name in `library.moods`; strength scales all of it; exposure: stops on top of the mood's;
    lamps: practicals switched by name; keys: subject -> (side, strength, warmth)."""

    mood: str = "day"
    strength: float = 1.0
    exposure: float = 0.0
    lamps: dict[str, bool] = field(default_factory=dict)
    keys: dict[str, tuple[str | None, float, float]] = field(default_factory=dict)


@dataclass
class CameraMove:
    """A change over time on top of a shot type: kind "push", "reveal", "orbit", "handheld", "focus"; seconds."""

    kind: str
    amount: float = 0.0
    start: float = 0.0
    end: float | None = None
    subject: str | None = None


@dataclass
class CameraPlan:
    """What the cinematography snippet asked for; solved by `library.camera.solve`.

    over: the listener past whose shoulder one looks; viewer: the person through whose eyes one looks; thing: a
    thing of the place that is filmed; direction: of a dolly ("in", "out", "left", "right"); roll: degrees the
    horizon leans. at, look_at: where the camera stands when the shot begins and what it is then aimed at (a person,
    or a point), in place of what the shot type would have chosen.
    """

    shot_type: str = "Long Shot"
    subjects: list[str] = field(default_factory=list)
    side: str | None = None
    angle: float | None = None
    height: str | float = "eye"
    lens: float | None = None
    fill: float | None = None
    shift: float = 0.0
    moves: list[CameraMove] = field(default_factory=list)
    still: bool = False
    over: str | None = None
    viewer: str | None = None
    thing: str | None = None
    direction: str | None = None
    roll: float = 0.0
    at: tuple[float, float, float] | None = None
    look_at: str | tuple[float, float, float] | None = None


@dataclass
class LensEye:
    """Where the camera is, for whoever looks into it: known once the camera is solved.

    times: (F,) seconds; places: (F, 3) metres; before that somewhere in front of the audience's side.
    """

    times: np.ndarray | None = None
    places: np.ndarray | None = None
    used: bool = False

    def __call__(self, t: np.ndarray) -> np.ndarray:
        self.used = True
        if self.times is None:
            return np.tile(np.array([0.0, -4.0, 1.5]), (len(t), 1))
        return np.stack([np.interp(t, self.times, self.places[:, axis]) for axis in range(3)], 1)


class Stage:
    """The stage of one shot.

    things: what people handle, by name; speech: (line, person, start) as the program has it; arrivals: (person,
    goal, second they get there).

    cast: name -> look of everybody the film knows. wardrobe: gives the built person of a look.
    lines: beat id -> what is heard. frames, fps, size (pixels), seed: of the shot.
    """

    def __init__(
        self,
        cast: dict[str, Look],
        wardrobe: Callable[[Look], Person],
        lines: dict[str, Spoken] | None = None,
        frames: int = 48,
        fps: Fraction = Fraction(24),
        size: tuple[int, int] = (1280, 720),
        seed: int = 0,
    ):
        self.cast, self.wardrobe, self.lines = cast, wardrobe, lines or {}
        self.frames, self.fps, self.size, self.seed = frames, fps, size, seed
        self.place: Place | None = None
        self.extra_props: list[Placed] = []
        self.removed: set[str] = set()
        self.roles: dict[str, Role] = {}
        self.light = LightPlan()
        self.camera = CameraPlan()
        self.speech: list[tuple[str, str, float]] = []
        self.arrivals: list[tuple[str, tuple[float, float], float]] = []
        self.lens = LensEye()
        self.things: dict[str, Thing] = {}
        self._settled = False

    @property
    def length(self) -> float:
        """Seconds."""
        return float(self.frames / self.fps)

    # ---- looking things up

    def need_place(self, call: str) -> Place:
        if self.place is None:
            raise StageError(f"{call}: there is no place yet", "Start the scene snippet with use_place(stage, ...).")
        return self.place

    def role(self, name: str, call: str) -> Role:
        for known, role in self.roles.items():
            if known.casefold() == str(name).casefold():
                return role
        raise StageError(
            f"{call}: nobody called {name!r} is on the stage",
            f"On the stage: {', '.join(self.roles) or 'nobody yet'}. Add people in the character snippet.",
        )

    def props(self) -> list[Placed]:
        """Furniture of the place and added props, without what was removed."""
        if self.place is None:
            return []
        moved = self.moved
        here = (*self.place.furniture, *self.extra_props)
        return [moved.get(p.name, p) for p in here if p.name not in self.removed]

    @property
    def moved(self) -> dict[str, Placed]:
        """Chairs that are drawn up to a table for the whole shot, by name."""
        still = [r for r in self.roles.values() if r.chairs and not r.performance.seatings]
        return {name: chair for role in still for name, (chair, _) in role.chairs.items()}

    def sliding(self) -> list[Thing]:
        """The chairs that somebody draws up to a table as they sit down, or pushes back as they rise."""
        usual = {p.name: p for p in self.props()}
        out: dict[str, Thing] = {}
        for role in self.roles.values():
            acting = role.performance
            for name, (chair, seat) in role.chairs.items():
                if not acting.seatings:
                    continue
                drawn, back = (settle([p], self.place.height)[0] for p in (chair, usual[name]))
                lying = Lying(back.at, back.yaw)
                thing = out.setdefault(name, Thing(name, back.prop.name, back.size, lying))
                if _same(acting.seat, seat):
                    thing.first = Lying(drawn.at, drawn.yaw)
                for seating in acting.seatings:
                    if _same(seating.seat, seat):
                        to, after = (drawn, PULL) if seating.down else (back, PUSH)
                        thing.goes(seating.start + after, Lying(to.at, to.yaw, SLIDE))
        return list(out.values())

    def prop(self, name: str, call: str) -> Placed:
        wanted = plain(str(name))
        named = {plain(p.name): p for p in self.props()} | {plain(p.prop): p for p in reversed(self.props())}
        for placed in self.props():
            named.setdefault(plain(placed.name), placed)
        if wanted in named:
            return named[wanted]
        close = [k for k in named if wanted in k or k in wanted]
        if close:
            return named[min(close, key=len)]
        known = sorted({p.name for p in self.props()})
        raise StageError(f"{call}: there is no {name!r} in the place", f"There are: {', '.join(known)}.")

    def footprints(self, but: tuple[str, ...] = ()) -> list[Footprint]:
        """What stands on the floor and is in the way."""
        if self.place is None:
            return []
        return [f for f in self.place.footprints(self.props()) if f.name not in but]

    def position(self, name: str) -> Position | None:
        if self.place is None:
            return None
        wanted = plain(name)
        return next((p for p in self.place.positions if plain(p.name) == wanted), None)

    def seats(self) -> list[Position]:
        """Where one can sit: positions, and things that are made for it, under their names."""
        return seats(self.place.positions, self.props()) if self.place is not None else []

    def point_of(self, target: Any, call: str) -> tuple[float, float]:
        """The floor point of a position, person, prop or (x, y)."""
        if isinstance(target, (tuple, list)) and len(target) >= 2:
            return float(target[0]), float(target[1])
        name = str(target)
        spot = self.position(name)
        if spot is not None:
            return spot.at
        for known, role in self.roles.items():
            if known.casefold() == name.casefold():
                return role.at
        placed = self.prop(name, call)
        foot = next((f for f in self.footprints() if f.name == placed.name), None)
        return foot.at if foot else placed.at

    # ---- free spots

    def is_free(self, point: tuple[float, float], radius: float = PERSON_RADIUS, but: tuple[str, ...] = ()) -> bool:
        """Whether somebody can stand there: inside the place, off the furniture, away from others."""
        place = self.place
        if place is not None and not place.inside(point, radius):
            return False
        for foot in self.footprints():
            if foot.bottom < 1.6 and foot.top > 0.08 and foot.distance(point) < radius:
                return False
        return all(
            math.dist(point, r.at) >= 2 * radius
            for n, r in self.roles.items()
            if n not in but and self._settled_role(r)
        )

    def _settled_role(self, role: Role) -> bool:
        return role.performance is not None

    def spot_near(
        self, point: tuple[float, float], call: str, reach: float = 3.0, but: tuple[str, ...] = ()
    ) -> tuple[float, float]:
        """The nearest free spot to a point, searched in rings. Raises StageError when there is none in reach."""
        if self.is_free(point, but=but):
            return point
        for ring in np.arange(0.1, reach, 0.1):
            options = []
            for k in range(max(8, int(ring * 24))):
                a = 2 * math.pi * k / max(8, int(ring * 24))
                option = (point[0] + ring * math.sin(a), point[1] - ring * math.cos(a))
                if self.is_free(option, but=but):
                    options.append(option)
            if options:
                return min(options, key=lambda o: o[1])
        raise StageError(f"{call}: no free spot near {tuple(round(v, 2) for v in point)}", "Move somebody or a prop.")

    # ---- people

    def settle(self) -> None:
        """Works out where everybody stands and faces, once all have been added."""
        for role in self.roles.values():
            self.find_spot(role)
        for role in self.roles.values():
            role.yaw = self.facing_of(role)
        for index, role in enumerate(self.roles.values()):
            if role.performance is None:
                role.performance = Performance(
                    role.person,
                    at=role.seat.at if role.seat else role.at,
                    yaw=role.seat.yaw if role.seat else role.yaw,
                    ground=0.0,
                    seat=role.seat,
                    seed=self.seed * 101 + index * 17 + sum(map(ord, role.name)),
                )
                self._draw_up(role)
        for role in self.roles.values():
            partner = self._partner(role)
            role.performance.partner = partner.performance if partner is not None else None
        self._settled = True

    def _draw_up(self, role: Role) -> None:
        """Who sits on a chair at a table from the start has it drawn up to the table."""
        if role.seat is not None:
            role.performance.take_seat(self.drawn_seat(role, role.seat))

    def drawn_seat(self, role: Role, seat: Seat) -> Seat:
        """The seat where it is once somebody has drawn its chair up to the table before it, and notes their chair;
        the seat as it is where there is no chair or no table."""
        chair = chair_of(seat, self.props())
        if chair is None:
            return seat
        by = to_table(seat, role.performance.knee_forward(seat), self.footprints(but=(chair.name,)))
        if by > 0.02:
            seat, chair = drawn_up(seat, chair, by)
            role.chairs[chair.name] = (chair, seat)
        return seat

    def find_spot(self, role: Role) -> None:
        """Puts somebody where the program asks for. Raises StageError."""
        if role.performance is not None:
            return
        at, posture = role.request["at"], role.request["posture"]
        call = f"add_person({role.name!r})"
        spot = self.position(at) if isinstance(at, str) else None
        if spot is not None:
            earlier = takewhile(lambda r: r is not role, self.roles.values())
            other = next((r.name for r in earlier if r.request["at"] == at), None)
            if other:
                raise StageError(f"{call}: {at} is taken by {other}", "Give each person a position of their own.")
        if posture == "sitting":
            seats = self.seats()
            if spot is None and isinstance(at, str):
                name = self.prop(at, call).name
                foot = next((f for f in self.footprints() if f.name == name), None)
                near = [p for p in seats if p.name == name or (foot and foot.distance(p.seat.at) <= 0.05)]
            else:
                near = [p for p in seats if p is spot]
            taken = [r.seat for r in self.roles.values() if r.seat]
            seat = next((p.seat for p in near if p is spot or p.seat not in taken), None)
            if seat is None:
                raise StageError(
                    f"{call}: one cannot sit at {at!r}",
                    f"One can sit at {', '.join(dict.fromkeys(p.name for p in seats)) or 'no place here'}.",
                )
            role.seat, role.at = seat, seat.at
            return
        if at is None:
            taken = {r.request["at"] for r in self.roles.values()}
            free = [p for p in self.place.positions if p.name not in taken] if self.place else []
            role.at = free[0].at if free else (0.0, 0.0)
            role.request["at"] = free[0].name if free else (0.0, 0.0)
        elif spot is not None:
            role.at = spot.at
        elif isinstance(at, str):
            role.at = self.spot_near(self.point_of(at, call), call, but=(role.name,))
        else:
            role.at = (float(at[0]), float(at[1]))

    def facing_of(self, role: Role) -> float:
        """Degrees of yaw at which somebody begins. Raises StageError."""
        facing = role.request["facing"]
        if isinstance(facing, (int, float)):
            return float(facing)
        partner = self._partner(role)
        if partner is not None:
            return opened(role.at, partner.at)
        if facing is None:
            spot = self.position(role.request["at"]) if isinstance(role.request["at"], str) else None
            return spot.yaw if spot is not None else 0.0
        if str(facing).casefold() == "camera":
            return 0.0
        return yaw_towards(role.at, self.point_of(facing, f"add_person({role.name!r}, facing=...)"))

    def _partner(self, role: Role) -> Role | None:
        """Whom somebody faces at first: the one named, or where nothing is said the nearest other."""
        facing = role.request["facing"]
        if facing is None:
            others = [r for r in self.roles.values() if r is not role]
            return min(others, key=lambda r: math.dist(r.at, role.at), default=None)
        if not isinstance(facing, str):
            return None
        return next((r for n, r in self.roles.items() if n.casefold() == facing.casefold()), None)

    def acting(self, name: str, call: str) -> Performance:
        """The performance of somebody on the stage. Raises StageError."""
        role = self.role(name, call)
        if role.performance is None:
            self.settle()
        return role.performance


def _same(seat: Seat | None, other: Seat) -> bool:
    return seat is not None and math.dist(seat.at, other.at) < 1e-6


def yaw_towards(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Degrees by which somebody at `start` turns (from facing -y) to face `end`."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    return 0.0 if abs(dx) + abs(dy) < 1e-6 else math.degrees(math.atan2(dx, -dy))


def opened(start: tuple[float, float], partner: tuple[float, float]) -> float:
    """Degrees of yaw of somebody at `start` who stands talking with a partner: towards them, and where that would
    show the audience (-y) a profile, opened up to it. Those within reach of each other stay square, and so does who
    talks to somebody behind them, with less and less opening from 110 to 140 degrees."""
    yaw = yaw_towards(start, partner)
    if math.dist(start, partner) < 1.05:
        return yaw
    turned = abs(yaw)
    open_by = OPEN * min(max((140.0 - turned) / 30.0, 0.0), 1.0)
    return math.copysign(min(turned, max(turned - open_by, QUARTER)), yaw)


def forward(yaw: float) -> np.ndarray:
    """(2,) unit vector somebody with this yaw (degrees) faces along."""
    a = math.radians(yaw)
    return np.array([math.sin(a), -math.cos(a)])
