"""Short answers with head and hands: greeting, yes, no, waving."""

from __future__ import annotations

import numpy as np

from library.motion.actions.registry import Act, action
from library.motion.curves import envelope, keys, pulse


def nods(act: Act, first: float, count: int, size: float, every: float = 0.46) -> None:
    """Nods that die away; the first begins with the chin going up a little (anticipation)."""
    act.controls.add(head_pitch=-0.35 * size * pulse(act.t, first - 0.22, 0.18, 0.14))
    for i in range(count):
        fall = 0.82**i
        act.controls.add(
            head_pitch=size * fall * pulse(act.t, first + i * every, 0.19, 0.25),
            spine_pitch=0.16 * size * fall * pulse(act.t, first + i * every + 0.04, 0.22, 0.3),
        )


def shakes(act: Act, first: float, count: int, size: float, every: float = 0.40) -> None:
    """Turns of the head from side to side that die away."""
    side = act.sign()
    times, values = [first - 0.3], [0.0]
    for i in range(count):
        times.append(first + i * every)
        values.append(side * size * (-1) ** i * 0.86**i)
    times.append(times[-1] + every)
    values.append(0.0)
    turn = keys(act.t, times, values)
    lag = keys(act.t - 0.06, times, values)
    act.controls.add(head_yaw=turn, spine_yaw=0.18 * lag, head_roll=-0.12 * lag)


@action(
    "Standing Agree",
    "nods in agreement",
    synonyms=("agree", "nod", "nodding", "approve", "yes", "consent"),
    seconds=2.2,
)
def standing_agree(act: Act) -> None:
    _agree(act)


@action(
    "Sitting Agree",
    "nods in agreement while sitting",
    posture="sitting",
    synonyms=("agree seated", "sitting nod"),
    seconds=2.2,
)
def sitting_agree(act: Act) -> None:
    _agree(act)


def _agree(act: Act) -> None:
    style = act.style(3)
    act.feel("happy", 0.4)
    nods(act, act.rng.uniform(0.35, 0.5), int(act.rng.integers(2, 5)), act.vary(12.0) * act.strength)
    act.controls.add(spine_pitch=2.5 * envelope(act.t, 0.1, act.duration))
    if style == 1:
        hold = envelope(act.t, 0.15, act.duration - 0.1, 0.4, 0.4)
        act.controls.arm(act.side, hold, "open", out=0.24, front=0.5, up=-0.5, palm=-55, flex=-6, swivel=8)
    elif style == 2:
        hold = envelope(act.t, 0.2, act.duration - 0.1, 0.45, 0.45)
        act.controls.rest_on(act.side, "chest", hold, "soft", swivel=22)


@action(
    "Standing Deny",
    "shakes the head, refuses",
    synonyms=("deny", "refuse", "reject", "disagree", "no", "shake head", "disapprove"),
    seconds=2.4,
)
def standing_deny(act: Act) -> None:
    _deny(act)


@action(
    "Sitting Deny",
    "shakes the head while sitting",
    posture="sitting",
    synonyms=("deny seated", "refuse sitting"),
    seconds=2.4,
)
def sitting_deny(act: Act) -> None:
    _deny(act)


def _deny(act: Act) -> None:
    style = act.style(3)
    act.feel("angry", 0.22)
    act.feel("sad", 0.25)
    shakes(act, act.rng.uniform(0.35, 0.5), int(act.rng.integers(3, 5)), act.vary(19.0) * act.strength)
    act.controls.add(spine_pitch=-2.5 * envelope(act.t, 0.1, act.duration))
    if style == 0:
        return
    hands = (act.side,) if style == 1 else act.sides
    for hand in hands:
        hold = envelope(act.t, 0.1 + 0.05 * (hand == "left"), act.duration - 0.1, 0.35, 0.4)
        wag = keys(act.t, [0.3, 0.55, 0.85, 1.15, 1.45], [0.0, 0.10, -0.06, 0.07, 0.0])
        act.controls.arm(hand, hold, "open", out=0.20 + wag, front=0.56, up=-0.30, palm=60, flex=-42, swivel=14)


