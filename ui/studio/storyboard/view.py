"""The storyboard as a view: keyboard, mouse, selection, drag and drop."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.studio.language import tr
from ui.studio.storyboard.dropping import Dropping
from ui.studio.storyboard.heading import HeadingEditor
from ui.studio.storyboard.layout import Box, Drop
from ui.studio.storyboard.model import Role, ShotsModel
from ui.studio.storyboard.surface import CardSurface
from ui.studio.thumbnails import Thumbnails

SELECT = QItemSelectionModel.SelectionFlag
EDGE = 48
"""While dragging, the view scrolls when the pointer is this near to an edge."""

ARROW = 20
"""How wide the arrow of a scene's heading is to the mouse."""


class BoardView(CardSurface):
    """The board as a person works on it.

    asked(shot): Enter or double click. given(kind, name, shots): a thing out of the library was dropped on cards;
    given_scene(kind, name, scene): on a scene's heading. scene_menu_asked(scene, point): a right click on a
    heading, in global coordinates.
    """

    asked = Signal(str)
    given = Signal(str, str, list)
    given_scene = Signal(str, str, str)
    scene_menu_asked = Signal(str, QPoint)

    def __init__(self, model: ShotsModel, thumbnails: Thumbnails, parent: QWidget | None = None):
        super().__init__(model, thumbnails, parent)
        self._dropping = Dropping(self, model, self._cards)
        self._following = False
        self._pressed: QPoint | None = None
        self._naming: HeadingEditor | None = None
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Storyboard"))
        self.setAccessibleDescription(
            tr("Shots of the film. Alt with an arrow key moves the selected shots, Tab goes to the next view.")
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        model.workspace.selected.connect(self._follow)
        self.setModel(model)  # last: Qt calls at once what this class overrides
        self._rearranged()

    # ---- scenes

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

    def _drop_mark(self) -> Box | None:
        return self._dropping.place.mark if self._dropping.place is not None else None

    def _scroll_near_edge(self, point: QPoint) -> None:
        vertical = self._mode == "grid"
        bar = self.verticalScrollBar() if vertical else self.horizontalScrollBar()
        at, room = (point.y(), self.viewport().height()) if vertical else (point.x(), self.viewport().width())
        if at < EDGE:
            bar.setValue(bar.value() - 24)
        elif at > room - EDGE:
            bar.setValue(bar.value() + 24)
