"""The library grows as in the Kubrick paper: an importer that fails on a new file ending is replaced by one that does
not (the other case, one motion where several are asked for, is in `test_loop.py`)."""

from __future__ import annotations

import pytest

from library.assets import AssetLibrary
from library.geometry.mesh import MeshData
from library.props import PROPS
from library.props.materials import PAINT
from tests.support.filmers import Filmers, film_shot, reviewed

TEXT = "a woman in a red coat waves at the roadside, long shot"
ONE = [
    "def place_model(stage, file, person):",
    '    """Puts the thing of an imported 3D file beside somebody. file: its name with the ending .glb."""',
    '    if not ends_with(file, ".glb"):',
    '        fail("only .glb files", "Use a .glb file.")',
    "    add_prop(stage, file[:-4], near=person)",
]
SEVERAL = [
    "def place_model(stage, file, person):",
    '    """Puts the thing of an imported 3D file beside somebody. file: its name and ending."""',
    '    for ending in [".glb", ".fbx", ".obj"]:',
    "        if ends_with(file, ending):",
    "            return add_prop(stage, file[:-4], near=person)",
    '    fail("no 3D file that is read", "Use .glb, .fbx or .obj.")',
]


@pytest.fixture
def radio(tmp_path):
    """A thing that somebody imported."""
    triangle = MeshData.build([[0, 0, 0], [1, 0, 0], [0, 0, 1]], [(0, 1, 2)], PAINT, "#FF0000")
    library = AssetLibrary(tmp_path / "assets")
    library.add("old radio", "Old_Radio.fbx", triangle)
    library.register()
    yield "old radio"
    PROPS.remove("old radio")


def written(lines: list[str], why: str) -> dict:
    return {"sub_process": "scene", "lines": lines, "why": why}


def calls(file: str) -> dict:
    lines = ['use_place(stage, "Roadside")', f'place_model(stage, "{file}", (0, 2))']
    return {"sub_process": "scene", "lines": lines, "because": "the radio is asked for"}


def answer(file: str, *functions: dict) -> dict:
    return {"snippets": [calls(file)], "functions": list(functions), "retire": []}


def test_an_importer_learns_a_new_file_ending(tmp_path, radio):
    no = {"place with its things": ("there is no radio", "Put the imported radio beside her.")}
    answers = [
        answer(f"{radio}.glb", written(ONE, "imported files by name")),
        answer(f"{radio}.fbx"),
        answer(f"{radio}.fbx", written(SEVERAL, "it fails on .fbx")),
    ]
    review = [lambda r: reviewed(r, no), lambda r: reviewed(r, no), reviewed]
    with Filmers(review=review, refine=answers) as server:
        made = film_shot(server, tmp_path, TEXT, cast="reviewer=model,programmer=model", rounds=5)
    entry = made.learned.entry("place_model")
    assert [c.what for c in entry.changes] == ["written", "replaced"]
    told = server.requests[-2]["messages"][1]["content"]
    assert "only .glb files" in told, "the programmer is told what failed, and where"
    assert made.taken.ended == "passed"
    assert [(f.name, f.version) for f in made.take.functions] == [("place_model", 2)]
    assert f"{radio}.fbx" in made.take.program.scene
