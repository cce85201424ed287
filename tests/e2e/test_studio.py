"""The studio under a real X server, with a real mouse and keyboard: drag, type, undo, close."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.project import Project, load_film
from tests.support import demo

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason="needs Xvfb and xdotool"),
]

CHILD = """
import sys
from pathlib import Path
import ui.studio.application as application
from tests.support.engine import DemoEngine
from ui.studio.preferences import Preferences
folder = Path(sys.argv[1])
application.HouseEngine = lambda: DemoEngine(["takes/demo/key-0.jpg"], 0.05)
application.Preferences.load = classmethod(lambda cls, file=None: Preferences(file=folder.parent / "preferences.json"))
sys.exit(application.run(folder))
"""


class Desktop:
    """A display with the studio on it."""

    def __init__(self, display: str, folder: Path):
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        self.folder = folder
        self.process = subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], env=self.environment, cwd=ROOT)
        self.window = self._wait(lambda: self.do("search", "--onlyvisible", "--name", "The right words").split())[0]
        self.do(
            "windowsize", self.window, "1280", "720", "windowmove", self.window, "0", "0", "windowfocus", self.window
        )
        time.sleep(1)

    def do(self, *arguments: str) -> str:
        """One call of xdotool; its output."""
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True)
        return done.stdout

    @staticmethod
    def _wait(found, limit_s: float = 120):
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            value = found()
            if value:
                return value
            time.sleep(0.1)
        raise AssertionError("it did not happen in time")

    def until(self, condition) -> None:
        self._wait(condition)

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.3)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        self.do("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 9):
            x = start[0] + (end[0] - start[0]) * step // 8
            y = start[1] + (end[1] - start[1]) * step // 8
            self.do("mousemove", str(x), str(y))
            time.sleep(0.06)
        time.sleep(0.2)
        self.do("mouseup", "1")
        time.sleep(0.3)

    def key(self, *names: str) -> None:
        self.do("key", *names)
        time.sleep(0.3)

    def saved(self):
        """The film as saved now."""
        file = self.folder / "film.json"
        before = file.stat().st_mtime_ns
        self.key("ctrl+s")
        end = time.monotonic() + 2  # a film that is saved already is not written again
        while file.stat().st_mtime_ns == before and time.monotonic() < end:
            time.sleep(0.05)
        return load_film(file)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    folder = tmp_path / "film"
    folder.mkdir()
    Project.create(folder, demo.film(demo.paint(folder, 3, (160, 90)))).close()
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    made = Desktop(display, folder)
    yield made
    for process in (made.process, server):
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def order(film) -> list[str]:
    return [s.id for s in film.shots()]


def test_a_working_day_in_short(desktop):
    desktop.drag((326, 170), (640, 442))
    moved = order(desktop.saved())
    assert moved.index("shot-1") == 4, "the first card was dragged behind the fifth"

    desktop.click(1000, 385)
    desktop.key("ctrl+a")
    desktop.do("type", "--delay", "15", "Night, one lamp.")
    time.sleep(0.5)
    assert desktop.saved().shot("shot-1").guidance.scene == "Night, one lamp."
    desktop.key("ctrl+z")
    assert desktop.saved().shot("shot-1").guidance.scene.startswith("The living room.")
    desktop.key("ctrl+z")
    assert order(desktop.saved()) == [f"shot-{n}" for n in range(1, 13)]

    desktop.click(540, 180)
    desktop.key("l")
    assert "shot" in desktop.saved().shot("shot-2").locks
    desktop.key("l")
    desktop.key("ctrl+r")
    desktop.until(lambda: len(desktop.saved().shot("shot-2").takes) == 3)

    desktop.key("ctrl+c")
    desktop.key("ctrl+v")
    assert len(order(desktop.saved())) == 13
    desktop.key("ctrl+z")
    desktop.key("b")
    cut = desktop.saved()
    assert len(order(cut)) == 13
    assert cut.shot("shot-2").lines[0].words is not None, "the line is cut at a word"
    desktop.key("ctrl+z")
    desktop.key("Tab")
    desktop.key("Tab")
    desktop.key("Tab")
    desktop.key("o")
    assert desktop.saved().shot("shot-2").omitted, "Tab went round the views and the keys still reach the shots"
    desktop.key("o")

    desktop.key("alt+Right")
    assert order(desktop.saved())[:3] == ["shot-1", "shot-3", "shot-2"]
    desktop.key("ctrl+q")
    desktop.process.wait(10)
    assert desktop.process.returncode == 0


def test_a_kill_loses_nothing(desktop):
    desktop.click(540, 180)
    desktop.key("l")
    time.sleep(0.5)
    desktop.process.kill()
    desktop.process.wait()
    project, film = Project.open(desktop.folder)
    assert project.recovery().edits == 1
    assert project.recover(film) == 1
    assert "shot" in film.shot("shot-2").locks
    project.close()
    assert json.loads((desktop.folder / "film.json").read_text())["title"] == "The right words"


def test_a_line_is_written_on_the_screenplay_page_and_the_film_exported(desktop):
    desktop.key("4")
    time.sleep(1)
    desktop.click(575, 463)
    desktop.key("End")
    desktop.do("type", "--delay", "15", " Really?")
    time.sleep(1.5)
    assert desktop.saved().shot("shot-4").lines[0].text == "Outside this door? Really?"
    desktop.key("Return")
    desktop.do("type", "--delay", "15", "TOM")
    desktop.key("Return")
    desktop.do("type", "--delay", "15", "Behind it.")
    time.sleep(1.5)
    film = desktop.saved()
    assert [line.text for s in film.shots() for line in s.lines if line.text == "Behind it."] == ["Behind it."]
    assert len(order(film)) == 13
    desktop.key("ctrl+z")
    assert len(order(desktop.saved())) == 12
    desktop.key("ctrl+e")
    time.sleep(1.5)
    desktop.key("Return")
    desktop.until(lambda: (desktop.folder.parent / "film.mp4").exists())
