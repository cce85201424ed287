"""Cinematography: one shot type per shot, then changes to it.

Common arguments: side "left" or "right" films from that side of the line between the people (left out: the
scene's own side, so that screen directions hold); angle is degrees off the subject's facing (0 frontal, 90
profile); height "eye", "low", "high" or metres; lens millimetres on a 36 mm wide sensor; fill is the share of
the frame's height the framed part of the subject takes. Times are seconds from the start of the shot.
"""

from __future__ import annotations

import math

from library.functions.shooting import people, shot
from library.stage import CameraMove, Stage, StageError


def _two(stage: Stage, subject: list[str] | None, call: str) -> list[str]:
    names = people(stage, list(stage.roles)[:2] if subject is None else subject, call)
    if len(names) != 2:
        raise StageError(f"{call}: it films two people", "Name two people who are on the stage.")
    return names


def _hands_or_nothing(stage: Stage, subject: str, call: str) -> list[str]:
    """Whose hands are filmed; nobody's where a thing is meant."""
    return [n for n in stage.roles if n.casefold() == str(subject).casefold()]


@shot("Close-up")
def close_up(stage: Stage, subject: str) -> None:
    """The face, shoulders up. For what a person feels."""


@shot("Medium Shot")
def medium_shot(stage: Stage, subject: str | list[str]) -> None:
    """One or two people from the waist up: face and hands."""


@shot("Long Shot")
def long_shot(stage: Stage, subject: str | list[str] | None = None) -> None:
    """People head to foot with the place around them; without a subject, everybody."""


@shot("Zoom Shot")
def zoom_shot(stage: Stage, subject: str) -> None:
    """The lens closes in on the subject from waist to face, the camera stays where it is."""


@shot("Pan Shot")
def pan_shot(stage: Stage, subject: str | list[str]) -> None:
    """The camera turns on the spot: from the first subject to the last, or along with one who moves; for one
    who stays, it arrives from the place beside."""


@shot("Tracking Shot")
def tracking_shot(stage: Stage, subject: str) -> None:
    """The camera travels with a person who walks, keeping distance and side."""


@shot("360-Degree Arc Shot")
def arc_shot(stage: Stage, subject: str | list[str]) -> None:
    """The camera circles the subject at one height, as far round as the place allows, up to 360 degrees."""


@shot("Curve Surround Shot")
def curve_surround_shot(stage: Stage, subject: str) -> None:
    """The camera rises in a curve from the subject's feet to the face: an entrance."""


@shot("Truck Shot")
def truck_shot(stage: Stage, subject: str | list[str] | None = None) -> None:
    """The camera slides sideways past the people and the place; opens a scene."""


@shot("Establishing Shot")
def establishing_shot(stage: Stage, subject: str | list[str] | None = None) -> None:
    """The whole place with everybody in it, through a wide lens from its open side."""


@shot("Group Shot")
def group_shot(stage: Stage, subject: str | list[str] | None = None) -> None:
    """Several people from the knees up; without a subject, everybody."""


@shot("Two-Shot", films=_two)
def two_shot(stage: Stage, subject: list[str] | None = None) -> None:
    """Two people from the waist up in one picture; without a subject, the first two on the stage.

    Errors: not two people.
    """


@shot("Over-the-Shoulder Shot")
def over_the_shoulder(stage: Stage, subject: str, over: str | None = None) -> None:
    """Past the listener's shoulder onto the subject, who speaks.

    over: the listener (left out: the nearest other person). side: the shoulder looked past, "left" or "right".
    Errors: nobody else is there.
    """
    stage.camera.over = _other(stage, subject, over, "Over-the-Shoulder Shot")


@shot("Point-of-View Shot")
def point_of_view(stage: Stage, subject: str, at: str | list[str] | None = None) -> None:
    """What the subject sees, through the subject's eyes; the subject is not in the picture.

    at: whom the subject looks at, a name or several (left out: along the gaze).
    """
    stage.camera.viewer = stage.camera.subjects[0]
    stage.camera.subjects = people(stage, at, "Point-of-View Shot")
    if stage.camera.viewer in stage.camera.subjects:
        raise StageError(f"Point-of-View Shot: {subject} cannot see their own eyes", "Name somebody else.")


