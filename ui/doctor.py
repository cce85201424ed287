"""Tells what works on this machine, by trying it: `shotwright doctor [--json]` or `python -m ui.doctor`.

Every check stands alone and turns what goes wrong into an answer, so that the report comes out whole
on a machine where half of Shotwright is missing. Nothing secret is ever part of it.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit, urlunsplit

from render import engines

LIBRARIES = Path(__file__).resolve().parent.parent / "resources" / "system_libraries.json"
REPAIR = "Run `make setup`, or `python packaging/bootstrap.py setup`."
GIGABYTE = 1024**3
State = Literal["ok", "note", "problem"]
"""ok: works; note: works with a limit, or something optional is not there; problem: films cannot be made."""


@dataclass(frozen=True)
class Check:
    """One line of the report.

    name: what was tried. state: how it came out. summary: one sentence. hint: what to do, or "".
    facts: the same as plain data, for programs.
    """

    name: str
    state: State
    summary: str
    hint: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def python() -> Iterator[Check]:
    """The interpreter, and whether the packages are installed."""
    version = platform.python_version()
    facts = {"version": version, "executable": sys.executable, "system": platform.platform()}
    right = sys.version_info[:2] == (3, 13)
    yield Check(
        "Python", "ok" if right else "problem", f"{version} on {facts['system']}", "" if right else REPAIR, facts
    )
    try:
        lines = metadata.requires("shotwright") or []
    except metadata.PackageNotFoundError:
        yield Check("Packages", "problem", "Shotwright is not installed in this Python", REPAIR)
        return
    versions, missing = {}, []
    for name in [re.match(r"[\w.-]+", each)[0] for each in lines if "extra ==" not in each]:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        yield Check("Packages", "problem", f"missing: {', '.join(missing)}", REPAIR, versions)
    else:
        yield Check("Packages", "ok", f"all {len(versions)} are installed", facts=versions)


def machine() -> Iterator[Check]:
    """Processor cores and memory."""
    import psutil

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    memory = psutil.virtual_memory()
    facts = {"cores": cores, "memory_bytes": memory.total, "free_bytes": memory.available}
    text = f"{cores} cores, {memory.total / GIGABYTE:.1f} GB memory, {memory.available / GIGABYTE:.1f} GB of it free"
    short = memory.available < 2 * GIGABYTE
    hint = "Close other programs before long renders: Blender wants about 2 GB." if short else ""
    yield Check("Machine", "note" if short else "ok", text, hint, facts)


def system_libraries() -> Iterator[Check]:
    """The libraries of the system that Blender and Qt load (Linux)."""
    if platform.system() != "Linux":
        return
    entries = json.loads(LIBRARIES.read_text(encoding="utf-8"))["libraries"]
    missing = [entry for entry in entries if not _loads(entry["library"])]
    names = [entry["library"] for entry in missing]
    if not missing:
        yield Check("System libraries", "ok", f"all {len(entries)} can be loaded")
    elif any(entry["needed"] for entry in missing):
        yield Check("System libraries", "problem", f"missing: {', '.join(names)}", REPAIR, {"missing": names})
    else:
        summary = f"missing for a window on a screen or for sound: {', '.join(names)}"
        yield Check("System libraries", "note", summary, REPAIR, {"missing": names})


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def disk() -> Iterator[Check]:
    """Free space and write access where films and caches go."""
    import platformdirs

    for name, folder in (
        ("Disk (cache)", platformdirs.user_cache_dir("shotwright", appauthor=False)),
        ("Disk (here)", os.getcwd()),
    ):
        place = next(each for each in (Path(folder), *Path(folder).parents) if each.exists())
        free = shutil.disk_usage(place).free
        facts = {"folder": folder, "free_bytes": free}
        if not os.access(place, os.W_OK):
            yield Check(name, "problem", f"{folder} cannot be written", "Change its permissions.", facts)
        elif free < GIGABYTE:
            yield Check(name, "problem", f"{free / GIGABYTE:.1f} GB free at {folder}", "Free some space.", facts)
        else:
            enough = free >= 5 * GIGABYTE
            hint = "" if enough else "Long films need more."
            yield Check(name, "ok" if enough else "note", f"{free / GIGABYTE:.0f} GB free at {folder}", hint, facts)


def voices() -> Iterator[Check]:
    """The built-in voice: library and data load, and it knows voices."""
    code = (
        "import ctypes, espeakng_loader as e; lib = ctypes.CDLL(e.get_library_path());"
        # AUDIO_OUTPUT_SYNCHRONOUS; espeakINITIALIZE_DONT_EXIT: report missing data instead of ending the process
        "assert lib.espeak_Initialize(2, 0, e.get_data_path().encode(), 0x8000) > 0, 'its data cannot be read';"
        "lib.espeak_ListVoices.restype = ctypes.POINTER(ctypes.c_void_p); voices = lib.espeak_ListVoices(None);"
        "count = next(i for i in range(10000) if not voices[i]); print(count)"
    )
    try:
        count = int(_child(code))
    except RuntimeError as error:
        yield Check("Voice", "problem", f"the built-in voice (espeak-ng) does not load: {error}", REPAIR)
    else:
        yield Check("Voice", "ok", f"espeak-ng, {count} languages and accents", facts={"languages": count})


def encoder() -> Iterator[Check]:
    """What writing an MP4 with sound and subtitles needs."""
    import av

    lacking = []
    for name in ("libx264", "aac", "mov_text"):
        try:
            av.codec.Codec(name, "w")
        except ValueError:
            lacking.append(name)
    if lacking:
        yield Check("Encoder", "problem", f"PyAV {av.__version__} lacks {', '.join(lacking)}", REPAIR)
    else:
        yield Check("Encoder", "ok", f"PyAV {av.__version__} writes H.264, AAC and subtitles")


def display() -> Iterator[Check]:
    """Whether a window can open, and whether it could play sound and video."""
    code = (
        "from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]); size = app.primaryScreen().size();"
        "print(app.platformName(), f'{size.width()}x{size.height()}')"
    )
    try:
        name, size = _child(code).split()
    except RuntimeError as error:
        screens = any(os.environ.get(each) for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
        unset = platform.system() == "Linux" and not screens
        reason = "neither DISPLAY nor WAYLAND_DISPLAY is set" if unset else str(error)
        yield Check("Display", "note", f"no window can open here: {reason}", "The command line works without one.")
    else:
        facts = {"platform": name, "size": size}
        if name == "offscreen":
            summary = "Qt draws off screen (QT_QPA_PLATFORM=offscreen): the window would not be seen"
            yield Check("Display", "note", summary, facts=facts)
        else:
            yield Check("Display", "ok", f"{name}, {size}", facts=facts)
    code = (
        "from PySide6.QtCore import QCoreApplication; from PySide6.QtMultimedia import QMediaDevices;"
        "app = QCoreApplication([]); print(len(QMediaDevices.audioOutputs()))"
    )
    try:
        outputs = int(_child(code, QT_QPA_PLATFORM="offscreen"))
    except RuntimeError as error:
        yield Check("Player", "note", f"the window will show stills instead of video: {error}", REPAIR)
    else:
        sound = f"{outputs} sound devices" if outputs else "no sound device"
        yield Check("Player", "ok" if outputs else "note", f"Qt Multimedia, {sound}", facts={"outputs": outputs})


def model() -> Iterator[Check]:
    """The model endpoint of OPENAI_BASE_URL and OPENAI_API_KEY, when set; the key is sent to it and shown to nobody."""
    base, key = os.environ.get("OPENAI_BASE_URL", ""), os.environ.get("OPENAI_API_KEY", "")
    if not base and not key:
        summary = "none set: the built-in crew makes the film"
        yield Check("Model", "note", summary, "Set OPENAI_BASE_URL and OPENAI_API_KEY to use a model.")
        return
    base = base or "https://api.openai.com/v1"
    facts = {"endpoint": public(base), "key": "set" if key else "not set"}
    try:
        request = urllib.request.Request(base.rstrip("/") + "/models")
        if key:
            request.add_unredirected_header("Authorization", f"Bearer {key}")
        with urllib.request.urlopen(request, timeout=10) as answer:
            names = [str(each["id"]) for each in json.load(answer)["data"]]
    except urllib.error.HTTPError as error:
        refused = error.code in (401, 403)
        hint = "Check OPENAI_API_KEY." if refused else "Check OPENAI_BASE_URL; it usually ends in /v1."
        yield Check("Model", "note", f"{facts['endpoint']} answers with HTTP {error.code}", hint, facts)
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "reason", error)) or type(error).__name__
        reason = reason.replace(key, "…") if key else reason
        yield Check(
            "Model", "note", f"{facts['endpoint']} cannot be reached: {reason}", "Check OPENAI_BASE_URL.", facts
        )
    except (KeyError, TypeError):
        yield Check("Model", "note", f"{facts['endpoint']} answers, but lists no models", facts=facts)
    else:
        facts["models"] = names
        yield Check("Model", "ok", f"{facts['endpoint']} offers {len(names)} models (key {facts['key']})", facts=facts)


def public(url: str) -> str:
    """An address without user, password, query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def blender() -> Iterator[Check]:
    """Blender's version, then every engine and graphics card, each by rendering a picture."""
    software = True
    try:
        facts = engines.ask("about")
    except engines.ProbeError as error:
        yield Check("Blender", "problem", str(error), REPAIR)
    else:
        software = engines.is_software(facts["renderer"])
        drawn = "no graphics card, drawn by the processor" if software else facts["renderer"]
        yield Check("Blender", "ok", f"bpy {facts['bpy']}, {facts['backend']} ({drawn})", facts=facts)
    yield _engine(engines.probe("CYCLES"), "problem", "Films are rendered with it.")
    yield _engine(engines.probe("WORKBENCH"), "note", "The fast flat mode needs it.")
    report = engines.probe("EEVEE", "GPU", timeout=30.0 if software else engines.TIMEOUT_S)
    if software:
        came = f"draws, {report.seconds:.1f} s for a tiny picture" if report.works else report.detail
        yield Check("EEVEE", "note", f"not used, it needs a graphics card ({came})", facts=asdict(report))
    else:
        yield _engine(report, "note", "Cycles is used instead.")
    try:
        cards = engines.cards()
    except engines.ProbeError as error:
        yield Check("Graphics cards", "note", f"could not be asked for: {error}")
        return
    if not cards:
        yield Check("Graphics cards", "note", "Cycles finds none, it renders on the processor")
    for backend, names in cards.items():
        report = engines.probe("CYCLES", backend, timeout=engines.GPU_TIMEOUT_S)
        check = _engine(report, "note", "Cycles renders on the processor instead.")
        yield Check(f"Cycles {backend}", check.state, f"{', '.join(names)}: {check.summary}", check.hint, check.facts)


