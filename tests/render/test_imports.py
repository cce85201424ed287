"""3D files become props: read in a confined worker, kept by content, usable in programs."""

from __future__ import annotations

import asyncio
import struct
import zlib
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from app.document import Program
from app.errors import ShotwrightError
from library.assets import AssetLibrary, name_of, pack, read
from library.geometry.mesh import MeshData
from library.program import run_program
from library.props import PROPS
from library.props.materials import PAINT
from library.stage import Stage
from render.imports import import_file
from render.pool import WorkerPool
from render.protocol import ImportJob
from render.sandbox import folders

BOX = """mtllib box.mtl
o box
v 0 0 0
v 2 0 0
v 2 1 0
v 0 1 0
v 0 0 1
v 2 0 1
v 2 1 1
v 0 1 1
vt 0.5 0.5
usemtl {material}
f 4/1 3/1 2/1 1/1
f 5/1 6/1 7/1 8/1
f 1/1 2/1 6/1 5/1
f 2/1 3/1 7/1 6/1
f 3/1 4/1 8/1 7/1
f 4/1 1/1 5/1 8/1
"""
MATERIALS = "newmtl red\nKd 0.8 0.0 0.0\nnewmtl painted\nKd 1 1 1\nmap_Kd blue.png\n"


@pytest.fixture
def clean():
    known = set(PROPS.names)
    yield
    for name in set(PROPS.names) - known:
        PROPS.remove(name)


@pytest.fixture
def models(tmp_path: Path) -> Path:
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "box.mtl").write_text(MATERIALS)
    (folder / "Red_Box.obj").write_text(BOX.format(material="red"))
    (folder / "painted box.obj").write_text(BOX.format(material="painted"))
    (folder / "broken.glb").write_bytes(b"glTF but not really")
    rows = zlib.compress(b"\0" + bytes((10, 20, 230)))
    chunks = b"".join(
        struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
        for t, d in ((b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    )
    (folder / "blue.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
    return folder


@pytest.mark.usefixtures("clean")
def test_files_become_props_with_size_and_colour(models: Path, tmp_path: Path):
    library, people = AssetLibrary(tmp_path / "assets"), tmp_path / "people"

    async def work():
        async with WorkerPool(size=1, writable=[people]) as pool:
            first = await import_file(pool, models / "Red_Box.obj", library, people)
            second = await import_file(pool, models / "painted box.obj", library, people)
            with pytest.raises(ShotwrightError, match=r"broken.glb cannot be read"):
                await import_file(pool, models / "broken.glb", library, people)
            return first, second

    (red, notes), (blue, _) = asyncio.run(work())
    assert (red, notes, blue) == ("red box", [], "painted box")
    assert sorted(PROPS["red box"].size) == pytest.approx([1, 1, 2], abs=0.01)
    assert PROPS["red box"].mount == "floor"
    colours = {n: read(p).mesh.colors.mean(0) for n, p in library.files().items()}
    assert colours["red box"][0] > 0.8
    assert colours["red box"][1:].max() < 0.05
    assert colours["painted box"] == pytest.approx(np.array([10, 20, 230]) / 255, abs=0.02)
    assert {p.name for p in library.files().values()} <= {p.name for p in people.iterdir()}
    assert not list(people.glob("import-*"))
    scene = 'use_place(stage, "Apartment living room")\nadd_prop(stage, "red box", at=(-2, -2))'
    stage = Stage({}, lambda look: None, {}, 24, Fraction(24), (64, 36), 1)
    run_program(Program(scene=scene, cinematography="establishing_shot(stage)"), stage)
    assert any(f.name == "red box" for f in stage.footprints())
    assert library.named_in(scene) == [library.files()["red box"].name]


@pytest.mark.usefixtures("clean")
def test_a_second_import_takes_the_first_ones_place(tmp_path: Path):
    library = AssetLibrary(tmp_path)
    triangle = MeshData.build([[0, 0, 0], [1, 0, 0], [0, 0, 1]], [(0, 1, 2)], PAINT, "#FF0000")
    larger = triangle.moved(scale=2.0)
    first = library.add("sign", "sign.obj", triangle)
    second = library.add("sign", "sign.obj", larger)
    assert first != second
    assert not first.exists()
    library.register()
    library.register()
    assert PROPS["sign"].size[0] == pytest.approx(2.0)
    with pytest.raises(ShotwrightError, match="already"):
        library.add("mug", "mug.obj", triangle)
    assert name_of(Path("Mug.obj")) == "mug imported"
    assert name_of(Path("Old_Chair.v2.glb")) == "old chair v2"


def test_a_damaged_asset_is_said_and_left_out(tmp_path: Path):
    library = AssetLibrary(tmp_path)
    tmp_path.joinpath("bad-0.npz").write_bytes(b"no asset")
    assert library.files() == {}
    with pytest.raises(ShotwrightError, match="bad-0"):
        read(tmp_path / "bad-0.npz")
    assert pack("x", "x.obj", MeshData.build([[0, 0, 0], [1, 0, 0], [0, 1, 0]], [(0, 1, 2)], PAINT))


def test_an_import_writes_only_to_its_own_folder(tmp_path: Path):
    job = ImportJob(id="i", file=str(tmp_path / "a.obj"), out=str(tmp_path / "mesh.npz"))
    assert folders(job) == [tmp_path.resolve()]
