"""How a scene of a screenplay stands when it opens, by the directions before its first words: who sits already, who is
at something, and who is still some way off because they are about to walk up to somebody."""

from __future__ import annotations

import math
import re

from agents.house.blocking import apart, entrance
from agents.house.language import motion
from agents.house.language.context import Context
from agents.house.language.motion import Act
from agents.house.placing import Placing
from agents.input.conventions import acted
from agents.input.screenplay import Direction, ParsedScene

_SITS_DOWN = re.compile(r"\bsits?(?:ting)? down\b|\btakes? (?:a|the|his|her) (?:seat|chair)\b", re.IGNORECASE)


SOME_WAY = 2.2
"""Metres from somebody at which one can be seen walking up to them."""


def opened(parsed: ParsedScene, context: Context) -> Placing:
    """Places and postures at the start, as far as the directions tell them."""
    placing = Placing(context)
    first: dict[str, Act] = {}
    for direction in opening(parsed):
        words = context.words(acted(direction.text))
        placing.read(words)
        for act in motion.read(words, context).acts:
            if not act.along and act.person not in first:
                first[act.person] = act
                if act.kind == "sit" and not _SITS_DOWN.search(direction.text):
                    placing.sit(act.person, seated=True)
    some_way_off(first, context, placing)
    for person, act in first.items():
        if act.kind in ("enter", "walk", "run"):
            placing.postures.pop(person, None)
    return placing


def some_way_off(first: dict[str, Act], context: Context, placing: Placing) -> None:
    """Who is first seen walking up to somebody begins at the entrance, or where that is beside them, at something a
    few steps away. first: person -> what they do first."""
    catalogue, place = context.catalogue, context.place
    for person, act in first.items():
        if act.kind not in ("walk", "run") or act.target not in context.people or person in placing.where:
            continue
        others = set(placing.where.values())
        free = [p.name for p in catalogue.places[place].positions if p.name not in others]
        home = placing.where.get(act.target) or next(iter(free), "")
        door = entrance(catalogue, place, others | {home}, home)
        beside = min(free, key=lambda n: catalogue.distance(place, n, home) or math.inf, default=None)
        if door is None or door == beside or (catalogue.distance(place, door, home) or math.inf) < SOME_WAY:
            door = apart(catalogue, place, others | {home}, home) or door
        if door is not None:
            placing.where.setdefault(act.target, home)
            placing.where[person] = door


def opening(parsed: ParsedScene) -> list[Direction]:
    """The directions before the first words of a scene."""
    out = []
    for element in parsed.elements:
        if not isinstance(element, Direction):
            break
        out.append(element)
    return out
