"""Remarks on shots and marks on takes: edits that undo exactly and survive the journal."""

from __future__ import annotations

import pytest

from app.document import HOUSE, Remark
from app.edits import EDIT, KeepTake, SetRemark
from app.errors import ShotwrightError
from app.session import Session
from tests.support import demo


def test_a_remark_is_added_changed_and_removed_and_each_step_is_undone():
    film = demo.film(["a.jpg"])
    film.shot("shot-2").locks = {"shot"}
    session = Session(film)
    before = film.model_dump()
    for text in ("first", "second"):
        session.apply(SetRemark(shot="shot-2", id=text, remark=Remark(id=text, text=text)))
    changed = Remark(id="first", text="first", state="answered", met=True)
    session.apply(SetRemark(by=HOUSE, shot="shot-2", id="first", remark=changed))
    assert [(r.id, r.state) for r in film.shot("shot-2").remarks] == [("first", "answered"), ("second", "open")]
    session.apply(SetRemark(shot="shot-2", id="first", remark=None))
    assert [r.id for r in film.shot("shot-2").remarks] == ["second"]
    session.undo()
    assert [r.id for r in film.shot("shot-2").remarks] == ["first", "second"], "it comes back where it stood"
    for _ in range(3):
        session.undo()
    assert film.model_dump() == before


def test_removing_a_remark_that_is_not_there_says_so():
    with pytest.raises(ShotwrightError, match="there is no note 'x'"):
        Session(demo.film()).apply(SetRemark(shot="shot-1", id="x", remark=None))


def test_a_take_is_marked_to_be_kept():
    film = demo.film(["a.jpg"])
    session = Session(film)
    take = film.shot("shot-2").takes[0]
    session.apply(KeepTake(shot="shot-2", take=take.id))
    assert film.shot("shot-2").takes[0].kept
    session.undo()
    assert not film.shot("shot-2").takes[0].kept


def test_both_go_through_the_journal():
    for edit in (SetRemark(shot="s", id="r", remark=Remark(id="r", text="closer")), KeepTake(shot="s", take="t")):
        assert EDIT.validate_json(edit.model_dump_json()) == edit
