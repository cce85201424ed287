"""Where the cards of a storyboard stand, and how the board is painted."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from app.edits import AnyEdit
from ui.studio.language import tr
from ui.studio.storyboard.decor import paint_heading, paint_mark
from ui.studio.storyboard.delegate import CardDelegate
from ui.studio.storyboard.kept import Allowance
from ui.studio.storyboard.layout import MARGIN, Arrangement, Box, Group, grid, strip, strip_height
from ui.studio.storyboard.model import ShotsModel
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails


class CardSurface(QListView):
    """A list view (so that screen readers know it as one) with a geometry of its own.

    resized_cards(width): cards have another width.
    """

    resized_cards = Signal(int)

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self._shots = model
        self._cards = CardDelegate(thumbnails, model.workspace.file, parent=self)
        self._mode = "grid"
        self._wish = 232
        self._collapsed: set[str] = set()
        self._places = Arrangement()
        self._asked: tuple | None = None
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.viewport().update)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # lets scrolling move what is painted
        thumbnails.arrived.connect(lambda _: self.viewport().update())
        theme.changed.connect(self.viewport().update)
        model.workspace.edited.connect(self._edited)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._rearranged)

    # ---- settings

    def set_mode(self, mode: str) -> None:
        """ "grid" or "strip"."""
        if mode != self._mode:
            self._mode = mode
            self._rearranged()
            self._reveal()

    def set_card_width(self, width: int) -> None:
        """How wide grid cards should be, about; between 140 and 480 logical pixels."""
        width = min(max(width, 140), 480)
        if width != self._wish:
            self._wish = width
            self._rearranged()
            self._reveal()
            self.resized_cards.emit(width)

    def strip_height(self) -> int:
        """Height the strip wants for cards of this width, with its scroll bar."""
        return round(strip_height(self._wish, self._cards.text_height(), self._cards.aspect)) + 14

    @property
    def card_width(self) -> int:
        return self._wish

    @property
    def words_shown(self) -> bool:
        return self._cards.text.words

    def show_words(self, shown: bool) -> None:
        """Shows or hides dialogue and feedback on the cards."""
        self._cards.text.words = shown
        self._rearranged()
        self._reveal()

    def toggle_scene(self, scene: str) -> None:
        """Collapses or opens a scene."""
        self._collapsed ^= {scene}
        self._rearranged()

    @property
    def collapsed(self) -> set[str]:
        """Ids of the scenes that are closed."""
        return self._collapsed

    # ---- geometry

    def _rearranged(self) -> None:
        groups = [Group(s.id, rows, s.id in self._collapsed) for s, rows in self._shots.scenes()]
        film = self._shots.workspace.film
        if film is not None:
            self._cards.aspect = film.size[0] / film.size[1]
        arrange, size = (grid, self.viewport().width()) if self._mode == "grid" else (strip, self.viewport().height())
        asked = arrange, groups, size, self._wish, self._cards.text_height(), self._cards.aspect
        if asked != self._asked:  # Qt asks for the same again after each change of the model
            self._asked = asked
            self._places = arrange(*asked[1:])
        self.updateGeometries()
        self.viewport().update()

    def _edited(self, edit: AnyEdit) -> None:
        """Headings are not rows: what changes in them is not told by the model."""
        film = self._shots.workspace.film
        scenes = [s.id for s in film.scenes]
        if scenes != [g.scene for g in self._places.groups] or self._cards.aspect != film.size[0] / film.size[1]:
            self._rearranged()
        self.viewport().update()

    def doItemsLayout(self) -> None:
        self._rearranged()

    def updateGeometries(self) -> None:
        size, (width, height) = self.viewport().size(), self._places.size
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        if self._mode == "grid":
            vertical.setRange(0, max(0, round(height - size.height())))
            vertical.setPageStep(size.height())
            vertical.setSingleStep(40)
            horizontal.setRange(0, 0)
        else:
            horizontal.setRange(0, max(0, round(width - size.width())))
            horizontal.setPageStep(size.width())
            horizontal.setSingleStep(40)
            vertical.setRange(0, 0)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._rearranged()
        self._reveal()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return index.row() not in self._places.cards

    def visualRect(self, index: QModelIndex) -> QRect:
        box = self._places.cards.get(index.row()) if index.isValid() else None
        return self._on_screen(box).toRect() if box else QRect()

    def _on_screen(self, box: Box) -> QRectF:
        return QRectF(box.x - self.horizontalOffset(), box.y - self.verticalOffset(), box.w, box.h)

    def _in_content(self, point: QPoint) -> tuple[float, float]:
        return point.x() + self.horizontalOffset(), point.y() + self.verticalOffset()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._places.card_at(*self._in_content(point))
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(self, index: QModelIndex, hint=QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        box = self._places.cards.get(index.row())
        if box is None:
            return
        view = self.viewport().size()
        for bar, start, extent, room in (
            (self.verticalScrollBar(), box.y, box.h, view.height()),
            (self.horizontalScrollBar(), box.x, box.w, view.width()),
        ):
            if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
                bar.setValue(round(start + extent / 2 - room / 2))
            elif start - 12 < bar.value():
                bar.setValue(round(start - 44 if bar is self.verticalScrollBar() else start - 12))
            elif start + extent + 12 > bar.value() + room:
                bar.setValue(round(start + extent + 12 - room))

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(-4, -4, 4, 4)
        return region

    def _reveal(self) -> None:
        row = self._shots.row(self._shots.workspace.current)
        if row >= 0:
            self.scrollTo(self.model().index(row, 0))

    # ---- painting

    def paintEvent(self, event) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("canvas"))
        if self.model().rowCount() == 0 and not self._places.groups:
            painter.setPen(theme.colour("muted"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, tr("No shots yet"))
            return
        area = QRectF(event.rect())
        for number, (scene, box) in enumerate(self._places.headings, 1):
            rect = self._on_screen(box)
            if rect.intersects(area):
                self._paint_heading(painter, rect, number, scene)
        x, y = self._in_content(event.rect().topLeft())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        chosen = {i.row() for i in self.selectionModel().selectedIndexes()}
        current, focus = self.currentIndex().row(), self.hasFocus()
        self._cards.allowance = Allowance()
        for row in self._places.within(x, y, x + area.width(), y + area.height()):
            option.rect = self._on_screen(self._places.cards[row]).toRect()
            if not event.region().intersects(option.rect.adjusted(-4, -4, 4, 4)):
                continue
            option.state = QStyle.StateFlag.State_Enabled
            if row in chosen:
                option.state |= QStyle.StateFlag.State_Selected
            if focus and row == current and len(chosen) != 1:
                option.state |= QStyle.StateFlag.State_HasFocus
            self._cards.paint(painter, option, self.model().index(row, 0))
        if self._cards.allowance.short:
            self._rest.start()
        mark = self._drop_mark()
        if mark is not None:
            paint_mark(painter, self._on_screen(mark))

    def _drop_mark(self) -> Box | None:
        """Where what is dragged would go."""
        return None

    def _paint_heading(self, painter: QPainter, rect: QRectF, number: int, scene_id: str) -> None:
        if self._mode == "strip":  # the heading stays in view as long as its scene does
            rect = rect.adjusted(min(max(MARGIN - rect.x(), 0), max(rect.width() - 200, 0)), 0, 0, 0)
        film = self._shots.workspace.film
        scene = film.scenes[number - 1]
        paint_heading(painter, rect, number, scene, film, scene_id in self._collapsed, self.devicePixelRatioF())
