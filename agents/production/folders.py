"""Folders of this user that all projects share."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def people_folder() -> Path:
    """Where built people, and imported things for workers to read, are kept; it may be deleted."""
    return Path(platformdirs.user_cache_dir("shotwright")) / "people"
