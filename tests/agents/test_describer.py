"""What the house crew understands of a description in one line: who, where, what, light, camera; and what it says it
left out."""

from __future__ import annotations

import asyncio
import math
from fractions import Fraction

import pytest

from agents.house.crew import HouseCrew, Options
from agents.input import read
from agents.rules import check
from app.document import Film
from app.timebase import seconds


@pytest.fixture(scope="module")
def house() -> HouseCrew:
    return HouseCrew()


@pytest.fixture(scope="module")
def film_of(house):
    return lambda text: house.develop_now(read(text), Options())


def guidance(film: Film, name: str) -> str:
    (shot,) = film.shots()
    return getattr(shot.guidance, name)


@pytest.mark.parametrize(
    ("text", "cast", "place", "told"),
    [
        (
            "An old fisherman and a child read a letter at the kitchen table at dawn, crane up",
            {"Fisherman": "old fisherman", "Child": "child"}, "Apartment kitchen",
            {"character": "breakfast table", "motion": "Fisherman reads the letter; Child reads the letter",
             "cinematography": "Crane Shot", "lighting": "Golden hour"},
        ),
        (
            "A nurse kneels beside a crying boy in the hallway, soft morning light, over the shoulder",
            {"Nurse": "nurse", "Boy": "boy"}, "Apartment living room",
            {"character": "Boy stands at Position 4", "motion": "Boy cries", "cinematography": "Over-the-Shoulder"},
        ),
        (
            "Three students argue around the meeting table, one of them stands up and points, whip pan",
            {"Student": "student", "Student 2": "student", "Student 3": "student"}, "Meeting room",
            {"character": "Student 2 sits", "motion": "Student stands up", "cinematography": "Whip Pan"},
        ),
        (
            "The bride runs out of the storehouse while the groom watches her from the doorway, wide shot",
            {"Bride": "bride", "Groom": "groom"}, "Storehouse",
            {"character": "Groom stands at Position 3", "motion": "Groom looks at Bride"},
        ),
        (
            "A detective with a moustache types on a laptop at night while her assistant waits",
            {"Detective": "detective with a moustache", "Assistant": "assistant"}, "Office",
            {"motion": "Detective types", "lighting": "Night"},
        ),
        (
            "Two brothers shake hands, hug and walk off together at sunset, low angle tracking shot",
            {"Brother": "brother", "Brother 2": "brother"}, "Roadside",
            {"motion": "Brother hugs Brother 2", "cinematography": "Tracking Shot of Brother, low angle"},
        ),
        (
            "A couple sits on the sofa and neither of them speaks, gloomy light, static camera",
            {"Partner": "partner", "Partner 2": "partner"}, "Apartment living room",
            {"character": "Partner 2 sits", "lighting": "Overcast", "cinematography": "static camera"},
        ),
        (
            "A violinist slowly leaves the gym, crane shot going up", {"Violinist": "violinist"}, "Relaxing Room",
            {"motion": "slowly", "cinematography": "Crane Shot of Violinist"},
        ),
        (
            "A soldier turns around and marches away at golden hour", {"Soldier": "soldier"}, "Roadside",
            {"motion": "Soldier turns around.\nSoldier walks"},
        ),
        (
            "a man in a suit paces the office at night, sits down and weeps, slow push in", {"Man": "man in a suit"},
            "Office", {"motion": "Man sits down", "cinematography": "Long Shot of Man, push in by 50 %"},
        ),
        (
            "an old man reads a letter by the window, slow push in on his face", {"Man": "old man"},
            "Apartment living room", {"cinematography": "Medium Shot of Man, push in by 45 %."},
        ),
        (
            "two friends play billiards, one jumps for joy, the camera tracks them",
            {"Friend": "friend", "Friend 2": "friend"}, "Billiard room",
            {"motion": "Friend jumps for joy.", "cinematography": "Tracking Shot"},
        ),
    ],
)  # fmt: skip
def test_a_description_is_understood(film_of, text, cast, place, told):
    film = film_of(text)
    assert film.source.kind == "description"
    assert {c.name: c.description for c in film.characters} == cast
    assert film.scenes[0].place == place
    for name, words in told.items():
        assert words in guidance(film, name)


