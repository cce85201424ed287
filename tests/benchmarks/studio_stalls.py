"""How long the window ever stands still while Blender works: every gap between two turns of the event loop.

Run: python tests/benchmarks/studio_stalls.py [seconds] [--where]

Opens a sample and, once the crew is ready, stages its shots anew with real workers; all the time it chooses shots and
changes views, pages and the scroll, eight times a second. Prints for each of the two parts the longest gaps and, with
--where, what the window was doing in them (looking into a running thread can end the process).
"""

from __future__ import annotations

import argparse
import asyncio
import faulthandler
import os
import platform
import re
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

STALL_MS = 50.0
TICK_MS = 5


class Heart:
    """Beats with the event loop; a second thread writes down where the main thread is when a beat is late."""

    def __init__(self, where: bool) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.gaps: list[tuple[float, str]] = []
        self.beats = 0
        self._last = time.perf_counter()
        self._place = ""
        self._main = threading.get_ident()
        self._on = True
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(TICK_MS)
        if where:
            threading.Thread(target=self._watch, daemon=True).start()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap = 1000 * (now - self._last)
        self.beats += 1
        if gap > STALL_MS:
            self.gaps.append((gap, self._place))
        self._last, self._place = now, ""

    def _watch(self) -> None:
        while self._on:
            time.sleep(0.01)
            if 1000 * (time.perf_counter() - self._last) > STALL_MS and not self._place:
                self._place = self._where() or "in Qt itself"

    def _where(self) -> str:
        # faulthandler looks without touching: a frame held from here would keep painters alive past their widgets.
        with tempfile.TemporaryFile("w+") as file:
            faulthandler.dump_traceback(file)
            file.seek(0)
            threads = file.read().split("\n\n")
        mine = next((t for t in threads if f"{self._main:x}" in t.splitlines()[0]), "")
        found = re.findall(r'File "([^"]+)", line (\d+) in (\w+)', mine)
        found = [each for each in found if "site-packages" not in each[0] and "importlib" not in each[0]]
        ours = [f"{Path(f).name}:{line} {name}" for f, line, name in found]
        return " < ".join(t for t in ours if not t.startswith(("studio_stalls", "runners", "base_events")))[:200]

    def begin(self) -> None:
        """Forgets what was before."""
        self.gaps.clear()
        self.beats, self._last = 0, time.perf_counter()

    def stop(self) -> None:
        self._on = False
        self._timer.stop()


async def use(studio, seconds: float) -> int:
    """Works in the window for that long, one thing in a turn of the loop. Returns how many shots were chosen."""
    window, done = studio.window, 0
    ids = [s.id for s in studio.workspace.film.shots()]
    views = ("grid", "strip", "timeline", "screenplay")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        studio.workspace.select(ids[done % len(ids)])
        await asyncio.sleep(0.01)
        if done % 5 == 0:
            window.set_view(views[done // 5 % len(views)])
            await asyncio.sleep(0.01)
        if done % 7 == 0:
            window.inspector.show_page(("guidance", "dialogue", "review", "takes")[done // 7 % 4])
            await asyncio.sleep(0.01)
        if done % 3 == 0:
            bar = window.board.verticalScrollBar()
            bar.setValue(bar.maximum() if bar.value() == 0 else 0)
            await asyncio.sleep(0.01)
        if done % 11 == 0:
            window.player.seek(done * 7 % max(window.player.running.length, 1))
        done += 1
        await asyncio.sleep(0.1)
    return done


def report(heart: Heart, what: str) -> None:
    """Prints how long the window stood still."""
    gaps = sorted(heart.gaps, reverse=True)
    middle = statistics.median([g for g, _ in gaps]) if gaps else 0.0
    longest = gaps[0][0] if gaps else 0
    print(f"{what}: {heart.beats} beats, {len(gaps)} gaps over {STALL_MS:.0f} ms", end="")
    print(f", the longest {longest:.0f} ms, half of them under {middle:.0f} ms" if gaps else "")
    for gap, place in gaps[:6]:
        print(f"{gap:8.0f} ms  {place}")


def main(seconds: float, where: bool) -> int:
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    from ui.studio.application import Studio, event_loop
    from ui.studio.preferences import Preferences
    from ui.studio.samples import copy, samples

    loop = event_loop(app)

    async def run(folder: Path) -> None:
        studio = Studio(preferences=Preferences(file=folder / "p.json", folder=str(folder)))
        studio.window.resize(1440, 900)
        studio.window.show()
        await asyncio.sleep(0.5)
        heart = Heart(where)
        studio.window.films.open_folder(copy(samples()[0], folder))
        done, begun = 0, time.perf_counter()
        while studio.production.producer is None:
            done += await use(studio, 1.0)
        took = time.perf_counter() - begun
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        report(heart, f"{done} things done in {took:.0f} s while the crew is made ready")
        work = studio.production.regenerate([s.id for s in studio.workspace.film.shots()])
        await asyncio.sleep(5)  # until the workers are at it
        heart.begin()
        done = await use(studio, seconds)
        heart.stop()
        state = work.message if work.open else work.state
        report(heart, f"{done} things done in {seconds:.0f} s while regenerating ({state})")
        await studio.shut_down()

    with tempfile.TemporaryDirectory() as text, loop:
        loop.run_until_complete(run(Path(text)))
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures how long the window stands still while Blender works.")
    parser.add_argument("seconds", type=float, nargs="?", default=30.0)
    parser.add_argument("--where", action="store_true")
    options = parser.parse_args()
    sys.exit(main(options.seconds, options.where))
