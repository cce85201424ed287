"""The settings: keys, models, budget, and that what is wrong is told and changes nothing."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from PySide6.QtGui import QKeySequence

from agents.model.settings import ModelSettings, settings_file
from app.errors import ShotwrightError
from app.settings import Settings
from app.settings import settings_file as own_file
from tests.support.endpoint import ScriptedEndpoint
from tests.ui.studio.conftest import until
from ui.studio.keymap import Keymap, normal
from ui.studio.preferences import Preferences


@pytest.fixture
def dialog(studio):
    for file in (settings_file(), own_file()):
        file.unlink(missing_ok=True)
    made = studio.window.dialogs.settings(studio.window.actions_)
    yield made
    with contextlib.suppress(RuntimeError):  # the test closed it
        made.close()
    for file in (settings_file(), own_file()):
        file.unlink(missing_ok=True)


def page(dialog, name):
    dialog.show_page(name)
    return dialog.pages[name]


def test_keys_that_are_taken_move_to_whom_they_are_given():
    own: dict[str, list[str]] = {}
    keymap = Keymap(own)
    assert keymap.holder("Ctrl+R", but="animatic") == "Regenerate"
    keymap.give("animatic", ["Ctrl+R"])
    assert keymap.of("animatic") == ["Ctrl+R"]
    assert keymap.of("regenerate") == []
    keymap.reset("regenerate")
    assert keymap.of("regenerate") == ["Ctrl+R"]
    assert keymap.of("animatic") == []
    keymap.reset_all()
    assert own == {}
    assert keymap.of("animatic") == ["Ctrl+M"]


def test_keys_of_the_board_itself_cannot_be_given_away():
    keymap = Keymap({})
    assert keymap.holder("Left") == "Choosing shots"
    keymap.give("omit", ["Left"])
    assert keymap.of("omit") == []


def test_a_key_chosen_in_the_settings_works_at_once_and_after_a_restart(studio, dialog):
    keys = page(dialog, "keys")
    keys.choose("omit")
    keys.recorder.setKeySequence(QKeySequence("Ctrl+R"))
    assert "Regenerate" in keys.conflict.text()
    keys.use.click()
    actions = studio.window.actions_
    assert [normal(s.toString()) for s in actions["omit"].shortcuts()] == ["Ctrl+R"]
    assert actions["regenerate"].shortcuts() == []
    assert Preferences.load(studio.preferences.file).keys["omit"] == ["Ctrl+R"]
    keys.all_back.click()
    assert [s.toString() for s in actions["regenerate"].shortcuts()] == ["Ctrl+R"]


def test_a_budget_is_kept(dialog):
    budget = page(dialog, "budget")
    budget.money.setValue(1.5)
    assert Settings.load().money == 1.5
    budget.money.setValue(0)
    assert Settings.load().money is None


def test_a_damaged_file_of_settings_is_named_with_its_field():
    own_file().parent.mkdir(parents=True, exist_ok=True)
    own_file().write_text('{"workers": "many"}')
    try:
        with pytest.raises(ShotwrightError, match="workers"):
            Settings.load()
    finally:
        own_file().unlink()


def test_a_model_is_tested_and_used(dialog, run):
    models = page(dialog, "models")
    with ScriptedEndpoint() as server:
        models.address.setEditText(server.url)
        models.key_name.setText("")
        models.look_up.click()
        run(until(lambda: models.model.currentText() == "scripted"))
        models.test.click()
        run(until(lambda: "It works" in models.result.text()))
        assert "sees pictures" in models.result.text()
        models.use.click()
    assert ModelSettings.load().kinds["text"].model == "scripted"
    assert models.list.topLevelItem(0).text(1).startswith("scripted")
    models.none.click()
    assert ModelSettings.load().kinds == {}


def test_what_is_wrong_with_a_model_is_told_by_field(dialog, run):
    models = page(dialog, "models")
    models.address.setEditText("localhost/v1")
    models.model.setEditText("x")
    models.use.click()
    assert models.problem.text().startswith("Address:")
    assert ModelSettings.load().kinds == {}
    models.address.setEditText("http://127.0.0.1:9/v1")
    models.key_name.setText("NO_SUCH_KEY")
    models.test.click()
    run(until(lambda: models.result.property("kind") == "bad"))
    assert "NO_SUCH_KEY" in models.result.text()


def test_closing_the_settings_ends_what_they_do(studio, dialog, run):
    run(until(lambda: studio.tasks.running == 0))
    page(dialog, "voices")
    dialog.close()
    run(asyncio.sleep(0.05))
    run(until(lambda: studio.tasks.running == 0))
    assert studio.window.notices.texts == []
