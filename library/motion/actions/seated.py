"""Things done on a seat: clapping, typing, reading."""

from __future__ import annotations

import numpy as np

from library.motion.actions.objects import grip_at
from library.motion.actions.registry import Act, action
from library.motion.actions.talking import sway
from library.motion.curves import envelope, keys, noise


@action(
    "Sitting Clapping",
    "claps the hands while sitting",
    posture="sitting",
    synonyms=("sitting claping", "clap", "clapping", "applaud", "applause"),
    seconds=3.0,
)
def sitting_clapping(act: Act) -> None:
    style = act.style(3)
    act.feel("happy", 0.95)
    sway(act, 0.7)
    every = act.vary((0.30, 0.36, 0.44)[style], 0.08)
    hold = envelope(act.t, 0.0, act.duration - 0.1, 0.45, 0.5)
    phase = (act.t - 0.45) / every
    apart = np.abs(np.sin(np.pi * phase)) ** 0.8
    height = (-0.36, -0.22, -0.30)[style]
    for side in act.sides:
        lead = side == act.side
        act.controls.arm(
            side,
            hold,
            "flat",
            out=act.midline + 0.055 + 0.15 * apart,
            front=0.50 + 0.02 * noise(act.t, act.rng, 0.5),
            up=height + (0.05 if lead else -0.01) * apart,
            palm=6 if style != 1 else (40 if lead else -40),
            flex=-2 - 10 * np.abs(np.sin(np.pi * (phase - 0.12))),
            swivel=14,
            follow=0.7,
        )
    act.controls.add(head_pitch=-2.0 * apart * hold, spine_pitch=0.8 * apart)


@action(
    "Typing",
    "types on a keyboard before them",
    posture="any",
    synonyms=("type", "types", "work on the computer", "use computer", "typing on keyboard", "keyboard"),
    seconds=4.0,
    things=("laptop", "keyboard"),
    handling="at",
)
def typing(act: Act) -> None:
    hold = envelope(act.t, -0.1, act.duration, 0.6, 0.6)
    if act.target is None:
        _texting(act, hold)
        return
    act.controls.add(
        hips_pitch=6 * hold if act.sits else 0, spine_pitch=5 * hold, head_pitch=4 * hold, neck_forward=5 * hold
    )
    act.look(3 * noise(act.t, act.rng, 0.3), 14 + 4 * noise(act.t, act.rng, 0.25), 0.75 * hold)
    for side in act.sides:
        busy = np.clip(0.7 + 0.6 * noise(act.t, act.rng, 0.45), 0, 1)
        act.controls.arm(
            side,
            hold,
            "soft",
            out=-0.06,
            front=0.60,
            up=-0.52,
            palm=76,
            swivel=16,
            follow=0.3,
        )
        side_of = act.side
        act.side = side
        wander = np.stack([noise(act.t, act.rng, 0.9), noise(act.t, act.rng, 0.7), np.zeros(len(act.t))], axis=1)
        point = act.target + wander * 0.018 + np.array([act.sign(side) * 0.075, 0.02, 0.045])
        point[:, 2] += 0.006 * noise(act.t, act.rng, 4.0, 2) * busy
        act.reach(side, grip_at(act, point, (0, 0.15, -1.0), (-act.sign(side) * 0.28, -0.95, -0.12), 0.6), hold)
        act.side = side_of
        for i, finger in enumerate(("index", "middle", "ring", "pinky")):
            tap = np.clip(np.sin(2 * np.pi * (3.1 + 0.37 * i) * act.t + i * 1.7 + act.rng.random() * 6), 0, 1) ** 2
            act.controls.add(**{f"{side}_{finger}": hold * busy * (0.26 * tap + 0.12)})


def _texting(act: Act, hold: np.ndarray) -> None:
    """Thumbs on a phone before the chest."""
    act.controls.add(head_pitch=8 * hold, neck_forward=6 * hold, chest_pitch=4 * hold)
    act.look(3 * noise(act.t, act.rng, 0.3), 26, 0.95 * hold)
    for side in act.sides:
        act.controls.arm(side, hold, "phone", out=-0.20, front=0.46, up=-0.36, palm=-40, flex=12, swivel=10)
        tap = np.clip(np.sin(2 * np.pi * 2.6 * act.t + (2.0 if side == act.side else 0.0)), 0, 1) ** 3
        act.controls.add(**{f"{side}_thumb": 0.28 * hold * tap})


@action(
    "Reading",
    "reads: a book or papers held before the chest",
    posture="any",
    synonyms=("read", "reads", "read a book", "read newspaper", "look at papers", "sorts files", "sorts papers"),
    seconds=4.0,
    things=("open book", "book"),
    way="pages",
)
def reading(act: Act) -> None:
    style = act.style(3)
    hold = envelope(act.t, -0.1, act.duration, 0.6, 0.6)
    act.controls.add(head_pitch=9 * hold, neck_forward=4 * hold, chest_pitch=3 * hold)
    line = (act.t / act.vary(1.6, 0.2)) % 1.0
    act.look(7 - 14 * line, 24 + 3 * np.sin(act.t * 0.4), 0.95 * hold)
    act.feel("thinking", 0.35)
    page = keys(act.t, [1.9, 2.25, 2.6, 2.9], [0, 1, 0.4, 0])
    for side in act.sides:
        turn = page if side == act.side and style == 0 else 0.0
        act.controls.arm(
            side,
            hold,
            "hold",
            out=-0.12 - 0.03 * turn,
            front=0.54,
            up=-0.27 + 0.02 * turn,
            palm=-48,
            flex=12 + 20 * turn,
            swivel=10,
        )
