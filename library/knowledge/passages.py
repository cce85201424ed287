"""A passage: the piece of text that is looked up, and the sources passages come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from app.files import digest

Source = Literal["functions", "learned", "films", "tutorials", "craft", "catalogue", "blender"]
SOURCES: tuple[Source, ...] = get_args(Source)

SOURCE_NAMES: dict[Source, str] = {
    "functions": "function library",
    "learned": "learned functions",
    "films": "shots that passed",
    "tutorials": "added tutorials",
    "craft": "film craft",
    "catalogue": "catalogue",
    "blender": "Blender documentation",
}
"""What the sources are called before people."""


@dataclass(frozen=True)
class Passage:
    """title: what it is about; text: what is shown and quoted; where: a name in Python, a file with a time or page;
    words: more words it is found by, not shown; score: how well it fits a query, larger is better, comparable only
    within one answer."""

    source: Source
    title: str
    text: str
    where: str = ""
    words: str = ""
    score: float = 0.0

    @property
    def id(self) -> str:
        """The same for the same content, whatever its score."""
        return digest(self.source, self.title, self.text, self.where, self.words)


def spoken(name: str) -> str:
    """A name in Python as words: "bpy.types.AreaLight.shadow_soft_size" -> "area light shadow soft size"."""
    split = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name.rpartition("bpy.")[2])
    words = re.split(r"[^A-Za-z0-9]+", split)
    return " ".join(w.casefold() for w in words if w and w not in ("types", "ops"))
