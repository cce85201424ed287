"""Notes and proposals of the crew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton

from app.document import HOUSE, Notice, Proposal
from app.edits import AddProposal, SetField
from ui.studio.reports import ReportSheet, difference


def propose(studio) -> Proposal:
    """The house crew wants to change what a person wrote."""
    studio.workspace.apply(SetField(target="shot-1", field="guidance.lighting", value="Dark."))
    edit = SetField(by=HOUSE, target="shot-1", field="guidance.lighting", value="Bright morning.")
    studio.workspace.session.apply(edit)
    return studio.workspace.film.proposals[0]


def test_a_change_where_a_person_wrote_is_proposed_not_made(studio):
    proposal = propose(studio)
    assert studio.workspace.film.shot("shot-1").guidance.lighting == "Dark."
    assert proposal.new == "Bright morning."
    assert studio.window.toolbar.notes.text() == "1 note"


def press(studio, text: str) -> None:
    sheet = studio.window.findChild(ReportSheet)
    next(b for b in sheet.findChildren(QPushButton) if b.text() == text).click()


def test_accepting_is_one_step_and_can_be_undone(studio):
    propose(studio)
    studio.window.sheets.reports()
    press(studio, "Accept")
    film = studio.workspace.film
    assert film.shot("shot-1").guidance.lighting == "Bright morning."
    assert not film.proposals
    studio.workspace.undo()
    assert film.shot("shot-1").guidance.lighting == "Dark."
    assert film.proposals


def test_declining_keeps_the_persons_words(studio):
    propose(studio)
    studio.window.sheets.reports()
    press(studio, "Decline")
    assert studio.workspace.film.shot("shot-1").guidance.lighting == "Dark."
    assert not studio.workspace.film.proposals
    assert studio.window.toolbar.notes.isHidden()


def test_what_could_not_be_taken_as_written_is_listed(studio):
    studio.workspace.film.notices.append(Notice(line=12, text="INT. SHIP", problem="No such place", used="Roadside"))
    studio.workspace.apply(AddProposal(proposal=Proposal(target="film", field="title", old="a", new="b")))
    studio.window.sheets.reports()
    texts = [each.text() for each in studio.window.findChild(ReportSheet).findChildren(QLabel)]
    assert "Line 12: No such place" in texts
    assert "Used instead: Roadside" in texts


words = st.lists(st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=6), max_size=8).map(" ".join)


@given(words, words)
def test_a_difference_holds_all_words_of_both(old, new):
    document = QTextDocument()
    document.setHtml(difference(old, new))
    shown = document.toPlainText().split()
    assert set(old.split()) | set(new.split()) == set(shown)
