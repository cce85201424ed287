"""Who has what in which hand: the things of a stage that move because people hold, take, leave or give them."""

from __future__ import annotations

import math

import numpy as np

from library.motion.actions import Action
from library.motion.holding import WAYS, Held, Lying, Thing, way_for
from library.motion.locomotion import toward
from library.motion.performance import Carry, Performance
from library.places.resting import Settled, settle
from library.props import PROPS
from library.stage import Role, Stage, StageError

LIFT = 0.55
"""Seconds after the start of an action at which a hand has what it reached for, and before its end to let go."""

REACH = 0.95
"""Metres from the hips within which somebody takes a thing without a step."""


def held_by(stage: Stage, role: Role) -> list[Thing]:
    """What somebody holds after all that was planned so far."""
    return [t for t in stage.things.values() if isinstance(t.now, Held) and t.now.by == role.name]


def free_hand(stage: Stage, role: Role) -> str:
    """The hand somebody does things with: the leading one, unless it is full."""
    full = {t.now.side for t in held_by(stage, role)}
    first = role.performance.leading
    other = "right" if first == "left" else "left"
    return other if first in full and other not in full else first


def named_thing(stage: Stage, role: Role, name: str, call: str) -> Thing:
    """The thing meant: one that is handled already, one of the place, or a new one of that kind in somebody's hand.
    Raises StageError for what is no prop."""
    wanted = name.casefold()
    for thing in held_by(stage, role):
        if wanted in (thing.name.casefold(), thing.kind.casefold()):
            return thing
    if wanted in stage.things:
        return stage.things[wanted]
    found = PROPS.find(name)
    placed = _placed(stage, role, name, found.entry.name if found and found.certain else "")
    if placed is not None:
        return lying(stage, placed)
    if found is None or not found.certain:
        near = ", ".join(PROPS.nearest(name))
        raise StageError(f"{call}: there is no thing {name!r}", f"The nearest are {near}.")
    return _new(stage, role, found.entry.name)


def lying(stage: Stage, settled: Settled) -> Thing:
    """A thing of the place as one that can be handled."""
    name = settled.placed.name
    if name not in stage.things:
        options = dict(settled.placed.options)
        stage.things[name] = Thing(name, settled.prop.name, settled.size, Lying(settled.at, settled.yaw), options)
    return stage.things[name]


def _placed(stage: Stage, role: Role, name: str, kind: str) -> Settled | None:
    """The thing of the place meant, the nearest where there are several."""
    here = role.performance.place
    near = [
        s
        for s in _settled(stage)
        if s.placed.name.casefold() == name.casefold() or (kind and s.prop.name == kind and portable(s))
    ]
    return min(near, key=lambda s: math.dist(s.at[:2], here[:2]), default=None)


def _settled(stage: Stage) -> list[Settled]:
    return settle(stage.props(), stage.place.height) if stage.place is not None else []


def portable(settled: Settled) -> bool:
    """Whether one person can lift it."""
    return settled.prop.mount == "surface" and max(settled.size) <= 0.75


def _new(stage: Stage, role: Role, kind: str) -> Thing:
    name, number = kind, 2
    taken = {*stage.things, *(p.name for p in stage.props())}
    while name in taken:
        name, number = f"{kind} {number}", number + 1
    prop = PROPS[kind]
    first = Held(role.name, free_hand(stage, role), way_for(prop.size))
    stage.things[name] = Thing(name, kind, prop.size, first)
    return stage.things[name]


def middle(role: Role) -> tuple[float, float]:
    """Where on the floor plan somebody's hips are, (x, y) metres."""
    seat = role.performance.seated_on
    return seat.at if seat is not None else role.performance.place[:2]


def within_reach(stage: Stage, role: Role, kinds: tuple[str, ...], reach: float = REACH) -> Settled | None:
    """The nearest thing of these kinds that rests before somebody and can be taken as they are."""
    ahead = toward(role.performance.place[2])
    x, y = middle(role)
    best = None
    for each in _settled(stage):
        if each.prop.name not in kinds or each.at[2] < 0.3 or each.placed.name in stage.things:
            continue
        line = np.array(each.at[:2]) - (x, y)
        distance = float(np.hypot(*line))
        if distance <= reach and line @ ahead > 0.1 and (best is None or distance < best[0]):
            best = (distance, each)
    return best[1] if best else None


def take_up(stage: Stage, role: Role, thing: Thing, way: str, at: float, side: str | None = None) -> Held:
    """The thing is in somebody's hand from `at` on; where it was held from the start, it is held so from the start."""
    state = Held(role.name, side or free_hand(stage, role), way or way_for(thing.size))
    if isinstance(thing.now, Held) and thing.now.by == role.name:
        state = Held(role.name, thing.now.side, way or thing.now.way)
        if not thing.changes:
            thing.first = state
            return state
        if thing.now == state:
            return state
    thing.goes(at, state)
    return state


