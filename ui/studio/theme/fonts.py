"""The two fonts the studio brings along, and the sizes it uses."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from resources import FOLDER

UI_FAMILIES = ["Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans"]
CODE_FAMILIES = ["JetBrains Mono", "Consolas", "Menlo", "DejaVu Sans Mono"]

SMALL, BASE, LARGE, TITLE = 12, 13, 15, 22
"""Logical pixels."""

REGULAR, MEDIUM, STRONG = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold

_loaded = False


def load() -> None:
    """Registers the bundled fonts. Where a file is missing, the system's own fonts stand in."""
    global _loaded
    if _loaded:
        return
    for file in sorted((FOLDER / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    _loaded = True


def ui(size: int = BASE, weight: QFont.Weight = REGULAR, italic: bool = False) -> QFont:
    """The interface font at `size` logical pixels."""
    font = QFont()
    font.setFamilies(UI_FAMILIES)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setItalic(italic)
    return font


def digits(size: int = BASE, weight: QFont.Weight = REGULAR) -> QFont:
    """The interface font with figures of one width, for times and numbers that change."""
    font = ui(size, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def code(size: int = SMALL) -> QFont:
    """The font of programs."""
    font = QFont()
    font.setFamilies(CODE_FAMILIES)
    font.setPixelSize(size)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font
