"""A worker process: one Blender, many jobs, JSON lines in and out.

The protocol has a copy of standard output of its own; the real one is turned into a log before Blender is
loaded, so nothing Blender prints can mix with it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import threading
import traceback
from typing import TextIO

from pydantic import TypeAdapter, ValidationError

from app.errors import ShotwrightError
from render.protocol import Event, Failure, Job
from render.sandbox import confine

NICE = 19
"""By how much a worker's priority is lower than that of what started it (see nice(2))."""
JOB: TypeAdapter[Job] = TypeAdapter(Job)


def take_over_output() -> TextIO:
    """Returns a stream to the application; everything else that is printed goes to standard error."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return channel


def give_way() -> None:
    """The window and whatever else a person works with come first."""
    if hasattr(os, "nice"):
        os.nice(NICE)


def die_with_parent() -> None:
    """Ends this process when the application dies, however it dies."""
    if sys.platform == "linux":
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            event.wait(1.0)
        os._exit(3)

    event = threading.Event()
    threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--writable", action="append", default=[], metavar="DIR", help="a folder jobs write to")
    options = parser.parse_args()
    channel = take_over_output()
    give_way()

    def send(event: Event) -> None:
        channel.write(event.model_dump_json(exclude_defaults=True) + "\n")
        channel.flush()

    # Before threads and Blender: every thread has to inherit it.
    layers = confine([*options.writable, tempfile.gettempdir()])
    die_with_parent()
    from render.worker.jobs import run

    send(Event(kind="ready", result={"sandbox": [each.to_dict() for each in layers]}))
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            job = JOB.validate_json(line)
        except ValidationError as error:
            send(Event(kind="failed", failure=Failure(layer="json", what=f"the job is malformed: {error}")))
            continue
        try:
            result = run(job, send, options.threads)
        except ShotwrightError as error:
            send(Event(kind="failed", job=job.id, failure=Failure.of(error)))
        except Exception as error:
            traceback.print_exc()
            what = f"{type(error).__name__}: {error}"
            send(Event(kind="failed", job=job.id, failure=Failure(layer="render", what=what)))
        else:
            send(Event(kind="done", job=job.id, result=result))


if __name__ == "__main__":
    main()
