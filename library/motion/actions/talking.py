"""Talking and listening: gestures that come with words."""

from __future__ import annotations

import numpy as np

from library.motion.actions.registry import Act, action
from library.motion.controls import FINGER_CHANNELS, HANDS
from library.motion.curves import keys, noise, pulse

GESTURES: dict[str, dict] = {
    "offer": {"arm": {"out": 0.22, "front": 0.50, "up": -0.46, "palm": -52, "flex": -8, "swivel": 2}, "hand": "open"},
    "chop": {"arm": {"out": 0.05, "front": 0.56, "up": -0.42, "palm": 2, "flex": 4, "swivel": 6}, "hand": "flat"},
    "press": {"arm": {"out": 0.16, "front": 0.58, "up": -0.48, "palm": 74, "flex": -14, "swivel": 8}, "hand": "soft"},
    "aside": {"arm": {"out": 0.52, "front": 0.36, "up": -0.44, "palm": -38, "flex": -10, "swivel": 4}, "hand": "open"},
    "pinch": {"arm": {"out": 0.10, "front": 0.52, "up": -0.28, "palm": 24, "flex": 10, "swivel": 4}, "hand": "pinch"},
    "self": {"arm": {"out": -0.22, "front": 0.30, "up": -0.30, "palm": 20, "flex": 24, "swivel": 26}, "hand": "soft"},
    "raise": {"arm": {"out": 0.26, "front": 0.48, "up": -0.16, "palm": -10, "flex": -6, "swivel": 6}, "hand": "open"},
    "roll": {"arm": {"out": 0.02, "front": 0.50, "up": -0.34, "palm": 40, "flex": 12, "swivel": 12}, "hand": "soft"},
}  # fmt: skip
"""Places a talking hand goes to: wrist (in arm lengths from the shoulder) and hand shape."""


def beats(act: Act, hand: str, names: tuple[str, ...], amount: float, pace: float = 1.15, rest: float = 0.25) -> None:
    """A hand that talks: from gesture to gesture, each a lift, a stroke on the beat, a hold, now and then
    down to rest. Strokes fall on stressed sounds where there are some, else every `pace` seconds or so."""
    rng = act.rng
    times = _stroke_times(act, pace)
    channels = ("out", "front", "up", "palm", "flex", "swivel")
    marks = [(-0.2, GESTURES[names[0]]["arm"], 0.0, GESTURES[names[0]]["hand"])]
    for i, beat in enumerate(times):
        name = names[int(rng.integers(len(names)))]
        shape = GESTURES[name]["hand"]
        place = dict(GESTURES[name]["arm"])
        for key, spread in (("out", 0.05), ("front", 0.05), ("up", 0.05), ("palm", 9)):
            place[key] += rng.normal(0, spread)
        raised = dict(place, up=place["up"] + 0.085 * amount, flex=place["flex"] + 9 * amount)
        raised["front"] -= 0.03 * amount
        marks += [(beat - 0.20, raised, 1.0, shape), (beat, place, 1.0, shape)]
        gap = (times[i + 1] if i + 1 < len(times) else act.duration + 2) - beat
        if gap > 0.62:
            marks.append((beat + 0.30, dict(place, up=place["up"] + 0.015), 1.0, shape))
        if gap > 1.9 or (gap > 1.3 and rng.random() < rest * 0.4):
            marks.append((beat + 0.85, place, 0.12, "relaxed"))
    at, places, weights, shapes = (list(column) for column in zip(*_apart(marks, 0.12), strict=True))
    values = keys(act.t, at, np.array([[p[c] for c in channels] for p in places]))
    weight = keys(act.t, at, weights) * min(1.0, 0.55 + 0.45 * act.strength)
    weight = weight * (1 - pulse(act.t, act.duration + 0.3, 0.5, 0.1, 10.0))
    act.controls.arm(hand, weight, None, **{c: values[:, i] for i, c in enumerate(channels)})
    _shape_over(act, hand, at, shapes, weight)


def _apart(marks: list[tuple], least: float) -> list[tuple]:
    """The marks whose times are at least so many seconds after the one kept before."""
    kept = marks[:1]
    for mark in marks[1:]:
        if mark[0] - kept[-1][0] >= least:
            kept.append(mark)
    return kept


def _stroke_times(act: Act, pace: float) -> list[float]:
    if act.accents:
        times = [t for t, _ in act.accents if 0.25 < t < act.duration - 0.1]
        if times:
            return times
    times, at = [], act.rng.uniform(0.35, 0.7)
    while at < act.duration - 0.35:
        times.append(at)
        at += act.vary(pace, 0.35)
    return times or [0.4]


def _shape_over(act: Act, hand: str, at: list[float], shapes: list[str], weight: np.ndarray) -> None:
    curls = keys(act.t, at, np.array([HANDS[s] for s in shapes]))
    act.controls.toward({f"{hand}_{f}": curls[:, i] for i, f in enumerate(FINGER_CHANNELS)}, np.clip(weight, 0, 1))


def sway(act: Act, amount: float = 1.0) -> None:
    """The trunk goes with the words: small leans and turns."""
    rng = act.rng
    act.controls.add(
        spine_pitch=1.6 * amount * noise(act.t, rng, 0.28),
        spine_yaw=3.0 * amount * noise(act.t, rng, 0.24),
        spine_roll=1.4 * amount * noise(act.t, rng, 0.2),
        head_roll=2.6 * amount * noise(act.t, rng, 0.3),
        head_yaw=2.0 * amount * noise(act.t, rng, 0.35),
        head_pitch=1.8 * amount * noise(act.t, rng, 0.5),
    )


