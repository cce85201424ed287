"""The settings window. It does not hold up the studio: both can be used side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget, QWidget

from ui.studio.actions import Actions
from ui.studio.language import tr
from ui.studio.preferences import Preferences
from ui.studio.settings.appearance import AppearancePage
from ui.studio.settings.budget import BudgetPage
from ui.studio.settings.keys import KeysPage
from ui.studio.settings.machine import MachinePage
from ui.studio.settings.models import ModelsPage
from ui.studio.settings.names import NAMES
from ui.studio.settings.page import Page
from ui.studio.settings.voices import VoicesPage
from ui.studio.tasks import Tasks
from ui.studio.theme.style import kind
from ui.studio.widgets import row


class SettingsDialog(QDialog):
    """Pages by name: "models", "budget", "voices", "machine", "keys", "appearance"."""

    def __init__(
        self,
        preferences: Preferences,
        actions: Actions,
        tasks: Tasks,
        set_theme: Callable[[str], object],
        parent: QWidget | None = None,
    ):
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(920, 680))
        self.setMinimumSize(720, 480)
        self.pages: dict[str, Page] = {
            "models": ModelsPage(tasks),
            "budget": BudgetPage(tasks),
            "voices": VoicesPage(tasks),
            "machine": MachinePage(tasks),
            "keys": KeysPage(tasks, preferences, actions),
            "appearance": AppearancePage(tasks, preferences, set_theme),
        }
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages of the settings"))
        self.list.setFixedWidth(180)
        kind(self.list, "side")
        self.stack = QStackedWidget()
        for name, page in self.pages.items():
            item = QListWidgetItem(tr(NAMES[name][0]))
            item.setSizeHint(QSize(0, 32))
            self.list.addItem(item)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(page)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.stack.addWidget(area)
        self.setLayout(row(self.list, self.stack, gap=0))
        self.layout().setStretch(1, 1)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Opens at a page."""
        self.list.setCurrentRow(list(self.pages).index(name))

    def _show(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        list(self.pages.values())[at].shown()
