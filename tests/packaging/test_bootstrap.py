"""The command line of the bootstrap and of make: words arrive as typed, errors say what to do."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import bootstrap
import environment
import interpreters
import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)


@given(WORDS)
def test_an_idea_from_make_comes_last_and_whole(idea):
    command = bootstrap.film_arguments([], {"SHOTWRIGHT_IDEA": idea})
    assert command == ["film", "-o", "film.mp4", "--quality", "animatic", "--", idea]


def test_an_idea_typed_as_a_word_keeps_its_place_among_other_arguments():
    command = bootstrap.film_arguments(["--seed", "3", "An idea", "--out", "a b.mp4"], {})
    assert command == ["film", "-o", "a b.mp4", "--quality", "animatic", "--seed", "3", "An idea"]


def test_arguments_win_over_the_environment():
    environ = {"SHOTWRIGHT_IDEA": "from make", "SHOTWRIGHT_OUT": "make.mp4", "SHOTWRIGHT_QUALITY": "final"}
    command = bootstrap.film_arguments(["--idea", "typed", "-o", "typed.mp4"], environ)
    assert command == ["film", "-o", "typed.mp4", "--quality", "final", "--", "typed"]


@pytest.mark.parametrize("environ", [{}, {"SHOTWRIGHT_IDEA": ""}, {"SHOTWRIGHT_IDEA": "  "}])
def test_no_idea_is_an_error_before_anything_is_set_up(environ, monkeypatch, capsys):
    monkeypatch.delenv("SHOTWRIGHT_IDEA", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(bootstrap, "prepare", lambda: pytest.fail("set up without an idea"))
    assert bootstrap.main(["film"]) == 2
    assert "no idea" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (environment.SetupError("the disk is full"), 3, "error: the disk is full"),
        (
            interpreters.InterpreterMissingError({"/usr/bin/python3": "is Python 3.11.2, not 3.13"}),
            3,
            "uv python install",
        ),
        (PermissionError(13, "Permission denied", ".venv"), 3, "Permission denied: '.venv'"),
        (KeyboardInterrupt(), 130, "carries on"),
    ],
)
def test_failing_to_set_up_says_what_to_do(error, status, words, monkeypatch, capsys):
    def fail(**options):
        raise error

    monkeypatch.setattr(bootstrap, "prepare", fail)
    assert bootstrap.main(["setup"]) == status
    assert words in capsys.readouterr().err


def library(name, needed):
    return {"library": name, "use": "render", "needed": needed, "packages": {"debian": "d", "fedora": "f", "arch": "a"}}


def test_a_needed_library_stops_and_another_only_warns(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.system_libraries, "can_install", lambda: False)
    monkeypatch.setattr(bootstrap.system_libraries, "this_family", lambda: "fedora")
    monkeypatch.setattr(bootstrap.system_libraries, "table", lambda: [library("libnone.so.9", False)])
    bootstrap.libraries(install=True)
    assert "dnf install" in capsys.readouterr().out
    bootstrap.libraries(install=False)
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(bootstrap.system_libraries, "table", lambda: [library("libnone.so.9", True)])
    with pytest.raises(environment.SetupError, match=r"(?s)libnone\.so\.9.*dnf install"):
        bootstrap.libraries(install=False)


def test_the_bootstrap_needs_no_installed_package():
    done = subprocess.run(
        [sys.executable, "-S", "-E", ROOT / "packaging" / "bootstrap.py", "--help"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "film" in done.stdout


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize(
    "idea",
    [
        "Two friends meet",
        """He said "no" and didn't mean it""",
        "It costs $5, $HOME, $(HOME), ${HOME} and $$",
        "`touch broken` ; touch broken & $(shell touch broken)",
        "100% sure \\ # not a comment",
        "Zwei Freunde – 「再会」 🎬",
        "--help",
        "a = b, c := d",
        "two\nlines",
    ],
)
def test_make_hands_on_words_as_they_are(idea, tmp_path):
    script = tmp_path / "show.py"
    script.write_text(
        "import json, os, sys\n"
        "print(json.dumps([sys.argv[1:], {k: v for k, v in os.environ.items() if k.startswith('SHOTWRIGHT_')}]))\n"
    )
    fake = tmp_path / "a python"
    fake.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -S {shlex.quote(str(script))} "$@"\n')
    fake.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    done = subprocess.run(
        ["make", "--silent", "film", f"IDEA={idea}", "OUT=my $1 film.mp4", f"PYTHON={fake}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        # these tests may run under make themselves: its own variables are not part of what is tried
        env={k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "SHOTWRIGHT_"))},
    )
    assert done.returncode == 0, done.stderr
    arguments, environ = json.loads(done.stdout)
    assert arguments == ["packaging/bootstrap.py", "film"]
    assert environ == {"SHOTWRIGHT_IDEA": idea, "SHOTWRIGHT_OUT": "my $1 film.mp4", "SHOTWRIGHT_QUALITY": ""}
    assert not (tmp_path / "broken").exists()
