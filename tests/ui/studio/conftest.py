"""A running studio without Blender: a project on disk, a producer that paints, an asyncio loop in Qt."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from app.project import Project
from tests.support import demo
from tests.support.engine import DemoEngine
from ui.studio.application import Studio
from ui.studio.preferences import Preferences


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[QEventLoop]:
    qapp.setQuitOnLastWindowClosed(False)
    made = QEventLoop(qapp)
    asyncio.set_event_loop(made)
    yield made
    asyncio.set_event_loop(None)
    made.close()
    gc.enable()  # a studio switches it off, see ui.studio.garbage


@pytest.fixture
def run(loop: QEventLoop) -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Runs a coroutine in the Qt loop, for at most ten seconds."""
    return lambda work: loop.run_until_complete(asyncio.wait_for(work, 10))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of twelve shots with pictures."""
    made = tmp_path / "The right words"
    made.mkdir()
    names = demo.paint(made, 3, (160, 90))
    Project.create(made, demo.film(names)).close()
    return made


@pytest.fixture
def engine() -> DemoEngine:
    return DemoEngine(["takes/demo/key-0.jpg"])


@pytest.fixture
def empty_studio(loop: QEventLoop, run, engine: DemoEngine, tmp_path: Path) -> Iterator[Studio]:
    """The studio with nothing open."""
    preferences = Preferences(file=tmp_path / "preferences.json", folder=str(tmp_path / "films"))
    made = Studio(engine, preferences)
    made.window.resize(1280, 720)
    made.window.show()
    yield made
    run(made.shut_down())
    made.window.hide()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def studio(empty_studio: Studio, folder: Path, run) -> Studio:
    """The studio with the project open."""
    empty_studio.window.films.open_folder(folder)
    run(until(lambda: empty_studio.production.producer is not None))
    return empty_studio


def until(condition: Callable[[], bool]) -> Coroutine[Any, Any, None]:
    """Waits in the loop until something holds."""

    async def wait() -> None:
        while not condition():
            await asyncio.sleep(0.005)

    return wait()
