"""What the commands share: exit codes, progress for people or machines, errors, Ctrl+C."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import json
import signal
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any

from agents.crew_events import CrewEvent, What
from agents.production.progress import Progress
from agents.roles import HOUSE_NAME
from app.errors import ShotwrightError

EXIT_CODES = {"input": 4, "project": 5, "disk": 6, "program": 7, "render": 7, "voice": 7, "export": 7}
"""Layer of an error -> exit status. Everything about models is 8; 2 is wrong use, 130 is Ctrl+C, 1 a bug."""

EXIT_MODEL = 8
EXIT_INTERRUPTED = 130
EXIT_REJECTED = 9
"""The command worked, but a shot did not pass its review."""


ROUTINE: tuple[What, ...] = ("made", "verified", "criticised", "corrected")
"""What the house crew does in every production: told to programs, and to people by `shotwright crew`."""


EVERY = 15.0
"""Seconds between two lines of progress where there is no terminal to draw bars on."""


def add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object a line, for programs")


class Console:
    """Prints progress and results. In JSON mode every line on standard output is one object with "event"."""

    def __init__(self, as_json: bool):
        self.as_json = as_json
        self._live = None
        self._tasks: dict[str, Any] = {}
        self._begun = time.monotonic()
        self._told = -EVERY
        self.interrupt: Callable[[], object] = lambda: None

    def __enter__(self) -> Console:
        if not self.as_json:
            from rich.console import Console as RichConsole
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bars

            self._live = Bars(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
                TextColumn("{task.fields[eta]}"), console=RichConsole(stderr=True), transient=True,
            )  # fmt: skip
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live is not None:
            self._live.stop()

    def progress(self, step: Progress) -> None:
        """Shows a step of a job; connect it to `Producer.progress`."""
        if self.as_json:
            data = {"event": step.kind, "job": step.job, "title": step.title, "done": step.done, "total": step.total}
            data |= {"shot": step.shot, "message": step.message, "file": str(step.file) if step.file else None}
            data["eta_s"] = None if step.eta_s is None else round(step.eta_s, 1)
            self._print(data)
            return
        if not self._live.console.is_terminal:
            self._line_of(step)
        elif step.kind == "started" and step.shot is None:
            self._tasks[step.job] = self._live.add_task(step.title, total=None, eta="")
        elif step.job in self._tasks:
            task = self._tasks[step.job]
            if step.kind in ("progress", "artefact"):
                left = "" if step.eta_s is None else f"{step.eta_s:.0f} s left"
                self._live.update(task, completed=step.done, total=step.total or None, eta=left)
            elif step.kind in ("done", "failed", "cancelled"):
                self._live.remove_task(self._tasks.pop(step.job))

    def _line_of(self, step: Progress) -> None:
        """A line now and then, for a log file or a pipe."""
        now = time.monotonic()
        if step.shot is not None:
            return
        if step.kind == "started":
            self._told = now
            self.say(f"{step.title} …")
        elif step.kind in ("progress", "artefact") and step.total and now - self._told >= EVERY:
            self._told = now
            left = "" if step.eta_s is None else f", {step.eta_s:.0f} s left"
            self.say(f"{step.title}: {step.done} of {step.total}{left}")

    def crew(self, event: CrewEvent) -> None:
        """Shows a step of the crew; connect it to `Ensemble.events`."""
        if self.as_json:
            self._print({"event": "crew", **dataclasses.asdict(event)})
            return
        if event.player == HOUSE_NAME and event.what in ROUTINE:
            return
        turn = f", round {event.round}" if event.round else ""
        lines = [f"{event.role} ({event.player}) {event.what} {event.stage}{turn}: {event.text}".rstrip(": ")]
        lines += [f"    {change}" for change in event.changed]
        self.say("\n".join(lines))

    def ask(self, question: str) -> str:
        """What a person at the terminal answers; Ctrl+C interrupts the command as at any other time."""
        loop = asyncio.get_running_loop()
        if self._live is not None:
            self._live.stop()
        if sys.platform != "win32":
            loop.remove_signal_handler(signal.SIGINT)
        try:
            return input(question).strip()
        except EOFError:
            return ""
        finally:
            if sys.platform != "win32":
                loop.add_signal_handler(signal.SIGINT, self.interrupt)
            if self._live is not None:
                self._live.start()

    async def line(self, question: str) -> str | None:
        """What a person at the terminal types, while everything else goes on; None where the input has ended."""
        loop = asyncio.get_running_loop()
        typed: asyncio.Future[str | None] = loop.create_future()

        def give(text: str | None) -> None:
            if not typed.done():
                typed.set_result(text)

        def read() -> None:
            try:
                text = input(question).strip()
            except EOFError:
                text = None
            with contextlib.suppress(RuntimeError):  # the loop was closed by Ctrl+C meanwhile
                loop.call_soon_threadsafe(give, text)

        if self._live is not None:
            self._live.stop()
        threading.Thread(target=read, daemon=True, name="what is typed").start()
        try:
            return await typed
        finally:
            if self._live is not None:
                self._live.start()

    def say(self, text: str, **data: Any) -> None:
        """A result: text for people, data for machines."""
        if self.as_json:
            self._print({"event": "result", **data})
        elif self._live is not None:
            self._live.console.print(text, markup=False, highlight=False, soft_wrap=True)
        else:
            print(text, file=sys.stderr)

    def table(self, text: str, **data: Any) -> None:
        """The answer a command was asked for, on standard output."""
        if self.as_json:
            self._print({"event": "result", **data})
        else:
            print(text)

    @staticmethod
    def _print(data: dict[str, Any]) -> None:
        print(json.dumps(data, ensure_ascii=False), flush=True)


def run(options: argparse.Namespace, work: Callable[[Console], Awaitable[int | None]]) -> int:
    """Runs a command's work to an exit status. Ctrl+C cancels it cleanly: workers stop, what was made stays."""

    async def main() -> int:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        if sys.platform != "win32":
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, task.cancel)
        with Console(options.json) as console:
            console.interrupt = task.cancel
            try:
                return await work(console) or 0
            except ShotwrightError as error:
                code = EXIT_CODES.get(error.layer, EXIT_MODEL)
                if options.json:
                    data = {"event": "error", "layer": error.layer, "what": error.what, "hint": error.hint}
                    console._print({**data, "exit": code})
                else:
                    console.__exit__()
                    print(f"error: {error}", file=sys.stderr)
                return code

    try:
        return asyncio.run(main())
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("Interrupted. What was made so far is kept; the same command goes on from there.", file=sys.stderr)
        return EXIT_INTERRUPTED


