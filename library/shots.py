"""The shot types a cinematographer can ask for: names, what they are for, when they may be used.

The usage rules are those of the FilmAgent paper (appendix D) and common film grammar; the functions are in
`library.cinematography`.
"""

from __future__ import annotations

from dataclasses import dataclass

from library.registry import Registry


@dataclass(frozen=True)
class ShotType:
    """function: its name in `library.cinematography`. size: tightness of the framing, 0 (whole place) to
    5 (eyes). moving: the camera moves. rule: when the type may be used, in words."""

    name: str
    function: str
    size: float
    moving: bool
    description: str
    rule: str
    synonyms: tuple[str, ...] = ()


SHOTS: Registry[ShotType] = Registry(
    "shot type",
    (
        ShotType(
            "Long Shot", "long_shot", 1, False,
            "People head to foot with the place around them.",
            "Opens a scene, gives background, shows how people stand to each other.",
            ("long", "wide", "wide shot", "full shot", "establishing shot", "ls", "ws", "master shot"),
        ),
        ShotType(
            "Medium Shot", "medium_shot", 3, False,
            "From the waist up: face and hands.",
            "Body language and exchange during dialogue; not many in a row.",
            ("medium", "mid shot", "mid", "ms", "waist shot"),
        ),
        ShotType(
            "Close-up", "close_up", 4, False,
            "From the shoulders up: the face fills the frame.",
            "A character's emotion during dialogue; not many in a row.",
            ("close", "close shot", "close-up shot", "closeup", "cu", "close up"),
        ),
        ShotType(
            "Zoom Shot", "zoom_shot", 3.5, True,
            "The lens closes in on the speaker from a medium framing.",
            "After a Long Shot; draws attention to a dramatic or comic moment.",
            ("zoom", "zoom in"),
        ),
        ShotType(
            "Pan Shot", "pan_shot", 2.5, True,
            "The camera turns on the spot from one person or place to another.",
            "Several in a row in a tense dialogue, or while somebody moves.",
            ("pan", "panning shot"),
        ),
        ShotType(
            "Tracking Shot", "tracking_shot", 2, True,
            "The camera travels with a walking person.",
            "Only while the person moves.",
            ("follow shot", "follow", "tracking", "dolly along"),
        ),
        ShotType(
            "360-Degree Arc Shot", "arc_shot", 2.5, True,
            "The camera circles a standing person at one height.",
            "At a character's first appearance or to raise the tension; the person stands.",
            ("360 degrees shot", "360", "arc shot", "orbit", "circle shot", "arc"),
        ),
        ShotType(
            "Curve Surround Shot", "curve_surround_shot", 2.5, True,
            "The camera rises in a curve from a person's feet to the head.",
            "Only at a character's first appearance; the person stands.",
            ("curve surround", "curve shot", "surround shot"),
        ),
        ShotType(
            "Truck Shot", "truck_shot", 1, True,
            "The camera slides sideways past the whole scene.",
            "Only as the first shot of a scene, to show people and place.",
            ("track shot", "truck", "trucking shot", "lateral tracking shot"),
        ),
    ),
)  # fmt: skip
