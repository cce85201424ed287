"""Rounds of review with and without measurements, and with and without what the library looks up.

`python -m tests.benchmarks.review_rounds` films scripted shots without Blender. The models that play reviewer and
programmer always do the same: the reviewer sees a fault where there is one, the programmer tries what one would try
first. What differs is only what they are given: numbers that say by how much, and passages that say how it was done.
"""

from __future__ import annotations

import copy
import re
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.house.crew import HouseCrew
from agents.production.crew import Staged
from app.document import HOUSE, Program, Review
from library.knowledge import Passage
from tests.benchmarks.film_cases import refinement, snippet
from tests.support.filmers import Filmers, film_shot, reviewed
from tests.support.players import text_of

TEXT = "a woman in a red coat waves at the roadside, medium shot"
MOST = 8
"""Rounds that are given."""


class Unmeasured(HouseCrew):
    """A house crew that measures nothing: reviewer and programmer have to do without numbers."""

    async def review(self, staged: Staged) -> Review:
        return Review(by=HOUSE, verdict="pass", findings=[])


@dataclass(frozen=True)
class Case:
    """fault: whether a program shows it; sees: words of the questions the reviewer says no to, what they see and
    advise; tries: what the programmer does next; shows: what would be measured; passage: what is looked up."""

    name: str
    fault: Callable[[str], bool]
    sees: tuple[tuple[str, ...], str, str]
    tries: Callable[[str, str], dict[str, Any]]
    shows: Callable[[dict[str, Any], Program], dict[str, Any]] = lambda numbers, program: numbers
    passage: Passage | None = None


def value(text: str, name: str, usual: float) -> float:
    found = re.search(rf"\b{name}=([0-9.]+)", text)
    return float(found[1]) if found else usual


def part(request: dict[str, Any], name: str) -> str:
    """A snippet of the program that a request holds."""
    found = re.search(rf"# {name}\n(.*?)(?=\n\n|\n# |\Z)", text_of(request), re.DOTALL)
    return found[1] if found else ""


# ---- the head is cut: the subject fills too much

FILLS = 1.15


def head_cut(camera: str) -> bool:
    return value(camera, "fill", FILLS) > 0.8


def too_large(numbers: dict[str, Any], program: Program) -> dict[str, Any]:
    fill = value(program.cinematography, "fill", FILLS)
    out = copy.deepcopy(numbers)
    for person in out["people"].values():
        for seen in person["frames"].values():
            seen |= {"fill": fill, "top": 1.05 if fill > 0.8 else 0.93, "in_frame": 0.9 if fill > 0.8 else 1.0}
    return out


def step_back(camera: str, told: str) -> dict[str, Any]:
    fill = value(camera, "fill", FILLS) - 0.1
    return refinement(snippet("cinematography", f'medium_shot(stage, "Woman", fill={fill:.2f})'))


# ---- the face is dark

KEY = 0.05


def dark(light: str) -> bool:
    return KEY * value(light, "strength", 1.0) * (2 if "exposure" in light else 1) < 0.15


def dim(numbers: dict[str, Any], program: Program) -> dict[str, Any]:
    level = KEY * value(program.lighting, "strength", 1.0) * (2 if "exposure" in program.lighting else 1)
    out = copy.deepcopy(numbers)
    for frame in out["exposure"].values():
        frame["faces"] = {"Woman": level}
    return out


def brighten(light: str, told: str) -> dict[str, Any]:
    strength = value(light, "strength", 0.5) + 0.75
    key = f'key_light(stage, "Woman", strength={strength:.2f})'
    return refinement(snippet("lighting", 'light_mood(stage, "day")', key))


# ---- something has no action of its own: how was it done before?

GUESSES = ("Dancing", "Standing Happy", "Joyful Jump")
DONE = Passage("films", "a shot that passed", 'A win is celebrated: perform(stage, "Mia", "Joyful Jump")')


def wrong_act(motion: str) -> bool:
    return "Joyful Jump" not in motion


def guess(motion: str, told: str) -> dict[str, Any]:
    known = re.search(r'perform\(stage, "Mia", "([^"]+)"\)', told)
    tried = [g for g in GUESSES if g in motion]
    choice = known[1] if known else GUESSES[min(len(GUESSES) - 1, GUESSES.index(tried[0]) + 1 if tried else 0)]
    return refinement(snippet("motion", f'perform(stage, "Woman", "{choice}")'))


CASES = {
    "cinematography": Case("head cut", head_cut, (("composition good", "space above"), "the head is cut", "Go back."),
                           step_back, too_large),
    "lighting": Case("face dark", dark, (("lead the eye", "light on the face"), "the face is dark", "Light her face."),
                     brighten, dim),
    "motion": Case("act unknown", wrong_act, (("all of it",), "she does not celebrate", "Let her celebrate a win."),
                   guess, passage=DONE),
}  # fmt: skip


def filmed(sub_process: str, case: Case, measured: bool, looked_up: bool) -> tuple[int, int, str]:
    """(rounds, calls of models, how it ended)."""
    words, note, advice = case.sees

    def review(request: dict[str, Any]) -> dict[str, Any]:
        seen = case.fault(part(request, sub_process))
        return reviewed(request, dict.fromkeys(words, (note, advice)) if seen else None)

    async def retrieve(role: str, query: str, k: int = 5) -> tuple[Passage, ...]:
        return (case.passage,) if case.passage is not None and role == "programmer" else ()

    with tempfile.TemporaryDirectory() as folder, Filmers(
        review=review, refine=lambda r: case.tries(part(r, sub_process), text_of(r))
    ) as server:  # fmt: skip
        made = film_shot(
            server, Path(folder), TEXT, cast="reviewer=model,programmer=model", shows=case.shows, rounds=MOST,
            retrieve=retrieve if looked_up else None, house=HouseCrew() if measured else Unmeasured(),
        )  # fmt: skip
        return made.take.review.rounds, len(server.asked), made.taken.ended


def main() -> int:
    print(f"{'case':14}{'measured':>10}{'looked up':>11}{'rounds':>8}{'calls':>7}  ended")
    worse = 0
    for sub_process, case in CASES.items():
        rounds = {}
        for given in (True, False):
            measured, looked_up = (True, given) if case.passage is not None else (given, False)
            count, calls, ended = filmed(sub_process, case, measured, looked_up)
            rounds[given] = count
            yes = {True: "yes", False: "no"}
            print(f"{case.name:14}{yes[measured]:>10}{yes[looked_up]:>11}{count:>8}{calls:>7}  {ended}")
        worse += rounds[True] >= rounds[False]
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
