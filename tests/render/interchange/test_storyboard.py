import shutil
import subprocess
from dataclasses import replace
from fractions import Fraction

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.errors import ShotwrightError
from render.interchange import Cut, CutLine, CutShot
from render.interchange.fonts import page_fonts
from render.interchange.storyboard import PER_PAGE, Layout, write_storyboard


@pytest.fixture
def cut(tmp_path):
    image = np.zeros((90, 160, 3), np.uint8)
    image[:] = (30, 30, 220)
    cv2.imencode(".png", image)[1].tofile(tmp_path / "ü.png")
    shots = tuple(
        CutShot(
            n + 1,
            f"{n + 1}",
            n * 24,
            24,
            image=tmp_path / "ü.png" if n != 1 else None,
            dialogue=(CutLine("Mia", f"Words of shot {n + 1}."),),
            description="She turns.",
            shot_type="Close-up",
            lens=50,
            notes="Careful.",
        )
        for n in range(10)
    )
    return Cut("Title of it", Fraction(24), (160, 90), shots)


def _read(path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("per_page", PER_PAGE)
def test_pages_hold_what_they_should(cut, tmp_path, per_page):
    layout = Layout(per_page, "letter" if per_page == 4 else "a4", "portrait" if per_page % 2 else "landscape")
    write_storyboard(cut, tmp_path / "a.pdf", layout)
    pages = _read(tmp_path / "a.pdf").rstrip("\f").split("\f")
    assert len(pages) == -(-10 // per_page)
    for number, page in enumerate(pages):
        assert "Title of it" in page
        for shot in range(10):
            assert (f"Words of shot {shot + 1}." in page) == (shot // per_page == number)
    assert "no picture yet" in "".join(pages)


def test_fields_are_chosen(cut, tmp_path):
    write_storyboard(cut, tmp_path / "a.pdf", Layout(9, fields=("dialogue", "length")))
    text = _read(tmp_path / "a.pdf")
    assert "Words of shot 3." in text
    assert "1.0 s" in text
    assert not any(word in text for word in ("Careful", "She turns", "Close-up", "50 mm"))


def test_no_word_is_lost_however_long(cut, tmp_path):
    words = [f"word{n}" for n in range(600)]
    shots = (replace(cut.shots[0], dialogue=(CutLine("Mia", " ".join(words)),)), *cut.shots[1:])
    write_storyboard(replace(cut, shots=shots), tmp_path / "a.pdf", Layout(9))
    text = _read(tmp_path / "a.pdf")
    assert "continued at the end" in text
    assert [w for w in text.split() if w.startswith("word")] == words


def test_other_scripts_are_printed(cut, tmp_path):
    lines = ("Привет, Ελλάδα", "你好世界", "日本語テスト", "한국어", "नमस्ते", "שלום", "مرحبا", "ⴰⵣⵓⵍ")
    shots = tuple(replace(s, dialogue=(CutLine("Юрий", t),)) for s, t in zip(cut.shots, lines, strict=False))
    write_storyboard(replace(cut, shots=shots), tmp_path / "a.pdf", Layout(9))
    text = _read(tmp_path / "a.pdf")
    assert all(t in text for t in ("ЮРИЙ", "Привет, Ελλάδα", "你好世界", "日本語テスト", "한국어", "□"))


SIGNS = "aÄЖ你क्षन\u05d0\u0301\u200d\u200b\ufe0f\U0001f469\U0001f4bb\x07\t\u202e\u2d30 -."


@given(st.text(st.sampled_from(SIGNS), max_size=30))
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_is_printed(cut, tmp_path, text):
    # All signs are in the notes each time, so that the fonts are cut once.
    told = {"label": text, "shot_type": text, "description": text, "notes": SIGNS, "image": None}
    shot = replace(cut.shots[0], dialogue=(CutLine(text, text),), **told)
    write_storyboard(replace(cut, title=text, shots=(shot,)), tmp_path / "a.pdf", Layout(1))
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_same_cut_same_bytes(cut, tmp_path):
    for name in ("a", "b"):
        write_storyboard(cut, tmp_path / f"{name}.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_fonts_say_what_they_lack(tmp_path):
    fonts = page_fonts("Hello 你\ue000", tmp_path)
    assert fonts.missing == set()
    assert len(fonts.others) == 1
    assert page_fonts("\u2d30", tmp_path).missing == {"\u2d30"}


def test_layouts_that_are_not_on_offer(cut, tmp_path):
    for layout in (Layout(5), Layout(paper="a3"), Layout(orientation="round"), Layout(fields=("smell",))):
        with pytest.raises(ShotwrightError) as caught:
            write_storyboard(cut, tmp_path / "a.pdf", layout)
        assert caught.value.layer == "input"
