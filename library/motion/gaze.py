"""Where people look: eyes jump first, the head follows, the trunk last and least."""

from __future__ import annotations

import numpy as np

from library.motion.curves import lagged, spring

EYE_YAW, EYE_UP, EYE_DOWN = 30.0, 20.0, 24.0
"""How far eyes turn in their sockets, degrees."""
EYES_ALONE = 13.0
"""Degrees to the side that eyes take without the head."""
HEAD_YAW, HEAD_UP, HEAD_DOWN = 62.0, 32.0, 36.0
CHEST_YAW = 24.0


def follow(angles: np.ndarray, fps: float, liveliness: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Head and trunk angles that follow a wish to look somewhere.

    angles: (F, 2) degrees from the chest's front to the target: yaw to the own left, pitch down.
    Returns head (F, 2) against the chest and trunk yaw (F,). Small turns are left to the eyes; of larger
    ones the head takes most, and of very large ones the trunk a part. Head starts 60 ms and trunk 180 ms
    after the eyes (Land 2004 finds 25 to 150 ms for the head).
    """
    yaw, pitch = np.clip(angles[:, 0], -150, 150), angles[:, 1]
    trunk = np.sign(yaw) * np.clip((np.abs(yaw) - 22) * 0.38, 0, CHEST_YAW)
    trunk = lagged(trunk, fps, 0.18)
    rest = yaw - trunk
    head_yaw = np.sign(rest) * np.clip((np.abs(rest) - EYES_ALONE) * 0.86, 0, HEAD_YAW)
    head_pitch = np.clip(np.sign(pitch) * np.clip(np.abs(pitch) - 3.0, 0, None) * 0.72, -HEAD_UP, HEAD_DOWN)
    wish = np.stack([head_yaw, head_pitch], axis=1)
    head = spring(lagged(wish, fps, 0.06), fps, 1.5 * liveliness, 0.86)
    return head, trunk


def eyes(angles: np.ndarray, fps: float, rng: np.random.Generator) -> np.ndarray:
    """Eye angles (F, 2) degrees within their limits from the angles head -> target, with small saccades.

    Between jumps eyes are still: fixations of 0.3 to 1.6 s a fraction of a degree to two degrees apart."""
    frames = len(angles)
    jitter = np.zeros((frames, 2))
    at = 0
    while at < frames:
        stay = max(2, int(fps * (0.3 + 1.3 * rng.random())))
        jitter[at : at + stay] = rng.normal(0, (1.1, 0.6))
        at += stay
    out = angles + jitter
    out[:, 0] = EYE_YAW * np.tanh(out[:, 0] / EYE_YAW)
    out[:, 1] = np.where(out[:, 1] > 0, EYE_DOWN * np.tanh(out[:, 1] / EYE_DOWN), EYE_UP * np.tanh(out[:, 1] / EYE_UP))
    return out


def shifts(angles: np.ndarray, fps: float, least: float = 14.0) -> list[int]:
    """Frames at which the target jumps by more than `least` degrees within 0.2 s."""
    gap = max(1, round(0.2 * fps))
    if len(angles) <= gap:
        return []
    change = np.linalg.norm(angles[gap:] - angles[:-gap], axis=1)
    found, last = [], -(10**9)
    for i in np.nonzero(change > least)[0]:
        if i - last > fps * 0.6:
            found.append(int(i))
        last = i
    return found
