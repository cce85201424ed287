"""The running studio: its parts, its event loop and its end."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from ui.studio import clipboard
from ui.studio.engine import Engine, HouseEngine
from ui.studio.garbage import Garbage
from ui.studio.language import tr
from ui.studio.preferences import Preferences
from ui.studio.production import Production
from ui.studio.tasks import Tasks
from ui.studio.theme.style import theme
from ui.studio.window import StudioWindow
from ui.studio.workspace import Workspace

log = logging.getLogger(__name__)
ENDING_S = 10.0
"""How long the end of the application may take before it is forced."""
TURN_S = 0.0005
"""How long a thread may keep the interpreter while the window waits for it. Python's own 5 ms, waited for at every
call from Qt, add up to a second in one turn of the window while a thread reads a library or speaks a line."""
THREADS, BEHIND = 10, 5
"""Threads for what must not hold up the window, and by how much their priority is lower than its own."""


class Studio:
    """The parts of a running studio. Needs a QApplication."""

    def __init__(self, engine: Engine | None = None, preferences: Preferences | None = None):
        self.preferences = preferences or Preferences.load()
        sys.setswitchinterval(TURN_S)
        self.garbage = Garbage()
        self.workspace = Workspace()
        self.tasks = Tasks(self.workspace.failed.emit)
        self.production = Production(self.workspace, self.tasks, engine or HouseEngine())
        theme.apply(QApplication.instance(), self.preferences.theme)
        self.window = StudioWindow(self.workspace, self.production, self.preferences)

    async def shut_down(self) -> None:
        """Cancels jobs, ends workers, closes the project. Nothing is left behind."""
        clipboard.let_go()
        await self.production.close()
        await self.tasks.cancel()
        self.window.thumbnails.close()
        if self.workspace.session is not None:
            self.workspace.close()
        self.garbage.close()


def event_loop(app: QApplication) -> QEventLoop:
    """The event loop of the window, made the current one; its threads give way to it."""
    loop = QEventLoop(app)
    loop.set_default_executor(ThreadPoolExecutor(THREADS, "background", _give_way))
    asyncio.set_event_loop(loop)
    return loop


def _give_way() -> None:
    if sys.platform == "linux":  # elsewhere it would be the whole process
        os.nice(BEHIND)


def live(
    app: QApplication, preferences: Preferences, project: Path | None, safe: bool, shown: Callable[[], None]
) -> int:
    """Shows the studio, with a project if one is named, until it is closed. Returns the exit status.
    safe: say that settings are as delivered; shown: called when the window is on the screen."""
    app.setQuitOnLastWindowClosed(False)
    loop = event_loop(app)
    studio = Studio(preferences=preferences)
    ended = loop.create_future()

    def leave() -> None:
        if not ended.done():
            ended.set_result(None)

    studio.window.leaving.connect(leave)
    _end_on_signals(studio.window.end)
    app.commitDataRequest.connect(lambda _: studio.window.autosave.save(), Qt.ConnectionType.DirectConnection)
    studio.window.show()
    shown()
    if safe:
        studio.window.notices.say(
            tr("Safe mode: settings as delivered, nothing is brought back."),
            hint=tr("Your own settings are untouched and count again with the next start."),
            stays=True,
        )
    if project is not None:
        QTimer.singleShot(0, lambda: studio.window.films.open_folder(project))
    with loop:
        loop.run_until_complete(_until_ended(studio, ended))
    return 0


async def _until_ended(studio: Studio, ended: asyncio.Future[None]) -> None:
    await ended
    try:
        await asyncio.wait_for(studio.shut_down(), ENDING_S)
    except TimeoutError:
        log.error("the end of the studio took too long and was forced")
    studio.window.hide()


def _end_on_signals(close) -> None:
    """Ctrl+C, a polite kill and the end of the session save the film and end the studio.
    The timer lets Python see the signal while Qt waits."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: close())
    timer = QTimer(QApplication.instance())
    timer.start(250)
    timer.timeout.connect(lambda: None)
