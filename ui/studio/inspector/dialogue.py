"""What happens in a shot, in turn: lines, actions, moves, pauses."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.document import Line, Pause, Shot
from app.edits import SetField
from ui.studio import words
from ui.studio.theme.style import kind, theme
from ui.studio.widgets import Prose, clear, column, label, row
from ui.studio.workspace import Workspace

ICONS = {"line": "speech", "action": "character", "move": "motion", "pause": "stale"}


class DialoguePage(QScrollArea):
    """The beats of a shot. Lines can be rewritten in place."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None):
        super().__init__(parent)
        self.workspace = workspace
        self._shown: tuple | None = None
        self._editors: dict[str, Prose] = {}
        self._keys: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setAccessibleName("Dialogue and action")
        body = kind(QWidget(), "page")
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self._layout.setSpacing(8)
        self.setWidget(body)

    def show_shot(self, shot: Shot | None) -> None:
        """Lists the beats. Editors stay while only their text changes, so that the caret is kept."""
        shape = (shot.id, shot.locked, tuple((b.id, b.kind) for b in shot.beats)) if shot else None
        if shape == self._shown and shape is not None:
            for beat in shot.lines:
                if beat.id in self._editors:
                    self._editors[beat.id].show_text(beat.text)
            return
        self._shown = shape
        self._editors.clear()
        self._keys.clear()
        clear(self._layout)
        if shot is None or not shot.beats:
            self._layout.addWidget(label("Nobody speaks or acts in this shot.", "muted", wrap=True))
        else:
            for beat in shot.beats:
                self._layout.addWidget(self._row(shot, beat))
        self._layout.addStretch(1)

    def _row(self, shot: Shot, beat) -> QFrame:
        film = self.workspace.film
        frame = kind(QFrame(), "card")
        sign = label()
        sign.setFixedWidth(16)
        theme.dress(sign, ICONS[beat.kind])
        length = words.length(beat.frames, film.rate) if beat.frames else ""
        if isinstance(beat, Line):
            head = words.name_of(film, beat.speaker)
            detail = beat.delivery
        else:
            head = {"action": "Action", "move": "Move", "pause": "Pause"}[beat.kind]
            detail = ""
        top = row(label(head, "strong"), gap=8)
        if detail:
            top.addWidget(label(detail, "small"))
        top.addStretch(1)
        top.addWidget(label(length, "small"))
        texts = column(top, gap=4)
        if isinstance(beat, Line):
            editor = Prose(lines=1, most=8)
            editor.setAccessibleName(f"Line of {head}")
            editor.show_text(beat.text)
            editor.setReadOnly(shot.locked)
            editor.typed.connect(lambda text, b=beat.id: self._typed(b, text))
            editor.left.connect(lambda b=beat.id: self._keys.pop(b, None))
            self._editors[beat.id] = editor
            texts.addWidget(editor)
        elif words.beat_text(film, beat):
            texts.addWidget(label(words.beat_text(film, beat), wrap=True))
        elif isinstance(beat, Pause):
            texts.addWidget(label("Nobody speaks", "muted"))
        frame.setLayout(row(sign, texts, margins=(10, 8, 10, 10), gap=8))
        return frame

    def _typed(self, beat_id: str, text: str) -> None:
        shot = self.workspace.shot
        if shot is None:
            return
        beats = [b.model_dump(mode="json") for b in shot.beats]
        for beat in beats:
            if beat["id"] == beat_id:
                beat["text"] = text
                beat["frames"] = None  # the voice has to be measured again
        key = self._keys.setdefault(beat_id, self.workspace.typing_key(shot.id, beat_id))
        self.workspace.apply(SetField(target=shot.id, field="beats", value=beats), merge=key)
