"""What calls cost, and the stop before a budget is passed."""

from __future__ import annotations

import asyncio

import pytest
from pydantic import BaseModel

from agents.model.faults import BudgetReached
from agents.model.ledger import Budget, Ledger, Planned, Totals, over
from agents.model.messages import user
from agents.model.prices import Price, PriceTable
from agents.model.settings import Endpoint
from tests.support.asking import client
from tests.support.endpoint import Play, ScriptedEndpoint, fails

PRICE = Price(input=1.0, output=2.0)


class Word(BaseModel):
    word: str


def test_a_call_counts_at_its_most_until_it_is_settled():
    ledger = Ledger()
    entry = ledger.send("director", "text", "m", PRICE, 1000, 500)
    assert ledger.totals.money == pytest.approx(0.002)
    ledger.settle(entry, PRICE, 300, 50, estimated=False)
    assert ledger.totals == Totals(calls=1, tokens_in=300, tokens_out=50, money=0.0004)
    assert ledger.by("role")["director"].tokens_in == 300


def test_it_goes_on_in_the_next_run_and_counts_what_was_under_way(tmp_path):
    file = tmp_path / "ledger.jsonl"
    first = Ledger(file)
    first.settle(first.send("a", "text", "m", PRICE, 1000, 500), PRICE, 100, 10, False)
    first.send("b", "text", "m", PRICE, 1000, 500)
    file.write_bytes(file.read_bytes() + b'{"number": 2, "state": "do')
    second = Ledger(file)
    assert (second.totals.calls, second.totals.tokens_in) == (2, 1100)
    second.send("c", "text", "m", PRICE, 1, 1)
    assert Ledger(file).totals.calls == 3


@pytest.mark.parametrize(
    ("budget", "price"),
    [
        (Budget(calls=1), PRICE),
        (Budget(tokens=2999), PRICE),
        (Budget(money=0.0039), PRICE),
        (Budget(money=100.0), None),
    ],
)
def test_the_call_that_could_pass_a_budget_is_not_entered(budget, price):
    ledger = Ledger(budget=budget)
    ledger.send("a", "text", "m", PRICE, 1000, 500)
    before = ledger.totals
    with pytest.raises(BudgetReached) as caught:
        ledger.send("a", "text", "m", price, 1000, 500)
    assert caught.value.layer == "rule"
    assert caught.value.hint
    assert ledger.totals == before


def test_calls_at_the_same_time_never_pass_a_budget_together(tmp_path):
    budget = Budget(money=0.02)

    async def ask():
        with ScriptedEndpoint(*[Play({"word": "x"}, usage=(200, 1000))] * 12) as server:
            async with client(server, tmp_path, budget=budget, endpoint={"answer_tokens": 1000}) as model:
                seen = []
                model.ledger.changed.connect(lambda entry: seen.append(model.ledger.totals.money))
                asks = [model.ask("director", [user(f"word {i}")], Word) for i in range(12)]
                done = await asyncio.gather(*asks, return_exceptions=True)
                return done, seen, len(server.requests)

    done, seen, requests = asyncio.run(ask())
    stopped = [each for each in done if isinstance(each, BudgetReached)]
    assert stopped
    assert len(stopped) < 12
    assert requests == 12 - len(stopped)
    assert max(seen) <= budget.money


def test_counts_of_the_endpoint_are_used_and_estimates_are_marked(tmp_path):
    async def ask():
        with ScriptedEndpoint(
            Play({"word": "a"}, usage=(123, 45)), Play({"word": "b"}, usage=None), fails(429), Play({"word": "c"})
        ) as server:
            async with client(server, tmp_path) as model:
                for i in range(3):
                    await model.ask("director", [user(f"word {i}")], Word)
                return [e for e in model.ledger.entries if e.role == "director"]

    first, second, refused, _ = asyncio.run(ask())
    assert (first.tokens_in, first.tokens_out, first.estimated) == (123, 45, False)
    assert first.money == pytest.approx(123e-6 + 90e-6)
    assert second.estimated
    assert second.tokens_in > 0
    assert (refused.tokens_in, refused.money, refused.state) == (0, 0, "done")


def test_an_estimate_stands_before_a_production(tmp_path):
    with ScriptedEndpoint() as server:
        pass
    model = client(server, tmp_path)
    plan = [Planned(role="director", calls=10, tokens_in=2000, tokens_out=500)]
    plan.append(Planned(role="reviewer", kind="vision", calls=4, tokens_in=5000, tokens_out=200))
    expected = model.estimate(plan)
    asyncio.run(model.__aexit__())
    assert (expected.calls, expected.tokens_in, expected.tokens_out) == (14, 40_000, 5_800)
    assert expected.money == pytest.approx(0.0516)
    assert over(Budget(money=1, tokens=50_000, calls=14), expected) is None
    assert "0.0516" in over(Budget(money=0.05), expected).what
    assert over(Budget(calls=13), expected).layer == "rule"


def test_prices_of_the_person_go_before_the_built_in_ones(tmp_path):
    own = tmp_path / "prices.json"
    assert PriceTable.load(own).models["gpt-4o"].output > 0
    PriceTable(models={"gpt-4o": Price(input=7, output=8), "mine": PRICE}).save(own)
    table = PriceTable.load(own)
    far, here = "https://api.example.com/v1", "http://localhost:1234/v1"
    assert table.find(Endpoint(base_url=far, model="gpt-4o")).input == 7
    assert table.find(Endpoint(base_url=far, model="gpt-4.1")).input > 0
    assert table.find(Endpoint(base_url=far, model="unheard-of")) is None
    assert table.find(Endpoint(base_url=here, model="unheard-of")).of(10**6, 10**6) == 0
