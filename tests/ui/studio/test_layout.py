"""Where cards stand."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from ui.studio.storyboard.layout import Group, grid, strip

counts = st.lists(st.integers(0, 9), min_size=1, max_size=5)


def groups(sizes: list[int], collapsed: frozenset[int] = frozenset()) -> list[Group]:
    out, row = [], 0
    for n, size in enumerate(sizes):
        out.append(Group(f"s{n}", list(range(row, row + size)), n in collapsed))
        row += size
    return out


@given(counts, st.integers(300, 2400), st.integers(140, 480))
def test_cards_of_the_grid_fill_the_width_and_never_overlap(sizes, width, wish):
    made = grid(groups(sizes), width, wish, 90)
    boxes = list(made.cards.values())
    assert len(boxes) == sum(sizes)
    for one, two in itertools.pairwise(boxes):
        assert two.y > one.y or two.x >= one.x + one.w
    assert all(b.x >= 0 and b.x + b.w <= width for b in boxes)
    assert all(b.y + b.h <= made.size[1] for b in boxes)


@given(counts, st.integers(300, 2400))
def test_every_card_is_found_at_its_own_middle(sizes, width):
    made = grid(groups(sizes), width, 232, 90)
    for row, box in made.cards.items():
        assert made.card_at(box.x + box.w / 2, box.y + box.h / 2) == row


@given(counts, st.integers(300, 2400), st.floats(0, 3000), st.floats(0, 3000))
def test_a_drop_anywhere_goes_to_a_place_that_exists(sizes, width, x, y):
    made = grid(groups(sizes), width, 232, 90)
    drop = made.drop_at(x, y)
    assert drop is not None
    assert 0 <= drop.index <= sizes[int(drop.scene[1:])]


def test_a_drop_left_of_a_card_goes_before_it_and_right_of_it_behind():
    made = grid(groups([4]), 1000, 232, 90)
    box = made.cards[1]
    assert made.drop_at(box.x + 10, box.y + 50).index == 1
    assert made.drop_at(box.x + box.w - 10, box.y + 50).index == 2


def test_arrow_keys_go_through_scenes_and_stop_at_the_edges():
    made = grid(groups([3, 2]), 800, 232, 90)
    assert made.columns == 3
    assert made.step(2, 1, 0) == 3
    assert made.step(0, -1, 0) == 0
    assert made.step(1, 0, 1) == 4
    assert made.step(4, 0, 1) == 4
    assert made.step(3, 0, -1) == 0


def test_collapsed_scenes_hide_their_cards_but_take_drops():
    made = grid(groups([3, 2], frozenset({0})), 800, 232, 90)
    assert list(made.cards) == [3, 4]
    heading = dict(made.headings)["s0"]
    assert made.drop_at(heading.x + 50, heading.y + 10)[:2] == ("s0", 3)


def test_the_strip_is_one_line():
    made = strip(groups([3, 2]), 300, 232, 90)
    assert len({b.y for b in made.cards.values()}) == 1
    assert made.step(2, 1, 0) == 3
