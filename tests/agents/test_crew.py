"""From input to a directed film and its programs."""

from __future__ import annotations

import ast
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import SCRIPTS

from agents.catalogue import library_catalogue
from agents.house.crew import HouseCrew, Options
from agents.house.guidance import context_of
from agents.house.idea import understand_idea
from agents.house.language import motion
from agents.input import parse, read
from agents.rules import check
from app.document import Action, Film, Line, Move
from library.functions import functions
from library.snippets import check_snippet

IDEAS = (
    "Two old friends meet by chance at the roadside and one of them is hiding something",
    "A baker tells her brother that she is selling the bakery",
    "Three friends plan to steal the mayor's hat",
    "Mia finds out that Tom has been lying about his job",
    "An old man wants to open a kite shop",
    "A nurse has to tell a patient the bad news",
)


def develop(crew: HouseCrew, text, **options) -> Film:
    return crew.develop_now(read(text), Options(**options))


def spoken(film: Film) -> list[str]:
    """Every word of the film in order; a line cut over several shots counts its words once."""
    words: list[str] = []
    for shot in film.shots():
        for line in shot.lines:
            if line.words is None or line.words[0] == 0:
                words += line.text.split()
    return words


def written(source) -> list[str]:
    return [w for scene in parse(source).scenes for e in scene.speeches for w in e.text.split()]


def valid(crew: HouseCrew, film: Film) -> None:
    """Every program passes the snippet check and speaks every line once, in order."""
    names = {c.id: c.name for c in film.characters}
    for scene in film.scenes:
        for shot in scene.shots:
            made = crew.by_rule(film, scene, shot)
            program = made.program
            assert made.not_understood == {}, (shot.guidance, made.not_understood)
            context = context_of(film, scene, shot, crew.catalogue)
            assert motion.describe(motion.parse(shot.guidance.motion, context)[0], context) == shot.guidance.motion
            for sub_process, text in program.model_dump().items():
                check_snippet(text, sub_process, set(functions(sub_process)))
            present = {names[s.character] for s in shot.staging}
            heard = re.findall(r'speak\(stage, "[^"]+", "([^"]+)"', program.motion)
            assert heard == [line.id for line in shot.lines if names[line.speaker] in present]
            assert crew.plan(film, scene, shot).length == shot.length
            calls = [n for n in ast.walk(ast.parse(program.character)) if isinstance(n, ast.Call)]
            assert len(calls) == len(shot.staging)


@pytest.mark.parametrize("idea", IDEAS)
def test_an_idea_becomes_a_short_scene(crew, idea):
    film = develop(crew, idea)
    assert 2 <= len(film.characters) <= 4
    assert 8 <= sum(1 for _ in film.shots()) <= 15
    texts = [line.text for s in film.shots() for line in s.lines if line.words is None]
    assert len(set(texts)) == len(texts)
    assert all(1 <= len(t.split()) <= 24 for t in texts)
    assert not any("{" in t or "[" in t for t in texts)
    assert check(film, crew.catalogue) == []
    valid(crew, film)


def test_another_seed_writes_another_scene_and_the_same_seed_the_same(crew):
    first, again, other = (develop(crew, IDEAS[0], seed=s) for s in (1, 1, 2))
    assert first == again
    assert spoken(first) != spoken(other)


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("NORA, a nurse in a long coat, waits. Ben sits down.", {"Nora": "nurse in a long coat", "Ben": ""}),
        ("An old fisherman with a white beard meets Rosa, a tired cook with glasses.",
         {"": "old fisherman with a white beard", "Rosa": "tired cook with glasses"}),
        ("Mia tells Tom that the old knight Arthur is coming.", {"Mia": "", "Tom": "", "Arthur": "old knight"}),
    ],
)  # fmt: skip
def test_an_idea_describes_each_of_its_people(text, looks):
    people = understand_idea(text, 0, CATALOGUE).people
    assert {p.name if p.named else "": p.words for p in people} == looks


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.characters(categories=("L", "Zs", "Po", "Nd")), min_size=1, max_size=90), st.integers(0, 3))
def test_any_idea_is_made_into_a_film(text, seed):
    crew = HouseCrew(CATALOGUE)
    if not any(c.isalnum() for c in text):
        return
    film = crew.develop_now(read(text, "idea"), Options(seed=seed))
    assert any(True for _ in film.shots())
    for scene in film.scenes:
        for shot in scene.shots:
            crew.by_rule(film, scene, shot)


