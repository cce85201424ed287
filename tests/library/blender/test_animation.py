import numpy as np
import pytest

bpy = pytest.importorskip("bpy")

from library.blender.animation import PREFIX, animate  # noqa: E402
from library.blender.people import realise_person  # noqa: E402
from library.motion.bake import bake  # noqa: E402
from library.motion.performance import Performance  # noqa: E402
from tests.support.mannequin import mannequin  # noqa: E402


@pytest.fixture
def stage():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    person = mannequin(1.7)
    objects = realise_person("Ada", person)
    performance = Performance(person, (0.4, 0.2), 40.0, seed=3)
    performance.walk([(0.4, -1.2)], 0.2)
    performance.perform("Standing Talking", 0, 2)
    performance.speak([(0.1, "aa", 1.0), (0.4, "mbp", 1.0), (0.6, "rest", 0.0)], 0.5)
    return person, objects, bake({"Ada": performance}, 48, 24.0)["Ada"]


def test_blender_poses_bones_as_the_track_says(stage):
    person, objects, track = stage
    animate(track, objects.armature, [objects.head], first=11)
    axes, heads = track.world(person.rig)
    for frame in (0, 20, 47):
        bpy.context.scene.frame_set(11 + frame)
        posed = objects.armature.evaluated_get(bpy.context.evaluated_depsgraph_get())
        for b, name in enumerate(person.rig.names):
            matrix = np.array(posed.matrix_world @ posed.pose.bones[PREFIX + name].matrix)
            assert np.allclose(matrix[:3, 3], heads[frame, b], atol=2e-4), name
            assert np.allclose(matrix[:3, :3], axes[frame, b], atol=2e-3), name


def test_faces_act_and_a_second_motion_replaces_the_first(stage):
    _, objects, track = stage
    animate(track, objects.armature, [objects.head])
    before = len(bpy.data.actions)
    animate(track, objects.armature, [objects.head])
    assert len(bpy.data.actions) == before
    at = int(np.argmax(track.keys["mouth_mbp"]))
    bpy.context.scene.frame_set(1 + at)
    assert objects.head.data.shape_keys.key_blocks["mouth_mbp"].value == pytest.approx(1.0, abs=0.01)
    curves = objects.armature.animation_data.action.layers[0].strips[0].channelbags[0].fcurves
    assert len(curves) == 4 + 3 + 4 * len(track.bones)
