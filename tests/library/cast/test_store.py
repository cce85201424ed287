"""People kept on disk."""

import numpy as np
import pytest

from library.cast import store
from tests.support.people import LOOKS


@pytest.mark.parametrize("name", list(LOOKS))
def test_a_person_comes_back_as_it_was(people, name, tmp_path):
    store.save(people[name], tmp_path / "p.npz")
    again = store.load(tmp_path / "p.npz")
    a, b = people[name], again
    assert a.rig.names == b.rig.names
    assert np.array_equal(a.rig.axes, b.rig.axes)
    assert a.measures == b.measures
    assert a.landmarks.keys() == b.landmarks.keys()
    for x, y in zip(a.parts, b.parts, strict=True):
        assert (x.name, x.bone, x.mesh.materials, x.mesh.bones) == (y.name, y.bone, y.mesh.materials, y.mesh.bones)
        for field in ("vertices", "faces", "colors", "material", "smooth"):
            assert np.array_equal(getattr(x.mesh, field), getattr(y.mesh, field))
        assert x.mesh.shape_keys.keys() == y.mesh.shape_keys.keys()
        assert all(np.array_equal(x.mesh.shape_keys[k], y.mesh.shape_keys[k]) for k in x.mesh.shape_keys)
        assert (x.mesh.weights is None) == (y.mesh.weights is None)
        assert x.mesh.weights is None or np.array_equal(x.mesh.weights, y.mesh.weights)


def test_built_once_and_read_afterwards(people, tmp_path, monkeypatch):
    built = []
    monkeypatch.setattr(store, "build", lambda look: built.append(look) or people["woman"])
    look = LOOKS["woman"]
    store.person(look, tmp_path)
    store.person(look, tmp_path)
    assert built == [look]
    assert [p.suffix for p in tmp_path.iterdir()] == [".npz"]


@pytest.mark.parametrize("rubbish", [b"", b"not a person", b"PK\x03\x04 broken"])
def test_a_broken_file_is_built_anew(people, tmp_path, monkeypatch, rubbish):
    monkeypatch.setattr(store, "build", lambda look: people["man"])
    path = tmp_path / f"{store.key(LOOKS['man'])}.npz"
    path.write_bytes(rubbish)
    assert store.person(LOOKS["man"], tmp_path).triangle_count == people["man"].triangle_count
    assert store.load(path)


def test_keys_differ_by_look_and_version(monkeypatch):
    before = store.key(LOOKS["man"])
    assert before != store.key(LOOKS["woman"])
    monkeypatch.setattr(store, "version", lambda: "other")
    assert before != store.key(LOOKS["man"])
