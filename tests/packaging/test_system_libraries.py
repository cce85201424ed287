"""System libraries: which are missing, and the packages that bring them."""

from __future__ import annotations

import pytest
import system_libraries

ENTRIES = system_libraries.table()
EGL = next(each for each in ENTRIES if each["library"] == "libEGL.so.1")
PULSE = next(each for each in ENTRIES if each["library"] == "libpulse.so.0")


def test_every_entry_is_complete_and_named_once():
    assert len({each["library"] for each in ENTRIES}) == len(ENTRIES)
    for each in ENTRIES:
        assert set(each) == {"library", "use", "needed", "packages"}
        assert each["use"] in {"render", "window", "player", "desktop"}
        assert set(each["packages"]) == {"debian", "fedora", "arch"}
        assert all(name.strip() for name in each["packages"].values())


def test_what_cannot_be_loaded_is_missing():
    assert system_libraries.missing(ENTRIES, loads=lambda name: name != "libEGL.so.1") == [EGL]
    assert not system_libraries.loads("libno-such-thing.so.99")


@pytest.mark.parametrize(
    ("release", "family"),
    [
        ('ID=debian\nVERSION_ID="12"', "debian"),
        ('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', "debian"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"', "debian"),
        ("ID=fedora", "fedora"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"', "fedora"),
        ("ID=arch", "arch"),
        ("ID=manjaro\nID_LIKE=arch", "arch"),
        ("ID=alpine", None),
        ("", None),
        ("nonsense", None),
    ],
)
def test_families_are_told_by_os_release(release, family):
    assert system_libraries.family(release) == family


@pytest.mark.parametrize(
    ("family", "command"),
    [
        ("debian", "sudo apt-get install --yes --no-install-recommends libegl1 libpulse0"),
        ("fedora", "sudo dnf install --assumeyes mesa-libEGL pulseaudio-libs"),
        ("arch", "sudo pacman --sync --needed --noconfirm libglvnd libpulse mesa"),
        (None, ""),
    ],
)
def test_the_command_for_a_person(family, command):
    assert system_libraries.install_command([PULSE, EGL, EGL], family) == command


def test_apt_never_asks_and_installs_only_after_an_update():
    calls = []

    def run(command, env):
        calls.append(command)
        assert env["DEBIAN_FRONTEND"] == "noninteractive"
        return 0

    assert system_libraries.install([EGL], run)
    assert [command[1] for command in calls] == ["update", "install"]
    assert calls[1][-1] == "libegl1"
    assert "--yes" in calls[1]


def test_a_failing_update_installs_nothing():
    calls = []
    assert not system_libraries.install([EGL], lambda command, env: calls.append(command) or 100)
    assert len(calls) == 1
