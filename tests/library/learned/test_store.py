"""Versions of learned functions: written, replaced, rolled back, retired, and all of it kept."""

from __future__ import annotations

import json

import pytest

from app.document import HOUSE, PERSON, Origin
from app.errors import ShotwrightError
from library.learned.store import LearnedLibrary

MODEL = Origin(by="model", name="scripted")


def source(body: str, name: str = "nod_twice") -> str:
    return f'def {name}(stage, person, start=0.0):\n    """Somebody nods two times, a second apart."""\n    {body}\n'


FIRST = source("perform(stage, person, 'Nodding', start=start)")
SECOND = source("perform(stage, person, 'Nodding', start=start, strength=1.2)")


@pytest.fixture
def library(tmp_path) -> LearnedLibrary:
    made = LearnedLibrary(tmp_path / "learned")
    made.write(FIRST, "motion", MODEL, "nobody nodded twice", "shot 3 of Kites")
    return made


def test_a_function_is_kept_with_who_why_and_for_which_shot(library):
    (version,) = library.entry("nod_twice").versions
    assert (version.by, version.why, version.shot) == (MODEL, "nobody nodded twice", "shot 3 of Kites")
    assert [f.name for f in library.active("motion")] == ["nod_twice"]
    assert library.active("scene") == []


def test_replacing_adds_a_version_and_shows_as_a_diff(library):
    before = library.state("nod_twice")
    made = library.write(SECOND, "motion", HOUSE, "larger")
    assert (made.version, made.source) == (2, SECOND)
    assert library.state("nod_twice") != before
    diff = library.diff("nod_twice")
    assert "-    perform(stage, person, 'Nodding', start=start)" in diff
    assert "+    perform(stage, person, 'Nodding', start=start, strength=1.2)" in diff
    assert [c.what for c in library.entry("nod_twice").changes] == ["written", "replaced"]


def test_the_same_text_again_changes_nothing(library):
    assert library.write(FIRST, "motion", HOUSE, "again").version == 1
    assert len(library.entry("nod_twice").changes) == 1


def test_rolling_back_and_forth(library):
    library.write(SECOND, "motion", HOUSE, "larger")
    assert library.roll_back("nod_twice", PERSON, "too large").version == 1
    assert library.roll_back("nod_twice", PERSON, version=2).version == 2
    library.roll_back("nod_twice", PERSON)
    assert library.roll_back("nod_twice", PERSON) is None
    assert library.active() == []
    assert len(library.entry("nod_twice").versions) == 2


def test_a_retired_function_is_out_of_use_and_can_come_back(library):
    library.retire("nod_twice", PERSON, "not needed")
    assert library.active() == []
    assert library.state("nod_twice") == ""
    assert library.roll_back("nod_twice", PERSON).version == 1


def test_wrong_names_are_told(library):
    acts = library.entry, library.diff, lambda n: library.roll_back(n, PERSON), lambda n: library.retire(n, PERSON)
    for act in acts:
        with pytest.raises(ShotwrightError) as caught:
            act("nod_thrice")
        assert "nod_twice" in caught.value.hint
    with pytest.raises(ShotwrightError):
        library.entry("../film")


def test_a_function_stays_in_its_sub_process(library):
    moved = source("place = 1").replace("person, ", "")
    with pytest.raises(ShotwrightError, match="belongs to motion"):
        library.write(moved, "scene", HOUSE, "x")


def test_hostile_source_is_not_kept(library):
    with pytest.raises(ShotwrightError):
        library.write(source("import os", "bad"), "motion", MODEL, "x")
    assert [e.name for e in library.entries()] == ["nod_twice"]


def test_a_damaged_file_is_named(library):
    path = library.folder / "nod_twice.json"
    path.write_text(json.dumps({"name": 1}))
    with pytest.raises(ShotwrightError, match=r"nod_twice\.json"):
        library.entries()
