"""Motion: speaking, acting, walking, looking, feeling. Times are seconds from the start of the shot; a time
before 0 or after the end is fine (what began before the cut goes on after it). What takes time gives the second it
ends, so that the next can begin then: `t = walk_to(stage, "Mia", "window")`, `sit_down(stage, "Mia", start=t)`."""

from __future__ import annotations

import math

from library.handling import REACH, handle, held_by, lying, named_thing, portable, take_up, within_reach
from library.motion.actions import UnknownAction, find
from library.motion.controls import EMOTIONS
from library.motion.holding import Held, Lying, Thing
from library.motion.performance import Performance
from library.motion.together import together
from library.places.model import Position
from library.props import PROPS
from library.routes import route
from library.stage import Role, Spot, Stage, StageError, yaw_towards

AT_HAND, FAR_SEAT = 1.2, 5.0
"""Metres to a seat one sits down on at once, and to one that is walked to first."""
STEP = 0.3
"""Metres that are no walk."""


def speak(stage: Stage, person: str, line: str, start: float = 0.0) -> float:
    """The person says a line of the shot; the mouth follows the voice.

    line: the line's id in the shot. start: when the first word is heard.
    Errors: nobody of that name, no such line.
    """
    acting = stage.acting(person, "speak")
    if line not in stage.lines:
        raise StageError(f"speak: the shot has no line {line!r}", f"It has {', '.join(stage.lines) or 'none'}.")
    acting.speak(stage.lines[line].cues, start)
    stage.speech.append((line, stage.role(person, "speak").name, float(start)))
    return float(start + stage.lines[line].duration)


def perform(
    stage: Stage,
    person: str,
    action: str,
    start: float = 0.0,
    end: float | None = None,
    strength: float = 1.0,
    variation: int | None = None,
    target: Spot | None = None,
    thing: str | None = None,
) -> float:
    """The person does an action of the catalogue, for example "Standing Arguing" or "Waving".

    end: left out, the action's natural length. strength: 0.3 subtle to 1.5 large. variation: 1, 2, 3 ...;
    left out, chosen from the seed so that two people never move in step. target: a person, thing, position or
    point it is aimed at, for example what is pointed at; for "Hug", "Handshake" and "Giving" the other person
    (left out: the nearest): they walk up to each other, turn, and both do it. thing: what is in the hand, for
    example "wine glass" for "Drinking", what is picked up or given; left out, the action's usual thing (a mug on
    the table before them, a phone, a book). What was taken stays in the hand until it is put down or given.
    Errors: unknown action (the nearest is named); a sitting action for somebody who stands, or the reverse;
    nobody there to do it with; no such thing.
    """
    role, acting = stage.role(person, "perform"), stage.acting(person, "perform")
    try:
        entry, numbered = find(action)
    except UnknownAction as error:
        raise StageError(f"perform: {error}") from None
    sits = acting.sits
    if entry.posture not in ("any", "sitting" if sits else "standing"):
        raise StageError(
            f"perform: {entry.name!r} needs somebody {entry.posture}, {person} {'sits' if sits else 'stands'}",
            "Use sit_down or stand_up first.",
        )
    if entry.posture == "standing" and entry.after == "sitting":
        return sit_down(stage, person, start)
    if acting.seatings and start < acting.seatings[-1].end:
        # Who is told to act after sitting down does it seated, however long the way to the seat took.
        late = acting.seatings[-1].end - start
        start, end = start + late, None if end is None else end + late
    style = variation or numbered
    if entry.partner:
        others = [r for r in stage.roles.values() if r.performance is not acting]
        other = stage.role(target, "perform") if target is not None else _nearest(others, acting.place[:2])
        if other is None or other.performance is acting:
            raise StageError(f"perform: {entry.name!r} takes two people", "Put another person on the stage.")
        return _together(stage, role, other, entry, start, end, strength, style, thing)
    side, point = None, None
    if entry.handling:
        what = named_thing(stage, role, thing, "perform") if thing else None
        if entry.handling == "take":
            what = what or _at_hand(stage, role, target)
            start, end = _go_to(stage, role, what, start, end)
        on = target if isinstance(target, str) and entry.handling == "leave" else None
        side, point = handle(stage, role, entry, start, end, what, on)
        target = None
    return float(acting.perform(entry.name, start, end, strength, style, point or _aim(stage, target), side))


