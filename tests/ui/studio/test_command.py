"""`shotwright studio` where there is no display."""

from __future__ import annotations

import sys

import pytest

from ui import cli


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize("arguments", [[], ["studio"], ["studio", "somewhere"]])
def test_without_a_display_it_says_so(monkeypatch, capsys, arguments):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(arguments) == 1
    assert "no display" in capsys.readouterr().err
