"""The light of a shot: what falls on people and what falls on the place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from library.camera.lens import CameraTrack
from library.camera.subjects import subject
from library.light.lamps import LightRig
from library.light.rig import light_rig
from library.moods import MOODS
from library.motion.bake import bake
from library.motion.performance import Performance
from library.places import PLACES
from library.stage import LightPlan
from tests.support.mannequin import mannequin

FRAMES = 4


def rig(mood: str, place: str, skin: float = 0.62, filmed: str = "Mia", aside: float = 0.0) -> LightRig:
    """The light on Mia and, 1 m behind her and `aside` metres to the right, Tom."""
    tracks = bake({"Mia": Performance(mannequin(1.7), seed=1)}, FRAMES, 24.0)
    mia = replace(subject("Mia", mannequin(1.7), tracks["Mia"]), skin=skin)
    one = np.ones(FRAMES)
    camera = CameraTrack(
        np.tile([0.6, -2.4, 1.5], (FRAMES, 1)), np.tile([0.0, 0.0, 1.5], (FRAMES, 1)), 50 * one, 2.4 * one, 0 * one,
        2.8, 16 / 9,
    )  # fmt: skip
    people = {"Mia": mia}
    if aside:
        points = {name: at + np.array([aside, 1.0, 0.0]) for name, at in mia.points.items()}
        people["Tom"] = replace(mia, name="Tom", points=points)
    return light_rig(LightPlan(mood), PLACES[place], (), people, [filmed], camera)


@pytest.mark.parametrize("mood", [m.name for m in MOODS])
def test_all_of_the_light_on_faces_reaches_people_and_some_of_it_the_room(mood):
    faces = [lamp for lamp in rig(mood, "Sofa Corner").lamps if lamp.name.startswith("key Mia")]
    people, room = sum(lamp.watts for lamp in faces), sum(lamp.watts for lamp in faces if lamp.only != "people")
    shares = {"": 1.0, "outdoors": 1.0, "everywhere": MOODS[mood].spill}
    assert room == pytest.approx(shares[MOODS[mood].flagged] * people)
    assert 0.05 < room / people <= 1


def test_the_light_on_faces_stays_off_houses_at_night():
    lamps = rig("night", "Roadside").lamps
    for front in ("key", "fill M"):
        every = [lamp for lamp in lamps if lamp.name.startswith(front)]
        kept_off = sum(lamp.watts for lamp in every if lamp.only == "people") / sum(lamp.watts for lamp in every)
        assert 0.8 < kept_off < 1.0, "a little of it falls on the ground they stand on"
    rims = [lamp for lamp in lamps if lamp.name.startswith("rim M")]
    assert rims
    assert not any(lamp.only for lamp in rims), "they throw shadows on the ground"


def test_a_dark_face_gets_more_light_and_a_very_light_one_less_within_limits():
    def key(skin: float) -> float:
        lamps = rig("night", "Office", skin).lamps
        return sum(lamp.watts for lamp in lamps if lamp.name.startswith("key"))

    assert 0.6 * key(0.62) < key(0.95) <= key(0.8) < key(0.62)
    assert 1.3 * key(0.62) < key(0.4) < key(0.3) < 2.5 * key(0.62)
    assert key(0.1) == pytest.approx(key(0.2))


@pytest.mark.parametrize("mood", [m.name for m in MOODS])
def test_who_else_is_in_the_picture_is_seen_in_the_dark_and_less_than_who_is_filmed(mood):
    def light_on(who: str) -> float:
        return sum(lamp.watts for lamp in rig(mood, "Sofa Corner", aside=0.5).lamps if who in lamp.name)

    assert (light_on("bystander Tom") > 0) == (MOODS[mood].flagged == "everywhere")
    assert light_on("bystander Tom") < 0.5 * light_on("key Mia")


def test_nobody_is_lit_who_is_not_in_the_picture():
    assert not [lamp for lamp in rig("night", "Sofa Corner", aside=4.0).lamps if "Tom" in lamp.name]
    assert not [lamp for lamp in rig("night", "Sofa Corner", aside=0.5).lamps if lamp.name == "bystander Mia 0"]


def lamps_of(mood: str, place: str) -> LightRig:
    camera = CameraTrack(
        np.tile([0.0, -3.0, 1.5], (1, 1)), np.tile([0.0, 0.0, 1.5], (1, 1)), np.array([30.0]), np.array([3.0]),
        np.array([0.0]), 2.8, 16 / 9,
    )  # fmt: skip
    stands = PLACES[place]
    return light_rig(LightPlan(mood), stands, stands.practicals_of(stands.furniture), {}, [], camera)


@pytest.mark.parametrize("place", [p.name for p in PLACES if not p.exterior and p.windows])
def test_what_is_outside_the_windows_has_daylight_on_the_side_one_sees(place):
    def outside(mood: str):
        return next(lamp for lamp in lamps_of(mood, place).lamps if lamp.only == "view")

    day, night = outside("day"), outside("night")
    assert day.watts > 5 * night.watts
    assert max(np.dot(day.direction[:2], -np.asarray(w.inward)) for w in PLACES[place].windows) > 0.3
    assert day.direction[2] < 0


def test_many_lamps_are_dimmed_so_that_night_stays_night():
    def burning(place: str) -> float:
        lamps = lamps_of("night", place).lamps
        return sum(lamp.watts for lamp in lamps if lamp.name.startswith("practical"))

    full = sum(p.watts for p in PLACES["Dining Room"].practicals_of(PLACES["Dining Room"].furniture))
    assert burning("Dining Room") < burning("Apartment living room") < full * MOODS["night"].practicals


def test_a_dark_face_beside_the_one_filmed_is_seen_by_day_as_well():
    lamps = {skin: rig("day", "Sofa Corner", skin, aside=0.5).lamps for skin in (0.62, 0.3)}
    lit = {skin: [lamp for lamp in every if lamp.name.startswith("bystander")] for skin, every in lamps.items()}
    assert not lit[0.62]
    assert lit[0.3]
    assert all(lamp.only == "people" for lamp in lit[0.3])