def _together(stage, role, other, entry, start, end, strength, style, thing) -> float:
    """Two do something with each other; what is given goes from one hand to the other. Returns when it ends."""
    given, sides = None, (None, None)
    if entry.handling == "give":
        mine = held_by(stage, role)
        given = named_thing(stage, role, thing or (mine[-1].name if mine else entry.things[0]), "perform")
        sides = (take_up(stage, role, given, entry.way, start).side, other.performance.leading)
    begin, finish = together(role.performance, other.performance, entry, start, end, strength, style, sides)
    if given is not None and not isinstance(given.now, Lying) and given.now.by == role.name:
        moment = begin + entry.handover * (finish - begin)
        given.goes(moment, Held(other.name, other.performance.leading, entry.way))
    return float(finish)


def _at_hand(stage: Stage, role: Role, target: Spot | None) -> Thing | None:
    """What is picked up: the thing named, else the nearest that can be lifted; None: nothing is there."""
    if isinstance(target, str):
        return named_thing(stage, role, target, "perform")
    near = within_reach(stage, role, tuple(p.name for p in PROPS if p.mount == "surface"))
    return lying(stage, near) if near and portable(near) else None


def _go_to(stage: Stage, role: Role, thing: Thing | None, start: float, end: float | None):
    """Walks somebody who stands up to what they pick up; the new start and end."""
    if thing is None or not isinstance(thing.now, Lying) or role.performance.sits:
        return start, end
    at = thing.now.at[:2]
    if _distance(at, role.performance.place[:2]) > REACH - 0.25:
        goal = stage.spot_near(at, "perform", but=(role.name,))
        _go(stage, role.name, goal, start, "", None, run=False)
    here = role.performance.place
    arrived = role.performance.turn(yaw_towards(here[:2], at), max(start, role.performance.busy_until))
    return arrived, None if end is None else max(end, arrived + 1.5)


def _nearest(roles: list[Role], at: tuple[float, float]) -> Role | None:
    return min(roles, key=lambda r: _distance(r.performance.place[:2], at), default=None)


def _aim(stage: Stage, target: Spot | None) -> Performance | tuple[float, ...] | None:
    """What an action is aimed at: somebody's performance or a point (x, y, z)."""
    if target is None:
        return None
    if isinstance(target, str):
        other = next((r for r in stage.roles.values() if r.name.casefold() == target.casefold()), None)
        if other is not None:
            return other.performance
    height = target[2] if not isinstance(target, str) and len(target) > 2 else 1.0
    return (*stage.point_of(target, "perform"), height)


def walk_to(
    stage: Stage,
    person: str,
    destination: Spot,
    start: float = 0.0,
    manner: str = "",
    via: list[Spot] | None = None,
) -> float:
    """The person walks round furniture and people to a position, thing, person or (x, y), and stops there.

    manner: "", "slowly", "briskly", "tired", "angry", "happy". via: positions, things or (x, y) passed on the way.
    Errors: nowhere to stand there, no way through.
    """
    return _go(stage, person, destination, start, manner, via, run=False)


def run_to(stage: Stage, person: str, destination: Spot, start: float = 0.0, via: list[Spot] | None = None) -> float:
    """The person runs to a position, thing, person or (x, y), by way of `via`. Errors: as for walk_to."""
    return _go(stage, person, destination, start, "", via, run=True)


def _go(
    stage: Stage, person: str, destination: Spot, start: float, manner: str, via: list[Spot] | None, run: bool
) -> float:
    call = "run_to" if run else "walk_to"
    role = stage.role(person, call)
    acting = stage.acting(person, call)
    if acting.sits:
        start = acting.stand(start)
    spot = stage.position(destination) if isinstance(destination, str) else None
    path = route(stage, role, acting.place[:2], destination, via, call)
    goal = path[-1]
    facing = spot.yaw if spot and spot.seat else None
    end = acting.run(path, start, facing=facing) if run else acting.walk(path, start, mood=_mood(manner), facing=facing)
    role.at = goal
    stage.arrivals.append((role.name, goal, float(end)))
    return float(end)


def _mood(manner: str) -> str | None:
    return {"": None, "slowly": "tired", "briskly": "brisk", "quickly": "brisk"}.get(manner, manner)


