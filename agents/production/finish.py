"""The finishing of a cut: grades and transitions of scenes on its pictures, and music under it.

Frames are kept as they were rendered; all this is put on while a film is written, so that another grade, transition
or cue renders nothing again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.document import Film, Scene
from app.files import digest
from app.timebase import frames, seconds
from render.film import Image, read_image
from render.grade import GRADES, Grade, graded
from render.music import FEELINGS
from render.sound import Music

DISSOLVE_S = 0.8
FADE_S = 0.6
"""Seconds of a dissolve, and of each half of a fade: down to black and up again."""


@dataclass(frozen=True)
class Shown:
    """What is seen in one frame: a picture in a grade, and so much (0 to 1) of another over it. over: None is
    black."""

    file: Path
    grade: str = ""
    over: Path | None = None
    over_grade: str = ""
    share: float = 0.0

    def image(self) -> Image:
        """The file itself where nothing is done to it, else the picture. Raises ShotwrightError(input, disk)."""
        if not self.share and not _coloured(self.grade):
            return self.file
        picture = _picture(self.file, self.grade)
        if not self.share:
            return picture
        under = picture.astype(np.float32) * (1.0 - self.share)
        if self.over is not None:
            other = _picture(self.over, self.over_grade)
            if other.shape == picture.shape:
                under += other.astype(np.float32) * self.share
        return np.round(under).astype(np.uint8)


def _coloured(grade: str) -> bool:
    return GRADES.get(grade, Grade()) != Grade()


def _picture(file: Path, grade: str) -> np.ndarray:
    picture = read_image(file)
    return graded(picture, grade) if _coloured(grade) else picture


def shown(film: Film, pictures: dict[str, list[Path]]) -> Iterator[Shown]:
    """Every frame of the cut in order. pictures: shot id -> picture of every frame, in film order."""
    scenes = [(scene, [file for shot in scene.shots for file in pictures.get(shot.id, ())]) for scene in film.scenes]
    scenes = [(scene, files) for scene, files in scenes if files]
    for number, (scene, files) in enumerate(scenes):
        before = scenes[number - 1] if number else None
        after = scenes[number + 1][0] if number + 1 < len(scenes) else None
        rise = _count(film, scene.transition, len(files)) if before or scene.transition == "fade" else 0
        fades = film.ending == "fade" if after is None else after.transition == "fade"
        fall = _count(film, "fade", len(files)) if fades else 0
        for index, file in enumerate(files):
            left = len(files) - 1 - index
            if index < rise:
                yield _rising(file, scene, before, 1.0 - (index + 1) / (rise + 1))
            elif left < fall:
                yield Shown(file, scene.grade, share=1.0 - (left + 1) / (fall + 1))
            else:
                yield Shown(file, scene.grade)


def _count(film: Film, transition: str, length: int) -> int:
    """Frames a transition takes of a scene, at most a third of it."""
    took = {"dissolve": DISSOLVE_S, "fade": FADE_S}.get(transition, 0.0)
    return min(frames(took, film.rate), length // 3) if took else 0


def _rising(file: Path, scene: Scene, before: tuple[Scene, list[Path]] | None, share: float) -> Shown:
    if scene.transition == "fade" or before is None:
        return Shown(file, scene.grade, share=share)
    return Shown(file, scene.grade, before[1][-1], before[0].grade, share)


def score(film: Film, counts: dict[str, int]) -> list[Music]:
    """The cues of all scenes at their times. counts: shot id -> frames in the cut. A cue whose shots are not in the
    cut is shortened to those that are."""
    starts, at = {}, 0
    for scene in film.scenes:
        for shot in scene.shots:
            if shot.id in counts:
                starts[shot.id] = (at, at + counts[shot.id])
                at += counts[shot.id]
    out = []
    for scene in film.scenes:
        order = [s.id for s in scene.shots]
        for cue in scene.music:
            if cue.feeling not in FEELINGS or cue.first not in order or cue.last not in order:
                continue
            spans = [starts[i] for i in order[order.index(cue.first) : order.index(cue.last) + 1] if i in starts]
            if spans:
                begin, end = seconds(spans[0][0], film.rate), seconds(spans[-1][1], film.rate)
                out.append(Music(cue.feeling, begin, end, film.seed))
    return out


def key(film: Film) -> str:
    """A hash of all the finishing, for what is made from a cut."""
    return digest(
        film.ending,
        *(f"{s.id} {s.grade} {s.transition} " + " ".join(c.model_dump_json() for c in s.music) for s in film.scenes),
    )
