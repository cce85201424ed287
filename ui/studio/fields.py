"""Fields that change by the mouse wheel only while they have the focus: a wheel over a form scrolls the form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSlider, QSpinBox


class _Calm:
    """Comes before a widget class; the wheel never gives the focus either."""

    def __init__(self, *args: object):
        super().__init__(*args)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Combo(_Calm, QComboBox):
    pass


class Spin(_Calm, QSpinBox):
    pass


class DoubleSpin(_Calm, QDoubleSpinBox):
    pass


class Slide(_Calm, QSlider):
    pass
