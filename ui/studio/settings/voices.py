"""The voices there are, to listen to."""

from __future__ import annotations

import asyncio
import importlib
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem

from ui.studio.language import mark, tr
from ui.studio.settings.page import Page, field, form
from ui.studio.sound import Sound
from ui.studio.tasks import Tasks
from ui.studio.widgets import button, label, row

SENTENCE = mark("I waited at the roadside until the light was gone, and then I knew.")
PEOPLE = {
    ("female", "child"): mark("Girl"), ("male", "child"): mark("Boy"), ("female", "adult"): mark("Woman"),
    ("male", "adult"): mark("Man"), ("female", "old"): mark("Old woman"), ("male", "old"): mark("Old man"),
}  # fmt: skip
VOICE = Qt.ItemDataRole.UserRole


class VoicesPage(Page):
    """Each person of a film gets a voice that fits, and keeps it; it is changed at the person, in the cast."""

    def __init__(self, tasks: Tasks):
        super().__init__(
            tasks,
            tr("Voices"),
            tr("Built in, free and offline. Each person of a film gets one that fits and keeps it; to change it, "
               "choose the person in the cast."),
        )  # fmt: skip
        self._folder = Path(tempfile.mkdtemp(prefix="shotwright-voices-"))
        self._sound = Sound(self.tell, self)
        self.sentence = QLineEdit(tr(SENTENCE))
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Voices"))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([tr("For"), tr("Voice"), tr("Pitch"), tr("Words a minute")])
        self.list.setMinimumHeight(260)
        self.listen = button(tr("Listen"), self._listen, "play", "primary")
        self.listen.setEnabled(False)
        rows = form()
        field(rows, tr("Sentence"), self.sentence)
        self.note = label(tr("Loading…"), "small", wrap=True)
        self.add(rows, self.list)
        self.body.setStretchFactor(self.list, 1)
        self.add(row(self.listen, self.note, None), self.problem)
        self.list.itemActivated.connect(lambda *_: self._listen())
        self.list.currentItemChanged.connect(lambda *_: self.listen.setEnabled(self.list.currentItem() is not None))
        self.destroyed.connect(lambda _=None, folder=self._folder: _remove(folder))
        self._filled = False

    def shown(self) -> None:
        if not self._filled:
            self._filled = True
            self.start(self._fill(), tr("Loading the voices"))

    async def _fill(self) -> None:
        voices = await asyncio.to_thread(importlib.import_module, "render.voices")
        for timbre in voices.PALETTE:
            who = tr(PEOPLE[(timbre.gender, timbre.age)])
            voice = timbre.voice
            item = QTreeWidgetItem([who, voice.name, f"{timbre.pitch_hz:.0f} Hz", str(voice.rate)])
            item.setData(0, VOICE, voice)
            self.list.addTopLevelItem(item)
        for column in range(4):
            self.list.resizeColumnToContents(column)
        self.note.setText("")
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def _listen(self) -> None:
        item = self.list.currentItem()
        if item is not None and self.sentence.text().strip():
            self.tell()
            self.start(self._speak(item.data(0, VOICE)), tr("Speaking"))

    async def _speak(self, voice) -> None:
        voices = await asyncio.to_thread(importlib.import_module, "render.voices")
        said = await asyncio.to_thread(voices.speak, self.sentence.text().strip(), voice, self._folder)
        self.note.setText(tr("{seconds:.1f} s").format(seconds=said.duration))
        self._sound.play(said.path)


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
