"""What a learned function may be: real ones run, hostile ones are refused or stopped, each by the layer named here."""

from __future__ import annotations

import pytest

from app.document import LearnedFunction, Program
from app.errors import ShotwrightError
from app.look import Look
from library.learned.language import check_function
from library.program import run_program
from library.stage import Stage
from tests.support.mannequin import mannequin

IN_TURN = '''
def perform_in_turn(stage, person: str, actions: list[str], start: float = 0.0, gap: float = 0.15):
    """Several actions of one person, one after the other, each for its natural length.

    actions: names from the catalogue, in order. start: second the first begins. gap: seconds between two.
    Errors: no actions.
    """
    if len(actions) == 0:
        fail("no actions", "Name at least one.")
    at = start
    for action in actions:
        end = at + seconds_of(action)
        perform(stage, person, action, start=at, end=end)
        at = end + gap
    at -= gap
    return at
'''.strip()


def of(body: str, parameters: str = "stage, x=1") -> str:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return f'def thing(\n        {parameters}):\n    """A function of the tests, hostile or not."""\n{lines}\n'


CHECKER = {
    "import": of("import os"),
    "import by dunder": of("__import__('os')"),
    "dunder walk": of("y = ().__class__"),
    "attribute of the stage": of("y = stage.roles"),
    "globals of a function": of("y = walk_to.__globals__"),
    "stage as a value": of("y = stage"),
    "stage in a list": of("y = [stage]"),
    "stage given to a helper": of("y = text(stage)"),
    "function as a value": of("y = walk_to"),
    "function as an argument": of("fail(walk_to)"),
    "replaced function": of("walk_to = 1"),
    "replaced helper": of("fail = 1"),
    "parameter named like a function": of("return 1", "stage, walk_to=1"),
    "guard called": of("_turn()"),
    "variable with an underscore": of("_y = 1"),
    "a function of another sub-process": of("light_mood(stage, 'night')"),
    "calling itself": of("thing(stage)"),
    "getattr": of("getattr(x, 'y')"),
    "open": of("open('/etc/passwd')"),
    "eval": of("eval('1')"),
    "exec": of("exec('1')"),
    "bpy": of("bpy.ops.wm.quit_blender()"),
    "f-string": of("y = f'{x.__class__}'"),
    "format": of("y = '{0.__class__}'.format(x)"),
    "percent": of("y = (lambda: 1) % x"),
    "comprehension": of("y = [z for z in x]"),
    "generator": of("y = (z for z in x)"),
    "walrus": of("if (y := x):\n    pass"),
    "yield": of("yield 1"),
    "await": of("await x"),
    "nested definition": of("def inner():\n    pass"),
    "class": of("class A:\n    pass"),
    "try": of("try:\n    pass\nexcept Exception as e:\n    pass"),
    "raise": of("raise x"),
    "with": of("with x:\n    pass"),
    "global": of("global y\ny = 1"),
    "delete": of("del x"),
    "match": of("match x:\n    case object(__class__=c):\n        pass"),
    "changed item": of("y = [1]\ny[0] = y"),
    "power": of("y = x ** 9"),
    "shift": of("y = x << 9"),
    "star call": of("walk_to(stage, *x)"),
    "keywords call": of("walk_to(stage, **x)"),
    "decorator": "@eval\n" + of("return 1"),
    "default that runs": of("return 1", "stage, x=open('/etc/passwd')"),
    "changeable default": of("return 1", "stage, x=[]"),
    "more than one": of("return 1") + "\n" + of("return 2"),
    "code beside it": "y = 1\n" + of("return 1"),
    "async": "async " + of("return 1"),
    "lambda": "thing = lambda stage: 1",
    "no stage": of("return 1", "x"),
    "star parameters": of("return 1", "stage, *x"),
    "keyword parameters": of("return 1", "stage, **x"),
    "no docstring": "def thing(stage):\n    return 1",
    "name of the library": of("return 1").replace("thing", "walk_to"),
    "name of a helper": of("return 1").replace("thing", "fail"),
    "full-width underscores": of("y = ＿＿import＿＿"),
    "large number": of("y = 1e300"),
    "half a character": of("y = '\\ud800'"),
    "long source": of("y = 1\n" * 4000),
    "deep": of("y = " + "-" * 200 + "1"),
}

