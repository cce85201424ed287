"""The floor plan: what is dragged becomes one edit, and the picture renews itself."""

from __future__ import annotations

import ast
import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from tests.ui.studio.conftest import until
from ui.studio.plan.drawing import CAMERA, Camera
from ui.studio.plan.painting import handle
from ui.studio.plan.strokes import TOLERANCE, _off, bends


@pytest.fixture
def panel(studio):
    studio.window.show()
    studio.window.set_view("plan")
    made = studio.window.plan.widget
    made.renewal.switch(False)
    studio.workspace.select("shot-2")
    return made


def at(panel, point) -> QPoint:
    return panel.canvas.scale().to(point).toPoint()


def drag(canvas, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    for k in (1, 2, 3):
        QTest.mouseMove(canvas, start + (end - start) * k / 3)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def test_a_person_snaps_to_a_position_in_one_undo_step(panel, studio):
    drawing = panel.canvas.drawing
    mia = drawing.people[0]
    goal = next(p for p in drawing.place.positions if p.name == "Position 5")
    steps = len(studio.workspace.session._done)
    drag(panel.canvas, at(panel, mia.at), at(panel, (goal.at[0] + 0.1, goal.at[1])))
    shot = studio.workspace.shot
    assert [s.position for s in shot.staging] == ["Position 5"]
    assert 'at="Position 5"' in shot.program.character
    assert "Mia stands at Position 5" in shot.guidance.character
    assert shot.origins["guidance.character"].by == "person"
    assert len(studio.workspace.session._done) == steps + 1
    studio.workspace.undo()
    assert 'at="Position 2"' in studio.workspace.shot.program.character


def test_a_person_goes_anywhere_free_and_nowhere_else(panel, studio):
    mia = panel.canvas.drawing.people[0]
    free = (-0.6, -2.2)
    drag(panel.canvas, at(panel, mia.at), at(panel, free))
    stand = studio.workspace.shot.staging[0].position
    assert math.dist([float(v) for v in stand.strip("()").split(",")], free) < 0.06
    assert f"at={stand}" in studio.workspace.shot.program.character
    before = studio.workspace.shot.program.character
    drag(panel.canvas, at(panel, free), at(panel, (0.0, 0.0)))
    assert studio.workspace.shot.program.character == before
    assert "coffee table" in panel.said.text()
    drag(panel.canvas, at(panel, free), at(panel, (-0.6, -5.0)))
    assert "outside the room" in panel.said.text()
    assert studio.workspace.shot.program.character == before


def test_a_locked_part_stays(panel, studio):
    from app.edits import SetField

    studio.workspace.apply(SetField(target="shot-2", field="locks", value=["character"]))
    mia = panel.canvas.drawing.people[0]
    drag(panel.canvas, at(panel, mia.at), at(panel, (-0.6, -2.2)))
    assert studio.workspace.shot.staging == []
    assert "locked" in panel.said.text()


def test_turning_snaps_to_degrees(panel, studio):
    canvas = panel.canvas
    mia = canvas.drawing.people[0]
    canvas.select(mia.id)
    turner = canvas.scale().to(handle(mia, canvas.scale())).toPoint()
    drag(canvas, turner, at(panel, (mia.at[0], mia.at[1] - 1.5)))
    assert studio.workspace.shot.staging[0].facing == "0 degrees"
    assert "facing=0.0" in studio.workspace.shot.program.character


def test_a_path_is_drawn_from_point_to_point(panel, studio):
    canvas = panel.canvas
    mia = canvas.drawing.people[0]
    panel.walk.setChecked(True)
    first, second = at(panel, (-0.6, -2.2)), at(panel, (-2.4, -1.0))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(panel, mia.at))
    for point in (first, second):
        QTest.mouseMove(canvas, point - QPoint(20, 20))
        QTest.mouseMove(canvas, point)
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    shot = studio.workspace.shot
    move = next(b for b in shot.beats if b.kind == "move")
    assert len(move.via) == 1
    assert "walk_to(stage, " in shot.program.motion
    assert "via=[" in shot.program.motion
    assert "by way of" in shot.guidance.motion
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert "walk_to" not in studio.workspace.shot.program.motion


