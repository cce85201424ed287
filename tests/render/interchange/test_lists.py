import csv
import json
import re
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ShotwrightError
from render.interchange import EXPORTERS, Cut, CutLine, CutShot
from render.interchange.edl import edl
from render.interchange.fcpxml import fcpxml
from render.interchange.otio import timeline
from render.interchange.shot_list import COLUMNS, write_shot_list

RATES = [Fraction(24000, 1001), Fraction(24), Fraction(25), Fraction(30000, 1001), Fraction(30)]


def make_cut(lengths=(48, 31, 100), fps=RATES[1], folder=None, **more):
    shots, at = [], 0
    for index, length in enumerate(lengths):
        shots.append(
            CutShot(
                index + 1,
                f"{index + 1}A",
                at,
                length,
                image=folder / f"still {index}.png" if folder and index != 1 else None,
                clip=folder / f"ü {index}.mp4" if folder and index == 2 else None,
                dialogue=(CutLine("Mia", "Hello,\n“you” & <me>", 5, 20),) if index == 0 else (),
                description="She turns.\nSlowly.",
                shot_type="Close-up",
                lens=50.0,
                move="push in",
                notes="=1+1",
                scene="INT. OFFICE",
            )
        )
        at += length
    return Cut("A Film – ü", fps, (640, 360), tuple(shots), **more)


def test_every_exporter_writes_its_file(tmp_path):
    for name, exporter in EXPORTERS.items():
        path = tmp_path / f"film{exporter.suffix}"
        exporter.write(make_cut(), path)
        assert path.stat().st_size > 200, name


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_bad_cuts_and_places_are_refused(tmp_path, name):
    write = EXPORTERS[name].write
    gap = Cut("g", Fraction(24), (64, 48), (CutShot(1, "", 0, 10), CutShot(2, "", 11, 10)))
    for cut, words in ((Cut("e", Fraction(24), (64, 48)), "no shots"), (gap, "starts at frame 11")):
        with pytest.raises(ShotwrightError, match=words) as caught:
            write(cut, tmp_path / "x")
        assert caught.value.layer == "export"
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ShotwrightError) as caught:
        write(make_cut(), tmp_path / "file" / "x")
    assert caught.value.layer == "disk"


def test_shot_list_reads_back(tmp_path):
    write_shot_list(make_cut(), tmp_path / "a.csv")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [int(r["Frames"]) for r in rows] == [48, 31, 100]
    assert rows[1]["Start"] == "00:00:02:00"
    assert rows[0]["Dialogue"] == "MIA: Hello,\n“you” & <me>"
    assert rows[0]["Notes"] == "'=1+1"


def _events(text):
    pattern = r"^(\d{3,}) +(\S+) +(\S+) +C +(\S+) (\S+) (\S+) (\S+)$"
    return [m.groups() for line in text.split("\n") if (m := re.match(pattern, line))]


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_edit_list_adds_up(fps, tmp_path):
    base = round(float(fps))

    def frames(code):
        h, m, s, f = map(int, code.split(":"))
        assert f < base
        return ((h * 60 + m) * 60 + s) * base + f

    events = _events(edl(make_cut(fps=fps)))
    assert [e[0] for e in events] == ["001", "002", "003"]
    at = 3600 * base
    for (_, reel, track, start, end, record, until), length in zip(events, (48, 31, 100), strict=True):
        assert (reel, track, frames(start)) == ("AX", "V", 0)
        assert frames(end) == length
        assert frames(record) == at
        at += length
        assert frames(until) == at
    sounds = [e for e in _events(edl(make_cut(fps=fps, sound=tmp_path / "mix.wav"))) if e[2] == "AA"]
    assert [frames(e[3]) for e in sounds] == [0, 48, 79]


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(1, 5000), st.text(max_size=60)), min_size=1, max_size=5),
)
def test_any_text_leaves_the_lists_readable(title, items):
    shots, at = [], 0
    for number, (length, text) in enumerate(items, 1):
        shots.append(CutShot(number, text, at, length, dialogue=(CutLine(text, text, 0, 1),), description=text))
        at += length
    cut = Cut(title, Fraction(25), (64, 48), tuple(shots))
    assert len(_events(edl(cut))) == len(shots)
    ElementTree.fromstring(fcpxml(cut))
    json.loads(json.dumps(timeline(cut)))


def _seconds(text):
    return Fraction(text.removesuffix("s"))


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_final_cut_document(fps, tmp_path):
    root = ElementTree.fromstring(fcpxml(make_cut(fps=fps, folder=tmp_path, sound=tmp_path / "mix.wav")))
    assert root.get("version") == "1.9"
    ids = {e.get("id") for e in root.find("resources")}
    assert len(ids) == len(root.find("resources"))
    formats = {e.get("id"): e for e in root.iter("format")}
    assert _seconds(formats["r1"].get("frameDuration")) == 1 / fps
    spine = root.find("library/event/project/sequence/spine")
    assert [e.tag for e in spine] == ["video", "gap", "asset-clip"]
    at = Fraction(0)
    for item, length in zip(spine, (48, 31, 100), strict=True):
        assert _seconds(item.get("offset")) == at
        assert _seconds(item.get("duration")) == length / fps
        assert item.get("ref") in {*ids, None}
        at += length / fps
    assert _seconds(root.find("library/event/project/sequence").get("duration")) == at
    assert [e.tag for e in spine[0]] == ["note", "asset-clip", "marker"]
    assert spine[0].find("marker").get("value") == "Mia: Hello, “you” & <me>"
    sources = [e.get("src") for e in root.iter("media-rep")]
    assert all(s.startswith("file:///") and " " not in s and "ü" not in s for s in sources)


@pytest.mark.parametrize("fps", RATES, ids=str)
def test_timeline_opens_in_the_library(fps, tmp_path):
    library = pytest.importorskip("opentimelineio")
    path = tmp_path / "a.otio"
    EXPORTERS["otio"].write(make_cut(fps=fps, folder=tmp_path, sound=tmp_path / "mix.wav"), path)
    film = library.adapters.read_from_file(str(path))
    assert film.name == "A Film – ü"
    video, sound = film.tracks
    assert (video.kind, sound.kind) == ("Video", "Audio")
    assert [c.duration().value for c in video] == [48, 31, 100]
    assert video[2].range_in_parent().start_time.value == 79
    assert video.duration() == sound.duration() == library.opentime.RationalTime(179, float(fps))
    assert isinstance(video[1].media_reference, library.schema.MissingReference)
    assert video[2].media_reference.target_url == (tmp_path / "ü 2.mp4").as_uri()
    assert video[0].markers[0].metadata["shotwright"]["speaker"] == "Mia"
    again = library.adapters.read_from_string(library.adapters.write_to_string(film, "otio_json"), "otio_json")
    assert again.is_equivalent_to(film)
