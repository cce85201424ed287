"""The export dialog, and what is said when something is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from agents.exports import FORMATS, Trouble, Wish
from tests.ui.studio.conftest import until
from ui.studio.exporting.dialog import ExportDialog


@pytest.fixture
def dialog(studio, tmp_path):
    made = ExportDialog(
        studio.production, studio.workspace.film, tmp_path / "film", ["shot-2", "shot-4"], studio.window
    )
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    yield made
    made.deleteLater()


def asked_for(dialog) -> Wish:
    wishes: list[Wish] = []
    dialog.wanted.connect(wishes.append)
    dialog.start.click()
    return wishes[0]


def test_a_preset_is_quality_and_size(dialog, tmp_path):
    dialog.options.preset.setCurrentIndex(dialog.options.preset.findData("hd"))
    wish = asked_for(dialog)
    assert (wish.format, wish.quality, wish.size) == ("mp4", "final", (1920, 1080))
    assert wish.path == tmp_path / "film.mp4"
    assert wish.shots is None


def test_another_height_is_an_own_choice(dialog):
    options = dialog.options
    options.height.setCurrentIndex(options.height.findData(480))
    options.height.activated.emit(options.height.currentIndex())
    assert options.preset.currentData() == "own"
    assert asked_for(dialog).size == (854, 480)


@pytest.mark.parametrize("key", list(FORMATS))
def test_each_format_has_its_own_name_and_fields(dialog, key):
    dialog.choose_format(key)
    form = FORMATS[key]
    assert dialog.title.text() == form.title
    assert dialog.path.text().endswith(form.suffix or key)
    shown = {k: dialog.options._form.isRowVisible(r) for k, r in dialog.options._rows.items()}
    assert shown["fields"] == (key == "pdf")
    assert shown["clips"] == form.clips
    assert shown["quality"] == dialog.options.renders
    assert dialog._fields.isRowVisible(0) == (form.needs in ("frames", "takes"))
    assert asked_for(dialog).format == key


def test_a_chosen_name_is_kept_and_gets_its_suffix(dialog, tmp_path):
    dialog._path_chosen(str(tmp_path / "my cut 1.2"))
    dialog.choose_format("pdf")
    assert dialog.wish().path == tmp_path / "my cut 1.2.pdf"
    dialog._path_chosen(str(tmp_path / "a.mp4"))
    assert dialog.wish().path == tmp_path / "a.pdf"


def test_pages_hold_what_is_ticked(dialog):
    dialog.choose_format("pdf")
    options = dialog.options
    options.turned._keys["portrait"].click()
    options.per_page.setCurrentIndex(options.per_page.findData(3))
    options.fields["notes"].setChecked(False)
    layout = asked_for(dialog).layout
    layout.check()
    assert (layout.per_page, layout.orientation) == (3, "portrait")
    assert "notes" not in layout.fields
    assert "plot" in layout.fields


def test_only_the_selected_shots(dialog):
    dialog.which._keys["chosen"].click()
    assert {p.shot for p in dialog.problems.problems} <= {"shot-2", "shot-4"}
    assert asked_for(dialog).shots == ("shot-2", "shot-4")


def test_what_stands_in_the_way_is_listed_and_leads_to_the_shot(dialog):
    texts = [w.text() for w in dialog.problems.findChildren(QLabel)]
    assert any(t.startswith("Shot 8 has no take") for t in texts)
    assert any(t.startswith("Shot 3 did not pass its review") for t in texts)
    went: list[str] = []
    dialog.jump.connect(went.append)
    names = {b.accessibleName(): b for b in dialog.problems.findChildren(QPushButton)}
    names["Show Shot 8"].click()
    assert went == ["shot-8"]
    assert not dialog.isVisible()


def test_a_film_without_shots_cannot_be_exported(studio, tmp_path):
    from app.document import Film

    made = ExportDialog(studio.production, Film(), tmp_path / "x", parent=studio.window)
    assert not made.start.isEnabled()


def test_the_end_is_told_with_what_was_found(studio, engine, run, tmp_path):
    work = studio.production.export(Wish("mp4", tmp_path / "out.mp4"))
    run(until(lambda: not studio.production.running))
    assert [w.path for w in engine.exported] == [tmp_path / "out.mp4"]
    assert all(s.take for s in studio.workspace.film.shots(omitted=False))
    assert work.file == tmp_path / "out.mp4"
    assert "4 bytes" in work.message
    assert any("out.mp4 is ready" in t for t in studio.window.notices.texts)


def test_shots_that_failed_are_named_when_it_ends(studio, engine, run, tmp_path):
    engine.troubles = [Trouble("shot-3", "Shot 3", "Blender died twice")]
    work = studio.production.export(Wish("mp4", tmp_path / "out.mp4"))
    run(until(lambda: not studio.production.running))
    assert work.state == "done"
    assert "Shot 3: Blender died twice" in work.message
    assert any("One shot is not as it should be" in t for t in studio.window.notices.texts)
    toast = next(t for t in studio.window.notices._toasts if "One shot" in t.text)
    next(b for b in toast.findChildren(QPushButton) if b.text() == "Show Shot 3").click()
    assert studio.workspace.current == "shot-3"


def test_the_menu_opens_the_dialog(studio):
    studio.window.actions_["export"].trigger()
    assert studio.window.findChild(ExportDialog) is not None


def test_the_estimate_is_for_the_chosen_shots(studio):
    shots = list(studio.workspace.film.shots(omitted=False))
    studio.workspace.select(shots[0].id, [shots[0].id, shots[1].id])
    dialog = studio.window.exporting.ask("mp4")
    whole = dialog.estimate.text()
    dialog.which.choose("chosen")
    dialog.which.chosen.emit("chosen")
    assert dialog.estimate.text().startswith("14 s")
    assert dialog.estimate.text() != whole
    dialog.reject()


def test_what_is_out_of_date_is_made_anew_first_where_that_is_wanted(studio, engine):
    engine.stale = {"shot-2": ["its light changed"]}
    dialog = studio.window.exporting.ask("mp4")
    assert not dialog.renew.isHidden()
    assert not dialog.wish().restage
    dialog.renew.setChecked(True)
    assert dialog.wish().restage
    dialog.choose_format("fountain")
    assert not dialog.wish().restage
    dialog.reject()
