"""The rules find what is broken and mend what can be mended."""

from __future__ import annotations

import pytest

from agents.house.crew import Options
from agents.input import read
from agents.repairs import repair
from agents.rules import check
from app.document import Action, Film


@pytest.fixture
def film(crew) -> Film:
    return crew.develop_now(read("Mia finds out that Tom has been lying about his job"), Options())


def broken(film: Film, catalogue) -> set[str]:
    return {v.rule for v in check(film, catalogue)}


def test_each_rule_is_found_and_mended(film, catalogue):
    scene = film.scenes[0]
    shots = scene.shots
    shots[3].shot_type = "Truck Shot"
    shots[4].shot_type = "Tracking Shot"
    shots[0].shot_type = "Close-up"
    shots[0].beats = shots[1].beats[:1]
    shots[5].staging[1].position = shots[5].staging[0].position
    shots[6].beats.append(Action(character=shots[6].staging[0].character, action="Sitting Talking", during="x"))
    shots[6].staging[0].posture = "standing"
    found = broken(film, catalogue)
    assert {
        "a truck shot only opens",
        "a tracking shot needs somebody who moves",
        "a scene opens wide",
        "distinct positions",
        "actions fit the posture",
    } <= found
    repair(film, catalogue)
    assert not broken(film, catalogue) & found - {"posture changes by sitting down or standing up"}


def test_a_seatless_position_is_not_sat_on(film, catalogue):
    film.scenes[0].place = "Apartment living room"
    stand = film.scenes[0].shots[0].staging[0]
    stand.position, stand.posture = "Position 3", "sitting"
    assert "sit only on a seat" in broken(film, catalogue)
    repair(film, catalogue, strict=True)
    assert film.scenes[0].shots[0].staging[0].posture == "standing"


def test_a_strict_repair_keeps_the_shots_of_a_script(film, catalogue):
    film.scenes[0].shots[3].shot_type = "Truck Shot"
    repair(film, catalogue, strict=True)
    assert film.scenes[0].shots[3].shot_type == "Truck Shot"


def test_three_alike_in_a_row_and_unknown_actions_are_told(film, catalogue):
    shots = film.scenes[0].shots
    for shot in shots[1:4]:
        shot.shot_type, shot.subjects = "Medium Shot", shots[1].subjects
    shots[2].beats.append(Action(character=shots[2].staging[0].character, action="Juggling"))
    texts = [v.text for v in check(film, catalogue)]
    assert any("three Medium Shots" in t for t in texts)
    assert any("Juggling" in t for t in texts)
