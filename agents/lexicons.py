"""Word lists and story texts that live as data in `resources/`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word list `resources/lexicons/<name>.json`."""
    return json.loads((RESOURCES / "lexicons" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def stories() -> dict[str, dict[str, Any]]:
    """All story files `resources/stories/*.json` by situation."""
    files = sorted((RESOURCES / "stories").glob("*.json"))
    return {f.stem: json.loads(f.read_text(encoding="utf-8")) for f in files}
