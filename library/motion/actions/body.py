"""Actions of the whole body: jumping, dancing, falling, kneeling."""

from __future__ import annotations

import numpy as np

from library.motion.actions.registry import Act, action
from library.motion.curves import ease, envelope, keys, pulse

G = 9.81


@action(
    "Joyful Jump",
    "jumps for joy",
    synonyms=("jump", "jump for joy", "jumps", "leap", "celebrate", "cheer"),
    seconds=2.4,
    full=True,
)
def joyful_jump(act: Act) -> None:
    style = act.style(3)
    leg = act.body.leg_length
    height = act.vary((0.34, 0.26, 0.20)[style], 0.1) * min(act.strength, 1.4) * (leg / 0.85)
    count = (1, 1, 2)[style]
    act.feel("happy", 1.0)
    act.feel("laughing", 0.6)
    off = 0.62
    flight = 2 * np.sqrt(2 * height / G)
    up = np.zeros(len(act.t))
    crouch = np.zeros(len(act.t))
    air = np.zeros(len(act.t))
    for i in range(count):
        start = off + i * (flight + 0.46)
        land = start + flight
        since = np.clip(act.t - start, 0, flight)
        up += (G / 2) * since * (flight - since)
        crouch += pulse(act.t, start - 0.17, 0.34 if i == 0 else 0.24, 0.17) + 0.85 * pulse(
            act.t, land + 0.13, 0.14, 0.36
        )
        air += ease((act.t - start + 0.05) / 0.12) * (1 - ease((act.t - land + 0.07) / 0.10))
    lift = up / leg
    act.controls.add(
        hips_up=lift - 0.19 * crouch,
        hips_front=-0.045 * crouch,
        hips_pitch=20 * crouch - 4 * air,
        spine_pitch=15 * crouch - 8 * air,
        head_pitch=-16 * crouch - 6 * air,
    )
    tuck = pulse(act.t, off + flight * 0.5, flight * 0.45, flight * 0.45) if count == 1 else 0.35 * air
    spread = {0: (0.10, 0.30, 0.06), 1: (0.16, 0.04, 0.02), 2: (0.02, 0.05, 0.05)}[style]
    for side in act.sides:
        lead = side == act.side
        act.controls.add(
            **{
                f"{side}_foot_up": lift * 1.0 + tuck * (0.20 if lead else spread[1] * 0.7),
                f"{side}_foot_front": tuck * (-0.22 if lead else -0.04),
                f"{side}_foot_out": tuck * spread[0] * 0.5,
                f"{side}_foot_pitch": 44 * air * (1.0 if lead else 0.75) + 9 * pulse(act.t, off, 0.1, 0.05),
                f"{side}_knee_out": 10 * crouch + 12 * tuck,
            }
        )
        swing = keys(
            act.t - (0.03 if lead else 0.0),
            [0.05, off - 0.24, off + 0.16, off + flight, off + flight + 0.45, act.duration],
            [8, -38, 158, 140, 30, 8],
        )
        high = np.clip((swing - 20) / 120, 0, 1)
        act.controls.swing_arm(
            side,
            envelope(act.t, -0.1, act.duration, 0.25, 0.5),
            swing,
            reach=0.93 - 0.06 * high,
            out=0.16 + 0.20 * high,
            palm=24,
            flex=-4,
            swivel=4 + 6 * high,
            follow=0.3 + 0.4 * high,
        )
        act.controls.hand(side, "fist" if style == 1 else "open", high)


@action("Dancing", "dances on the spot", synonyms=("dance", "dances", "groove"), seconds=6.0, full=True)
def dancing(act: Act) -> None:
    style = act.style(3)
    beat = act.vary(0.50, 0.06)
    p = act.t / beat
    go = envelope(act.t, 0.0, act.duration, 0.5, 0.5)
    side = np.cos(np.pi * p) * go
    bounce = (0.5 - 0.5 * np.cos(2 * np.pi * p)) * go
    sign = act.sign()
    act.feel("happy", 1.0)
    act.controls.add(
        hips_side=0.085 * side * sign,
        hips_up=-0.030 - 0.035 * bounce * go,
        hips_roll=-5 * side * sign,
        hips_yaw=8 * np.cos(np.pi * (p - 0.25)) * go,
        spine_yaw=-10 * np.cos(np.pi * (p - 0.40)) * go,
        spine_roll=6 * side * sign,
        head_roll=-5 * np.cos(np.pi * (p - 0.5)) * go * sign,
        head_pitch=5 * np.cos(2 * np.pi * (p - 0.1)) * go,
    )
    for each in act.sides:
        s = act.sign(each)
        heel = np.clip(-s * sign * np.cos(np.pi * p), 0, 1) * go
        act.controls.add(**{f"{each}_foot_pitch": 26 * ease(heel), f"{each}_knee_out": 5 * go})
        lag = np.cos(np.pi * (p - 0.35) + (0 if style != 1 else np.pi * (s > 0)))
        twin = np.cos(2 * np.pi * (p - 0.15))
        if style == 0:
            place = {"out": 0.24 + 0.10 * lag * s, "front": 0.42, "up": -0.30 + 0.09 * twin, "palm": 20, "swivel": 20}
        elif style == 1:
            place = {"out": 0.26, "front": 0.34 + 0.12 * lag, "up": -0.12 + 0.26 * lag, "palm": 30, "swivel": 18}
        else:
            raised = np.radians(150 * go)
            place = {"out": 0.14 + (0.22 + 0.08 * lag * s) * go, "front": np.sin(raised) * 0.72 + 0.05}
            place |= {"up": -np.cos(raised) * 0.76 + 0.07 * twin * go, "palm": 20, "swivel": 10}
        act.controls.arm(each, go, "soft", flex=8 * np.cos(2 * np.pi * (p - 0.3)), follow=0.8, **place)


