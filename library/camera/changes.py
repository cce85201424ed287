"""Changes of the camera over time, on top of a shot type."""

from __future__ import annotations

import itertools
import math

import numpy as np

from library.camera.lens import CameraTrack, ease, sensor_height
from library.camera.sight import Sight
from library.camera.stand import NEAR, OVER
from library.camera.still import free_arc, turned, with_
from library.camera.subjects import Subject
from library.places.resting import turn

SWINGS = (0, 20, -20, 40, -40, 60, -60, 85, -85)
"""Degrees to the side by which a reveal may go instead of straight back."""
ASIDE = 0.22
"""Share of the picture by which a person may be off its middle when a push in begins to matter."""
FILMED = ("eyes", "chest", "waist", "knees")
"""Parts of a person one of which a camera aims at: the head in a close-up, the waist in a long shot."""
INSIDE, HEADROOM = 1.0, 0.94
"""Heights in the picture (0..1) below which a crown is in it, and up to which a push in lets it rise."""


def changed(
    track: CameraTrack,
    move,
    subjects: dict[str, Subject],
    sight: Sight,
    fps: float,
    seed: int,
    arrives: bool = False,
) -> CameraTrack:
    """The track with a change on top. arrives: a push in ends on the shot's size where there is room to start
    further away; else it starts on it. Raises ValueError for a kind there is not."""
    count = len(track.lens)
    seconds = np.arange(count) / fps
    end = move.end if move.end is not None else (count - 1) / fps
    p = ease((seconds - move.start) / max(end - move.start, 1e-3))
    if move.kind == "push":
        amount = float(np.clip(move.amount, -1.5, 0.8))
        if arrives and 0 < amount < 0.6:
            back = track.aim + (track.location - track.aim) / (1 - amount)
            faces = [s.points["eyes"][0] for s in subjects.values()]
            seen = min(faces, key=lambda f: np.linalg.norm(f - track.aim[0]), default=track.aim[0])
            if sight.clearance(back[0]) >= NEAR and not sight.blocked(back[0], seen):
                track = with_(track, location=back, focus=track.focus + np.linalg.norm(back - track.location, axis=1))
        if amount > 0:
            track = _towards_the_end(track, list(subjects.values()), p)
        location = track.location + (track.aim - track.location) * (amount * p)[:, None]
        while sight.clearance(location[-1]) < NEAR and abs(amount) > 0.05:
            amount *= 0.75
            location = track.location + (track.aim - track.location) * (amount * p)[:, None]
        shorter = np.linalg.norm(location - track.location, axis=1) * np.sign(amount)
        near = with_(track, location=location, focus=np.maximum(track.focus - shorter, 0.2))
        return _with_headroom(track, near, list(subjects.values()))
    if move.kind == "reveal":
        return _revealed(track, list(subjects.values()), sight, p)
    if move.kind == "orbit":
        near, angle = _room_to_turn(track, move.amount, list(subjects.values()), sight)
        return with_(near, location=turned(near, near.aim, angle * p))
    if move.kind == "handheld":
        rng = np.random.default_rng(seed + 7)
        shake = lambda scale: scale * move.amount * _sway(seconds, rng)  # noqa: E731
        return with_(
            track,
            location=track.location + shake(0.012),
            aim=track.aim + shake(0.018),
            roll=track.roll + shake(0.35)[:, 0],
        )
    if move.kind == "focus":
        target = np.linalg.norm(subjects[move.subject].points["eyes"] - track.location, axis=1)
        return with_(track, focus=track.focus * (1 - p) + target * p, fstop=min(track.fstop, 2.0))
    raise ValueError(f"unknown camera move {move.kind!r}")


def _room_to_turn(track: CameraTrack, wanted: float, people: list[Subject], sight: Sight) -> tuple[CameraTrack, float]:
    """The track from which a camera comes farthest round, and by how many degrees: from where it is, else nearer with
    a shorter lens, or the other way round."""
    best = (-math.inf, track, 0.0)
    for factor in (1.0, 0.85, 0.7, 0.55):
        location = track.aim + (track.location - track.aim) * factor
        left, right = free_arc(location[0], track.aim[0], people, sight) if people else (360.0, 360.0)
        for angle, cost in ((float(np.clip(wanted, -right, left)), 0.0), (float(np.clip(-wanted, -right, left)), 12.0)):
            gain = abs(angle) - cost - 40 * (1 - factor)
            if gain > best[0] + 1e-6:
                near = with_(track, location=location, lens=track.lens * factor, focus=track.focus * factor)
                best = (gain, near, angle)
    return best[1], best[2]


