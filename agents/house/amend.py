"""Changing a guidance text or a snippet in one place and leaving every other word as it was written."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from agents.house.calls import call
from agents.house.language import character, cinematography, motion
from agents.house.language.character import CharacterIntent, Placement
from agents.house.language.cinematography import CameraIntent
from agents.house.language.context import Context
from agents.house.language.motion import Act, MotionIntent, Step

_LENS = re.compile(r"\b\d+(?:\.\d+)?(?=\s*-?\s*mm\b)", re.IGNORECASE)
_STAND = re.compile(
    r"[,;]?\s*\bcamera at \([^)]*\)(?:,? looking at (?:\([^)]*\)|[^.,;\n(]+))?(?:\s*[.;])?", re.IGNORECASE
)


def sentences(text: str, context: Context) -> list[str]:
    """The text cut after every full stop, semicolon and line end that is not inside a number."""
    words = context.words(text)
    out, start = [], 0
    for token in words.tokens:
        if token.is_stop:
            out.append(text[start : token.end].strip())
            start = token.end
    out.append(text[start:].strip())
    return [s for s in out if s.strip(" .;")]


def placed(text: str, placement: Placement, context: Context) -> str:
    """A character guidance in which one person begins elsewhere; sentences about others stay."""
    own = character.describe(CharacterIntent((placement,)), context)
    kept: list[str] = []
    at: int | None = None
    for sentence in sentences(text, context):
        words = context.words(sentence)
        said = character.read(words, context)
        about = {p.person for p in said.people}
        if about == {placement.person} and not (said.absent or said.looks or words.leftovers()):
            at = len(kept) if at is None else at
        else:
            kept.append(sentence)
    together = [*kept, own] if at is None else [*kept[:at], own, *kept[at:]]
    made = _joined(together, " ")
    if _placement(made, placement.person, context) != placement:
        made = _joined([*kept, own], " ")
    return made


def _placement(text: str, person: str, context: Context) -> Placement | None:
    said = character.read(context.words(text), context)
    return next((p for p in said.people if p.person == person), None)


def walked(text: str, act: Act, line: int | None, context: Context) -> str:
    """A motion guidance in which a person walks there: the first walk it speaks of goes there instead, else a
    sentence is added, on line number `line` (None: in a turn of its own)."""
    out: list[str] = []
    done = False
    for sentence in sentences(text, context):
        changed = None if done else _with_walk(sentence, act.person, act, context)
        done = done or changed is not None
        out.append(sentence if changed is None else changed)
    if not done:
        out.append(motion.describe(MotionIntent((Step((act,), line),)), context))
    return _joined(out, "\n")


def unwalked(text: str, person: str, context: Context) -> str:
    """A motion guidance in which a person walks nowhere."""
    out = []
    for sentence in sentences(text, context):
        changed = _with_walk(sentence, person, None, context)
        out.append(sentence if changed is None else changed)
    return _joined(out, "\n")


def _with_walk(sentence: str, person: str, act: Act | None, context: Context) -> str | None:
    """The sentence with a person's walks replaced (by `act`) or taken out; None where it has none or says more
    than is understood."""
    words = context.words(sentence)
    said = motion.read(words, context)
    if not any(a.person == person and a.kind in ("walk", "run") for a in said.acts) or words.leftovers():
        return None
    steps = []
    for step in said.steps:
        acts: list[Act] = []
        for each in step.acts:
            if each.person != person or each.kind not in ("walk", "run"):
                acts.append(each)
            elif act is not None:
                acts.append(replace(each, target=act.target, via=act.via))
        if acts:
            steps.append(replace(step, acts=tuple(acts)))
    return motion.describe(MotionIntent(tuple(steps), said.refused), context)


def walks(text: str, person: str, context: Context) -> list[Act]:
    """The walks of a person that a motion guidance speaks of."""
    said = motion.read(context.words(text), context)
    return [a for a in said.acts if a.person == person and a.kind in ("walk", "run")]


def filmed(text: str, at: str, look_at: str, context: Context) -> str:
    """A camera guidance in which the camera stands at a point ("": where the shot type has it)."""
    kept = _STAND.sub(lambda m: "." if m[0].rstrip().endswith(".") and m[0].lstrip()[:1] in ",;" else "", text).strip()
    own = cinematography.describe(CameraIntent(at=at, look_at=look_at if at else ""), context)
    if kept and own and kept[-1] not in ".;!?":
        kept += "."
    return _joined([kept, own], " ")


def with_lens(text: str, lens: float, context: Context) -> str:
    """A camera guidance with a lens of so many millimetres, in place of the one it names or in its first sentence."""
    if _LENS.search(text):
        return _LENS.sub(f"{lens:g}", text)
    first, *rest = sentences(text, context) or [""]
    own = cinematography.describe(CameraIntent(lens=lens), context)
    if first:
        own = f"{first.rstrip('.;!?')}, {own}"
    return _joined([own, *rest], " ")


def _joined(parts: list[str], gap: str) -> str:
    return gap.join(p for p in parts if p.strip())


# ---- snippets a person wrote


def with_call(text: str, function: str, subject: str | None, named: dict[str, object], *rest: object) -> str:
    """A snippet in which the first call of a function (about `subject`, its second argument) has these arguments;
    None takes one out. The call is added at the end when there is none. `rest` replaces what follows the subject."""
    tree = ast.parse(text)
    lines = text.splitlines()
    for statement in tree.body:
        found = statement.value if isinstance(statement, ast.Expr) else None
        if not isinstance(found, ast.Call) or getattr(found.func, "id", "") != function:
            continue
        if subject is not None and (len(found.args) < 2 or getattr(found.args[1], "value", None) != subject):
            continue
        first = 1 if subject is None else 2
        arguments = [*found.args[:first], *(ast.parse(repr(r), mode="eval").body for r in rest)] if rest else found.args
        kept = [k for k in found.keywords if k.arg not in named]
        new = [ast.keyword(k, ast.parse(repr(v), mode="eval").body) for k, v in named.items() if v is not None]
        made = ast.unparse(ast.Call(found.func, arguments, [*kept, *new])).replace("'", '"')
        lines[statement.lineno - 1 : statement.end_lineno] = [made]
        return "\n".join(lines)
    own = [subject] if subject is not None else []
    lines.append(call(function, *own, *rest, **{k: v for k, v in named.items() if v is not None}))
    return "\n".join(lines)


def without_call(text: str, function: str, subject: str | None = None) -> str:
    """A snippet without the calls of a function (about `subject`)."""
    lines = text.splitlines()
    for statement in reversed(ast.parse(text).body):
        found = statement.value if isinstance(statement, ast.Expr) else None
        about = found.args[1:2] if isinstance(found, ast.Call) and getattr(found.func, "id", "") == function else None
        if about is not None and (subject is None or [getattr(a, "value", None) for a in about] == [subject]):
            del lines[statement.lineno - 1 : statement.end_lineno]
    return "\n".join(lines)
