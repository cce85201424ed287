"""The cut as other programs see it: shots one after another, with what is known about each."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from app.errors import ShotwrightError


@dataclass(frozen=True)
class CutLine:
    """A line of dialogue; start and length in frames, start counted from the shot's first frame."""

    speaker: str
    text: str
    start: int = 0
    length: int = 0
    delivery: str = ""


@dataclass(frozen=True)
class CutShot:
    """A shot. start and length in frames of the cut; image: a keyframe picture; clip: a film of exactly this shot;
    lens: focal length in millimetres; plan: the shot from above (see `render.interchange.plot`)."""

    number: int
    label: str
    start: int
    length: int
    image: Path | None = None
    clip: Path | None = None
    dialogue: tuple[CutLine, ...] = ()
    description: str = ""
    shot_type: str = ""
    lens: float | None = None
    move: str = ""
    notes: str = ""
    scene: str = ""
    plan: dict[str, Any] | None = field(default=None, compare=False)

    @property
    def end(self) -> int:
        """The frame after the last."""
        return self.start + self.length

    @property
    def name(self) -> str:
        """What a person calls the shot: its label, or its number."""
        return self.label or str(self.number)


@dataclass(frozen=True)
class Cut:
    """A whole film. sound: the mix as a file as long as the cut. `start` of the shots must follow each other
    without gap; `check` says where they do not."""

    title: str
    fps: Fraction
    size: tuple[int, int]
    shots: tuple[CutShot, ...] = field(default_factory=tuple)
    sound: Path | None = None

    @property
    def length(self) -> int:
        """Frames."""
        return self.shots[-1].end if self.shots else 0

    def check(self) -> None:
        """Raises ShotwrightError(export) for a cut without shots, with an empty shot, or with gaps or overlaps."""
        if not self.shots:
            raise ShotwrightError("export", f"{self.title!r} has no shots to export", "Add a shot first.")
        expected = 0
        for shot in self.shots:
            if shot.length < 1:
                raise ShotwrightError("export", f"shot {shot.name} has no length", "Give it at least one frame.")
            if shot.start != expected:
                raise ShotwrightError("export", f"shot {shot.name} starts at frame {shot.start}, not at {expected}")
            expected = shot.end


def one_line(text: str) -> str:
    """The text with every run of white space made one space: for formats where a line is a record."""
    return " ".join(text.split())


def spoken(shot: CutShot) -> str:
    """The dialogue as "NAME: words", a line of text for each."""
    return "\n".join(f"{line.speaker.upper()}: {line.text}" if line.speaker else line.text for line in shot.dialogue)