def test_a_family_is_people_round_the_one_it_belongs_to(film_of):
    film = film_of("a girl laughs on the sofa, the camera pulls back and shows her family")
    assert [(c.name, c.years) for c in film.characters] == [
        ("Girl", 12),
        ("Mother", 41),
        ("Father", 43),
        ("Brother", 9),
    ]
    assert guidance(film, "character").startswith("Girl sits at Position 1")
    assert guidance(film, "cinematography") == "Medium Shot of Girl, pull out to show everybody."
    assert not film.notices
    alone = film_of("a man sits in the office, the camera pulls back and reveals the empty room")
    assert guidance(alone, "cinematography") == "Medium Shot of Man, pull out by 60 %."
    grown = film_of("a carpenter waves to her parents, wide shot")
    assert [c.name for c in grown.characters] == ["Carpenter", "Mother", "Father"]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("A soldier salutes on the street", "salutes"),
        ("A toddler chases a balloon through the garden, tilt down", "balloon"),
        ("Mother and daughter drink tea at the cafe in the rain, two-shot", "rain"),
        ("A teenager sits on the bed and smiles, close-up", "bed"),
    ],
)
def test_what_cannot_be_shown_is_said(film_of, text, left_out):
    assert [n.text for n in film_of(text).notices if n.problem != "no place is named that the library has"] == [
        left_out
    ]


def test_what_happens_before_somebody_is_followed_is_a_shot_of_its_own(film_of):
    film = film_of(
        "two colleagues argue at the meeting table, one stands up and walks to the door, the camera follows her"
    )
    first, second = film.shots()
    assert set(first.subjects) == {c.id for c in film.characters}
    assert "argues" in first.guidance.motion
    assert second.guidance.cinematography.startswith("Tracking Shot of Colleague")
    assert "argues" not in second.guidance.motion


def test_who_is_surprised_turns_round_and_starts(film_of, house):
    film = film_of("a cook turns, surprised, as a stranger enters the large kitchen, handheld")
    comes, face = film.shots()
    assert "Cook stands at Position 3, facing the pot rack" in comes.guidance.character
    assert "Cook stands at Position 3, facing Stranger" in face.guidance.character
    calls = []
    for shot in (comes, face):
        made = asyncio.run(house.program(film, film.scenes[0], shot))
        calls += [line.split("(")[0] for line in made.program.motion.splitlines() if '"Cook"' in line]
        assert "handheld" in made.program.cinematography
    assert calls == ["turn_to", "perform"]


@pytest.mark.parametrize(
    "text",
    ["a cook turns, surprised, as a stranger enters the large kitchen, handheld",
     "a man walks into the office, sits down and cries"],
)  # fmt: skip
def test_a_strong_feeling_after_a_way_through_the_picture_is_seen_from_near(film_of, text):
    film = film_of(text)
    *_, last = film.shots()
    assert last.shot_type == "Medium Close-up"
    assert [b.character for b in last.beats if b.kind == "action"] == last.subjects


def test_what_is_felt_meanwhile_is_not_left_out_of_the_wide_shot(film_of):
    wide, near = film_of("a man walks through the office while a woman cries").shots()
    assert "cries" in wide.guidance.motion
    assert "walks" in wide.guidance.motion
    assert near.guidance.cinematography.startswith("Medium Close-up of Woman")


def test_a_feeling_alone_is_framed_by_the_face_with_a_push(film_of):
    (shot,) = film_of("a woman sits alone in the office and bursts into tears").shots()
    assert shot.guidance.cinematography == "Medium Shot of Woman, push in by 35 %."


def test_who_sits_is_not_the_one_who_walks(film_of):
    film = film_of("in the meeting room a boss sits at the table, an assistant walks up to her and points at the door")
    (shot,) = film.shots()
    assert "Boss walks" not in shot.guidance.motion
    assert "Assistant walks" in shot.guidance.motion


def test_who_comes_up_to_somebody_stops_before_them(film_of, house):
    film = film_of("a boy stands at the roadside, his sister comes up to him and hugs him")
    where = house.catalogue.point
    shot = [s for s in film.shots() if any(b.kind == "move" for b in s.beats)][-1]
    spots = {film.character(s.character).name: where("Roadside", s.position) for s in shot.staging}
    goal = where("Roadside", next(b.destination for b in shot.beats if b.kind == "move"))
    gap = math.dist(goal, spots["Boy"])
    assert 0.8 <= gap <= 1.5
    assert math.dist(goal, spots["Sister"]) < math.dist(spots["Boy"], spots["Sister"])
    assert "Sister looks at Boy" in shot.guidance.motion


def test_who_is_the_one_named_last(film_of):
    text = "a boy runs across the living room, stops at the door and waves goodbye to his mother, who cries"
    shots = list(film_of(text).shots())
    assert "Mother cries" in shots[-1].guidance.motion
    assert not any("Boy cries" in shot.guidance.motion for shot in shots)


def test_what_is_shown_has_time(film_of):
    """A description has no words that give it a length: what is done takes as long as it does, the last of it goes on
    until the shot has been seen, and a camera that moves has time to."""
    (dance,) = film_of("a waiter dances alone in the empty bar at night, the camera circles him").shots()
    (still,) = film_of("a waiter dances alone in the empty bar at night").shots()
    assert seconds(dance.length, Fraction(24)) >= 6.5 > seconds(still.length, Fraction(24)) >= 6.0
    (jump,) = film_of("a girl jumps for joy in the office").shots()
    assert [b.kind for b in jump.beats] == ["action", "pause"]


