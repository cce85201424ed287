"""Paints a card."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.document import SUB_PROCESSES
from ui.studio.storyboard.card import Card
from ui.studio.storyboard.model import Role
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.words import SUB_PROCESS_NAMES

PAD = 10
WORD_LINES = 2
RADIUS = 6
ICON = 14
CUT = 128
"""Pictures kept ready at the size of cards."""


class CardDelegate(QStyledItemDelegate):
    """hovered, scrub: the card under the pointer and where on its picture (0..1), set by the view."""

    def __init__(self, thumbnails: Thumbnails, file, aspect: float = 16 / 9, parent: QObject | None = None):
        """file: turns a name in the project into a path, or None."""
        super().__init__(parent)
        self.thumbnails, self._file, self.aspect = thumbnails, file, aspect
        self._cut: OrderedDict[tuple, QPixmap] = OrderedDict()
        self.hovered: str | None = None
        self.scrub: float | None = None
        self._number = fonts.digits(fonts.BASE, fonts.STRONG)
        self._small = fonts.ui(fonts.SMALL)
        self._speaker = fonts.ui(fonts.SMALL, fonts.STRONG)
        self._digits = fonts.digits(fonts.SMALL)

    def text_height(self) -> float:
        """Height of a card below its picture."""
        head = QFontMetricsF(self._number).height()
        small = QFontMetricsF(self._small).height()
        return round(PAD + head + 4 + small * WORD_LINES + 8 + max(small, ICON) + PAD)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(232, round(232 / self.aspect + self.text_height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        card: Card = index.data(Role.CARD)
        if card is None:
            return
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = card.shot == self.hovered
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, rect, selected, focused, hovered)
        picture = QRectF(rect.x() + 1, rect.y() + 1, rect.width() - 2, round(rect.width() / self.aspect) - 1)
        self._picture(painter, picture, card, hovered)
        self._text(painter, QRectF(rect.x(), picture.bottom(), rect.width(), rect.bottom() - picture.bottom()), card)
        painter.restore()

    # ---- parts

    def _frame(self, painter: QPainter, rect: QRectF, selected: bool, focused: bool, hovered: bool) -> None:
        tokens = theme.tokens
        fill = tokens.selected if selected else (tokens.hover if hovered else tokens.raised)
        edge = tokens.accent if selected else tokens.line
        width = 2.0 if selected else 1.0
        inset = width / 2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        if focused:
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS + 2, RADIUS + 2)

    def _picture(self, painter: QPainter, rect: QRectF, card: Card, hovered: bool) -> None:
        tokens = theme.tokens
        ratio = painter.device().devicePixelRatioF()
        index = card.poster
        if hovered and self.scrub is not None and len(card.pictures) > 1:
            index = min(int(self.scrub * len(card.pictures)), len(card.pictures) - 1)
        picture = self._ready(card, index, rect.size(), ratio)
        if picture is not None:
            painter.setOpacity(0.35 if card.omitted else 1.0)
            painter.drawPixmap(rect.topLeft(), picture)
            painter.setOpacity(1.0)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.well))
            painter.drawPath(_rounded_above(rect))
            if not card.pictures:
                icon = icons.pixmap("film", tokens.line_strong, 24, ratio)
                painter.drawPixmap(QPointF(rect.center().x() - 12, rect.center().y() - 12), icon)
        if hovered and self.scrub is not None and len(card.pictures) > 1:
            step = rect.width() / len(card.pictures)
            for n in range(len(card.pictures)):
                colour = QColor("#FFFFFF")
                colour.setAlphaF(0.95 if n == index else 0.4)
                painter.fillRect(QRectF(rect.x() + n * step + 2, rect.bottom() - 5, step - 4, 3), colour)
        if card.progress is not None:
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 3, rect.width(), 3), QColor(tokens.well))
            done = rect.width() * min(card.progress, 1.0)
            painter.fillRect(QRectF(rect.x(), rect.bottom() - 3, done, 3), QColor(tokens.accent))

    def _ready(self, card: Card, index: int, size: QSizeF, ratio: float) -> QPixmap | None:
        """The picture cut and scaled for its place, so that painting it again is a plain copy."""
        if not card.pictures:
            return None
        path: Path | None = self._file(card.pictures[index])
        source = self.thumbnails.get(path, round(size.width()), ratio)
        if source is None:
            return None
        pixels = size.toSize()
        key = (source.cacheKey(), pixels.width(), pixels.height(), ratio)
        if key not in self._cut:
            made = QPixmap(pixels * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(QPointF(0, 0), size)
            painter.setClipPath(_rounded_above(place))
            painter.drawPixmap(place, source, _cover(source, place))
            painter.end()
            self._cut[key] = made
            while len(self._cut) > CUT:
                self._cut.popitem(last=False)
        self._cut.move_to_end(key)
        return self._cut[key]

    def _text(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        tokens = theme.tokens
        left, right = rect.x() + PAD, rect.right() - PAD
        head = QFontMetricsF(self._number)
        small = QFontMetricsF(self._small)
        y = rect.y() + PAD

        baseline = y + head.ascent()
        painter.setFont(self._digits)
        painter.setPen(QColor(tokens.muted))
        length_width = QFontMetricsF(self._digits).horizontalAdvance(card.length)
        painter.drawText(QPointF(right - length_width, baseline), card.length)
        painter.setFont(self._number)
        painter.setPen(QColor(tokens.text))
        name = card.label or str(card.number)
        name = head.elidedText(name, Qt.TextElideMode.ElideRight, (right - left) * 0.45)
        painter.drawText(QPointF(left, baseline), name)
        x = left + head.horizontalAdvance(name) + 8
        if card.moving:
            painter.drawPixmap(
                QPointF(x, y + (head.height() - ICON) / 2),
                icons.pixmap("cinematography", tokens.faint, ICON, painter.device().devicePixelRatioF()),
            )
            x += ICON + 4
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        room = right - length_width - 8 - x
        painter.drawText(QPointF(x, baseline), small.elidedText(card.shot_type, Qt.TextElideMode.ElideRight, room))

        y += head.height() + 4
        self._words(painter, QRectF(left, y, right - left, small.height() * WORD_LINES), card)
        y += small.height() * WORD_LINES + 8
        self._state(painter, left, right, y, max(small.height(), ICON), card)

    def _words(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        tokens = theme.tokens
        text = f"{card.speaker}  {card.words}" if card.speaker else card.words
        if not text:
            return
        metrics = QFontMetricsF(self._small)
        layout = QTextLayout(text, self._small)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats(card))
        layout.beginLayout()
        lines = 0
        while lines < WORD_LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(rect.width())
            line.setPosition(QPointF(0, lines * metrics.height()))
            lines += 1
        layout.endLayout()
        last = layout.lineAt(lines - 1)
        shown = last.textStart() + last.textLength()
        if shown >= len(text.rstrip()):
            painter.setPen(QColor(tokens.muted))
            layout.draw(painter, rect.topLeft())
            return
        rest = metrics.elidedText(text[last.textStart() :], Qt.TextElideMode.ElideRight, rect.width())
        painter.save()
        painter.setPen(QColor(tokens.muted))
        painter.setClipRect(rect.adjusted(0, 0, 0, -metrics.height()), Qt.ClipOperation.IntersectClip)
        layout.draw(painter, rect.topLeft())
        painter.restore()
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QPointF(rect.x(), rect.y() + last.y() + metrics.ascent()), rest)

    def _formats(self, card: Card) -> list[QTextLayout.FormatRange]:
        """The speaker's name stands out."""
        if not card.speaker:
            return []
        name = QTextLayout.FormatRange()
        name.start, name.length = 0, len(card.speaker)
        style = QTextCharFormat()
        style.setFont(self._speaker)
        style.setForeground(QColor(theme.tokens.text))
        name.format = style
        return [name]

    def _state(self, painter: QPainter, left: float, right: float, y: float, height: float, card: Card) -> None:
        tokens = theme.tokens
        ratio = painter.device().devicePixelRatioF()
        tone = getattr(tokens, card.state.tone)
        metrics = QFontMetricsF(self._digits)
        middle = y + height / 2
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.drawPixmap(QPointF(left, middle - ICON / 2), icons.pixmap(card.state.icon, tone, ICON, ratio))
        painter.setFont(self._digits)
        painter.setPen(QColor(tone))
        used = left + ICON + 6
        painter.drawText(QPointF(used, baseline), card.state.word)
        used += metrics.horizontalAdvance(card.state.word) + 8
        x = right
        for name, count in (("takes", card.takes if card.takes > 1 else 0), ("warning", card.notes)):
            if count:
                text = str(count)
                width = metrics.horizontalAdvance(text)
                if x - width - ICON - 3 < used:
                    break
                painter.setPen(QColor(tokens.muted))
                painter.drawText(QPointF(x - width, baseline), text)
                x -= width + ICON + 3
                painter.drawPixmap(QPointF(x, middle - ICON / 2), icons.pixmap(name, tokens.muted, ICON, ratio))
                x -= 8
        self._locks(painter, used, x, middle, ratio, card)

    def _locks(self, painter: QPainter, left: float, right: float, middle: float, ratio: float, card: Card) -> None:
        """A lock for the whole shot, or a lock and the signs of what is locked."""
        if not card.locks:
            return
        tokens = theme.tokens
        signs = () if card.locked else tuple(n for n in SUB_PROCESSES if n in card.locks)
        x = right - ICON - len(signs) * (ICON + 2)
        if x < left:
            signs = ()
            x = right - ICON
        painter.drawPixmap(QPointF(x, middle - ICON / 2), icons.pixmap("lock", tokens.text, ICON, ratio))
        for n, sign in enumerate(signs, 1):
            painter.drawPixmap(
                QPointF(x + n * (ICON + 2), middle - ICON / 2), icons.pixmap(sign, tokens.muted, ICON, ratio)
            )

    def helpEvent(self, event, view, option, index) -> bool:
        card: Card | None = index.data(Role.CARD)
        if card is not None:
            lines = [f"{card.state.word}: {card.state.why}" if card.state.why else card.state.word]
            if card.words:
                lines.append(f"{card.speaker}: {card.words}" if card.speaker else card.words)
            if card.locks:
                names = "whole shot" if card.locked else ", ".join(SUB_PROCESS_NAMES[n] for n in card.locks)
                lines.append(f"Locked: {names}")
            view.setToolTip("\n".join(lines))
        return super().helpEvent(event, view, option, index)


def _rounded_above(rect: QRectF) -> QPainterPath:
    """A rectangle with its upper corners rounded as those of the card."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect.adjusted(0, 0, 0, -RADIUS), RADIUS - 1, RADIUS - 1)
    path.addRect(rect.adjusted(0, RADIUS, 0, 0))
    return path


def _cover(pixmap: QPixmap, rect: QRectF) -> QRectF:
    """The part of a picture that fills `rect` without distortion."""
    width, height = pixmap.width(), pixmap.height()
    wanted = rect.width() / rect.height()
    if width / height > wanted:
        part = height * wanted
        return QRectF((width - part) / 2, 0, part, height)
    part = width / wanted
    return QRectF(0, (height - part) / 2, width, part)
