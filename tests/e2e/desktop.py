"""A display of its own with the studio on it, worked with a real mouse and keyboard."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageGrab

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool")

CHILD = """
import json, os, sys
from pathlib import Path
os.environ["QT_API"] = "pyside6"
from PySide6.QtCore import QRect, QSize, QSocketNotifier, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QListWidget, QTabBar
from PySide6.QtWidgets import QTreeWidget, QWidget
app = QApplication(["shotwright"])
import ui.studio.application as application
from ui.studio.opening import run
wanted = json.loads(sys.argv[1])
if wanted["demo"]:
    from tests.support.engine import DemoEngine
    application.HouseEngine = lambda: DemoEngine(wanted["demo"], 0.05)


def names(widget):
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    plain = text.replace("&", "").rstrip("…")
    return {widget.accessibleName(), plain, plain.rstrip(" 0123456789"), text} - {""}


def rect_of(name):
    kind, _, rest = name.partition(":")
    for window in [app.activeModalWidget(), *reversed(app.topLevelWidgets())]:
        if window is None or not window.isVisible():
            continue
        for widget in [window, *window.findChildren(QWidget)]:
            if not widget.isVisible():
                continue
            where = None
            if kind == "card" and type(widget).__name__ == "BoardView":
                where = widget.visualRect(widget.model().index(int(rest))), widget.viewport()
            elif kind == "item" and isinstance(widget, (QListWidget, QTreeWidget)):
                flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
                found = widget.findItems(rest, flags)
                if found:
                    where = widget.visualItemRect(found[0]), widget.viewport()
            elif kind == "tab" and isinstance(widget, QTabBar):
                for at in range(widget.count()):
                    if widget.tabText(at) == rest:
                        where = widget.tabRect(at), widget
            elif kind in ("person", "camera") and type(widget).__name__ == "PlanCanvas" and widget.drawing:
                drawing = widget.drawing
                found = drawing.people[int(rest)].at if kind == "person" else drawing.camera and drawing.camera.at[:2]
                if found:
                    where = QRect(widget.scale().to(found).toPoint(), QSize(1, 1)), widget
            elif kind == "combo" and isinstance(widget, QComboBox) and widget.accessibleName() == rest:
                where = widget.rect(), widget
            elif name in names(widget):
                where = widget.rect(), widget
            if where is not None and where[0].isValid():
                corner, scale = where[1].mapToGlobal(where[0].topLeft()), window.devicePixelRatio()
                found = corner.x(), corner.y(), where[0].width(), where[0].height()
                return [round(n * scale) for n in found]
    return None


def state():
    window = next(w for w in app.topLevelWidgets() if type(w).__name__ == "StudioWindow")
    film = window.workspace.film
    shots = list(film.shots()) if film else []
    return {
        "shots": [s.id for s in shots], "staged": sum(s.take is not None for s in shots),
        "empty": [s.id for s in shots if s.take is None and not s.omitted],
        "takes": {s.id: len(s.takes) for s in shots}, "locked": [s.id for s in shots if s.locked],
        "current": window.workspace.current, "jobs": len(window.production.running),
        "works": [(w.title, w.state) for w in window.production.works],
        "voices": {c.name: c.voice.model_dump() for c in film.characters} if film else {},
        "guidance": {s.id: s.guidance.model_dump() for s in shots},
        "folder": str(window.workspace.project.folder) if window.workspace.project else "",
        "playing": window.player.playing, "frame": window.player.frame,
        "dirty": window.workspace.dirty, "drawn": window.gallery.idle,
        "dialogs": [type(w).__name__ for w in app.topLevelWidgets() if w.isVisible() and w is not window],
    }


def do(question):
    if "find" in question:
        return rect_of(question["find"])
    studio = next(w for w in app.topLevelWidgets() if type(w).__name__ == "StudioWindow")
    if "window" in question:
        return int(studio.winId())
    if "theme" in question:
        studio.set_theme(question["theme"])
        return True
    return state()


def answer():
    if not any(type(w).__name__ == "StudioWindow" for w in app.topLevelWidgets()):
        return  # asked again at the next turn
    line = sys.stdin.readline()
    if not line:
        notifier.setEnabled(False)
        return
    print(json.dumps(do(json.loads(line))), flush=True)


notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(answer)
sys.exit(run(Path(wanted["project"]) if wanted["project"] else None))
"""


class Desktop:
    """project: a folder to open, or None for the first page; demo: pictures the demo engine paints shots with, inside
    the project, or None for the real crew and Blender; size: of the window in pixels of the screen; scale: those to a
    logical one."""

    def __init__(
        self, display: str, home: Path, project: Path | None, demo: list[str] | None, size: tuple[int, int],
        scale: float = 1.0,
    ):  # fmt: skip
        self.display, self.home = display, home
        folders = {name: str(home / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
        self.environment = {
            **os.environ, **folders, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT),
            "QT_SCALE_FACTOR": str(scale), "HOME": str(home), "XDG_DOCUMENTS_DIR": str(home / "Documents"),
        }  # fmt: skip
        wanted = json.dumps({"project": str(project) if project else "", "demo": demo})
        self.process = subprocess.Popen(
            [sys.executable, "-c", CHILD, wanted], env=self.environment, cwd=ROOT,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.window = str(self.ask(window=True))
        self.do("windowsize", self.window, *map(str, size), "windowmove", self.window, "0", "0")
        self.do("windowfocus", self.window)
        time.sleep(1)

    def do(self, *arguments: str) -> str:
        """One call of xdotool; its output."""
        done = subprocess.run(["xdotool", *arguments], env=self.environment, capture_output=True, text=True)
        return done.stdout

    def ask(self, **question: object):
        """Asks the studio where something is, or how it stands (no question)."""
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    @property
    def state(self) -> dict:
        return self.ask()

    def wait[T](self, found: Callable[[], T], limit_s: float = 30) -> T:
        """What `found` gives as soon as that is something. Raises AssertionError after `limit_s` seconds."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            value = found()
            if value:
                return value
            time.sleep(0.1)
        raise AssertionError(f"it did not happen within {limit_s:.0f} s: {self.state}")

    def idle(self, limit_s: float = 60) -> None:
        """Waits until no job runs."""
        self.wait(lambda: not self.state["jobs"], limit_s)

    @staticmethod
    def pause(seconds: float) -> None:
        """Lets the window settle, for a picture."""
        time.sleep(seconds)

    # ---- mouse and keyboard

    def middle(self, name: str) -> tuple[int, int]:
        """The middle of what has this name: an accessible name or a text, or "card:N", "combo:NAME", "item:TEXT",
        "tab:TEXT", "person:N" and "camera:" of the floor plan."""
        x, y, width, height = self.wait(lambda: self.ask(find=name))
        return x + width // 2, y + height // 2

    def click(self, name: str, times: int = 1) -> None:
        x, y = self.middle(name)
        self.do("mousemove", str(x), str(y))
        time.sleep(0.1)
        self.do("click", "--repeat", str(times), "1")
        time.sleep(0.3)

    def drag(self, start: tuple[int, int], end: tuple[int, int], hold: Callable[[], object] = lambda: None) -> None:
        """Drags in small steps; `hold` is called before the button is let go."""
        self.do("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 9):
            x = start[0] + (end[0] - start[0]) * step // 8
            y = start[1] + (end[1] - start[1]) * step // 8
            self.do("mousemove", str(x), str(y))
            time.sleep(0.06)
        time.sleep(0.3)
        hold()
        self.do("mouseup", "1")
        time.sleep(0.4)

    def key(self, *names: str) -> None:
        self.do("key", *names)
        time.sleep(0.3)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "12", text)
        time.sleep(0.3)

    def picture(self) -> Image.Image:
        """What is on the screen."""
        return ImageGrab.grab(xdisplay=self.display)


@contextmanager
def desktop(
    home: Path,
    project: Path | None = None,
    demo: list[str] | None = None,
    size: tuple[int, int] = (1280, 720),
    scale: float = 1.0,
) -> Iterator[Desktop]:
    """Starts an X server and the studio on it, and ends both. size: of the screen in logical pixels."""
    size = round(size[0] * scale), round(size[1] * scale)
    home.mkdir(parents=True, exist_ok=True)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size[0]}x{size[1]}x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    made = None
    try:
        made = Desktop(display, home, project, demo, size, scale)
        yield made
    finally:
        for process in (*([made.process] if made else []), server):
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            for pipe in filter(None, (process.stdin, process.stdout)):
                pipe.close()


def available() -> bool:
    """Whether this machine has what a display of its own takes."""
    return all(map(shutil.which, TOOLS))
