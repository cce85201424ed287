"""Playing a short sound file, where the system has what that needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QUrl


class Sound(QObject):
    """Plays one sound at a time. failed(words) is told what stands in the way."""

    def __init__(self, failed: Callable[[str], object], parent: QObject | None = None):
        super().__init__(parent)
        self._failed = failed
        self._player = None

    def play(self, file: Path) -> None:
        """Plays a file from its start, in place of what plays."""
        if self._player is None and not self._open():
            return
        self._player.setSource(QUrl())
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.play()

    def stop(self) -> None:
        if self._player is not None:
            self._player.stop()

    def _open(self) -> bool:
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
        try:
            from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer
        except ImportError as error:
            self._failed(f"sound cannot be played here: {error}")
            return False
        if not QMediaDevices.audioOutputs():
            self._failed("this machine has no sound output")
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(QAudioOutput(self._player))
        self._player.errorOccurred.connect(lambda _, text: self._failed(text))
        return True
