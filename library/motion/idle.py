"""What nobody stops doing: breathing, shifting weight, never being quite still."""

from __future__ import annotations

import numpy as np

from library.motion.controls import SIDES, Controls
from library.motion.curves import noise


def stance_of(rng: np.random.Generator) -> dict[str, tuple[float, float, float]]:
    """How someone likes to stand: side -> feet out and forward of rest (metres) and toe-out (degrees)."""
    ahead = rng.uniform(-0.035, 0.035)
    wide = rng.uniform(0.0, 0.025)
    return {
        "left": (wide, ahead, float(rng.uniform(5, 14))),
        "right": (wide, -ahead, float(rng.uniform(5, 14))),
    }


def seated_stance_of(rng: np.random.Generator) -> dict[str, tuple[float, float, float]]:
    """How someone likes to put their feet when they sit, as `stance_of`: side by side, one drawn back, apart,
    or slid forward."""
    style = int(rng.integers(4))
    near, far = ("left", "right") if rng.random() < 0.5 else ("right", "left")
    if style == 1:
        return {near: (0.0, -0.06, 6.0), far: (0.01, 0.05, 8.0)}
    if style == 2:
        return {near: (0.06, 0.0, 17.0), far: (0.05, 0.02, 15.0)}
    if style == 3:
        return {near: (0.0, 0.10, 8.0), far: (0.0, 0.03, 10.0)}
    return {near: (0.0, 0.0, 6.0), far: (0.0, 0.01, 7.0)}


def breathing(t: np.ndarray, rng: np.random.Generator, effort: float | np.ndarray = 0.0) -> np.ndarray:
    """(F,) -1..1: in quicker than out, 13 to 17 breaths a minute at rest and up to twice that with effort."""
    rate = rng.uniform(0.22, 0.28) * (1 + np.mean(effort))
    phase = 2 * np.pi * (rate * t + rng.random()) + 0.5 * np.sin(2 * np.pi * rate * 0.31 * t)
    return np.sin(phase + 0.35 * np.sin(phase))


def live(t: np.ndarray, controls: Controls, rng: np.random.Generator, seated: np.ndarray, moving: np.ndarray) -> None:
    """Add life to controls in place. seated, moving: (F,) 0..1 how much the person sits or goes."""
    breath = breathing(t, rng)
    controls.add(chest_pitch=-1.1 * breath, spine_pitch=-0.3 * breath, head_pitch=0.7 * breath)
    still = 1 - moving
    side = noise(t, rng, 0.085, 3)
    stand = still * (1 - seated)
    controls.add(
        hips_side=0.042 * side * stand,
        hips_roll=-3.2 * side * stand,
        spine_roll=3.6 * side * stand + 1.6 * side * seated,
        hips_yaw=1.6 * noise(t, rng, 0.07, 3) * stand,
        spine_yaw=(1.8 * noise(t, rng, 0.11, 3)) * still,
        spine_pitch=0.9 * noise(t, rng, 0.09, 3) * still,
        head_yaw=1.9 * noise(t, rng, 0.16) * still,
        head_pitch=1.3 * noise(t, rng, 0.19) * still,
        head_roll=1.5 * noise(t, rng, 0.13) * still,
    )
    lean = 5.0 * side * stand
    controls.add(left_knee_out=np.maximum(-lean, 0), right_knee_out=np.maximum(lean, 0))
    for each in SIDES:
        drift = noise(t, rng, 0.18)
        controls.add(
            **{
                f"{each}_shrug": 0.9 * breath + 0.5 * drift,
                f"{each}_front": 0.008 * drift,
                f"{each}_out": 0.006 * noise(t, rng, 0.15),
                f"{each}_up": 0.006 * breath,
                f"{each}_flex": 3.0 * noise(t, rng, 0.22),
                f"{each}_index": 0.03 * noise(t, rng, 0.3),
                f"{each}_middle": 0.03 * noise(t, rng, 0.27),
                f"{each}_pinky": 0.04 * noise(t, rng, 0.25),
            }
        )
