"""Rows of a form in the cast, and sliders that tell one step for one drag."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSlider, QWidget

from ui.studio.fields import Combo, Slide
from ui.studio.widgets import label, row

TITLE = 84


def titled(title: str, *fields: QWidget) -> QWidget:
    """A row: what it is, then its fields; the last one takes the room."""
    words = label(title, "small")
    words.setFixedWidth(TITLE)
    words.setBuddy(fields[0])
    made = QWidget()
    made.setLayout(row(words, *fields, gap=8))
    for n, field in enumerate(fields, 1):
        if n == len(fields) or isinstance(field, QComboBox):
            made.layout().setStretch(n, 1)
    if len(fields) == 1:
        made.layout().setAlignment(words, Qt.AlignmentFlag.AlignTop if fields[0].layout() else Qt.AlignmentFlag(0))
    return made


def choice(name: str, chosen: Callable[[str], object]) -> QComboBox:
    """Texts with a value each to choose from."""
    made = Combo()
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setMinimumContentsLength(8)
    made.activated.connect(lambda _: chosen(made.currentData()))
    return made


def fill(combo: QComboBox, choices: list[tuple[str, object]], value: object) -> None:
    """Puts (text, value) in and shows a value without telling anybody."""
    with QSignalBlocker(combo):
        if [combo.itemData(n) for n in range(combo.count())] != [v for _, v in choices]:
            combo.clear()
            for text, data in choices:
                combo.addItem(text, data)
        at = next((n for n, (_, v) in enumerate(choices) if v == value), -1)
        if at < 0:
            combo.addItem(str(value), value)
            at = combo.count() - 1
        combo.setCurrentIndex(at)


def slider(least: int, most: int, name: str, moved: Callable[[int], object], ended: Callable[[], object]) -> QSlider:
    """A slider; `ended` is told when a drag is over, so that it is one step."""
    made = Slide(Qt.Orientation.Horizontal)
    made.setRange(least, most)
    made.setPageStep(max(1, (most - least) // 10))
    made.setAccessibleName(name)
    made.valueChanged.connect(moved)
    made.sliderReleased.connect(ended)
    return made


def show(field: QWidget, value: int) -> None:
    """Sets a spin box or slider without telling anybody."""
    with QSignalBlocker(field):
        field.setValue(value)
        if hasattr(field, "lineEdit"):
            field.lineEdit().home(False)