def test_a_description_is_shown_without_invented_words(crew):
    film = develop(crew, "A knight walks down the street at night, the camera slowly circles him")
    (shot,) = film.shots()
    assert not shot.lines
    assert film.scenes[0].mood == "night"
    assert film.scenes[0].place == "Roadside"
    assert any(isinstance(b, Move) for b in shot.beats)
    program = crew.by_rule(film, film.scenes[0], shot).program
    assert "orbit" in program.cinematography
    assert "walk_to" in program.motion


PLAY = """INT. LIVING ROOM - NIGHT

Mia stands at the window. Alex enters.

MIA
You are late.

ALEX
(angrily)
I know. I had to walk the whole way home because the train was cancelled,
and then the bus was full, and nobody, really nobody, wanted to give me a lift.

MIA
Sit down.

Alex sits down. He cries.

NARRATOR (V.O.)
Nobody slept that night.

EXT. SPACE STATION - DAWN

ALEX
Goodbye.
"""


def test_a_screenplay_is_kept_word_for_word(crew):
    source = read(PLAY)
    film = crew.develop_now(source, Options())
    assert spoken(film) == written(source)
    valid(crew, film)
    assert [s.mood for s in film.scenes] == ["night", "golden hour"]
    assert any(n.line == 21 and "SPACE STATION" in n.text for n in film.notices)
    first = next(film.shots())
    alex = film.character("Alex").id
    assert any(isinstance(b, Move) and b.character == alex for b in first.beats)
    assert any(isinstance(b, Action) and b.action == "Sit Down" for s in film.shots() for b in s.beats)


def test_a_long_line_is_cut_over_two_shots_and_heard_once(crew):
    film = develop(crew, PLAY)
    parts = [line for s in film.shots() for line in s.lines if line.words is not None]
    assert len(parts) == 2
    assert parts[0].line == parts[1].line
    assert parts[0].words[1] == parts[1].words[0]


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzé'", min_size=1, max_size=8).filter(lambda w: w[0].isalpha())
LINES = st.lists(
    st.tuples(st.sampled_from(["MIA", "ALEX", "ZOË"]), st.lists(WORD, min_size=1, max_size=40)), min_size=1, max_size=9
)


@settings(max_examples=30, deadline=None)
@given(LINES, st.one_of(st.none(), st.integers(1, 6)))
def test_no_word_of_a_screenplay_is_lost(dialogue, most):
    text = "INT. OFFICE - DAY\n\n" + "\n\n".join(f"{n}\n{' '.join(w)}." for n, w in dialogue) + "\n"
    source = read(text)
    film = HouseCrew(CATALOGUE).develop_now(source, Options(max_shots=most))
    assert spoken(film) == written(source)
    if most is not None:
        assert sum(1 for _ in film.shots()) <= most


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.parent.name)
def test_shipped_scripts_are_kept_word_for_word(path):
    crew = HouseCrew(library_catalogue())
    source = read(path)
    film = crew.develop_now(source, Options())
    assert spoken(film) == written(source)
    assert len(list(film.shots())) == sum(len(s.elements) for s in parse(source).scenes)
    if path.parent.name.startswith("full"):
        assert {n.used for n in film.notices} <= {"kept as written"}
    valid(crew, film)


@pytest.mark.skipif(not SCRIPTS, reason="the shipped scripts are not there")
def test_unknown_names_of_a_script_are_noted_with_line_and_replacement(catalogue):
    path = next(p for p in SCRIPTS if p.parent.name.startswith("cot"))
    film = HouseCrew(catalogue).develop_now(read(path), Options())
    noted = {n.text: n for n in film.notices}
    assert noted["Standing Laughing"].used == "Standing Happy"
    assert noted["Standing Laughing"].line
    assert noted["Beverage Room"].line == 115


def test_a_script_with_strange_names_is_still_staged(crew, tmp_path):
    scene = {
        "scene information": {"who": ["Mia", "Tom"], "where": "Moon base", "what": ""},
        "initial position": [
            {"character": "Mia", "position": "Position 99"},
            {"character": "Tom", "position": "Position 1"},
        ],
        "scene": [
            {
                "speaker": "Mia",
                "content": "Hello.",
                "shot": "Helicopter Shot",
                "actions": [{"character": "Mia", "action": "Juggling"}],
            },
            {"move": {"character": "Ghost", "destination": "Position 77"}, "shot": "Follow Shot"},
        ],
    }
    path = tmp_path / "on_the_moon" / "script.json"
    path.parent.mkdir()
    path.write_text(json.dumps([scene], indent=1), encoding="utf-8")
    path.with_name("actors_profile.json").write_text('[{"name": "Mia"}, {"name": "Tom"}]', encoding="utf-8")
    film = develop(crew, path)
    assert film.title == "On the moon"
    noted = [n.text for n in film.notices]
    for text in ("Moon base", "Position 99", "Helicopter Shot", "Juggling", "Ghost", "Position 77"):
        assert text in noted
    assert all(n.used for n in film.notices)
    valid(crew, film)


