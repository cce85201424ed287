"""A person who turns under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import Look
from ui.studio.gallery import Gallery
from ui.studio.language import tr
from ui.studio.theme import fonts
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails

ANGLES = 12
WIDTH, HEIGHT, LEAST = 216, 288, 96


class Turntable(QWidget):
    """Shows a look from all sides: move the mouse across, drag, or use the arrow keys."""

    def __init__(self, gallery: Gallery, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self.gallery, self.thumbnails = gallery, thumbnails
        self.look: Look | None = None
        self.framing = "figure"
        self.angle = 0
        self._last: list = []
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(WIDTH)
        self.setMinimumHeight(LEAST)  # the picture below the views wants room too
        self.setMaximumHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(tr("Turntable"))
        gallery.arrived.connect(lambda key: self.update() if key == self._key() else None)
        thumbnails.arrived.connect(lambda _: self.update())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def show_look(self, look: Look | None, name: str = "") -> None:
        """Turns somebody; the pictures of the look before stay until the new ones are there."""
        if look != self.look:
            self.look = look
            self.setAccessibleDescription(tr("{name} from all sides; left and right turn").format(name=name))
            self.update()

    def show_framing(self, framing: str) -> None:
        """ "figure" or "face"."""
        self.framing = framing
        self._last = []
        self.update()

    def _key(self) -> str:
        return self.gallery.look_key(self.look, self.framing, ANGLES) if self.look else ""

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("accent" if self.hasFocus() else "line"))
        painter.setBrush(theme.colour("well"))
        painter.drawRoundedRect(area, 6, 6)
        if self.look is None:
            return
        files = self.gallery.turntable(self.look, self.framing, ANGLES)
        fresh = files is not None
        if fresh:
            self._last = files
        if self._last:
            self._paint_picture(painter, fresh)
        failure = self.gallery.failure(self._key())
        if failure is not None:
            self._words(painter, tr("No picture: {why}").format(why=failure.what))
        elif not fresh:
            self._words(painter, tr("Being drawn anew…") if self._last else tr("Being drawn…"))

    def _paint_picture(self, painter: QPainter, fresh: bool) -> None:
        ratio = self.devicePixelRatioF()
        for file in self._last if fresh else ():  # all of them are read, so that turning never waits
            self.thumbnails.get(file, self.width(), ratio)
        picture = self.thumbnails.get(self._last[self.angle % len(self._last)], self.width(), ratio)
        if picture is None:
            return
        size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter.setOpacity(1.0 if fresh else 0.45)
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
        painter.setOpacity(1.0)
        if fresh:
            self._paint_dial(painter, len(self._last))

    def _paint_dial(self, painter: QPainter, count: int) -> None:
        """Where in the round one is."""
        wide = min(120.0, self.width() - 40.0)
        left, top = (self.width() - wide) / 2, self.height() - 12.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawRoundedRect(QRectF(left - 8, top - 4, wide + 16, 12), 6, 6)
        for k in range(count):
            here = k == self.angle % count
            painter.setBrush(QColor(255, 255, 255, 255 if here else 120))
            size = 6.0 if here else 4.0
            painter.drawEllipse(QPointF(left + wide * k / (count - 1), top + 2), size / 2, size / 2)

    def _words(self, painter: QPainter, text: str) -> None:
        painter.setFont(fonts.ui(fonts.SMALL))
        painter.setPen(theme.colour("text"))
        box = QRectF(12, self.height() / 2 - 30, self.width() - 24, 60)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    def turn_to(self, angle: int) -> None:
        """The picture of an angle, counted from the front."""
        if angle % ANGLES != self.angle:
            self.angle = angle % ANGLES
            self.update()

    def mouseMoveEvent(self, event) -> None:
        across = event.position().x() / max(self.width(), 1)
        self.turn_to(round((across - 0.5) * ANGLES))

    def leaveEvent(self, event) -> None:
        if not self.hasFocus():
            self.turn_to(0)

    def keyPressEvent(self, event) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key())
        if step is not None:
            self.turn_to(self.angle + step)
        elif event.key() == Qt.Key.Key_Home:
            self.turn_to(0)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()