def sit_down(stage: Stage, person: str, start: float = 0.0) -> float:
    """The person sits down on the nearest seat, walking there first where it is more than a step away.

    Errors: no free seat within 5 metres, or they sit already.
    """
    role = stage.role(person, "sit_down")
    acting = stage.acting(person, "sit_down")
    here = acting.place[:2]
    taken = [r.seat for r in stage.roles.values() if r.seat is not None and r is not role]
    place = stage.need_place("sit_down")
    seats = [p for p in stage.seats() if p.seat not in taken]

    def away(spot: Position) -> float:
        return min(_distance(spot.at, here), _distance(spot.seat.at, here))

    # A thing that no position names is sat on by who stands at it; from afar one goes to a position.
    near = min((p for p in seats if p in place.positions or away(p) <= AT_HAND), key=away, default=None)
    if near is None or away(near) > FAR_SEAT:
        raise StageError(
            f"sit_down: there is no seat near {role.name}", f"Seats: {', '.join(p.name for p in seats) or 'none'}."
        )
    if acting.sits:
        return float(acting.sit(near.seat, start))
    if near not in place.positions:
        before = stage.spot_near(acting.spot(near.seat), "sit_down", but=(role.name,))
        if _distance(before, here) > STEP:
            start = _go(stage, person, before, start, "", None, run=False)
    elif away(near) > AT_HAND:
        start = _go(stage, person, near.name, start, "", None, run=False)
    return float(acting.sit(stage.drawn_seat(role, near.seat), start))


def stand_up(stage: Stage, person: str, start: float = 0.0) -> float:
    """The person gets up from the seat. Errors: they stand already."""
    return float(stage.acting(person, "stand_up").stand(start))


def turn_to(stage: Stage, person: str, target: Spot, start: float = 0.0) -> float:
    """The person turns on the spot towards a person, thing, position or (x, y)."""
    acting = stage.acting(person, "turn_to")
    return float(acting.turn(yaw_towards(acting.place[:2], stage.point_of(target, "turn_to")), start))


def look_at(stage: Stage, person: str, target: Spot, start: float = 0.0, end: float | None = None) -> None:
    """Eyes, then head, then body follow a person, thing, position or (x, y, z); "camera" looks at the lens.

    Who stands with their back to it turns round on the spot. end: left out, until the next look or the end of the
    shot.
    """
    acting = stage.acting(person, "look_at")
    until = math.inf if end is None else end
    if isinstance(target, str):
        other = next((n for n in stage.roles if n.casefold() == target.casefold()), None)
        if other is not None:
            seen = stage.acting(other, "look_at")
            _turn_if_behind(acting, seen.place[:2], start, until)
            acting.look(seen, start, until)
            return
        if target.casefold() == "camera":
            acting.look(stage.lens, start, until)
            return
    point = stage.point_of(target, "look_at")
    height = target[2] if not isinstance(target, str) and len(target) > 2 else 1.2
    _turn_if_behind(acting, point, start, until)
    acting.look((*point, height), start, until)


BEHIND, ASIDE = 85.0, 45.0
"""Degrees off the front from which one turns round to look, and at which one comes to rest."""

BEFORE = 2.5
"""Seconds before the shot when what it begins with was done."""


def _turn_if_behind(acting: Performance, point: tuple[float, float], start: float, end: float) -> None:
    """Turns somebody who stands still towards a point at their back; before the cut for a look at its beginning."""
    x, y, yaw = acting.place
    off = (yaw_towards((x, y), point) - yaw + 180) % 360 - 180
    bound = any(d.action.stays or d.action.handling for d in acting.doings if d.start < start + 1.0 < d.end)
    if acting.sits or bound or acting.busy_until > start or abs(off) < BEHIND or end - start < 1.0:
        return
    acting.turn(yaw + math.copysign(abs(off) - ASIDE, off), -BEFORE if start < 0.5 else start)


def express(
    stage: Stage, person: str, emotion: str, start: float = 0.0, end: float | None = None, strength: float = 1.0
) -> None:
    """The person's face shows an emotion: neutral, happy, sad, angry, surprised, afraid, puzzled, bored ...

    strength 0..1. It blends with speech. Errors: unknown emotion.
    """
    if emotion not in (*EMOTIONS, "neutral"):
        raise StageError(f"express: there is no emotion {emotion!r}", f"There are: neutral, {', '.join(EMOTIONS)}.")
    stage.acting(person, "express").express(emotion, start, math.inf if end is None else end, strength)


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
