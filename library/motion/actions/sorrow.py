"""Crying, sad, in despair."""

from __future__ import annotations

import numpy as np

from library.motion.actions.bearing import slump, sobs
from library.motion.actions.registry import Act, action
from library.motion.actions.replies import shakes
from library.motion.curves import envelope, keys, pulse


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
        "cover face",
        "covers his face",
        "covers her face",
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
