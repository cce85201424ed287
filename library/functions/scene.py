"""Scene: the place and the things in it."""

from __future__ import annotations

from library.places import PLACES
from library.places.model import Placed
from library.props import PROPS
from library.stage import Spot, Stage, StageError


def use_place(stage: Stage, place: str) -> None:
    """Sets the place the shot happens in, with its furniture.

    place: name of a place, for example "Apartment living room".
    Errors: an unknown place, with the nearest known name.
    """
    if place not in PLACES:
        near = PLACES.find(place)
        raise StageError(
            f"use_place: there is no place {place!r}", f"The nearest is {near.entry.name!r}." if near else ""
        )
    stage.place = PLACES[place]


def add_prop(
    stage: Stage,
    prop: str,
    at: Spot | None = None,
    on: str | None = None,
    near: str | None = None,
    yaw: float = 0.0,
    name: str | None = None,
    colour: str | None = None,
) -> None:
    """Puts one more thing on the stage.

    prop: kind of thing, for example "mug". at: a position's name, a prop or (x, y) metres; on: the thing it
    rests on, for example "coffee table"; near: beside this person's position or prop (the nearest free
    floor). yaw: degrees counter-clockwise, 0 faces the front. name: what to call it (default: its kind).
    colour: "#RRGGBB" of its main part, where it has one.
    Errors: unknown prop, nothing of that name to rest on, no free floor.
    """
    stage.need_place("add_prop")
    if prop not in PROPS:
        found = PROPS.find(prop)
        if found is None or not found.certain:
            raise StageError(
                f"add_prop: there is no prop {prop!r}", f"The nearest is {found.entry.name!r}." if found else ""
            )
        prop = found.entry.name
    given = name or prop
    taken = {p.name for p in stage.props()}
    label, number = given, 2
    while label in taken:
        label, number = f"{given} {number}", number + 1
    options = {"colour": colour} if colour else {}
    if on is not None:
        carrier = stage.prop(on, "add_prop")
        stage.extra_props.append(Placed(prop, name=label, on=carrier.name, yaw=yaw, options=options))
        return
    if near is not None:
        point = stage.spot_near(stage.point_of(near, "add_prop"), "add_prop")
    else:
        point = stage.point_of(at if at is not None else (0.0, 0.0), "add_prop")
    stage.extra_props.append(Placed(prop, at=point, yaw=yaw, name=label, options=options))


def remove_prop(stage: Stage, prop: str) -> None:
    """Takes a thing (and what rests on it) off the stage.

    prop: its name or kind, for example "plant".
    Errors: there is no such thing.
    """
    gone = {stage.prop(prop, "remove_prop").name}
    while True:
        more = {p.name for p in stage.props() if p.on in gone} - gone
        if not more:
            break
        gone |= more
    stage.removed |= gone
