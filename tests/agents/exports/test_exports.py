"""A film handed on in every format, without Blender: a producer that has pictures, takes that lie on disk."""

from __future__ import annotations

import asyncio
import csv
import json
import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from agents.exports import FORMATS, PRESETS, Wish, format_of, preflight
from agents.exports.formats import size_for
from agents.exports.run import export
from agents.house.crew import HouseCrew
from agents.production.producer import Producer
from agents.production.speech import Heard
from app.archive import is_archive, pack, unpack
from app.document import Film
from app.errors import ShotwrightError
from app.project import Project, load_film
from app.session import Session
from render.captions import parse_srt
from render.interchange.layout import Layout
from render.probe import probe
from render.voices.speak import WordTime
from tests.support import demo


class Painted(Producer):
    """A producer whose frames are painted and whose voices are silence. broken: shots that cannot be rendered."""

    def __init__(self, session: Session, folder: Path):
        super().__init__(session, pool=None, crew=HouseCrew())
        self.broken: set[str] = set()
        self.unstageable: set[str] = set()
        self.rendered: list[str] = []
        self._frames_folder = folder

    async def stage(self, shot_ids=None, failures=None):
        for shot in shot_ids:
            if shot in self.unstageable:
                failures[shot] = ShotwrightError("program", "a bracket is missing", "Look at the program.")
                continue
            take = demo.take(0, self.film.shot(shot), ["takes/demo/key-0.jpg"])
            self.film.shot(shot).takes = [take]
            self.film.shot(shot).active_take = take.id

    async def render(self, shot_ids=None, quality="animatic", size=None, failures=None):
        out = {}
        for shot in shot_ids:
            if shot in self.broken:
                failures[shot] = ShotwrightError("render", "Blender died twice", "Stage it again.")
                continue
            self.rendered.append(shot)
            file = self._frames_folder / f"{shot}.png"
            picture = np.full((36, 64, 3), 40 + 10 * len(self.rendered), np.uint8)
            cv2.imencode(".png", picture)[1].tofile(file)
            out[shot] = [file] * self.film.shot(shot).take.length
        return out

    def stale(self, shot_id):
        return [] if self.film.shot(shot_id).take else ["not staged yet"]

    async def heard(self, shot):
        words = {line.id: line.text.split() for line in shot.lines}
        return {
            beat: Heard(np.zeros(12_000, np.float32), 24_000, (), tuple(
                WordTime(w, n * 0.5 / len(said), (n + 1) * 0.5 / len(said)) for n, w in enumerate(said)), "")
            for beat, said in words.items()
        }  # fmt: skip


@pytest.fixture
def producer(tmp_path):
    folder = tmp_path / "project"
    folder.mkdir()
    film = demo.film(demo.paint(folder, 3, (64, 36)))
    film.scenes[0].shots = film.scenes[0].shots[:4]
    film.scenes[1].shots = film.scenes[1].shots[1:4]  # the second has no take, the third is omitted
    film.size = (64, 36)
    for shot in film.shots():
        shot.length = 12
        for take in shot.takes:
            take.length = 12
    project = Project.create(folder, film)
    frames = tmp_path / "frames"
    frames.mkdir()
    yield Painted(Session(film, project), frames)
    project.close()


def wanted(producer: Painted, path: Path, key: str = "", **more):
    wish = Wish(key or format_of(path), path, quality="flat", size=(64, 36), **more)
    return asyncio.run(export(producer, wish))


def test_a_film_is_written_and_probed(producer, tmp_path):
    report = wanted(producer, tmp_path / "film.mp4")
    made = probe(tmp_path / "film.mp4")
    assert (made.frames, made.size) == (72, (64, 36))
    assert "64x36, 3.0 s, 72 frames, with sound" in report.said
    assert report.files == [tmp_path / "film.mp4", tmp_path / "film.srt"]
    assert not report.troubles


def test_a_shot_that_fails_does_not_break_the_others_and_is_named(producer, tmp_path):
    producer.broken = {"shot-2"}
    producer.unstageable = {"shot-10"}
    report = wanted(producer, tmp_path / "film.mp4")
    assert probe(tmp_path / "film.mp4").frames == 4 * 12 + 12 + producer.film.shot("shot-10").length
    assert {t.name: t.text for t in report.troubles} == {
        "Shot 2": "Blender died twice Stage it again.",
        "Shot 5": "a bracket is missing Look at the program.",
    }


def test_pictures_and_gif(producer, tmp_path):
    producer.broken = {"shot-2"}
    report = wanted(producer, tmp_path / "frames out", "png")
    files = sorted((tmp_path / "frames out").glob("*.png"))
    assert len(files) == 72
    assert {cv2.imread(str(f)).shape for f in files} == {(36, 64, 3)}
    assert report.said == "72 pictures of 64x36"
    assert wanted(producer, tmp_path / "frames out", "png").files == files  # its own files may be written over
    assert "3.0 s" in wanted(producer, tmp_path / "film.gif").said


def test_a_folder_with_other_things_is_left_alone(producer, tmp_path):
    (tmp_path / "holiday").mkdir()
    (tmp_path / "holiday" / "me.jpg").write_bytes(b"x")
    with pytest.raises(ShotwrightError, match="other things"):
        wanted(producer, tmp_path / "holiday", "png")
    assert [f.name for f in (tmp_path / "holiday").iterdir()] == ["me.jpg"]


