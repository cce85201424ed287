"""The house reviewer judges by numbers, and the refiner does what it says and nothing else."""

from __future__ import annotations

import copy

import pytest

from agents.house.refiner import refine, refined
from agents.house.reviewer import review
from agents.production.crew import Programmed
from app.document import Film, Program, Shot

SEEN = {
    "size": "medium", "in_frame": 1.0, "visible": 1.0, "eyes_visible": True, "x": 0.5, "y": 0.7, "top": 0.9,
    "bottom": 0.05, "fill": 0.85, "head": 0.3, "face_angle": 30.0, "box": [0.4, 0.6, 0.6, 0.8],
}  # fmt: skip
GOOD = {
    "shot_type": "Medium Shot", "filmed": ["Mia"],
    "people": {
        "Mia": {
            "frames": {"0": SEEN, "24": SEEN, "47": SEEN}, "lowest": [0.0, 0.0], "seat_gap": [], "in_furniture": 0.0,
        }
    },
    "camera": {"clearance": [0.6], "person_clearance": [1.2], "crossed_line": False, "moving": False, "jerk": 0.0},
    "exposure": {"0": {"mean": 0.4, "contrast": 0.6, "clipped": 0.0, "crushed": 0.0, "faces": {"Mia": 0.5}}},
}  # fmt: skip
PROGRAM = Program(
    lighting='light_mood(stage, "night")\n',
    cinematography='medium_shot(stage, "Mia", lens=50)\npush_in(stage, amount=0.2)',
)


def changed(path: str, value) -> dict:
    numbers = copy.deepcopy(GOOD)
    *names, last = path.split("/")
    at = numbers
    for name in names:
        at = at[name]
    at[last] = value
    return numbers


def test_a_good_shot_passes_with_its_numbers():
    judged = review(GOOD)
    assert judged.verdict == "pass"
    assert not judged.problems
    assert {f.check for f in judged.findings} >= {"subject visible", "fills the frame", "face readable"}


@pytest.mark.parametrize(
    ("path", "value", "check"),
    [
        ("camera/void", [0.0, 0.31], "room fills the picture"),
        ("people/Mia/frames/0/visible", 0.3, "subject visible"),
        ("people/Mia/frames/24/in_frame", 0.7, "subject in frame"),
        ("people/Mia/frames/47/top", 1.05, "headroom"),
        ("people/Mia/frames/0/fill", 0.2, "fills the frame"),
        ("people/Mia/frames/0/fill", 1.4, "fills the frame"),
        ("people/Mia/lowest", [0.0, 0.12], "feet on the ground"),
        ("people/Mia/lowest", [-0.09, 0.0], "feet on the ground"),
        ("people/Mia/seat_gap", [0.2], "on the seat"),
        ("people/Mia/in_furniture", 0.3, "clear of furniture"),
        ("people/Mia/arrives", 0.8, "arrives"),
        ("camera/clearance", [0.01], "camera clear of the place"),
        ("camera/person_clearance", [0.0], "camera clear of people"),
        ("camera/crossed_line", True, "line of action kept"),
        ("exposure/0/mean", 0.01, "picture exposed"),
        ("exposure/0/clipped", 0.4, "highlights held"),
        ("exposure/0/faces/Mia", 0.03, "face readable"),
    ],
)
def test_each_fault_is_found_by_name(path, value, check):
    judged = review(changed(path, value))
    assert judged.verdict == "reject"
    assert check in {f.check for f in judged.problems}


def test_a_jump_may_leave_the_ground():
    numbers = changed("people/Mia/lowest", [0.0, 0.4])
    assert review(numbers, 'perform(stage, "Mia", "Joyful Jump")').verdict == "pass"


def test_a_face_out_of_the_light_gets_a_stronger_key():
    judged = review(changed("exposure/0/faces/Mia", 0.03))
    better = refine(PROGRAM, judged, set())
    assert better.lighting == "light_mood(stage, \"night\")\nkey_light(stage, 'Mia', strength=1.7)\n"
    assert better.cinematography == PROGRAM.cinematography
    again = refine(better, judged, set())
    assert "strength=2.89" in again.lighting