def size(text: str) -> tuple[int, int]:
    """ "640x360" as (640, 360). Raises argparse.ArgumentTypeError."""
    try:
        width, height = (int(v) for v in text.lower().replace("×", "x").split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size like 1280x720") from None
    if not (64 <= width <= 7680 and 36 <= height <= 4320):
        raise argparse.ArgumentTypeError(f"{text}: the size must be between 64x36 and 7680x4320")
    if width % 2 or height % 2:
        raise argparse.ArgumentTypeError(f"{text}: width and height must be even numbers")
    return width, height


def frame_rate(text: str) -> str:
    """A frame rate as the film stores it. Raises argparse.ArgumentTypeError."""
    from app.timebase import RATES, rate

    try:
        value = rate(text)
    except ShotwrightError as error:
        raise argparse.ArgumentTypeError(error.what) from None
    return next((name for name, known in RATES.items() if known == value), str(value))


def positive(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return value


def shot_numbers(text: str) -> list[int]:
    """ "2,4-6" as [2, 4, 5, 6]. Raises argparse.ArgumentTypeError."""
    out: list[int] = []
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        try:
            low, high = int(first), int(last or first)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{part!r} is not a shot number or a range like 4-6") from None
        if low < 1 or high < low or high > 100_000:
            raise argparse.ArgumentTypeError(f"{part!r} is not a range of shots")
        out += range(low, high + 1)
    return out
