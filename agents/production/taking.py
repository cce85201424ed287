"""Taking a shot: its program is staged, reviewed and refined until it passes, nothing gets better, or the rounds
are used up (Kubrick, He et al. 2025, Algorithm 1). The best take is kept.

A program that cannot be staged is refined like one that was rejected; where that does not help, the snippet that
fails is replaced by the one of the house crew, and that is written down.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from agents.production.crew import Crew, Programmed, blamed, refused
from app.document import HOUSE, SUB_PROCESSES, Film, Review, Scene, Shot, Take
from app.errors import ShotwrightError

Stage = Callable[[Programmed, int], Awaitable[Take]]
"""Stages a program in a round (from 1) and reviews it. Raises ShotwrightError."""


@dataclass
class Taken:
    """The best take of a shot. proposals: sub-process -> (snippet, why) that a person may accept; ended: why there
    were no more rounds ("passed", "stalled" or "rounds")."""

    take: Take
    made: Programmed
    ended: str
    proposals: dict[str, tuple[str, str]] = field(default_factory=dict)


async def take_shot(
    crew: Crew,
    film: Film,
    scene: Scene,
    shot: Shot,
    stage: Stage,
    key: Callable[[Programmed], str],
    locked: set[str],
    rounds: int,
    tell: Callable[[int, str], None],
) -> Taken:
    """Runs the rounds. key: tells programs apart, with the versions of the functions they call; locked: sub-processes
    whose snippets stay as `shot.program` has them; tell: hears the number of the round that begins and why.
    Raises ShotwrightError where nothing can be staged."""
    made = kept(shot, await crew.program(film, scene, shot), locked)
    best: tuple[tuple[int, int], Take, Programmed] | None = None
    proposals: dict[str, tuple[str, str]] = {}
    seen: set[str] = set()
    ended, number = "rounds", 0
    while number < rounds or best is None:
        number += 1
        seen.add(key(made))
        try:
            take = await stage(made, number)
        except ShotwrightError as error:
            if error.layer != "program":
                raise
            review, failure = refused(error), error
        else:
            review, failure = take.review or Review(), None
            # of equals the first is kept, but the last where a person asked for what is new in it
            score = (len(review.problems), -number if review.by.by == "person" else number)
            if best is None or score < best[0]:
                best = (score, take, made)
            if review.verdict == "pass":
                ended = "passed"
                break
        refined = await crew.refine(film, scene, shot, made, review, locked) if number < rounds else None
        if refined is not None:
            proposals |= refined.proposals
        better = None if refined is None else kept(shot, refined.made, locked)
        if better is None or key(better) in seen:
            if best is not None:
                ended = "stalled" if number < rounds else "rounds"
                break
            better = _by_house(crew, film, scene, shot, made, locked, failure)
            if better is None or key(better) in seen:
                raise failure
        made = better
        tell(number + 1, review.problems[0].message if review.problems else "")
    return Taken(best[1], best[2], ended, proposals)


def kept(shot: Shot, made: Programmed, locked: set[str]) -> Programmed:
    """The program with every snippet a person wrote or a lock holds as it was."""
    for name in SUB_PROCESSES:
        mine = getattr(shot.program, name)
        if name in locked and mine.strip() and mine != getattr(made.program, name):
            made = made.with_snippet(name, mine, made.by.get(name, HOUSE))
    return made


def _by_house(
    crew: Crew, film: Film, scene: Scene, shot: Shot, made: Programmed, locked: set[str], error: ShotwrightError
) -> Programmed | None:
    """The program with the failing snippet as the house crew writes it, or else all of them; None where the house
    has nothing else to offer."""
    house = kept(shot, crew.by_rule(film, scene, shot), locked)
    name = blamed(error)
    if name is not None and getattr(made.program, name) != getattr(house.program, name):
        text = getattr(house.program, name)
        return made.with_snippet(name, text, HOUSE, f"{name}: the house crew's snippet, since {error.what}")
    if house.program == made.program:
        return None
    return Programmed(
        house.program, house.not_understood, dict.fromkeys(SUB_PROCESSES, HOUSE), None,
        (*made.notes, f"the whole program: the house crew's, since {error.what}"),
    )  # fmt: skip
