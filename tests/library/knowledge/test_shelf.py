"""What a person adds is read, kept, found, replaced and taken away."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.document import HOUSE, Film, Program, Review, Scene, Shot, Take
from app.errors import ShotwrightError
from library.knowledge import Knowledge, Shelf
from library.knowledge.readers import CHUNK, chunks, read
from library.learned.store import LearnedLibrary

SRT = """1
00:00:01,000 --> 00:00:04,000
Put the <i>key light</i> at 45 degrees

2
00:01:04,500 --> 00:01:08,000
and soften it with a silk &amp; a frame.
"""
ROLLING = """WEBVTT

00:01.000 --> 00:03.000 align:start
<c>set the camera</c>

00:03.000 --> 00:05.000
set the camera
on the tripod

00:05.000 --> 00:07.000
on the tripod
and level it
"""


def pdf(*pages: str) -> bytes:
    from fpdf import FPDF

    made = FPDF()
    made.set_font("helvetica")
    for text in pages:
        made.add_page()
        made.multi_cell(0, 8, text)
    return bytes(made.output())


def test_subtitles_are_told_with_their_time_and_rolling_lines_once(tmp_path):
    (tmp_path / "light.srt").write_text(SRT, encoding="utf-8")
    (only,) = read(tmp_path / "light.srt")
    assert only.text == "Put the key light at 45 degrees and soften it with a silk & a frame."
    assert only.title == "light at 00:01"
    (tmp_path / "roll.vtt").write_text(ROLLING, encoding="utf-8")
    assert [p.text for p in read(tmp_path / "roll.vtt")] == ["set the camera on the tripod and level it"]


@pytest.mark.parametrize(
    ("name", "data", "title", "text"),
    [
        ("a.txt", "Café lights.\r\n\r\nSecond part.".encode("cp1252"), "a (1)", "Café lights.\n\nSecond part."),
        ("a.txt", "\ufeffplain".encode(), "a (1)", "plain"),
        ("a.txt", "wide".encode("utf-16"), "a (1)", "wide"),
        ("a.md", b"# Rigs\n## Cranes\nGo up slowly.\n", "Rigs: Cranes", "Go up slowly."),
    ],
)
def test_texts_of_any_usual_encoding(tmp_path, name, data, title, text):
    (tmp_path / name).write_bytes(data)
    assert [(p.title, p.text) for p in read(tmp_path / name)] == [(title, text)]


def test_pages_of_a_pdf(tmp_path):
    (tmp_path / "book.pdf").write_bytes(pdf("Haze makes light visible.", "Gels change its colour."))
    found = read(tmp_path / "book.pdf")
    assert [(p.title, p.text) for p in found] == [
        ("book, page 1", "Haze makes light visible."),
        ("book, page 2", "Gels change its colour."),
    ]


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("a.docx", b"x", "cannot be read"),
        ("a.txt", b"", "holds no text"),
        ("a.txt", b"\x00\x01\x02", "no text file"),
        ("a.srt", b"hello", "no subtitles"),
        ("a.pdf", b"%PDF-1.4 garbage", "damaged"),
        ("a.pdf", b"", "damaged"),
        ("missing.md", None, "there is no file"),
    ],
)
def test_what_cannot_be_read_is_said_by_name(tmp_path, name, data, wanted):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ShotwrightError, match=wanted) as caught:
        read(tmp_path / name)
    assert caught.value.layer == "input"
    assert name in caught.value.what


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=2000), max_size=5))
def test_chunks_lose_no_word_and_are_short(paragraphs):
    made = list(chunks(paragraphs))
    assert " ".join(" ".join(made).split()).replace(" ", "") == "".join("".join(paragraphs).split())
    assert all(0 < len(each) <= CHUNK + 2 for each in made)


def test_what_is_added_is_found_replaced_and_removed(small, tmp_path):
    file = tmp_path / "cranes.txt"
    file.write_text("A technocrane telescopes while it swings.", encoding="utf-8")
    small.shelf.add(file)
    small.refresh()
    (found,) = small.retrieve("director", "technocrane", sources=["tutorials"])
    assert found.where == "cranes.txt"
    file.write_text("A jib does not telescope.", encoding="utf-8")
    small.shelf.add(file)
    small.refresh()
    assert small.retrieve("director", "technocrane", sources=["tutorials"]) == []
    assert [(i.name, i.source, i.passages) for i in small.shelf.items()] == [("cranes.txt", "tutorials", 1)]
    small.shelf.remove("Cranes.txt")
    small.refresh()
    assert small.retrieve("director", "jib", sources=["tutorials"]) == []
    with pytest.raises(ShotwrightError, match="nothing called"):
        small.shelf.remove("cranes.txt")


def test_only_shots_that_passed_are_remembered(small):
    def shot(verdict: str, call: str) -> Shot:
        take = Take(program=Program(cinematography=call), review=Review(verdict=verdict))
        take.guidance.cinematography = "She is followed through the rain."
        return Shot(shot_type="Tracking Shot", takes=[take], active_take=take.id)

    shots = [shot("pass", "tracking_shot(stage, 'Mia')"), shot("reject", "pan_shot(stage, 'Mia')"), Shot()]
    film = Film(title="Rain", scenes=[Scene(place="Roadside", shots=shots)])
    small.shelf.remember(film)
    small.refresh()
    (found,) = small.retrieve("programmer", "follow her through the rain", sources=["films"])
    assert found.where == "Rain"
    assert "tracking_shot(stage, 'Mia')" in found.text
    small.shelf.remove("Rain")
    assert small.shelf.films() == []


def test_a_damaged_file_on_the_shelf_is_passed_by(tmp_path):
    shelf = Shelf(tmp_path)
    (tmp_path / "a.txt").write_text("something", encoding="utf-8")
    shelf.add(tmp_path / "a.txt")
    (tmp_path / "tutorials" / "broken.json").write_text("{", encoding="utf-8")
    assert len(shelf.tutorials()) == 1


def test_learned_functions_in_use_are_found_by_what_they_do_and_why(tmp_path):
    learned = LearnedLibrary(tmp_path / "learned")
    source = (
        "def stroll(stage, person, to):\n"
        '    """The person ambles to a place and stops for breath."""\n'
        '    walk_to(stage, person, to, manner="slowly")\n'
    )
    learned.write(source, "motion", HOUSE, "nobody could amble")
    knowledge = Knowledge(tmp_path / "index", Shelf(tmp_path / "shelf"), learned)
    knowledge.refresh()
    (found,) = knowledge.retrieve("programmer", "amble out of breath", sources=["learned"])
    assert found.title == "stroll (motion)"
    assert "stroll(stage, person, to)" in found.text
    learned.retire("stroll", HOUSE, "not needed")
    knowledge.refresh()
    assert knowledge.retrieve("programmer", "amble", sources=["learned"]) == []
