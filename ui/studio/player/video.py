"""Playing a film file through Qt's multimedia, where the system has what that needs."""

from __future__ import annotations

import logging
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QImage

log = logging.getLogger(__name__)

PATIENCE_MS = 150
"""A seek to the frame that is shown brings no picture; then the next one does not wait longer than this."""


class Video(QObject):
    """moved(frame), picture(QImage), stopped(), failed(words)."""

    moved = Signal(int)
    picture = Signal(QImage)
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None):
        """Raises ImportError where the multimedia libraries of the system are missing."""
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoSink

        self._states = QMediaPlayer.PlaybackState
        self._status = QMediaPlayer.MediaStatus
        self._player = QMediaPlayer(self)
        self._audio = QAudioOutput(self)
        self._sink = QVideoSink(self)
        self._player.setAudioOutput(self._audio)
        self._player.setVideoSink(self._sink)
        self._fps = Fraction(24)
        self._wanted: int | None = None
        self._sought = False
        self._next: int | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._decoded)
        self.file: Path | None = None
        self._sink.videoFrameChanged.connect(self._arrived)
        self._player.positionChanged.connect(lambda _: self.moved.emit(self.frame))
        self._player.playbackStateChanged.connect(self._changed)
        self._player.mediaStatusChanged.connect(self._loaded)
        self._player.errorOccurred.connect(lambda _, text: self.failed.emit(text))

    def load(self, file: Path, fps: Fraction, frame: int = 0) -> None:
        """Opens a film and stands on a frame of it."""
        if self.file is not None:
            self.unload()
        self._fps, self.file, self._wanted = fps, file, frame
        self._player.setAudioOutput(self._audio)
        self._player.setSource(QUrl.fromLocalFile(str(file)))
        self._player.pause()

    def unload(self) -> None:
        """Puts the film away, the sound first: as it ends, Qt's audio thread holds the lock of the audio output and
        waits for Python's, which this thread has; asking for the audio output's meanwhile would wait for ever."""
        self.file, self._next = None, None
        self._player.setAudioOutput(None)
        self._player.stop()
        self._player.setSource(QUrl())

    @property
    def frame(self) -> int:
        return int(self._player.position() * float(self._fps) / 1000 + 1e-6)

    @property
    def playing(self) -> bool:
        return self._player.playbackState() == self._states.PlayingState

    def play(self) -> None:
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def seek(self, frame: int) -> None:
        """To the middle of a frame, so that rounding never shows its neighbour. While the picture of the last seek is
        still to come, only the latest frame asked for is kept: so scrubbing shows a picture for each that is
        decoded, and ends on the one that was pointed at."""
        if self._sought and not self.playing:
            self._next = frame
            return
        self._sought = True
        self._patience.start()
        self._player.setPosition(round((frame + 0.5) * 1000 / float(self._fps)))

    def _decoded(self) -> None:
        self._patience.stop()
        self._sought = False
        if self._next is not None:
            wanted, self._next = self._next, None
            self.seek(wanted)

    def set_volume(self, share: float) -> None:
        """0..1 as the ear hears it."""
        self._audio.setVolume(share**2)

    def set_muted(self, muted: bool) -> None:
        self._audio.setMuted(muted)

    def _arrived(self, frame) -> None:
        image = frame.toImage()
        if not image.isNull():
            self.picture.emit(image)
        self._decoded()

    def _loaded(self, status) -> None:
        if status in (self._status.LoadedMedia, self._status.BufferedMedia) and self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.seek(wanted)
        elif status == self._status.EndOfMedia:
            self.stopped.emit()

    def _changed(self, state) -> None:
        # a film that is put away has stopped for nobody: what listens must not work inside the player's own stop
        if state != self._states.PlayingState and self.file is not None:
            self.stopped.emit()


def open_video(parent: QObject) -> Video | None:
    """A video player, or None where the system has no multimedia libraries."""
    # What codecs and sound servers are missing is no news to the person; what cannot be played is told by `failed`.
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        return Video(parent)
    except ImportError as error:
        log.warning("films cannot be played here, stills are shown instead: %s", error)
        return None