def put_down(stage: Stage, role: Role, thing: Thing, on: Settled | None, at: float) -> tuple[float, float, float]:
    """The thing lies on something, or on the floor before somebody, from `at` on; returns where its top is."""
    yaw = role.performance.place[2]
    before = np.array(middle(role)) + toward(yaw) * (0.62 if role.performance.sits else 0.45)
    if on is None:
        spot, height, turned = before, 0.0, yaw
    else:
        spot, height = _spot_on(on, before, thing.size), on.at[2] + (on.prop.surface or on.size[2])
        turned = on.yaw
    thing.goes(at, Lying((float(spot[0]), float(spot[1]), float(height)), float(turned)))
    return float(spot[0]), float(spot[1]), float(height + 0.6 * thing.size[2])


def _spot_on(on: Settled, near: np.ndarray, size) -> np.ndarray:
    """The point of a top nearest to `near` that holds a thing of that size."""
    a = math.radians(on.yaw)
    turn = np.array([[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]])
    local = turn.T @ (near - np.array(on.at[:2]))
    room = np.maximum(np.array(on.size[:2]) / 2 - max(size[:2]) / 2 - 0.02, 0)
    return np.array(on.at[:2]) + turn @ np.clip(local, -room, room)


def surface_at_hand(stage: Stage, role: Role, name: str | None, call: str) -> Settled | None:
    """What something can be put on: the thing of that name, else the nearest top before somebody; None: the floor.
    Raises StageError where the named thing carries nothing."""
    tops = [s for s in _settled(stage) if s.prop.surface is not None and s.prop.mount == "floor" and s.at[2] < 1.3]
    if name is not None:
        wanted = stage.prop(name, call).name
        found = next((s for s in tops if s.placed.name == wanted), None)
        if found is None:
            raise StageError(
                f"{call}: nothing can be put on {name!r}", f"Tops: {', '.join(s.placed.name for s in tops)}."
            )
        return found
    before = np.array(middle(role)) + toward(role.performance.place[2]) * 0.5
    best = min(tops, key=lambda s: float(np.hypot(*(_spot_on(s, before, (0.1, 0.1)) - before))), default=None)
    if best is None or float(np.hypot(*(_spot_on(best, before, (0.1, 0.1)) - before))) > 0.35:
        return None
    return best


def carry_things(stage: Stage) -> None:
    """Gives everybody the arms and fingers for what they hold; called once the program has run."""
    for role in stage.roles.values():
        role.performance.carries = []
    for thing in stage.things.values():
        for start, end, held in thing.holders():
            performance: Performance = stage.roles[held.by].performance
            way = WAYS[held.way]
            start, end = max(start, -10.0), min(end, 1e4)
            sides = ("left", "right") if way.both and held.way == "load" else (held.side,)
            for side in sides:
                performance.carries.append(Carry(side, start, end, way.carry, way.hand))


def handle(
    stage: Stage, role: Role, action: Action, start: float, end: float | None, thing: Thing | None, on: str | None
) -> tuple[str | None, tuple[float, float, float] | None]:
    """Plans where the thing of an action goes. Returns the hand that does it and the point it is aimed at."""
    length = action.seconds if end is None else end - start
    moment = start + action.handover * length
    if action.handling == "take":
        if thing is None:
            return None, None
        was = thing.now
        state = take_up(stage, role, thing, action.way, moment)
        top = (*was.at[:2], was.at[2] + 0.5 * thing.size[2]) if isinstance(was, Lying) else None
        return state.side, top
    if action.handling == "leave":
        if thing is None:
            mine = held_by(stage, role)
            thing = mine[-1] if mine else _new(stage, role, action.things[0])
        if not isinstance(thing.now, Held):
            thing.first = Held(role.name, free_hand(stage, role), way_for(thing.size))
        side = thing.now.side
        return side, put_down(stage, role, thing, surface_at_hand(stage, role, on, "perform"), moment)
    if thing is None:
        thing = next((t for t in held_by(stage, role) if t.kind in action.things), None)
    if thing is None:
        near = within_reach(stage, role, action.things)
        thing = lying(stage, near) if near else None
    if action.handling == "at":
        return None, _keys_of(thing or _on_lap(stage, role, action)) if thing or role.performance.sits else None
    thing = thing or _new(stage, role, action.things[0])
    was = thing.now
    if not isinstance(was, Lying):
        return take_up(stage, role, thing, action.way, start).side, None
    state = take_up(stage, role, thing, action.way, start + LIFT)
    thing.goes(start + length - LIFT, was)
    return state.side, (*was.at[:2], was.at[2] + 0.5 * thing.size[2])


def _on_lap(stage: Stage, role: Role, action: Action) -> Thing:
    """A new thing on the lap of somebody who sits, facing them."""
    thing = _new(stage, role, action.things[0])
    seat, yaw = role.performance.seated_on, role.performance.place[2]
    x, y = np.array(seat.at) + toward(yaw) * (0.62 * role.performance.knee_forward(seat))
    thing.first = Lying((float(x), float(y), seat.height + 2.05 * role.person.measures["seat"]), yaw + 180.0)
    return thing


def _keys_of(thing: Thing) -> tuple[float, float, float]:
    """Where the hands of a typist go."""
    (x, y, z), a = thing.now.at, math.radians(thing.now.yaw)
    back = -0.06 if thing.kind == "laptop" else 0.0
    return x - math.sin(a) * back, y + math.cos(a) * back, z
