"""The two ways agents work together in FilmAgent (Xu et al., 2025, Algorithms 1 and 2), for any kind of work.

Both end: by agreement, when their rounds are used up, or when a round brings nothing new. What the best round made
is kept, also where a later round fails.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from app.errors import ShotwrightError

ROUNDS = 3
Ended = Literal["accepted", "agreed", "judged", "rounds", "stalled", "failed"]


class Point(BaseModel):
    """One thing to change. about: what it is about, such as a line's id; points with the same `about` and `rule` are
    the same point however they are worded."""

    model_config = ConfigDict(frozen=True)

    about: str
    rule: str = ""
    text: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.about.strip().casefold(), self.rule.strip().casefold()


class Verdict(BaseModel):
    """Whether a response meets the points it was to meet. Accepted means that and leaves none unmet."""

    model_config = ConfigDict(frozen=True)

    accepted: bool
    unmet: list[Point] = Field(default_factory=list)


@dataclass(frozen=True)
class Round[R]:
    """A response, the points made about it, and the verdict on it; the first response has none."""

    response: R
    points: tuple[Point, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True)
class Corrected[R]:
    """How a Critique-Correct-Verify ended. response: the accepted one, else the best; unmet: what it leaves open;
    error: what stopped it, where it `failed`."""

    response: R
    ended: Ended
    unmet: tuple[Point, ...]
    rounds: tuple[Round[R], ...]
    error: ShotwrightError | None = None


async def critique_correct_verify[R](
    act: Callable[[Sequence[Round[R]]], Awaitable[R]],
    critique: Callable[[R, Sequence[Round[R]]], Awaitable[Sequence[Point]]],
    verify: Callable[[R, Sequence[Point]], Awaitable[Verdict]],
    *,
    max_rounds: int = ROUNDS,
    penalty: Callable[[R], float] | None = None,
) -> Corrected[R]:
    """Algorithm 1: `act` responds, `critique` makes points, `act` corrects with all rounds so far in view, `verify`
    says whether the points are met; if not, it is criticised anew.

    max_rounds: corrections after the first response; penalty: how bad a response is, measured; without it the one
    that leaves the fewest points is the best, and of equals the later. A critique without points accepts.
    Ends as "stalled" when a correction brings back an earlier response, or leaves the same points unmet as the
    correction before it.
    Raises what fails in the first response and its critique; later failures end as "failed" with the best so far.
    """
    response = await act(())
    points = tuple(await critique(response, ()))
    if not points:
        return Corrected(response, "accepted", (), (Round(response),))
    rounds = [Round(response, points)]
    best = _Best(response, points, penalty)
    error: ShotwrightError | None = None
    ended: Ended = "rounds"
    try:
        for _ in range(max_rounds):
            response = await act(tuple(rounds))
            verdict = await verify(response, points)
            if verdict.accepted and not verdict.unmet:
                rounds.append(Round(response, (), verdict))
                return Corrected(response, "accepted", (), tuple(rounds))
            unmet = tuple(verdict.unmet) or points
            verdict = Verdict(accepted=False, unmet=list(unmet))
            best.offer(response, unmet)
            if _repeats(rounds, response, unmet):
                rounds.append(Round(response, unmet, verdict))
                ended = "stalled"
                break
            fresh = await critique(response, tuple(rounds))
            points = tuple({point.key: point for point in (*unmet, *fresh)}.values())
            rounds.append(Round(response, points, verdict))
    except ShotwrightError as failure:
        error, ended = failure, "failed"
    return Corrected(best.response, ended, best.unmet, tuple(rounds), error)


class _Best[R]:
    """The best response so far and what it leaves unmet."""

    def __init__(self, response: R, unmet: tuple[Point, ...], penalty: Callable[[R], float] | None):
        self._penalty = penalty
        self.response, self.unmet = response, unmet
        self._value = self._judge(response, unmet)

    def _judge(self, response: R, unmet: tuple[Point, ...]) -> float:
        return len(unmet) if self._penalty is None else self._penalty(response)

    def offer(self, response: R, unmet: tuple[Point, ...]) -> None:
        value = self._judge(response, unmet)
        if value <= self._value:
            self.response, self.unmet, self._value = response, unmet, value


def _repeats[R](rounds: list[Round[R]], response: R, unmet: tuple[Point, ...]) -> bool:
    """Whether a correction that was not accepted brings nothing new."""
    before = rounds[-1].verdict
    same = before is not None and {p.key for p in unmet} == {p.key for p in before.unmet}
    return same or any(response == each.response for each in rounds)


Side = Literal["first", "second"]


class Argument(BaseModel):
    """What one side says about a point. concedes: it takes the other side's choice."""

    model_config = ConfigDict(frozen=True)

    about: str
    text: str = ""
    concedes: bool = False


