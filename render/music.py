"""Quiet music by rule: a progression of chords for a feeling, a motif that follows it, an end on the home chord."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import scipy  # its parts load when they are first used: scipy.signal takes a second

from render.instruments import Instrument, bass, bell, pad, piano, pluck
from render.voices.polish import resample

MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)
DORIAN, LYDIAN = (0, 2, 3, 5, 7, 9, 10), (0, 2, 4, 6, 7, 9, 11)

_RATE = 24000
"""What notes are made at: none of the instruments reaches above 8 kHz."""

_BEATS = 4
_TAIL_S = 2.5
"""What the last chord has to ring out in."""


@dataclass(frozen=True)
class Feeling:
    """How a kind of music is made. chords: degrees of the scale from 0; root: MIDI note of the home key; figure: beats
    at which the broken chord plays; lead: the melody's instrument and how likely a beat has a note; sevenths:
    chords of four notes."""

    tempo: float
    scale: tuple[int, ...]
    root: int
    chords: tuple[tuple[int, ...], ...]
    figure: tuple[float, ...]
    lead: Instrument
    busy: float
    accompany: Instrument = piano
    pad_level: float = 0.5
    sevenths: bool = False


FEELINGS: dict[str, Feeling] = {
    "warm": Feeling(74, MAJOR, 60, ((0, 4, 5, 3), (0, 3, 5, 4)), (0, 1, 1.5, 2, 3), piano, 0.45),
    "hopeful": Feeling(86, LYDIAN, 62, ((0, 1, 5, 4), (0, 4, 1, 0)), (0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5), piano, 0.5),
    "sad": Feeling(58, MINOR, 57, ((0, 5, 2, 6), (0, 3, 5, 4)), (0, 1, 2, 3), piano, 0.35, pad_level=0.7),
    "tense": Feeling(
        96, MINOR, 50, ((0, 0, 5, 0), (0, 0, 3, 5)), (0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5), bell, 0.1, pluck, 0.7
    ),
    "mystery": Feeling(64, DORIAN, 57, ((0, 3, 0, 6), (0, 1, 0, 3)), (0, 2.5), bell, 0.3, pad_level=0.8),
    "playful": Feeling(112, MAJOR, 65, ((0, 3, 4, 0), (0, 5, 1, 4)), (0, 1, 2, 3, 3.5), pluck, 0.6, pluck, 0.15),
    "night": Feeling(62, MINOR, 58, ((0, 3, 6, 2), (3, 6, 2, 0)), (0, 1.5, 3), piano, 0.3, sevenths=True),
}

_WORDS = (
    ("tense", r"tens|thrill|danger|chase|threat|fight|argu|quarrel|angr|suspens|horror|fear"),
    ("mystery", r"myster|secret|hid(e|ing|den)|strange|clue|detective|investigat|fog"),
    ("sad", r"\bsad|grief|mourn|loss|lonel|farewell|goodbye|break.?up|regret|tear"),
    ("playful", r"comed|comic|funny|playful|prank|joke|silly|party|cook"),
    ("hopeful", r"hope|dream|triumph|victor|hero|new (start|beginning)|reunion|celebrat|success"),
    ("night", r"night|noir|jazz|bar\b|city lights|midnight|late"),
    ("warm", r"warm|love|romant|friend|family|home|tender|morning"),
)
"""Kind -> pattern of the words that ask for it, the more telling first."""


def music_for(words: str, default: str = "warm") -> str:
    """The kind of music that a logline, synopsis or mood asks for: the one with most hits, the first among equals."""
    hits = {kind: len(re.findall(pattern, words, re.IGNORECASE)) for kind, pattern in _WORDS}
    best = max(hits, key=hits.get)
    return best if hits[best] else default


def music(kind: str, length_s: float, rate: int, seed: int = 0) -> np.ndarray:
    """(round(length_s * rate), 2) float32 of a kind in `FEELINGS`, peaks about 0.5; bars are stretched a little so
    that the last chord falls two and a half seconds before the end. Raises ValueError for an unknown kind."""
    if kind not in FEELINGS:
        raise ValueError(f"unknown music {kind!r}; one of {', '.join(FEELINGS)}")
    feeling, rng = FEELINGS[kind], np.random.default_rng(seed)
    count = max(0, round(length_s * rate))
    bars = max(1, round((length_s - _TAIL_S) * feeling.tempo / 60 / _BEATS))
    beat = max(length_s - _TAIL_S, 1.0) / bars / _BEATS
    band = _Band(round(length_s * _RATE), _RATE)
    progression = feeling.chords[rng.integers(len(feeling.chords))]
    motif = _motif(feeling, rng)
    voicing: list[int] = []
    for bar in range(bars + 1):
        last = bar == bars
        degree = 0 if last else progression[bar % len(progression)]
        voicing = _voicing(feeling, degree, voicing)
        _bar(band, feeling, voicing, bar * _BEATS * beat, beat, last, rng)
        if not last and (bar >= 2 or bars < 4):
            _melody(band, feeling, degree, motif, bar, beat, rng)
    mixed = band.mixed()
    if not count or not len(mixed):
        return np.zeros((count, 2), np.float32)
    out = np.stack([resample(mixed[:, side], _RATE, rate) for side in (0, 1)], 1)[:count]
    return np.pad(out, ((0, count - len(out)), (0, 0)))


class _Band:
    """Collects notes, then gives them a hall."""

    def __init__(self, count: int, rate: int):
        self.count, self.rate = count, rate
        self.out = np.zeros((count + 4 * rate, 2))

    def play(self, instrument: Instrument, note: float, at: float, length: float, strength: float) -> None:
        first = round(at * self.rate)
        if first >= self.count or strength <= 0:
            return
        sound = instrument(440.0 * 2 ** ((note - 69) / 12), length, strength, self.rate)
        sound = sound[: len(self.out) - first]
        # Low notes stand in the middle, high ones to the right, as at the keyboard.
        angle = (0.5 + np.clip((note - 60) / 60, -0.15, 0.25)) * np.pi / 2
        self.out[first : first + len(sound)] += sound[:, None] * np.array([np.cos(angle), np.sin(angle)])

    def mixed(self) -> np.ndarray:
        rng = np.random.default_rng(11)
        length = round(2.2 * self.rate)
        hall = rng.standard_normal((length, 2)) * np.exp(-6.9 * np.arange(length) / length)[:, None]
        hall = scipy.signal.sosfilt(
            scipy.signal.butter(2, [180, 4200], "bandpass", fs=self.rate, output="sos"), hall, axis=0
        )
        hall *= 0.45 / np.sqrt((hall**2).sum(0))
        out = self.out[: self.count] + scipy.signal.fftconvolve(self.out, hall, axes=0)[: self.count]
        fade = min(self.count, round(1.2 * self.rate))
        out[self.count - fade :] *= np.cos(np.linspace(0, np.pi / 2, fade))[:, None] ** 2
        return (out * (0.5 / max(1e-9, np.abs(out).max(initial=0)))).astype(np.float32)


def _pitch(feeling: Feeling, degree: int) -> int:
    octave, step = divmod(degree, len(feeling.scale))
    return feeling.root + 12 * octave + feeling.scale[step]


def _voicing(feeling: Feeling, degree: int, before: list[int]) -> list[int]:
    """Notes of the chord about the home key's octave, each as near as can be to those of the chord before."""
    steps = (0, 2, 4, 6) if feeling.sevenths else (0, 2, 4)
    classes = [_pitch(feeling, degree + s) % 12 for s in steps]
    centre = [feeling.root + 12 * (feeling.root < 56) + 2 + 4 * i for i in range(len(classes))]
    targets = before or centre
    out = []
    for index, tone in enumerate(classes):
        goal = (targets[index] + centre[index]) / 2
        out.append(min((tone + 12 * o for o in range(2, 8)), key=lambda n: abs(n - goal)))
    return sorted(set(out))


