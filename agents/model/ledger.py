"""What the calls of a production cost, and the stop before its budget is passed."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agents.model.faults import BudgetReached
from agents.model.prices import Price
from agents.model.settings import Kind
from app.errors import ShotwrightError
from app.events import Signal
from app.files import disk_error


class Budget(BaseModel):
    """The most a production may use; None is no bound. money: US dollars; tokens: in and out together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    money: float | None = Field(None, ge=0)
    tokens: int | None = Field(None, ge=0)
    calls: int | None = Field(None, ge=0)


class Entry(BaseModel):
    """One call. While it is `sent` its numbers are the most it can cost; `done` has what it did cost.

    money: US dollars, None where the price is not known; estimated: the endpoint gave no token counts.
    """

    number: int
    at: str
    state: Literal["sent", "done"]
    role: str
    kind: Kind
    model: str
    tokens_in: int
    tokens_out: int
    money: float | None
    estimated: bool = False


class Totals(BaseModel):
    """Sums over calls. unpriced: how many of them have no known price and are not in `money`."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    money: float = 0.0
    unpriced: int = 0

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Totals:
        """The sums over some entries."""
        made = cls()
        for entry in entries:
            made.calls += 1
            made.tokens_in += entry.tokens_in
            made.tokens_out += entry.tokens_out
            made.money += entry.money or 0.0
            made.unpriced += entry.money is None
        return made


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class Ledger:
    """The calls of one production. With a `file` (JSON lines) it goes on where an earlier run stopped; a call that
    was under way when that run died counts as the most it can have cost.

    changed: emitted with an entry when a call is sent and when it is done. Raises ShotwrightError(disk).
    """

    def __init__(
        self,
        file: Path | None = None,
        budget: Budget | None = None,
        clock: Callable[[], datetime.datetime] = _now,
    ):
        self.budget = budget or Budget()
        self.changed: Signal[Entry] = Signal()
        self._file, self._clock = file, clock
        self._entries: dict[int, Entry] = {}
        if file is not None and file.exists():
            self._read(file)

    @property
    def entries(self) -> list[Entry]:
        """All calls in the order they were sent."""
        return list(self._entries.values())

    @property
    def totals(self) -> Totals:
        """What all calls used, those under way at the most they can cost."""
        return Totals.of(self._entries.values())

    def by(self, field: Literal["role", "kind", "model"]) -> dict[str, Totals]:
        """What was used per role, kind of work or model."""
        names = dict.fromkeys(getattr(entry, field) for entry in self._entries.values())
        return {name: Totals.of(e for e in self._entries.values() if getattr(e, field) == name) for name in names}

    def send(self, role: str, kind: Kind, model: str, price: Price | None, tokens_in: int, tokens_out: int) -> Entry:
        """Enters a call about to be made with the most it can use. Raises BudgetReached, and then enters nothing."""
        money = None if price is None else price.of(tokens_in, tokens_out)
        self._check(model, money, tokens_in + tokens_out)
        entry = Entry(
            number=max(self._entries, default=0) + 1,
            at=self._clock().isoformat(timespec="seconds"),
            state="sent",
            role=role,
            kind=kind,
            model=model,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            money=money,
        )
        self._enter(entry)
        return entry

    def settle(self, entry: Entry, price: Price | None, tokens_in: int, tokens_out: int, estimated: bool) -> Entry:
        """Replaces the most a call can cost by what it did cost."""
        money = None if price is None else price.of(tokens_in, tokens_out)
        numbers = {"tokens_in": tokens_in, "tokens_out": tokens_out, "money": money, "estimated": estimated}
        done = entry.model_copy(update={"state": "done", **numbers})
        self._enter(done)
        return done

    def _check(self, model: str, money: float | None, tokens: int) -> None:
        used, budget = self.totals, self.budget
        if budget.calls is not None and used.calls + 1 > budget.calls:
            raise BudgetReached(f"{used.calls} of {budget.calls} calls are made")
        if budget.tokens is not None and used.tokens_in + used.tokens_out + tokens > budget.tokens:
            raise BudgetReached(
                f"{used.tokens_in + used.tokens_out:,} of {budget.tokens:,} tokens are used and the next call can take "
                f"{tokens:,}"
            )
        if budget.money is not None:
            if money is None:
                raise BudgetReached(f"{model} has no price, so {budget.money:.2f} USD cannot be kept; enter its price")
            if used.money + money > budget.money:
                raise BudgetReached(
                    f"{used.money:.4f} of {budget.money:.2f} USD are used and the next call can cost {money:.4f}"
                )

    def _enter(self, entry: Entry) -> None:
        if self._file is not None:
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                with self._file.open("a", encoding="utf-8") as file:
                    file.write(entry.model_dump_json() + "\n")
            except OSError as error:
                raise disk_error(self._file, error) from error
        self._entries[entry.number] = entry
        self.changed.emit(entry)

    def _read(self, file: Path) -> None:
        try:
            lines = file.read_bytes().split(b"\n")
        except OSError as error:
            raise disk_error(file, error) from error
        for line in lines:
            # A line cut off by a crash is the settling of a call whose first line stands and counts in full.
            if line.strip():
                try:
                    entry = Entry.model_validate(json.loads(line))
                except (ValueError, ValidationError):
                    continue
                self._entries[entry.number] = entry
        if lines[-1]:
            with file.open("ab") as end:
                end.write(b"\n")


class Planned(BaseModel):
    """Calls that are expected. Tokens are per call."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: str
    kind: Kind = "text"
    calls: int = Field(ge=0)
    tokens_in: int = Field(ge=0)
    tokens_out: int = Field(ge=0)


def estimate(plan: Iterable[Planned], price: Callable[[str, Kind], Price | None]) -> Totals:
    """What planned calls will use. `price`: of the model that answers for a role and kind."""
    made = Totals()
    for part in plan:
        cost = price(part.role, part.kind)
        made.calls += part.calls
        made.tokens_in += part.calls * part.tokens_in
        made.tokens_out += part.calls * part.tokens_out
        if cost is None:
            made.unpriced += part.calls
        else:
            made.money += cost.of(part.calls * part.tokens_in, part.calls * part.tokens_out)
    return made


def over(budget: Budget, expected: Totals) -> ShotwrightError | None:
    """What to tell a person before a production whose estimate passes its budget, or None where it fits."""
    bounds = (
        (budget.money, expected.money, "USD"),
        (budget.tokens, expected.tokens_in + expected.tokens_out, "tokens"),
        (budget.calls, expected.calls, "calls"),
    )
    for bound, value, unit in bounds:
        if bound is not None and value > bound:
            return BudgetReached(f"the film will take about {value:,.6g} {unit} and may take {bound:,.6g}")
    return None
