"""Rendering in process at tiny sizes: the same stage is the same picture, and no more is rendered than needed."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from app.document import Program
from app.look import Look
from render.protocol import SpokenLine, StageSpec, TierSpec
from render.worker.frames import FrameRenderer, between, render_frames
from render.worker.measure import exposure, measure
from render.worker.staging import stage_shot

TIER = TierSpec(name="tiny", size=(96, 54), samples=1, step=2)
CLEAN = TIER.model_copy(update={"samples": 16})
"""Enough samples that two renders of the same thing differ by little at this size."""


def spec(**snippets: str) -> StageSpec:
    texts = {
        "scene": 'use_place(stage, "Apartment living room")',
        "character": 'add_person(stage, "Mia", at="Position 3", facing="Tom")\n'
        'add_person(stage, "Tom", at="Position 1", posture="sitting")',
        "motion": 'perform(stage, "Mia", "Standing Talking", start=0, end=1)\nspeak(stage, "Mia", "l1", start=0.1)',
        "lighting": 'light_mood(stage, "day")',
        "cinematography": 'medium_shot(stage, "Mia")',
        **snippets,
    }
    cast = {"Mia": Look(), "Tom": Look(gender="male", height=1.82, hair="crop")}
    line = SpokenLine(duration=0.3, cues=[(0.0, "aa", 1.0), (0.2, "rest", 0.0)])
    return StageSpec(program=Program(**texts), frames=8, cast=cast, lines={"l1": line})


@pytest.fixture(scope="module")
def people(tmp_path_factory) -> str:
    return str(tmp_path_factory.mktemp("people"))


def test_the_same_spec_is_the_same_picture_to_the_byte(people, tmp_path):
    pictures = []
    for other in ('long_shot(stage, "Tom")', None):
        if other:
            staged = stage_shot(spec(), people)
        else:
            stage_shot(spec(cinematography='long_shot(stage, "Tom")'), people)
            staged = stage_shot(spec(), people)
        renderer = FrameRenderer(staged, TIER, tmp_path)
        pictures.append((renderer.key(0), renderer.picture(0)))
    assert pictures[0][0] == pictures[1][0]
    assert (pictures[0][1] == pictures[1][1]).all()


def test_with_a_resting_camera_frames_are_on_twos_and_the_background_stands_still(people, tmp_path):
    staged = stage_shot(spec(cinematography="long_shot(stage)"), people)
    assert not staged.camera.moving
    renderer = FrameRenderer(staged, CLEAN, tmp_path)
    calls = []
    names, made = render_frames(renderer, 8, tmp_path / "cache", lambda done, total: calls.append((done, total)))
    assert names[0] == names[1]
    assert len(set(names)) == made == 4
    assert calls[-1] == (8, 8)
    files = [tmp_path / "cache" / n[:2] / n for n in (names[0], names[6])]
    first, last = (cv2.imread(str(f)).astype(int) for f in files)
    still = (np.abs(first - last).max(2) == 0).mean()
    assert still > 0.4
    assert np.abs(first - last).max() > 10
    assert render_frames(renderer, 8, tmp_path / "cache", lambda *_: None) == (names, 0)


def test_a_plate_shows_what_a_whole_render_shows(people, tmp_path):
    staged = stage_shot(spec(cinematography="long_shot(stage)"), people)
    with_plate = FrameRenderer(staged, CLEAN, tmp_path).picture(4).astype(int)
    whole = FrameRenderer(staged, CLEAN.model_copy(update={"still_parts": False}), tmp_path).picture(4).astype(int)
    assert np.abs(with_plate - whole).mean() < 4


def test_a_moving_camera_has_a_picture_of_its_own_for_every_frame(people, tmp_path):
    staged = stage_shot(spec(cinematography="truck_shot(stage)"), people)
    renderer = FrameRenderer(staged, TIER.model_copy(update={"engine": "WORKBENCH"}), tmp_path)
    assert len({renderer.key(f) for f in range(7)}) == 7
    assert renderer.sources(3) == (2, 4)
    assert renderer.sources(4) == (4, 4)
    assert renderer.picture(3).shape == (54, 96, 3)


def test_between_two_pictures_lies_the_one_in_the_middle():
    def square(x: int) -> np.ndarray:
        picture = np.full((60, 100, 3), 40, np.uint8)
        picture[20:40, x : x + 20] = 220
        return cv2.GaussianBlur(picture, (0, 0), 2)

    middle = between(square(30), square(36), 0.5)
    assert np.abs(middle.astype(int) - square(33)).mean() < 2.5


def test_what_is_measured_is_what_is_staged(people):
    numbers = measure(stage_shot(spec(), people))
    mia, tom = numbers["people"]["Mia"], numbers["people"]["Tom"]
    assert numbers["filmed"] == ["Mia"]
    assert numbers["speech"] == [["l1", "Mia", 0.1]]
    for seen in mia["frames"].values():
        assert seen["visible"] > 0.6
        assert 0.4 < seen["fill"] < 1.05
    assert max(abs(v) for v in mia["lowest"]) < 0.03
    assert max(abs(v) for v in tom["seat_gap"]) < 0.05
    assert mia["in_furniture"] <= 0.06
    assert min(numbers["camera"]["clearance"]) > 0.08
    plan = numbers["plan"]
    assert {"Mia", "Tom"} == set(plan["people"])
    assert len(plan["outline"]) >= 3
    assert any(f["name"] == "coffee table" for f in plan["furniture"])


def test_brightness_is_measured_where_the_face_is():
    picture = np.zeros((100, 200, 3), np.uint8)
    picture[20:40, 50:70] = 255
    numbers = exposure(picture, {"Mia": [0.25, 0.6, 0.35, 0.8], "Tom": [0.8, 0.1, 0.9, 0.3]})
    assert numbers["faces"]["Mia"] == 1.0
    assert numbers["faces"]["Tom"] == 0.0
    assert numbers["clipped"] == pytest.approx(0.02)
