"""The picture before the window."""

from __future__ import annotations

import os
import subprocess
import sys

from ui.studio.opening import Opening

FIRST = """
import sys
from ui.studio.opening import Opening

def shown(self):
    appear(self)
    print(self.isVisible(), *sorted(m for m in ("asyncio", "ui.studio.window", "app.document") if m in sys.modules))
    sys.exit()

appear, Opening.appear = Opening.appear, shown
from ui.studio.opening import run
run(safe=True)
"""


def test_the_picture_says_what_is_opened_and_is_painted_at_once(qtbot):
    opening = Opening("The spare key")
    qtbot.addWidget(opening)
    before = opening.grab().toImage()
    opening.appear()
    assert opening.isVisible()
    assert "The spare key" in opening.accessibleName()
    long = Opening("A film with a name much too long for the little picture it is shown in at the start " * 2)
    qtbot.addWidget(long)
    right = long.grab().toImage().copy(long.width() - 24, 1, 22, long.height() - 2)
    empty = before.copy(long.width() - 24, 1, 22, long.height() - 2)
    assert right == empty, "a long name runs into the edge"


def test_it_is_on_the_screen_before_the_studio_is_read():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, env=environment, timeout=60)
    assert done.stdout.split() == ["True"], done.stdout + done.stderr
