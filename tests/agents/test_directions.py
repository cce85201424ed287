"""What the director makes of a screenplay's stage directions, with the real library."""

from __future__ import annotations

from pathlib import Path

import pytest

from agents.house.crew import HouseCrew, Options
from agents.house.restaging import compiled
from agents.input import read
from agents.input.conventions import introductions
from app.document import Film
from app.script import paragraphs

PLAY = """INT. WAREHOUSE - NIGHT

ÉLODIE (40s), a tired dispatcher in a grey hoodie, types. A phone rings somewhere.

SAM (V.O.)
You're still there?

ÉLODIE
Somebody has to be.

SAM, a courier of twenty-five with a beard, enters.

SAM
Last one. I swear.

EXT. RAILWAY STATION - DAWN

Sam runs. Élodie waits.

She hands him a letter. He reads it and starts to cry.

CLOSE ON SAM
"""


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Film:
    path = tmp_path_factory.mktemp("play") / "delivery.fountain"
    path.write_text(PLAY, encoding="utf-8")
    return HouseCrew().develop_now(read(str(Path(path))), Options())


def actors(shot) -> set[str]:
    return {b.character for b in shot.beats if getattr(b, "character", None)}


def named(film: Film, name: str) -> str:
    return next(c.id for c in film.characters if c.name == name)


def test_who_is_only_heard_is_not_there_before_they_come_in(film):
    first = film.scenes[0].shots[0]
    assert any(line.speaker == named(film, "Sam") for s in film.scenes[0].shots[:2] for line in s.lines)
    assert {s.character for s in first.staging} == {named(film, "Élodie")}
    comes = next(s for s in film.scenes[0].shots if named(film, "Sam") in {x.character for x in s.staging})
    assert any(b.kind == "move" for b in comes.beats)


def test_looks_behind_an_age_are_read_and_not_told_as_unstaged(film):
    look = film.character(named(film, "Élodie")).look
    assert (look.outfit, look.years) == ("hoodie", 40)
    assert not any("hoodie" in n.text or "beard" in n.text for n in film.notices)
    assert any("phone rings" in n.text for n in film.notices)


def test_the_camera_goes_to_who_begins_to_act_and_holds_who_acts_together(film):
    shots = film.scenes[1].shots
    gives = next(s for s in shots if any(getattr(b, "action", "") == "Giving" for b in s.beats))
    assert set(gives.subjects) == {named(film, "Élodie"), named(film, "Sam")}
    cries = next(s for s in shots if any("Crying" in getattr(b, "action", "") for b in s.beats))
    assert cries is not gives
    assert actors(cries) == {named(film, "Sam")}
    assert cries.subjects == [named(film, "Sam")]


def test_a_direction_that_names_what_the_camera_sees_is_that_shot(film):
    last = film.scenes[1].shots[-1]
    assert (last.shot_type, last.subjects) == ("Close-up", [named(film, "Sam")])


def test_a_place_named_otherwise_is_told(film):
    assert any("RAILWAY STATION" in n.text and n.used for n in film.notices)


KITCHEN = """FADE IN:

INT. RESTAURANT KITCHEN - NIGHT

CHEF MARGOT (50s, silver hair in a bun, white jacket) waits. PAULO (22, apron) waits beside her.

MARGOT
How long was it in the oven?

OWNER DIETRICH (60, grey suit, moustache) walks in and stops dead.

DIETRICH
What is that smell?

DISSOLVE TO:

INT. DINING ROOM - CONTINUOUS

The CRITIC (40s, glasses, black dress) sits alone at a table, reading a book. Margot walks up to her.

CRITIC
Bring me two of them.

Margot waits. She sits down. A WAITER (20s) waits.

FADE OUT.
"""


@pytest.fixture(scope="module")
def burnt(tmp_path_factory) -> Film:
    path = tmp_path_factory.mktemp("play") / "burnt.fountain"
    path.write_text(KITCHEN, encoding="utf-8")
    return HouseCrew().develop_now(read(str(path)), Options())