def test_more_people_than_positions_find_room_and_are_noted(crew):
    text = "EXT. ROADSIDE - DAY\n\n" + "".join(f"{n}\nI am here.\n\n" for n in ("ANNA", "BEN", "CARL", "DORA"))
    film = develop(crew, text)
    assert any("positions" in n.problem for n in film.notices)
    assert len({s.position for s in next(film.shots()).staging}) == 4


def edited(crew: HouseCrew, sub_process: str, text: str, number: int = 1):
    film = develop(crew, IDEAS[3])
    scene, shot = film.scenes[0], list(film.shots())[number]
    before = crew.by_rule(film, scene, shot).program
    setattr(shot.guidance, sub_process, text)
    after = crew.plan(film, scene, shot)
    return shot, before, after


def test_edited_guidance_changes_the_program(crew):
    _, before, after = edited(crew, "lighting", "make it night")
    assert 'light_mood(stage, "night")' in after.program.lighting
    assert after.program.motion == before.motion
    _, _, after = edited(crew, "cinematography", "slow push in on Mia, low angle")
    assert "push_in" in after.program.cinematography
    assert 'height="low"' in after.program.cinematography
    shot, before, after = edited(crew, "motion", "Tom walks to Position 3 and sits down. It is raining.")
    assert 'walk_to(stage, "Tom", "Position 3"' in after.program.motion
    assert "sit_down" in after.program.motion
    assert after.not_understood == {"motion": ["raining"]}
    assert after.length >= shot.length


def test_words_in_the_wrong_box_are_understood(crew):
    _, _, after = edited(crew, "scene", "make it night, close-up of Tom")
    assert 'light_mood(stage, "night")' in after.program.lighting
    assert 'close_up(stage, "Tom")' in after.program.cinematography


def test_longer_makes_the_shot_longer(crew):
    shot, _, after = edited(crew, "cinematography", "one second longer")
    assert after.length == shot.length + 24


def test_a_change_of_looks_is_reported_not_programmed(crew):
    _, _, after = edited(crew, "character", "Mia wears a red coat")
    assert "red coat" in after.not_understood["character"][0]


def test_listeners_look_at_who_speaks_and_times_stay_in_order(crew):
    film = develop(crew, IDEAS[0])
    for scene in film.scenes:
        for shot in scene.shots:
            program = crew.by_rule(film, scene, shot).program
            for line in shot.lines:
                speaker = film.character(line.speaker).name
                assert all(
                    f'look_at(stage, "{film.character(s.character).name}", "{speaker}"' in program.motion
                    for s in shot.staging
                    if s.character != line.speaker
                )
            starts = [float(m) for m in re.findall(r"speak\(.*start=([\d.]+)\)", program.motion)]
            assert starts == sorted(starts)


def test_max_shots_is_kept_and_lines_survive(crew):
    film = develop(crew, IDEAS[0], max_shots=5)
    assert sum(1 for _ in film.shots()) <= 5
    assert sum(isinstance(b, Line) for s in film.shots() for b in s.beats) >= 3


from catalogue_double import catalogue as _double  # noqa: E402

CATALOGUE = _double()


def test_only_a_place_that_is_meant_changes_the_place(crew):
    film = crew.develop_now(read("Two old friends meet by chance at the roadside"), Options())
    scene, shot = film.scenes[0], film.scenes[0].shots[1]
    for sub_process, text, place in (
        ("lighting", "Night, warm light from the windows.", "Roadside"),
        ("motion", "He looks at the house and thinks of coffee.", "Roadside"),
        ("scene", "The living room.", "Apartment living room"),
        ("scene", "Night in the office.", "Office"),
    ):
        told = shot.model_copy(deep=True)
        setattr(told.guidance, sub_process, text)
        assert f'use_place(stage, "{place}")' in crew.plan(film, scene, told).program.scene, text
