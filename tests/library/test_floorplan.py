"""A program seen from above, without building anything."""

from __future__ import annotations

import math

import pytest

from app.document import Program
from library.floorplan import floor_plan
from library.places import PLACES
from library.places.outline import drawn
from library.places.resting import settle
from library.snippets import literal_calls

SCENE = 'use_place(stage, "Apartment living room")\nadd_prop(stage, "mug", on="coffee table")'


def plan(character: str, motion: str = "", cinematography: str = ""):
    program = Program(scene=SCENE, character=character, motion=motion, cinematography=cinematography)
    return floor_plan(program, ["Mia", "Tom"])


def test_people_stand_where_the_program_puts_them():
    made = plan('add_person(stage, "Mia", at="Position 2", facing="Tom")\nadd_person(stage, "Tom", at=(0.5, -0.9))')
    spot = PLACES["Apartment living room"].position("Position 2")
    assert made.figures["Mia"].at == spot.at
    assert made.figures["Tom"].at == (0.5, -0.9)
    towards = math.degrees(math.atan2(0.5 - spot.at[0], -(-0.9 - spot.at[1])))
    assert made.figures["Mia"].yaw == pytest.approx(towards)
    assert not made.problems


def test_a_walk_goes_round_the_furniture_by_way_of_what_it_names():
    made = plan('add_person(stage, "Tom", at=(0.5, -0.9))', 'walk_to(stage, "Tom", "Position 3", via=[(0, -1.5)])')
    way = made.figures["Tom"].way
    assert way[0] == (0.5, -0.9)
    assert (0.0, -1.5) in way
    table = next(f for f in made.stage.footprints() if f.name == "coffee table")
    assert all(math.dist(p, table.at) > min(table.size) / 2 for p in way)


def test_obstacles_are_named():
    made = plan('add_person(stage, "Tom", at=(0.5, -0.9))')
    assert made.obstacle((0.0, 0.0)) == "in the coffee table"
    assert made.obstacle((9.0, 9.0)) == "outside the room"
    assert made.obstacle((0.6, -0.9), "Mia") == "in Tom's place"
    assert made.obstacle((0.5, -0.9), "Tom") == ""


def test_what_cannot_be_is_said_and_the_rest_is_shown():
    made = plan('add_person(stage, "Mia", at="Position 77")\nadd_person(stage, "Tom", at=(0.5, -0.9))')
    assert list(made.figures) == ["Tom"]
    assert "Position 77" in made.problems[0]


def test_nothing_of_a_program_is_executed():
    hostile = '__import__("os").system("x")\nadd_person(stage, open("/etc/passwd"))\nfor x in [1]:\n    y = x'
    assert literal_calls(hostile) == []
    assert literal_calls("this is no program (") == []


def test_things_are_drawn_as_they_are_built():
    place = PLACES["Apartment living room"]
    shapes = {e.placed.name: (e, drawn(e)) for e in settle(place.furniture, place.height)}
    for settled, (outer, _) in shapes.values():
        assert outer, settled.placed.name
        xs = [p[0] for polygon in outer for p in polygon]
        assert max(xs) - min(xs) <= math.hypot(*settled.size[:2]) + 0.06
    _sofa, (outer, inner) = shapes["long sofa"]
    assert inner, "a sofa has a back"
    _table, (outer, _) = shapes["coffee table"]
    assert len(outer) == 1
    assert len(outer[0]) == 4
