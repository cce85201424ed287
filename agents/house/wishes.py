"""A wish on top of a shot's guidance: joined with what is asked for already, and said in the guidance again.

A wish is a set of intents (see `agents.house.programmer.Intents`); empty fields wish nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from agents.house.language.character import CharacterIntent
from agents.house.language.cinematography import CameraIntent
from agents.house.language.context import Context
from agents.house.language.lighting import LightingIntent
from agents.house.language.motion import MotionIntent
from agents.house.language.scene import SceneIntent
from agents.house.programmer import LANGUAGES, Intents
from app.document import SUB_PROCESSES, Shot

STRONGEST = 4.0
"""Stops of exposure guidance may ask for."""


def join(own: Intents, wish: Intents) -> Intents:
    """Both wishes as one; where they differ, the second one counts."""
    return Intents(*(JOINS[n](getattr(own, n), getattr(wish, n)) for n in SUB_PROCESSES))


def guidance_for(shot: Shot, wish: Intents, context: Context) -> dict[str, str]:
    """Sub-process -> its guidance with the wish in it, for every part that becomes another. The words of a person
    stay as they are as far as that says the same."""
    texts = {}
    for name in SUB_PROCESSES:
        found = getattr(wish, name)
        if found != type(found)():
            text = _worded(shot, name, found, context)
            if text != getattr(shot.guidance, name):
                texts[name] = text
    return texts


def _worded(shot: Shot, name: str, found: Any, context: Context) -> str:
    language = LANGUAGES[name]
    old = getattr(shot.guidance, name).strip()
    own, missed = language.parse(old, context)
    joined = JOINS[name](own, found)
    origin = shot.origins.get(f"guidance.{name}") or shot.origins.get("guidance")
    kept = _with_sentence(old, language.describe(found, context), "\n" if name == "motion" else " ")
    whole = language.describe(joined, context)
    theirs = bool(missed) or (origin is not None and origin.by in ("person", "file"))
    choices = (kept, whole) if theirs else (whole, kept)
    return next((c for c in choices if language.parse(c, context)[0] == joined), choices[0])


def _with_sentence(old: str, sentence: str, between: str) -> str:
    if not old:
        return sentence
    return f"{old}{'' if old.endswith(('.', '!', '?', ':')) else '.'}{between}{sentence}"


# ---- how two intents of a part become one


def _scene(own: SceneIntent, wish: SceneIntent) -> SceneIntent:
    return SceneIntent(
        wish.place or own.place,
        tuple(dict.fromkeys((*(a for a in own.added if a.prop not in wish.removed), *wish.added))),
        tuple(dict.fromkeys((*own.removed, *wish.removed))),
    )


def _character(own: CharacterIntent, wish: CharacterIntent) -> CharacterIntent:
    people = {p.person: p for p in own.people if p.person not in wish.absent}
    for each in wish.people:
        mine = people.get(each.person, each)
        people[each.person] = replace(
            mine, at=each.at or mine.at, posture=each.posture or mine.posture, facing=each.facing or mine.facing
        )
    absent = tuple(n for n in dict.fromkeys((*own.absent, *wish.absent)) if n not in people)
    return CharacterIntent(tuple(people.values()), absent, (*own.looks, *wish.looks))


def _motion(own: MotionIntent, wish: MotionIntent) -> MotionIntent:
    return MotionIntent((*own.steps, *wish.steps), (*own.refused, *wish.refused))


def _lighting(own: LightingIntent, wish: LightingIntent) -> LightingIntent:
    keys = {k.person: k for k in own.keys} | {k.person: k for k in wish.keys}
    return LightingIntent(
        mood=wish.mood or own.mood,
        strength=wish.strength if wish.strength != 1.0 else own.strength,
        stops=round(min(max(own.stops + wish.stops, -STRONGEST), STRONGEST), 3),
        warmth=round(min(max(own.warmth + wish.warmth, -1.0), 1.0), 3),
        lamps=tuple((dict(own.lamps) | dict(wish.lamps)).items()),
        keys=tuple(keys.values()),
    )


def _camera(own: CameraIntent, wish: CameraIntent) -> CameraIntent:
    if wish.shot_type and wish.shot_type != own.shot_type:
        own = replace(own, fill=None, angle=None, thing="", at="", look_at="")
    kinds = {m.kind for m in wish.moves}
    moves = () if wish.still else (*(m for m in own.moves if m.kind not in kinds), *wish.moves)
    fields = "shot_type", "subjects", "side", "angle", "height", "lens", "fill", "shift", "thing", "at", "look_at"
    changes = {name: getattr(wish, name) for name in fields if getattr(wish, name) not in (None, "", (), 0.0)}
    still = wish.still or (own.still and not wish.moves)
    return replace(own, **changes, moves=moves, still=still, longer=round(own.longer + wish.longer, 3))


JOINS: dict[str, Callable[[Any, Any], Any]] = {
    "scene": _scene,
    "character": _character,
    "motion": _motion,
    "lighting": _lighting,
    "cinematography": _camera,
}
