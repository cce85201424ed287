"""The left side: scenes with their shots, and the cast."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from app.document import Character, Film, Shot
from app.edits import AnyEdit
from ui.studio import commands, words
from ui.studio.language import counted, tr
from ui.studio.scenemenu import scene_menu, swatch
from ui.studio.theme import fonts
from ui.studio.theme.style import kind, theme
from ui.studio.theme.tokens import scene_colour
from ui.studio.widgets import column, label, row, rule
from ui.studio.workspace import Workspace

TARGET = Qt.ItemDataRole.UserRole
FEW = 12
"""With more scenes than this they start closed."""


class Outline(QWidget):
    """Choosing a scene selects its shots; choosing a person selects the shots the person is in."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace = workspace
        self._shown: tuple[tuple, tuple, tuple] | None = None
        self._following = False
        self._film: str | None = None
        self._closed: set[str] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kind(self, "surface")
        self.setMinimumWidth(168)
        self.scenes = _tree(tr("Scenes"))
        self.cast = _tree(tr("Cast"))
        self.summary = label(style="small", wrap=True)
        self.setLayout(
            column(
                row(label(tr("Scenes"), "section"), margins=(16, 12, 16, 4)),
                self.scenes,
                rule(),
                row(label(tr("Cast"), "section"), margins=(16, 12, 16, 4)),
                self.cast,
                rule(),
                row(self.summary, margins=(16, 8, 16, 8)),
                gap=0,
            )
        )
        self.layout().setStretch(1, 3)
        self.layout().setStretch(4, 2)
        self.scenes.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.scenes.customContextMenuRequested.connect(self._scene_menu)
        self.scenes.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.scenes.itemChanged.connect(self._renamed)
        self.scenes.itemExpanded.connect(self._fill_shots)
        self.scenes.itemSelectionChanged.connect(lambda: self._chosen(self.scenes))
        self.cast.itemSelectionChanged.connect(lambda: self._chosen(self.cast))
        workspace.opened.connect(self.refresh)
        workspace.edited.connect(self._edited)
        workspace.selected.connect(self._follow)
        theme.changed.connect(self._renew)
        self.refresh()

    def _edited(self, edit: AnyEdit) -> None:
        self.refresh()

    def _renew(self) -> None:
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Reads anew what changed of scenes, shots and cast."""
        film = self.workspace.film
        scenes, shots, cast = _shape(film) if film else ((), (), ())
        old, self._shown = self._shown, (scenes, shots, cast)
        if old == self._shown:
            return
        self._following = True
        if old is None or old[0] != scenes:
            self._remember_closed(film)
            self.scenes.clear()
            if film is not None:
                self._fill_scenes(film)
        elif old[1] != shots:
            for item in self._items():
                item.takeChildren()
                if item.isExpanded():
                    self._fill_shots(item)
        if old is None or old[2] != cast:
            self.cast.clear()
            self.cast.addTopLevelItems([_person(person) for person in film.characters] if film else [])
        self.summary.setText(_summary(film) if film else "")
        self._following = False
        self._follow()

    def _items(self) -> list[QTreeWidgetItem]:
        return [self.scenes.topLevelItem(n) for n in range(self.scenes.topLevelItemCount())]

    def _remember_closed(self, film: Film | None) -> None:
        """Scenes that are closed stay closed while the film is the same."""
        same = film is not None and film.id == self._film
        self._film = film.id if film else None
        self._closed = {i.data(0, TARGET)[1] for i in self._items() if not i.isExpanded()} if same else None

    def _fill_scenes(self, film: Film) -> None:
        for at, scene in enumerate(film.scenes, 1):
            item = QTreeWidgetItem([words.scene_title(at, scene)])
            item.setIcon(0, swatch(scene_colour(at - 1, scene.colour)))
            item.setToolTip(0, scene.synopsis or words.scene_title(at, scene))
            item.setData(0, TARGET, ("scene", scene.id))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setFont(0, fonts.ui(fonts.BASE, fonts.MEDIUM))
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.scenes.addTopLevelItem(item)
            item.setExpanded(len(film.scenes) <= FEW if self._closed is None else scene.id not in self._closed)

    def _fill_shots(self, item: QTreeWidgetItem) -> None:
        """Shots of a scene are put in when it is opened."""
        film = self.workspace.film
        if item.childCount() or film is None:
            return
        wanted = item.data(0, TARGET)[1]
        numbered = [(n, shot) for n, scene, shot in film.numbered() if scene.id == wanted]
        for number, shot in numbered:
            text = f"{shot.label or number}  {shot.shot_type}"
            child = QTreeWidgetItem([text + (" (omitted)" if shot.omitted else "")])
            child.setData(0, TARGET, ("shot", shot.id))
            child.setForeground(0, theme.colour("faint" if shot.omitted else "muted"))
            item.addChild(child)

    def _shots(self, target: tuple[str, str]) -> list[str]:
        """Ids of the shots a row stands for."""
        what, name = target
        film = self.workspace.film
        if what == "shot":
            return [name]
        if what == "scene":
            return [s.id for scene in film.scenes if scene.id == name for s in scene.shots]
        person = film.character(name)
        return [s.id for s in film.shots() if _in(person, s)]

    def _chosen(self, tree: QTreeWidget) -> None:
        if self._following:
            return
        shots = [s for item in tree.selectedItems() for s in self._shots(item.data(0, TARGET))]
        if shots:
            self.workspace.select(shots[0], list(dict.fromkeys(shots)))

    def _follow(self) -> None:
        """Marks the current shot in the tree."""
        self._following = True
        wanted = self.workspace.selection
        if not self.scenes.hasFocus():
            self.scenes.clearSelection()
        if not self.cast.hasFocus():
            self.cast.clearSelection()
        if len(wanted) == 1 and not self.scenes.hasFocus():
            for scene in self._items():
                for n in range(scene.childCount()):
                    if scene.child(n).data(0, TARGET)[1] == wanted[0]:
                        self.scenes.setCurrentItem(scene.child(n))
        self._following = False

    # ---- changing scenes

    def _renamed(self, item: QTreeWidgetItem) -> None:
        """The name that was typed becomes the scene's heading."""
        target = item.data(0, TARGET)
        if self._following or target is None or target[0] != "scene":
            return
        number = self.scenes.indexOfTopLevelItem(item) + 1
        text = item.text(0).removeprefix(f"Scene {number}").removeprefix(" · ").strip()
        QTimer.singleShot(0, lambda: commands.set_scene(self.workspace, target[1], "heading", text))

    def _scene_menu(self, point: QPoint) -> None:
        item = self.scenes.itemAt(point)
        if item is None or item.data(0, TARGET)[0] != "scene":
            return
        menu = self.scene_menu(item)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.scenes.viewport().mapToGlobal(point))

    def scene_menu(self, item: QTreeWidgetItem) -> QMenu:
        """What can be done with a scene."""
        return scene_menu(self, self.workspace, item.data(0, TARGET)[1], lambda: self.scenes.editItem(item, 0))


