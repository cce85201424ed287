"""What the storyboard paints besides cards: scene headings, the drop mark, the picture of a drag."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from app.document import Film, Scene
from ui.studio import words
from ui.studio.language import counted, tr
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.theme.tokens import scene_colour

DRAGGED = 176
"""Width of the picture under the pointer while shots are dragged."""


def paint_heading(
    painter: QPainter, rect: QRectF, number: int, scene: Scene, film: Film, collapsed: bool, ratio: float
) -> None:
    """A scene's heading: arrow, colour, name, and how many shots and how long."""
    middle = rect.center().y()
    sign = "right" if collapsed else "down"
    painter.drawPixmap(round(rect.x()), round(middle - 7), icons.pixmap(sign, theme.tokens.muted, 14, ratio))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene_colour(number - 1, scene.colour)))
    painter.drawRoundedRect(QRectF(rect.x() + 22, middle - 7, 3, 14), 1.5, 1.5)
    title_font, small_font = fonts.ui(fonts.BASE, fonts.STRONG), fonts.digits(fonts.SMALL)
    shots = counted(len(scene.shots), tr("{n} shot"), tr("{n} shots"))
    length = sum(s.length for s in scene.shots if not s.omitted)
    detail = f"{shots}, {words.length(length, film.rate)}"
    finish = words.finishing(scene)
    detail += f"  ·  {finish}" if finish else ""
    room = rect.width() - 34 - QFontMetricsF(small_font).horizontalAdvance(detail) - 12
    title = words.scene_title(number, scene)
    title = QFontMetricsF(title_font).elidedText(title, Qt.TextElideMode.ElideRight, room)
    left = rect.x() + 34
    upright = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(title_font)
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(left, rect.y(), room, rect.height()), upright, title)
    left += QFontMetricsF(title_font).horizontalAdvance(title) + 12
    painter.setFont(small_font)
    painter.setPen(theme.colour("muted"))
    painter.drawText(QRectF(left, rect.y(), rect.right() - left, rect.height()), upright, detail)


def paint_mark(painter: QPainter, rect: QRectF) -> None:
    """Where dragged shots would go: a line between cards, or a frame round an empty scene's heading."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour("accent")
    if rect.width() > 8:
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 2, -1, -2), 4, 4)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect.adjusted(-0.5, 0, 0.5, 0), 1.5, 1.5)
    painter.drawEllipse(QRectF(rect.center().x() - 4, rect.y() - 4, 8, 8))


def drag_picture(picture: QPixmap | None, text: str, count: int, aspect: float, ratio: float) -> QPixmap:
    """What hangs under the pointer: the first shot's picture on a small stack, with a label."""
    width, height = DRAGGED, round(DRAGGED / aspect)
    image = QPixmap(round((width + 8) * ratio), round((height + 8) * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(0.92)
    for offset in range(min(count, 3) - 1, -1, -1):
        rect = QRectF(offset * 4, offset * 4, width, height)
        painter.fillRect(rect, theme.colour("raised"))
        painter.setPen(theme.colour("accent"))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    if picture is not None:
        painter.drawPixmap(QRectF(1, 1, width - 2, height - 2), picture, QRectF(picture.rect()))
    painter.setFont(fonts.ui(fonts.BASE, fonts.STRONG))
    badge = QRectF(8, 8, QFontMetricsF(painter.font()).horizontalAdvance(text) + 16, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("fill"))
    painter.drawRoundedRect(badge, 4, 4)
    painter.setPen(theme.colour("on_fill"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image