def sandbox() -> Iterator[Check]:
    """What keeps generated code in: each layer is tried on a process of its own."""
    code = "import runpy; runpy.run_module('render.sandbox', run_name='__main__')"
    try:
        layers = json.loads(_child(code, PYTHONPATH=str(engines.ROOT)))
    except (RuntimeError, ValueError) as error:
        yield Check("Sandbox", "note", f"could not be tried: {error}", "Programs are still checked before they run.")
        return
    text = "; ".join(f"{each['name']}: {each['detail']}" for each in layers)
    missing = [each["name"] for each in layers if not each["active"]]
    hint = f"Programs are still checked before they run; here nothing guards {', '.join(missing)}." if missing else ""
    yield Check("Sandbox", "note" if missing else "ok", text, hint, {"layers": layers})


def _engine(report: engines.EngineReport, otherwise: State, hint: str) -> Check:
    name = report.engine.capitalize() if report.engine != "EEVEE" else report.engine
    if not report.works:
        return Check(name, otherwise, report.detail, hint, asdict(report))
    return Check(name, "ok", f"renders, {report.seconds:.3f} s for a tiny picture", facts=asdict(report))


CHECKS: tuple[Callable[[], Iterator[Check]], ...] = (
    python, machine, system_libraries, disk, encoder, voices, display, model, sandbox, blender,
)  # fmt: skip


