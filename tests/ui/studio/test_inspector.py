"""Editing a shot in the inspector reaches the film, as steps people expect to undo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document import SUB_PROCESSES
from app.edits import SetField
from ui.studio.inspector.findings import FindingRow


def shot(studio, name="shot-1"):
    return studio.workspace.film.shot(name)


def guidance(studio, part="scene"):
    page = studio.window.inspector.part(part)
    studio.window.inspector.show_part(part)
    return page.guidance


def test_typing_in_guidance_is_one_step_until_the_focus_leaves(studio):
    field = guidance(studio)
    old = shot(studio).guidance.scene
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Night.")
    assert shot(studio).guidance.scene == "Night."
    studio.window.board.setFocus()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, " Rain.")
    assert shot(studio).guidance.scene == "Night. Rain."
    studio.workspace.undo()
    assert shot(studio).guidance.scene == field.toPlainText() == "Night."
    studio.workspace.undo()
    assert shot(studio).guidance.scene == field.toPlainText() == old
    studio.workspace.redo()
    assert field.toPlainText() == "Night."


def test_typing_in_two_fields_is_two_steps(studio):
    scene, light = guidance(studio, "scene"), guidance(studio, "lighting")
    before = shot(studio).guidance.model_copy()
    scene.setFocus()
    QTest.keyClicks(scene, "a")
    light.setFocus()
    QTest.keyClicks(light, "b")
    studio.workspace.undo()
    assert shot(studio).guidance.lighting == before.lighting
    assert shot(studio).guidance.scene != before.scene


def test_undo_keys_in_a_text_field_undo_the_film(studio):
    studio.workspace.apply(SetField(target="shot-1", field="label", value="A1"))
    field = guidance(studio)
    field.setFocus()
    studio.window.activateWindow()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shot(studio).label == ""


def test_a_person_who_writes_guidance_is_recorded(studio):
    field = guidance(studio)
    field.setFocus()
    QTest.keyClicks(field, "x")
    assert shot(studio).origins["guidance.scene"].by == "person"
    assert studio.window.inspector.part("scene").author.text() == "Written by you"


def test_locking_a_part_makes_it_read_only_and_shows_on_the_card(studio):
    page = studio.window.inspector.part("lighting")
    studio.window.inspector.show_part("lighting")
    page.lock.click()
    assert shot(studio).locks == {"lighting"}
    assert page.guidance.isReadOnly()
    assert studio.window.model.card("shot-1").locks == ("lighting",)
    page.lock.click()
    assert shot(studio).locks == set()


def test_a_locked_shot_locks_all_parts(studio):
    studio.workspace.select("shot-6")
    for name in SUB_PROCESSES:
        studio.window.inspector.show_part(name)
        assert studio.window.inspector.part(name).guidance.isReadOnly()
    assert not studio.window.inspector.facts.regenerate.isEnabled()


def test_type_and_length_of_several_shots_change_in_one_step(studio):
    studio.workspace.select("shot-1", ["shot-1", "shot-2", "shot-6"])
    facts = studio.window.inspector.facts
    facts.length.setValue(99)
    assert [shot(studio, s).length for s in ("shot-1", "shot-2")] == [99, 99]
    assert shot(studio, "shot-6").length != 99, "a locked shot stays as it is"
    studio.workspace.undo()
    assert shot(studio, "shot-1").length == 40
    assert shot(studio, "shot-2").length == 57


def test_the_program_is_editable_and_becomes_the_persons(studio):
    page = studio.window.inspector.part("lighting")
    studio.window.inspector.show_part("lighting")
    page.snippet.setFocus()
    page.snippet.selectAll()
    QTest.keyClicks(page.snippet, 'light_mood(stage, "night")')
    assert shot(studio).program.lighting == 'light_mood(stage, "night")'
    assert page.snippet_author.text() == "Written by you"


def test_changing_the_theme_writes_nothing(studio):
    studio.window.set_theme("light")
    studio.window.set_theme("dark")
    assert not studio.workspace.dirty


def test_a_line_can_be_rewritten(studio):
    studio.workspace.select("shot-2")
    inspector = studio.window.inspector
    inspector.show_page("dialogue")
    editor = inspector.dialogue.editors["beat-1"]
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Late again.")
    assert shot(studio, "shot-2").lines[0].text == "Late again."
    assert studio.window.model.card("shot-2").words == "Late again."
    studio.workspace.undo()
    assert editor.toPlainText() == "You said you would be here at eight."


def test_a_suggestion_is_added_to_the_guidance(studio):
    studio.workspace.select("shot-3")
    inspector = studio.window.inspector
    studio.workspace.apply(SetField(target="shot-3", field="locks", value=[]))
    inspector.show_page("review")
    rows = [r for r in inspector.review.findChildren(FindingRow) if r.isVisibleTo(inspector)]
    row = min(rows, key=lambda r: r.y())
    assert not row.finding.passed, "problems come first"
    row._use()
    assert shot(studio, "shot-3").guidance.cinematography.endswith("Tilt up a little, or step back.")


def test_another_take_can_be_used_and_taken_back(studio):
    studio.workspace.select("shot-2")
    takes = shot(studio, "shot-2").takes
    studio.window.inspector.show_page("takes")
    studio.window.sheets.compare(takes[1].id, takes[0].id)
    studio.workspace.apply(SetField(target="shot-2", field="active_take", value=takes[0].id))
    assert shot(studio, "shot-2").active_take == takes[0].id
    studio.workspace.undo()
    assert shot(studio, "shot-2").active_take == takes[1].id


def test_what_was_not_understood_is_said(studio):
    studio.workspace.select("shot-4")
    studio.window.inspector.show_part("motion")
    assert "like a heron" in studio.window.inspector.part("motion").notes.text()
