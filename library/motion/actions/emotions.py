"""Feelings shown with the whole body, standing and sitting."""

from __future__ import annotations

import numpy as np

from library.motion.actions.registry import Act, action
from library.motion.actions.replies import nods, shakes
from library.motion.actions.talking import sway
from library.motion.curves import ease, envelope, keys, noise, pulse


def fold_arms(act: Act, weight: np.ndarray | float = 1.0) -> None:
    for side in act.sides:
        act.controls.rest_on(side, "fold", weight, "soft", swivel=26)


def hands_on_hips(act: Act, weight: np.ndarray | float = 1.0, both: bool = True) -> None:
    for side in act.sides if both else (act.side,):
        act.controls.rest_on(side, "hip", weight, "soft", swivel=42)


def slump(act: Act, amount: float) -> None:
    """The back rounds, the chest sinks, the head hangs."""
    act.controls.add(
        spine_pitch=9 * amount,
        chest_pitch=10 * amount,
        head_pitch=14 * amount,
        neck_forward=6 * amount,
        hips_pitch=-2 * amount,
        left_shoulder_front=9 * amount,
        right_shoulder_front=9 * amount,
        left_shrug=-3 * amount,
        right_shrug=-3 * amount,
    )


def pride(act: Act, amount: float | np.ndarray) -> None:
    """The opposite: chest out, chin up, shoulders back."""
    act.controls.add(
        spine_pitch=-3 * amount,
        chest_pitch=-5 * amount,
        head_pitch=-4 * amount,
        left_shoulder_front=-5 * amount,
        right_shoulder_front=-5 * amount,
    )


def sobs(act: Act, rate: float, size: float) -> np.ndarray:
    """(F,) jerky breaths in bursts: shoulders and chest heave."""
    burst = 0.45 + 0.55 * np.clip(noise(act.t, act.rng, 0.33, 2), 0, 1)
    phase = 2 * np.pi * (rate * act.t + act.rng.random())
    heave = (np.sin(phase) + 0.35 * np.sin(2 * phase + 0.6)) * burst * size
    act.controls.add(
        chest_pitch=2.2 * heave,
        spine_pitch=1.2 * heave,
        head_pitch=1.8 * heave,
        left_shrug=3.2 * heave,
        right_shrug=3.2 * heave,
    )
    return heave


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
    pride(act, 0.8)
    sway(act, 0.8)
    bounce = np.abs(np.sin(np.pi * (act.t / act.vary(0.62, 0.1) - 0.2))) * envelope(act.t, 0.1, act.duration)
    act.controls.add(
        hips_up=-0.022 * (1 - bounce) * act.strength, head_pitch=-2.5 * bounce, head_roll=2.5 * np.sin(act.t * 2.6)
    )
    if style == 0:
        hold = envelope(act.t, 0.05, act.duration - 0.2, 0.4, 0.6)
        for side in act.sides:
            act.controls.arm(
                side, hold, "fist", out=0.16, front=0.42 + 0.03 * bounce, up=-0.26 + 0.07 * bounce, palm=8, swivel=14
            )
    elif style == 1:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        for side in act.sides:
            act.controls.arm(
                side, hold, "open", out=0.46, front=0.42, up=-0.30 + 0.05 * bounce, palm=-50, flex=-10, swivel=6
            )
    elif style == 2:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        for side in act.sides:
            clap = 0.05 * np.abs(np.sin(np.pi * act.t / 0.5))
            act.controls.arm(side, hold, "flat", out=-0.30 + clap, front=0.46, up=-0.28, palm=10, flex=4, swivel=18)
    else:
        hold = envelope(act.t, 0.1, act.duration - 0.1, 0.5, 0.6)
        act.controls.rest_on(act.side, "chest", hold, "soft", swivel=20)


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
            act.controls.arm(side, hold, "soft", out=-0.24, front=0.42, up=-0.30 + 0.03 * bounce, palm=14, swivel=18)


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
        for side in act.sides:
            shake = 0.01 * noise(act.t, act.rng, 5.0, 2)
            act.controls.arm(
                side, hold, "fist", out=0.24, front=0.16 + shake, up=-0.86 + shake, palm=34, flex=10, swivel=26
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
    "Standing Crying",
    "cries: bent, shoulders heaving, hands to the face",
    synonyms=("cry", "crying", "weep", "sob", "tears"),
    seconds=4.0,
)
def standing_crying(act: Act) -> None:
    _cry(act)