def test_a_place_that_nobody_names_is_said(film_of):
    (notice,) = film_of("A stranger laughs, close-up").notices
    assert notice.used == "Apartment living room"
    (notice,) = film_of("A violinist laughs, close-up").notices
    assert notice.used == "Relaxing Room", "where somebody of this work is"
    assert film_of("A violinist laughs at the office, close-up").notices == []


def test_who_sits_has_a_seat(house, film_of):
    film = film_of("A shy teenager sits and smiles in the meeting room, slow zoom in")
    made = asyncio.run(house.program(film, film.scenes[0], next(film.shots())))
    assert 'posture="sitting"' in made.program.character
    assert not made.not_understood


@pytest.mark.parametrize(
    ("text", "character", "motion"),
    [
        ("an old man sits in the armchair in the relaxing room and reads a letter", "Man sits at the armchair",
         "Man reads the letter"),
        ("a girl runs into the relaxing room, notices the piano, sits down at it and smiles", "Girl stands",
         "Girl walks to the piano stool.\nGirl sits down"),
        ("a woman walks to the long sofa in the living room and sits down", "Woman stands",
         "Woman walks to the long sofa.\nWoman sits down"),
        ("a man sips from a wine glass in the dining room", "Man stands", "Man drinks from the wine glass"),
    ],
)  # fmt: skip
def test_what_one_sits_on_and_holds_is_taken_at_its_word(film_of, house, text, character, motion):
    film = film_of(text)
    assert character in guidance(film, "character")
    assert motion in guidance(film, "motion")
    assert film.notices == []
    assert check(film, house.catalogue) == []


def test_who_is_old_and_what_hat_they_wear(film_of):
    (gardener,) = film_of("an old gardener in a straw hat waves at the roadside").characters
    assert gardener.years > 60
    assert (gardener.look.hat, gardener.description) == ("straw_hat", "old gardener in a straw hat")
    assert all(c.years < 60 for c in film_of("two old friends wave at the roadside").characters)


def test_what_is_done_while_the_camera_films_is_done_by_the_one_filmed():
    film = HouseCrew().develop_now(
        read("An old man and a girl wait in the gaming room. The girl jumps up. The man shakes her hand. "
             "Close-up of the girl as she laughs."), Options()
    )  # fmt: skip
    girl = film.character("Girl").id
    acts = {(b.character, b.action) for s in film.shots() for b in s.beats if b.kind == "action"}
    assert (girl, "Standing Laughing") in acts
    assert (film.character("Man").id, "Handshake") in acts
    jump = next(s for s in film.shots() for b in s.beats if getattr(b, "action", "") == "Joyful Jump")
    assert jump.shot_type == "Long Shot", "only a full figure shows a jump"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "An old man waits at the roadside in the rain. A girl with a red scarf comes up to him. He smiles.",
            "Roadside",
        ),
        (
            "A waiter stands in the dining room. A woman walks up to him with a note. He reads it.",
            "Dining Room",
        ),
        ("A clerk sits at a desk in the office. Her boss runs up to her and shouts. She cries.", "Office"),
    ],
)
def test_who_walks_up_to_somebody_begins_some_way_off_and_is_seen_walking(film_of, text, where):
    film = film_of(text)
    assert film.scenes[0].place == where
    who = film.characters[1]
    moves = [b for s in film.shots() for b in s.beats if b.kind == "move" and b.character == who.id]
    assert moves, "the walk is shown"
    start = next(s.position for s in next(iter(film.shots())).staging if s.character == who.id)
    assert start != moves[0].destination
    assert film.scenes[0].mood == ("overcast" if "rain" in text else "day")


def test_the_other_one_acts_behind_a_verb_that_is_no_act(film_of):
    film = film_of(
        "In the gaming room two teenagers play side by side. One wins and leaps up; the other throws himself back and "
        "covers his face. They laugh."
    )
    acts = [(b.character, b.action) for s in film.shots() for b in s.beats if b.kind == "action"]
    first, second = (c.id for c in film.characters)
    assert (first, "Joyful Jump") in acts
    assert (second, "Burying Face in Hands") in acts


def test_two_of_a_kind_sit_side_by_side(film_of):
    film = film_of("In the gaming room two teenagers sit side by side on the sofa. One leaps up. The other laughs.")
    standing = next(iter(film.shots())).staging
    assert {s.posture for s in standing} == {"sitting"}
    assert len({s.position for s in standing}) == 2


def test_who_sits_gets_up_to_dance(film_of):
    film = film_of("A man sits on the sofa in the living room. He dances. He cries.")
    acts = [b.action for s in film.shots() for b in s.beats if b.kind == "action"]
    assert acts == ["Stand Up", "Dancing", "Standing Crying"]


