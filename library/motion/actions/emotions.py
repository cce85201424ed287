"""Angry, bored, puzzled, surprised, thinking: shown with the whole body."""

from __future__ import annotations

import numpy as np

from library.motion.actions.bearing import fold_arms, hands_on_hips, slump
from library.motion.actions.registry import Act, action
from library.motion.actions.replies import nods, shakes
from library.motion.curves import ease, envelope, keys, noise, pulse


@action(
    "Standing Angry",
    "is angry: fists, raised shoulders, head forward",
    synonyms=("angry", "anger", "furious", "rage", "mad"),
    seconds=3.0,
)
def standing_angry(act: Act) -> None:
    _angry(act)


@action(
    "Sitting Angry",
    "is angry while sitting",
    posture="sitting",
    synonyms=("angry seated", "furious sitting"),
    seconds=3.0,
)
def sitting_angry(act: Act) -> None:
    act.controls.add(hips_pitch=8)
    _angry(act)


def _angry(act: Act) -> None:
    style = act.style(4)
    act.feel("angry", 1.0)
    tense = envelope(act.t, 0.0, act.duration + 0.3, 0.4, 0.4) * act.strength
    tremble = 0.5 * noise(act.t, act.rng, 6.0, 2) * tense
    act.controls.add(
        spine_pitch=4 * tense + 0.4 * tremble,
        neck_forward=9 * tense,
        head_pitch=5 * tense + tremble,
        left_shrug=6 * tense,
        right_shrug=6 * tense,
        chest_pitch=-3 * tense,
    )
    hold = envelope(act.t, 0.05, act.duration, 0.4, 0.5)
    if act.sits and style in (0, 3):
        for side in act.sides:
            act.controls.rest_on(side, "thigh", hold, "fist", swivel=24)
    elif style == 0:
        act.controls.add(hips_pitch=7 * tense)
        for side in act.sides:
            shake = 0.01 * noise(act.t, act.rng, 5.0, 2)
            act.controls.arm(
                side, hold, "fist", out=0.30, front=0.30 + shake, up=-0.72 + shake, palm=34, flex=12, swivel=34
            )
    elif style == 1:
        fold_arms(act, hold)
        shakes(act, 0.9, 2, 8)
    elif style == 2:
        strike = keys(act.t, [0.3, 0.7, 0.86, 1.3, 1.7, 1.86, 2.4], [0, 1, -0.3, 0, 1, -0.3, 0])
        act.controls.arm(
            act.side,
            hold,
            "fist",
            out=0.16,
            front=0.52,
            up=-0.30 + 0.17 * strike,
            palm=16,
            flex=4 - 8 * strike,
            swivel=16,
        )
        act.controls.arm(act.other, hold, "fist", out=0.22, front=0.10, up=-0.88, palm=30, swivel=20)
        act.controls.add(spine_pitch=-3 * strike, head_pitch=-3 * strike)
    else:
        hands_on_hips(act, hold)
        act.controls.add(spine_pitch=3 * hold)


@action(
    "Standing Bored",
    "is bored: weight on one leg, looks away, sighs",
    synonyms=("bored", "boredom", "yawn", "impatient"),
    seconds=4.0,
)
def standing_bored(act: Act) -> None:
    style = act.style(3)
    act.feel("bored", 1.0)
    sign = act.sign()
    lean = envelope(act.t, 0, act.duration, 0.8, 0.6)
    slump(act, 0.45)
    act.controls.add(
        hips_side=sign * 0.055 * lean,
        hips_roll=sign * -4.0 * lean,
        spine_roll=-sign * 4.0 * lean,
        head_roll=sign * 6 * lean,
    )
    side = keys(act.t, [0.3, 0.9, 2.0, 2.5, act.duration], [0, 1, 1, -0.6, -0.5])
    act.look(32 * sign * side, 4 + 8 * np.abs(side), 0.85 * lean)
    sigh = pulse(act.t, 1.3, 0.6, 1.0)
    act.controls.add(chest_pitch=-5 * sigh + 4 * pulse(act.t, 2.2, 0.6, 0.9), left_shrug=4 * sigh, right_shrug=4 * sigh)
    if style == 0:
        fold_arms(act, lean)
    elif style == 1:
        hands_on_hips(act, lean, both=False)
    else:
        yawn = envelope(act.t, 0.6, 2.6, 0.5, 0.5)
        act.controls.rest_on(act.side, "mouth", yawn, "soft", swivel=12)
        act.controls.add(head_pitch=-9 * yawn, face_mouth_aa=0.8 * yawn, face_squint=0.7 * yawn)


