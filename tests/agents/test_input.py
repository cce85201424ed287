"""Reading what people hand in, and refusing it clearly."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.input import parse, read
from agents.input.screenplay import Direction, Speech
from app.errors import ShotwrightError

FOUNTAIN = """Title: A Day
Author: Somebody

INT. KITCHEN - NIGHT

Anna (30) cuts bread. [[a note]] She waits.

ANNA
Where have you been?

TOM ^
Nowhere.

.ROOFTOP ABOVE THE CITY - DAY #12#

@McCLANE (V.O.)
(whispering)
First line,
second line.

ANNA (CONT'D)
Not *again*, **please**.
(sighs)
INT. is how I'd start.

/* boneyard
BOB
Never said.
*/

> CUT TO:

~Sing a song

!SHOUTING ACTION

DR. O'NEIL, JR.
Yes?
"""


def speeches(text: str) -> list[tuple[str, str, str]]:
    play = parse(read(text, "fountain"))
    return [(e.speaker, e.text, e.delivery) for s in play.scenes for e in s.elements if isinstance(e, Speech)]


def test_fountain_gives_every_word_to_its_speaker():
    assert speeches(FOUNTAIN) == [
        ("Anna", "Where have you been?", ""),
        ("Tom", "Nowhere.", ""),
        ("McCLANE", "First line, second line.", "whispering"),
        ("Anna", "Not again, please.", ""),
        ("Anna", "INT. is how I'd start.", "sighs"),
        ("Dr. O'Neil, Jr.", "Yes?", ""),
    ]


def test_fountain_headings_places_times_and_lines():
    play = parse(read(FOUNTAIN))
    assert play.title == "A Day"
    assert [(s.place, s.time, s.at) for s in play.scenes] == [
        ("KITCHEN", "NIGHT", 4),
        ("ROOFTOP ABOVE THE CITY", "DAY", 14),
    ]
    first = play.scenes[0].elements[0]
    assert isinstance(first, Direction)
    assert first.text == "Anna (30) cuts bread. She waits."
    voice = next(e for e in play.scenes[1].elements if isinstance(e, Speech))
    assert voice.unseen


NAMES = st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜÉ", min_size=1, max_size=12)
WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüéß',-", min_size=1, max_size=9).filter(lambda w: w[0].isalpha()),
    min_size=1,
    max_size=12,
)


@given(st.lists(st.tuples(NAMES, WORDS), min_size=1, max_size=8))
def test_fountain_loses_no_spoken_word(dialogue):
    text = "INT. ROOM - DAY\n\n" + "\n\n".join(f"@{name}\n{' '.join(words)}" for name, words in dialogue) + "\n"
    heard = [text for _, text, _ in speeches(text)]
    assert heard == [" ".join(words) for _, words in dialogue]


def script(**changes) -> list:
    scene = {
        "scene information": {"who": ["Mia", "Tom"], "where": "Roadside", "what": "They meet."},
        "initial position": [
            {"character": "Mia", "position": "Position 1"},
            {"character": "Tom", "position": "Position 2"},
        ],
        "scene": [{"speaker": "Mia", "content": "Hello.", "shot": "Mid Shot", "actions": []}],
    }
    return [scene | changes]


def test_filmagent_reads_both_layouts(tmp_path):
    path = tmp_path / "script.json"
    old = script()[0]
    new = {
        "sceneinformation": old["scene information"],
        "dialogues": [{"speaker": "Tom", "content": "Hi.", "selected shot": "Long Shot"}],
        "initial position": old["initial position"],
    }
    path.write_text(json.dumps([old, new]), encoding="utf-8")
    (tmp_path / "actors_profile.json").write_text(
        '[{"name": "Mia", "age": "30", "gender": "female"}]', encoding="utf-8"
    )
    play = parse(read(path))
    assert [e.text for s in play.scenes for e in s.speeches] == ["Hello.", "Hi."]
    assert play.scenes[1].speeches[0].shot == "Long Shot"
    assert play.profiles[0].years == 30


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"scene information": 3}, '"scene information" must be an object'),
        ({"scene": {}}, '"scene" must be a list'),
        ({"scene": [{"speaker": "Mia"}]}, "entry 1: content"),
        ({"scene": [{"content": "Hi"}]}, "entry 1: speaker"),
        ({"scene": [{"move": {"character": "Mia"}}]}, "entry 1: move"),
        ({"scene information": {"where": None}}, "scene information: where"),
    ],
)
def test_filmagent_names_scene_and_field_of_a_wrong_structure(tmp_path, changes, said):
    path = tmp_path / "script.json"
    path.write_text(json.dumps(script(**changes)), encoding="utf-8")
    with pytest.raises(ShotwrightError) as caught:
        read(path)
    assert caught.value.layer == "input"
    assert "scene 1" in caught.value.what
    assert said in caught.value.what


def test_broken_json_names_line_and_column(tmp_path):
    path = tmp_path / "script.json"
    path.write_text('[\n {"scene": [}\n]', encoding="utf-8")
    with pytest.raises(ShotwrightError) as caught:
        read(path)
    assert caught.value.layer == "json"
    assert "line 2, column 13" in caught.value.what


def test_text_encodings(tmp_path):
    path = tmp_path / "play.fountain"
    text = "INT. KÜCHE - NACHT\n\nÄNNE\nGrüße.\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        path.write_bytes(text.encode(encoding))
        assert parse(read(path)).scenes[0].speeches[0].text == "Grüße."
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(ShotwrightError) as caught:
        read(path)
    assert "byte 6" in caught.value.what


@pytest.mark.parametrize("text", ["", "   \n", "…!?"])
def test_an_empty_idea_is_refused(text):
    with pytest.raises(ShotwrightError, match="empty"):
        read(text)


def test_a_missing_file_a_folder_and_a_play_without_scenes_are_refused(tmp_path):
    with pytest.raises(ShotwrightError, match="there is no file"):
        read("nowhere/script.json")
    with pytest.raises(ShotwrightError, match="folder"):
        read(tmp_path)
    path = tmp_path / "play.fountain"
    path.write_text("Only prose.\n", encoding="utf-8")
    with pytest.raises(ShotwrightError) as caught:
        read(path)
    assert "play.fountain has no scene" in caught.value.what
    assert "INT. KITCHEN" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two old friends meet by chance at the roadside and one of them is hiding something", "idea"),
        ("A quarrel and breakup scene", "idea"),
        ("A knight walks down the street at night, the camera slowly circles him", "description"),
        ("A woman dances in the kitchen", "description"),
        ("Close-up of an old man", "description"),
        ("INT. KITCHEN - DAY\n\nANNA\nHi.", "fountain"),
    ],
)
def test_the_kind_of_a_text_is_told(text, kind):
    assert read(text).kind == kind


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    try:
        source = read(text)
    except ShotwrightError:
        return
    assert source.text


def test_what_is_said_of_one_person_stays_with_that_person():
    text = (
        "INT. OFFICE - DAY\n\nNORA, a nurse in a long coat with short grey hair, waits. BEN (40s, bald, in a suit) "
        "enters with LILY, a girl of eight in a yellow hoodie. TOM, the phone in hand, waits.\n\nBEN\nI know.\n"
    )
    assert {p.name: p.words for p in parse(read(text, "fountain")).profiles} == {
        "Nora": "a nurse in a long coat with short grey hair",
        "Ben": "40s, bald, in a suit",
        "Lily": "a girl of eight in a yellow hoodie",
    }
