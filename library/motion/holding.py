"""Things that move with people: lying, in a hand, between both hands, and on the way from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from library.cast.person import Rig
from library.motion import quaternion as quat
from library.motion.body import Body
from library.motion.curves import ease
from library.motion.track import Track

PASSING = 0.28
"""Seconds in which a thing goes from where it lay into the hand that has reached it, or out of it."""


@dataclass(frozen=True)
class Way:
    """How a thing lies in a hand. up, front: where its own z and -y axes point, in (fingers, palm, thumb) directions
    of the hand. grip: the point of the thing (shares of its size from its low corner) that is at the hand, which
    is `along` hand lengths from the wrist and `off` metres, plus `thick` of the thing's smaller half, off the palm.
    carry: controls of the arm while it is only carried, None for a hanging arm; hand: shape of the fingers."""

    up: tuple[float, float, float]
    front: tuple[float, float, float]
    grip: tuple[float, float, float] = (0.5, 0.5, 0.5)
    along: float = 0.52
    off: float = 0.014
    thick: float = 0.0
    carry: Mapping[str, float] | None = None
    hand: str = "hold"
    both: bool = False


WAYS = {
    "cup": Way(
        (0, 0, 1), (1, 0, 0), thick=0.85, off=0.008,
        carry={"out": -0.02, "front": 0.46, "up": -0.50, "palm": 4.0, "swivel": 12.0, "flex": 0.0, "follow": 0.4},
    ),
    "phone": Way((0, 1, 0), (-1, 0, 0), along=0.62, off=0.016, hand="phone"),
    "stick": Way((0, 1, 0), (0, 0, -1), grip=(0.5, 0.72, 0.5), off=0.018, hand="fist"),
    "palm": Way(
        (0, 1, 0), (1, 0, 0), grip=(0.5, 0.5, 0.0), along=0.60, off=0.014, hand="flat",
        carry={"out": 0.02, "front": 0.48, "up": -0.48, "palm": -70.0, "swivel": 10.0, "flex": 0.0, "follow": 0.4},
    ),
    "edge": Way((0, 1, 0), (0, 0, 1), grip=(0.12, 0.5, 0.5), along=0.62, off=0.018, hand="hold"),
    "pages": Way((0, 1, 0), (0, 0, 1), both=True),
    "load": Way((0, 0, 1), (1, 0, 0), grip=(0.5, 0.5, 0.35), both=True),
    "aim": Way((0, 0, 1), (1, 0, 0), grip=(0.5, 0.84, 0.5), both=True),
}  # fmt: skip
"""cup: upright in the fist; phone: flat in the fingers; stick: a rod; palm: standing on the open hand; edge: a flat
thing by its rim; with both hands: pages to read, a load before the belly, aim: a rod from the rear hand over the
front one."""

LOAD, FLAT = 0.30, 0.05
"""A thing longer than LOAD metres takes both hands; one thinner than FLAT is taken by its rim."""


def way_for(size: tuple[float, float, float]) -> str:
    """The usual way to carry a thing of that size (width, depth, height, metres)."""
    if max(size) > LOAD and size[2] < 3 * max(size[:2]):
        return "load"
    if size[2] < FLAT:
        return "edge"
    return "cup" if max(size[:2]) < 0.14 else "palm"


@dataclass(frozen=True)
class Lying:
    """at: (x, y, z) of the thing's origin on the stage, metres; yaw: degrees; seconds: how long it takes there."""

    at: tuple[float, float, float]
    yaw: float = 0.0
    seconds: float = PASSING


@dataclass(frozen=True)
class Held:
    """In the hand of somebody: `by` their name, `side` the hand, `way` an entry of WAYS."""

    by: str
    side: str
    way: str


@dataclass
class Thing:
    """A thing people handle. kind: its prop; size: metres; options: how it is built; first: where it is when the
    shot begins; changes: (seconds, where it is from then on), in order of time."""

    name: str
    kind: str
    size: tuple[float, float, float]
    first: Lying | Held
    options: dict = field(default_factory=dict)
    changes: list[tuple[float, Lying | Held]] = field(default_factory=list)

    @property
    def now(self) -> Lying | Held:
        """Where it is after all that was planned."""
        return self.changes[-1][1] if self.changes else self.first

    def goes(self, at: float, to: Lying | Held) -> None:
        self.changes = sorted([*self.changes, (float(at), to)], key=lambda change: change[0])

    def holders(self) -> list[tuple[float, float, Held]]:
        """(from, until, who) for every stretch it is held, seconds; infinite at the ends."""
        times = [-np.inf, *(at for at, _ in self.changes), np.inf]
        states = [self.first, *(state for _, state in self.changes)]
        return [(times[i], times[i + 1], s) for i, s in enumerate(states) if isinstance(s, Held)]


@dataclass(frozen=True)
class ThingTrack:
    """A thing frame by frame: location (F, 3) metres of its origin, rotation (F, 4) quaternions (w, x, y, z)."""

    location: np.ndarray
    rotation: np.ndarray


