"""Which story the house screenwriter tells for an idea."""

from __future__ import annotations

import pytest

from agents.catalogue import library_catalogue
from agents.house.idea import understand_idea
from agents.house.screenwriter import situation_of


@pytest.mark.parametrize(
    ("idea", "story"),
    [
        ("a shy baker confesses his love to the postwoman", "confession"),
        ("two colleagues confess their feelings on the roof", "confession"),
        ("a father confesses to his son that he sold the dog", "announcement"),
        ("a boy admits to his mother that he broke the window", "announcement"),
        ("two sisters argue about who broke their grandmother's vase, until the grandmother confesses", "quarrel"),
        ("two brothers confess", "generic"),
    ],
)
def test_love_is_confessed_by_no_family_and_not_where_something_else_is(idea, story):
    assert situation_of(idea, understand_idea(idea, 0, library_catalogue())) == story
