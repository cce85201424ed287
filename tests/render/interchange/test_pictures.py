import os
from fractions import Fraction

import cv2
import numpy as np
import pytest
from PIL import Image, ImageSequence

from app.errors import ShotwrightError
from render.interchange.pictures import GIF_WIDTH, write_gif, write_png_sequence


def _picture(value, size=(64, 36)):
    out = np.full((size[1], size[0], 3), 40, np.uint8)
    out[:, : value % size[0] + 1] = (value % 256, 200, 90)
    return out


def test_png_sequence_is_exact(tmp_path):
    source = tmp_path / "held ü.png"
    cv2.imencode(".png", _picture(9)[:, :, ::-1])[1].tofile(source)
    seen = []
    files = write_png_sequence(
        tmp_path / "out", [(_picture(3), 2), (source, 3), (_picture(5), 0)], "a/b", 11, seen.append
    )
    assert [f.name for f in files] == [f"a_b.{n:04d}.png" for n in range(11, 16)]
    assert sorted(os.listdir(tmp_path / "out")) == [f.name for f in files]
    pixels = [np.asarray(Image.open(f).convert("RGB")) for f in files]
    assert all(np.array_equal(p, _picture(3 if i < 2 else 9)) for i, p in enumerate(pixels))
    assert seen == [2, 5]


@pytest.mark.parametrize("fps", [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30), Fraction(8)], ids=str)
def test_gif_lasts_as_long_as_the_film(tmp_path, fps):
    write_gif(tmp_path / "a.gif", [(_picture(i * 3), 1 + i % 2) for i in range(60)], fps)
    with Image.open(tmp_path / "a.gif") as gif:
        lengths = [f.info["duration"] for f in ImageSequence.Iterator(gif)]
        assert gif.info["loop"] == 0
    assert sum(lengths) / 1000 == pytest.approx(float(90 / fps), abs=0.02)
    assert min(lengths) >= 80
    assert os.listdir(tmp_path) == ["a.gif"]


def test_gif_keeps_shape_and_colours(tmp_path):
    write_gif(tmp_path / "a.gif", [(_picture(400 * (i % 2), (1280, 720)), 12) for i in range(3)], Fraction(24))
    with Image.open(tmp_path / "a.gif") as gif:
        assert gif.size == (GIF_WIDTH, 270)
        assert gif.n_frames == 3
        gif.seek(1)
        assert np.abs(np.asarray(gif.convert("RGB"))[100, 20].astype(int) - (144, 200, 90)).max() < 12


def test_failures(tmp_path):
    (tmp_path / "file").write_text("in the way")
    for write in (
        lambda: write_png_sequence(tmp_path / "file" / "x", [(_picture(1), 1)]),
        lambda: write_gif(tmp_path / "file" / "x.gif", [(_picture(1), 1)], Fraction(24)),
    ):
        with pytest.raises(ShotwrightError) as caught:
            write()
        assert caught.value.layer == "disk"
    with pytest.raises(ShotwrightError, match="no pictures"):
        write_png_sequence(tmp_path / "none", [])
    with pytest.raises(ShotwrightError, match="no pictures"):
        write_gif(tmp_path / "x.gif", [(_picture(1), 0)], Fraction(24))
