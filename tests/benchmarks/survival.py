"""How many productions survive models that misbehave: `python -m tests.benchmarks.survival`.

Every bad answer of the tests' corpus is given to every stage of the writing at once, then to each stage alone, and to
all roles of the filming. A production survives when a film comes out that breaks no rule and whose programs are sound.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agents.house.crew import HouseCrew
from agents.input import read
from agents.rules import check
from app.document import SUB_PROCESSES
from app.errors import ShotwrightError
from library.functions import functions
from library.snippets import check_snippet
from tests.agents.filming.test_loop import MISBEHAVING, WAVE, words
from tests.agents.writing.test_survival import BAD, STAGES
from tests.benchmarks.crew_calls import made
from tests.support.filmers import Filmers, film_shot
from tests.support.writers import IDEA, Writers

HOUSE = HouseCrew()


def written(folder: Path, **answers: Any) -> bool:
    """Whether a film comes out of the writing that breaks no rule."""
    with Writers(**answers) as server:
        film = made(server, folder, read(IDEA), HOUSE)
    return all(s.shots for s in film.scenes) and check(film, HOUSE.catalogue) == []


def shot(folder: Path, play: Any) -> bool:
    """Whether a shot comes out of the filming whose program is sound."""
    with Filmers(guidance=play, program=play, review=play, refine=play, Finishing=play) as server:
        taken = film_shot(server, folder, WAVE, change=words("Woman walks to Position 2. Woman xylophones."))
    for name in SUB_PROCESSES:
        check_snippet(getattr(taken.take.program, name), name, set(functions(name)))
    return taken.take.review is not None


def productions() -> Iterator[tuple[str, Any]]:
    for name, said in BAD.items():
        yield f"writing, every stage: {name}", lambda folder, said=said: written(folder, **dict.fromkeys(STAGES, said))
        for stage in STAGES:
            yield f"writing, {stage}: {name}", lambda folder, said=said, stage=stage: written(folder, **{stage: said})
    for name, play in MISBEHAVING.items():
        yield f"filming: {name}", lambda folder, play=play: shot(folder, play)


def main() -> int:
    count = survived = 0
    for name, work in productions():
        count += 1
        with tempfile.TemporaryDirectory() as folder:
            try:
                sound = work(Path(folder))
            except ShotwrightError as error:
                print(f"{name}: {error}")
                continue
        survived += sound
        if not sound:
            print(f"{name}: a film that is not sound")
    print(f"{survived} of {count} productions survive ({survived / count:.0%})")
    return 0 if survived == count else 1


if __name__ == "__main__":
    sys.exit(main())
