"""Colours to choose from, by name, and any other one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QWidget

from ui.studio.language import tr
from ui.studio.theme.style import theme
from ui.studio.widgets import Flow, icon_button


class Chip(QAbstractButton):
    """One or several colours beside each other; a ring marks the chosen one."""

    def __init__(self, colours: Sequence[str], name: str, parent: QWidget | None = None):
        super().__init__(parent)
        self.colours = tuple(colours)
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFixedSize(24 if len(colours) == 1 else 46, 24)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        share = area.width() / len(self.colours)
        for k, colour in enumerate(self.colours):
            painter.setBrush(QColor(colour))
            if len(self.colours) == 1:
                painter.drawRoundedRect(area, 5, 5)
            else:
                painter.drawRect(QRectF(area.left() + k * share, area.top(), share, area.height()))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("text"), 2))
        elif self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), 1.5))
        else:
            painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)


class Swatches(QWidget):
    """chosen(colours): a set of colours, a tuple of '#RRGGBB'."""

    chosen = Signal(object)

    def __init__(self, name: str, free: bool = True, parent: QWidget | None = None):
        """free: any other colour can be chosen too (sets of one colour)."""
        super().__init__(parent)
        self._name, self._free = name, free
        self._choices: list[tuple[tuple[str, ...], str]] = []
        self._now: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self._flow = Flow(gap=2)
        self.setLayout(self._flow)

    def offer(self, choices: Sequence[tuple[Sequence[str], str]], now: Sequence[str]) -> None:
        """Shows (colours, name) to choose from; a set in use that is none of them comes first."""
        offered = [(tuple(c), n) for c, n in choices]
        current = tuple(now)
        if current not in [c for c, _ in offered]:
            offered.insert(0, (current, tr("The one in use")))
        if offered == self._choices:
            for n in range(self._flow.count()):
                chip = self._flow.itemAt(n).widget()
                if isinstance(chip, Chip):
                    chip.setChecked(chip.colours == current)
            self._now = current
            return
        self._choices, self._now = offered, current
        while self._flow.count():
            gone = self._flow.takeAt(0).widget()
            gone.hide()
            gone.deleteLater()
        for colours, name in offered:
            chip = Chip(colours, f"{self._name}: {name}", self)
            chip.setChecked(colours == current)
            chip.clicked.connect(lambda _=False, c=colours: self._choose(c))
            self._flow.addWidget(chip)
        if self._free:
            other = icon_button("plus", tr("{name}: another colour").format(name=self._name), self._ask)
            other.setFixedSize(24, 24)
            self._flow.addWidget(other)
        self.updateGeometry()

    def _choose(self, colours: tuple[str, ...]) -> None:
        self.offer([c for c in self._choices if c[1] != tr("The one in use")], colours)
        self.chosen.emit(colours)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._now[0]), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._choose((colour.name().upper(),)))
        dialog.open()