def _tree(name: str) -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setIndentation(16)
    tree.setRootIsDecorated(False)
    tree.setStyleSheet("padding-left: 8px;")
    tree.setIconSize(QSize(10, 10))
    tree.setUniformRowHeights(True)
    tree.setAccessibleName(name)
    tree.setContentsMargins(8, 0, 8, 0)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tree.setFont(fonts.ui())
    return tree


def _person(person: Character) -> QTreeWidgetItem:
    detail = person.occupation or person.description
    item = QTreeWidgetItem([f"{person.name}, {person.years}"])
    item.setIcon(0, swatch(person.look.colours[0]))
    item.setToolTip(0, f"{person.name}: {detail}" if detail else person.name)
    item.setData(0, TARGET, ("person", person.id))
    return item


def _in(person: Character, shot) -> bool:
    names = {person.id, person.name.casefold()}
    said = [*shot.subjects, *(p.character for p in shot.staging), *(b.speaker for b in shot.lines)]
    return any(n in names or n.casefold() in names for n in said)


def _summary(film: Film) -> str:
    count = counted(sum(1 for _ in film.shots(omitted=False)), tr("{n} shot"), tr("{n} shots"))
    return tr("{counted}, {time} min\n{value}×{value2}, {fps} fps").format(
        counted=count,
        time=words.running_time(film.length, film.rate),
        value=film.size[0],
        value2=film.size[1],
        fps=film.fps,
    )


def _row(shot: Shot) -> tuple:
    return shot.id, shot.label, shot.shot_type, shot.omitted, shot.length


def _shape(film: Film) -> tuple[tuple, tuple, tuple]:
    """What is shown of scenes, of shots and of the cast, to see which of them changed."""
    return (
        (film.id, *((s.id, s.heading, s.place, s.mood, s.colour, s.synopsis) for s in film.scenes)),
        (film.size, film.fps, *(tuple(map(_row, scene.shots)) for scene in film.scenes)),
        tuple((c.id, c.name, c.years, c.look.colours[0]) for c in film.characters),
    )
