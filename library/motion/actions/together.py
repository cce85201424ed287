"""Things two people do with each other. Both perform the action with the other as target."""

from __future__ import annotations

import numpy as np

from library.motion.actions.objects import grip_at
from library.motion.actions.registry import Act, action
from library.motion.curves import envelope, keys, pulse


def _partner(act: Act, otherwise: float) -> tuple[np.ndarray, np.ndarray]:
    """(F, 3) level direction to the partner and (F,) metres to them; straight ahead without a target."""
    if act.target is None:
        return np.tile([0.0, -1.0, 0.0], (len(act.t), 1)), np.full(len(act.t), otherwise)
    flat = act.target * np.array([1.0, 1.0, 0.0])
    distance = np.maximum(np.linalg.norm(flat, axis=1), 0.05)
    return flat / distance[:, None], distance


@action(
    "Handshake",
    "shakes hands with someone",
    synonyms=("shake hands", "handshaking", "shakes hand"),
    seconds=2.8,
    apart=0.80,
)
def handshake(act: Act) -> None:
    side = "right"
    toward, distance = _partner(act, 0.85)
    hold = envelope(act.t, 0.0, act.duration - 0.1, 0.7, 0.6)
    pump = 0.03 * keys(act.t, [0.8, 0.95, 1.1, 1.25, 1.4, 1.6], [0, -1, 0.9, -0.8, 0.5, 0]) * act.strength
    height = 0.545 * act.body.person.measures["height"]
    if act.target is not None:
        height = 0.5 * height + 0.5 * 0.545 / 0.93 * act.target[:, 2]
    across = np.stack([-toward[:, 1], toward[:, 0], np.zeros(len(act.t))], axis=1)
    point = toward * (distance / 2)[:, None] - across * 0.012
    point[:, 2] = height + pump
    act.side = side
    act.reach(side, grip_at(act, point, across, toward + np.array([0, 0, -0.08]), 0.44), hold)
    act.controls.hand(side, "hold", keys(act.t, [0.6, 0.85, act.duration - 0.5, act.duration - 0.2], [0, 0.8, 0.8, 0]))
    far = np.clip((distance / 2 - 0.36) / 0.3, 0, 1)
    act.controls.add(
        hips_pitch=(3 + 7 * far) * hold, spine_pitch=(4 + 8 * far) * hold, head_pitch=-4 * hold, spine_yaw=8 * hold
    )
    act.feel("happy", 0.6)
    act.controls.add(head_pitch=6 * pulse(act.t, 0.9, 0.25, 0.35))


@action("Hug", "hugs someone", synonyms=("embrace", "hugs", "cuddle", "hold someone"), seconds=3.5, apart=0.40)
def hug(act: Act) -> None:
    toward, distance = _partner(act, 0.42)
    hold = envelope(act.t, 0.0, act.duration - 0.1, 0.8, 0.8)
    height = act.body.person.measures["height"]
    lean = np.clip((distance - 0.32) / 0.4, 0, 1.2)
    act.controls.add(
        hips_pitch=(4 + 9 * lean) * hold,
        spine_pitch=(3 + 9 * lean) * hold,
        hips_front=0.05 * lean * hold,
        head_yaw=16 * hold,
        head_roll=9 * hold,
        head_pitch=-3 * hold,
    )
    act.feel("happy", 0.7)
    act.controls.add(
        face_blink_l=0.95 * envelope(act.t, 0.9, act.duration - 0.6),
        face_blink_r=0.95 * envelope(act.t, 0.9, act.duration - 0.6),
    )
    pat = 0.03 * np.sin(2 * np.pi * 1.6 * act.t) * envelope(act.t, 1.2, act.duration - 0.9)
    across = np.stack([-toward[:, 1], toward[:, 0], np.zeros(len(act.t))], axis=1)
    for side in act.sides:
        sign = act.sign(side)
        high = side == "left"
        point = toward * (distance + 0.135)[:, None] + across * (sign * 0.05)
        point[:, 2] = (0.74 if high else 0.64) * height
        if high:
            point = point + toward * pat[:, None]
        fingers = -across * sign * 0.9 + np.array([0, 0, 0.35 if high else 0.1])
        act.side = side
        act.reach(side, grip_at(act, point, -toward, fingers, 0.4), hold)
        act.controls.toward({f"{side}_swivel": 46.0 if high else 30.0}, hold)
    act.side = "right"


@action(
    "Giving",
    "hands something over",
    posture="any",
    synonyms=("give", "gives", "hand over", "offer", "pass", "present"),
    seconds=2.6,
    apart=0.90,
    things=("gift",),
    way="palm",
    handling="give",
    handover=0.52,
)
def giving(act: Act) -> None:
    toward, distance = _partner(act, 0.9)
    reach = keys(act.t, [0.25, 0.95, 1.7, 2.3], [0, 1, 1, 0])
    ready = envelope(act.t, -0.1, act.duration, 0.4, 0.5)
    act.controls.arm(act.side, ready, "hold", out=0.06, front=0.40, up=-0.50, palm=-40, swivel=8)
    point = toward * np.clip(distance * 0.5, 0.3, 0.62)[:, None]
    point[:, 2] = (
        0.60 * act.body.person.measures["height"] if not act.sits else 0.5 * act.body.person.measures["height"]
    )
    act.reach(act.side, grip_at(act, point, np.array([0, 0.15, 1.0]), toward + np.array([0, 0, 0.15]), 0.6), reach)
    act.controls.hand(act.side, "flat", keys(act.t, [1.3, 1.6], [0, 0.8]))
    act.controls.add(hips_pitch=4 * reach, spine_pitch=7 * reach, head_pitch=3 * pulse(act.t, 1.1, 0.3, 0.4))
    act.look(0, 16, 0.6 * pulse(act.t, 0.7, 0.4, 0.4))
    act.feel("happy", 0.4)
