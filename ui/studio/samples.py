"""The sample films that come with Shotwright: opened as a copy of one's own, at once."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.files import disk_error
from app.project import FILM
from resources import FOLDER

SAMPLES = FOLDER / "samples"


@dataclass(frozen=True)
class Sample:
    """title, source: what it is called and what it was made from; picture: a keyframe, if it has one."""

    folder: Path
    title: str
    source: str
    shots: int
    picture: Path | None


def samples(folder: Path = SAMPLES) -> list[Sample]:
    """All samples there are; a damaged one is left out."""
    found = []
    for file in sorted(folder.glob(f"*/{FILM}")):
        try:
            film = json.loads(file.read_text(encoding="utf-8"))
            shots = [shot for scene in film["scenes"] for shot in scene["shots"]]
            keys = [k["file"] for s in shots for t in s["takes"] for k in t["keyframes"]]
            about = (file.parent / "about.txt").read_text(encoding="utf-8").strip()
        except (OSError, ValueError, KeyError, TypeError):
            continue
        picture = file.parent / keys[len(keys) // 2] if keys else None
        found.append(Sample(file.parent, film.get("title", file.parent.name), about, len(shots), picture))
    return found


def copy(sample: Sample, projects: Path) -> Path:
    """A copy in the person's own folder of films, under a name that is free. Raises ShotwrightError(disk)."""
    target, number = projects / sample.title, 2
    while target.exists():
        target = projects / f"{sample.title} {number}"
        number += 1
    try:
        shutil.copytree(sample.folder, target, ignore=shutil.ignore_patterns("about.txt"))
    except OSError as error:
        raise disk_error(target, error) from error
    return target
