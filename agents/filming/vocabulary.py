"""What a program can be made of, told to a model in words: functions, and the names they take."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterable

from agents.catalogue import Catalogue
from app.document import LearnedFunction
from library.functions import MODULES, functions
from library.learned.language import check_function

FRAMING = ("side", "angle", "height", "lens", "fill")
"""Arguments that all shot types share; the module's docstring explains them."""


def documented(sub_process: str, learned: Iterable[LearnedFunction] = ()) -> str:
    """Every function of a sub-process: how it is called and what it does."""
    parts = [textwrap.dedent(inspect.getdoc(MODULES[sub_process]) or "").strip()]
    parts += [f"{_called(f)}\n{textwrap.indent(_told(f), '    ')}" for f in functions(sub_process).values()]
    for each in learned:
        if each.sub_process == sub_process:
            checked = check_function(each.source, sub_process)
            parts.append(f"{checked.signature}\n{textwrap.indent(checked.docstring, '    ')}")
    return "\n\n".join(parts)


def _called(function: Callable) -> str:
    named = list(inspect.signature(function).parameters.values())
    if [p.name for p in named[-len(FRAMING) :]] == list(FRAMING):
        named, rest = named[: -len(FRAMING)], [", ".join(f"{n}=" for n in FRAMING)]
    else:
        rest = []
    told = [p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in named]
    return f"{function.__name__}({', '.join([*told, *rest])})"


def _told(function: Callable) -> str:
    return inspect.getdoc(function) or ""


BESIDE, MOST_BESIDE = 1.6, 2
"""Metres from a position within which a thing is named with it, and how many are."""


def positions(catalogue: Catalogue, place: str) -> str:
    """The positions of a place, a line each, with what stands there, and what else one can sit on."""
    if place not in catalogue.places:
        return ""
    lines = []
    for spot in catalogue.places[place].positions:
        away = {t: catalogue.distance(place, spot.name, t) for t in catalogue.things(place)}
        near = sorted((t for t, d in away.items() if d is not None and d <= BESIDE), key=away.get)[:MOST_BESIDE]
        told = [t for t in near if t.rstrip(" 0123456789") not in spot.description.casefold()]
        beside = f" Near the {' and the '.join(told)}." if told else ""
        lines.append(f"- {spot.name}{' (a seat)' if spot.seat else ''}: {spot.description}{beside}")
    names = [p.name for p in catalogue.seats(place) if catalogue.position(place, p.name) is None]
    if names:
        lines.append(f"- One can also sit on: {', '.join(dict.fromkeys(names))}.")
    return "\n".join(lines)


def names(sub_process: str, catalogue: Catalogue, place: str) -> str:
    """The names that functions of a sub-process take, as far as they are a closed list."""
    spots = positions(catalogue, place)
    things = ", ".join(catalogue.things(place))
    lists: dict[str, str] = {}
    if sub_process == "scene":
        lists = {"Places": ", ".join(catalogue.places.names), "Props": ", ".join(catalogue.props.names)}
    elif sub_process == "motion":
        for posture, who in (("standing", "standing"), ("sitting", "seated"), ("any", "standing or seated")):
            found = [f"{a.name} {a.seconds:g}" for a in catalogue.actions if a.posture == posture]
            lists[f"Actions of somebody {who}, with their seconds"] = ", ".join(found)
        lists["Emotions"] = ", ".join(catalogue.emotions)
    elif sub_process == "lighting":
        lists = {"Moods": ", ".join(catalogue.moods.names)}
    if sub_process != "lighting":
        lists |= {f"Positions in {place}": f"\n{spots}", f"Things in {place}": things}
    return "\n".join(f"{title}: {text}" for title, text in lists.items() if text.strip())
