"""Light moods: what time it is and how the light feels. The light itself is made in `library.lighting`."""

from __future__ import annotations

from dataclasses import dataclass

from library.registry import Registry


@dataclass(frozen=True)
class Mood:
    """Numbers a mood is lit with. Colours are '#RRGGBB'; watts as Blender counts them.

    world, world_colour: ambient strength and colour; sky: (position 0..1, colour) stops from the horizon up,
    for open places; sun: strength of the sun, its colour and height above the horizon in degrees (0 strength:
    none); window: watts of sky light through a window of 1.7 m, its colour; fill: watts of the soft room
    fill; practicals: share of a lamp's watts that burns; key: watts of the face key at 1.35 m, its colour;
    key_ratio: fill share on the shadow side; rim: watts; exposure: stops.
    """

    name: str
    description: str
    synonyms: tuple[str, ...]
    world: float
    world_colour: str
    sky: tuple[tuple[float, str], ...]
    sky_strength: float
    sun: float
    sun_colour: str
    sun_height: float
    window: float
    window_colour: str
    fill: float
    fill_colour: str
    practicals: float
    key: float
    key_colour: str
    key_ratio: float
    rim: float
    rim_colour: str
    exposure: float


MOODS: Registry[Mood] = Registry(
    "mood",
    (
        Mood(
            "day", "Clear daylight, warm sun through the windows, soft fill.",
            ("daytime", "morning", "noon", "midday", "afternoon", "sunny", "bright", "daylight", "continuous"),
            0.22, "#E8F0FF",
            ((0.0, "#CFE6F2"), (0.12, "#A9D3EE"), (0.45, "#5FA6DE"), (1.0, "#3B82C6")), 0.85,
            6.5, "#FFE9C8", 20.0, 70.0, "#DCEAFF", 30.0, "#FFEBDA", 0.0,
            13.0, "#FFEBD2", 0.35, 26.0, "#FFD9AE", -0.05,
        ),
        Mood(
            "golden hour", "Low orange sun, long shadows, cool fill.",
            ("golden", "sunset", "sunrise", "dusk", "dawn", "evening", "magic hour", "late afternoon"),
            0.12, "#C8C0E8",
            ((0.0, "#FFC98C"), (0.10, "#FFB27C"), (0.35, "#C99BA8"), (1.0, "#6F86B8")), 0.80,
            11.0, "#FF9A48", 11.0, 75.0, "#FFB070", 18.0, "#A9B4F0", 0.2,
            30.0, "#FFC08A", 0.32, 26.0, "#B8A8FF", 0.15,
        ),
        Mood(
            "night", "Dark blue outside, warm lamps inside.",
            ("midnight", "nighttime", "at night", "dark", "late night", "moonlight"),
            0.06, "#8FA8FF",
            ((0.0, "#24345C"), (0.2, "#18264A"), (1.0, "#0B1430")), 0.50,
            0.0, "#AFC4FF", 40.0, 34.0, "#6F95FF", 8.0, "#8FA0E0", 1.0,
            20.0, "#FFB377", 0.30, 26.0, "#6F8FFF", 0.35,
        ),
    ),
)  # fmt: skip
