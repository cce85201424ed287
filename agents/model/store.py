"""Answers kept by content, so that what was answered once is not asked again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from agents.model.messages import Message
from agents.model.settings import Endpoint
from app.files import digest, write_whole

FORMAT = 1


class Kept(BaseModel):
    """A valid answer as JSON, and what was left out to make it valid. final: it breaks rules, and was asked for again
    in vain."""

    model_config = ConfigDict(extra="forbid")

    answer: Any
    dropped: list[str] = []
    final: bool = False


def key(endpoint: Endpoint | None, messages: list[Message], schema: dict[str, Any], round_: int) -> str:
    """What an answer depends on, as a digest: model (None: a person), words, pictures, form of the answer, and which
    of several answers to the same question it is."""
    asked = [
        FORMAT,
        endpoint and endpoint.model_dump(include={"base_url", "model", "temperature", "seed", "answer_tokens"}),
        [[m.role, m.text, [[p.label, digest(p.data)] for p in m.pictures]] for m in messages],
        schema,
        round_,
    ]
    return digest(json.dumps(asked, sort_keys=True))


class AnswerStore:
    """Answers in files named by their key, in a folder of the project."""

    def __init__(self, folder: Path):
        self.folder = folder

    def find(self, key: str) -> Kept | None:
        """A kept answer; one that is missing or damaged is None."""
        try:
            return Kept.model_validate_json((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError):
            return None

    def keep(self, key: str, kept: Kept) -> None:
        """Raises ShotwrightError(disk)."""
        write_whole(self.folder / f"{key}.json", json.dumps(kept.model_dump(mode="json"), indent=1))