def test_a_title_in_front_of_a_name_is_of_the_one_who_speaks(burnt):
    cast = {c.name: c for c in burnt.characters}
    assert set(cast) == {"Margot", "Paulo", "Dietrich", "Critic", "Waiter"}
    assert (cast["Margot"].gender, cast["Margot"].years, cast["Margot"].look.hair) == ("female", 50, "bun")
    assert (cast["Dietrich"].gender, cast["Dietrich"].look.outfit) == ("male", "suit")
    assert cast["Dietrich"].look.beard == "moustache"
    assert (cast["Critic"].gender, cast["Critic"].look.glasses) == ("female", True), "black dress"
    assert not [n for n in burnt.notices if "OWNER" in n.text or "CHEF" in n.text]


def test_transitions_begin_scenes_and_are_no_directions(burnt):
    assert [s.transition for s in burnt.scenes] == ["fade", "dissolve"]
    assert not [b for s in burnt.shots() for b in s.beats if "FADE" in getattr(b, "text", "")]


def test_a_scene_that_goes_on_keeps_the_light(burnt):
    assert {s.mood for s in burnt.scenes} == {"night"}


def test_a_scene_opens_as_its_first_directions_say(burnt):
    critic, margot = named(burnt, "Critic"), named(burnt, "Margot")
    start = {s.character: s for s in burnt.scenes[1].shots[0].staging}
    assert start[critic].posture == "sitting"
    beats = [b for s in burnt.scenes[1].shots for b in s.beats]
    assert not [b for b in beats if b.kind == "action" and b.character == critic and b.action == "Sit Down"]
    (walk,) = [b for b in beats if b.kind == "move" and b.character == margot]
    way = HouseCrew().catalogue.distance
    there = start[critic].position
    assert way("Dining Room", walk.destination, there) < way("Dining Room", start[margot].position, there), "up to her"
    assert [b for b in beats if b.kind == "action" and b.character == margot and b.action == "Sit Down"]


@pytest.mark.parametrize(
    ("directions", "gender"),
    [("QUINBY waits. She sighs.", "female"), ("QUINBY looks at himself.", "male"), ("QUINBY wipes his hands.", "male")],
)
def test_a_pronoun_tells_what_a_name_does_not(tmp_path, directions, gender):
    path = tmp_path / "one.fountain"
    path.write_text(f"INT. OFFICE - DAY\n\n{directions}\n\nQUINBY\nWell.\n", encoding="utf-8")
    film = HouseCrew().develop_now(read(str(path)), Options())
    assert film.character("Quinby").gender == gender


def test_a_thought_is_heard_while_the_mouth_is_still(tmp_path):
    path = tmp_path / "thought.fountain"
    path.write_text("INT. OFFICE - NIGHT\n\nMIA (30) waits.\n\nMIA (V.O.)\nI should have gone.\n\nMIA\nTom?\n", "utf-8")
    film = HouseCrew().develop_now(read(str(path)), Options())
    thought, said = (line for s in film.shots() for line in s.lines)
    assert (thought.unseen, said.unseen) == (True, False)
    motion = "".join(compiled(film, s).motion for s in film.shots())
    assert thought.id not in motion
    assert said.id in motion
    assert [p.unseen for p in paragraphs(film) if p.kind == "cue"] == [True, False]


@pytest.mark.parametrize(
    ("direction", "said"),
    [
        (
            "NURSE OKAFOR (48), tired, grey hair in a bun, sorts files.",
            [("NURSE OKAFOR", "48, tired, grey hair in a bun")],
        ),
        ("NORA (34), waits, puts on a coat, and leaves.", [("NORA", "34")]),
        ("MIA, laughing, runs in. JO (20), very tall, black-haired, waits.", [("JO", "20, very tall, black-haired")]),
    ],
)
def test_looks_behind_an_age_are_read_up_to_the_verb(direction, said):
    assert introductions(direction) == said


def test_what_is_handed_over_goes_to_the_only_other_one():
    film = HouseCrew().develop_now(
        read("INT. OFFICE - DAY\n\nMia waits.\n\nMIA\nYour bag.\n\nALEX\nThanks.\n\nMia hands it over.\n"), Options()
    )
    mia, alex = (next(c.id for c in film.characters if c.name == n) for n in ("Mia", "Alex"))
    (given,) = [b for s in film.shots() for b in s.beats if b.kind == "action" and b.action == "Giving"]
    assert (given.character, given.with_) == (mia, alex)


