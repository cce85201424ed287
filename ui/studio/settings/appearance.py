"""How the window looks: theme, size, language."""

from __future__ import annotations

from collections.abc import Callable

from ui.studio import language
from ui.studio.fields import Combo
from ui.studio.language import tr
from ui.studio.preferences import Preferences
from ui.studio.settings.page import Page, field, form
from ui.studio.tasks import Tasks
from ui.studio.widgets import Segments, label

SCALES = (75, 90, 100, 110, 125, 150, 175, 200)


class AppearancePage(Page):
    def __init__(self, tasks: Tasks, preferences: Preferences, set_theme: Callable[[str], object]):
        super().__init__(tasks, tr("Look and language"), tr("The theme changes at once, the rest with the next start."))
        self.preferences = preferences
        self.theme = Segments(
            (("dark", tr("Dark")), ("light", tr("Light")), ("system", tr("As the system"))), tr("Theme")
        )
        self.theme.choose(preferences.theme)
        self.theme.chosen.connect(set_theme)
        self.scale = Combo()
        for percent in sorted({*SCALES, preferences.scale}):
            self.scale.addItem(f"{percent} %", percent)
        self.scale.setCurrentIndex(self.scale.findData(preferences.scale))
        self.language = Combo()
        self.language.addItem(tr("As the system"), "")
        for code, name in language.languages().items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(self.language.findData(preferences.language), 0))
        self.note = label(style="small", wrap=True)
        rows = form()
        field(rows, tr("Theme"), self.theme)
        field(rows, tr("Size of everything"), self.scale)
        field(rows, tr("Language"), self.language)
        self.add(rows, self.note, None)
        self.scale.activated.connect(lambda _: self._keep("scale", self.scale.currentData()))
        self.language.activated.connect(lambda _: self._keep("language", self.language.currentData()))

    def _keep(self, name: str, value: object) -> None:
        setattr(self.preferences, name, value)
        self.preferences.save()
        self.note.setText(tr("Kept. Close Shotwright and start it again to see it."))

    def shown(self) -> None:
        self.theme.choose(self.preferences.theme)
