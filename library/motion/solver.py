"""From controls to a pose: trunk, legs by inverse kinematics on planted feet, head, arms, hands."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from library.motion import quaternion as quat
from library.motion.anchors import Grip, State, grip
from library.motion.body import FRONT, LEFT, UP, Arm, Body, Leg
from library.motion.controls import ANCHORS, SIDES, Controls
from library.motion.curves import smooth
from library.motion.pose import Pose, two_bone

FINGER_BEND = (64.0, 92.0, 62.0)
"""Degrees of the three joints of a finger at curl 1."""
THUMB_BEND = (34.0, 42.0, 55.0)
WRIST_FLEX = 68.0
WRIST_TWIST = 105.0


@dataclass
class Foot:
    """Where a foot stands, in the person's space. ball: (F, 3) ground point under the ball of the foot;
    yaw, pitch: (F,) degrees (heel up is +, toes up -)."""

    ball: np.ndarray
    yaw: np.ndarray
    pitch: np.ndarray


@dataclass
class Reach:
    """A hand held at a place of the world rather than of the own body, all in the person's space:
    wrist (F, 3), palm and fingers (F, 3) directions, weight (F,) 0..1."""

    side: str
    grip: Grip
    weight: np.ndarray


@dataclass
class Stage:
    """What the performance gives the solver beside the controls. hips: (F, 3) metres from rest."""

    hips: np.ndarray
    feet: dict[str, Foot]
    reaches: list[Reach] = field(default_factory=list)
    gaze: np.ndarray | None = None
    fps: float = 24.0


def solve(body: Body, controls: Controls, stage: Stage) -> Pose:
    """The pose (F frames) that does what the controls ask, within what joints can do."""
    pose = Pose.rest(body.rig, controls.frames)
    _trunk(body, controls, stage, pose)
    _legs(body, controls, stage, pose)
    _head(body, controls, stage, pose)
    _shoulders_and_arms(body, controls, stage, pose)
    _fingers(body, controls, pose)
    return pose


def _trunk(body: Body, c: Controls, stage: Stage, pose: Pose) -> None:
    leg = body.leg_length
    offset = np.stack([c["hips_side"], -c["hips_front"], c["hips_up"]], axis=1) * leg
    pose.root = stage.hips + offset
    hips = quat.tilt(c["hips_pitch"], c["hips_roll"], c["hips_yaw"])
    pose.turns[:, body.bones["Hips"]] = hips
    pitch, roll, yaw = c["spine_pitch"], c["spine_roll"], c["spine_yaw"]
    for bone, share, chest in (("Spine", 0.30, 0.0), ("Spine1", 0.34, 0.35), ("Spine2", 0.36, 0.65)):
        bend = quat.tilt(pitch * share + c["chest_pitch"] * chest, roll * share, yaw * share)
        pose.turns[:, body.bones[bone]] = bend


def _legs(body: Body, c: Controls, stage: Stage, pose: Pose) -> None:
    hips = pose.turns[:, body.bones["Hips"]]
    targets = {s: _ankle(body, body.legs[s], s, c, stage.feet[s], hips, pose.root) for s in SIDES}
    pose.root[:, 2] -= _sink(body, hips, pose.root, targets, c)
    hips_at = body.rig.heads[body.bones["Hips"]] + pose.root
    for side in SIDES:
        leg = body.legs[side]
        ankle, foot_turn, toe_bend = targets[side][:3]
        joint = hips_at + quat.rotate(hips, body.rig.heads[leg.upper] - body.rig.heads[body.bones["Hips"]])
        free = c[f"{side}_foot_free"]
        out = leg.side * (4.0 + c[f"{side}_knee_out"])
        facing = quat.slerp(hips, foot_turn, 0.5 - 0.5 * free)
        pole = quat.rotate(quat.multiply(facing, quat.tilt(yaw=out)), FRONT + 0.25 * UP)
        upper, lower, upper_side, lower_side = two_bone(joint, ankle, pole, *leg.lengths, softness=0.006)
        thigh = quat.between_frames(leg.upper_axis, FRONT, upper, upper_side)
        shin = quat.between_frames(leg.lower_axis, FRONT, lower, lower_side)
        pose.turns[:, leg.upper] = quat.multiply(quat.conjugate(hips), thigh)
        pose.turns[:, leg.lower] = quat.multiply(quat.conjugate(thigh), shin)
        pose.turns[:, leg.foot] = quat.multiply(quat.conjugate(shin), foot_turn)
        pose.turns[:, leg.toe] = quat.tilt(pitch=toe_bend)


def _ankle(body: Body, leg: Leg, side: str, c: Controls, foot: Foot, hips: np.ndarray, root: np.ndarray):
    """Ankle (F, 3), foot rotation, toe bend in degrees, and how firmly the foot is planted (F,)."""
    length = body.leg_length
    yaw = foot.yaw + leg.side * c[f"{side}_foot_yaw"]
    pitch = foot.pitch + c[f"{side}_foot_pitch"]
    free = c[f"{side}_foot_free"][:, None]
    turn = quat.tilt(yaw=yaw)
    offset = (
        np.stack([leg.side * c[f"{side}_foot_out"], -c[f"{side}_foot_front"], c[f"{side}_foot_up"]], axis=1) * length
    )
    ball = foot.ball + offset
    tilted = quat.multiply(turn, quat.tilt(pitch=pitch))
    over_ball = ball + quat.rotate(tilted, leg.ankle - leg.ball)
    heel = ball + quat.rotate(turn, leg.heel - leg.ball)
    over_heel = heel + quat.rotate(tilted, leg.ankle - leg.heel)
    ankle = np.where((pitch > 0)[:, None], over_ball, over_heel)
    height = np.clip((ball[:, 2] - foot.ball[:, 2].min()) / 0.06, 0, 1)
    toe_bend = -np.maximum(pitch, 0) * (1 - 0.75 * height) * (1 - free[:, 0])
    if free.any():
        hips_rest = body.rig.heads[body.bones["Hips"]]
        riding = hips_rest + root + quat.rotate(hips, leg.ankle + offset - hips_rest)
        ankle = ankle + (riding - ankle) * free
        tilted = quat.slerp(tilted, quat.chain(hips, quat.tilt(pitch=pitch)), free[:, 0])
    return ankle, tilted, toe_bend, (1 - height) * (1 - free[:, 0])


def _sink(body: Body, hips: np.ndarray, root: np.ndarray, targets, c: Controls) -> np.ndarray:
    """How far (F,) metres the hips must come down for both planted feet to be reached, rounded softly."""
    rest = body.rig.heads[body.bones["Hips"]]
    need = []
    for side in SIDES:
        leg = body.legs[side]
        ankle, _, _, planted = targets[side]
        joint = rest + root + quat.rotate(hips, body.rig.heads[leg.upper] - rest)
        reach = 0.994 * leg.length
        flat = np.minimum(np.linalg.norm((joint - ankle)[:, :2], axis=1), 0.96 * reach)
        need.append((joint[:, 2] - ankle[:, 2] - np.sqrt(reach**2 - flat**2)) * planted)
    soft = 0.006
    stacked = np.stack([np.zeros(len(root)), *need]) / soft
    top = stacked.max(0)
    return soft * (top + np.log(np.exp(stacked - top).sum(0)))


def _head(body: Body, c: Controls, stage: Stage, pose: Pose) -> None:
    """Neck and head: asked for against the chest, but a head holds itself half level when the back bends."""
    whole, _ = pose.world()
    chest = whole[:, body.bones["Spine2"]]
    swing, _ = quat.swing_twist(chest, UP)
    level = quat.slerp(quat.IDENTITY, quat.conjugate(swing), 0.45)
    upright = quat.chain(quat.conjugate(chest), level, chest)
    asked = quat.tilt(c["head_pitch"], c["head_roll"], c["head_yaw"])
    if stage.gaze is not None:
        asked = quat.multiply(quat.tilt(stage.gaze[:, 1], 0.0, stage.gaze[:, 0]), asked)
    asked = quat.multiply(upright, asked)
    poke = quat.tilt(pitch=c["neck_forward"])
    neck = quat.multiply(quat.slerp(quat.IDENTITY, asked, 0.4), poke)
    pose.turns[:, body.bones["Neck"]] = neck
    pose.turns[:, body.bones["Head"]] = quat.multiply(quat.conjugate(neck), asked)


def _shoulders_and_arms(body: Body, c: Controls, stage: Stage, pose: Pose) -> None:
    whole, heads = pose.world()
    state = State(body, whole, heads)
    for side in SIDES:
        arm = body.arms[side]
        wrist, palm, fingers, hold = _wanted(body, arm, side, c, stage, state)
        wrist = _outside(body, state, wrist, arm, hold)
        clavicle, shoulder = _clavicle(body, arm, side, c, state, wrist)
        pole = _elbow_pole(arm, side, c, state, wrist - shoulder, stage.fps)
        upper, fore, upper_side, fore_side = two_bone(shoulder, wrist, pole, *arm.lengths)
        back = -FRONT
        upper_turn = quat.between_frames(arm.upper_axis, back, upper, upper_side)
        fore_turn = quat.between_frames(arm.fore_axis, back, fore, fore_side)
        twist, hand_turn = _hand(arm, side, c, fore_turn, palm, fingers, hold)
        above = quat.multiply(whole[:, body.bones["Spine2"]], clavicle)
        twisted = quat.multiply(fore_turn, quat.about(arm.fore_axis, twist * 0.5))
        pose.turns[:, arm.shoulder] = clavicle
        pose.turns[:, arm.upper] = quat.multiply(quat.conjugate(above), upper_turn)
        pose.turns[:, arm.fore] = quat.multiply(quat.conjugate(upper_turn), twisted)
        pose.turns[:, arm.hand] = quat.multiply(quat.conjugate(twisted), hand_turn)


def _wanted(body: Body, arm: Arm, side: str, c: Controls, stage: Stage, state: State):
    """Wrist (F, 3), palm and finger directions where a contact asks for them, and that contact's weight."""
    chest = state.whole[:, body.bones["Spine2"]]
    _swing, yaw = quat.swing_twist(chest, UP)
    hanging = quat.about(UP, yaw)
    riding = quat.slerp(hanging, chest, c[f"{side}_follow"])
    shoulder = state.heads[:, arm.upper]
    local = np.stack([arm.side * c[f"{side}_out"], -c[f"{side}_front"], c[f"{side}_up"]], axis=1)
    wrist = shoulder + quat.rotate(riding, local * arm.length)
    palm, fingers = np.zeros_like(wrist), np.zeros_like(wrist)
    weights = np.clip(np.stack([c[f"{side}_on_{a}"] for a in ANCHORS], axis=1), 0, None)
    total = weights.sum(1)
    weights /= np.maximum(total, 1.0)[:, None]
    hold = np.minimum(total, 1.0)
    free = wrist * (1 - hold)[:, None]
    for i, anchor in enumerate(ANCHORS):
        if weights[:, i].any():
            at, w = grip(state, anchor, side), weights[:, i : i + 1]
            free, palm, fingers = free + w * at.wrist, palm + w * at.palm, fingers + w * at.fingers
    for reach in stage.reaches:
        if reach.side == side:
            w = reach.weight[:, None]
            free = free + (reach.grip.wrist - free) * w
            palm = palm + (reach.grip.palm - palm) * w
            fingers = fingers + (reach.grip.fingers - fingers) * w
            hold = hold + (1 - hold) * reach.weight
    place = quat.rotate(quat.conjugate(chest), free - shoulder) / arm.length
    free = free + quat.rotate(chest, _round_the_shoulder(place, arm.side)) * (arm.length * (1 - hold**2))[:, None]
    return free, palm, fingers, hold


