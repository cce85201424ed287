"""How long the studio takes from the start of the process to a window that answers.

Run: python tests/benchmarks/studio_start.py [runs]
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CHILD = """
import asyncio, sys, time
began = float(sys.argv[1])
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.studio.opening import Opening
from ui.studio.preferences import Preferences
from ui.studio.theme.style import theme
preferences = Preferences(file=Path(sys.argv[2]) / "p.json")
app = QApplication([])
theme.apply(app, preferences.theme)
opening = Opening()
opening.appear()
first = time.time()
from qasync import QEventLoop
from ui.studio.application import Studio
imported = time.time()
loop = QEventLoop(app)
asyncio.set_event_loop(loop)
studio = Studio(preferences=preferences)
built = time.time()
studio.window.show()
app.processEvents()
shown = time.time()
opening.close()
async def use():
    if len(sys.argv) > 3:
        studio.workspace.open(Path(sys.argv[3]))
    await asyncio.sleep(0)
    studio.window.grab()
loop.run_until_complete(use())
usable = time.time()
print(*(round(t - began, 3) for t in (first, imported, built, shown, usable)))
loop.run_until_complete(studio.shut_down())
loop.close()
"""


def measure(folder: Path, project: Path | None) -> list[float]:
    """Seconds since the process was asked for: first paint, imported, built, window painted, usable."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
    }
    arguments = [sys.executable, "-c", CHILD, str(time.time()), str(folder), *([str(project)] if project else [])]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
    return [float(v) for v in done.stdout.split()]


def main(runs: int = 5) -> None:
    sys.path.insert(0, str(ROOT))
    from app.project import Project
    from tests.support import demo

    with tempfile.TemporaryDirectory() as text:
        folder = Path(text)
        project = folder / "film"
        project.mkdir()
        Project.create(project, demo.film(demo.paint(project))).close()
        print(
            f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; median of {runs} runs"
        )
        print(f"{'':22}{'first':>10}{'imported':>10}{'built':>10}{'window':>10}{'usable':>10}   seconds")
        for name, opened in (("welcome page", None), ("with a film", project)):
            rows = [measure(folder, opened) for _ in range(runs)]
            middle = [statistics.median(column) for column in zip(*rows, strict=True)]
            print(f"{name:22}" + "".join(f"{v:10.2f}" for v in middle))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