def thing_track(thing: Thing, tracks: Mapping[str, Track], bodies: Mapping[str, Body], fps: float) -> ThingTrack:
    """Where a thing is in every frame, from the baked people. Raises KeyError for a holder who is not baked."""
    frames = next(iter(tracks.values())).frames
    t = np.arange(frames) / fps
    location, rotation = _where(thing.first, thing.size, tracks, bodies, frames)
    for at, state in thing.changes:
        there, turned = _where(state, thing.size, tracks, bodies, frames)
        share = ease((t - at) / (state.seconds if isinstance(state, Lying) else PASSING))
        location = location + (there - location) * share[:, None]
        rotation = quat.slerp(rotation, quat.nearest(turned, rotation), share)
    return ThingTrack(location, quat.continuous(rotation))


def _where(state, size, tracks, bodies, frames: int) -> tuple[np.ndarray, np.ndarray]:
    if isinstance(state, Lying):
        turn = quat.about(np.array([0.0, 0.0, 1.0]), np.radians(state.yaw))
        return np.tile(np.asarray(state.at, float), (frames, 1)), np.tile(turn, (frames, 1))
    way, track, body = WAYS[state.way], tracks[state.by], bodies[state.by]
    axes, heads = track.world(body.rig)
    if way.both:
        return _between(way, state.way, size, body, axes, heads)
    wrist, fingers, palm, thumb = hand_frame(body, state.side, axes, heads)
    basis = np.stack([fingers, palm, thumb], axis=2)
    up, front = basis @ np.asarray(way.up, float), basis @ np.asarray(way.front, float)
    turned = _turn(up, front)
    thick = way.off + way.thick * min(size[0], size[1]) / 2
    hand = wrist + fingers * way.along * body.arms[state.side].hand_length + palm * thick
    return hand - quat.rotate(turned, _grip(way, size)), turned


def hand_frame(body: Body, side: str, axes: np.ndarray, heads: np.ndarray):
    """Wrist (F, 3) and unit directions (F, 3) of a hand on the stage: along the fingers, out of the palm, to the thumb.

    axes, heads: what `Track.world` gives."""
    rig, arm = body.rig, body.arms[side]
    fingers = _carried(rig, arm.hand, axes, arm.hand_axis)
    palm = _carried(rig, arm.hand, axes, arm.palm)
    across = np.cross(arm.hand_axis, arm.palm) * -arm.side
    return heads[:, arm.hand], fingers, palm, _carried(rig, arm.hand, axes, quat.unit(across))


def _carried(rig: Rig, bone: int, axes: np.ndarray, direction: np.ndarray) -> np.ndarray:
    return quat.unit(axes[:, bone] @ (rig.axes[bone].T @ direction))


def _grip(way: Way, size) -> np.ndarray:
    """The gripped point in the thing's own axes; it is centred and stands on z = 0."""
    return (np.asarray(way.grip) - np.array([0.5, 0.5, 0.0])) * np.asarray(size)


def _between(way: Way, name: str, size, body: Body, axes, heads) -> tuple[np.ndarray, np.ndarray]:
    """A thing between both hands: pages face the eyes, a load stays upright, a rod lies over the front hand."""
    middles = {}
    for side in ("left", "right"):
        wrist, fingers, palm, _ = hand_frame(body, side, axes, heads)
        middles[side] = wrist + (0.55 * fingers) * body.arms[side].hand_length + palm * 0.015
    middle = (middles["left"] + middles["right"]) / 2
    across = quat.unit(middles["right"] - middles["left"])
    world_up = np.broadcast_to([0.0, 0.0, 1.0], across.shape)
    if name == "aim":
        front = quat.unit(middles["left"] - middles["right"])
        turned = _turn(world_up, front)
        return middles["right"] - quat.rotate(turned, _grip(way, size)), turned
    away = np.cross(world_up, across)
    if name == "pages":
        eyes = (heads[:, body.bones["LeftEye"]] + heads[:, body.bones["RightEye"]]) / 2
        up = quat.unit(quat.unit(eyes - middle) - 0.55 * quat.unit(away))
        up = quat.unit(up - (up * across).sum(1, keepdims=True) * across)
        turned = _turn(up, -np.cross(up, across))
        return middle - quat.rotate(turned, _grip(way, size)), turned
    turned = _turn(world_up, -away)
    return middle + away * size[1] * 0.25 - quat.rotate(turned, _grip(way, size)), turned


def _turn(up: np.ndarray, front: np.ndarray) -> np.ndarray:
    """(F, 4): the rotation that takes z to `up` and -y as near to `front` as that allows."""
    up = quat.unit(up)
    front = quat.unit(front - (front * up).sum(1, keepdims=True) * up)
    return quat.from_matrix(np.stack([np.cross(up, front), -front, up], axis=2))