def test_who_serves_stands_where_another_sits(film_of):
    film = film_of("a bride sits alone in the empty restaurant, the waiter brings her a glass of wine")
    first, *_ = film.shots()
    postures = {film.character(s.character).name: s.posture for s in first.staging}
    assert postures == {"Bride": "sitting", "Waiter": "standing"}


def test_an_old_couple_dances(film_of):
    film = film_of("an elderly couple waltz in the living room by candlelight, the camera circles them")
    assert [c.years > 70 for c in film.characters] == [True, True]
    assert guidance(film, "motion") == "Partner dances; Partner 2 dances."


def test_names_belong_to_a_pair_that_was_told_of_before(film_of):
    film = film_of("Two friends stand at the roadside. Mia comes up to Tom and hugs him.")
    assert [c.name for c in film.characters] == ["Mia", "Tom"]


def test_a_close_up_that_names_nobody_is_of_the_one_who_acts_last(film_of):
    gives, reads = film_of("a postman hands an old woman a letter, she reads it, close-up").shots()
    assert "hands the letter over to Woman" in gives.guidance.motion
    assert (reads.shot_type, "of Woman" in reads.guidance.cinematography) == ("Close-up", True)


def test_a_shot_that_follows_is_one_of_its_own(film_of):
    film = film_of("two children argue, their grandmother steps in, wide shot, then a close-up of the grandmother")
    first, last = film.shots()
    assert (first.shot_type, last.shot_type) == ("Long Shot", "Close-up")
    assert [film.character(s).name for s in last.subjects] == ["Grandmother"]


def test_the_youngest_is_one_of_the_children(film_of):
    film = film_of("A mother and her three children wait at the bus stop, the youngest cries, the mother hugs him")
    youngest = min(film.characters, key=lambda c: c.years)
    assert len({c.years for c in film.characters}) == 4
    assert f"{youngest.name} cries; Mother hugs {youngest.name}" in " ".join(s.guidance.motion for s in film.shots())


def test_a_deed_that_is_not_known_leaves_its_doer_out_of_the_next(film_of):
    film = film_of("a clerk counts money, a robber walks in and points at her, medium shot")
    motion = " ".join(s.guidance.motion for s in film.shots())
    assert "Robber points at Clerk" in motion
    assert "Clerk walks" not in motion


def test_a_place_on_the_way_is_no_goal(film_of):
    (shot,) = film_of("a boy runs across the park towards his father, who kneels and hugs him").shots()
    assert "Father hugs Boy" in shot.guidance.motion
    assert "hills" not in shot.guidance.motion


def test_words_after_a_quote_come_after_it(film_of):
    film = film_of('Mia gives Tom a cup, Tom thanks her: "You are an angel." He drinks. Medium shot')
    assert [c.name for c in film.characters] == ["Mia", "Tom"]
    shots = list(film.shots())
    said = next(n for n, s in enumerate(shots) if s.lines)
    assert said < next(n for n, s in enumerate(shots) if "drinks" in s.guidance.motion)


@pytest.mark.parametrize("words", ["he takes her hand", "hands on her knees"])
def test_hands_are_no_things(film_of, words):
    film = film_of(f"an old couple sits on the bench, {words}, they laugh, wide shot")
    motion = " ".join(s.guidance.motion for s in film.shots())
    assert "picks" not in motion
    assert "over to" not in motion
    assert all(c.years > 70 for c in film.characters)


def test_who_walks_round_the_furniture_has_the_time_for_it(house, film_of):
    """The wave begins when the man has come to where he stops, not when he would have flown there."""
    film = film_of("a man walks into the office and waves, long shot")
    shot = next(film.shots())
    program = house.by_rule(film, film.scenes[0], shot).program.motion
    walk, wave = program.splitlines()[:2]
    catalogue = house.catalogue
    spots = film.scenes[0].shots[0].staging[0].position, next(b.destination for b in shot.beats if b.kind == "move")
    assert catalogue.way("Office", *spots) > catalogue.distance("Office", *spots) + 1.0
    begins = float(wave.split("start=")[1].split(",")[0])
    assert begins > catalogue.way("Office", *spots) / 1.5, (walk, wave)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("a woman hugs her mother and her brother laughs in the kitchen", '"Woman", "Hug", start=0.0, end='),
        ("a clerk, a guard and a thief stand in the office, the thief points at the guard", '"Thief", "Pointing"'),
    ],
)
def test_what_is_done_with_somebody_names_them_in_the_program(house, film_of, text, call):
    film = film_of(text)
    programs = [house.by_rule(film, film.scenes[0], s).program.motion for s in film.shots()]
    (line,) = [each for p in programs for each in p.splitlines() if call in each]
    assert 'target="Mother"' in line or 'target="Guard"' in line
