"""Making a learned function callable: its checked source with guards in it, in a scope that holds nothing else."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from app.document import LearnedFunction
from library.functions import functions
from library.learned.helpers import HELPERS
from library.learned.language import check_function
from library.motion.performance import MotionError
from library.snippets import guard
from library.stage import Stage, StageError

MAX_CALLS = 400
"""Library functions one snippet's learned functions may call in all."""

MAX_TURNS_TEXT = "it calls more than {} library functions"


def bind(learned: list[LearnedFunction], guards: dict[str, Callable]) -> dict[str, Callable]:
    """The functions by name. guards: of the snippet that calls them (`library.snippets.guards`), so that what they
    do counts with what the snippet does. Raises StageError naming the function where its source is not allowed."""
    calls = iter(range(MAX_CALLS))

    def counted(function: Callable) -> Callable:
        def call(*arguments: Any, **named: Any) -> Any:
            if next(calls, None) is None:
                raise StageError(MAX_TURNS_TEXT.format(MAX_CALLS))
            return function(*arguments, **named)

        return call

    return {each.name: _bound(each, guards, counted) for each in learned}


def _bound(learned: LearnedFunction, guards: dict[str, Callable], counted: Callable) -> Callable:
    try:
        checked = check_function(learned.source, learned.sub_process)
    except StageError as error:
        raise StageError(f"the learned function {learned.name}: {error.what}", error.hint) from None
    if checked.name != learned.name:
        raise StageError(f"the learned function {learned.name} calls itself {checked.name}")
    file = f"[{learned.name}]"
    module = ast.Module([guard(ast.Module([checked.tree], [])).body[0]], [])
    own = {name: counted(function) for name, function in functions(learned.sub_process).items()}
    scope: dict[str, Any] = {"__builtins__": {}, **own, **{n: h.call for n, h in HELPERS.items()}, **guards}
    exec(compile(ast.fix_missing_locations(module), file, "exec"), scope)  # checked above, guarded, in a worker only
    function = scope[learned.name]

    def call(stage: Stage, *arguments: Any, **named: Any) -> Any:
        try:
            return function(stage, *arguments, **named)
        except StageError as error:
            raise StageError(f"{learned.name}, line {_line(error, file)}: {error.what}", error.hint) from error
        except MotionError as error:
            raise StageError(f"{learned.name}, line {_line(error, file)}: {error}") from error
        except RecursionError:
            raise StageError(f"{learned.name}: it goes too deep") from None
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            raise StageError(f"{learned.name}, line {_line(error, file)}: {what}") from error

    return call


def _line(error: BaseException, file: str) -> int:
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
