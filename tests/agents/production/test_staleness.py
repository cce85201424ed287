"""Why a take is out of date, in the words people are told."""

from __future__ import annotations

import pytest

from agents.production.inputs import inputs, stale
from app.document import Film, Line, Shot
from library.learned.store import LearnedLibrary
from tests.support import demo


@pytest.fixture
def film() -> Film:
    made = demo.film(["picture.jpg"])
    shot = made.shot("shot-2")
    shot.take.inputs = inputs(made, made.scene_of("shot-2"), shot)
    return made


def told(film: Film, tmp_path) -> list[str]:
    shot: Shot = film.shot("shot-2")
    return stale(film, film.scene_of("shot-2"), shot, LearnedLibrary(tmp_path))


def test_a_line_for_somebody_else_is_a_change_of_lines_not_of_a_voice(film, tmp_path):
    assert told(film, tmp_path) == []
    film.shot("shot-2").beats.append(Line(speaker="ines", text="Both of you, out."))
    assert told(film, tmp_path) == ["its lines or actions changed"]


def test_another_voice_is_told_also_beside_another_line(film, tmp_path):
    film.shot("shot-2").lines[0].text = "At nine."
    mia = film.character("mia")
    mia.voice = mia.voice.model_copy(update={"pitch": mia.voice.pitch + 2})
    assert told(film, tmp_path) == ["its lines or actions changed", "Mia's voice changed"]
