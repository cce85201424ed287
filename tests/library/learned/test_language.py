"""What a learned function may be: real ones run, hostile ones are refused or stopped, each by the layer named here."""

from __future__ import annotations

import pytest

from app.document import LearnedFunction, Program
from app.errors import ShotwrightError
from app.look import Look
from library.learned.language import check_function
from library.program import run_program
from library.stage import Stage
from tests.library.learned.escapes import CHECKER, STOPPED
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
