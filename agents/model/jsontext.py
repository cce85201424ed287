"""Finding JSON in what a model said, and mending it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import json_repair

FENCE = re.compile(r"```[\w-]*[ \t]*\n(.*?)(?:\n[ \t]*```|\Z)", re.DOTALL)
THOUGHT = re.compile(r"\A\s*<(think|thinking|reasoning)>.*?</\1>", re.DOTALL)
DEEPEST = 64
CANDIDATES = 8


@dataclass(frozen=True)
class Found:
    """A value read from a model's words. mended: it was not valid JSON as said; cut: its end is missing, and what
    stands last may be half of something."""

    value: Any
    mended: bool = False
    cut: bool = False


def find(text: str) -> list[Found]:
    """Objects and arrays in a text, likeliest first: all of it, code blocks, anything in brackets; valid ones before
    mended ones and each longest first. Nothing that looks like JSON gives an empty list."""
    text = THOUGHT.sub("", text).replace("\ufeff", "")
    spans = dict.fromkeys(_candidates(text))
    found = [read for span in spans if (read := _read(span)) is not None]
    return sorted(found, key=lambda each: (each.cut, each.mended))


def _candidates(text: str) -> Iterator[str]:
    whole = text.strip()
    if whole[:1] in ("{", "["):
        yield whole
    for match in FENCE.finditer(text):
        if match[1].lstrip()[:1] in ("{", "["):
            yield match[1].strip()
    spans = sorted((text[a:b] for a, b in _brackets(text)), key=len, reverse=True)
    yield from spans[:CANDIDATES]


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each outermost pair of brackets; one that is never closed ends with the text."""
    start = 0
    while (match := re.compile(r"[{\[]").search(text, start)) is not None:
        end = closing(text, match.start())
        yield match.start(), end or len(text)
        if end is None:
            return
        start = end


def closing(text: str, start: int) -> int | None:
    """Where the bracket that opens at `start` is closed (the position after), or None where it is not. Brackets in
    quoted strings do not count."""
    depth, quoted, i = 0, False, start
    while i < len(text):
        char = text[i]
        if quoted:
            if char == "\\":
                i += 1
            elif char == '"':
                quoted = False
        elif char == '"':
            quoted = True
        elif char in "{[":
            depth += 1
            if depth > DEEPEST:
                return None
        elif char in "}]":
            depth -= 1
            if depth == 0:
                return i + 1
        i += 1
    return None


def _read(span: str) -> Found | None:
    try:
        return _container(json.loads(span), mended=False, cut=False)
    except (ValueError, RecursionError):
        pass
    if _depth(span) > DEEPEST:
        return None
    try:
        value = json_repair.loads(span, skip_json_loads=True)
    except (ValueError, RecursionError):
        return None
    return _container(value, mended=True, cut=closing(span, 0) is None)


def _container(value: Any, mended: bool, cut: bool) -> Found | None:
    # Nothing but brackets is what mending makes of words that were never JSON.
    return Found(value, mended, cut) if isinstance(value, dict | list) and (value or not mended) else None


def _depth(span: str) -> int:
    """How deep brackets are nested at most, quoted or not."""
    depth = most = 0
    for char in span:
        depth += (char in "{[") - (char in "}]")
        most = max(most, depth)
    return most


def without_last(value: Any) -> Any | None:
    """The value without the item that its end was cut off in: the last item of the innermost list on the way to the
    end. None where no list is on that way, since then what was cut cannot be left out."""
    path: list[tuple[Any, Any]] = []
    node = value
    while isinstance(node, dict | list) and node:
        key = len(node) - 1 if isinstance(node, list) else next(reversed(node))
        path.append((node, key))
        node = node[key]
    lists = [i for i, (owner, _) in enumerate(path) if isinstance(owner, list)]
    return _without(value, [key for _, key in path[: lists[-1] + 1]]) if lists else None


def _without(value: Any, path: list[Any]) -> Any:
    key, rest = path[0], path[1:]
    if isinstance(value, list):
        return value[:key] + ([_without(value[key], rest)] if rest else []) + value[key + 1 :]
    return {**value, key: _without(value[key], rest)}
