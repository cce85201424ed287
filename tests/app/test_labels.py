"""What a new shot among labelled ones is called."""

from __future__ import annotations

import pytest

from app.document import Film, Scene, Shot
from app.labels import label_after, label_in


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
    assert label_after(film(*labels), "shot-0") == label


def test_labels_given_away_in_the_same_step_count_and_the_alphabet_ends():
    assert label_after(film("4"), "shot-0", ["4A", "4B"]) == "4C"
    full = film("4", *(f"4{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    assert label_after(full, "shot-0") == ""


def test_shots_of_a_new_scene_are_named_after_it_where_the_name_is_free():
    assert label_in(film("1.1", "1.2"), 2, 1) == "2.1"
    assert label_in(film("1.1", "2.1"), 2, 1) == ""
    assert label_in(film("", ""), 2, 1) == ""
