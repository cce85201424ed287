"""Windows beside the main one: settings, help, about. Each is there once and holds up nothing."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.cli import version
from ui.studio.actions import Actions
from ui.studio.help import topics
from ui.studio.help.window import HelpWindow
from ui.studio.language import tr
from ui.studio.preferences import Preferences
from ui.studio.tasks import Tasks
from ui.studio.widgets import button, column, label, row


class Dialogs:
    def __init__(self, window: QWidget, preferences: Preferences, tasks: Tasks, set_theme: Callable[[str], object]):
        self._window, self.preferences, self.tasks, self._set_theme = window, preferences, tasks, set_theme
        self._open: dict[str, QDialog] = {}

    def settings(self, actions: Actions, page: str = "") -> QDialog:
        """The settings, at a page if one is named."""
        from ui.studio.settings.dialog import SettingsDialog

        dialog = self._show(
            "settings", lambda: SettingsDialog(self.preferences, actions, self.tasks, self._set_theme, self._window)
        )
        if page:
            dialog.show_page(page)
        return dialog

    def help(self, actions: Actions, topic: str = "") -> QDialog:
        """The help, at a page if one is named."""
        dialog = self._show("help", lambda: HelpWindow(actions, self.tasks, self._window))
        if topic:
            dialog.show_topic(topic)
        return dialog

    def about(self) -> QDialog:
        return self._show("about", lambda: _about(self._window))

    def save_keys(self, actions: Actions) -> None:
        """Asks where, and writes the key sheet as a PDF."""
        dialog = QFileDialog(self._window, tr("Save the key sheet"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["PDF (*.pdf)"])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(str(self.preferences.projects_folder.parent / "shotwright-keys.pdf"))
        dialog.fileSelected.connect(lambda file: self._keys_to(actions, Path(file)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _keys_to(self, actions: Actions, file: Path) -> None:
        write_keys(actions, file)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _show(self, name: str, make: Callable[[], QDialog]) -> QDialog:
        dialog = self._open.get(name)
        if dialog is None:
            dialog = self._open[name] = make()
            dialog.finished.connect(lambda _: self._open.pop(name, None))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog


def write_keys(actions: Actions, file: Path) -> None:
    """The key sheet as a PDF of A4 pages."""
    document = QTextDocument()
    document.setDefaultStyleSheet("td { padding: 2px 24px 2px 0; }")
    document.setMarkdown(topics.keys(actions).text)
    writer = QPdfWriter(str(file))
    writer.setTitle(tr("Keys"))
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(15, 15, 15, 15))
    )
    document.print_(writer)


def _about(parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("About Shotwright"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    what = tr("Words in, a directed, animated 3D film out. Free software under the GNU General Public License, version "
              "3 or later; what is used from others is named in THIRD_PARTY.md.")  # fmt: skip
    system = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.machine()}"
    text = label(what, "muted", wrap=True)
    text.setMinimumWidth(420)
    close = button(tr("Close"), dialog.close, style="primary")
    dialog.setLayout(
        column(
            label(f"Shotwright {version()}", "title"), text, label(system, "small"), row(None, close),
            margins=(24, 20, 24, 20), gap=12,
        )
    )  # fmt: skip
    close.setFocus()
    return dialog
