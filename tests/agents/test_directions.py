"""What the director makes of a screenplay's stage directions, with the real library."""

from __future__ import annotations

from pathlib import Path

import pytest

from agents.house.crew import HouseCrew, Options
from agents.input import read
from app.document import Film

PLAY = """INT. WAREHOUSE - NIGHT

ÉLODIE (40s), a tired dispatcher in a grey hoodie, types. A phone rings somewhere.

SAM (V.O.)
You're still there?

ÉLODIE
Somebody has to be.

SAM, a courier of twenty-five with a beard, enters.

SAM
Last one. I swear.

EXT. RAILWAY STATION - DAWN

Sam runs. Élodie waits.

She hands him a letter. He reads it and starts to cry.

CLOSE ON SAM
"""


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Film:
    path = tmp_path_factory.mktemp("play") / "delivery.fountain"
    path.write_text(PLAY, encoding="utf-8")
    return HouseCrew().develop_now(read(str(Path(path))), Options())


def actors(shot) -> set[str]:
    return {b.character for b in shot.beats if getattr(b, "character", None)}


def named(film: Film, name: str) -> str:
    return next(c.id for c in film.characters if c.name == name)


def test_who_is_only_heard_is_not_there_before_they_come_in(film):
    first = film.scenes[0].shots[0]
    assert any(line.speaker == named(film, "Sam") for s in film.scenes[0].shots[:2] for line in s.lines)
    assert {s.character for s in first.staging} == {named(film, "Élodie")}
    comes = next(s for s in film.scenes[0].shots if named(film, "Sam") in {x.character for x in s.staging})
    assert any(b.kind == "move" for b in comes.beats)


def test_looks_behind_an_age_are_read_and_not_told_as_unstaged(film):
    look = film.character(named(film, "Élodie")).look
    assert (look.outfit, look.years) == ("hoodie", 40)
    assert not any("hoodie" in n.text or "beard" in n.text for n in film.notices)
    assert any("phone rings" in n.text for n in film.notices)


def test_the_camera_goes_to_who_begins_to_act_and_holds_who_acts_together(film):
    shots = film.scenes[1].shots
    gives = next(s for s in shots if any(getattr(b, "action", "") == "Giving" for b in s.beats))
    assert set(gives.subjects) == {named(film, "Élodie"), named(film, "Sam")}
    cries = next(s for s in shots if any("Crying" in getattr(b, "action", "") for b in s.beats))
    assert cries is not gives
    assert actors(cries) == {named(film, "Sam")}
    assert cries.subjects == [named(film, "Sam")]


def test_a_direction_that_names_what_the_camera_sees_is_that_shot(film):
    last = film.scenes[1].shots[-1]
    assert (last.shot_type, last.subjects) == ("Close-up", [named(film, "Sam")])


def test_a_place_named_otherwise_is_told(film):
    assert any("RAILWAY STATION" in n.text and n.used for n in film.notices)
