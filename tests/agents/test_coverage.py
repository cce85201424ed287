"""How the house cinematographer covers a dialogue."""

from __future__ import annotations

import itertools
import json
import math

import pytest

from agents.house.crew import Options
from agents.input import read
from library.shots import SHOTS

IDEAS = (
    "Two old friends meet by chance at the roadside and one of them is hiding something",
    "A boss fires his best employee in the office and regrets it",
    "Mia finds out that Tom has been lying about his job",
    "Three sisters quarrel over their mother's house",
)


def shots(crew, idea: str, seed: int = 0):
    film = crew.develop_now(read(idea), Options(seed=seed))
    return film, [shot for _, _, shot in film.numbered()]


@pytest.mark.parametrize("idea", IDEAS)
def test_dialogue_is_covered_with_more_than_singles(crew, idea):
    _, made = shots(crew, idea)
    kinds = {s.shot_type for s in made}
    assert kinds & {"Two-Shot", "Over-the-Shoulder Shot", "Medium Close-up"}
    assert len(kinds) >= 5


@pytest.mark.parametrize("idea", IDEAS)
@pytest.mark.parametrize("seed", range(4))
def test_shots_of_two_name_two_people_who_are_there(crew, idea, seed):
    _, made = shots(crew, idea, seed)
    for shot in made:
        if SHOTS[shot.shot_type].least == 2 or SHOTS[shot.shot_type].second:
            there = {s.character for s in shot.staging}
            assert len(set(shot.subjects)) >= 2
            assert set(shot.subjects) <= there


@pytest.mark.parametrize("idea", IDEAS)
def test_a_shoulder_is_answered_from_the_other_one(crew, idea):
    _, made = shots(crew, idea)
    for one, two in itertools.pairwise(made):
        if one.shot_type == two.shot_type == "Over-the-Shoulder Shot":
            assert one.subjects[0] != two.subjects[0]


@pytest.mark.parametrize("seed", range(6))
def test_nobody_stands_in_the_way_of_a_shot_over_a_shoulder(crew, catalogue, seed):
    film, _ = shots(crew, IDEAS[3], seed)
    for _, scene, shot in film.numbered():
        spots = {s.character: catalogue.point(scene.place, s.position) for s in shot.staging}
        if shot.shot_type != "Over-the-Shoulder Shot":
            continue
        (ax, ay), (bx, by) = (spots[who] for who in shot.subjects[:2])
        length = math.dist((ax, ay), (bx, by))
        for x, y in (spots[who] for who in spots if who not in shot.subjects[:2]):
            along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
            aside = abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length
            assert not 0.0 < along < length or aside >= 0.8


def test_a_script_by_the_nine_types_keeps_to_them(crew, tmp_path):
    folder = tmp_path / "script"
    folder.mkdir()
    lines = [
        {"speaker": who, "content": text}
        for who, text in (("Ann", "Where were you?"), ("Bo", "At work, as I told you."), ("Ann", "I called there.")) * 3
    ]
    script = [
        {
            "scene_information": {"who": ["Ann", "Bo"], "where": "Apartment living room", "what": "A quarrel"},
            "initial position": [
                {"character": "Ann", "position": "Position 1"},
                {"character": "Bo", "position": "Position 2"},
            ],
            "scene": lines,
        }
    ]
    (folder / "script.json").write_text(json.dumps(script))
    profile = {"age": 30, "occupation": "baker", "personality traits": "calm", "speaking style": "short"}
    people = [{"name": "Ann", "gender": "Female", **profile}, {"name": "Bo", "gender": "Male", **profile}]
    (folder / "actors_profile.json").write_text(json.dumps(people))
    film = crew.develop_now(read(str(folder / "script.json")), Options())
    nine = {entry.name for entry in list(SHOTS)[:9]}
    assert {s.shot_type for s in film.shots()} <= nine


@pytest.mark.parametrize("idea", IDEAS)
@pytest.mark.parametrize("seed", range(4))
def test_a_pair_is_not_followed_by_nearly_the_same_picture(crew, idea, seed):
    _, made = shots(crew, idea, seed)
    for one, two in itertools.pairwise(made):
        assert {one.shot_type, two.shot_type} != {"Two-Shot", "Medium Shot"}


TRIO = """INT. MEETING ROOM - DAY

Ann, Bo and Cy stand at the table.

BO
Here we are again, all three of us, and it is only half past eight in the morning.

ANN
Cy, where were you all of yesterday evening, when everybody was waiting for you?

CY
At work, as I told you, and I told you more than once that it would be late.

ANN
I called there, and nobody at all had seen you since the middle of the day.
"""


def test_who_speaks_has_turned_to_whom_they_answer(crew, tmp_path):
    script = tmp_path / "trio.fountain"
    script.write_text(TRIO)
    film = crew.develop_now(read(str(script)), Options())
    ids = {c.name: c.id for c in film.characters}
    names = {i: n for n, i in ids.items()}
    spoken = [(scene, shot) for _, scene, shot in film.numbered() if shot.lines]
    spoken = [(scene, shot) for scene, shot in spoken if shot.lines[0].speaker != ids["Bo"]]
    assert len(spoken) >= 3
    for scene, shot in spoken:
        speaker = shot.lines[0].speaker
        partner = ids["Cy"] if speaker == ids["Ann"] else ids["Ann"]
        facing = {s.character: s.facing for s in shot.staging}
        assert facing[speaker] == partner
        assert facing[partner] == speaker
        motion = crew.plan(film, scene, shot).program.motion
        assert f'look_at(stage, "{names[speaker]}", "{names[partner]}"' in motion
