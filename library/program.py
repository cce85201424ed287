"""Running a shot's program on a stage: five snippets, each with the functions of its own sub-process, those of the
library and those that were learned."""

from __future__ import annotations

from collections.abc import Iterable

from app.document import SUB_PROCESSES, LearnedFunction, Program
from app.errors import ShotwrightError
from library.functions import functions
from library.handling import carry_things
from library.learned.binding import bind
from library.motion.performance import MotionError
from library.snippets import check_snippet, guard, guards
from library.stage import Stage, StageError


def run_program(program: Program, stage: Stage, learned: Iterable[LearnedFunction] = ()) -> None:
    """Fills the stage. Raises ShotwrightError(program) naming the sub-process and line."""
    for sub_process in SUB_PROCESSES:
        text = getattr(program, sub_process)
        own = [each for each in learned if each.sub_process == sub_process]
        held = guards()
        try:
            names = functions(sub_process) | bind(own, held)
        except StageError as error:
            raise StageError(f"{sub_process}, line 0: {error.what}", error.hint) from error
        code = compile(guard(check_snippet(text, sub_process, set(names))), f"<{sub_process}>", "exec")
        scope = {"__builtins__": {}, "stage": stage, **names, **held}
        try:
            exec(code, scope)  # checked above, and only ever run in a sandboxed worker
            if sub_process == "character":
                stage.settle()
        except ShotwrightError as error:
            raise StageError(f"{sub_process}, line {_line(error)}: {error.what}", error.hint) from error
        except MotionError as error:
            raise StageError(f"{sub_process}, line {_line(error)}: {error}") from error
        except Exception as error:
            raise StageError(f"{sub_process}, line {_line(error)}: {type(error).__name__}: {error}") from error
    carry_things(stage)


def _line(error: BaseException) -> int:
    """The line of the snippet an error came from (0 when it came from none)."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith("<"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
