"""Ways of holding oneself that many actions share."""

from __future__ import annotations

import numpy as np

from library.motion.actions.registry import Act
from library.motion.curves import noise


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
