"""Relatives look alike and are of fitting ages, by the words that say how people are related."""

from __future__ import annotations

import pytest

from agents.house.crew import HouseCrew, Options
from agents.house.family import aged, family
from agents.input import read
from app.document import Film


@pytest.mark.parametrize(
    ("people", "told", "bonds"),
    [
        ({"Ada": "elder sister", "Bea": "sister"}, "Two sisters quarrel", {"Bea": "Ada"}),
        ({"Tom": "man", "Ann": "mother"}, "A man visits his mother", {"Ann": "Tom"}),
        ({"Tom": "man", "Ann": "mother"}, "A man asks a mother the way", {}),
        ({"Girl": "girl", "Mother": "mother", "Father": "father"}, "A girl and her family", {"Mother": "Girl"}),
        ({"Ann": "mother", "Ben": "son"}, "A mother and a son", {"Ann": "Ben"}),
        ({"Tom": "man", "Sue": "sister-in-law"}, "A man and his sister-in-law", {}),
        ({"Tom": "husband", "Sue": "wife"}, "A husband and his wife", {}),
    ],
)
def test_who_is_related_to_whom(people, told, bonds):
    found = family(list(people.items()), told)
    assert {name: bond.to for name, bond in found.bonds.items()} == bonds


def test_parents_are_a_generation_older_unless_somebody_says_otherwise():
    who = family([("Tom", "man"), ("Ann", "mother"), ("Rose", "grandmother")], "a man, his mother, his grandmother")
    years = aged({"Tom": 40, "Ann": 48, "Rose": 70}, set(), who)
    assert years["Tom"] + 24 == years["Ann"]
    assert years["Rose"] > years["Ann"] + 15
    assert aged({"Tom": 40, "Ann": 48, "Rose": 70}, {"Ann", "Rose"}, who) == {"Tom": 22, "Ann": 48, "Rose": 70}


def test_siblings_are_near_in_age():
    who = family([("Maya", "girl"), ("Finn", "brother")], "a girl and her brother")
    assert abs(aged({"Maya": 12, "Finn": 44}, {"Maya"}, who)["Finn"] - 12) <= 9


def film(text: str) -> Film:
    return HouseCrew().develop_now(read(text), Options())


def distance(one, two) -> float:
    return sum(abs(v - two.face[k]) for k, v in one.face.items())


def test_siblings_share_skin_eyes_hair_colour_and_much_of_the_face():
    one, two = (c.look for c in film("Two brothers must sell the boat of their father").characters[:2])
    assert (one.skin, one.eyes, one.hair_colour) == (two.skin, two.eyes, two.hair_colour)
    friends = [c.look for c in film("Two friends must sell the boat of their teacher").characters[:2]]
    assert distance(one, two) < 0.5 * distance(*friends)


def test_twins_are_one_age_and_build_and_what_is_said_of_one_stays():
    one, two = film("twin sisters wave at the roadside, medium shot").characters
    assert (one.years, one.look.height, one.look.hair) == (two.years, two.look.height, two.look.hair)
    dark, fair = film("a woman with black hair hugs her sister with blonde hair in the kitchen").characters
    assert dark.look.skin == fair.look.skin
    assert dark.look.hair_colour != fair.look.hair_colour