def _talk(act: Act) -> None:
    style = act.style(4)
    sway(act, 0.7 + 0.3 * act.strength)
    if style == 0:
        beats(act, act.side, ("offer", "roll", "aside", "pinch"), 0.9)
    elif style == 1:
        beats(act, act.side, ("offer", "raise", "aside"), 1.0)
        beats(act, act.other, ("offer", "press"), 0.8, rest=0.8)
    elif style == 2:
        beats(act, act.side, ("chop", "pinch", "roll"), 1.0)
        if not act.sits:
            act.controls.rest_on(act.other, "hip", 1.0, "soft", swivel=40)
    else:
        beats(act, act.side, ("self", "offer", "roll"), 0.8)
        beats(act, act.other, ("offer", "aside"), 0.7, pace=1.8, rest=0.9)
    act.controls.add(face_brows_up=0.12)


@action(
    "Standing Talking",
    "talks, with hands that go with the words",
    synonyms=("talk", "talking", "speak", "say", "explain", "tell", "chat"),
    seconds=4.0,
)
def standing_talking(act: Act) -> None:
    _talk(act)


@action(
    "Sitting Talking",
    "talks while sitting",
    posture="sitting",
    synonyms=("sit and talk", "talking seated", "speaking on a chair"),
    seconds=4.0,
)
def sitting_talking(act: Act) -> None:
    _talk(act)
    act.controls.add(hips_pitch=3.0, spine_pitch=2.0)


def _argue(act: Act) -> None:
    force = 0.6 + 0.4 * act.strength
    act.feel("angry", 0.55)
    sway(act, 1.5 * force)
    lean = keys(act.t, [0, 0.5, act.duration], [0, 1, 0.8]) * force
    act.controls.add(spine_pitch=5 * lean, hips_pitch=2.5 * lean, head_pitch=-4.0 * lean, neck_forward=7 * lean)
    act.controls.add(left_shrug=4 * lean, right_shrug=4 * lean)
    style = act.style(3)
    if style == 0:
        beats(act, act.side, ("chop", "aside", "raise"), 1.7, pace=0.85)
        beats(act, act.other, ("offer", "raise", "aside"), 1.5, pace=1.0, rest=0.5)
    elif style == 1:
        beats(act, act.side, ("chop", "press", "chop"), 2.0, pace=0.7)
        act.controls.hand(act.side, "point", keys(act.t, [0, 0.4], [0, 0.85]))
        if not act.sits:
            act.controls.rest_on(act.other, "hip", 1.0, "fist", swivel=40)
    else:
        beats(act, act.side, ("aside", "raise", "offer"), 1.6, pace=0.9)
        beats(act, act.other, ("aside", "raise", "offer"), 1.6, pace=0.9)


@action(
    "Standing Arguing",
    "argues: forceful strokes of the hands, head forward",
    synonyms=("argue", "arguing", "quarrel", "shout", "yell", "protest", "confront"),
    seconds=4.0,
)
def standing_arguing(act: Act) -> None:
    _argue(act)


@action(
    "Sitting Arguing",
    "argues while sitting, leaning in",
    posture="sitting",
    synonyms=("argue seated", "quarrel sitting"),
    seconds=4.0,
)
def sitting_arguing(act: Act) -> None:
    act.controls.add(hips_pitch=12, spine_pitch=4)
    _argue(act)


def _listen(act: Act) -> None:
    tilt = act.vary(5.0, 0.4) * (1 if act.rng.random() < 0.5 else -1)
    hold = np.ones(len(act.t))
    act.controls.add(head_roll=tilt * hold, spine_pitch=2.0, neck_forward=2.0, face_brows_up=0.15)
    at = act.rng.uniform(0.7, 1.6)
    while at < act.duration - 0.3:
        for i in range(int(act.rng.integers(1, 3))):
            size = act.vary(5.5, 0.3) * (1 - 0.35 * i)
            act.controls.add(head_pitch=size * pulse(act.t, at + 0.34 * i, 0.17, 0.24))
        at += act.rng.uniform(1.7, 3.4)


@action(
    "Standing Listening",
    "listens: head a little tilted, small nods",
    synonyms=("listen", "listening", "hear", "pay attention"),
    seconds=3.0,
)
def standing_listening(act: Act) -> None:
    _listen(act)
    style = act.style(4)
    if style == 1:
        for side in act.sides:
            act.controls.rest_on(side, "fold", 1.0, "soft", swivel=22)
    elif style == 2:
        for side in act.sides:
            act.controls.rest_on(side, "clasp", 1.0, "cup", swivel=10)
    elif style == 3:
        act.controls.rest_on(act.side, "hip", 1.0, "soft", swivel=40)


@action(
    "Sitting Listening",
    "listens while sitting",
    posture="sitting",
    synonyms=("listen seated", "sit and listen"),
    seconds=3.0,
)
def sitting_listening(act: Act) -> None:
    _listen(act)
    style = act.style(3)
    if style == 1:
        for side in act.sides:
            act.controls.rest_on(side, "lap", 1.0, "cup", swivel=8)
    elif style == 2:
        act.controls.add(hips_pitch=10, spine_pitch=6, head_pitch=-8)
        for side in act.sides:
            act.controls.rest_on(side, "knee", 1.0, "soft", swivel=14)
