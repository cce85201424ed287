"""Imported things go along with a project: copies of those its film uses lie in `assets/`, and come into the library of
whoever opens it."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from agents.production.folders import people_folder
from app.document import Film
from app.errors import ShotwrightError
from app.files import disk_error
from library.assets import AssetLibrary, read, register

log = logging.getLogger(__name__)
FOLDER = "assets"


def snippets(film: Film) -> str:
    """All that programs of a film say of things in its scenes, those of takes too."""
    programs = [each for shot in film.shots() for each in (shot.program, *(take.program for take in shot.takes))]
    return "\n".join(dict.fromkeys(program.scene for program in programs))


def keep(snippets: str, project: Path, library: AssetLibrary | None = None) -> list[Path]:
    """Copies the imported things that snippets speak of into a project folder. Returns the copies.
    Raises ShotwrightError(disk)."""
    library, kept = library or AssetLibrary(), []
    for name in library.named_in(snippets):
        target = project / FOLDER / name
        try:
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(library.folder / name, target)
        except OSError as error:
            raise disk_error(target, error) from error
        kept.append(target)
    return kept


def adopt(project: Path, library: AssetLibrary | None = None, lend_to: Path | None = None) -> list[str]:
    """Takes the imported things of a project that came from elsewhere into the library. What is there under the same
    name stays as it is. lend_to: the folder workers read. Returns the names of what is new.
    Raises ShotwrightError(disk)."""
    found = sorted((project / FOLDER).glob("*.npz"))
    if not found:
        return []
    library, lend_to = library or AssetLibrary(), lend_to or people_folder()
    known, new = library.files(), []
    for path in found:
        try:
            asset = read(path)
            if asset.name in known:
                continue
            own = library.add(asset.name, asset.source, asset.mesh)
            register(own)
        except ShotwrightError as error:
            log.warning("%s was not taken into the library: %s", path, error)
            continue
        lend_to.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(own, lend_to / own.name)
        new.append(asset.name)
    return new
