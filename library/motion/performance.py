"""What a person does in a shot: a score of actions, moves, words and looks, to be baked to a track."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from library.cast.person import Person
from library.motion import actions, locomotion
from library.motion.body import Body
from library.motion.controls import EMOTIONS
from library.motion.idle import seated_stance_of, stance_of
from library.motion.locomotion import Footing, Going, Step
from library.places.model import Seat

PIVOT = 65.0
"""Degrees beyond which one turns on the spot before going."""
STEP_BACK = 0.75
"""Metres within which one steps back to a seat without turning to it."""
SIT_SECONDS, STAND_SECONDS = 1.75, 1.6


class MotionError(ValueError):
    """Something was asked for that this person cannot do there; the message says what and why."""


@dataclass(frozen=True)
class Doing:
    """An action in time. target: another performance, a point (x, y, z), a function of time, or None. side: the hand
    that leads, None for the person's own choice."""

    action: actions.Action
    start: float
    end: float
    strength: float
    variation: int
    target: object = None
    side: str | None = None


@dataclass(frozen=True)
class Carry:
    """A thing carried in a hand between two times. arm: controls of the arm meanwhile, None: as it pleases; hand: the
    shape of the fingers."""

    side: str
    start: float
    end: float
    arm: Mapping[str, float] | None
    hand: str


@dataclass(frozen=True)
class Seating:
    """A change of posture: down onto or up from a seat. manner: which of `library.motion.posture.MANNERS`."""

    start: float
    end: float
    seat: Seat
    down: bool
    manner: int = 0


@dataclass(frozen=True)
class Look:
    target: object
    start: float
    end: float


@dataclass(frozen=True)
class Feeling:
    emotion: str
    start: float
    end: float
    strength: float


