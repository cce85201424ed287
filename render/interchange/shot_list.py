"""The shot list as a table that spreadsheets open."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from app.files import write_whole
from app.timebase import clock, seconds
from render.interchange.cut import Cut, spoken

COLUMNS = (
    "Shot", "Label", "Scene", "Shot type", "Lens (mm)", "Camera move", "Start", "Start frame", "Frames", "Seconds",
    "Description", "Dialogue", "Notes", "Image",
)  # fmt: skip


def write_shot_list(cut: Cut, path: Path) -> None:
    """Writes CSV (UTF-8 with a byte order mark, by which spreadsheets know it). A text that a spreadsheet would
    take for a formula gets an apostrophe in front. Raises ShotwrightError: export, disk."""
    cut.check()
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for shot in cut.shots:
        row = (
            shot.number, shot.label, shot.scene, shot.shot_type, "" if shot.lens is None else f"{shot.lens:g}",
            shot.move, clock(shot.start, cut.fps), shot.start, shot.length, f"{seconds(shot.length, cut.fps):.3f}",
            shot.description, spoken(shot), shot.notes, shot.image.name if shot.image else "",
        )  # fmt: skip
        table.writerow([_plain(cell) if isinstance(cell, str) else cell for cell in row])
    write_whole(Path(path), "\ufeff" + out.getvalue())


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "@", "\t")) or (text[:1] == "-" and text[1:2].isalnum()) else text
