"""The stage: names and relations become places, and what cannot be done is said with what can."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.document import Program
from app.errors import ShotwrightError
from app.look import Look
from library.camera.subjects import subject
from library.motion.bake import bake
from library.places import PLACES
from library.program import run_program
from library.stage import OPEN, Spoken, Stage, yaw_towards
from tests.support.mannequin import mannequin

LIVING_ROOM = "Apartment living room"


def staged(**snippets: str) -> Stage:
    texts = {"scene": f'use_place(stage, "{LIVING_ROOM}")', **snippets}
    cast = {"Mia": Look(), "Tom": Look(gender="male", height=1.8)}
    stage = Stage(cast, lambda look: mannequin(look.height), {"l1": Spoken(1.0, ((0.0, "aa", 1.0),))}, frames=48)
    run_program(Program(**texts), stage)
    return stage


def test_people_stand_at_positions_and_face_each_other():
    stage = staged(
        character='add_person(stage, "Mia", at="Position 3", facing="Tom")\n'
        'add_person(stage, "Tom", at="Position 5", facing="Mia")'
    )
    place = PLACES[LIVING_ROOM]
    mia, tom = stage.roles["Mia"], stage.roles["Tom"]
    assert mia.at == place.position("Position 3").at
    for one, other in ((mia, tom), (tom, mia)):
        straight = yaw_towards(one.at, other.at)
        assert abs(one.yaw) < abs(straight), "opened up to the audience"
        assert abs(one.yaw - straight) <= OPEN + 1e-6


def test_people_within_reach_of_each_other_or_one_behind_the_other_stand_square():
    for first, second in (((-0.5, -1.0), (0.5, -1.0)), ((0.0, -1.5), (0.0, 0.2))):
        stage = staged(
            character=f'add_person(stage, "Mia", at={first}, facing="Tom")\n'
            f'add_person(stage, "Tom", at={second}, facing="Mia")'
        )
        mia, tom = stage.roles["Mia"], stage.roles["Tom"]
        assert math.isclose(abs((mia.yaw - tom.yaw) % 360), 180, abs_tol=1e-6)


def test_somebody_seated_is_on_the_seat():
    stage = staged(character='add_person(stage, "Mia", at="Position 1", posture="sitting")')
    assert stage.roles["Mia"].seat == PLACES[LIVING_ROOM].position("Position 1").seat


def test_who_sits_at_a_desk_has_the_chair_drawn_up_and_reaches_it():
    stage = staged(
        scene='use_place(stage, "Office")',
        character='add_person(stage, "Mia", at="Position 3", posture="sitting")\n'
        'add_person(stage, "Tom", at="Position 1", posture="sitting")',
    )
    acting, usual = stage.roles["Mia"].performance, PLACES["Office"].position("Position 3").seat
    chair, desk = stage.prop("main chair", ""), next(f for f in stage.footprints() if f.name == "desk")
    moved = np.subtract(acting.seat.at, usual.at)
    assert 0.15 < np.hypot(*moved) < 0.5
    before = next(p for p in PLACES["Office"].furniture if p.name == "main chair")
    assert np.allclose(np.subtract(chair.at, before.at), moved), "the chair comes along"
    assert 0.05 < desk.distance(acting.place[:2]) < 0.3, "the feet are close to the desk and free of it"
    assert stage.moved.keys() == {"main chair"}, "an armchair stays where it is"


@pytest.mark.parametrize(
    "motion", ['stand_up(stage, "Mia", start=1.0)', 'walk_to(stage, "Mia", "Position 1", start=1.0)']
)
def test_who_gets_up_from_a_desk_pushes_the_chair_back(motion):
    stage = staged(
        scene='use_place(stage, "Office")',
        character='add_person(stage, "Mia", at="Position 3", posture="sitting")',
        motion=motion,
    )
    (chair,) = stage.sliding()
    assert not stage.moved
    usual = next(p for p in PLACES["Office"].furniture if p.name == "main chair")
    assert chair.now.at[:2] == usual.at
    assert 0.15 < math.dist(chair.first.at[:2], usual.at) < 0.5
    assert 1.0 < chair.changes[0][0] < 2.0


def test_who_sits_down_at_a_desk_draws_the_chair_up_as_after_the_next_cut():
    scene = 'use_place(stage, "Office")'
    later = staged(scene=scene, character='add_person(stage, "Mia", at="Position 3", posture="sitting")')
    stage = staged(
        scene=scene,
        character='add_person(stage, "Mia", at="Position 3")',
        motion='sit_down(stage, "Mia", start=0.5)',
    )
    (chair,) = stage.sliding()
    usual = next(p for p in PLACES["Office"].furniture if p.name == "main chair")
    assert not stage.moved
    assert chair.first.at[:2] == usual.at
    assert np.allclose(chair.now.at[:2], later.moved["main chair"].at)
    (seating,) = stage.roles["Mia"].performance.seatings
    assert np.allclose(seating.seat.at, later.roles["Mia"].performance.seat.at)
    assert seating.start < chair.changes[0][0] < chair.changes[0][0] + chair.now.seconds < seating.end


def test_who_changes_chairs_leaves_one_pushed_back_and_draws_up_the_other():
    scene = 'use_place(stage, "Meeting room")'
    seats = [p for p in PLACES["Meeting room"].positions if p.seat is not None]
    first, second = seats[0].name, seats[1].name
    later = staged(scene=scene, character=f'add_person(stage, "Mia", at="{second}", posture="sitting")')
    stage = staged(
        scene=scene,
        character=f'add_person(stage, "Mia", at="{first}", posture="sitting")',
        motion=f'stand_up(stage, "Mia", start=0.5)\nwalk_to(stage, "Mia", "{second}")\nsit_down(stage, "Mia")',
    )
    left, taken = stage.sliding()
    usual = {p.name: p for p in PLACES["Meeting room"].furniture}
    assert left.now.at[:2] == usual[left.name].at
    assert taken.first.at[:2] == usual[taken.name].at
    assert later.moved.keys() == {taken.name}
    assert np.allclose(taken.now.at[:2], later.moved[taken.name].at)
    assert left.changes[0][0] < taken.changes[0][0]


def test_beside_a_thing_is_a_free_spot_near_it():
    stage = staged(character='add_person(stage, "Mia", at="coffee table")')
    at = stage.roles["Mia"].at
    table = next(f for f in stage.footprints() if f.name == stage.prop("coffee table", "").name)
    assert 0 < table.distance(at) < 1.2
    assert all(f.distance(at) > 0.2 for f in stage.footprints() if f.top > 0.3)


def test_a_walk_moves_the_person_and_later_calls_know_it():
    stage = staged(
        character='add_person(stage, "Mia", at="Position 4")',
        motion='walk_to(stage, "Mia", "Position 5", start=0.5)',
    )
    goal = PLACES[LIVING_ROOM].position("Position 5").at
    assert math.dist(stage.roles["Mia"].performance.place[:2], goal) < 0.05
    ((name, arrived_at, second),) = stage.arrivals
    assert (name, arrived_at) == ("Mia", goal)
    assert second > 0.5


def test_removing_a_thing_takes_what_rests_on_it():
    stage = staged(scene=f'use_place(stage, "{LIVING_ROOM}")\nremove_prop(stage, "coffee table")')
    left = {p.name for p in stage.props()}
    assert not {p.name for p in PLACES[LIVING_ROOM].furniture if p.on == "coffee table"} & left


def test_adding_a_thing_on_another():
    stage = staged(scene=f'use_place(stage, "{LIVING_ROOM}")\nadd_prop(stage, "mug", on="coffee table", name="my mug")')
    assert stage.prop("my mug", "").on == "coffee table"


def test_lines_are_noted_with_their_times():
    stage = staged(character='add_person(stage, "Mia")', motion='speak(stage, "Mia", "l1", start=0.4)')
    assert stage.speech == [("l1", "Mia", 0.4)]


@pytest.mark.parametrize(
    ("snippets", "what"),
    [
        ({"scene": 'use_place(stage, "Moon base")'}, "no place 'Moon base'"),
        ({"character": 'add_person(stage, "Zoe")'}, "no character 'Zoe'"),
        ({"character": 'add_person(stage, "Mia", at="Position 9")'}, "no 'Position 9'"),
        ({"character": 'add_person(stage, "Mia", at="Position 3", posture="sitting")'}, "cannot sit"),
        (
            {"character": 'add_person(stage, "Mia", at="Position 3")\nadd_person(stage, "Tom", at="Position 3")'},
            "taken by",
        ),
        ({"character": 'add_person(stage, "Mia")', "motion": 'perform(stage, "Mia", "Sitting Laughing")'}, "stands"),
        ({"character": 'add_person(stage, "Mia")', "motion": 'perform(stage, "Mia", "Yodelling")'}, "Yodelling"),
        ({"motion": 'speak(stage, "Mia", "l1")'}, "nobody called 'Mia'"),
        ({"character": 'add_person(stage, "Mia")', "motion": 'speak(stage, "Mia", "l9")'}, "no line 'l9'"),
        ({"lighting": 'light_mood(stage, "disco")'}, "no mood 'disco'"),
        ({"cinematography": "medium_shot(stage, [])\nfocus_on(stage, 'Mia')"}, "nobody called"),
        ({"cinematography": 'long_shot(stage, side="behind")'}, "side 'behind'"),
    ],
)
def test_what_cannot_be_done_is_said_with_sub_process_and_line(snippets, what):
    with pytest.raises(ShotwrightError, match=rf"{list(snippets)[-1]}, line \d+.*") as caught:
        staged(**snippets)
    assert what in caught.value.what


def seated(**snippets: str) -> Stage:
    return staged(scene='use_place(stage, "Relaxing Room")', **snippets)


@pytest.mark.parametrize("thing", ["armchair", "pouf", "piano stool"])
def test_one_sits_down_on_a_thing_that_no_position_names(thing):
    stage = seated(
        character='add_person(stage, "Mia", at="Position 2")',
        motion=f't = walk_to(stage, "Mia", "{thing}")\nsit_down(stage, "Mia", start=t)',
    )
    seat = stage.roles["Mia"].performance.seated_on
    (foot,) = [f for f in stage.footprints() if f.name == thing]
    assert foot.distance(seat.at) <= 0.05


def test_one_sits_on_a_thing_from_the_start_and_at_a_piano_one_faces_it():
    stage = seated(character='add_person(stage, "Mia", at="piano stool", posture="sitting")')
    mia, piano = stage.roles["Mia"], next(f for f in stage.footprints() if f.name == "piano")
    turn = math.degrees(math.atan2(piano.at[0] - mia.at[0], -(piano.at[1] - mia.at[1])))
    assert abs((mia.seat.yaw - turn + 180) % 360 - 180) < 30


def test_two_do_not_share_a_seat():
    with pytest.raises(ShotwrightError, match="cannot sit at 'armchair'"):
        seated(
            character='add_person(stage, "Mia", at="armchair", posture="sitting")\n'
            'add_person(stage, "Tom", at="armchair", posture="sitting")'
        )


def test_two_do_not_share_a_position_sitting_or_standing():
    for posture in ("sitting", "standing"):
        with pytest.raises(ShotwrightError, match="Position 4 is taken by Mia"):
            seated(
                character='add_person(stage, "Mia", at="Position 4", posture="sitting")\n'
                f'add_person(stage, "Tom", at="Position 4", posture="{posture}")'
            )


@pytest.mark.parametrize(("away", "least"), [((1.6, 0.0), 35), ((1.3, 0.9), 15), ((0.3, 1.5), 0)])
def test_who_talks_stands_open_to_the_audience_unless_the_partner_is_behind(away, least):
    x, y = away
    stage = staged(
        character=f'add_person(stage, "Mia", at=(0.0, -1.0), facing="Tom")\n'
        f'add_person(stage, "Tom", at=({x}, {-1.0 + y}), facing="Mia")'
    )
    mia = stage.roles["Mia"]
    straight = yaw_towards(mia.at, stage.roles["Tom"].at)
    assert least <= straight - mia.yaw <= OPEN + 1e-6
    assert 0 <= mia.yaw <= straight


def test_two_who_face_each_other_look_at_each_other_before_anybody_speaks():
    stage = staged(
        character='add_person(stage, "Mia", at=(-0.8, -1.0), facing="Tom")\n'
        'add_person(stage, "Tom", at=(0.8, -1.0), facing="Mia")'
    )
    tracks = bake({name: role.performance for name, role in stage.roles.items()}, 24, 24.0)
    people = {name: subject(name, role.person, tracks[name]) for name, role in stage.roles.items()}
    for one, other in (("Mia", "Tom"), ("Tom", "Mia")):
        line = people[other].points["eyes"][0] - people[one].points["eyes"][0]
        off = math.degrees(math.acos(people[one].gaze[0] @ line / np.linalg.norm(line)))
        assert off < 25, "the rest is left to the eyes"
