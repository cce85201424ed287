"""How hair hangs and swings on a moving head: a damped pendulum in the head's own axes."""

from __future__ import annotations

import numpy as np

from library.cast.person import SWAYS

GRAVITY = 9.81
RATE, DAMPING = 1.7, 0.38
"""Hertz at which hair swings, and the share of critical damping."""

LEAN = 1.15
"""Key value for hair that hangs at 45 degrees to the head."""

STEPS = 4


def sway(turn: np.ndarray, place: np.ndarray, fps: float) -> dict[str, np.ndarray]:
    """Values (F,) 0..1 of the hair's shape keys.

    turn: (F, 3, 3) the head's turn from rest on the stage; place: (F, 3) metres of the head. The pull is gravity less
    the head's acceleration; the hair follows it as a spring-damper, integrated by semi-implicit Euler steps."""
    speed = np.gradient(place, axis=0) * fps
    pull = np.array([0.0, 0.0, -GRAVITY]) - np.clip(np.gradient(speed, axis=0) * fps, -14, 14)
    local = np.einsum("fji,fj->fi", turn, pull)
    goal = LEAN * local[:, :2] / np.maximum(-local[:, 2:], 0.45 * GRAVITY)
    omega, dt = 2 * np.pi * RATE, 1 / (fps * STEPS)
    at, going = goal[0].copy(), np.zeros(2)
    out = np.empty_like(goal)
    for frame, wanted in enumerate(goal):
        for _ in range(STEPS):
            going += dt * (omega**2 * (wanted - at) - 2 * DAMPING * omega * going)
            at = at + dt * going
        out[frame] = at
    return {name: np.clip(out @ np.asarray(way, float), 0, 1) for name, way in SWAYS.items()}
