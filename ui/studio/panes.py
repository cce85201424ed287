"""The panels around the storyboard: which are open, who makes way for whom, and how high the picture stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ui.studio.widgets import row

NARROW = 1500
"""Below this width one panel at each side is open at a time; logical pixels."""

TIGHT = 1120
"""Below this width one panel is open at a time; logical pixels."""

LEAST_PICTURE = 120


class Panes(QSplitter):
    """Left: outline or library; centre: the views above the player's picture; right: inspector, crew or jobs.
    changed(): a panel was opened or closed; left(): the one that had the keys was closed."""

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        left: tuple[QWidget, ...],
        views: QWidget,
        screen: QWidget,
        right: tuple[QWidget, ...],
        main: tuple[QWidget, ...],
        parent: QWidget | None = None,
    ):
        """main: those of the side panels that are open at first."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sides = (left, right)
        self._opened = list(main)
        self._made_way: set[QWidget] = set()
        self._narrow = self._tight = False
        self._pictures: dict[str, bool] = {"strip": True}
        self._view = ""
        self._needed = 0
        self._by_hand = False
        self.centre = QSplitter(Qt.Orientation.Vertical)
        self.picture = QWidget()
        for at, pane in enumerate((*left, self.centre, *right)):
            self.addWidget(pane)
            self.setStretchFactor(at, 1 if pane is self.centre else 0)
            self.setCollapsible(at, False)
            if pane is not self.centre:
                pane.setVisible(pane in main)
        self.centre.splitterMoved.connect(self._drawn)
        self.centre.addWidget(views)
        self.centre.addWidget(self.picture)
        self.centre.setStretchFactor(0, 3)
        self.centre.setStretchFactor(1, 2)
        self.centre.setCollapsible(0, False)
        self.picture.setLayout(row(screen, gap=0))
        self.picture.setMinimumHeight(LEAST_PICTURE)
        self.picture.hide()

    # ---- panels

    def is_open(self, panel: QWidget) -> bool:
        return not panel.isHidden()

    def toggle(self, panel: QWidget) -> None:
        """Opens or closes a panel."""
        self.set_open(panel, not self.is_open(panel))

    def set_open(self, panel: QWidget, shown: bool) -> None:
        """Opens or closes a panel. Where there is little room it takes the place of its neighbour, which comes back
        when it is closed."""
        holder = QApplication.focusWidget()
        leaving = not shown and holder is not None and panel.isAncestorOf(holder)
        self._made_way.discard(panel)
        self._opened = [p for p in self._opened if p is not panel] + ([panel] if shown else [])
        panel.setVisible(shown)
        self._settle()
        if leaving:
            self.left.emit()

    def _settle(self) -> None:
        for side in (sum(self._sides, ()),) if self._tight else self._sides:
            shown = [p for p in self._opened if p in side]
            for panel in shown:
                way = self._narrow and panel is not shown[-1]
                panel.setVisible(not way)
                (self._made_way.add if way else self._made_way.discard)(panel)
        self.changed.emit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        before = self._narrow, self._tight
        self._narrow, self._tight = self.width() < NARROW, self.width() < TIGHT
        if before != (self._narrow, self._tight):
            self._settle()

    # ---- the picture

    def show_view(self, name: str, height: int = 0) -> None:
        """Another view: each remembers whether the picture stands below it. height: what the view itself needs, 0 for
        as much as there is."""
        self._view = name
        shown = self._pictures.get(name, False)
        if shown != self.is_open(self.picture):
            self.show_picture(shown)
        self._needed = height if shown else 0
        self._fit()

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self._fit()  # before it has a size there is nothing to share out

    def _fit(self) -> None:
        if self._needed:
            whole = max(self.centre.height(), self._needed + LEAST_PICTURE)
            self.centre.setSizes([self._needed, whole - self._needed])
        if self.isVisible():
            self._needed = 0

    def _drawn(self) -> None:
        self._by_hand = True

    def show_picture(self, shown: bool) -> None:
        """Opens or closes the picture below the view that is shown, with a little less than half of the height until a
        person draws it to another."""
        self._pictures[self._view] = shown
        self.picture.setVisible(shown)
        if shown and not self._by_hand:  # what Qt gives a widget that was hidden differs from display to display
            height = self.centre.height()
            self.centre.setSizes([round(height * 0.55), round(height * 0.45)])
        self.changed.emit()
