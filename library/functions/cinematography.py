"""Cinematography: one shot type per shot, then changes to it.

Common arguments: side "left" or "right" films from that side of the line between the people (left out: the
scene's own side, so that screen directions hold); angle is degrees off the subject's facing (0 frontal, 90
profile); height "eye", "low", "high" or metres; lens millimetres on a 36 mm wide sensor; fill is the share of
the frame's height the framed part of the subject takes. Times are seconds from the start of the shot.
"""

from __future__ import annotations

from library.stage import CameraMove, CameraPlan, Stage, StageError


def close_up(
    stage: Stage,
    subject: str,
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The face, shoulders up. For what a person feels."""
    _shoot(stage, "Close-up", subject, side, angle, height, lens, fill)


def medium_shot(
    stage: Stage,
    subject: str | list[str],
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """One or two people from the waist up: face and hands."""
    _shoot(stage, "Medium Shot", subject, side, angle, height, lens, fill)


def long_shot(
    stage: Stage,
    subject: str | list[str] | None = None,
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """People head to foot with the place around them; without a subject, everybody."""
    _shoot(stage, "Long Shot", subject, side, angle, height, lens, fill)


def zoom_shot(
    stage: Stage,
    subject: str,
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The lens closes in on the subject from waist to face, the camera stays where it is."""
    _shoot(stage, "Zoom Shot", subject, side, angle, height, lens, fill)


def pan_shot(
    stage: Stage,
    subject: str | list[str],
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The camera turns on the spot: from the first subject to the last, or along with one who moves; for one
    who stays, it arrives from the place beside."""
    _shoot(stage, "Pan Shot", subject, side, angle, height, lens, fill)


def tracking_shot(
    stage: Stage,
    subject: str,
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The camera travels with a person who walks, keeping distance and side."""
    _shoot(stage, "Tracking Shot", subject, side, angle, height, lens, fill)


def arc_shot(
    stage: Stage,
    subject: str | list[str],
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The camera circles the subject at one height, as far round as the place allows, up to 360 degrees."""
    _shoot(stage, "360-Degree Arc Shot", subject, side, angle, height, lens, fill)


def curve_surround_shot(
    stage: Stage,
    subject: str,
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The camera rises in a curve from the subject's feet to the face: an entrance."""
    _shoot(stage, "Curve Surround Shot", subject, side, angle, height, lens, fill)


def truck_shot(
    stage: Stage,
    subject: str | list[str] | None = None,
    side: str | None = None,
    angle: float | None = None,
    height: str | float = "eye",
    lens: float | None = None,
    fill: float | None = None,
) -> None:
    """The camera slides sideways past the people and the place; opens a scene."""
    _shoot(stage, "Truck Shot", subject, side, angle, height, lens, fill)


def push_in(stage: Stage, amount: float = 0.3, start: float = 0.0, end: float | None = None) -> None:
    """The camera moves towards its subject by this share of the distance (0.3: a gentle push)."""
    _move(stage, CameraMove("push", float(amount), start, end))


def pull_out(stage: Stage, amount: float = 0.3, start: float = 0.0, end: float | None = None) -> None:
    """The camera moves away from its subject by this share of the distance."""
    _move(stage, CameraMove("push", -float(amount), start, end))


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


def _shoot(stage, shot_type, subject, side, angle, height, lens, fill) -> None:
    call = shot_type
    names = [subject] if isinstance(subject, str) else list(subject or [])
    if side not in (None, "left", "right"):
        raise StageError(f"{call}: side {side!r}", 'Use "left" or "right".')
    if isinstance(height, str) and height not in ("eye", "low", "high"):
        raise StageError(f"{call}: height {height!r}", 'Use "eye", "low", "high" or metres.')
    if lens is not None and not 12 <= lens <= 300:
        raise StageError(f"{call}: lens {lens} mm", "Use 12 to 300 mm.")
    if fill is not None and not 0.05 <= fill <= 1.6:
        raise StageError(f"{call}: fill {fill}", "Use 0.05 to 1.6 of the frame's height.")
    stage.camera = CameraPlan(
        shot_type,
        [stage.role(n, call).name for n in names],
        side,
        None if angle is None else float(angle),
        height,
        lens,
        fill,
    )


def _move(stage: Stage, move: CameraMove) -> None:
    stage.camera.still = False
    stage.camera.moves.append(move)
