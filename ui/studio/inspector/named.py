"""Names in a snippet that nothing in the film or the library has. No Qt."""

from __future__ import annotations

import ast
import difflib
import inspect
from collections.abc import Iterator

from app.document import Film

PERSON = ("person", "over")
"""Arguments that name somebody of the cast and nothing else."""

ANYTHING = ("subject", "facing", "target", "look_at")
"""Arguments that may name people and things: only what is nearly somebody's name is wrong there."""

NEAR = 0.65
"""How alike two names are that are taken for a slip of the pen (difflib's ratio, 1: the same)."""


def unknown(call: ast.Call, signature: inspect.Signature, film: Film | None) -> Iterator[tuple[int, str, str]]:
    """(line, what is wrong, hint) of each text argument of a call that names nothing there is."""
    from agents.catalogue import library_catalogue

    catalogue = library_catalogue()
    people = [c.name for c in film.characters] if film is not None else []
    known = {
        "action": catalogue.actions.names, "mood": catalogue.moods.names, "place": catalogue.places.names,
        "emotion": tuple(catalogue.emotions),
    }  # fmt: skip
    for name, node in _texts(call, signature):
        value = node.value
        if name in known:
            names = known[name]
            if not any(value.casefold() == n.casefold() for n in names) and not _found(catalogue, name, value):
                yield node.lineno, f"the library has no {name} “{value}”", _nearest(value, names)
        elif name in (*PERSON, *ANYTHING) and people and not any(value.casefold() == p.casefold() for p in people):
            near = _nearest(value, people)
            if name in PERSON:
                yield node.lineno, f"nobody is called “{value}”", near or f"In this film: {', '.join(people)}."
            elif near and not _certain(catalogue.props.find(value)):
                yield node.lineno, f"nobody is called “{value}”", near


def _texts(call: ast.Call, signature: inspect.Signature) -> Iterator[tuple[str, ast.Constant]]:
    """The text arguments, and those in a list, with the parameter each is for."""
    given = [*zip(signature.parameters, call.args, strict=False), *((k.arg, k.value) for k in call.keywords)]
    for name, node in given:
        for part in node.elts if isinstance(node, ast.List | ast.Tuple) else [node]:
            if name and isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield name, part


def _found(catalogue, name: str, value: str) -> bool:
    """Whether the library takes these words for one of its own, as a staged shot would."""
    if name == "action":
        match, _ = catalogue.action(value)
    elif name == "emotion":
        match = None
    else:
        match = getattr(catalogue, f"{name}s").find(value)
    return _certain(match)


def _certain(match) -> bool:
    return match is not None and match.certain


def _nearest(value: str, names) -> str:
    lower = {n.casefold(): n for n in names}
    close = difflib.get_close_matches(value.casefold(), lower, 1, NEAR)
    return f"Is it “{lower[close[0]]}”?" if close else ""
