"""The name of a scene, typed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.studio import commands
from ui.studio.language import tr
from ui.studio.theme import fonts
from ui.studio.workspace import Workspace


class HeadingEditor(QLineEdit):
    """Enter or leaving keeps what was typed, Escape does not. closed()."""

    closed = Signal()

    def __init__(self, parent: QWidget, workspace: Workspace, scene: str):
        super().__init__(parent)
        self._workspace, self._scene, self._done = workspace, scene, False
        self.setText(workspace.film.find(scene).heading)
        self.setPlaceholderText(tr("Name of the scene"))
        self.setAccessibleName(tr("Name of the scene"))
        self.setFont(fonts.ui(fonts.BASE, fonts.STRONG))
        self.selectAll()
        self.show()
        self.setFocus()

    def finish(self, keep: bool) -> None:
        """Ends the typing."""
        if self._done:
            return
        self._done = True
        self.hide()
        if keep:
            commands.set_scene(self._workspace, self._scene, "heading", self.text().strip())
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.finish(True)
