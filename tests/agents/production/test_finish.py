"""Grades, transitions and music on a cut."""

from __future__ import annotations

import av
import cv2
import numpy as np
import pytest

from agents.production import cut, finish
from app.document import Cue, Film, Scene, Shot, Take
from render.protocol import TierSpec


@pytest.fixture
def film(tmp_path) -> tuple[Film, dict]:
    """Two scenes of two shots of one second each, the first red and the second blue."""
    shots = [Shot(id=f"shot-{n}", length=24) for n in range(4)]
    scenes = [Scene(id="scene-1", shots=shots[:2]), Scene(id="scene-2", shots=shots[2:])]
    files = {}
    for name, colour in (("red", (0, 0, 200)), ("blue", (200, 0, 0))):
        files[name] = tmp_path / f"{name}.png"
        cv2.imwrite(str(files[name]), np.full((6, 8, 3), colour, np.uint8))
    pictures = {s.id: [files["red" if n < 2 else "blue"]] * 24 for n, s in enumerate(shots)}
    return Film(scenes=scenes), pictures


def pixels(shown: finish.Shown) -> np.ndarray:
    return finish.read_image(shown.image())[0, 0].astype(int)


def test_without_finishing_the_files_go_through_untouched(film):
    made, pictures = film
    every = list(finish.shown(made, pictures))
    assert [s.image() for s in every] == [p for files in pictures.values() for p in files]


def test_a_grade_is_on_its_scene_alone(film):
    made, pictures = film
    made.scenes[1].grade = "black and white"
    every = list(finish.shown(made, pictures))
    assert pixels(every[47])[0] == 200
    assert np.ptp(pixels(every[48])) <= 1


def test_a_dissolve_goes_from_one_picture_to_the_other_and_keeps_the_length(film):
    made, pictures = film
    made.scenes[1].transition = "dissolve"
    every = list(finish.shown(made, pictures))
    assert len(every) == 96
    reds = [pixels(s)[0] for s in every[46:72]]
    assert reds[1] == 200
    assert reds[-1] == 0
    assert sorted(reds, reverse=True) == reds
    assert any(50 < red < 150 for red in reds)


def test_a_fade_goes_through_black(film):
    made, pictures = film
    made.scenes[1].transition = "fade"
    every = list(finish.shown(made, pictures))
    assert pixels(every[47]).max() < 25
    assert pixels(every[48]).max() < 25
    assert pixels(every[20]).max() == pixels(every[80]).max() == 200


def test_music_lies_under_its_shots(film):
    made, pictures = film
    made.scenes[0].music = [Cue(feeling="sad", first="shot-1", last="shot-1")]
    made.scenes[1].music = [Cue(feeling="warm", first="shot-2", last="shot-3"), Cue(feeling="?", first="x", last="y")]
    counts = {shot: len(files) for shot, files in pictures.items()}
    assert [(m.kind, m.start, m.end) for m in finish.score(made, counts)] == [("sad", 1.0, 2.0), ("warm", 2.0, 4.0)]
    del counts["shot-1"]
    assert [(m.kind, m.start, m.end) for m in finish.score(made, counts)] == [("warm", 1.0, 3.0)]


def test_another_finishing_is_another_film(film):
    made, _ = film
    before = finish.key(made)
    made.scenes[0].grade = "warm"
    assert finish.key(made) != before


def test_the_written_film_has_it_all(film, tmp_path):
    made, pictures = film
    big = {}
    for name in ("red", "blue"):
        big[name] = tmp_path / f"{name}-big.png"
        cv2.imwrite(str(big[name]), np.full((36, 64, 3), (0, 0, 200) if name == "red" else (200, 0, 0), np.uint8))
    pictures = {i: [big["red" if n < 2 else "blue"]] * 24 for n, i in enumerate(pictures)}
    for shot in made.shots():
        shot.takes, shot.active_take = [Take(id=f"take-{shot.id}", length=24)], f"take-{shot.id}"
    made.scenes[0].music = [Cue(feeling="tense", first="shot-0", last="shot-1")]
    made.scenes[1].grade, made.scenes[1].transition = "black and white", "dissolve"
    path = tmp_path / "film.mp4"
    chosen = TierSpec(name="flat", engine="WORKBENCH", size=(64, 36))
    cut.hand_out(cut.made(made, pictures, {}, chosen, lambda *_: None, tmp_path / "cuts"), path)
    with av.open(str(path)) as file:
        frames = [f.to_ndarray(format="rgb24")[18, 32].astype(int) for f in file.decode(video=0)]
    with av.open(str(path)) as file:
        sound = np.concatenate([f.to_ndarray()[0] for f in file.decode(audio=0)])
    assert len(frames) == 96
    assert frames[0][0] > 150
    assert np.ptp(frames[90]) < 12
    assert 20 < frames[52][0] - frames[52][2] < 150
    half = len(sound) // 2
    assert np.abs(sound[:half]).mean() > 4 * np.abs(sound[-half // 2 :]).mean()


def test_the_same_cut_is_written_once(film, tmp_path):
    made, pictures = film
    file = tmp_path / "red.png"
    cv2.imwrite(str(file), np.full((36, 64, 3), 90, np.uint8))
    pictures = {i: [file] * 12 for i in pictures}
    chosen, folder = TierSpec(name="flat", engine="WORKBENCH", size=(64, 36)), tmp_path / "cuts"
    told: list[int] = []

    def write(name: str) -> bytes:
        cut.hand_out(
            cut.made(made, pictures, {}, chosen, lambda done, total: told.append(done), folder), tmp_path / name
        )
        return (tmp_path / name).read_bytes()

    first = write("one.mp4")
    assert told
    told.clear()
    assert write("two.MP4") == first
    assert not told
    made.title = "Another"
    assert write("three.mp4") != first
    for number in range(cut.KEPT + 2):
        made.title = f"Version {number}"
        write("more.mp4")
    assert len(list(folder.glob("*.mp4"))) == cut.KEPT