@shot("Medium Close-up")
def medium_close_up(stage: Stage, subject: str) -> None:
    """From the chest up: face and a hint of posture."""


@shot("Extreme Close-up")
def extreme_close_up(stage: Stage, subject: str) -> None:
    """Eyes and mouth; the forehead is cut."""


@shot("Insert Shot", films=_hands_or_nothing)
def insert_shot(stage: Stage, subject: str) -> None:
    """A thing of the place, close; or, given a person's name, that person's hands.

    Errors: there is neither a person nor a thing of that name.
    """
    if not stage.camera.subjects:
        stage.camera.thing = stage.prop(subject, "Insert Shot").name


@shot("Low-Angle Shot")
def low_angle_shot(stage: Stage, subject: str | list[str]) -> None:
    """From below the eyes: the subject looms."""


@shot("High-Angle Shot")
def high_angle_shot(stage: Stage, subject: str | list[str]) -> None:
    """From above the eyes: the subject is small."""


@shot("Dutch Angle")
def dutch_angle(stage: Stage, subject: str | list[str], roll: float = 12.0) -> None:
    """The horizon leans by `roll` degrees (negative: the other way): something is wrong.

    Errors: roll beyond 45 degrees.
    """
    if abs(roll) > 45:
        raise StageError(f"Dutch Angle: roll {roll} degrees", "Use -45 to 45 degrees.")
    stage.camera.roll = float(roll)


@shot("Dolly Shot")
def dolly_shot(stage: Stage, subject: str, direction: str = "in") -> None:
    """The camera rolls: direction "in" towards the subject, "out" away, "left" or "right" past.

    Errors: unknown direction.
    """
    if direction not in ("in", "out", "left", "right"):
        raise StageError(f"Dolly Shot: direction {direction!r}", 'Use "in", "out", "left" or "right".')
    stage.camera.direction = direction


@shot("Crane Shot")
def crane_shot(stage: Stage, subject: str | list[str] | None = None) -> None:
    """The camera rises from hip height to look down on the people."""


@shot("Tilt Shot")
def tilt_shot(stage: Stage, subject: str) -> None:
    """The camera looks up from the feet to the face, on the spot."""


@shot("Whip Pan")
def whip_pan(stage: Stage, subject: str | list[str]) -> None:
    """The camera flicks from the first subject to the last in half a second, or onto one from the side."""


@shot("Dolly Zoom")
def dolly_zoom(stage: Stage, subject: str) -> None:
    """The camera comes closer while the lens widens: the subject keeps its size, the room recedes."""


def camera_at(
    stage: Stage,
    at: tuple[float, float, float],
    look_at: str | tuple[float, ...] | None = None,
    lens: float | None = None,
) -> None:
    """Puts the camera exactly there when the shot begins; its shot type then moves it from there.

    at: (x, y, z) metres of the place, z above the floor ((x, y) alone: eye level, 1.6 m). look_at: a person (the
    face), a thing, a position or (x, y, z); left out, whom the shot films. lens: millimetres; left out, the shot
    type's own. Call it after the shot type.
    Errors: a place outside the reach of a camera, nothing of that name, a shot through somebody's eyes.
    """
    if stage.camera.viewer is not None:
        raise StageError("camera_at: the camera is in somebody's eyes", "Choose another shot type than point of view.")
    place = _metres(at, "camera_at: at", 1.6)
    if not (0.05 <= place[2] <= 20 and max(abs(place[0]), abs(place[1])) <= 200):
        raise StageError(f"camera_at: at {tuple(at)}", "Stay within 200 m, and between 0.05 and 20 m above the floor.")
    if lens is not None:
        if not 12 <= lens <= 300:
            raise StageError(f"camera_at: lens {lens} mm", "Use 12 to 300 mm.")
        stage.camera.lens = float(lens)
    stage.camera.at, stage.camera.look_at = place, None
    if isinstance(look_at, str):
        name = next((n for n in stage.roles if n.casefold() == look_at.casefold()), None)
        stage.camera.look_at = name if name else (*stage.point_of(look_at, "camera_at"), _middle(stage, look_at))
    elif look_at is not None:
        stage.camera.look_at = _metres(look_at, "camera_at: look_at", 1.2)


