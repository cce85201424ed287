"""The function library: what a shot's program may call, one module per sub-process.

Every public function takes the stage first. Its docstring is the only documentation there is: people, the
studio's help, retrieval and a model's prompt all read it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType

from app.files import digest
from library.functions import character, cinematography, lighting, motion, scene

MODULES: dict[str, ModuleType] = {
    "scene": scene,
    "character": character,
    "motion": motion,
    "lighting": lighting,
    "cinematography": cinematography,
}


def functions(sub_process: str) -> dict[str, Callable]:
    """The functions of one sub-process by name, in the order they are written."""
    module = MODULES[sub_process]
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def signature(function: Callable) -> str:
    """How it is called, for people: `medium_shot(stage, subject, side=None, ...)`."""
    parts = []
    for parameter in inspect.signature(function).parameters.values():
        default = "" if parameter.default is parameter.empty else f"={parameter.default!r}"
        parts.append(f"{parameter.name}{default}")
    return f"{function.__name__}({', '.join(parts)})"


@lru_cache(maxsize=1)
def contract() -> str:
    """A hash of what programs are written against: every function's name, arguments and docstring. How a function
    draws may change without it; a program then means the same as before and is only rendered anew."""
    told = [f"{sub} {signature(each)} {inspect.getdoc(each)}" for sub in MODULES for each in functions(sub).values()]
    return digest(*told)
