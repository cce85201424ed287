"""Cutting a shot in two and making one of several: nothing that is said or done is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.catalogue import library_catalogue
from agents.house.recut import merge, split, split_at_beat
from app.document import PERSON, Action, Line, Move, Pause
from app.edits import SetField
from app.errors import ShotwrightError
from app.session import Session
from tests.support import demo

CATALOGUE = library_catalogue()


def spoken(film) -> list[str]:
    """All words heard in the film, in order."""
    out = []
    for shot in film.shots():
        for line in shot.lines:
            words = line.text.split()
            out += words[slice(*line.words)] if line.words else words
    return out


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 11), st.floats(0.05, 0.95))
def test_a_cut_shot_says_and_lasts_what_the_whole_did_and_merging_restores_it(n, share):
    film = demo.film()
    film.shot("shot-6").locks = set()
    shot = film.shot(f"shot-{n + 1}")
    said, length, before = spoken(film), shot.length, film.model_copy(deep=True)
    session = Session(film)
    session.apply(split(film, shot.id, max(2, round(shot.length * share)), CATALOGUE))
    order = [s.id for s in film.shots()]
    parts = [film.shot(order[n]), film.shot(order[n + 1])]
    assert spoken(film) == said
    assert sum(p.length for p in parts) == length
    assert parts[0].id == shot.id
    assert not parts[1].takes
    session.apply(merge(film, [p.id for p in parts], CATALOGUE))
    whole = film.shot(shot.id)
    assert spoken(film) == said
    assert whole.length == length
    assert [(type(b), getattr(b, "text", "")) for b in whole.lines] == [(type(b), b.text) for b in shot.lines]
    session.undo()
    session.undo()
    assert film == before


def test_a_line_is_cut_at_the_word_under_the_playhead():
    film = demo.film()
    shot = film.shot("shot-5")
    Session(film).apply(split(film, shot.id, shot.length // 2, CATALOGUE))
    order = [s.id for s in film.shots()]
    first, second = film.shot("shot-5"), film.shot(order[order.index("shot-5") + 1])
    one, two = first.lines[0], second.lines[0]
    assert one.line == two.line == "beat-4"
    assert one.words[1] == two.words[0]
    assert [type(b) for b in first.beats] == [Line, Action], "what goes along with a line stays with its beginning"


def test_who_has_walked_or_sat_down_stands_there_after_the_cut():
    film = demo.film()
    shot = film.shot("shot-7")
    shot.staging = [{"character": "tom", "position": "Position 1"}]
    shot.beats = [
        Move(id="m", character="tom", destination="Position 3", frames=40),
        Action(id="a", character="tom", action="Sit Down", frames=40),
        Pause(id="p", frames=60),
    ]
    shot.length = 150
    Session(film).apply(split_at_beat(film, shot.id, "p", CATALOGUE))
    order = [s.id for s in film.shots()]
    after = film.shot(order[order.index("shot-7") + 1])
    assert [b.kind for b in after.beats] == ["pause"]
    assert (after.staging[0].position, after.staging[0].posture) == ("Position 3", "sitting")


def test_guidance_of_a_person_stays_and_that_of_the_crew_is_told_anew():
    film = demo.film()
    shot = film.shot("shot-5")
    shot.staging = [{"character": "tom", "position": "Position 1"}]
    shot.origins["guidance.character"] = PERSON
    Session(film).apply(split(film, shot.id, 40, CATALOGUE))
    order = [s.id for s in film.shots()]
    after = film.shot(order[order.index("shot-5") + 1])
    assert after.guidance.character == shot.guidance.character
    assert after.guidance.motion != shot.guidance.motion


def test_what_cannot_be_cut_or_merged_says_why():
    film = demo.film()
    with pytest.raises(ShotwrightError, match="locked"):
        split(film, "shot-6", 20, CATALOGUE)
    with pytest.raises(ShotwrightError, match="frame 0"):
        split(film, "shot-1", 0, CATALOGUE)
    with pytest.raises(ShotwrightError, match="follow each other"):
        merge(film, ["shot-1", "shot-3"], CATALOGUE)
    with pytest.raises(ShotwrightError, match="two scenes"):
        merge(film, ["shot-8", "shot-9"], CATALOGUE)
    with pytest.raises(ShotwrightError, match="alone"):
        merge(film, ["shot-8"], CATALOGUE)


def test_merging_keeps_the_first_shot_with_its_takes_and_joins_the_rest():
    film = demo.film(["a.jpg"])
    session = Session(film)
    session.apply(SetField(target="shot-4", field="notes", value="Hold on her face."))
    takes = list(film.shot("shot-3").takes)
    session.apply(merge(film, ["shot-3", "shot-4", "shot-5"], CATALOGUE))
    whole = film.shot("shot-3")
    assert [t.model_dump() for t in whole.takes] == [t.model_dump() for t in takes]
    assert whole.notes == "Hold on her face."
    assert [b.speaker for b in whole.lines] == ["tom", "mia", "tom"]
    assert [s.id for s in film.shots()][2:4] == ["shot-3", "shot-6"]
