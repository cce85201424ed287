"""Play with a thing in both hands: a shot at the billiard table."""

from __future__ import annotations

import numpy as np

from library.motion.actions.objects import before, grip_at
from library.motion.actions.registry import Act, action
from library.motion.curves import envelope, keys


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
