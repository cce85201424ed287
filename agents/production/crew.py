"""What a crew has to be able to do; the house crew and a model's crew both do it."""

from __future__ import annotations

from typing import Any, Protocol

from app.document import Film, Origin, Program, Review, Scene, Shot, Source


class Crew(Protocol):
    """origin: how its work is signed."""

    origin: Origin

    async def develop(self, source: Source, options: Any) -> Film:
        """A film with cast, scenes and directed shots. Raises ShotwrightError(input)."""

    def program(self, film: Film, scene: Scene, shot: Shot) -> tuple[Program, dict[str, list[str]]]:
        """The program of a shot from its guidance, and per sub-process what was not understood."""

    def length(self, film: Film, scene: Scene, shot: Shot) -> int:
        """Frames the shot needs for its lines as measured, its acts and what its guidance asks for."""

    def review(self, numbers: dict[str, Any], program: Program) -> Review:
        """Judges a staged shot."""

    def refine(self, program: Program, review: Review, locked: set[str]) -> Program | None:
        """A better program, or None when nothing can be changed."""
