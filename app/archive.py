"""A project as one file to hand on: film, takes, voices and backups in a ZIP, and back into a folder."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from app.document import Film
from app.errors import ShotwrightError
from app.files import disk_error, part_of
from app.project import FILM, load_film

LEFT_OUT = ("cache", "backups", ".lock", "journal.jsonl")
"""What can be made again, or is one machine's own."""

MOST_BYTES = 64 * 2**30
MOST_FILES = 200_000
_STORED = (".jpg", ".jpeg", ".png", ".mp4", ".wav", ".flac", ".npz", ".blend")
"""Packed already: deflating them takes long and gains nothing."""


def pack(folder: Path, film: Film, path: Path, progress: Callable[[int, int], None] = lambda a, b: None) -> list[str]:
    """Writes the project in `folder` with the film as it stands now (saved or not) to a ZIP at `path`. Returns the
    names of files the film speaks of that are not there. Raises ShotwrightError(disk); a ZIP that was there
    before then stays."""
    files = [f for f in sorted(folder.rglob("*")) if f.is_file() and not f.is_symlink() and _wanted(folder, f)]
    top = _safe_name(film.title)
    try:
        part = part_of(path)
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as out:
                out.writestr(f"{top}/{FILM}", film.model_dump_json(indent=1))
                for done, file in enumerate(files, 1):
                    how = zipfile.ZIP_STORED if file.suffix.lower() in _STORED else zipfile.ZIP_DEFLATED
                    out.write(file, f"{top}/{file.relative_to(folder).as_posix()}", how)
                    progress(done, len(files))
            os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise disk_error(path, error) from error
    return [m for m in media(film) if not (folder / m).is_file()]


def media(film: Film) -> list[str]:
    """Files inside the project that the film names."""
    named = []
    for shot in film.shots():
        for take in shot.takes:
            named += [k.file for k in take.keyframes] + [take.measurements]
    return [n for n in dict.fromkeys(named) if n]


def _wanted(folder: Path, file: Path) -> bool:
    first = file.relative_to(folder).parts[0]
    return first not in LEFT_OUT and file != folder / FILM and not file.name.endswith((".part", ".lock"))


def is_archive(path: Path) -> bool:
    """Whether a file is a packed project, by what is in it."""
    try:
        with zipfile.ZipFile(path) as packed:
            return _film_in(packed) is not None
    except (OSError, zipfile.BadZipFile):
        return False


def unpack(path: Path, folder: Path) -> Path:
    """Puts a packed project into a new or empty `folder`. Only plain files below it are taken; links, paths that
    lead elsewhere, and archives that are too large are refused before anything stays. Returns the folder.
    Raises ShotwrightError: project for what is no packed project, disk."""
    if folder.exists() and any(folder.iterdir()):
        raise ShotwrightError("project", f"{folder} is not empty", "Choose another folder to unpack to.")
    try:
        with zipfile.ZipFile(path) as packed:
            film = _film_in(packed)
            if film is None:
                raise ShotwrightError("project", f"{path.name} holds no project", f"A packed project has a {FILM}.")
            members = _members(packed, film.parent, path)
            folder.parent.mkdir(parents=True, exist_ok=True)
            scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".unpacking-"))
            try:
                for info, name in members:
                    target = scratch / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with packed.open(info) as source, target.open("wb") as out:
                        _copy(source, out, info.file_size)
                load_film(scratch / FILM)
                if folder.exists():
                    folder.rmdir()
                os.chmod(scratch, 0o755)
                os.replace(scratch, folder)
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
    except zipfile.BadZipFile as error:
        raise ShotwrightError("project", f"{path.name} is damaged or no ZIP: {error}") from error
    except OSError as error:
        raise disk_error(path, error) from error
    return folder


def _film_in(packed: zipfile.ZipFile) -> PurePosixPath | None:
    """The film.json that lies least deep."""
    found = [PurePosixPath(i.filename) for i in packed.infolist() if PurePosixPath(i.filename).name == FILM]
    return min((f for f in found if len(f.parts) <= 2), key=lambda f: len(f.parts), default=None)


def _members(packed: zipfile.ZipFile, top: PurePosixPath, path: Path) -> list[tuple[zipfile.ZipInfo, PurePosixPath]]:
    out, size = [], 0
    for info in packed.infolist():
        name = PurePosixPath(info.filename.replace("\\", "/"))
        if info.is_dir() or not name.is_relative_to(top):
            continue
        inside = name.relative_to(top)
        odd = any(p in ("..", "") or ":" in p for p in inside.parts) or inside.is_absolute()
        if odd or stat.S_ISLNK(info.external_attr >> 16):
            raise ShotwrightError("project", f"{path.name} holds {info.filename!r}, which leads out of it")
        size += info.file_size
        out.append((info, inside))
    if size > MOST_BYTES or len(out) > MOST_FILES:
        raise ShotwrightError("project", f"{path.name} is too large to unpack ({len(out)} files, {size} bytes)")
    return out


def _copy(source, out, size: int) -> None:
    """At most as much as was announced, so that a lying archive cannot fill the disk."""
    left = size
    while left > 0 and (data := source.read(min(left, 1 << 20))):
        out.write(data)
        left -= len(data)


def _safe_name(title: str) -> str:
    kept = "".join(c if c.isalnum() or c in " -_" else " " for c in title)
    return " ".join(kept.split())[:60] or "film"
