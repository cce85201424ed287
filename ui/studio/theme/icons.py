"""Line icons drawn once as SVG and coloured from the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import FOLDER

ICONS = FOLDER / "icons"
SIZES = (16, 20, 24)
SCALES = (1, 2)


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def names() -> list[str]:
    """All icons there are."""
    return sorted(p.stem for p in ICONS.glob("*.svg"))


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon `size` logical pixels square in one colour ('#RRGGBB'), for a screen of this pixel ratio.
    Raises FileNotFoundError for an icon that is not there."""
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@lru_cache(maxsize=256)
def icon(name: str, colour: str, disabled: str, checked: str, gap: int = 0) -> QIcon:
    """An icon with its disabled and checked colours. `gap`: logical pixels of room on its right side."""
    made = QIcon()
    for size in SIZES:
        for ratio in SCALES:
            for state, normal in ((QIcon.State.Off, colour), (QIcon.State.On, checked)):
                made.addPixmap(_widened(pixmap(name, normal, size, ratio), gap), QIcon.Mode.Normal, state)
                made.addPixmap(_widened(pixmap(name, disabled, size, ratio), gap), QIcon.Mode.Disabled, state)
    return made


def _widened(image: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return image
    ratio = image.devicePixelRatio()
    made = QPixmap(image.width() + round(gap * ratio), image.height())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, 0, image)
    painter.end()
    return made
