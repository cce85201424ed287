"""The solids props are made of: closed, outward, with normals that agree with their faces."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.geometry import growth, shapes
from library.geometry.mesh import Material, MeshData, vertex_normals

M = Material("test")
SIZE = st.floats(0.01, 3.0)


def volume(mesh: MeshData) -> float:
    points = mesh.vertices.astype(float)
    a, b, c = (points[mesh.faces[:, i]] for i in range(3))
    total = np.einsum("ij,ij->i", a, np.cross(b, c)).sum()
    quads = mesh.faces[:, 3] >= 0
    d = points[mesh.faces[quads, 3]]
    return (total + np.einsum("ij,ij->i", a[quads], np.cross(c[quads], d)).sum()) / 6


def agreement(mesh: MeshData) -> float:
    """The smallest cosine between a shading normal and the normal of the faces round it."""
    face = vertex_normals(mesh.vertices, mesh.faces)
    return float(np.einsum("ij,ij->i", face, mesh.normals).min())


@given(SIZE, SIZE, SIZE, st.floats(0, 0.05), st.sampled_from([1, 2]))
@settings(max_examples=60, deadline=None)
def test_box_fills_its_size(x, y, z, bevel, segments):
    mesh = shapes.box((x, y, z), (1, 2, 3), M, bevel=bevel, segments=segments)
    low, high = mesh.bounds()
    assert low == pytest.approx([1 - x / 2, 2 - y / 2, 3], abs=1e-4)
    assert high == pytest.approx([1 + x / 2, 2 + y / 2, 3 + z], abs=1e-4)
    assert 0.3 * x * y * z < volume(mesh.moved((-1, -2, -3))) <= 1.001 * x * y * z + 1e-9


@pytest.mark.parametrize(("bevel", "segments", "triangles"), [(0.0, 1, 12), (0.01, 1, 44), (0.01, 2, 108)])
def test_box_triangle_budget(bevel, segments, triangles):
    assert shapes.box((1, 1, 1), (0, 0, 0), M, bevel=bevel, segments=segments).triangle_count == triangles


def test_a_turned_box_turns_about_the_middle_of_its_underside():
    mesh = shapes.box((2, 1, 1), (5, 0, 0), M, bevel=0, yaw=90)
    low, high = mesh.bounds()
    assert high - low == pytest.approx([1, 2, 1], abs=1e-5)
    assert (low + high) / 2 == pytest.approx([5, 0, 0.5], abs=1e-5)


def test_cylinder_volume():
    mesh = shapes.cylinder(0.5, 2.0, M, sides=64, bevel=0.0)
    assert volume(mesh) == pytest.approx(np.pi * 0.25 * 2, rel=0.01)


def test_sphere_stands_on_its_point_and_has_its_volume():
    mesh = shapes.sphere(0.5, M, sides=32, rings=16)
    assert mesh.bounds()[0][2] == pytest.approx(0, abs=1e-6)
    assert volume(mesh) == pytest.approx(4 / 3 * np.pi * 0.125, rel=0.04)


CLOSED = {
    "cup": lambda: shapes.cup(0.04, 0.1, M),
    "tube": lambda: shapes.tube([(0, 0, 0), (0, 0, 1), (1, 0, 1.5)], 0.1, M),
    "ring": lambda: shapes.tube(
        [(np.cos(a), np.sin(a), 0) for a in np.linspace(0, 6.28, 20)[:-1]], 0.1, M, closed=True
    ),
    "rod": lambda: shapes.rod((0, 0, 0), (0.3, 0.2, 1), (0.1, 0.05), M),
    "cushion": lambda: shapes.cushion((0.6, 0.5, 0.2), (0, 0, 0), M, puff=0.6),
    "extrude": lambda: shapes.extrude([(0, 0), (1, 0), (1, 1), (0, 1)], 0.3, M, bevel=0.02),
    "lumps": lambda: growth.lumps(np.array([(0, 0, 0), (0.5, 0, 0), (0, 0.5, 0.2)]), np.array([0.5, 0.4, 0.4]), M),
}


@pytest.mark.parametrize("name", CLOSED)
def test_closed_shapes_look_outward(name):
    mesh = CLOSED[name]()
    assert volume(mesh) > 0
    assert agreement(mesh) > 0.3


def test_tube_sections_do_not_twist_or_shrink():
    path = np.stack([np.cos(np.linspace(0, 3, 12)), np.sin(np.linspace(0, 3, 12)), np.linspace(0, 1, 12)], 1)
    mesh = shapes.tube(path, 0.1, M, sides=8)
    rings = mesh.vertices[: 12 * 8].reshape(12, 8, 3)
    assert np.linalg.norm(rings - path[:, None], axis=2) == pytest.approx(np.full((12, 8), 0.1), abs=1e-5)
    step = np.linalg.norm(np.diff(rings, axis=0), axis=2)
    assert step.max() < 1.6 * step.min()


def test_sheet_looks_along_rows_cross_columns():
    grid = np.stack(np.meshgrid(np.arange(3.0), np.arange(4.0), [0.0], indexing="ij"), -1)[:, :, 0]
    assert shapes.sheet(grid, M).normals[:, 2] == pytest.approx(np.ones(12))


def test_leaf_is_seen_from_above():
    assert (growth.leaf(0.3, 0.1, M).normals[:, 2] > 0).all()


def test_grain_runs_along_the_longest_side():
    mesh = shapes.box((0.1, 2.0, 0.1), (0, 0, 0), M)
    assert np.ptp(mesh.attributes["grain_u"]) == pytest.approx(2.0, abs=1e-3)


def test_icosphere_counts():
    points, faces = growth.icosphere(2)
    assert len(faces) == 320
    assert np.linalg.norm(points, axis=1) == pytest.approx(np.ones(len(points)))
