"""Things done with things: phone, cup, picking up, putting down, pointing, giving."""

from __future__ import annotations

import numpy as np

from library.motion import quaternion as quat
from library.motion.actions.registry import Act, action
from library.motion.anchors import Grip
from library.motion.curves import ease, envelope, keys, noise, pulse


def grip_at(act: Act, point: np.ndarray, palm, fingers, along: float = 0.5) -> Grip:
    """A hand whose middle is at `point` (F, 3) in the person's space; palm and fingers are directions."""
    shape = (len(act.t), 3)
    palm, fingers = np.broadcast_to(quat.unit(palm), shape), np.broadcast_to(quat.unit(fingers), shape)
    return Grip(point - fingers * along * act.body.arms[act.side].hand_length, palm, fingers)


def before(act: Act, out: float, front: float, height: float) -> np.ndarray:
    """(F, 3) point before the person: `out` to the leading side and `front` in metres, height as a share of
    the standing height."""
    point = [act.sign() * out, -front, height * act.body.person.measures["height"]]
    return np.tile(point, (len(act.t), 1))


@action(
    "Pointing",
    "points at something",
    posture="any",
    synonyms=("point", "point at", "points to", "indicate", "accuse"),
    seconds=2.4,
)
def pointing(act: Act) -> None:
    style = act.style(3)
    hold = envelope(act.t, 0.0, act.duration - 0.1, 0.5, 0.5)
    wind = pulse(act.t, 0.18, 0.18, 0.2)
    sign = act.sign()
    if act.target is None:
        # well to the side of the body, where the arm is read
        yaw, rise = (0.62, -0.06) if style else (0.82, 0.04)
    else:
        shoulder = np.array(
            [sign * act.body.person.measures["shoulder_width"] / 2, 0, 0.8 * act.body.person.measures["height"]]
        )
        line = quat.unit(act.target - shoulder)
        yaw, rise = np.clip(sign * line[:, 0], -0.35, 0.95), np.clip(line[:, 2], -0.7, 0.8)
    reach = 0.93 - 0.25 * wind
    front = np.sqrt(np.maximum(1 - yaw**2 - rise**2, 0.02))
    jab = 0.05 * keys(act.t, [0.55, 0.7, 0.9, 1.05, 1.25], [0, 1, 0, 1, 0]) * (style == 2)
    act.controls.arm(
        act.side,
        hold,
        "point",
        out=yaw * reach,
        front=(front - jab) * reach,
        up=rise * reach,
        palm=52,
        flex=-2,
        swivel=18,
        follow=0.0,
    )
    act.controls.add(spine_yaw=-sign * 6 * hold, spine_pitch=3 * hold, **{f"{act.side}_shoulder_front": 8 * hold})


@action(
    "Phone Call",
    "talks on the phone held to the ear",
    posture="any",
    synonyms=("phone", "call", "on the phone", "telephone", "answers the phone", "make a call"),
    seconds=5.0,
    things=("smartphone",),
    way="phone",
)
def phone_call(act: Act) -> None:
    style = act.style(3)
    hold = envelope(act.t, 0.0, act.duration, 0.75, 0.7)
    sign = act.sign()
    act.controls.rest_on(act.side, "ear", hold, "phone", swivel=8)
    act.controls.add(
        head_roll=5 * sign * hold, head_yaw=3 * noise(act.t, act.rng, 0.2), head_pitch=2.5 * noise(act.t, act.rng, 0.3)
    )
    wander = noise(act.t, act.rng, 0.14, 2)
    act.look(28 * wander, 6 + 6 * noise(act.t, act.rng, 0.2), 0.85 * hold)
    if style == 0 and not act.sits:
        act.controls.rest_on(act.other, "hip", hold, "soft", swivel=40)
    elif style == 1:
        act.controls.rest_on(act.other, "belly", hold, "soft", swivel=12)
    else:
        talk = np.clip(noise(act.t, act.rng, 0.5), 0, 1) * hold
        act.controls.arm(act.other, talk, "open", out=0.28, front=0.48, up=-0.46, palm=-45, flex=-6, swivel=8)


