"""Snippets: what reads like a shooting plan passes, everything else is named and refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ShotwrightError
from library.functions import MODULES, functions, signature
from library.snippets import check_snippet
from library.stage import StageError

KNOWN = {"walk_to", "speak"}

GOOD = [
    "",
    "# nothing yet",
    'walk_to(stage, "Mia", "Position 3", start=-1.5)',
    'start = 0.4\nspeak(stage, "Mia", "beat-1", start=start + 1 / 2)',
    'for name in ["Mia", "Tom"]:\n    walk_to(stage, name, (1.0, 2))',
    'if 1 < 2 and not False:\n    speak(stage, "Mia", "x")\nelse:\n    speak(stage, "Tom", "x")',
]

BAD = [
    "import os",
    "__import__('os')",
    "walk_to(stage, open('x'))",
    "stage.place",
    "walk_to.__globals__",
    "[x for x in (1, 2)]",
    "(lambda: 1)()",
    "def f():\n    pass",
    "class A: pass",
    "f'{stage}'",
    "walk_to(stage, **{})",
    "walk_to(stage, *[1])",
    "walk_to('Mia')",
    "speak = 1",
    "stage = 1",
    "_x = 1",
    "x = 'a' * 999999",
    "x = [0] * 9",
    "while True: pass",
    "for i in stage:\n    pass",
    "try:\n    pass\nexcept Exception:\n    pass",
    "x = 10 ** 999",
    "eval('1')",
    "exec('1')",
    "getattr(stage, 'x')",
    "print(1)",
    "x = b'bytes'",
    "x = 1e99",
    "global x",
    "del stage",
    "raise ValueError",
    "assert False",
    "with stage: pass",
    "async def f(): pass",
    "yield 1",
    "walk_to(stage, unknown)",
    "x: int = 1",
    "x = (y := 1)",
    "walk_to(stage, '''" + "a" * 3000 + "''')",
    "walk_to(stage" + "(" * 500,
    "\x00",
]


@pytest.mark.parametrize("text", GOOD)
def test_plans_pass(text):
    check_snippet(text, "motion", KNOWN)


@pytest.mark.parametrize("text", BAD)
def test_everything_else_is_refused_with_its_line(text):
    with pytest.raises(ShotwrightError, match=r"motion, line \d+") as caught:
        check_snippet(text, "motion", KNOWN)
    assert caught.value.layer == "program"


@given(st.text(max_size=80))
def test_any_text_is_either_a_plan_or_a_program_error(text):
    with suppress(StageError):
        check_snippet(text, "scene", KNOWN)


def test_every_function_of_the_library_is_documented():
    for sub_process in MODULES:
        found = functions(sub_process)
        assert found, sub_process
        for name, function in found.items():
            assert len(function.__doc__ or "") > 30, name
            assert signature(function).startswith(f"{name}(stage"), name