def push_in(stage: Stage, amount: float = 0.3, start: float = 0.0, end: float | None = None) -> None:
    """The camera moves towards its subject by this share of the distance (0.3: a gentle push)."""
    _move(stage, CameraMove("push", float(amount), start, end))


def pull_out(stage: Stage, amount: float = 0.3, start: float = 0.0, end: float | None = None) -> None:
    """The camera moves away from its subject by this share of the distance."""
    _move(stage, CameraMove("push", -float(amount), start, end))


def reveal(stage: Stage, start: float = 0.0, end: float | None = None) -> None:
    """The camera moves away from its subject, and widens where there is little room, until everybody who is there is
    in the picture."""
    _move(stage, CameraMove("reveal", 1.0, start, end))


def orbit(stage: Stage, degrees: float = 90.0, start: float = 0.0, end: float | None = None) -> None:
    """The camera travels round its subject by this many degrees (positive: to the camera's right)."""
    _move(stage, CameraMove("orbit", float(degrees), start, end))


def handheld(stage: Stage, amount: float = 0.5) -> None:
    """The camera breathes as on a shoulder; 0.3 calm to 1.5 nervous."""
    _move(stage, CameraMove("handheld", float(amount)))


def focus_on(stage: Stage, subject: str, start: float = 0.0, end: float | None = None) -> None:
    """Racks the focus to a person. Errors: nobody of that name."""
    _move(stage, CameraMove("focus", 1.0, start, end, stage.role(subject, "focus_on").name))


def shift(stage: Stage, amount: float) -> None:
    """Places the subject off the middle: -1 at the left third, 1 at the right third, 0 in the middle."""
    stage.camera.shift = max(-1.5, min(1.5, float(amount)))


def static(stage: Stage) -> None:
    """Takes every camera move away: the camera rests."""
    stage.camera.moves.clear()
    stage.camera.still = True


def _metres(point: tuple[float, ...], what: str, height: float) -> tuple[float, float, float]:
    """A point with its height. Raises StageError for anything but two or three numbers."""
    numbers = [float(v) for v in point if isinstance(v, (int, float))] if isinstance(point, (tuple, list)) else []
    if len(numbers) not in (2, 3) or len(numbers) != len(point):
        raise StageError(f"{what} {point!r}", "Use (x, y, z) in metres.")
    return (numbers[0], numbers[1], numbers[2] if len(numbers) == 3 else height)


def _middle(stage: Stage, name: str) -> float:
    """Metres above the floor a camera is aimed at for a thing (its middle) or a position (a standing face)."""
    if stage.position(name) is not None:
        return 1.5
    label = stage.prop(name, "camera_at").name
    foot = next((f for f in stage.footprints() if f.name == label), None)
    return (foot.bottom + foot.top) / 2 if foot else 1.2


def _other(stage: Stage, subject: str, other: str | None, call: str) -> str:
    """The other person of a shot of two: the one named, else the nearest."""
    own = stage.role(subject, call)
    if other is not None:
        found = stage.role(other, call)
        if found is own:
            raise StageError(f"{call}: {subject} cannot be both people", "Name somebody else.")
        return found.name
    rest = [r for r in stage.roles.values() if r is not own]
    if not rest:
        raise StageError(f"{call}: {subject} is alone on the stage", "It needs a second person.")
    return min(rest, key=lambda r: math.dist(r.at, own.at)).name


def _move(stage: Stage, move: CameraMove) -> None:
    stage.camera.still = False
    stage.camera.moves.append(move)
