"""The lamps of a shot: sky and sun, windows, practical lamps, room fill, and key, fill and rim on the faces.

Watts are Blender's radiant watts. A face key keeps watts / distance^2 constant (inverse square law), so a
face gets the same light in a close-up and from farther away.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from library.camera.lens import CameraTrack
from library.camera.subjects import Subject
from library.geometry.mesh import srgb
from library.moods import MOODS, Mood
from library.places.model import Place, Practical
from library.stage import LightPlan

KEY_DISTANCE = 1.35
"""Metres at which a mood's key watts are given."""

FAR_GAIN = 0.3
"""By how much a key kept off the room grows for each metre it stands farther: so much less comes back off the walls."""

WALLS = 0.28
"""Reflectance of walls from which on a room gives back enough light for its shadows."""

OPEN_SPILL = 0.14
"""Share of a flagged key that reaches the place in the open: enough for the ground that people stand on."""


FAIR, SKIN_GAIN, MOST_GAIN = 0.62, 1.0, 2.4
"""Lightness of a skin that a mood's key is made for; how a key grows for a darker one (a power of their ratio: what a
skin sends back falls with the square of this lightness, a face is to stay darker all the same), and at most."""

AMBIENT, HIGH_SUN = 0.5, 20.0
"""By how much the sky lights more than it shows under a sun that is this high (degrees), less under a lower one: what
ground and fronts send back and forth beyond the bounces that are traced, so that shadows keep their colour."""

LIT, BYSTANDER = 3, 0.28
"""How many of those filmed get a key of their own, and the share of it that others in the picture get in the dark."""

MOON = 2.0
"""Strength of a sun up to which it is the moon, too weak to light faces."""


@dataclass(frozen=True)
class Lamp:
    """kind: "AREA", "SUN" or "POINT". direction: unit vector the light travels along. size in metres (a
    sun's in radians); spread in degrees. follow: who it travels along with, `at` being its place when they
    are halfway. flagged: it lights people alone, as if flags kept it off the place."""

    name: str
    kind: str
    at: tuple[float, float, float]
    direction: tuple[float, float, float]
    watts: float
    colour: tuple[float, float, float]
    size: float = 0.1
    size_y: float | None = None
    spread: float = 180.0
    follow: str = ""
    flagged: bool = False


@dataclass(frozen=True)
class Sky:
    """The world: one colour, or stops (0 horizon .. 1 zenith, sRGB colour) with a strength."""

    stops: tuple[tuple[float, tuple[float, float, float]], ...]
    strength: float


@dataclass(frozen=True)
class LightRig:
    """lit: names of the things whose lamps burn; outside: the sky seen through windows."""

    lamps: tuple[Lamp, ...]
    sky: Sky
    outside: Sky
    lit: tuple[str, ...]
    exposure: float


def light_rig(
    plan: LightPlan,
    place: Place | None,
    practicals: Sequence[Practical],
    subjects: dict[str, Subject],
    filmed: list[str],
    camera: CameraTrack,
) -> LightRig:
    """All lamps of a shot. practicals: the lamps that stand in the place; `lit` says which of them burn."""
    mood = MOODS[plan.mood]
    outdoors = place is None or place.exterior
    lamps: list[Lamp] = []
    lamps += _sun(mood, place, outdoors)
    if place is not None and not outdoors:
        lamps += _windows(mood, place) + _room(mood, place)
    burning = _practicals(mood, plan, practicals)
    lamps += burning.values()
    flagged = mood.flagged == "everywhere" or (outdoors and mood.flagged == "outdoors")
    filmed = filmed or list(subjects)
    faces = _faces(mood, plan, subjects, filmed, camera, outdoors, flagged)
    for lamp in faces:
        # in the open the rim lights the ground as well, so that people stand on their shadows and are not cut out
        whole = not flagged or (outdoors and lamp.name.startswith("rim"))
        lamps += [lamp] if whole else _spilt(lamp, OPEN_SPILL if outdoors else mood.spill)
    if flagged:
        lamps += _bystanders(mood, [each for name, each in subjects.items() if name not in filmed[:LIT]], camera)
    lamps = [replace(lamp, watts=lamp.watts * plan.strength) for lamp in lamps]
    view = Sky(tuple((at, _rgb(colour)) for at, colour in mood.sky), mood.sky_strength * plan.strength)
    if outdoors:
        more = AMBIENT * min(mood.sun_height / HIGH_SUN, 1.0) if mood.sun > MOON else 0.0
        sky = replace(view, strength=view.strength * (1 + more))
    else:
        sky = Sky(((0.0, _rgb(mood.world_colour)),), mood.world * plan.strength)
    lit = tuple(sorted({p.name for i, p in enumerate(practicals) if f"{p.name} {i}" in burning}))
    return LightRig(tuple(lamps), sky, view, lit, mood.exposure + plan.exposure)


