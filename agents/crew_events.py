"""What the crew tells whoever watches it: who does what, what was criticised, what changed because of it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from app.errors import ShotwrightError
from app.events import Signal
from app.files import disk_error

What = Literal[
    "asked", "made", "criticised", "corrected", "verified", "noted", "adopted", "proposed", "argued", "judged",
    "repaired", "remembered", "handed over", "stopped",
]  # fmt: skip
"""handed over: the house crew does it in a model's place; repaired: mended by rule; stopped: by budget or error."""


@dataclass(frozen=True)
class CrewEvent:
    """One step of somebody of the crew.

    player: name of the model, or "house crew"; stage: the work it is part of ("outline", "shots"); round: from 1,
    0 where there are none; text: what was made, said or criticised, in a sentence or a few lines; changed: what
    changed because of it, one thing each; shot: its id where it is about one. calls, tokens and money (US dollars)
    are what the production has used so far.
    """

    role: str
    player: str
    stage: str
    what: What
    round: int = 0
    text: str = ""
    changed: tuple[str, ...] = ()
    shot: str | None = None
    calls: int = 0
    tokens: int = 0
    money: float = 0.0


type CrewEvents = Signal[CrewEvent]

DIARY = "crew.jsonl"
_EVENT: TypeAdapter[CrewEvent] = TypeAdapter(CrewEvent)


@dataclass(frozen=True)
class DiaryEntry:
    """A step of the crew and when it was (ISO 8601, UTC)."""

    at: str
    event: CrewEvent


class CrewDiary:
    """Writes down what the crew of a project does, so that it can be read later: JSON lines in the project's folder.

    folder: asked for at every step, as a film gets its folder late; while there is none nothing is written.
    """

    def __init__(self, folder: Callable[[], Path]):
        self._folder = folder

    def write(self, event: CrewEvent) -> None:
        """Adds a step. Raises ShotwrightError(disk)."""
        try:
            file = self._folder() / DIARY
        except ShotwrightError:
            return
        at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8") as out:
                out.write(json.dumps({"at": at, **asdict(event)}) + "\n")
        except OSError as error:
            raise disk_error(file, error) from error


def diary(folder: Path, start: int = 0) -> tuple[list[DiaryEntry], int]:
    """The steps written down in a project's folder from a byte on, and the byte to go on from. A line that is not
    whole yet is read the next time; a damaged one is passed by."""
    try:
        with (folder / DIARY).open("rb") as file:
            file.seek(start)
            data = file.read()
    except OSError:
        return [], start
    whole = data.rfind(b"\n") + 1
    found = []
    for line in data[:whole].splitlines():
        try:
            entry = json.loads(line)
            found.append(DiaryEntry(str(entry.pop("at")), _EVENT.validate_python(entry)))
        except (ValueError, KeyError, AttributeError, ValidationError):
            continue
    return found, start + whole
