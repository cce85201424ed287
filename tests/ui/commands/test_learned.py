"""`shotwright library learned …`: a person sees, compares and takes back what the crew wrote."""

from __future__ import annotations

import json

import pytest

from app.document import Origin
from library.learned.store import LearnedLibrary
from ui.commands.library import main

MODEL = Origin(by="model", name="scripted")


def source(strength: str) -> str:
    return (
        f'def nod_firmly(stage, person):\n    """Somebody nods once, firmly."""\n'
        f"    return perform(stage, person, 'Nodding', strength={strength})\n"
    )


@pytest.fixture
def library(tmp_path, monkeypatch) -> LearnedLibrary:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    made = LearnedLibrary()
    made.write(source("1.2"), "motion", MODEL, "nods were too faint", "shot 2 of Kites")
    made.write(source("1.4"), "motion", MODEL, "still too faint", "shot 3 of Kites")
    return made


def said(capsys, *arguments: str) -> str:
    assert main(["learned", *arguments]) == 0
    return capsys.readouterr().out


def test_list_and_show(library, capsys):
    assert "nod_firmly" in said(capsys, "list")
    shown = said(capsys, "show", "nod_firmly")
    assert "nod_firmly(stage, person)  (motion; version 2 of 2 in use)" in shown
    assert "by scripted for shot 2 of Kites: nods were too faint" in shown
    assert "strength=1.2" in said(capsys, "show", "nod_firmly", "--version", "1")


def test_diff(library, capsys):
    text = said(capsys, "diff", "nod_firmly")
    assert "-    return perform(stage, person, 'Nodding', strength=1.2)" in text
    assert "+    return perform(stage, person, 'Nodding', strength=1.4)" in text


def test_rollback_and_retire_are_written_down(library, capsys):
    data = json.loads(said(capsys, "rollback", "nod_firmly", "--why", "too firm", "--json").splitlines()[-1])
    assert data["active"] == 1
    assert data["changes"][-1]["why"] == "too firm"
    assert data["changes"][-1]["by"]["by"] == "person"
    said(capsys, "retire", "nod_firmly")
    assert library.active() == []
    assert "retired" in said(capsys, "list")


def test_a_wrong_name_is_told(library, capsys):
    assert main(["learned", "show", "nod_softly"]) != 0
    assert "nod_firmly" in capsys.readouterr().err
