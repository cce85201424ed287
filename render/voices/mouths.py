"""Speech sounds to mouth shapes: when each shape of `library.cast.person.MOUTHS` is reached, and how strongly.

The grouping follows what can be seen on a speaker: closed lips, lip on teeth, tongue at the teeth, teeth
together, tongue back, and five openings by height and rounding of the vowel.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from render.voices.engine import Phone

REST = "rest"

_CLOSURE_S = 0.07
_SHORTEST_S = 0.035

_SOUNDS: dict[str, tuple[str, float]] = {
    **dict.fromkeys("mpbɓɱ", ("mbp", 1.0)),
    **dict.fromkeys("fvɸβʋ", ("fv", 1.0)),
    **dict.fromkeys("θð", ("l", 0.9)),
    **dict.fromkeys("lɫɭʎ", ("l", 0.9)),
    **dict.fromkeys("tdnɾɖʈɳɲ", ("l", 0.55)),
    **dict.fromkeys("szʂʐɕʑ", ("s", 0.8)),
    **dict.fromkeys("ʃʒ", ("s", 1.0)),
    **dict.fromkeys("kɡgŋxɣqχʁɴ", ("k", 0.6)),
    **dict.fromkeys("hɦʔħʕ", ("k", 0.3)),
    **dict.fromkeys("ɹɻr", ("oo", 0.45)),
    **dict.fromkeys("wʍɥ", ("oo", 0.9)),
    **dict.fromkeys("jc", ("ee", 0.6)),
    **dict.fromkeys("iy", ("ee", 0.85)),
    **dict.fromkeys("eø", ("ee", 0.65)),
    **dict.fromkeys("ɪʏɨ", ("ih", 0.65)),
    **dict.fromkeys("əɚᵻ", ("ih", 0.45)),
    **dict.fromkeys("ɛœɜɝɘ", ("ih", 0.85)),
    **dict.fromkeys("æ", ("aa", 0.9)),
    **dict.fromkeys("aɑɶ", ("aa", 1.0)),
    **dict.fromkeys("ʌɐ", ("aa", 0.6)),
    **dict.fromkeys("ɔɒ", ("oh", 0.95)),
    **dict.fromkeys("oɤ", ("oh", 0.85)),
    **dict.fromkeys("uʊʉɯ", ("oo", 0.85)),
}
_VOWELS = frozenset("iyeøɪʏɨəɚᵻɛœɜɝɘæaɑɶʌɐɔɒoɤuʊʉɯ")
_STRESSED, _UNSTRESSED = 1.0, 0.8


@dataclass(frozen=True)
class MouthCue:
    """From `time` (seconds from the start of the utterance), where its sound begins, the mouth has `shape` with
    `strength` 0..1 until shortly before the next cue. Whoever animates it lets the mouth lead the sound."""

    time: float
    shape: str
    strength: float


def mouth_cues(phones: Iterable[Phone], duration: float) -> tuple[MouthCue, ...]:
    """Cues in strictly rising time within 0..duration, the first and the last at rest.

    Lips close fully for m, b and p for at least 70 ms; other shapes shorter than 35 ms give way to the next;
    equal neighbours are one cue.
    """
    targets = [t for phone in phones for t in _targets(phone)]
    cues = [MouthCue(0.0, REST, 0.0)]
    free_from = 0.0
    for index, (time, shape, strength) in enumerate(targets):
        time = max(time, 0.0)
        following = targets[index + 1][0] if index + 1 < len(targets) else duration
        if shape != "mbp":
            time = max(time, free_from)
            if following - time < _SHORTEST_S and shape != REST:
                continue
        else:
            free_from = time + _CLOSURE_S
        last = cues[-1]
        if time <= last.time + 1e-4:
            if shape == "mbp" and len(cues) > 1:
                cues.pop()
            else:
                time = last.time + 1e-3
        last = cues[-1]
        if time >= duration - 1e-3:
            break
        if shape == last.shape and abs(strength - last.strength) < 0.15:
            continue
        cues.append(MouthCue(round(max(time, last.time + 1e-3), 4), shape, round(strength, 3)))
    if cues[-1].shape != REST and duration > cues[-1].time:
        cues.append(MouthCue(duration, REST, 0.0))
    return tuple(cues)


def _targets(phone: Phone) -> list[tuple[float, str, float]]:
    """(time, shape, strength) of one sound; a diphthong has two, the first half again as long."""
    if not phone.ipa:
        return [(phone.start, REST, 0.0)]
    stress = _STRESSED if "ˈ" in phone.ipa or "ˌ" in phone.ipa else _UNSTRESSED
    shapes: list[tuple[str, float]] = []
    for letter in unicodedata.normalize("NFD", phone.ipa):
        if letter not in _SOUNDS:
            continue
        shape, strength = _SOUNDS[letter]
        strength *= stress if letter in _VOWELS else 1.0
        if not shapes or shapes[-1][0] != shape:
            shapes.append((shape, strength))
    if not shapes:
        return []
    length = max(0.0, phone.end - phone.start)
    first = 0.6 if len(shapes) > 1 else 1.0
    step = 0.4 / max(1, len(shapes) - 1)
    return [
        (phone.start + length * (0.0 if i == 0 else first + step * (i - 1)), shape, strength)
        for i, (shape, strength) in enumerate(shapes)
    ]
