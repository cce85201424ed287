"""Two agents correcting each other, and two debating before a third."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.collaboration import (
    Argument,
    Debater,
    Point,
    Ruling,
    Verdict,
    critique_correct_verify,
    debate_judge,
)
from agents.model.faults import BudgetReached
from app.errors import ShotwrightError

A, B, C = (Point(about=name) for name in "abc")


def correct(responses, critiques, verdicts, **more):
    """Runs the first algorithm with scripted agents; returns its result and what `act` was shown."""
    responses, critiques, verdicts = iter(responses), iter(critiques), iter(verdicts)
    shown = []

    def played(script):
        value = next(script)
        if isinstance(value, Exception):
            raise value
        return value

    async def act(rounds):
        shown.append([(each.response, each.points) for each in rounds])
        return played(responses)

    async def critique(response, rounds):
        return played(critiques)

    async def verify(response, points):
        return played(verdicts)

    return asyncio.run(critique_correct_verify(act, critique, verify, **more)), shown


def unmet(*points):
    return Verdict(accepted=False, unmet=list(points))


def test_a_response_without_points_is_accepted_at_once():
    done, _ = correct(["r1"], [[]], [])
    assert (done.response, done.ended) == ("r1", "accepted")


def test_points_lead_to_a_correction_that_sees_them_and_is_verified():
    done, shown = correct(["r1", "r2"], [[A, B]], [Verdict(accepted=True)])
    assert (done.response, done.ended, len(done.rounds)) == ("r2", "accepted", 2)
    assert shown == [[], [("r1", (A, B))]]


def test_rounds_are_capped_and_the_best_is_kept():
    done, _ = correct(
        ["r1", "r2", "r3", "r4"], [[A, B, C], [], [], []], [unmet(A), unmet(A, B), unmet(B, C)], max_rounds=3
    )
    assert (done.response, done.ended, done.unmet) == ("r2", "rounds", (A,))


def test_a_measured_penalty_decides_what_is_best():
    done, _ = correct([1, 9, 3], [[A], [], []], [unmet(A), unmet(B)], max_rounds=2, penalty=lambda r: r)
    assert done.response == 1


@pytest.mark.parametrize(
    ("responses", "verdicts"),
    [
        (["r1", "r1"], [unmet(A)]),
        (["r1", "r2", "r1"], [unmet(A), unmet(B)]),
        (["r1", "r2", "r3"], [unmet(A), unmet(Point(about=" A ", text="said another way"))]),
    ],
)
def test_a_correction_that_brings_nothing_new_ends_it(responses, verdicts):
    done, _ = correct(responses, [[A, B], [], []], verdicts, max_rounds=9)
    assert done.ended == "stalled"
    assert len(done.rounds) == len(responses)


def test_a_verdict_that_contradicts_itself_accepts_nothing():
    done, _ = correct(["r1", "r2"], [[A], []], [Verdict(accepted=True, unmet=[A])], max_rounds=1)
    assert (done.ended, done.unmet) == ("rounds", (A,))
    done, _ = correct(["r1", "r2"], [[A], []], [Verdict(accepted=False)], max_rounds=1)
    assert done.unmet == (A,)


def test_a_failure_keeps_the_best_so_far_and_one_at_the_start_is_raised():
    done, _ = correct(["r1", "r2", BudgetReached("all used")], [[A, B], []], [unmet(A)])
    assert (done.response, done.ended, done.error.layer) == ("r2", "failed", "rule")
    with pytest.raises(ShotwrightError):
        correct([BudgetReached("all used")], [], [])


@given(st.lists(st.tuples(st.integers(), st.booleans(), st.lists(st.sampled_from([A, B, C]))), max_size=8), st.data())
def test_it_always_ends_within_its_rounds_with_a_response_it_was_given(script, data):
    cap = data.draw(st.integers(0, 6))
    responses = [0] + [each[0] for each in script] + list(range(100, 108))
    verdicts = [Verdict(accepted=ok, unmet=points) for _, ok, points in script] + [unmet(A)] * 8
    done, shown = correct(responses, [[A]] * 10, verdicts, max_rounds=cap)
    assert len(shown) <= cap + 1
    assert done.response in responses
    assert (done.ended == "accepted") == (not done.unmet)


# ---- debate


def debate(one, two, first=(), second=(), rulings=(), **more):
    """Debates two shot lists (dicts); `first` and `second` hold each side's arguments per round."""
    said = {"first": iter(first), "second": iter(second)}
    judged = []

    def side(name, response):
        async def propose():
            return response

        async def argue(own, other, points, rounds):
            assert own == response
            return next(said[name], [Argument(about=p, text=f"{name} {len(rounds)}") for p in points])

        return Debater(propose, argue)

    async def judge(a, b, points, rounds):
        judged.append(points)
        if isinstance(rulings, Exception):
            raise rulings
        return rulings

    def differences(a, b):
        return [key for key in a if a[key] != b[key]]

    def merge(a, b, rulings):
        return a | {r.about: b[r.about] for r in rulings if r.side == "second"}

    done = asyncio.run(debate_judge(side("first", one), side("second", two), differences, judge, merge, **more))
    return done, judged


ONE = {"l1": "close-up", "l2": "long", "l3": "pan"}
TWO = {"l1": "close-up", "l2": "medium", "l3": "zoom"}


def test_equal_responses_need_neither_debate_nor_judge():
    done, judged = debate(ONE, dict(ONE))
    assert (done.response, done.ended, done.rounds, judged) == (ONE, "agreed", (), [])


def test_the_judge_rules_only_over_what_is_open():
    gives_up = [Argument(about="l2", text="yours shows both", concedes=True)]
    done, judged = debate(ONE, TWO, first=[gives_up], rulings=[Ruling(about="l3", side="first")], max_rounds=2)
    assert done.response == {"l1": "close-up", "l2": "medium", "l3": "pan"}
    assert judged == [["l3"]]
    assert done.conceded == {"l2"}
    assert len(done.rounds) == 2


def test_what_both_concede_stays_open_and_what_all_concede_is_not_judged():
    both = [Argument(about="l2", concedes=True)]
    done, judged = debate(ONE, TWO, [both], [both], [Ruling(about="l2", side="second")], max_rounds=1)
    assert judged == [["l2", "l3"]]
    everything = [Argument(about=p, concedes=True) for p in ("l2", "l3", "l1", "no such line")]
    done, judged = debate(ONE, TWO, first=[everything])
    assert (done.response, done.ended, judged) == (TWO, "agreed", [])


def test_a_debate_that_repeats_itself_goes_to_the_judge():
    same = [Argument(about="l2", text="mine"), Argument(about="l3", text="mine")]
    done, _ = debate(ONE, TWO, [same] * 9, [same] * 9, [Ruling(about="l2", side="second")], max_rounds=9)
    assert len(done.rounds) == 2
    assert done.unruled == {"l3"}
    assert done.response["l3"] == "pan"


def test_rulings_on_other_points_change_nothing_and_a_failing_judge_leaves_the_first():
    done, _ = debate(ONE, TWO, rulings=[Ruling(about="l1", side="second"), Ruling(about="x", side="second")])
    assert done.response == ONE
    done, _ = debate(ONE, TWO, rulings=BudgetReached("all used"))
    assert (done.response, done.ended, done.error.layer) == (ONE, "failed", "rule")