def test_a_path_drawn_in_one_go_keeps_its_bend(panel, studio):
    canvas = panel.canvas
    mia = canvas.drawing.people[0]
    panel.walk.setChecked(True)
    corner, end = (-0.6, -2.2), (-2.4, -1.0)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at(panel, mia.at))
    for a, b in ((mia.at, corner), (corner, end)):
        for n in range(1, 9):
            QTest.mouseMove(canvas, at(panel, (a[0] + (b[0] - a[0]) * n / 8, a[1] + (b[1] - a[1]) * n / 8)))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at(panel, end))
    move = next(b for b in studio.workspace.shot.beats if b.kind == "move")
    assert len(move.via) == 1
    assert math.dist(ast.literal_eval(move.via[0]), corner) < 0.2
    assert "via=[" in studio.workspace.shot.program.motion


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(-9, 9)), min_size=2, max_size=40))
def test_a_simplified_line_stays_near_the_drawn_one(line):
    kept = [line[0], *bends(line), line[-1]]
    for point in line:
        assert min(_off(point, a, b) for a, b in pairwise(kept)) <= TOLERANCE + 1e-9


def test_the_camera_is_dragged_and_given_back(panel, studio):
    canvas = panel.canvas
    canvas.drawing.camera = Camera((0.5, -2.6, 1.5), (1.5, 0.4, 1.3), 50.0)
    drag(canvas, at(panel, (0.5, -2.6)), at(panel, (-0.5, -2.6)))
    shot = studio.workspace.shot
    assert "camera_at(stage, (-0." in shot.program.cinematography
    assert "Camera at (-0." in shot.guidance.cinematography
    camera = canvas.drawing.camera
    canvas.select(CAMERA)
    mia = canvas.drawing.people[0]
    aside = at(panel, (mia.at[0] + 0.2, mia.at[1]))
    drag(canvas, at(panel, camera.target[:2]), aside)
    assert 'look_at="Mia"' in studio.workspace.shot.program.cinematography
    panel.fields.given_back.emit()
    assert "camera_at" not in studio.workspace.shot.program.cinematography


def test_the_wheel_changes_the_lens_in_one_step(panel, studio, run):
    canvas = panel.canvas
    canvas.drawing.camera = Camera((0.5, -2.6, 1.5), (1.5, 0.4, 1.3), 50.0)
    canvas.select(CAMERA)
    canvas.drawing.camera = Camera((0.5, -2.6, 1.5), (1.5, 0.4, 1.3), 50.0)
    steps = len(studio.workspace.session._done)
    for _ in range(2):
        wheel = QWheelEvent(
            QPointF(10, 10), QPointF(10, 10), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        canvas.wheelEvent(wheel)
    run(until(lambda: "75 mm" in studio.workspace.shot.guidance.cinematography))
    assert "lens=75.0" in studio.workspace.shot.program.cinematography
    assert len(studio.workspace.session._done) == steps + 1


def test_everything_by_keys_and_fields(panel, studio, run):
    canvas = panel.canvas
    canvas.setFocus()
    canvas.select("")
    canvas.focusNextPrevChild(True) if canvas.hasFocus() else canvas.select(canvas.drawing.people[0].id)
    assert canvas.selected == "mia"
    for _ in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    run(until(lambda: bool(studio.workspace.shot.staging)))
    assert studio.workspace.shot.staging[0].position.startswith("(")
    spot = panel.fields.field("mia", "spot")
    spot.setCurrentIndex(spot.findData("Position 5"))
    spot.activated.emit(spot.currentIndex())
    assert studio.workspace.shot.staging[0].position == "Position 5"
    assert "Mia at Position 5" in canvas.accessibleDescription()


def test_the_picture_renews_itself_after_a_change(panel, studio, run):
    panel.renewal.switch(True)
    panel.renewal._timer.setInterval(10)
    takes = len(studio.workspace.shot.takes)
    panel.canvas.placed.emit("mia", "Position 5")
    run(until(lambda: len(studio.workspace.shot.takes) == takes + 1))
    panel.renewal.switch(False)
    panel.canvas.placed.emit("mia", "Position 4")
    assert not panel.renewal._timer.isActive() or not panel.renewal.waiting("shot-2")
