"""Starts the studio. Reading it from the disk takes longer than people like to wait in front of an empty screen, so
there is a picture first; only what the picture needs is imported here before it is shown."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.studio import language
from ui.studio.language import tr
from ui.studio.preferences import Preferences
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme

NAME = "Shotwright"
WIDTH, HEIGHT, MARGIN, SIGN = 420, 176, 32, 40
SHOWN_S = 0.5
"""How long to wait for the screen at most."""


def run(project: Path | None = None, safe: bool = False) -> int:
    """Shows the studio, with a project if one is named, until it is closed. Returns the exit status.
    safe: with everything as delivered, no recovery, and nothing started that is not asked for."""
    preferences = Preferences(safe=True) if safe else Preferences.load()
    if preferences.scale != 100:
        os.environ["QT_SCALE_FACTOR"] = str(preferences.scale / 100)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    language.install(preferences.language)
    app.setApplicationName(NAME)
    app.setDesktopFileName("shotwright")
    theme.apply(app, preferences.theme)
    opening = Opening(project.name if project else "")
    opening.appear()
    from ui.studio.application import live

    return live(app, preferences, project, safe, opening.close)


class Opening(QWidget):
    """A small picture in the middle of the screen. film: the name of what is opened, "" for none."""

    def __init__(self, film: str = ""):
        super().__init__(None, Qt.WindowType.SplashScreen)
        self._words = tr("Opening {film}…").format(film=film) if film else tr("Opening the studio…")
        self._painted = False
        self.setWindowTitle(NAME)
        self.setAccessibleName(f"{NAME}: {self._words}")
        self.setFixedSize(WIDTH, HEIGHT)
        self.move(QGuiApplication.primaryScreen().availableGeometry().center() - self.rect().center())

    def appear(self) -> None:
        """Shows it and waits until it is on the screen: nothing is painted any more while the studio is read."""
        self.show()
        end = time.monotonic() + SHOWN_S
        while not self._painted and time.monotonic() < end:
            QGuiApplication.processEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setPen(QColor(tokens.line_strong))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        sign = icons.pixmap("film", tokens.accent, SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(MARGIN, (HEIGHT - SIGN) / 2), sign)
        left = MARGIN + SIGN + MARGIN / 2
        beside = QRectF(left, HEIGHT / 2 - 34, WIDTH - left - MARGIN, 36)
        painter.setPen(QColor(tokens.text))
        painter.setFont(fonts.ui(fonts.TITLE, fonts.STRONG))
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, NAME)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(fonts.ui())
        below = beside.translated(0, 34)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, words)
        self._painted = True
