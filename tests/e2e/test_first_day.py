"""A new user's first day, with a producer that paints in place of Blender so that it takes seconds."""

from __future__ import annotations

import pytest

from tests.e2e.desktop import available, desktop
from tests.e2e.first_day import first_day

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not available(), reason="needs Xvfb and xdotool")]


def test_from_an_idea_to_a_film_without_reading_anything(tmp_path):
    with desktop(tmp_path / "home", demo=["takes/none.jpg"]) as desk:
        first_day(desk, tmp_path / "film.mp4")
        # without a window manager nobody gives the focus back when the export window closes
        desk.do("windowfocus", desk.window)
        desk.key("ctrl+s")
        desk.wait(lambda: not desk.state["dirty"])
        desk.key("ctrl+q")
        desk.process.wait(15)
        assert desk.process.returncode == 0