def _round_the_shoulder(place: np.ndarray, side: float) -> np.ndarray:
    """How far (F, 3) wrists at `place` bulge forward, all in arm lengths from the shoulder, where they would
    pass close by it: an arm on its way from hanging to overhead or to the head swings through the front."""
    near = np.clip(1 - (place**2).sum(1) / 0.60**2, 0, 1) ** 2
    return 0.5 * near[:, None] * np.array([0.35 * side, -0.94, 0.0])


def _outside(body: Body, state: State, wrist: np.ndarray, arm: Arm, hold: np.ndarray) -> np.ndarray:
    """The wrist moved out of the trunk and the thighs where it would be inside them."""
    girth, bones, rig = body.girth, body.bones, body.rig
    thick = 0.03
    loose = 1 - hold**4
    for bone, low, high in (("Hips", 0, 3), ("Spine1", 2, 7)):
        b = bones[bone]
        local = rig.heads[b] + quat.rotate(quat.conjugate(state.whole[:, b]), wrist - state.heads[:, b])
        z = local[:, 2]
        inside = (z > girth.heights[low] - 0.06) & (z < girth.heights[high - 1] + 0.02)
        wide = np.interp(z, girth.heights, girth.half_width) + thick
        deep = np.where(
            local[:, 1] < 0, np.interp(z, girth.heights, girth.front), np.interp(z, girth.heights, girth.back)
        )
        deep = np.maximum(deep, 0.05) + thick * 0.6
        size = np.sqrt((local[:, 0] / wide) ** 2 + (local[:, 1] / deep) ** 2)
        fade = np.clip((z - girth.heights[low] + 0.06) / 0.05, 0, 1) * np.clip(
            (girth.heights[high - 1] + 0.02 - z) / 0.05, 0, 1
        )
        grow = np.where(inside, np.maximum(1 / np.maximum(size, 0.2) - 1, 0), 0) * fade * loose
        local[:, :2] *= 1 + grow[:, None]
        wrist = state.heads[:, b] + quat.rotate(state.whole[:, b], local - rig.heads[b])
    for side in SIDES:
        leg = body.legs[side]
        hip, knee = state.heads[:, leg.upper], state.heads[:, leg.lower]
        line = knee - hip
        share = np.clip(((wrist - hip) * line).sum(1) / (line**2).sum(1), 0, 1.15)
        radius = girth.thigh + (girth.knee - girth.thigh) * np.clip(share, 0, 1) + thick
        away = wrist - hip - share[:, None] * line
        distance = np.linalg.norm(away, axis=1)
        push = np.maximum(radius - distance, 0) * loose
        wrist = wrist + away / np.maximum(distance, 1e-6)[:, None] * push[:, None]
    return wrist


