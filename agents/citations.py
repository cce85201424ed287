"""Passages of the knowledge in a prompt, and finding out again which ones a prompt holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.model.messages import material
from library.knowledge.passages import SOURCE_NAMES, Passage

LABEL = "what the library knows about this"


def quoted(passages: Sequence[Passage]) -> str:
    """Passages for a prompt, numbered and marked as material that gives no orders; "" for none."""
    if not passages:
        return ""
    parts = [f"[{number}] {p.title} ({SOURCE_NAMES[p.source]})\n{p.text}" for number, p in enumerate(passages, 1)]
    return material(LABEL, "\n\n".join(parts))


def cited(text: str) -> list[str]:
    """What was quoted in a prompt, as "title (source)", in order."""
    found = []
    sources = "|".join(re.escape(name) for name in SOURCE_NAMES.values())
    for block in re.finditer(
        rf"The text between the marks (\w+) is {LABEL}:.*?<<<\1\n(.*?)\n\1>>>", text, flags=re.DOTALL
    ):
        found += re.findall(rf"^\[\d+\] (.+ \((?:{sources})\))$", block[2], flags=re.MULTILINE)
    return found
