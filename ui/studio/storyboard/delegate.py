"""Paints a card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.studio.language import tr
from ui.studio.storyboard.card import Card
from ui.studio.storyboard.cardtext import CardText
from ui.studio.storyboard.kept import Allowance, Kept, sharp
from ui.studio.storyboard.model import Role
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails
from ui.studio.words import part_name

RADIUS = 6
CARDS, SCRUBBED = 48 * 2**20, 16 * 2**20
"""Bytes of whole cards, and of keyframes at the size of cards, kept ready."""


class CardDelegate(QStyledItemDelegate):
    """hovered, scrub: the card under the pointer and where on its picture (0..1); target, offer: the card a thing
    out of the library is held over, and what dropping it does; allowance: what the painting that runs may spend on
    cards that are not kept, None for no limit. All set by the view."""

    def __init__(self, thumbnails: Thumbnails, file, aspect: float = 16 / 9, parent: QObject | None = None):
        """file: turns a name in the project into a path, or None."""
        super().__init__(parent)
        self.thumbnails, self._file, self.aspect = thumbnails, file, aspect
        self._whole, self._cut = Kept(CARDS), Kept(SCRUBBED)
        self.allowance: Allowance | None = None
        self.hovered: str | None = None
        self.scrub: float | None = None
        self.target: str | None = None
        self.offer = ""
        self.text = CardText()

    def text_height(self) -> float:
        """Height of a card below its picture."""
        return self.text.height()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(232, round(232 / self.aspect + self.text_height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        card: Card = index.data(Role.CARD)
        if card is None:
            return
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered, ratio = card.shot == self.hovered, painter.device().devicePixelRatioF()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hovered or not sharp(ratio):
            self._card(painter, rect, card, selected, hovered)
        else:
            source = self._source(card, card.poster, rect.width() - 2, ratio)
            key = (card, selected, source and source.cacheKey(), theme.tokens, self.aspect, self.text.words)
            at_rest = QRectF(QPointF(0, 0), rect.size())
            whole = self._whole.get(
                key,
                rect.size(),
                ratio,
                lambda p: self._card(p, at_rest, card, selected, False),
                theme.colour("canvas"),
                self.allowance,
            )
            if whole is None:
                self._frame(painter, rect, selected, False)
            else:
                painter.drawPixmap(rect.topLeft(), whole)
        if focused:
            self._focus(painter, rect)
        if card.shot == self.target:
            self._offer(painter, rect)
        painter.restore()

    # ---- parts

    def _card(self, painter: QPainter, rect: QRectF, card: Card, selected: bool, hovered: bool) -> None:
        self._frame(painter, rect, selected, hovered)
        picture = QRectF(rect.x() + 1, rect.y() + 1, rect.width() - 2, round(rect.width() / self.aspect) - 1)
        self._picture(painter, picture, card, hovered)
        below = QRectF(rect.x(), picture.bottom(), rect.width(), rect.bottom() - picture.bottom())
        self.text.paint(painter, below, card)

    def _focus(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS + 2, RADIUS + 2)

    def _offer(self, painter: QPainter, rect: QRectF) -> None:
        """A frame round the card, and on its picture what a drop would do."""
        tokens = theme.tokens
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.setFont(fonts.ui(fonts.SMALL, fonts.STRONG))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self.offer, Qt.TextElideMode.ElideRight, rect.width() - 36)
        badge = QRectF(rect.x() + 8, rect.y() + 8, metrics.horizontalAdvance(text) + 16, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.fill))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(QColor(tokens.on_fill))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)

    def _frame(self, painter: QPainter, rect: QRectF, selected: bool, hovered: bool) -> None:
        tokens = theme.tokens
        fill = tokens.selected if selected else (tokens.hover if hovered else tokens.raised)
        edge = tokens.accent if selected else tokens.line
        width = 2.0 if selected else 1.0
        inset = width / 2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

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

    def _source(self, card: Card, index: int, width: float, ratio: float) -> QPixmap | None:
        """A keyframe as it was read, or None where there is none or not yet."""
        if not card.pictures:
            return None
        path: Path | None = self._file(card.pictures[index])
        return self.thumbnails.get(path, round(width), ratio)

    def _ready(self, card: Card, index: int, size: QSizeF, ratio: float) -> QPixmap | None:
        """The picture cut and scaled for its place, so that moving over its keyframes is quick."""
        source = self._source(card, index, size.width(), ratio)
        if source is None:
            return None

        def cut(painter: QPainter) -> None:
            place = QRectF(QPointF(0, 0), size)
            painter.setClipPath(_rounded_above(place))
            painter.drawPixmap(place, source, _cover(source, place))

        return self._cut.get(source.cacheKey(), size, ratio, cut)

    def helpEvent(self, event, view, option, index) -> bool:
        card: Card | None = index.data(Role.CARD)
        if card is not None:
            lines = [f"{card.state.word}: {card.state.why}" if card.state.why else card.state.word]
            if card.camera:
                lines.append(f"{card.shot_type}, {card.camera}")
            if card.words:
                lines.append(f"{card.speaker}: {card.words}" if card.speaker else card.words)
            if card.feedback is not None and card.feedback.text != card.state.why:
                lines.append(card.feedback.text)
            if card.locks:
                names = tr("whole shot") if card.locked else ", ".join(part_name(n) for n in card.locks)
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
