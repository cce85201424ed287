"""What a crew has to be able to do; the house crew and a model's crew both do it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, Protocol

from app.document import (
    HOUSE,
    SUB_PROCESSES,
    Film,
    Finding,
    LearnedFunction,
    Origin,
    Program,
    Review,
    Scene,
    Shot,
    Source,
    Suggestion,
)
from app.errors import ShotwrightError
from library.knowledge.passages import Passage
from library.learned.store import LearnedLibrary


@dataclass(frozen=True)
class Programmed:
    """A shot's program as somebody wrote it.

    not_understood: words of the guidance per sub-process that are not in it; by: who wrote a snippet, where that
    is not the whole crew; length: frames it needs, None for the shot's own; notes: what a rule did where a model
    failed; guidance: sub-process -> (text, who) where a review asked in words for another one.
    """

    program: Program
    not_understood: dict[str, list[str]] = field(default_factory=dict)
    by: dict[str, Origin] = field(default_factory=dict)
    length: int | None = None
    notes: tuple[str, ...] = ()
    guidance: dict[str, tuple[str, Origin]] = field(default_factory=dict)

    @property
    def wished(self) -> dict[str, tuple[str, Origin]]:
        """The guidance that a person asked for, which becomes the shot's own."""
        return {name: said for name, said in self.guidance.items() if said[1].by == "person"}

    def with_snippet(self, sub_process: str, text: str, by: Origin, note: str = "") -> Programmed:
        """The program with one snippet replaced."""
        return replace(
            self,
            program=self.program.model_copy(update={sub_process: text}),
            by={**self.by, sub_process: by},
            notes=(*self.notes, note) if note else self.notes,
        )


@dataclass(frozen=True)
class View:
    """A picture of a staged shot for its reviewer. purpose: "shot" (a keyframe), "camera" (a denser one), "person"
    or "motion" (by a camera of the reviewer's own); label: what it shows; frame: from 0."""

    purpose: str
    label: str
    frame: int
    file: Path


@dataclass(frozen=True)
class Staged:
    """What a reviewer gets to judge. numbers: see `render.worker.measure`."""

    film: Film
    scene: Scene
    shot: Shot
    program: Program
    numbers: dict[str, Any]
    views: tuple[View, ...] = ()


@dataclass(frozen=True)
class Refined:
    """A better program, and snippets that somebody would have changed where they may not (sub-process ->
    (text, why))."""

    made: Programmed
    proposals: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Compared:
    """better: which of two takes, or "equal"; by: "reviewer" where it answered the same both ways round, "measurement"
    where it did not or nobody was asked; reasons: what was said; looked: whether the reviewer saw pictures."""

    better: Literal["first", "second", "equal"]
    by: Literal["reviewer", "measurement"]
    reasons: tuple[str, ...] = ()
    looked: bool = False


def by_problems(reviews: tuple[Review, Review]) -> Compared:
    """The take with fewer problems in its review."""
    first, second = (len(review.problems) for review in reviews)
    return Compared("equal" if first == second else "first" if first < second else "second", "measurement")


class Try(Protocol):
    """Stages a program in a worker of its own that is thrown away afterwards; raises ShotwrightError."""

    async def __call__(
        self, film: Film, shot: Shot, program: Program, functions: Sequence[LearnedFunction]
    ) -> None: ...


class Retrieve(Protocol):
    """Passages that help a role with a query, the best first (see `agents.knowledge.Librarian`)."""

    async def __call__(self, role: str, query: str, k: int = 5) -> Sequence[Passage]: ...


@dataclass(frozen=True)
class Kit:
    """What a production has that its crew may use: the learned functions, a way to try one, and what is known."""

    learned: LearnedLibrary
    try_out: Try
    retrieve: Retrieve | None = None


class Crew(Protocol):
    """origin: how its work is signed; wants_views: whether its reviewer looks at pictures."""

    origin: Origin
    wants_views: bool

    def equip(self, kit: Kit) -> None:
        """Takes what the production has; called before anything else."""

    async def develop(self, source: Source, options: Any) -> Film:
        """A film with cast, scenes and directed shots. Raises ShotwrightError(input)."""

    async def program(self, film: Film, scene: Scene, shot: Shot) -> Programmed:
        """The program of a shot from its guidance."""

    def by_rule(self, film: Film, scene: Scene, shot: Shot) -> Programmed:
        """The program that the house crew would write: what is used where another's cannot be staged."""

    def length(self, film: Film, scene: Scene, shot: Shot) -> int:
        """Frames the shot needs for its lines as measured, its acts and what its guidance asks for."""

    async def review(self, staged: Staged) -> Review:
        """Judges a staged shot."""

    async def compare(self, first: Staged, second: Staged, reviews: tuple[Review, Review]) -> Compared:
        """Which of two takes of a shot is better; reviews: of both, in that order."""

    async def refine(
        self, film: Film, scene: Scene, shot: Shot, made: Programmed, review: Review, locked: set[str]
    ) -> Refined | None:
        """A better program, or None when nothing can be changed. Snippets of `locked` sub-processes stay."""


def refused(error: ShotwrightError) -> Review:
    """The review of a program that could not be staged at all."""
    sub_process = blamed(error) or "scene"
    finding = Finding(
        check="runs", sub_process=sub_process, passed=False, message=error.what,
        suggestion=Suggestion(sub_process=sub_process, text=error.hint or "Correct the snippet."),
    )  # fmt: skip
    return Review(by=HOUSE, verdict="reject", findings=[finding])


def blamed(error: ShotwrightError) -> str | None:
    """The sub-process whose snippet a program error names."""
    return next((s for s in SUB_PROCESSES if error.what.startswith(f"{s},")), None)
