"""Sight past people as well as things, for cameras that travel among them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from library.camera.sight import Sight
from library.camera.stand import in_the_way
from library.camera.subjects import Subject


@dataclass(frozen=True)
class Among:
    """A sight (see `library.camera.sight.Sight`) with some people in it as they stand at one frame."""

    sight: Sight
    people: list[Subject]
    at: int

    def blocked(self, start: np.ndarray, end: np.ndarray) -> bool:
        hidden = any(in_the_way(np.asarray(start), np.asarray(end), each, self.at) for each in self.people)
        return hidden or self.sight.blocked(start, end)

    def clearance(self, point: np.ndarray) -> float:
        gaps = [float(np.linalg.norm(each.ground[self.at] - point[:2])) - each.radius for each in self.people]
        return max(min([self.sight.clearance(point), *gaps]), 0.0)

    def outside(self, point: np.ndarray) -> float:
        return self.sight.outside(point)
