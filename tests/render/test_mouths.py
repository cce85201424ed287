from hypothesis import given
from hypothesis import strategies as st

from library.cast.person import MOUTHS
from render.voices.engine import Phone
from render.voices.mouths import mouth_cues


def _phones(*items):
    out, at = [], 0.06
    for ipa, length in items:
        out.append(Phone(at, at + length, ipa))
        at += length
    return out, at + 0.06


def test_lips_close_for_m_and_stay_closed_for_70_ms():
    phones, length = _phones(("m", 0.03), ("ˈɑː", 0.2), ("p", 0.05))
    cues = mouth_cues(phones, length)
    closed = [i for i, c in enumerate(cues) if c.shape == "mbp"]
    assert len(closed) == 2
    assert cues[closed[0]].strength == 1.0
    assert cues[closed[0] + 1].time - cues[closed[0]].time >= 0.069


def test_groups_of_sounds():
    for ipa, shape in {"f": "fv", "ˈiː": "ee", "uː": "oo", "ɔː": "oh", "æ": "aa", "s": "s", "θ": "l", "k": "k"}.items():
        phones, length = _phones((ipa, 0.2))
        assert [c.shape for c in mouth_cues(phones, length)] == ["rest", shape, "rest"]


def test_diphthong_moves():
    phones, length = _phones(("ˈaʊ", 0.3))
    assert [c.shape for c in mouth_cues(phones, length)] == ["rest", "aa", "oo", "rest"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "m", "b", "f", "s", "ˈaɪ", "ə", "l", "tʃ", "ʔ", "oʊ", "?", "ɹ"]), st.floats(0, 0.4)
        ),
        max_size=40,
    ),
    st.floats(0.0, 1.0),
)
def test_cues_rise_and_stay_inside(items, cut):
    phones, length = _phones(*items)
    length *= max(cut, 0.01)
    cues = mouth_cues(phones, length)
    times = [c.time for c in cues]
    assert times[0] == 0.0
    assert times == sorted(set(times))
    assert times[-1] <= length
    assert cues[0].shape == "rest"
    assert cues[-1].shape == "rest"
    assert all(c.shape in (*MOUTHS, "rest") and 0 <= c.strength <= 1 for c in cues)
