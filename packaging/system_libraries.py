"""System libraries that Qt and Blender load on Linux: what is missing and how to get it.

Runs under any Python from 3.8 on, with the standard library only. The list itself is data:
resources/system_libraries.json.
"""

import ctypes
import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "resources" / "system_libraries.json"
_INSTALL = {
    "debian": ["apt-get", "install", "--yes", "--no-install-recommends"],
    "fedora": ["dnf", "install", "--assumeyes"],
    "arch": ["pacman", "--sync", "--needed", "--noconfirm"],
}


def table(path=TABLE):
    """All entries: dicts with library (soname), use, needed, packages (by distribution family)."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)["libraries"]


def loads(soname):
    """True when the dynamic linker finds and accepts the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(entries, loads=loads):
    """The entries whose library cannot be loaded."""
    return [entry for entry in entries if not loads(entry["library"])]


def family(release):
    """The distribution family of an os-release text: "debian", "fedora", "arch" or None."""
    fields = dict(line.split("=", 1) for line in release.splitlines() if "=" in line)
    names = " ".join(fields.get(key, "").strip("\"'") for key in ("ID", "ID_LIKE")).lower().split()
    for known, aliases in (
        ("debian", ("debian", "ubuntu")),
        ("fedora", ("fedora", "rhel", "centos")),
        ("arch", ("arch", "archlinux", "manjaro")),
    ):
        if any(name in aliases for name in names):
            return known
    return None


def this_family():
    """The family of the running system, or None."""
    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            return family(Path(path).read_text(encoding="utf-8"))
        except OSError:
            continue
    return None


def packages(entries, distribution):
    """Names of the packages that bring `entries`, sorted, without repeats."""
    return sorted({name for entry in entries for name in entry["packages"][distribution].split()})


def install_command(entries, distribution, root=False):
    """The command a person types to get `entries` (str), or "" for a distribution we do not know."""
    if distribution not in _INSTALL:
        return ""
    command = _INSTALL[distribution] + packages(entries, distribution)
    return " ".join(map(shlex.quote, command if root else ["sudo", *command]))


def install(entries, run=subprocess.call):
    """Installs `entries` with apt, as far as that goes, never asking back.

    `run(command, env=…)` starts a program and gives its exit status. Look with `missing` what came of it.
    """
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    names = packages(entries, "debian")
    run(["apt-get", "update", "--quiet"], env=quiet)  # one broken source of many is no reason to give up
    if run(_INSTALL["debian"] + names, env=quiet) != 0:
        # A name this release does not know fails the whole command: get at least the others.
        for name in names:
            run([*_INSTALL["debian"], name], env=quiet)


def can_install():
    """True when this process may install packages with apt."""
    return getattr(os, "geteuid", lambda: 1)() == 0 and this_family() == "debian" and bool(shutil.which("apt-get"))
