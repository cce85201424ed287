"""At ease, happy, laughing."""

from __future__ import annotations

import numpy as np

from library.motion.actions.bearing import hands_on_hips, pride
from library.motion.actions.registry import Act, action
from library.motion.actions.talking import sway
from library.motion.curves import ease, envelope, keys


@action(
    "Standing Normal",
    "stands at ease",
    posture="standing",
    synonyms=("idle", "stand still", "wait", "neutral", "standing idle", "standing"),
    seconds=3.0,
)
def standing_normal(act: Act) -> None:
    style = act.style(5)
    if style == 1:
        hands_on_hips(act, both=False)
    elif style == 2:
        for side in act.sides:
            act.controls.rest_on(side, "clasp", 1.0, "cup", swivel=8)
    elif style == 3:
        for side in act.sides:
            act.controls.rest_on(side, "back", 1.0, "cup", swivel=6)
        pride(act, 0.5)


@action(
    "Sitting Normal",
    "sits at ease",
    posture="sitting",
    synonyms=("sit still", "sitting idle", "seated", "sitting"),
    seconds=3.0,
)
def sitting_normal(act: Act) -> None:
    style = act.style(3)
    if style == 1:
        for side in act.sides:
            act.controls.rest_on(side, "lap", 1.0, "cup", swivel=6)
    elif style == 2:
        act.controls.add(hips_pitch=-3, spine_pitch=-1)


@action(
    "Standing Happy",
    "is happy: open chest, light bounces, a warm smile",
    synonyms=("happy", "smile", "rejoice", "glad", "cheerful", "delighted"),
    seconds=3.0,
)
def standing_happy(act: Act) -> None:
    style = act.style(4)
    act.feel("happy", 1.0)
    pride(act, 1.2)
    sway(act, 0.8)
    bounce = np.abs(np.sin(np.pi * (act.t / act.vary(0.62, 0.1) - 0.2))) * envelope(act.t, 0.1, act.duration)
    act.controls.add(
        hips_up=-0.034 * (1 - bounce) * act.strength,
        head_pitch=-4 * bounce,
        head_roll=3.5 * np.sin(act.t * 2.6),
        left_shrug=3 * bounce,
        right_shrug=3 * bounce,
    )
    if style == 0:
        hold = envelope(act.t, 0.05, act.duration - 0.2, 0.4, 0.6)
        for side in act.sides:
            act.controls.arm(
                side, hold, "fist", out=0.30, front=0.34 + 0.03 * bounce, up=-0.06 + 0.14 * bounce, palm=8, swivel=30
            )
    elif style == 1:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        for side in act.sides:
            act.controls.arm(
                side, hold, "open", out=0.66, front=0.36, up=-0.16 + 0.08 * bounce, palm=-50, flex=-14, swivel=8
            )
    elif style == 2:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        for side in act.sides:
            clap = 0.05 * np.abs(np.sin(np.pi * act.t / 0.5))
            act.controls.arm(
                side, hold, "flat", out=act.midline + 0.15 + clap, front=0.46, up=-0.28, palm=10, flex=4, swivel=18
            )
    else:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        act.controls.rest_on(act.side, "chest", hold, "soft", swivel=20)
        act.controls.arm(
            act.other, hold, "open", out=0.52, front=0.34, up=-0.44 + 0.06 * bounce, palm=-55, flex=-12, swivel=10
        )


@action(
    "Sitting Happy",
    "is happy while sitting",
    posture="sitting",
    synonyms=("happy seated", "smiling on the sofa"),
    seconds=3.0,
)
def sitting_happy(act: Act) -> None:
    act.feel("happy", 1.0)
    pride(act, 0.7)
    sway(act, 0.9)
    bounce = np.abs(np.sin(np.pi * act.t / act.vary(0.7, 0.1)))
    act.controls.add(head_roll=3.5 * np.sin(act.t * 2.4), spine_pitch=-1.5 * bounce)
    if act.rng.random() < 0.5:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        for side in act.sides:
            act.controls.arm(
                side, hold, "soft", out=act.midline + 0.16, front=0.42, up=-0.30 + 0.03 * bounce, palm=14, swivel=18
            )


@action(
    "Standing Laughing",
    "laughs",
    posture="standing",
    synonyms=("laugh", "laughing", "giggle", "chuckle", "laughs"),
    seconds=3.0,
)
def standing_laughing(act: Act) -> None:
    _laugh(act)


@action(
    "Sitting Laughing",
    "laughs while sitting: thrown back, then bent over",
    posture="sitting",
    synonyms=("laugh seated", "laughing on the sofa", "sit and laugh"),
    seconds=3.0,
)
def sitting_laughing(act: Act) -> None:
    _laugh(act)


def _laugh(act: Act) -> None:
    style = act.style(3)
    act.feel("laughing", 1.0)
    rate = act.vary(4.6, 0.12)
    burst = keys(act.t, [0, 0.35, 1.3, 1.75, 2.3, act.duration + 0.4], [0, 1, 0.8, 0.4, 0.9, 0.3])
    shake = np.sin(2 * np.pi * rate * act.t) * burst
    back = keys(act.t, [0, 0.5, 1.2, 2.0, act.duration], [0, 1.0, 0.7, -0.6, -0.2]) * (1 if style else -1)
    act.controls.add(
        spine_pitch=-8 * back * act.strength + 0.8 * shake,
        head_pitch=-13 * back * act.strength + 1.6 * shake,
        chest_pitch=1.6 * shake,
        left_shrug=4.5 * burst + 2.0 * shake,
        right_shrug=4.5 * burst + 2.0 * shake,
        face_mouth_aa=0.42 * burst + 0.22 * shake,
    )
    act.look(0, -8 * back, 0.55 * burst)
    hold = envelope(act.t, 0.1, act.duration, 0.4, 0.6)
    if style == 0:
        act.controls.rest_on(act.side, "belly", hold, "soft", swivel=20)
    elif style == 1:
        act.controls.rest_on(act.side, "mouth", hold * (0.5 + 0.5 * ease((act.t - 0.6) / 0.4)), "soft", swivel=14)
    elif act.sits:
        slap = keys(act.t, [0.4, 0.75, 0.95, 1.25, 1.5], [0, 0.22, 0, 0.15, 0])
        act.controls.add(**{f"{act.side}_on_thigh": -slap * 2.2})
    else:
        hands_on_hips(act, hold)
