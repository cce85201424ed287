"""Pictures of the library's entries: rendered once, kept by content, put on labelled sheets."""

from __future__ import annotations

import asyncio
import json

import cv2
import numpy as np
import pytest

from app.errors import ShotwrightError
from library.entries import entries
from render.entries import contact_sheet, entry_pictures
from render.pool import WorkerPool
from ui.commands.library import main


def test_a_prop_is_rendered_once_and_fills_its_picture(tmp_path):
    entry = entries("props")["apple"]

    async def work():
        async with WorkerPool(size=1, writable=[tmp_path]) as pool:
            (first,) = await entry_pictures(pool, entry, tmp_path, tmp_path / "people", (64, 64), 1)
            made = first.stat().st_mtime_ns
            (again,) = await entry_pictures(pool, entry, tmp_path, tmp_path / "people", (64, 64), 1)
            assert again == first
            assert again.stat().st_mtime_ns == made
            return first

    picture = cv2.imread(str(asyncio.run(work()))).astype(int)
    assert picture.shape == (64, 64, 3)
    red = (picture[..., 2] - picture[..., 1]) > 40
    assert 0.12 < red.mean() < 0.7
    assert red[20:44, 20:44].mean() > 0.7


def test_a_sheet_holds_every_picture_under_its_heading(tmp_path):
    shown = []
    for k, entry in enumerate(list(entries("moods"))[:3] + list(entries("shots"))[:6]):
        file = tmp_path / f"{k}.png"
        cv2.imwrite(str(file), np.full((90, 160, 3), 40 + 20 * k, np.uint8))
        shown.append((entry, [file] * (1 + k % 2)))
    contact_sheet(tmp_path / "sheet.png", "Everything", shown, width=800)
    sheet = cv2.imread(str(tmp_path / "sheet.png"))
    assert sheet.shape[1] <= 800
    for k in range(9):
        area = (np.abs(sheet.astype(int) - (40 + 20 * k)).max(2) == 0).sum()
        assert area >= 90 * 160 * (1 + k % 2) * 0.98
    with pytest.raises(ShotwrightError, match="no picture file"):
        contact_sheet(tmp_path / "sheet.pdf", "Everything", shown)


def test_the_command_lists_and_shows(capsys):
    assert main(["list", "moods"]) == 0
    assert "golden hour" in capsys.readouterr().out
    assert main(["show", "couch", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["name"], data["kind"]) == ("sofa", "props")
    assert main(["show", "xyzzy"]) == 4
    assert "nothing called" in capsys.readouterr().err
