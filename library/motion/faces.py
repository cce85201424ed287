"""Faces over time: emotions, speech, blinks. All as shape key values."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from library.cast.person import FACE_KEYS, MOUTHS
from library.motion.controls import EMOTIONS, Controls
from library.motion.curves import ease, noise, pulse, ramp

KEYS = (*(f"mouth_{m}" for m in MOUTHS), *FACE_KEYS)
"""Every shape key a track carries."""

MIXES: dict[str, dict[str, float]] = {
    "happy": {"smile": 0.60, "grin": 0.50, "squint": 0.12, "brows_up": 0.34},
    "sad": {"frown": 0.80, "pout": 0.15, "brows_sad": 1.0, "lids_sad": 0.70, "brow_l_up": 0.10},
    "angry": {"snarl": 0.45, "frown": 0.55, "press": 0.20, "brows_angry": 1.0, "lids_angry": 0.90, "squint": 0.12},
    "surprised": {"gasp": 0.85, "widen": 1.0, "brows_up": 1.0, "brow_l_up": 0.12},
    "afraid": {"gasp": 0.45, "frown": 0.80, "widen": 1.0, "brows_sad": 1.0, "brows_up": 0.35},
    "puzzled": {"smirk": 0.35, "pout": 0.35, "frown": 0.30, "brow_l_up": 1.0, "brows_angry": 0.40, "squint": 0.25},
    "bored": {"frown": 0.30, "pout": 0.15, "lids_sad": 0.45, "lids_down": 0.55},
    "thinking": {"press": 0.35, "pout": 0.20, "brow_r_up": 0.60, "brows_angry": 0.30, "squint": 0.25},
    "crying": {"frown": 1.0, "snarl": 0.25, "gasp": 0.20, "brows_sad": 1.0, "lids_sad": 0.85, "squint": 0.75},
    "laughing": {"grin": 1.0, "smile": 0.15, "squint": 0.75, "brows_up": 0.40},
}
"""Emotion -> shape keys at full strength; made to be added up."""

BEARING: dict[str, dict[str, float]] = {
    "happy": {"chest_pitch": -3.0, "head_pitch": -1.5},
    "sad": {"spine_pitch": 4.0, "chest_pitch": 5.0, "head_pitch": 5.0, "left_shrug": -2.0, "right_shrug": -2.0},
    "angry": {"spine_pitch": 2.0, "neck_forward": 7.0, "head_pitch": 4.0, "left_shrug": 6.0, "right_shrug": 6.0},
    "surprised": {"spine_pitch": -3.5, "head_pitch": -3.0, "left_shrug": 4.0, "right_shrug": 4.0},
    "afraid": {"spine_pitch": -4.0, "chest_pitch": 6.0, "neck_forward": -6.0, "left_shrug": 11.0, "right_shrug": 11.0},
    "puzzled": {"head_roll": 5.0, "neck_forward": 2.0},
    "bored": {"chest_pitch": 4.0, "spine_pitch": 2.0, "head_roll": 4.0},
    "crying": {"spine_pitch": 5.0, "chest_pitch": 6.0, "head_pitch": 8.0},
}
"""What an expressed emotion does to the way one holds oneself, in degrees of control channels."""

ARMS: dict[str, tuple[str, dict[str, float]]] = {
    "angry": ("fist", {"out": 0.30, "front": 0.14, "up": -0.84, "palm": 40.0, "swivel": 34.0}),
    "afraid": ("claw", {"out": 0.05, "front": 0.36, "up": -0.34, "palm": 38.0, "flex": -12.0, "swivel": 22.0}),
    "surprised": ("open", {"out": 0.26, "front": 0.26, "up": -0.66, "palm": 48.0, "flex": -14.0, "swivel": 16.0}),
}
"""What hands that hang free do with a strong feeling: their shape and the channels of the arm."""

_LOWER = ("smile", "grin", "smirk", "frown", "snarl", "pout", "gasp", "press")
"""Keys that move the mouth and give way to speech."""

_OPENING = ("grin", "snarl", "gasp")
"""Keys that part the lips: they come with the square of a feeling, so that a small one keeps its mouth shut."""

AT_EASE = 0.20
"""Smile of a face that feels nothing in particular: a resting mouth reads as sour otherwise."""

LEAD = 0.055
"""Seconds a mouth shape comes before its sound (one to two frames)."""


def emotion_keys(controls: Controls) -> dict[str, np.ndarray]:
    """Shape key values (F,) of the emotions and face channels, not yet limited to 0..1."""
    out = {k: controls[f"face_{k}"].copy() for k in KEYS}
    for emotion in EMOTIONS:
        felt = controls[f"feel_{emotion}"]
        if felt.any():
            for key, value in MIXES[emotion].items():
                out[key] += value * (felt**2 if key in _OPENING else felt)
    return out


def narrowed(controls: Controls) -> np.ndarray:
    """(F,) 0..1 how far the lids close in on the eyes: who laughs and looks far up or down would show no iris."""
    keys = emotion_keys(controls)
    return np.clip(keys["squint"] + 0.3 * keys["lids_angry"], 0, 1)


def mouth_shapes(t: np.ndarray, cues: Sequence[tuple[float, str, float]], fps: float) -> dict[str, np.ndarray]:
    """Mouth shape weights (F,) of timed cues (seconds, name in MOUTHS or "rest", strength 0..1).

    Each shape leads its sound, melts into its neighbours, is held for two frames at least, and lips close
    fully for "mbp" whatever comes before or after. Raises ValueError for an unknown shape.
    """
    out = {m: np.zeros(len(t)) for m in MOUTHS}
    cues = sorted(cues, key=lambda c: c[0])
    hold = 2.0 / fps
    for i, (at, shape, strength) in enumerate(cues):
        if shape == "rest":
            continue
        if shape not in out:
            raise ValueError(f"no mouth shape {shape!r}; there are {', '.join(MOUTHS)} and rest")
        until = cues[i + 1][0] if i + 1 < len(cues) else at + 0.12
        until = max(until, at + hold)
        before = cues[i - 1][1] if i else "rest"
        attack = 0.11 if before == "rest" else 0.075
        release = 0.14 if i + 1 >= len(cues) or cues[i + 1][1] == "rest" else 0.085
        if shape in ("mbp", "fv"):
            attack, release = min(attack, 0.07), min(release, 0.07)
        a, b = at - LEAD, until - LEAD
        weight = ramp(t, a - attack * 0.6, a + attack * 0.4) * (1 - ramp(t, b - release * 0.4, b + release * 0.6))
        out[shape] = np.maximum(out[shape], weight * strength)
    closed = np.zeros(len(t))
    for i, (at, shape, _) in enumerate(cues):
        if shape == "mbp":
            until = max(cues[i + 1][0] if i + 1 < len(cues) else at, at + hold)
            a, b = at - LEAD, until - LEAD
            shut = ramp(t, a - 0.06, a) * (1 - ramp(t, b, b + 0.06))
            shut = np.where((t >= a - 0.5 / fps) & (t <= a + hold + 0.5 / fps), 1.0, shut)
            closed = np.maximum(closed, shut)
    total = sum(v for m, v in out.items() if m != "mbp")
    share = np.minimum(1.0, 1.0 / np.maximum(total, 1e-6)) * (1 - closed)
    for m in out:
        out[m] = np.maximum(out[m] * (1 - closed), closed) if m == "mbp" else out[m] * share
    return out


def accents(cues: Sequence[tuple[float, str, float]], spacing: float = 0.7) -> list[tuple[float, float]]:
    """(time, size 0..1) of stressed sounds: the strongest open shapes, at least `spacing` seconds apart."""
    openness = {"aa": 1.0, "oh": 0.85, "ee": 0.7, "ih": 0.55, "oo": 0.6}
    found = [(at, openness[s] * strength) for at, s, strength in cues if s in openness]
    chosen: list[tuple[float, float]] = []
    for at, size in sorted(found, key=lambda f: (-f[1], f[0])):
        if all(abs(at - other) >= spacing for other, _ in chosen):
            chosen.append((at, size))
    return sorted(chosen)


OPEN_S = 0.3
"""How long eyes stay open after a cut and before the next."""


def blink_times(start: float, end: float, rng: np.random.Generator, shifts: Sequence[float] = ()) -> list[float]:
    """When someone blinks: every 2 to 6 seconds, irregular, and on two of three large shifts of gaze; never at the
    edges of a shot, since a cut wants open eyes (and a storyboard shows them)."""
    times = [s for s in shifts if rng.random() < 0.66]
    at = start - rng.uniform(0, 4)
    while at < end:
        at += 2.0 + 4.0 * rng.beta(1.6, 2.4)
        times.append(at)
        if rng.random() < 0.12:
            times.append(at + 0.28)
    kept: list[float] = []
    for at in sorted(times):
        if start + OPEN_S < at < end - OPEN_S and (not kept or at - kept[-1] > 0.26):
            kept.append(at)
    return kept


def blinks(t: np.ndarray, times: Sequence[float], fps: float) -> np.ndarray:
    """(F,) 0 open .. 1 shut: quick down, shut for a frame, slower up."""
    out = np.zeros(len(t))
    for at in times:
        snapped = round(at * fps) / fps
        out = np.maximum(out, pulse(t, snapped, 0.085, 0.15, 0.5 / fps))
    return out


def face(
    controls: Controls,
    mouth: dict[str, np.ndarray],
    blink: np.ndarray,
    eye_pitch: np.ndarray,
    t: np.ndarray,
    rng: np.random.Generator,
) -> dict[str, np.ndarray]:
    """All shape keys (F,) 0..1 of a face: emotions under speech, blinks over all, lids that go with the eyes.

    mouth: from `mouth_shapes`; eye_pitch: (F,) degrees the eyes look down."""
    out = emotion_keys(controls)
    felt_most = np.max([controls[f"feel_{e}"] for e in EMOTIONS], axis=0)
    out["smile"] = out["smile"] + AT_EASE * np.clip(1 - 1.6 * felt_most, 0, 1)
    talking = np.clip(sum(mouth.values()), 0, 1) if mouth else np.zeros(len(t))
    for key in _LOWER:
        out[key] = out[key] * (1 - (0.85 if key in ("gasp", "press", "pout") else 0.45) * talking)
    for name, value in mouth.items():
        out[f"mouth_{name}"] = out[f"mouth_{name}"] * (1 - talking) + value
    lively = 0.06 + 0.10 * talking
    out["brows_up"] = out["brows_up"] + lively * np.clip(noise(t, rng, 0.35), 0, 1)
    out["lids_down"] = out["lids_down"] + np.clip(eye_pitch / 26.0, 0, 1) * 0.85
    out["lids_up"] = out["lids_up"] + np.clip(-eye_pitch / 24.0, 0, 1) * 0.8
    shut = np.clip(np.maximum(blink, 0), 0, 1)
    for key in ("widen", "squint", "lids_angry", "lids_sad", "lids_up", "lids_down"):
        out[key] = out[key] * (1 - shut)
    for key in ("blink_l", "blink_r"):
        out[key] = np.maximum(out[key], shut)
    return {k: np.clip(v, 0, 1) for k, v in out.items()}


def felt(t: np.ndarray, start: float, end: float, attack: float = 0.22, release: float = 0.5) -> np.ndarray:
    """(F,) envelope of an emotion: quick to come, slower to go."""
    return ease((t - start) / attack + 0.15) * (1 - ease((t - end) / release))
