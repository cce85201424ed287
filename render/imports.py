"""A 3D file becomes a prop: read by a confined worker, kept as plain data."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from app.errors import ShotwrightError
from library.assets import FORMATS, AssetLibrary, name_of, read, register
from render.pool import WorkerPool
from render.protocol import ImportJob

BESIDE = (".mtl", ".bin", ".png", ".jpg", ".jpeg", ".tga", ".webp", ".bmp")
"""Files beside it that a model may take its material, points and pictures from."""

LARGEST = 400 * 2**20
"""Bytes of a model with all that belongs to it."""


async def import_file(pool: WorkerPool, path: Path, library: AssetLibrary, people: Path) -> tuple[str, list[str]]:
    """Keeps what a file holds in the library. people: the folder workers read, which gets a copy of the asset.
    Returns the name of the prop it is now, and what was changed, in words. Raises ShotwrightError."""
    if path.suffix.lower() not in FORMATS:
        raise ShotwrightError("input", f"{path.name} is no 3D file that is read", f"Formats: {', '.join(FORMATS)}.")
    if not path.is_file():
        raise ShotwrightError("input", f"there is no file {path}")
    name = name_of(path)
    people.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=people, prefix="import-") as scratch:
        own = _copied(path, Path(scratch))
        out = Path(scratch) / "mesh.npz"
        done = await pool.submit(ImportJob(id=f"import {path.name}", file=str(own), out=str(out)))
        kept = library.add(name, path.name, read(out).mesh)
    register(kept)
    shutil.copyfile(kept, people / kept.name)
    return name, [str(n)[:200] for n in done.result.get("notes", [])][:8]


def _copied(path: Path, folder: Path) -> Path:
    """The file in a folder of the worker's, with what lies beside it that it may need."""
    beside = [path]
    if path.suffix.lower() in (".gltf", ".obj", ".fbx", ".usda", ".usd", ".usdc"):
        beside += [f for f in path.parent.iterdir() if f.suffix.lower() in BESIDE and f.is_file()]
        beside += [f for f in (path.parent / "textures").glob("*") if f.suffix.lower() in BESIDE and f.is_file()]
    try:
        if path.stat().st_size > LARGEST:
            raise ShotwrightError("input", f"{path.name} is larger than {LARGEST >> 20} MB", "Simplify it first.")
        room = LARGEST
        for each in beside:
            room -= each.stat().st_size
            if room < 0:
                break
            target = folder / each.relative_to(path.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(each, target)
    except OSError as error:
        raise ShotwrightError("disk", f"{path} cannot be read: {error}") from error
    return folder / path.name