def checks() -> Iterator[Check]:
    """All checks, each as soon as it is done. A check that fails itself is reported as a problem."""
    for each in CHECKS:
        try:
            yield from each()
        except Exception as error:
            name = each.__name__.replace("_", " ").capitalize()
            yield Check(name, "problem", f"could not be checked: {type(error).__name__}: {error}", REPAIR)


def report() -> list[Check]:
    """All checks, done. Takes from some seconds to a minute, as engines are tried."""
    return list(checks())


def _child(code: str, timeout: float = 30.0, **environ: str) -> str:
    """What a Python process prints that runs `code`. Raises RuntimeError with the last thing it said instead."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", code],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            env=kept | environ,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RuntimeError(str(error)) from error
    if done.returncode != 0 or not done.stdout.strip():
        lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise RuntimeError(lines[-1] if lines else f"ended with status {done.returncode}")
    return done.stdout.strip().splitlines()[-1]


def line(check: Check) -> str:
    """A check as text, the hint on a line of its own."""
    text = f"{check.state:8} {check.name:17} {check.summary}"
    return f"{text}\n{'':27}{check.hint}" if check.hint else text


def main(argv: list[str] | None = None) -> int:
    """Prints the report; returns 1 when there is a problem, else 0."""
    parser = argparse.ArgumentParser(prog="shotwright doctor", description="Tell what works on this machine.")
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
    options = parser.parse_args(argv)
    done = []
    for check in checks():
        done.append(check)
        if not options.json:
            print(line(check), flush=True)
    problems = sum(check.state == "problem" for check in done)
    if options.json:
        print(json.dumps({"problems": problems, "checks": [asdict(check) for check in done]}, indent=1))
    else:
        print("\nEverything needed is there." if not problems else f"\nProblems: {problems}.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
