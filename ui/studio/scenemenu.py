"""What can be done with a scene, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from library.moods import MOODS
from ui.studio import commands, words
from ui.studio.language import tr
from ui.studio.theme.tokens import SCENE_COLOUR_NAMES, SCENE_COLOURS
from ui.studio.workspace import Workspace


def scene_menu(parent: QWidget, workspace: Workspace, name: str, rename: Callable[[], object]) -> QMenu:
    """The menu of the scene with this id; `rename` lets its name be typed."""
    from library.places import places  # the first menu waits for these, not the first window
    from render.grade import GRADES

    scene = workspace.film.find(name)
    menu = QMenu(parent)
    menu.addAction(tr("Rename"), rename)
    colours = menu.addMenu(tr("Colour"))
    for title, colour in ((tr("As its number"), ""), *zip(map(tr, SCENE_COLOUR_NAMES), SCENE_COLOURS, strict=True)):
        action = colours.addAction(title, lambda c=colour: commands.set_scene(workspace, name, "colour", c))
        action.setCheckable(True)
        action.setChecked(scene.colour == colour)
        if colour:
            action.setIcon(swatch(colour))
    named = {choice: words.titled(choice) for choice in (*MOODS.names, *places(), *GRADES)}
    for title, field, choices in (
        (tr("Light"), "mood", MOODS.names), (tr("Place"), "place", list(places())),
        (tr("Begins with"), "transition", list(words.TRANSITIONS)), (tr("Colours of the film"), "grade", list(GRADES)),
    ):  # fmt: skip
        part = menu.addMenu(title)
        for choice in choices:
            text = tr(words.TRANSITIONS[choice]) if field == "transition" else named[choice]
            action = part.addAction(text, lambda f=field, c=choice: commands.set_scene(workspace, name, f, c))
            action.setCheckable(True)
            action.setChecked((getattr(scene, field) or "natural") == choice)
    shots = [s.id for s in scene.shots]
    music_menu(menu, tr("Music"), workspace, shots).setEnabled(bool(shots))
    menu.addSeparator()
    menu.addAction(tr("Move earlier"), lambda: commands.move_scene(workspace, name, -1))
    menu.addAction(tr("Move later"), lambda: commands.move_scene(workspace, name, 1))
    menu.addSeparator()
    delete = menu.addAction(tr("Delete with its shots"), lambda: commands.delete_scene(workspace, name))
    delete.setEnabled(not any(s.locked for s in scene.shots))
    return menu


def music_menu(menu: QMenu, title: str, workspace: Workspace, shots: list[str]) -> QMenu:
    """Adds a menu with the music under these shots; what plays under all of them is ticked."""
    from render.music import FEELINGS

    part = menu.addMenu(title)
    playing = {words.music_under(workspace.film.scene_of(s), s) for s in shots}
    for text, feeling in ((tr("None"), ""), *((words.titled(f), f) for f in FEELINGS)):
        action = part.addAction(text, lambda f=feeling: commands.set_music(workspace, shots, f))
        action.setCheckable(True)
        action.setChecked(playing == {feeling})
        if not feeling:
            part.addSeparator()
    return part


@lru_cache(maxsize=256)
def swatch(colour: str) -> QIcon:
    """A small square of a colour."""
    ratio = 2.0
    image = QPixmap(round(10 * ratio), round(10 * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(1, 1, 8, 8, 2, 2)
    painter.end()
    return QIcon(image)