STOPPED = {
    "endless loop": of("while True:\n    pass"),
    "loops in loops": of("for a in range(900):\n    for b in range(900):\n        pass"),
    "huge range": of("for a in range(999999):\n    pass"),
    "text doubled": of("y = 'a'\nwhile True:\n    y = y + y"),
    "text doubled in place": of("y = 'a'\nwhile True:\n    y += y"),
    "list doubled": of("y = [1]\nwhile True:\n    y += y"),
    "list of itself": of("y = [1]\nwhile True:\n    y = [y, y]"),
    "number squared": of("y = 9\nwhile True:\n    y = y * y"),
    "calls without end": of("for a in range(1000):\n    look_at(stage, 'Mia', (0, 1), start=a)"),
    "no number": of("y = number('x')"),
    "wrong arguments": of("walk_to(stage)"),
    "text format": of("y = '%s' % x"),
}


@pytest.mark.parametrize("source", CHECKER.values(), ids=CHECKER)
def test_the_checker_refuses(source):
    with pytest.raises(ShotwrightError) as caught:
        check_function(source, "motion")
    assert caught.value.layer == "program"
    assert caught.value.what.startswith("line ")


def stage() -> Stage:
    return Stage({"Mia": Look()}, lambda look: mannequin(), frames=96)


def program(motion: str) -> Program:
    return Program(
        scene='use_place(stage, "Office")', character='add_person(stage, "Mia", at="Position 1")', motion=motion,
        cinematography="long_shot(stage)",
    )  # fmt: skip


@pytest.mark.parametrize("source", STOPPED.values(), ids=STOPPED)
def test_the_guards_stop(source):
    learned = LearnedFunction(name="thing", sub_process="motion", version=1, source=source)
    with pytest.raises(ShotwrightError) as caught:
        run_program(program("thing(stage)"), stage(), [learned])
    assert caught.value.layer == "program"
    assert "thing" in caught.value.what
    assert caught.value.what.startswith("motion, line 1")


def test_one_does_several_actions_in_turn():
    learned = LearnedFunction(name="perform_in_turn", sub_process="motion", version=1, source=IN_TURN)
    made = stage()
    turn = 't = perform_in_turn(stage, "Mia", ["Waving", "Laughing"], start=0.5)'
    run_program(program(f'{turn}\nlook_at(stage, "Mia", "camera", start=t)'), made, [learned])
    first, second = made.roles["Mia"].performance.doings
    assert (first.action.name, second.action.name) == ("Waving", "Standing Laughing")
    assert first.start == 0.5
    assert second.start == pytest.approx(first.end + 0.15)
    assert made.roles["Mia"].performance.looks[0].start == pytest.approx(second.end)
    assert check_function(IN_TURN, "motion").signature == "perform_in_turn(stage, person, actions, start=0.0, gap=0.15)"


def test_what_a_learned_function_is_told_names_it_and_its_line():
    learned = LearnedFunction(name="perform_in_turn", sub_process="motion", version=1, source=IN_TURN)
    with pytest.raises(ShotwrightError, match=r"motion, line 1: perform_in_turn, line 8: no actions") as caught:
        run_program(program('perform_in_turn(stage, "Mia", [])'), stage(), [learned])
    assert caught.value.hint == "Name at least one."


def test_a_function_not_given_is_unknown_to_the_program():
    with pytest.raises(ShotwrightError, match="there is no function 'perform_in_turn'"):
        run_program(program('perform_in_turn(stage, "Mia", [])'), stage())
