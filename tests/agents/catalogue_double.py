"""A small stage for the crew's tests: two dozen actions, three places, a handful of props."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from agents.catalogue import Catalogue
from app.look import Look
from app.voice import Voice
from library.places.model import Placed, Position, Seat
from library.registry import Registry


@dataclass(frozen=True)
class Entry:
    name: str
    synonyms: tuple[str, ...] = ()
    posture: str = "standing"
    description: str = ""


@dataclass(frozen=True)
class PlaceDouble:
    name: str
    positions: tuple[Position, ...]
    furniture: tuple[Placed, ...] = ()
    synonyms: tuple[str, ...] = ()
    exterior: bool = False


def _position(number: int, at: tuple[float, float], description: str, seat: bool = False) -> Position:
    return Position(f"Position {number}", at, 0.0, description, Seat((at[0], at[1] + 0.5), 0.0, 0.45) if seat else None)


LIVING = PlaceDouble(
    "Apartment living room",
    (
        _position(1, (0.0, 1.0), "in front of the long sofa", True),
        _position(2, (1.4, 0.6), "in front of the short sofa", True),
        _position(3, (-1.2, 0.4), "in front of the long sofa"),
        _position(4, (2.6, 2.2), "in the hallway behind position 2"),
        _position(5, (-2.4, 1.8), "behind position 1, close to the window"),
    ),
    (Placed("sofa", (0, 1.6), name="sofa"), Placed("coffee table", (0.2, -0.2), name="coffee table"),
     Placed("floor lamp", (-2, 2), name="floor lamp"), Placed("plant", (2, 2), name="plant")),
    ("living room", "lounge"),
)  # fmt: skip
ROADSIDE = PlaceDouble(
    "Roadside",
    (
        _position(1, (-1.0, 0.0), "in front of the bench on the left", True),
        _position(2, (1.0, 0.0), "on the right", True),
    ),
    (Placed("bench", (-1, 0.6), name="bench"), Placed("lamp post", (2, 1), name="lamp post")),
    ("roadside", "road side"),
    True,
)
OFFICE = PlaceDouble(
    "Office",
    tuple(_position(i, (i * 1.1, 0.0), "in front of a chair", True) for i in (1, 2, 3)),
    (Placed("desk", (2, 0.6), name="desk"),),
)
ACTIONS = (
    "Joyful Jump", "Sit Down", "Sitting Clapping", "Sitting Laughing", "Sitting Talking", "Stand Up",
    "Standing Agree", "Standing Angry", "Standing Arguing", "Standing Bored", "Standing Crying", "Standing Deny",
    "Standing Depressed", "Standing Greeting", "Standing Happy", "Standing Normal", "Standing Puzzled",
    "Standing Surprise", "Standing Talking", "Standing Thinking", "Walking", "Standing Listening",
    "Sitting Listening", "Sitting Thinking", "Sitting Agree", "Sitting Deny", "Sitting Sad", "Sitting Angry",
    "Sitting Surprised", "Sitting Normal", "Waving", "Pointing", "Phone Call", "Running", "Dancing", "Kneeling",
)  # fmt: skip
EMOTIONS = ("neutral", "happy", "sad", "angry", "surprised", "afraid", "puzzled", "bored")


def look_of(words: str, *, gender: str | None = None, years: int | None = None, seed: int = 0) -> Look:
    return Look(gender=gender or "female", years=years or 30, outfit="coat" if "coat" in words else "casual")


def voices(profiles: Sequence) -> dict[str, Voice]:
    return {p.name: Voice(pitch=(20 + 7 * i) % 99) for i, p in enumerate(profiles)}


@cache
def catalogue() -> Catalogue:
    actions = Registry(
        "action",
        tuple(
            Entry(
                n,
                ("Sitting Claping",) if n == "Sitting Clapping" else (),
                "sitting" if n.startswith("Sitting ") or n == "Stand Up" else "standing",
            )
            for n in ACTIONS
        ),
    )
    props = Registry(
        "prop",
        (
            Entry("sofa", ("couch",)),
            Entry("coffee table"),
            Entry("floor lamp"),
            Entry("plant"),
            Entry("bench"),
            Entry("lamp post"),
            Entry("desk"),
            Entry("mug", ("cup",)),
            Entry("book"),
            Entry("chair"),
        ),
    )
    return Catalogue(Registry("place", (LIVING, ROADSIDE, OFFICE)), actions, props, EMOTIONS, look_of, voices)
