"""Lens arithmetic and projection of a pinhole camera with a 36 mm wide sensor."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

SENSOR = 36.0
"""Sensor width, millimetres (35 mm full frame)."""


def sensor_height(aspect: float) -> float:
    """Millimetres, for a picture `aspect` times as wide as high."""
    return SENSOR / aspect


def distance_for(height: float, lens: float, aspect: float) -> float:
    """Metres from which `height` metres fill the frame's height (similar triangles: d = h f / s)."""
    return height * lens / sensor_height(aspect)


@dataclass(frozen=True)
class CameraTrack:
    """The camera in every frame.

    location, aim: (F, 3) metres; lens: (F,) mm; focus: (F,) metres; roll: (F,) degrees; fstop; aspect: width
    over height of the picture. hidden: indices of walls taken away, crossed: whether it crosses the line.
    """

    location: np.ndarray
    aim: np.ndarray
    lens: np.ndarray
    focus: np.ndarray
    roll: np.ndarray
    fstop: float
    aspect: float
    crossed: bool = False

    @property
    def moving(self) -> bool:
        """Whether anything about the picture's frame changes over the shot."""
        return any(float(np.ptp(v, axis=0).max()) > 1e-4 for v in (self.location, self.aim, self.lens, self.roll))

    def axes(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Right, up and forward unit vectors, each (F, 3)."""
        forward = self.aim - self.location
        forward = forward / np.maximum(np.linalg.norm(forward, axis=1, keepdims=True), 1e-9)
        right = np.cross(forward, np.array([0.0, 0.0, 1.0]))
        right = right / np.maximum(np.linalg.norm(right, axis=1, keepdims=True), 1e-9)
        up = np.cross(right, forward)
        a = np.radians(self.roll)[:, None]
        return right * np.cos(a) + up * np.sin(a), up * np.cos(a) - right * np.sin(a), forward

    def project(self, points: np.ndarray) -> np.ndarray:
        """(F, ..., 3) world points to (F, ..., 3): x and y of the picture (0..1, y up) and depth in metres."""
        right, up, forward = self.axes()
        extra = (1,) * (points.ndim - 2)
        shape = (len(self.lens), *extra, 3)
        local = points - self.location.reshape(shape)
        depth = (local * forward.reshape(shape)).sum(-1)
        safe = np.where(np.abs(depth) < 1e-6, 1e-6, depth)
        lens = self.lens.reshape(shape[:-1])
        x = (local * right.reshape(shape)).sum(-1) / safe * lens / SENSOR + 0.5
        y = (local * up.reshape(shape)).sum(-1) / safe * lens / sensor_height(self.aspect) + 0.5
        return np.stack([x, y, depth], -1)

    def project_at(self, frame: int, points: np.ndarray) -> np.ndarray:
        """(N, 3) world points at one frame to (N, 3), as `project` does."""
        now = {n: getattr(self, n)[frame : frame + 1] for n in ("location", "aim", "lens", "focus", "roll")}
        return replace(self, **now).project(points[None])[0]


def ease(t: np.ndarray) -> np.ndarray:
    """Quintic ease in and out of 0..1: speed and acceleration are zero at both ends."""
    t = np.clip(t, 0.0, 1.0)
    return t * t * t * (t * (6 * t - 15) + 10)


def smoothed(values: np.ndarray, frames: float) -> np.ndarray:
    """(F, ...) values under a Gaussian window of about so many frames (an operator's reaction)."""
    if len(values) < 3 or frames < 0.05:
        return values
    radius = int(min(len(values) - 1, np.ceil(frames * 2)))
    x = np.arange(-radius, radius + 1)
    kernel = np.exp(-0.5 * (x / frames) ** 2)
    kernel /= kernel.sum()
    padded = np.concatenate([np.repeat(values[:1], radius, 0), values, np.repeat(values[-1:], radius, 0)])
    flat = padded.reshape(len(padded), -1)
    out = np.stack([np.convolve(flat[:, c], kernel, "valid") for c in range(flat.shape[1])], 1)
    return out.reshape(values.shape)
