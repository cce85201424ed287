"""A person's own script: the crew adds positions, actions and shots and never changes a word."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import SCRIPTS

from agents.catalogue import library_catalogue
from agents.input import parse, read
from agents.input.screenplay import AskedAct, Doing, ParsedScene, Screenplay, Speech, Walk
from agents.rules import CHECKS, check
from agents.writing import blockingcheck
from agents.writing.answers import forms
from agents.writing.script import Framed, expanded, numbered, rewritten
from tests.support.writers import Writers

CATALOGUE = library_catalogue()
FORMS = forms(CATALOGUE, 4, 3)
NAMES = ("Ada", "Bea", "Carl")
SPOTS = tuple(f"Position {n}" for n in range(1, 8))
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=80).filter(
    lambda t: any(c.isalnum() for c in t)
)
names = st.sampled_from(NAMES)
acts = st.lists(st.builds(AskedAct, names, st.sampled_from(CATALOGUE.actions.names)), max_size=4)
walks = st.lists(st.builds(Walk, names, st.sampled_from(SPOTS)), max_size=2)
lines = st.builds(lambda n, t, a, w: Speech(speaker=n, text=t, acts=a, walks=w), names, words, acts, walks)
beats = st.builds(lambda t, a, w: Doing(text=t, acts=a, walks=w), words, acts, walks)
scenes = st.builds(
    lambda place, elements, where, postures: ParsedScene(
        place=place, who=list(NAMES), elements=elements, where=where, postures=postures
    ),
    st.sampled_from(CATALOGUE.places.names),
    st.lists(st.one_of(lines, beats), min_size=1, max_size=8),
    st.dictionaries(names, st.sampled_from(SPOTS)),
    st.dictionaries(names, st.sampled_from(("standing", "sitting"))),
)
plays = st.builds(lambda s: numbered(Screenplay(scenes=s)), st.lists(scenes, min_size=1, max_size=2))


def spoken(play: Screenplay) -> list[tuple[str, str]]:
    return [(s.speaker, s.text) for scene in play.scenes for s in scene.speeches]


@settings(max_examples=60)
@given(plays, st.data())
def test_no_restaging_changes_a_word(play, data):
    ids = [e.id for s in play.scenes for e in s.elements]
    hostile = {
        "entries": [
            {"id": i, "change": data.draw(st.sampled_from(("remove", "replace", "insert after"))), "words": "Mine.",
             "character": "Ada", "actions": [{"character": "Bea", "action": "Standing Angry"}], "moves": []}
            for i in data.draw(st.lists(st.sampled_from(ids), max_size=5))
        ],
        "positions": [],
    }  # fmt: skip
    made, _ = rewritten(play, FORMS.restaging.model_validate_json(json.dumps(hostile)))
    assert spoken(made) == spoken(play)


@settings(max_examples=60)
@given(plays)
def test_a_mended_script_is_a_clean_one_with_the_same_words(play):
    made, _ = blockingcheck.mended(play, CATALOGUE, verbatim=True)
    assert spoken(made) == spoken(play)
    assert [p for p in blockingcheck.broken(made, CATALOGUE) if p.rule != "capacity"] == []


@settings(max_examples=60)
@given(plays, st.data())
def test_cutting_a_line_over_shots_keeps_every_word_once(play, data):
    shots = {}
    for scene in play.scenes:
        for e in scene.elements:
            cuts = sorted(data.draw(st.sets(st.integers(1, 6), max_size=2)))
            count = len(e.text.split())
            shots[e.id] = [Framed("Medium Shot", (), w) for w in (0, *(c for c in cuts if c < count - 1))]
    made = expanded(play, shots)
    whole = [s for scene in made.scenes for s in scene.speeches if s.part is None or s.part[0] == 0]
    assert [(s.speaker, s.text) for s in whole] == spoken(play)
    for scene in made.scenes:
        for one, two in zip(scene.speeches, scene.speeches[1:], strict=False):
            if two.part is not None and two.part[0]:
                assert one.part[1] == two.part[0]


def test_the_rules_of_the_walk_are_those_of_the_film():
    walked = {v for k, v in vars(blockingcheck).items() if k.isupper() and isinstance(v, str)}
    assert walked - set(CHECKS) == {"who acts is there", "a position that exists", "Sit Down", "Stand Up"}


SCREENPLAY = """Title: The Key

INT. LIVING ROOM - NIGHT

ANNA stands at the window. BEN sits on the sofa.

ANNA
You had it all along. You had it in your pocket while we looked under every stone in the garden.

Ben stands up.

BEN
(quietly)
I wanted you to look.
"""


@pytest.fixture
def hostile() -> Writers:
    """A model that would rewrite everything."""
    mine = {"id": "1.2", "change": "replace", "words": "Mine.", "character": "Ben", "actions": None, "moves": None}
    return Writers(
        Staging={"scenes": [{"scene": 1, "positions": [
            {"character": "Anna", "position": "Position 3", "posture": "standing"},
            {"character": "Ben", "position": "Position 1", "posture": "sitting"}], "entries": [
            {"id": "1.2", "actions": [{"character": "Anna", "action": "Standing Arguing"},
                                      {"character": "Ben", "action": "Sitting Sad"}], "moves": []}]}]},
        Critique={"points": [{"about": "1.2", "kind": "coherence", "problem": "Bad words.", "suggestion": "Mine."}]},
        Restaging={"entries": [mine, {**mine, "change": "remove"}], "positions": []},
        Shots={"shots": [{"entry": "1.2", "shot": "Long Shot", "of": [], "from_words": ""},
                         {"entry": "1.2", "shot": "Close-up", "of": ["Ben"], "from_words": "while we looked"}]},
        Arguments={"points": []}, Rulings={"rulings": []},
    )  # fmt: skip


def test_a_screenplay_is_staged_and_shot_and_not_rewritten(make, house, tmp_path, hostile):
    file = tmp_path / "key.fountain"
    file.write_text(SCREENPLAY)
    with hostile as server:
        film, _ = make(server, tmp_path / "film", file)
    whole = [line for s in film.shots() for line in s.lines if not line.words or line.words[0] == 0]
    play = parse(read(file))
    assert [(film.character(line.speaker).name.casefold(), line.text) for line in whole] == [
        (name.casefold(), text) for name, text in spoken(play)
    ]
    assert check(film, house.catalogue) == []
    assert "Rewriting" not in server.asked
    assert "Dialogue" not in server.asked
    assert "Notes" not in server.asked
    cut = [s for s in film.shots() if any("You had it all along" in line.text for line in s.lines)]
    assert [s.shot_type for s in cut] == ["Long Shot", "Close-up"]
    assert [film.character(s).name.casefold() for s in cut[1].subjects] == ["ben"]
    assert not any("not in this scene" in n.text for n in film.notices)
    assert any("Standing Arguing" in getattr(b, "action", "") for b in cut[0].beats)


@pytest.mark.skipif(not SCRIPTS, reason="the scripts are not here")
@pytest.mark.parametrize("file", SCRIPTS, ids=lambda p: p.parent.name)
def test_shipped_scripts_keep_their_words_and_break_no_rule(make, house, tmp_path, file):
    nothing = {"shots": [{"entry": "9.9", "shot": "Long Shot", "of": []}]}
    with Writers(Critique={"points": []}, Shots=nothing, Arguments={"points": []}, Rulings={"rulings": []}) as server:
        film, _ = make(server, tmp_path, file)
    whole = [line.text for s in film.shots() for line in s.lines if not line.words or line.words[0] == 0]
    assert whole == [text for _, text in spoken(parse(read(file)))]
    assert check(film, house.catalogue) == []
