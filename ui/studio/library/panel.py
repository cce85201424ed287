"""The library panel: search, kinds, the shelf, and help on what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QPushButton, QScrollArea, QStackedWidget, QWidget

from app.errors import ShotwrightError
from library.assets import FORMATS
from library.learned.store import LearnedLibrary
from ui.studio.gallery import Gallery
from ui.studio.language import counted, tr
from ui.studio.library.items import ITEM, KINDS, Item, ItemsModel, items_of
from ui.studio.library.learned import LearnedFields
from ui.studio.library.shelf import Shelf
from ui.studio.theme.style import kind
from ui.studio.thumbnails import Thumbnails
from ui.studio.widgets import Flow, button, column, icon_button, label, row, rule
from ui.studio.workspace import Workspace

Give = Callable[[str, str, list[str]], object]


class LibraryPanel(QWidget):
    """closed(): it is to be put away."""

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        gallery: Gallery,
        thumbnails: Thumbnails,
        give: Give,
        bring: Callable[[Path, Callable[[str, list[str]], object]], object],
        learned: LearnedLibrary | None = None,
        parent: QWidget | None = None,
    ):
        """give(kind, name, shots): gives shots a thing, as one step. bring(file, done): imports a 3D file."""
        super().__init__(parent)
        self.workspace, self._give, self._bring = workspace, give, bring
        self.setAcceptDrops(True)
        self.learned = learned or LearnedLibrary()
        self.kind = "place"
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "surface")
        self.setAccessibleName(tr("Library"))
        self.setMinimumWidth(304)
        self.setMaximumWidth(420)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search the library"))
        self.search.setAccessibleName(tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.model = ItemsModel(self)
        self.shelf = Shelf(self.model, gallery, thumbnails)
        self.nothing = label(style="muted", wrap=True)
        self.nothing.setContentsMargins(16, 16, 16, 16)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.shelf)
        self._stack.addWidget(self.nothing)
        self._buttons = QButtonGroup(self)
        kinds = QWidget()
        flow = Flow(gap=2)
        kinds.setLayout(flow)
        for key, title in KINDS:
            made = kind(QPushButton(tr(title)), "segment")
            made.setCheckable(True)
            made.setChecked(key == self.kind)
            made.clicked.connect(lambda _=False, k=key: self.show_kind(k))
            self._buttons.addButton(made)
            flow.addWidget(made)
        self.kinds = {k: b for (k, _), b in zip(KINDS, self._buttons.buttons(), strict=True)}
        self._build(kinds)
        self.search.textChanged.connect(self._searched)
        self.shelf.selectionModel().currentChanged.connect(lambda *_: self._show_item())
        self.shelf.activated.connect(lambda _: self.give_chosen())
        workspace.selected.connect(self._show_item)
        workspace.edited.connect(lambda _: self.refresh() if self.kind == "character" else self._show_item())
        workspace.opened.connect(self.refresh)

    def _build(self, kinds: QWidget) -> None:
        bring = icon_button("import", tr("Import 3D files as things (or drop them here)"), self.ask_import)
        close = icon_button("cross", tr("Close the library"), self.closed.emit)
        self.name = label(style="strong", wrap=True)
        self.text = label(style="small", wrap=True)
        self.facts = label(style="small", wrap=True)
        self.give = button(tr("Give to the shot"), self.give_chosen, style="primary")
        self.functions = LearnedFields(self.learned, self.refresh, self.workspace.failed.emit)
        help_ = kind(QWidget(), "page")
        help_.setLayout(column(self.name, self.text, self.facts, self.functions, None, margins=(16, 8, 16, 8), gap=4))
        self.help = QScrollArea()
        self.help.setWidgetResizable(True)
        self.help.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help.setWidget(help_)
        self._foot = QWidget()
        self._foot.setLayout(column(rule(), self.help, row(self.give, margins=(16, 4, 16, 12)), gap=0))
        self.setLayout(
            column(
                row(label(tr("Library"), "section"), None, bring, close, margins=(16, 8, 8, 4)),
                row(self.search, margins=(12, 0, 12, 6)),
                row(kinds, margins=(8, 0, 8, 6)),
                rule(),
                row(self._stack, margins=(8, 4, 0, 0)),
                self._foot,
                gap=0,
            )
        )
        self.layout().setStretch(4, 1)

    def sizeHint(self) -> QSize:
        return QSize(304, 600)

    # ---- showing

    def showEvent(self, event) -> None:
        super().showEvent(event)
        self.refresh()

    def show_kind(self, key: str) -> None:
        """Shows the things of a kind: "place", "prop", "mood", "action", "shot", "move", "character", "learned"."""
        self.kind = key
        self.kinds[key].setChecked(True)
        self.refresh()

    def show_thing(self, key: str, name: str) -> None:
        """Shows one thing of a kind, chosen."""
        self.search.clear()
        self.show_kind(key)
        for n in range(self.model.rowCount()):
            if self.model.index(n).data(ITEM).name == name:
                self.shelf.setCurrentIndex(self.model.index(n))
        self._show_item()

    def refresh(self) -> None:
        """Reads the library anew."""
        if not self.isVisible():
            return
        chosen = self.chosen
        try:
            items = items_of(self.kind, self.workspace.film, self.learned)
        except ShotwrightError as error:
            self.workspace.failed.emit(error)
            items = []
        self.model.show_items(items)
        self._show_count()
        for n in range(self.model.rowCount()):
            if chosen is not None and self.model.index(n).data(ITEM).name == chosen.name:
                self.shelf.setCurrentIndex(self.model.index(n))
        self._show_item()

    def _searched(self, text: str) -> None:
        self.model.search(text)
        if text.strip() and self.model.rowCount() == 0:
            self._elsewhere(text)
        self._show_count()
        self._show_item()

    def _elsewhere(self, text: str) -> None:
        """Goes to the first other kind that has what is searched for."""
        for key, _ in KINDS:
            if key not in (self.kind, "learned") and any(
                i.fits(text) for i in items_of(key, self.workspace.film, self.learned)
            ):
                self.show_kind(key)
                return

    def _show_count(self) -> None:
        empty = self.model.rowCount() == 0
        self._stack.setCurrentIndex(1 if empty else 0)
        words = self.search.text().strip()
        if empty and words:
            self.nothing.setText(tr("Nothing in the library is called “{words}”.").format(words=words))
        elif empty and self.kind == "learned":
            self.nothing.setText(
                tr("Nothing has been learned yet. When a review cannot be met by what there is, the crew may write a "
                   "function; it is listed here with all its versions.")
            )  # fmt: skip
        elif empty:
            self.nothing.setText(tr("There is nothing of this kind."))

    @property
    def chosen(self) -> Item | None:
        """What is chosen on the shelf."""
        index = self.shelf.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def _show_item(self) -> None:
        item = self.chosen
        self._foot.setVisible(item is not None)
        if item is None:
            return
        learned = item.kind == "learned"
        self.name.setText(self.shelf.currentIndex().data())
        self.text.setText(item.text)
        also = [f"{tr('also')}: {', '.join(item.synonyms[:8])}"] if item.synonyms else []
        self.facts.setText("\n".join([*also, *(f"{k}: {v}" for k, v in item.facts.items() if not learned)]))
        self.facts.setVisible(bool(self.facts.text()))
        self.functions.setVisible(learned)
        if learned:
            self.functions.show_function(item.name)
        self.help.setFixedHeight(330 if learned else 150)
        count = len(self.workspace.selection)
        self.give.setVisible(not learned)
        self.give.setEnabled(count > 0)
        given = counted(count, tr("Give to the shot"), tr("Give to {n} shots"))
        self.give.setText(given if count else tr("No shot is selected"))

    def give_chosen(self) -> None:
        """Gives the selected shots what is chosen."""
        item = self.chosen
        if item is not None and item.kind != "learned" and self.workspace.selection:
            self._give(item.kind, item.name, [s.id for s in self.workspace.shots])

    # ---- importing

    def ask_import(self) -> None:
        """Asks for 3D files to import."""
        dialog = QFileDialog(self, tr("Import 3D files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{tr('3D files')} ({' '.join('*' + f for f in FORMATS)})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda files: self.bring([Path(f) for f in files]))
        dialog.open()

    def bring(self, files: list[Path]) -> None:
        """Imports files in the background; what they became is shown when it is there."""
        for file in files:
            self._bring(file, self._brought)

    def _brought(self, name: str, notes: list[str]) -> None:
        self.search.clear()
        self.show_kind("prop")
        for n in range(self.model.rowCount()):
            if self.model.index(n).data(ITEM).name == name:
                self.shelf.setCurrentIndex(self.model.index(n))
        if notes:
            self.facts.setText("\n".join([*notes, self.facts.text()]).strip())
            self.facts.show()

    def dragEnterEvent(self, event) -> None:
        if _models(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:
        files = _models(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.bring(files)


def _models(data: QMimeData) -> list[Path]:
    """The 3D files that are dragged."""
    files = [Path(u.toLocalFile()) for u in data.urls() if u.isLocalFile()]
    return [f for f in files if f.suffix.lower() in FORMATS]
