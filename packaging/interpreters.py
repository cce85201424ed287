"""Finds the Python that Blender's wheels are made for.

Runs under any Python from 3.8 on, with the standard library only.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = (3, 13)
_NAME = "{}.{}".format(*VERSION)
_QUESTION = """
import importlib.util, json, struct, sys, sysconfig
print(json.dumps({
    "executable": getattr(sys, "_base_executable", None) or sys.executable,
    "version": list(sys.version_info[:3]),
    "implementation": sys.implementation.name,
    "bits": struct.calcsize("P") * 8,
    "threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""


class InterpreterMissingError(Exception):
    """No usable Python. `seen` maps the interpreters found to what speaks against each."""

    def __init__(self, seen):
        super().__init__(f"no CPython {_NAME} found")
        self.seen = dict(seen)


def candidates(environ, home, platform=sys.platform):
    """Yields command prefixes (lists of str) that may start a Python 3.13, likeliest first.

    `environ` is the environment to search with, `home` the user's folder, `platform` as sys.platform.
    Nothing is started here: a candidate need not exist or work.
    """
    windows = platform == "win32"
    binary = "python.exe" if windows else f"bin/python{_NAME}"
    if environ.get("SHOTWRIGHT_PYTHON"):
        yield [environ["SHOTWRIGHT_PYTHON"]]
    yield [sys.executable]
    for name in (f"python{_NAME}", "python3", "python"):
        found = shutil.which(name, path=environ.get("PATH", os.defpath))
        if found:
            yield [found]
    if windows and shutil.which("py", path=environ.get("PATH", os.defpath)):
        yield ["py", f"-{_NAME}"]
    for folder in _managed(environ, Path(home), windows):
        for each in sorted(folder[0].glob(folder[1]), key=_by_version, reverse=True):
            yield [str(each / binary)]
    for fixed in _installers(environ, Path(home), platform):
        yield [str(fixed)]
    uv = shutil.which("uv", path=environ.get("PATH", os.defpath)) or Path(home, ".local/bin/uv")
    if Path(uv).exists():
        yield [str(uv), "run", "--no-project", "--no-python-downloads", "--python", _NAME, "python"]


def _managed(environ, home, windows):
    """(folder, pattern) pairs where version managers keep Pythons."""
    data = Path(environ.get("XDG_DATA_HOME") or home / ".local/share")
    if windows:
        roaming = Path(environ.get("APPDATA") or home / "AppData/Roaming")
        pyenv = Path(environ.get("PYENV_ROOT") or home / ".pyenv/pyenv-win")
        uv = roaming / "uv/python"
    else:
        pyenv = Path(environ.get("PYENV_ROOT") or home / ".pyenv")
        uv = data / "uv/python"
    yield pyenv / "versions", f"{_NAME}.*"
    yield Path(environ.get("UV_PYTHON_INSTALL_DIR") or uv), f"cpython-{_NAME}*"
    yield Path(environ.get("MISE_DATA_DIR") or data / "mise") / "installs/python", f"{_NAME}*"
    yield Path(environ.get("ASDF_DATA_DIR") or home / ".asdf") / "installs/python", f"{_NAME}.*"


def _installers(environ, home, platform):
    """Where installers and package managers put a Python outside PATH."""
    digits = "".join(map(str, VERSION))
    if platform == "win32":
        local = Path(environ.get("LOCALAPPDATA") or home / "AppData/Local")
        yield local / f"Programs/Python/Python{digits}/python.exe"
        yield Path(environ.get("ProgramFiles") or "C:/Program Files") / f"Python{digits}/python.exe"
    elif platform == "darwin":
        yield Path(f"/Library/Frameworks/Python.framework/Versions/{_NAME}/bin/python{_NAME}")
        yield Path(f"/opt/homebrew/opt/python@{_NAME}/bin/python{_NAME}")
    else:
        yield Path(f"/usr/local/bin/python{_NAME}")
        yield Path(f"/opt/python/{_NAME}/bin/python{_NAME}")


def _by_version(folder):
    """Sort key: the numbers in a folder's name, so that 3.13.10 comes after 3.13.9."""
    digits = "".join(char if char.isdigit() else " " for char in folder.name)
    return [int(number) for number in digits.split()]


def describe(command, timeout=30):
    """Asks the Python behind `command` (list of str) what it is: a dict, or None if it does not answer.

    Keys: executable (of the base installation, never of an environment), version (three numbers),
    implementation, bits, threaded (free-threaded build), venv (can make environments).
    """
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    try:
        answer = subprocess.run(
            [*command, "-I", "-c", _QUESTION],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=clean,
            timeout=timeout,
            check=True,
        ).stdout
        return json.loads(answer.decode("utf-8"))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def objection(answer):
    """What speaks against an interpreter described by `describe`: a sentence, or "" for nothing."""
    version = ".".join(map(str, answer["version"]))
    if tuple(answer["version"][:2]) != VERSION:
        return f"is Python {version}, not {_NAME}"
    if answer["implementation"] != "cpython":
        return f"is {answer['implementation']}, not CPython"
    if answer["threaded"]:
        return "is the free-threaded build, for which Blender has no wheel"
    if answer["bits"] != 64:
        return "is a 32-bit build"
    if not answer["venv"]:
        return f"cannot make environments: its venv module is missing (Debian, Ubuntu: python{_NAME}-venv)"
    return ""


def find(environ=None, home=None, ask=describe):
    """Path of the first usable Python 3.13. Raises InterpreterMissingError."""
    seen = {}
    tried = set()
    for command in candidates(os.environ if environ is None else environ, home or Path.home()):
        if tuple(command) in tried:
            continue
        tried.add(tuple(command))
        answer = ask(command)
        if answer is None:
            continue
        against = objection(answer)
        if not against:
            return answer["executable"]
        seen[answer["executable"]] = against
    raise InterpreterMissingError(seen)
