"""What a program says about the camera becomes a plan; what cannot be filmed is said with what can."""

from __future__ import annotations

import pytest

from app.errors import ShotwrightError
from library.camera.setting import setting_of
from library.functions import functions
from library.moods import MOODS
from library.shots import SHOTS
from tests.library.test_stage import staged

PAIR = (
    'add_person(stage, "Mia", at="Position 3", facing="Tom")\nadd_person(stage, "Tom", at="Position 5", facing="Mia")'
)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda s: s.name)
def test_every_shot_type_has_a_function_that_asks_for_it(shot):
    names = '["Mia", "Tom"]' if shot.least == 2 else '"Mia"'
    plan = staged(character=PAIR, cinematography=f"{shot.function}(stage, {names})").camera
    assert plan.shot_type == shot.name
    assert shot.function in functions("cinematography")


def test_over_the_shoulder_finds_the_listener():
    plan = staged(character=PAIR, cinematography='over_the_shoulder(stage, "Tom")').camera
    assert (plan.subjects, plan.over) == (["Tom"], "Mia")


def test_a_point_of_view_films_what_is_seen():
    plan = staged(character=PAIR, cinematography='point_of_view(stage, "Tom", at="Mia")').camera
    assert (plan.viewer, plan.subjects) == ("Tom", ["Mia"])


def test_an_insert_takes_a_thing_or_hands():
    stage = staged(character=PAIR, cinematography='insert_shot(stage, "coffee table")')
    assert stage.camera.subjects == []
    assert stage.camera.thing in setting_of(stage).things
    plan = staged(character=PAIR, cinematography='insert_shot(stage, "Mia")').camera
    assert (plan.subjects, plan.thing) == (["Mia"], None)


@pytest.mark.parametrize(
    "call",
    [
        'over_the_shoulder(stage, "Mia", over="Mia")',
        'point_of_view(stage, "Mia", at="Mia")',
        'two_shot(stage, ["Mia"])',
        'dutch_angle(stage, "Mia", roll=80)',
        'dolly_shot(stage, "Mia", direction="up")',
        'insert_shot(stage, "zeppelin")',
    ],
)
def test_what_cannot_be_filmed_is_said(call):
    with pytest.raises(ShotwrightError, match="cinematography, line 1"):
        staged(character=PAIR, cinematography=call)


def test_somebody_alone_has_no_shoulder_to_look_past():
    with pytest.raises(ShotwrightError, match="alone"):
        staged(character='add_person(stage, "Mia", at="Position 3")', cinematography='over_the_shoulder(stage, "Mia")')


@pytest.mark.parametrize("mood", MOODS, ids=lambda m: m.name)
def test_a_mood_keeps_light_on_the_shadow_side_and_is_found_by_its_synonyms(mood):
    assert mood.key > 0
    assert 0.05 <= mood.key_ratio <= 0.7
    assert all(MOODS.find(s).entry is mood for s in mood.synonyms)
