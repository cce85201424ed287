"""Things people brought along: meshes out of files, kept by content and used as props like all others.

An asset is one `.npz` file with its mesh and what it is called. Its name on disk holds the hash of its content, so
that a shot that uses it knows when it changed.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import platformdirs

from app.errors import ShotwrightError
from app.files import digest, write_whole
from library.geometry.mesh import Material, MeshData
from library.props import PROPS, Prop
from library.registry import plain

FORMATS = (".glb", ".gltf", ".fbx", ".obj", ".ply", ".stl", ".usd", ".usda", ".usdc", ".usdz", ".blend")
FAMILY = "imported"
MATERIAL = Material("imported", roughness=0.55, specular=0.4)
STANDS = 0.35
"""Metres of height or width from which a thing stands on the floor; smaller ones rest on others."""


@dataclass(frozen=True)
class Asset:
    """name: what programs call it; size: width, depth, height in metres; source: the file it came from."""

    name: str
    size: tuple[float, float, float]
    source: str
    mesh: MeshData


def pack(name: str, source: str, mesh: MeshData) -> bytes:
    """An asset as the bytes of its file."""
    buffer = io.BytesIO()
    about = np.frombuffer(json.dumps({"name": name, "source": source}).encode(), np.uint8)
    normals = mesh.normals if mesh.normals is not None else np.empty((0, 3), np.float32)
    np.savez_compressed(
        buffer, about=about, vertices=mesh.vertices, faces=mesh.faces, colors=mesh.colors, normals=normals
    )
    return buffer.getvalue()


def read(path: Path) -> Asset:
    """The asset in a file. Raises ShotwrightError(disk)."""
    try:
        with np.load(path, allow_pickle=False) as data:
            about = json.loads(bytes(data["about"]))
            normals = data["normals"] if len(data["normals"]) else None
            faces = data["faces"].astype(np.int32)
            mesh = MeshData.build(data["vertices"], faces, MATERIAL, data["colors"], True, normals)
        low, high = mesh.bounds()
        size = tuple(round(float(v), 4) for v in np.maximum(high - low, 1e-3))
        return Asset(str(about["name"]), size, str(about["source"]), mesh)
    except (OSError, ValueError, KeyError) as error:
        raise ShotwrightError("disk", f"{path} cannot be read: {error}", "Import the file again.") from error


def register(path: Path) -> Prop:
    """Makes a prop of an asset's file; one of the same name that was imported before gives way."""
    asset = read(path)
    if asset.name in PROPS:
        if PROPS[asset.name].family != FAMILY:
            raise ShotwrightError("input", f"there is a prop called {asset.name!r} in the library already")
        PROPS.remove(asset.name)
    stands = max(asset.size) > STANDS
    return PROPS.add(
        Prop(
            asset.name,
            asset.size,
            lambda rng: asset.mesh,
            mount="floor" if stands else "surface",
            family=FAMILY,
            description=f"Imported from {asset.source}.",
        )
    )


class AssetLibrary:
    """The imported things of this person."""

    def __init__(self, folder: Path | None = None):
        self.folder = folder or Path(platformdirs.user_data_path("shotwright")) / "library" / "assets"

    def files(self) -> dict[str, Path]:
        """Name -> file of every asset that can be read."""
        found = {}
        for path in sorted(self.folder.glob("*.npz")):
            try:
                found[read(path).name] = path
            except ShotwrightError:
                continue
        return found

    def register(self, lend_to: Path | None = None) -> None:
        """Makes props of all assets. lend_to: a folder workers read, which gets a copy of each."""
        for path in self.files().values():
            register(path)
            if lend_to is not None and not (lend_to / path.name).exists():
                lend_to.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, lend_to / path.name)

    def add(self, name: str, source: str, mesh: MeshData) -> Path:
        """Keeps a mesh as an asset in place of one of the same name. Raises ShotwrightError(disk, input)."""
        if name in PROPS and PROPS[name].family != FAMILY:
            raise ShotwrightError(
                "input", f"there is a prop called {name!r} in the library already", "Rename the file."
            )
        old = self.files().get(name)
        data = pack(name, source, mesh)
        path = self.folder / f"{re.sub(r'[^a-z0-9]+', '-', name)}-{digest(data)[:16]}.npz"
        write_whole(path, data)
        if old is not None and old != path:
            old.unlink(missing_ok=True)
        return path

    def named_in(self, snippet: str) -> list[str]:
        """File names of the assets a snippet speaks of, by what they are called or by the file they came from."""
        if not self.folder.is_dir():
            return []
        texts = {plain(text) for _, text in re.findall(r"""(["'])((?:(?!\1).)+)\1""", snippet)}
        texts |= {text.rpartition(" ")[0] for text in texts}
        return [path.name for name, path in self.files().items() if plain(name) in texts]


def name_of(path: Path) -> str:
    """What a file's thing is called: "Old_Chair.v2" -> "old chair v2"; "thing" where nothing is left.

    A name the library has already gets " imported" behind it."""
    words = " ".join(re.findall(r"[a-z0-9]+", path.stem.lower())) or "thing"
    taken = words in PROPS and PROPS[words].family != FAMILY
    return f"{words} imported" if taken else words
