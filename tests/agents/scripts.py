"""Where the shipped FilmAgent scripts lie, beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

SHARED = Path(os.environ.get("SHOTWRIGHT_SHARED", Path(__file__).resolve().parents[3] / "shared"))
SCRIPTS = sorted((SHARED / "data" / "filmagent" / "scripts").glob("*/script.json"))
