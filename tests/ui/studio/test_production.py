"""Work in the background: progress, new takes, failures, cancelling, ending."""

from __future__ import annotations

import asyncio

from app.edits import SetField
from tests.ui.studio.conftest import until


def test_regenerating_shows_progress_and_then_the_new_take(studio, engine, run):
    engine.gate = asyncio.Event()
    studio.workspace.select("shot-8")
    studio.window.regenerate()
    run(until(lambda: studio.window.model.card("shot-8").state.name == "working"))
    assert not studio.window.inspector.facts.regenerate.isEnabled()
    engine.gate.set()
    run(until(lambda: not studio.production.running))
    shot = studio.workspace.film.shot("shot-8")
    assert shot.take is not None
    assert studio.window.model.card("shot-8").state.name == "passed"
    assert shot.program.lighting == 'light_mood(stage, "night")'
    studio.workspace.undo()
    assert shot.take is None
    assert shot.program.lighting != 'light_mood(stage, "night")'
    studio.workspace.redo()
    assert studio.workspace.film.shot("shot-8").take is not None


def test_shots_that_wait_say_so(studio, engine, run):
    engine.gate = asyncio.Event()
    studio.production.regenerate(["shot-8", "shot-10"])
    run(until(lambda: studio.window.model.card("shot-8").state.name == "working"))
    assert studio.window.model.card("shot-10").state.name == "queued"
    engine.gate.set()
    run(until(lambda: not studio.production.running))


def test_locked_shots_are_left_and_named(studio, run):
    studio.workspace.select("shot-6")
    studio.window.regenerate()
    assert not studio.production.running
    assert any("locked" in t for t in studio.window.notices.texts)


def test_a_failure_is_told_on_the_card_in_the_drawer_and_in_words(studio, engine, run):
    engine.fail.add("shot-8")
    work = studio.production.regenerate(["shot-8"])
    run(until(lambda: not studio.production.running))
    assert work.state == "failed"
    state = studio.window.model.card("shot-8").state
    assert (state.name, state.why) == ("failed", "shot-8 could not be staged")
    assert any("shot-8 could not be staged" in t for t in studio.window.notices.texts)
    studio.workspace.apply(SetField(target="shot-8", field="guidance.lighting", value="Night."))
    assert studio.window.model.card("shot-8").state.name == "empty", "what was changed has not failed yet"


def test_cancelling_ends_a_job_and_leaves_the_film_as_it_was(studio, engine, run):
    engine.gate = asyncio.Event()
    work = studio.production.regenerate(["shot-8"])
    run(until(lambda: studio.window.model.card("shot-8").state.name == "working"))
    studio.production.cancel(work.id)
    run(until(lambda: not studio.production.running))
    assert work.state == "cancelled"
    assert studio.workspace.film.shot("shot-8").take is None
    assert studio.window.model.card("shot-8").state.name == "empty"


def test_an_idea_becomes_a_saved_storyboard(empty_studio, run, tmp_path):
    window = empty_studio.window
    window.welcome.text.setPlainText("Two friends meet at the roadside")
    window.welcome.start.click()
    run(until(lambda: empty_studio.production.works and not empty_studio.production.running))
    film = empty_studio.workspace.film
    assert empty_studio.production.works[0].state == "done"
    assert film.title == "Two friends meet at the roadside"
    assert film.source.text == "Two friends meet at the roadside"
    assert all(s.take for s in film.shots(omitted=False))
    assert not empty_studio.workspace.dirty
    assert (tmp_path / "films" / film.title / "film.json").exists()


def test_an_input_that_cannot_be_read_is_told(empty_studio, run):
    window = empty_studio.window
    window.new_film("idea")
    window.new_page.idea.setPlainText("bad")
    window.new_page.begin()
    run(until(lambda: empty_studio.production.works and not empty_studio.production.running))
    assert any("the idea says nothing" in t.lower() for t in window.notices.texts)


def test_ending_with_running_jobs_cancels_them_and_ends_the_workers(studio, engine, run):
    engine.gate = asyncio.Event()
    work = studio.production.regenerate(["shot-8"])
    run(until(lambda: work.state == "running"))
    run(studio.shut_down())
    assert work.state == "cancelled"
    assert engine.closed
    assert studio.tasks.running == 0


def test_another_film_cancels_the_jobs_of_the_last(studio, engine, run, tmp_path):
    from app.document import Film

    engine.gate = asyncio.Event()
    work = studio.production.regenerate(["shot-8"])
    run(until(lambda: work.state == "running"))
    studio.workspace.create(tmp_path / "other", Film())
    run(until(lambda: not studio.production.running))
    assert work.state == "cancelled"


def test_a_failed_job_can_be_tried_again_and_its_log_says_what_happened(studio, engine, run):
    engine.fail.add("shot-8")
    work = studio.production.regenerate(["shot-8"])
    run(until(lambda: not studio.production.running))
    assert [text for _, text in work.log][-1] == "Look at its program."
    engine.fail.clear()
    drawer = studio.window.jobs
    drawer.show()
    row = drawer._rows[work.id]
    row._more.click()
    assert "could not be staged" in row._log.toPlainText()
    row._retry.click()
    run(until(lambda: not studio.production.running))
    assert studio.production.works[-1].state == "done"
    assert studio.workspace.film.shot("shot-8").take is not None
