"""The light on people: key, fill and rim on the faces a shot is about, and a little on who else is seen.

A key keeps watts / distance^2 constant (inverse square law), so a face gets the same light in a close-up and from
farther away.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from library.camera.lens import CameraTrack
from library.camera.subjects import Subject
from library.light.lamps import Lamp, rgb, unit
from library.moods import Mood
from library.stage import LightPlan

KEY_DISTANCE = 1.35
"""Metres at which a mood's key watts are given."""

FAR_GAIN = 0.2
"""By how much a key kept off the room grows for each metre it stands farther: so much less comes back off the walls."""

OPEN_SPILL = 0.14
"""Share of a flagged key that reaches the place in the open: enough for the ground that people stand on."""

FAIR, SKIN_GAIN, LEAST_GAIN, MOST_GAIN = 0.62, 1.25, 0.7, 2.7
"""Lightness of a skin that a mood's key is made for; how a key grows for a darker one and falls for a lighter one,
which would lose its colour (a power of their ratio: what a skin sends back goes with the square of this lightness, a
dark face is to stay darker all the same); at least and at most."""

LIT, BYSTANDER = 3, 0.45
"""How many of those filmed get a key of their own, and the share of it that others in the picture get in the dark."""

FILL = "#C9D4FF"
"""Colour of the fill on faces: sky light, whatever the key is."""

FAINT = 0.15
"""Share of a bystander's light below which there is none."""

MOON = 2.0
"""Strength of a sun up to which it is the moon, too weak to light faces."""


TRAVELS = 0.6
"""Metres from which on somebody takes their light along."""


def light_on_people(
    mood: Mood,
    plan: LightPlan,
    subjects: dict[str, Subject],
    filmed: list[str],
    camera: CameraTrack,
    outdoors: bool,
) -> list[Lamp]:
    """Key, fill and rim of each of the first three filmed people, and a little light on the others."""
    flagged = mood.flagged == "everywhere" or (outdoors and mood.flagged == "outdoors")
    out: list[Lamp] = []
    for lamp in _faces(mood, plan, subjects, filmed, camera, outdoors, flagged):
        # in the open the rim lights the ground as well, so that people stand on their shadows and are not cut out
        whole = not flagged or (outdoors and lamp.name.startswith("rim"))
        out += [lamp] if whole else _spilt(lamp, OPEN_SPILL if outdoors else mood.spill)
    others = [each for name, each in subjects.items() if name not in filmed[:LIT]]
    return out + _bystanders(mood, others, camera, flagged)


def _faces(
    mood: Mood,
    plan: LightPlan,
    subjects: dict[str, Subject],
    filmed: list[str],
    camera: CameraTrack,
    outdoors: bool,
    flagged: bool,
) -> list[Lamp]:
    """A key and fill for each of the first three filmed people, from the far side of their face."""
    out = []
    people = [subjects[n] for n in filmed[:LIT] if n in subjects]
    groups = _groups(people)
    middle = len(camera.lens) // 2
    for index, group in enumerate(groups):
        eyes = np.mean([np.median(s.points["eyes"], 0) for s in group], 0)
        facing = np.mean([s.gaze.mean(0)[:2] for s in group], 0)
        to_camera = camera.location[middle, :2] - eyes[:2]
        far = max(float(np.linalg.norm(to_camera)), 0.3)
        to_camera = to_camera / far
        if np.linalg.norm(facing) < 0.3 or len(group) > 1:
            facing = facing + to_camera
        facing = facing / max(np.linalg.norm(facing), 1e-6)
        turn = float(np.cross(np.append(facing, 0), np.append(to_camera, 0))[2])
        side, strength, warmth = next((plan.keys[s.name] for s in group if s.name in plan.keys), (None, 1.0, 0.0))
        if side is not None:
            # the picture's left lies clockwise, seen from above, when looking from the person to the camera
            away = 1.0 if side == "left" else -1.0
            base = to_camera
        else:
            away = -1.0 if turn >= 0 else 1.0
            base = facing if facing @ to_camera > 0.2 else to_camera
        key_direction = _rotated(base, away * 32.0)
        spread = max([np.linalg.norm(np.median(s.points["eyes"], 0) - eyes) for s in group], default=0.0)
        distance = float(np.clip(0.62 * far + 0.8 * spread, KEY_DISTANCE, 3.4))
        # in the open the sun lights faces too, the moon does not: the stronger it is, the less is left for the key
        beside_sun = min(0.55, 5.0 / mood.sun) if outdoors and mood.sun > MOON else 1.0
        scale = (distance / KEY_DISTANCE) ** 2 * strength * beside_sun * _for_skin(group)
        if flagged and not outdoors:
            scale *= 1 + FAR_GAIN * (distance - KEY_DISTANCE)
        colour = _warmer(rgb(mood.key_colour), warmth)
        at = eyes + np.array([*(key_direction * distance * 0.82), distance * 0.52])
        name = "+".join(s.name for s in group)
        follow = group[0].name if group[0].travel > TRAVELS else ""
        size = 0.55 * distance * mood.soft
        out.append(_aimed(f"key {name}", at, eyes, mood.key * scale, colour, size, index, follow))
        fill = mood.key * scale * mood.key_ratio
        at = eyes + np.array([*(_rotated(to_camera, -away * 40.0) * distance * 0.95), distance * 0.1])
        out.append(_aimed(f"fill {name}", at, eyes, fill, rgb(FILL), 0.8 * distance, index, follow))
        rim = mood.rim * 0.55 * strength
        at = eyes + np.array([*(_rotated(-to_camera, away * 35.0) * 1.5), 0.9])
        out.append(_aimed(f"rim {name}", at, eyes, rim, rgb(mood.rim_colour), 0.5, index, follow))
    return out


