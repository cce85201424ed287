import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.voices.words import reading_time, script, written_words


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Hello (waves) there.", "Hello there."),
        ("[beat] No. (to {the} dog) Sit!", "No. Sit!"),
        ("Wait -- what?", "Wait, what?"),
        ("I'm—I can’t…", "I'm, I can't..."),
        ("It costs $5.50, or $1.", "It costs 5 dollars 50, or 1 dollar."),
        ("At 10:30, or 9:05, or 8:00", "At 10 30, or 9 oh 5, or 8 o'clock"),
        ("3 km at 50mph", "3 kilometres at 50 miles an hour"),
        ("In 1990, the 1980s and 2004", "In 19 90, the 19 eighties and 2004"),
        ("Room #3 & more", "Room number 3 and more"),
        ("STOP IT, the FBI is here", "stop IT, the FBI is here"),
        ("GET OUT MIA", "get out mia"),
        ("Nooooo, W-what? Mmmm.", "No, Wuh-what? hmm."),
        ("*really* _good_ 😀", "really good"),
        ("", ""),
        ("?!", ""),
        ("(laughs)", ""),
    ],
)
def test_what_is_said(line, said):
    assert script(line).text == said


def test_capitals_shout_and_initials_do_not():
    assert script("LEAVE ME ALONE!").shout
    assert not script("The FBI?").shout
    assert not script("TV. USA.").shout


@given(st.text(max_size=200))
def test_any_text_keeps_its_words_in_order_and_inside_the_spoken_text(line):
    said = script(line)
    assert [w.text for w in said.words] == written_words(line)
    at = 0
    for word in said.words:
        assert at <= word.start <= word.end
        at = word.end
    assert at <= max(len(said.text), at if not said.text else 0)
    assert said.speakable == any(c.isalnum() for c in said.text)
    assert "\0" not in said.text
    assert "\n" not in said.text


@given(st.lists(st.from_regex(r"[A-Za-z]{1,12}[,.!?]?", fullmatch=True), max_size=20))
def test_plain_words_are_all_written(words):
    assert written_words(" ".join(words)) == words


@given(st.text(max_size=400))
def test_reading_time_is_bounded(line):
    assert 0.6 <= reading_time(line) <= 6.0
