"""What the crew of a project did so far, read from its folder: diary, exchanges with models, and their cost.

Only reads, so it can be used beside a production that is under way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.crew_events import DiaryEntry, diary
from agents.model.ledger import Ledger
from app.errors import ShotwrightError
from app.project import FILM


@dataclass(frozen=True)
class Asked:
    """An exchange in short. file: the readable page; turns: how often an answer was given; looked_up: passages of the
    knowledge that were quoted in the question."""

    number: int
    at: str
    role: str
    wanted: str
    player: str
    outcome: str
    turns: int
    tokens: int
    error: str
    looked_up: tuple[str, ...]
    file: Path


class CrewBook:
    """Of the project in `folder`. Raises ShotwrightError(project) where there is none."""

    def __init__(self, folder: Path):
        if not (folder / FILM).is_file():
            raise ShotwrightError("project", f"there is no project in {folder}", f"A project has a {FILM}.")
        self.folder = folder
        self._byte = self._number = 0

    def steps(self) -> list[DiaryEntry]:
        """The steps since it was last asked; all of them the first time."""
        found, self._byte = diary(self.folder, self._byte)
        return found

    def asked(self) -> list[Asked]:
        """The exchanges since it was last asked; all of them the first time."""
        found = []
        for file in sorted((self.folder / "exchanges").glob("[0-9]*-*.json")):
            number = int(file.name.split("-")[0])
            if number > self._number and (read := _read(number, file)) is not None:
                found.append(read)
        self._number = max([self._number, *(each.number for each in found)])
        return found

    def ledger(self) -> Ledger:
        """The calls so far."""
        return Ledger(self.folder / "ledger.jsonl")


def _read(number: int, file: Path) -> Asked | None:
    try:
        data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        turns = data["turns"]
        return Asked(
            number, data["at"], data["role"], data["wanted"], data["model"], data["outcome"], len(turns),
            sum(t["tokens_in"] + t["tokens_out"] for t in turns), data["error"], tuple(data.get("looked_up", ())),
            file.with_suffix(".md"),
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None
