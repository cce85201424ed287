"""Comparing two takes in pairs, both ways round, so that being shown first does not decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agents.filming.answers import Preference
from agents.filming.floor import Floor, shot_values
from agents.filming.reviewing import facts, sees
from agents.model.messages import Picture
from agents.production.crew import Compared, Staged, View, by_problems
from app.document import Review

MOST_PICTURES = 4
"""Pictures of each take."""


async def compare(floor: Floor | None, first: Staged, second: Staged, reviews: tuple[Review, Review]) -> Compared:
    """Which of two takes of a shot is better. The reviewer is asked twice with the takes swapped; where the two answers
    differ, and without a reviewer, the take with fewer problems is. reviews: of the takes, in that order.
    Raises as `ModelClient.reply`."""
    if floor is not None:
        there = await _asked(floor, first, second)
        back = await _asked(floor, second, first)
        turned = {"first": "second", "second": "first", "equal": "equal"}[back.better]
        reasons = (there.why, back.why)
        if there.better == turned:
            return Compared(there.better, "reviewer", reasons, sees(floor))
        return replace(by_problems(reviews), reasons=reasons, looked=sees(floor))
    return by_problems(reviews)


async def _asked(floor: Floor, first: Staged, second: Staged) -> Preference:
    pictures: list[Picture] = []
    if sees(floor):
        for name, staged in (("first", first), ("second", second)):
            pictures += [Picture.read(v.file, f"{name}: {v.label}") for v in spread(staged.views)]
    return await floor.ask(
        "reviewer", "compare", first.shot, Preference, pictures=pictures, first=facts(first.numbers),
        second=facts(second.numbers), **shot_values(first.film, first.scene, first.shot),
    )  # fmt: skip


def spread(views: Sequence[View]) -> list[View]:
    """A few of some views, evenly."""
    if len(views) <= MOST_PICTURES:
        return list(views)
    step = (len(views) - 1) / (MOST_PICTURES - 1)
    return [views[round(i * step)] for i in range(MOST_PICTURES)]