@pytest.mark.parametrize("key", ["otio", "fcpxml", "edl"])
def test_a_cut_names_films_of_exactly_its_shots(producer, tmp_path, key):
    report = wanted(producer, tmp_path / f"cut{FORMATS[key].suffix}")
    clips = sorted((tmp_path / "cut clips").glob("*.mp4"))
    assert len(clips) == 6
    assert [probe(c).frames for c in clips] == [12] * 6
    assert (tmp_path / "cut clips" / "mix.wav").stat().st_size > 48_000 * 3
    text = report.path.read_text()
    assert all(c.name.replace(" ", "%20") in text or c.name in text for c in clips)
    assert "6 shots, 72 frames" in report.said


def test_a_cut_without_clips_renders_nothing(producer, tmp_path):
    wanted(producer, tmp_path / "cut.otio", clips=False)
    assert producer.rendered == []
    clips = json.loads((tmp_path / "cut.otio").read_text())["tracks"]["children"][0]["children"]
    assert all("key-" in c["media_references"]["DEFAULT_MEDIA"]["target_url"] for c in clips)


def test_shot_list_pages_and_words(producer, tmp_path):
    wanted(producer, tmp_path / "list.csv")
    rows = list(csv.reader((tmp_path / "list.csv").read_text("utf-8-sig").splitlines()))
    assert len(rows) == 1 + 6
    assert "2 pages, 6 shots" in wanted(producer, tmp_path / "a.pdf", layout=Layout(4)).said
    said = [line.text for s in producer.film.shots(omitted=False) for line in s.lines]
    for name in ("a.srt", "a.vtt"):
        wanted(producer, tmp_path / name)
        shown = parse_srt((tmp_path / name).read_text())
        assert " ".join(c.text for c in shown).split() == " ".join(said).split()
    for name in ("a.fountain", "a.fdx"):
        assert "spoken words" in wanted(producer, tmp_path / name).said


def test_only_the_chosen_shots(producer, tmp_path):
    wanted(producer, tmp_path / "some.csv", shots=("shot-2", "shot-4"))
    rows = list(csv.reader((tmp_path / "some.csv").read_text("utf-8-sig").splitlines()))
    assert [r[0] for r in rows[1:]] == ["2", "4"]


def test_a_packed_project_opens_elsewhere(producer, tmp_path):
    producer.film.title = "Changed, not saved"
    report = wanted(producer, tmp_path / "film.zip")
    assert is_archive(tmp_path / "film.zip")
    assert "files" in report.said
    folder = unpack(tmp_path / "film.zip", tmp_path / "elsewhere" / "film")
    project, film = Project.open(folder)
    assert film == producer.film
    assert (folder / "takes" / "demo" / "key-0.jpg").is_file()
    assert not (folder / "cache").exists()
    project.close()


def test_an_archive_that_leads_out_of_its_folder_is_refused(tmp_path):
    for name in ("f/../../evil.txt", "f/C:evil.txt"):
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as out:
            out.writestr("f/film.json", Film().model_dump_json())
            out.writestr(name, "x")
        with pytest.raises(ShotwrightError, match="leads out"):
            unpack(tmp_path / "bad.zip", tmp_path / "to")
        assert not (tmp_path / "to").exists()
        assert not (tmp_path / "evil.txt").exists()


def test_what_is_no_packed_project_is_told(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK nothing")
    with pytest.raises(ShotwrightError, match="no ZIP"):
        unpack(tmp_path / "a.zip", tmp_path / "to")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as out:
        out.writestr("readme.txt", "x")
    with pytest.raises(ShotwrightError, match="no project"):
        unpack(tmp_path / "b.zip", tmp_path / "to")
    assert not is_archive(tmp_path / "b.zip")


def test_packing_names_what_is_missing(producer, tmp_path):
    (producer.session.project.folder / "takes" / "demo" / "key-0.jpg").unlink()
    assert pack(producer.session.project.folder, producer.film, tmp_path / "x.zip") == ["takes/demo/key-0.jpg"]


def test_where_nothing_can_be_written_nothing_is_rendered(producer, tmp_path):
    with pytest.raises(ShotwrightError, match="no folder"):
        wanted(producer, tmp_path / "nowhere" / "film.mp4")
    assert producer.rendered == []


def test_preflight_names_what_stands_in_the_way(producer):
    film = producer.film
    film.shot("shot-4").beats[0].speaker = "nobody"
    gone = {"shot-1": ["the lighting guidance changed"]}
    found = preflight(film, lambda s: gone.get(s, []), lambda s: None)
    kinds = {(p.shot, p.kind) for p in found}
    assert {("shot-10", "empty"), ("shot-1", "stale"), ("shot-3", "rejected"), ("shot-11", "omitted"),
            ("shot-4", "voice")} <= kinds  # fmt: skip
    assert [p.severity for p in found] == sorted((p.severity for p in found), reverse=True)
    assert preflight(Film())[0].kind == "nothing"


def test_presets_keep_the_shape_of_the_film():
    scope = Film(size=(1720, 720))
    assert size_for(scope, PRESETS["hd"].height) == (2580, 1080)
    assert size_for(scope, PRESETS["draft"].height) is None


def test_an_unknown_format_is_told(producer, tmp_path):
    with pytest.raises(ShotwrightError, match="says no format"):
        format_of(tmp_path / "film.avi")
    with pytest.raises(ShotwrightError, match="unknown format"):
        wanted(producer, tmp_path / "x", "mov")


def test_the_film_stays_as_saved_while_it_is_exported(producer, tmp_path):
    wanted(producer, tmp_path / "film.csv")
    assert load_film(producer.session.project.folder / "film.json").title == producer.film.title
