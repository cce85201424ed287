"""Play: a shot at the billiard table, a game on a board, the piano."""

from __future__ import annotations

import numpy as np

from library.motion.actions.objects import before, grip_at
from library.motion.actions.registry import Act, action
from library.motion.curves import ease, envelope, keys, noise


@action(
    "Playing Billiards",
    "bends over the table, aims along the cue and strikes",
    synonyms=("play billiards", "play pool", "billiards", "take a shot at pool", "play snooker", "shoot pool"),
    seconds=4.6,
    things=("billiard cue",),
    way="aim",
    full=True,
)
def playing_billiards(act: Act) -> None:
    style = act.style(3)
    act.side = "right"
    hold = envelope(act.t, 0.0, act.duration, 0.8, 0.8)
    strike = act.duration * 0.62
    strokes = (2, 3, 1)[style]
    times = [0.9, *(strike - 0.9 + 0.9 * (k + 0.5) / strokes for k in range(strokes)), strike, strike + 0.5]
    aims = [0.0, *(-0.06 - 0.03 * (k == strokes - 1) for k in range(strokes)), 0.14, 0.12]
    stroke = keys(act.t, times, aims) * act.strength
    low = (1.0, 0.8, 1.15)[style]
    act.controls.add(
        hips_pitch=30 * low * hold,
        spine_pitch=24 * low * hold,
        hips_up=-0.07 * low * hold,
        hips_front=-0.16 * low * hold,
        head_pitch=-38 * low * hold,
        right_knee_out=8 * hold,
    )
    bridge = before(act, -0.10, 0.86, 0.50)
    rear = before(act, 0.20, 0.16, 0.54)
    rear[:, 1] -= stroke
    weight = envelope(act.t, 0.1, act.duration - 0.1, 0.7, 0.7)
    act.side = "left"
    act.reach("left", grip_at(act, bridge, (0.1, 0.1, -1.0), (-0.1, -1.0, -0.15), 0.55), weight)
    act.side = "right"
    act.reach("right", grip_at(act, rear, (0.9, 0.0, 0.1), (0.0, -0.3, -0.9), 0.5), weight)
    act.controls.hand("left", "cup", hold)
    act.controls.hand("right", "fist", 0.8 * hold)
    act.look(6, 14, hold)
    act.feel("thinking", 0.5)
    act.controls.add(head_pitch=-8 * np.clip((act.t - strike - 0.3) / 0.4, 0, 1) * hold)


@action(
    "Playing Board Game",
    "thinks over the board, then moves a piece",
    posture="sitting",
    synonyms=("play chess", "plays chess", "play a board game", "play cards", "play a game", "move a piece"),
    seconds=5.0,
)
def playing_board_game(act: Act) -> None:
    style = act.style(3)
    hold = envelope(act.t, -0.1, act.duration, 0.7, 0.7)
    at = act.duration * (0.50, 0.58, 0.44)[style]
    reach = keys(act.t, [at - 0.75, at - 0.1, at + 0.75, at + 1.35], [0, 1, 1, 0])
    across = (0.10, -0.16, 0.02)[style] * keys(act.t, [at + 0.05, at + 0.55], [0, 1])
    lifted = keys(act.t, [at - 0.1, at + 0.12, at + 0.4, at + 0.6], [0, 1, 1, 0])
    act.feel("thinking", 0.7)
    act.controls.add(hips_pitch=6 * hold, spine_pitch=(6 + 6 * reach) * hold, spine_yaw=-act.sign() * 7 * reach)
    act.controls.add(head_pitch=5 * hold, neck_forward=4 * hold)
    act.look(6 * noise(act.t, act.rng, 0.5) + 60 * across * act.sign(), 30 - 4 * lifted, 0.85 * hold)
    act.controls.arm(
        act.side,
        reach,
        "pinch",
        out=-0.06 + across,
        front=0.84,
        up=-0.31 + 0.09 * lifted,
        palm=66,
        flex=10,
        swivel=20,
        follow=0.4,
    )
    if style == 1:
        act.controls.arm(act.other, hold, "soft", out=-0.10, front=0.68, up=-0.38, palm=60, swivel=20)
    else:
        act.controls.rest_on(act.other, "chin", hold * (1 - 0.6 * ease((act.t - at) / 0.8)), "soft", swivel=16)


@action(
    "Playing Piano",
    "plays the piano, swaying with the music",
    posture="sitting",
    synonyms=("play the piano", "plays the piano", "play piano", "play the keyboard", "play music", "play a tune"),
    seconds=6.0,
)
def playing_piano(act: Act) -> None:
    style = act.style(3)
    hold = envelope(act.t, -0.1, act.duration, 0.7, 0.7)
    beat = act.vary((0.5, 0.62, 0.8)[style], 0.08)
    phase = 2 * np.pi * act.t / (4 * beat)
    act.feel("happy", 0.35)
    act.controls.add(
        hips_pitch=4 * hold,
        spine_pitch=(4 + 3 * np.sin(phase)) * hold,
        spine_roll=3.5 * np.sin(phase / 2) * hold,
        head_pitch=(3 + 3 * np.sin(2 * phase)) * hold,
        head_roll=3 * np.sin(phase / 2 + 0.6) * hold,
    )
    act.look(8 * np.sin(phase / 2), 28, 0.8 * hold)
    for side in act.sides:
        lead = side == act.side
        roam = noise(act.t, act.rng, 0.45 if lead else 0.25)
        press = np.abs(np.sin(np.pi * act.t / beat * (1.0 if lead else 0.5) + (0.0 if lead else 0.7)))
        act.controls.arm(
            side,
            hold,
            "soft",
            out=(0.06 if lead else 0.10) + 0.15 * roam,
            front=0.74,
            up=-0.45 + 0.035 * press,
            palm=80,
            flex=-6 - 10 * press,
            swivel=20,
            follow=0.35,
        )
        for i, finger in enumerate(("index", "middle", "ring", "pinky")):
            tap = np.clip(np.sin(2 * np.pi * (1.0 / beat + 0.21 * i) * act.t + 1.9 * i), 0, 1) ** 2
            act.controls.add(**{f"{side}_{finger}": hold * 0.3 * tap})