@action(
    "Drinking",
    "drinks from a cup or glass",
    posture="any",
    synonyms=("drink", "drinks", "sip", "drink coffee", "take a drink"),
    seconds=4.0,
    things=("mug", "glass", "wine glass"),
    way="cup",
)
def drinking(act: Act) -> None:
    style = act.style(3)
    hold = envelope(act.t, 0.0, act.duration, 0.6, 0.6)
    first = act.vary((1.2, 1.0, 1.5)[style], 0.1)
    sip = keys(act.t, [first - 0.55, first, first + 0.9, first + 1.5], [0, 1, 1, 0])
    act.controls.arm(act.side, hold, "hold", out=-0.02, front=0.50, up=-0.40, palm=6, flex=0, swivel=14)
    if act.target is not None:
        taken = keys(act.t, [0.05, 0.5, 0.62, 0.95], [0, 1, 1, 0])
        back = keys(act.t, [act.duration - 1.0, act.duration - 0.55, act.duration - 0.4, act.duration], [0, 1, 1, 0])
        grip = grip_at(act, act.target, (-act.sign() * 0.95, -0.1, 0.0), (0, -0.95, -0.2))
        act.reach(act.side, grip, np.maximum(taken, back))
    act.controls.rest_on(act.side, "sip", sip, "hold", swivel=18, palm=4, out=-0.1, front=0.42, up=0.05)
    tip = pulse(act.t, first + 0.3, 0.35, 0.5, 0.35)
    act.controls.add(head_pitch=-9 * tip, face_mouth_oo=0.35 * sip, **{f"{act.side}_deviate": 10 * tip})
    act.look(0, 18, 0.7 * sip)


@action(
    "Picking Up",
    "bends and picks something up",
    posture="any",
    synonyms=("pick up", "picks up", "take", "grab", "lift up"),
    seconds=2.8,
    handling="take",
    full=True,
)
def picking_up(act: Act) -> None:
    _fetch(act, taking=True)


@action(
    "Putting Down",
    "bends and puts something down",
    posture="any",
    synonyms=("put down", "puts down", "place on table", "set down", "lay down something"),
    seconds=2.8,
    handling="leave",
    things=("book",),
    full=True,
)
def putting_down(act: Act) -> None:
    _fetch(act, taking=False)


def _fetch(act: Act, taking: bool) -> None:
    """Reach to a place (the target, else the ground or a table height before one), the knees giving way."""
    height = act.body.person.measures["height"]
    style = act.style(3)
    if act.target is not None:
        point = act.target
    elif act.sits:
        point = before(act, 0.12, 0.62, 0.42)
    else:
        point = before(act, 0.16, 0.42, (0.06, 0.42, 0.25)[style])
    low = np.clip((0.52 * height - point[:, 2]) / (0.46 * height), 0, 1)
    there = act.duration * 0.46
    bend = keys(act.t, [0.0, there, there + 0.25, act.duration], [0, 1, 1, 0])
    act.look(8 * act.sign(), 30 * np.clip(0.3 + low, 0, 1), 0.9 * envelope(act.t, -0.15, act.duration - 0.3))
    if not act.sits:
        act.controls.add(
            hips_up=-0.42 * low * bend,
            hips_front=-0.10 * low * bend,
            hips_pitch=(14 + 34 * low) * bend,
            left_knee_out=8 * bend,
            right_knee_out=8 * bend,
        )
    act.controls.add(spine_pitch=(8 + 22 * low) * bend, head_pitch=-12 * low * bend, spine_yaw=-act.sign() * 6 * bend)
    weight = keys(act.t, [0.1, there - 0.05, there + 0.2, act.duration * 0.82], [0, 1, 1, 0])
    act.reach(act.side, grip_at(act, point, (-act.sign() * 0.85, 0.1, -0.35), (0, -0.75, -0.6)), weight)
    closing = ease((act.t - there) / 0.2)
    grasp = closing if taking else 1 - closing
    act.controls.hand(act.side, "hold", grasp * envelope(act.t, -0.1, act.duration + 0.2, 0.2, 0.3))
    carried = keys(act.t, [there + 0.3, act.duration], [0, 1]) if taking else keys(act.t, [-0.2, 0.1, there], [1, 1, 0])
    act.controls.arm(act.side, carried * (1 - weight), None, out=0.08, front=0.42, up=-0.52, palm=10, swivel=10)
    if not act.sits and style != 1:
        act.controls.rest_on(act.other, "knee", bend * low, "soft", swivel=16)
