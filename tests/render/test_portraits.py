"""People from all sides, rendered small and kept by content."""

from __future__ import annotations

import asyncio

import cv2
import pytest

from app.look import Look
from render import portraits
from render.pool import WorkerPool
from render.protocol import TurntableJob
from render.sandbox import folders


def test_files_go_by_the_look(tmp_path):
    one, other = Look(), Look(hair="bun")
    assert portraits.picture_files(one, tmp_path, "face", 1) == portraits.picture_files(Look(), tmp_path, "face", 1)
    assert portraits.picture_files(one, tmp_path, "face", 1) != portraits.picture_files(other, tmp_path, "face", 1)
    assert len(set(portraits.picture_files(one, tmp_path, "figure"))) == portraits.ANGLES


def test_a_job_writes_only_to_its_folder(tmp_path):
    job = TurntableJob(
        id="t", look=Look(), framing="face", size=(8, 8), samples=1, files=[str(tmp_path / "a.jpg")],
        people=str(tmp_path / "people"),
    )  # fmt: skip
    assert folders(job) == [tmp_path.resolve(), (tmp_path / "people").resolve()]


def test_front_and_back_differ_and_nothing_is_rendered_twice(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(portraits.SIZES, "figure", (36, 48))
    monkeypatch.setattr(portraits, "SAMPLES", 1)

    async def work():
        async with WorkerPool(size=1, writable=[tmp_path]) as pool:
            first = await portraits.turntable(pool, Look(), tmp_path, tmp_path / "people", "figure", 2)
            times = [f.stat().st_mtime_ns for f in first]
            again = await portraits.turntable(pool, Look(), tmp_path, tmp_path / "people", "figure", 2)
            assert [f.stat().st_mtime_ns for f in again] == times
            return first

    front, back = (cv2.imread(str(f)).astype(float) for f in asyncio.run(work()))
    assert front.shape == (48, 36, 3)
    assert abs(front - back).mean() > 1.0
    middle = slice(10, 38), slice(12, 24)
    assert abs(front.mean() - back.mean()) < 20, "the person stays where it is"
    assert abs(front[middle] - back[middle]).mean() > abs(front[:, :4] - back[:, :4]).mean()
