"""Fields, meshing and lofts."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.geometry import sdf
from library.geometry.loft import ball, bezier, profile, spline, sweep
from library.geometry.mesh import Material, MeshData, vertex_normals


def closed(faces: np.ndarray) -> bool:
    pairs = []
    for face in faces:
        corners = [int(i) for i in face if i >= 0]
        pairs += list(zip(corners, corners[1:] + corners[:1], strict=True))
    return len(set(pairs)) == len(pairs) and all((b, a) in set(pairs) for a, b in pairs)


def test_surface_nets_closes_a_sphere_and_faces_outwards():
    vertices, quads = sdf.mesh(lambda p: sdf.sphere(p, (0, 0, 0), 0.1), (-0.15,) * 3, (0.15,) * 3, 0.015)
    assert closed(quads)
    assert np.allclose(np.linalg.norm(vertices, axis=1), 0.1, atol=1e-4)
    assert ((vertex_normals(vertices, quads) * vertices).sum(1) > 0).all()


def test_meshing_an_empty_box_is_refused():
    with pytest.raises(ValueError, match="no surface"):
        sdf.mesh(lambda p: sdf.sphere(p, (5, 5, 5), 0.1), (0, 0, 0), (0.1, 0.1, 0.1), 0.02)


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(0.01, 0.5))
def test_smooth_union_never_lies_outside_the_plain_one(a, b, k):
    assert sdf.smooth_min(np.array(a), np.array(b), k) <= min(a, b) + 1e-12
    assert sdf.smooth_max(np.array(a), np.array(b), k) >= max(a, b) - 1e-12


@settings(max_examples=30)
@given(st.lists(st.floats(-2, 2), min_size=3, max_size=8))
def test_profile_goes_through_its_points_without_overshoot(values):
    at = np.arange(len(values))
    curve = profile(at, values)
    assert np.allclose(curve(at.astype(float)), values)
    fine = curve(np.linspace(0, len(values) - 1, 200))
    assert fine.min() >= min(values) - 1e-9
    assert fine.max() <= max(values) + 1e-9


def test_project_lands_on_the_surface():
    points = np.random.default_rng(1).normal(0, 0.05, (50, 3)) + [0.1, 0, 0]
    field = lambda p: sdf.ellipsoid(p, (0, 0, 0), (0.1, 0.12, 0.09))  # noqa: E731
    assert np.abs(field(sdf.project(field, points, 12))).max() < 1e-3


def test_sweeps_and_balls_are_closed_and_face_outwards():
    for vertices, faces in (
        sweep(spline([[0, 0, 0], [0, 0.1, 0.2], [0, 0, 0.4]], 9), np.array([0, -1.0, 0]), 0.02, 0.01),
        ball((0, 0, 0), (0.1, 0.2, 0.1)),
    ):
        assert closed(faces)
        mesh = MeshData.build(vertices, faces, Material("x"))
        a, b, c = (mesh.vertices[mesh.faces[:, i]].astype(float) for i in range(3))
        volume = (np.cross(a, b) * c).sum() / 6
        quads = mesh.faces[:, 3] >= 0
        d = mesh.vertices[mesh.faces[quads, 3]].astype(float)
        volume += (np.cross(a[quads], c[quads]) * d).sum() / 6
        assert volume > 0


def test_bezier_starts_and_ends_at_its_ends():
    path = bezier([[0, 0, 0], [1, 2, 0], [2, 0, 1]], 7)
    assert np.allclose(path[[0, -1]], [[0, 0, 0], [2, 0, 1]])
