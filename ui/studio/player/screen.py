"""The picture of the player."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.studio.language import mark, tr
from ui.studio.theme import fonts
from ui.studio.theme.style import theme

SAFE = ((0.93, mark("action safe"), "AlignLeft"), (0.90, mark("title safe"), "AlignRight"))


class Screen(QWidget):
    """Shows a picture as large as it fits, with a text at its foot and safe areas on request.

    clicked(); full_screen(): a double click."""

    clicked = Signal()
    full_screen = Signal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._picture: QImage | QPixmap | None = None
        self.aspect = 16 / 9
        self.caption = ""
        self.safe_areas = False
        self._corner = ""
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Picture"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def show_picture(self, picture: QImage | QPixmap | None) -> None:
        """None: no picture."""
        self._picture = picture
        self.update()

    def show_caption(self, text: str) -> None:
        if text != self.caption:
            self.caption = text
            self.update()

    def show_corner(self, text: str) -> None:
        """A small text in the upper corner, such as the time."""
        if text != self._corner:
            self._corner = text
            self.update()

    @property
    def has_picture(self) -> bool:
        return self._picture is not None and not self._picture.isNull()

    def picture_rect(self) -> QRectF:
        """Where the picture stands."""
        width, height = self.width(), self.height()
        if width / max(height, 1) > self.aspect:
            width = height * self.aspect
        else:
            height = width / self.aspect
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event) -> None:
        self.full_screen.emit()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#08090A"))
        area = self.picture_rect()
        if self.has_picture:
            draw = painter.drawImage if isinstance(self._picture, QImage) else painter.drawPixmap
            draw(area, self._picture, QRectF(self._picture.rect()))
        else:
            painter.fillRect(area, QColor("#131417"))
            painter.setPen(QColor("#8A8F99"))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("No picture yet"))
        if self.safe_areas:
            self._paint_safe_areas(painter, area)
        if self._corner:
            painter.setFont(fonts.digits(fonts.LARGE, fonts.MEDIUM))
            box = QRectF(area.x() + 16, area.y() + 12, 140, 28)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 150))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor("#FFFFFF"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._corner)
        if self.caption:
            self._paint_caption(painter, area)

    def _paint_safe_areas(self, painter: QPainter, area: QRectF) -> None:
        """Action within 93 %, titles within 90 % of width and height (SMPTE ST 2046-1), and the middle."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(fonts.ui(fonts.SMALL))
        for share, name, where in SAFE:
            inset = area.width() * (1 - share) / 2, area.height() * (1 - share) / 2
            rect = area.adjusted(inset[0], inset[1], -inset[0], -inset[1])
            for colour, width in ((QColor(0, 0, 0, 120), 3), (QColor(255, 255, 255, 190), 1)):
                painter.setPen(QPen(colour, width))
                painter.drawRect(rect)
            if area.width() > 420:
                corner, side = rect.adjusted(6, 3, -6, 0), getattr(Qt.AlignmentFlag, where)
                painter.setPen(QColor(0, 0, 0, 160))
                painter.drawText(corner.translated(1, 1), side, tr(name))
                painter.setPen(QColor(255, 255, 255, 220))
                painter.drawText(corner, side, tr(name))
        middle, arm = area.center(), area.height() * 0.03
        painter.setPen(QPen(QColor(255, 255, 255, 190), 1))
        painter.drawLine(QPointF(middle.x() - arm, middle.y()), QPointF(middle.x() + arm, middle.y()))
        painter.drawLine(QPointF(middle.x(), middle.y() - arm), QPointF(middle.x(), middle.y() + arm))

    def _paint_caption(self, painter: QPainter, area: QRectF) -> None:
        font = fonts.ui(max(fonts.SMALL, min(22, round(area.height() / 18))), fonts.MEDIUM)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        room = area.adjusted(area.width() * 0.1, 0, -area.width() * 0.1, -area.height() * 0.05)
        box = painter.boundingRect(room, flags, self.caption).adjusted(-8, -4, 8, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(room, flags, self.caption)
