"""What commands tell while they work, where there is no terminal to draw bars on."""

from __future__ import annotations

import pytest

from agents.production.progress import Progress
from ui import console as module
from ui.console import Console


@pytest.mark.parametrize(("every", "lines"), [(0.0, 3), (1000.0, 1)])
def test_a_log_file_gets_a_line_of_progress_now_and_then(capsys, monkeypatch, every, lines):
    monkeypatch.setattr(module, "EVERY", every)
    with Console(as_json=False) as console:
        console.progress(Progress("started", "job-1", "Rendering"))
        console.progress(Progress("progress", "job-1", "Rendering", done=1, total=4, eta_s=30.2))
        console.progress(Progress("progress", "job-2", "Shot 5", shot="shot-5", done=1, total=4))
        console.progress(Progress("progress", "job-1", "Rendering", done=2, total=4))
        console.progress(Progress("done", "job-1", "Rendering"))
    told = capsys.readouterr().err.strip().splitlines()
    assert told == ["Rendering …", "Rendering: 1 of 4, 30 s left", "Rendering: 2 of 4"][:lines]
