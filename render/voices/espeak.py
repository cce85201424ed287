"""The espeak-ng library behind JSON lines: run as `python -m render.voices.espeak`.

A process of its own, because the library holds one global state and a fault in it must not take the
studio down. Requests and answers are one JSON object a line; the library's own chatter goes to stderr.
"""

from __future__ import annotations

import _ctypes
import base64
import ctypes
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import espeakng_loader
import numpy as np

_SYNCHRONOUS = 2
_PHONEME_EVENTS, _IPA, _DONT_EXIT = 0x0001, 0x0002, 0x8000
_UTF8, _POS_CHARACTER = 1, 1
_RATE, _VOLUME, _PITCH, _RANGE = 1, 2, 3, 4
_HEADROOM = 60
"""Per cent of full volume: loud variants clip at 100."""
_END, _WORD, _PHONEME = 0, 1, 7


class _Id(ctypes.Union):
    _fields_ = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    """`espeak_EVENT` of speak_lib.h: `text_position` counts characters from 1, `sample` is exact."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Library:
    """The library and its data. Raises OSError or RuntimeError where they cannot be used.

    It is loaded anew for every utterance (about a millisecond): the synthesiser carries its phase from one to
    the next, so only the first of a fresh library is the same each time.
    """

    def __init__(self) -> None:
        data = Path(espeakng_loader.get_data_path()).resolve()
        self._path = str(Path(espeakng_loader.get_library_path()).resolve())
        self.variants = sorted(p.name for p in (data / "voices" / "!v").iterdir())
        # The library keeps paths in a small narrow-character buffer; a relative path always fits it.
        os.chdir(data.parent)
        self._callback = _Callback(self._receive)
        with self._loaded() as (lib, self.rate):
            lib.espeak_Info.restype = ctypes.c_char_p
            self.version = lib.espeak_Info(None).decode()

    @contextmanager
    def _loaded(self) -> Iterator[tuple[ctypes.CDLL, int]]:
        lib = ctypes.CDLL(self._path)
        try:
            rate = lib.espeak_Initialize(_SYNCHRONOUS, 0, b".", _PHONEME_EVENTS | _IPA | _DONT_EXIT)
            if rate <= 0:
                raise RuntimeError("espeak-ng cannot read its data")
            lib.espeak_SetSynthCallback(self._callback)
            yield lib, rate
            lib.espeak_Terminate()
        finally:
            (_ctypes.FreeLibrary if os.name == "nt" else _ctypes.dlclose)(lib._handle)

    def speak(self, text: str, name: str, pitch: int, range_: int, rate: int) -> dict:
        """Speech as plain data: pcm (base64 of int16), rate, phones [[sample, ipa]], words [[sample, character]].
        Raises ValueError for a voice that does not exist and for text the library refuses."""
        variant = name.partition("+")[2]
        if variant and variant not in self.variants:
            raise ValueError(f"espeak-ng has no voice variant {variant!r}")
        self._pcm: list[np.ndarray] = []
        self._phones: list[tuple[int, str]] = []
        self._words: list[tuple[int, int]] = []
        with self._loaded() as (lib, _):
            if lib.espeak_SetVoiceByName(name.encode()) != 0:
                raise ValueError(f"espeak-ng has no voice {name!r}")
            for parameter, value in ((_RATE, rate), (_VOLUME, _HEADROOM), (_PITCH, pitch), (_RANGE, range_)):
                lib.espeak_SetParameter(parameter, value, 0)
            # Breath is noise, seeded by the clock unless told otherwise.
            lib.espeak_ng_SetRandSeed(ctypes.c_long(1))
            data = text.encode() + b"\0"
            status = lib.espeak_Synth(data, ctypes.c_size_t(len(data)), 0, _POS_CHARACTER, 0, _UTF8, None, None)
            lib.espeak_Synchronize()
        if status != 0:
            raise ValueError(f"espeak-ng could not speak (status {status})")
        pcm = np.concatenate(self._pcm) if self._pcm else np.zeros(0, np.int16)
        return {
            "pcm": base64.b64encode(pcm.astype("<i2").tobytes()).decode(),
            "rate": self.rate,
            "phones": self._phones,
            "words": self._words,
        }

    def _receive(self, wave, count: int, events) -> int:
        if wave and count > 0:
            self._pcm.append(np.ctypeslib.as_array(wave, (count,)).copy())
        index = 0
        while events[index].type != _END:
            event = events[index]
            if event.type == _WORD:
                self._words.append((event.sample, event.text_position - 1))
            elif event.type == _PHONEME:
                raw = ctypes.string_at(ctypes.addressof(event.id), 8).split(b"\0")[0]
                self._phones.append((event.sample, raw.decode(errors="ignore")))
            index += 1
        return 0


def main() -> None:
    """Answers requests on stdin until it closes."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests = os.fdopen(os.dup(0), encoding="utf-8")

    def tell(message: dict) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    try:
        library = Library()
    except (OSError, RuntimeError) as error:
        tell({"error": str(error)})
        return
    tell({"version": library.version, "rate": library.rate, "variants": library.variants})
    for line in requests:
        request = json.loads(line)
        try:
            tell(library.speak(request["text"], request["name"], request["pitch"], request["range"], request["rate"]))
        except ValueError as error:
            tell({"error": str(error)})


if __name__ == "__main__":
    sys.exit(main())
