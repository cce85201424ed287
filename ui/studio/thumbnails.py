"""Pictures for cards: read in threads, kept as pixmaps up to a limit."""

from __future__ import annotations

import os
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Thread

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

STEP = 64
"""Widths are rounded up to this many pixels, so that a small change of size needs no new reading."""

Key = tuple[str, int]

READERS = 2
"""Threads that read."""


def _image(path: str, width: int) -> QImage:
    """A picture in a file, at most `width` pixels wide; null where it cannot be read."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() > width:
        reader.setScaledSize(size.scaled(QSize(width, 1 << 14), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class Thumbnails(QObject):
    """arrived(path): a picture that was asked for is there now (or known to be unreadable)."""

    arrived = Signal(str)
    read = Signal(object, QImage)

    def __init__(self, limit: int = 96 * 2**20, parent: QObject | None = None):
        """limit: bytes of pixmaps kept."""
        super().__init__(parent)
        self._limit, self._bytes = limit, 0
        self._kept: OrderedDict[Key, QPixmap | None] = OrderedDict()
        self._asked: set[Key] = set()
        self._waiting: LifoQueue[Key | None] = LifoQueue()  # what was asked for last is what is on screen now
        self._readers: list[Thread] = []
        self._closed = False
        # PySide makes a class ready when it is first used; two threads at once in that crash it.
        _image(os.devnull, STEP).size().scaled(QSize(STEP, STEP), Qt.AspectRatioMode.KeepAspectRatio)
        self.read.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def get(self, path: Path | None, width: int, ratio: float) -> QPixmap | None:
        """The picture at least `width` logical pixels wide, or None while it is read (see `arrived`), where it
        cannot be read and where there is none."""
        if path is None:
            return None
        pixels = -(-round(width * ratio) // STEP) * STEP
        key = (str(path), pixels)
        if key in self._kept:
            self._kept.move_to_end(key)
            pixmap = self._kept[key]
            if pixmap is not None and pixmap.devicePixelRatio() != ratio:
                pixmap.setDevicePixelRatio(ratio)
            return pixmap
        if key not in self._asked and not self._closed:
            self._asked.add(key)
            self._waiting.put(key)
            if len(self._readers) < READERS:
                self._readers.append(Thread(target=self._work, name="thumbnails", daemon=True))
                self._readers[-1].start()
        return self._other_size(key[0])

    def _other_size(self, path: str) -> QPixmap | None:
        return next((p for (name, _), p in reversed(self._kept.items()) if name == path), None)

    def _work(self) -> None:
        while (key := self._waiting.get()) is not None:
            self.read.emit(key, _image(*key))

    def _arrived(self, key: Key, image: QImage) -> None:
        self._asked.discard(key)
        pixmap = None if image.isNull() else QPixmap.fromImage(image)
        self._kept[key] = pixmap
        self._bytes += _size(pixmap)
        while self._bytes > self._limit and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= _size(old)
        self.arrived.emit(key[0])

    def clear(self) -> None:
        self._drop()
        self._kept.clear()
        self._asked.clear()
        self._bytes = 0

    def close(self) -> None:
        """Reads nothing any more and waits for what is being read."""
        self._closed = True
        self._drop()
        for _ in self._readers:
            self._waiting.put(None)
        for reader in self._readers:
            reader.join(2)

    def _drop(self) -> None:
        """Forgets what waits to be read."""
        while not self._waiting.empty():
            with suppress(Empty):
                self._waiting.get_nowait()

    @property
    def memory(self) -> int:
        """Bytes of pixmaps kept."""
        return self._bytes


def _size(pixmap: QPixmap | None) -> int:
    return 0 if pixmap is None else pixmap.width() * pixmap.height() * 4
