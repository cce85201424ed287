"""`shotwright crew` tells what happened in a project, and follows what goes on."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pydantic import BaseModel

from agents.citations import quoted
from agents.crew_events import CrewDiary, CrewEvent
from agents.model.messages import user
from app.document import Film, Proposal, Scene, Shot
from app.project import FILM, Project, load_film
from library.knowledge import Passage
from tests.support.asking import client
from tests.support.endpoint import ScriptedEndpoint
from ui.commands.crew import main

ROOT = Path(__file__).resolve().parents[3]


class Outline(BaseModel):
    scenes: int


@pytest.fixture
def project(tmp_path):
    film = Film(scenes=[Scene(shots=[Shot(id="shot-a"), Shot(id="shot-b")])])
    Project.create(tmp_path / "film", film).close()
    folder = tmp_path / "film"

    async def ask():
        with ScriptedEndpoint('{"scenes": 2}') as server:
            async with client(server, folder) as asking:
                note = quoted([Passage("craft", "Editing: Pauses", "A pause before a line is thought.")])
                await asking.ask("director", [user(f"Outline it.\n{note}")], Outline)

    asyncio.run(ask())
    write = CrewDiary(lambda: folder).write
    write(CrewEvent("director", "scripted", "outline", "made", text="two scenes"))
    change = ("line 2: “Go.” became “Please go.”",)
    write(CrewEvent("screenwriter", "house crew", "script", "corrected", 2, "softer", change, "shot-b"))
    return folder


def test_who_did_what_what_changed_and_what_it_cost(project, capsys):
    assert main([str(project)]) == 0
    out = capsys.readouterr().out
    assert "director (scripted) was asked for Outline: answered" in out
    assert "looked up: Editing: Pauses (film craft)" in out
    assert "screenwriter (house crew) corrected: script, round 2, shot 2" in out
    assert "-> line 2: “Go.” became “Please go.”" in out
    assert "director          1 call, 120 tokens, 0.0001 USD" in out
    assert (project / next(line.split()[-1] for line in out.splitlines() if "exchanges" in line)).is_file()


def test_one_role_and_for_programs(project, capsys):
    assert main([str(project), "--role", "screenwriter", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["step"]["role"] for line in lines if "step" in line] == ["screenwriter"]
    assert lines[-1]["roles"]["director"]["calls"] == 1


def test_a_folder_without_a_film_is_told(tmp_path, capsys):
    assert main([str(tmp_path)]) == 5
    assert "there is no project" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")
def test_following_shows_what_happens_until_interrupted(project):
    command = [sys.executable, "-m", "ui.cli", "crew", str(project), "--follow", "--json"]
    watcher = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        while '"cost"' not in watcher.stdout.readline():
            assert watcher.poll() is None
        CrewDiary(lambda: project).write(CrewEvent("editor", "house crew", "cut", "made", text="trimmed"))
        begun = time.monotonic()
        line = json.loads(watcher.stdout.readline())
        assert line["step"]["role"] == "editor"
        assert time.monotonic() - begun < 20
        watcher.send_signal(signal.SIGINT)
        assert watcher.wait(20) == 130
    finally:
        watcher.kill()
        watcher.communicate()


def test_what_is_proposed_is_listed_accepted_and_declined(project, capsys):
    opened, film = Project.open(project)
    shots = [s.id for s in film.shots()]
    film.proposals = [
        Proposal(target=shots[0], field="program.lighting", old='light_mood(stage, "day")',
                 new='light_mood(stage, "night")', why="it should be night"),
        Proposal(target=shots[1], field="program.motion", old="", new='sit_down(stage, "Mia")', why="she is tired"),
    ]  # fmt: skip
    opened.save(film)
    opened.close()
    assert main([str(project), "--proposals"]) == 0
    out = capsys.readouterr().out
    assert "1. shot 1, program.lighting (house): it should be night" in out
    assert '+light_mood(stage, "night")' in out
    assert main([str(project), "--accept", "7"]) == 4
    assert main([str(project), "--accept", "1", "--decline", "2"]) == 0
    film = load_film(project / FILM)
    first, second = film.shots()
    assert first.program.lighting == 'light_mood(stage, "night")'
    assert first.origins["program.lighting"].by == "person"
    assert second.program.motion == ""
    assert film.proposals == []