class Ruling(BaseModel):
    """Whose choice is taken on a point, and why."""

    model_config = ConfigDict(frozen=True)

    about: str
    side: Side
    why: str = ""


@dataclass(frozen=True)
class Exchanged:
    """What both sides said in one round of a debate."""

    first: tuple[Argument, ...]
    second: tuple[Argument, ...]


@dataclass(frozen=True)
class Judged[R]:
    """How a Debate-Judge ended.

    rulings: one for every point the two differed in; conceded: the points that one side gave up before judgment;
    unruled: points the judge said nothing about, where the first side's choice stands; error: what stopped the
    debate or the judge, where it `failed` (then the first side's choice stands on all that was open).
    """

    response: R
    ended: Ended
    first: R
    second: R
    rulings: tuple[Ruling, ...] = ()
    conceded: frozenset[str] = frozenset()
    unruled: frozenset[str] = frozenset()
    rounds: tuple[Exchanged, ...] = ()
    error: ShotwrightError | None = None


@dataclass(frozen=True)
class Debater[R]:
    """A peer. argue: from its own response, the other's, the points still open and the rounds so far."""

    propose: Callable[[], Awaitable[R]]
    argue: Callable[[R, R, Sequence[str], Sequence[Exchanged]], Awaitable[Sequence[Argument]]]


async def debate_judge[R](
    first: Debater[R],
    second: Debater[R],
    differences: Callable[[R, R], Sequence[str]],
    judge: Callable[[R, R, Sequence[str], Sequence[Exchanged]], Awaitable[Sequence[Ruling]]],
    merge: Callable[[R, R, Sequence[Ruling]], R],
    *,
    max_rounds: int = ROUNDS,
) -> Judged[R]:
    """Algorithm 2 over the points in which two responses differ, not over whole responses.

    differences: names the points; judge: rules over those still open; merge: makes one response from both and the
    rulings. Each round both argue at the same time, knowing the rounds before. A point that exactly one side
    concedes is settled; one that both concede stays open. No difference needs no debate ("agreed"), and where all
    is conceded there is nothing to judge.
    The debate stops early when a round repeats the one before. Raises what fails in the proposals and in `merge`.
    """
    one, two = await _both(first.propose(), second.propose())
    points = list(dict.fromkeys(differences(one, two)))
    rulings: dict[str, Ruling] = {}
    rounds: list[Exchanged] = []
    error: ShotwrightError | None = None

    def still_open() -> list[str]:
        return [point for point in points if point not in rulings]

    try:
        while still_open() and len(rounds) < max_rounds:
            told = (still_open(), tuple(rounds))
            a, b = await _both(first.argue(one, two, *told), second.argue(two, one, *told))
            rounds.append(Exchanged(tuple(a), tuple(b)))
            rulings |= _conceded(rounds[-1], set(still_open()))
            if len(rounds) > 1 and rounds[-1] == rounds[-2]:
                break
        conceded = frozenset(rulings)
        if still_open():
            made = await judge(one, two, still_open(), tuple(rounds))
            open_ = set(still_open())
            rulings |= {ruling.about: ruling for ruling in made if ruling.about in open_}
    except ShotwrightError as failure:
        error, conceded = failure, frozenset(rulings)
    unruled = frozenset(still_open())
    rulings |= {point: Ruling(about=point, side="first", why="nothing was ruled") for point in unruled}
    ordered = tuple(rulings[point] for point in points)
    ended: Ended = "failed" if error else "agreed" if len(conceded) == len(points) else "judged"
    made_one = merge(one, two, ordered)
    return Judged(made_one, ended, one, two, ordered, conceded, unruled, tuple(rounds), error)


def _conceded(said: Exchanged, points: set[str]) -> dict[str, Ruling]:
    """Rulings on the points that exactly one side gave up in a round."""
    gave_up = [{each.about: each.text for each in side if each.concedes} for side in (said.first, said.second)]
    made = {}
    for point in points:
        if (point in gave_up[0]) != (point in gave_up[1]):
            side: Side = "second" if point in gave_up[0] else "first"
            made[point] = Ruling(about=point, side=side, why=gave_up[0].get(point, "") or gave_up[1].get(point, ""))
    return made


async def _both[T](one: Awaitable[T], two: Awaitable[T]) -> list[T]:
    """Both results. When one fails the other is waited for: it is under way and paid for, and whoever keeps answers
    has it when the work goes on later. Raises the first failure."""
    results = await asyncio.gather(one, two, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return results
