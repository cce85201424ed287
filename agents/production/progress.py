"""What a production tells whoever watches it."""

from __future__ import annotations

import itertools
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.errors import ShotwrightError
from app.events import Signal

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Progress:
    """A step of a job. shot: its id where the job is one shot's; eta_s: seconds still to go, if known."""

    kind: Literal["started", "progress", "artefact", "done", "failed", "cancelled"]
    job: str
    title: str
    shot: str | None = None
    done: int = 0
    total: int = 0
    eta_s: float | None = None
    message: str = ""
    error: ShotwrightError | None = None
    file: Path | None = None


@dataclass
class JobReporter:
    """Tells the progress of one job and works out when it ends from how it went so far."""

    signal: Signal[Progress]
    title: str
    shot: str | None = None
    job: str = field(default_factory=lambda: f"job-{next(_numbers)}")
    begun: float = field(default_factory=time.monotonic)

    def tell(self, kind: str, done: int = 0, total: int = 0, message: str = "", **more: object) -> None:
        eta = None
        if kind in ("progress", "artefact") and 0 < done <= total:
            eta = (time.monotonic() - self.begun) / done * (total - done)
        self.signal.emit(Progress(kind, self.job, self.title, self.shot, done, total, eta, message, **more))

    def __enter__(self) -> JobReporter:
        self.tell("started")
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None:
            self.tell("done")
        elif isinstance(error, ShotwrightError):
            self.tell("failed", error=error, message=str(error))
        elif isinstance(error, Exception):
            self.tell("failed", message=f"{type(error).__name__}: {error}")
        else:
            self.tell("cancelled")
