"""`shotwright plan` with models: killed, gone on with, and never asked twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from app.project import FILM, load_film
from tests.support.endpoint import Play
from tests.support.writers import IDEA, SHORT, Writers


def command(folder: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "ui.cli", "plan", IDEA, "--project", str(folder), "--json", *more]


def environ(server: Writers) -> dict[str, str]:
    return os.environ | {"OPENAI_BASE_URL": server.url, "SHOTWRIGHT_MODEL": "scripted"}


def plan(server: Writers, folder: Path, *more: str) -> tuple[int, list[dict], str]:
    """Exit status, events and what went to standard error."""
    done = subprocess.run(command(folder, *more), capture_output=True, text=True, timeout=300, env=environ(server))
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_a_storyboard_by_models_from_the_command_line(tmp_path):
    cast = ("--crew", "model,programmer=house,reviewer=house", "--size", "64x36")
    with Writers(**SHORT | {"Critique": [Play(SHORT["Critique"], hang=5), SHORT["Critique"]]}) as server:
        code, events, _ = plan(server, tmp_path / "film", *cast, "--budget", "3 calls")
        assert code == 8
        assert events[-1]["layer"] == "rule"
        assert server.asked == []

        # Killed while the director reads: what was answered before stays answered.
        process = subprocess.Popen(
            command(tmp_path / "film", *cast), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ(server)
        )
        end = time.monotonic() + 120
        while "Critique" not in server.asked and time.monotonic() < end:
            time.sleep(0.05)
        process.kill()
        process.communicate()
        assert server.asked == ["Outline", "Dialogue", "Staging", "Critique"]

        code, events, problem = plan(server, tmp_path / "film", *cast)
        assert code == 0, problem
        asked = [json.dumps(r["messages"]) for r in server.requests]
    assert len(asked) == len(set(asked)) + 1  # the question that was not answered
    assert server.asked.count("Critique") == 2
    told = [e for e in events if e["event"] == "crew"]
    assert {"remembered", "made", "proposed"} <= {e["what"] for e in told}
    film = load_film(tmp_path / "film" / FILM)
    assert film.title == "The Piano"
    assert film.scenes[0].grade == "warm"
    assert [s.shot_type for s in film.shots()] == ["Long Shot", "Close-up"]
    assert all(s.take and s.take.keyframes for s in film.shots())
    assert next(film.shots()).origins["shot_type"].name == "scripted"
    assert (tmp_path / "film" / "ledger.jsonl").exists()
