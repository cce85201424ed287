"""Where each shot stands in the running film."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction

from app.document import Film


@dataclass(frozen=True)
class Span:
    """A shot of the cut. start, length: frames; scene: index of its scene; colour: the scene's own, if it has one."""

    shot: str
    start: int
    length: int
    scene: int
    colour: str = ""


class Running:
    """The cut of a film: its shots one after the other, omitted ones left out."""

    def __init__(self, film: Film | None):
        self.fps: Fraction = film.rate if film else Fraction(24)
        self.spans: list[Span] = []
        at = 0
        for index, scene in enumerate(film.scenes if film else ()):
            for shot in scene.shots:
                if not shot.omitted:
                    self.spans.append(Span(shot.id, at, shot.length, index, scene.colour))
                    at += shot.length
        self.length = at
        self._starts = [s.start for s in self.spans]

    def at(self, frame: int) -> Span | None:
        """The shot that is on at a frame; past the end the last one."""
        index = bisect_right(self._starts, frame) - 1
        return self.spans[index] if index >= 0 else None

    def of(self, shot: str | None) -> Span | None:
        return next((s for s in self.spans if s.shot == shot), None)

    def beside(self, frame: int, step: int) -> int:
        """The first frame of the next (1) or previous (-1) shot; backwards first to the start of this one."""
        index = max(bisect_right(self._starts, frame) - 1, 0)
        if step < 0 and self.spans and frame - self.spans[index].start > 6:
            return self.spans[index].start
        index = min(max(index + step, 0), max(len(self.spans) - 1, 0))
        return self.spans[index].start if self.spans else 0
