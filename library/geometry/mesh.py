"""Meshes and materials as plain data.

Builders of people, props and places return `MeshData`; they never touch Blender. One module
(`library.blender.realise`) turns the data into Blender objects, so everything built by code can be
tested, cached and measured without Blender.

Units are metres, z is up. A thing that has a front faces -y and stands on z = 0 at its own origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np


@dataclass(frozen=True)
class Material:
    """How a surface answers light. The colour itself lies on the mesh (`MeshData.colors`).

    `kind` picks the shader: "surface" (principled), "skin" (principled with a warm edge, lips and blush), "hair"
    (principled, tint by clump, streaks by the point attributes "along" and "across"), "eye" (iris and pupil from
    the point attribute "angle"), "glass", "emission" (light-giving, `emission` is the strength), "wood" (principled
    with grain from the point attributes "grain_u" and "grain_v"), "lamp" (principled that gives `emission` light
    times the object's custom property "glow": 0 or missing is off, 1 is fully on), "pane" (a dark window pane, lamp
    light behind it by "glow").
    `bump` and `variation` are strengths 0..1 of procedural noise with the given scales per metre, `folds` of the
    drapes of cloth on a person. `emission` of a "surface" is light of its own colour.
    """

    name: str
    kind: str = "surface"
    roughness: float = 0.5
    specular: float = 0.5
    metallic: float = 0.0
    sheen: float = 0.0
    coat: float = 0.0
    transmission: float = 0.0
    emission: float = 0.0
    bump: float = 0.0
    bump_scale: float = 200.0
    variation: float = 0.0
    variation_scale: float = 8.0
    folds: float = 0.0


def srgb(colour: str | Sequence[float]) -> np.ndarray:
    """'#RRGGBB' or three numbers 0..1 as an array of three sRGB values 0..1."""
    if isinstance(colour, str):
        text = colour.lstrip("#")
        return np.array([int(text[i : i + 2], 16) / 255 for i in (0, 2, 4)], np.float32)
    return np.asarray(colour, np.float32)[:3]


@dataclass
class MeshData:
    """A polygon mesh of triangles and quads with everything a renderer or rig needs.

    vertices: (V, 3) float32, metres.
    faces: (F, 4) int32, counter-clockwise seen from outside; a triangle has -1 in its last column.
    colors: (V, 3) float32, sRGB 0..1 per vertex.
    material: (F,) int32, index into `materials`.
    smooth: (F,) bool, shaded smooth or flat.
    normals: (V, 3) float32 or None, shading normals where the builder knows better (rounded boxes).
    attributes: name -> (V,) float32 extra point values read by materials ("angle", "lips", "blush", "tint").
    shape_keys: name -> (V, 3) float32 offsets from `vertices` at value 1.
    bones, weights: names and (V, B) float32 rows that sum to 1, for skinned meshes.
    """

    vertices: np.ndarray
    faces: np.ndarray
    colors: np.ndarray
    materials: list[Material]
    material: np.ndarray
    smooth: np.ndarray
    normals: np.ndarray | None = None
    attributes: dict[str, np.ndarray] = field(default_factory=dict)
    shape_keys: dict[str, np.ndarray] = field(default_factory=dict)
    bones: list[str] = field(default_factory=list)
    weights: np.ndarray | None = None

    @classmethod
    def build(
        cls,
        vertices,
        faces: Iterable[Sequence[int]] | np.ndarray,
        material: Material,
        colour: str | Sequence[float] | np.ndarray = "#808080",
        smooth: bool = True,
        normals=None,
    ) -> MeshData:
        """A mesh of one material. `faces` may mix triangles and quads; `colour` is one colour or (V, 3)."""
        vertices = np.asarray(vertices, np.float32).reshape(-1, 3)
        if isinstance(faces, np.ndarray) and faces.ndim == 2 and faces.shape[1] == 4:
            quads = faces.astype(np.int32)
        else:
            quads = np.array([tuple(f) if len(f) == 4 else (*f, -1) for f in faces], np.int32).reshape(-1, 4)
        colours = (
            colour if isinstance(colour, np.ndarray) and colour.ndim == 2 else np.tile(srgb(colour), (len(vertices), 1))
        )
        return cls(
            vertices,
            quads,
            np.asarray(colours, np.float32),
            [material],
            np.zeros(len(quads), np.int32),
            np.full(len(quads), smooth, bool),
            None if normals is None else np.asarray(normals, np.float32),
        )

    @property
    def triangle_count(self) -> int:
        return int(len(self.faces) + np.count_nonzero(self.faces[:, 3] >= 0))

    def bounds(self) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest corner, each (3,) metres."""
        return self.vertices.min(0), self.vertices.max(0)

    def moved(
        self, at=(0.0, 0.0, 0.0), yaw: float = 0.0, scale: float | Sequence[float] = 1.0, matrix=None
    ) -> MeshData:
        """A copy scaled, then turned `yaw` degrees about z, then moved; or put through a (4, 4) matrix."""
        if matrix is None:
            a = np.radians(yaw)
            rotation = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
            linear, offset = rotation @ np.diag(np.broadcast_to(scale, 3)), np.asarray(at, float)
        else:
            linear, offset = np.asarray(matrix)[:3, :3], np.asarray(matrix)[:3, 3]
        normals = self.normals
        if normals is not None:
            normals = normals @ np.linalg.inv(linear)
            normals = (normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)).astype(np.float32)
        faces = self.faces
        if np.linalg.det(linear) < 0:
            faces = flipped(faces)
        return replace(
            self,
            vertices=(self.vertices @ linear.T + offset).astype(np.float32),
            faces=faces,
            normals=normals,
            shape_keys={k: (v @ linear.T).astype(np.float32) for k, v in self.shape_keys.items()},
        )


