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
    act.controls.add(hips_pitch=14)
    _angry(act)


def _angry(act: Act) -> None:
    """Shoulders up, the head thrust out before them, fists clear of the body: anger has to be read from afar."""
    style = act.style(4)
    act.feel("angry", 1.0)
    tense = envelope(act.t, 0.0, act.duration + 0.3, 0.4, 0.4) * act.strength
    tremble = 0.5 * noise(act.t, act.rng, 6.0, 2) * tense
    act.controls.add(
        spine_pitch=8 * tense + 0.4 * tremble,
        neck_forward=17 * tense,
        head_pitch=2 * tense + tremble,
        left_shrug=13 * tense,
        right_shrug=13 * tense,
        left_shoulder_front=7 * tense,
        right_shoulder_front=7 * tense,
    )
    hold = envelope(act.t, 0.05, act.duration, 0.4, 0.5)
    if not act.sits:
        act.controls.add(hips_pitch=5 * tense)
        for side in act.sides:
            act.controls.add(**{f"{side}_foot_out": 0.06 * tense, f"{side}_knee_out": 6 * tense})
    (_seated_rage if act.sits else _standing_rage)(act, style, hold, tense)


def _standing_rage(act: Act, style: int, hold: np.ndarray, tense: np.ndarray) -> None:
    if style == 0:
        _stamp(act, 0.75, tense)
        _stamp(act, 1.75, tense)
        for side in act.sides:
            _clenched(act, side, hold)
    elif style == 1:
        _shaken_fist(act, hold)
        _clenched(act, act.other, hold)
    elif style == 2:
        pound = keys(act.t, [0.3, 0.62, 0.76, 1.25, 1.6, 1.74, 2.3], [0, 1, -0.25, 0, 1, -0.25, 0])
        for side in act.sides:
            act.controls.arm(
                side, hold, "fist", out=0.34, front=0.36, up=-0.46 + 0.34 * pound, palm=20, flex=2, swivel=36
            )
        act.controls.add(spine_pitch=-9 * pound, head_pitch=-5 * pound, hips_up=0.012 * pound)
    else:
        hands_on_hips(act, hold)
        act.controls.add(spine_pitch=5 * hold)
        shakes(act, 0.9, 2, 8)
        _stamp(act, 1.9, 0.7 * tense)


def _seated_rage(act: Act, style: int, hold: np.ndarray, tense: np.ndarray) -> None:
    act.controls.add(hips_pitch=6 * tense)
    if style in (0, 3):
        for side in act.sides:
            act.controls.rest_on(side, "knee", hold, "fist", swivel=58)
        shakes(act, 1.0, 2, 7)
    elif style == 1:
        _shaken_fist(act, hold)
        act.controls.rest_on(act.other, "knee", hold, "fist", swivel=58)
    else:
        act.controls.rest_on(act.other, "knee", hold, "fist", swivel=58)
        act.controls.rest_on(act.side, "knee", hold, "fist", swivel=50)
        lift = keys(act.t, [0.35, 0.7, 0.82, 1.3, 1.65, 1.77], [0, 1, 0, 0, 1, 0])
        act.controls.arm(act.side, lift, "fist", out=0.26, front=0.46, up=-0.16, palm=16, swivel=40)
        act.controls.add(spine_pitch=-7 * lift, head_pitch=-3 * lift)


def _clenched(act: Act, side: str, hold: np.ndarray) -> None:
    """An arm held stiffly off the body, elbow out, the fist turned in."""
    shake = 0.012 * noise(act.t, act.rng, 5.0, 2)
    act.controls.arm(
        side, hold, "fist", out=0.46, front=0.14 + shake, up=-0.70 + shake, palm=52, flex=14, swivel=52, follow=0.5
    )


def _shaken_fist(act: Act, hold: np.ndarray) -> None:
    """A fist beside the head that strikes the air twice, the body going with it."""
    strike = keys(act.t, [0.3, 0.7, 0.86, 1.3, 1.7, 1.86, 2.4], [0, 1, -0.5, 0, 1, -0.5, 0])
    act.controls.arm(
        act.side,
        hold,
        "fist",
        out=0.34,
        front=0.42 - 0.10 * strike,
        up=0.06 + 0.24 * strike,
        palm=10,
        flex=-4,
        swivel=24,
    )
    act.controls.add(spine_pitch=-6 * strike, head_pitch=-3 * strike, spine_yaw=5 * act.sign(act.other) * strike)


def _stamp(act: Act, at: float, size: float | np.ndarray) -> None:
    """A foot comes up and down hard; the body jolts."""
    up = keys(act.t, [at - 0.30, at - 0.08, at], [0, 1, 0]) * size
    jolt = pulse(act.t, at + 0.05, 0.07, 0.28) * size
    act.controls.add(
        **{f"{act.side}_foot_up": 0.13 * up, f"{act.side}_foot_pitch": 12 * up},
        hips_side=-act.sign() * 0.030 * up,
        hips_up=-0.022 * jolt,
        head_pitch=5 * jolt,
        spine_pitch=3 * jolt - 3 * up,
    )


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