@action(
    "Kneeling",
    "kneels down on one knee",
    synonyms=("kneel", "kneels", "kneel down", "propose", "take a knee", "crouch"),
    seconds=4.5,
    full=True,
)
def kneeling(act: Act) -> None:
    down = keys(act.t, [0.1, 1.15, act.duration - 1.1, act.duration], [0, 1, 1, 0])
    style = act.style(3)
    back = act.other
    shin = act.body.legs["left"].lengths[1] / act.body.leg_length
    thigh = act.body.legs["left"].lengths[0] / act.body.leg_length
    knee = 0.075
    act.controls.add(
        hips_up=-(1.0 - thigh * 0.99 - knee + 0.01) * down,
        hips_front=0.02 * down,
        spine_pitch=12 * pulse(act.t, 0.6, 0.5, 0.6) + 3 * down,
        hips_pitch=10 * pulse(act.t, 0.6, 0.5, 0.6),
        head_pitch=-4 * down,
    )
    step = ease((act.t - 0.1) / 0.7) * (1 - ease((act.t - act.duration + 0.8) / 0.7))
    lift = 0.04 * (pulse(act.t, 0.45, 0.3, 0.3) + pulse(act.t, act.duration - 0.45, 0.3, 0.3))
    act.controls.add(
        **{
            f"{act.side}_foot_front": (thigh * 0.62) * step,
            f"{act.side}_foot_up": lift,
            f"{back}_foot_front": -(shin * 0.46) * step,
            f"{back}_foot_pitch": 74 * down,
            f"{back}_knee_out": 2 * down,
            f"{act.side}_knee_out": 5 * down,
        }
    )
    if style == 0:
        act.controls.rest_on(act.side, "knee", down, "soft", swivel=14)
    elif style == 1:
        for side in act.sides:
            act.controls.rest_on(side, "knee" if side == act.side else "thigh", down, "soft", swivel=14)
    else:
        act.controls.arm(act.side, down, "open", out=0.16, front=0.56, up=-0.34, palm=-50, swivel=8)
        act.controls.rest_on(act.other, "chest", down, "soft", swivel=18)


@action(
    "Falling",
    "loses balance, falls to the ground and lies there",
    synonyms=("fall", "falls", "collapse", "faint", "stumble", "trip"),
    seconds=3.0,
    stays=True,
    full=True,
)
def falling(act: Act) -> None:
    (_fall_back, _fall_forward, _faint)[act.style(3)](act)


def _fall_back(act: Act) -> None:
    """Backwards: the arms fly up, the seat lands first, then the back, then the head."""
    leg = act.body.leg_length
    sign = act.sign()
    low = (act.body.rig.heads[act.body.legs["left"].upper][2] - 0.115) / leg
    seat = keys(act.t, [0.15, 0.45, 0.98, 1.12, 1.30], [0, 0.10, 1.0, 0.965, 1.0])
    lie = keys(act.t, [0.35, 0.98, 1.42, 1.58, 1.80], [0, 0.36, 1.0, 0.95, 1.0])
    totter = pulse(act.t, 0.30, 0.26, 0.3)
    act.feel("surprised", 1 - ease((act.t - 1.2) / 0.5))
    act.controls.add(
        hips_up=-low * seat,
        hips_front=-0.55 * seat,
        hips_pitch=-86 * lie - 8 * totter,
        spine_pitch=16 * pulse(act.t, 1.0, 0.5, 0.5) - 6 * totter,
        head_pitch=22 * pulse(act.t, 1.1, 0.5, 0.45) - 4 * lie,
        spine_yaw=sign * 8 * lie,
    )
    for side in act.sides:
        lead = side == act.side
        fling = keys(act.t, [0.0, 0.45, 0.85, 1.35, 1.75], [0, 1, 1, 0.6, 0])
        lying = ease((act.t - 1.0) / 0.6)
        act.controls.arm(
            side, np.clip(fling, 0, 1), "open", out=0.62, front=0.40, up=0.36, palm=40, swivel=12, follow=0.8
        )
        act.controls.arm(
            side, lying, "relaxed", out=0.62 if lead else 0.46, front=-0.06, up=-0.60, palm=-20, swivel=0, follow=1.0
        )
        kick = keys(act.t, [0.5, 0.98, 1.3, 1.9], [0, 0.16, 0.20, 0.0]) * (1.0 if lead else 0.5)
        bent = 0.0 if lead else 0.30 * ease((act.t - 1.2) / 0.6)
        act.controls.add(
            **{
                f"{side}_foot_up": kick,
                f"{side}_foot_front": 0.30 * seat * (1 - bent),
                f"{side}_foot_pitch": -26 * ease((act.t - 0.7) / 0.5) * (1 - bent),
                f"{side}_foot_yaw": 14 * lie,
                f"{side}_knee_out": 8 * lie,
            }
        )
    act.look(0, -10, 0.8 * lie)


