"""Who makes the film: the built-in crew, or the models of the settings with what they may cost."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from agents.model.settings import ModelSettings
from app.errors import ShotwrightError
from app.settings import Settings
from ui.studio.fields import Combo, DoubleSpin
from ui.studio.language import tr
from ui.studio.widgets import label, row

HOUSE = "house"


class CrewChoice(QWidget):
    """Shows a bound for money only when a model that costs some is chosen. The choice is kept for later films."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.who = Combo()
        self.who.setAccessibleName(tr("Crew"))
        self.money = DoubleSpin()
        self.money.setRange(0.0, 10_000.0)
        self.money.setPrefix("$ ")
        self.money.setSpecialValueText(tr("no bound"))
        self.money.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.money.setFixedSize(96, 28)
        self.money.lineEdit().setTextMargins(6, 0, 6, 0)
        self.money.setAccessibleName(tr("The most the models may cost"))
        self._most = label(tr("at most"), "muted")
        self.setLayout(row(self.who, self._most, self.money))
        self.layout().setStretch(0, 1)
        self.setFocusProxy(self.who)
        self.who.currentIndexChanged.connect(lambda _: self._show_money())
        self.settings = ModelSettings()
        self.refresh()

    def refresh(self) -> None:
        """Reads who is set up."""
        try:
            self.settings, own = ModelSettings.load(), Settings.load()
        except ShotwrightError:
            own = Settings()  # told where the models are set up; the built-in crew works without
        self.who.clear()
        self.who.addItem(tr("Built-in crew (free, works offline)"), HOUSE)
        if self.settings.kinds.get("text") or self.settings.roles:
            self.who.addItem(self._models(), "")
            self.who.setCurrentIndex(0 if self.settings.crew == HOUSE else 1)
        self.money.setValue(own.money or 0.0)
        self._show_money()

    def _models(self) -> str:
        endpoints = [*self.settings.kinds.values(), *self.settings.roles.values()]
        names = dict.fromkeys(e.model for e in endpoints)
        return ", ".join(names)

    def _show_money(self) -> None:
        text = self.settings.kinds.get("text")
        costs = self.who.currentData() != HOUSE and not (text is not None and text.local)
        self.money.setVisible(costs)
        self._most.setVisible(costs)

    def keep(self) -> None:
        """Keeps the choice. Raises ShotwrightError(disk, input)."""
        if self.who.count() > 1:
            crew = self.who.currentData()
            if crew != self.settings.crew and (crew == HOUSE or self.settings.crew == HOUSE):
                self.settings.model_copy(update={"crew": crew}).save()
            if self.money.isVisible():
                Settings.load().model_copy(update={"money": self.money.value() or None}).save()

    def event(self, event: QEvent) -> bool:
        # The settings may have been changed beside this page.
        if event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return super().event(event)
