"""Foot slide per gait: how far a planted foot moves on the floor, in millimetres a step. Limit: 5 mm.

python tests/benchmarks/gaits.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from library.motion.bake import bake
from library.motion.locomotion import MOODS
from library.motion.performance import Performance
from tests.support.mannequin import mannequin

LIMIT_MM = 5.0
PATHS = {"straight": [(0, -4)], "curve": [(1.5, -1.5), (3, -1)], "round a corner": [(0, -2), (2, -2), (2, -4)]}


def slide(performance: Performance, seconds: float, fps: float = 24.0) -> float:
    """The farthest, in millimetres, that the ball of a foot moves on the floor while it bears."""
    track = bake({"one": performance}, round(seconds * fps), fps)["one"]
    rig, body = performance.person.rig, performance.body
    axes, heads = track.world(rig)
    t = np.arange(track.frames) / fps
    worst = 0.0
    for side, name in (("left", "Left"), ("right", "Right")):
        leg, steps = body.legs[side], performance.footings()[side].steps
        foot = rig.index(f"{name}Foot")
        turn = axes[:, foot] @ rig.axes[foot].T
        ball = heads[:, foot] + turn @ (leg.ball - leg.ankle)
        for landed, lifted in zip(
            [-9.0, *(s.land_at for s in steps)], [*(s.lift_at for s in steps), 99.0], strict=True
        ):
            down = (t >= landed + 0.10) & (t <= lifted)
            if down.sum() > 1:
                worst = max(worst, float(np.linalg.norm(np.ptp(ball[down], axis=0)[:2])) * 1000)
    return worst


def main() -> int:
    failed = 0
    for height in (1.15, 1.60, 1.85):
        for mood in (m for m in MOODS if m):
            for way, points in PATHS.items():
                for run in (False, True) if mood in ("neutral", "happy") else (False,):
                    one = Performance(mannequin(height), seed=3)
                    end = one.run(points, 0.3, mood=mood) if run else one.walk(points, 0.3, mood=mood)
                    found = slide(one, end + 0.5)
                    failed += found > LIMIT_MM
                    flag = "  OVER" if found > LIMIT_MM else ""
                    print(f"{height:.2f} m  {'run' if run else 'walk':4}  {mood:8}  {way:15}  {found:5.1f} mm{flag}")
    print(f"{failed} over {LIMIT_MM:g} mm")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