def _spilt(lamp: Lamp, share: float) -> list[Lamp]:
    """A lamp in two: what lights people alone, and the share of it that the place gets too. People get all of it."""
    if share <= 0:
        return [replace(lamp, flagged=True)]
    people = replace(lamp, watts=lamp.watts * (1 - share), flagged=True)
    return [people, replace(lamp, name=f"{lamp.name} spill", watts=lamp.watts * share)]


def _rgb(colour: str) -> tuple[float, float, float]:
    return tuple(float(v) for v in srgb(colour))


def _reflectance(colour: str) -> float:
    """Share of light that paint of this '#RRGGBB' gives back (IEC 61966-2-1 decoding, Rec. 709 weights)."""
    c = np.asarray(srgb(colour), float)
    return float(np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722])


def _unit(*v: float) -> tuple[float, float, float]:
    a = np.asarray(v, float)
    return tuple(float(x) for x in a / max(np.linalg.norm(a), 1e-9))


def _sun(mood: Mood, place: Place | None, outdoors: bool) -> list[Lamp]:
    if mood.sun <= 0 and not outdoors:
        return []
    drop = -math.tan(math.radians(mood.sun_height))
    if outdoors:
        strength = min(mood.sun * 0.58, 5.2) if mood.sun > 0 else 0.35
        # well to the right of the audience: one side of all is lit, fronts are raked, and shadows lie across the ground
        return [Lamp("sun", "SUN", (0, 0, 9), _unit(-0.85, 0.53, drop * 1.7), strength, _rgb(mood.sun_colour), 0.02)]
    window = max(place.windows, key=lambda w: w.width * w.height, default=None)
    if window is None:
        return []
    inward = np.asarray(window.inward, float)
    along = np.array([-inward[1], inward[0]])
    along = along if along[1] >= 0 else -along
    d = inward + 0.5 * along
    d /= np.linalg.norm(d)
    return [Lamp("sun", "SUN", (0, 0, 9), _unit(d[0], d[1], drop * 0.62), mood.sun, _rgb(mood.sun_colour), 0.012)]


def _windows(mood: Mood, place: Place) -> list[Lamp]:
    out = []
    for index, window in enumerate(place.windows):
        inward = np.array([*window.inward, 0.0])
        at = np.array(window.at) + inward * 0.12
        watts = mood.window * min(window.width * window.height / 2.6, 1.6) / max(len(place.windows), 1) ** 0.5
        out.append(
            Lamp(
                f"window {index + 1}", "AREA", tuple(map(float, at)), _unit(inward[0], inward[1], -0.12), watts,
                _rgb(mood.window_colour), window.width, window.height, 150.0,
            )
        )  # fmt: skip
    return out


