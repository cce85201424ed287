"""Finding Python 3.13 among what a machine may hold."""

from __future__ import annotations

import sys
from pathlib import Path

import interpreters
import pytest

GOOD = {"version": [3, 13, 2], "implementation": "cpython", "bits": 64, "threaded": False, "venv": True}


def python(folder: Path, name: str = "python3.13") -> Path:
    """An empty file that looks like a Python."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.touch(mode=0o755)
    return path


def find(home: Path, answers: dict[Path, dict | None], environ: dict[str, str] | None = None) -> str:
    """Searches `home` with made-up answers; every other candidate stays silent."""
    known = {
        str(path): None if answer is None else answer | {"executable": str(path)} for path, answer in answers.items()
    }
    return interpreters.find({"PATH": ""} | (environ or {}), home, ask=lambda command: known.get(command[0]))


@pytest.mark.parametrize(
    "folder",
    [
        ".pyenv/versions/3.13.4/bin",
        ".local/share/uv/python/cpython-3.13.9-linux-x86_64-gnu/bin",
        ".local/share/mise/installs/python/3.13.1/bin",
        ".asdf/installs/python/3.13.1/bin",
    ],
)
def test_pythons_of_version_managers_are_found(tmp_path, folder):
    path = python(tmp_path / folder)
    assert find(tmp_path, {path: GOOD}) == str(path)


@pytest.mark.parametrize(
    ("variable", "rest"),
    [
        ("PYENV_ROOT", "versions/3.13.0/bin"),
        ("UV_PYTHON_INSTALL_DIR", "cpython-3.13.0-macos-aarch64-none/bin"),
        ("XDG_DATA_HOME", "uv/python/cpython-3.13.0-linux-x86_64-gnu/bin"),
    ],
)
def test_folders_named_by_the_environment_are_searched(tmp_path, variable, rest):
    path = python(tmp_path / "elsewhere" / rest)
    assert find(tmp_path / "home", {path: GOOD}, {variable: str(tmp_path / "elsewhere")}) == str(path)


def test_windows_layouts_are_searched(tmp_path):
    pyenv = tmp_path / ".pyenv/pyenv-win/versions/3.13.3"
    uv = tmp_path / "roaming/uv/python/cpython-3.13.3-windows-x86_64-none"
    for folder in (pyenv, uv):
        python(folder, "python.exe")
    environ = {"PATH": "", "APPDATA": str(tmp_path / "roaming"), "LOCALAPPDATA": str(tmp_path / "local")}
    found = [command[0] for command in interpreters.candidates(environ, tmp_path, "win32")]
    assert str(pyenv / "python.exe") in found
    assert str(uv / "python.exe") in found
    assert str(tmp_path / "local/Programs/Python/Python313/python.exe") in found


def test_a_shim_that_does_not_start_is_passed_by(tmp_path):
    # pyenv puts python3.13 on PATH even where no 3.13 is chosen; starting it fails.
    shim = python(tmp_path / "shims")
    real = python(tmp_path / ".pyenv/versions/3.13.0/bin")
    assert find(tmp_path, {shim: None, real: GOOD}, {"PATH": str(tmp_path / "shims")}) == str(real)


def test_the_newest_patch_release_is_preferred(tmp_path):
    paths = [python(tmp_path / f".pyenv/versions/3.13.{patch}/bin") for patch in (2, 10, 9)]
    assert find(tmp_path, dict.fromkeys(paths, GOOD)) == str(paths[1])


def test_a_python_named_by_hand_comes_first(tmp_path):
    mine, other = python(tmp_path / "mine"), python(tmp_path / ".pyenv/versions/3.13.0/bin")
    assert find(tmp_path, {mine: GOOD, other: GOOD}, {"SHOTWRIGHT_PYTHON": str(mine)}) == str(mine)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"version": [3, 12, 7]}, "3.12.7"),
        ({"version": [3, 14, 0]}, "3.14.0"),
        ({"implementation": "pypy"}, "pypy"),
        ({"threaded": True}, "free-threaded"),
        ({"bits": 32}, "32-bit"),
        ({"venv": False}, "venv"),
    ],
)
def test_an_unusable_python_is_named_with_its_fault(tmp_path, change, word):
    path = python(tmp_path / ".pyenv/versions/3.13.0/bin")
    with pytest.raises(interpreters.InterpreterMissingError) as caught:
        find(tmp_path, {path: GOOD | change})
    assert word in caught.value.seen[str(path)]


def test_this_python_describes_itself():
    answer = interpreters.describe([sys.executable])
    assert answer["version"] == list(sys.version_info[:3])
    assert interpreters.objection(answer) == ""
    # The base installation, so that an environment can be made anew while one of its own is active.
    assert Path(answer["executable"]).resolve() == Path(sys._base_executable).resolve()


@pytest.mark.parametrize("command", [["/nowhere/python3.13"], ["true"], ["false"], ["echo", "no json"]])
def test_a_command_that_is_no_python_describes_nothing(command):
    assert interpreters.describe(command) is None