def _towards_the_end(track: CameraTrack, people: list[Subject], p: np.ndarray) -> CameraTrack:
    """The track whose aim goes over, as p (F,) grows from 0 to 1, to where the person it films is at the end: who
    walked to the side is come nearer to, not the middle of their way."""
    if not people:
        return track
    one = min(people, key=lambda s: float(np.linalg.norm(s.points["chest"].mean(0) - track.aim.mean(0))))
    part = min(FILMED, key=lambda p: float(np.linalg.norm(one.points[p][0] - track.aim[0])))
    x, y, depth = track.project(one.points[part][:, None])[-1, 0]
    off = max(abs(float(x) - 0.5), abs(float(y) - 0.5))
    if depth <= 0.3 or off <= ASIDE:
        return track
    aim = track.aim + (one.points[part][-1] - track.aim) * (p * (1 - 0.6 * ASIDE / off))[:, None]
    return with_(track, aim=aim)


def _with_headroom(far: CameraTrack, near: CameraTrack, people: list[Subject]) -> CameraTrack:
    """The pushed-in track tilted up as far as the head it goes towards would leave the top, if it was inside before."""
    if not people:
        return near
    one = min(people, key=lambda s: float(np.linalg.norm(s.points["chest"][-1] - near.aim[-1])))
    (before, ahead), (after, still_ahead) = (t.project(one.points["crown"][:, None])[:, 0, 1:].T for t in (far, near))
    seen = (before <= INSIDE) & (ahead > 0.3) & (still_ahead > 0.3)
    over = np.where(seen, np.maximum(after - np.maximum(before, HEADROOM), 0.0), 0.0)
    reach = np.linalg.norm(one.points["crown"] - near.location, axis=1)
    aim = near.aim.copy()
    aim[:, 2] += over * reach * sensor_height(near.aspect) / near.lens
    return with_(near, aim=aim)


def _revealed(track: CameraTrack, people: list[Subject], sight: Sight, p: np.ndarray) -> CameraTrack:
    """The track that goes back and widens, as p (F,) grows from 0 to 1, until everybody's head and waist are in the
    picture; to the side and up where it has to, of all ways the shortest, and where none shows everybody the one that
    shows most."""
    if not people:
        return track
    points = np.array([each.points[part][-1] for each in people for part in ("crown", "waist")])
    middle = (points.min(0) + points.max(0)) / 2
    away = track.location[-1] - middle
    best = None
    for swing, back, rise in itertools.product(SWINGS, (0.25, 0.5, 0.8, 1.2, 1.7, 2.3), (0.0, 0.5)):
        location = middle + np.array([*turn(away[:2], swing), away[2]]) * (1 + back) + (0.0, 0.0, rise)
        way = [track.location[0] + (location - track.location[0]) * share for share in (0.35, 0.7, 1.0)]
        if sight.outside(location) > OVER or not all(_free(at, people, sight) for at in way):
            continue
        hidden = np.array([sight.blocked(location, point) for point in points])
        for share in (1.0, 0.85, 0.7, 0.55):
            end = {"location": location, "aim": middle, "lens": track.lens[-1] * share}
            one = with_(track, roll=track.roll[-1:], **{name: value[None] for name, value in end.items()})
            x, y, depth = one.project(points[None])[0].T
            framed = (depth > 0.3) & (np.abs(x - 0.5) < 0.46) & (np.abs(y - 0.5) < 0.47)
            shown = int((framed & ~hidden).sum())
            rank = (shown, int(framed.sum()), -(back + 3 * (1 - share) + abs(swing) / 40 + rise))
            if best is None or rank > best[0]:
                best = (rank, end)
    if best is None:
        return track
    end, q = best[1], p[:, None]
    location = track.location * (1 - q) + end["location"] * q
    further = np.linalg.norm(location - track.aim, axis=1) - np.linalg.norm(track.location - track.aim, axis=1)
    return with_(
        track,
        location=location,
        aim=track.aim * (1 - q) + end["aim"] * q,
        lens=track.lens * (end["lens"] / track.lens) ** p,
        focus=np.maximum(track.focus + further, 0.2),
    )


def _free(at: np.ndarray, people: list[Subject], sight: Sight) -> bool:
    """Whether a camera can be there (3,): off things, and off everybody as they stand at the end."""
    off = all(float(np.linalg.norm(each.ground[-1] - at[:2])) > each.radius + 0.25 for each in people)
    return off and sight.clearance(at) >= NEAR


def _sway(seconds: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(F, 3) smooth wander of about unit size: four sines between 0.3 and 2.2 Hz a coordinate."""
    out = np.zeros((len(seconds), 3))
    for axis in range(3):
        for low, high, weight in ((0.25, 0.5, 0.55), (0.5, 0.9, 0.3), (0.9, 1.5, 0.2), (1.5, 2.2, 0.08)):
            out[:, axis] += weight * np.sin(2 * math.pi * rng.uniform(low, high) * seconds + rng.uniform(0, 6.28))
    return out
