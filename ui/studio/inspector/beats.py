"""What happens in a shot, in turn: lines, actions, moves and pauses, as a list to edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from app.document import Action, AnyBeat, Line, Move, Pause, Shot
from app.edits import SetField
from app.errors import ShotwrightError
from ui.studio.inspector.beatrow import BeatRow, Choices
from ui.studio.language import tr
from ui.studio.theme.style import kind
from ui.studio.widgets import Flow, button, column, label
from ui.studio.workspace import Workspace

NEW_PAUSE = 24
STOCK = ("line", "action", "line", "action", "move")
"""Rows made ahead, one at a turn of the event loop: as many at once as a first shot needs hold up the window."""
STOCK_MS = 60


class BeatsPage(QScrollArea):
    """The beats of the current shot. split(beat id) is asked through `on_split`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace = workspace
        self.on_split = lambda beat: None
        self._shown: tuple | None = None
        self._rows: dict[str, BeatRow] = {}
        self._all: list[BeatRow] = []
        self._keys: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Lines and actions"))
        self._layout = QVBoxLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._nothing = label(tr("Nobody speaks or acts in this shot yet."), "muted", wrap=True)
        self.adding = QWidget()
        flow = Flow(self.adding, gap=6)
        self.adders = {
            kind_: button(text, lambda k=kind_: self.add(k), icon)
            for kind_, text, icon in (
                ("line", tr("Line"), "speech"),
                ("action", tr("Action"), "character"),
                ("move", tr("Move"), "motion"),
                ("pause", tr("Pause"), "pause"),
            )
        }
        for kind_, each in self.adders.items():
            each.setAccessibleName(tr("Add: {what}").format(what=each.text()))
            each.setToolTip(each.accessibleName())
            flow.addWidget(self.adders[kind_])
        body = kind(QWidget(), "page")
        parts = (self._nothing, self._layout, label(tr("Add"), "section"), self.adding, None)
        body.setLayout(column(*parts, margins=(16, 12, 16, 16), gap=8))
        self.setWidget(body)
        self._stock = list(STOCK)
        self._stocker = QTimer(self)
        self._stocker.timeout.connect(self._make_ahead)
        self._stocker.start(STOCK_MS)

    def _make_ahead(self) -> None:
        if len(self._all) < len(STOCK) and self._stock:
            row = self._make(self._stock.pop())
            row.hide()
            self._layout.addWidget(row)
            for each in (row, *row.findChildren(QWidget)):
                each.ensurePolished()
        else:
            self._stocker.stop()

    # ---- showing

    @property
    def editors(self) -> dict[str, Any]:
        """Beat id -> where its text is typed."""
        return {n: r.text for n, r in self._rows.items() if r.text is not None}

    def show_shot(self, shot: Shot | None) -> None:
        """Lists the beats. Rows stay while only their values change, so that the caret is kept."""
        film = self.workspace.film
        shape = (shot.id, tuple((b.id, b.kind) for b in shot.beats)) if shot else None
        if shape is None or shape != self._shown:
            self._shown = shape
            self._keys.clear()
            self._seat(shot.beats if shot else [])
        self._nothing.setVisible(shot is None or not shot.beats)
        self.adding.setEnabled(shot is not None and not shot.locked)
        for name, adder in self.adders.items():
            adder.setEnabled(name == "pause" or bool(film and film.characters))
        if shot is not None and shot.beats:
            choices = Choices.of(film, shot)
            for beat in shot.beats:
                self._rows[beat.id].show_beat(film, shot, beat, choices)

    def _seat(self, beats: list[AnyBeat]) -> None:
        """Gives every beat a row of its kind, below each other; rows not needed wait for the next shot."""
        kept = {(r.beat, r.what): r for r in self._all}
        wanted = [(b.id, b.kind) for b in beats]
        spare = [r for key, r in kept.items() if key not in wanted]
        focus = QApplication.focusWidget()
        if focus is not None and any(r.isAncestorOf(focus) for r in spare):
            focus.clearFocus()  # what is being typed there belongs to the beat that goes
        self._rows = {}
        for at, (name, what) in enumerate(wanted):
            found = kept.get((name, what)) or next((r for r in spare if r.what == what), None) or self._make(what)
            if found in spare:
                spare.remove(found)
            self._rows[name] = found
            if self._layout.indexOf(found) != at:
                self._layout.insertWidget(at, found)
            found.show()
        for made in spare:
            made.hide()

    def _make(self, what: str) -> BeatRow:
        made = BeatRow(what)
        made.changed.connect(self._changed)
        made.typed.connect(self._typed)
        made.left.connect(self._keys.clear)
        made.moved.connect(self.move)
        made.removed.connect(self.remove)
        made.split.connect(lambda b: self.on_split(b))
        self._all.append(made)
        return made

    # ---- changing

    def _beats(self) -> list[dict[str, Any]]:
        shot = self.workspace.shot
        return [b.model_dump(mode="json") for b in shot.beats] if shot else []

    def _apply(self, beats: list[dict[str, Any]], name: str) -> bool:
        """Gives the shot these beats, as one step; the motion the crew wrote is told anew."""
        from agents.catalogue import library_catalogue
        from agents.house.retelling import with_beats

        film, shot = self.workspace.film, self.workspace.shot
        if film is None or shot is None:
            return False
        try:
            edit = with_beats(film, shot.id, beats, library_catalogue(), name)
        except ShotwrightError as error:
            self.workspace.failed.emit(error)
            return False
        return self.workspace.apply(edit)

    def _changed(self, beat: str, values: dict[str, Any]) -> None:
        beats = self._beats()
        changed = next((each for each in beats if each["id"] == beat), None)
        if changed is None:
            return
        changed.update(values)
        self._apply(beats, f"change {'a line' if 'speaker' in values else 'what happens'}")

    def _typed(self, beat: str, field: str, text: str) -> None:
        shot = self.workspace.shot
        if shot is None:
            return
        beats = self._beats()
        for each in beats:
            if each["id"] == beat:
                each[field] = text
                if each["kind"] == "line":
                    each["frames"] = None  # the voice has to be measured again
        key = self._keys.setdefault(f"{beat}.{field}", self.workspace.typing_key(shot.id, f"{beat}.{field}"))
        self.workspace.apply(SetField(target=shot.id, field="beats", value=beats), merge=key)

    def add(self, what: str) -> None:
        """A new beat behind the others: "line", "action", "move" or "pause"; its first field gets the caret."""
        film, shot = self.workspace.film, self.workspace.shot
        if film is None or shot is None:
            return
        present = [*shot.subjects, *(s.character for s in shot.staging), *(c.id for c in film.characters)]
        who = present[0] if present else ""
        choices = Choices.of(film, shot)
        match what:
            case "line":
                last = next((b.speaker for b in reversed(shot.lines)), None)
                other = next((p for p in present if p != last), who)
                beat = Line(speaker=other if last else who, text="…")
            case "action":
                beat = Action(character=who, action=choices.usual_action)
            case "move":
                beat = Move(character=who, destination=choices.destinations[0] if choices.destinations else "")
            case _:
                beat = Pause(frames=NEW_PAUSE)
        if self._apply([*self._beats(), beat.model_dump(mode="json")], f"add {_article(what)}"):
            made = self._rows.get(beat.id)
            if made is not None:
                made.begin()
                self.ensureWidgetVisible(made)

    def remove(self, beat: str) -> None:
        """Takes a beat out; what went along with it takes its own turn."""
        beats = [b for b in self._beats() if b["id"] != beat]
        for each in beats:
            if each.get("during") == beat:
                each["during"] = None
        kinds = {b["id"]: b["kind"] for b in self._beats()}
        self._apply(beats, f"remove {_article(kinds.get(beat, 'pause'))}")

    def move(self, beat: str, step: int) -> None:
        """Puts a beat one place earlier (-1) or later (1)."""
        beats = self._beats()
        at = next((n for n, b in enumerate(beats) if b["id"] == beat), None)
        if at is None or not 0 <= at + step < len(beats):
            return
        beats.insert(at + step, beats.pop(at))
        if self._apply(beats, f"move {_article(beats[at + step]['kind'])}"):
            made = self._rows.get(beat)
            if made is not None:
                made.setFocus()


def _article(what: str) -> str:
    return f"an {what}" if what[:1] in "aeiou" else f"a {what}"
