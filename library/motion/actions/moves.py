"""Actions that change place or posture: they plan moves of the performance."""

from __future__ import annotations

import numpy as np

from library.motion import locomotion
from library.motion.actions.registry import action


@action(
    "Walking",
    "walks straight ahead",
    after="standing",
    synonyms=("walk", "stroll", "step forward", "go", "walks"),
    seconds=4.0,
    travels=True,
    moves=True,
)
def walking(performance, start: float, end: float, rng: np.random.Generator, variation: int) -> float:
    return performance.walk(
        [_ahead(performance, start, end, locomotion.walking(performance.body))], start, variation=variation
    )


@action(
    "Running",
    "runs straight ahead",
    after="standing",
    synonyms=("run", "jog", "sprint", "rush", "flee"),
    seconds=3.0,
    travels=True,
    moves=True,
    full=True,
)
def running(performance, start: float, end: float, rng: np.random.Generator, variation: int) -> float:
    return performance.run(
        [_ahead(performance, start, end, locomotion.running(performance.body))], start, variation=variation
    )


@action(
    "Pacing",
    "walks back and forth, restless",
    after="standing",
    synonyms=("pace", "pace around", "walk back and forth"),
    seconds=6.0,
    travels=True,
    moves=True,
    full=True,
)
def pacing(performance, start: float, end: float, rng: np.random.Generator, variation: int) -> float:
    x, y, yaw = performance.place
    side = 90.0 if rng.random() < 0.5 else -90.0
    reach = float(rng.uniform(1.3, 1.8))
    out = np.array([x, y]) + locomotion.toward(yaw + side) * reach
    now, there = start, True
    while now < end - 0.8:
        now = performance.walk([tuple(out) if there else (x, y)], now, mood="brisk", variation=variation)
        there = not there
    return now


@action(
    "Turning Around",
    "turns round to face the other way",
    posture="standing",
    synonyms=("turn around", "turn", "turn back", "spin around"),
    seconds=1.8,
    moves=True,
)
def turning_around(performance, start: float, end: float, rng: np.random.Generator, variation: int) -> float:
    _, _, yaw = performance.place
    return performance.turn(yaw + (179.0 if rng.random() < 0.5 else -179.0), start)


@action(
    "Sit Down",
    "sits down on the seat of the place",
    after="sitting",
    synonyms=("sit", "sits down", "take a seat", "be seated", "sit on"),
    seconds=1.8,
    moves=True,
)
def sit_down(performance, start: float, end: float, rng: np.random.Generator, variation: int) -> float:
    return performance.sit(performance.seat_at_hand(), start, variation)


@action(
    "Stand Up",
    "stands up from the seat",
    posture="sitting",
    after="standing",
    synonyms=("stand", "get up", "rise", "stands up"),
    seconds=1.7,
    moves=True,
)
def stand_up(performance, start: float, end: float, rng: np.random.Generator, variation: int) -> float:
    return performance.stand(start, variation)


def _ahead(performance, start: float, end: float, gait: locomotion.Gait) -> tuple[float, float]:
    x, y, yaw = performance.place
    length = max(0.6, (end - start - 2 * gait.step_time) * gait.speed)
    point = np.array([x, y]) + locomotion.toward(yaw) * length
    return float(point[0]), float(point[1])
