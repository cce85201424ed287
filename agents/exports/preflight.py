"""What stands in the way of an export, or should be looked at first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.document import Film, Shot
from app.errors import ShotwrightError

Kind = Literal["nothing", "failed", "empty", "stale", "rejected", "voice", "review", "words", "omitted"]
SEVERITY: dict[str, int] = {
    "nothing": 3, "failed": 2, "empty": 2, "voice": 2, "rejected": 1, "stale": 1, "words": 1, "review": 0, "omitted": 0,
}  # fmt: skip
"""3: nothing can be written; 2: the shot will be missing or is made first; 1: worth a look; 0: to know."""


@dataclass(frozen=True)
class Problem:
    """shot: id, "" for the film; name: "Shot 1.2"; text: what is the matter; remedy: what happens or helps."""

    kind: Kind
    text: str
    shot: str = ""
    name: str = ""
    remedy: str = ""

    @property
    def severity(self) -> int:
        return SEVERITY[self.kind]


def preflight(
    film: Film,
    stale: Callable[[str], list[str]] = lambda shot: [],
    failure: Callable[[str], ShotwrightError | None] = lambda shot: None,
) -> list[Problem]:
    """Problems of a film, the gravest first and then in film order. stale: shot id -> why its take is out of date;
    failure: shot id -> why the last attempt at it failed."""
    out: list[Problem] = []
    if not any(True for _ in film.shots(omitted=False)):
        return [Problem("nothing", "The film has no shots", remedy="Add one, or take an omitted one back.")]
    for number, _, shot in film.numbered():
        name = f"Shot {shot.label or number}"
        if shot.omitted:
            out.append(Problem("omitted", "is omitted and left out", shot.id, name))
            continue
        out += [
            Problem(kind, text, shot.id, name, remedy) for kind, text, remedy in _of_shot(film, shot, stale, failure)
        ]
    return sorted(out, key=lambda p: -p.severity)


def _of_shot(film: Film, shot: Shot, stale, failure):
    failed = failure(shot.id)
    if failed is not None:
        yield "failed", f"failed: {failed.what}", failed.hint
    if shot.take is None:
        if failed is None:
            yield "empty", "has no take", "It is staged first."
    else:
        reasons = stale(shot.id)
        if reasons:
            held = " It is locked and stays as it is." if shot.locked else ""
            yield "stale", f"is out of date: {', '.join(reasons)}", f"The take there is used.{held}"
        review = shot.take.review
        if review is not None and review.verdict == "reject":
            first = review.problems[0].message if review.problems else "rejected"
            yield "rejected", f"did not pass its review: {first}", ""
    known = {c.id for c in film.characters}
    for line in shot.lines:
        if line.speaker not in known:
            yield "voice", f"has a line of somebody who is not in the cast ({line.speaker})", "Choose who says it."
        elif not line.text.strip():
            yield "words", "has a line without words", ""
