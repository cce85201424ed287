"""What the library panel lists, by kind."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, Qt

from app.document import Film
from app.errors import ShotwrightError
from app.look import Look
from library.entries import entries
from library.learned.store import LearnedLibrary
from ui.studio.language import mark
from ui.studio.storyboard.model import ASSET
from ui.studio.words import titled

KINDS = (
    ("place", mark("Places")),
    ("prop", mark("Things")),
    ("mood", mark("Light")),
    ("action", mark("Acting")),
    ("shot", mark("Shots")),
    ("move", mark("Moves")),
    ("character", mark("People")),
    ("learned", mark("Learned")),
)
ENTRIES = {"place": "places", "prop": "props", "mood": "moods", "action": "actions", "shot": "shots", "move": "moves"}
"""Kind of a dragged thing -> kind of the library's entry."""

ITEM = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Item:
    """One thing. kind: what a shot is given; look: of a person; text: its help; learned functions cannot be given."""

    kind: str
    name: str
    text: str = ""
    family: str = ""
    synonyms: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict, hash=False)
    look: Look | None = None

    def fits(self, words: str) -> bool:
        """Whether every word is in its name, its synonyms, its family or its help."""
        said = " ".join((self.name, *self.synonyms, self.family, self.text, *self.facts.values())).casefold()
        return all(word in said for word in words.casefold().split())


def items_of(kind: str, film: Film | None, learned: LearnedLibrary) -> list[Item]:
    """Everything of a kind; people are those of the film. Raises ShotwrightError(disk) for damaged functions."""
    if kind == "character":
        people = film.characters if film else []
        return [
            Item(kind, c.name, c.description or c.occupation, facts={"age": str(c.years)}, look=c.look) for c in people
        ]
    if kind == "learned":
        out = []
        for each in learned.entries():
            state = f"version {each.active} of {len(each.versions)}" if each.active else "retired"
            try:
                text = each.checked.doc
            except ShotwrightError as error:
                text = error.what
            out.append(Item(kind, each.name, text, each.sub_process, facts={"in use": state}))
        return out
    known = entries(ENTRIES[kind])
    return [Item(kind, e.name, e.description, e.family, e.synonyms, e.facts) for e in known]


class ItemsModel(QAbstractListModel):
    """The things that fit what is searched for, names that begin with it first."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._all: list[Item] = []
        self._shown: list[Item] = []
        self._words = ""

    def show_items(self, items: list[Item]) -> None:
        self._all = items
        self.search(self._words)

    def search(self, words: str) -> None:
        """Shows what fits words."""
        self._words = words
        fitting = [i for i in self._all if i.fits(words)]
        first = words.casefold().strip()
        if first:
            fitting.sort(key=lambda i: (not i.name.casefold().startswith(first), first not in i.name.casefold()))
        self.beginResetModel()
        self._shown = fitting
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        item = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return titled(item.name) if item.kind in ENTRIES else item.name
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return item.text
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        item = index.data(ITEM) if index.isValid() else None
        return flags | Qt.ItemFlag.ItemIsDragEnabled if item is not None and item.kind != "learned" else flags

    def mimeTypes(self) -> list[str]:
        return [ASSET]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            item: Item = indexes[0].data(ITEM)
            data.setData(ASSET, json.dumps({"kind": item.kind, "name": item.name}).encode())
            data.setText(item.name)
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