def _room(mood: Mood, place: Place) -> list[Lamp]:
    """Soft light from where the audience sits, so that shadows keep their drawing; more of it where dark walls give
    little back."""
    outline = np.asarray(place.outline, float)
    low, high = outline.min(0), outline.max(0)
    middle = (low + high) / 2
    width = float(high[0] - low[0])
    back = _reflectance(place.palette.wall)
    more = float(np.clip(WALLS / max(back, 1e-3), 1.0, 2.2))
    out = []
    for name, x, share in (("fill right", middle[0] + width * 0.25, 1.0), ("fill left", middle[0] - width * 0.25, 0.8)):
        at = np.array([x, low[1] + 0.3, 2.5])
        towards = np.array([middle[0], middle[1] + 0.3, 1.0]) - at
        watts = mood.fill * more * share * float(np.clip((towards @ towards) / 9.0, 0.6, 2.5))
        out.append(Lamp(name, "AREA", tuple(map(float, at)), _unit(*towards), watts, _rgb(mood.fill_colour), 2.2, 1.6))
    at = np.array([high[0] - 0.4, high[1] - 0.5, 2.5])
    towards = np.array([middle[0], middle[1], 1.1]) - at
    watts = mood.rim * float(np.clip((towards @ towards) / 9.0, 0.6, 2.0))
    out.append(Lamp("rim", "AREA", tuple(map(float, at)), _unit(*towards), watts, _rgb(mood.rim_colour), 0.9))
    return out


def _practicals(mood: Mood, plan: LightPlan, practicals: Sequence[Practical]) -> dict[str, Lamp]:
    """The lamps that burn, by the name of the thing they are in."""
    out = {}
    for index, practical in enumerate(practicals):
        on = plan.lamps.get(practical.name)
        share = mood.practicals if on is None else (max(mood.practicals, 0.6) if on else 0.0)
        if share > 0:
            out[f"{practical.name} {index}"] = Lamp(
                f"practical {practical.name} {index}", "POINT", practical.at, (0, 0, -1), practical.watts * share,
                _rgb(practical.colour), practical.radius,
            )  # fmt: skip
    return out


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
        colour = _warmer(_rgb(mood.key_colour), warmth)
        at = eyes + np.array([*(key_direction * distance * 0.82), distance * 0.52])
        name = "+".join(s.name for s in group)
        follow = group[0].name if group[0].travel > TRAVELS else ""
        size = 0.55 * distance * mood.soft
        out.append(_aimed(f"key {name}", at, eyes, mood.key * scale, colour, size, index, follow))
        fill_direction = _rotated(to_camera, -away * 40.0)
        at = eyes + np.array([*(fill_direction * distance * 0.95), distance * 0.1])
        out.append(
            _aimed(
                f"fill {name}",
                at,
                eyes,
                mood.key * scale * mood.key_ratio,
                _rgb("#C9D4FF"),
                0.8 * distance,
                index,
                follow,
            )
        )
        back = _rotated(-to_camera, away * 35.0)
        at = eyes + np.array([*(back * 1.5), 0.9])
        out.append(
            _aimed(f"rim {name}", at, eyes, mood.rim * 0.55 * strength, _rgb(mood.rim_colour), 0.5, index, follow)
        )
    return out


def _bystanders(mood: Mood, others: list[Subject], camera: CameraTrack) -> list[Lamp]:
    """A soft light on each of the nearest others in the picture where the place stays dark: they are seen, and less
    than those the shot is about."""
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
        watts = mood.key * BYSTANDER * _for_skin([each])
        lamp = _aimed(f"bystander {each.name}", place, at, watts, _rgb(mood.key_colour), 0.9, index, follow)
        out.append(replace(lamp, flagged=True))
    return out


def _for_skin(group: list[Subject]) -> float:
    """By how much a key is stronger than for fair skin: dark faces want more light to be as readable."""
    skin = float(np.mean([s.skin for s in group]))
    return float(np.clip((FAIR / max(skin, 0.05)) ** SKIN_GAIN, 1.0, MOST_GAIN))


def _groups(people: list[Subject]) -> list[list[Subject]]:
    """One key for all when several are filmed close together, else one each."""
    if len(people) < 2:
        return [people] if people else []
    spots = np.array([np.median(s.ground, 0) for s in people])
    if max(np.linalg.norm(spots - spots.mean(0), axis=1)) < 1.3:
        return [people]
    return [[p] for p in people]


TRAVELS = 0.6
"""Metres from which on somebody takes their light along."""


def _aimed(name, at, target, watts, colour, size, index, follow) -> Lamp:
    towards = np.asarray(target) - np.asarray(at)
    return Lamp(
        f"{name} {index}",
        "AREA",
        tuple(map(float, at)),
        _unit(*towards),
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
