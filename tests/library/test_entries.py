"""What the library holds is listed by itself, can be found, and every entry's little scene can be staged."""

from __future__ import annotations

import inspect
from fractions import Fraction

import pytest

from app.errors import ShotwrightError
from library.cast.outfits import OUTFITS
from library.entries import KINDS, RATE, entries, find
from library.moods import MOODS
from library.motion.actions import ACTIONS, action
from library.places import PLACES
from library.program import run_program
from library.props import PROPS, prop
from library.shots import SHOTS
from library.stage import Stage
from tests.support.mannequin import mannequin


def test_every_registry_is_listed_whole():
    for kind, registry in {
        "places": PLACES, "props": PROPS, "actions": ACTIONS, "shots": SHOTS, "moods": MOODS,
    }.items():  # fmt: skip
        assert entries(kind).names == registry.names
    assert {f"{name} (outfit)" for name in OUTFITS} <= set(entries("cast").names)
    for kind in KINDS:
        for entry in entries(kind):
            assert entry.description, entry.name
            assert entry.kind == kind


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [("street", "places", "Roadside"), ("couch", "props", "sofa"), ("jump", "actions", "Joyful Jump"),
     ("sunset", "moods", "golden hour"), ("ots", "shots", "Over-the-Shoulder Shot"),
     ("braids", "cast", "braids (hair)")],
)  # fmt: skip
def test_entries_are_found_by_what_people_call_them(words, kind, name):
    entry = find(words)
    assert (entry.kind, entry.name) == (kind, name)


def test_what_is_not_there_is_said_with_the_nearest():
    with pytest.raises(ShotwrightError, match="nothing called 'qqzz'") as caught:
        find("qqzz")
    assert "The nearest:" in caught.value.hint
    with pytest.raises(ShotwrightError, match="no 'dragons'"):
        entries("dragons")


SCENES = [e for kind in KINDS if kind != "props" for e in entries(kind)]


@pytest.mark.parametrize("entry", SCENES, ids=lambda e: f"{e.kind} {e.name}")
def test_the_scene_of_an_entry_can_be_staged(entry):
    sample = entry.sample()
    assert sample.moments == tuple(sorted(set(sample.moments)))
    assert 0 <= sample.moments[0] <= sample.moments[-1] < sample.frames
    stage = Stage(sample.cast, lambda look: mannequin(look.height), {}, sample.frames, Fraction(RATE), (64, 36), 1)
    run_program(sample.program, stage)
    assert stage.place is not None
    if entry.kind == "actions":
        doer = stage.roles["Mia"].performance
        assert doer.doings or doer.goings or doer.seatings


def test_a_new_action_or_prop_is_there_by_itself():
    @action("Juggling", "juggles three balls", synonyms=("juggle",))
    def juggling(act) -> None:
        act.feel("happy")

    @prop("juggling ball", (0.07, 0.07, 0.07), mount="surface")
    def ball(rng):
        """A small ball."""
        return PROPS["apple"].mesh()

    try:
        assert find("juggle").sample().program.motion.count("Juggling") == 1
        assert entries("props")["juggling ball"].description == "A small ball."
    finally:
        ACTIONS.remove("Juggling")
        PROPS.remove("juggling ball")


def test_listing_needs_no_blender():
    assert "bpy" not in inspect.getsource(inspect.getmodule(entries))
