"""From words to a film that is opened again: the whole way with real Blender and real voices, tiny."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from render.film import probe

SCREENPLAY = """Title: Two lines

INT. APARTMENT LIVING ROOM - NIGHT

MIA, 30, stands by the sofa. TOM, 34, comes in.

MIA
You came.

TOM
Of course I came.
"""

SIZE = ["--size", "96x54"]


def shotwright(*arguments: str, cwd: Path, status: int | None = 0) -> list[dict]:
    """Runs the command line in JSON mode; returns what it printed. status None: any."""
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", *arguments, "--json"], cwd=cwd, capture_output=True, text=True, timeout=280
    )  # fmt: skip
    assert status is None or done.returncode == status, done.stdout[-2000:] + done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with the screenplay, the film and its project."""
    folder = tmp_path_factory.mktemp("film")
    (folder / "two.fountain").write_text(SCREENPLAY, encoding="utf-8")
    shotwright("film", "two.fountain", "-o", "two.mp4", "--project", "p", *SIZE, cwd=folder)
    return folder


def frames(folder: Path) -> dict[str, float]:
    return {f.name: f.stat().st_mtime for f in (folder / "p" / "cache" / "frames").rglob("*.png")}


def test_the_film_is_a_real_film(made):
    found = probe(made / "two.mp4")
    shots = shotwright("show", "p", cwd=made)[-1]["shots"]
    length = sum(s["seconds"] for s in shots)
    assert abs(found.duration - length) < 0.1
    assert abs(found.audio_duration - found.duration) < 0.05
    assert found.rms > 0.005
    assert found.size == (96, 54)
    assert found.fast_start
    assert found.subtitles == 2
    text = (made / "two.srt").read_text()
    assert "You came." in text
    assert "Of course I came." in text
    assert all(s["state"] in ("passed", "rejected") for s in shots)


def test_the_screenplay_is_kept_word_for_word(made):
    film = json.loads((made / "p" / "film.json").read_text())
    lines = [b["text"] for s in film["scenes"] for x in s["shots"] for b in x["beats"] if b["kind"] == "line"]
    assert lines == ["You came.", "Of course I came."]
    assert film["scenes"][0]["mood"] == "night"


def test_a_second_run_renders_nothing(made):
    before = frames(made)
    shotwright("film", "two.fountain", "-o", "two.mp4", "--project", "p", *SIZE, cwd=made)
    assert frames(made) == before


def test_a_moved_shot_renders_nothing_and_an_edited_one_only_itself(made):
    path = made / "p" / "film.json"
    film = json.loads(path.read_text())
    shots = film["scenes"][0]["shots"]
    shots.append(shots.pop(0))
    path.write_text(json.dumps(film))
    before = frames(made)
    shotwright("export", "p", "-o", "moved.mp4", "--quality", "animatic", *SIZE, cwd=made)
    assert frames(made) == before

    film = json.loads(path.read_text())
    last = film["scenes"][0]["shots"][-1]
    last["guidance"]["lighting"] = "Golden hour."
    last["origins"]["guidance.lighting"] = {"by": "person", "name": ""}
    path.write_text(json.dumps(film))
    shotwright("export", "p", "-o", "edited.mp4", "--quality", "animatic", *SIZE, cwd=made)
    after = frames(made)
    assert {n: t for n, t in after.items() if n in before} == before
    added = len(after) - len(before)
    assert 0 < added <= last["length"]
    film = json.loads(path.read_text())
    takes = [len(s["takes"]) for s in film["scenes"][0]["shots"]]
    assert takes[-1] == 2
    assert set(takes[:-1]) == {1}
    assert "golden hour" in film["scenes"][0]["shots"][-1]["program"]["lighting"]


def test_review_prints_numbers(made):
    rows = shotwright("review", "p", cwd=made, status=None)
    rejected = any(r.get("verdict") == "reject" for r in rows)
    shotwright("review", "p", cwd=made, status=9 if rejected else 0)
    checks = [f for r in rows if "findings" in r for f in r["findings"]]
    assert {"subject visible", "fills the frame", "feet on the ground"} <= {c["check"] for c in checks}
    assert any(c["value"] is not None for c in checks)


@pytest.mark.parametrize(
    ("arguments", "status", "layer"),
    [
        (["film", "   ", "-o", "x.mp4"], 4, "input"),
        (["film", "missing.fountain", "-o", "x.mp4"], 4, "input"),
        (["film", "two.fountain", "-o", "no/such/folder/x.mp4"], 6, "disk"),
        (["film", "latin.fountain", "-o", "x.mp4"], 4, "input"),
        (["film", "empty.fountain", "-o", "x.mp4"], 4, "input"),
        (["film", "broken/script.json", "-o", "x.mp4"], 8, "json"),
        (["show", "nowhere"], 5, "project"),
        (["export", "newer", "-o", "x.mp4"], 5, "project"),
        (["render", "p", "--shots", "99"], 4, "input"),
    ],
)
def test_bad_input_is_a_clear_error(made, arguments, status, layer):
    (made / "latin.fountain").write_bytes("INT. CAFÉ - DAY\n\nMIA\nHé!\n".encode("latin-1"))
    (made / "empty.fountain").write_text("Nothing happens here.\n")
    (made / "broken").mkdir(exist_ok=True)
    (made / "broken" / "script.json").write_text('[{"scene": [,]}]')
    (made / "newer").mkdir(exist_ok=True)
    (made / "newer" / "film.json").write_text('{"format": 999}')
    events = shotwright(*arguments, cwd=made, status=status)
    error = next(e for e in events if e["event"] == "error")
    assert error["layer"] == layer
    assert len(error["what"]) > 10
    assert not (made / "x.mp4").exists()
