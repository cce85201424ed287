"""The spoken lines of a film: made once, cut where a line runs over several shots."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from app.document import Film, Line, Shot
from app.timebase import frames
from render.protocol import SpokenLine
from render.voices import Utterance, WordTime, speak


@dataclass(frozen=True)
class Heard:
    """What of a line is heard in one shot: samples (N,) at rate, cues and words as for a whole line."""

    samples: np.ndarray
    rate: int
    cues: tuple[tuple[float, str, float], ...]
    words: tuple[WordTime, ...]
    note: str

    @property
    def duration(self) -> float:
        return len(self.samples) / self.rate

    def spoken(self) -> SpokenLine:
        return SpokenLine(duration=self.duration, cues=list(self.cues))


def heard(utterance: Utterance, words: tuple[int, int] | None) -> Heard:
    """The part of an utterance from word words[0] up to, not including, words[1] (None: all of it)."""
    start, end = 0.0, utterance.duration
    if words is not None and utterance.words:
        first, last = max(0, words[0]), min(len(utterance.words), words[1])
        if 0 < first < len(utterance.words):
            start = (utterance.words[first - 1].end + utterance.words[first].start) / 2
        if 0 < last < len(utterance.words):
            end = (utterance.words[last - 1].end + utterance.words[last].start) / 2
    first, last = (max(0, words[0]), words[1]) if words is not None else (0, len(utterance.words))
    said = tuple(
        replace(w, start=max(w.start - start, 0.0), end=min(w.end, end) - start) for w in utterance.words[first:last]
    )
    samples = utterance.samples[round(start * utterance.rate) : round(end * utterance.rate)]
    before = [c for c in utterance.cues if c.time <= start][-1:]
    inside = [c for c in utterance.cues if start < c.time < end]
    cues = [(0.0, c.shape, c.strength) for c in before] + [(c.time - start, c.shape, c.strength) for c in inside]
    if end < utterance.duration:
        cues.append((end - start, "rest", 0.0))
    return Heard(samples, utterance.rate, tuple(cues), said, utterance.note)


async def hear_shot(film: Film, shot: Shot, folder: Path) -> dict[str, Heard]:
    """Beat id -> what is heard, for every line of the shot; speaks what was not spoken before."""
    out = {}
    for line in shot.lines:
        utterance = await asyncio.to_thread(_utterance, film, line, folder)
        out[line.id] = heard(utterance, line.words)
    return out


def _utterance(film: Film, line: Line, folder: Path) -> Utterance:
    return speak(line.text, film.character(line.speaker).voice, folder, line.delivery)


def line_frames(film: Film, lines: dict[str, Heard]) -> dict[str, int]:
    """Beat id -> frames the line lasts at the film's rate."""
    return {beat: frames(h.duration, film.rate) for beat, h in lines.items()}
