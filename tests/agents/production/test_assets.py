"""Imported things go along with a project to another machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from agents.production.assets import adopt, keep, snippets
from app.archive import pack, unpack
from app.document import Film, Program, Scene, Shot
from app.project import Project
from library.assets import AssetLibrary, read
from library.geometry.mesh import Material, MeshData
from library.props import PROPS

PAINT = Material("imported", roughness=0.5)
BOX = MeshData.build([[0, 0, 0], [1, 0, 0], [0, 0, 1]], [(0, 1, 2)], PAINT, "#FF0000")


@pytest.fixture
def film():
    before = set(PROPS.names)
    yield Film(scenes=[Scene(shots=[Shot(program=Program(scene='add_prop(stage, "odd box", at=(0, 0))'))])])
    for name in set(PROPS.names) - before:
        PROPS.remove(name)


def test_a_packed_project_brings_its_things_along(tmp_path: Path, film: Film):
    mine = AssetLibrary(tmp_path / "mine")
    mine.add("odd box", "box.glb", BOX)
    mine.add("not used", "other.glb", BOX)
    folder = tmp_path / "film"
    Project.create(folder, film).close()
    assert [read(p).name for p in keep(snippets(film), folder, mine)] == ["odd box"]
    pack(folder, film, tmp_path / "film.zip")
    elsewhere = unpack(tmp_path / "film.zip", tmp_path / "there" / "film")
    theirs = AssetLibrary(tmp_path / "theirs")
    assert adopt(elsewhere, theirs, tmp_path / "people") == ["odd box"]
    assert theirs.named_in(snippets(film)) == [p.name for p in (tmp_path / "people").iterdir()]
    assert PROPS["odd box"].size[0] == pytest.approx(1.0)
    assert adopt(elsewhere, theirs, tmp_path / "people") == []


def test_what_is_there_under_the_same_name_stays(tmp_path: Path, film: Film):
    mine, theirs = AssetLibrary(tmp_path / "mine"), AssetLibrary(tmp_path / "theirs")
    mine.add("odd box", "box.glb", BOX)
    theirs.add("odd box", "own.glb", BOX.moved(scale=3.0))
    keep(snippets(film), tmp_path, mine)
    (tmp_path / "assets" / "broken.npz").write_bytes(b"nothing")
    assert adopt(tmp_path, theirs, tmp_path / "people") == []
    assert read(theirs.files()["odd box"]).source == "own.glb"
