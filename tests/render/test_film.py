import os
import resource
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from app.errors import ShotwrightError
from render.captions import Caption, parse_srt
from render.film import write_film
from render.probe import probe
from render.sound import RATE, SoundCue, mix

RATES = [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30)]


def _grey(value, size=(64, 48)):
    return np.full((size[1], size[0], 3), value, np.uint8)


def _lumas(path):
    with av.open(str(path)) as file:
        return [float(f.to_ndarray(format="gray").mean()) for f in file.decode(video=0)]


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_exact_frames_length_and_captions(tmp_path, fps):
    path = tmp_path / "a film – ü.mp4"
    said = [Caption(0.2, 1.0, "Hello {there}\nyou \\N one"), Caption(1.5, 2.25, "Grüße, 你好")]
    told = []
    made = write_film(
        path,
        [(_grey(60 + i), 1 + i % 3) for i in range(40)],
        fps,
        (64, 48),
        np.zeros((RATE, 2), np.float32),
        said,
        title="Tést",
        progress=told.append,
    )
    frames = sum(1 + i % 3 for i in range(40))
    again = probe(path, every_frame=True)
    assert again.frames == made.frames == frames == len(_lumas(path)) == told[-1]
    assert again.fps == fps
    assert again.size == (64, 48)
    assert again.title == "Tést"
    assert again.first_pts == 0
    assert again.last_pts == pytest.approx(float((frames - 1) / fps), abs=1e-6)
    assert again.audio_samples == round(frames / fps * RATE)
    assert (again.video_codec, again.audio_codec, again.audio_rate, again.audio_channels) == ("h264", "aac", RATE, 2)
    assert again.subtitles == 2
    assert again.fast_start
    assert parse_srt(path.with_suffix(".srt").read_text(encoding="utf-8")) == said
    with av.open(str(path)) as file:
        texts = [bytes(p)[2:].decode() for p in file.demux(file.streams.subtitles[0]) if p.size > 2]
    assert texts == [c.text for c in said]
    assert sorted(os.listdir(tmp_path)) == ["a film – ü.mp4", "a film – ü.srt"]


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_flash_and_beep_meet(tmp_path, fps):
    flashes = [20, 61]
    frames = [(_grey(230 if i in flashes else 40), 1) for i in range(90)]
    beep = (0.5 * np.sin(2 * np.pi * 1000 * np.arange(2400) / RATE)).astype(np.float32)
    sound = mix([SoundCue(beep, RATE, float(f / fps)) for f in flashes], float(90 / fps))
    path = tmp_path / "sync.mp4"
    write_film(path, frames, fps, (64, 48), sound)
    lumas = np.array(_lumas(path))
    assert list(np.nonzero(lumas > 150)[0]) == flashes
    with av.open(str(path)) as file:
        heard = np.concatenate([f.to_ndarray()[0] for f in file.decode(audio=0)])
    loud = np.nonzero(np.abs(heard) > 0.1)[0]
    starts = [loud[0], *loud[1:][np.diff(loud) > RATE // 4]]
    for start, flash in zip(starts, flashes, strict=True):
        assert abs(start / RATE - flash / fps) < 1 / fps


def test_colours_come_back(tmp_path):
    image = np.zeros((48, 64, 3), np.uint8)
    image[:, :32] = (200, 40, 60)
    image[:, 32:] = (30, 160, 220)
    write_film(tmp_path / "c.mp4", [(image, 10)], Fraction(24), (64, 48), quality="final")
    with av.open(str(tmp_path / "c.mp4")) as file:
        context = file.streams.video[0].codec_context
        assert (context.colorspace, context.color_primaries, context.color_trc, context.color_range) == (1, 1, 1, 1)
        frame = next(file.decode(video=0)).reformat(
            format="rgb24", src_colorspace="ITU709", src_color_range="MPEG", dst_color_range="JPEG"
        )
    got = frame.to_ndarray()
    assert np.abs(got[10:38, 4:28].mean((0, 1)) - (200, 40, 60)).max() < 6
    assert np.abs(got[10:38, 36:60].mean((0, 1)) - (30, 160, 220)).max() < 6


def test_files_odd_sizes_and_other_shapes(tmp_path):
    name = tmp_path / "bild ü.png"
    cv2.imencode(".png", _grey(120, (30, 60)))[1].tofile(name)
    made = write_film(tmp_path / "odd.mp4", [(name, 3), (str(name), 2)], Fraction(25), (63, 47))
    assert made.size == (64, 48)
    assert made.frames == 5
    assert made.audio_codec is None
    assert made.subtitles is None
    with av.open(str(tmp_path / "odd.mp4")) as file:
        luma = next(file.decode(video=0)).to_ndarray(format="gray")
    assert luma[24, 32] > 100
    assert luma[24, 3] < 30


def test_sound_is_cut_or_filled_to_the_picture(tmp_path):
    tone = np.full((10 * RATE, 2), 0.1, np.float32)
    for sound in (tone, tone[:100]):
        made = write_film(tmp_path / "s.mp4", [(_grey(90), 48)], Fraction(24), (64, 48), sound)
        assert made.audio_samples == 2 * RATE


def test_black_film_is_allowed_when_it_is_meant(tmp_path):
    assert write_film(tmp_path / "b.mp4", [(_grey(0), 5)], Fraction(24), (64, 48)).brightest < 20


def test_failures_keep_the_old_film_and_leave_nothing_behind(tmp_path):
    path = tmp_path / "old.mp4"
    write_film(path, [(_grey(90), 5)], Fraction(24), (64, 48))
    before = path.read_bytes()

    def stopping():
        yield _grey(90), 3
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_film(path, stopping(), Fraction(24), (64, 48))
    for frames, layer in (
        ([], "input"),
        ([(tmp_path / "nowhere.png", 1)], "disk"),
        ([(np.zeros((4, 4)), 1)], "input"),
    ):
        with pytest.raises(ShotwrightError) as caught:
            write_film(path, frames, Fraction(24), (64, 48))
        assert caught.value.layer == layer
    (tmp_path / "text.png").write_text("not a picture")
    with pytest.raises(ShotwrightError, match="cannot be read as a picture"):
        write_film(path, [(tmp_path / "text.png", 1)], Fraction(24), (64, 48))
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["old.mp4", "text.png"]


def test_places_that_cannot_be_written(tmp_path):
    for path, words in ((tmp_path / "no" / "a.mp4", "does not exist"), (tmp_path, "is a folder")):
        with pytest.raises(ShotwrightError, match=words) as caught:
            write_film(path, [(_grey(90), 5)], Fraction(24), (64, 48))
        assert caught.value.layer == "disk"


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are POSIX")
def test_full_disk_is_told_and_leaves_nothing_behind(tmp_path):
    """A limit on file size stands for a disk that fills up while the film is written."""
    code = (
        "import signal, numpy as np; from fractions import Fraction; from render.film import write_film\n"
        "from app.errors import ShotwrightError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); rng = np.random.default_rng(0)\n"
        "frames = ((rng.integers(0, 255, (144, 256, 3), np.uint8), 1) for _ in range(40))\n"
        "try:\n    write_film('full.mp4', frames, Fraction(24), (256, 144))\n"
        "except ShotwrightError as error:\n    print(error.layer, error.what)\n"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
        check=False,
    )
    assert done.stdout.startswith(("disk", "export")), done.stderr
    assert os.listdir(tmp_path) == []


def test_probe_refuses_what_is_no_film(tmp_path):
    (tmp_path / "x.mp4").write_bytes(b"not a film" * 100)
    for name in ("x.mp4", "missing.mp4"):
        with pytest.raises(ShotwrightError) as caught:
            probe(tmp_path / name)
        assert caught.value.layer == "export"
