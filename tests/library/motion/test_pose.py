import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.motion import quaternion as quat
from library.motion.pose import Pose, two_bone
from tests.support.mannequin import mannequin

RIG = mannequin().rig
angle = st.floats(-170, 170)
coordinate = st.floats(-1.0, 1.0)


@given(angle, angle, angle, coordinate, coordinate, coordinate)
def test_quaternions_agree_with_matrices(pitch, roll, yaw, x, y, z):
    q, v = quat.tilt(pitch, roll, yaw), np.array([x, y, z])
    assert np.allclose(quat.rotate(q, v), quat.to_matrix(q) @ v, atol=1e-9)
    assert quat.angle_between(quat.from_matrix(quat.to_matrix(q)), q) < 1e-6


@given(angle, angle, angle)
def test_swing_and_twist_make_the_whole(pitch, roll, yaw):
    q, axis = quat.tilt(pitch, roll, yaw), np.array([0.0, 0.0, 1.0])
    swing, twist = quat.swing_twist(q, axis)
    assert quat.angle_between(quat.multiply(swing, quat.about(axis, twist)), q) < 1e-6


def test_rest_pose_is_the_rest_pose():
    pose = Pose.rest(RIG, 2)
    _, heads = pose.world()
    assert np.allclose(heads, RIG.heads)
    assert np.allclose(pose.basis(), quat.IDENTITY)
    assert np.allclose(pose.matrices()[0, :, :3, :3], RIG.axes)


def test_basis_is_in_the_bones_own_axes():
    """Bones placed the way Blender chains them land where forward kinematics says."""
    rng = np.random.default_rng(1)
    pose = Pose.rest(RIG, 1)
    pose.turns[0] = quat.unit(quat.IDENTITY + rng.normal(0, 0.2, (len(RIG.names), 4)))
    pose.root[0] = (0.1, -0.2, 0.3)
    basis, location = pose.basis()[0], pose.root_location()[0]
    rest = np.tile(np.eye(4), (len(RIG.names), 1, 1))
    rest[:, :3, :3], rest[:, :3, 3] = RIG.axes, RIG.heads
    placed: list[np.ndarray] = []
    for b, parent in enumerate(RIG.parents):
        own = np.eye(4)
        own[:3, :3] = quat.to_matrix(basis[b])
        if parent < 0:
            own[:3, 3] = location
            placed.append(rest[b] @ own)
        else:
            placed.append(placed[parent] @ np.linalg.inv(rest[parent]) @ rest[b] @ own)
    assert np.allclose(np.stack(placed), pose.matrices()[0], atol=1e-9)


def test_aim_points_a_bone():
    pose = Pose.rest(RIG, 3)
    pose.turns[:, RIG.index("Spine")] = quat.tilt(20, 5, 30)
    goal = quat.unit(np.array([[0.3, -0.8, 0.1], [1, 0, 0], [0, -0.2, 1]]))
    pose.aim("LeftArm", goal)
    b = RIG.index("LeftArm")
    line = pose.tails()[:, b] - pose.world()[1][:, b]
    assert np.allclose(quat.unit(line), goal, atol=1e-6)


@settings(max_examples=60)
@given(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate)
def test_two_bones_reach_or_stretch_towards(x, y, z, px, py, pz):
    target, pole = np.array([[x, y, z]]), np.array([[px, py, pz + 1.5]])
    upper, lower = 0.30, 0.26
    first, second, _, _ = two_bone(np.zeros((1, 3)), target, pole, upper, lower, softness=0.02)
    end = first * upper + second * lower
    distance = np.linalg.norm(target)
    assert np.isfinite(end).all()
    if 0.12 < distance < 0.54:
        assert np.allclose(end, target, atol=1e-6)
    if distance > 0.12:
        assert (end @ target.T).item() / (np.linalg.norm(end) * distance) == pytest.approx(1, abs=1e-6)


def test_joint_bends_to_the_pole():
    first, _, _, _ = two_bone(np.zeros((1, 3)), np.array([[0, 0, -0.4]]), np.array([[0, 1.0, 0]]), 0.3, 0.3)
    assert first[0, 1] > 0.3


def test_mirror_swaps_sides_and_is_its_own_inverse():
    rng = np.random.default_rng(3)
    pose = Pose.rest(RIG, 2)
    pose.turns = quat.unit(quat.IDENTITY + rng.normal(0, 0.2, pose.turns.shape))
    pose.root[:] = (0.1, 0.2, 0.3)
    mirrored = pose.mirrored()
    left, right = RIG.index("LeftHand"), RIG.index("RightHand")
    assert np.allclose(mirrored.world()[1][:, left], pose.world()[1][:, right] * [-1, 1, 1], atol=1e-9)
    assert np.allclose(mirrored.mirrored().turns, pose.turns)
