"""The time bar: shots as segments as long as they last, and where the film stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.timebase import clock
from ui.studio.language import tr
from ui.studio.player.running import Running
from ui.studio.theme.style import theme
from ui.studio.theme.tokens import scene_colour

HEIGHT = 28


class Scrubber(QWidget):
    """sought(frame): the person points at a time. Arrow keys step by frames."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.running = Running(None)
        self.frame = 0
        self.current: str | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Time in the film"))
        self.setMinimumWidth(120)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def show_running(self, running: Running) -> None:
        self.running = running
        self.update()

    def show_frame(self, frame: int, current: str | None) -> None:
        self.frame, self.current = frame, current
        self.setAccessibleDescription(tr("At {clock}").format(clock=clock(frame, self.running.fps)))
        self.update()

    def _x(self, frame: int) -> float:
        return 6 + (self.width() - 12) * frame / max(self.running.length, 1)

    def _seek(self, x: float) -> None:
        if self.running.length:
            share = min(max((x - 6) / (self.width() - 12), 0.0), 1.0)
            self.sought.emit(min(round(share * self.running.length), self.running.length - 1))

    def mousePressEvent(self, event) -> None:
        self._seek(event.position().x())

    def mouseMoveEvent(self, event) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    def keyPressEvent(self, event) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -24, Qt.Key.Key_PageDown: 24}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.sought.emit(min(max(self.frame + steps[event.key()], 0), max(self.running.length - 1, 0)))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.sought.emit(0 if event.key() == Qt.Key.Key_Home else max(self.running.length - 1, 0))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.tokens
        middle = self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for span in self.running.spans:
            left, right = self._x(span.start), self._x(span.start + span.length)
            rect = QRectF(left + 0.75, middle - 4, max(right - left - 1.5, 1), 8)
            colour = QColor(scene_colour(span.scene, span.colour))
            colour.setAlphaF(0.95 if span.shot == self.current else 0.4)
            painter.setBrush(colour)
            painter.drawRoundedRect(rect, 2, 2)
        if self.running.length:
            x = self._x(self.frame)
            painter.setBrush(QColor(tokens.text))
            painter.drawRoundedRect(QRectF(x - 1, 3, 2, self.height() - 6), 1, 1)
            painter.drawEllipse(QRectF(x - 4, 2, 8, 8))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(QRectF(0.5, 0.5, self.width() - 1, self.height() - 1), 4, 4)
