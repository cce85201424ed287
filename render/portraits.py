"""Pictures of people from all sides, kept by content: a look that was shown once is never rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from app.files import digest
from app.look import Look
from render.entries import version
from render.pool import WorkerPool
from render.protocol import TurntableJob

SIZES = {"figure": (300, 400), "face": (240, 240)}
"""Framing -> pixels of one picture."""

ANGLES = 12
SAMPLES = 2


def picture_files(look: Look, folder: Path, framing: Literal["figure", "face"], count: int = ANGLES) -> list[Path]:
    """Where the pictures of a look are or will be: `count` angles from the front; one is a portrait."""
    key = digest(version(), look.model_dump_json(), framing, repr(SIZES[framing]), str(count), str(SAMPLES))
    return [folder / f"person-{framing}-{key}-{k:02d}.jpg" for k in range(count)]


async def turntable(
    pool: WorkerPool,
    look: Look,
    folder: Path,
    people: Path,
    framing: Literal["figure", "face"] = "figure",
    count: int = ANGLES,
) -> list[Path]:
    """Pictures of somebody from all sides, from `folder` or rendered into it. Raises ShotwrightError."""
    files = picture_files(look, folder, framing, count)
    if not all(f.exists() for f in files):
        await pool.submit(
            TurntableJob(
                id=f"turntable {files[0].stem}",
                look=look,
                framing=framing,
                size=SIZES[framing],
                samples=SAMPLES,
                files=[str(f) for f in files],
                people=str(people),
            )
        )
    return files
