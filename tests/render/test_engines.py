"""Trying engines in child processes: pictures, crashes and hangs are all answers."""

from __future__ import annotations

import time

import pytest

from render import engines


@pytest.fixture
def child(tmp_path, monkeypatch):
    """Puts a made-up child process in the place of the one that imports Blender."""

    def install(code: str) -> None:
        folder = tmp_path / "render" / "worker"
        folder.mkdir(parents=True)
        for each in (folder, folder.parent):
            (each / "__init__.py").touch()
        (folder / "probe.py").write_text(code)
        monkeypatch.setattr(engines, "ROOT", tmp_path)

    return install


@pytest.mark.blender
def test_cycles_renders_on_the_processor():
    report = engines.probe("CYCLES")
    assert report.works, report.detail
    assert report.seconds > 0


@pytest.mark.blender
def test_blender_says_what_it_is():
    assert engines.ask("about")["bpy"].startswith("5.2.")


@pytest.mark.blender
def test_a_card_that_is_not_there_does_not_work():
    report = engines.probe("CYCLES", "NO SUCH BACK END")
    assert not report.works
    assert report.detail


def test_a_crash_is_reported_with_the_last_words(child):
    child("import os, sys; print('no EGL here', file=sys.stderr, flush=True); os.abort()")
    report = engines.probe("WORKBENCH")
    assert not report.works
    assert "no EGL here" in report.detail


def test_a_hang_is_ended_with_all_it_started(child, tmp_path):
    beat = tmp_path / "beat"
    child(
        "import subprocess, sys, time\n"
        "code = 'import sys, time\\nwhile True: open(sys.argv[1], \"w\").write(str(time.time())); time.sleep(0.05)'\n"
        f"subprocess.Popen([sys.executable, '-c', code, {str(beat)!r}])\n"
        "time.sleep(600)\n"
    )
    report = engines.probe("EEVEE", timeout=1.0)
    assert report.detail == "no answer within 1 s"
    time.sleep(0.2)
    last = beat.read_text() if beat.exists() else ""
    time.sleep(0.3)
    assert (beat.read_text() if beat.exists() else "") == last


@pytest.mark.parametrize("code", ["", "print('chatter, no answer')", "raise SystemExit(3)"])
def test_a_child_that_says_nothing_useful_does_not_work(child, code):
    child(code)
    report = engines.probe("CYCLES")
    assert not report.works
    assert "Blender" in report.detail


def test_the_child_sees_no_keys_and_no_settings_of_the_user(child, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-hidden")
    monkeypatch.setenv("MY_TOKEN", "hidden")
    child("import json, os; print(json.dumps({name: value for name, value in os.environ.items()}))")
    seen = engines.ask("about")
    assert not [name for name, value in seen.items() if "hidden" in value]
    assert "BLENDER_USER_RESOURCES" in seen


@pytest.mark.parametrize(
    ("renderer", "software"),
    [
        ("llvmpipe (LLVM 15.0.6, 256 bits)", True),
        ("Microsoft Basic Render Driver", True),
        ("NVIDIA GeForce RTX 4070/PCIe/SSE2", False),
        ("Apple M3", False),
        ("AMD Radeon RX 7800 XT (radeonsi, navi32, LLVM 19.1.7)", False),
    ],
)
def test_software_renderers_are_told_by_name(renderer, software):
    assert engines.is_software(renderer) is software
