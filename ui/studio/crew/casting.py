"""Who plays which role, to be chosen role by role."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from agents.roles import ROLES
from ui.studio.crew.watch import CrewWatch
from ui.studio.fields import Combo
from ui.studio.language import mark, tr
from ui.studio.theme.style import kind
from ui.studio.widgets import column, label, row

PLAYERS = (("house", mark("House crew")), ("model", mark("Model")), ("person", mark("I answer myself")))


class RoleRow(QFrame):
    """One role: what it does, who plays it, what it did last."""

    def __init__(self, watch: CrewWatch, role: str):
        super().__init__()
        self.watch, self.role = watch, role
        kind(self, "card")
        self.box = Combo()
        self.box.setAccessibleName(tr("Who plays the {role}").format(role=role))
        self.box.setToolTip(tr("From the next question on, while this film is open"))
        for key, text in PLAYERS:
            self.box.addItem(tr(text), key)
        self.box.activated.connect(lambda _: watch.recast(role, self.box.currentData()))
        self.state = label(style="small", wrap=True)
        head = row(label(role.capitalize(), "strong"), None, self.box)
        self.setLayout(column(head, label(ROLES[role], "muted", wrap=True), self.state, margins=(12, 8, 8, 8), gap=4))
        self.refresh()

    def refresh(self) -> None:
        """Shows the player and the latest of this role."""
        crew = self.watch.crew
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(self.watch.player(self.role)))
        offered = crew is not None and crew.offers_model(self.role)
        at = self.box.findData("model")
        model = crew.client.settings.endpoint(self.role).model if offered else ""
        self.box.setItemText(at, model if offered else tr("Model (none set up)"))
        self.box.model().item(at).setEnabled(offered)
        self.box.setEnabled(crew is not None)
        doing = self.watch.doing.get(self.role)
        last = next((e.event for e in reversed(self.watch.steps) if e.event.role == self.role), None)
        if doing is not None:
            text = doing.text
        elif last is not None:
            from ui.studio.crew.feed import title_of

            text = tr("Last: {what}").format(what=title_of(last))
        else:
            text = ""
        kind(self.state, "busy" if doing else "small")
        self.state.setText(text)
        self.state.setVisible(bool(text))


class CastingPage(QScrollArea):
    """All roles."""

    def __init__(self, watch: CrewWatch, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Who plays what"))
        self.rows = {role: RoleRow(watch, role) for role in ROLES}
        body = kind(QWidget(), "page")
        body.setLayout(column(*self.rows.values(), None, margins=(16, 8, 16, 16), gap=8))
        self.setWidget(body)
        for signal in (watch.crew_changed, watch.doing_changed, watch.stepped):
            signal.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Shows all roles as they are now."""
        for each in self.rows.values():
            each.refresh()