def _fall_forward(act: Act) -> None:
    """Forwards: knees, then hands, then down on the chest with the head turned to the side."""
    leg = act.body.leg_length
    thigh, shin = (length / leg for length in act.body.legs["left"].lengths)
    sign = act.sign()
    rest = act.body.rig.heads[act.body.legs["left"].upper][2] / leg
    low = rest - 0.115 / leg
    knees = keys(act.t, [0.20, 0.75, 0.85], [0, 1, 1])
    lie = keys(act.t, [0.45, 0.85, 1.25, 1.40, 1.60], [0, 0.40, 1.0, 0.97, 1.0])
    act.feel("surprised", 1 - ease((act.t - 1.0) / 0.4))
    act.controls.add(
        hips_up=-(rest - thigh - 0.08) * knees * (1 - lie) - low * lie,
        hips_front=0.10 * knees + 0.42 * lie,
        hips_pitch=12 * pulse(act.t, 0.5, 0.3, 0.4) + 84 * lie,
        spine_pitch=14 * pulse(act.t, 0.6, 0.35, 0.5) - 6 * lie,
        head_pitch=-20 * pulse(act.t, 0.9, 0.5, 0.5) - 6 * lie,
        head_yaw=sign * 48 * ease((act.t - 1.1) / 0.5),
    )
    for side in act.sides:
        out = 0.0 if side == act.side else 0.04
        catch = ease((act.t - 0.15) / 0.5)
        act.controls.arm(side, catch, "open", out=0.20, front=0.66, up=-0.05, palm=75, flex=-30, swivel=20, follow=1.0)
        rest_arm = ease((act.t - 0.95) / 0.5)
        act.controls.arm(
            side, rest_arm, "soft", out=0.40, front=0.16, up=0.30 + 3 * out, palm=85, swivel=50, follow=1.0
        )
        act.controls.add(
            **{
                f"{side}_foot_front": -(shin * 0.5) * knees - 0.37 * lie,
                f"{side}_foot_pitch": 78 * knees,
                f"{side}_foot_out": 0.02 + out,
            }
        )
    act.look(sign * 30, 10, 0.9 * ease((act.t - 0.9) / 0.4))


def _faint(act: Act) -> None:
    """In a faint: the head rolls, the knees give way, the body folds down and over backwards, eyes shut."""
    leg = act.body.leg_length
    sign = act.sign()
    low = (act.body.rig.heads[act.body.legs["left"].upper][2] - 0.115) / leg
    sway = keys(act.t, [0.0, 0.35, 0.7], [0, 1, 0.4])
    seat = keys(act.t, [0.40, 1.25, 1.38, 1.55], [0, 1, 0.97, 1])
    lie = keys(act.t, [0.80, 1.30, 1.80, 1.95, 2.15], [0, 0.3, 1, 0.96, 1])
    act.feel("bored", 0.6 * (1 - lie))
    act.controls.add(
        hips_up=-low * seat,
        hips_front=-0.32 * seat,
        hips_side=sign * 0.10 * seat,
        hips_pitch=-84 * lie,
        hips_roll=sign * (5 * sway + 4 * lie),
        spine_pitch=12 * pulse(act.t, 1.1, 0.6, 0.6),
        spine_roll=sign * 8 * sway,
        head_roll=sign * (14 * sway + 10 * lie),
        head_pitch=-10 * sway + 24 * pulse(act.t, 1.2, 0.5, 0.6),
        head_yaw=sign * 24 * lie,
        face_blink_l=ease((act.t - 0.35) / 0.3),
        face_blink_r=ease((act.t - 0.35) / 0.3),
    )
    brow = keys(act.t, [0.0, 0.4, 0.65, 0.95], [0, 1, 1, 0])
    act.controls.rest_on(act.side, "brow", np.clip(brow, 0, 1), "soft", swivel=8)
    for side in act.sides:
        lead = side == act.side
        limp = ease((act.t - 0.8) / 0.7)
        act.controls.arm(
            side, limp, "relaxed", out=0.72 if lead else 0.42, front=-0.05, up=0.10 if lead else -0.68, palm=-40,
            swivel=0, follow=1.0,
        )  # fmt: skip
        act.controls.add(
            **{
                f"{side}_foot_front": (0.34 if lead else 0.10) * seat,
                f"{side}_foot_yaw": 16 * lie,
                f"{side}_knee_out": (26 if lead else -6) * seat,
                f"{side}_foot_pitch": -20.0 * lead * lie,
            }
        )
