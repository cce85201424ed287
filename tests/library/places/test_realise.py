"""Places as Blender objects."""

from __future__ import annotations

import pytest

from library.places import PLACES
from library.places.build import build

bpy = pytest.importorskip("bpy")
pytestmark = pytest.mark.blender


@pytest.fixture(scope="module")
def street():
    from library.blender.places import realise_place

    bpy.ops.wm.read_factory_settings(use_empty=True)
    place = PLACES["Roadside"]
    pieces = build(place)
    return pieces, realise_place(place, pieces, bpy.context.scene.collection)


def test_every_piece_becomes_an_object_where_it_belongs(street):
    pieces, objects = street
    assert set(objects) == {p.name for p in pieces}
    for piece in pieces:
        assert tuple(objects[piece.name].location) == pytest.approx(piece.at, abs=1e-5)
        assert objects[piece.name]["piece"] == piece.kind


def test_equal_props_share_mesh_data(street):
    _, objects = street
    assert objects["left bench"].data is objects["right bench"].data


def test_sky_takes_a_gradient():
    from library.blender.places import paint_sky, realise_place

    bpy.ops.wm.read_factory_settings(use_empty=True)
    place = PLACES["Office"]
    objects = realise_place(place, build(place), bpy.context.scene.collection)
    sky = next(o for n, o in objects.items() if n.startswith("sky"))
    paint_sky(objects, ((0.0, "#FF0000"), (1.0, "#0000FF")), 0.5)
    colours = [tuple(c.color) for c in sky.data.color_attributes.active_color.data]
    assert max(c[0] for c in colours) == pytest.approx(1.0, abs=1e-3)
    assert max(c[2] for c in colours) == pytest.approx(1.0, abs=1e-3)
    assert not sky.visible_shadow
