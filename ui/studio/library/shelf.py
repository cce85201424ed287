"""The shelf of the library: cards with a rendered picture, two beside each other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.studio.gallery import Gallery
from ui.studio.language import tr
from ui.studio.library.items import ENTRIES, ITEM, Item, ItemsModel
from ui.studio.theme import fonts, icons
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails

CARD = 124
TALL = ("prop", "action", "character")
"""Kinds whose pictures are about as high as wide."""

LABEL = 24


class Shelf(QListView):
    """Pictures are made for what is in view. A moving thing moves under the mouse."""

    def __init__(self, model: ItemsModel, gallery: Gallery, thumbnails: Thumbnails):
        super().__init__()
        self.gallery, self.thumbnails = gallery, thumbnails
        self.hovered: tuple[int, float] = (-1, 0.0)
        self.setModel(model)
        self.setItemDelegate(_Cards(self))
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(4)
        self.setMovement(QListView.Movement.Static)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Library"))
        gallery.arrived.connect(lambda _: self.viewport().update())
        thumbnails.arrived.connect(lambda _: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    def card_size(self) -> QSize:
        """Of a card, for the kind that is shown."""
        first = self.model().index(0, 0).data(ITEM)
        if first is not None and first.kind == "learned":
            return QSize(2 * CARD + 8, 44)
        tall = first is not None and first.kind in TALL
        return QSize(CARD, (112 if tall else 70) + LABEL)

    def key(self, item: Item) -> str:
        """The gallery's key of an item's pictures."""
        if item.look is not None:
            return self.gallery.look_key(item.look, "face", 1)
        return self.gallery.entry_key(ENTRIES[item.kind], item.name)

    def pictures(self, item: Item) -> list[Path] | None:
        if item.look is not None:
            return self.gallery.turntable(item.look, "face", 1)
        return self.gallery.entry(ENTRIES[item.kind], item.name)

    def picture(self, item: Item, share: float) -> QPixmap | None:
        """The picture of an item; of several the one at a share (0..1) of the way, the middle one at -1."""
        files = self.pictures(item)
        if not files:
            return None
        at = len(files) // 2 if share < 0 else min(len(files) - 1, int(share * len(files)))
        return self.thumbnails.get(files[at], CARD, self.devicePixelRatioF())

    def mouseMoveEvent(self, event) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        area = self.visualRect(index)
        share = (event.position().x() - area.left()) / max(area.width(), 1) if index.isValid() else 0.0
        if (index.row(), share) != self.hovered:
            self.hovered = (index.row(), share)
            self.viewport().update()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.hovered = (-1, 0.0)
        self.viewport().update()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """The card's picture goes along with the pointer."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsDragEnabled:
            return
        from PySide6.QtGui import QDrag

        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        found = self.picture(index.data(ITEM), -1)
        if found is not None:
            drag.setPixmap(found.scaledToWidth(96, Qt.TransformationMode.SmoothTransformation))
            drag.setHotSpot(QPoint(48, 24))
        drag.exec(Qt.DropAction.CopyAction)


class _Cards(QStyledItemDelegate):
    def __init__(self, shelf: Shelf):
        super().__init__(shelf)
        self.shelf = shelf

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return self.shelf.card_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        item: Item = index.data(ITEM)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("accent" if chosen else "line"))
        painter.setBrush(theme.colour("selected" if chosen else "hover" if over else "raised"))
        painter.drawRoundedRect(area, 6, 6)
        if item.kind == "learned":
            self._learned(painter, area, item)
        else:
            box = QRectF(area.left() + 3, area.top() + 3, area.width() - 6, area.height() - LABEL - 3)
            self._picture(painter, box, item, index.row())
            words = QRectF(area.left() + 6, box.bottom(), area.width() - 12, LABEL)
            font = fonts.ui(11, fonts.MEDIUM)
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            text = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _picture(self, painter: QPainter, box: QRectF, item: Item, row: int) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(box, 4, 4)
        painter.fillPath(clip, theme.colour("well"))
        share = self.shelf.hovered[1] if self.shelf.hovered[0] == row else -1.0
        found = self.shelf.picture(item, share)
        if found is None or found.isNull():
            self._waiting(painter, box, item)
            return
        painter.save()
        painter.setClipPath(clip)
        size = found.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        left, top = box.center().x() - size.width() / 2, box.center().y() - size.height() / 2
        if item.kind == "action":
            top = box.top()  # heads are at the top of the picture
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), found, QRectF(found.rect()))
        painter.restore()

    def _waiting(self, painter: QPainter, box: QRectF, item: Item) -> None:
        key = self.shelf.key(item)
        failed = self.shelf.gallery.failure(key)
        sign = "failed" if failed is not None else "rendering" if self.shelf.gallery.busy(key) else "queued"
        ratio = self.shelf.devicePixelRatioF()
        mark = icons.pixmap(sign, theme.tokens.faint, 16, ratio)
        painter.drawPixmap(int(box.center().x() - 8), int(box.center().y() - 8), mark)

    def _learned(self, painter: QPainter, area: QRectF, item: Item) -> None:
        painter.setFont(fonts.code(fonts.SMALL))
        painter.setPen(theme.colour("call"))
        top = QRectF(area.left() + 10, area.top() + 4, area.width() - 20, 18)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, item.name)
        painter.setFont(fonts.ui(11))
        painter.setPen(theme.colour("muted"))
        words = f"{item.family.capitalize()}, {item.facts['in use']}"
        painter.drawText(top.translated(0, 18), Qt.AlignmentFlag.AlignVCenter, words)
