"""The storyboard as a view: scene headings, cards, keyboard, drag and drop."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from app.edits import AnyEdit
from ui.studio.language import tr
from ui.studio.storyboard.decor import paint_heading, paint_mark
from ui.studio.storyboard.delegate import CardDelegate
from ui.studio.storyboard.dropping import Dropping
from ui.studio.storyboard.heading import HeadingEditor
from ui.studio.storyboard.kept import Allowance
from ui.studio.storyboard.layout import MARGIN, Arrangement, Box, Drop, Group, grid, strip, strip_height
from ui.studio.storyboard.model import Role, ShotsModel
from ui.studio.theme.style import theme
from ui.studio.thumbnails import Thumbnails

SELECT = QItemSelectionModel.SelectionFlag
EDGE = 48
"""While dragging, the view scrolls when the pointer is this near to an edge."""

ARROW = 20
"""How wide the arrow of a scene's heading is to the mouse."""


class BoardView(QListView):
    """A list view (so that screen readers know it as one) with a geometry of its own.

    asked(shot): Enter or double click. resized_cards(width): Ctrl with the wheel. given(kind, name, shots): a
    thing out of the library was dropped on cards; given_scene(kind, name, scene): on a scene's heading.
    scene_menu_asked(scene, point): a right click on a heading, in global coordinates.
    """

    asked = Signal(str)
    resized_cards = Signal(int)
    given = Signal(str, str, list)
    given_scene = Signal(str, str, str)
    scene_menu_asked = Signal(str, QPoint)

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(parent)
        self._shots = model
        self._cards = CardDelegate(thumbnails, model.workspace.file, parent=self)
        self._mode = "grid"
        self._wish = 232
        self._collapsed: set[str] = set()
        self._places = Arrangement()
        self._asked: tuple | None = None
        self._dropping = Dropping(self, model, self._cards)
        self._following = False
        self._pressed: QPoint | None = None
        self._naming: HeadingEditor | None = None
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.viewport().update)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # lets scrolling move what is painted
        self.setAccessibleName(tr("Storyboard"))
        self.setAccessibleDescription(
            tr("Shots of the film. Alt with an arrow key moves the selected shots, Tab goes to the next view.")
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        thumbnails.arrived.connect(lambda _: self.viewport().update())
        theme.changed.connect(self.viewport().update)
        model.workspace.selected.connect(self._follow)
        model.workspace.edited.connect(self._edited)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._rearranged)
        self._rearranged()

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

    def rename_scene(self, scene: str | None = None) -> None:
        """Lets a person type a scene's name in its heading; without one, that of the current shot's scene."""
        film, shot = self._shots.workspace.film, self._shots.workspace.shot
        if film is None or (scene is None and shot is None):
            return
        scene = scene or film.scene_of(shot.id).id
        box = next((b for s, b in self._places.headings if s == scene), None)
        if box is None:
            return
        if self._naming is not None:
            self._naming.finish(False)
        self._naming = HeadingEditor(self.viewport(), self._shots.workspace, scene)
        self._naming.setGeometry(self._on_screen(box).adjusted(30, 4, 0, -4).toRect())
        self._naming.closed.connect(self._named)

    def _named(self) -> None:
        self._naming = None
        self.setFocus()

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

    def setSelection(self, rect: QRect, flags: SELECT) -> None:
        x, y = self._in_content(rect.topLeft())
        rows = self._places.within(x, y, x + max(rect.width(), 1), y + max(rect.height(), 1))
        anchor = self.currentIndex().row()
        if rows and flags & SELECT.Current and anchor >= 0 and self._pressed is None:
            rows = list(range(min(anchor, *rows), max(anchor, *rows) + 1))
        selection = QItemSelection()
        for row in rows:
            index = self.model().index(row, 0)
            selection.select(index, index)
        self.selectionModel().select(selection, flags)

    # ---- keyboard

    def moveCursor(self, action, modifiers) -> QModelIndex:
        row = self.currentIndex().row()
        moves = QAbstractItemView.CursorAction
        steps = {moves.MoveLeft: (-1, 0), moves.MovePrevious: (-1, 0), moves.MoveRight: (1, 0), moves.MoveNext: (1, 0)}
        steps |= {moves.MoveUp: (0, -1), moves.MoveDown: (0, 1)} if self._mode == "grid" else {}
        if action in steps:
            row = self._places.step(row, *steps[action])
        elif action in (moves.MoveHome, moves.MoveEnd):
            shown = list(self._places.cards)
            row = (shown[0] if action == moves.MoveHome else shown[-1]) if shown else -1
        elif action in (moves.MovePageUp, moves.MovePageDown):
            lines = max(1, self.viewport().height() // 240)
            for _ in range(lines):
                row = self._places.step(row, 0, 1 if action == moves.MovePageDown else -1)
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def keyPressEvent(self, event) -> None:
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.asked.emit(current.data(Role.SHOT))
            return
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters are shortcuts here, not a search for a card
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_card_width(self._wish + (24 if event.angleDelta().y() > 0 else -24))
            event.accept()
        elif self._mode == "strip" and not event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    # ---- selection, both ways

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        new, old = selected.indexes(), deselected.indexes()
        if len(new) == len(old) == 1:  # a step from shot to shot: the other cards stay as they are
            for index in (*new, *old):
                self.viewport().update(self.visualRect(index).adjusted(-4, -4, 4, 4))
        else:
            self.viewport().update()
        self._tell()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self._tell()

    def _tell(self) -> None:
        if self._following:
            return
        rows = sorted(i.row() for i in self.selectionModel().selectedIndexes())
        shots = [self._shots.shot_at(r) for r in rows]
        current = self._shots.shot_at(self.currentIndex().row())
        if current not in shots and shots:
            current = shots[0]
        if current is not None:
            self._shots.workspace.select(current, [s for s in shots if s])

    def _follow(self) -> None:
        workspace = self._shots.workspace
        row = self._shots.row(workspace.current)
        self._following = True
        try:
            if row < 0:
                self.selectionModel().clear()
                return
            selection = QItemSelection()
            for shot in workspace.selection:
                index = self.model().index(self._shots.row(shot), 0)
                if index.isValid():
                    selection.select(index, index)
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), SELECT.NoUpdate)
            self.selectionModel().select(selection, SELECT.ClearAndSelect)
        finally:
            self._following = False
        self._reveal()

    def _reveal(self) -> None:
        row = self._shots.row(self._shots.workspace.current)
        if row >= 0:
            self.scrollTo(self.model().index(row, 0))

    # ---- mouse

    def mousePressEvent(self, event) -> None:
        self._pressed = event.position().toPoint()
        scene = self.heading_at(self._pressed)
        if scene is not None:
            self._press_heading(scene, event)
            return
        super().mousePressEvent(event)

    def heading_at(self, point: QPoint) -> str | None:
        """The scene whose heading is at a point of the viewport."""
        return self._places.heading_at(*self._in_content(point))

    def drop_at(self, point: QPoint) -> Drop | None:
        """Where shots dropped at a point of the viewport go."""
        return self._places.drop_at(*self._in_content(point))

    def _press_heading(self, scene: str, event) -> None:
        """The arrow closes and opens a scene, its name selects its shots, the other button opens its menu."""
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.RightButton:
            self.scene_menu_asked.emit(scene, self.viewport().mapToGlobal(point))
        elif event.button() == Qt.MouseButton.LeftButton:
            box = next(b for s, b in self._places.headings if s == scene)
            if self._in_content(point)[0] - box.x < ARROW:
                self.toggle_scene(scene)
            else:
                shots = [s.id for s in self._shots.workspace.film.find(scene).shots]
                if shots:
                    self._shots.workspace.select(shots[0], shots)

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None

    def mouseDoubleClickEvent(self, event) -> None:
        scene = self.heading_at(event.position().toPoint())
        if scene is not None:
            if event.button() == Qt.MouseButton.LeftButton:
                self.rename_scene(scene)
            return
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.asked.emit(index.data(Role.SHOT))

    def mouseMoveEvent(self, event) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, point: QPoint | None) -> None:
        index = self.indexAt(point) if point is not None else QModelIndex()
        shot = index.data(Role.SHOT) if index.isValid() else None
        scrub = None
        if shot is not None:
            box = self._places.cards[index.row()]
            x, y = self._in_content(point)
            if y - box.y < box.w / self._cards.aspect:
                scrub = min(max((x - box.x) / box.w, 0.0), 0.999)
        if (shot, scrub) != (self._cards.hovered, self._cards.scrub):
            self._cards.hovered, self._cards.scrub = shot, scrub
            self.viewport().update()

    # ---- drag and drop (see `dropping`)

    def startDrag(self, actions: Qt.DropAction) -> None:
        self._hover(None)
        self._dropping.drag()
        self._pressed = None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def dragEnterEvent(self, event) -> None:
        self._dropping.enter(event)

    def dragMoveEvent(self, event) -> None:
        self._scroll_near_edge(event.position().toPoint())
        self._dropping.move(event)
        self.viewport().update()

    def dragLeaveEvent(self, event) -> None:
        self._dropping.leave()
        self.viewport().update()

    def dropEvent(self, event) -> None:
        self._dropping.drop(event)
        self.viewport().update()

    def _scroll_near_edge(self, point: QPoint) -> None:
        vertical = self._mode == "grid"
        bar = self.verticalScrollBar() if vertical else self.horizontalScrollBar()
        at, room = (point.y(), self.viewport().height()) if vertical else (point.x(), self.viewport().width())
        if at < EDGE:
            bar.setValue(bar.value() - 24)
        elif at > room - EDGE:
            bar.setValue(bar.value() + 24)

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
        if self._dropping.place is not None:
            paint_mark(painter, self._on_screen(self._dropping.place.mark))

    def _paint_heading(self, painter: QPainter, rect: QRectF, number: int, scene_id: str) -> None:
        if self._mode == "strip":  # the heading stays in view as long as its scene does
            rect = rect.adjusted(min(max(MARGIN - rect.x(), 0), max(rect.width() - 200, 0)), 0, 0, 0)
        film = self._shots.workspace.film
        scene = film.scenes[number - 1]
        paint_heading(painter, rect, number, scene, film, scene_id in self._collapsed, self.devicePixelRatioF())
