"""Paints what stands below the picture of a card: number and type, camera, words, state, feedback."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from app.document import SUB_PROCESSES
from ui.studio.storyboard.card import Card
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme

PAD = 10
WORD_LINES = 2
ICON = 14


class CardText:
    """words: whether dialogue and feedback are shown (a person can switch them off)."""

    def __init__(self) -> None:
        self.words = True
        self._number = fonts.digits(fonts.BASE, fonts.STRONG)
        self._small = fonts.ui(fonts.SMALL)
        self._speaker = fonts.ui(fonts.SMALL, fonts.STRONG)
        self._digits = fonts.digits(fonts.SMALL)
        self._head, self._line = QFontMetricsF(self._number), QFontMetricsF(self._small)

    def height(self) -> float:
        """Logical pixels it takes."""
        head, line = self._head.height(), self._line.height()
        words = line * WORD_LINES + 6 + line + 1 if self.words else 0
        return round(PAD + head + 2 + max(line, ICON) + 4 + words + max(line, ICON) + PAD)

    def paint(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        left, right = rect.x() + PAD, rect.right() - PAD
        line = self._line.height()
        y = rect.y() + PAD
        self._first_line(painter, left, right, y, card)
        y += self._head.height() + 2
        self._camera(painter, left, right, y, max(line, ICON), card)
        y += max(line, ICON) + 4
        if self.words:
            self._words(painter, QRectF(left, y, right - left, line * WORD_LINES), card)
            y += line * WORD_LINES + 6
        self._state(painter, left, right, y, max(line, ICON), card)
        if self.words and card.feedback is not None:
            y += max(line, ICON) + 1
            self._feedback(painter, QRectF(left, y, right - left, line), card)

    def _first_line(self, painter: QPainter, left: float, right: float, y: float, card: Card) -> None:
        """Number or label, shot type, length."""
        tokens, baseline = theme.tokens, y + self._head.ascent()
        painter.setFont(self._digits)
        painter.setPen(QColor(tokens.muted))
        length_width = QFontMetricsF(self._digits).horizontalAdvance(card.length)
        painter.drawText(QPointF(right - length_width, baseline), card.length)
        painter.setFont(self._number)
        painter.setPen(QColor(tokens.text))
        name = self._head.elidedText(card.label or str(card.number), Qt.TextElideMode.ElideRight, (right - left) * 0.45)
        painter.drawText(QPointF(left, baseline), name)
        x = left + self._head.horizontalAdvance(name) + 8
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        room = right - length_width - 8 - x
        painter.drawText(QPointF(x, baseline), self._line.elidedText(card.shot_type, Qt.TextElideMode.ElideRight, room))

    def _camera(self, painter: QPainter, left: float, right: float, y: float, height: float, card: Card) -> None:
        """Lens and moves, and at the right edge locks, notes and the number of takes."""
        tokens, ratio = theme.tokens, painter.device().devicePixelRatioF()
        middle = y + height / 2
        baseline = middle + (self._line.ascent() - self._line.descent()) / 2
        x = self._badges(painter, left, right, middle, baseline, ratio, card)
        if card.moving:
            painter.drawPixmap(
                QPointF(left, middle - ICON / 2), icons.pixmap("cinematography", tokens.faint, ICON, ratio)
            )
            left += ICON + 4
        painter.setFont(self._digits)
        painter.setPen(QColor(tokens.faint))
        text = self._line.elidedText(card.camera, Qt.TextElideMode.ElideRight, max(x - left - 8, 0))
        painter.drawText(QPointF(left, baseline), text)

    def _badges(self, painter, left: float, right: float, middle: float, baseline: float, ratio: float, card) -> float:
        """The left edge of what was painted."""
        tokens, x = theme.tokens, right
        painter.setFont(self._digits)
        painter.setPen(QColor(tokens.muted))
        for name, count in (("takes", card.takes if card.takes > 1 else 0), ("warning", card.notes)):
            if count:
                width = self._line.horizontalAdvance(str(count))
                painter.drawText(QPointF(x - width, baseline), str(count))
                x -= width + ICON + 3
                painter.drawPixmap(QPointF(x, middle - ICON / 2), icons.pixmap(name, tokens.muted, ICON, ratio))
                x -= 8
        if card.locks:
            signs = () if card.locked else tuple(n for n in SUB_PROCESSES if n in card.locks)
            if x - ICON - len(signs) * (ICON + 2) < left + 48:
                signs = ()
            x -= ICON + len(signs) * (ICON + 2)
            painter.drawPixmap(QPointF(x, middle - ICON / 2), icons.pixmap("lock", tokens.text, ICON, ratio))
            for n, sign in enumerate(signs, 1):
                place = QPointF(x + n * (ICON + 2), middle - ICON / 2)
                painter.drawPixmap(place, icons.pixmap(sign, tokens.muted, ICON, ratio))
        return x

    def _words(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        tokens = theme.tokens
        text = f"{card.speaker}  {card.words}" if card.speaker else card.words
        if not text:
            return
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
            line.setPosition(QPointF(0, lines * self._line.height()))
            lines += 1
        layout.endLayout()
        last = layout.lineAt(lines - 1)
        painter.setPen(QColor(tokens.muted))
        if last.textStart() + last.textLength() >= len(text.rstrip()):
            layout.draw(painter, rect.topLeft())
            return
        rest = self._line.elidedText(text[last.textStart() :], Qt.TextElideMode.ElideRight, rect.width())
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -self._line.height()), Qt.ClipOperation.IntersectClip)
        layout.draw(painter, rect.topLeft())
        painter.restore()
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(QPointF(rect.x(), rect.y() + last.y() + self._line.ascent()), rest)

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
        tone = getattr(theme.tokens, card.state.tone)
        ratio = painter.device().devicePixelRatioF()
        middle = y + height / 2
        baseline = middle + (self._line.ascent() - self._line.descent()) / 2
        painter.drawPixmap(QPointF(left, middle - ICON / 2), icons.pixmap(card.state.icon, tone, ICON, ratio))
        painter.setFont(self._digits)
        painter.setPen(QColor(tone))
        x = left + ICON + 6
        text = self._line.elidedText(card.state.word, Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QPointF(x, baseline), text)
        x += self._line.horizontalAdvance(text) + 8
        if self.words and card.feedback is None and card.state.why:
            painter.setPen(QColor(theme.tokens.faint))
            why = self._line.elidedText(card.state.why, Qt.TextElideMode.ElideRight, max(right - x, 0))
            painter.drawText(QPointF(x, baseline), why)

    def _feedback(self, painter: QPainter, rect: QRectF, card: Card) -> None:
        """One line of what the reviewer says, with its sign where it is not that of the state."""
        feedback = card.feedback
        tone = QColor(getattr(theme.tokens, "muted" if feedback.icon == card.state.icon else feedback.tone))
        x = rect.x()
        if feedback.icon != card.state.icon:
            ratio = painter.device().devicePixelRatioF()
            sign = icons.pixmap(feedback.icon, tone.name(), ICON, ratio)
            painter.drawPixmap(QPointF(x, rect.center().y() - ICON / 2), sign)
            x += ICON + 6
        painter.setFont(self._small)
        painter.setPen(tone)
        text = self._line.elidedText(feedback.text, Qt.TextElideMode.ElideRight, rect.right() - x)
        painter.drawText(QPointF(x, rect.y() + self._line.ascent()), text)
