"""Looks from words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.look import Look
from library.cast.beards import BEARDS, STUBBLE
from library.cast.hair import STYLES
from library.cast.headwear import HATS
from library.cast.looks import look_of, names
from library.cast.outfits import OUTFITS
from library.cast.vocabulary import COLOURS, EYE_COLOURS, HAIR_COLOURS


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.integers(-(2**40), 2**40))
def test_any_text_gives_a_look_that_can_be_built(words, seed):
    look = look_of(words, seed=seed)
    assert isinstance(look, Look)
    assert look.hair in STYLES
    assert look.outfit in OUTFITS
    assert look.hat is None or look.hat in HATS
    assert look.beard is None or look.beard == STUBBLE or look.beard in BEARDS
    assert look == look_of(words, seed=seed)


def test_a_tired_nurse_in_her_fifties():
    look = look_of("a tired nurse in her fifties, short grey hair")
    assert look.gender == "female"
    assert 50 <= look.years <= 59
    assert look.outfit == "doctor"
    assert look.hair in ("pixie", "bob")
    assert look.hair_colour == HAIR_COLOURS["grey"]
    assert look.face["tired"] == 1


def test_profile_lists():
    look = look_of("Software Engineer, 32, male")
    assert (look.gender, look.years, look.outfit) == ("male", 32, "shirt")


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("a knight", "outfit", "knight"),
        ("a girl in a red coat", "outfit", "coat"),
        ("an old man with a long white beard", "beard", "full"),
        ("a man with a trimmed beard", "beard", "short"),
        ("a clean-shaven man", "beard", None),
        ("a bald man", "hair", "bald"),
        ("a woman with a ponytail", "hair", "ponytail"),
        ("a professor with glasses", "glasses", True),
        ("a chef", "hat", "toque"),
        ("a police officer", "hat", "peaked_cap"),
        ("Mia", "gender", "female"),
        ("Tom", "gender", "male"),
        ("a waitress called Tom", "gender", "female"),
        ("a woman with blue eyes", "eyes", EYE_COLOURS["blue"]),
        ("a blonde woman", "hair_colour", HAIR_COLOURS["blonde"]),
    ],
)
def test_what_is_said_wins(words, field, value):
    assert getattr(look_of(words), field) == value


def test_colours_of_clothes():
    assert look_of("a girl in a red coat").colours[0] == COLOURS["red"]
    assert look_of("a man in a black suit with a green tie").colours[0] == COLOURS["black"]
    assert look_of("a woman in a long blue dress").colours[0] == COLOURS["blue"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("a child", 4, 12),
        ("a teenage boy", 13, 17),
        ("an elderly woman", 66, 90),
        ("a man in his early thirties", 30, 34),
        ("a 7 year old girl", 7, 7),
        ("a twenty-five year old man", 25, 25),
    ],
)
def test_ages(words, low, high):
    assert low <= look_of(words).years <= high


def test_given_values_win_over_words():
    look = look_of("an old woman", gender="male", years=12)
    assert look.gender == "male"
    assert look.years == 12


def test_children_are_smaller():
    assert look_of("a boy", years=7).height < 1.4 < look_of("a man", years=35).height


def test_two_people_described_alike_differ():
    looks = {look_of("a woman", years=30, seed=i).model_dump_json() for i in range(12)}
    assert len(looks) == 12
    assert len({look_of("a woman", years=30, seed=i).hair for i in range(12)}) >= 4
    assert len({look_of("a man", seed=i).outfit for i in range(12)}) >= 3


def test_names_have_both_genders():
    assert set(names().values()) == {"female", "male"}
    assert len(names()) > 400
