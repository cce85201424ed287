"""The virtual environment `.venv`: made once, kept current, rebuilt when broken.

A stamp inside it says what it was made from. It is written last, so an interrupted run leaves none
and the next one carries on. Runs under any Python from 3.8 on, with the standard library only.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import interpreters

FORMAT = 1
NEEDED_BYTES = 4 * 1024**3
OLDEST_LIBC = (2, 28)
_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|ConnectTimeout|"
    r"Connection refused|Network is unreachable|ProxyError|Max retries exceeded|"
    r"nodename nor servname|getaddrinfo failed"
)
# Settings that would make pip install somewhere else than into the environment.
_LEADING_ASTRAY = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")


class SetupError(Exception):
    """Setting up failed; the text says what and what to do."""


class Environment:
    """The environment of the checkout at `root` (path)."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.folder = self.root / ".venv"
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")
        self.lock = self.root / "requirements.lock"
        self.stamp_file = self.folder / "shotwright.json"

    def wanted(self):
        """The stamp of an up-to-date environment: dict of str."""
        return {
            "format": str(FORMAT),
            # Scripts and the editable install hold absolute paths: a moved checkout is another one.
            "root": str(self.root),
            "requirements": _digest(self.lock),
            "project": _digest(self.root / "pyproject.toml"),
        }

    def stamp(self):
        """The stamp found, or {} when there is none or it cannot be read."""
        try:
            found = json.loads(self.stamp_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) and self.python.exists() else {}

    def outdated(self):
        """The names of the steps to do, in order: some of "environment", "requirements", "project"."""
        found, wanted = self.stamp(), self.wanted()
        if any(found.get(key) != wanted[key] for key in ("format", "root")):
            return ["environment", "requirements", "project"]
        return [key for key in ("requirements", "project") if found.get(key) != wanted[key]]

    def update(self, say=print):
        """Brings the environment up to date; does nothing when it is. Raises SetupError, InterpreterMissingError."""
        if not self.outdated():
            return
        with exclusive(self.root / ".venv.lock"):
            steps = self.outdated()
            if "environment" in steps:
                self._make(say)
            if "requirements" in steps:
                size = " (about 1 GB to download)" if "environment" in steps else ""
                say(f"Installing the packages of requirements.lock{size} …")
                calm = [] if sys.stdout.isatty() else ["--quiet", "--progress-bar", "off"]
                self._pip(*calm, "--require-hashes", "--no-deps", "--requirement", str(self.lock))
            if "project" in steps:
                self._pip("--quiet", "--no-deps", "--no-build-isolation", "--editable", str(self.root))
            temporary = self.stamp_file.with_suffix(".part")
            temporary.write_text(json.dumps(self.wanted(), indent=1), encoding="utf-8")
            os.replace(temporary, self.stamp_file)

    def usable(self):
        """True when the folder holds a working environment of the right Python, made here, with pip in it."""
        try:
            record = (self.folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
        if str(self.folder) not in record:  # the checkout was moved: scripts point to the old place
            return False
        answer = interpreters.describe([str(self.python)]) if self.python.exists() else None
        if answer is None or interpreters.objection(answer):
            return False
        return self._call(["-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0

    def _make(self, say):
        """A fresh environment, or the one an interrupted run left when that one is sound."""
        if self.usable():
            return
        python = interpreters.find()
        self._remove()
        self._require_space()
        say(f"Making the environment .venv with {python} …")
        if subprocess.call([python, "-m", "venv", str(self.folder)], env=_clean()) != 0:
            raise SetupError(f"{python} could not make the environment {self.folder}; its message is above.")

    def _remove(self):
        """Takes away an unusable .venv; refuses to delete a folder that is something else."""
        if self.folder.is_symlink():
            self.folder.unlink()
        elif self.folder.exists():
            known = {"bin", "lib", "lib64", "include", "share", "scripts", "pyvenv.cfg", ".gitignore", "etc", "man"}
            if not self.folder.is_dir() or not (
                (self.folder / "pyvenv.cfg").exists() or {each.name.lower() for each in self.folder.iterdir()} <= known
            ):
                raise SetupError(f"{self.folder} is not a Python environment. Move it away and try again.")
            shutil.rmtree(self.folder)

    def _require_space(self):
        free = shutil.disk_usage(self.root).free
        if free < NEEDED_BYTES:
            raise SetupError(
                f"Only {free / 1024**3:.1f} GB free at {self.root}; setting up needs {NEEDED_BYTES / 1024**3:.0f} GB."
            )

    def _pip(self, *arguments):
        log = self.folder / "pip.log"
        with contextlib.suppress(OSError):
            log.unlink()
        install = ["-m", "pip", "--disable-pip-version-check", "--no-input", "--log", str(log), "install"]
        if self._call([*install, *arguments]) == 0:
            return
        text = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        if _NETWORK.search(text):
            raise SetupError(
                "The packages could not be fetched: there seems to be no network, or a proxy or mirror does not "
                "answer.\nTry again when online (or set pip up for your mirror); what was fetched is kept."
            )
        if "No space left on device" in text:
            raise SetupError(
                f"The disk is full or the temporary folder ({tempfile.gettempdir()}) is too small: pip needs "
                "about 1 GB there.\nFree some space, or name another folder in TMPDIR."
            )
        raise SetupError(f"pip could not install the packages; its message is above, details are in {log}.")

    def _call(self, arguments, **streams):
        return subprocess.call([str(self.python), *arguments], env=_clean(), stdin=subprocess.DEVNULL, **streams)


@contextlib.contextmanager
def exclusive(path):
    """Holds a lock file, so that two set-ups of one checkout do not run into each other."""
    with open(path, "a+b") as file:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # gives up after ten seconds
                    break
                except OSError:
                    continue
            yield
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _digest(path):
    """SHA-256 of a text file, whatever line ends the checkout gave it."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SetupError(f"cannot read {path}: {error.strerror}") from error
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _clean():
    return {name: value for name, value in os.environ.items() if name not in _LEADING_ASTRAY}


def unsupported(system, machine, libc):
    """Why this kind of machine cannot run Shotwright: a sentence, or "" when it can.

    `system` and `machine` as platform.system() and platform.machine() give them, `libc` as libc() does.
    """
    wheels = {"Linux": ("x86_64", "amd64"), "Windows": ("amd64", "x86_64"), "Darwin": ("arm64",)}
    if machine.lower() not in wheels.get(system, ()):
        kind = f"{system} on {machine}"
    elif system == "Linux" and libc[:2] < OLDEST_LIBC:
        kind = "this Linux, whose C library is " + (f"glibc {libc[0]}.{libc[1]}" if libc else "not glibc")
    else:
        return ""
    return (
        f"Blender has no Python wheel for {kind}. It has them for Linux on x86_64 (glibc 2.28 or newer), "
        "Windows on x86_64 and macOS on Apple silicon."
    )


def libc():
    """The version of glibc, such as (2, 36), or () where the C library is another one."""
    try:
        name, version = os.confstr("CS_GNU_LIBC_VERSION").split()
    except (AttributeError, ValueError, OSError):
        return ()
    return tuple(int(part) for part in version.split(".")) if name == "glibc" else ()
