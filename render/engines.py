"""Which render engines and graphics cards work on this machine: tried in child processes, never guessed.

An engine that is missing its graphics library aborts the process that tries it, and a driver may hang;
both are ordinary answers here. Uses the standard library only.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TIMEOUT_S = 60.0
GPU_TIMEOUT_S = 300.0
"""Cycles may have to compile its kernels for a card it meets for the first time."""

SOFTWARE = ("llvmpipe", "softpipe", "swrast", "lavapipe", "swiftshader", "basic render driver")
"""Words by which a driver that draws on the processor gives itself away in its renderer name."""

_SECRET = re.compile(r"key|token|secret|password|credential", re.IGNORECASE)


@dataclass(frozen=True)
class EngineReport:
    """What came of trying an engine.

    engine: "CYCLES", "WORKBENCH" or "EEVEE"; device: "CPU", "GPU" or a back end of Cycles ("OPTIX", …).
    works: a picture with something on it was rendered.
    seconds: for a second 64x36 picture of a cube, start-up costs left out; None when it does not work.
    detail: what went wrong, or "".
    """

    engine: str
    device: str
    works: bool
    seconds: float | None
    detail: str = ""


class ProbeError(Exception):
    """A question to Blender that was not answered; the text says why."""


def ask(*question: str, timeout: float = TIMEOUT_S) -> dict[str, Any]:
    """Puts a question to `render.worker.probe` in a process of its own.

    timeout: seconds after which that process and its children are killed.
    Raises ProbeError when it crashes, takes too long or answers with an error.
    """
    command = [sys.executable, "-P", "-m", "render.worker.probe", *question]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(scratch),
            cwd=scratch,
            start_new_session=os.name == "posix",
        )
        try:
            answer, chatter = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            raise ProbeError(f"no answer within {timeout:.0f} s") from None
        finally:
            if process.poll() is None:
                _kill(process)
    try:
        found = json.loads(answer.decode("utf-8").splitlines()[-1])
    except (ValueError, IndexError):
        raise ProbeError(_epitaph(process.returncode, chatter.decode("utf-8", "replace"))) from None
    if "error" in found:
        raise ProbeError(found["error"])
    return found


def probe(engine: str, device: str = "CPU", timeout: float = TIMEOUT_S) -> EngineReport:
    """Renders a tiny picture with `engine` ("CYCLES", "WORKBENCH", "EEVEE"); `device` counts for Cycles only."""
    question = [engine, device] if engine == "CYCLES" else [engine]
    try:
        answer = ask(*question, timeout=timeout)
    except ProbeError as error:
        return EngineReport(engine, device, False, None, str(error))
    return EngineReport(engine, device, True, answer["second"])


def cards(timeout: float = TIMEOUT_S) -> dict[str, list[str]]:
    """Names of the graphics cards Cycles sees, by back end ("OPTIX": […]). Raises ProbeError."""
    return ask("devices", timeout=timeout)


def is_software(renderer: str) -> bool:
    """True when a renderer name as OpenGL gives it belongs to a driver that draws on the processor."""
    return any(word in renderer.lower() for word in SOFTWARE)


def _environment(scratch: str) -> dict[str, str]:
    """This process's environment without secrets, with settings and home in `scratch`."""
    kept = {name: value for name, value in os.environ.items() if not _SECRET.search(name)}
    kept |= {"BLENDER_USER_RESOURCES": scratch, "PYTHONPATH": str(ROOT), "PYTHONNOUSERSITE": "1"}
    return kept


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the process with what it started, and reaps it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.communicate()


def _epitaph(status: int, chatter: str) -> str:
    """How a process ended, in words, with the last thing it said."""
    lines = [line.strip() for line in chatter.splitlines() if line.strip()]
    last = f": {lines[-1][:200]}" if lines else ""
    if status < 0:
        with contextlib.suppress(ValueError):
            return f"Blender crashed ({signal.Signals(-status).name}){last}"
    return f"Blender ended with status {status}{last}"
