"""Things in hands: taken from where they lie, carried, given, put down; and two people who come together."""

from __future__ import annotations

import math

import numpy as np
import pytest

from app.document import Program
from app.errors import ShotwrightError
from app.look import Look
from library.motion.bake import bake
from library.motion.holding import Held, Lying, thing_track
from library.program import run_program
from library.stage import Stage
from tests.support.mannequin import mannequin

FPS = 24.0
TWO = 'add_person(stage, "Mia", at=(-0.6, 0.0), facing="Ben")\nadd_person(stage, "Ben", at=(0.7, 0.0), facing="Mia")'
SITTING = 'add_person(stage, "Mia", at="Position 4", posture="sitting")'


def played(motion: str, character: str = TWO, scene: str = "", seconds: float = 7.0):
    """The stage, the tracks, and every thing's track."""
    cast = {"Mia": Look(), "Ben": Look(gender="male", height=1.8)}
    stage = Stage(cast, lambda look: mannequin(look.height), {}, round(seconds * FPS))
    scene = 'use_place(stage, "Photo Studio")\n' + scene
    run_program(Program(scene=scene, character=character, motion=motion), stage)
    tracks = bake({n: r.performance for n, r in stage.roles.items()}, stage.frames, FPS)
    bodies = {n: r.performance.body for n, r in stage.roles.items()}
    return stage, tracks, {n: thing_track(t, tracks, bodies, FPS) for n, t in stage.things.items()}


def hand(stage: Stage, tracks, name: str, side: str, second: float) -> np.ndarray:
    rig = stage.roles[name].person.rig
    return tracks[name].world(rig)[1][round(second * FPS), rig.index(f"{side.title()}HandMiddle1")]


def at(track, second: float) -> np.ndarray:
    return track.location[round(second * FPS)]


def test_what_is_drunk_from_stays_in_the_hand_and_moves_with_it():
    stage, tracks, things = played('perform(stage, "Mia", "Drinking", start=0.5)')
    (name,) = things
    held = stage.things[name].first
    assert stage.things[name].kind == "mug"
    assert isinstance(held, Held)
    for second in (0.0, 1.5, 2.2, 6.0):
        assert np.linalg.norm(at(things[name], second) - hand(stage, tracks, "Mia", held.side, second)) < 0.13
    assert at(things[name], 2.2)[2] > at(things[name], 0.0)[2] + 0.2
    jumps = np.linalg.norm(np.diff(things[name].location, axis=0), axis=1)
    assert jumps.max() < 0.12


def test_a_glass_on_the_table_is_taken_from_there_and_put_back():
    scene = 'add_prop(stage, "side table", at=(-1.75, 0.15), name="table")\nadd_prop(stage, "wine glass", on="table")'
    stage, tracks, things = played('perform(stage, "Mia", "Drinking", start=1.0, end=5.5)', SITTING, scene)
    (name,) = things
    assert stage.things[name].kind == "wine glass"
    side = stage.things[name].holders()[0][2].side
    assert np.allclose(at(things[name], 0.9), at(things[name], 6.5))
    assert at(things[name], 0.0)[2] == pytest.approx(0.55, abs=0.01)
    assert np.linalg.norm(at(things[name], 3.0) - hand(stage, tracks, "Mia", side, 3.0)) < 0.2


def test_what_is_given_changes_hands():
    stage, tracks, things = played('perform(stage, "Mia", "Giving", thing="letter", target="Ben")')
    (name,) = things
    assert [h.by for _, _, h in stage.things[name].holders()] == ["Mia", "Ben"]
    (_, moment, first), (_, _, second) = stage.things[name].holders()
    assert np.linalg.norm(at(things[name], moment - 0.3) - hand(stage, tracks, "Mia", first.side, moment - 0.3)) < 0.2
    assert np.linalg.norm(at(things[name], moment + 1.0) - hand(stage, tracks, "Ben", second.side, moment + 1.0)) < 0.2


def test_somebody_walks_up_picks_up_and_puts_down_on_a_table():
    scene = 'add_prop(stage, "side table", at=(1.0, 1.2), name="table")\nadd_prop(stage, "gift", at=(-0.6, -1.6))'
    motion = 'perform(stage, "Mia", "Picking Up", thing="gift")\nwalk_to(stage, "Mia", "table", start=4)\n'
    motion += 'perform(stage, "Mia", "Putting Down", start=8, target="table")'
    stage, _, things = played(motion, TWO.replace("0.7, 0.0", "3.0, -2.0"), scene, 12.0)
    gift = stage.things["gift"]
    assert isinstance(gift.first, Lying)
    assert isinstance(gift.now, Lying)
    assert at(things["gift"], 0.0)[2] == pytest.approx(0.0)
    assert at(things["gift"], 11.5)[2] == pytest.approx(0.55, abs=0.01)
    assert max(things["gift"].location[:, 2]) > 0.6


def test_a_laptop_comes_on_the_lap_of_whoever_types_with_no_desk():
    stage, tracks, things = played('perform(stage, "Mia", "Typing")', SITTING)
    (name,) = things
    assert stage.things[name].kind == "laptop"
    for side in ("left", "right"):
        assert np.linalg.norm(at(things[name], 2.0) - hand(stage, tracks, "Mia", side, 2.0)) < 0.25


@pytest.mark.parametrize(("action", "apart"), [("Hug", 0.40), ("Handshake", 0.80)])
def test_two_come_together_and_both_act_once(action, apart):
    motion = f'perform(stage, "Mia", "{action}")\nperform(stage, "Ben", "{action}", target="Mia")'
    stage, tracks, _ = played(motion)
    mia, ben = (stage.roles[n].performance for n in ("Mia", "Ben"))
    assert len(mia.doings) == len(ben.doings) == 1
    assert mia.doings[0].start == ben.doings[0].start
    assert math.dist(mia.place[:2], ben.place[:2]) == pytest.approx(apart, abs=0.07)
    second = mia.doings[0].start + 1.4
    if action == "Handshake":
        gap = np.linalg.norm(hand(stage, tracks, "Mia", "right", second) - hand(stage, tracks, "Ben", "right", second))
        assert gap < 0.09


def test_what_is_no_thing_is_refused_with_the_nearest():
    with pytest.raises(ShotwrightError, match="no thing 'unicorn'"):
        played('perform(stage, "Mia", "Drinking", thing="unicorn")')
    with pytest.raises(ShotwrightError, match="nothing can be put on"):
        played('perform(stage, "Mia", "Putting Down", target="left lamp")')
