"""A note on a shot, from typing it to the answer: proposed, accepted or declined, staged anew, judged."""

from __future__ import annotations

import pytest

from agents.catalogue import library_catalogue
from agents.house import notes
from app.edits import SetField
from tests.ui.studio.conftest import until
from ui.studio.inspector.notes import RemarkCard
from ui.studio.reports import ReportSheet

assert notes.revise is not None
library_catalogue()  # read once, before anybody waits for it


@pytest.fixture
def noted(studio, run):
    """The studio with a note on shot 2 that proposes two changes."""
    studio.workspace.select("shot-2")
    write(studio, run, "closer, and make it night")
    return studio


def write(studio, run, text: str) -> None:
    box = studio.window.inspector.review.note
    count = len(studio.workspace.shot.remarks)
    studio.window.write_note()
    box.text.setPlainText(text)
    box.note()
    run(until(lambda: len(studio.workspace.shot.remarks) > count))


def shot(studio):
    return studio.workspace.film.shot("shot-2")


def card(studio) -> RemarkCard:
    return next(c for c in studio.window.inspector.review.findChildren(RemarkCard) if not c.isHidden())


def test_a_note_is_read_and_its_changes_are_shown_beside_it(noted):
    assert shot(noted).remarks[0].state == "proposed"
    assert {p.field for p in card(noted).proposals} == {"guidance.lighting", "guidance.cinematography"}
    assert "Night" not in shot(noted).guidance.lighting, "nothing changes before it is accepted"
    assert noted.window.inspector.review.note.text.toPlainText() == ""
    assert noted.window.model.card("shot-2").feedback.text == "“closer, and make it night”"


def test_accepting_changes_the_guidance_makes_a_take_and_gets_an_answer(noted, run):
    takes = len(shot(noted).takes)
    card(noted).accept()
    run(until(lambda: len(shot(noted).takes) > takes))
    remark = shot(noted).remarks[0]
    assert "Night" in shot(noted).guidance.lighting
    assert "Medium Close-up" in shot(noted).guidance.cinematography
    assert (remark.state, remark.met, remark.verdict) == ("answered", True, "Review passed")
    assert remark.answer == shot(noted).active_take != remark.take
    assert not noted.workspace.film.proposals
    noted.workspace.undo()
    assert shot(noted).remarks[0].state == "accepted", "the take and its answer are one step"
    noted.workspace.undo()
    assert shot(noted).remarks[0].state == "proposed"
    assert "Night" not in shot(noted).guidance.lighting
    assert len(noted.workspace.film.proposals) == 2


def test_declining_leaves_the_guidance_as_it_is(noted):
    before = shot(noted).guidance.model_copy()
    card(noted).decline()
    assert shot(noted).guidance == before
    assert shot(noted).remarks[0].state == "declined"
    assert noted.window.model.card("shot-2").feedback is None


def test_one_of_two_changes_can_be_accepted_in_the_list_of_all_proposals(noted):
    noted.window.sheets.reports()
    sheet = noted.window.findChild(ReportSheet)
    assert sheet is not None
    from ui.studio import proposals

    first, second = noted.workspace.film.proposals
    proposals.decline(noted.workspace, [first])
    assert shot(noted).remarks[0].state == "proposed", "the other change is still to be decided"
    proposals.accept(noted.workspace, [second])
    assert shot(noted).remarks[0].state == "accepted"


def test_a_note_is_removed_with_what_it_proposes(noted):
    card(noted).remove()
    assert not shot(noted).remarks
    assert not noted.workspace.film.proposals
    noted.workspace.undo()
    assert len(shot(noted).remarks) == 1
    assert len(noted.workspace.film.proposals) == 2


def test_what_is_not_understood_is_kept_and_said(studio, run):
    studio.workspace.select("shot-2")
    write(studio, run, "Frobnicate the gizmo")
    assert shot(studio).remarks[0].state == "open"
    assert "gizmo" in card(studio).remark.verdict


def test_a_locked_shot_takes_no_notes(studio):
    studio.workspace.select("shot-6")
    studio.window.inspector.show_page("review")
    assert not studio.window.inspector.review.note.isEnabled()


def test_a_suggestion_with_data_becomes_words_the_crew_understands(studio):
    studio.workspace.select("shot-3")
    studio.workspace.apply(SetField(target="shot-3", field="locks", value=[]))
    review = studio.workspace.shot.take.review
    review.problems[0].suggestion.change = {"argument": "fill", "set": 0.5}
    studio.window.inspector.show_page("review")
    from ui.studio.inspector.findings import FindingRow

    row = next(r for r in studio.window.inspector.review.findChildren(FindingRow) if not r.finding.passed)
    row._use()
    assert "filling 50 %" in studio.workspace.shot.guidance.cinematography
    assert studio.workspace.session.undo_label == "apply a suggestion"
