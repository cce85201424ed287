"""Light moods: what time it is and how the light feels. The light itself is made in `library.lighting`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from library.registry import Registry


@dataclass(frozen=True)
class Mood:
    """Numbers a mood is lit with. Colours are '#RRGGBB'; watts as Blender counts them.

    world, world_colour: ambient strength and colour; sky: (position 0..1, colour) stops from the horizon up,
    for open places; sun: strength of the sun, its colour and height above the horizon in degrees (0 strength:
    none); window: watts of sky light through a window of 1.7 m, its colour; fill: watts of the soft room
    fill; practicals: share of a lamp's watts that burns; key: watts of the face key at 1.35 m, its colour;
    key_ratio: fill share on the shadow side; rim: watts; exposure: stops. flagged: where the light on faces is kept
    off the place so that it stays dark, "" for nowhere, "outdoors" or "everywhere". spill: share of it that falls on a
    room all the same, as any light does, so that people do not look cut out. soft: size of the key against the usual,
    small for hard shadows.
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
    flagged: Literal["", "outdoors", "everywhere"] = ""
    spill: float = 0.2
    soft: float = 1.0


MOODS: Registry[Mood] = Registry(
    "mood",
    (
        Mood(
            "day", "Clear daylight, warm sun through the windows, soft fill.",
            ("daytime", "morning", "noon", "midday", "afternoon", "sunny", "bright", "daylight", "continuous"),
            0.20, "#E8F0FF",
            ((0.0, "#C4E2F2"), (0.12, "#95CBEE"), (0.45, "#4B9BDF"), (1.0, "#2A74C4")), 0.66,
            9.0, "#FFE2B4", 20.0, 78.0, "#DCEAFF", 26.0, "#FFEBDA", 0.0,
            8.6, "#FFE0BC", 0.26, 34.0, "#FFD9AE", 0.0,
        ),
        Mood(
            "golden hour", "Low orange sun, long shadows, cool fill.",
            ("golden", "sunset", "sunrise", "dusk", "dawn", "evening", "magic hour", "late afternoon"),
            0.12, "#C8C0E8",
            ((0.0, "#FFC98C"), (0.10, "#FFB27C"), (0.35, "#C99BA8"), (1.0, "#6F86B8")), 0.72,
            12.0, "#FFA050", 11.0, 52.0, "#FFB070", 9.0, "#A9B4F0", 0.2,
            13.2, "#FFC08C", 0.24, 30.0, "#B8A8FF", 0.10,
        ),
        Mood(
            "night", "Dark blue outside, warm lamps inside.",
            ("midnight", "nighttime", "at night", "dark", "late at night", "late night", "moonlight"),
            0.035, "#7F9BFF",
            ((0.0, "#2A3E70"), (0.2, "#1A2B56"), (1.0, "#0B1434")), 0.60,
            1.6, "#86ACFF", 32.0, 25.0, "#5C86FF", 3.5, "#B4A0B8", 3.6,
            13.5, "#FF9C52", 0.24, 30.0, "#6F8FFF", 0.40, "everywhere", 0.45,
        ),
        Mood(
            "overcast", "Even grey daylight without sun, soft shadows.",
            ("cloudy", "grey day", "gray day", "cloudy day", "dull day"),
            0.30, "#DDE4EC",
            ((0.0, "#D5DBE0"), (0.2, "#C2CAD2"), (1.0, "#9EA9B5")), 1.30,
            0.0, "#EEF2F6", 50.0, 80.0, "#E3EBF2", 34.0, "#E8ECF2", 0.0,
            8.4, "#F4F1EC", 0.50, 18.0, "#DDE6F2", -0.08,
        ),
        Mood(
            "blue hour", "After sunset: deep blue sky, a last glow, the first lamps.",
            ("twilight", "nightfall", "after sunset", "before sunrise"),
            0.10, "#7F9BE0",
            ((0.0, "#E8A98C"), (0.07, "#9A92BE"), (0.3, "#3F5FA8"), (1.0, "#1B2F66")), 0.70,
            0.0, "#8FB0FF", 30.0, 44.0, "#6F92F0", 10.0, "#7F98F0", 0.7,
            11.5, "#FFCDA4", 0.34, 26.0, "#7C9CFF", 0.28, "everywhere", 0.36,
        ),
        Mood(
            "night street", "Sodium street light from outside, cool edges, dark corners.",
            ("street light", "streetlight", "street lamps", "sodium light"),
            0.06, "#8090C8",
            ((0.0, "#4A3C48"), (0.15, "#23264A"), (1.0, "#0A0E20")), 0.50,
            0.0, "#FFB870", 45.0, 30.0, "#FFA24D", 6.0, "#7F8CC8", 0.8,
            13.5, "#FFB868", 0.29, 34.0, "#5FA8FF", 0.40, "everywhere", 0.36,
        ),
        Mood(
            "candle", "Small warm light, the room falls into darkness.",
            ("candlelight", "candle light", "candlelit", "by candlelight", "firelight"),
            0.04, "#C89A6A",
            ((0.0, "#1B2440"), (0.2, "#121A34"), (1.0, "#080D1E")), 0.40,
            0.0, "#AFC4FF", 40.0, 4.0, "#5F7FD8", 3.0, "#FFB478", 0.35,
            16.0, "#FFB068", 0.24, 16.0, "#FF9A4C", 0.52, "everywhere", 0.38,
        ),
        Mood(
            "office fluorescent", "Flat greenish tubes, no shadows to speak of.",
            ("fluorescent", "neon tubes", "fluorescent light", "office light", "strip light"),
            0.30, "#E6F2EC",
            ((0.0, "#CFE0E6"), (0.2, "#B4CEDB"), (1.0, "#86A9C2")), 0.75,
            0.0, "#F0F6FF", 45.0, 30.0, "#DCEBFF", 52.0, "#E4F5EA", 0.3,
            8.4, "#EEF8EE", 0.55, 14.0, "#DDF0E6", -0.08,
        ),
        Mood(
            "noir", "Hard light from one side, black shadows, bright edges, little colour.",
            ("film noir", "low key", "low-key", "chiaroscuro"),
            0.012, "#A8B4D0",
            ((0.0, "#2E3444"), (0.2, "#1A1F2C"), (1.0, "#0A0C14")), 0.45,
            1.2, "#C8D4F0", 18.0, 6.0, "#B8C6E8", 1.5, "#9AA6C8", 0.25,
            16.0, "#F2EBE0", 0.15, 34.0, "#D8E2FF", 0.50, "everywhere", 0.2, 0.7,
        ),
        Mood(
            "romantic", "Warm low sun and rose fill, soft faces with glowing edges.",
            ("tender", "dreamy", "love scene"),
            0.14, "#F0C8C8",
            ((0.0, "#FFC2A0"), (0.12, "#F5A8A0"), (0.4, "#C58FB4"), (1.0, "#7A78B4")), 0.75,
            5.0, "#FFB088", 13.0, 55.0, "#FFC6B0", 20.0, "#F2B8C0", 0.6,
            13.0, "#FFC8A0", 0.42, 32.0, "#FF9FB0", -0.02,
        ),
        Mood(
            "tense", "Cold green half-light, a hard key, the room holds its breath.",
            ("suspense", "suspenseful", "ominous", "menacing"),
            0.03, "#9FC0B8",
            ((0.0, "#5E7476"), (0.2, "#3E5458"), (1.0, "#223236")), 0.50,
            0.0, "#B8D8D0", 40.0, 14.0, "#8FD0C0", 3.0, "#7FA89C", 0.25,
            17.0, "#E8F0D8", 0.20, 30.0, "#7FD0C8", 0.50, "everywhere", 0.34,
        ),
    ),
)  # fmt: skip
