import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from render.captions import LINE, Caption, captions, parse_srt, srt
from render.voices.speak import WordTime

words_of = st.lists(st.from_regex(r"[A-Za-zéß']{1,50}[,.!?;:]?", fullmatch=True), max_size=60)


def _utterance(words, pace=0.3):
    return [WordTime(w, i * pace, (i + 0.9) * pace) for i, w in enumerate(words)]


@given(st.lists(st.tuples(st.floats(0, 200), words_of), max_size=6))
def test_every_word_once_two_short_lines_and_no_overlap(lines):
    made = captions([(at, _utterance(words)) for at, words in lines], 400.0)
    told = sorted(w for c in made for w in c.text.split())
    assert told == sorted(w for _, words in lines for w in words)
    for caption in made:
        rows = caption.text.split("\n")
        assert len(rows) <= 2
        assert all(len(row) <= LINE or " " not in row for row in rows)
        assert 0 <= caption.start < caption.end <= 400
    for a, b in pairwise(made):
        assert a.end <= b.start


@given(words_of.filter(bool))
def test_one_utterance_reads_in_order(words):
    made = captions([(1.0, _utterance(words))], 100.0)
    assert " ".join(c.text.replace("\n", " ") for c in made).split() == words


@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 9000), words_of.filter(bool)), max_size=8))
def test_srt_there_and_back(items):
    made = [Caption(at / 1000, (at + length) / 1000, " ".join(words)) for at, length, words in items]
    assert parse_srt(srt(made)) == made


def test_srt_as_written_elsewhere():
    text = "\ufeff1\n00:00:01,500 --> 00:00:02,000\nHello\nthere\n\n2\n00:01:00.000 --> 00:01:01.250\nBye\n"
    text = text.replace("\n", "\r\n")
    assert parse_srt(text) == [Caption(1.5, 2.0, "Hello\nthere"), Caption(60.0, 61.25, "Bye")]


def test_long_speech_breaks_at_clauses():
    text = (
        "I thought we decided these things together, as a couple, and now I hear it from your sister. "
        "Tell me one good reason why I should stay in this house."
    )
    made = captions([(0.0, _utterance(text.split()))], 60.0)
    assert len(made) > 1
    assert all(re.search(r"[,.]$", c.text) for c in made)


def test_short_words_stay_readable_and_inside_the_film():
    made = captions([(2.0, _utterance(["No."]))], 2.5)
    assert made == [Caption(2.0, 2.5, "No.")]
    assert captions([(2.0, _utterance(["No."]))], 60.0)[0].end >= 2.8
