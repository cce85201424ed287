"""The checks a shot passed, painted as one card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.studio.language import tr
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme

PAD, SIGN, GAP, RADIUS = 10, 24, 8, 6
"""Logical pixels: round the card, the sign's column, between checks, of the corners."""
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
LINE = WRAP.value


class Passed(QWidget):
    """Painted, since a widget for each of some twenty checks would be laid out at every step through a film."""

    def __init__(self) -> None:
        super().__init__()
        self._checks: Sequence[tuple[str, str]] = ()
        self._places: dict[int, list[tuple[QRect, QRect]]] = {}
        self._widths: dict[tuple[bool, str], int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fonts = fonts.ui(), fonts.ui(fonts.SMALL)
        self._metrics = tuple(map(QFontMetrics, self._fonts))
        theme.changed.connect(self.update)

    def show_checks(self, checks: Sequence[tuple[str, str]]) -> None:
        """checks: what was found and its numbers, of each."""
        self._checks = checks
        self._places.clear()
        self._widths.clear()
        self.setAccessibleName(tr("Passed") + ": " + "; ".join(message for message, _ in checks))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        placed = self._placed(width)
        return placed[-1][1].bottom() + 1 + PAD if placed else 0

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def _placed(self, width: int) -> list[tuple[QRect, QRect]]:
        """Where the words and the numbers of each check stand in a card that wide."""
        if width not in self._places:
            x, y, room = PAD + SIGN, PAD, max(width - 2 * PAD - SIGN, 40)
            self._places[width] = placed = []
            for message, detail in self._checks:
                first = QRect(x, y, room, self._height(message, False, room))
                y += first.height()
                high = self._height(detail, True, room) if detail else 0
                placed.append((first, QRect(x, y + (2 if high else 0), room, high)))
                y = placed[-1][1].bottom() + 1 + GAP
        return self._places[width]

    def _height(self, text: str, small: bool, room: int) -> int:
        """Of a text in a column that wide. A layout asks for many widths, and most texts fit into one line of each."""
        metrics = self._metrics[small]
        if (small, text) not in self._widths:
            self._widths[small, text] = metrics.boundingRect(QRect(0, 0, 9999, 9999), LINE, text).width()
        if self._widths[small, text] < room:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, room, 9999), LINE, text).height()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        sign = icons.pixmap("passed", theme.tokens.good, 16, self.devicePixelRatioF())
        words, small = self._fonts
        for (message, detail), (first, second) in zip(self._checks, self._placed(self.width()), strict=True):
            if not event.rect().intersects(first.united(second)):
                continue
            painter.drawPixmap(QPointF(PAD, first.y()), sign)
            painter.setFont(words)
            painter.setPen(theme.colour("text"))
            painter.drawText(first, LINE, message)
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            painter.drawText(second, LINE, detail)
