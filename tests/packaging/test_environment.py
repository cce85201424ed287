"""The environment: made once, brought up to date in steps, repaired when broken, never at the cost of anything else."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time

import environment
import interpreters
import pytest


@pytest.fixture
def checkout(tmp_path):
    """A folder with spaces and quotes in its path that holds what an environment is made from."""
    root = tmp_path / 'it\'s a "checkout" $HOME'
    root.mkdir()
    (root / "requirements.lock").write_text("one==1\n")
    (root / "pyproject.toml").write_text("[project]\n")
    return root


@pytest.fixture
def env(checkout, monkeypatch):
    """An environment whose pip is replaced by a list of the steps asked of it."""
    made = environment.Environment(checkout)
    made.steps = []
    monkeypatch.setattr(interpreters, "find", lambda: sys.executable)
    monkeypatch.setattr(made, "_pip", lambda *arguments: made.steps.append(arguments[-2]))
    # Real environments with pip take seconds to make; a bare one will do.
    real = subprocess.call
    monkeypatch.setattr(
        environment.subprocess,
        "call",
        lambda command, **more: real([*command, "--without-pip"] if "venv" in command else command, **more),
    )
    monkeypatch.setattr(made, "_call", lambda arguments, **streams: 0)
    return made


def quiet(text):
    pass


def test_a_fresh_checkout_needs_everything_and_then_nothing(env):
    assert env.outdated() == ["environment", "requirements", "project"]
    env.update(quiet)
    assert env.steps == ["--requirement", "--editable"]
    assert env.outdated() == []
    env.update(quiet)
    assert len(env.steps) == 2


@pytest.mark.parametrize(
    ("file", "outdated"),
    [("requirements.lock", ["requirements"]), ("pyproject.toml", ["project"])],
)
def test_a_change_redoes_only_what_depends_on_it(env, file, outdated):
    env.update(quiet)
    (env.root / file).write_text("changed")
    assert env.outdated() == outdated


def test_line_ends_of_the_checkout_do_not_count(env):
    env.update(quiet)
    (env.root / "requirements.lock").write_bytes(b"one==1\r\n")
    assert env.outdated() == []


def test_an_interrupted_set_up_carries_on(env, monkeypatch):
    def interrupted(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(env, "_pip", interrupted)
        with pytest.raises(KeyboardInterrupt):
            env.update(quiet)
    marker = env.folder / "kept"
    marker.touch()
    env.update(quiet)
    assert env.outdated() == []
    assert marker.exists()


def test_a_half_made_environment_is_made_anew(env):
    (env.folder / "bin").mkdir(parents=True)
    (env.folder / "lib").mkdir()
    env.update(quiet)
    assert env.outdated() == []
    assert env.usable()


def test_an_environment_whose_python_is_gone_is_made_anew(env):
    env.update(quiet)
    env.python.unlink()
    assert "environment" in env.outdated()
    env.update(quiet)
    assert env.python.exists()


def test_an_environment_of_another_python_is_made_anew(env, monkeypatch):
    env.update(quiet)
    env.stamp_file.unlink()
    marker = env.folder / "old"
    marker.touch()
    answer = interpreters.describe([str(env.python)])
    with monkeypatch.context() as patch:
        patch.setattr(interpreters, "describe", lambda command: answer | {"version": [3, 12, 1]})
        assert not env.usable()
        env.update(quiet)
    assert not marker.exists()


def test_a_moved_checkout_gets_a_new_environment(env):
    env.update(quiet)
    moved = env.root.with_name("moved")
    env.root.rename(moved)
    after = environment.Environment(moved)
    assert after.outdated() == ["environment", "requirements", "project"]
    assert not after.usable()


def test_an_unreadable_stamp_counts_as_none(env):
    env.update(quiet)
    for text in ("", "{", "[]", json.dumps({"format": "0"})):
        env.stamp_file.write_text(text)
        assert "environment" in env.outdated()


def test_a_folder_that_is_no_environment_is_left_alone(env):
    env.folder.mkdir()
    (env.folder / "thesis.txt").write_text("years of work")
    with pytest.raises(environment.SetupError, match="not a Python environment"):
        env.update(quiet)
    assert (env.folder / "thesis.txt").exists()


def test_a_link_is_cut_and_what_it_points_to_kept(env, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    env.folder.symlink_to(elsewhere)
    env.update(quiet)
    assert (elsewhere / "precious").exists()
    assert not env.folder.is_symlink()


def test_a_full_disk_is_noticed_before_anything_is_fetched(env, monkeypatch):
    monkeypatch.setattr(environment.shutil, "disk_usage", lambda path: _Usage())
    with pytest.raises(environment.SetupError, match=r"0\.5 GB free"):
        env.update(quiet)
    assert env.steps == []


class _Usage:
    free = 2**29


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "no network"),
        ("OSError: [Errno 28] No space left on device", "TMPDIR"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "pip could not install"),
    ],
)
def test_a_failing_pip_is_explained(checkout, monkeypatch, said, told):
    env = environment.Environment(checkout)
    env.folder.mkdir()

    def pip(arguments, **streams):
        (env.folder / "pip.log").write_text(said)
        return 1

    monkeypatch.setattr(env, "_call", pip)
    with pytest.raises(environment.SetupError, match=told):
        env._pip("anything")


def test_settings_that_lead_pip_astray_are_kept_from_it(monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "file:///mirror")
    clean = environment._clean()
    assert "PIP_TARGET" not in clean
    assert "PYTHONPATH" not in clean
    assert clean["PIP_INDEX_URL"] == "file:///mirror"


def test_two_set_ups_wait_for_each_other(tmp_path):
    order = []

    def second():
        with environment.exclusive(tmp_path / "lock"):
            order.append("second")

    with environment.exclusive(tmp_path / "lock"):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.05)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    ("system", "machine", "libc", "fault"),
    [
        ("Linux", "x86_64", (2, 36), ""),
        ("Linux", "x86_64", (2, 28), ""),
        ("Windows", "AMD64", (), ""),
        ("Darwin", "arm64", (), ""),
        ("Linux", "x86_64", (2, 17), "glibc 2.17"),
        ("Linux", "x86_64", (), "not glibc"),
        ("Linux", "aarch64", (2, 36), "Linux on aarch64"),
        ("Darwin", "x86_64", (), "Darwin on x86_64"),
        ("Windows", "ARM64", (), "Windows on ARM64"),
        ("FreeBSD", "amd64", (), "FreeBSD"),
    ],
)
def test_machines_without_a_wheel_of_blender_are_told(system, machine, libc, fault):
    said = environment.unsupported(system, machine, libc)
    assert (fault in said) if fault else said == ""
