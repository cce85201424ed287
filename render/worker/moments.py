"""The frames of a shot that are looked at and shown: its start, its end, and a middle that reads well as a picture."""

from __future__ import annotations

import numpy as np

from library.camera.stand import TRAVELS
from library.camera.subjects import Subject
from library.cast.person import Rig
from library.motion.track import Track

REACH_S = 0.4
"""Seconds to either side of the middle in which a better frame is looked for."""

SHUT, APART, LATE = 2.0, 1.0, 0.3
"""What a shut eye costs; what a metre between the feet of who walks is worth (a stride is read where it is widest, not
where the legs pass each other); and what the farthest frame costs."""


def moments(tracks: dict[str, Track], subjects: dict[str, Subject], rigs: dict[str, Rig], frames: int) -> list[int]:
    """Start, middle and end of a shot of `frames` frames. The middle is near the half, at the extreme of a stride, and
    nobody of those given blinks there."""
    last, half = frames - 1, (frames - 1) // 2
    reach = min(round(REACH_S * next((t.fps for t in tracks.values()), 24.0)), half // 2)
    window = np.arange(half - reach, half + reach + 1)
    worth = -LATE * np.abs(window - half) / max(reach, 1)
    for name, track in tracks.items():
        worth = worth - SHUT * np.maximum(_shut(track), 0.0)[window] / len(tracks)
        if subjects[name].travel > TRAVELS:
            worth = worth + APART * _stride(track, rigs[name])[window] / len(tracks)
    return sorted({0, int(window[int(np.argmax(worth.round(6)))]), last})


def _shut(track: Track) -> np.ndarray:
    """(F,) 0 open .. 1 shut."""
    return np.maximum(track.keys.get("blink_l", np.zeros(track.frames)), track.keys.get("blink_r", 0.0))


def _stride(track: Track, rig: Rig) -> np.ndarray:
    """(F,) metres between the ankles over the floor."""
    heads = track.world(rig)[1][..., :2]
    apart = heads[:, rig.index("LeftFoot")] - heads[:, rig.index("RightFoot")]
    return np.linalg.norm(apart, axis=1)
