"""What can be done with a scene, as a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from library.moods import MOODS
from ui.studio import commands
from ui.studio.language import tr
from ui.studio.theme.tokens import SCENE_COLOUR_NAMES, SCENE_COLOURS
from ui.studio.workspace import Workspace


def scene_menu(parent: QWidget, workspace: Workspace, name: str, rename: Callable[[], object]) -> QMenu:
    """The menu of the scene with this id; `rename` lets its name be typed."""
    from library.places import places  # the first menu waits for it, not the first window

    scene = workspace.film.find(name)
    menu = QMenu(parent)
    menu.addAction(tr("Rename"), rename)
    colours = menu.addMenu("Colour")
    for title, colour in (("As its number", ""), *zip(SCENE_COLOUR_NAMES, SCENE_COLOURS, strict=True)):
        action = colours.addAction(title, lambda c=colour: commands.set_scene(workspace, name, "colour", c))
        action.setCheckable(True)
        action.setChecked(scene.colour == colour)
        if colour:
            action.setIcon(swatch(colour))
    for title, field, choices in (("Light", "mood", MOODS.names), ("Place", "place", list(places()))):
        part = menu.addMenu(title)
        for choice in choices:
            action = part.addAction(choice, lambda f=field, c=choice: commands.set_scene(workspace, name, f, c))
            action.setCheckable(True)
            action.setChecked(getattr(scene, field) == choice)
    menu.addSeparator()
    menu.addAction(tr("Move earlier"), lambda: commands.move_scene(workspace, name, -1))
    menu.addAction(tr("Move later"), lambda: commands.move_scene(workspace, name, 1))
    menu.addSeparator()
    delete = menu.addAction(tr("Delete with its shots"), lambda: commands.delete_scene(workspace, name))
    delete.setEnabled(not any(s.locked for s in scene.shots))
    return menu


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
