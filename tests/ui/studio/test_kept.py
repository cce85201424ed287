"""Painted pictures that are kept: they look as if painted in place, and are never out of date."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.edits import SetField
from ui.studio.storyboard.kept import Allowance, Kept


def seen(widget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.bytesPerLine() // 4, 4)
    return np.frombuffer(image.constBits(), np.uint8).reshape(shape)[:, : image.width(), :3].astype(int)


@pytest.fixture
def painted(studio, monkeypatch):
    """What is painted of a view, all at once: the cards, or the shots of the timeline."""
    for module in ("surface", "timepicture"):
        monkeypatch.setattr(f"ui.studio.storyboard.{module}.Allowance", lambda: Allowance(60))

    def view(name: str):
        studio.window.set_view(name)
        QTest.qWait(300)
        return studio.window.timeline.body if name == "timeline" else studio.window.board.viewport()

    return view


@pytest.mark.parametrize("name", ["grid", "strip", "timeline"])
def test_what_is_kept_looks_as_painted_in_place(studio, painted, monkeypatch, name):
    widget = painted(name)
    kept = seen(widget), seen(widget)
    for module in ("delegate", "timepicture"):
        monkeypatch.setattr(f"ui.studio.storyboard.{module}.sharp", lambda _: False)
    in_place = seen(widget)
    for each in kept:
        assert (abs(each - in_place).max(axis=2) > 24).mean() < 0.002


@pytest.mark.parametrize("name", ["grid", "timeline"])
def test_a_view_that_may_paint_one_shot_at_a_time_comes_to_the_same(studio, painted, monkeypatch, name):
    widget = painted(name)
    at_once = widget.grab(widget.visibleRegion().boundingRect()).toImage()
    for module in ("surface", "timepicture"):
        monkeypatch.setattr(f"ui.studio.storyboard.{module}.Allowance", lambda: Allowance(1e-9))
    owner = studio.window.board._cards if name == "grid" else widget
    kept = "_whole" if name == "grid" else "_columns"
    monkeypatch.setattr(owner, kept, Kept(2**26))
    first = widget.grab(widget.visibleRegion().boundingRect()).toImage()
    assert first != at_once
    QTest.qWait(300)
    assert widget.grab(widget.visibleRegion().boundingRect()).toImage() == at_once


@pytest.mark.parametrize("name", ["grid", "timeline"])
def test_a_change_of_a_shot_is_seen(studio, painted, name):
    widget = painted(name)
    before = seen(widget)
    studio.workspace.apply(SetField(target="shot-1", field="label", value="Opening"))
    assert (seen(widget) != before).any()
    studio.workspace.undo()
    assert not (seen(widget) != before).any()
    studio.workspace.select("shot-2" if studio.workspace.current != "shot-2" else "shot-1")
    assert (seen(widget) != before).any()


def test_a_line_said_another_way_shows_its_own_wave(studio, painted, monkeypatch):
    widget = painted("timeline")
    seen_as = []
    for loud in (0.2, 0.9):
        monkeypatch.setattr(widget.waves, "of", lambda shot, loud=loud: {b.id: [loud] * 24 for b in shot.lines})
        seen_as.append(seen(widget))
    assert (seen_as[0] != seen_as[1]).any()


def test_no_more_is_kept_than_was_allowed():
    kept, painted = Kept(4 * 10 * 10 * 3), []

    def make(key: int) -> None:
        kept.get(key, QSizeF(10, 10), 1.0, lambda p: (painted.append(key), p.fillRect(0, 0, 10, 10, QColor("red"))))

    for key in (1, 2, 3, 1, 4, 1, 2):
        make(key)
    assert painted == [1, 2, 3, 4, 2], "1 was asked for again before 4 came, 2 was not"


def test_a_screen_that_needs_more_than_is_kept_is_painted_in_the_end(studio):
    kept, size = Kept(3 * 4 * 64 * 64), QSizeF(64, 64)
    for _ in range(12):
        allowance = Allowance(1e-9)
        for n in range(8):
            kept.get(n, size, 1.0, lambda p: p.fillRect(0, 0, 64, 64, QColor("#336699")), allowance=allowance)
        if not allowance.short:
            break
    assert not allowance.short
    for n in range(8, 20):
        kept.get(n, size, 1.0, lambda p: None)
    assert kept._bytes <= 3 * 4 * 64 * 64, "and goes when something else is shown"
