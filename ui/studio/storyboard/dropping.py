"""Dragging shots on the storyboard, and dropping shots and things out of the library on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap

from ui.studio.storyboard.decor import DRAGGED, drag_picture
from ui.studio.storyboard.delegate import CardDelegate
from ui.studio.storyboard.layout import Drop
from ui.studio.storyboard.model import MIME, Role, ShotsModel, asset_in, shots_in

if TYPE_CHECKING:
    from ui.studio.storyboard.view import BoardView


class Dropping:
    """place: where the shots held over the storyboard would go."""

    def __init__(self, view: BoardView, model: ShotsModel, cards: CardDelegate):
        self._view, self._shots, self._cards = view, model, cards
        self.place: Drop | None = None

    # ---- dragging

    def drag(self) -> None:
        """Drags the selected shots until they are dropped somewhere."""
        indexes = sorted(self._view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        if not indexes:
            return
        drag = QDrag(self._view)
        drag.setMimeData(self._shots.mimeData(indexes))
        drag.setPixmap(self._picture(indexes))
        drag.setHotSpot(QPoint(24, 24))
        drag.exec(Qt.DropAction.MoveAction)
        self.leave()

    def _picture(self, indexes: list[QModelIndex]) -> QPixmap:
        first = self._shots.card(indexes[0].data(Role.SHOT))
        file = self._shots.workspace.file(first.pictures[first.poster]) if first.pictures else None
        ratio = self._view.devicePixelRatioF()
        picture = self._cards.thumbnails.get(file, DRAGGED, ratio)
        text = f"{len(indexes)} shots" if len(indexes) > 1 else f"Shot {first.label or first.number}"
        return drag_picture(picture, text, len(indexes), self._cards.aspect, ratio)

    # ---- dropping

    def enter(self, event) -> None:
        if event.mimeData().hasFormat(MIME) or asset_in(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event) -> None:
        point = event.position().toPoint()
        asset = asset_in(event.mimeData())
        if asset is not None:
            self._accept(event, self._hold_over(point, asset[1]), Qt.DropAction.CopyAction)
        elif event.mimeData().hasFormat(MIME):
            self.place = self._view.drop_at(point)
            self._accept(event, True, Qt.DropAction.MoveAction)
        else:
            event.ignore()

    def leave(self) -> None:
        self.place = self._cards.target = None

    def drop(self, event) -> None:
        point = event.position().toPoint()
        asset, place = asset_in(event.mimeData()), self._view.drop_at(point)
        self.leave()
        if asset is not None:
            index, scene = self._view.indexAt(point), self._view.heading_at(point)
            if index.isValid():
                self._view.given.emit(*asset, self._given_to(index.data(Role.SHOT)))
            elif scene is not None:
                self._view.given_scene.emit(*asset, scene)
            self._accept(event, True, Qt.DropAction.CopyAction)
        elif place is not None and event.mimeData().hasFormat(MIME):
            self._shots.move(shots_in(event.mimeData()), place.scene, place.index)
            self._accept(event, True, Qt.DropAction.MoveAction)

    def _hold_over(self, point: QPoint, name: str) -> bool:
        """Shows what a thing out of the library would be given to. False where there is nothing."""
        index = self._view.indexAt(point)
        self._cards.target = index.data(Role.SHOT) if index.isValid() else None
        count = len(self._given_to(self._cards.target)) if self._cards.target else 0
        self._cards.offer = f"{name} for {count} shots" if count > 1 else name
        return index.isValid() or self._view.heading_at(point) is not None

    def _given_to(self, shot: str) -> list[str]:
        """A drop on one of the selected cards goes to all of them."""
        chosen = [s.id for s in self._shots.workspace.shots]
        return chosen if shot in chosen else [shot]

    @staticmethod
    def _accept(event, accepted: bool, action: Qt.DropAction) -> None:
        if accepted:
            event.setDropAction(action)
            event.accept()
        else:
            event.ignore()
