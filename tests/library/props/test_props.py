"""Every prop builds, has its real size, stands on the ground, and looks outward."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.geometry.mesh import MeshData
from library.props import PROPS

NAMES = sorted(PROPS.names)


def volume(mesh: MeshData) -> float:
    """Signed volume by the divergence theorem; positive when closed shapes face outwards."""
    points = mesh.vertices.astype(float)
    a, b, c = (points[mesh.faces[:, i]] for i in range(3))
    total = np.einsum("ij,ij->i", a, np.cross(b, c)).sum()
    quads = mesh.faces[:, 3] >= 0
    d = points[mesh.faces[quads, 3]]
    return (total + np.einsum("ij,ij->i", a[quads], np.cross(c[quads], d)).sum()) / 6


def test_there_are_many_props():
    assert len(PROPS) >= 60


@pytest.mark.parametrize("name", NAMES)
def test_prop_builds_to_size(name):
    prop = PROPS[name]
    mesh = prop.mesh(3)
    low, high = mesh.bounds()
    assert high - low == pytest.approx(np.array(prop.size), rel=0.02, abs=1e-4)
    assert (low + high)[:2] == pytest.approx([0, 0], abs=1e-3)
    assert low[2] == pytest.approx(0, abs=1e-4)
    assert np.isfinite(mesh.vertices).all()
    assert mesh.faces.max() < len(mesh.vertices)
    assert ((mesh.colors >= 0) & (mesh.colors <= 1)).all()
    assert 8 <= mesh.triangle_count <= 6000
    assert prop.description


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("awning", "grass tufts")])
def test_prop_faces_look_outward(name):
    mesh = PROPS[name].mesh(3)
    assert volume(mesh) > 0
    if mesh.normals is not None:
        length = np.linalg.norm(mesh.normals, axis=1)
        assert length == pytest.approx(np.ones(len(length)), abs=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_seats_and_surfaces_lie_on_the_prop(name):
    prop = PROPS[name]
    width, depth, height = prop.size
    for seat in prop.seats:
        assert abs(seat.at[0]) < width / 2
        assert abs(seat.at[1]) < depth / 2
        assert 0.25 <= seat.height <= 0.8
        assert seat.height <= height + 0.02
    if prop.surface is not None:
        assert 0 < prop.surface <= height + 1e-6
    for light in prop.lights:
        assert light.watts > 0


@given(st.sampled_from(NAMES), st.integers(0, 2**31))
@settings(max_examples=25, deadline=None)
def test_the_same_seed_gives_the_same_bytes(name, seed):
    first, second = PROPS[name].mesh(seed), PROPS[name].mesh(seed)
    assert first.vertices.tobytes() == second.vertices.tobytes()
    assert first.colors.tobytes() == second.colors.tobytes()


@given(
    st.sampled_from(["bookshelf", "dining table", "rug", "picture", "picket fence", "kitchen counter", "bar counter"]),
    st.data(),
)
@settings(max_examples=20, deadline=None)
def test_sizes_are_kept_exactly(name, data):
    prop = PROPS[name]
    size = tuple(s * data.draw(st.floats(0.8, 1.5)) for s in prop.size)
    low, high = prop.mesh(1, size=size).bounds()
    assert high - low == pytest.approx(np.array(size), rel=1e-3)


def test_synonyms_find_their_prop():
    assert PROPS.find("couch").entry.name == "sofa"
    assert PROPS.find("cup of coffee").entry.name == "mug"
    assert PROPS.find("street lamp").entry.name == "lamp post"
    for prop in PROPS:
        assert PROPS.find(prop.name).entry is prop


def test_an_unknown_option_is_refused():
    with pytest.raises(TypeError):
        PROPS["sofa"].mesh(0, wheels=4)
