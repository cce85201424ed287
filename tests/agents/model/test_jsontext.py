"""Reading answers out of arbitrary words: never an exception, never a changed value."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from agents.model import jsontext
from agents.model.answers import read, salvage
from agents.model.schema import described, wanted

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1000, 1000) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(max_size=4), VALUES, min_size=1, max_size=4)
WORDS = st.text(alphabet=st.characters(exclude_characters='{}[]`"'), max_size=40)


class Item(BaseModel):
    id: str
    count: int = Field(ge=0)


class Basket(BaseModel):
    items: list[Item]


@given(OBJECTS, WORDS, WORDS, st.booleans())
@settings(max_examples=150)
def test_an_object_is_found_unchanged_in_any_words(value, before, after, fenced):
    text = json.dumps(value)
    said = f"{before}\n```json\n{text}\n```\n{after}" if fenced else f"{before}{text}{after}"
    found = jsontext.find(said)
    assert found[0] == jsontext.Found(value)


@given(st.text(alphabet='{}[]",:\\`ab1 \n', max_size=60) | st.text(max_size=60))
@settings(max_examples=200)
def test_no_words_whatever_raise(text):
    for cut in (False, True):
        reading = read(text, Basket, cut)
        assert (reading.answer is None) == bool(reading.problem)
        salvage(Basket, reading)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.data())
@settings(max_examples=100)
def test_an_answer_cut_anywhere_never_gives_half_an_item(counts, data):
    items = [{"id": f"item {i}", "count": count} for i, count in enumerate(counts)]
    text = json.dumps({"items": items})
    said = text[: data.draw(st.integers(0, len(text) - 1))]
    reading = read(said, Basket, cut=True)
    assert reading.answer is None
    part = salvage(Basket, reading)
    kept = [] if part is None else [item.model_dump() for item in part.answer.items]
    assert kept == items[: len(kept)]


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":', '{"a":[['])
def test_bottomless_nesting_is_turned_away(opening):
    reading = read(opening * 4000, Basket, cut=False)
    assert reading.answer is None


def test_the_longest_reading_tells_what_is_wrong():
    reading = read('As asked [1], here: {"items": [{"id": "a", "count": -1}]}', Basket, cut=False)
    assert "items.0.count" in reading.problem


class Tree(BaseModel):
    name: str = "root"
    branches: list[Tree] = []


class Loose(BaseModel):
    values: dict[str, int]


def test_a_strict_schema_requires_every_field_and_allows_no_other():
    form = wanted(Tree)["json_schema"]
    assert form["strict"] is True
    node = form["schema"]["$defs"]["Tree"]
    assert (node["required"], node["additionalProperties"]) == (["name", "branches"], False)
    assert "default" not in json.dumps(form["schema"])


def test_open_objects_cannot_be_strict():
    assert wanted(Loose)["json_schema"]["strict"] is False
    assert '"values"' in described(Loose)


class Named(BaseModel):
    default: str
    title: str


def test_fields_may_be_called_like_keywords_of_the_schema():
    assert set(wanted(Named)["json_schema"]["schema"]["properties"]) == {"default", "title"}
