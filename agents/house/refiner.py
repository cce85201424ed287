"""Turning a reviewer's suggestions into a changed program, argument by argument."""

from __future__ import annotations

import ast
from dataclasses import replace

from agents.production.crew import Programmed
from app.document import SUB_PROCESSES, Film, Program, Review, Shot
from app.timebase import frames
from library.shots import SHOTS

SHOT_FUNCTIONS = {s.function for s in SHOTS}
DEFAULT_ANGLE = 32.0
SIDE = 60.0
"""Degrees off somebody's front up to which another angle is looked for on the same side; then on the other."""
LONGEST_S = 40.0
"""To what a shot is made longer by rule."""


def refine(program: Program, review: Review, locked: set[str]) -> Program | None:
    """The program with the first applicable suggestion of each sub-process carried out; None when there is
    nothing to change (or what there is belongs to a locked sub-process)."""
    texts = program.model_dump()
    done: set[str] = set()
    for finding in review.problems:
        suggestion = finding.suggestion
        if suggestion is None or not suggestion.change:
            continue
        sub_process = suggestion.sub_process
        if sub_process in locked or sub_process in done:
            continue
        if sub_process == "cinematography":
            changed = _shot_argument(texts[sub_process], suggestion.change)
        elif sub_process == "lighting":
            changed = _light_call(texts[sub_process], suggestion.change)
        else:
            continue
        if changed is not None and changed != texts[sub_process]:
            texts[sub_process] = changed
            done.add(sub_process)
    return Program(**texts) if done else None


def refined(film: Film, shot: Shot, made: Programmed, review: Review, locked: set[str]) -> Programmed | None:
    """A shot's program with the review's suggestions carried out, and as long as what happens in it takes; None where
    there is nothing to change."""
    program = refine(made.program, review, locked)
    seconds = longer(review)
    length = frames(seconds, film.rate) if seconds else 0
    if program is None and length <= (made.length or shot.length):
        return None
    return replace(made, program=program or made.program, length=max(length, made.length or 0) or None)


def longer(review: Review) -> float | None:
    """The seconds a shot has to last so that everything that happens in it is seen, None where it is long enough."""
    wanted = [f.suggestion.change.get("seconds") for f in review.problems if f.suggestion is not None]
    return min(max((w for w in wanted if w), default=0.0), LONGEST_S) or None


def _calls(text: str) -> list[tuple[ast.stmt, ast.Call]]:
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    return [(s, s.value) for s in tree.body if isinstance(s, ast.Expr) and isinstance(s.value, ast.Call)]


def _named(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _keyword(call: ast.Call, name: str) -> float | None:
    for keyword in call.keywords:
        if keyword.arg == name:
            try:
                value = ast.literal_eval(keyword.value)
            except ValueError:
                return None
            return float(value) if isinstance(value, (int, float)) else None
    return None


def _with_keyword(text: str, statement: ast.stmt, call: ast.Call, name: str, value: float) -> str:
    """The text with one keyword argument of one call set; every other line stays as it is."""
    rounded = round(value, 2)
    kept = [k for k in call.keywords if k.arg != name]
    new = ast.Call(call.func, call.args, [*kept, ast.keyword(name, ast.Constant(rounded))])
    lines = text.splitlines()
    lines[statement.lineno - 1 : statement.end_lineno] = [ast.unparse(new)]
    return "\n".join(lines) + ("\n" if text.endswith("\n") else "")


def _shot_argument(text: str, change: dict) -> str | None:
    for statement, call in _calls(text):
        if _named(call) in SHOT_FUNCTIONS:
            name = change["argument"]
            now = _keyword(call, name)
            if "set" in change:
                value = change["set"]
            else:
                now = DEFAULT_ANGLE if now is None else now
                value = (now + change["add"] + 180) % 360 - 180
                if abs(now) <= SIDE < abs(value):
                    value = -DEFAULT_ANGLE
            if name == "fill":
                value = min(max(value, 0.1), 1.3)
            return _with_keyword(text, statement, call, name, value)
    return None


def _light_call(text: str, change: dict) -> str | None:
    if change["call"] == "exposure":
        for statement, call in _calls(text):
            if _named(call) == "exposure":
                stops = (_keyword(call, "stops") or 0.0) + change["stops"]
                return _with_keyword(text, statement, call, "stops", stops)
        return f"{text.rstrip()}\nexposure(stage, stops={change['stops']})\n"
    if change["call"] == "key_light":
        subject = change["subject"]
        for statement, call in _calls(text):
            if _named(call) == "key_light" and len(call.args) > 1 and getattr(call.args[1], "value", None) == subject:
                strength = (_keyword(call, "strength") or 1.0) * change["factor"]
                return _with_keyword(text, statement, call, "strength", min(strength, 8.0))
        return f"{text.rstrip()}\nkey_light(stage, {subject!r}, strength={change['factor']})\n"
    return None


def changed_lines(old: Program, new: Program) -> tuple[str, ...]:
    """The calls of a program that another one did not have, as "lighting: exposure(stage, 0.3)"."""
    return tuple(
        f"{name}: {line.strip()}"
        for name in SUB_PROCESSES
        for line in getattr(new, name).splitlines()
        if line.strip() and line not in getattr(old, name).splitlines()
    )