@action(
    "Standing Puzzled",
    "is puzzled: head tilted, a hand at the chin or scratching the head",
    synonyms=("puzzled", "confused", "wonder", "perplexed", "shrug"),
    seconds=3.2,
)
def standing_puzzled(act: Act) -> None:
    style = act.style(3)
    act.feel("puzzled", 1.0)
    sign = act.sign()
    tilt = keys(act.t, [0.1, 0.6, 1.6, 2.0, act.duration], [0, 1, 0.9, -0.7, -0.6])
    act.controls.add(head_roll=9 * sign * tilt, neck_forward=5 * np.abs(tilt), head_yaw=-4 * sign * tilt)
    hold = envelope(act.t, 0.15, act.duration, 0.5, 0.5)
    if style == 0:
        act.controls.rest_on(act.side, "crown", hold, "claw", swivel=6)
        scratch = 0.12 * np.sin(2 * np.pi * 3.2 * act.t) * hold
        act.controls.add(**{f"{act.side}_{f}": scratch for f in ("index", "middle", "ring")})
    elif style == 1:
        act.controls.rest_on(act.side, "chin", hold, "pinch", swivel=4)
        act.controls.rest_on(act.other, "belly", hold, "soft", swivel=8)
    else:
        lift = keys(act.t, [0.2, 0.55, 1.5, 1.9], [0, 1, 0.85, 0]) * act.strength
        for side in act.sides:
            act.controls.arm(
                side, np.clip(lift, 0, 1), "open", out=0.44, front=0.34, up=-0.50, palm=-68, flex=-14, swivel=-6
            )
            act.controls.add(**{f"{side}_shrug": 13 * lift})
        act.controls.add(head_pitch=-3 * lift)


@action(
    "Standing Surprise",
    "is surprised: starts back, hands up, eyes wide",
    synonyms=("surprise", "surprised", "shocked", "startled", "amazed", "standing surprised", "gasp"),
    seconds=2.6,
)
def standing_surprise(act: Act) -> None:
    _surprise(act)


@action(
    "Sitting Surprised",
    "is surprised while sitting",
    posture="sitting",
    synonyms=("surprised seated", "sitting surprise", "startled on the sofa"),
    seconds=2.6,
)
def sitting_surprised(act: Act) -> None:
    _surprise(act)


def _surprise(act: Act) -> None:
    style = act.style(3)
    start = (
        keys(act.t, [0.08, 0.24, 0.42, 0.75, act.duration - 0.4, act.duration], [0, -0.35, 1.15, 0.92, 0.7, 0.4])
        * act.strength
    )
    act.feel("surprised", np.clip(ease((act.t - 0.15) / 0.16), 0, 1))
    act.controls.add(
        spine_pitch=-7.5 * start,
        head_pitch=-4.0 * start,
        neck_forward=-5.0 * start,
        left_shrug=8 * start,
        right_shrug=8 * start,
        chest_pitch=-3 * start,
    )
    if not act.sits:
        act.controls.add(hips_up=-0.035 * np.clip(-start * 2.4, 0, 1), hips_front=-0.035 * start)
    up = keys(act.t - 0.05, [0.12, 0.46, 0.8, act.duration - 0.5, act.duration], [0, 1, 0.94, 0.9, 0.5])
    if style == 0:
        for side in act.sides:
            act.controls.arm(side, up, "open", out=0.34, front=0.42, up=-0.16, palm=58, flex=-30, swivel=18)
    elif style == 1:
        act.controls.rest_on(act.side, "mouth", up, "soft", swivel=12)
        act.controls.arm(act.other, up * 0.8, "open", out=0.28, front=0.30, up=-0.56, palm=60, flex=-24, swivel=10)
    else:
        for side in act.sides:
            act.controls.rest_on(side, "cheek", up, "soft", swivel=16)


@action(
    "Standing Thinking",
    "thinks: hand at the chin, eyes up and away",
    synonyms=("think", "thinking", "ponder", "consider", "contemplate"),
    seconds=4.0,
)
def standing_thinking(act: Act) -> None:
    _think(act)


@action(
    "Sitting Thinking",
    "thinks while sitting",
    posture="sitting",
    synonyms=("think seated", "ponder sitting"),
    seconds=4.0,
)
def sitting_thinking(act: Act) -> None:
    act.controls.add(hips_pitch=4)
    _think(act)


def _think(act: Act) -> None:
    style = act.style(3)
    act.feel("thinking", 1.0)
    sign = act.sign() * (1 if act.rng.random() < 0.6 else -1)
    away = keys(act.t, [0.1, 0.5, 1.5, 1.9, 2.8, 3.2, act.duration + 0.2], [0, 1, 1, 0.35, 0.4, -0.7, -0.6])
    act.look(26 * sign * away, -13 * np.abs(away) + 6 * (1 - np.abs(away)), 0.9 * envelope(act.t, 0.1, act.duration))
    act.controls.add(head_roll=5.5 * sign * away, spine_pitch=1.5, head_pitch=2.0)
    hold = envelope(act.t, 0.1, act.duration, 0.6, 0.6)
    if style == 0:
        act.controls.rest_on(act.side, "chin", hold, "pinch", swivel=2)
        act.controls.rest_on(act.other, "belly", hold, "soft", swivel=10)
        rub = 0.08 * np.sin(2 * np.pi * 0.9 * act.t) * hold
        act.controls.add(**{f"{act.side}_index": rub, f"{act.side}_thumb": -rub})
    elif style == 1:
        fold_arms(act, hold)
    else:
        tap = np.clip(np.sin(2 * np.pi * 1.3 * act.t), 0, 1) * 0.2
        act.controls.rest_on(act.side, "cheek", hold, "point", swivel=4)
        act.controls.add(**{f"{act.side}_index": tap})
        act.controls.rest_on(act.other, "belly", hold, "soft", swivel=10)
    if act.duration > 3.2 and act.rng.random() < 0.5:
        nods(act, act.duration - 0.8, 1, 6)
