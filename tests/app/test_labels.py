"""What a new shot among labelled ones is called."""

from __future__ import annotations

import pytest

from app.document import Film, Scene, Shot


def film(*labels: str) -> Film:
    return Film(scenes=[Scene(shots=[Shot(id=f"shot-{n}", label=label) for n, label in enumerate(labels)])])


@pytest.mark.parametrize(
    ("labels", "label"),
    [
        (["1.2", "1.3"], "1.2A"),
        (["1.2", "1.2A"], "1.2B"),
        (["1.2A", "1.2B"], "1.2C"),
        (["", "7"], ""),
        (["Opening"], ""),
        (["1.2 copy"], ""),
    ],
)
def test_a_shot_behind_another_gets_the_next_free_letter(labels, label):
    assert film(*labels).label_after("shot-0") == label


def test_labels_given_away_in_the_same_step_count_and_the_alphabet_ends():
    assert film("4").label_after("shot-0", ["4A", "4B"]) == "4C"
    full = film("4", *(f"4{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert full.label_after("shot-0") == ""


def test_shots_of_a_new_scene_are_named_after_it_where_the_name_is_free():
    assert film("1.1", "1.2").label_in(2, 1) == "2.1"
    assert film("1.1", "2.1").label_in(2, 1) == ""
    assert film("", "").label_in(2, 1) == ""
