"""The layers one by one: what a filter decides on each architecture, and honesty where a system lacks one."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from render.sandbox import calls, landlock, limits, seccomp
from render.sandbox.confine import _layer
from render.sandbox.layers import Layer, NotAvailable
from render.sandbox.paths import readable

PID = 4242


def decision(machine: str, number: int, *arguments: int, audit: int | None = None) -> int:
    """The error a call gets from the filter, 0 when it is allowed: the filter, interpreted."""
    column, own, _ = calls.ARCHITECTURES[machine]
    words = {seccomp.NUMBER: number, seccomp.ARCHITECTURE: own if audit is None else audit}
    for index, value in enumerate(arguments):
        words[16 + 8 * index], words[20 + 8 * index] = value & 0xFFFFFFFF, value >> 32
    program, at, held = seccomp.program(column, own, PID), 0, 0
    while True:
        code, yes, no, value = program[at]
        at += 1
        if code == seccomp.RETURN:
            return 0 if value == seccomp.ALLOW else value & 0xFFFF
        if code == seccomp.LOAD:
            held = words.get(value, 0)
        else:
            true = {
                seccomp.EQUAL: held == value,
                seccomp.AT_LEAST: held >= value,
                seccomp.ANY_BIT: bool(held & value),
            }[code]
            at += yes if true else no


@pytest.mark.parametrize("machine", calls.ARCHITECTURES)
def test_every_listed_call_is_refused(machine):
    column = calls.ARCHITECTURES[machine][0]
    for name, numbers in calls.REFUSED.items():
        if numbers[column] is not None:
            assert decision(machine, numbers[column]) == errno.EPERM, name


@pytest.mark.parametrize("machine", calls.ARCHITECTURES)
def test_threads_are_allowed_and_processes_are_not(machine):
    clone = calls.NEW_THREAD["clone"][calls.ARCHITECTURES[machine][0]]
    assert decision(machine, clone, 0x3D0F00) == 0
    assert decision(machine, clone, 0x11) == errno.EPERM
    assert decision(machine, 435) == errno.ENOSYS


@pytest.mark.parametrize("machine", calls.ARCHITECTURES)
def test_a_worker_may_end_itself_and_nobody_else(machine):
    column = calls.ARCHITECTURES[machine][0]
    for numbers in calls.OWN_PROCESS.values():
        assert decision(machine, numbers[column], PID) == 0
        for other in (0, 1, PID + 1, 0xFFFFFFFF):
            assert decision(machine, numbers[column], other) == errno.EPERM


@pytest.mark.parametrize("machine", calls.ARCHITECTURES)
def test_limits_may_be_read_and_not_set(machine):
    number = calls.NO_CHANGE["prlimit64"][0][calls.ARCHITECTURES[machine][0]]
    assert decision(machine, number, 0, 7, 0, 2**40) == 0
    assert decision(machine, number, 0, 7, 2**32, 0) == errno.EPERM
    assert decision(machine, number, 0, 7, 16, 0) == errno.EPERM


def test_calls_of_another_architecture_are_refused():
    assert decision("x86_64", 39, audit=0x40000003) == errno.EPERM
    assert decision("x86_64", 0x40000000 + 39) == errno.EPERM
    assert decision("x86_64", 39) == 0


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_a_system_without_a_layer_is_told_apart(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    for apply in (lambda: landlock.restrict(readable(), [], []), seccomp.restrict):
        layer = _layer("some", apply)
        assert not layer.active
        assert layer.detail.startswith("not available: ")


def test_a_kernel_without_landlock_is_told_apart(monkeypatch):
    def missing(*_: object) -> int:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(landlock, "_call", missing)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(NotAvailable, match="no Landlock"):
        landlock.version()


def test_a_processor_nobody_knows_is_told_apart(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "pdp11")
    with pytest.raises(NotAvailable, match="pdp11"):
        seccomp.restrict()


def test_what_the_system_refuses_is_said():
    def refused() -> str:
        raise OSError(errno.EPERM, "Operation not permitted")

    assert _layer("files", refused) == Layer("files", False, "refused by the system: Operation not permitted")


def test_addresses_are_not_limited_under_a_graphics_driver():
    code = (
        "from render.sandbox import limits; limits.has_graphics_card = lambda: True; print(limits.restrict());"
        "import resource; print(resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY)"
    )
    if sys.platform == "win32":
        with pytest.raises(NotAvailable):
            limits.restrict()
        return
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    told, unlimited = done.stdout.splitlines()
    assert told.startswith("memory watched from outside")
    assert unlimited == "True"


def test_nothing_of_a_persons_is_readable():
    found = readable().files
    assert not [each for each in found if each in (Path("/"), Path.home(), Path("/etc"), Path("/tmp"), Path("/proc"))]
    assert Path(sys.prefix) in found


def test_the_module_tells_all_layers():
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-m", "render.sandbox"], cwd=root, capture_output=True, text=True, check=True
    )  # fmt: skip
    assert [each["name"] for each in json.loads(done.stdout)] == ["privileges", "files", "limits", "system calls"]