def _clavicle(body: Body, arm: Arm, side: str, c: Controls, state: State, wrist: np.ndarray):
    """Rotation of the collar bone (F, 4) and the shoulder joint it leads to: it rises with the hand."""
    chest = state.whole[:, body.bones["Spine2"]]
    toward = quat.rotate(quat.conjugate(chest), wrist - state.heads[:, arm.upper]) / arm.length
    rise = _blend(toward[:, 2], -0.15, 0.85)
    forward = np.clip(-toward[:, 1], 0, 1) * 9 + np.clip(-arm.side * toward[:, 0], 0, 0.6) * 16
    up = c[f"{side}_shrug"] + 24 * rise
    turn = quat.chain(
        quat.about(FRONT, np.radians(arm.side * up)),
        quat.about(UP, np.radians(-arm.side * (forward + c[f"{side}_shoulder_front"]))),
    )
    root = state.heads[:, arm.shoulder]
    rest = body.rig.heads[arm.upper] - body.rig.heads[arm.shoulder]
    return turn, root + quat.rotate(quat.multiply(chest, turn), rest)


def _elbow_pole(arm: Arm, side: str, c: Controls, state: State, line: np.ndarray, fps: float) -> np.ndarray:
    """The way the elbow points: down, back and out; forward and out when the hand is folded up to the face;
    out to the side when it is stretched over the head. `swivel` turns it outward about the arm's line.
    Averaged over a quarter of a second, because near the arm's own line the way is hardly defined."""
    chest = state.whole[:, state.body.bones["Spine2"]]
    along = quat.rotate(quat.conjugate(chest), quat.unit(line))
    stretched = _blend(np.linalg.norm(line, axis=1, keepdims=True) / arm.length, 0.55, 0.85)
    high = _blend(along[:, 2:], -0.1, 0.6)
    mirror = np.array([arm.side, 1.0, 1.0])
    low, folded, over = np.array([[0.12, 0.62, -0.80], [0.40, -0.48, -0.76], [1.0, -0.15, -0.25]]) * mirror
    pole = low * (1 - high) + (folded * (1 - stretched) + over * stretched) * high
    axis = quat.unit(line)
    pole = quat.rotate(chest, pole + np.array([0.12 * arm.side, 0.0, 0.0]))
    pole = pole - (pole * axis).sum(1, keepdims=True) * axis
    lift = quat.about(axis, np.radians(arm.side * c[f"{side}_swivel"]))
    return smooth(quat.rotate(lift, pole), fps, 0.26)


