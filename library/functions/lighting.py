"""Lighting: time of day, mood and what is lit."""

from __future__ import annotations

from library.moods import MOODS
from library.stage import Stage, StageError


def light_mood(stage: Stage, mood: str = "day", strength: float = 1.0) -> None:
    """Lights the whole shot: sky, sun, windows, lamps, and a key, fill and rim on the faces.

    mood: "day", "overcast", "golden hour", "blue hour", "night", "night street", "candle", "office fluorescent",
    "noir", "romantic", "tense". strength: 0.5 dim to 1.5 bright.
    Errors: unknown mood, with the nearest known one.
    """
    if mood not in MOODS:
        near = MOODS.find(mood)
        raise StageError(
            f"light_mood: there is no mood {mood!r}", f"The nearest is {near.entry.name!r}." if near else ""
        )
    stage.light.mood, stage.light.strength = mood, float(strength)


def exposure(stage: Stage, stops: float) -> None:
    """Makes the whole picture brighter (+) or darker (-) by stops; half a stop is clearly seen."""
    stage.light.exposure += float(stops)


def lamp(stage: Stage, lamp: str, on: bool = True) -> None:
    """Switches a lamp of the place on or off.

    lamp: its name, for example "floor lamp". Errors: there is no such thing.
    """
    stage.light.lamps[stage.prop(lamp, "lamp").name] = bool(on)


def key_light(stage: Stage, subject: str, side: str | None = None, strength: float = 1.0, warmth: float = 0.0) -> None:
    """Changes the key light on a person's face.

    side: "left" or "right" of the picture (left out: the side the light comes from anyway). strength: 1 is
    the mood's own. warmth: -1 cool to 1 warm.
    Errors: nobody of that name, unknown side.
    """
    if side not in (None, "left", "right"):
        raise StageError(f"key_light: side {side!r}", 'Use "left" or "right".')
    stage.light.keys[stage.role(subject, "key_light").name] = (side, float(strength), float(warmth))
