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
    5 (eyes). moving: the camera moves. rule: when the type may be used, in words. most, least: how many people it
    films. second: argument that takes another person ("" none). things: it may film a thing of the place."""

    name: str
    function: str
    size: float
    moving: bool
    description: str
    rule: str
    synonyms: tuple[str, ...] = ()
    most: int = 1
    least: int = 1
    second: str = ""
    things: bool = False


SHOTS: Registry[ShotType] = Registry(
    "shot type",
    (
        ShotType(
            "Long Shot", "long_shot", 1, False,
            "People head to foot with the place around them.",
            "Opens a scene, gives background, shows how people stand to each other.",
            ("long", "wide", "wide shot", "full shot", "ls", "ws", "master shot"), 9,
        ),
        ShotType(
            "Medium Shot", "medium_shot", 3, False,
            "From the waist up: face and hands.",
            "Body language and exchange during dialogue; not many in a row.",
            ("medium", "mid shot", "mid", "ms", "waist shot"), 2,
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
            ("pan", "panning shot"), 2,
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
            ("360 degrees shot", "360", "arc shot", "orbit", "circle shot", "arc"), 2,
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
            ("track shot", "truck", "trucking shot", "lateral tracking shot"), 9,
        ),
        ShotType(
            "Establishing Shot", "establishing_shot", 0, False,
            "The whole place with everybody in it, from its open side.",
            "Opens a scene in a place that was not seen before.",
            ("establishing", "est", "extreme long shot", "extreme wide shot", "whole place"), 9,
        ),
        ShotType(
            "Group Shot", "group_shot", 2, False,
            "Three people and more from the knees up.",
            "Shows how a group stands together; somebody speaks to all.",
            ("group", "ensemble shot", "three-shot", "three shot", "cowboy group"), 9, 2,
        ),
        ShotType(
            "Two-Shot", "two_shot", 2.8, False,
            "Two people in one picture from the waist up.",
            "What passes between two people matters more than one face.",
            ("two shot", "2-shot", "double shot"), 2, 2,
        ),
        ShotType(
            "Over-the-Shoulder Shot", "over_the_shoulder", 3.2, False,
            "Past the listener's shoulder at the picture's side onto the speaker.",
            "Dialogue of two people who face each other; answered from the other shoulder.",
            ("over the shoulder shot", "over-the-shoulder", "over the shoulder", "over-shoulder shot", "ots"),
            1, 1, "over",
        ),
        ShotType(
            "Point-of-View Shot", "point_of_view", 3.3, False,
            "Through a person's eyes; the person is not in the picture.",
            "After a shot of somebody who looks at something.",
            ("point of view shot", "point-of-view", "point of view", "pov shot", "pov", "subjective shot"),
            1, 1, "at",
        ),
        ShotType(
            "Medium Close-up", "medium_close_up", 3.6, False,
            "From the chest up: the face, and a hint of posture.",
            "The workhorse of dialogue, between a Medium Shot and a Close-up.",
            ("mcu", "medium close up", "bust shot", "chest shot", "medium close shot"),
        ),
        ShotType(
            "Extreme Close-up", "extreme_close_up", 5, False,
            "Eyes and mouth; the forehead is cut.",
            "Once in a scene, at its most intense moment.",
            ("ecu", "xcu", "extreme close up", "extreme closeup", "big close-up", "choker shot"),
        ),
        ShotType(
            "Insert Shot", "insert_shot", 4.5, False,
            "A thing or somebody's hands, close.",
            "A detail the story needs: what is held, read, found.",
            ("insert", "detail shot", "cut-in", "close-up of hands"), 1, 1, "", True,
        ),
        ShotType(
            "Low-Angle Shot", "low_angle_shot", 3.1, False,
            "From below the eyes: the person looms.",
            "Somebody has power or a threat in the scene.",
            ("low-angle", "low angle shot", "hero shot"), 2,
        ),
        ShotType(
            "High-Angle Shot", "high_angle_shot", 3.1, False,
            "From above the eyes: the person is small.",
            "Somebody is weak, alone or watched.",
            ("high-angle", "high angle shot"), 2,
        ),
        ShotType(
            "Dutch Angle", "dutch_angle", 2.9, False,
            "The horizon leans.",
            "Something is wrong: unease, madness, danger; once in a scene.",
            ("dutch", "dutch shot", "dutch tilt", "dutch angle shot", "canted angle", "canted shot", "oblique shot"), 2,
        ),
        ShotType(
            "Dolly Shot", "dolly_shot", 3.1, True,
            "The camera rolls towards the person, away, or sideways past.",
            "Towards: a thought or a decision ripens; away: somebody is left alone.",
            ("dolly", "dollying shot", "track in"),
        ),
        ShotType(
            "Crane Shot", "crane_shot", 1, True,
            "The camera rises from the people's hips to look down on them.",
            "Opens or ends a scene.",
            ("crane", "crane up", "jib shot", "boom shot", "rising shot"), 9,
        ),
        ShotType(
            "Tilt Shot", "tilt_shot", 3, True,
            "The camera looks up from the feet to the face, on the spot.",
            "Introduces somebody who matters.",
            ("tilt", "tilt up", "tilting shot"),
        ),
        ShotType(
            "Whip Pan", "whip_pan", 2.9, True,
            "The camera flicks from one person to another in half a second.",
            "A surprise, or a quick answer in a comic or violent exchange.",
            ("whip", "whip pan shot", "swish pan", "flick pan"), 2,
        ),
        ShotType(
            "Dolly Zoom", "dolly_zoom", 3.4, True,
            "The camera comes closer while the lens widens: the person stays, the room recedes.",
            "A shock of insight, vertigo; once in a film.",
            ("vertigo shot", "vertigo effect", "zolly", "dolly zoom shot", "trombone shot"),
        ),
    ),
)  # fmt: skip
