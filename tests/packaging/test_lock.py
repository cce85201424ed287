"""The lock file: what pyproject.toml asks for, in exact versions, by hash, from anywhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]


@pytest.fixture(scope="module")
def text() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pinned(text) -> dict[str, tuple[str, str]]:
    """Name -> exact version and the lines of its hashes."""
    entries = re.findall(r"^([\w.-]+)==(\S+)(.*(?:\n    --hash=.*)*)", text, re.MULTILINE)
    return {canonicalize_name(name): (version, rest) for name, version, rest in entries}


@pytest.mark.parametrize("asked", ASKED)
def test_every_dependency_is_pinned_to_a_version_it_allows(pinned, asked):
    wanted = Requirement(asked)
    version = pinned.get(canonicalize_name(wanted.name), ("", ""))[0]
    assert version, f"run `make lock`: {asked} is not in requirements.lock"
    assert wanted.specifier.contains(version), f"run `make lock`: {version} is pinned, {asked} is asked for"


def test_everything_is_checked_by_hash_and_no_index_is_named(text, pinned):
    assert len(pinned) > len(ASKED)
    assert not [name for name, (_, rest) in pinned.items() if "--hash=sha256:" not in rest]
    assert not re.search(r"://|^\s*-i|--index|--extra-index|--find-links|--trusted", text, re.MULTILINE)
