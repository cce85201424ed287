"""Built people kept on disk by content: the same look is built once for each version of the builder."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
import zipfile
from dataclasses import asdict
from functools import cache
from pathlib import Path

import numpy as np

from app.look import Look
from library.cast.build import build
from library.cast.person import Part, Person, Rig
from library.geometry.mesh import Material, MeshData

_FORMAT = 1


def person(look: Look, folder: str | os.PathLike) -> Person:
    """The person of `look`, from `folder` if built before, else built and kept there.

    A file that cannot be read is built anew. Raises ValueError for an unknown style, OSError where the
    folder cannot be written.
    """
    path = Path(folder) / f"{key(look)}.npz"
    try:
        return load(path)
    except (OSError, ValueError, KeyError):
        out = build(look)
        save(out, path)
        return out


def key(look: Look) -> str:
    """The name a look is kept under: its values and the version of the code that builds it."""
    return hashlib.sha256(f"{version()}\n{look.model_dump_json()}".encode()).hexdigest()[:24]


@cache
def version() -> str:
    """A hash of the source of everything a person is built by."""
    here = Path(__file__).resolve().parent
    digest = hashlib.sha256(str(_FORMAT).encode())
    for path in sorted(
        [*here.rglob("*.py"), *(here.parent / "geometry").glob("*.py")],
        key=lambda p: p.relative_to(here.parent).as_posix(),
    ):
        digest.update(path.relative_to(here.parent).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def save(value: Person, path: Path) -> None:
    """Writes a person to `path`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    np.savez(buffer, **_arrays(value))
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(buffer.getvalue())
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def load(path: Path) -> Person:
    """Reads a person written by `save`. Raises OSError, ValueError or KeyError where it is not one."""
    try:
        with open(path, "rb") as file, np.load(file, allow_pickle=False) as data:
            return _person({name: data[name] for name in data.files})
    except (EOFError, TypeError, IndexError, AttributeError, zipfile.BadZipFile) as error:
        raise ValueError(f"{path} does not hold a person") from error


def _arrays(value: Person) -> dict[str, np.ndarray]:
    rig = value.rig
    out = {"rig.parents": rig.parents, "rig.heads": rig.heads, "rig.tails": rig.tails, "rig.axes": rig.axes}
    parts = []
    for i, part in enumerate(value.parts):
        mesh = part.mesh
        entry = {
            "name": part.name, "bone": part.bone, "bones": mesh.bones, "materials": [asdict(m) for m in mesh.materials],
            "attributes": list(mesh.attributes), "keys": list(mesh.shape_keys),
            "normals": mesh.normals is not None, "weights": mesh.weights is not None,
        }  # fmt: skip
        for name in ("vertices", "faces", "colors", "material", "smooth"):
            out[f"{i}.{name}"] = getattr(mesh, name)
        if mesh.normals is not None:
            out[f"{i}.normals"] = mesh.normals
        if mesh.attributes:
            out[f"{i}.attributes"] = np.stack(list(mesh.attributes.values()))
        for name, values in (
            ("weights", mesh.weights),
            ("keys", np.stack(list(mesh.shape_keys.values())) if mesh.shape_keys else None),
        ):
            if values is not None:
                flat = values.ravel()
                used = np.flatnonzero(flat)
                out[f"{i}.{name}.at"], out[f"{i}.{name}.value"] = used.astype(np.int32), flat[used]
        parts.append(entry)
    header = {
        "format": _FORMAT, "bones": rig.names, "parts": parts, "measures": value.measures,
        "landmarks": {n: [b, p.tolist()] for n, (b, p) in value.landmarks.items()},
    }  # fmt: skip
    out["header"] = np.frombuffer(json.dumps(header).encode(), np.uint8)
    return out


def _person(data: dict[str, np.ndarray]) -> Person:
    header = json.loads(data["header"].tobytes())
    if header["format"] != _FORMAT:
        raise ValueError(f"unknown format {header['format']}")
    rig = Rig(tuple(header["bones"]), data["rig.parents"], data["rig.heads"], data["rig.tails"], data["rig.axes"])
    parts = [Part(entry["name"], _mesh(entry, i, data), entry["bone"]) for i, entry in enumerate(header["parts"])]
    landmarks = {n: (bone, np.array(point)) for n, (bone, point) in header["landmarks"].items()}
    return Person(rig, tuple(parts), header["measures"], landmarks)


def _mesh(entry: dict, i: int, data: dict[str, np.ndarray]) -> MeshData:
    def dense(name: str, shape: tuple[int, ...]) -> np.ndarray:
        out = np.zeros(shape, np.float32)
        out.ravel()[data[f"{i}.{name}.at"]] = data[f"{i}.{name}.value"]
        return out

    vertices = data[f"{i}.vertices"]
    keys = dense("keys", (len(entry["keys"]), *vertices.shape)) if entry["keys"] else []
    return MeshData(
        vertices,
        data[f"{i}.faces"],
        data[f"{i}.colors"],
        [Material(**m) for m in entry["materials"]],
        data[f"{i}.material"],
        data[f"{i}.smooth"],
        data[f"{i}.normals"] if entry["normals"] else None,
        dict(zip(entry["attributes"], data[f"{i}.attributes"], strict=True)) if entry["attributes"] else {},
        dict(zip(entry["keys"], keys, strict=True)),
        entry["bones"],
        dense("weights", (len(vertices), len(entry["bones"]))) if entry["weights"] else None,
    )
