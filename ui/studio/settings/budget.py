"""What a film may cost in calls of models."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox

from app.errors import ShotwrightError
from app.settings import Settings
from ui.studio.fields import DoubleSpin
from ui.studio.language import tr
from ui.studio.settings.page import Page, field, form
from ui.studio.tasks import Tasks
from ui.studio.widgets import label, number_field


class BudgetPage(Page):
    def __init__(self, tasks: Tasks):
        super().__init__(
            tasks,
            tr("Budget"),
            tr("A production stops before it would pass these, and what was made stays. Models on this machine are "
               "free; the built-in crew and built-in voices cost nothing."),
        )  # fmt: skip
        self.money = DoubleSpin()
        self.money.setRange(0.0, 10_000.0)
        self.money.setDecimals(2)
        self.money.setPrefix("$ ")
        self.money.setSpecialValueText(tr("No bound"))
        self.money.setKeyboardTracking(False)
        self.money.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.money.lineEdit().setTextMargins(6, 0, 6, 0)
        self.money.setFixedHeight(28)
        self.tokens = number_field(0, 2_000_000_000, tr("Tokens a film"))
        self.tokens.setSpecialValueText(tr("No bound"))
        self.tokens.setGroupSeparatorShown(True)
        rows = form()
        field(rows, tr("Money a film"), self.money)
        field(rows, tr("Tokens a film"), self.tokens)
        note = tr("What each call used stands in ledger.jsonl in the project's folder.")
        self.add(rows, label(note, "small", wrap=True), self.problem, None)
        self._read()
        self.money.valueChanged.connect(lambda _: self._keep())
        self.tokens.valueChanged.connect(lambda _: self._keep())

    def _read(self) -> None:
        try:
            kept = Settings.load()
        except ShotwrightError as error:
            self.tell(error)
            kept = Settings()
        self.money.setValue(kept.money or 0.0)
        self.tokens.setValue(kept.tokens or 0)

    def _keep(self) -> None:
        try:
            new = {"money": self.money.value() or None, "tokens": self.tokens.value() or None}
            Settings.load().model_copy(update=new).save()
            self.tell()
        except ShotwrightError as error:
            self.tell(error)