@dataclass
class Performance:
    """A person on the stage and everything they do. Times are seconds from the start of the shot and may
    be negative (it began before the cut) or lie beyond its end.

    at: (x, y) metres and yaw: degrees where they stand at first; ground: height of the floor there.
    seat: the seat they sit on at first (then they face as it does and `at` is not used), else None.
    near_seat: the seat "Sit Down" means where none is named.
    seed: makes this person's manner; different seeds never move alike.
    partner: whom they look at while nothing else draws their eyes, as long as they stay and have them before them.
    """

    person: Person
    at: tuple[float, float] = (0.0, 0.0)
    yaw: float = 0.0
    ground: float = 0.0
    seat: Seat | None = None
    seed: int = 0
    near_seat: Seat | None = None
    doings: list[Doing] = field(default_factory=list)
    goings: list[Going] = field(default_factory=list)
    seatings: list[Seating] = field(default_factory=list)
    words: list[tuple[float, str, float]] = field(default_factory=list)
    spoken: list[tuple[float, float]] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    feelings: list[Feeling] = field(default_factory=list)
    carries: list[Carry] = field(default_factory=list)
    partner: Performance | None = field(default=None, repr=False, compare=False)

    def __post_init__(self):
        self.body = Body.of(self.person)
        rng = np.random.default_rng([self.seed & 0xFFFFFFFF, 101])
        self.stance = stance_of(rng)
        self.seated_stance = seated_stance_of(np.random.default_rng([self.seed & 0xFFFFFFFF, 102]))
        self.leading = "right" if rng.random() < 0.72 else "left"
        self._busy_until = -np.inf
        self.take_seat(self.seat)

    def take_seat(self, seat: Seat | None) -> None:
        """Begin seated there, or with None standing at `at`; before anything else is planned."""
        if self.near_seat in (None, self.seat):
            self.near_seat = seat
        self.seat = self._sitting = seat
        if seat is not None:
            self.at, self.yaw = self.spot(seat), seat.yaw
        self._here = np.array(self.at, float)
        self._facing = float(self.yaw)

    # Where they are ------------------------------------------------------------------------------------

    def spot(self, seat: Seat) -> tuple[float, float]:
        """Where this person's feet stand (x, y) to sit on a seat: so far before it that shins are upright."""
        forward = locomotion.toward(seat.yaw)
        at = np.array(seat.at) + forward * self.knee_forward(seat)
        return float(at[0]), float(at[1])

    def knee_forward(self, seat: Seat) -> float:
        """Metres from the hips of the seated person forward to their feet."""
        thigh, shin = self.body.legs["left"].lengths
        drop = seat.height - self.ground + self.person.measures["seat"] - shin - self.person.measures["sole"]
        drop = float(np.clip(drop, -0.75 * thigh, 0.75 * thigh))
        return float(np.sqrt(thigh**2 - drop**2)) - 0.02

    @property
    def sits(self) -> bool:
        """Whether the person sits after all that was planned so far."""
        return self._sitting is not None

    @property
    def busy_until(self) -> float:
        """When the last move planned so far ends."""
        return self._busy_until

    @property
    def seated_on(self) -> Seat | None:
        """The seat they sit on after all that was planned so far."""
        return self._sitting

    @property
    def place(self) -> tuple[float, float, float]:
        """(x, y, yaw) after all that was planned so far."""
        return float(self._here[0]), float(self._here[1]), self._facing

    def seat_at_hand(self) -> Seat:
        """The seat to sit down on when none is named. Raises MotionError when there is none."""
        if self._sitting is not None:
            return self._sitting
        if self.near_seat is None:
            raise MotionError("there is no seat here to sit down on")
        return self.near_seat

    # What they do --------------------------------------------------------------------------------------

    def perform(
        self,
        action: str,
        start: float,
        end: float | None = None,
        strength: float = 1.0,
        variation: int | None = None,
        target: object = None,
        side: str | None = None,
    ) -> float:
        """Do an action by name (see `library.motion.actions`) and return when it ends.

        strength: 0 hinted .. 1 plain .. 1.5 grand. variation: 1, 2, ... for a certain one. target: another
        Performance or a point (x, y, z) it is aimed at. side: the hand that leads. Raises UnknownAction, or
        MotionError where the action cannot be done (sitting down with no seat).
        """
        entry, numbered = actions.find(action)
        variation = variation or numbered or 1 + len(self.doings) % actions.registry.VARIATIONS
        if end is None:
            end = start + entry.seconds
        if entry.move is not None:
            return entry.move(self, start, end, actions.rng_of(entry, self.seed, variation), variation)
        end = max(float(end), start + 0.2)
        self.doings.append(Doing(entry, float(start), end, float(strength), variation, target, side))
        return end

    def walk(
        self,
        points: Sequence[Sequence[float]],
        start: float,
        speed: float | None = None,
        mood: str | None = None,
        facing: float | None = None,
        variation: int = 1,
    ) -> float:
        """Walk from here through points (x, y) and return when they stand again. speed: metres a second.
        mood: tired, sad, brisk, angry, happy or afraid. facing: yaw to end with. Sitting people stand up first."""
        gait = locomotion.own(locomotion.walking(self.body, speed, mood), self.seed, variation)
        return self._go(points, start, gait, facing)

    def run(
        self,
        points: Sequence[Sequence[float]],
        start: float,
        speed: float | None = None,
        mood: str | None = None,
        facing: float | None = None,
        variation: int = 1,
    ) -> float:
        """Run from here through points (x, y) and return when they stand again."""
        gait = locomotion.own(locomotion.running(self.body, speed, mood), self.seed, variation)
        return self._go(points, start, gait, facing)

    def turn(self, yaw: float, start: float) -> float:
        """Turn on the spot to face `yaw` degrees with small steps; return when done."""
        start = self._rise(start)
        going = locomotion.turn_round(self.body, self._here, self._facing, yaw, start)
        if going is None:
            return start
        return self._add(going)

    def step_over(self, goal: Sequence[float], start: float) -> float:
        """Shift to (x, y) near by in small steps without turning; return when done."""
        start = self._rise(start)
        going = locomotion.step_over(self.body, self._here, np.asarray(goal, float)[:2], self._facing, start)
        return start if going is None else self._add(going)

    def sit(self, seat: Seat, start: float, variation: int = 1) -> float:
        """Go to a seat (a step back where it is right behind), sit down, and return when seated."""
        if self._sitting is not None:
            return start
        spot = np.array(self.spot(seat))
        start = max(start, self._busy_until)
        if np.linalg.norm(spot - self._here) > STEP_BACK:
            start = self.walk([tuple(spot)], start, facing=seat.yaw)
        start = self.step_over(spot, self.turn(seat.yaw, start))
        end = start + SIT_SECONDS * float(np.sqrt(self.body.leg_length / 0.85))
        self.seatings.append(Seating(start, end, seat, True, self._manner(variation)))
        self._sitting, self._busy_until = seat, end
        return end

    def stand(self, start: float, variation: int = 1) -> float:
        """Stand up from the seat and return when standing."""
        if self._sitting is None:
            return start
        start = max(start, self._busy_until)
        end = start + STAND_SECONDS * float(np.sqrt(self.body.leg_length / 0.85))
        self.seatings.append(Seating(start, end, self._sitting, False, self._manner(variation)))
        self._sitting, self._busy_until = None, end
        return end

    def speak(self, cues: Sequence[tuple[float, str, float]], start: float) -> float:
        """Move the mouth: cues (seconds after `start`, mouth shape or "rest", strength 0..1). Returns the end."""
        if not cues:
            return start
        timed = [(start + at, shape, strength) for at, shape, strength in cues]
        self.words += timed
        end = max(at for at, _, _ in timed) + 0.1
        self.spoken.append((start, end))
        return end

    def look(self, target, start: float, end: float = np.inf) -> None:
        """Look at another Performance, a point (x, y, z), or what a function of time (F,) -> (F, 3) gives
        (the camera). Later looks win over earlier ones."""
        self.looks.append(Look(target, start, end))

    def express(self, emotion: str, start: float, end: float = np.inf, strength: float = 1.0) -> None:
        """Show an emotion of `library.motion.faces` (or "neutral") over whatever actions bring."""
        if emotion not in (*EMOTIONS, "neutral"):
            raise MotionError(f"no emotion {emotion!r}; there are neutral, {', '.join(EMOTIONS)}")
        self.feelings.append(Feeling(emotion, start, end, strength))

    # Planning ------------------------------------------------------------------------------------------

    def _manner(self, variation: int) -> int:
        """Which manner a variation is: another one for other people, and the next time."""
        return self.seed + variation - 1 + len(self.seatings) // 2

    def _rise(self, start: float) -> float:
        start = max(start, self._busy_until)
        return self.stand(start) if self._sitting is not None else start

    def _go(self, points, start: float, gait: locomotion.Gait, facing: float | None) -> float:
        start = self._rise(start)
        way = [self._here, *(np.asarray(p, float)[:2] for p in points)]
        length = sum(float(np.linalg.norm(b - a)) for a, b in itertools.pairwise(way))
        end = start
        if length > 0.05:
            ahead = next(b - a for a, b in itertools.pairwise(way) if np.linalg.norm(b - a) > 1e-3)
            heading = float(locomotion.heading(ahead))
            if abs(locomotion.turn_between(self._facing, heading)) > PIVOT:
                start = self.turn(heading, start)
            end = self._add(locomotion.go_along(self.body, gait, way, self._facing, start, self.leading, facing))
        return end if facing is None else self.turn(facing, end)

    def _add(self, going: Going) -> float:
        self.goings.append(going)
        self._here, self._facing = going.location[-1].copy(), float(going.yaw[-1])
        self._busy_until = going.end
        return going.end

    def footings(self) -> dict[str, Footing]:
        """Both feet's story for the whole performance."""
        first = self.stance if self.seat is None else self.seated_stance
        feet = {}
        for side in ("left", "right"):
            ball, yaw = locomotion.stance_place(self.body, side, self.at, self.yaw, first)
            feet[side] = Footing(np.array([*ball, self.ground]), yaw)
        for event in sorted((*self.goings, *self.seatings), key=lambda e: e.start):
            if isinstance(event, Going):
                locomotion.plan_steps(self.body, event, feet, self.ground, self.stance)
            else:
                self._shuffle(event, feet)
        return feet

    def _shuffle(self, seating: Seating, feet: dict[str, Footing]) -> None:
        """The feet find their place once seated, and come back under the body before it rises."""
        spot = self.spot(seating.seat)
        for i, side in enumerate(("left", "right")):
            stance = self.seated_stance if seating.down else self.stance
            ball, yaw = locomotion.stance_place(self.body, side, np.array(spot), seating.seat.yaw, stance)
            lift = seating.end - 0.10 + 0.22 * i if seating.down else seating.start - 0.12 + 0.16 * i
            feet[side].steps.append(Step(lift, lift + 0.30, np.array([*ball, self.ground]), yaw, 0.022, 8.0, 0.0))


Target = Performance | Sequence[float] | Callable[[np.ndarray], np.ndarray]
