"""What `shotwright export` says stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.project import Project
from tests.support import demo
from ui.commands.export import main_export
from ui.console import EXIT_REJECTED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A film whose eighth shot has no take."""
    made = tmp_path / "film"
    made.mkdir()
    Project.create(made, demo.film(demo.paint(made, 1, (160, 90)))).close()
    return made


def test_only_shots_that_are_exported_are_checked(folder, capsys):
    assert main_export([str(folder), "--check", "--shots", "8"]) == EXIT_REJECTED
    notes = capsys.readouterr().err.splitlines()
    assert [n for n in notes if n.startswith("note: ")]
    main_export([str(folder), "--check"])
    assert len(capsys.readouterr().err.splitlines()) > len(notes)