def _blend(x: np.ndarray, low: float, high: float) -> np.ndarray:
    x = np.clip((x - low) / (high - low), 0, 1)
    return x * x * (3 - 2 * x)


def _hand(arm: Arm, side: str, c: Controls, fore: np.ndarray, palm, fingers, hold):
    """Twist of the forearm (F,) radians and the hand's rotation from rest, within the wrist's limits."""
    across = quat.unit(np.cross(arm.hand_axis, arm.palm))
    bend = quat.multiply(
        quat.about(across, np.radians(c[f"{side}_flex"])),
        quat.about(arm.palm, np.radians(arm.side * c[f"{side}_deviate"])),
    )
    turned = quat.about(arm.fore_axis, np.radians(arm.side * c[f"{side}_palm"]))
    local = quat.multiply(turned, bend)
    if hold.any():
        safe_palm = np.where(hold[:, None] > 1e-4, palm, quat.rotate(fore, arm.palm))
        safe_fingers = np.where(hold[:, None] > 1e-4, fingers, quat.rotate(fore, arm.hand_axis))
        laid = quat.between_frames(arm.hand_axis, arm.palm, safe_fingers, safe_palm)
        local = quat.slerp(local, quat.multiply(quat.conjugate(fore), laid), hold)
    swing, twist = quat.swing_twist(local, arm.fore_axis)
    limit = np.radians(WRIST_TWIST)
    twist = np.clip(twist, -limit, limit)
    vector = quat.rotation_vector(swing)
    size = np.linalg.norm(vector, axis=-1, keepdims=True)
    most = np.radians(WRIST_FLEX)
    vector = vector * (np.minimum(size, most) / np.maximum(size, 1e-9))
    local = quat.multiply(quat.from_rotation_vector(vector), quat.about(arm.fore_axis, twist))
    return twist, quat.multiply(fore, local)