@action(
    "Standing Greeting",
    "greets: raises a hand, smiles, a small bow of the head",
    synonyms=("greet", "greeting", "hello", "hi", "say hello", "welcome"),
    seconds=2.4,
)
def standing_greeting(act: Act) -> None:
    style = act.style(3)
    act.feel("happy", 0.9)
    if style == 2:
        nods(act, 0.55, 1, 20.0)
        act.controls.add(spine_pitch=9 * pulse(act.t, 0.65, 0.45, 0.7, 0.15))
        hold = envelope(act.t, 0.1, act.duration - 0.2, 0.45, 0.5)
        act.controls.rest_on(act.side, "chest", hold, "soft", swivel=20)
        return
    wave(act, high=style == 0, count=3)
    nods(act, 0.6, 1, 8.0)


@action(
    "Bowing",
    "bows from the hips: thanks, a formal greeting, the end of a performance",
    synonyms=("bow", "bows", "take a bow", "takes a bow", "curtsy", "bow deeply"),
    seconds=2.8,
    full=True,
)
def bowing(act: Act) -> None:
    style = act.style(3)
    depth = (1.0, 0.8, 0.55)[style] * min(act.strength, 1.4)
    down = min(0.9, 0.34 * act.duration)
    bow = keys(act.t, [0.1, 0.1 + down, act.duration - 0.2 - down, act.duration - 0.1], [0, 1, 1, 0])
    late = keys(act.t, [0.2, 0.3 + down, act.duration - 0.1 - down, act.duration], [0, 1, 1, 0])
    act.feel("happy", 0.4)
    act.controls.add(
        hips_pitch=40 * depth * bow,
        hips_front=-0.10 * depth * bow,
        spine_pitch=16 * depth * bow,
        head_pitch=14 * depth * late,
        spine_yaw=-act.sign() * 3 * bow,
    )
    act.look(0, 34 * depth, 0.9 * bow)
    hold = envelope(act.t, 0.0, act.duration, 0.6, 0.6)
    if style == 1:
        act.controls.rest_on(act.side, "chest", hold, "flat", swivel=20)
        act.controls.arm(act.other, hold, "soft", out=0.12, front=-0.24 * depth, up=-0.80, swivel=10)
        return
    for side in act.sides:
        act.controls.arm(side, hold, "flat", out=0.10, front=0.08 + 0.28 * depth * bow, up=-0.90, palm=20, swivel=8)


@action(
    "Waving",
    "waves a hand",
    posture="any",
    synonyms=("wave", "wave goodbye", "waves hand", "bye", "beckon"),
    seconds=2.6,
)
def waving(act: Act) -> None:
    act.feel("happy", 0.7)
    wave(act, high=True, count=max(3, int(act.duration / 0.55)))


def wave(act: Act, high: bool, count: int) -> None:
    """A hand goes up and waves from the elbow, the hand lagging behind the forearm."""
    hold = envelope(act.t, -0.05, act.duration - 0.1, 0.66, 0.7)
    every = act.vary(0.24, 0.12)
    times = [0.4] + [0.6 + every * i for i in range(2 * count)] + [0.6 + every * 2 * count + 0.2]
    values = [0.0] + [(-1.0) ** i * 0.95**i for i in range(2 * count)] + [0.0]
    swing = keys(act.t, times, values)
    lag = keys(act.t - 0.07, times, values)
    place = {"out": 0.36, "front": 0.30, "up": 0.42} if high else {"out": 0.30, "front": 0.40, "up": 0.02}
    act.controls.arm(
        act.side,
        hold,
        "open",
        out=place["out"] + 0.11 * swing,
        front=place["front"],
        up=place["up"] - 0.03 * np.abs(swing),
        palm=78,
        flex=-18.0,
        deviate=-22.0 * lag,
        swivel=22,
        follow=0.8,
    )
    sign = act.sign()
    act.controls.add(spine_roll=-sign * 2.5 * hold, head_roll=sign * 4.0 * hold, hips_side=-sign * 0.015 * hold)
