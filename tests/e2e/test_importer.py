"""The Kubrick paper's importer with a real file and a real worker: a function that fails on a new file ending is
replaced by one that does not, the shot passes with it, and it can be taken back."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from agents.crew_events import CrewEvent
from agents.ensemble import Ensemble
from agents.house.crew import Options
from agents.input import read
from agents.production.folders import people_folder
from agents.production.producer import Producer, worker_folders
from agents.roles import casting
from app.document import PERSON, Film
from app.project import Project
from app.session import Session
from library.assets import AssetLibrary
from library.learned.store import LearnedLibrary
from library.props import PROPS
from render.imports import import_file
from render.pool import WorkerPool
from tests.support.asking import client
from tests.support.filmers import Filmers, reviewed

TEXT = "a woman in a red coat waves at the roadside, long shot"
POINTS = [(x, y, z) for z in (0, 0.3) for y in (0, 0.2) for x in (0, 0.5)]
FACES = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
PLY = "\n".join(
    [
        "ply", "format ascii 1.0", f"element vertex {len(POINTS)}",
        *(f"property float {axis}" for axis in "xyz"), *(f"property uchar {c}" for c in ("red", "green", "blue")),
        f"element face {len(FACES)}", "property list uchar int vertex_indices", "end_header",
        *(f"{x} {y} {z} 200 30 30" for x, y, z in POINTS), *(f"4 {' '.join(map(str, f))}" for f in FACES), "",
    ]
)  # fmt: skip


def place_model(endings: list[str]) -> dict:
    lines = [
        "def place_model(stage, file):",
        f'    """Puts the thing of an imported file on the ground. file: its name with {" or ".join(endings)}."""',
        f"    for ending in {endings}:",
        "        if ends_with(file, ending):",
        "            return add_prop(stage, file[:-4], at=(0.9, -0.4))",
        f'    fail("only {" and ".join(endings)} files are read", "Import another file.")',
    ]
    return {"sub_process": "scene", "lines": lines, "why": f"imported files that end in {', '.join(endings)}"}


def answer(*functions: dict) -> dict:
    lines = ['use_place(stage, "Roadside")', 'place_model(stage, "old radio.ply")']
    snippet = {"sub_process": "scene", "lines": lines, "because": "the radio is asked for"}
    return {"snippets": [snippet], "functions": list(functions), "retire": []}


@pytest.mark.blender
def test_an_importer_learns_a_new_file_ending_and_is_taken_back(tmp_path):
    file = tmp_path / "Old_Radio.ply"
    file.write_text(PLY)
    project = Project.create(tmp_path / "project", Film())
    session = Session(Film(), project)
    learned = LearnedLibrary(tmp_path / "learned")
    told: list[CrewEvent] = []
    no = {"place with its things": ("there is no radio", "Put the imported radio beside her.")}
    play = {"refine": [answer(place_model([".glb"])), answer(place_model([".glb", ".ply"]))],
            "review": [lambda r: reviewed(r, no), reviewed]}  # fmt: skip

    async def film(url: str) -> tuple[list[str], list[str]]:
        crew = Ensemble(casting("reviewer=model,programmer=model"), lambda: client(SimpleNamespace(url=url), tmp_path))
        crew.events.connect(told.append)
        pool = WorkerPool(1, writable=worker_folders(project))
        try:
            name, _ = await import_file(pool, file, AssetLibrary(), people_folder())
            assert name == "old radio"
            producer = Producer(session, pool, crew, learned)
            await producer.develop(read(TEXT), Options(size=(64, 36), fps="8", rounds=3))
            await producer.stage()
            (shot,) = session.film.shots()
            fresh = producer.stale(shot.id)
            learned.roll_back("place_model", PERSON, "taken back by the test")
            return fresh, producer.stale(shot.id)
        finally:
            await pool.close()
            await crew.close()
            project.close()
            if "old radio" in PROPS.names:
                PROPS.remove("old radio")

    with Filmers(**play) as server:
        fresh, stale = asyncio.run(asyncio.wait_for(film(server.url), 300))
        (again,) = [r for r in server.requests if "It was tried and failed" in str(r["messages"])]
    assert "only .glb files are read" in str(again["messages"]), "the programmer is told what failed in the worker"
    (shot,) = session.film.shots()
    assert shot.take.review.verdict == "pass"
    assert [(f.name, f.version) for f in shot.take.functions] == [("place_model", 1)]
    assert 'place_model(stage, "old radio.ply")' in shot.take.program.scene
    assert [e.what for e in told if e.stage == "library"] == ["criticised", "made"]
    assert fresh == []
    assert any("place_model" in reason for reason in stale)
