"""One beat of a shot, with fields for what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit, QMenu, QSizePolicy, QToolButton

from app.document import AnyBeat, Film, Line, Pause, Shot
from ui.studio import words
from ui.studio.fields import Combo
from ui.studio.language import tr
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Prose, column, icon_button, label, number_field, row

ICONS = {"line": "speech", "action": "character", "move": "motion", "pause": "pause"}
NAMES = {"line": "Line", "action": "Action", "move": "Move", "pause": "Pause"}
MANNERS = ("", "slowly", "briskly", "running", "tired", "angry", "happy")
"""Manners of walking the crew knows; "" is unhurried."""


@dataclass(frozen=True)
class Choices:
    """What the fields of a shot's beats offer. people, hosts: (id, name) each; hosts are lines and pauses that
    actions can go along with."""

    people: tuple[tuple[str, str], ...] = ()
    hosts: tuple[tuple[str, str], ...] = ()
    actions: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    fps: float = 24.0

    @classmethod
    def of(cls, film: Film, shot: Shot) -> Choices:
        """For a shot of a film, from the catalogue."""
        from agents.catalogue import library_catalogue

        catalogue = library_catalogue()
        place = film.scene_of(shot.id).place
        spots = [p.name for p in catalogue.places[place].positions] if place in catalogue.places else []
        return cls(
            people=tuple((c.id, c.name) for c in film.characters),
            hosts=tuple((b.id, b.kind) for b in shot.beats if isinstance(b, Line | Pause)),
            actions=tuple(catalogue.actions.names),
            destinations=(*spots, *catalogue.things(place)),
            fps=float(film.rate),
        )

    @property
    def usual_action(self) -> str:
        return "Standing Talking" if "Standing Talking" in self.actions else (self.actions[0] if self.actions else "")


class BeatRow(QFrame):
    """changed(beat, values): something was chosen. typed(beat, field, text): text was typed; left(): the typing
    ended. moved(beat, step), removed(beat), split(beat): asked by the menu or a key."""

    changed = Signal(str, dict)
    typed = Signal(str, str, str)
    left = Signal()
    moved = Signal(str, int)
    removed = Signal(str)
    split = Signal(str)

    def __init__(self, what: str):
        """what: "line", "action", "move" or "pause". A row shows one beat of its kind after the other, since making
        its fields anew at every step through a film would hold up the window."""
        super().__init__()
        self.what, self.beat = what, ""
        self.text: Prose | None = None
        self._combos: dict[str, QComboBox] = {}
        self._offered: dict[str, tuple] = {}
        self.delivery: QLineEdit | None = None
        self.frames = None
        kind(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, ICONS[what])
        self.length = label(style="small")
        self.more = self._menu()
        lines = self._fields()
        head = row(sign, *lines[0], self.length, self.more, gap=6)
        body = column(head, margins=(10, 6, 6, 10), gap=6)
        for each in lines[1:]:
            body.addLayout(row(*each, margins=(22, 0, 4, 0), gap=6))
        self.setLayout(body)

    # ---- fields

    def _fields(self) -> list[list[Any]]:
        """The widgets, line by line; those of the first line stand beside the sign."""
        match self.what:
            case "line":
                self.delivery = QLineEdit()
                self.delivery.setPlaceholderText(tr("How: quietly, angry, out of breath"))
                self.delivery.setAccessibleName(tr("Delivery"))
                self.delivery.editingFinished.connect(self._delivered)
                return [[self._combo("speaker", tr("Speaker"))], [self._prose(tr("Words"))], [self.delivery]]
            case "action":
                return [
                    [self._combo("character", tr("Who"))],
                    [self._combo("action", tr("Action"), typed=True)],
                    [self._combo("during", tr("When")), self._combo("with_", tr("With whom"))],
                ]
            case "move":
                return [
                    [self._combo("character", tr("Who"))],
                    [self._combo("destination", tr("Where to"), typed=True)],
                    [self._combo("during", tr("When")), self._combo("manner", tr("Manner"))],
                ]
        self.frames = number_field(1, 100_000, tr("Length in frames"), " f")
        self.frames.setFixedWidth(84)
        self.frames.valueChanged.connect(lambda v: self.changed.emit(self.beat, {"frames": v}))
        return [[label(tr("Pause"), "strong"), self.frames, None], [self._prose(tr("What is seen meanwhile"))]]

    def _offer(self, choices: Choices) -> None:
        """Puts into the combo boxes what the shot has to choose from."""
        people = choices.people
        offers = {
            "speaker": people,
            "character": people,
            "action": tuple((a, a) for a in choices.actions),
            "destination": tuple((d, d) for d in choices.destinations),
            "manner": tuple((m, m or tr("unhurried")) for m in MANNERS),
            "with_": (("", tr("with nobody")), *((i, tr("with {name}").format(name=n)) for i, n in people)),
            "during": self._whens(choices),
        }
        for field, combo in self._combos.items():
            if self._offered.get(field) != offers[field]:
                self._offered[field] = offers[field]
                combo.setModel(_model(offers[field]))

    def _whens(self, choices: Choices) -> tuple[tuple[str, str], ...]:
        """Own turn, or along with a line or pause of the shot."""
        hosts = [h for h in choices.hosts if h[0] != self.beat]
        lines = 0
        out = [("", tr("in its own turn"))]
        for name, sort in hosts:
            lines += sort == "line"
            out.append((name, tr("during line {n}").format(n=lines) if sort == "line" else tr("during the pause")))
        return tuple(out)

    def _combo(self, field: str, name: str, typed: bool = False) -> QComboBox:
        made = Combo()
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setMinimumContentsLength(6)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if typed:
            made.setEditable(True)
            made.lineEdit().setAccessibleName(name)
            made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            made.completer().setFilterMode(Qt.MatchFlag.MatchContains)
            made.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            made.lineEdit().editingFinished.connect(lambda: self._finished(field))
        made.activated.connect(lambda _: self._chosen(field))
        self._combos[field] = made
        return made

    def _prose(self, name: str) -> Prose:
        self.text = Prose(lines=1, most=8)
        self.text.setAccessibleName(name)
        self.text.setPlaceholderText(name)
        self.text.typed.connect(lambda text: self.typed.emit(self.beat, "text", text))
        self.text.left.connect(self.left)
        return self.text

    def _menu(self) -> QToolButton:
        made = icon_button("more", tr("More for this {what}").format(what=NAMES[self.what].lower()))
        menu = QMenu(made)
        self._steps = {
            name: menu.addAction(text, work)
            for name, text, work in (
                ("up", tr("Move up") + "\tAlt+Up", lambda: self.moved.emit(self.beat, -1)),
                ("down", tr("Move down") + "\tAlt+Down", lambda: self.moved.emit(self.beat, 1)),
                ("split", tr("Split the shot here"), lambda: self.split.emit(self.beat)),
                ("remove", tr("Remove"), lambda: self.removed.emit(self.beat)),
            )
        }
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    # ---- showing

    def show_beat(self, film: Film, shot: Shot, beat: AnyBeat, choices: Choices) -> None:
        """Shows a beat of the row's kind: its values, and what the shot has to choose from."""
        other, self.beat = beat.id != self.beat, beat.id
        self._permit(shot, beat)
        with QSignalBlocker(self):
            self._offer(choices)
        for field, combo in self._combos.items():
            value = getattr(beat, field) or ""
            with QSignalBlocker(combo):
                at = combo.findData(value)
                if at < 0 and value:
                    combo.addItem(words.name_of(film, value), value)
                    at = combo.count() - 1
                combo.setCurrentIndex(at)
        if self.text is not None:
            self.text.show_text(beat.text)
        if self.delivery is not None and (other or not self.delivery.hasFocus()):
            self.delivery.setText(beat.delivery)
        if self.frames is not None:
            with QSignalBlocker(self.frames):
                self.frames.setValue(beat.frames)
        self.length.setText(words.length(beat.frames, film.rate) if beat.frames and self.frames is None else "")
        part = isinstance(beat, Line) and beat.words is not None
        self.setAccessibleName(f"{NAMES[beat.kind]}: {words.beat_text(film, beat)}")
        self.length.setToolTip(tr("Heard here: {words}").format(words=words.heard(beat)) if part else "")

    def _permit(self, shot: Shot, beat: AnyBeat) -> None:
        free, first, last = not shot.locked, shot.beats[0].id == beat.id, shot.beats[-1].id == beat.id
        for name, possible in (("up", not first), ("down", not last), ("split", not first), ("remove", True)):
            self._steps[name].setEnabled(possible and free)
        for field in (*self._combos.values(), self.delivery, self.frames):
            if field is not None:
                field.setEnabled(free)
        if self.text is not None:
            self.text.setReadOnly(not free)

    def begin(self) -> None:
        """Puts the caret where one would type first."""
        if self.text is not None:
            self.text.setFocus()
            self.text.selectAll()
        elif "action" in self._combos or "destination" in self._combos:
            field = self._combos.get("action") or self._combos["destination"]
            field.setFocus()
            field.lineEdit().selectAll()

    # ---- changing

    def _chosen(self, field: str) -> None:
        value = self._combos[field].currentData()
        values: dict[str, Any] = {field: value if value or field == "manner" else None}
        if field in ("action", "destination", "speaker", "manner"):
            values["frames"] = None
        if field in ("action", "destination"):
            values["text"] = ""
        self.changed.emit(self.beat, values)

    def _finished(self, field: str) -> None:
        """What was typed counts when it is one of the choices; else the field shows what holds."""
        combo = self._combos[field]
        at = combo.findText(combo.currentText(), Qt.MatchFlag.MatchFixedString)
        if at < 0:
            combo.lineEdit().setText(combo.itemText(combo.currentIndex()))
        elif at != combo.currentIndex():
            combo.setCurrentIndex(at)
            self._chosen(field)

    def _delivered(self) -> None:
        self.changed.emit(self.beat, {"delivery": self.delivery.text().strip(), "frames": None})

    def keyPressEvent(self, event) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.more.isEnabled():
            self.moved.emit(self.beat, step)
            return
        super().keyPressEvent(event)


@lru_cache(maxsize=64)
def _model(choices: tuple[tuple[str, str], ...]) -> QStandardItemModel:
    """The entries of a combo box; rows with the same ones share them, since some have hundreds."""
    made = QStandardItemModel()
    for value, text in choices:
        item = QStandardItem(text)
        item.setData(value, Qt.ItemDataRole.UserRole)
        made.appendRow(item)
    return made
