"""The head of the inspector: name, state, type, length, lock, regenerate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.document import Shot
from app.edits import Group, SetField
from library.shots import SHOTS
from ui.studio import words
from ui.studio.fields import Combo
from ui.studio.language import mark, tr
from ui.studio.production import Production
from ui.studio.storyboard.card import State
from ui.studio.theme import fonts
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import button, column, icon_button, label, number_field, row
from ui.studio.workspace import Workspace

SEVERAL = mark("Several")
WANTING = ("empty", "stale", "rejected", "failed")
"""States in which a new take is what a shot needs."""


class Facts(QWidget):
    """Shows the current shot; with several selected, a change goes to all of them as one step."""

    def __init__(self, workspace: Workspace, production: Production, regenerate: Callable[[], object]):
        super().__init__()
        self.workspace, self.production = workspace, production
        self.name = kind(QLineEdit(), "plain")
        self.name.setFont(fonts.ui(fonts.LARGE, fonts.STRONG))
        self.name.setAccessibleName(tr("Shot name"))
        self.name.setToolTip(tr("Name of the shot. Empty: its number in the film"))
        self.lock = icon_button("unlock", tr("Lock the shot"), self._toggle_lock, check=True)
        self.state_icon = label()
        self.state_icon.setFixedWidth(16)
        self.state = label(wrap=True)
        self.type = Combo()
        self.type.addItems(SHOTS.names)
        self.type.setAccessibleName(tr("Shot type"))
        self.type.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.length = number_field(1, 100_000, tr("Length in frames"), " f")
        self.length.setFixedWidth(84)
        self.seconds = label(style="small")
        self.seconds.setMinimumWidth(64)
        self.regenerate = button(tr("Regenerate"), regenerate, "regenerate", "primary")
        self.regenerate.setToolTip(tr("Make a new take from the guidance (Ctrl+R)"))
        self.setLayout(
            column(
                row(self.name, self.lock, gap=4),
                row(self.state_icon, self.state, gap=6),
                4,
                row(self.type, self.length, self.seconds, gap=8),
                row(self.regenerate),
                margins=(16, 12, 16, 12),
                gap=6,
            )
        )
        self.layout().itemAt(1).layout().setStretch(1, 1)
        self.layout().itemAt(1).layout().setAlignment(self.state_icon, Qt.AlignmentFlag.AlignTop)
        self.name.editingFinished.connect(self._rename)
        self.type.textActivated.connect(lambda text: self._set("shot_type", text, "change shot type"))
        self.length.valueChanged.connect(lambda value: self._set("length", value, "change length"))

    def show_shot(self, shot: Shot | None, state: State | None) -> None:
        """Shows a shot and how it stands."""
        self.setEnabled(shot is not None)
        film = self.workspace.film
        if shot is None or film is None:
            self.name.setText("")
            self.state.setText("")
            return
        chosen = self.workspace.shots or [shot]
        number = next(n for n, _, s in film.numbered() if s.id == shot.id)
        several = len(chosen) > 1
        self.name.setReadOnly(several)
        self.name.setText(
            tr("{len} shots, text of shot {value}").format(len=len(chosen), value=shot.label or number)
            if several
            else shot.label
        )
        self.name.setPlaceholderText(tr("Shot {number}").format(number=number))
        self._show_state(state, several)
        self._show_fields(chosen, film.rate)
        locked = all(s.locked for s in chosen)
        self.lock.setChecked(locked)
        theme.dress(self.lock, "lock" if locked else "unlock")
        if several:
            text = tr("Unlock the shots (L)") if locked else tr("Lock the shots (L)")
        else:
            text = tr("Unlock the shot (L)") if locked else tr("Lock the shot (L)")
        self.lock.setToolTip(text)
        self.lock.setAccessibleName(text)
        self.regenerate.setText(tr("Regenerate {len} shots").format(len=len(chosen)) if several else tr("Regenerate"))
        wanting = state is not None and state.name in WANTING
        kind(self.regenerate, "primary" if wanting or several else "")
        theme.dress(self.regenerate, "regenerate", "on_fill" if wanting or several else "muted")
        busy = any(self.production.doing(s.id) for s in chosen)
        self.regenerate.setEnabled(not busy and not locked)

    def _show_state(self, state: State | None, several: bool) -> None:
        visible = state is not None and not several
        self.state_icon.setVisible(visible)
        self.state.setVisible(visible)
        if visible:
            theme.dress(self.state_icon, state.icon, state.tone)
            self.state.setText(f"{state.word}: {state.why}" if state.why else state.word)
            kind(
                self.state,
                {"good": "good", "warning": "warning", "bad": "bad", "accent": "busy"}.get(state.tone, "small"),
            )

    def _show_fields(self, chosen: list[Shot], rate) -> None:
        types, lengths = {s.shot_type for s in chosen}, {s.length for s in chosen}
        self.type.blockSignals(True)
        at = self.type.findText(tr(SEVERAL))
        if at >= 0:
            self.type.removeItem(at)
        wanted = next(iter(types)) if len(types) == 1 else tr(SEVERAL)
        if self.type.findText(wanted) < 0:
            self.type.addItem(wanted)
        self.type.setCurrentText(wanted)
        self.type.blockSignals(False)
        self.length.blockSignals(True)
        self.length.setValue(chosen[0].length)
        self.length.blockSignals(False)
        self.seconds.setText(words.length(chosen[0].length, rate) if len(lengths) == 1 else tr("different"))
        for field in (self.type, self.length):
            field.setEnabled(not all(s.locked for s in chosen))

    def _rename(self) -> None:
        shot = self.workspace.shot
        if shot is not None and not self.name.isReadOnly() and self.name.text().strip() != shot.label:
            self.workspace.apply(SetField(target=shot.id, field="label", value=self.name.text().strip()))

    def _set(self, field: str, value, step: str) -> None:
        if value == tr(SEVERAL):
            return
        changed = [s for s in self.workspace.shots if getattr(s, field) != value and not s.locked]
        edits = [SetField(target=s.id, field=field, value=value) for s in changed]
        if len(edits) == 1:
            self.workspace.apply(edits[0])
        elif edits:
            self.workspace.apply(Group(name=f"{step} of {len(edits)} shots", edits=edits))

    def _toggle_lock(self) -> None:
        toggle_lock(self.workspace)


def toggle_lock(workspace: Workspace) -> None:
    """Locks the selected shots, or unlocks them when all are locked, as one step."""
    shots = workspace.shots
    if not shots:
        return
    unlock = all(s.locked for s in shots)
    edits = [
        SetField(target=s.id, field="locks", value=sorted(s.locks - {"shot"} if unlock else s.locks | {"shot"}))
        for s in shots
        if s.locked == unlock
    ]
    word = "unlock" if unlock else "lock"
    counted = "a shot" if len(edits) == 1 else f"{len(edits)} shots"
    workspace.apply(Group(name=f"{word} {counted}", edits=edits))