def _bar(band: _Band, feeling: Feeling, voicing: list[int], at: float, beat: float, last: bool, rng) -> None:
    """Pad, bass and broken chord of one bar; the last bar is one chord."""
    length = _BEATS * beat
    for note in voicing:
        band.play(pad, note, at, length, 0.22 * feeling.pad_level)
    low = min(voicing)
    band.play(bass, low - 12 if low > 48 else low, at, length * 0.95, 0.5)
    if last:
        for index, note in enumerate(voicing):
            band.play(feeling.accompany, note, at + 0.04 * index, _TAIL_S, 0.4)
        return
    order = [voicing[i % len(voicing)] for i in (0, 2, 1, 2, 0, 2, 1, 2)]
    for index, place in enumerate(feeling.figure):
        strength = 0.34 if place == 0 else 0.24
        moment = at + place * beat + rng.uniform(-0.008, 0.008)
        band.play(
            feeling.accompany,
            order[index % len(order)],
            max(0.0, moment),
            beat * 1.4,
            strength * rng.uniform(0.85, 1.1),
        )


def _motif(feeling: Feeling, rng) -> list[tuple[float, int]]:
    """(beat, steps from a chord tone) over two bars: a rhythm and a shape that come back."""
    places = [p for p in np.arange(0, 2 * _BEATS, 0.5) if rng.random() < feeling.busy * (1.0 if p % 1 == 0 else 0.4)]
    places = places or [0.0, 4.0]
    shape = np.cumsum(rng.choice([-1, 0, 1, 2], len(places), p=[0.35, 0.2, 0.3, 0.15]))
    return [(float(p), int(np.clip(s, -2, 4))) for p, s in zip(places, shape, strict=True)]


def _melody(band: _Band, feeling: Feeling, degree: int, motif: list, bar: int, beat: float, rng) -> None:
    """The motif's half that belongs to this bar, on the chord; strong beats take the nearest chord tone."""
    half = bar % 2 * _BEATS
    notes = [(p - half, s) for p, s in motif if half <= p < half + _BEATS]
    for index, (place, step) in enumerate(notes):
        if place % 2 == 0:
            step = round(step / 2) * 2
        following = notes[index + 1][0] if index + 1 < len(notes) else _BEATS
        note = _pitch(feeling, degree + step)
        while note < 67:
            note += 12
        while note > 84:
            note -= 12
        at = (bar * _BEATS + place) * beat + rng.uniform(0, 0.012)
        band.play(feeling.lead, note, at, (following - place) * beat, 0.42 * rng.uniform(0.85, 1.1))
