"""The library panel: what there is, found by words, given to shots; learned functions go back a version."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.document import HOUSE
from library.learned.store import LearnedLibrary
from tests.ui.studio.conftest import until
from ui.studio.library.items import ITEM, KINDS, items_of
from ui.studio.library.learned import LearnedFields
from ui.studio.storyboard.model import ASSET, asset_in

FIRST = """def spotlight(stage, strength=1.0):
    \"\"\"Brightens the picture.\"\"\"
    exposure(stage, stops=0.5 * strength)
"""
SECOND = FIRST.replace("0.5", "0.8")


@pytest.fixture
def panel(studio, folder):
    studio.production.engine.shown = [next((folder / "takes").rglob("*.jpg"))]
    studio.window.show_library(True)
    return studio.window.library.widget


def names(panel) -> list[str]:
    return [panel.model.index(n).data(ITEM).name for n in range(panel.model.rowCount())]


def choose(panel, name: str) -> None:
    panel.shelf.setCurrentIndex(panel.model.index(names(panel).index(name)))


def test_every_kind_is_there_with_help(panel, studio, tmp_path):
    for kind, _ in KINDS:
        panel.show_kind(kind)
        items = items_of(kind, studio.workspace.film, LearnedLibrary(tmp_path / "none"))
        assert kind == "learned" or len(items) >= 3, kind
        assert all(i.text for i in items if kind not in ("character", "learned"))
    panel.show_kind("character")
    assert names(panel) == ["Mia", "Tom", "Ines"]


def test_words_find_by_name_and_synonym_and_in_other_kinds(panel):
    panel.search.setText("street")
    assert "Roadside" in names(panel)
    panel.search.setText("braces of a whale")
    assert panel.model.rowCount() == 0
    assert "braces of a whale" in panel.nothing.text()
    panel.search.setText("golden hour")
    assert panel.kind == "mood"
    assert names(panel)[0] == "golden hour"


def test_pictures_are_made_for_what_is_in_view(panel, studio, run):
    panel.show_kind("mood")
    studio.window.grab()
    run(until(lambda: ("moods", "noir") in studio.production.engine.asked or len(studio.production.engine.asked) > 3))
    item = panel.model.index(0).data(ITEM)
    run(until(lambda: panel.shelf.pictures(item) is not None))


def test_a_drag_says_what_it_carries(panel):
    panel.show_kind("prop")
    data = panel.model.mimeData([panel.model.index(0)])
    assert json.loads(bytes(data.data(ASSET).data())) == {"kind": "prop", "name": names(panel)[0]}
    assert asset_in(data) == ("prop", names(panel)[0])
    assert panel.model.flags(panel.model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_the_button_gives_to_the_selected_shots_in_one_step(panel, studio):
    studio.workspace.select("shot-2", ["shot-2", "shot-4"])
    panel.show_kind("mood")
    choose(panel, "noir")
    assert panel.give.text() == "Give to 2 shots"
    steps = len(studio.workspace.session._done)
    panel.give.click()
    for shot in ("shot-2", "shot-4"):
        assert "oir" in studio.workspace.film.shot(shot).guidance.lighting
    assert len(studio.workspace.session._done) == steps + 1


def test_a_learned_function_shows_its_versions_and_goes_back(qtbot, tmp_path):
    library = LearnedLibrary(tmp_path)
    library.write(FIRST, "lighting", HOUSE, "faces were too dark", "shot 3")
    library.write(SECOND, "lighting", HOUSE, "still too dark")
    told = []
    fields = LearnedFields(library, lambda: told.append(True), told.append)
    qtbot.addWidget(fields)
    fields.show_function("spotlight")
    assert "Version 2, in use" in fields.version.currentText()
    assert "still too dark" in fields.why.text()
    assert "-    exposure(stage, stops=0.5 * strength)" in fields.diff.toPlainText()
    fields.version.setCurrentIndex(1)
    assert "shot 3" in fields.why.text()
    fields.use.click()
    assert library.entry("spotlight").active == 1
    fields.retire.click()
    assert library.entry("spotlight").active is None
    assert told == [True, True]


def test_where_there_is_little_room_it_takes_the_outlines_place(panel, studio):
    assert not studio.window.outline.isVisible()
    panel.closed.emit()
    assert studio.window.outline.isVisible()
    assert not studio.window.library.isVisible()


def test_dropped_models_are_imported_and_shown(panel, studio, run):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/models/Cup.glb"), QUrl.fromLocalFile("/models/notes.txt")])
    point, action = QPointF(20, 20), Qt.DropAction.CopyAction
    drop = QDropEvent(point, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    panel.dropEvent(drop)
    run(until(lambda: any(what == "import" for what, _ in studio.production.engine.asked)))
    run(until(lambda: panel.chosen is not None and panel.chosen.name == "mug"))
    assert panel.kind == "prop"
    assert "is now 1 m" in panel.facts.text()
    assert [str(f.name) for what, f in studio.production.engine.asked if what == "import"] == ["Cup.glb"]
