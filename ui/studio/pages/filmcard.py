"""A film as a card to click: picture, title, and a line about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractButton

from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.theme.tokens import RADIUS
from ui.studio.thumbnails import Thumbnails

WIDTH, PICTURE, TEXT = 200, 112, 52


class FilmCard(QAbstractButton):
    """Pictures come from `thumbnails` when they are read; until then, and without one, a sign stands in."""

    def __init__(self, thumbnails: Thumbnails, title: str, detail: str, picture: Path | None):
        super().__init__()
        self._thumbnails, self._detail, self._picture = thumbnails, detail, picture
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setToolTip(f"{title}\n{detail}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())
        thumbnails.arrived.connect(self._arrived)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, PICTURE + TEXT)

    def _arrived(self, path: str) -> None:
        if self._picture is not None and path == str(self._picture):
            self.update()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        whole = QPainterPath()
        whole.addRoundedRect(rect, RADIUS, RADIUS)
        painter.fillPath(whole, theme.colour("hover" if self.underMouse() else "raised"))
        picture = QRectF(rect.x(), rect.y(), rect.width(), PICTURE)
        painter.save()
        painter.setClipPath(whole)
        painter.fillRect(picture, theme.colour("well"))
        pixmap = self._thumbnails.get(self._picture, WIDTH, self.devicePixelRatioF())
        if pixmap is not None:
            scale = max(picture.width() / pixmap.deviceIndependentSize().width(),
                        picture.height() / pixmap.deviceIndependentSize().height())  # fmt: skip
            size = pixmap.deviceIndependentSize() * scale
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(picture.center())
            painter.setClipRect(picture, Qt.ClipOperation.IntersectClip)
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        else:
            sign = icons.pixmap("film", theme.tokens.faint, 24, self.devicePixelRatioF())
            painter.drawPixmap(picture.center() - QRectF(0, 0, 24, 24).center(), sign)
        painter.restore()
        painter.setPen(theme.colour("accent" if self.hasFocus() else "line"))
        painter.drawPath(whole)
        room = QRectF(rect.x() + 10, picture.bottom() + 7, rect.width() - 20, 18)
        for text, font, tone in (
            (self.text(), fonts.ui(fonts.BASE, fonts.MEDIUM), "text"),
            (self._detail, fonts.ui(fonts.SMALL), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(tone))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            room.translate(0, 18)
