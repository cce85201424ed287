"""Takes: kept, discarded, cleaned up, and compared over the whole shot."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.document import Finding, Keyframe, Review
from tests.support import demo
from tests.ui.studio.conftest import until
from ui.studio.compare import CompareSheet, changes_between
from ui.studio.inspector.takes import spare_takes


@pytest.fixture
def page(studio):
    """The takes of shot 2, of which there are three."""
    shot = studio.workspace.film.shot("shot-2")
    third = demo.take(2, shot, ["takes/demo/key-1.jpg"], 3)
    third.guidance = shot.guidance.model_copy(update={"lighting": "Night light."})
    third.keyframes = [Keyframe(frame=n, file=f"takes/demo/key-{n}.jpg") for n in range(3)]
    shot.takes.append(third)
    studio.workspace.select("shot-2")
    studio.window.inspector.show_page("takes")
    studio.window.inspector.takes.show_shot(shot)
    return studio.window.inspector.takes


def press(page, name: str) -> None:
    shown(page, name)[0].click()


def shown(page, name: str) -> list[QAbstractButton]:
    """The buttons of this name in the list as it is now, from above; rows that wait for other shots are not in it."""
    rows = [page._layout.itemAt(n) for n in range(page._layout.count())]
    found = []
    for row in rows:
        if row.widget() is not None:
            found += row.widget().findChildren(QAbstractButton)
        elif row.layout() is not None:
            found += [row.layout().itemAt(n).widget() for n in range(row.layout().count())]
    return [b for b in found if b is not None and b.isVisibleTo(page) and name in (b.text(), b.accessibleName())]


def takes(page) -> list[int]:
    return [t.number for t in page.workspace.shot.takes]


def test_others_are_discarded_in_one_step_and_kept_ones_stay(studio, page):
    active = studio.workspace.shot.take.number
    press(page, "Keep this take when others are discarded")
    assert studio.workspace.shot.takes[-1].kept, "the newest is first in the list"
    press(page, "Discard the other take")
    assert takes(page) == [active, 3]
    assert spare_takes(studio.workspace.shot) == []
    studio.workspace.undo()
    assert takes(page) == [1, 2, 3]


def test_a_kept_take_is_not_discarded_by_its_own_button(studio, page):
    press(page, "Keep this take when others are discarded")
    assert [b.isEnabled() for b in shown(page, "Discard this take")] == [False, True, True]


def test_takes_are_compared_at_the_same_moment_of_the_shot(studio, page):
    shot = studio.workspace.shot
    studio.window.sheets.compare(shot.active_take, shot.takes[-1].id)
    sheet = studio.window.findChild(CompareSheet)
    assert sheet.time.maximum() == 2
    for at in (0, 2):
        sheet.time.setValue(at)
        assert sheet.wipe.files[1].name == f"key-{at}.jpg"
    sheet.mode.chosen.emit("side")
    assert sheet.wipe.mode == "side"
    assert "Night light." in sheet.changes.text()
    sheet.use.click()
    assert studio.workspace.shot.take.number == 3


def test_takes_that_were_asked_for_the_same_show_no_changes(page):
    first, second = page.workspace.shot.takes[:2]
    assert changes_between(first, second) == ""


def test_the_crew_says_which_take_is_better_and_it_can_be_used(page, studio, run):
    shot = studio.workspace.shot
    used, other = shot.take, next(t for t in shot.takes if t.number == 3)
    used.review = Review(
        verdict="reject", findings=[Finding(check="c", sub_process="motion", passed=False, message="m")]
    )
    other.review = Review()
    page.show_shot(shot)
    press(page, "Ask the reviewer whether this take is better than the one in use")
    run(until(lambda: studio.window.notices.texts))
    told = studio.window.notices.texts[-1]
    assert told.startswith("Take 3 is better than take")
    assert "does not look at pictures" in told
    toast = studio.window.notices._toasts[-1]
    next(b for b in toast.findChildren(QAbstractButton) if b.text() == "Use take 3").click()
    assert studio.workspace.shot.active_take == other.id
