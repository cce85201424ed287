"""How somebody sounds, to listen to."""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.document import Character, Film
from app.errors import ShotwrightError
from app.voice import Voice
from ui.studio.cast.form import choice, fill, show, slider, titled
from ui.studio.language import mark, tr
from ui.studio.sound import Sound
from ui.studio.tasks import Tasks
from ui.studio.theme.style import kind
from ui.studio.widgets import button, column, label, number_field, row

WHO = {
    ("female", "child"): mark("Girl"),
    ("male", "child"): mark("Boy"),
    ("female", "adult"): mark("Woman"),
    ("male", "adult"): mark("Man"),
    ("female", "old"): mark("Old woman"),
    ("male", "old"): mark("Old man"),
}


class VoiceFields(QWidget):
    """changed(voice, merge): another voice or a change of it; merge: part of one drag. fitting(): a voice that fits
    is wanted."""

    changed = Signal(object, bool)
    settled = Signal()
    fitting = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None):
        super().__init__(parent)
        self._tasks = tasks
        self._person: Character | None = None
        self._folder: Path | None = None
        self._voices = None
        self._file = Path()
        self._sound = Sound(self._unheard, self)
        self.name = choice(tr("Voice"), self._choose)
        self.fit = button(tr("One that fits"), self.fitting.emit, tip=tr("Unlike everybody else's, by gender and age"))
        self.pitch = slider(0, 99, tr("Pitch"), lambda v: self._set(True, pitch=v), self.settled.emit)
        self.range = slider(0, 99, tr("Melody"), lambda v: self._set(True, range=v), self.settled.emit)
        self.tract = slider(
            80, 130, tr("Size of the voice"), lambda v: self._set(True, tract=v / 100), self.settled.emit
        )
        self.rate = number_field(80, 400, tr("Words a minute"), tr(" words/min"))
        self.manner = choice(tr("Manner"), lambda _: None)
        self.sentence = QLineEdit()
        self.sentence.setAccessibleName(tr("What is said"))
        self.listen = button(tr("Listen"), self._listen, "play", "primary")
        self.note = label(style="small", wrap=True)
        self.setLayout(
            column(
                titled(tr("Voice"), self.name),
                titled("", self.fit),
                titled(tr("Pitch"), self.pitch),
                titled(tr("Melody"), self.range),
                titled(tr("Size"), self.tract),
                titled(tr("Pace"), self.rate),
                8,
                titled(tr("Manner"), self.manner),
                titled(tr("Says"), self.sentence),
                row(self.listen, self.note, gap=8),
                None,
                gap=8,
            )
        )
        self.layout().itemAt(9).layout().setStretch(1, 1)
        self.rate.valueChanged.connect(lambda v: self._set(False, rate=v))
        self.sentence.returnPressed.connect(self._listen)

    def show_person(self, film: Film, person: Character, folder: Path | None) -> None:
        """Shows the voice of a person; folder: where what is said is kept."""
        fresh = self._person is None or self._person.id != person.id
        self._person, self._folder = person, folder
        if fresh:
            self.sentence.setText(
                _first_line(film, person) or tr("I waited until the light was gone, and then I knew.")
            )
            self.note.setText("")
        voice = person.voice
        if self._voices is None:
            self._voices = importlib.import_module("render.voices")
            manners = importlib.import_module("render.voices.delivery").DELIVERIES
            fill(self.manner, [(tr("as it comes"), ""), *((m, m) for m in manners)], "")
        own = (tr("{name}, changed").format(name=voice.name), voice)
        palette = [(_described(t), t.voice) for t in self._voices.PALETTE]
        known = any(v == voice for _, v in palette)
        fill(self.name, palette if known else [own, *palette], voice)
        show(self.pitch, voice.pitch)
        show(self.range, voice.range)
        show(self.tract, round(voice.tract * 100))
        show(self.rate, voice.rate)

    def _choose(self, voice: Voice) -> None:
        if self._person is not None and voice != self._person.voice:
            self.changed.emit(voice, False)

    def _set(self, merge: bool, **changes) -> None:
        voice = self._person.voice if self._person else None
        if voice is not None and any(getattr(voice, k) != v for k, v in changes.items()):
            self.changed.emit(voice.model_copy(update=changes), merge)

    def _listen(self) -> None:
        text = self.sentence.text().strip()
        if self._person is not None and self._folder is not None and text:
            self._say(tr("Speaking…"), "busy")
            self._tasks.start(self._speak(text, self._person.voice), tr("Speaking"))

    async def _speak(self, text: str, voice: Voice) -> None:
        try:
            said = await asyncio.to_thread(
                self._voices.speak, text, voice, self._folder, self.manner.currentData() or ""
            )
        except ShotwrightError as error:
            self._say(f"{error.what}. {error.hint}", "bad")
            return
        self._file = said.path
        self._say(", ".join(t for t in (tr("{seconds:.1f} s").format(seconds=said.duration), said.note) if t), "small")
        self._sound.play(said.path)

    def _unheard(self, why: str) -> None:
        self._say(tr("{why}; it is in {file}").format(why=why.capitalize(), file=self._file), "warning")

    def _say(self, text: str, style: str) -> None:
        self.note.setText(text)
        kind(self.note, style)


def _first_line(film: Film, person: Character) -> str:
    lines = (b for s in film.shots() for b in s.lines if b.speaker in (person.id, person.name))
    return next((b.text for b in lines if b.text.strip()), "")


def _described(timbre) -> str:
    return f"{tr(WHO[(timbre.gender, timbre.age)])}, {timbre.pitch_hz:.0f} Hz ({timbre.voice.name})"