def _bystanders(mood: Mood, others: list[Subject], camera: CameraTrack, dark: bool) -> list[Lamp]:
    """A soft light on each of the nearest others in the picture: they are seen, and less than those the shot is about.
    Where the place is not dark they have its light, and only what darker skin wants beyond that."""
    middle = len(camera.lens) // 2
    eyes = {each.name: each.points["eyes"][middle] for each in others}
    seen = {name: camera.project_at(middle, at[None])[0] for name, at in eyes.items()}
    inside = [e for e in others if seen[e.name][2] > 0 and (np.abs(seen[e.name][:2] - 0.5) < 0.55).all()]
    out = []
    for index, each in enumerate(sorted(inside, key=lambda e: float(seen[e.name][2]))[:LIT]):
        at = eyes[each.name]
        to_camera = camera.location[middle, :2] - at[:2]
        aside = _rotated(to_camera / max(float(np.linalg.norm(to_camera)), 1e-6), 30.0)
        place = at + np.array([*(aside * KEY_DISTANCE * 0.9), KEY_DISTANCE * 0.4])
        follow = each.name if each.travel > TRAVELS else ""
        share = _for_skin([each]) - (0.0 if dark else 1.0)
        if share < FAINT:
            continue
        lamp = _aimed(
            f"bystander {each.name}", place, at, mood.key * BYSTANDER * share, rgb(mood.key_colour), 0.9, index, follow
        )
        out.append(replace(lamp, only="people"))
    return out


def _for_skin(group: list[Subject]) -> float:
    """By how much a key is stronger than for usual skin: dark faces want more light to be readable, light ones less."""
    skin = float(np.mean([s.skin for s in group]))
    return float(np.clip((FAIR / max(skin, 0.05)) ** SKIN_GAIN, LEAST_GAIN, MOST_GAIN))


def _groups(people: list[Subject]) -> list[list[Subject]]:
    """One key for all when several are filmed close together, else one each."""
    if len(people) < 2:
        return [people] if people else []
    spots = np.array([np.median(s.ground, 0) for s in people])
    if max(np.linalg.norm(spots - spots.mean(0), axis=1)) < 1.3:
        return [people]
    return [[p] for p in people]


def _aimed(name, at, target, watts, colour, size, index, follow) -> Lamp:
    towards = np.asarray(target) - np.asarray(at)
    return Lamp(
        f"{name} {index}",
        "AREA",
        tuple(map(float, at)),
        unit(*towards),
        float(watts),
        colour,
        float(size),
        None,
        120.0,
        follow,
    )


def _rotated(v: np.ndarray, degrees: float) -> np.ndarray:
    a = math.radians(degrees)
    return np.array([v[0] * math.cos(a) - v[1] * math.sin(a), v[0] * math.sin(a) + v[1] * math.cos(a)])


def _warmer(colour: tuple[float, float, float], warmth: float) -> tuple[float, float, float]:
    w = float(np.clip(warmth, -1, 1))
    gain = np.array([1 + 0.12 * w, 1 - 0.02 * abs(w), 1 - 0.30 * w])
    return tuple(float(v) for v in np.clip(np.asarray(colour) * gain, 0, 1))


def _spilt(lamp: Lamp, share: float) -> list[Lamp]:
    """A lamp in two: what lights people alone, and the share of it that the place gets too. People get all of it."""
    if share <= 0:
        return [replace(lamp, only="people")]
    people = replace(lamp, watts=lamp.watts * (1 - share), only="people")
    return [people, replace(lamp, name=f"{lamp.name} spill", watts=lamp.watts * share)]
