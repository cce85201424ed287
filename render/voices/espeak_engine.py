"""The built-in engine: espeak-ng in a child process that is kept alive and restarted when it dies."""

from __future__ import annotations

import base64
import binascii
import contextlib
import importlib.metadata
import json
import os
import queue
import subprocess
import sys
import threading
import unicodedata
from dataclasses import replace
from pathlib import Path

import numpy as np

from app.errors import ShotwrightError
from app.voice import Voice
from render.voices import tone
from render.voices.engine import ENGINES, Phone, Speech
from render.voices.words import Script

_START_LIMIT_S = 30.0
_TRIES = 2

SCRIPT_LANGUAGES = (
    ("GREEK", "el"), ("CYRILLIC", "ru"), ("HIRAGANA", "ja"), ("KATAKANA", "ja"), ("HANGUL", "ko"), ("CJK", "cmn"),
    ("ARABIC", "ar"), ("HEBREW", "he"), ("DEVANAGARI", "hi"), ("BENGALI", "bn"), ("TAMIL", "ta"), ("TELUGU", "te"),
    ("GEORGIAN", "ka"), ("ARMENIAN", "hy"),
)  # fmt: skip
"""Start of a letter's Unicode name -> espeak language, for lines that are not in Latin letters."""


def child_command() -> list[str]:
    """How the child is started."""
    return [sys.executable, "-m", "render.voices.espeak"]


class EspeakEngine:
    """Speaks through `render.voices.espeak`. Safe to call from several threads; they take turns."""

    def __init__(self) -> None:
        self.version = "espeak-ng " + importlib.metadata.version("espeakng-loader")
        self._lock = threading.Lock()
        self._tones: dict[tuple[str, float], np.ndarray] = {}
        self._child: subprocess.Popen | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()

    @property
    def pid(self) -> int | None:
        """The child's process id while it runs."""
        return self._child.pid if self._child and self._child.poll() is None else None

    def synthesise(self, script: Script, voice: Voice) -> Speech:
        """As `Engine.synthesise`, in the tone of human speech (`render.voices.tone`)."""
        speech = self._raw(script.text, _voice_for(script.text, voice.name), voice)
        key = (voice.name, voice.tract)
        if key not in self._tones:
            model = self._raw(tone.CALIBRATION, voice.name, Voice(name=voice.name, tract=voice.tract))
            self._tones[key] = tone.correction(model.samples, model.rate)
        return replace(speech, samples=tone.apply(speech.samples, self._tones[key]))

    def _raw(self, text: str, name: str, voice: Voice) -> Speech:
        """`tract` is honoured by speaking slower and lower in that proportion and naming a higher sampling
        rate: resonances move, pitch and speed end where they were asked."""
        request = {
            "text": text,
            "name": name,
            "pitch": int(np.clip(round(voice.pitch - 50 * np.log2(voice.tract)), 0, 99)),
            "range": voice.range,
            "rate": int(np.clip(round(voice.rate / voice.tract), 80, 450)),
        }
        answer = self._ask(request, limit_s=20 + len(text) / 50)
        pcm = np.frombuffer(base64.b64decode(answer["pcm"]), "<i2")
        rate = round(answer["rate"] * voice.tract)
        starts = [sample / rate for sample, _ in answer["phones"]] + [len(pcm) / rate]
        phones = tuple(
            Phone(start, max(start, end), ipa)
            for (_, ipa), start, end in zip(answer["phones"], starts, starts[1:], strict=False)
        )
        marks = tuple((sample / rate, position) for sample, position in answer["words"])
        return Speech(pcm.astype(np.float32) / 32768, rate, phones, marks)

    def close(self) -> None:
        with self._lock:
            self._stop()

    def _ask(self, request: dict, limit_s: float) -> dict:
        with self._lock:
            for _ in range(_TRIES):
                try:
                    if self.pid is None:
                        self._start()
                    self._child.stdin.write((json.dumps(request) + "\n").encode())
                    self._child.stdin.flush()
                    answer = self._read(limit_s)
                except (OSError, EOFError, queue.Empty, binascii.Error, json.JSONDecodeError):
                    self._stop()
                    continue
                if "error" in answer:
                    raise ShotwrightError("voice", answer["error"], "Choose another voice for the character.")
                return answer
        raise ShotwrightError(
            "voice",
            f"the built-in voice stopped working {_TRIES} times on {request['text'][:60]!r}",
            "Change the line or choose another voice.",
        )

    def _start(self) -> None:
        self._stop()
        keep = {k: v for k, v in os.environ.items() if k in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP")}
        root = str(Path(__file__).resolve().parents[2])
        self._answers = queue.Queue()
        self._child = subprocess.Popen(
            child_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=root,
            env={**keep, "PYTHONPATH": os.pathsep.join([root, *filter(None, sys.path)]), "PYTHONUTF8": "1"},
        )
        threading.Thread(target=_pump, args=(self._child.stdout, self._answers), daemon=True).start()
        hello = self._read(_START_LIMIT_S)
        if "error" in hello:
            self._stop()
            raise ShotwrightError("voice", hello["error"], "Install the package espeakng-loader again.")

    def _read(self, limit_s: float) -> dict:
        line = self._answers.get(timeout=limit_s)
        if line is None:
            raise EOFError
        return json.loads(line)

    def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        with contextlib.suppress(BrokenPipeError):  # what it was not given any more
            child.stdin.close()


def _pump(stream, answers: queue.Queue) -> None:
    with stream:
        for line in stream:
            answers.put(line.decode())
    answers.put(None)


def _voice_for(text: str, name: str) -> str:
    """The voice's own name, or the same variant of the language that `text` is written in."""
    letters = [unicodedata.name(c, "") for c in text if c.isalpha()]
    if sum(n.startswith("LATIN") for n in letters) * 2 >= len(letters):
        return name
    counts = {lang: sum(n.startswith(start) for n in letters) for start, lang in SCRIPT_LANGUAGES}
    # A few kana among Chinese characters make a Japanese line.
    language = "ja" if any(n.startswith(("HIRAGANA", "KATAKANA")) for n in letters) else max(counts, key=counts.get)
    return "+".join(filter(None, (language, name.partition("+")[2]))) if counts[language] or language == "ja" else name


ENGINES["espeak"] = EspeakEngine
