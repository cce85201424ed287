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


@pytest.fixture
def apt():
    """Stands for apt: notes what is asked, and fails for the words in `apt.bad`."""

    def run(command, env):
        assert env["DEBIAN_FRONTEND"] == "noninteractive"
        run.calls.append(command[1:])
        return 100 if run.bad & set(command) else 0

    run.calls, run.bad = [], set()
    return run


def test_apt_never_asks_and_installs_after_an_update(apt):
    system_libraries.install([EGL, PULSE], apt)
    assert [command[0] for command in apt.calls] == ["update", "install"]
    assert apt.calls[1][-2:] == ["libegl1", "libpulse0"]
    assert "--yes" in apt.calls[1]


def test_a_failing_update_is_no_reason_to_give_up(apt):
    apt.bad = {"update"}
    system_libraries.install([EGL], apt)
    assert apt.calls[-1][-1] == "libegl1"


def test_a_package_of_another_name_does_not_keep_the_others_out(apt):
    apt.bad = {"libegl1"}
    system_libraries.install([EGL, PULSE], apt)
    assert apt.calls[-1][-1] == "libpulse0"
    assert "libegl1" not in apt.calls[-1]