def test_a_hidden_subject_is_filmed_from_another_angle_and_other_lines_stay():
    judged = review(changed("people/Mia/frames/0/visible", 0.1))
    better = refine(PROGRAM, judged, set())
    first, second = better.cinematography.splitlines()
    assert "angle=" in first
    assert "lens=50" in first
    assert second == "push_in(stage, amount=0.2)"


def test_locked_parts_are_not_refined():
    judged = review(changed("exposure/0/faces/Mia", 0.03))
    assert refine(PROGRAM, judged, {"lighting"}) is None


def test_nothing_to_change_is_said():
    assert refine(PROGRAM, review(GOOD), set()) is None


def test_a_push_in_may_lose_the_feet_and_not_the_head():
    near = changed("people/Mia/frames/47", SEEN | {"in_frame": 0.75, "fill": 1.3})
    assert review(near).verdict == "reject"
    near["camera"]["pushes"] = True
    assert review(near).verdict == "pass"
    near["people"]["Mia"]["frames"]["47"]["top"] = 1.05
    (finding,) = review(near).problems
    assert finding.check == "headroom"


def test_a_strong_push_in_may_come_as_near_as_it_says():
    near = changed("people/Mia/frames/47", SEEN | {"in_frame": 0.5, "fill": 2.2})
    near["camera"]["pushes"] = 0.3
    assert review(near).verdict == "reject"
    near["camera"]["pushes"] = 0.6
    assert review(near).verdict == "pass"


def test_what_is_cut_off_by_the_end_makes_the_shot_longer():
    numbers = changed("people/Mia/unseen", [["Sit Down", 9.8, 11.4]])
    film = Film()
    shot = Shot(id="s", length=240)
    better = refined(film, shot, Programmed(PROGRAM), review(numbers), {"motion"})
    assert better.program == PROGRAM
    assert better.length == 298
    assert refined(film, shot.model_copy(update={"length": 400}), Programmed(PROGRAM), review(numbers), set()) is None


@pytest.mark.parametrize(("goes", "verdict"), [(4.0, "pass"), (0.2, "reject")])
def test_who_comes_nearer_is_near_enough_in_the_end(goes, verdict):
    numbers = changed("motions", [{"person": "Mia", "what": "walks", "start": [0.0, 0.0], "end": [goes, 0.0]}])
    seen = numbers["people"]["Mia"]["frames"]["0"]
    numbers["people"]["Mia"]["frames"] = {"0": {**seen, "fill": 0.35}, "60": {**seen, "fill": 0.6}}
    assert review(numbers).verdict == verdict


def test_who_stays_hidden_is_filmed_from_the_other_side():
    hidden = review(changed("people/Mia/frames/0/visible", 0.1))
    program, angles = PROGRAM, []
    for _ in range(3):
        program = refine(program, hidden, set())
        angles.append(float(program.cinematography.split("angle=")[1].split(")")[0].split(",")[0]))
    assert angles == [56.0, -32.0, -8.0]


def test_heads_in_line_are_found_unless_they_only_pass():
    lined = {**SEEN, "in_line": {"Tom": 0.8}}
    numbers = changed("people/Mia/frames", {"0": SEEN, "24": lined, "47": SEEN})
    assert review(numbers).verdict == "pass"
    numbers = changed("people/Mia/frames", {"0": SEEN, "24": lined, "47": lined})
    problem = review(numbers).problems[0]
    assert problem.check == "heads apart"
    assert "Tom" in problem.message


def test_who_speaks_alone_in_a_medium_shot_shows_their_face():
    turned = {**SEEN, "face_angle": 120.0}
    numbers = changed("people/Mia/frames", {"0": SEEN, "24": turned, "47": turned})
    assert review(numbers).verdict == "pass"
    numbers["speech"] = [["line-1", "Mia", 0.3]]
    assert {f.check for f in review(numbers).problems} == {"face towards camera"}