def flipped(faces: np.ndarray) -> np.ndarray:
    """The same faces seen from the other side."""
    out = faces.copy()
    triangle = faces[:, 3] < 0
    out[triangle, :3] = faces[triangle, 2::-1]
    out[~triangle] = faces[~triangle, ::-1]
    return out


def joined(meshes: Sequence[MeshData]) -> MeshData:
    """One mesh of many; materials that are equal are shared, missing attributes are zero."""
    if not meshes:
        raise ValueError("joined() needs at least one mesh")
    materials: list[Material] = []
    bones: list[str] = []
    for mesh in meshes:
        materials += [m for m in mesh.materials if m not in materials]
        bones += [b for b in mesh.bones if b not in bones]
    names = {n for m in meshes for n in m.attributes}
    keys = {n for m in meshes for n in m.shape_keys}
    starts = np.cumsum([0] + [len(m.vertices) for m in meshes])
    total = int(starts[-1])
    attributes = {n: np.zeros(total, np.float32) for n in sorted(names)}
    shape_keys = {n: np.zeros((total, 3), np.float32) for n in sorted(keys)}
    weights = np.zeros((total, len(bones)), np.float32) if bones else None
    normals = np.zeros((total, 3), np.float32) if any(m.normals is not None for m in meshes) else None
    faces, material = [], []
    for mesh, start in zip(meshes, starts, strict=False):
        span = slice(start, start + len(mesh.vertices))
        faces.append(np.where(mesh.faces >= 0, mesh.faces + start, -1))
        lookup = np.array([materials.index(m) for m in mesh.materials], np.int32)
        material.append(lookup[mesh.material])
        for name, values in mesh.attributes.items():
            attributes[name][span] = values
        for name, offsets in mesh.shape_keys.items():
            shape_keys[name][span] = offsets
        if weights is not None and mesh.weights is not None:
            weights[span, [bones.index(b) for b in mesh.bones]] = mesh.weights
        if normals is not None:
            normals[span] = mesh.normals if mesh.normals is not None else vertex_normals(mesh.vertices, mesh.faces)
    return MeshData(
        np.concatenate([m.vertices for m in meshes]).astype(np.float32),
        np.concatenate(faces).astype(np.int32),
        np.concatenate([m.colors for m in meshes]).astype(np.float32),
        materials,
        np.concatenate(material).astype(np.int32),
        np.concatenate([m.smooth for m in meshes]),
        normals,
        attributes,
        shape_keys,
        bones,
        weights,
    )


def vertex_normals(vertices: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """(V, 3) area-weighted unit normals of the vertices."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    d = vertices[np.where(faces[:, 3] >= 0, faces[:, 3], faces[:, 0])]
    face = np.cross(c - a, d - b)
    triangle = faces[:, 3] < 0
    face[triangle] = np.cross(b - a, c - a)[triangle]
    out = np.zeros_like(vertices, dtype=np.float64)
    for corner in range(4):
        used = faces[:, corner] >= 0
        np.add.at(out, faces[used, corner], face[used])
    return (out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-12)).astype(np.float32)
