"""Playing a film file with sound, where the system can."""

from __future__ import annotations

import asyncio
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.edits import SetField
from tests.ui.studio.conftest import until

pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)


@pytest.fixture
def film_file(tmp_path: Path) -> Path:
    """Two seconds, 24 frames a second, each frame of its own grey, with silence."""
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as out:
        video = out.add_stream("libx264", rate=24)
        video.width, video.height, video.pix_fmt = 160, 90, "yuv420p"
        audio = out.add_stream("aac", rate=48000)
        for n in range(48):
            frame = av.VideoFrame.from_ndarray(np.full((90, 160, 3), 20 + n * 4, np.uint8), "rgb24")
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        sound = av.AudioFrame.from_ndarray(np.zeros((2, 96000), np.float32), "fltp", "stereo")
        sound.rate = 48000
        sound.pts = 0
        out.mux(audio.encode(sound))
        out.mux(audio.encode(None))
    return path


def test_the_animatic_takes_the_place_of_the_stills(studio, engine, run, film_file):
    engine.film_file = film_file
    player = studio.window.player
    player.make.click()
    run(until(lambda: not studio.production.running and player._film_file == film_file))
    assert player.source.text() == "Animatic"
    player.play()
    run(until(lambda: player.frame >= 12))
    assert player.screen.has_picture
    player.pause()
    assert not player.playing


def test_seeking_shows_the_frame_that_was_asked_for(studio, engine, run, film_file):
    player = studio.window.player
    player.load(film_file)
    seen: list[int] = []
    player.video.picture.connect(lambda image: seen.append(image.pixelColor(80, 45).red()))
    run(until(lambda: bool(seen)))
    player.seek(30)
    run(until(lambda: seen and abs(seen[-1] - (20 + 30 * 4)) <= 3))
    assert player.time.text() == "00:00:01:06"


def test_a_change_of_the_cut_goes_back_to_stills_and_one_of_guidance_does_not(studio, run, film_file):
    player = studio.window.player
    player.load(film_file)
    studio.workspace.apply(SetField(target="shot-1", field="guidance.scene", value="Rain."))
    assert player._film_file == film_file
    studio.workspace.apply(SetField(target="shot-1", field="length", value=12))
    run(asyncio.sleep(0.01))
    assert player._film_file is None
    assert player.source.text() == "Stills"


def test_a_file_that_is_no_film_is_told_and_stills_go_on(studio, run, tmp_path):
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"not a film")
    player = studio.window.player
    player.load(bad)
    run(until(lambda: any("cannot be played" in t for t in studio.window.notices.texts)))
    assert player.source.text() == "Stills"
    player.play()
    assert player.stills.playing
    player.pause()


def test_without_multimedia_stills_are_shown_and_it_is_said(studio, monkeypatch, film_file):
    import ui.studio.player.panel as panel

    monkeypatch.setattr(panel, "open_video", lambda parent: None)
    studio.window.player.load(film_file)
    assert any("stills" in t for t in studio.window.notices.texts)
    assert studio.window.player.running.fps == Fraction(24)


def test_a_loop_of_the_film_begins_again_at_its_end(studio, run):
    player = studio.window.player
    player.set_loop("film")
    player.seek(player.running.length - 6)
    player.play()
    run(until(lambda: 0 <= player.frame < 20))
    assert player.playing
    player.pause()


@pytest.mark.parametrize(("mode", "shots"), [("shot", ["shot-3"]), ("selection", ["shot-3", "shot-4"])])
def test_a_loop_stays_within_its_shots(studio, run, mode, shots):
    player = studio.window.player
    studio.workspace.select("shot-3", shots)
    player.set_loop(mode)
    spans = [player.running.of(s) for s in shots]
    last = spans[-1].start + spans[-1].length
    seen: list[int] = []
    player.play()
    player.seek(last - 4)
    player.at.connect(seen.append)
    run(until(lambda: len(seen) > 3 and min(seen[2:]) < last - 4))
    assert spans[0].start <= player.frame < last
    assert player.playing
    player.pause()
    assert not player.playing


def test_pausing_ends_a_loop_at_the_end_too(studio, run):
    player = studio.window.player
    player.set_loop("film")
    player.seek(player.running.length - 1)
    player.play()
    player.pause()
    run(asyncio.sleep(0.1))
    assert not player.playing


def test_the_film_in_another_quality_takes_the_place_of_the_animatic(studio, engine, run, film_file, tmp_path):
    better = tmp_path / "better.mp4"
    better.write_bytes(film_file.read_bytes())
    player = studio.window.player
    for name, file in (("animatic", film_file), ("preview", better)):
        engine.film_file = file
        player.choose_source(name)
        run(until(lambda: not studio.production.running and player._making is None))
        assert player._film_file == file
    assert player.source.text() == "Preview"
    player.choose_source("animatic")
    assert player._film_file == film_file
    assert len(studio.production.works) == 2
    player.choose_source("stills")
    assert player.source.text() == "Stills"


def test_scrubbing_ends_on_the_frame_that_was_pointed_at(studio, run, film_file):
    player = studio.window.player
    player.load(film_file)
    seen: list[int] = []
    player.video.picture.connect(lambda image: seen.append(image.pixelColor(80, 45).red()))
    run(until(lambda: bool(seen)))
    for frame in (3, 9, 14, 20, 27, 31, 40):
        player.seek(frame)
    run(until(lambda: abs(seen[-1] - (20 + 40 * 4)) <= 3))
    assert player.frame == 40


def test_the_full_screen_plays_steps_and_comes_back(studio, run):
    player = studio.window.player
    studio.window.panes.show_picture(True)
    home = player.screen.parentWidget()
    player.full_screen()
    big = player._window
    run(until(big.isActiveWindow))
    QTest.keyClick(big, Qt.Key.Key_Right)
    assert player.frame == 1
    assert player.screen._corner == "00:00:00:01"
    QTest.keyClick(big, Qt.Key.Key_S)
    assert player.screen.safe_areas
    QTest.keyClick(big, Qt.Key.Key_L)
    assert player.loop_mode == "film"
    QTest.keyClick(big, Qt.Key.Key_Space)
    assert player.playing
    QTest.keyClick(big, Qt.Key.Key_Space)
    QTest.keyClick(big, Qt.Key.Key_Escape)
    assert player._window is None
    assert player.screen.parentWidget() is home
    assert player.screen._corner == ""
