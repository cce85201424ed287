"""What a picture lacks is measured, and the review says so: what is done after its end, and the room round people."""

from __future__ import annotations

import pytest

from agents.house.reviewer import review
from app.document import Program
from app.look import Look
from render.protocol import StageSpec
from render.worker.measure import measure
from render.worker.staging import stage_shot

pytestmark = pytest.mark.blender


def test_what_begins_after_the_end_is_found(tmp_path):
    program = Program(
        scene='use_place(stage, "Apartment living room")',
        character='add_person(stage, "Mia", at="Position 3")',
        motion='perform(stage, "Mia", "Standing Talking", start=0, end=0.2)\n'
        'perform(stage, "Mia", "Waving", start=5, end=7)\nsit_down(stage, "Mia", start=8)',
        lighting='light_mood(stage, "day")',
        cinematography='medium_shot(stage, "Mia")',
    )
    numbers = measure(stage_shot(StageSpec(program=program, frames=8, cast={"Mia": Look()}), str(tmp_path)))
    assert [second for _, second, _ in numbers["people"]["Mia"]["unseen"]][:1] == [5.0]
    found = review(numbers)
    assert found.verdict == "reject"
    assert any("Waving begins at 5.0 s" in f.message for f in found.problems)


def test_a_picture_that_shows_nothing_behind_people_is_found(tmp_path):
    def numbers(camera: str) -> dict:
        program = Program(
            scene='use_place(stage, "Apartment kitchen")', character='add_person(stage, "Mia", at="Position 1")',
            lighting='light_mood(stage, "day")', cinematography=f'long_shot(stage, "Mia")\n{camera}',
        )  # fmt: skip
        return measure(stage_shot(StageSpec(program=program, frames=4, cast={"Mia": Look()}), str(tmp_path)))

    assert max(numbers("")["camera"]["void"]) == 0.0
    away = numbers("camera_at(stage, (0, -5, 1.6), look_at=(0, -30, 1.6))")
    assert max(away["camera"]["void"]) > 0.4
    assert any(f.check == "room fills the picture" for f in review(away).problems)
