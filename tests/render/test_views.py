"""Pictures for whoever reviews a shot, from a real worker: motions by cameras of their own, and nothing left behind."""

from __future__ import annotations

import asyncio
import math
from itertools import pairwise
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.document import Program
from app.look import Look
from render.pool import WorkerPool
from render.protocol import StageJob, StageSpec, TierSpec

PROGRAM = Program(
    scene='use_place(stage, "Office")',
    character='add_person(stage, "Mia", at="Position 1")\nadd_person(stage, "Tom", at="Position 3", facing="Mia")',
    motion='t = walk_to(stage, "Mia", "Position 2")\nperform(stage, "Mia", "Waving", start=t)',
    lighting='light_mood(stage, "day")',
    cinematography='medium_shot(stage, "Tom")\npush_in(stage, amount=0.3)',
)
TINY = TierSpec(name="tiny", size=(64, 36))


@pytest.fixture(scope="module")
def staged(tmp_path_factory) -> tuple[dict, dict, Path]:
    """What a worker makes of the shot without and with pictures for its reviewer."""
    folder = tmp_path_factory.mktemp("views")

    def job(name: str, views: bool) -> StageJob:
        spec = StageSpec(program=PROGRAM, cast={"Mia": Look(), "Tom": Look()}, frames=96)
        return StageJob(id=name, spec=spec, tier=TINY, folder=str(folder / name), people=str(folder / "people"),
                        keyframes=[0, 95], views=views)  # fmt: skip

    async def work() -> tuple[dict, dict]:
        async with WorkerPool(1, writable=[folder]) as pool:
            return (await pool.submit(job("bare", False))).result, (await pool.submit(job("seen", True))).result

    bare, seen = asyncio.run(asyncio.wait_for(work(), 300))
    return bare, seen, folder


@pytest.mark.blender
def test_a_reviewer_sees_the_camera_each_motion_and_who_stands_still(staged):
    bare, seen, folder = staged
    assert bare["views"] == []
    purposes = [v["purpose"] for v in seen["views"]]
    assert set(purposes) == {"camera", "motion", "person"}
    labels = [v["label"] for v in seen["views"]]
    assert any(label.startswith("Mia walks, begins") for label in labels)
    assert any(label.startswith("Mia does “Waving”, middle") for label in labels)
    assert labels[purposes.index("person")] == "Tom at frame 0"
    frames = [v["frame"] for v in seen["views"] if v["purpose"] == "camera"]
    assert frames == sorted(set(frames))
    assert all(v["file"].startswith(str(folder / "seen")) for v in seen["views"])
    for view in seen["views"]:
        assert cv2.imread(view["file"]).shape == (180, 320, 3)


@pytest.mark.blender
def test_a_motion_is_seen_by_a_camera_that_stays(staged):
    _, seen, _ = staged
    moving = [cv2.imread(v["file"]).astype(float) for v in seen["views"] if v["purpose"] == "motion"]
    differences = [np.abs(a - b).mean(axis=2) for a, b in pairwise(moving)]
    assert all(d.max() > 20 for d in differences), "somebody moved"
    assert all(np.median(d) < 6 for d in differences), "the place did not"


@pytest.mark.blender
def test_motions_are_measured_and_the_films_camera_is_as_before(staged):
    bare, seen, _ = staged
    walk = next(m for m in seen["measurements"]["motions"] if m["what"] == "walks")
    assert walk["person"] == "Mia"
    assert walk["way"] >= 0.9 * math.dist(walk["start"], walk["end"]) > 0.5
    assert walk["speed"] > 0.4
    for one, two in zip(bare["keyframes"], seen["keyframes"], strict=True):
        assert Path(one["file"]).read_bytes() == Path(two["file"]).read_bytes()
    assert bare["measurements"] == seen["measurements"]
