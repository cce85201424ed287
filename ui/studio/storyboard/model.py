"""The shots of the open film as rows of a Qt model."""

from __future__ import annotations

import json
import logging
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt

from app.document import Character, Film, Scene, Shot
from app.edits import AnyEdit, MoveShots
from app.errors import ShotwrightError
from ui.studio.production import Production
from ui.studio.storyboard.card import Card, State, card_of, state_of
from ui.studio.workspace import Workspace

log = logging.getLogger(__name__)
MIME = "application/x-shotwright-shots"
ASSET = "application/x-shotwright-asset"
"""What the library panel drags: JSON {"kind": "mood|shot|action|character|place|prop|move", "name": ...}."""

FEW = 64
"""With more rows coming or going at once, reading all anew is quicker."""


class Role(IntEnum):
    CARD = Qt.ItemDataRole.UserRole + 1
    SHOT = Qt.ItemDataRole.UserRole + 2
    SCENE = Qt.ItemDataRole.UserRole + 3
    NUMBER = Qt.ItemDataRole.UserRole + 4
    STATE = Qt.ItemDataRole.UserRole + 5
    LOCKS = Qt.ItemDataRole.UserRole + 6
    PICTURE = Qt.ItemDataRole.UserRole + 7


class ShotsModel(QAbstractListModel):
    """One row per shot, in film order. Cards are made when asked for and kept until something they
    show changes."""

    def __init__(self, workspace: Workspace, production: Production, parent: QObject | None = None):
        super().__init__(parent)
        self.workspace, self.production = workspace, production
        self._order: list[tuple[str, str]] = []
        self._shots: dict[str, tuple[int, int, Scene, Shot]] = {}
        self._rows: dict[str, int] = {}
        self._cards: dict[str, Card] = {}
        self._stale: dict[str, list[str]] = {}
        workspace.opened.connect(self.reset)
        workspace.edited.connect(self._edited)
        production.shots_changed.connect(self._worked)
        self.reset()

    # ---- rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid() or index.row() >= len(self._order):
            return None
        scene, shot = self._order[index.row()]
        if role == Role.SHOT:
            return shot
        if role == Role.SCENE:
            return scene
        card = self.card(shot)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return card.spoken
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return f"{card.speaker}: {card.words}" if card.speaker else card.words
            case Qt.ItemDataRole.ToolTipRole:
                return f"{card.state.word}: {card.state.why}" if card.state.why else card.state.word
            case Role.CARD:
                return card
            case Role.NUMBER:
                return card.number
            case Role.STATE:
                return card.state
            case Role.LOCKS:
                return card.locks
            case Role.PICTURE:
                return card.pictures[card.poster] if card.pictures else None
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    # ---- looking up

    def card(self, shot: str) -> Card:
        """The card of a shot. Raises KeyError for a shot that is not in the film."""
        card = self._cards.get(shot)
        if card is None:
            number, scene_number, scene, what = self._shots[shot]
            doing = self.production.doing(shot)
            card = card_of(self._film, number, scene_number, scene, what, self._state(what), doing)
            self._cards[shot] = card
        return card

    def row(self, shot: str | None) -> int:
        """The row of a shot, or -1."""
        return self._rows.get(shot, -1) if shot else -1

    def shot_at(self, row: int) -> str | None:
        return self._order[row][1] if 0 <= row < len(self._order) else None

    def scenes(self) -> list[tuple[Scene, list[int]]]:
        """Scenes in order, each with the rows of its shots. While rows come and go, those of a scene that is
        gone already are left out."""
        if self._film is None:
            return []
        rows: dict[str, list[int]] = {s.id: [] for s in self._film.scenes}
        for row, (scene, _) in enumerate(self._order):
            if scene in rows:
                rows[scene].append(row)
        return [(s, rows[s.id]) for s in self._film.scenes]

    @property
    def _film(self) -> Film | None:
        return self.workspace.film

    def _state(self, shot: Shot) -> State:
        return state_of(shot, self.production.doing(shot.id), self.production.failure(shot.id), self._reasons)

    def _reasons(self, shot: str) -> list[str]:
        if shot not in self._stale:
            try:
                self._stale[shot] = self.production.stale(shot)
            except ShotwrightError as error:
                log.warning("%s: %s", shot, error)
                self._stale[shot] = []
        return self._stale[shot]

    # ---- following the film

    def reset(self) -> None:
        """Reads the whole film anew."""
        self.beginResetModel()
        self._cards.clear()
        self._stale.clear()
        self._order = self._wanted()
        self._index()
        self.endResetModel()

    def _wanted(self) -> list[tuple[str, str]]:
        return [(scene.id, shot.id) for _, scene, shot in self._film.numbered()] if self._film else []

    def _index(self) -> None:
        self._rows = {shot: row for row, (_, shot) in enumerate(self._order)}
        film = self._film
        numbers = {s.id: n for n, s in enumerate(film.scenes, 1)} if film else {}
        self._shots = {s.id: (n, numbers[sc.id], sc, s) for n, sc, s in film.numbered()} if film else {}

    def _edited(self, edit: AnyEdit) -> None:
        wanted = self._wanted()
        moved = wanted != self._order
        if len(set(wanted) ^ set(self._order)) > FEW:
            self.reset()
            return
        self._rearrange(wanted)
        concerned = self._concerned(edit)
        for shot in concerned:
            self._stale.pop(shot, None)
        if moved:  # numbers change with places
            self._cards.clear()
            self.dataChanged.emit(self.index(0), self.index(len(self._order) - 1))
            return
        for shot in concerned:
            old = self._cards.pop(shot, None)
            if old is not None and shot in self._shots and self.card(shot) != old:
                index = self.index(self._rows[shot])
                self.dataChanged.emit(index, index)

    def _concerned(self, edit: AnyEdit) -> set[str]:
        """Shots whose take may be out of date after an edit; all of them when it is not about single shots."""
        film = self._film
        concerned: set[str] = set()
        for target in edit.targets():
            if target in self._shots:
                concerned.add(target)
                continue
            try:
                found = film.find(target)
            except ShotwrightError:
                continue
            if isinstance(found, Scene):
                concerned |= {s.id for s in found.shots}
            elif isinstance(found, (Film, Character)):
                return set(self._shots)
        return concerned

    def _rearrange(self, wanted: list[tuple[str, str]]) -> None:
        """Brings rows to a new order with the fewest signals: removed, moved, inserted."""
        keep = {shot for _, shot in wanted}
        for row in range(len(self._order) - 1, -1, -1):
            if self._order[row][1] not in keep:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._order[row]
                self._index()
                self.endRemoveRows()
        have = {shot for _, shot in self._order}
        middle = [pair for pair in wanted if pair[1] in have]
        if middle != self._order:
            self.layoutAboutToBeChanged.emit()
            old = self.persistentIndexList()
            names = [self._order[i.row()][1] for i in old]
            self._order = middle
            self._index()
            self.changePersistentIndexList(old, [self.index(self._rows[n]) for n in names])
            self.layoutChanged.emit()
        for row, pair in enumerate(wanted):
            if pair[1] not in have:
                self.beginInsertRows(QModelIndex(), row, row)
                self._order.insert(row, pair)
                self._index()
                self.endInsertRows()
        self._index()

    def _worked(self, shots: set[str]) -> None:
        for shot in shots:
            self._stale.pop(shot, None)
            if self._cards.pop(shot, None) is not None and shot in self._rows:
                index = self.index(self._rows[shot])
                self.dataChanged.emit(index, index)

    # ---- drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:
        data = QMimeData()
        shots = [self._order[i.row()][1] for i in sorted(indexes, key=QModelIndex.row)]
        data.setData(MIME, json.dumps(shots).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: QModelIndex) -> bool:
        """Drops before `row`. False: the rows are not to be removed by the view; the edit moved them."""
        if action == Qt.DropAction.MoveAction and data.hasFormat(MIME) and self._order:
            row = parent.row() if parent.isValid() else row
            if 0 <= row < len(self._order):
                scene, shot = self._order[row]
                self.move(shots_in(data), scene, [r for s, r in self._order if s == scene].index(shot))
            else:
                scene = self._order[-1][0]
                self.move(shots_in(data), scene, sum(1 for s, _ in self._order if s == scene))
        return False

    def move(self, shots: list[str], scene: str, index: int) -> bool:
        """Moves shots before what is at `index` in a scene, as one undo step. A move that changes nothing is
        not made."""
        wanted = set(shots)
        order = [pair for pair in self._order if pair[1] not in wanted]
        inside = [shot for s, shot in self._order if s == scene]
        at = sum(1 for shot in inside[:index] if shot not in wanted)
        before = next((i for i, (s, _) in enumerate(order) if s == scene), None)
        if before is not None or not inside:
            start = before if before is not None else len(order)
            moved = [(scene, shot) for _, shot in self._order if shot in wanted]
            if [*order[: start + at], *moved, *order[start + at :]] == self._order:
                return False
        return self.workspace.apply(MoveShots(shots=shots, scene=scene, index=index))


def shots_in(data: QMimeData) -> list[str]:
    """Ids of the shots a drag carries."""
    try:
        found = json.loads(bytes(data.data(MIME).data()))
    except ValueError:
        return []
    return [str(s) for s in found] if isinstance(found, list) else []


def asset_in(data: QMimeData) -> tuple[str, str] | None:
    """(kind, name) of the thing a drag carries, if it is one out of the library."""
    if not data.hasFormat(ASSET):
        return None
    try:
        found = json.loads(bytes(data.data(ASSET).data()))
        return str(found["kind"]), str(found["name"])
    except (ValueError, KeyError, TypeError):
        return None
