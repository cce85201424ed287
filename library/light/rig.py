"""All lamps of a shot: sky and sun, windows, what is outside them, practical lamps, room fill, and those on people.

Watts are Blender's radiant watts.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from library.camera.lens import CameraTrack
from library.camera.subjects import Subject
from library.geometry.mesh import srgb
from library.light.faces import MOON, light_on_people
from library.light.lamps import Lamp, LightRig, Sky, rgb, unit
from library.moods import MOODS, Mood
from library.places.model import Place, Practical
from library.stage import LightPlan

WALLS = 0.28
"""Reflectance of walls from which on a room gives back enough light for its shadows."""

LAMPS = 1.6
"""Watts of lamps for a square metre of room that a mood's share is made for; where more burn, or walls are light, they
are dimmed, so that night stays night in a room full of lamps."""

OUTSIDE, MOST_OUTSIDE = 8.0, 3.2
"""Strength of the sun on what is seen through windows for a sky of brightness 1, and at most; it falls faster than the
sky's brightness does."""

AMBIENT, HIGH_SUN = 0.5, 20.0
"""By how much the sky lights more than it shows under a sun that is this high (degrees), less under a lower one: what
ground and fronts send back and forth beyond the bounces that are traced, so that shadows keep their colour."""


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
        lamps += _windows(mood, place) + _outside(mood, place) + _room(mood, place)
    burning = _practicals(mood, plan, practicals, None if outdoors else place)
    lamps += burning.values()
    lamps += light_on_people(mood, plan, subjects, filmed or list(subjects), camera, outdoors)
    lamps = [replace(lamp, watts=lamp.watts * plan.strength) for lamp in lamps]
    view = Sky(tuple((at, rgb(colour)) for at, colour in mood.sky), mood.sky_strength * plan.strength)
    if outdoors:
        more = AMBIENT * min(mood.sun_height / HIGH_SUN, 1.0) if mood.sun > MOON else 0.0
        sky = replace(view, strength=view.strength * (1 + more))
    else:
        sky = Sky(((0.0, rgb(mood.world_colour)),), mood.world * plan.strength)
    lit = tuple(sorted({p.name for i, p in enumerate(practicals) if f"{p.name} {i}" in burning}))
    return LightRig(tuple(lamps), sky, view, lit, mood.exposure + plan.exposure)


def _reflectance(colour: str) -> float:
    """Share of light that paint of this '#RRGGBB' gives back (IEC 61966-2-1 decoding, Rec. 709 weights)."""
    c = np.asarray(srgb(colour), float)
    return float(np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4) @ [0.2126, 0.7152, 0.0722])


def _sun(mood: Mood, place: Place | None, outdoors: bool) -> list[Lamp]:
    if mood.sun <= 0 and not outdoors:
        return []
    drop = -math.tan(math.radians(mood.sun_height))
    if outdoors:
        strength = min(mood.sun * 0.58, 5.2) if mood.sun > 0 else 0.35
        # well to the right of the audience: one side of all is lit, fronts are raked, and shadows lie across the ground
        return [Lamp("sun", "SUN", (0, 0, 9), unit(-0.85, 0.53, drop * 1.7), strength, rgb(mood.sun_colour), 0.02)]
    window = max(place.windows, key=lambda w: w.width * w.height, default=None)
    if window is None:
        return []
    inward = np.asarray(window.inward, float)
    along = np.array([-inward[1], inward[0]])
    along = along if along[1] >= 0 else -along
    d = inward + 0.5 * along
    d /= np.linalg.norm(d)
    return [Lamp("sun", "SUN", (0, 0, 9), unit(d[0], d[1], drop * 0.62), mood.sun, rgb(mood.sun_colour), 0.012)]


def _windows(mood: Mood, place: Place) -> list[Lamp]:
    out = []
    for index, window in enumerate(place.windows):
        inward = np.array([*window.inward, 0.0])
        at = np.array(window.at) + inward * 0.12
        watts = mood.window * min(window.width * window.height / 2.6, 1.6) / max(len(place.windows), 1) ** 0.5
        out.append(
            Lamp(
                f"window {index + 1}", "AREA", tuple(map(float, at)), unit(inward[0], inward[1], -0.12), watts,
                rgb(mood.window_colour), window.width, window.height, 150.0,
            )
        )  # fmt: skip
    return out


def _outside(mood: Mood, place: Place) -> list[Lamp]:
    """Daylight on the fronts of what is seen through the windows, which the sun that comes in through them leaves in
    their own shadow; as strong as the sky above the horizon is bright."""
    if not place.windows:
        return []
    outward = -np.sum([w.inward for w in place.windows], axis=0)
    if np.linalg.norm(outward) < 0.1:
        outward = -np.asarray(place.windows[0].inward, float)
    outward = outward / np.linalg.norm(outward)
    above = mood.sky[1][1]
    strength = min(OUTSIDE * mood.sky_strength * _reflectance(above) ** 1.3, MOST_OUTSIDE)
    colour = mood.sun_colour if mood.sun > MOON else above
    direction = unit(outward[0] - 0.5 * outward[1], outward[1] + 0.5 * outward[0], -0.9)
    return [Lamp("outside", "SUN", (0, 0, 9), direction, strength, rgb(colour), 0.02, only="view")]


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
        out.append(Lamp(name, "AREA", tuple(map(float, at)), unit(*towards), watts, rgb(mood.fill_colour), 2.2, 1.6))
    at = np.array([high[0] - 0.4, high[1] - 0.5, 2.5])
    towards = np.array([middle[0], middle[1], 1.1]) - at
    watts = mood.rim * float(np.clip((towards @ towards) / 9.0, 0.6, 2.0))
    out.append(Lamp("rim", "AREA", tuple(map(float, at)), unit(*towards), watts, rgb(mood.rim_colour), 0.9))
    return out


def _practicals(mood: Mood, plan: LightPlan, practicals: Sequence[Practical], room: Place | None) -> dict[str, Lamp]:
    """The lamps that burn, by the name of the thing they are in. room: None in the open."""
    shares = []
    for practical in practicals:
        on = plan.lamps.get(practical.name)
        shares.append(mood.practicals if on is None else (max(mood.practicals, 0.6) if on else 0.0))
    burning = sum(p.watts for p, share in zip(practicals, shares, strict=True) if share > 0)
    dimmed = 1.0
    if room is not None and burning:
        walls = min(1.0, (WALLS / max(_reflectance(room.palette.wall), 1e-3)) ** 0.5)
        dimmed = min(1.0, LAMPS * _area(room.outline) * walls / burning)
    return {
        f"{practical.name} {index}": Lamp(
            f"practical {practical.name} {index}", "POINT", practical.at, (0, 0, -1), practical.watts * share * dimmed,
            rgb(practical.colour), practical.radius,
        )
        for index, (practical, share) in enumerate(zip(practicals, shares, strict=True))
        if share > 0
    }  # fmt: skip


def _area(outline: Sequence[tuple[float, float]]) -> float:
    """Square metres inside an outline (shoelace formula)."""
    x, y = np.asarray(outline, float).T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)