STATION = """INT. TRAIN STATION WAITING ROOM - NIGHT

NELL (34, a wet raincoat) sits down and reads a letter.

The door bangs. OSKAR (60s, limping) comes in.

MOTHER (V.O.)
Nell? Are you there?

NELL
Here.

BOYS
Thank you!
"""


@pytest.fixture(scope="module")
def station(tmp_path_factory) -> Film:
    path = tmp_path_factory.mktemp("station") / "station.fountain"
    path.write_text(STATION)
    return HouseCrew().develop_now(read(path), Options())


def test_a_heading_that_says_inside_is_filmed_inside(station):
    assert station.scenes[0].place == "Reception Room"


def test_what_stands_in_brackets_behind_a_name_is_not_acted(station):
    """ "limping" is no walk of Oskar's own before he comes in."""
    first, *_ = station.shots()
    oskar = next(c.id for c in station.characters if c.name == "Oskar")
    assert oskar not in {s.character for s in first.staging}
    moves = [b for shot in station.shots() for b in shot.beats if b.kind == "move" and b.character == oskar]
    assert len(moves) == 1


def test_a_shot_of_two_never_shows_one_twice(station):
    assert all(len(set(shot.subjects)) == len(shot.subjects) for shot in station.shots())


def test_a_group_has_the_gender_and_age_of_one_of_them(station):
    boys = next(c for c in station.characters if c.name == "Boys")
    assert (boys.gender, boys.years) == ("male", 12)


def test_who_is_only_called_by_a_role_in_a_direction_appears():
    play = """INT. KITCHEN - DAY

Two CHILDREN laugh. A WAITER waves.

MOTHER
Dinner.

The children wave.
"""
    film = HouseCrew().develop_now(read(play), Options())
    assert [c.name for c in film.characters] == ["Mother", "Child", "Child 2", "Waiter"]
    names = {c.id: c.name for c in film.characters}
    first, *_, last = film.scenes[0].shots
    assert {s.character for s in first.staging} == set(names)
    assert all(film.character(p).look.height < 1.5 for p, n in names.items() if n.startswith("Child"))
    laughs = {names[b.character] for b in first.beats if getattr(b, "action", "").endswith("Laughing")}
    assert laughs == {"Child", "Child 2"}
    waves = {names[b.character] for b in last.beats if getattr(b, "action", "").endswith("Waving")}
    assert waves == {"Child", "Child 2"}


def test_a_role_in_capitals_is_the_one_who_speaks_under_a_longer_name():
    play = "INT. OFFICE - DAY\n\nThe OFFICER waits.\n\nOFFICER KOWALSKI\nSit down.\n"
    film = HouseCrew().develop_now(read(play), Options())
    assert [c.name for c in film.characters] == ["Officer Kowalski"]


@pytest.mark.parametrize("words", ["hands her a letter", "hands the letter to Mia", "gives Mia the letter"])
def test_what_is_handed_over_is_in_the_hand(words):
    film = HouseCrew().develop_now(read(f"INT. OFFICE - DAY\n\nMIA\nYes?\n\nALEX\nHere.\n\nAlex {words}.\n"), Options())
    (given,) = [b for s in film.shots() for b in s.beats if getattr(b, "action", "") == "Giving"]
    assert (given.thing, film.character(given.with_).name) == ("letter", "Mia")


def test_quick_words_of_two_who_stand_far_apart_are_a_shot_each():
    words = "MIA\nWho drove the van?\n\nALEX\nA friend.\n\nMIA\nI never liked your friends.\n\nALEX\nHe is gone.\n"
    play = "INT. STOREHOUSE - NIGHT\n\nMIA stands at the {}. ALEX stands at the shelf.\n\nALEX\nI waited.\n\n" + words
    film = HouseCrew().develop_now(read(play.format("door")), Options())
    spoken = [[film.character(line.speaker).id for line in s.lines] for s in film.shots()]
    assert all(len(speakers) < 2 for speakers in spoken)
    for shot, speakers in zip(film.shots(), spoken, strict=True):
        assert not speakers or len(shot.subjects) != 1 or shot.subjects == speakers
