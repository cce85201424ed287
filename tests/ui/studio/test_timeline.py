"""The timeline: lanes, waves, and shots dragged along it."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.document import Action
from tests.ui.studio.conftest import until
from ui.studio.storyboard.lanes import CAMERA, DIALOGUE, MOTION, SOUND, blocks
from ui.studio.storyboard.model import ASSET, MIME
from ui.studio.storyboard.waves import peaks_of
from ui.studio.words import beat_text


@pytest.fixture
def body(studio):
    studio.window.set_view("timeline")
    return studio.window.timeline.body


def order(studio) -> list[str]:
    return [s.id for s in studio.workspace.film.shots()]


def drop(body, x: float, data: QMimeData) -> None:
    point = QPointF(x, 100)
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    body.dragMoveEvent(QDragMoveEvent(point, action, data, buttons, keys))
    body.dropEvent(QDropEvent(point, action, data, buttons, keys))


def test_every_lane_says_what_happens_when(studio):
    film = studio.workspace.film
    found = blocks(film, film.shot("shot-5"), 100)
    by_lane = {b.lane: b for b in found}
    assert set(by_lane) == {DIALOGUE, MOTION, CAMERA, SOUND}
    assert by_lane[CAMERA].text == "Close-up, 50 mm, push in"
    assert by_lane[CAMERA].start == 100
    assert by_lane[DIALOGUE].start == by_lane[SOUND].start == by_lane[MOTION].start == pytest.approx(107.2)
    assert all(b.start + b.length <= 100 + film.shot("shot-5").length + 0.01 for b in found)


def test_shots_are_dropped_before_or_behind_the_one_under_the_pointer(studio, body):
    data = QMimeData()
    data.setData(MIME, json.dumps(["shot-1", "shot-3"]).encode())
    span = body.running.of("shot-5")
    drop(body, body.x(span.start + span.length * 0.8), data)
    assert order(studio)[:5] == ["shot-2", "shot-4", "shot-5", "shot-1", "shot-3"]
    studio.workspace.undo()
    span = body.running.of("shot-9")
    drop(body, body.x(span.start + span.length * 0.2), data)
    assert studio.workspace.film.scene_of("shot-1").id == "scene-2"
    studio.workspace.undo()
    assert order(studio) == [f"shot-{n}" for n in range(1, 13)]


def test_a_mood_is_dropped_on_a_shot(studio, body):
    data = QMimeData()
    data.setData(ASSET, json.dumps({"kind": "mood", "name": "candle"}).encode())
    drop(body, body.x(body.running.of("shot-2").start + 5), data)
    assert "Candle light" in studio.workspace.film.shot("shot-2").guidance.lighting


def test_shift_selects_all_between(studio, body):
    def click(shot: str, keys=Qt.KeyboardModifier.NoModifier) -> None:
        span = body.running.of(shot)
        QTest.mouseClick(body, Qt.MouseButton.LeftButton, keys, QPoint(round(body.x(span.start + 12)), 100))

    click("shot-2")
    click("shot-4", Qt.KeyboardModifier.ShiftModifier)
    assert studio.workspace.selection == ["shot-2", "shot-3", "shot-4"]
    click("shot-3")
    assert studio.workspace.selection == ["shot-3"], "a click on one of several chooses it alone"


def test_waves_are_read_in_the_background_and_painted(studio, body, run, monkeypatch):
    (studio.workspace.project.folder / "voices").mkdir()
    monkeypatch.setattr("ui.studio.storyboard.waves.peaks_of", lambda film, lines, folder: {"beat-1": [0.5] * 30})
    shot = studio.workspace.film.shot("shot-2")
    assert body.waves.of(shot) == {}
    run(until(lambda: body.waves.of(shot) != {}))
    assert len(body.waves.of(shot)["beat-1"]) == 30
    body.grab()


def test_the_peaks_of_a_line_are_those_of_its_samples(studio, tmp_path, monkeypatch):
    from render import voices

    class Whole:
        samples = np.concatenate([np.zeros(1000), np.full(1000, 0.5), np.full(500, -1.0)]).astype(np.float32)
        rate, duration, words, cues, note = 24_000, 2500 / 24_000, (), (), ""

    monkeypatch.setattr(voices, "speak", lambda *_: Whole)
    film = studio.workspace.film
    assert peaks_of(film, film.shot("shot-2").lines, tmp_path)["beat-1"] == [0.0, 0.5, 1.0]


def test_a_right_click_chooses_the_shot_and_offers_what_can_be_done_with_it(studio, body):
    asked = []
    body.menu_asked.connect(asked.append)
    span = body.running.spans[3]
    point = QPoint(round(body.x(span.start + span.length / 2)), 100)
    there = body.mapToGlobal(point)  # choosing a shot may scroll to it
    QApplication.sendEvent(body, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, there))
    assert studio.workspace.current == span.shot
    assert asked == [there]
    menu = next(m for m in studio.window.findChildren(QMenu) if m.isVisible())
    assert "Music under it" in [a.text() for a in menu.actions()]
    menu.close()


def test_what_two_begin_at_once_is_one_block(studio):
    film = studio.workspace.film
    shot = film.shot("shot-5")
    line = shot.lines[0]
    both = [Action(id=f"beat-{c.id}", character=c.id, action="Waving", during=line.id) for c in film.characters[:2]]
    shot.beats = [b for b in shot.beats if b.kind != "action"] + both
    (block,) = (b for b in blocks(film, shot, 0) if b.lane == MOTION)
    assert block.text == "; ".join(beat_text(film, b) for b in both)
