"""How smoothly the storyboard scrolls with many shots, and how much memory it takes.

Run: python tests/benchmarks/studio_scroll.py [shots]
"""

from __future__ import annotations

import asyncio
import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import psutil
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.document import Film, Scene
from app.edits import MoveShots, SetField
from app.project import Project
from tests.support import demo
from tests.support.engine import DemoEngine
from ui.studio.application import Studio
from ui.studio.preferences import Preferences


def film(count: int, pictures: list[str]) -> Film:
    """A film of that many shots in scenes of thirty, each with keyframes of its own."""
    shots = []
    while len(shots) < count:
        n = len(shots)
        for shot in demo.film(pictures[n % len(pictures) :] + pictures[: n % len(pictures)]).shots():
            number = len(shots)
            takes = [t.model_copy(update={"id": f"t{number}-{t.number}"}) for t in shot.takes]
            update = {"id": f"s{number}", "takes": takes, "active_take": takes[-1].id if takes else None}
            shots.append(shot.model_copy(update=update))
    base = demo.film()
    base.scenes = [Scene(heading=f"Scene {n}", shots=shots[n : min(n + 30, count)]) for n in range(0, count, 30)]
    return base


async def _open(studio: Studio, folder: Path) -> float:
    """Opens a film and waits until all that this starts is done. The time when the film was there."""
    studio.workspace.open(folder)
    while studio.production.producer is None:
        await asyncio.sleep(0.001)
    opened = time.perf_counter()
    while studio.production.tasks.running:
        await asyncio.sleep(0.05)
    return opened


def main(count: int = 1000) -> None:
    app = QApplication([])
    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    with tempfile.TemporaryDirectory() as text:
        folder = Path(text) / "film"
        folder.mkdir()
        pictures = demo.paint(folder, 300, (640, 360))
        Project.create(folder, film(count, pictures)).close()
        studio = Studio(DemoEngine(), Preferences(file=Path(text) / "p.json"))
        studio.window.resize(1600, 900)
        studio.window.show()
        began = time.perf_counter()
        opened = loop.run_until_complete(_open(studio, folder)) - began
        board = studio.window.board
        print(f"{platform.machine()}, {os.cpu_count()} cores, {count} shots, window 1600x900; opened in {opened:.2f} s")
        print(f"{'':26}{'median':>9}{'worst':>9}   ms")
        for name in ("first pass", "second pass"):
            steps = []
            bar = board.verticalScrollBar()
            bar.setValue(0)
            while bar.value() < bar.maximum():
                before = time.perf_counter()
                bar.setValue(bar.value() + 60)
                app.processEvents()
                steps.append((time.perf_counter() - before) * 1000)
            print(f"{'scroll, ' + name:26}{statistics.median(steps):9.2f}{max(steps):9.2f}")
        for name, edit in (
            ("typing one letter", lambda n: SetField(target="s500", field="guidance.scene", value="x" * n)),
            (
                "moving a shot",
                lambda n: MoveShots(shots=["s10"], scene=studio.workspace.film.scenes[n % 9].id, index=0),
            ),
        ):
            steps = []
            for n in range(20):
                before = time.perf_counter()
                studio.workspace.apply(edit(n))
                app.processEvents()
                steps.append((time.perf_counter() - before) * 1000)
            print(f"{name:26}{statistics.median(steps):9.2f}{max(steps):9.2f}")
        memory = psutil.Process().memory_info().rss / 2**20
        print(f"resident memory {memory:.0f} MB, of which pictures {studio.window.thumbnails.memory / 2**20:.0f} MB")
        loop.run_until_complete(studio.shut_down())
    loop.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
