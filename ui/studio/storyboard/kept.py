"""Painted pictures, kept by what they show: painting one again is a plain copy."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap


class Allowance:
    """What one painting may spend on pictures that are not kept yet, so that a view shown for the first time does not
    hold up the window; one of them is always painted. short: whether something was left for the next painting."""

    def __init__(self, seconds: float = 0.005):
        self._left, self.short = seconds, False

    def spent(self) -> bool:
        self.short = self.short or self._left <= 0
        return self._left <= 0

    def take(self, seconds: float) -> None:
        self._left -= seconds


class Kept:
    """Pictures up to a number of bytes; those not asked for the longest go first."""

    def __init__(self, limit: int):
        """limit: bytes kept."""
        self._limit, self._bytes = limit, 0
        self._pictures: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._used: dict[Hashable, Allowance | None] = {}

    def get(
        self,
        key: Hashable,
        size: QSizeF,
        ratio: float,
        paint: Callable[[QPainter], None],
        ground: QColor | Qt.GlobalColor = Qt.GlobalColor.transparent,
        allowance: Allowance | None = None,
    ) -> QPixmap | None:
        """The picture of `key`, painted on `ground` now if it is not there; None if that is more than is allowed now.
        key: everything that `paint` depends on; size: logical pixels; ratio: device pixels for each."""
        wanted = (key, size.width(), size.height(), ratio)
        made = self._pictures.get(wanted)
        if made is None:
            if allowance is not None and allowance.spent():
                return None
            begun = time.perf_counter()
            made = QPixmap((size * ratio).toSize())
            made.setDevicePixelRatio(ratio)
            made.fill(ground)
            painter = QPainter(made)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            paint(painter)
            painter.end()
            self._pictures[wanted], self._used[wanted] = made, allowance
            self._bytes += _bytes(made)
            self._make_room(allowance)
            if allowance is not None:
                allowance.take(time.perf_counter() - begun)
        self._pictures.move_to_end(wanted)
        self._used[wanted] = allowance
        return made

    def _make_room(self, painting: Allowance | None) -> None:
        """Lets the oldest go, but none that `painting` has used: on a very large screen it would never come to an
        end."""
        while self._bytes > self._limit and len(self._pictures) > 1:
            oldest = next(iter(self._pictures))
            if painting is not None and self._used[oldest] is painting:
                return
            self._bytes -= _bytes(self._pictures.pop(oldest))
            del self._used[oldest]


def sharp(ratio: float) -> bool:
    """Whether a kept picture with words in it looks as if painted in place: only where no pixel falls between two."""
    return ratio == round(ratio)


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
