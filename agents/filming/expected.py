"""The calls that filming usually takes, told before a production starts.

The rates are those of ledgers: calls for each shot of eight shots filmed against scripted models (13 reviews, 4
refinements; `tests.benchmarks.whole_films`), tokens and pictures of a shot whose every prompt was answered with care
(reviews of 2,600 tokens and 14 pictures, 490 to 860 out; refinements of 4,400 to 6,500, 90 to 205 out; guidance of
2,100). A reviewer who is hard to please takes two to three times the reviews.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from agents.filming import reviewing
from agents.house.crew import Options
from agents.model.ledger import Planned
from agents.model.prices import PICTURE_TOKENS
from app.document import Source

if TYPE_CHECKING:
    from agents.ensemble import Ensemble

SHOTS_A_SCENE = 6
"""Shots of a scene that models write."""
REVIEWS, REFINEMENTS, PROGRAMS = 1.6, 0.6, 0.3
"""Calls for each shot: most shots pass at once, and most guidance is understood without the programmer."""
PICTURES = 12
"""Pictures of a shot that a reviewer gets: 16 at most, fewer where little moves."""


def planned(crew: Ensemble, source: Source, options: Options, written: bool) -> list[Planned]:
    """The calls for the shots of a source. written: models write its scenes. Raises ShotwrightError(input or json) for
    a source that cannot be read."""
    if source.kind == "empty" or not any(crew.modelled(r) for r in ("director", "programmer", "reviewer")):
        return []
    if source.kind == "idea" and written:
        shots = min(options.most_scenes * SHOTS_A_SCENE, options.max_shots or 10**6)
    else:
        shots = sum(1 for _ in crew.house.develop_now(source, options).shots())
    pictures = PICTURES if crew.modelled("reviewer") and reviewing.has_eyes(crew) else 0
    calls = [
        Planned(
            role="reviewer", kind="vision" if pictures else "text", calls=math.ceil(shots * REVIEWS),
            tokens_in=2600 + pictures * PICTURE_TOKENS, tokens_out=700,
        ),
        Planned(role="programmer", calls=math.ceil(shots * REFINEMENTS), tokens_in=5500, tokens_out=200),
        Planned(role="programmer", calls=math.ceil(shots * PROGRAMS), tokens_in=3200, tokens_out=250),
    ]  # fmt: skip
    if source.kind == "description":
        calls.append(Planned(role="director", calls=shots, tokens_in=2100, tokens_out=150))
    return [c for c in calls if crew.modelled(c.role)]
