"""The library's growth: functions a Programmer writes, replaces or retires because of a review.

A function is checked by its allow-list, tried with the program that needs it in a worker of its own, and only then
kept, with who wrote it, why, and for which shot.
"""

from __future__ import annotations

from collections.abc import Sequence

from agents.filming.answers import Refinement
from agents.filming.floor import Floor, joined
from agents.production.crew import Programmed
from agents.production.inputs import called
from app.document import Film, LearnedFunction, Shot
from app.errors import ShotwrightError
from library.learned.helpers import documentation
from library.learned.language import check_function

MOST = 2
"""Functions one refinement may bring."""


def contract() -> str:
    """How a learned function has to look, for a prompt."""
    return (
        "One plain `def name(stage, ...)` with a docstring that says what it is for, its parameters with units, and "
        "its errors. In it: calls of functions of its own sub-process and of the helpers below, arithmetic, if, for, "
        "while, lists and texts. No imports, attributes (no dots), comprehensions, f-strings, nested functions, "
        "exceptions or classes. `fail(message, hint)` ends it with an error. Helpers:\n" + documentation()
    )


def function_rules(answer: Refinement, parts: Sequence[str]) -> list[str]:
    """What is not allowed about the functions of a refinement."""
    out = [f"functions: at most {MOST}"] if len(answer.functions) > MOST else []
    for each in answer.functions:
        if each.sub_process not in parts:
            out.append(f"function of {each.sub_process}: only {', '.join(parts)}")
            continue
        try:
            check_function(joined(each.lines), each.sub_process)
        except ShotwrightError as error:
            out.append(f"function of {each.sub_process}: {error.what}. {error.hint}".strip())
    return out


def as_functions(answer: Refinement) -> list[LearnedFunction]:
    """The functions of a refinement that are allowed, not numbered yet."""
    made = []
    for each in answer.functions:
        source = joined(each.lines)
        try:
            name = check_function(source, each.sub_process).name
        except ShotwrightError:
            continue
        made.append(LearnedFunction(name=name, sub_process=each.sub_process, version=1, source=source))
    return made


async def tried(floor: Floor, film: Film, shot: Shot, made: Programmed, answer: Refinement) -> ShotwrightError | None:
    """Why a refined program with the functions of a refinement cannot be staged, or None where it can."""
    new = as_functions(answer)
    names = {f.name for f in new}
    known = [*new, *(f for f in floor.kit.learned.active() if f.name not in names)]
    try:
        await floor.kit.try_out(film, shot, made.program, called(made.program, known))
    except ShotwrightError as error:
        if error.layer not in ("program", "render"):
            raise
        return error
    return None


def keep(floor: Floor, film: Film, shot: Shot, answer: Refinement) -> None:
    """Puts the functions of a refinement into the library, and takes out those it retires."""
    by, library = floor.crew.signed("programmer"), floor.kit.learned
    number = next((n for n, _, s in film.numbered() if s.id == shot.id), 0)
    where = f"shot {number} of {film.title}"
    for new, written in zip(as_functions(answer), answer.functions, strict=True):
        made = library.write(new.source, new.sub_process, by, written.why, where)
        told = (f"{made.name}, version {made.version}: {written.why}", library.diff(made.name))
        floor.crew.tell(
            "programmer", "library", "made", f"{made.name}, version {made.version}", changed=told, shot=shot.id
        )
    for each in answer.retire:
        try:
            library.retire(each.name, by, each.why)
        except ShotwrightError as error:
            floor.crew.tell(
                "programmer", "library", "repaired", f"{each.name} was not retired: {error.what}", shot=shot.id
            )
        else:
            floor.crew.tell("programmer", "library", "made", f"{each.name} is retired: {each.why}", shot=shot.id)
