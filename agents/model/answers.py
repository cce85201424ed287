"""Reading a typed answer from what a model said; keeping the good items of one that is partly wrong."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from agents.model import jsontext

PROBLEMS = 12


@dataclass(frozen=True)
class Reading[A: BaseModel]:
    """What was made of a model's words.

    answer: None where it is not valid as a whole; problem: why, in words for the model; data: what was read, None
    where there was no JSON; cut: the end is missing.
    """

    answer: A | None
    problem: str = ""
    data: Any = None
    cut: bool = False


@dataclass(frozen=True)
class Salvage[A: BaseModel]:
    """The valid part of an answer. dropped: what was left out, as "place: why"."""

    answer: A
    dropped: list[str]


def validate[A: BaseModel](wanted: type[A], data: Any) -> A:
    """Raises ValidationError. Validates as JSON, where strings may stand for enumerations, dates and the like."""
    return wanted.model_validate_json(json.dumps(data))


def read[A: BaseModel](text: str, wanted: type[A], cut: bool) -> Reading[A]:
    """Reads an answer; `cut`: the endpoint said that it broke off before its end."""
    if not text.strip():
        return Reading(None, "the answer was empty")
    found = jsontext.find(text)
    if not found:
        return Reading(None, f"there is no JSON object in the answer, which begins: {text.strip()[:120]!r}", cut=cut)
    failed: list[Reading[A]] = []
    for each in found:
        # Valid JSON with talk after it is whole, even where the talk was cut off.
        broken = each.cut or (cut and each.mended)
        try:
            answer = validate(wanted, each.value)
        except ValidationError as error:
            failed.append(Reading(None, problems(error), each.value, broken))
            continue
        if not broken:
            return Reading(answer, data=each.value)
        failed.append(
            Reading(None, "the answer breaks off before its end; answer whole, and shorter", each.value, True)
        )
    return max(failed, key=lambda reading: len(json.dumps(reading.data)))


def problems(error: ValidationError) -> str:
    """A validator's findings, one a line, for the model that has to correct them."""
    details = error.errors(include_url=False, include_context=False)
    lines = []
    for each in details[:PROBLEMS]:
        place = ".".join(str(part) for part in each["loc"]) or "the answer"
        lines.append(f"- {place}: {each['msg']}, not {_short(each['input'])}")
    if len(details) > PROBLEMS:
        lines.append(f"- and {len(details) - PROBLEMS} more")
    return "\n".join(lines)


def _short(value: Any) -> str:
    text = json.dumps(value, default=str)
    return text if len(text) <= 80 else text[:80] + "…"


def salvage[A: BaseModel](wanted: type[A], reading: Reading[A]) -> Salvage[A] | None:
    """The answer without the list items that are not valid, and without the one that was cut; None where what is
    wrong is not an item of a list, or where nothing would be left of the lists that had items."""
    data, dropped = copy.deepcopy(reading.data), []
    if reading.cut and data is not None:
        data = jsontext.without_last(data)
        dropped.append("the last item: it breaks off")
    while data is not None:
        try:
            answer = validate(wanted, data)
        except ValidationError as error:
            data, lost = _without_wrong(data, error)
            dropped += lost
        else:
            return Salvage(answer, dropped) if _items(data) or not dropped else None
    return None


def _without_wrong(data: Any, error: ValidationError) -> tuple[Any | None, list[str]]:
    """The data without the list items that hold an error or are too many, and what was left out; None where an
    error is in no item."""
    doomed: dict[tuple[Any, ...], str] = {}
    for each in error.errors(include_url=False):
        path, node = _walk(data, each["loc"])
        if each["type"] == "too_long" and isinstance(node, list):
            places = [(*path, i) for i in range(each["ctx"]["max_length"], len(node))]
        else:
            places = [path[: _last_index(path) + 1]]
        if not all(places):
            return None, []
        for place in places:
            doomed.setdefault(place, each["msg"])
    # From the back, so that the indices of those still to go stay right.
    for place in sorted(doomed, key=lambda p: [str(x).rjust(9) for x in p], reverse=True):
        _, owner = _walk(data, place[:-1])
        del owner[place[-1]]
    return data, [f"{'.'.join(map(str, place))}: {why}" for place, why in doomed.items()]


def _walk(data: Any, loc: tuple[int | str, ...]) -> tuple[tuple[int | str, ...], Any]:
    """The path that `loc` takes through the data and what is there. Parts of it that name no value (the tags of
    unions, a missing field) are passed over."""
    node, path = data, []
    for part in loc:
        inside = part < len(node) if isinstance(node, list) and isinstance(part, int) else False
        if inside or (isinstance(node, dict) and part in node):
            node = node[part]
            path.append(part)
    return tuple(path), node


def _last_index(path: tuple[int | str, ...]) -> int:
    """Where in a path the innermost list item stands; -1 where there is none."""
    return max((i for i, part in enumerate(path) if isinstance(part, int)), default=-1)


def _items(data: Any) -> int:
    """How many list items there are in all."""
    if isinstance(data, list):
        return len(data) + sum(map(_items, data))
    return sum(map(_items, data.values())) if isinstance(data, dict) else 0
