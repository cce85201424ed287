"""The picture alone on the whole screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.timebase import clock
from ui.studio.language import tr
from ui.studio.widgets import column

if TYPE_CHECKING:
    from ui.studio.player.panel import Player

TIME_MS = 2500
"""How long the time stays after the last key or movement."""


class FullScreen(QWidget):
    """A window with nothing but the picture, and the time while somebody does something. Space plays, arrows step by
    frames and shots, S shows safe areas, L turns looping on, Escape closes."""

    def __init__(self, player: Player):
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(tr("Shotwright player"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._player = player
        parent = player.screen.parentWidget()
        self._home = parent.layout() if parent else None
        self._place = self._home.indexOf(player.screen) if self._home is not None else -1
        self.setLayout(column(player.screen, gap=0))
        player.screen.show()
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(TIME_MS)
        self._still.timeout.connect(self._hide_time)
        player.at.connect(self._moved)
        self._show_time()

    def keyPressEvent(self, event) -> None:
        player, running = self._player, self._player.running
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_F11:
                self.close()
                return
            case Qt.Key.Key_Space | Qt.Key.Key_K:
                player.toggle()
            case Qt.Key.Key_Left:
                player.step(-1)
            case Qt.Key.Key_Right:
                player.step(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Comma:
                player.seek(running.beside(player.frame, -1))
            case Qt.Key.Key_Down | Qt.Key.Key_Period:
                player.seek(running.beside(player.frame, 1))
            case Qt.Key.Key_Home:
                player.seek(0)
            case Qt.Key.Key_S:
                player.show_safe_areas(not player.screen.safe_areas)
            case Qt.Key.Key_L:
                player.set_loop("off" if player.loop_mode != "off" else "film")
            case _:
                super().keyPressEvent(event)
                return
        self._show_time()

    def mouseMoveEvent(self, event) -> None:
        self._show_time()

    def _show_time(self) -> None:
        self.unsetCursor()
        self._player.screen.show_corner(clock(self._player.frame, self._player.running.fps))
        self._still.start()

    def _hide_time(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._player.screen.show_corner("")

    def _moved(self, frame: int) -> None:
        if self._still.isActive():
            self._player.screen.show_corner(clock(frame, self._player.running.fps))

    def closeEvent(self, event: QEvent) -> None:
        self._player.screen.show_corner("")
        self._player.at.disconnect(self._moved)
        if self._home is not None:
            self._home.insertWidget(self._place, self._player.screen)
        self._player.full_screen_closed()
        super().closeEvent(event)
        self.deleteLater()
