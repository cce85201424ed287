"""People as Blender objects."""

from math import pi

import numpy as np
import pytest

from library.cast.person import BONES, FACE_KEYS, MOUTHS

bpy = pytest.importorskip("bpy")


@pytest.fixture
def stage():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    return bpy.context.scene


def evaluated(out) -> np.ndarray:
    """World positions of an object's vertices as posed."""
    bpy.context.view_layer.update()
    made = out.evaluated_get(bpy.context.evaluated_depsgraph_get())
    points = np.empty(len(made.data.vertices) * 3, np.float32)
    made.data.vertices.foreach_get("co", points)
    matrix = np.array(made.matrix_world)
    return points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3]


def realised(people, name):
    from library.blender.people import realise_person

    return realise_person(name, people[name])


def test_at_rest_everything_stays_where_it_was_built(people, stage):
    made = realised(people, "child")
    assert [b.name for b in made.armature.pose.bones]
    assert len(made.armature.pose.bones) == len(BONES)
    for part in people["child"].parts:
        assert np.allclose(evaluated(made.parts[part.name]), part.mesh.vertices, atol=2e-5), part.name


def test_bones_have_the_axes_of_the_rig(people, stage):
    rig = people["man"].rig
    made = realised(people, "man")
    for i, name in enumerate(rig.names):
        matrix = np.array(made.armature.data.bones[f"mixamorig:{name}"].matrix_local)
        assert np.allclose(matrix[:3, :3], rig.axes[i], atol=2e-3), name
        assert np.allclose(matrix[:3, 3], rig.heads[i], atol=1e-5)


def test_head_keys_are_there_and_at_nought(people, stage):
    keys = realised(people, "woman").head.data.shape_keys.key_blocks
    for name in [f"mouth_{m}" for m in MOUTHS] + list(FACE_KEYS):
        assert keys[name].value == 0


def test_head_follows_its_bone(people, stage):
    made = realised(people, "woman")
    before = evaluated(made.head)
    made.armature.location = (1, 2, 0)
    assert np.allclose(evaluated(made.head), before + [1, 2, 0], atol=1e-4)


def test_a_skirt_is_drawn_in_as_the_thighs_rise(people, stage):
    from mathutils import Euler

    made = realised(people, "woman")
    body = made.parts["body"]
    for side in ("Left", "Right"):
        bone = made.armature.pose.bones[f"mixamorig:{side}UpLeg"]
        bone.rotation_quaternion = Euler((pi / 2, 0, 0)).to_quaternion()
    bpy.context.view_layer.update()
    keys = body.evaluated_get(bpy.context.evaluated_depsgraph_get()).data.shape_keys
    assert (keys or body.data.shape_keys).key_blocks["sit"].value > 0.9