def _fingers(body: Body, c: Controls, pose: Pose) -> None:
    names = ("thumb", "index", "middle", "ring", "pinky")
    for side in SIDES:
        arm = body.arms[side]
        spread = c[f"{side}_spread"]
        for finger, (name, bones, axis) in enumerate(zip(names, arm.fingers, arm.curl_axes, strict=True)):
            curl = c[f"{side}_{name}"]
            for joint, bone in enumerate(bones):
                degrees = (THUMB_BEND if finger == 0 else FINGER_BEND)[joint] * curl
                turn = quat.about(axis, np.radians(degrees))
                if joint == 0 and finger:
                    fan = spread * (2.5 - finger) * 7.0
                    turn = quat.multiply(quat.about(arm.palm, np.radians(arm.side * fan)), turn)
                pose.turns[:, bone] = turn


def eye_angles(body: Body, pose: Pose, target: np.ndarray) -> np.ndarray:
    """(F, 2) degrees: yaw to the own left and pitch down at which the eyes meet `target` (F, 3)."""
    whole, heads = pose.world()
    head = whole[:, body.bones["Head"]]
    middle = (heads[:, body.bones["LeftEye"]] + heads[:, body.bones["RightEye"]]) / 2
    line = quat.rotate(quat.conjugate(head), target - middle)
    flat = np.hypot(line[:, 0], line[:, 1])
    return np.degrees(np.stack([np.arctan2(line[:, 0], -line[:, 1]), np.arctan2(-line[:, 2], flat)], axis=1))


def aim_eyes(body: Body, pose: Pose, yaw: np.ndarray, pitch: np.ndarray) -> None:
    """Turn both eyes by yaw (own left) and pitch (down), (F,) degrees."""
    turn = quat.tilt(pitch=pitch, yaw=yaw)
    for bone in ("LeftEye", "RightEye"):
        pose.turns[:, body.bones[bone]] = turn


__all__ = ["LEFT", "Foot", "Reach", "Stage", "aim_eyes", "eye_angles", "solve"]