@action(
    "Sitting Crying",
    "cries while sitting",
    posture="sitting",
    synonyms=("cry seated", "sob on the sofa", "weep sitting"),
    seconds=4.0,
)
def sitting_crying(act: Act) -> None:
    act.controls.add(hips_pitch=9)
    _cry(act)


def _cry(act: Act) -> None:
    style = act.style(3)
    act.feel("crying", 1.0)
    slump(act, 0.8)
    sobs(act, act.vary(2.3, 0.1), act.strength)
    hold = envelope(act.t, 0.1, act.duration, 0.6, 0.6)
    act.look(0, 24, 0.8 * hold)
    if style == 0:
        for side in act.sides:
            act.controls.rest_on(side, "face", hold, "cup", swivel=6)
        act.controls.add(head_pitch=8 * hold)
    elif style == 1:
        wipe = keys(act.t, [0.2, 0.8, 1.3, 1.8, 2.3, 2.8, 3.4], [0, 1, 0.86, 1, 0.86, 1, 0])
        act.controls.rest_on(act.side, "eye", np.clip(wipe, 0, 1), "soft", swivel=12)
        act.controls.add(**{f"{act.side}_out": 0.04 * np.sin(act.t * 6) * wipe})
        act.controls.rest_on(act.other, "belly", hold, "soft", swivel=8)
    else:
        act.controls.rest_on(act.side, "mouth", hold, "cup", swivel=8)
        act.controls.rest_on(act.other, "belly", hold, "soft", swivel=8)


@action(
    "Standing Depressed",
    "is depressed: hanging head and arms, heavy",
    synonyms=("depressed", "sad", "standing sad", "dejected", "gloomy", "disappointed"),
    seconds=4.0,
)
def standing_depressed(act: Act) -> None:
    style = act.style(3)
    act.feel("sad", 1.0)
    slump(act, 1.15 * min(1.2, act.strength))
    heavy = envelope(act.t, 0, act.duration, 0.9, 0.7)
    sigh = pulse(act.t, 1.5, 0.7, 1.2)
    act.controls.add(hips_up=-0.012 * heavy, chest_pitch=-4 * sigh, left_shrug=3.5 * sigh, right_shrug=3.5 * sigh)
    act.look(4 * act.sign(), 28, 0.9 * heavy)
    shakes(act, 2.0, 2, 5, 0.7)
    for side in act.sides:
        act.controls.toward({f"{side}_follow": 0.0, f"{side}_palm": 45.0, f"{side}_front": 0.14}, heavy)
    if style == 1:
        act.controls.rest_on(act.side, "brow", keys(act.t, [0.8, 1.6, 3.2, 4.0], [0, 1, 1, 0]), "soft", swivel=10)
    elif style == 2:
        act.controls.rest_on(act.side, "nape", keys(act.t, [0.5, 1.7, 3.1, 4.2], [0, 1, 1, 0]), "soft", swivel=24)


@action(
    "Sitting Sad",
    "is sad while sitting: bent over, eyes down",
    posture="sitting",
    synonyms=("sad seated", "sitting depressed", "sad on the sofa"),
    seconds=4.0,
)
def sitting_sad(act: Act) -> None:
    act.feel("sad", 1.0)
    slump(act, 0.9)
    heavy = envelope(act.t, 0, act.duration, 0.9, 0.7)
    act.controls.add(hips_pitch=12 * heavy, spine_pitch=4 * heavy)
    act.look(4 * act.sign(), 26, 0.9 * heavy)
    for side in act.sides:
        act.controls.rest_on(side, "lap" if act.rng.random() < 0.5 else "knee", heavy, "cup", swivel=8)


@action(
    "Burying Face in Hands",
    "buries the face in both hands",
    posture="any",
    synonyms=(
        "bury face in hands",
        "buries his face in his hands",
        "buries her face in her hands",
        "hide face",
        "face in hands",
        "facepalm",
        "despair",
    ),
    seconds=4.0,
)
def burying_face(act: Act) -> None:
    act.feel("sad", 0.9)
    hold = envelope(act.t, 0.05, act.duration + 0.2, 0.7, 0.6)
    slump(act, 0.85)
    if act.sits:
        act.controls.add(hips_pitch=20 * hold, spine_pitch=13 * hold)
    act.controls.add(head_pitch=10 * hold)
    for side in act.sides:
        act.controls.rest_on(side, "face", hold, "cup", swivel=4)
    sobs(act, 0.5, 0.4)
    act.look(0, 26, hold)
    act.controls.add(face_blink_l=0.9 * hold, face_blink_r=0.9 * hold)


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
