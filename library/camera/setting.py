"""What the camera needs to know of the place: how far it reaches and where its things are."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from library.places.resting import settle
from library.stage import Stage


@dataclass(frozen=True)
class Thing:
    """A thing that can be filmed: middle (3,) and size (3,), metres."""

    middle: np.ndarray
    size: np.ndarray


@dataclass(frozen=True)
class Setting:
    """spots: (N, 2) floor points the place is about; height: of the room, metres; things: by name."""

    spots: np.ndarray = field(default_factory=lambda: np.zeros((0, 2)))
    height: float = np.inf
    things: dict[str, Thing] = field(default_factory=dict)


def setting_of(stage: Stage) -> Setting:
    """The setting of a stage; an empty one where there is no place."""
    place = stage.place
    if place is None:
        return Setting()
    things = {}
    for each in settle(stage.props(), place.height):
        size = np.asarray(each.size, float)
        middle = np.asarray(each.at, float) + [0.0, 0.0, size[2] / 2]
        things[each.placed.name] = Thing(middle, size)
    spots = np.array([p.at for p in place.positions], float).reshape(-1, 2)
    return Setting(spots, np.inf if place.exterior else place.height, things)
